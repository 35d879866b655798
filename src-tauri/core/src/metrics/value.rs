//! Simple customer lifetime value (metrics.md 6).
//!
//! ARPA x gross margin (100 % until one is entered) / mean monthly customer churn of the last 6
//! finished months up to the period (weighted: sum churned / sum at the start; fewer months, those
//! there are). Absent when that churn is 0 or there is no ARPA. The lifetime, 1 / churn, is capped
//! at 60 months. Rounded once, at the end.

use super::movements::{Flow, Movements};
use crate::model::{Day, round_div};

/// Months the mean is taken over.
const MONTHS: usize = 6;
/// Longest lifetime that is believed, in months.
const LONGEST: i64 = 60;

/// A lifetime value with what it was worked out from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Value {
    /// In minor units; absent when nobody left or nobody is there.
    pub amount: Option<i64>,
    /// Whether the lifetime was cut to 60 months.
    pub capped: bool,
    /// Who left in the months the mean is taken over.
    pub churned: i64,
    /// Customers at the start of those months, added up.
    pub base: i64,
}

/// The value at the end of a period: `end` is its last day, `months` are the months of the book.
pub fn lifetime_value(flow: &Flow, end: Day, months: &[Movements]) -> Value {
    let taken = months_for(end, months);
    let churned = taken.iter().map(|month| month.flow.customers_churned).sum::<i64>();
    let base = taken.iter().map(|month| month.flow.customers_start).sum::<i64>();
    if churned == 0 || flow.customers_end == 0 {
        return Value { churned, base, ..Value::default() };
    }
    let capped = base > churned * LONGEST;
    let (months, over) = if capped { (LONGEST, 1) } else { (base, churned) };
    let num = i128::from(flow.mrr_end) * i128::from(months);
    let amount = round_div(num, i128::from(flow.customers_end) * i128::from(over));
    Value { amount: Some(amount), capped, churned, base }
}

/// The finished months up to this day that the mean is taken over.
pub(super) fn months_for(end: Day, months: &[Movements]) -> &[Movements] {
    let known = months.partition_point(|month| month.finished && month.period.last() <= end);
    &months[known.saturating_sub(MONTHS)..known]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Grain, Period};

    fn months(churned: i64, base: i64) -> Vec<Movements> {
        let period = Period::new(Grain::Month, 2026 * 12);
        let flow = Flow { customers_churned: churned, customers_start: base, ..Flow::default() };
        vec![Movements { period, finished: true, flow }]
    }

    fn value(arpa: i64, churned: i64, base: i64) -> Value {
        let flow = Flow { mrr_end: arpa * 7, customers_end: 7, ..Flow::default() };
        lifetime_value(&flow, Day::parse("2026-01-31").unwrap(), &months(churned, base))
    }

    #[test]
    fn value_is_arpa_over_churn() {
        assert_eq!(value(10_000, 5, 100).amount, Some(200_000));
        assert_eq!(value(1_000, 4, 100).amount, Some(25_000));
        let capped = value(1_000, 1, 100);
        assert_eq!((capped.amount, capped.capped), (Some(60_000), true));
        assert_eq!(value(1_000, 0, 100).amount, None);
    }

    #[test]
    fn months_that_are_not_over_by_the_end_of_the_period_do_not_count() {
        let flow = Flow { mrr_end: 7_000, customers_end: 7, ..Flow::default() };
        let early = lifetime_value(&flow, Day::parse("2026-01-30").unwrap(), &months(5, 100));
        assert_eq!(early.amount, None);
    }
}
