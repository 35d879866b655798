//! From a filter to the mask of a book.

use super::fault::Fault;
use super::filter::Filter;
use super::mask::Mask;
use super::node::{Node, began, pays};
use crate::ledger::{Ledger, Trial};
use crate::model::Day;
use rayon::prelude::*;
use std::ops::Range;

/// States below which a second thread costs more than it brings.
const SMALL: usize = 40_000;

impl Filter {
    /// Who belongs to it and when, in this book. `plan` and `mrr` are those of each state; cohort,
    /// country and what the files brought belong to the customer.
    ///
    /// # Errors
    /// An attribute nobody has, an amount that is no number, a cohort that is no period: with its
    /// position.
    pub fn mask(&self, ledger: &Ledger) -> Result<Mask, Fault> {
        let node = Node::new(self, ledger)?;
        let customers = u32::try_from(ledger.len()).unwrap_or(u32::MAX);
        if ledger.states.day.len() < SMALL {
            return Ok(Mask::joined(vec![part(&node, ledger, 0..customers)], node.moves()));
        }
        let runs = u32::try_from(rayon::current_num_threads() * 4).unwrap_or(1);
        let step = customers.div_ceil(runs).max(1);
        let run = |run| part(&node, ledger, run * step..customers.min((run + 1) * step));
        let parts = (0..customers.div_ceil(step)).into_par_iter().map(run).collect();
        Ok(Mask::joined(parts, node.moves()))
    }
}

/// The mask of a run of customers.
fn part(node: &Node, ledger: &Ledger, run: Range<u32>) -> Mask {
    let Column { customers, states } = node.column(ledger, &run);
    let mut customers = customers.unwrap_or_else(|| vec![1; run.len()]);
    if let Some(states) = &states {
        let any = any_of_each(states, bounds(ledger, &run));
        customers.iter_mut().zip(any).for_each(|(one, any)| *one &= any);
    }
    let first = ledger.trials.partition_point(|trial| trial.customer < run.start);
    let last = ledger.trials.partition_point(|trial| trial.customer < run.end);
    let trials = node.of_trials(ledger, &ledger.trials[first..last]);
    Mask { members: places(&customers, run.start), customers, states, trials }
}

/// Where the states of a run of customers begin, and where those of the last one end.
fn bounds<'a>(ledger: &'a Ledger, run: &Range<u32>) -> &'a [u32] {
    &ledger.customers.offsets[run.start as usize..=run.end as usize]
}

/// By customer whether any of his states is set. Counted up and then compared: how many states a
/// customer has cannot be foretold, and a loop over them would stumble at each.
fn any_of_each(states: &[u8], bounds: &[u32]) -> Vec<u8> {
    let mut counted = Vec::with_capacity(states.len() + 1);
    let mut count = 0_u32;
    counted.push(count);
    counted.extend(states.iter().map(|is| {
        count += u32::from(*is);
        count
    }));
    let base = bounds.first().copied().unwrap_or(0);
    let at = |bound: u32| counted[(bound - base) as usize];
    bounds.windows(2).map(|own| u8::from(at(own[1]) != at(own[0]))).collect()
}

/// The numbers of the customers that are set.
fn places(customers: &[u8], first: u32) -> Vec<u32> {
    let mut places = vec![0; customers.len()];
    let mut count = 0;
    for (customer, is) in (first..).zip(customers) {
        places[count] = customer;
        count += usize::from(*is);
    }
    places.truncate(count);
    places.shrink_to_fit();
    places
}

/// One byte for each customer and one for each state of theirs, of which both must be set; who has
/// none of them belongs to it.
#[derive(Default)]
struct Column {
    customers: Option<Vec<u8>>,
    states: Option<Vec<u8>>,
}

impl Column {
    fn fixed(customers: Vec<u8>) -> Self {
        Self { customers: Some(customers), states: None }
    }

    fn moving(states: Vec<u8>) -> Self {
        Self { customers: None, states: Some(states) }
    }

    /// Both, put together byte by byte.
    fn join(self, other: Self, both: impl Fn(u8, u8) -> u8 + Copy) -> Self {
        let join = |one: Option<Vec<u8>>, other: Option<Vec<u8>>| match (one, other) {
            (Some(mut all), Some(more)) => {
                add(&mut all, &more, both);
                Some(all)
            }
            (one, other) => one.or(other),
        };
        Self {
            customers: join(self.customers, other.customers),
            states: join(self.states, other.states),
        }
    }

