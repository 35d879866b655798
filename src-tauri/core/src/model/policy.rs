//! The rules a workspace counts by. `Policy::default()` is metrics.md, policy "Holdfast".

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Rules that change figures; every explanation names the ones it used.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Policy {
    /// Days a past-due subscription still counts, from the first unpaid day: 0 to 90.
    pub grace_days: u16,
}

impl Default for Policy {
    fn default() -> Self {
        Self { grace_days: 30 }
    }
}

/// What the user wants to reach, in hundredths of a percent; `None` is no target.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Targets {
    /// Customer retention of a month, at least: 9000 is 90 %.
    pub monthly_retention: Option<u32>,
    /// Customer retention over twelve months, at least: 8500 is 85 %.
    pub yearly_retention: Option<u32>,
    /// Customer churn of a month, at most: 1000 is 10 %.
    pub monthly_churn: Option<u32>,
    /// MRR to reach, in minor units of the workspace's currency.
    pub mrr: Option<i64>,
}

impl Default for Targets {
    fn default() -> Self {
        Self {
            monthly_retention: Some(9_000),
            yearly_retention: Some(8_500),
            monthly_churn: Some(1_000),
            mrr: None,
        }
    }
}
