//! MRR movements and the coming and going of customers (metrics.md 3).
//!
//! Per customer, not per subscription, by comparing start and end of the period:
//! - not there -> there: *new* if his first paying day lies in the period, otherwise
//!   *reactivation*, whatever the gap; the MRR at the end;
//! - there -> not there: *churn*, the MRR at the start;
//! - there -> there: *expansion* or *contraction*, the difference, whatever its cause. Into or out
//!   of a pause is of kind *paused*, shown apart;
//! - not there -> not there, but there in between: counted beside as *joined and left*.
//!
//! In a segment, new and reactivated belong to the segment of the end, all others to that of the
//! start; who then stands in another one takes what he pays at the end out of the first (*left*)
//! into the second (*entered*). So for every period, segment and currency
//! `mrr_end = mrr_start + new + expansion + reactivation - contraction - churn + entered - left`
//! to the cent, and the same for customers. Joined and left belong to the segment of their last day.

use super::calendar::Calendar;
use super::scope::{At, Scope};
use super::sweep::{Tally, sweep};
use crate::ledger::flag;
use crate::model::{Day, Grain, Period};
use serde::Serialize;
use std::ops::Range;

/// What a customer does between the start and the end of a period.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Pays for the first time ever.
    New,
    /// Pays more.
    Expansion,
    /// Is back.
    Reactivation,
    /// Pays less.
    Contraction,
    /// Has left.
    Churn,
    /// Came from another segment.
    Entered,
    /// Went to another segment.
    Left,
}

impl Kind {
    /// All of them, in the order they are shown in.
    pub const ALL: [Self; 7] = [
        Self::New,
        Self::Expansion,
        Self::Reactivation,
        Self::Contraction,
        Self::Churn,
        Self::Entered,
        Self::Left,
    ];

    /// As the CLI names it.
    pub fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Expansion => "expansion",
            Self::Reactivation => "reactivation",
            Self::Contraction => "contraction",
            Self::Churn => "churn",
            Self::Entered => "entered",
            Self::Left => "left",
        }
    }
}

/// What a customer does between two days: at most a movement and a change of segment.
#[inline]
pub(super) fn each(before: At, after: At, is_first: bool, mut tell: impl FnMut(Kind, i64)) {
    match (before.present, after.present) {
        (false, true) if after.inside => {
            tell(if is_first { Kind::New } else { Kind::Reactivation }, after.mrr);
        }
        (true, false) if before.inside => tell(Kind::Churn, before.mrr),
        (true, true) => {
            if before.inside && after.mrr > before.mrr {
                tell(Kind::Expansion, after.mrr - before.mrr);
            } else if before.inside && after.mrr < before.mrr {
                tell(Kind::Contraction, before.mrr - after.mrr);
            }
            match (before.inside, after.inside) {
                (true, false) => tell(Kind::Left, after.mrr),
                (false, true) => tell(Kind::Entered, after.mrr),
                (true, true) | (false, false) => {}
            }
        }
        (false, true | false) | (true, false) => {}
    }
}

/// Sums and counts of one period.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Flow {
    /// MRR at the start: of the day before the first one.
    pub mrr_start: i64,
    /// MRR of who paid for the first time.
    pub new: i64,
    /// More than at the start.
    pub expansion: i64,
    /// The part of it that came out of a pause.
    pub expansion_paused: i64,
    /// MRR of who is back.
    pub reactivation: i64,
    /// The part of it that paid what was overdue.
    pub recovered: i64,
    /// Less than at the start.
    pub contraction: i64,
    /// The part of it that went into a pause.
    pub contraction_paused: i64,
    /// MRR at the start of who has left.
    pub churn: i64,
    /// MRR at the end of who came from another segment.
    pub entered: i64,
    /// MRR at the end of who went to another segment.
    pub left: i64,
    /// MRR at the end: of the last day, or of the as-of date.
    pub mrr_end: i64,
    /// The same without what has asked to cancel.
    pub committed_end: i64,
    /// Customers at the start.
    pub customers_start: i64,
    /// Who paid for the first time.
    pub customers_new: i64,
    /// Who is back.
    pub customers_reactivated: i64,
    /// Those of them who paid what was overdue.
    pub customers_recovered: i64,
    /// Who has left.
    pub customers_churned: i64,
    /// Who came from another segment.
    pub customers_entered: i64,
    /// Who went to another segment.
    pub customers_left: i64,
    /// Customers at the end.
    pub customers_end: i64,
    /// Not there at the start nor at the end, but in between.
    pub joined_and_left: i64,
}

/// A period with its flow.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Movements {
    /// Which.
    pub period: Period,
    /// Whether the as-of date lies after its last day.
    pub finished: bool,
    /// Its sums and counts.
    pub flow: Flow,
}

/// The movements of every period from the first paying day (or the earlier day `from`) to the
/// as-of date, one sweep over all states.
pub fn movements(scope: &Scope, grain: Grain, from: Option<Day>) -> Vec<Movements> {
    let Some(calendar) = calendar(scope, grain, from) else {
        return Vec::new();
    };
    let flows = sweep(scope, || Flows::new(&calendar)).finish();
    table(&calendar, flows)
}

