//! What the files say of customers beside their country. The book does without: it is read when a
//! segment of members asks for it, or somebody puts one together.

use super::Book;
use super::load::{Told, people};
use crate::Result;
use crate::ledger::Attribute;
use crate::segment::{Filter, Mask};

impl Book {
    /// Every label with its values; read when it is first asked for.
    ///
    /// # Errors
    /// What SQLite gives.
    pub fn labels(&self) -> Result<&[Attribute]> {
        let read = || {
            let people = people(&self.reader()?, Told::Everything)?;
            Ok(people.attributes_of(&self.ledger.customers.id))
        };
        Ok(self.labels.get_or_read(read)?)
    }

    /// Who belongs to a segment of members, and when. Tiers and points follow from that, so it
    /// cannot ask for them.
    ///
    /// # Errors
    /// As [`Filter::mask`]; what SQLite gives.
    pub fn mask_of_members(&self, filter: &Filter) -> Result<Mask> {
        let known = |name: &str| {
            matches!(name, "plan" | "mrr" | "cohort") || self.ledger.attribute(name).is_some()
        };
        let more =
            if filter.asks(&|name| !known(&name.to_lowercase())) { self.labels()? } else { &[] };
        Ok(filter.mask_with(&self.ledger, more)?)
    }
}
