//! The measure a tier is reached by, over its time (metrics.md 10).
//!
//! Points earned less reversed, spend less refunds, visits or full months as a customer, counted
//! on the day of the deed while a member. Rolling: from the day after the same day a year ago, up
//! to the day. Calendar year: from 1 January. Lifetime: all of it. A refund lowers what its payment
//! counted for, from the day of the refund on; where the payment lies outside the time it changes
//! nothing.

use super::fact::MOST;
use super::programme::QualifyingTime;
use crate::model::Day;

/// Days after which something may have left a rolling year; a day later it has.
const YEAR: i32 = 365;

/// One measure of one customer while his days go by.
#[derive(Debug, Default)]
pub(super) struct Counted {
    entries: Vec<(Day, i64)>,
    /// Entries before this one are out of the time.
    first: usize,
    sum: i64,
}

impl Counted {
    pub(super) fn clear(&mut self) {
        self.entries.clear();
        (self.first, self.sum) = (0, 0);
    }

    /// Counts something; its place.
    pub(super) fn add(&mut self, day: Day, value: i64) -> usize {
        let value = value.clamp(-MOST, MOST);
        self.entries.push((day, value));
        self.sum = self.sum.saturating_add(value);
        self.entries.len() - 1
    }

    /// What stands at a place becomes this.
    pub(super) fn correct(&mut self, at: usize, value: i64) {
        let by = value - self.entries[at].1;
        self.entries[at].1 = value;
        if at >= self.first {
            self.sum = self.sum.saturating_add(by);
        }
    }

    /// The measure on a day no earlier than those asked before.
    pub(super) fn on(&mut self, day: Day, over: QualifyingTime) -> i64 {
        match over {
            QualifyingTime::Lifetime => {}
            QualifyingTime::Rolling => {
                self.leave(|entry| is_a_year_before(entry, day));
            }
            QualifyingTime::CalendarYear => {
                let is_before =
                    |it: &(Day, i64)| it.0.0 + YEAR <= day.0 || it.0.year() < day.year();
                if self.entries.get(self.first).is_some_and(is_before) {
                    self.begin_year(day);
                }
            }
        }
        self.sum
    }

    /// What the calendar year before this day came to, as far as it is known on it.
    pub(super) fn in_year_before(&self, day: Day) -> i64 {
        let year = day.year() - 1;
        let before = self.entries.iter().rev().skip_while(|it| it.0.year() > year);
        before.take_while(|it| it.0.year() == year).map(|it| it.1).sum()
    }

    fn begin_year(&mut self, day: Day) {
        let first = Day::from_ymd(day.year(), 1, 1).unwrap_or(day);
        self.leave(|entry| entry < first);
    }

    fn leave(&mut self, is_out: impl Fn(Day) -> bool) {
        while let Some((_, value)) = self.entries.get(self.first).filter(|it| is_out(it.0)) {
            self.sum = self.sum.saturating_sub(*value);
            self.first += 1;
        }
    }

    /// Counts from the beginning again: for a time that reaches further back than the one before.
    pub(super) fn reopen(&mut self) {
        self.first = 0;
        self.sum = self.entries.iter().fold(0, |sum, it| sum.saturating_add(it.1));
    }

    /// The measure on a later day if nothing more is counted.
    pub(super) fn left_on(&self, day: Day, over: QualifyingTime) -> i64 {
        let is_in = |entry: Day| match over {
            QualifyingTime::Lifetime => true,
            QualifyingTime::Rolling => !is_a_year_before(entry, day),
            QualifyingTime::CalendarYear => entry.year() == day.year(),
        };
        self.recent(is_in)
    }

    /// What was counted after a day.
    pub(super) fn since(&self, day: Day) -> i64 {
        self.recent(|entry| entry > day)
    }

    fn recent(&self, is_in: impl Fn(Day) -> bool) -> i64 {
        self.entries.iter().rev().take_while(|it| is_in(it.0)).map(|it| it.1).sum()
    }
}

/// Whether a day is the same day a year before another, or earlier. The calendar is asked only where
/// it depends on a leap day.
fn is_a_year_before(entry: Day, day: Day) -> bool {
    match day.0.saturating_sub(entry.0) {
        ..YEAR => false,
        YEAR => entry <= day.minus_months(12),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn a_rolling_year_begins_on_the_day_after_the_same_day_a_year_ago() {
        let mut counted = Counted::default();
        counted.add(day("2025-03-10"), 300);
        counted.add(day("2025-03-11"), 200);
        assert_eq!(counted.on(day("2026-03-09"), QualifyingTime::Rolling), 500);
        assert_eq!(counted.on(day("2026-03-10"), QualifyingTime::Rolling), 200);
        assert_eq!(counted.on(day("2026-03-11"), QualifyingTime::Rolling), 0);
    }

    #[test]
    fn a_year_before_is_what_the_calendar_says_of_any_two_days() {
        for day in (day("2023-01-01").0..=day("2028-12-31").0).map(Day) {
            let out = day.minus_months(12);
            for entry in (360..370).map(|days| day.plus(-days)) {
                assert_eq!(is_a_year_before(entry, day), entry <= out, "{entry} and {day}");
            }
        }
    }

    #[test]
    fn a_calendar_year_begins_on_its_first_day() {
        let mut counted = Counted::default();
        counted.add(day("2025-01-01"), 1);
        counted.add(day("2025-12-31"), 2);
        assert_eq!(counted.on(day("2025-12-31"), QualifyingTime::CalendarYear), 3);
        counted.add(day("2026-01-01"), 4);
        assert_eq!(counted.on(day("2026-01-01"), QualifyingTime::CalendarYear), 4);
        assert_eq!(counted.in_year_before(day("2026-01-01")), 3);
    }

    #[test]
    fn a_refund_lowers_its_own_day() {
        let mut counted = Counted::default();
        let old = counted.add(day("2024-01-01"), 100);
        let new = counted.add(day("2026-01-01"), 50);
        assert_eq!(counted.on(day("2026-01-02"), QualifyingTime::Rolling), 50);
        counted.correct(old, 0);
        counted.correct(new, 20);
        assert_eq!(counted.on(day("2026-01-03"), QualifyingTime::Rolling), 20);
        counted.reopen();
        assert_eq!(counted.on(day("2026-01-03"), QualifyingTime::Lifetime), 20);
    }
}
