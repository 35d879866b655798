//! Who left by period, split by whether they wanted to (metrics.md 4).
//!
//! Voluntary where a reason is recorded that says so, involuntary where a payment failed or a card
//! expired (or he left while past due without another reason), unknown where no reason is
//! recorded: never silently voluntary. The kind is that of the last time he left in the period.
//! The three sum to the churn of the period.

use super::calendar::Calendar;
use super::movements::calendar;
use super::scope::{At, Scope};
use super::sweep::{Tally, sweep};
use crate::ledger::flag;
use crate::model::{Grain, Period};
use std::ops::Range;

/// Customers and MRR lost in one way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Loss {
    /// Heads.
    pub customers: i64,
    /// Their MRR at the start of the period, in minor units.
    pub mrr: i64,
}

/// Voluntary, involuntary, unknown.
pub type ByKind = [Loss; 3];

/// The losses of every period from the first paying day to the as-of date.
pub fn churn_kinds(scope: &Scope, grain: Grain) -> Vec<(Period, ByKind)> {
    let Some(calendar) = calendar(scope, grain, None) else {
        return Vec::new();
    };
    let rows = sweep(scope, || Losses::new(&calendar)).rows;
    rows.into_iter().enumerate().map(|(at, row)| (calendar.period(at), row)).collect()
}

struct Losses<'a> {
    calendar: &'a Calendar,
    rows: Vec<ByKind>,
}

impl<'a> Losses<'a> {
    fn new(calendar: &'a Calendar) -> Self {
        Self { calendar, rows: vec![ByKind::default(); calendar.len()] }
    }
}

impl Tally for Losses<'_> {
    fn customer(&mut self, scope: &Scope, customer: u32, states: Range<usize>) {
        let days = &scope.ledger.states.day;
        let mut before = At::default();
        let mut from = states.start;
        while from < states.end {
            let period = self.calendar.ends.seen(days[from]);
            if period >= self.rows.len() {
                break;
            }
            let mut to = from + 1;
            while to < states.end && self.calendar.ends.seen(days[to]) == period {
                to += 1;
            }
            let after = scope.at(customer, to - 1);
            if before.inside && !after.present {
                let loss = &mut self.rows[period][kind(scope, states.start..to)];
                loss.customers += 1;
                loss.mrr += before.mrr;
            }
            before = after;
            from = to;
        }
    }

    fn absorb(&mut self, other: Self) {
        for (row, more) in self.rows.iter_mut().flatten().zip(other.rows.iter().flatten()) {
            row.customers += more.customers;
            row.mrr += more.mrr;
        }
    }
}

/// Which of the three: by the state in which he left for the last time.
fn kind(scope: &Scope, states: Range<usize>) -> usize {
    let all = &scope.ledger.states;
    let left = states.rev().take_while(|&state| !all.is_present(state)).last();
    let flags = left.map_or(0, |state| all.flags[state]);
    if flags & flag::VOLUNTARY != 0 {
        0
    } else if flags & flag::INVOLUNTARY != 0 {
        1
    } else {
        2
    }
}
