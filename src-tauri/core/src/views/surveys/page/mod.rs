//! The survey pages as they cross to the window: what all of them have at the top, then one file a
//! page.

mod enter;
mod follow;
mod waves;

pub use enter::{EnterView, ItemRow, Person, RecentAnswer, ScoreKey};
pub use follow::{AskingCard, CommentRow, FeatureRow, FollowView, ThemeRow};
pub use waves::{Gauge, GroupCard, GroupRow, ScoreCard, SurveysView};

use crate::survey::View;
use crate::views::Choice;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which survey and wave are asked for, and which answers count.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct SurveyQuery {
    /// By name; the usual one without.
    pub survey: Option<String>,
    /// By name; the newest one without.
    pub wave: Option<String>,
    /// All answers, or of each customer his latest.
    pub view: View,
}

/// The choices at the top of the survey pages.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SurveyBar {
    /// Every survey.
    pub surveys: Vec<Choice>,
    /// The one the page is about; empty where there is none.
    pub survey: String,
    /// Its waves, newest first.
    pub waves: Vec<Choice>,
    /// The one the page is about.
    pub wave: String,
    /// "Q3 2026"
    pub wave_words: String,
    /// Which answers count.
    pub view: View,
    /// How many detractors there are to call: "15"; empty for none.
    pub follow: String,
}
