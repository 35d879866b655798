//! What always holds (metrics.md 11), on random businesses.

mod world;

use super::explain::{Metric, explain};
use super::{
    Against, Flow, Kind, Measure, PeriodFigures, Scope, churn_kinds, cohort_members, cohorts,
    figures, moved, mrr_by_plan, revalued,
};
use crate::ledger::Ledger;
use crate::ledger::testing::Business;
use crate::model::{Grain, Period, Ratio};
use crate::segment::{Mask, parse};
use proptest::prelude::*;
use world::{PLANS, SHIFT, World, business, first, today, worlds};

fn mask(book: &Ledger, text: &str) -> Mask {
    parse(text).unwrap().mask(book).unwrap()
}

fn grain() -> impl Strategy<Value = Grain> {
    prop_oneof![
        Just(Grain::Week),
        Just(Grain::Month),
        Just(Grain::Month),
        Just(Grain::Quarter),
        Just(Grain::Year),
    ]
}

fn all(scope: &Scope, grain: Grain) -> Vec<PeriodFigures> {
    figures(scope, grain, Some(Period::of(grain, first())), None)
}

/// What a partition has to add up to; entered and left are told apart.
fn additive(flow: &Flow) -> [i64; 16] {
    [
        flow.mrr_start,
        flow.new,
        flow.expansion,
        flow.reactivation,
        flow.contraction,
        flow.churn,
        flow.fx,
        flow.mrr_end,
        flow.committed_end,
        flow.customers_start,
        flow.customers_new,
        flow.customers_reactivated,
        flow.customers_churned,
        flow.customers_end,
        flow.joined_and_left,
        flow.recovered,
    ]
}

fn check_period(one: &PeriodFigures) -> Result<(), TestCaseError> {
    let f = &one.behind.flow;
    prop_assert_eq!(
        f.mrr_end,
        f.mrr_start + f.new + f.expansion + f.reactivation - f.contraction - f.churn + f.entered
            - f.left
            + f.fx
    );
    prop_assert_eq!(
        f.customers_end,
        f.customers_start + f.customers_new + f.customers_reactivated - f.customers_churned
            + f.customers_entered
            - f.customers_left
    );
    prop_assert!(f.committed_end <= f.mrr_end);
    prop_assert!(f.customers_churned <= f.customers_start);
    prop_assert_eq!(one.retention_rate, one.churn_rate.map(Ratio::complement));
    prop_assert_eq!(one.grr, one.gross_mrr_churn.map(Ratio::complement));
    if let (Some(nrr), Some(grr)) = (one.nrr, one.grr) {
        let expansion = Ratio::of(f.expansion, f.mrr_start).unwrap();
        prop_assert_eq!(nrr.num() - grr.num(), expansion.num());
        prop_assert!(grr.value() <= nrr.value().min(1.0));
    }
    let year = &one.behind.over_year;
    prop_assert!(year.lesser <= year.then.min(year.now));
    prop_assert!(year.customers_kept <= year.customers_then);
    Ok(())
}

