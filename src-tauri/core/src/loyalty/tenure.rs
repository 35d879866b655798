//! Customers of over three years beside those of under six months.
//!
//! Of the customers of a day: those whose first paying day lies more than 36 months back, and those
//! whose lies less than 6 months back. Mean MRR = MRR of the day / customers; ratio = mean of the long
//! ones / mean of the new ones. Absent where there is nobody, or the new ones pay nothing.

use super::standing::Standings;
use crate::ledger::{Ledger, OnDay};
use crate::model::Ratio;

/// Customers of one tenure.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Tenure {
    /// Who they are, ascending.
    pub customers: Vec<u32>,
    /// What they pay a month, in minor units.
    pub mrr: i64,
    /// What they paid in the last three months, less what was given back.
    pub paid: i64,
}

impl Tenure {
    /// What one of them pays a month, in minor units.
    pub fn mean_mrr(&self) -> Option<Ratio> {
        Ratio::of(self.mrr, i64::try_from(self.customers.len()).unwrap_or(i64::MAX))
    }

    /// How many times as much as one of the others.
    pub fn times(&self, other: &Self) -> Option<Ratio> {
        let (own, other) = (self.mean_mrr()?, other.mean_mrr()?);
        Ratio::of(own.num() * other.den(), own.den() * other.num())
    }
}

/// Those of over three years, and those of under six months.
pub fn by_tenure(ledger: &Ledger, standings: &Standings, now: &OnDay) -> (Tenure, Tenure) {
    let as_of = standings.as_of;
    let (long, new) = (as_of.minus_months(36), as_of.minus_months(6));
    let (mut over, mut under) = (Tenure::default(), Tenure::default());
    for (customer, row) in (0..).zip(&standings.rows) {
        let first_paid = ledger.customers.first_paid[customer as usize];
        let group = match first_paid {
            day if day < long => &mut over,
            day if day > new && day <= as_of => &mut under,
            _ => continue,
        };
        if now.is_there(customer) {
            group.customers.push(customer);
            group.mrr += now.mrr(customer);
            group.paid += row.spent_3;
        }
    }
    (over, under)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::testing::{Business, day};
    use crate::loyalty::{Facts, Rules};

    #[test]
    fn long_customers_pay_so_many_times_as_much_as_new_ones() {
        let business = Business::new()
            .on("Old", "Pro", 9_000, "2022-01-01")
            .on("On the day", "Pro", 5_000, "2023-06-01")
            .on("New", "Pro", 3_000, "2026-03-01")
            .until("Gone", 100, "2021-01-01", "2026-01-01");
        let ledger = business.book();
        let facts = Facts::new(ledger.len(), std::iter::empty(), []);
        let as_of = day("2026-06-01");
        let standings = Standings::new(&Rules::default(), &facts, as_of);
        let (over, under) = by_tenure(&ledger, &standings, &OnDay::new(&ledger, as_of));
        assert_eq!((over.customers.len(), under.customers.len()), (1, 1));
        assert_eq!(over.times(&under), Ratio::of(3, 1));
        assert_eq!(Tenure::default().times(&under), None);
    }
}
