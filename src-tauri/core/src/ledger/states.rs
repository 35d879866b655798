//! From the spans of one customer to his states: what he is worth from which day on.
//!
//! All changes of a day are one state. He is a customer of a day when he pays on it, or when
//! something of his is paused after having paid. His plan is that of his largest subscription
//! (ties: earlier start, then id); while nothing pays he keeps his last. Who leaves does so for the
//! reason of the largest subscription that ended on that day. Where exchange rates change, what is
//! largest is told at the rates of the day the state begins, and what each subscription pays is
//! kept beside ([`Foreign`]).

use super::foreign::Part;
use super::spans::{Span, mark};
use super::{Foreign, Rates, States, flag};
use crate::model::Day;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// States with the places where those of each customer begin.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) states: States,
    pub(super) offsets: Vec<u32>,
    pub(super) foreign: Foreign,
}

/// Collects the states of one customer after the other.
pub(super) struct Fill<'a> {
    pub(super) table: Table,
    /// By place of the reason: whether nobody chose it.
    involuntary: &'a [bool],
    rates: &'a Rates,
    /// What the customer pays is worth something else from day to day.
    changes: bool,
    /// What he pays in the state that is being built, and in the one before.
    parts: Vec<Part>,
    parts_before: Vec<Part>,
    days: Vec<i32>,
    starts: Vec<u32>,
    active: Vec<u32>,
    largest: BinaryHeap<(i64, Reverse<i32>, Reverse<u32>)>,
}

/// One state before it is written.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
struct State {
    mrr: i64,
    committed: i64,
    seats: u32,
    plan: u32,
    flags: u8,
    reason: u32,
}

impl<'a> Fill<'a> {
    pub(super) fn new(capacity: usize, involuntary: &'a [bool], rates: &'a Rates) -> Self {
        let (states, offsets, foreign) = (States::default(), vec![0], Foreign::nobody());
        let mut table = Table { states, offsets, foreign };
        table.states.reserve(capacity);
        Self {
            table,
            involuntary,
            rates,
            changes: false,
            parts: Vec::new(),
            parts_before: Vec::new(),
            days: Vec::new(),
            starts: Vec::new(),
            active: Vec::new(),
            largest: BinaryHeap::new(),
        }
    }

    /// The states of the next customer.
    pub(super) fn customer(&mut self, spans: &[Span]) {
        self.changes = spans.iter().any(|span| span.rate != 0);
        match spans {
            [] => {}
            [span] if span.marks & mark::PAUSED == 0 && !self.changes => self.one(span),
            spans => self.several(spans),
        }
        if let (true, Some(span)) = (self.changes, spans.first()) {
            self.table.foreign.push_customer(span.customer);
        }
        let from = self.table.offsets.last().map_or(0, |from| *from as usize);
        mark_places(&mut self.table.states.flags[from..]);
        let end = u32::try_from(self.table.states.day.len()).unwrap_or(u32::MAX);
        self.table.offsets.push(end);
    }

    /// The common case: one stretch that begins, perhaps is cancelled ahead, perhaps ends.
    fn one(&mut self, span: &Span) {
        let committed = if span.committed_to > span.from { span.mrr } else { 0 };
        let plan = span.plan;
        let (seats, flags) = (span.seats, flag::PRESENT);
        let paying = State { mrr: span.mrr, committed, seats, plan, flags, reason: 0 };
        self.table.states.push(span.from.0, paying);
        if committed > 0 && span.committed_to < span.to {
            let leaving = State { committed: 0, ..paying };
            self.table.states.push(span.committed_to.0, leaving);
        }
        if span.to.0 != i32::MAX {
            let gone = State { plan, ..self.left(span) };
            self.table.states.push(span.to.0, gone);
        }
    }

