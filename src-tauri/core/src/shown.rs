//! The pieces every view, chart and import preview is made of. All text is finished: the UI formats
//! nothing.

use serde::Serialize;
use ts_rs::TS;

use crate::chart::Chart;

/// One figure with everything that stands around it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Figure {
    /// Metric name as in the CLI: `retention_rate`.
    pub key: String,
    /// "Monthly retention"
    pub label: String,
    /// Money in minor units, counts as they are, rates as fractions; absent when it cannot be told.
    pub value: Option<f64>,
    /// "98.9%", or "–" when absent.
    pub text: String,
    /// The same for other programs, in full: "98.8691". Absent where the text has nothing rounded.
    pub raw: Option<String>,
    /// Against the period before (or whatever was chosen to compare with).
    pub change: Option<Change>,
    /// Small line under the figure: "641 today · €75.93 each"; the reason when the value is absent.
    pub note: Option<String>,
    /// Target and whether it is met.
    pub goal: Option<Goal>,
    /// Small drawing of the periods before.
    pub spark: Option<Chart>,
    /// Opens formula, numbers put in, rules and customers.
    pub explain: Option<ExplainRef>,
    /// The customers it is about.
    pub list: Option<String>,
}

/// A change in words with its direction and whether that is good.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Change {
    /// "2.6%", "0.3 pts", without arrow or sign.
    pub text: String,
    /// Which arrow.
    pub direction: Direction,
    /// Green, red or neither.
    pub good: Option<bool>,
    /// Spoken and on hover: "up 2.6% from September 2026".
    pub spoken: String,
}

/// Where a change goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export)]
pub enum Direction {
    /// Higher than before.
    Up,
    /// Lower than before.
    Down,
    /// As before.
    Flat,
}

/// A target beside its figure.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Goal {
    /// "target above 90%"
    pub text: String,
    /// "Met", "Below"
    pub verdict: String,
    /// Whether it is reached.
    pub met: bool,
}

/// Which figure is to be explained; the query in force says for whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ExplainRef {
    /// Metric name as in the CLI.
    pub metric: String,
    /// `2026-10`
    pub period: String,
}

/// `46,700 + 1,208 + 275 - 10 = 47,910`: doubles as the legend of the chart below it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SumLine {
    /// What it starts from.
    pub start: Part,
    /// What comes and goes.
    pub parts: Vec<Part>,
    /// What it comes to.
    pub end: Part,
}

/// One number of a sum.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Part {
    /// `new`, `churn`
    pub key: String,
    /// "New"
    pub label: String,
    /// The same as a number: minor units or heads, losses negative.
    pub value: i64,
    /// "+1,208" with its sign.
    pub text: String,
    /// The same for other programs, in full: "1207.86". Absent where the text has nothing rounded.
    pub raw: Option<String>,
    /// Colour role without `--`; absent for start and end.
    pub role: Option<String>,
    /// The list of customers behind it, as the `list` command takes it.
    pub list: Option<String>,
}

/// A table of finished text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Table {
    /// Heads.
    pub columns: Vec<Column>,
    /// The rows in sight (all of them where the table is short).
    pub rows: Vec<Row>,
    /// The sum row.
    pub total: Option<Row>,
    /// How many rows there are in all.
    #[ts(type = "number")]
    pub count: usize,
}

/// A column head.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Column {
    /// Name to sort by.
    pub key: String,
    /// Head.
    pub label: String,
    /// Numbers stand at the end.
    pub align: Align,
    /// Whether the list can be sorted by it.
    pub sortable: bool,
}

/// Side of a column the text stands at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export)]
pub enum Align {
    /// Words.
    Start,
    /// Numbers.
    End,
}

/// A row; `open` is the route it leads to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Row {
    /// Stable within its table.
    pub key: String,
    /// One for each column.
    pub cells: Vec<Cell>,
    /// `/customers/12`
    pub open: Option<String>,
}

/// A tier as it is drawn everywhere: rising bars, a colour, a word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct TierMark {
    /// "Gold"
    pub name: String,
    /// Colour role without `--`: `tier-gold`.
    pub role: String,
    /// How many of its bars are filled.
    #[ts(type = "number")]
    pub filled: usize,
    /// How many bars there are.
    #[ts(type = "number")]
    pub of: usize,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Cell {
    /// Finished text.
    pub text: String,
    /// Colour role of a swatch before it.
    pub role: Option<String>,
    /// The tier it names, with its bars. Absent in nearly every cell.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub mark: Option<TierMark>,
    /// The list behind the number in it.
    pub list: Option<String>,
    /// The number for other programs, in full: "1207.86". Absent where the text has nothing rounded.
    pub raw: Option<String>,
}

impl Cell {
    /// A cell of plain text.
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A tier by its name, with its bars.
    pub fn tier(mark: TierMark) -> Self {
        Self { text: mark.name.clone(), mark: Some(mark), ..Self::default() }
    }

    /// A cell of a number, with the number in full.
    pub fn number(text: String, raw: String) -> Self {
        Self { text, raw: Some(raw), ..Self::default() }
    }
}

/// Something the view has to say about its own figures: what is missing, what is left out.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Notice {
    /// `no_cancelled`, `no_rate`: for tests and to act on.
    pub code: String,
    /// How loud.
    pub tone: NoticeTone,
    /// The whole sentence with its remedy.
    pub text: String,
    /// Route of the remedy, with the words of its link.
    pub link: Option<(String, String)>,
}

/// How loud a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export)]
pub enum NoticeTone {
    /// Good to know.
    Info,
    /// The figures may mislead.
    Warn,
}
