//! The rules, ready-made ones, what others would come to, and whether they work.

use crate::loyalty::Programme;
use crate::views::{Choice, Direction, Table, TierMark};
use serde::Serialize;
use ts_rs::TS;

/// What the rule editor starts from.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct RulesCard {
    /// The rules in force, or those that are to come.
    pub programme: Programme,
    /// First day of those, `2026-12-01`; empty before the first.
    pub from: String,
    /// "in force since 1 Dec 2025"
    pub since: String,
    /// The day new rules are applied from unless another is chosen.
    pub next: String,
    /// Every version, newest first: its first day and words.
    pub versions: Vec<Choice>,
    /// Currency the amounts are in: `EUR`.
    pub currency: String,
}

/// What the comparison comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export)]
pub enum Verdict {
    /// Members do better than chance would have it.
    Yes,
    /// They do worse.
    No,
    /// The difference is within what chance gives.
    Unsure,
    /// There are too few to compare, or nobody to compare with.
    Cannot,
}

/// Whether the programme does what it is for.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct WorksCard {
    /// "To have members stay longer"
    pub aim: String,
    /// "Members stay longer: 3.1 points more, between 0.4 and 5.8."
    pub verdict: String,
    /// Whether it does.
    pub tone: Verdict,
    /// "Yes", "Not shown", "Cannot be told"
    pub answer: String,
    /// Members beside those like them, measure by measure.
    pub rows: Table,
    /// How they were matched, and how many had no match.
    pub note: String,
    /// Customers of over three years beside those of under six months.
    pub tenure: Table,
    /// What it cost by month.
    pub cost: Table,
}

/// A programme to start from.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ReadyProgramme {
    /// `visits`, `spend`
    pub key: String,
    /// "Points for what they pay"
    pub title: String,
    /// What it does, in a sentence.
    pub say: String,
    /// Its rules.
    pub programme: Programme,
    /// What it would give on what is imported.
    pub preview: PreviewView,
}

/// A tier now and with other rules.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct PreviewRow {
    /// Bars and word of the other rules.
    pub mark: TierMark,
    /// "211"; "–" where there is no such tier now.
    pub now: String,
    /// Who they are now.
    pub now_list: Option<String>,
    /// "170"
    pub then: String,
    /// Who they would be.
    pub then_list: Option<String>,
    /// "−41"
    pub change: String,
    /// Which way.
    pub direction: Direction,
    /// "€13,951"
    pub mrr: String,
}

/// Shares of MRR by tier, as one bar.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ShareBar {
    /// "Now"
    pub label: String,
    /// Each tier's part.
    pub parts: Vec<SharePart>,
}

/// One tier's part of a bar.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SharePart {
    /// Colour role without `--`.
    pub role: String,
    /// Of a hundred.
    pub share: f64,
    /// "Gold 37%"
    pub text: String,
}

/// What other rules would come to today.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct PreviewView {
    /// Why they cannot be played, in words; everything else is empty then.
    pub unsound: Option<String>,
    /// "on today's 641 customers"
    pub of: String,
    /// Tier by tier.
    pub rows: Vec<PreviewRow>,
    /// "41 customers move up, 3 move down."
    pub moving: String,
    /// "Benefits cost about €98 more a month; points outstanding would cost €1,640."
    pub cost: String,
    /// Shares of MRR now and then; one bar while there is no programme.
    pub shares: Vec<ShareBar>,
    /// "The rules that were to hold from 1 Jan 2027 are dropped."; absent where none are.
    pub drops: Option<String>,
}

/// Another programme played over the past, beside the present one.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SimulationView {
    /// Why it cannot be played, in words.
    pub unsound: Option<String>,
    /// What the twelve months come to in a sentence.
    pub say: String,
    /// Month by month: members per tier, points issued, cost, liability, beside the present rules.
    pub table: Table,
}
