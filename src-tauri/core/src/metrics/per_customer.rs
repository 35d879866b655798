//! ARPA, ASP and ARR (metrics.md 4).
//!
//! ARPA = MRR / customers, both at the end of the period (who is paused counts as a customer).
//! ASP = new MRR / new customers. Both are rounded once, to minor units, and absent without
//! customers. ARR = MRR at the end x 12.

use super::movements::Flow;
use crate::model::{Ratio, round_div};

/// Average revenue per account at the end, in minor units a month.
pub fn arpa(flow: &Flow) -> Option<i64> {
    mean(flow.mrr_end, flow.customers_end)
}

/// Average sale price: MRR of an average new customer, in minor units a month.
pub fn asp(flow: &Flow) -> Option<i64> {
    mean(flow.new, flow.customers_new)
}

/// Annual recurring revenue at the end, in minor units.
pub fn arr(flow: &Flow) -> i64 {
    flow.mrr_end.saturating_mul(12)
}

fn mean(sum: i64, count: i64) -> Option<i64> {
    Ratio::of(sum, count).map(|mean| round_div(mean.num(), mean.den()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mean_is_rounded_once() {
        let flow = Flow {
            new: 3 * 10_000 + 7 * 5_000,
            customers_new: 10,
            mrr_end: 100,
            customers_end: 3,
            ..Flow::default()
        };
        assert_eq!((asp(&flow), arpa(&flow), arr(&flow)), (Some(6_500), Some(33), 1_200));
        assert_eq!(arpa(&Flow::default()), None);
    }
}
