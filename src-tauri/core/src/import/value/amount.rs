//! Numbers with decimals, thousands, currency signs: `€ 1.292,00`, `1 292,00 kr`, `(29.00)`.

use super::sign::SharedSign;
use crate::model::{Currency, round_div};
use rust_decimal::Decimal;

/// How a column writes decimals, as far as its cells tell.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Decimals {
    /// No cell told. One separator before three digits then means thousands.
    #[default]
    Unknown,
    /// `1,292.00`
    Point,
    /// `1.292,00`
    Comma,
}

/// A number as written: `mantissa / 10^scale`, and the currency beside it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::import) struct Number {
    mantissa: i64,
    scale: u32,
    /// From a sign or code in the cell.
    pub(in crate::import) currency: Option<Currency>,
    /// A sign that leaves it open: `$`, `kr`.
    pub(in crate::import) sign: Option<SharedSign>,
}

impl Number {
    /// Reads a trimmed cell; `None` when it is no number.
    #[inline]
    pub(in crate::import) fn read(cell: &[u8], decimals: Decimals) -> Option<Self> {
        plain(cell, decimals).or_else(|| dressed(cell, decimals))
    }

    /// Reads a trimmed cell of a currency with three decimals, where one separator before three
    /// digits means decimals: `12.345` dinar.
    pub(in crate::import) fn read_fine(cell: &[u8]) -> Option<Self> {
        let comma = memchr::memchr(b',', cell).is_some();
        Self::read(cell, if comma { Decimals::Comma } else { Decimals::Point })
    }

    /// The currency beside it; a sign that several share is read as in a workspace of `own`.
    pub(in crate::import) fn beside(self, own: Currency) -> Option<Currency> {
        self.currency.or_else(|| self.sign?.in_workspace(own))
    }

    /// In units of `1 / 10^exponent`, rounded half away from zero; `None` past 64 bits.
    #[inline]
    pub(in crate::import) fn minor(self, exponent: u32) -> Option<i64> {
        if self.scale <= exponent {
            self.mantissa.checked_mul(10_i64.checked_pow(exponent - self.scale)?)
        } else {
            let den = 10_i128.checked_pow(self.scale - exponent)?;
            Some(round_div(i128::from(self.mantissa), den))
        }
    }

    /// Exactly as written.
    pub(in crate::import) fn decimal(self) -> Decimal {
        Decimal::new(self.mantissa, self.scale)
    }

    /// As a whole number; `None` when it has decimals that are not 0.
    pub(in crate::import) fn whole(self) -> Option<i64> {
        let den = 10_i64.checked_pow(self.scale)?;
        (self.mantissa % den == 0).then_some(self.mantissa / den)
    }

    /// What this cell says about the decimals of its column.
    pub(in crate::import) fn hint(cell: &[u8]) -> Decimals {
        let comma = memchr::memrchr(b',', cell);
        let point = memchr::memrchr(b'.', cell);
        let (at, sign, other) = match (comma, point) {
            (Some(c), Some(p)) if c > p => return Decimals::Comma,
            (Some(_), Some(_)) => return Decimals::Point,
            (Some(c), None) => (c, Decimals::Comma, Decimals::Point),
            (None, Some(p)) => (p, Decimals::Point, Decimals::Comma),
            (None, None) => return Decimals::Unknown,
        };
        if memchr::memchr_iter(cell[at], cell).count() > 1 {
            return other;
        }
        let after = cell[at + 1..].iter().take_while(|b| b.is_ascii_digit()).count();
        let before = cell[..at].iter().rev().take_while(|b| b.is_ascii_digit()).count();
        let lone_zero = before == 1 && cell[at - 1] == b'0';
        if after == 0 || (after == 3 && (1..=3).contains(&before) && !lone_zero) {
            Decimals::Unknown
        } else {
            sign
        }
    }
}

/// Digits with at most one point: what most exports write.
#[inline]
fn plain(cell: &[u8], decimals: Decimals) -> Option<Number> {
    let (negative, digits) = match cell {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, cell),
    };
    if digits.is_empty() || digits.len() > 17 {
        return None;
    }
    let mut mantissa = 0_i64;
    let mut point = None;
    for (at, byte) in digits.iter().enumerate() {
        match byte {
            b'0'..=b'9' => mantissa = mantissa * 10 + i64::from(byte - b'0'),
            b'.' if point.is_none() && at > 0 => point = Some(at),
            _ => return None,
        }
    }
    let scale = point.map_or(0, |at| digits.len() - at - 1);
    // `1.292` may be thousands, and a point at the end needs a second look.
    if point.is_some() && (decimals == Decimals::Comma || scale == 0 || scale == 3) {
        return None;
    }
    let mantissa = if negative { -mantissa } else { mantissa };
    Some(Number { mantissa, scale: u32::try_from(scale).ok()?, currency: None, sign: None })
}

