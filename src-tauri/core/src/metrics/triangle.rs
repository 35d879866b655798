//! The sweep behind [`cohorts`](super::cohorts): customers and one amount of every cohort at the end
//! of every period.

use super::calendar::Calendar;
use super::cohorts::Measure;
use super::exchange::{Exchange, Turn};
use super::scope::Scope;
use super::sweep::{Step, Tally};
use crate::model::Period;

/// One cohort, added up.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) cohort: Period,
    pub(super) size: i64,
    /// MRR at the end of period 0.
    pub(super) mrr: i64,
    pub(super) cells: Vec<Sum>,
}

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sum {
    pub(super) customers: i64,
    pub(super) amount: i64,
    pub(super) finished: bool,
}

/// Rows of all periods while they are added up: cells hold the difference to the cell before.
pub(super) struct Rows<'a> {
    calendar: &'a Calendar,
    amount: Measure,
    rows: Vec<Part>,
    /// The cohort of the customer whose states come by.
    cohort: usize,
    /// Whether he belongs to the segment: as on his first paying day.
    member: bool,
    /// His MRR at the end of period 0, as far as it is known.
    first: i64,
}

/// One cohort of [`Rows`]; without customers it has no cells, otherwise one more than periods.
#[derive(Clone, Default)]
struct Part {
    size: i64,
    mrr: i64,
    cells: Vec<(i64, i64)>,
}

impl<'a> Rows<'a> {
    pub(super) fn new(calendar: &'a Calendar, amount: Measure) -> Self {
        let rows = vec![Part::default(); calendar.len()];
        Self { calendar, amount, rows, cohort: 0, member: false, first: 0 }
    }

    pub(super) fn finish(self) -> Vec<Row> {
        let Self { calendar, rows, .. } = self;
        let row = |(at, part): (usize, Part)| {
            let mut sum = Sum::default();
            let cells = part.cells.iter().take(calendar.len() - at).enumerate();
            let cells = cells.map(|(k, (customers, amount))| {
                sum.customers += customers;
                sum.amount += amount;
                sum.finished = calendar.period(at + k).is_finished(calendar.as_of);
                sum
            });
            let cells = cells.collect();
            Row { cohort: calendar.period(at), size: part.size, mrr: part.mrr, cells }
        };
        let some = rows.into_iter().enumerate().filter(|(_, part)| part.size > 0);
        some.map(row).collect()
    }

    /// A customer begins.
    #[inline(always)]
    fn begin(&mut self, period: usize, inside: bool) {
        (self.cohort, self.member) = (period, inside);
        let periods = self.calendar.len();
        if let Some(row) = self.rows.get_mut(period).filter(|_| inside) {
            row.size += 1;
            if row.cells.is_empty() {
                row.cells = vec![(0, 0); periods - period + 1];
            }
        }
    }

    /// What a state is worth in the measure's unit.
    #[inline(always)]
    fn worth(&self, scope: &Scope, state: usize, mrr: i64) -> i64 {
        match self.amount {
            Measure::Customers | Measure::NetMrr => mrr,
            Measure::GrossMrr => mrr.min(self.first),
            Measure::Seats => i64::from(scope.ledger.states.seats[state]),
        }
    }
}

impl Tally for Rows<'_> {
    #[inline(always)]
    fn state(&mut self, scope: &Scope, step: &Step) {
        if step.first {
            self.begin(step.period, step.at.inside);
        }
        if step.period == self.cohort {
            self.first = step.at.mrr;
        }
        // Not seen at the end of any period, or nothing to be seen.
        if step.period >= step.next || !self.member || !step.at.present {
            return;
        }
        let worth = self.worth(scope, step.state, step.at.mrr);
        let Some(row) = self.rows.get_mut(self.cohort) else {
            return;
        };
        row.mrr += if step.period == self.cohort { step.at.mrr } else { 0 };
        let cell = &mut row.cells[step.period - self.cohort];
        *cell = (cell.0 + 1, cell.1 + worth);
        let cell = &mut row.cells[step.next - self.cohort];
        *cell = (cell.0 - 1, cell.1 - worth);
    }

    /// Every period at the rates of the end of the cohort's own.
    fn turn(&mut self, exchange: &Exchange<'_>, turn: &Turn) {
        let scope = exchange.scope();
        if turn.is_first {
            let first = scope.ledger.states_of(turn.customer).start;
            self.begin(turn.period, scope.has(turn.customer, first));
        }
        let mrr = exchange.at_end_of(self.cohort, turn).mrr;
        if turn.period == self.cohort {
            self.first = mrr;
        }
        if !self.member || !turn.after.present {
            return;
        }
        let worth = self.worth(scope, turn.state, mrr);
        let Some(row) = self.rows.get_mut(self.cohort) else {
            return;
        };
        row.mrr += if turn.period == self.cohort { mrr } else { 0 };
        let k = turn.period - self.cohort;
        let cell = &mut row.cells[k];
        *cell = (cell.0 + 1, cell.1 + worth);
        let cell = &mut row.cells[k + 1];
        *cell = (cell.0 - 1, cell.1 - worth);
    }

    fn absorb(&mut self, other: Self) {
        for (row, other) in self.rows.iter_mut().zip(other.rows) {
            row.size += other.size;
            row.mrr += other.mrr;
            if row.cells.is_empty() {
                row.cells = other.cells;
                continue;
            }
            for (cell, other) in row.cells.iter_mut().zip(other.cells) {
                cell.0 += other.0;
                cell.1 += other.1;
            }
        }
    }
}
