//! Spans: stretches of days over which one subscription pays the same (or is paused).

use super::LeftOut;
use super::build::Sources;
use super::life::{Life, Reading, trial};
use super::log::Moment;
use super::prices::NoRate;
use super::reasons::Reasons;
use super::rows::SubscriptionRow;
use super::trials::Trial;
use crate::model::{Currency, Day};

/// One stretch of one subscription.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Span {
    /// MRR in minor units of its currency; 0 while paused, and only then.
    pub(super) mrr: i64,
    /// Dense number of the customer.
    pub(super) customer: u32,
    /// First day.
    pub(super) from: Day,
    /// First day after it.
    pub(super) to: Day,
    /// From this day on it is known to end.
    pub(super) committed_to: Day,
    /// First day of the subscription: of two as large the earlier one names the plan.
    pub(super) start: Day,
    /// Units.
    pub(super) seats: u32,
    /// Place of the plan's name.
    pub(super) plan: u32,
    /// Why it ended, where it ended.
    pub(super) reason: u32,
    /// Bits of [`mark`].
    pub(super) marks: u8,
    /// Place of its currency in [`Rates`](super::Rates); 0 for the workspace's.
    pub(super) rate: u8,
}

/// Bits of `Span::marks`.
pub(super) mod mark {
    /// Paused: pays nothing, but its customer stays one.
    pub(in super::super) const PAUSED: u8 = 1;
    /// Ended while a payment was due.
    pub(in super::super) const UNPAID: u8 = 2;
    /// Begins with the payment of what had been due for longer than the grace.
    pub(in super::super) const RECOVERED: u8 = 4;
}

/// What one loading thread has read: hand them to [`build`](super::build) in order of ids.
#[derive(Debug, Default)]
pub struct Entries {
    pub(super) spans: Vec<Span>,
    pub(super) trials: Vec<Trial>,
    pub(super) reasons: Reasons,
    pub(super) left_out: LeftOut,
}

impl Entries {
    /// Room for so many subscriptions.
    pub fn with_capacity(subscriptions: usize) -> Self {
        Self { spans: Vec::with_capacity(subscriptions), ..Self::default() }
    }

    /// One more subscription. One of an account nobody handed over is passed by.
    pub fn push(&mut self, sources: &Sources, row: &SubscriptionRow) {
        let Some(customer) = sources.people.of(row.account) else {
            return;
        };
        let log = sources.log.of(row.id);
        if log.is_empty() {
            self.simple(sources, customer, row);
        } else {
            self.logged(sources, customer, row, log);
        }
    }

    /// A subscription that is only known as it is today.
    fn simple(&mut self, sources: &Sources, customer: u32, row: &SubscriptionRow) {
        let life = match Life::of(row, &sources.policy) {
            Reading::Pays(life) => Some(life),
            Reading::Never => None,
            Reading::NoEnd => {
                self.left_out.no_end += 1;
                return;
            }
        };
        let mrr = match sources.prices.monthly(&row.terms) {
            Ok(mrr) => mrr,
            Err(NoRate(currency)) => return self.without_rate(currency),
        };
        let plan = sources.prices.plan(&row.terms);
        if let Some((begins, ends)) = trial(row) {
            self.trials.push(Trial { customer, begins, ends, plan, converts: Day::NEVER });
        }
        let Some(life) = life.filter(|_| mrr.amount > 0) else {
            return;
        };
        let reason = if life.to == Day::NEVER {
            0
        } else {
            self.reason(sources, customer, row.cancel_reason, life.to)
        };
        let whole = Span {
            mrr: mrr.amount,
            rate: mrr.rate,
            customer,
            from: life.from,
            to: life.to,
            committed_to: life.committed_to,
            start: row.start,
            seats: row.terms.quantity,
            plan,
            reason,
            marks: if life.unpaid { mark::UNPAID } else { 0 },
        };
        if life.paused == Day::NEVER {
            self.spans.push(whole);
        } else {
            self.spans.push(Span { to: life.paused, reason: 0, marks: 0, ..whole });
            let marks = whole.marks | mark::PAUSED;
            self.spans.push(Span { mrr: 0, rate: 0, seats: 0, from: life.paused, marks, ..whole });
        }
    }

