//! Missing features: who asked for one, and what they pay.

use std::collections::BTreeMap;

/// Who asks for a feature.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Demand {
    /// Customers who asked and were not told yet that it is there, by dense number.
    pub waiting: Vec<u32>,
    /// Those who were told.
    pub told: Vec<u32>,
    /// Requests nobody's name is on.
    pub anonymous: i64,
}

impl Demand {
    /// Everybody who asked.
    pub fn customers(&self) -> impl Iterator<Item = u32> + Clone + '_ {
        self.waiting.iter().chain(&self.told).copied()
    }
}

/// Gathers requests: of each the customer, if one is known, and whether he was told. Who asked twice
/// is one customer, and told when he was told once.
pub fn demand(requests: impl IntoIterator<Item = (Option<u32>, bool)>) -> Demand {
    let mut demand = Demand::default();
    let mut customers: BTreeMap<u32, bool> = BTreeMap::new();
    for (customer, told) in requests {
        match customer {
            Some(customer) => *customers.entry(customer).or_default() |= told,
            None => demand.anonymous += 1,
        }
    }
    for (customer, told) in customers {
        if told { demand.told.push(customer) } else { demand.waiting.push(customer) }
    }
    demand
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_asked_twice_is_one_customer() {
        let requests = [(Some(4), false), (Some(2), true), (Some(4), false), (None, false)];
        let demand = demand(requests);
        assert_eq!((demand.waiting, demand.told, demand.anonymous), (vec![4], vec![2], 1));
    }
}
