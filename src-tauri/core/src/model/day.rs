//! Civil dates as day numbers.

use chrono::{Datelike, Months, NaiveDate};
use serde::{Serialize, Serializer};
use std::fmt;

/// A civil date: days since 1970-01-01 in the workspace's reporting time zone.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Day(pub i32);

impl Day {
    /// Before everything.
    pub const MIN: Self = Self(i32::MIN);
    /// After everything; an end that has not come.
    pub const NEVER: Self = Self(i32::MAX);

    /// The day of a calendar date; `None` for a date that does not exist.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self::from)
    }

    /// Reads `YYYY-MM-DD`, nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok().map(Self::from)
    }

    /// The calendar date. Days outside chrono's range (`MIN`, `NEVER`) give its limits.
    pub fn date(self) -> NaiveDate {
        NaiveDate::from_epoch_days(self.0).unwrap_or(if self.0 < 0 {
            NaiveDate::MIN
        } else {
            NaiveDate::MAX
        })
    }

    /// The year of the calendar date.
    pub fn year(self) -> i32 {
        self.date().year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.date().month()
    }

    /// The day of the month, 1 to 31.
    pub fn day_of_month(self) -> u32 {
        self.date().day()
    }

    /// `n` days later (earlier when negative).
    #[must_use]
    pub fn plus(self, n: i32) -> Self {
        Self(self.0.saturating_add(n))
    }

    /// The same day number `n` months later, at most that month's last day.
    #[must_use]
    pub fn plus_months(self, n: u32) -> Self {
        self.date().checked_add_months(Months::new(n)).map_or(Self::NEVER, Self::from)
    }

    /// `n` months earlier: from the last day of a month the last day of the month `n` earlier,
    /// otherwise the same day number, at most that month's last (metrics.md 1).
    #[must_use]
    pub fn minus_months(self, n: u32) -> Self {
        let is_last = self.plus(1).day_of_month() == 1;
        let earlier =
            |day: Self| day.date().checked_sub_months(Months::new(n)).map_or(Self::MIN, Self::from);
        if is_last { earlier(self.plus(1)).plus(-1) } else { earlier(self) }
    }
}

impl From<NaiveDate> for Day {
    fn from(date: NaiveDate) -> Self {
        Self(date.to_epoch_days())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.date().format("%Y-%m-%d"))
    }
}

impl Serialize for Day {
    /// As text: `2026-11-20`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_earlier_keep_the_end_of_the_month() {
        let earlier = |text, n| Day::parse(text).unwrap().minus_months(n).to_string();
        assert_eq!(earlier("2026-02-28", 12), "2025-02-28");
        assert_eq!(earlier("2026-02-28", 1), "2026-01-31");
        assert_eq!(earlier("2024-02-29", 12), "2023-02-28");
        assert_eq!(earlier("2026-03-30", 1), "2026-02-28");
        assert_eq!(earlier("2026-11-20", 12), "2025-11-20");
    }
}
