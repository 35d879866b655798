//! Records made, corrected and deleted by hand: one form for every kind, one change an act.
//!
//! What is typed is read by the readers of files, so a form takes what a file may say and refuses
//! what a file may not, in the same words. A record made by hand gets the identity a file would
//! give it: its key within the source of its account, else a hash of what it says. A file that
//! brings it later finds it and adds nothing.
//!
//! ```text
//! fields   which fields a form of a kind has · label   a label that is new
//! form     a record as typed text, in the formats of its reader
//! read     typed text into typed facts, or what is wrong with which field
//! save     typed facts into the store · delete   out of it again
//! ```

mod delete;
mod fields;
mod form;
mod label;
mod read;
mod save;
#[cfg(test)]
mod tests;
mod typed;

pub use delete::delete;
pub use form::form;
pub use save::save;

pub(crate) use delete::remember;
pub(crate) use fields::{day_column, owners, table_of, touches};
pub(crate) use form::{said, source_name};

use super::{Context, Kind};
use crate::voice::Voice;
use crate::{Error, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The source of customers that were typed and came from no file.
pub const BY_HAND: &str = "hand";

/// How the keys begin that records get by hand, where nobody gives one.
pub(crate) const KEY: &str = "hand-";

/// The kinds whose records are made by hand in this way. Exchange rates have a place of their own in
/// the settings.
pub(crate) fn kinds() -> impl Iterator<Item = Kind> {
    Kind::ALL.into_iter().filter(|kind| *kind != Kind::Rates)
}

/// What reading and writing by hand must know of the workspace and its user.
#[derive(Clone, Debug)]
pub struct Hand {
    /// Currency, time zone and day.
    pub context: Context,
    /// In whose words and formats.
    pub voice: Voice,
    /// Reasons for leaving that are known, to choose from.
    pub reasons: Vec<String>,
}

/// One record, or one to be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct RecordRef {
    /// What it is.
    pub kind: Kind,
    /// Its number in the store (of a customer: of his account); none for a new one.
    pub id: Option<i64>,
    /// The customer a new one is about.
    pub customer: Option<i64>,
}

impl RecordRef {
    /// Refuses what no form makes.
    pub(crate) fn by_hand(self) -> Result<()> {
        kinds().any(|kind| kind == self.kind).then_some(()).ok_or(Error::NoSuchRecord)
    }
}

/// A record as a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct RecordForm {
    /// Which one.
    pub record: RecordRef,
    /// "Add: subscription", "Correct: subscription"
    pub title: String,
    /// Who it is about, by name; empty for a new customer and for what is about nobody.
    pub about: String,
    /// In the order they are shown.
    pub fields: Vec<RecordField>,
    /// Today, as it is typed.
    pub today: String,
}

/// One field of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct RecordField {
    /// Its name among the fields; `attribute.NAME` for a label of a customer.
    pub name: String,
    /// What it is called.
    pub label: String,
    /// As it is typed.
    pub value: String,
    /// How it is asked for.
    pub input: RecordInput,
    /// What there is to choose from, or what is known and may be typed.
    pub choices: Vec<RecordChoice>,
    /// How it may be typed.
    pub hint: Option<String>,
    /// Rarely needed: shown when asked for.
    pub more: bool,
}

/// How a field is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export)]
pub enum RecordInput {
    /// A line; the choices are only proposals.
    Line,
    /// Several lines.
    Text,
    /// One of the choices.
    Choice,
    /// A customer, by number.
    Customer,
}

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct RecordChoice {
    /// As it is saved.
    pub key: String,
    /// As it is read.
    pub label: String,
}

/// What was typed. Fields that are not named stay as they are.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, TS)]
#[ts(export)]
pub struct RecordDraft {
    /// Which record.
    pub record: RecordRef,
    /// Field to text.
    pub values: BTreeMap<String, String>,
}

/// What saving or deleting came to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct RecordSaved {
    /// The number to undo it by; absent where nothing was changed.
    pub change: Option<i64>,
    /// The customer it is about, as he is numbered now.
    pub customer: Option<i64>,
    /// What has to be typed otherwise; nothing was written then.
    pub wrong: Vec<RecordWrong>,
    /// What was done, to be said: "Added: subscription."
    pub said: String,
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct RecordWrong {
    /// Its name; empty where it is about the whole record.
    pub name: String,
    /// What is wrong and what to do.
    pub message: String,
}

/// What was written, before its change has a number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The customer it is about.
    pub customer: Option<i64>,
    /// It became one with a customer who was there, by their mail address.
    pub joined: bool,
    /// What is wrong; nothing was written then.
    pub wrong: Vec<RecordWrong>,
}

/// What its change is called: `add:invoices`.
pub fn label(act: &str, kind: Kind) -> String {
    format!("{act}:{}", kind.code())
}

/// The act and the kind of a change made by hand; none for any other change.
pub fn labelled(label: &str) -> Option<(&str, Kind)> {
    let (act, kind) = label.split_once(':')?;
    Some((act, Kind::from_code(kind)?))
}
