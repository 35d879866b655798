//! Points: what they will cost, month by month, and what was typed in.

use super::LoyaltyBar;
use crate::chart::Chart;
use crate::store::reward::RewardKind;
use crate::views::{Notice, Part, SumLine, Table};
use serde::Serialize;
use ts_rs::TS;

/// What the points come to.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct LiabilityCard {
    /// "October 2026, 100 points = €1"
    pub sub: String,
    /// Start + earned - redeemed - expired ... = end.
    pub sum: SumLine,
    /// Points outstanding at the end of each month.
    pub chart: Chart,
    /// "227,720 ÷ 100 × €1 × 72% expected to be redeemed ="
    pub formula: String,
    /// "€1,640"
    pub result: String,
    /// The same in full.
    pub result_raw: String,
    /// "Breakage 28%: points nobody is expected to redeem"
    pub breakage: String,
    /// Points that end within the next 30 days, and whose.
    pub ending: Part,
    /// Those below zero, and who they are; absent where nobody is.
    pub negative: Option<Part>,
    /// The month of the sum, `2026-10`.
    pub month: String,
}

/// The points month by month, what was redeemed and adjusted, and what there is to redeem.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct LoyaltyLedgerView {
    /// State of the book it came from.
    pub revision: u64,
    /// Name and day.
    pub top: LoyaltyBar,
    /// What has to be said.
    pub notices: Vec<Notice>,
    /// Start, earned, redeemed, expired, adjusted, reversed, end.
    pub months: Table,
    /// What was typed in, newest first.
    pub entries: Vec<EntryRow>,
    /// What points can be redeemed for.
    pub rewards: Vec<RewardRow>,
    /// Whether there is a programme at all.
    pub running: bool,
    /// Currency the amounts are in: `EUR`.
    pub currency: String,
}

/// A redemption or an adjustment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct EntryRow {
    /// Tells it from the others.
    pub key: String,
    /// "20 Nov 2026"
    pub day: String,
    /// `/customers/12`
    pub open: String,
    /// Who.
    pub name: String,
    /// "Free month", "Opening balance", "Adjusted: goodwill"
    pub what: String,
    /// "−1,000"
    pub points: String,
}

/// Something points can be redeemed for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct RewardRow {
    /// Number in the store.
    #[ts(type = "number")]
    pub id: i64,
    /// "Free month"
    pub name: String,
    /// "1,000"
    pub points: String,
    /// The same as a number.
    #[ts(type = "number")]
    pub value: i64,
    /// "Free month, 1,000 points"
    pub choice: String,
    /// What sort it is.
    pub kind: RewardKind,
    /// "Free month"
    pub kind_words: String,
    /// "€49"; "–" where nobody said.
    pub cost: String,
    /// The same in minor units.
    #[ts(type = "number | null")]
    pub worth: Option<i64>,
    /// How often it was redeemed.
    pub redeemed: String,
    /// No longer offered.
    pub retired: bool,
}
