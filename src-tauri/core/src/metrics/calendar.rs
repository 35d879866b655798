//! Periods as the days on which they are looked at.
//!
//! The start of a period is the state of the day before its first day, its end the state of its
//! last day; of the unfinished period, of the as-of date. So a period is seen on one day, and the
//! day of a change tells from which period on it is seen.

use crate::model::{Day, Grain, Period};

/// Days in order, and for each day of the calendar the first of them on which it is history.
#[derive(Debug, Clone)]
pub(super) struct Checks {
    days: Vec<Day>,
    /// Day number of `table[0]`.
    base: i32,
    /// By day since `base`: how many checks lie before it.
    table: Vec<u32>,
}

impl Checks {
    /// Days that never fall.
    pub(super) fn new(days: Vec<Day>) -> Self {
        let (Some(first), Some(last)) = (days.first(), days.last()) else {
            return Self { days, base: 0, table: Vec::new() };
        };
        let (base, last) = (first.0, last.0);
        let mut table = Vec::with_capacity(usize::try_from(last - base + 1).unwrap_or(0));
        let mut check = 0_u32;
        for day in base..=last {
            while days[check as usize].0 < day {
                check += 1;
            }
            table.push(check);
        }
        Self { days, base, table }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.days.len()
    }

    /// The days themselves.
    pub(super) fn days(&self) -> impl Iterator<Item = Day> + '_ {
        self.days.iter().copied()
    }

    /// The day at a place.
    pub(super) fn day(&self, at: usize) -> Option<Day> {
        self.days.get(at).copied()
    }

    /// The first check that sees what is dated on this day; `len()` where none does.
    #[inline(always)]
    pub(super) fn seen(&self, day: i32) -> usize {
        if day <= self.base {
            return 0;
        }
        let at = usize::try_from(day.saturating_sub(self.base)).unwrap_or(usize::MAX);
        self.table.get(at).map_or(self.days.len(), |check| *check as usize)
    }
}

/// Consecutive periods up to the one of the as-of date.
#[derive(Debug, Clone)]
pub(super) struct Calendar {
    pub(super) first: Period,
    pub(super) as_of: Day,
    pub(super) ends: Checks,
}

impl Calendar {
    /// The periods from the one of `from` to the one of `as_of`; none when `from` lies after.
    pub(super) fn new(grain: Grain, from: Day, as_of: Day) -> Self {
        let first = Period::of(grain, from);
        let ends = if from <= as_of {
            let periods = first.until(Period::of(grain, as_of));
            periods.map(|period| period.last().min(as_of)).collect()
        } else {
            Vec::new()
        };
        Self { first, as_of, ends: Checks::new(ends) }
    }

    /// How many periods there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The period at a place.
    pub(super) fn period(&self, at: usize) -> Period {
        self.first.plus(i32::try_from(at).unwrap_or(i32::MAX))
    }

    /// The days twelve months before the ends of the periods.
    pub(super) fn year_before(&self) -> Checks {
        Checks::new(self.ends.days.iter().map(|day| day.minus_months(12)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_dated_on_the_first_belongs_to_the_month_that_begins() {
        let day = |text: &str| Day::parse(text).unwrap();
        let months = Calendar::new(Grain::Month, day("2026-05-10"), day("2026-07-15"));
        let seen = |text: &str| months.ends.seen(day(text).0);
        assert_eq!((seen("2026-05-31"), seen("2026-06-01"), seen("2026-07-15")), (0, 1, 2));
        assert_eq!(seen("2026-07-16"), months.len(), "not known yet");
        assert_eq!(seen("2020-01-01"), 0);
    }
}
