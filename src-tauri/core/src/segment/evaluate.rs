//! From a filter to the mask of a book.

use super::column::{Column, add, bounds};
use super::fault::Fault;
use super::filter::Filter;
use super::mask::Mask;
use super::node::Node;
use crate::ledger::{Attribute, Ledger};
use rayon::prelude::*;
use std::ops::Range;

/// States below which a second thread costs more than it brings.
const SMALL: usize = 40_000;
/// One customer of so many, or fewer: asked one by one.
const FEW: usize = 4;

impl Filter {
    /// Who belongs to it and when, in this book. `plan` and `mrr` are those of each state, at the
    /// exchange rates of the day it began: nobody moves because a rate did. Cohort, country and what
    /// the files brought belong to the customer.
    ///
    /// # Errors
    /// An attribute nobody has, an amount that is no number, a cohort that is no period: with its
    /// position.
    pub fn mask(&self, ledger: &Ledger) -> Result<Mask, Fault> {
        self.mask_with(ledger, &[])
    }

    /// The same with attributes that are not in the ledger; they come before those of one name that
    /// are.
    ///
    /// # Errors
    /// As [`Filter::mask`].
    pub fn mask_with(&self, ledger: &Ledger, more: &[Attribute]) -> Result<Mask, Fault> {
        let node = Node::new(self, ledger, more)?;
        let mut customers = vec![0; ledger.len()];
        let mut states = node.moves().then(|| vec![0; ledger.states.day.len()]);
        let small = ledger.states.day.len() < SMALL;
        let parts = if small { 1 } else { rayon::current_num_threads() * 4 };
        let runs = runs(ledger, parts, &mut customers, states.as_deref_mut());
        let found: Vec<Found> = if small {
            runs.into_iter().map(|run| run.fill(&node, ledger)).collect()
        } else {
            runs.into_par_iter().map(|run| run.fill(&node, ledger)).collect()
        };
        let mut members = Vec::with_capacity(found.iter().map(|part| part.members.len()).sum());
        let mut trials = Vec::with_capacity(ledger.trials.len());
        for part in found {
            members.extend_from_slice(&part.members);
            trials.extend_from_slice(&part.trials);
        }
        Ok(Mask { members, customers, states, trials })
    }
}

/// Customers in a row with their part of the mask, written where it will stand.
struct Run<'m> {
    customers: Range<u32>,
    of_customers: &'m mut [u8],
    of_states: Option<&'m mut [u8]>,
}

/// What a run finds beside the bytes it writes.
struct Found {
    members: Vec<u32>,
    trials: Vec<u8>,
}

/// Cuts the customers, and their bytes, into runs of equal length.
fn runs<'m>(
    ledger: &Ledger,
    parts: usize,
    mut of_customers: &'m mut [u8],
    mut of_states: Option<&'m mut [u8]>,
) -> Vec<Run<'m>> {
    let offsets = &ledger.customers.offsets;
    let (all, step) = (ledger.len(), ledger.len().div_ceil(parts).max(1));
    let cut = |from: usize| {
        let to = all.min(from + step);
        let (own, rest) = std::mem::take(&mut of_customers).split_at_mut(to - from);
        of_customers = rest;
        let states = of_states.take().map(|all| {
            let (own, rest) = all.split_at_mut((offsets[to] - offsets[from]) as usize);
            of_states = Some(rest);
            own
        });
        Run { customers: from as u32..to as u32, of_customers: own, of_states: states }
    };
    (0..all).step_by(step).map(cut).collect()
}

impl Run<'_> {
    fn fill(self, node: &Node, ledger: &Ledger) -> Found {
        let Self { customers: run, of_customers, of_states } = self;
        match of_states {
            None => {
                let column = node.column(ledger, &run).customers;
                of_customers.copy_from_slice(&column.unwrap_or_else(|| vec![1; run.len()]));
            }
            Some(of_states) => moving(node, ledger, &run, of_customers, of_states),
        }
        let first = ledger.trials.partition_point(|trial| trial.customer < run.start);
        let last = ledger.trials.partition_point(|trial| trial.customer < run.end);
        let trials = node.of_trials(ledger, &ledger.trials[first..last]);
        Found { members: places(of_customers, run.start), trials }
    }
}

