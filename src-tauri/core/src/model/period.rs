//! Calendar periods: weeks, months, quarters, years.

use super::Day;
use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize, Serializer};
use std::fmt;
use ts_rs::TS;

/// How long a period is. Weeks are ISO weeks, Monday to Sunday.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export)]
pub enum Grain {
    /// Monday to Sunday, named by the ISO year.
    Week,
    /// A calendar month.
    #[default]
    Month,
    /// January to March, and so on.
    Quarter,
    /// A calendar year.
    Year,
}

/// One calendar period, `2026-03`, `2026-Q1`, `2026` or `2026-W14`: both its days belong to it.
/// `index` counts periods of the grain, so the next one is one more.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Period {
    /// Which kind of period; two of different grain do not compare in a useful way.
    grain: GrainOrd,
    /// Weeks since the one of 1970-01-01; months, quarters or years since year 0.
    index: i32,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
enum GrainOrd {
    Week,
    Month,
    Quarter,
    Year,
}

/// The Monday of the ISO week of 1970-01-01 (a Thursday).
const FIRST_MONDAY: i32 = -3;

impl Period {
    /// The period of this grain and index.
    pub fn new(grain: Grain, index: i32) -> Self {
        let grain = match grain {
            Grain::Week => GrainOrd::Week,
            Grain::Month => GrainOrd::Month,
            Grain::Quarter => GrainOrd::Quarter,
            Grain::Year => GrainOrd::Year,
        };
        Self { grain, index }
    }

    /// The period this day lies in.
    pub fn of(grain: Grain, day: Day) -> Self {
        let months = || day.year() * 12 + day.date().month0().cast_signed();
        let index = match grain {
            Grain::Week => (day.0 - FIRST_MONDAY).div_euclid(7),
            Grain::Month => months(),
            Grain::Quarter => months().div_euclid(3),
            Grain::Year => day.year(),
        };
        Self::new(grain, index)
    }

    /// Its grain.
    pub fn grain(self) -> Grain {
        match self.grain {
            GrainOrd::Week => Grain::Week,
            GrainOrd::Month => Grain::Month,
            GrainOrd::Quarter => Grain::Quarter,
            GrainOrd::Year => Grain::Year,
        }
    }

    /// Its number among the periods of its grain.
    pub fn index(self) -> i32 {
        self.index
    }

    /// Its first day.
    pub fn first(self) -> Day {
        let month = |index: i32| {
            Day::from_ymd(index.div_euclid(12), index.rem_euclid(12).cast_unsigned() + 1, 1)
                .unwrap_or(Day::MIN)
        };
        match self.grain {
            GrainOrd::Week => Day(FIRST_MONDAY + self.index * 7),
            GrainOrd::Month => month(self.index),
            GrainOrd::Quarter => month(self.index * 3),
            GrainOrd::Year => month(self.index * 12),
        }
    }

    /// Its last day.
    pub fn last(self) -> Day {
        self.plus(1).first().plus(-1)
    }

    /// `n` periods later (earlier when negative).
    #[must_use]
    pub fn plus(self, n: i32) -> Self {
        Self { index: self.index + n, ..self }
    }

    /// Whether the as-of date lies after its last day: only then its figures are final.
    pub fn is_finished(self, as_of: Day) -> bool {
        as_of > self.last()
    }

    /// All periods from this one to `last`, both included; empty when `last` lies before.
    pub fn until(self, last: Self) -> impl DoubleEndedIterator<Item = Self> + Clone {
        (self.index..=last.index).map(move |index| Self { index, ..self })
    }

    /// Reads what `Display` writes.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (year, rest) = match text.split_once('-') {
            Some((year, rest)) => (year.parse::<i32>().ok()?, Some(rest)),
            None => (text.parse::<i32>().ok()?, None),
        };
        let Some(rest) = rest else {
            return Some(Self::new(Grain::Year, year));
        };
        if let Some(quarter) = rest.strip_prefix(['Q', 'q']) {
            let quarter = quarter.parse::<i32>().ok().filter(|q| (1..=4).contains(q))?;
            return Some(Self::new(Grain::Quarter, year * 4 + quarter - 1));
        }
        if let Some(week) = rest.strip_prefix(['W', 'w']) {
            let monday = NaiveDate::from_isoywd_opt(year, week.parse().ok()?, Weekday::Mon)?;
            return Some(Self::of(Grain::Week, monday.into()));
        }
        let month = rest.parse::<i32>().ok().filter(|m| (1..=12).contains(m))?;
        Some(Self::new(Grain::Month, year * 12 + month - 1))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let first = self.first();
        match self.grain {
            GrainOrd::Week => {
                let week = first.date().iso_week();
                write!(f, "{:04}-W{:02}", week.year(), week.week())
            }
            GrainOrd::Month => write!(f, "{:04}-{:02}", first.year(), first.month()),
            GrainOrd::Quarter => {
                write!(f, "{:04}-Q{}", first.year(), self.index.rem_euclid(4) + 1)
            }
            GrainOrd::Year => write!(f, "{:04}", self.index),
        }
    }
}

impl Serialize for Period {
    /// As it is written: `2026-03`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_week_is_named_by_its_iso_year() {
        let week = Period::of(Grain::Week, Day::parse("2027-01-01").unwrap());
        assert_eq!(week.to_string(), "2026-W53");
        assert_eq!(week.first().to_string(), "2026-12-28");
    }

    proptest! {
        #[test]
        fn a_period_holds_its_days_and_reads_back(day in -40_000..60_000_i32, grain in 0..4_usize) {
            let grain = [Grain::Week, Grain::Month, Grain::Quarter, Grain::Year][grain];
            let period = Period::of(grain, Day(day));
            prop_assert!(period.first() <= Day(day) && Day(day) <= period.last());
            prop_assert_eq!(Period::of(grain, period.last().plus(1)), period.plus(1));
            prop_assert_eq!(Period::parse(&period.to_string()), Some(period));
        }
    }
}
