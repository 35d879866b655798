//! Signs that several currencies share: `$`, `kr`, `¥`.

use crate::model::Currency;

/// A sign that alone does not tell the currency.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::import) enum SharedSign {
    /// `$`
    Dollar,
    /// `kr`
    Krona,
    /// `¥`
    Yen,
}

impl SharedSign {
    pub(super) fn parse(word: &str) -> Option<Self> {
        match word {
            "$" => Some(Self::Dollar),
            "kr" | "Kr" | "KR" => Some(Self::Krona),
            "¥" => Some(Self::Yen),
            _ => None,
        }
    }

    /// Currencies written with it, the one it most often stands for first.
    fn codes(self) -> &'static [&'static str] {
        match self {
            Self::Dollar => {
                &["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "TWD", "ARS", "CLP", "COP"]
            }
            Self::Krona => &["SEK", "NOK", "DKK", "ISK"],
            Self::Yen => &["JPY", "CNY"],
        }
    }

    /// The currency it is read as in a workspace: the workspace's own where that is written so,
    /// else the usual one. Reading `$12` as twelve euros would be wrong for certain.
    pub(in crate::import) fn in_workspace(self, own: Currency) -> Option<Currency> {
        let codes = self.codes();
        let code = codes.iter().find(|code| **code == own.code()).or(codes.first())?;
        Currency::parse(code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shared_sign_is_the_workspaces_where_that_is_written_so_else_the_usual_one() {
        let read = |word: &str, own: &str| {
            let own = Currency::parse(own).unwrap();
            SharedSign::parse(word).unwrap().in_workspace(own).unwrap().to_string()
        };
        assert_eq!((read("$", "EUR"), read("$", "CAD")), ("USD".to_owned(), "CAD".to_owned()));
        assert_eq!((read("kr", "EUR"), read("kr", "DKK")), ("SEK".to_owned(), "DKK".to_owned()));
        assert_eq!((read("¥", "EUR"), read("¥", "CNY")), ("JPY".to_owned(), "CNY".to_owned()));
        assert_eq!(SharedSign::parse("€"), None);
    }
}