    /// The same with one kind of bytes only.
    fn single(self, bounds: &[u32]) -> Self {
        match (self.customers, self.states) {
            (Some(customers), Some(mut states)) => {
                spread(&customers, &mut states, bounds, |one, other| one & other);
                Self::moving(states)
            }
            (None, None) => Self::fixed(vec![1; bounds.len() - 1]),
            (customers, states) => Self { customers, states },
        }
    }

    /// Those who do not belong to it.
    fn not(self, bounds: &[u32]) -> Self {
        let turned = |all: Vec<u8>| all.into_iter().map(|is| is ^ 1).collect();
        let Self { customers, states } = self.single(bounds);
        Self { customers: customers.map(turned), states: states.map(turned) }
    }

    /// Those who belong to any of them.
    fn any(columns: impl Iterator<Item = Self>, bounds: &[u32]) -> Self {
        let singles = columns.map(|column| column.single(bounds));
        let joined = singles.reduce(|one, other| one.join(other, |a, b| a | b));
        let nobody = || Self::fixed(vec![0; bounds.len() - 1]);
        let Self { customers, states } = joined.unwrap_or_else(nobody);
        match (customers, states) {
            (Some(customers), Some(mut states)) => {
                spread(&customers, &mut states, bounds, |a, b| a | b);
                Self::moving(states)
            }
            (customers, states) => Self { customers, states },
        }
    }
}

impl Node<'_> {
    fn column<'n>(&'n self, ledger: &Ledger, run: &Range<u32>) -> Column {
        let customers = run.start as usize..run.end as usize;
        let bounds = bounds(ledger, run);
        let states = || bounds[0] as usize..bounds[run.len()] as usize;
        let first_paid = &ledger.customers.first_paid[customers.clone()];
        let each = |parts: &'n [Self]| parts.iter().map(|part| part.column(ledger, run));
        match self {
            Self::All(parts) => {
                let join = |one: Column, other| one.join(other, |a, b| a & b);
                each(parts).fold(Column::default(), join)
            }
            Self::Any(parts) => Column::any(each(parts), bounds),
            Self::Not(inner) => inner.column(ledger, run).not(bounds),
            Self::Known(attribute, is) => {
                let codes = &attribute.codes[customers];
                Column::fixed(codes.iter().map(|code| is[*code as usize]).collect())
            }
            Self::Plan(is) => {
                let plans = &ledger.states.plan[states()];
                Column::moving(plans.iter().map(|plan| is[*plan as usize]).collect())
            }
            Self::Mrr(tests) => {
                let amounts = &ledger.states.mrr[states()];
                Column::moving(amounts.iter().map(|mrr| u8::from(pays(tests, *mrr))).collect())
            }
            Self::Cohort(tests) => {
                Column::fixed(first_paid.iter().map(|day| u8::from(began(tests, *day))).collect())
            }
            Self::NeverPaid => {
                let never = |day: &Day| u8::from(*day == Day::NEVER);
                Column::fixed(first_paid.iter().map(never).collect())
            }
        }
    }

    /// By trial whether its customer, with the plan that is tried and nothing paid, belongs to it.
    fn of_trials(&self, ledger: &Ledger, trials: &[Trial]) -> Vec<u8> {
        let customer = |trial: &Trial| trial.customer as usize;
        let each = |is: &dyn Fn(&Trial) -> u8| trials.iter().map(is).collect();
        let joined = |parts: &[Self], empty: u8, both: fn(u8, u8) -> u8| {
            let mut all = vec![empty; trials.len()];
            parts.iter().for_each(|part| add(&mut all, &part.of_trials(ledger, trials), both));
            all
        };
        match self {
            Self::All(parts) => joined(parts, 1, |one, other| one & other),
            Self::Any(parts) => joined(parts, 0, |one, other| one | other),
            Self::Not(inner) => {
                inner.of_trials(ledger, trials).into_iter().map(|is| is ^ 1).collect()
            }
            Self::Known(attribute, is) => {
                let codes = &attribute.codes;
                trials.iter().map(|trial| is[codes[customer(trial)] as usize]).collect()
            }
            Self::Plan(is) => trials.iter().map(|trial| is[trial.plan as usize]).collect(),
            Self::Mrr(tests) => vec![u8::from(pays(tests, 0)); trials.len()],
            Self::Cohort(tests) => {
                each(&|trial| u8::from(began(tests, ledger.customers.first_paid[customer(trial)])))
            }
            Self::NeverPaid => {
                each(&|trial| u8::from(ledger.customers.first_paid[customer(trial)] == Day::NEVER))
            }
        }
    }
}

