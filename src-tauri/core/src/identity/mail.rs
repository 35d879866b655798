//! Mail addresses as they are compared.

use std::borrow::Cow;

/// Local parts that belong to a desk, not to a person: in English, Dutch and Swedish, without
/// dots and dashes.
const DESKS: [&str; 51] = [
    "abuse",
    "account",
    "accounting",
    "accounts",
    "admin",
    "administratie",
    "administration",
    "administrator",
    "ap",
    "bestellingen",
    "billing",
    "boekhouding",
    "contact",
    "donotreply",
    "ekonomi",
    "enquiries",
    "facturatie",
    "facturen",
    "faktura",
    "finance",
    "hallo",
    "hej",
    "hello",
    "help",
    "helpdesk",
    "hi",
    "hr",
    "info",
    "inkoop",
    "invoice",
    "invoices",
    "it",
    "jobs",
    "kantoor",
    "klantenservice",
    "kontakt",
    "kundtjanst",
    "mail",
    "marketing",
    "noreply",
    "office",
    "orders",
    "post",
    "postmaster",
    "purchasing",
    "sales",
    "service",
    "support",
    "team",
    "test",
    "webmaster",
];

/// An address trimmed and in lower case; `None` for what is none. Tags after a plus stay: who
/// writes them means them.
pub fn folded(text: &str) -> Option<Cow<'_, str>> {
    let text = text.trim();
    let (local, domain) = text.rsplit_once('@')?;
    if local.is_empty() || domain.is_empty() || text.contains(char::is_whitespace) {
        return None;
    }
    let is_folded = text.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase());
    Some(if is_folded { Cow::Borrowed(text) } else { Cow::Owned(text.to_lowercase()) })
}

/// Whether a folded address is that of a desk which several people may share.
pub(super) fn is_desk(mail: &str) -> bool {
    let local = mail.rsplit_once('@').map_or(mail, |(local, _)| local);
    let local = local.split_once('+').map_or(local, |(local, _)| local);
    let plain: String = local.chars().filter(|c| !matches!(c, '.' | '-' | '_')).collect();
    DESKS.binary_search(&plain.as_str()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_trimmed_and_folded_and_keep_their_tags() {
        assert_eq!(folded(" Zoe@Example.COM ").unwrap(), "zoe@example.com");
        assert_eq!(folded("zoe+shop@example.com").unwrap(), "zoe+shop@example.com");
        assert_eq!(folded("ÅSA@example.se").unwrap(), "åsa@example.se");
        for none in ["", "zoe", "@example.com", "zoe@", "zoe at example.com", "a@b, c@d"] {
            assert_eq!(folded(none), None, "{none}");
        }
    }

    #[test]
    fn desks_are_known_and_people_are_none() {
        assert!(DESKS.is_sorted());
        for desk in ["info@a.nl", "no-reply@a.nl", "sales+nl@a.nl", "ekonomi@a.se"] {
            assert!(is_desk(desk), "{desk}");
        }
        for person in ["zoe@a.nl", "infonia@a.nl", "sales.janssen@a.nl"] {
            assert!(!is_desk(person), "{person}");
        }
    }
}
