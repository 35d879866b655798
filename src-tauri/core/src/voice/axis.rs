//! Numbers beside axes: the only place where thousands become "k".

use super::Voice;
use super::formats::{self, MINUS};
use crate::model::{Currency, Money, round_div};

impl Voice {
    /// "€20k", "€0", "−€5k". `top` is the largest amount of the axis, so that all its labels use
    /// the same unit. Both in minor units.
    pub fn axis_money(&self, minor: i64, top: i64, currency: Currency) -> String {
        if minor == 0 {
            return self.money(Money::new(0, currency));
        }
        let short = self.short_money(minor, top, currency);
        let around = formats::of(*self).money(currency);
        around.put(formats::Sign::of(minor), &short)
    }

    /// "+1.5k", "−0.5k", and "€0" for the line between: an axis of gains and losses.
    pub fn axis_movement(&self, minor: i64, top: i64, currency: Currency) -> String {
        match minor {
            0 => self.money(Money::new(0, currency)),
            1.. => format!("+{}", self.short_money(minor, top, currency)),
            _ => format!("{MINUS}{}", self.short_money(minor, top, currency)),
        }
    }

    fn short_money(&self, minor: i64, top: i64, currency: Currency) -> String {
        let scale = currency.scale();
        let (unit, letter) = match top.unsigned_abs() / scale.unsigned_abs() {
            0..1_000 => (1, ""),
            1_000..1_000_000 => (1_000, "k"),
            _ => (1_000_000, "M"),
        };
        let hundredths = round_div(i128::from(minor) * 100, i128::from(scale) * unit);
        format!("{}{letter}", formats::of(*self).digits_trimmed(hundredths, 2))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::voice::{Language, Region};

    const GB: Voice = Voice { language: Language::En, region: Region::Gb };
    const NL: Voice = Voice { language: Language::Nl, region: Region::Nl };

    #[test]
    fn all_labels_of_an_axis_use_one_unit() {
        let axis = |minor| GB.axis_movement(minor, 200_000, Currency::EUR);
        assert_eq!([-50_000, 0, 150_000, 200_000].map(axis), ["−0.5k", "€0", "+1.5k", "+2k"]);
        assert_eq!(NL.axis_movement(150_000, 200_000, Currency::EUR), "+1,5k");
        assert_eq!(GB.axis_movement(5_000, 20_000, Currency::EUR), "+50");
    }

    #[test]
    fn amounts_keep_their_currency() {
        assert_eq!(GB.axis_money(2_000_000, 5_000_000, Currency::EUR), "€20k");
        assert_eq!(GB.axis_money(0, 5_000_000, Currency::EUR), "€0");
        assert_eq!(NL.axis_money(2_000_000, 5_000_000, Currency::EUR), "€\u{a0}20k");
        assert_eq!(GB.axis_money(250_000_000, 500_000_000, Currency::EUR), "€2.5M");
    }
}