/// Kinds of churn add up to the churn, plans to the MRR.
fn check_parts(scope: &Scope, grain: Grain) -> Result<(), TestCaseError> {
    let all = figures(scope, grain, None, None);
    for (one, (period, kinds)) in all.iter().zip(churn_kinds(scope, grain)) {
        prop_assert_eq!(one.period, period);
        prop_assert_eq!(one.churn, kinds.iter().map(|kind| kind.mrr).sum::<i64>());
        let heads = kinds.iter().map(|kind| kind.customers).sum::<i64>();
        prop_assert_eq!(one.customers_churned, heads);
    }
    let periods = all.iter().map(|one| one.period).collect::<Vec<_>>();
    let plans = mrr_by_plan(scope, grain, &periods);
    for (at, one) in all.iter().enumerate() {
        prop_assert_eq!(one.mrr_end, plans.iter().map(|plan| plan.mrr[at]).sum::<i64>());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn movements_reconcile_to_the_cent_and_to_the_head(world in worlds(), grain in grain()) {
        let book = business(&world, 0).book();
        let everyone = Scope::new(&book, today());
        for text in ["", "plan = 'Pro'", "country = 'NL'", "mrr >= 2000", "not plan in ('Pro')"] {
            let mask = mask(&book, text);
            for one in all(&everyone.within(Some(&mask)), grain) {
                check_period(&one)?;
            }
            check_parts(&everyone.within(Some(&mask)), grain)?;
        }
    }

    #[test]
    fn parts_add_up_to_the_whole(world in worlds(), grain in grain()) {
        let book = business(&world, 0).book();
        let everyone = Scope::new(&book, today());
        let plans = PLANS.map(|plan| format!("plan = '{plan}'"));
        let countries = ["country is empty", "country = 'NL'", "country = 'BE'"].map(str::to_owned);
        for parts in [plans, countries] {
            let masks = parts.map(|text| mask(&book, &text));
            let of = |mask| all(&everyone.within(Some(mask)), grain);
            let parts = masks.iter().map(of).collect::<Vec<_>>();
            for (at, whole) in all(&everyone, grain).iter().enumerate() {
                let flows = parts.iter().map(|part| &part[at].behind.flow).collect::<Vec<_>>();
                let mut sum = [0; 16];
                for flow in &flows {
                    sum.iter_mut().zip(additive(flow)).for_each(|(sum, one)| *sum += one);
                }
                prop_assert_eq!(sum, additive(&whole.behind.flow));
                let entered = flows.iter().map(|flow| (flow.entered, flow.customers_entered));
                let left = flows.iter().map(|flow| (flow.left, flow.customers_left));
                let both = |one: (i64, i64), other: (i64, i64)| (one.0 + other.0, one.1 + other.1);
                prop_assert_eq!(entered.fold((0, 0), both), left.fold((0, 0), both));
                let trials = parts.iter().map(|part| part[at].trials_started).sum::<i64>();
                prop_assert_eq!(trials, whole.trials_started);
            }
        }
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_list_behind_a_number_has_that_count_and_that_sum(world in worlds(), grain in grain()) {
        let book = business(&world, 0).book();
        let everyone = Scope::new(&book, today());
        let pro = mask(&book, "plan = 'Pro'");
        for scope in [everyone, everyone.within(Some(&pro))] {
            // Weeks are many: every fifth will do.
            let step = if grain == Grain::Week { 5 } else { 1 };
            for one in all(&scope, grain).iter().step_by(step) {
                for metric in Metric::ALL {
                    let told = explain(&scope, *metric, one.period).unwrap();
                    prop_assert_eq!(told.value, metric.of(one));
                    for input in &told.inputs {
                        prop_assert_eq!(
                            input.adds_up(&told.customers),
                            input.number.minor(),
                            "{} of {} in {}", input.name, metric.name(), one.period
                        );
                    }
                }
                let flow = &one.behind.flow;
                let list = moved(&scope, one.period);
                let sum = |kind| {
                    list.iter().filter(|one| one.kind == kind).map(|one| one.amount).sum::<i64>()
                };
                let sums = Kind::ALL.map(sum);
                let expected = [
                    flow.new, flow.expansion, flow.reactivation, flow.contraction, flow.churn,
                    flow.entered, flow.left,
                ];
                prop_assert_eq!(sums, expected);
                let effects = revalued(&scope, one.period);
                prop_assert_eq!(effects.iter().map(|one| one.amount).sum::<i64>(), flow.fx);
            }
        }
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn cohorts_add_up_to_the_customers_of_the_month(world in worlds()) {
        let book = business(&world, 0).book();
        let scope = Scope::new(&book, today());
        let months = figures(&scope, Grain::Month, None, None);
        let table = |measure| cohorts(&scope, Grain::Month, measure, Against::Start);
        let (customers, net) = (table(Measure::Customers), table(Measure::NetMrr));
        let (gross, seats) = (table(Measure::GrossMrr), table(Measure::Seats));
        for (at, month) in months.iter().enumerate() {
            let total = |table: &super::Cohorts| {
                let cell = |row: &super::Cohort| {
                    let began = row.cohort.index() - months[0].period.index();
                    let k = at.checked_sub(usize::try_from(began).unwrap());
                    k.map_or(0, |k| row.cells[k].value)
                };
                table.cohorts.iter().map(cell).sum::<i64>()
            };
            prop_assert_eq!(total(&customers), month.customers_end);
            // At the rates of each cohort's own period, so only where none change.
            if book.foreign.is_empty() {
                prop_assert_eq!(total(&net), month.mrr_end);
            }
        }
        for (row, same) in net.cohorts.iter().zip(&gross.cohorts) {
            let first = row.cells[0].rate;
            prop_assert!(first.is_none() || first == Ratio::of(1, 1), "100 % of MRR or n/a");
            prop_assert_eq!(row.base, row.mrr);
            for (net, gross) in row.cells.iter().zip(&same.cells) {
                prop_assert!(gross.value <= net.value && gross.value <= row.base);
            }
        }
        let tables = [
            (Measure::Customers, &customers), (Measure::NetMrr, &net),
            (Measure::GrossMrr, &gross), (Measure::Seats, &seats),
        ];
        for (measure, table) in tables {
            for row in &table.cohorts {
                for cell in row.cells.iter().step_by(4) {
                    let list = cohort_members(&scope, row.cohort, cell.k, measure);
                    let size = i64::try_from(list.len()).unwrap();
                    prop_assert_eq!(size, row.size);
                    let there = list.iter().filter(|one| one.there);
                    prop_assert_eq!(there.map(|one| one.value).sum::<i64>(), cell.value);
                }
            }
        }
    }

    /// Independently of movements: everybody's subscriptions on the last day.
    #[test]
    fn the_end_of_a_period_is_what_everybody_is_worth_then(world in worlds(), grain in grain()) {
        let book = business(&world, 0).book();
        let scope = Scope::new(&book, today());
        let all = all(&scope, grain);
        for (at, one) in all.iter().enumerate() {
            let end = one.period.last().min(today());
            let everybody = 0..u32::try_from(book.len()).unwrap();
            let mrr = everybody.map(|customer| book.worth_on(customer, end).mrr).sum::<i64>();
            prop_assert_eq!(one.mrr_end, mrr);
            let next = all.get(at + 1).map_or(mrr, |next| next.mrr_start);
            prop_assert_eq!(next, mrr, "and the start of the next");
        }
    }

    /// Rates that are the same whenever they are looked at: one way through the states, or by turns.
    #[test]
    fn a_rate_that_changes_later_is_a_rate_that_never_changes(world in worlds(), grain in grain()) {
        let one_each = [(1, -50, 9_137), (2, -50, 61)];
        let fixed = World { rates: one_each.to_vec(), ..world };
        let mut by_day = fixed.clone();
        by_day.rates.extend([(1, 5_000, 1), (2, 5_000, 1)]);
        let (fixed, by_day) = (business(&fixed, 0).book(), business(&by_day, 0).book());
        let scopes = [&fixed, &by_day].map(|book| Scope::new(book, today()));
        for text in ["", "plan = 'Pro'", "mrr >= 2000"] {
            let masks = [&fixed, &by_day].map(|book| mask(book, text));
            let scopes = [0, 1].map(|at| scopes[at].within(Some(&masks[at])));
            let [one, other] = scopes.map(|scope| all(&scope, grain));
            prop_assert_eq!(one, other);
            let [one, other] = scopes.map(|scope| churn_kinds(&scope, grain));
            prop_assert_eq!(one, other);
            for measure in [Measure::NetMrr, Measure::GrossMrr, Measure::Seats] {
                let tables = scopes.map(|scope| cohorts(&scope, grain, measure, Against::Start));
                prop_assert_eq!(&tables[0], &tables[1]);
            }
        }
    }

    #[test]
    fn the_order_and_grouping_of_rows_does_not_matter(
        world in worlds(),
        seed in any::<u64>(),
        parts in 1..4_usize,
    ) {
        let ordered = business(&world, 0);
        let mut mixed = ordered.clone();
        // Any permutation; ids follow the order rows come in.
        let mix = |id: i64| id.cast_unsigned().wrapping_mul(seed | 1).rotate_left(29);
        mixed.rows.sort_by_key(|row| mix(row.id));
        (1..).zip(&mut mixed.rows).for_each(|(id, row)| row.id = id);
        mixed.log.sort_by_key(|row| mix(row.id));
        let told = |business: &Business, parts| {
            let book = business.book_in_parts(parts);
            all(&Scope::new(&book, today()), Grain::Month)
        };
        prop_assert_eq!(told(&ordered, 1), told(&mixed, parts));
    }

    #[test]
    fn twenty_eight_years_shift_results_only(world in worlds(), grain in grain()) {
        let told = |shift: i32| {
            let book = business(&world, shift).book();
            let scope = Scope::new(&book, today().plus(shift));
            let all = figures(&scope, grain, None, None);
            let began = all.first().map(|one| one.period.first().0 - shift);
            (began, all.into_iter().map(|one| (one.finished, one.behind)).collect::<Vec<_>>())
        };
        prop_assert_eq!(told(0), told(SHIFT));
    }
}
