//! The digits of a number, parted as the region does.

use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;

/// How a region parts the digits of a number. ICU is asked once, because it takes a microsecond
/// for each number and a view has a thousand of them; a test holds both equal.
pub(super) struct Digits {
    group: String,
    point: String,
    /// Digits before the point from which on they are grouped.
    least: usize,
}

impl Digits {
    /// Cut from what ICU writes.
    pub(super) fn cut(decimal: Option<&DecimalFormatter>) -> Self {
        let write = |number: Decimal| decimal.map(|known| known.format(&number).to_string());
        let between = |number| {
            let text = write(number)?;
            let inside = text.trim_matches(|c: char| c.is_ascii_digit());
            Some(inside.split(|c: char| c.is_ascii_digit()).next()?.to_owned())
        };
        let mut half = Decimal::from(15);
        half.multiply_pow10(-1);
        let is_grouped = |number: i64| {
            write(number.into()).is_some_and(|text| text.contains(|c: char| !c.is_ascii_digit()))
        };
        Self {
            group: between(1_234_567.into()).unwrap_or_default(),
            point: between(half).unwrap_or_else(|| ".".to_owned()),
            least: if is_grouped(1_000) { 4 } else { 5 },
        }
    }

    /// `value * 10^-decimals`, grouped.
    pub(super) fn write(&self, value: u64, decimals: usize) -> String {
        let digits = format!("{value:0>width$}", width = decimals + 1);
        let (whole, fraction) = digits.split_at(digits.len() - decimals);
        if whole.len() < self.least && decimals == 0 {
            return digits;
        }
        let mut text = String::with_capacity(digits.len() + 12);
        for (at, digit) in whole.char_indices() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) && whole.len() >= self.least {
                text.push_str(&self.group);
            }
            text.push(digit);
        }
        if decimals > 0 {
            text.push_str(&self.point);
            text.push_str(fraction);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use icu::decimal::DecimalFormatterPreferences;
    use icu::locale::{Locale, locale};

    #[test]
    fn digits_are_parted_as_icu_does() {
        let regions: [Locale; 5] = [
            locale!("en-GB"),
            locale!("en-US"),
            locale!("nl-NL"),
            locale!("sv-SE"),
            // Groups from five digits on.
            locale!("es-ES"),
        ];
        let powers = || (0..19).map(|power| 10_u64.pow(power));
        let values = || (0..1_200).chain(powers().flat_map(|ten| [ten - 1, ten, ten + 7]));
        for region in regions {
            let icu = DecimalFormatter::try_new(
                DecimalFormatterPreferences::from(&region),
                Default::default(),
            )
            .unwrap();
            let digits = Digits::cut(Some(&icu));
            for (value, decimals) in
                values().chain([u64::MAX]).flat_map(|value| [0, 1, 2, 3, 15].map(|n| (value, n)))
            {
                let mut number = Decimal::from(value);
                number.multiply_pow10(-(decimals as i16));
                let written = digits.write(value, decimals);
                assert_eq!(written, icu.format(&number).to_string(), "{region}");
            }
        }
    }
}
