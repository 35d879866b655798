//! Amounts as whole minor units.

use super::Currency;

/// An amount in minor units (cents) of its currency. Never a float; never added across currencies.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Money {
    /// Minor units: 1999 is 19.99 EUR and 1999 JPY.
    pub minor: i64,
    /// What they are units of.
    pub currency: Currency,
}

impl Money {
    /// An amount of minor units.
    pub fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// The sum, `None` across currencies or past what 64 bits hold.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        (self.currency == other.currency)
            .then(|| self.minor.checked_add(other.minor))
            .flatten()
            .map(|minor| Self { minor, ..self })
    }
}

/// `num / den` rounded half away from zero, the one rounding of money (metrics.md 1).
/// A result outside 64 bits stands at its limit. `den` must not be 0; 0 gives 0.
pub fn round_div(num: i128, den: i128) -> i64 {
    if den == 0 {
        return 0;
    }
    let sign = if (num < 0) == (den < 0) { 1 } else { -1 };
    let (num, den) = (num.unsigned_abs(), den.unsigned_abs());
    let whole = (num + den / 2) / den;
    let whole = i64::try_from(whole).unwrap_or(i64::MAX);
    sign * whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_away_from_zero() {
        assert_eq!(round_div(5, 2), 3);
        assert_eq!(round_div(-5, 2), -3);
        assert_eq!(round_div(5, -2), -3);
        assert_eq!(round_div(10_000, 12), 833);
        assert_eq!(round_div(1, 3), 0);
        assert_eq!(round_div(2, 3), 1);
    }

    #[test]
    fn euros_and_yen_do_not_add_up() {
        let yen = Currency::parse("JPY").unwrap();
        assert_eq!(Money::new(1, Currency::EUR).checked_add(Money::new(1, yen)), None);
    }
}
