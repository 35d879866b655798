//! Enter: the form, and what the wave comes to meanwhile.

use super::{ScoreCard, SurveyBar};
use crate::chart::Chart;
use crate::surveys::AnswerEntry;
use crate::views::Part;
use serde::Serialize;
use ts_rs::TS;

/// One key of a scale.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ScoreKey {
    /// What it stands for.
    pub value: u8,
    /// Colour role of its underline.
    pub role: String,
}

/// An item to answer.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ItemRow {
    /// "Product quality"
    pub label: String,
    /// Lowest answer.
    pub low: u8,
    /// Highest answer.
    pub high: u8,
    /// "8.1": mean of all.
    pub mean: String,
}

/// A customer to ask.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Person {
    /// His number.
    pub customer: i64,
    /// His name.
    pub name: String,
    /// "Team, €79 MRR, last time 8 in June 2026"
    pub detail: String,
}

/// An answer just entered.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct RecentAnswer {
    /// Number of the answer.
    pub id: i64,
    /// Its place in the wave: "147".
    pub number: String,
    /// Customer, or "anonymous".
    pub name: String,
    /// Route of the customer.
    pub open: Option<String>,
    /// "9"; "–" where only items were given.
    pub score: String,
    /// Colour role of its group.
    pub role: Option<String>,
    /// "promoter"
    pub class: String,
    /// What he said.
    pub comment: String,
    /// To correct it.
    pub entry: AnswerEntry,
}

/// Enter: the form, and what the wave comes to meanwhile.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct EnterView {
    /// State of the book it came from.
    pub revision: u64,
    /// Survey, wave, view.
    pub ask: SurveyBar,
    /// The question in the user's language.
    pub question: String,
    /// "not at all likely", "extremely likely"
    pub ends: (String, String),
    /// Keys of the score; none where only items are asked.
    pub keys: Vec<ScoreKey>,
    /// Items to answer.
    pub items: Vec<ItemRow>,
    /// Who is invited and has not answered, as far as they are shown.
    pub queue: Vec<Person>,
    /// How many those are in all.
    #[ts(type = "number")]
    pub waiting: usize,
    /// "148 of 212"; empty where nobody is invited.
    pub progress: String,
    /// How far that is, in percent.
    pub done: Option<f64>,
    /// The score so far.
    pub score: Option<ScoreCard>,
    /// The index so far.
    pub index: Option<ScoreCard>,
    /// Promoters, passives, detractors so far.
    pub classes: Vec<Part>,
    /// The distribution so far.
    pub distribution: Option<Chart>,
    /// The waves with this one.
    pub trend: Option<Chart>,
    /// What has become of the score.
    pub verdict: Option<String>,
    /// The last answers entered, newest first.
    pub recent: Vec<RecentAnswer>,
}
