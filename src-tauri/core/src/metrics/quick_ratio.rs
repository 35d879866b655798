//! Quick ratio (metrics.md 4): (new + expansion + reactivation) / (contraction + churn).
//!
//! How many euros come for each one that goes. Absent when nothing went.

use super::movements::Flow;
use crate::model::Ratio;

/// What came over what went.
pub fn quick_ratio(flow: &Flow) -> Option<Ratio> {
    Ratio::of(flow.new + flow.expansion + flow.reactivation, flow.contraction + flow.churn)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twenty_eight_come_for_eight_that_go() {
        let flow = Flow {
            new: 20_000,
            expansion: 8_000,
            contraction: 5_000,
            churn: 3_000,
            ..Flow::default()
        };
        assert_eq!(quick_ratio(&flow), Ratio::of(35, 10));
        assert!(quick_ratio(&Flow::default()).is_none());
    }
}
