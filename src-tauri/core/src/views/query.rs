//! What is asked of every view: periods, comparison, segment. Chosen once, valid everywhere.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::model::Grain;
use crate::segment::Filter;

/// Periods, comparison and segment as they stand at the top of the window and in the address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct Query {
    /// Months, quarters, years or weeks.
    pub grain: Grain,
    /// The last period shown, `2026-10`; without it the last finished one.
    pub to: Option<String>,
    /// How many finished periods are shown; 0 is as many as there are, absent is 12.
    pub span: Option<u16>,
    /// What changes are measured against.
    pub compare: Compare,
    /// Plans by name; none is all.
    pub plans: Vec<String>,
    /// Countries as the files name them; none is all.
    pub countries: Vec<String>,
    /// Tiers of the loyalty programme by name, as of the day everything is seen from; none is all.
    pub tiers: Vec<String>,
    /// Width of the page's content in CSS pixels: charts are drawn for it. Absent is 1024.
    pub width: Option<u32>,
}

impl Query {
    /// Whom the figures are of.
    pub fn filter(&self) -> Filter {
        Filter::of_lists(&self.plans, &self.countries, &self.tiers)
    }
}

/// What a change is measured against.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export)]
pub enum Compare {
    /// The period before.
    #[default]
    Before,
    /// The same period a year before.
    Year,
}

/// The choices at the top, in the user's words, with what is chosen now.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Bar {
    /// "Nov 2025 – Oct 2026"
    pub periods: String,
    /// The period the figures stand for: key and words.
    pub focus: Choice,
    /// "previous month"
    pub compare: String,
    /// "All customers", "Pro, NL"
    pub segment: String,
    /// Every period that can be the last one, newest first.
    pub choices: Vec<PeriodChoice>,
    /// Plans to filter by.
    pub plans: Vec<Choice>,
    /// Countries to filter by, with their names.
    pub countries: Vec<Choice>,
    /// How many customers the segment has at the end of the focus period.
    pub customers: String,
}

/// A period that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct PeriodChoice {
    /// As it goes into the query.
    pub key: String,
    /// "October 2026"
    pub label: String,
    /// "Oct", where the year is plain.
    pub short: String,
}

/// Something that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Choice {
    /// As it goes into the query.
    pub key: String,
    /// As it is read.
    pub label: String,
}
