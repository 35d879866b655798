//! The sweep behind [`movements`](super::movements): sums and counts by kind, added up without
//! branches that depend on the data.

use super::exchange::{Exchange, Turn};
use super::movements::{Flow, Kind, last_there};
use super::scope::{At, Scope};
use super::sweep::{Step, Tally};
use crate::ledger::flag;
use std::ops::Range;

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
/// less. A table instead of branches; a test holds it to
/// [`each`](super::movements::each).
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
            let states = self.from..step.state + 1;
            self.beside(scope, step.period, step.customer, (self.start, step.at), states);
        }
    }

    fn turn(&mut self, exchange: &Exchange<'_>, turn: &Turn) {
        let Turn { period, before, after, closing, .. } = *turn;
        let (Some(row), Some(beside)) = (self.rows.get_mut(period), self.beside.get_mut(period))
        else {
            return;
        };
        row.add(before, after, turn.is_first);
        // What stands at the end stands there at the rates of the end.
        beside.fx += turn.effect();
        row.mrr += turn.effect();
        row.committed += if after.inside { closing.committed - after.committed } else { 0 };
        let states = turn.from..turn.state + 1;
        if !states.is_empty() {
            self.beside(exchange.scope(), period, turn.customer, (before, after), states);
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
            one.fx += other.fx;
        }
    }
}

impl Flows {
    /// What is told beside the movement of a customer from the start to the end of a period:
    /// pauses, payments of what was overdue, short visits. `states` are those of the period.
    #[cold]
    fn beside(
        &mut self,
        scope: &Scope,
        period: usize,
        customer: u32,
        (start, end): (At, At),
        states: Range<usize>,
    ) {
        let Some(beside) = self.beside.get_mut(period) else {
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
            (false, false) if last_there(scope, customer, states).is_some() => {
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

#[cfg(test)]
mod tests {
    use super::super::movements::each;
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
