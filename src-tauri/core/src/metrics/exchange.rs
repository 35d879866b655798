//! The exchange effect (metrics.md 1), and the customers whose worth changes with exchange rates.
//!
//! A period compares at the rates of its start, which are those of the day before its first day:
//! who pays 100 USD before and after has not moved, whatever a dollar is worth. *Exchange effect*
//! = MRR at the end at the rates of the end - the same at the rates of the start; above 0 when
//! foreign money became dearer, 0 for who pays in the workspace's currency. It is in no rate and
//! in no other movement, so
//! `mrr_end = mrr_start + new + expansion + reactivation - contraction - churn + entered - left + fx`
//! to the cent, and the end of a period is the start of the next.
//!
//! Most customers are worth the same on every day of a state; [`sweep`](super::sweep) walks their
//! states. The others come here, period by period, and every metric takes in such a [`Turn`]
//! beside its steps.

use super::calendar::Calendar;
use super::scope::{At, Scope};
use super::sweep::Tally;
use crate::ledger::{Foreign, Parts, Quick, Rates, Worth};
use crate::model::Day;
use rayon::prelude::*;
use std::ops::Range;

/// Customers below which a second thread costs more than it brings.
const SMALL: usize = 500;

/// One customer whose worth changes, from the start of a period to its end.
#[derive(Clone, Copy)]
pub(super) struct Turn {
    pub(super) customer: u32,
    /// His place in [`Foreign`].
    pub(super) place: usize,
    pub(super) period: usize,
    /// Place of the first state dated in the period; one more than `state` where there is none.
    pub(super) from: usize,
    /// Place of the state at the end.
    pub(super) state: usize,
    /// Whether his first paying day lies in the period.
    pub(super) is_first: bool,
    /// At the start; absent before the first state.
    pub(super) before: At,
    /// At the end, at the rates of the start.
    pub(super) after: At,
    /// At the end, at the rates of the end.
    pub(super) closing: Worth,
}

impl Turn {
    /// What the customer adds to the exchange effect of the period.
    pub(super) fn effect(&self) -> i64 {
        effect(self.after, self.closing)
    }
}

/// The exchange effect of a customer: at the end at the rates of the end less the same at those of
/// the start.
pub(super) fn effect(after: At, closing: Worth) -> i64 {
    if after.inside { closing.mrr - after.mrr } else { 0 }
}

/// What currencies are worth on some days, in their order.
pub(super) struct RatesOn {
    width: usize,
    factors: Vec<Quick>,
}

impl RatesOn {
    pub(super) fn new(rates: &Rates, days: impl IntoIterator<Item = Day>) -> Self {
        if rates.are_fixed() {
            return Self { width: 0, factors: Vec::new() };
        }
        let factors = days.into_iter().flat_map(|day| rates.on(day)).map(Quick::from).collect();
        Self { width: rates.on(Day::MIN).len(), factors }
    }

    /// What somebody is worth at the rates of the day at a place.
    #[inline]
    pub(super) fn worth(&self, at: usize, parts: Parts<'_>) -> Worth {
        let factors = &self.factors[at * self.width..(at + 1) * self.width];
        parts.worth(|rate, amount| factors[usize::from(rate)].convert(amount))
    }
}

/// All of them, through the periods of a calendar.
pub(super) struct Exchange<'a> {
    scope: &'a Scope<'a>,
    calendar: &'a Calendar,
    /// The day before the first period, then the ends of the periods.
    rates: RatesOn,
    /// Periods in which somebody who has left may still be asked for: over a year.
    year: usize,
}

/// Days within which who has left is asked for once more: a year back from the end of a period.
const YEAR: i32 = 366 + 31;

/// Adds to a tally everyone in the scope whose worth changes; `empty` begins a part of it.
pub(super) fn turn<T: Tally>(
    scope: &Scope,
    calendar: &Calendar,
    mut tally: T,
    empty: impl Fn() -> T + Sync,
) -> T {
    let foreign = &scope.ledger.foreign;
    if foreign.is_empty() || calendar.len() == 0 {
        return tally;
    }
    let days = std::iter::once(calendar.first.first().plus(-1)).chain(calendar.ends.days());
    let rates = RatesOn::new(&foreign.rates, days);
    let ends = || calendar.ends.days();
    let begin = ends().next().unwrap_or(Day::MIN);
    let year = ends().take_while(|day| day.0.saturating_sub(begin.0) <= YEAR).count() + 1;
    let exchange = Exchange { scope, calendar, rates, year };
    let count = foreign.customers.len();
    if count < SMALL {
        exchange.run(0..count, &mut tally);
        return tally;
    }
    let step = count.div_ceil(rayon::current_num_threads() * 4).max(1);
    let starts = (0..count).step_by(step).collect::<Vec<_>>();
    let part = |at: usize| {
        let mut part = empty();
        exchange.run(at..count.min(at + step), &mut part);
        part
    };
    let joined = starts.into_par_iter().map(part).reduce_with(|mut one, other| {
        one.absorb(other);
        one
    });
    if let Some(joined) = joined {
        tally.absorb(joined);
    }
    tally
}

