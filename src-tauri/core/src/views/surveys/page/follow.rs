//! Follow-up: whom to call, what they say, what they miss, whom to ask next.

use super::{Person, SurveyBar};
use crate::survey::AskingRule;
use serde::Serialize;
use ts_rs::TS;

/// A theme with the comments about it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ThemeRow {
    /// `price`, `own-12`
    pub key: String,
    /// "Price"
    pub label: String,
    /// "19"
    pub count: String,
    /// How many of them are detractors, passives, promoters or said when cancelling, in percent of
    /// the largest theme.
    pub bars: Vec<(String, f64)>,
    /// "2"
    pub detractors: String,
    /// MRR today of the customers behind them.
    pub mrr: String,
    /// The comments, as the `list` command takes it.
    pub list: String,
}

/// A feature customers miss.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct FeatureRow {
    /// Its number.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// `asked`, `planned`, `shipped`
    pub state: String,
    /// "shipped 12 Nov"
    pub words: String,
    /// How many customers asked.
    pub asked: String,
    /// Their MRR today.
    pub mrr: String,
    /// Who asked, as the `list` command takes it.
    pub list: String,
    /// Who has not been told yet, the largest first.
    pub waiting: Vec<Person>,
    /// "4 told, 7 to go"
    pub told: String,
}

/// A comment with its themes.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct CommentRow {
    /// `answer-12`, `cancellation-3`
    pub key: String,
    /// What was said.
    pub text: String,
    /// Who said it, or "anonymous".
    pub name: String,
    /// Route of the customer.
    pub open: Option<String>,
    /// "gave 3", "cancelled", with the day.
    pub when: String,
    /// Colour role of his group.
    pub role: Option<String>,
    /// Keys of its themes.
    pub themes: Vec<String>,
    /// Numbers of the features it asks for.
    pub features: Vec<i64>,
}

/// Who is due for a survey of a kind, and who was asked one too often.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct AskingCard {
    /// "NPS": each kind is counted by itself.
    pub kind: String,
    /// How often people are asked.
    pub rule: AskingRule,
    /// How many are due: "212".
    pub due: String,
    /// Who they are, as the `list` command takes it.
    pub due_list: String,
    /// How many were asked too often.
    pub too_often: String,
    /// Who they are.
    pub too_often_list: String,
}

/// Follow-up: whom to call, what they say, what they miss, whom to ask next.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FollowView {
    /// State of the book it came from.
    pub revision: u64,
    /// Survey, wave, view.
    pub ask: SurveyBar,
    /// The list of detractors who still pay.
    pub detractors: String,
    /// "3 more detractors have left since"
    pub gone: Option<String>,
    /// Themes, the most spoken of first.
    pub themes: Vec<ThemeRow>,
    /// "78 of 147 gave words"
    pub themes_note: String,
    /// Comments of the chosen theme, newest first, as far as they are shown.
    pub comments: Vec<CommentRow>,
    /// How many there are in all.
    #[ts(type = "number")]
    pub comment_count: usize,
    /// Features, the most asked for first.
    pub features: Vec<FeatureRow>,
    /// Whom to ask next.
    pub asking: AskingCard,
}
