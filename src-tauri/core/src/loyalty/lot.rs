//! Points in lots (metrics.md 10).
//!
//! What is earned at once is a lot. Its points are pending until they can be used, then they are in
//! the balance until they are redeemed, expire or are reversed. Balance = sum of what the lots
//! still hold. Redemptions and points taken by hand are drawn from the oldest lot first (day
//! earned, then order of entry).
//!
//! **Reversal.** Where a payment is given back, wholly or in part, its lot comes down to what the
//! amount kept would have earned. What of it had expired is gone already and not taken twice:
//! reversed = earned - expired - earned by the amount kept, never below what was reversed before.
//! Where it was redeemed, the lot owes the rest; other points of the balance fill that at once,
//! oldest first, and later ones as they come.
//!
//! **What nothing covers.** A redemption or a taking that finds too few points (the import that
//! brought them was undone) stands; what is missing is owed as above. So a balance is below 0 only
//! after a reversal or where facts were taken away, and nothing can be redeemed until it is filled.
//!
//! **Expiry**, dated on the first day the points can no longer be used, by the rule of the day the
//! lot was earned: so many months after that day, or so many months after the last points were
//! earned or redeemed (and never earlier than so many months after the lot's own day).

use super::event::{Entry, Happened, What};
use super::programme::Expiry;
use crate::model::Day;

/// Points that came at once, and what became of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Lot {
    /// When they were earned.
    pub day: Day,
    /// From when on they could be used: until then they are pending.
    pub usable: Day,
    /// With what; a redemption or an adjustment where it is one that nothing covered.
    pub what: What,
    /// How many there were; 0 of what nothing covered.
    pub points: i64,
    /// Used.
    pub redeemed: i64,
    /// Ended.
    pub expired: i64,
    /// Taken because the payment was given back.
    pub reversed: i64,
    /// Taken by hand.
    pub taken: i64,
    /// Got from other lots to fill what was owed; below 0: given to them.
    pub filled: i64,
    /// When they end.
    pub expiry: Expiry,
}

impl Lot {
    /// What it still holds; below 0: what it owes.
    pub fn left(&self) -> i64 {
        self.points + self.filled - self.redeemed - self.expired - self.reversed - self.taken
    }
}

/// Who takes points out of a balance.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Taker {
    Redemption,
    Hand,
}

/// The lots of one customer.
#[derive(Debug)]
pub(super) struct Lots {
    pub(super) lots: Vec<Lot>,
    pub(super) balance: i64,
    /// Lots before this one hold nothing.
    first: usize,
    /// Pending lots.
    waiting: Vec<usize>,
    /// Lots that owe.
    owing: Vec<usize>,
    /// The last day points were earned or redeemed.
    active: Day,
    /// No lot ends before.
    ends: Day,
    /// No pending lot can be used before.
    usable: Day,
    /// The months after which each lot ends, where that is the same for all and nothing else decides
    /// it: they end in the order they came. 0 where it is not so; none before the first.
    each: Option<u16>,
}

impl Lots {
    pub(super) fn new() -> Self {
        Self {
            lots: Vec::new(),
            balance: 0,
            first: 0,
            waiting: Vec::new(),
            owing: Vec::new(),
            active: Day::MIN,
            ends: Day::NEVER,
            usable: Day::NEVER,
            each: None,
        }
    }

    /// As new, with its memory kept.
    pub(super) fn clear(&mut self) {
        self.lots.clear();
        self.waiting.clear();
        self.owing.clear();
        (self.balance, self.first, self.active) = (0, 0, Day::MIN);
        (self.ends, self.usable, self.each) = (Day::NEVER, Day::NEVER, None);
    }

    /// The next day on which something may happen by itself.
    pub(super) fn wakes(&self) -> Day {
        self.ends.min(self.usable)
    }

    /// A new lot; its place.
    pub(super) fn add(
        &mut self,
        lot: Lot,
        is_activity: bool,
        tell: &mut impl FnMut(Happened),
    ) -> usize {
        let at = self.lots.len();
        self.lots.push(lot);
        if is_activity {
            self.active = self.active.max(lot.day);
        }
        self.note_rule(&lot);
        self.expect_end(&lot);
        if lot.usable > lot.day {
            self.waiting.push(at);
            self.usable = self.usable.min(lot.usable);
        } else {
            self.credit(at, lot.day, tell);
            self.fill();
        }
        at
    }

