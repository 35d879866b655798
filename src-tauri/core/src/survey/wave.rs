//! Which wave an answer belongs to (metrics.md 8): the one named with it, otherwise the calendar
//! quarter of its day.

use crate::model::{Day, Grain, Period};
use std::fmt;
use std::sync::Arc;

/// A wave of a survey by its name: `2026-Q1`, `Autumn 2026`. A named wave that is called like a
/// quarter is that quarter.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct WaveKey(Arc<str>);

impl WaveKey {
    /// The wave of this name.
    pub fn named(name: &str) -> Self {
        match Period::parse(name) {
            Some(period) if period.grain() == Grain::Quarter => Self::of(period),
            _ => Self(name.trim().into()),
        }
    }

    /// The wave of a calendar quarter.
    pub fn of(quarter: Period) -> Self {
        Self(quarter.to_string().into())
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.0
    }

    /// The calendar quarter it stands for, if it is called like one.
    pub fn quarter(&self) -> Option<Period> {
        Period::parse(&self.0).filter(|period| period.grain() == Grain::Quarter)
    }

    /// When it begins, for a wave without days of its own of which this is an answer's day: with its
    /// quarter, or with the answer.
    pub fn begins(&self, day: Day) -> Day {
        self.quarter().map_or(day, Period::first)
    }
}

impl fmt::Display for WaveKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The wave of an answer given on a day; an empty name is none.
pub fn wave_of(named: Option<&str>, day: Day) -> WaveKey {
    match named.map(str::trim) {
        Some(name) if !name.is_empty() => WaveKey::named(name),
        _ => WaveKey::of(Period::of(Grain::Quarter, day)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_without_a_wave_counts_in_the_quarter_of_its_day() {
        let day = |text: &str| Day::parse(text).unwrap();
        assert_eq!(wave_of(None, day("2026-03-31")).name(), "2026-Q1");
        assert_eq!(wave_of(Some(" "), day("2026-04-01")).name(), "2026-Q2");
        assert_eq!(wave_of(Some("Autumn"), day("2026-04-01")).name(), "Autumn");
        assert_eq!(wave_of(Some("2026-q1"), day("2026-04-01")), wave_of(None, day("2026-01-01")));
    }
}
