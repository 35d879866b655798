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
//! `mrr_end = mrr_start + new + expansion + reactivation - contraction - churn + entered - left + fx`
//! to the cent, and the same for customers without the last. All movements are taken at the
//! exchange rates of the start; [`fx`](super::exchange) is what those of the end add. Joined and left belong to the segment of their last day.

use super::calendar::Calendar;
use super::flows::Flows;
use super::scope::{At, Scope};
use super::sweep::sweep;
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
    /// Exchange effect: of who is there at the end, at the rates of the end less at those of the
    /// start.
    pub fx: i64,
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
    let flows = sweep(scope, &calendar, || Flows::new(calendar.len())).finish();
    table(&calendar, flows)
}

/// The periods of a book: from its first paying day, or an earlier day.
pub(super) fn calendar(scope: &Scope, grain: Grain, from: Option<Day>) -> Option<Calendar> {
    let first = match (scope.ledger.first_paid, from) {
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

/// Of one who is gone at the end: his last state as a customer in the segment, if these hold one.
pub(super) fn last_there(scope: &Scope, customer: u32, states: Range<usize>) -> Option<usize> {
    let last = states.rev().find(|&state| scope.ledger.states.is_present(state))?;
    scope.has(customer, last).then_some(last)
}
