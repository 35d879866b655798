//! A few purchases, events and referrals that were typed in, corrected or taken back. What they
//! counted as is taken out of what is known of their customers and what they count as now is put
//! in: reading millions of purchases again for one of them would be felt.

use super::super::{Book, load};
use super::Points;
use super::deeds::{self, Owners, USED};
use crate::Result;
use crate::ledger::Prices;
use crate::loyalty::{Fact, Referral};
use crate::model::Day;
use crate::store::{Connection, event, purchase};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The tables whose rows are spliced in.
pub(crate) const SPLICED: [&str; 3] = ["event", "purchase", "referral"];

/// Rows of those tables: table and id.
pub(crate) type Touched = BTreeSet<(String, i64)>;

impl Book {
    /// The next book after these rows and nothing else were written; `was` sees the file before it
    /// and `is` after it. Money, names and answers stay the ones they were.
    ///
    /// # Errors
    /// What SQLite gives.
    pub(crate) fn with_deeds(
        &self,
        was: &Connection,
        is: &Connection,
        rows: &Touched,
    ) -> Result<Self> {
        let tables: Vec<&str> = rows.iter().map(|(table, _)| table.as_str()).collect();
        let mut next = Self {
            revision: self.revision + 1,
            postings: Arc::new(self.postings.without(&tables)),
            points: Arc::default(),
            standings: Arc::default(),
            days: Arc::default(),
            // A segment may ask for tiers.
            shelf: Arc::default(),
            ..self.clone()
        };
        if tables.contains(&"referral") {
            next.referrals = Arc::default();
        }
        let Some(known) = self.points.get() else { return Ok(next) };
        let mut splice = Splice {
            book: self,
            prices: load::prices(is, &self.settings)?,
            known,
            changed: FxHashMap::default(),
        };
        for (table, id) in rows {
            match table.as_str() {
                "purchase" => splice.purchase(was, is, *id)?,
                "event" => splice.event(was, is, *id)?,
                _ => {}
            }
        }
        if tables.contains(&"referral") {
            splice.referrals(&self.referrals()?.all, &next.referrals()?.all);
        }
        let changed = splice.changed;
        let points = known.changed(changed.iter().map(|(at, own)| (*at, own.clone())));
        let customers: Vec<u32> = changed.into_keys().collect();
        self.hand_on(&mut next, points, &customers);
        Ok(next)
    }
}

/// The facts of those customers whose facts change.
struct Splice<'a> {
    book: &'a Book,
    prices: Prices,
    known: &'a Points,
    changed: FxHashMap<u32, Vec<Fact>>,
}

impl Splice<'_> {
    fn own(&mut self, customer: u32) -> &mut Vec<Fact> {
        let known = self.known;
        self.changed.entry(customer).or_insert_with(|| known.facts.of(customer).to_vec())
    }

    /// Takes out one fact that says so.
    fn take(&mut self, customer: u32, fact: Fact) {
        let own = self.own(customer);
        if let Some(at) = own.iter().position(|one| *one == fact) {
            own.swap_remove(at);
        }
    }

    fn purchase(&mut self, was: &Connection, is: &Connection, id: i64) -> Result<()> {
        for (conn, is_new) in [(was, false), (is, true)] {
            let Some(row) = purchase::by_id(conn, id)? else { continue };
            let owner = Owners::beside(is, &self.book.ledger, row.account)?;
            let Some((customer, _)) = owner else { continue };
            for deed in deeds::bought(id, &row, &self.prices).into_iter().flatten() {
                let fact = Fact { day: row.day, deed };
                if is_new {
                    self.own(customer).push(fact);
                } else {
                    self.take(customer, fact);
                }
            }
        }
        Ok(())
    }

    /// A day counts as one visit however many events it has.
    fn event(&mut self, was: &Connection, is: &Connection, id: i64) -> Result<()> {
        for (conn, is_new) in [(was, false), (is, true)] {
            let Some((account, day)) = event::use_by_id(conn, id)? else { continue };
            let owner = Owners::beside(is, &self.book.ledger, account)?;
            let Some((customer, accounts)) = owner else { continue };
            let used = Fact { day, deed: USED };
            let is_used = is_new || is_used(is, &accounts, day)?;
            self.take(customer, used);
            if is_used {
                self.own(customer).push(used);
            }
        }
        Ok(())
    }

    fn referrals(&mut self, old: &[Referral], new: &[Referral]) {
        let (ledger, until) = (Arc::clone(&self.book.ledger), self.book.as_of);
        let facts = |one: &Referral| deeds::referred(&ledger, one, until).into_iter().flatten();
        for one in old.iter().filter(|one| new.binary_search(one).is_err()) {
            facts(one).for_each(|(customer, fact)| self.take(customer, fact));
        }
        for one in new.iter().filter(|one| old.binary_search(one).is_err()) {
            facts(one).for_each(|(customer, fact)| self.own(customer).push(fact));
        }
    }
}

fn is_used(conn: &Connection, accounts: &[i64], day: Day) -> Result<bool> {
    for account in accounts {
        if event::is_used(conn, *account, day)? {
            return Ok(true);
        }
    }
    Ok(false)
}