    /// Any number of stretches: one walk over the days on which something begins or ends.
    fn several(&mut self, spans: &[Span]) {
        self.days.clear();
        for span in spans {
            self.days.extend([span.from.0, span.committed_to.0, span.to.0]);
        }
        self.days.sort_unstable();
        self.days.dedup();
        self.starts.clear();
        self.starts.extend((0..).take(spans.len()));
        self.starts.sort_by_key(|&at| Reverse(spans[at as usize].from));
        self.active.clear();
        self.largest.clear();
        self.parts_before.clear();
        let mut last: Option<State> = None;
        for at in 0..self.days.len() {
            let today = self.days[at];
            if today == i32::MAX {
                break;
            }
            let next = self.on(spans, today, last);
            let Some(next) = next.filter(|next| last.is_none_or(|last| self.differ(&last, next)))
            else {
                continue;
            };
            self.table.states.push(today, next);
            if self.changes {
                self.table.foreign.push_state(&self.parts);
                std::mem::swap(&mut self.parts, &mut self.parts_before);
            }
            last = Some(State { flags: next.flags & !flag::RECOVERED, ..next });
        }
    }

    /// The state of a day on which something begins or ends; `None` before the first paying day.
    fn on(&mut self, spans: &[Span], today: i32, last: Option<State>) -> Option<State> {
        let ended = self.active.iter().map(|&at| &spans[at as usize]);
        let ended = ended.filter(|span| span.to.0 <= today);
        let size = |span: &&Span| (worth(self.rates, span, today), Reverse(span.start));
        let largest_ended = ended.max_by_key(size).copied();
        self.active.retain(|&at| spans[at as usize].to.0 > today);
        let mut recovered = false;
        while let Some(&at) = self.starts.last().filter(|&&at| spans[at as usize].from.0 <= today) {
            let span = &spans[at as usize];
            self.starts.pop();
            self.active.push(at);
            recovered |= span.marks & mark::RECOVERED != 0;
            if span.mrr > 0 && !self.changes {
                self.largest.push((span.mrr, Reverse(span.start.0), Reverse(at)));
            }
        }
        let mut next = State { plan: last.map_or(0, |last| last.plan), ..State::default() };
        let mut pays = false;
        for span in self.active.iter().map(|&at| &spans[at as usize]) {
            let mrr = worth(self.rates, span, today);
            next.mrr = next.mrr.saturating_add(mrr);
            if span.committed_to.0 > today {
                next.committed = next.committed.saturating_add(mrr);
            }
            next.seats = next.seats.saturating_add(span.seats);
            if span.marks & mark::PAUSED != 0 {
                next.flags |= flag::PAUSED;
            } else {
                pays = true;
            }
        }
        if self.changes {
            self.note_parts(spans, today);
        }
        if !pays && last.is_none() {
            return None;
        }
        if pays {
            next.plan = self.largest_on(spans, today).unwrap_or(next.plan);
        }
        if !pays && next.flags & flag::PAUSED == 0 {
            return Some(self.gone(last, largest_ended.as_ref(), next.plan));
        }
        next.flags |= flag::PRESENT;
        if recovered && last.is_some_and(|last| last.flags & flag::PRESENT == 0) {
            next.flags |= flag::RECOVERED;
        }
        Some(next)
    }

    /// The plan of the largest stretch of the day; those that are over are dropped on the way.
    fn largest_on(&mut self, spans: &[Span], today: i32) -> Option<u32> {
        if self.changes {
            let active = self.active.iter().filter(|&&at| spans[at as usize].mrr > 0);
            let key = |at: u32| {
                let span = &spans[at as usize];
                (worth(self.rates, span, today), Reverse(span.start.0), Reverse(at))
            };
            return active.max_by_key(|at| key(**at)).map(|at| spans[*at as usize].plan);
        }
        while let Some(&(_, _, Reverse(at))) = self.largest.peek() {
            let span = &spans[at as usize];
            if span.to.0 > today {
                return Some(span.plan);
            }
            self.largest.pop();
        }
        None
    }

    /// What each subscription pays in its own currency; those in the workspace's together.
    fn note_parts(&mut self, spans: &[Span], today: i32) {
        self.parts.clear();
        for span in self.active.iter().map(|&at| &spans[at as usize]).filter(|span| span.mrr > 0) {
            let committed = if span.committed_to.0 > today { span.mrr } else { 0 };
            match self.parts.iter_mut().find(|part| span.rate == 0 && part.0 == 0) {
                Some((_, amount, kept)) => {
                    *amount = amount.saturating_add(span.mrr);
                    *kept = kept.saturating_add(committed);
                }
                None => self.parts.push((span.rate, span.mrr, committed)),
            }
        }
        self.parts.sort_unstable();
    }

