//! MRR at the end of each period by plan: that of each customer's largest subscription (metrics.md 3).
//!
//! The plans of a period sum to its MRR at the end.

use super::exchange::{Exchange, Turn};
use super::movements::calendar;
use super::scope::Scope;
use super::sweep::{Step, Tally, sweep};
use crate::model::{Grain, Period};

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
    let width = calendar.len();
    let mut stocks = sweep(scope, &calendar, || Stocks::new(scope, width)).rows;
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
struct Stocks {
    width: usize,
    rows: Vec<i64>,
}

impl Stocks {
    fn new(scope: &Scope, width: usize) -> Self {
        Self { width, rows: vec![0; scope.ledger.plans.len() * width] }
    }
}

impl Tally for Stocks {
    fn state(&mut self, scope: &Scope, step: &Step) {
        let plans = &scope.ledger.states.plan;
        if step.period >= self.width {
            return;
        }
        if step.before.inside {
            let plan = plans[step.state - 1] as usize;
            self.rows[plan * self.width + step.period] -= step.before.mrr;
        }
        if step.at.inside {
            let plan = plans[step.state] as usize;
            self.rows[plan * self.width + step.period] += step.at.mrr;
        }
    }

    fn turn(&mut self, exchange: &Exchange<'_>, turn: &Turn) {
        if !turn.after.inside {
            return;
        }
        let plan = exchange.scope().ledger.states.plan[turn.state] as usize;
        let row = &mut self.rows[plan * self.width..(plan + 1) * self.width];
        row[turn.period] += turn.closing.mrr;
        if let Some(next) = row.get_mut(turn.period + 1) {
            *next -= turn.closing.mrr;
        }
    }

    fn absorb(&mut self, other: Self) {
        self.rows.iter_mut().zip(other.rows).for_each(|(row, more)| *row += more);
    }
}