    /// A subscription of which a change log tells the history.
    fn logged(&mut self, sources: &Sources, customer: u32, row: &SubscriptionRow, log: &[Moment]) {
        match super::history::phases(sources, customer, Some(row), log) {
            Ok(history) => {
                self.take(sources, customer, history, row.cancel_reason);
            }
            Err(NoRate(currency)) => self.without_rate(currency),
        }
    }

    /// The reason the subscription names, else what the customer said.
    fn reason(&mut self, sources: &Sources, customer: u32, named: Option<&str>, left: Day) -> u32 {
        match named.filter(|named| !named.trim().is_empty()) {
            Some(named) => self.reasons.code(named),
            None => self.reasons.code(sources.said.reason(customer, left)),
        }
    }

    /// The subscriptions that only a change log speaks of.
    pub(super) fn own_logs(&mut self, sources: &Sources) {
        for (customer, log) in sources.log.own() {
            match super::history::phases(sources, customer, None, log) {
                Ok(history) => self.take(sources, customer, history, None),
                Err(NoRate(currency)) => self.without_rate(currency),
            }
        }
    }

    fn take(
        &mut self,
        sources: &Sources,
        customer: u32,
        mut history: super::history::History,
        named: Option<&str>,
    ) {
        if let Some(last) = history.spans.last_mut().filter(|last| last.to != Day::NEVER) {
            last.reason = self.reason(sources, customer, named, last.to);
        }
        self.spans.extend(history.spans);
        self.trials.extend(history.trials);
    }

    fn without_rate(&mut self, currency: Currency) {
        let list = &mut self.left_out.no_rate;
        match list.iter_mut().find(|(known, _)| *known == currency) {
            Some((_, count)) => *count += 1,
            None => list.push((currency, 1)),
        }
    }

    /// Takes in what another thread has read; its rows come after these.
    pub(super) fn append(&mut self, other: Self) {
        let places = self.reasons.absorb(&other.reasons);
        let moved = |span: Span| Span { reason: places[span.reason as usize], ..span };
        self.spans.extend(other.spans.into_iter().map(moved));
        self.trials.extend(other.trials);
        self.left_out.no_end += other.left_out.no_end;
        for (currency, count) in other.left_out.no_rate {
            (0..count).for_each(|_| self.without_rate(currency));
        }
        self.left_out.no_rate.sort_unstable();
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Business, day};
    use super::super::{Ledger, build};
    use super::*;
    use crate::model::Status;
    use proptest::prelude::*;

    fn columns(book: &Ledger) -> Vec<(i32, i64, i64, u32, u8, u32)> {
        let states = &book.states;
        let row = |at: usize| {
            let (mrr, committed) = (states.mrr[at], states.committed[at]);
            (states.day[at], mrr, committed, states.seats[at], states.flags[at], states.reason[at])
        };
        (0..states.day.len()).map(row).collect()
    }

    proptest! {
        /// Two ways to read one row: straight from its dates, and as a history without a log.
        #[test]
        fn a_row_without_a_log_is_a_history_of_one_phase(
            status in 0..Status::ALL.len(),
            days in prop::array::uniform8(prop::option::weighted(0.4, 0..400_i32)),
            at_period_end in any::<bool>(),
            reason in any::<bool>(),
        ) {
            let on = |at: usize| days[at].map(|offset| day("2026-01-01").plus(offset - 20));
            let business = Business::new().pays("ann", "Pro", 1_000, "2026-01-01", |row| {
                row.status = Status::ALL[status];
                row.trial_end = on(0);
                row.period_start = on(1);
                row.period_end = on(2);
                row.cancel_requested = on(3);
                row.ended = on(4);
                row.past_due_since = on(5);
                row.paused_on = on(6);
                row.seen_on = on(7).unwrap_or(day("2026-06-01"));
                row.at_period_end = at_period_end;
                row.cancel_reason = reason.then_some("Too expensive");
            });
            let row = &business.rows[0];
            let read = |entries: Entries| columns(&build(business.sources(), vec![entries]));
            let mut straight = Entries::default();
            straight.simple(&business.sources(), 0, row);
            let mut woven = Entries::default();
            woven.logged(&business.sources(), 0, row, &[]);
            if straight.left_out.no_end == 0 {
                prop_assert_eq!(read(straight), read(woven));
            }
        }
    }
}
