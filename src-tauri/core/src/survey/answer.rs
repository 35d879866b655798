//! Surveys and answers as the rules see them.

use super::nps::{Class, NpsScore};
use super::scale::Scale;
use super::wave::WaveKey;
use crate::model::Day;
use std::sync::Arc;

/// What a survey's score means.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Kind {
    /// How likely to recommend, 0 to 10.
    Nps,
    /// The loyalty index: items, no score of its own.
    Cli,
    /// How satisfied.
    Csat,
    /// How easy.
    Ces,
    /// A question of one's own.
    Own,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Nps, Self::Cli, Self::Csat, Self::Ces, Self::Own];

    /// As it is stored, and as the CLI names it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Nps => "nps",
            Self::Cli => "cli",
            Self::Csat => "csat",
            Self::Ces => "ces",
            Self::Own => "own",
        }
    }

    /// Reads what `code` writes.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The scale of its score unless the survey has one of its own.
    pub fn scale(self) -> Scale {
        match self {
            Self::Nps => Scale::NPS,
            Self::Cli | Self::Own => Scale::TEN,
            Self::Csat => Scale::FIVE,
            Self::Ces => Scale::SEVEN,
        }
    }
}

/// Which item an answer speaks of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ItemKey {
    /// Quality of the product.
    Quality,
    /// Customer service.
    Service,
    /// Overall experience.
    Experience,
    /// One of the survey's own, by its number in the store.
    Own(i64),
}

impl ItemKey {
    /// The three a loyalty index has by default.
    pub const USUAL: [Self; 3] = [Self::Quality, Self::Service, Self::Experience];

    /// As the CLI names it.
    pub fn code(self) -> String {
        match self {
            Self::Quality => "quality".to_owned(),
            Self::Service => "service".to_owned(),
            Self::Experience => "experience".to_owned(),
            Self::Own(id) => format!("item-{id}"),
        }
    }

    /// Reads what `code` writes.
    pub fn from_code(code: &str) -> Option<Self> {
        let own = || code.strip_prefix("item-")?.parse().ok().map(Self::Own);
        Self::USUAL.into_iter().find(|key| key.code() == code).or_else(own)
    }
}

/// One item of an index with its scale, which it keeps for ever.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Item {
    /// Which.
    pub key: ItemKey,
    /// As the user calls it; empty for one of the usual, which the catalogue names.
    pub name: String,
    /// What can be answered.
    pub scale: Scale,
}

/// The three usual items, 1 to 10.
pub(crate) fn usual_items() -> Vec<Item> {
    let item = |key| Item { key, name: String::new(), scale: Scale::TEN };
    ItemKey::USUAL.map(item).to_vec()
}

/// The words of a question where the user has changed them, by language: en, nl, sv.
pub type Questions = [Option<String>; 3];

/// A survey: what is asked, and on which scale. Neither ever changes, only the words do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Survey {
    /// Its number in the store; 0 for one that only answers speak of.
    pub id: i64,
    /// What it is called; answers name it by this.
    pub name: String,
    /// What its score means.
    pub kind: Kind,
    /// Of its score.
    pub scale: Scale,
    /// The question for the score.
    pub questions: Questions,
    /// Its items; none where it has a score only.
    pub items: Vec<Item>,
}

impl Survey {
    /// The survey that answers of this name belong to where nobody has described one. Answers with
    /// items only are those of a loyalty index.
    pub fn implied(name: &str, has_score: bool, has_items: bool) -> Self {
        let kind = if has_items && !has_score { Kind::Cli } else { Kind::Nps };
        Self {
            id: 0,
            name: name.to_owned(),
            kind,
            scale: kind.scale(),
            questions: Questions::default(),
            items: if has_items { usual_items() } else { Vec::new() },
        }
    }

    /// Whether it asks for a score beside its items.
    pub fn has_score(&self) -> bool {
        self.kind != Kind::Cli
    }
}

/// One answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Answer {
    /// Its number in the store: the order of entry.
    pub id: i64,
    /// Whose; the dense number of the book. `None` is anonymous.
    pub customer: Option<u32>,
    /// When it was given.
    pub day: Day,
    /// Which survey, by its place.
    pub survey: u32,
    /// Which wave.
    pub wave: WaveKey,
    /// The score, on the scale of the survey.
    pub score: Option<u8>,
    /// What he is, where the source kept that and not the score.
    pub group: Option<Class>,
    /// One for each item of the survey.
    pub items: Box<[Option<u8>]>,
    /// In the customer's words.
    pub comment: Option<Arc<str>>,
}

impl Answer {
    /// Whether it says how likely it is that he recommends us, or whatever else its score means.
    pub fn is_scored(&self) -> bool {
        self.score.is_some() || self.group.is_some()
    }

    /// Promoter, passive or detractor: by the score, else as the source says.
    pub fn class(&self) -> Option<Class> {
        let score = self.score.and_then(|score| NpsScore::try_from(i64::from(score)).ok());
        score.map(NpsScore::class).or(self.group)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// An answer of a customer on a day.
    pub(in crate::survey) fn given(
        id: i64,
        customer: Option<u32>,
        day: i32,
        score: Option<u8>,
    ) -> Answer {
        Answer {
            id,
            customer,
            day: Day(day),
            survey: 0,
            wave: super::super::wave::wave_of(None, Day(day)),
            score,
            group: None,
            items: Box::default(),
            comment: None,
        }
    }

    /// An answer with items only.
    pub(in crate::survey) fn with_items(items: &[Option<u8>]) -> Answer {
        Answer { items: items.into(), ..given(1, None, 0, None) }
    }

    #[test]
    fn codes_are_read_back() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_code(kind.code()), Some(kind));
        }
        for key in [ItemKey::Service, ItemKey::Own(12)] {
            assert_eq!(ItemKey::from_code(&key.code()), Some(key));
        }
    }

    #[test]
    fn answers_with_items_only_are_those_of_a_loyalty_index() {
        assert_eq!(Survey::implied("x", false, true).kind, Kind::Cli);
        assert_eq!(Survey::implied("x", true, true).kind, Kind::Nps);
        assert_eq!(Survey::implied("x", false, false).kind, Kind::Nps);
    }
}
