//! Everybody, with what is known of them on the day the book is seen from.

use super::Book;
use crate::Result;
use crate::ledger::Standing;
use crate::model::{Day, Grain, Period};
use crate::segment::{Filter, Mask};
use crate::store::account;
use serde::Serialize;
use std::collections::BTreeMap;

/// One customer, under the names of `customers --json`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RollEntry {
    /// The exporter's key of his first account.
    pub key: String,
    /// His name; company, mail address or key where there is none.
    pub name: String,
    /// Mail address.
    pub email: Option<String>,
    /// Country as the files name it.
    pub country: Option<String>,
    /// Plan of his largest subscription; who has left keeps his last.
    pub plan: Option<String>,
    /// In minor units of the workspace's currency.
    pub mrr: i64,
    /// What he is.
    pub status: Standing,
    /// First paying day.
    pub first_paid: Option<Day>,
    /// First day without him, where he is gone.
    pub churned_on: Option<Day>,
    /// Days from the first paying day to the day of leaving, or to today; a return starts no
    /// second life.
    pub tenure_days: Option<i32>,
    /// Month of the first paying day.
    pub cohort: Option<Period>,
    /// His tier of the loyalty programme.
    pub tier: Option<String>,
    /// His points; none where there is no programme, and of who is neither a member nor has any.
    pub points: Option<i64>,
    /// Key of who brought him.
    pub referred_by: Option<String>,
    /// Keys of whom he brought, by day.
    pub referred: Vec<String>,
    /// Whatever else the files say of him, without what they leave blank.
    pub attributes: BTreeMap<String, String>,
}

impl Book {
    /// Everybody in alphabetical order, or those of a segment on the day the book is seen from.
    ///
    /// # Errors
    /// Those of reading names.
    pub fn roll(&self, members: Option<&Mask>) -> Result<Vec<RollEntry>> {
        let directory = self.directory()?;
        let belongs = |customer: u32| {
            members.is_none_or(|mask| match self.ledger.state_on(customer, self.as_of) {
                Some(state) => mask.has(customer, state),
                None => mask.has_customer(customer),
            })
        };
        let all = 0..u32::try_from(self.ledger.len()).unwrap_or(u32::MAX);
        let mut found: Vec<u32> = all.filter(|customer| belongs(*customer)).collect();
        found.sort_by_key(|customer| directory.rank_of(*customer));
        found.into_iter().map(|customer| self.roll_entry(customer)).collect()
    }

    /// The customers of the day the book is seen from, of these plans, countries and
    /// tiers; none is all.
    ///
    /// # Errors
    /// A plan or country that nobody has gives nobody, no error.
    pub fn customers_of(
        &self,
        plans: &[String],
        countries: &[String],
        tiers: &[String],
    ) -> Result<Vec<u32>> {
        let filter = Filter::of_lists(plans, countries, tiers);
        let mask = if filter.is_everyone() { None } else { Some(self.mask(&filter)?) };
        let belongs = |customer: &u32| {
            self.ledger.state_on(*customer, self.as_of).is_some_and(|state| {
                let inside = mask.as_ref().is_none_or(|mask| mask.has(*customer, state));
                inside && self.ledger.states.is_present(state)
            })
        };
        let all = 0..u32::try_from(self.ledger.len()).unwrap_or(u32::MAX);
        Ok(all.filter(belongs).collect())
    }

    /// Whether a customer belonged to a segment on a day; who is anonymous, or was nobody yet,
    /// belongs to none.
    pub fn is_in(&self, members: &Mask, customer: Option<u32>, day: Day) -> bool {
        customer.is_some_and(|customer| {
            let state = self.ledger.state_on(customer, day);
            state.is_some_and(|state| members.has(customer, state))
        })
    }

    /// The customers, by number, one of whose accounts has this key.
    ///
    /// # Errors
    /// What SQLite gives.
    pub fn customers_with_key(&self, key: &str) -> Result<Vec<i64>> {
        account::customers_with_key(&self.reader()?, key)
    }

    fn roll_entry(&self, customer: u32) -> Result<RollEntry> {
        let (ledger, person) = (&self.ledger, self.directory()?.person(customer));
        let state = ledger.state_on(customer, self.as_of);
        let first_paid = state.map(|_| ledger.customers.first_paid[customer as usize]);
        let churned_on = ledger.left_on(customer, self.as_of);
        let plan = state.map(|state| ledger.plans[ledger.states.plan[state] as usize].as_str());
        let loyal = self.loyal(customer)?;
        let directory = self.directory()?;
        let key = |customer: u32| directory.person(customer).key.to_owned();
        let mut attributes: BTreeMap<String, String> = ledger
            .customers
            .attributes
            .iter()
            .map(|one| (&one.name, &one.values[one.codes[customer as usize] as usize]))
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        Ok(RollEntry {
            key: person.key.to_owned(),
            name: person.name.to_owned(),
            email: told(person.email),
            country: attributes.remove("country"),
            plan: plan.and_then(told),
            mrr: ledger.worth_on(customer, self.as_of).mrr,
            status: ledger.standing(customer, self.as_of),
            first_paid,
            churned_on,
            tenure_days: first_paid.map(|first| churned_on.unwrap_or(self.as_of).0 - first.0),
            cohort: first_paid.map(|first| Period::of(Grain::Month, first)),
            tier: loyal.tier.map(str::to_owned),
            points: loyal.points,
            referred_by: loyal.referred_by.map(key),
            referred: loyal.referred.into_iter().map(key).collect(),
            attributes,
        })
    }
}

fn told(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}
