//! A header as names are compared.

use super::super::value::SourceZone;
use crate::model::Currency;

/// The name of a column without its dress: `Created (UTC)` is `created`, in UTC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) struct Header {
    /// Lower case, single spaces for anything between words; brackets stay.
    pub(in crate::import) name: String,
    /// The zone of its times: `Created (PST)`.
    pub(in crate::import) zone: Option<SourceZone>,
    /// The currency of its amounts: `Price (EUR)`.
    pub(in crate::import) currency: Option<Currency>,
}

impl Header {
    /// Of a column's name in the file.
    pub(in crate::import) fn new(shown: &str) -> Self {
        let Some((bare, inside)) = bracketed(shown) else { return Self::plain(shown) };
        if let Some(zone) = SourceZone::read(inside.as_bytes()) {
            let plain = Self::plain(bare);
            // The one that was renamed in 2024.
            let name = if plain.name == "created date" { "created".to_owned() } else { plain.name };
            return Self { name, zone: Some(zone), currency: None };
        }
        let lower = inside.to_lowercase();
        if ["cents", "in cents", "ct", "cent", "centen", "öre", "pence"].contains(&&*lower) {
            let name = format!("{} in cents", Self::plain(bare).name);
            return Self { name, zone: None, currency: None };
        }
        let sign = match inside {
            "€" => "EUR",
            "£" => "GBP",
            code => code,
        };
        match Currency::parse(sign).filter(|_| !bare.trim().is_empty()) {
            Some(currency) => Self { currency: Some(currency), ..Self::plain(bare) },
            None => Self::plain(shown),
        }
    }

    fn plain(shown: &str) -> Self {
        let lower = shown.to_lowercase();
        let is_word = |c: char| c.is_alphanumeric() || matches!(c, '(' | ')' | '%' | '#' | '$');
        let words: Vec<&str> = lower.split(|c| !is_word(c)).filter(|w| !w.is_empty()).collect();
        Self { name: words.join(" "), zone: None, currency: None }
    }
}

/// `Price (EUR)` as `Price` and `EUR`.
fn bracketed(shown: &str) -> Option<(&str, &str)> {
    let open = shown.trim().strip_suffix([')', ']'])?;
    let (bare, inside) = open.rsplit_once(['(', '['])?;
    Some((bare, inside.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dress_comes_off() {
        let cases = [
            ("Created (UTC)", "created"),
            ("Created date (UTC)", "created"),
            (" customer_ID ", "customer id"),
            ("E-mail", "e mail"),
            ("region (metadata)", "region (metadata)"),
            ("Deal - Title", "deal title"),
            ("Price (EUR)", "price"),
            ("Price (cents)", "price in cents"),
            ("Email (Work)", "email (work)"),
            ("(EUR)", "(eur)"),
        ];
        for (shown, name) in cases {
            assert_eq!(Header::new(shown).name, name, "{shown}");
        }
    }

    #[test]
    fn zone_and_currency_of_a_column_stand_in_its_name() {
        let zone = |shown: &str| Header::new(shown).zone;
        assert_eq!(zone("Created (UTC)"), Some(SourceZone::UTC));
        assert_eq!(zone("Created (GMT+2)"), Some(SourceZone::Offset(7_200)));
        let stockholm = SourceZone::Named(chrono_tz::Europe::Stockholm);
        assert_eq!(zone("Start [Europe/Stockholm]"), Some(stockholm));
        assert_eq!(zone("region (metadata)"), None);
        let currency = |shown: &str| Header::new(shown).currency.map(|c| c.to_string());
        assert_eq!(currency("Bedrag (€)"), Some("EUR".into()));
        assert_eq!(currency("MRR (sek)"), Some("SEK".into()));
        assert_eq!(currency("Created (UTC)"), None);
    }
}