    fn note_rule(&mut self, lot: &Lot) {
        // Every month has 28 days: a lot that can be used by then ends by its months alone.
        let months = match lot.expiry {
            Expiry::Each(months) if lot.usable <= lot.day.plus(28 * i32::from(months)) => months,
            Expiry::Never | Expiry::Each(_) | Expiry::Idle(_) => 0,
        };
        let is_same = self.each.is_none_or(|each| each == months);
        self.each = Some(if is_same { months } else { 0 });
    }

    /// Whether no lot behind another ends before it.
    fn end_in_order(&self) -> bool {
        self.each.is_some_and(|months| months > 0)
    }

    fn expect_end(&mut self, lot: &Lot) {
        let months = match lot.expiry {
            Expiry::Never => return,
            Expiry::Each(months) | Expiry::Idle(months) => i32::from(months),
        };
        // Every month has 28 days: what cannot end sooner need not be worked out.
        if self.ends > lot.day.plus(28 * months) {
            self.ends = self.ends.min(self.end(lot));
        }
    }

    /// The first day this lot can no longer be used, if nothing more is earned or redeemed.
    pub(super) fn end(&self, lot: &Lot) -> Day {
        let end = match lot.expiry {
            Expiry::Never => return Day::NEVER,
            Expiry::Each(months) => lot.day.plus_months(u32::from(months)),
            Expiry::Idle(months) => self.active.max(lot.day).plus_months(u32::from(months)),
        };
        end.max(lot.usable.plus(1))
    }

    /// Pending lots whose day has come enter the balance.
    pub(super) fn mature(&mut self, today: Day, tell: &mut impl FnMut(Happened)) {
        if self.usable > today {
            return;
        }
        let is_due = |at: &usize| self.lots[*at].usable <= today;
        let (due, waiting): (Vec<usize>, _) = self.waiting.iter().partition(|at| is_due(at));
        self.waiting = waiting;
        let days = self.waiting.iter().map(|at| self.lots[*at].usable);
        self.usable = days.min().unwrap_or(Day::NEVER);
        due.into_iter().for_each(|at| self.credit(at, today, tell));
        self.fill();
    }

    fn credit(&mut self, at: usize, today: Day, tell: &mut impl FnMut(Happened)) {
        let lot = self.lots[at];
        self.book(today, lot.what, lot.left(), tell);
    }

    fn book(&mut self, day: Day, what: What, points: i64, tell: &mut impl FnMut(Happened)) {
        if points == 0 {
            return;
        }
        self.balance += points;
        tell(Happened::Points(Entry { day, what, points, balance: self.balance }));
    }

    /// What ends by this day.
    pub(super) fn expire(&mut self, today: Day, tell: &mut impl FnMut(Happened)) {
        if self.ends > today {
            return;
        }
        self.ends = Day::NEVER;
        self.skip_empty(today);
        for at in self.first..self.lots.len() {
            let lot = self.lots[at];
            let left = lot.left();
            if left <= 0 {
                continue;
            }
            let end = self.end(&lot);
            if end > today {
                self.ends = self.ends.min(end);
                if self.end_in_order() {
                    break;
                }
                continue;
            }
            self.lots[at].expired += left;
            self.book(today, What::Expired { earned: lot.day }, -left, tell);
        }
    }

    fn skip_empty(&mut self, today: Day) {
        let is_done = |lot: &Lot| lot.left() <= 0 && lot.usable <= today;
        while self.lots.get(self.first).is_some_and(is_done) {
            self.first += 1;
        }
    }

    /// Points used or taken by hand on this day, oldest lot first.
    pub(super) fn take(
        &mut self,
        today: Day,
        (what, points): (What, i64),
        taker: Taker,
        tell: &mut impl FnMut(Happened),
    ) {
        let mut rest = points;
        self.skip_empty(today);
        for lot in &mut self.lots[self.first..] {
            let part = rest.min(lot.left());
            if part > 0 && lot.usable <= today {
                *lot.side(taker) += part;
                rest -= part;
            }
            if rest == 0 {
                break;
            }
        }
        if rest > 0 {
            self.owe(today, what, rest, taker);
        }
        if taker == Taker::Redemption && points > 0 {
            self.active = self.active.max(today);
        }
        self.book(today, what, -points, tell);
    }

