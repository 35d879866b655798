//! The user's words and formats. An argument of what makes text; metrics take none.

mod axis;
mod catalogue;
mod dates;
mod digits;
mod formats;
mod numbers;
mod sentence;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use catalogue::{Arg, keys};
pub use sentence::Sentence;

/// A language the program speaks.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Dutch.
    Nl,
    /// Swedish.
    Sv,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 3] = [Self::En, Self::Nl, Self::Sv];

    /// `en`, `nl`, `sv`.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Nl => "nl",
            Self::Sv => "sv",
        }
    }

    /// The language of a code or locale: `nl`, `nl-BE`, `sv_SE.UTF-8`.
    pub fn parse(code: &str) -> Option<Self> {
        let head = code.split(['-', '_', '.']).next().unwrap_or_default().to_ascii_lowercase();
        Self::ALL.into_iter().find(|language| language.code() == head)
    }
}

/// How numbers, amounts and dates are written; chosen apart from the language.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "UPPERCASE")]
#[ts(export)]
pub enum Region {
    /// 1,284 · €47,910 · 20 Nov 2026
    #[default]
    Gb,
    /// 1,284 · $47,910 · Nov 20, 2026
    Us,
    /// 1.284 · € 47.910 · 20 nov 2026
    Nl,
    /// 1 284 · 47 910 € · 20 nov. 2026
    Se,
}

impl Region {
    /// Every region.
    pub const ALL: [Self; 4] = [Self::Gb, Self::Us, Self::Nl, Self::Se];

    /// The region of a locale, by its territory where we know its formats, otherwise by its
    /// language: `nl_NL.UTF-8`, `sv-FI`, `en_US`.
    pub fn parse(locale: &str) -> Option<Self> {
        let bare = locale.split(['.', '@']).next().unwrap_or_default();
        match bare.split(['_', '-']).nth(1) {
            Some("GB" | "IE") => Some(Self::Gb),
            Some("US") => Some(Self::Us),
            Some("NL") => Some(Self::Nl),
            Some("SE") => Some(Self::Se),
            _ => match Language::parse(bare)? {
                Language::En => Some(Self::Gb),
                Language::Nl => Some(Self::Nl),
                Language::Sv => Some(Self::Se),
            },
        }
    }
}

/// Who is spoken to: a language for words, a region for formats.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Voice {
    /// Of the words.
    pub language: Language,
    /// Of numbers, amounts and dates.
    pub region: Region,
}

impl Voice {
    /// A voice in this language with the formats of this region.
    pub fn new(language: Language, region: Region) -> Self {
        Self { language, region }
    }

    /// A sentence of the catalogue. Numbers go in as finished text; a bare number only chooses a
    /// plural. A key that does not exist gives the key itself (a test keeps that from happening).
    pub fn say(&self, key: &str, args: &[(&str, Arg)]) -> String {
        catalogue::say(self.language, key, args)
    }

    /// A sentence to be said many times with other texts in the places of `names`, such as the
    /// cells of a table: the catalogue is asked once. Not for sentences that choose a plural.
    pub fn sentence(&self, key: &str, names: &[&str]) -> Sentence {
        Sentence::new(*self, key, names)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_those_of_the_place_the_system_names() {
        let formats = ["nl_NL.UTF-8", "nl_BE", "sv-FI", "en_US.UTF-8", "en_IE", "de_SE", "C.UTF-8"]
            .map(Region::parse);
        let [nl, se, us, gb] = [Region::Nl, Region::Se, Region::Us, Region::Gb].map(Some);
        assert_eq!(formats, [nl, nl, se, us, gb, se, None]);
    }
}
