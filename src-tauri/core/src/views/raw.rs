//! Values as other programs take them: a point for decimals, nothing between thousands, nothing
//! rounded away. What is shown stands in the user's formats and is often rounded; this is what is
//! copied instead.

use crate::model::{Money, Ratio};

/// Digits behind the point of a rate in percent or of a ratio.
const DIGITS: u32 = 4;

/// "-1284.5", "1999" where the currency has no smaller unit.
pub(super) fn money(money: Money) -> String {
    decimal(money.minor, money.currency.scale().ilog10())
}

/// "98.8691" of 98.9%: in percent, as it is shown.
pub(super) fn percent(ratio: Ratio) -> String {
    decimal(ratio.scaled(100 * 10_i64.pow(DIGITS)), DIGITS)
}

/// "3.7069" of 3.7.
pub(super) fn times(ratio: Ratio) -> String {
    decimal(ratio.scaled(10_i64.pow(DIGITS)), DIGITS)
}

/// A number of units of ten to the minus `digits`, without zeros at its end.
fn decimal(units: i64, digits: u32) -> String {
    let scale = 10_u64.pow(digits);
    let (whole, rest) = (units.unsigned_abs() / scale, units.unsigned_abs() % scale);
    let sign = if units < 0 { "-" } else { "" };
    let rest = format!("{rest:0digits$}", digits = digits as usize);
    match rest.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        rest => format!("{sign}{whole}.{rest}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Currency;

    #[test]
    fn nothing_is_rounded_away_and_nothing_added() {
        let yen = Currency::parse("JPY").unwrap();
        assert_eq!(money(Money::new(4_791_034, Currency::EUR)), "47910.34");
        assert_eq!(money(Money::new(-7_550, Currency::EUR)), "-75.5");
        assert_eq!(money(Money::new(-5, Currency::EUR)), "-0.05");
        assert_eq!(money(Money::new(0, Currency::EUR)), "0");
        assert_eq!(money(Money::new(1_999, yen)), "1999");
        assert_eq!(percent(Ratio::of(612, 619).unwrap()), "98.8691");
        assert_eq!(times(Ratio::of(1_657, 447).unwrap()), "3.7069");
    }
}
