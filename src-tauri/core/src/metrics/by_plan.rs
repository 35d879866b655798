//! MRR at the end of each period by plan: that of each customer's largest subscription (metrics.md 3).
//!
//! The plans of a period sum to its MRR at the end.

use super::calendar::Calendar;
use super::movements::calendar;
use super::scope::{At, Scope};
use super::sweep::{Tally, sweep};
use crate::model::{Grain, Period};
use std::ops::Range;

/// MRR of one plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanMrr {
    /// Its place in the ledger's plans.
    pub plan: u32,
    /// MRR at the end of each period, in minor units.
    pub mrr: Vec<i64>,
}

/// The plans that ever had MRR in these consecutive periods, the largest at the end first.
pub fn mrr_by_plan(scope: &Scope, grain: Grain, periods: &[Period]) -> Vec<PlanMrr> {
    let (Some(calendar), Some(first)) = (calendar(scope, grain, None), periods.first()) else {
        return Vec::new();
    };
    let mut stocks = sweep(scope, || Stocks::new(scope, &calendar)).rows;
    let width = calendar.len();
    let skip = usize::try_from(first.index() - calendar.first.index()).unwrap_or(0);
    let plan = |(plan, row): (usize, &mut [i64])| {
        let mut sum = 0;
        for amount in row.iter_mut() {
            sum += *amount;
            *amount = sum;
        }
        let mrr: Vec<i64> = row.iter().skip(skip).take(periods.len()).copied().collect();
        PlanMrr { plan: u32::try_from(plan).unwrap_or(u32::MAX), mrr }
    };
    let mut plans: Vec<PlanMrr> = stocks.chunks_mut(width).enumerate().map(plan).collect();
    plans.retain(|plan| plan.mrr.iter().any(|mrr| *mrr != 0));
    plans.sort_by_key(|plan| (std::cmp::Reverse(plan.mrr.last().copied()), plan.plan));
    plans
}

/// By plan and period the difference to the period before.
struct Stocks<'a> {
    calendar: &'a Calendar,
    rows: Vec<i64>,
}

impl<'a> Stocks<'a> {
    fn new(scope: &Scope, calendar: &'a Calendar) -> Self {
        Self { calendar, rows: vec![0; scope.ledger.plans.len() * calendar.len()] }
    }
}

impl Tally for Stocks<'_> {
    fn customer(&mut self, scope: &Scope, customer: u32, states: Range<usize>) {
        let ledger = &scope.ledger.states;
        let width = self.calendar.len();
        let mut before = (At::default(), 0);
        for state in states {
            let period = self.calendar.ends.seen(ledger.day[state]);
            if period >= width {
                break;
            }
            let after = (scope.at(customer, state), ledger.plan[state] as usize);
            if before.0.inside {
                self.rows[before.1 * width + period] -= before.0.mrr;
            }
            if after.0.inside {
                self.rows[after.1 * width + period] += after.0.mrr;
            }
            before = after;
        }
    }

    fn absorb(&mut self, other: Self) {
        self.rows.iter_mut().zip(other.rows).for_each(|(row, more)| *row += more);
    }
}
