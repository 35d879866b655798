//! The loyalty pages as they cross to the window: what all of them share, and the programme itself.

mod people;
mod points;
mod rules;
mod tiers;

pub use people::{LoyaltyMembersView, LoyaltyPersonView, ReferralsView};
pub use points::{EntryRow, LiabilityCard, LoyaltyLedgerView, RewardRow};
pub use rules::{
    PreviewRow, PreviewView, ReadyProgramme, RulesCard, ShareBar, SharePart, SimulationView,
    Verdict, WorksCard,
};
pub use tiers::{KeptBar, MoveRow, MoveSet, TierCard};

use crate::views::Notice;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// From which day the programme is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct LoyaltyQuery {
    /// A day that is past, `2026-06-30`; the last one without.
    pub day: Option<String>,
    /// Width of the page's content in CSS pixels; 1024 without.
    pub width: Option<u32>,
}

/// What stands at the top of every loyalty page.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct LoyaltyBar {
    /// What members know the programme by; empty while there is none.
    pub name: String,
    /// The day it is looked at, `2026-11-20`.
    pub day: String,
    /// "20 Nov 2026"
    pub day_words: String,
    /// The last day that can be looked at.
    pub last: String,
    /// Whether another day than the last was chosen.
    pub past: bool,
}

/// The programme: tiers, who moves, points, rules, whether it works.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct LoyaltyView {
    /// State of the book it came from.
    pub revision: u64,
    /// Name and day.
    pub top: LoyaltyBar,
    /// What has to be said.
    pub notices: Vec<Notice>,
    /// "To have members stay longer"; empty while there is no programme.
    pub aim: String,
    /// From the lowest; empty while there is no programme.
    pub tiers: Vec<TierCard>,
    /// Up and down: this month so far, in the rest of it, and in the next.
    pub moves: Vec<MoveSet>,
    /// Absent while there is no programme.
    pub points: Option<LiabilityCard>,
    /// Absent while there is no programme.
    pub rules: Option<RulesCard>,
    /// Absent while there is no programme.
    pub works: Option<WorksCard>,
    /// Programmes to start from; empty once there is one.
    pub ready: Vec<ReadyProgramme>,
    /// The day a first programme counts from unless another is chosen.
    pub start: String,
    /// Currency the amounts are in: `EUR`.
    pub currency: String,
}
