//! Waves: what a survey comes to.

use super::SurveyBar;
use crate::chart::Chart;
use crate::views::{Bar, Notice, Part, Table, TierMark};
use serde::Serialize;
use ts_rs::TS;

/// A score with its margin and the sum behind it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ScoreCard {
    /// "NPS"
    pub title: String,
    /// "+35"; absent without answers, and under ten of them.
    pub headline: Option<String>,
    /// "± 12"
    pub margin: Option<String>,
    /// "+23 to +48"
    pub between: Option<String>,
    /// The band of it.
    pub gauge: Option<Gauge>,
    /// "(79 − 27) ÷ 147 × 100 = 35.4"
    pub formula: Option<String>,
    /// "147 answers"
    pub answers: String,
    /// "69% of 212 invited"
    pub response: Option<String>,
    /// Said where there are few answers.
    pub few: Option<String>,
    /// "+41 weighted by what they pay"
    pub weighted: Option<String>,
    /// The answers behind it, as the `list` command takes it.
    pub list: String,
}

/// A score on the way from -100 to 100; places are percent of its length.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Gauge {
    /// Where the band begins.
    pub low: f64,
    /// Where it ends.
    pub high: f64,
    /// The score itself; absent under ten answers.
    pub at: Option<f64>,
    /// "−100", "−50", "0", "+50", "+100"
    pub ticks: Vec<String>,
    /// "+23 to +48"
    pub spoken: String,
}

/// The score of one group of customers.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct GroupRow {
    /// "Team"
    pub label: String,
    /// Its bars, where it is a tier.
    pub mark: Option<TierMark>,
    /// "71"
    pub answers: String,
    /// "+28 ± 19", or "–".
    pub text: String,
    /// Its band.
    pub gauge: Option<Gauge>,
    /// The answers behind it.
    pub list: String,
}

/// Scores by plan, by country, by how long they are customers.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct GroupCard {
    /// `plan`
    pub key: String,
    /// "By plan"
    pub title: String,
    /// "6 answers in Business are few: read with care"; absent where all are enough.
    pub note: Option<String>,
    /// The largest first.
    pub rows: Vec<GroupRow>,
}

/// Waves: what a survey comes to.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SurveysView {
    /// State of the book it came from.
    pub revision: u64,
    /// Segment, as on every page.
    pub bar: Bar,
    /// Survey, wave, view.
    pub ask: SurveyBar,
    /// What has to be said.
    pub notices: Vec<Notice>,
    /// The score; absent where the survey has only items, or there is none.
    pub score: Option<ScoreCard>,
    /// The loyalty index, where items are asked.
    pub index: Option<ScoreCard>,
    /// Promoters, passives, detractors; empty for other kinds.
    pub classes: Vec<Part>,
    /// How many gave which answer.
    pub distribution: Option<Chart>,
    /// The score from wave to wave.
    pub trend: Option<Chart>,
    /// "The rise since Q2 (+6) is inside the margins: not shown to be real."
    pub verdict: Option<String>,
    /// Items of the index with their means.
    pub items: Option<Table>,
    /// By plan, country, tenure.
    pub groups: Vec<GroupCard>,
    /// What became of who answered: class against churn; absent for other kinds.
    pub following: Option<Table>,
    /// What the classes pay today.
    pub paying: Option<Table>,
    /// Words of the question in the three languages, as the user has them.
    pub questions: [String; 3],
    /// The program's own words, where he has none.
    pub usual_questions: [String; 3],
    /// "148 answers, 212 invitations and 3 waves": what goes if the survey is deleted.
    pub survey_holds: String,
    /// The same of the wave.
    pub wave_holds: String,
    /// Whether the wave has days of its own; a calendar quarter otherwise.
    pub wave_has_days: bool,
    /// First and last day of the wave, `2026-10-01`; those of its quarter where it has none.
    pub days: (String, String),
}
