//! ISO 4217 currencies.

use serde::{Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// An ISO 4217 currency that exists, by its code; four bytes, freely copied.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency {
    code: [u8; 3],
    /// Kept beside the code: every amount that is written asks for it.
    exponent: u8,
}

impl Currency {
    /// The euro, what a new workspace reports in until told otherwise.
    pub const EUR: Self = Self { code: *b"EUR", exponent: 2 };

    /// The currency of this code in any case and with spaces around it: `" eur"` is EUR.
    /// `None` for a code ISO 4217 does not know.
    pub fn parse(code: &str) -> Option<Self> {
        let code = code.trim().to_ascii_uppercase();
        let known = iso_currency::Currency::from_code(&code)?;
        let exponent = known.exponent().and_then(|digits| digits.try_into().ok()).unwrap_or(2);
        Some(Self { code: code.as_bytes().try_into().ok()?, exponent })
    }

    /// The code in capitals: `EUR`.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.code).unwrap_or_default()
    }

    /// How many decimals its minor unit has: EUR 2, JPY 0, KWD 3.
    pub fn exponent(self) -> u32 {
        self.exponent.into()
    }

    /// Minor units in one unit: EUR 100, JPY 1, KWD 1000.
    pub fn scale(self) -> i64 {
        10_i64.pow(self.exponent())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Currency {
    type Err = ();
    fn from_str(code: &str) -> Result<Self, ()> {
        Self::parse(code).ok_or(())
    }
}

impl Serialize for Currency {
    /// As its code.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minor_units_follow_iso_4217() {
        let exponent = |code| Currency::parse(code).map(Currency::exponent);
        assert_eq!(exponent("eur"), Some(2));
        assert_eq!(exponent(" JPY "), Some(0));
        assert_eq!(exponent("KWD"), Some(3));
        assert_eq!(exponent("EURO"), None);
        assert_eq!(exponent("XQX"), None);
    }
}
