//! Billing intervals and what one of them is a month.

use super::round_div;

/// The unit of a billing interval.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Unit {
    /// Days; 365 make a year.
    Day,
    /// Weeks; 52 make a year.
    Week,
    /// Months.
    Month,
    /// Years of twelve months.
    Year,
}

impl Unit {
    /// As it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
        }
    }

    /// Reads what `code` writes.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Day, Self::Week, Self::Month, Self::Year].into_iter().find(|u| u.code() == code)
    }
}

/// How often a price is paid: every `count` units, `count` at least 1.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Interval {
    /// The unit.
    pub unit: Unit,
    /// How many units one interval has.
    pub count: u32,
}

impl Interval {
    /// Every month.
    pub const MONTH: Self = Self { unit: Unit::Month, count: 1 };

    /// An interval of `count` units; `None` for 0 of them.
    pub fn new(unit: Unit, count: u32) -> Option<Self> {
        (count > 0).then_some(Self { unit, count })
    }

    /// An amount for one interval as an amount a month, rounded once (metrics.md 2):
    /// year / 12, n months / n, week x 52 / 12, day x 365 / 12. `amount` comes as a fraction
    /// `num / den` so that a discount is not rounded before.
    pub fn monthly(self, num: i128, den: i128) -> i64 {
        let count = i128::from(self.count.max(1));
        let (times, over) = match self.unit {
            Unit::Day => (365, 12),
            Unit::Week => (52, 12),
            Unit::Month => (1, 1),
            Unit::Year => (1, 12),
        };
        round_div(num * times, den * over * count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_become_months() {
        let month = |minor, unit, count| Interval { unit, count }.monthly(minor, 1);
        assert_eq!(month(12_000, Unit::Year, 1), 1_000);
        assert_eq!(month(120_000, Unit::Year, 1), 10_000);
        assert_eq!(month(9_000, Unit::Month, 3), 3_000);
        assert_eq!(month(29_700, Unit::Month, 3), 9_900);
        assert_eq!(month(59_400, Unit::Month, 6), 9_900);
        assert_eq!(month(118_800, Unit::Year, 1), 9_900);
        assert_eq!(month(237_600, Unit::Year, 2), 9_900);
        assert_eq!(month(10_000, Unit::Year, 1), 833);
        assert_eq!(month(2_500, Unit::Week, 1), 10_833);
    }
}
