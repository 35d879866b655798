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
use super::sweep::{Step, Tally, sweep};
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
    let flows = sweep(scope, &calendar, || Flows::new(calendar.len())).finish();
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

/// Flows while they are added up.
pub(super) struct Flows {
    rows: Vec<Row>,
    /// What is told beside, by period.
    beside: Vec<Flow>,
    /// The customer at the start of the period of his last state.
    start: At,
    /// The period of his last state, and of his first.
    period: usize,
    began: usize,
    /// Place of his first state in that period.
    from: usize,
}

/// One period of [`Flows`]: sums and counts by [`Kind`], a place for those who stayed as they were,
/// and stocks as differences to the period before.
#[derive(Clone, Copy, Default)]
struct Row {
    sums: [i64; PLACES],
    counts: [i64; PLACES],
    mrr: i64,
    committed: i64,
    customers: i64,
}

/// Kinds, and one for none.
const PLACES: usize = Kind::ALL.len() + 1;
const NONE: usize = Kind::ALL.len();

/// The place of what a customer does, by: there before, there after, first time, pays more, pays
/// less. A table instead of branches; a test holds it to [`each`].
const PLACE: [u8; 32] = {
    let mut table = [NONE as u8; 32];
    let mut at = 0;
    while at < 32 {
        let (before, after, is_first) = (at & 1 != 0, at & 2 != 0, at & 4 != 0);
        let (more, less) = (at & 8 != 0, at & 16 != 0);
        table[at] = match (before, after) {
            (false, true) if is_first => Kind::New as u8,
            (false, true) => Kind::Reactivation as u8,
            (true, false) => Kind::Churn as u8,
            (true, true) if more => Kind::Expansion as u8,
            (true, true) if less => Kind::Contraction as u8,
            _ => NONE as u8,
        };
        at += 1;
    }
    table
};

impl Flows {
    pub(super) fn new(periods: usize) -> Self {
        let rows = vec![Row::default(); periods];
        let beside = vec![Flow::default(); periods];
        Self { rows, beside, start: At::default(), period: 0, began: 0, from: 0 }
    }

    /// The flows of the periods.
    pub(super) fn finish(self) -> Vec<Flow> {
        let mut last = Flow::default();
        let flow = |(row, beside): (Row, Flow)| {
            last = row.flow(&last, beside);
            last
        };
        self.rows.into_iter().zip(self.beside).map(flow).collect()
    }
}

impl Tally for Flows {
    #[inline(always)]
    fn state(&mut self, scope: &Scope, step: &Step) {
        if step.first {
            (self.start, self.began) = (At::default(), step.period);
            (self.period, self.from) = (step.period, step.state);
        } else if step.period != self.period {
            (self.start, self.period, self.from) = (step.before, step.period, step.state);
        }
        // Of several states of a period the last one counts.
        if step.next == step.period {
            return;
        }
        let Some(row) = self.rows.get_mut(step.period) else {
            return;
        };
        let is_first = step.period == self.began;
        row.add(self.start, step.at, is_first);
        let flags = scope.ledger.states.flags[step.state];
        let rare = flag::RECOVERED | flag::PAUSED;
        if flags & rare != 0 || self.start.paused || self.from != step.state {
            self.beside(scope, step);
        }
    }

    fn absorb(&mut self, other: Self) {
        self.rows.iter_mut().zip(&other.rows).for_each(|(row, other)| row.plus(other));
        for (one, other) in self.beside.iter_mut().zip(&other.beside) {
            one.expansion_paused += other.expansion_paused;
            one.contraction_paused += other.contraction_paused;
            one.recovered += other.recovered;
            one.customers_recovered += other.customers_recovered;
            one.joined_and_left += other.joined_and_left;
        }
    }
}