    /// Whether something changed from one state to the next; that rates did is no change.
    fn differ(&self, last: &State, next: &State) -> bool {
        if !self.changes {
            return last != next;
        }
        let apart = |state: &State| State { mrr: 0, committed: 0, ..*state };
        apart(last) != apart(next) || self.parts != self.parts_before
    }

    /// Not there: as on the day he left, for as long as he stays away.
    fn gone(&self, last: Option<State>, ended: Option<&Span>, plan: u32) -> State {
        match (last, ended) {
            (Some(last), _) if last.flags & flag::PRESENT == 0 => last,
            (_, Some(span)) => State { plan, ..self.left(span) },
            (_, None) => State { plan, ..State::default() },
        }
    }

    /// The state of one who left with this stretch: its reason, and whether he wanted to.
    fn left(&self, span: &Span) -> State {
        let known = span.reason != 0;
        let involuntary = if known {
            self.involuntary[span.reason as usize]
        } else {
            span.marks & mark::UNPAID != 0
        };
        let flags = match (involuntary, known) {
            (true, _) => flag::INVOLUNTARY,
            (false, true) => flag::VOLUNTARY,
            (false, false) => 0,
        };
        State { flags, reason: span.reason, ..State::default() }
    }
}

/// What a stretch is worth on a day, in the workspace's currency.
#[inline]
fn worth(rates: &Rates, span: &Span, today: i32) -> i64 {
    match span.rate {
        0 => span.mrr,
        rate => rates.factor(rate, Day(today)).convert(span.mrr),
    }
}

/// Tells the states of one customer where they stand among themselves.
fn mark_places(flags: &mut [u8]) {
    let mut later = 0;
    for state in flags.iter_mut().rev() {
        *state |= later;
        if *state & flag::PRESENT != 0 {
            later = flag::LATER;
        }
    }
    if let Some(first) = flags.first_mut() {
        *first |= flag::FIRST;
    }
}

impl States {
    fn reserve(&mut self, capacity: usize) {
        self.day.reserve(capacity);
        self.mrr.reserve(capacity);
        self.committed.reserve(capacity);
        self.seats.reserve(capacity);
        self.plan.reserve(capacity);
        self.flags.reserve(capacity);
        self.reason.reserve(capacity);
    }

    fn push(&mut self, day: i32, state: State) {
        self.day.push(day);
        self.mrr.push(state.mrr);
        self.committed.push(state.committed);
        self.seats.push(state.seats);
        self.plan.push(state.plan);
        let asked = if state.committed < state.mrr { flag::ASKED } else { 0 };
        self.flags.push(state.flags | asked);
        self.reason.push(state.reason);
    }
}

impl Table {
    /// The tables of runs of customers as one.
    pub(super) fn join(parts: Vec<Self>) -> Self {
        let mut offsets = vec![0];
        let mut states: Vec<States> = Vec::with_capacity(parts.len());
        let mut foreign = Foreign::nobody();
        for part in parts {
            let base = offsets.last().copied().unwrap_or(0);
            offsets.extend(part.offsets[1..].iter().map(|at| at + base));
            states.push(part.states);
            foreign.append(part.foreign);
        }
        let states = States {
            day: joined(&mut states, |one| &mut one.day),
            mrr: joined(&mut states, |one| &mut one.mrr),
            committed: joined(&mut states, |one| &mut one.committed),
            seats: joined(&mut states, |one| &mut one.seats),
            plan: joined(&mut states, |one| &mut one.plan),
            flags: joined(&mut states, |one| &mut one.flags),
            reason: joined(&mut states, |one| &mut one.reason),
        };
        Self { states, offsets, foreign }
    }
}

/// One column of all parts, column by column so that nothing is held twice for long.
fn joined<T>(parts: &mut [States], column: impl Fn(&mut States) -> &mut Vec<T>) -> Vec<T> {
    let total = parts.iter_mut().map(|part| column(part).len()).sum();
    let mut all = Vec::with_capacity(total);
    for part in parts {
        all.append(&mut std::mem::take(column(part)));
    }
    all
}
