//! What is listed of plans, by the key or the name a row calls them by.

use super::{Listed, Plan};
use rustc_hash::FxHashMap;

/// The price list of one source. Lists of subscriptions often name a plan where the price list has a
/// key beside the name: what nothing is listed of by key is looked for among the names. A key goes
/// before a name, and a name that two records have is nobody's.
#[derive(Clone, Debug, Default)]
pub struct PlanRecords {
    by_key: FxHashMap<String, Listed>,
    /// Of plans that have a record; none where two of them share the name.
    by_name: FxHashMap<String, Option<Listed>>,
}

impl PlanRecords {
    /// The price list of these plans; of two with one key the last counts.
    pub fn new<'p>(plans: impl IntoIterator<Item = &'p Plan>) -> Self {
        let mut records = Self::default();
        for plan in plans {
            let listed = plan.listed();
            if let Some(name) = plan.name.as_deref().filter(|_| listed.is_record()) {
                let named = records.by_name.entry(folded(name));
                named.and_modify(|one| *one = None).or_insert(Some(listed));
            }
            records.put(&plan.key, listed);
        }
        records
    }

    /// What is listed under a key, whatever was before.
    pub fn put(&mut self, key: &str, listed: Listed) {
        self.by_key.insert(key.to_owned(), listed);
    }

    /// What is listed of the plan a row calls by this key or name.
    pub fn listed(&self, key: &str) -> Listed {
        let own = self.by_key.get(key).copied().unwrap_or_default();
        let named = || self.by_name.get(&folded(key)).copied().flatten();
        if own.is_record() { own } else { named().unwrap_or(own) }
    }
}

fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Currency, Interval, Unit};

    const YEAR: Interval = Interval { unit: Unit::Year, count: 1 };

    fn plan(key: &str, name: Option<&str>, amount: Option<i64>) -> Plan {
        let (key, name) = (key.to_owned(), name.map(str::to_owned));
        let interval = amount.map(|_| YEAR);
        Plan { key, name, amount, currency: Some(Currency::EUR), interval }
    }

    fn price(plans: &[Plan], key: &str) -> Option<i64> {
        PlanRecords::new(plans).listed(key).price.map(|price| price.minor)
    }

    #[test]
    fn a_plan_is_found_by_its_name_where_no_key_says_more() {
        let listed = plan("P1", Some("Gold"), Some(120_000));
        let named = plan("Gold", None, None);
        let all = [named.clone(), listed.clone()];
        for called in ["P1", "Gold", "gold", " GOLD "] {
            assert_eq!(price(&all, called), Some(120_000), "{called}");
        }
        assert_eq!(price(&all, "Silver"), None);
        assert_eq!(price(&all, "p1"), None, "a key is a key");
    }

    #[test]
    fn a_key_goes_before_a_name_and_two_records_of_one_name_are_none() {
        let (one, two) = (plan("P1", Some("Gold"), Some(1)), plan("P2", Some("gold"), Some(2)));
        let own = plan("Gold", None, Some(3));
        assert_eq!(price(&[one.clone(), own], "Gold"), Some(3));
        assert_eq!(price(&[one.clone(), two.clone()], "Gold"), None);
        assert_eq!(price(&[one.clone(), two], "P1"), Some(1));
        assert_eq!(price(&[one, plan("P3", Some("Gold"), None)], "Gold"), Some(1), "no record");
    }
}
