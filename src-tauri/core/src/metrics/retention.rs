//! Customer retention and churn rate (metrics.md 4).
//!
//! With B customers at the start, N gained (at the end but not at the start) and E at the end:
//! retention = (E - N) / B = customers of B still there at the end, in whatever segment. In a
//! segment N counts who entered it too, and E who left it for another. Churn rate = churned / B =
//! 1 - retention; who joined and left within the period is in neither. Without B both are absent.

use super::movements::Flow;
use crate::model::Ratio;

/// Customers at the start.
pub fn base(flow: &Flow) -> i64 {
    flow.customers_start
}

/// N: at the end but not at the start; in a segment, who entered it too.
pub fn gained(flow: &Flow) -> i64 {
    flow.customers_new + flow.customers_reactivated + flow.customers_entered
}

/// E: at the end; in a segment, who left it for another too.
pub fn at_end(flow: &Flow) -> i64 {
    flow.customers_end + flow.customers_left
}

/// (E - N) / B.
pub fn retention_rate(flow: &Flow) -> Option<Ratio> {
    Ratio::of(at_end(flow) - gained(flow), base(flow))
}

/// Churned / B.
pub fn churn_rate(flow: &Flow) -> Option<Ratio> {
    Ratio::of(flow.customers_churned, base(flow))
}

/// Months until the average customer leaves: 1 / monthly churn rate; absent when nobody leaves.
pub fn time_to_churn(monthly: Ratio) -> Option<Ratio> {
    Ratio::of(monthly.den(), monthly.num())
}

/// What a monthly churn rate comes to over a year: 1 - (1 - churn)^12, as a fraction.
pub fn yearly_from_monthly(monthly: f64) -> f64 {
    1.0 - (1.0 - monthly).powi(12)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flow(start: i64, lost: i64, gained: i64) -> Flow {
        Flow {
            customers_start: start,
            customers_churned: lost,
            customers_new: gained,
            customers_end: start - lost + gained,
            ..Flow::default()
        }
    }

    #[test]
    fn retention_is_who_is_left_of_those_at_the_start() {
        let percent = |flow: &Flow| retention_rate(flow).unwrap().scaled(10_000);
        assert_eq!(flow(130, 9, 23).customers_end, 144);
        assert_eq!(percent(&flow(130, 9, 23)), 9_308);
        assert_eq!(percent(&flow(100, 10, 15)), 9_000);
        assert!(retention_rate(&flow(0, 0, 4)).is_none());
    }

    #[test]
    fn churn_is_the_rest() {
        let third = churn_rate(&flow(3, 1, 2)).unwrap();
        assert_eq!(third.scaled(10_000), 3_333);
        assert_eq!(retention_rate(&flow(3, 1, 2)), Some(third.complement()));
    }

    #[test]
    fn five_percent_a_month_is_not_sixty_a_year() {
        assert!((yearly_from_monthly(0.05) - 0.4596).abs() < 0.0001);
        let months = time_to_churn(Ratio::of(5, 100).unwrap()).unwrap();
        assert_eq!(months.scaled(1), 20);
        assert!(time_to_churn(Ratio::of(0, 100).unwrap()).is_none());
    }
}
