//! Trials (metrics.md 7): once per customer, and a trial of one who pays already is none.

use super::States;
use crate::model::Day;
use std::ops::Range;

/// The first trial of a customer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Trial {
    /// Dense number of the customer.
    pub customer: u32,
    /// Its first day.
    pub begins: Day,
    /// The first day after it; `NEVER` where no end is known.
    pub ends: Day,
    /// Place of the name of the plan that is tried.
    pub plan: u32,
    /// The first day after `begins` on which he pays; `NEVER` when he does not.
    pub converts: Day,
}

/// Of all trials the one of each customer that counts, sorted by customer.
pub(super) fn first_of_each(
    mut trials: Vec<Trial>,
    states: &States,
    states_of: impl Fn(u32) -> Range<usize>,
) -> Vec<Trial> {
    trials.sort_by_key(|trial| (trial.customer, trial.begins, trial.ends));
    let mut kept: Vec<Trial> = Vec::with_capacity(trials.len());
    for trial in trials {
        if kept.last().is_some_and(|last| last.customer == trial.customer) {
            continue;
        }
        let range = states_of(trial.customer);
        let days = &states.day[range.clone()];
        let after = range.start + days.partition_point(|&day| day <= trial.begins.0);
        let pays_already = after > range.start && states.mrr[after - 1] > 0;
        if !pays_already {
            let first = (after..range.end).find(|&state| states.mrr[state] > 0);
            let converts = first.map_or(Day::NEVER, |state| Day(states.day[state]));
            kept.push(Trial { converts, ..trial });
        }
    }
    kept
}
