//! Gross and net MRR churn of a period (metrics.md 4).
//!
//! Gross = (churn + contraction) / MRR at the start = 1 - GRR of the period.
//! Net = (churn + contraction - expansion - reactivation) / MRR at the start; below 0 when what is
//! kept grows faster than what is lost. Without MRR at the start both are absent.

use super::movements::Flow;
use crate::model::Ratio;

/// (churn + contraction) / MRR at the start.
pub fn gross_mrr_churn(flow: &Flow) -> Option<Ratio> {
    Ratio::of(flow.churn + flow.contraction, flow.mrr_start)
}

/// (churn + contraction - expansion - reactivation) / MRR at the start.
pub fn net_mrr_churn(flow: &Flow) -> Option<Ratio> {
    let lost = flow.churn + flow.contraction;
    Ratio::of(lost - flow.expansion - flow.reactivation, flow.mrr_start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expansion_makes_up_for_what_is_lost() {
        let flow =
            Flow { mrr_start: 100, churn: 10, contraction: 10, expansion: 10, ..Flow::default() };
        assert_eq!(gross_mrr_churn(&flow), Ratio::of(20, 100));
        assert_eq!(net_mrr_churn(&flow), Ratio::of(10, 100));
        assert!(gross_mrr_churn(&Flow::default()).is_none());
    }
}
