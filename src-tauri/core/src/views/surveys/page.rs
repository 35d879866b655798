//! The survey pages as they cross to the window.

use crate::chart::Chart;
use crate::survey::{AskingRule, View};
use crate::surveys::AnswerEntry;
use crate::views::{Bar, Choice, Notice, Part, Table};
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
    /// First and last day of the wave, `2026-10-01`; those of its quarter where it has none.
    pub days: (String, String),
}

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
    /// How often people are asked.
    pub rule: AskingRule,
    /// How many are due: "212".
    pub due: String,
    /// How many were asked too often.
    pub too_often: String,
}
