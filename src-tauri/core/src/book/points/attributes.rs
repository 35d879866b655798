//! What segments and lists ask of the loyalty programme: tier, points, who brought whom. All of it as
//! of the day the book is seen from; as a condition it belongs to the customer, like his country.

use super::super::Book;
use crate::Result;
use crate::ledger::Attribute;
use crate::loyalty::{Referral, success};
use crate::segment::{Filter, Mask};
use rustc_hash::FxHashMap;

/// Attributes of this part: `tier`, `points`, `referrals` (how many he brought who count) and
/// `referred_by` (the key of who brought him).
const NAMES: [&str; 4] = ["tier", "points", "referrals", "referred_by"];

/// What the programme says of one customer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loyal<'a> {
    /// The name of his tier; none: no member.
    pub tier: Option<&'a str>,
    /// His points; none where there is no programme, and of who is neither a member nor has any.
    pub points: Option<i64>,
    /// Who brought him, by dense number.
    pub referred_by: Option<u32>,
    /// Whom he brought, by day.
    pub referred: Vec<u32>,
}

impl Book {
    /// Who belongs to a filter and when; tier, points and referrals are read where it asks for them.
    ///
    /// # Errors
    /// As [`Filter::mask`]; what SQLite gives.
    pub fn mask(&self, filter: &Filter) -> Result<Mask> {
        let mut more = Vec::new();
        for name in NAMES.into_iter().filter(|name| filter.asks_for(name)) {
            more.extend(self.attribute(name)?);
        }
        Ok(filter.mask_with(&self.ledger, &more)?)
    }

    /// What the programme says of a customer; nothing where there is none, and nobody brought anybody.
    ///
    /// # Errors
    /// What SQLite gives.
    pub fn loyal(&self, customer: u32) -> Result<Loyal<'_>> {
        let referrals = self.referrals()?;
        let known = |one: &&Referral| one.day <= self.as_of;
        let mut loyal = Loyal {
            referred_by: referrals.brought_by(customer).filter(known).map(|one| one.referrer),
            referred: referrals.brought(customer).filter(known).map(|one| one.referred).collect(),
            ..Loyal::default()
        };
        if self.offer()?.on(self.as_of).is_some() {
            let row = &self.standings()?.rows[customer as usize];
            loyal.tier = self.tier_of(customer)?;
            loyal.points = (row.tier.is_some() || row.balance != 0).then_some(row.balance);
        }
        Ok(loyal)
    }

    /// The name of a customer's tier; none where there is no programme, or he is no member.
    ///
    /// # Errors
    /// What SQLite gives.
    pub fn tier_of(&self, customer: u32) -> Result<Option<&str>> {
        let Some(programme) = self.offer()?.on(self.as_of) else { return Ok(None) };
        let place = self.standings()?.rows[customer as usize].tier;
        let tier = place.and_then(|place| programme.tiers.get(usize::from(place)));
        Ok(tier.map(|tier| tier.name.as_str()))
    }

    /// One of [`NAMES`]; none where there is no programme that could say.
    fn attribute(&self, name: &str) -> Result<Option<Attribute>> {
        let programme = self.offer()?.on(self.as_of);
        if programme.is_none() && matches!(name, "tier" | "points") {
            return Ok(None);
        }
        let directory = self.directory()?;
        let mut column = Column::new(name, self.ledger.len());
        let referrals = &self.referrals()?.all;
        match name {
            "referrals" => {
                let mut counts = vec![0_i64; self.ledger.len()];
                let succeeded = |one: &&Referral| success(&self.ledger, one, self.as_of).is_some();
                let counting = referrals.iter().filter(succeeded);
                counting.for_each(|one| counts[one.referrer as usize] += 1);
                (0..).zip(counts).for_each(|(at, count)| column.set(at, &count.to_string()));
            }
            "referred_by" => {
                for one in referrals.iter().filter(|one| one.day <= self.as_of) {
                    column.set(one.referred, directory.person(one.referrer).key);
                }
            }
            _ => {
                for (customer, row) in (0..).zip(&self.standings()?.rows) {
                    let tiers = programme.map_or(&[][..], |programme| &programme.tiers);
                    let tier = row.tier.and_then(|place| tiers.get(usize::from(place)));
                    match (name, tier) {
                        ("tier", Some(tier)) => column.set(customer, &tier.name),
                        ("points", _) if row.tier.is_some() || row.balance != 0 => {
                            column.set(customer, &row.balance.to_string());
                        }
                        _ => {}
                    }
                }
            }
        }
        Ok(Some(column.attribute))
    }
}

/// An attribute while it is being filled.
struct Column {
    attribute: Attribute,
    places: FxHashMap<String, u32>,
}

impl Column {
    fn new(name: &str, customers: usize) -> Self {
        let (values, codes) = (vec![String::new()], vec![0; customers]);
        let attribute = Attribute { name: name.to_owned(), values, codes };
        Self { attribute, places: FxHashMap::default() }
    }

    fn set(&mut self, customer: u32, value: &str) {
        let next = u32::try_from(self.attribute.values.len()).unwrap_or(u32::MAX);
        let code = match self.places.get(value) {
            Some(code) => *code,
            None => {
                self.attribute.values.push(value.to_owned());
                self.places.insert(value.to_owned(), next);
                next
            }
        };
        self.attribute.codes[customer as usize] = code;
    }
}
