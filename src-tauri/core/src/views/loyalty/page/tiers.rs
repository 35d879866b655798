//! Members by tier, and who moves.

use crate::views::{Part, TierMark};
use serde::Serialize;
use ts_rs::TS;

/// How many of a tier are still there after twelve months.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct KeptBar {
    /// Of a hundred.
    pub share: f64,
    /// Where the target stands, of a hundred; absent where none is set.
    pub target: Option<f64>,
    /// "87.7% kept in 12 months"
    pub text: String,
    /// "228 of 260"
    pub of: String,
    /// Those who were there twelve months before.
    pub list: String,
}

/// A tier with its members.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct TierCard {
    /// Bars and word.
    pub mark: TierMark,
    /// "from 500 points"
    pub from: String,
    /// "354", and who they are.
    pub members: Part,
    /// "€13,543 MRR"
    pub mrr: String,
    /// The same in full.
    pub mrr_raw: String,
    /// Absent where nobody was in it twelve months before.
    pub kept: Option<KeptBar>,
    /// "NPS +35", or why there is none.
    pub nps: String,
    /// "€1,204 spent each in 12 months"
    pub spend: String,
    /// What members of it get, in the owner's words.
    pub benefits: String,
}

/// A customer who changes his tier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct MoveRow {
    /// `/customers/12`
    pub open: String,
    /// Who.
    pub name: String,
    /// Where he is.
    pub from: TierMark,
    /// Where he goes.
    pub to: TierMark,
    /// "2,984"
    pub value: String,
    /// "16 points to go", "on 1 Dec 2026": when he moved, or will
    pub remark: String,
}

/// Who moves one way in a month.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct MoveSet {
    /// `moved-up`, `moved-down`, `this-up`, `this-down`, `next-up`, `next-down`
    pub key: String,
    /// "Up in November"
    pub label: String,
    /// How many, and who.
    pub count: Part,
    /// The first of them.
    pub rows: Vec<MoveRow>,
    /// Said where there are none.
    pub none: String,
}