    /// What nothing covers is a lot of its own that owes.
    fn owe(&mut self, day: Day, what: What, points: i64, taker: Taker) {
        let mut lot = Lot {
            day,
            usable: day,
            what,
            points: 0,
            redeemed: 0,
            expired: 0,
            reversed: 0,
            taken: 0,
            filled: 0,
            expiry: Expiry::Never,
        };
        *lot.side(taker) = points;
        self.owing.push(self.lots.len());
        self.lots.push(lot);
    }

    /// A lot comes down to `kept` points on this day.
    pub(super) fn reverse(
        &mut self,
        today: Day,
        at: usize,
        (what, kept): (What, i64),
        tell: &mut impl FnMut(Happened),
    ) {
        let lot = &mut self.lots[at];
        let more = lot.points - lot.expired - kept - lot.reversed;
        if more <= 0 {
            return;
        }
        lot.reversed += more;
        // What is pending enters the balance later on this day at the earliest, and then is less.
        if self.waiting.contains(&at) {
            return;
        }
        if lot.left() < 0 && !self.owing.contains(&at) {
            self.owing.push(at);
        }
        self.book(today, what, -more, tell);
        self.fill();
    }

    /// Points of the balance fill what is owed: the oldest first on both sides.
    fn fill(&mut self) {
        if self.owing.is_empty() {
            return;
        }
        let waiting = std::mem::take(&mut self.waiting);
        let mut from = self.first;
        for owing in std::mem::take(&mut self.owing) {
            while self.lots[owing].left() < 0 && from < self.lots.len() {
                let part = self.lots[from].left().min(-self.lots[owing].left());
                if part <= 0 || waiting.contains(&from) {
                    from += 1;
                    continue;
                }
                self.lots[from].filled -= part;
                self.lots[owing].filled += part;
            }
            if self.lots[owing].left() < 0 {
                self.owing.push(owing);
            }
        }
        self.waiting = waiting;
    }

    /// What ends when, the soonest first, if nothing more is earned or redeemed; one a day.
    pub(super) fn expiring(&self, today: Day) -> Vec<(Day, i64)> {
        let live = self.lots.iter().filter(|lot| lot.left() > 0 && lot.usable <= today);
        let mut days: Vec<(Day, i64)> = live.map(|lot| (self.end(lot), lot.left())).collect();
        days.retain(|(day, _)| *day != Day::NEVER);
        days.sort_unstable();
        days.dedup_by(|later, kept| {
            let same = later.0 == kept.0;
            kept.1 += if same { later.1 } else { 0 };
            same
        });
        days
    }

    /// The first day any points end, and how many do by a day, if nothing more is earned or redeemed.
    pub(super) fn next_end(&self, today: Day, by: Day) -> (Option<Day>, i64) {
        let (mut first, mut points) = (Day::NEVER, 0);
        for lot in &self.lots[self.first..] {
            if lot.left() <= 0 || lot.usable > today {
                continue;
            }
            let end = self.end(lot);
            first = first.min(end);
            points += if end <= by { lot.left() } else { 0 };
            if end > by && self.end_in_order() {
                break;
            }
        }
        (Some(first).filter(|day| *day != Day::NEVER), points)
    }

    /// What was earned after a day, less what was reversed of it.
    pub(super) fn earned_since(&self, day: Day) -> i64 {
        let recent = self.lots.iter().rev().take_while(|lot| lot.day > day);
        let earned = recent.filter(|lot| matches!(lot.what, What::Earned(_)));
        earned.map(|lot| lot.points - lot.reversed).sum()
    }

    /// Pending points.
    pub(super) fn pending(&self) -> i64 {
        self.waiting.iter().map(|at| self.lots[*at].left()).sum()
    }
}

impl Lot {
    fn side(&mut self, taker: Taker) -> &mut i64 {
        match taker {
            Taker::Redemption => &mut self.redeemed,
            Taker::Hand => &mut self.taken,
        }
    }
}
