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