fn add(all: &mut [u8], more: &[u8], both: impl Fn(u8, u8) -> u8) {
    all.iter_mut().zip(more).for_each(|(one, other)| *one = both(*one, *other));
}

/// Puts the byte of each customer to the bytes of his states.
fn spread(customers: &[u8], states: &mut [u8], bounds: &[u32], both: impl Fn(u8, u8) -> u8) {
    let base = bounds.first().copied().unwrap_or(0);
    for (own, is) in bounds.windows(2).zip(customers) {
        let own = (own[0] - base) as usize..(own[1] - base) as usize;
        states[own].iter_mut().for_each(|state| *state = both(*state, *is));
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Problem, parse};
    use super::*;
    use crate::ledger::testing::{Business, day};
    use crate::model::Status;

    fn business() -> Business {
        Business::new()
            .change("ann", "2025-03-01", Status::Active, "Pro", 5_000)
            .change("ann", "2025-06-01", Status::Active, "Basic", 2_000)
            .on("bob", "Pro", 9_000, "2025-04-10")
            .on("eve", "Basic", 2_000, "2026-01-01")
            .in_country("ann", "NL")
            .in_country("bob", "BE")
            .known("bob", "Team size", "12")
            .known("eve", "Team size", "7")
    }

    /// Who belongs to a segment on a day.
    fn members(text: &str, on: &str) -> String {
        let business = business();
        let book = business.book();
        let mask = parse(text).unwrap().mask(&book).unwrap();
        let names = ["ann", "bob", "eve"].into_iter().filter(|name| {
            let customer = business.dense(&book, name);
            let state = book.state_on(customer, day(on));
            let is = state.is_some_and(|state| mask.has(customer, state));
            assert!(!is || mask.has_customer(customer), "a member at all");
            is
        });
        names.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_is_known_of_a_customer_and_what_he_has_today_can_be_asked_for() {
        let now = "2026-02-01";
        assert_eq!(members("", now), "ann bob eve");
        assert_eq!(members("country = 'NL'", now), "ann");
        assert_eq!(members("country is empty or country = 'BE'", now), "bob eve");
        assert_eq!(members("not country in ('NL', 'BE')", now), "eve");
        assert_eq!(members("plan = 'Pro'", now), "bob");
        assert_eq!(members("plan = 'Pro'", "2025-05-01"), "ann bob");
        assert_eq!(members("mrr >= 5000", "2025-05-01"), "ann bob");
        assert_eq!(members("mrr >= 5000 and country = 'NL'", "2025-05-01"), "ann");
        assert_eq!(members("mrr >= 5000 and country = 'NL'", now), "");
        assert_eq!(members("plan contains 'PR' or country = 'NL'", now), "ann bob");
        assert_eq!(members("'team SIZE' > 7", now), "bob", "as numbers");
        assert_eq!(members("'Team size' < 100", now), "bob eve", "not who is not known");
        assert_eq!(members("cohort = '2025-Q1' or cohort >= '2026'", now), "ann eve");
        assert_eq!(members("cohort in ('2025-03', '2025-04')", now), "ann bob");
    }

    #[test]
    fn a_fault_says_where() {
        let book = business().book();
        let fault = |text: &str| parse(text).unwrap().mask(&book).unwrap_err();
        let unknown = fault("plan = 'Pro' and colour = 'red'");
        let colour = Problem::UnknownAttribute("colour".to_owned());
        assert_eq!((unknown.position, unknown.problem), (18, colour));
        assert_eq!(fault("mrr = 'lots'").problem, Problem::NotANumber("lots".to_owned()));
        assert_eq!(fault("cohort = 'May'").problem, Problem::NotAPeriod("May".to_owned()));
    }

    #[test]
    fn the_lists_of_the_window_are_a_filter() {
        let list = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
        let filter = Filter::of_lists(&list(&["Pro", "Basic"]), &list(&["NL"]));
        assert_eq!(filter.to_string(), r#"plan in ("Pro", "Basic") and country in ("NL")"#);
        assert!(Filter::of_lists(&[], &[]).is_everyone());
    }
}
