//! What the ledger knows of what customers did: when they came and left, and what they paid each
//! month where no payments were imported.

use super::fact::{Deed, Fact, Payment};
use super::members::Spans;
use crate::ledger::Ledger;
use crate::model::Day;

/// Bit of `of` that no payment of the store has: months of the ledger are never refunded.
const OF_LEDGER: u32 = 1 << 31;

/// The days on which customers came and left.
pub fn comings(ledger: &Ledger) -> Vec<(u32, Fact)> {
    let present = Spans::present(ledger);
    let customers = 0..u32::try_from(ledger.len()).unwrap_or(u32::MAX);
    let mut rows = Vec::with_capacity(ledger.len());
    for customer in customers {
        for &(from, to) in present.of(customer) {
            rows.push((customer, Fact { day: from, deed: Deed::Came }));
            if to != Day::NEVER {
                rows.push((customer, Fact { day: to, deed: Deed::Left }));
            }
        }
    }
    rows
}

/// What a customer paid for his subscription as far as the ledger tells, up to a day: on the day he
/// came and on the same day of each month he stayed (at most that month's last), the MRR of that
/// day at its exchange rates. Nothing while he is paused.
pub fn ledger_payments(ledger: &Ledger, present: &Spans, customer: u32, until: Day) -> Vec<Fact> {
    let mut paid = Vec::new();
    for &(from, to) in present.of(customer) {
        let days = (0..).map(|months| from.plus_months(months));
        for day in days.take_while(|day| *day < to && *day <= until) {
            let amount = ledger.worth_on(customer, day).mrr;
            let of = OF_LEDGER + u32::try_from(paid.len()).unwrap_or(u32::MAX >> 1);
            if amount > 0 {
                let by = Payment::Subscription;
                paid.push(Fact { day, deed: Deed::Paid { by, of, amount, visits: 0 } });
            }
        }
    }
    paid
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::testing::{Business, day};

    #[test]
    fn each_month_a_customer_stays_he_pays_what_he_is_worth() {
        let business = Business::new().until("Left", 1_000, "2025-01-31", "2025-04-30");
        let ledger = business.book();
        let present = Spans::present(&ledger);
        let paid = ledger_payments(&ledger, &present, 0, day("2025-12-31"));
        let days: Vec<String> = paid.iter().map(|fact| fact.day.to_string()).collect();
        assert_eq!(days, ["2025-01-31", "2025-02-28", "2025-03-31"], "gone on 30 April");
        assert!(paid.iter().all(|fact| matches!(fact.deed, Deed::Paid { amount: 1_000, .. })));
        let came: Vec<Deed> = comings(&ledger).iter().map(|row| row.1.deed).collect();
        assert_eq!(came, [Deed::Came, Deed::Left]);
    }
}
