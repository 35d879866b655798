//! What everybody is on one day, worked out once: pages that ask several things of all customers read
//! columns instead of looking each of them up again.

use super::Ledger;
use crate::model::Day;
use rayon::prelude::*;

/// What every customer is on a day, by dense number.
#[derive(Clone, Debug)]
pub struct OnDay {
    /// The day.
    pub day: Day,
    all: Vec<Today>,
}

/// One customer.
#[derive(Clone, Copy, Debug, Default)]
struct Today {
    mrr: i64,
    plan: u32,
    is_there: bool,
}

impl OnDay {
    /// Of a day.
    pub fn new(ledger: &Ledger, day: Day) -> Self {
        let customers = 0..u32::try_from(ledger.len()).unwrap_or(u32::MAX);
        let today = |customer: u32| {
            let Some(state) = ledger.state_on(customer, day) else { return Today::default() };
            Today {
                mrr: ledger.worth(customer, state, day).mrr,
                plan: ledger.states.plan[state],
                is_there: ledger.states.is_present(state),
            }
        };
        Self { day, all: customers.into_par_iter().map(today).collect() }
    }

    /// What a customer pays a month, in minor units.
    pub fn mrr(&self, customer: u32) -> i64 {
        self.of(customer).mrr
    }

    /// His plan, as a place in the ledger's.
    pub fn plan(&self, customer: u32) -> u32 {
        self.of(customer).plan
    }

    /// Whether he is a customer.
    pub fn is_there(&self, customer: u32) -> bool {
        self.of(customer).is_there
    }

    fn of(&self, customer: u32) -> Today {
        self.all.get(customer as usize).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Business, day};
    use super::*;

    #[test]
    fn everybody_is_what_he_is_when_looked_up_alone() {
        let business = Business::new().until("Left", 1_000, "2025-01-01", "2025-05-10").on(
            "Stays",
            "Pro",
            2_000,
            "2025-02-01",
        );
        let ledger = business.book();
        for date in ["2024-12-31", "2025-01-01", "2025-03-01", "2025-05-10"].map(day) {
            let found = OnDay::new(&ledger, date);
            for customer in 0..2 {
                let state = ledger.state_on(customer, date);
                let there = state.is_some_and(|state| ledger.states.is_present(state));
                assert_eq!(found.is_there(customer), there, "{date}");
                assert_eq!(found.mrr(customer), ledger.worth_on(customer, date).mrr, "{date}");
            }
        }
        assert_eq!(OnDay::new(&ledger, day("2025-05-10")).mrr(9), 0, "nobody has that number");
    }
}
