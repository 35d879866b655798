//! Who brought whom, found from both sides.

use super::deeds::Owners;
use crate::Result;
use crate::ledger::Ledger;
use crate::loyalty::{Referral, firsts};
use crate::store::{Connection, referral};
use rustc_hash::FxHashMap;

/// The referrals of a workspace, the first of each customer.
#[derive(Clone, Debug, Default)]
pub struct Introductions {
    /// By day.
    pub all: Vec<Referral>,
    /// Places by who came.
    by: FxHashMap<u32, usize>,
    /// Places by who brought them.
    of: FxHashMap<u32, Vec<usize>>,
}

impl Introductions {
    pub(super) fn load(conn: &Connection, ledger: &Ledger) -> Result<Self> {
        let rows = referral::all(conn)?;
        if rows.is_empty() {
            return Ok(Self::default());
        }
        let (owners, _) = Owners::read(conn, ledger)?;
        let known = rows.into_iter().filter_map(|(_, row)| {
            let (referrer, referred) = (owners.of(row.referrer)?, owners.of(row.referred)?);
            Some(Referral { day: row.day, referrer, referred })
        });
        let all = firsts(known);
        let mut of: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
        for (at, one) in all.iter().enumerate() {
            of.entry(one.referrer).or_default().push(at);
        }
        let by = all.iter().enumerate().map(|(at, one)| (one.referred, at)).collect();
        Ok(Self { all, by, of })
    }

    /// Who brought a customer.
    pub fn brought_by(&self, customer: u32) -> Option<&Referral> {
        self.by.get(&customer).map(|at| &self.all[*at])
    }

    /// Whom a customer brought, by day.
    pub fn brought(&self, customer: u32) -> impl Iterator<Item = &Referral> {
        self.of.get(&customer).into_iter().flatten().map(|at| &self.all[*at])
    }
}
