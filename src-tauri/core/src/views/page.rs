//! The views as they cross to the window: one struct a view, finished text inside.

use serde::Serialize;
use ts_rs::TS;

use super::surveys::GivenAnswer;
use super::{AccountLine, Bar, ExplainRef, Figure, Goal, Notice, Part, SumLine, Table};
use crate::chart::Chart;

/// The overview: main figures, movements, retention against its targets.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct OverviewView {
    /// State of the book the figures came from.
    pub revision: u64,
    /// The choices at the top.
    pub bar: Bar,
    /// What has to be said about the figures.
    pub notices: Vec<Notice>,
    /// MRR, customers, retention, churn, NRR, ARPA.
    pub figures: Vec<Figure>,
    /// Movements of the focus period as a sum; the legend of `movements`.
    pub sum: SumLine,
    /// MRR movements by period.
    pub movements: Chart,
    /// Retention by period with its target.
    pub retention: Chart,
    /// Retention of the period and over twelve months against their targets.
    pub targets: Vec<Fraction>,
}

/// Revenue: MRR by plan, movements, what an average customer pays.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct RevenueView {
    /// State of the book the figures came from.
    pub revision: u64,
    /// The choices at the top.
    pub bar: Bar,
    /// What has to be said about the figures.
    pub notices: Vec<Notice>,
    /// ARPA, ASP, quick ratio, ARR, committed MRR.
    pub figures: Vec<Figure>,
    /// MRR by plan and period.
    pub mrr: Chart,
    /// Movements of the selected period as a sum.
    pub sum: SumLine,
    /// MRR movements by period.
    pub movements: Chart,
}

/// Retention: rates with their formula, and the cohort triangle.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct RetentionView {
    /// State of the book the figures came from.
    pub revision: u64,
    /// The choices at the top.
    pub bar: Bar,
    /// What has to be said about the figures.
    pub notices: Vec<Notice>,
    /// Churn, gross and net MRR churn, NRR, GRR.
    pub figures: Vec<Figure>,
    /// Retention by period beside the year before.
    pub rate: Chart,
    /// Where its axis starts: "axis starts at 88%"; absent at 0.
    pub axis_note: Option<String>,
    /// The formula with the numbers put in: this period and twelve months.
    pub fractions: Vec<Fraction>,
    /// The triangle.
    pub cohorts: CohortsView,
}

/// `(144 - 23) / 130 x 100 = 93.08 %` with every number a link.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Fraction {
    /// "Monthly retention, October"
    pub label: String,
    /// What stands above the line, with signs.
    pub numerator: Vec<FractionTerm>,
    /// What stands below it; empty where there is no line.
    pub denominator: Vec<FractionTerm>,
    /// "× 100 ="
    pub times: String,
    /// "98.87%"
    pub result: String,
    /// The same for other programs, in full: "98.8691".
    pub raw: Option<String>,
    /// The customers it is about.
    pub list: Option<String>,
    /// The numbers in words: "631 at the end, 19 of them gained, 619 at the start. 7 left."
    pub sentence: String,
    /// Its target.
    pub goal: Option<Goal>,
    /// Opens how it is computed.
    pub explain: Option<ExplainRef>,
}

/// One number of a fraction.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct FractionTerm {
    /// "−", "+", "×" before it; empty for the first.
    pub sign: String,
    /// "19"
    pub text: String,
    /// "gained": spoken and on hover.
    pub label: String,
    /// The customers behind it.
    pub list: Option<String>,
}

/// The cohort triangle.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CohortsView {
    /// "% still paying, by months since start"
    pub caption: String,
    /// Heads: "Started in", "Customers", then 0, 1, 2, ...
    pub heads: Vec<String>,
    /// The weighted mean of the finished cells.
    pub mean: CohortRow,
    /// One row a cohort, oldest first.
    pub rows: Vec<CohortRow>,
    /// "under 80", "all kept": ends of the heat scale.
    pub scale: (String, String),
}

/// One cohort.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct CohortRow {
    /// `2025-11`; empty for the mean.
    pub key: String,
    /// "Nov 2025"
    pub label: String,
    /// How many customers (or how much MRR) it started with.
    pub size: String,
    /// The list of its customers.
    pub list: Option<String>,
    /// One for each period since its start, as far as the days have come.
    pub cells: Vec<CohortCell>,
}

