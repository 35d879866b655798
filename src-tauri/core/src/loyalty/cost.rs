//! What points cost (metrics.md 10).
//!
//! Liability = outstanding points x expected redemption rate x cost of a point, rounded once, half
//! away from zero, in minor units of the workspace's currency. Where more is owed than outstanding it
//! is 0: nobody pays us. Breakage = 1 - redemption rate: expected by the programme's own rate,
//! observed by what has come to its end: expired / (redeemed + expired); absent of nothing.

use super::months::Movements;
use super::programme::Programme;
use crate::model::{Ratio, round_div};

/// What outstanding points will probably cost.
pub fn liability(programme: &Programme, outstanding: i64) -> i64 {
    let share = i128::from(programme.expected_redemption);
    let num = i128::from(outstanding.max(0)) * share * i128::from(programme.cost.amount);
    round_div(num, 1000 * i128::from(programme.cost.points))
}

/// What so many points cost when they are redeemed.
pub fn cost_of(programme: &Programme, points: i64) -> i64 {
    let num = i128::from(points) * i128::from(programme.cost.amount);
    round_div(num, i128::from(programme.cost.points))
}

/// The share of points the programme expects never to be redeemed.
pub fn expected_breakage(programme: &Programme) -> Option<Ratio> {
    Ratio::of(programme.expected_redemption, 1000).map(Ratio::complement)
}

/// The share of points that ended without having been redeemed.
pub fn observed_breakage(points: &Movements) -> Option<Ratio> {
    Ratio::of(points.expired, points.expired + points.redeemed)
}