/// Everything else: words and signs around the digits, separators among them.
fn dressed(cell: &[u8], decimals: Decimals) -> Option<Number> {
    let text = super::decoded(cell);
    let text = text.trim();
    let bracketed = text.strip_prefix('(').and_then(|t| t.strip_suffix(')'));
    let inner = bracketed.unwrap_or(text);
    let first = inner.find(|c: char| c.is_ascii_digit())?;
    let last = inner.rfind(|c: char| c.is_ascii_digit())?;
    let (before, digits, after) = (&inner[..first], &inner[first..=last], &inner[last + 1..]);
    // A decimal separator in front of everything: `,50`.
    let (before, lone) = match before.strip_suffix([',', '.']) {
        Some(rest) => (rest, true),
        None => (before, false),
    };
    // Whole euros and kronor: `29,-` and `29:-`.
    let after = [",--", ",-", ":-", ".-", ",–", ".–", ",—", ".—", ".", ","]
        .iter()
        .find_map(|tail| after.strip_prefix(tail))
        .unwrap_or(after);
    let mut negative = bracketed.is_some();
    let mut word = String::new();
    for c in before.chars().chain(after.chars()) {
        match c {
            '-' | '\u{2212}' | '\u{2013}' if negative => return None,
            '-' | '\u{2212}' | '\u{2013}' => negative = true,
            '+' | '%' | '\'' => {}
            c if c.is_whitespace() => {}
            c => word.push(c),
        }
    }
    let word = word.trim_matches('.');
    let sign = SharedSign::parse(word);
    let currency = if word.is_empty() || sign.is_some() { None } else { Some(currency(word)?) };
    let (mantissa, scale) = if lone {
        if !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        (digits.parse().ok()?, u32::try_from(digits.len()).ok()?)
    } else {
        separated(digits, decimals)?
    };
    Some(Number { mantissa: if negative { -mantissa } else { mantissa }, scale, currency, sign })
}

/// Digits with separators among them: (mantissa, scale).
fn separated(digits: &str, decimals: Decimals) -> Option<(i64, u32)> {
    let style = match Number::hint(digits.as_bytes()) {
        Decimals::Unknown => decimals,
        told => told,
    };
    let mark = match style {
        Decimals::Comma => Some(','),
        Decimals::Point => Some('.'),
        Decimals::Unknown => None,
    };
    let (whole, fraction) = match mark.and_then(|mark| digits.rsplit_once(mark)) {
        Some((whole, fraction)) => (whole, fraction),
        None => (digits, ""),
    };
    let mut mantissa = grouped(whole)?;
    for c in fraction.chars() {
        let digit = c.to_digit(10)?;
        mantissa = mantissa.checked_mul(10)?.checked_add(i64::from(digit))?;
    }
    Some((mantissa, u32::try_from(fraction.len()).ok()?))
}

