//! Whether two names may stand for one customer.

use icu::normalizer::DecomposingNormalizerBorrowed;

/// Words that say nothing about who somebody is: company forms and particles.
const EMPTY: [&str; 34] = [
    "ab", "af", "and", "av", "bv", "co", "company", "corp", "de", "del", "den", "der", "di", "en",
    "et", "gmbh", "group", "hb", "inc", "la", "le", "limited", "llc", "ltd", "mr", "mrs", "nv",
    "och", "plc", "sa", "the", "van", "vof", "von",
];

/// What a source calls a customer, as the words that tell him from others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Words(Vec<String>);

impl Words {
    /// Takes in another name of the same customer.
    pub(super) fn add(&mut self, name: &str) {
        let plain = plain(name);
        let words = plain.split(|c: char| !c.is_alphanumeric());
        let telling = words.filter(|word| word.chars().count() > 1 && !EMPTY.contains(word));
        self.0.extend(telling.map(str::to_owned));
    }

    fn is_in(&self, mail: &str) -> bool {
        self.0.iter().any(|word| word.len() > 2 && mail.contains(word.as_str()))
    }
}

/// In lower case and without accents.
fn plain(name: &str) -> String {
    if name.is_ascii() {
        return name.to_ascii_lowercase();
    }
    let plain: String = DecomposingNormalizerBorrowed::new_nfd()
        .normalize(name)
        .chars()
        .filter(|c| !('\u{300}'..='\u{36F}').contains(c))
        .flat_map(char::to_lowercase)
        .collect();
    plain.replace('ø', "o").replace('æ', "ae").replace('ß', "ss")
}

/// Whether two names of one mail address plainly stand for two: no word of the one is in the other,
/// and the address does not hold a word of both (a person's and that of his company).
pub(super) fn differ(one: &Words, other: &Words, mail: &str) -> bool {
    if one.0.is_empty() || other.0.is_empty() {
        return false;
    }
    let alike = |a: &String, b: &String| {
        a == b
            || (a.len().min(b.len()) > 3
                && (a.starts_with(b.as_str()) || b.starts_with(a.as_str())))
    };
    let shared = one.0.iter().any(|a| other.0.iter().any(|b| alike(a, b)));
    let tied = one.is_in(mail) && other.is_in(mail);
    !(shared || tied)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn differ(one: &str, other: &str, mail: &str) -> bool {
        let words = |name: &str| {
            let mut words = Words::default();
            words.add(name);
            words
        };
        super::differ(&words(one), &words(other), mail)
    }

    #[test]
    fn names_that_share_a_word_may_be_one() {
        assert!(EMPTY.is_sorted());
        let mail = "x@example.com";
        for (one, other) in [
            ("Zoë de Vries", "Z. de Vries"),
            ("ZOE DE VRIES", "De Vries, Zoë"),
            ("Acme B.V.", "Acme"),
            ("Acmebikes", "Acme Fietsen"),
            ("", "Zoë"),
            ("Jørgen", "Jorgen"),
        ] {
            assert!(!differ(one, other, mail), "{one} / {other}");
        }
        for (one, other) in [("Zoë de Vries", "Piet de Boer"), ("Acme BV", "Bolt BV")] {
            assert!(differ(one, other, mail), "{one} / {other}");
        }
    }

    #[test]
    fn an_address_that_holds_both_names_ties_them() {
        assert!(!differ("Zoë", "Acme Bikes", "zoe@acme.nl"));
        assert!(differ("Zoë", "Bolt", "zoe@acme.nl"));
    }
}