impl Exchange<'_> {
    fn foreign(&self) -> &Foreign {
        &self.scope.ledger.foreign
    }

    fn run(&self, places: Range<usize>, tally: &mut impl Tally) {
        for place in places {
            let customer = self.foreign().customers[place];
            if self.scope.has_customer(customer) {
                self.customer(place, customer, tally);
            }
        }
    }

    /// The periods of one customer, from the one of his first paying day on.
    fn customer(&self, place: usize, customer: u32, tally: &mut impl Tally) {
        let own = self.scope.ledger.states_of(customer);
        let days = &self.scope.ledger.states.day[own.clone()];
        let Some(&first) = days.first() else {
            return;
        };
        let seen = |nth: usize| days.get(nth).map(|day| self.calendar.ends.seen(*day));
        let (mut next, mut before) = (0, At::default());
        let (mut period, mut absent) = (self.calendar.ends.seen(first), 0);
        while period < self.calendar.len() {
            let begin = next;
            while seen(next).is_some_and(|seen| seen <= period) {
                next += 1;
            }
            let state = own.start + next - 1;
            let after = match begin == next {
                true => before,
                false => self.at(customer, state, self.worth(period, place, next - 1)),
            };
            let closing = self.worth(period + 1, place, next - 1);
            let (from, is_first) = (own.start + begin, begin == 0);
            let turn =
                Turn { customer, place, period, from, state, is_first, before, after, closing };
            tally.turn(self, &turn);
            before = self.at(customer, state, closing);
            // Who came and left within the period may have been there a year before an as-of date.
            absent = if after.present || begin != next { 0 } else { absent + 1 };
            period += 1;
            // Nobody asks for who has been away that long until he comes again.
            if absent > self.year {
                period = seen(next).map_or(usize::MAX, |seen| seen.max(period));
                absent = 0;
            }
        }
    }

    fn at(&self, customer: u32, state: usize, worth: Worth) -> At {
        self.scope.at(customer, state).worth(worth)
    }

    /// What a customer is worth in his nth state at the end of the period before this one; of 0, at
    /// the rates before all of them.
    fn worth(&self, after_periods: usize, place: usize, nth: usize) -> Worth {
        self.rates.worth(after_periods, self.foreign().parts(place, nth))
    }

    /// What the customer of a turn is worth at its end, at the rates of the end of another period.
    pub(super) fn at_end_of(&self, period: usize, turn: &Turn) -> Worth {
        let first = self.scope.ledger.states_of(turn.customer).start;
        self.worth(period + 1, turn.place, turn.state - first)
    }

    /// What they are asked about.
    pub(super) fn scope(&self) -> &Scope<'_> {
        self.scope
    }
}

/// The stretches of ascending numbers that hold none of those left out, which ascend, too.
pub(super) fn without<'a>(mut all: &'a [u32], left_out: &[u32], mut tell: impl FnMut(&'a [u32])) {
    let from = all.first().map_or(0, |first| left_out.partition_point(|one| one < first));
    for one in &left_out[from..] {
        let Some(at) = all.iter().position(|other| other >= one) else { break };
        tell(&all[..at]);
        all = &all[at + usize::from(all[at] == *one)..];
    }
    tell(all);
}

/// The same of numbers in a row.
pub(super) fn gaps(all: Range<usize>, left_out: &[u32], mut tell: impl FnMut(Range<usize>)) {
    let from = left_out.partition_point(|one| (*one as usize) < all.start);
    let mut start = all.start;
    for one in left_out[from..].iter().map(|one| *one as usize).take_while(|one| *one < all.end) {
        tell(start..one);
        start = one + 1;
    }
    tell(start..all.end);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_left_out_is_in_no_stretch() {
        let all = [0, 1, 2, 5, 6, 9];
        let of = |left_out: &[u32]| {
            let mut told = Vec::new();
            without(&all, left_out, |stretch| told.extend_from_slice(stretch));
            let mut gapped = Vec::new();
            gaps(1..7, left_out, |gap| gapped.extend(gap));
            (told, gapped)
        };
        assert_eq!(of(&[]), (all.to_vec(), vec![1, 2, 3, 4, 5, 6]));
        assert_eq!(of(&[0, 3, 5, 9, 12]), (vec![1, 2, 6], vec![1, 2, 4, 6]));
        assert_eq!(of(&[1, 2]), (vec![0, 5, 6, 9], vec![3, 4, 5, 6]));
    }
}
