//! What the user makes of comments: themes, wishes, and who was told.

use super::describe::named;
use crate::model::Day;
use crate::store::feature::{self, State};
use crate::store::theme::{self, Mark, Said};
use crate::store::{answer, setting};
use crate::survey::AskingRule;
use crate::{Error, Result, book};
use rusqlite::Transaction;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One thing the user says of comments, features or of how often people are asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    tag = "what",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
#[ts(export)]
pub enum Remark {
    /// A comment is about a theme, or is not.
    Theme {
        /// `answer-12`, `cancellation-3`
        comment: String,
        /// Key of the theme.
        theme: String,
        /// About it or not.
        about: bool,
    },
    /// There is one more theme, suggested by these words.
    NewTheme {
        /// Its name.
        name: String,
        /// Beginnings of words, between commas.
        words: String,
    },
    /// A feature is missed.
    NewFeature {
        /// Its name.
        name: String,
        /// The comment that asks for it, if there is one.
        comment: Option<String>,
    },
    /// A comment asks for a feature, or does not.
    Wish {
        /// Number of the feature.
        feature: i64,
        /// Which comment.
        comment: String,
        /// Asks for it or not.
        asks: bool,
    },
    /// How far a feature is: `asked`, `planned`, `shipped`.
    State {
        /// Number of the feature.
        feature: i64,
        /// How far.
        state: String,
    },
    /// Customers were told that a feature is there, or were not.
    Told {
        /// Number of the feature.
        feature: i64,
        /// Who, by number.
        customers: Vec<i64>,
        /// Told or not.
        told: bool,
    },
    /// How often people are asked.
    Asking {
        /// The rule.
        rule: AskingRule,
    },
}

/// Writes it.
///
/// # Errors
/// `BadSetting` names what makes no sense; `NameTaken`; `NoSuchAnswer` where the comment is gone.
pub fn remark(tx: &Transaction<'_>, remark: &Remark, today: Day) -> Result<()> {
    match remark {
        Remark::Theme { comment, theme, about } => {
            let said = said(comment)?;
            theme::mark(tx, &Mark { theme: theme.clone(), said, about: *about })
        }
        Remark::NewTheme { name, words } => {
            let name = named(name, "theme_name")?;
            let words = words.split([',', '\n']).map(|word| word.trim().to_lowercase());
            let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
            taken(theme::all(tx)?.iter().any(|known| known.name == name), &name)?;
            theme::add(tx, &name, &words).map(drop)
        }
        Remark::NewFeature { name, comment } => {
            let name = named(name, "feature_name")?;
            taken(feature::all(tx)?.iter().any(|known| known.name == name), &name)?;
            let feature = feature::add(tx, &name)?;
            match comment {
                Some(comment) => wish(tx, feature, said(comment)?, true),
                None => Ok(()),
            }
        }
        Remark::Wish { feature, comment, asks } => wish(tx, *feature, said(comment)?, *asks),
        Remark::State { feature, state } => {
            let state = match state.as_str() {
                "asked" => State::Asked,
                "planned" => State::Planned,
                "shipped" => State::Shipped(today),
                other => return Err(bad("feature_state", other)),
            };
            feature::set_state(tx, *feature, state)
        }
        Remark::Told { feature, customers, told } => customers
            .iter()
            .try_for_each(|customer| feature::tell(tx, *feature, *customer, told.then_some(today))),
        Remark::Asking { rule } if rule.is_sensible() => setting::put(tx, book::ASKING, rule),
        Remark::Asking { rule } => {
            Err(bad("asking", &format!("{} / {}", rule.due_after, rule.rest)))
        }
    }
}

fn wish(tx: &Transaction<'_>, feature: i64, said: Said, asks: bool) -> Result<()> {
    if !asks {
        return feature::take_back(tx, feature, said);
    }
    let (account, day) = match said {
        Said::Answer(id) => {
            let row = answer::by_id(tx, id)?.ok_or(Error::NoSuchAnswer)?;
            (row.account, row.day)
        }
        Said::Cancellation(id) => {
            let (account, day) =
                crate::store::cancellation::by_id(tx, id)?.ok_or(Error::NoSuchAnswer)?;
            (Some(account), day)
        }
    };
    feature::request(tx, feature, account, Some(said), day)
}

/// Reads `answer-12`, `cancellation-3`.
fn said(text: &str) -> Result<Said> {
    let (kind, id) = text.split_once('-').ok_or(Error::NoSuchAnswer)?;
    let id = id.parse().map_err(|_| Error::NoSuchAnswer)?;
    match kind {
        "answer" => Ok(Said::Answer(id)),
        "cancellation" => Ok(Said::Cancellation(id)),
        _ => Err(Error::NoSuchAnswer),
    }
}

fn taken(is_taken: bool, name: &str) -> Result<()> {
    if is_taken { Err(Error::NameTaken { name: name.to_owned() }) } else { Ok(()) }
}

fn bad(field: &'static str, value: &str) -> Error {
    Error::BadSetting { field, value: value.to_owned() }
}