impl Flows {
    /// What is told beside the movement: pauses, payments of what was overdue, short visits.
    #[cold]
    fn beside(&mut self, scope: &Scope, step: &Step) {
        let (start, end) = (self.start, step.at);
        let states = self.from..step.state + 1;
        let Some(beside) = self.beside.get_mut(step.period) else {
            return;
        };
        let more = end.mrr - start.mrr;
        match (start.present, end.present) {
            (true, true) if start.inside && start.paused && !end.paused => {
                beside.expansion_paused += more.max(0);
            }
            (true, true) if start.inside && end.paused && !start.paused => {
                beside.contraction_paused += (-more).max(0);
            }
            (false, true) if end.inside && came_by_paying(scope, states.clone()) => {
                beside.recovered += end.mrr;
                beside.customers_recovered += 1;
            }
            (false, false) if last_there(scope, step.customer, states).is_some() => {
                beside.joined_and_left += 1;
            }
            (true | false, _) => {}
        }
    }
}

impl Row {
    #[inline(always)]
    fn add(&mut self, before: At, after: At, is_first: bool) {
        let difference = after.mrr - before.mrr;
        let place = usize::from(before.present)
            | usize::from(after.present) << 1
            | usize::from(is_first) << 2
            | usize::from(difference > 0) << 3
            | usize::from(difference < 0) << 4;
        let place = usize::from(PLACE[place]);
        let counts = if before.present { before.inside } else { after.inside };
        self.sums[place % PLACES] += if counts { difference.abs() } else { 0 };
        self.counts[place % PLACES] += i64::from(counts);
        let stock = |at: At| if at.inside { (at.mrr, at.committed, 1) } else { (0, 0, 0) };
        let (was, is) = (stock(before), stock(after));
        self.mrr += is.0 - was.0;
        self.committed += is.1 - was.1;
        self.customers += is.2 - was.2;
        if before.present && after.present && before.inside != after.inside {
            let kind = if before.inside { Kind::Left } else { Kind::Entered };
            self.sums[kind as usize] += after.mrr;
            self.counts[kind as usize] += 1;
        }
    }

    fn plus(&mut self, other: &Self) {
        for place in 0..PLACES {
            self.sums[place] += other.sums[place];
            self.counts[place] += other.counts[place];
        }
        self.mrr += other.mrr;
        self.committed += other.committed;
        self.customers += other.customers;
    }

    /// As a flow, after the one of the period before.
    fn flow(&self, last: &Flow, beside: Flow) -> Flow {
        let sum = |kind: Kind| self.sums[kind as usize];
        let count = |kind: Kind| self.counts[kind as usize];
        Flow {
            mrr_start: last.mrr_end,
            new: sum(Kind::New),
            expansion: sum(Kind::Expansion),
            reactivation: sum(Kind::Reactivation),
            contraction: sum(Kind::Contraction),
            churn: sum(Kind::Churn),
            entered: sum(Kind::Entered),
            left: sum(Kind::Left),
            mrr_end: last.mrr_end + self.mrr,
            committed_end: last.committed_end + self.committed,
            customers_start: last.customers_end,
            customers_new: count(Kind::New),
            customers_reactivated: count(Kind::Reactivation),
            customers_churned: count(Kind::Churn),
            customers_entered: count(Kind::Entered),
            customers_left: count(Kind::Left),
            customers_end: last.customers_end + self.customers,
            ..beside
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_says_what_each_says() {
        let amounts = [0, 5, 9];
        let ats = [true, false].map(|present| amounts.map(|mrr| (present, mrr))).concat();
        for (&(there_before, was), &(there_after, is)) in
            ats.iter().flat_map(|one| ats.iter().map(move |other| (one, other)))
        {
            for is_first in [false, true] {
                let at = |present, mrr| At {
                    mrr: if present { mrr } else { 0 },
                    present,
                    inside: present,
                    ..At::default()
                };
                let (before, after) = (at(there_before, was), at(there_after, is));
                let mut row = Row::default();
                row.add(before, after, is_first);
                let mut expected = Row::default();
                each(before, after, is_first, |kind, amount| {
                    expected.sums[kind as usize] += amount;
                    expected.counts[kind as usize] += 1;
                });
                assert_eq!(row.sums[..NONE], expected.sums[..NONE]);
                assert_eq!(row.counts[..NONE], expected.counts[..NONE]);
            }
        }
    }
}
