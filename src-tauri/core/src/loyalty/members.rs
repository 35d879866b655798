//! Who is a member of the programme on a day.
//!
//! Everybody: who is a customer of the day. Of a segment: who belongs to it on the day and is a
//! customer. Joined: who has joined by the day and not quit since, a customer or not. Who was taken
//! out is no member of any of them until he joins again. Nobody before the programme's first day.
//! Who is no member any more earns nothing and has no tier; his points stay until they end, and can
//! be redeemed until then.

use crate::ledger::Ledger;
use crate::model::Day;
use crate::segment::Mask;

/// From which day until before which day each customer belongs to something, in order of time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spans {
    /// Where those of each customer begin; one longer than there are customers.
    offsets: Vec<u32>,
    spans: Vec<(Day, Day)>,
}

impl Spans {
    /// The spans in which customers belong to a segment.
    pub fn of_segment(ledger: &Ledger, mask: &Mask) -> Self {
        Self::where_true(ledger, |customer, state| mask.has(customer, state))
    }

    /// The spans in which they are customers.
    pub fn present(ledger: &Ledger) -> Self {
        Self::where_true(ledger, |_, state| ledger.states.is_present(state))
    }

    /// One customer's.
    pub fn of(&self, customer: u32) -> &[(Day, Day)] {
        let at = customer as usize;
        match (self.offsets.get(at), self.offsets.get(at + 1)) {
            (Some(&from), Some(&to)) => &self.spans[from as usize..to as usize],
            _ => &[],
        }
    }

    fn where_true(ledger: &Ledger, is: impl Fn(u32, usize) -> bool) -> Self {
        let mut all = Self { offsets: vec![0], spans: Vec::new() };
        for customer in 0..u32::try_from(ledger.len()).unwrap_or(u32::MAX) {
            let mut open: Option<Day> = None;
            for state in ledger.states_of(customer) {
                let day = Day(ledger.states.day[state]);
                match (open, is(customer, state)) {
                    (None, true) => open = Some(day),
                    (Some(from), false) => {
                        all.spans.push((from, day));
                        open = None;
                    }
                    (None, false) | (Some(_), true) => {}
                }
            }
            all.spans.extend(open.map(|from| (from, Day::NEVER)));
            all.offsets.push(u32::try_from(all.spans.len()).unwrap_or(u32::MAX));
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::testing::{Business, day};

    #[test]
    fn a_customer_belongs_from_the_day_he_pays_until_he_left() {
        let business = Business::new().until("Left", 1_000, "2025-01-01", "2025-05-10").on(
            "Stayed",
            "Pro",
            1_000,
            "2025-02-01",
        );
        let ledger = business.book();
        let spans = Spans::present(&ledger);
        assert_eq!(spans.of(0), [(day("2025-01-01"), day("2025-05-10"))]);
        assert_eq!(spans.of(1), [(day("2025-02-01"), Day::NEVER)]);
        assert_eq!(spans.of(2), []);
    }
}