/// Both bytes where membership changes from state to state. Where what never changes leaves only a
/// few customers, their states are asked one by one; else all of them column by column.
fn moving(
    node: &Node,
    ledger: &Ledger,
    run: &Range<u32>,
    of_customers: &mut [u8],
    of_states: &mut [u8],
) {
    let few = node.fixed(ledger, run).map(|fixed| places(&fixed, run.start));
    match few.filter(|few| few.len() < run.len() / FEW) {
        Some(few) => one_by_one(node, ledger, run, &few, (of_customers, of_states)),
        None => by_columns(node, ledger, run, of_customers, of_states),
    }
}

fn one_by_one(
    node: &Node,
    ledger: &Ledger,
    run: &Range<u32>,
    few: &[u32],
    (of_customers, of_states): (&mut [u8], &mut [u8]),
) {
    let base = bounds(ledger, run)[0];
    let offsets = &ledger.customers.offsets;
    for &customer in few {
        let own = offsets[customer as usize]..offsets[customer as usize + 1];
        let mut any = false;
        for state in own {
            let is = node.holds(ledger, customer as usize, state as usize);
            of_states[(state - base) as usize] = u8::from(is);
            any |= is;
        }
        of_customers[(customer - run.start) as usize] = u8::from(any);
    }
}

fn by_columns(
    node: &Node,
    ledger: &Ledger,
    run: &Range<u32>,
    of_customers: &mut [u8],
    of_states: &mut [u8],
) {
    let Column { customers, states } = node.column(ledger, run);
    let states = states.unwrap_or_else(|| vec![1; of_states.len()]);
    of_states.copy_from_slice(&states);
    let any = any_of_each(&states, bounds(ledger, run));
    of_customers.copy_from_slice(&any);
    if let Some(customers) = customers {
        add(of_customers, &customers, |one, other| one & other);
    }
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
    fn few_customers_asked_one_by_one_give_the_same_as_all_by_columns() {
        let business = business();
        let book = business.book();
        let (customers, states) = (book.len(), book.states.day.len());
        let (all, run) = ((0..customers as u32).collect::<Vec<_>>(), 0..customers as u32);
        for text in [
            "plan = 'Pro'",
            "plan = 'Pro' and country = 'NL'",
            "not (plan = 'Basic' or mrr > 5000) and country in ('NL', 'BE')",
            "mrr >= 5000 and cohort = '2025'",
            "not plan = 'Pro' and cohort is empty",
        ] {
            let filter = parse(text).unwrap();
            let node = Node::new(&filter, &book, &[]).unwrap();
            let (mut one, mut other) =
                ((vec![0; customers], vec![0; states]), (vec![0; customers], vec![0; states]));
            one_by_one(&node, &book, &run, &all, (&mut one.0, &mut one.1));
            by_columns(&node, &book, &run, &mut other.0, &mut other.1);
            let of_members = |(of_customers, of_states): (Vec<u8>, Vec<u8>)| {
                let own = |at: usize| {
                    book.customers.offsets[at] as usize..book.customers.offsets[at + 1] as usize
                };
                (0..customers)
                    .filter(|&at| of_customers[at] != 0)
                    .map(|at| (at, of_states[own(at)].to_vec()))
                    .collect::<Vec<_>>()
            };
            assert_eq!(of_members(one), of_members(other), "{text}");
        }
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
        let filter = Filter::of_lists(&list(&["Pro", "Basic"]), &list(&["NL"]), &[]);
        assert_eq!(filter.to_string(), r#"plan in ("Pro", "Basic") and country in ("NL")"#);
        assert!(Filter::of_lists(&[], &[], &[]).is_everyone());
    }
}
