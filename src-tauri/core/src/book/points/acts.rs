//! What people do with the programme: rules, rewards, members, points used and given. It is little
//! beside what customers bought, so it is read anew and put in the place of what it was.

use super::super::Book;
use super::deeds::{self, Owners};
use super::{Days, Points, rules};
use crate::Result;
use crate::loyalty::Fact;
use crate::store::{adjustment, redemption};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Of how many customers acts are put in by themselves; of more all is read again.
const FEW: usize = 500;

impl Book {
    /// The next book after something was written of the programme alone: of one customer, or of
    /// whatever. Money, names and figures stay the ones they were.
    ///
    /// # Errors
    /// What SQLite gives.
    pub fn with_points(&self, customer: Option<i64>) -> Result<Self> {
        let (points, standings, days) = (Arc::default(), Arc::default(), Arc::default());
        // A segment may ask for tiers: what figures came to by it is not known any more.
        let (revision, shelf) = (self.revision + 1, Arc::default());
        let mut next = Self { revision, points, standings, days, shelf, ..self.clone() };
        let customer = customer.and_then(|id| self.ledger.find(id));
        if customer.is_none() {
            next.offer = Arc::default();
        }
        let Some(known) = self.points.get() else { return Ok(next) };
        let after = match customer {
            Some(customer) => Some((known.with(&next, customer)?, vec![customer])),
            None => known.anew(&next)?,
        };
        let Some((points, customers)) = after else { return Ok(next) };
        if self.offer()?.versions == next.offer()?.versions {
            self.hand_on(&mut next, points, &customers);
        } else {
            next.days = Arc::new(self.days.under_other_rules());
            next.points.set(points);
        }
        Ok(next)
    }

    /// Gives the next book the points after some customers' facts have changed, and what else was
    /// worked out of everybody: nobody else is replayed.
    pub(super) fn hand_on(&self, next: &mut Self, points: Points, customers: &[u32]) {
        let Some(known) = self.points.get() else { return };
        if let Some(standings) = self.standings.get() {
            let facts = [&known.facts, &points.facts];
            let standings = standings.with(&points.rules, facts, customers);
            next.standings.get_or_init(|| Arc::new(standings));
        }
        next.days = Arc::new(Days::after(&self.days, known, &points, customers));
        next.points.set(points);
    }
}

impl Points {
    /// The same after an act by hand that touched one customer.
    fn with(&self, book: &Book, customer: u32) -> Result<Self> {
        let conn = book.reader()?;
        let first = book.offer()?.versions.first().map(|version| version.from);
        let by_hand = deeds::by_hand_of(&conn, &book.ledger, customer, first)?;
        Ok(Self {
            redemptions: redemption::all(&conn)?,
            adjustments: adjustment::all(&conn)?,
            ..self.changed([(customer, self.own(customer, by_hand))])
        })
    }

    /// The same after acts of whomever, with the customers whose facts they changed; none where there
    /// are so many of them that reading all is as fast.
    fn anew(&self, book: &Book) -> Result<Option<(Self, Vec<u32>)>> {
        let conn = book.reader()?;
        let versions = &book.offer()?.versions;
        let first = versions.first().map(|version| version.from);
        let (owners, _) = Owners::read(&conn, &book.ledger)?;
        let mut acts: FxHashMap<u32, Vec<Fact>> = FxHashMap::default();
        for (customer, fact) in deeds::by_hand(&conn, &book.ledger, &owners, first)? {
            acts.entry(customer).or_default().push(fact);
        }
        let mut changed = Vec::new();
        for customer in 0..u32::try_from(book.ledger.len()).unwrap_or(u32::MAX) {
            let mut now = acts.remove(&customer).unwrap_or_default();
            now.sort_unstable();
            let was = self.facts.of(customer).iter().filter(|fact| deeds::is_by_hand(fact.deed));
            if was.ne(&now) {
                changed.push((customer, self.own(customer, now)));
            }
            if changed.len() > FEW {
                return Ok(None);
            }
        }
        let customers = changed.iter().map(|(customer, _)| *customer).collect();
        let next = Self {
            rules: rules(versions, book)?,
            redemptions: redemption::all(&conn)?,
            adjustments: adjustment::all(&conn)?,
            ..self.changed(changed)
        };
        Ok(Some((next, customers)))
    }

    /// A customer's facts with these acts in place of those he had.
    fn own(&self, customer: u32, acts: Vec<Fact>) -> Vec<Fact> {
        let others = self.facts.of(customer).iter().filter(|fact| !deeds::is_by_hand(fact.deed));
        others.copied().chain(acts).collect()
    }
}