/// The periods of a book: from its first paying day, or an earlier day.
pub(super) fn calendar(scope: &Scope, grain: Grain, from: Option<Day>) -> Option<Calendar> {
    let first = match (scope.ledger.first_paid(), from) {
        (Some(paid), Some(from)) => paid.min(from),
        (Some(day), None) | (None, Some(day)) => day,
        (None, None) => return None,
    };
    Some(Calendar::new(grain, first, scope.as_of))
}

/// Flows beside the periods they belong to.
pub(super) fn table(calendar: &Calendar, flows: Vec<Flow>) -> Vec<Movements> {
    let one = |(at, flow)| {
        let period = calendar.period(at);
        Movements { period, finished: period.is_finished(calendar.as_of), flow }
    };
    flows.into_iter().enumerate().map(one).collect()
}

/// Flows while they are added up; stocks hold differences until [`Flows::finish`].
pub(super) struct Flows<'a> {
    calendar: &'a Calendar,
    rows: Vec<Flow>,
}

impl<'a> Flows<'a> {
    pub(super) fn new(calendar: &'a Calendar) -> Self {
        Self { calendar, rows: vec![Flow::default(); calendar.len()] }
    }

    /// Turns differences into stocks.
    pub(super) fn finish(mut self) -> Vec<Flow> {
        let mut last = Flow::default();
        for row in &mut self.rows {
            row.mrr_start = last.mrr_end;
            row.customers_start = last.customers_end;
            row.mrr_end += last.mrr_end;
            row.committed_end += last.committed_end;
            row.customers_end += last.customers_end;
            last = *row;
        }
        self.rows
    }
}

impl Tally for Flows<'_> {
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
            let is_first = from == states.start;
            let row = &mut self.rows[period];
            row.add(before, after, is_first);
            if !before.present {
                row.beside(scope, customer, from..to, after);
            }
            before = after;
            from = to;
        }
    }

    fn absorb(&mut self, other: Self) {
        self.rows.iter_mut().zip(&other.rows).for_each(|(row, other)| row.plus(other));
    }
}

impl Flow {
    #[inline]
    fn add(&mut self, before: At, after: At, is_first: bool) {
        each(before, after, is_first, |kind, amount| match kind {
            Kind::New => {
                self.new += amount;
                self.customers_new += 1;
            }
            Kind::Reactivation => {
                self.reactivation += amount;
                self.customers_reactivated += 1;
            }
            Kind::Expansion => {
                self.expansion += amount;
                if before.paused && !after.paused {
                    self.expansion_paused += amount;
                }
            }
            Kind::Contraction => {
                self.contraction += amount;
                if after.paused && !before.paused {
                    self.contraction_paused += amount;
                }
            }
            Kind::Churn => {
                self.churn += amount;
                self.customers_churned += 1;
            }
            Kind::Entered => {
                self.entered += amount;
                self.customers_entered += 1;
            }
            Kind::Left => {
                self.left += amount;
                self.customers_left += 1;
            }
        });
        let stock = |at: At| if at.inside { (at.mrr, at.committed, 1) } else { (0, 0, 0) };
        let (was, is) = (stock(before), stock(after));
        self.mrr_end += is.0 - was.0;
        self.committed_end += is.1 - was.1;
        self.customers_end += is.2 - was.2;
    }

    /// What is counted beside the movement of one who was not there at the start.
    fn beside(&mut self, scope: &Scope, customer: u32, states: Range<usize>, after: At) {
        if after.inside {
            if came_by_paying(scope, states) {
                self.recovered += after.mrr;
                self.customers_recovered += 1;
            }
        } else if !after.present && last_there(scope, customer, states).is_some() {
            self.joined_and_left += 1;
        }
    }

    fn plus(&mut self, other: &Self) {
        self.new += other.new;
        self.expansion += other.expansion;
        self.expansion_paused += other.expansion_paused;
        self.reactivation += other.reactivation;
        self.recovered += other.recovered;
        self.contraction += other.contraction;
        self.contraction_paused += other.contraction_paused;
        self.churn += other.churn;
        self.entered += other.entered;
        self.left += other.left;
        self.mrr_end += other.mrr_end;
        self.committed_end += other.committed_end;
        self.customers_new += other.customers_new;
        self.customers_reactivated += other.customers_reactivated;
        self.customers_recovered += other.customers_recovered;
        self.customers_churned += other.customers_churned;
        self.customers_entered += other.customers_entered;
        self.customers_left += other.customers_left;
        self.customers_end += other.customers_end;
        self.joined_and_left += other.joined_and_left;
    }
}

/// Whether the last return in these states was a payment of what was overdue.
fn came_by_paying(scope: &Scope, states: Range<usize>) -> bool {
    let flags = &scope.ledger.states.flags;
    let since = states.clone().rev().take_while(|&state| flags[state] & flag::PRESENT != 0).last();
    since.is_some_and(|state| flags[state] & flag::RECOVERED != 0)
}

/// Of one who is gone at the end: his last state as a customer in the segment, if these hold one.
pub(super) fn last_there(scope: &Scope, customer: u32, states: Range<usize>) -> Option<usize> {
    let last = states.rev().find(|&state| scope.ledger.states.is_present(state))?;
    scope.has(customer, last).then_some(last)
}