/// One cell of the triangle.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct CohortCell {
    /// "94", "–"
    pub text: String,
    /// The same for other programs, in full: "94.4444". Absent where the text has nothing rounded.
    pub raw: Option<String>,
    /// Step of the heat, 0 to 5; absent without a value.
    pub heat: Option<u8>,
    /// Unfinished cells are marked and left out of the mean.
    pub finished: bool,
    /// "May 2026, month 5: 94%, 15 of 16 customers"
    pub spoken: String,
    /// The customers of the cell.
    pub list: Option<String>,
}

/// Churn: who left, by period.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ChurnView {
    /// State of the book the figures came from.
    pub revision: u64,
    /// The choices at the top.
    pub bar: Bar,
    /// What has to be said about the figures.
    pub notices: Vec<Notice>,
    /// Churned customers, churn rate, churned MRR, share that did not want to go.
    pub figures: Vec<Figure>,
    /// Customers lost by period: voluntary, involuntary, unknown.
    pub customers: Chart,
    /// MRR lost by period.
    pub mrr: Chart,
    /// Reasons of the selected period with customers and MRR.
    pub reasons: Table,
    /// List of who left in the selected period.
    pub list: String,
}

/// A page of a list of customers: behind a number, or all of them.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ListView {
    /// State of the book it came from; a figure of another one is to be loaded again.
    pub revision: u64,
    /// "Who left in July 2026"
    pub title: String,
    /// "14 customers, €1,038 MRR"
    pub subtitle: String,
    /// What the amounts of all rows sum to, in minor units.
    pub sum: i64,
    /// Lists beside this one: all, gained, lost.
    pub tabs: Vec<ListTab>,
    /// Key of the column the rows are in the order of; absent where it is no column's.
    pub sort: Option<String>,
    /// Whether that is from the largest down.
    pub descending: bool,
    /// The rows in sight with the sum over all rows.
    pub table: Table,
}

/// A list beside the one shown.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ListTab {
    /// As the `list` command takes it.
    pub list: String,
    /// "Gained"
    pub label: String,
    /// "33"
    pub count: String,
    /// Whether it is the one shown.
    pub current: bool,
}

/// How a figure is computed.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ExplainView {
    /// State of the book it came from.
    pub revision: u64,
    /// "Quick ratio, October 2026"
    pub title: String,
    /// The formula in words: "gained ÷ lost MRR".
    pub formula: String,
    /// The formula with the numbers put in.
    pub fraction: Fraction,
    /// Every number that went in, with the customers behind it.
    pub inputs: Vec<Part>,
    /// The rules used, each a sentence.
    pub rules: Vec<String>,
}

/// One customer.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CustomerView {
    /// State of the book it came from.
    pub revision: u64,
    /// Name, or key without one.
    pub name: String,
    /// "Customer since 3 March 2024 · NL"
    pub subtitle: String,
    /// "Pays", "Paused", "Left on 4 May 2026"
    pub status: String,
    /// MRR, paid so far as MRR months, tenure.
    pub figures: Vec<Figure>,
    /// MRR over time.
    pub mrr: Chart,
    /// What the sources say about him: label and text.
    pub facts: Vec<(String, String)>,
    /// Subscriptions and their phases.
    pub subscriptions: Vec<SubscriptionCard>,
    /// His movements, newest first.
    pub movements: Table,
    /// The accounts that make him up.
    pub accounts: Vec<AccountLine>,
    /// What he answered to surveys, newest first.
    pub answers: Vec<GivenAnswer>,
}

/// One subscription with its phases.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SubscriptionCard {
    /// Its number, to correct it by; none for a change log without a subscription of its own.
    pub id: Option<i64>,
    /// It has no last day yet.
    pub can_end: bool,
    /// Key in its source; empty where the source gave none.
    pub key: String,
    /// "Team, yearly"
    pub title: String,
    /// "Active", "Ends on 3 January 2027"
    pub status: String,
    /// From, to, plan, price, quantity, MRR.
    pub phases: Table,
}

/// Rows of a list in sight, and how it is sorted and searched.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize, Serialize, TS)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct PageRequest {
    /// Rows to leave out before.
    pub offset: u32,
    /// Rows wanted, at most 500; 0 is 100.
    pub limit: u32,
    /// Key of a sortable column; the list's own order without one.
    pub sort: Option<String>,
    /// Largest first.
    pub descending: bool,
    /// Part of a name, mail address or key.
    pub search: String,
}