/// A whole number in groups of three with one kind of separator: `1.292`, `1 292`, `1'292`.
fn grouped(whole: &str) -> Option<i64> {
    let separator = whole.chars().find(|c| !c.is_ascii_digit());
    let marks = ['.', ',', '\'', '\u{2019}', '\u{B7}', '\u{B4}', '`', '_'];
    let allowed = |c: char| marks.contains(&c) || c.is_whitespace();
    if let Some(separator) = separator {
        let groups: Vec<&str> = whole.split(separator).collect();
        let digits = groups.iter().all(|g| g.bytes().all(|b| b.is_ascii_digit()));
        if !allowed(separator) || !digits || !(in_thousands(&groups) || in_lakhs(&groups)) {
            return None;
        }
    }
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// `1 234 567`
fn in_thousands(groups: &[&str]) -> bool {
    let Some((first, rest)) = groups.split_first() else { return false };
    (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3)
}

/// `12,34,567`, as India writes it.
fn in_lakhs(groups: &[&str]) -> bool {
    let [first, middle @ .., last] = groups else { return false };
    let pairs = middle.iter().all(|group| group.len() == 2);
    !middle.is_empty() && (1..=2).contains(&first.len()) && pairs && last.len() == 3
}

/// The currency a word beside a number stands for; `None` is no currency at all, so the cell is no
/// amount.
fn currency(word: &str) -> Option<Currency> {
    let code = match word {
        "€" => "EUR",
        "£" => "GBP",
        "₹" | "Rs" => "INR",
        "₺" | "TL" => "TRY",
        "₽" => "RUB",
        "₩" => "KRW",
        "₪" => "ILS",
        "Kč" => "CZK",
        "Ft" => "HUF",
        "R$" => "BRL",
        "C$" | "CA$" => "CAD",
        "A$" | "AU$" => "AUD",
        "US$" => "USD",
        "zł" => "PLN",
        "Fr" => "CHF",
        code => code,
    };
    Currency::parse(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cents(cell: &str, decimals: Decimals) -> Option<i64> {
        Number::read(cell.as_bytes(), decimals)?.minor(2)
    }

    #[test]
    fn amounts_as_people_write_them() {
        let cases = [
            ("29.00", 2900),
            ("29", 2900),
            ("29,00", 2900),
            ("-150.00", -15_000),
            ("150.00-", -15_000),
            ("\u{2212}150,5", -15_050),
            ("(29.00)", -2900),
            ("€ 1,292.00", 129_200),
            ("1.292,00", 129_200),
            ("1\u{A0}292,00", 129_200),
            ("1\u{202F}292,00 kr", 129_200),
            ("1'292.00", 129_200),
            ("1.234.567", 123_456_700),
            ("1,234", 123_400),
            ("0.125", 13),
            ("29:-", 2900),
            ("€ 29,-", 2900),
            (",50", 50),
            ("8.3333", 833),
            ("EUR 12.50", 1250),
            ("1,00,000", 10_000_000),
            ("₹12,34,567.50", 123_456_750),
            ("1_292.00", 129_200),
            ("1·292,00", 129_200),
            ("1\u{2009}292,00", 129_200),
            ("-€29.00", -2900),
            ("€-29.00", -2900),
            ("(€ 29.00)", -2900),
            ("29,– €", 2900),
            ("1,0000,000", i64::MIN),
            ("7O,00", i64::MIN),
            ("12,x", i64::MIN),
            ("1.18E+10", i64::MIN),
            ("12 34", i64::MIN),
            ("--5", i64::MIN),
            ("29 apples", i64::MIN),
            ("99999999999999999999", i64::MIN),
        ];
        for (cell, expected) in cases {
            let expected = (expected != i64::MIN).then_some(expected);
            assert_eq!(cents(cell, Decimals::Unknown), expected, "{cell}");
        }
        assert_eq!(cents("1.292", Decimals::Point), Some(129));
        assert_eq!(cents("1.292", Decimals::Comma), Some(129_200));
        assert_eq!(cents("1,292", Decimals::Comma), Some(129));
        assert_eq!(cents("12.50", Decimals::Comma), Some(1250));
    }

    #[test]
    fn signs_tell_the_currency_where_only_one_has_them() {
        let currency = |cell: &str| {
            let number = Number::read(cell.as_bytes(), Decimals::Unknown).unwrap();
            number.currency.map(|c| c.to_string())
        };
        assert_eq!(currency("€29"), Some("EUR".into()));
        assert_eq!(currency("29 sek"), Some("SEK".into()));
        assert_eq!((currency("$29"), currency("29,50 kr")), (None, None));
        let sign = |cell: &str| Number::read(cell.as_bytes(), Decimals::Unknown).unwrap().sign;
        assert_eq!(sign("$29"), Some(SharedSign::Dollar));
        assert_eq!(sign("29,50 kr."), Some(SharedSign::Krona));
        assert_eq!((sign("US$29"), sign("29")), (None, None));
    }

    #[test]
    fn minor_units_follow_the_currency() {
        let number = |cell: &str| Number::read(cell.as_bytes(), Decimals::Point).unwrap();
        assert_eq!(number("1500").minor(0), Some(1500));
        assert_eq!(number("1500.00").minor(0), Some(1500));
        assert_eq!(number("1.5").minor(3), Some(1500));
        let fine = |cell: &str| Number::read_fine(cell.as_bytes()).and_then(|n| n.minor(3));
        assert_eq!((fine("12.345"), fine("12,345")), (Some(12_345), Some(12_345)));
        assert_eq!((fine("1,012.345"), fine("12")), (Some(1_012_345), Some(12_000)));
        assert_eq!(number("12.0").whole(), Some(12));
        assert_eq!(number("12.5").whole(), None);
    }
}
