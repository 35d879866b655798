//! What always holds (metrics.md 11), on random businesses.

use super::explain::{Metric, explain};
use super::{
    Against, Flow, Kind, Measure, PeriodFigures, Scope, churn_kinds, cohort_members, cohorts,
    figures, moved, mrr_by_plan,
};
use crate::ledger::testing::{Business, day};
use crate::ledger::{Ledger, LogOf};
use crate::model::{Day, Grain, Period, Ratio, Status};
use crate::segment::{Mask, parse};
use proptest::prelude::*;

const PLANS: [&str; 3] = ["Basic", "Pro", "Team"];
const COUNTRIES: [&str; 3] = ["", "NL", "BE"];
const CUSTOMERS: usize = 6;
/// 28 years: the same weekdays and the same leap days.
const SHIFT: i32 = 28 * 365 + 7;

/// One subscription, or one row of a log, in numbers.
#[derive(Clone, Copy, Debug)]
struct Fact {
    customer: usize,
    plan: usize,
    on: i32,
    length: i32,
    kind: u8,
    cents: i64,
}

fn facts() -> impl Strategy<Value = Vec<Fact>> {
    let fact = (0..CUSTOMERS, 0..PLANS.len(), 0..800_i32, 1..500_i32, 0..12_u8, 1..40_i64);
    let fact = fact.prop_map(|(customer, plan, on, length, kind, cents)| Fact {
        customer,
        plan,
        on,
        length,
        kind,
        cents: cents * 100,
    });
    prop::collection::vec(fact, 1..24)
}

fn first() -> Day {
    day("2024-01-01")
}

fn today() -> Day {
    day("2026-05-17")
}

/// The business of these facts, every date later by `shift` days. No two amounts are the same, so
/// the largest subscription never depends on the order of the rows.
fn business(facts: &[Fact], shift: i32) -> Business {
    let mut business = Business::new();
    for at in 0..CUSTOMERS {
        business = business.in_country(&at.to_string(), COUNTRIES[at % COUNTRIES.len()]);
    }
    for (at, fact) in (0_i64..).zip(facts) {
        let on = first().plus(fact.on + shift);
        let later = on.plus(fact.length);
        let (name, plan) = (fact.customer.to_string(), PLANS[fact.plan]);
        let cents = fact.cents + at;
        let logged = [Status::Active, Status::PastDue, Status::Paused, Status::Canceled];
        if let Some(status) = fact.kind.checked_sub(8).map(|kind| logged[usize::from(kind)]) {
            // Logs of their own, so that lists and logs do not contradict each other.
            business = business.change(&name, &on.to_string(), status, plan, cents);
            if let Some(row) = business.log.last_mut() {
                row.of = LogOf::Own(7);
                row.second = u32::try_from(at).unwrap();
            }
            continue;
        }
        business = business.pays(&name, plan, cents, &on.to_string(), |row| {
            row.seen_on = today().plus(shift);
            match fact.kind {
                0 | 1 => {}
                2 | 3 => {
                    row.status = Status::Canceled;
                    row.ended = Some(later);
                    row.cancel_reason = (fact.kind == 3).then_some("Too expensive");
                }
                4 => {
                    row.status = Status::PastDue;
                    row.past_due_since = Some(later);
                }
                5 => {
                    row.status = Status::Paused;
                    row.paused_on = Some(later);
                }
                6 => {
                    row.trial_end = Some(on.plus(14));
                    row.ended = Some(later);
                }
                _ => {
                    row.status = Status::NonRenewing;
                    row.cancel_requested = Some(on.plus(fact.length / 2));
                    row.period_end = Some(later);
                }
            }
        });
    }
    business
}

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
fn additive(flow: &Flow) -> [i64; 15] {
    [
        flow.mrr_start,
        flow.new,
        flow.expansion,
        flow.reactivation,
        flow.contraction,
        flow.churn,
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
    fn movements_reconcile_to_the_cent_and_to_the_head(facts in facts(), grain in grain()) {
        let book = business(&facts, 0).book();
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
    fn parts_add_up_to_the_whole(facts in facts(), grain in grain()) {
        let book = business(&facts, 0).book();
        let everyone = Scope::new(&book, today());
        let plans = PLANS.map(|plan| format!("plan = '{plan}'"));
        let countries = ["country is empty", "country = 'NL'", "country = 'BE'"].map(str::to_owned);
        for parts in [plans, countries] {
            let masks = parts.map(|text| mask(&book, &text));
            let of = |mask| all(&everyone.within(Some(mask)), grain);
            let parts = masks.iter().map(of).collect::<Vec<_>>();
            for (at, whole) in all(&everyone, grain).iter().enumerate() {
                let flows = parts.iter().map(|part| &part[at].behind.flow).collect::<Vec<_>>();
                let mut sum = [0; 15];
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
    fn the_list_behind_a_number_has_that_count_and_that_sum(facts in facts(), grain in grain()) {
        let book = business(&facts, 0).book();
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
            }
        }
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn cohorts_add_up_to_the_customers_of_the_month(facts in facts()) {
        let book = business(&facts, 0).book();
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
            prop_assert_eq!(total(&net), month.mrr_end);
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

    #[test]
    fn the_order_and_grouping_of_rows_does_not_matter(
        facts in facts(),
        seed in any::<u64>(),
        parts in 1..4_usize,
    ) {
        let ordered = business(&facts, 0);
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
    fn twenty_eight_years_shift_results_only(facts in facts(), grain in grain()) {
        let told = |shift: i32| {
            let book = business(&facts, shift).book();
            let scope = Scope::new(&book, today().plus(shift));
            let all = figures(&scope, grain, None, None);
            let began = all.first().map(|one| one.period.first().0 - shift);
            (began, all.into_iter().map(|one| (one.finished, one.behind)).collect::<Vec<_>>())
        };
        prop_assert_eq!(told(0), told(SHIFT));
    }
}
