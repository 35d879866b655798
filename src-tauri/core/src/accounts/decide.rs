//! What the user decides: together, split off, apart.

use super::read::{self, Accounts};
use crate::identity::{Decision, Known, settle};
use crate::store::{account, bond};
use crate::{Error, Result};
use rusqlite::{Connection, Transaction};
use std::collections::BTreeSet;

/// A decision about customers, by number, or about an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decided {
    /// Of these customers some are one; all others are kept apart from those and each other.
    Customers {
        /// Every customer it is about.
        all: Vec<i64>,
        /// Those that are one; empty or one for none.
        one: Vec<i64>,
    },
    /// This account is a customer of its own.
    Split {
        /// Its id.
        account: i64,
    },
}

impl Decided {
    /// What its change is called: a key of the catalogue says the words.
    pub fn label(&self) -> &'static str {
        match self {
            Self::Customers { one, .. } if one.len() > 1 => "join",
            Self::Customers { .. } => "apart",
            Self::Split { .. } => "split",
        }
    }
}

/// What a decision comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// (account, customer) of the accounts that change hands.
    pub moves: Vec<(i64, i64)>,
    /// The customer the decision is about, as he is called afterwards.
    pub customer: i64,
    set: Vec<Decision>,
    removed: Vec<Decision>,
}

/// Works out what a decision comes to; writes nothing.
///
/// # Errors
/// `NoSuchCustomer` for a customer or account that is not there.
pub fn decide(conn: &Connection, decided: &Decided) -> Result<Outcome> {
    let customers = match decided {
        Decided::Customers { all, .. } => all.clone(),
        Decided::Split { account } => {
            let found = account::by_id(conn, *account)?.ok_or(Error::NoSuchCustomer)?;
            vec![found.customer]
        }
    };
    let accounts = read::read(conn, &customers, &mut || Ok(()))?;
    let is_there = |customer: &i64| accounts.known.iter().any(|one| one.customer == *customer);
    if !customers.iter().all(is_there) {
        return Err(Error::NoSuchCustomer);
    }
    let mut draft = Draft::new(accounts);
    match decided {
        Decided::Customers { all, one } => draft.customers(all, one),
        Decided::Split { account } => draft.split(*account, customers[0]),
    }
    Ok(draft.outcome(&customers))
}

impl Outcome {
    /// Writes it, as part of a change.
    pub fn write(&self, tx: &Transaction<'_>) -> Result<()> {
        self.removed.iter().try_for_each(|one| bond::remove(tx, *one))?;
        self.set.iter().try_for_each(|one| bond::set(tx, *one))?;
        self.moves.iter().try_for_each(|(id, customer)| account::set_customer(tx, *id, *customer))
    }
}

/// Decisions and customers as they become.
struct Draft {
    before: Vec<Known>,
    after: Vec<Known>,
    decisions: Vec<Decision>,
    outcome: Outcome,
}

impl Draft {
    fn new(accounts: Accounts) -> Self {
        let Accounts { known, decisions } = accounts;
        Self { after: known.clone(), before: known, decisions, outcome: Outcome::default() }
    }

    /// Ids of the accounts of a customer, the smallest first.
    fn accounts_of(&self, customer: i64) -> Vec<i64> {
        let of = self.before.iter().filter(|one| one.customer == customer);
        of.map(|one| one.id).collect()
    }

    fn set(&mut self, one: i64, other: i64, joined: bool) {
        let decision = Decision { one: one.min(other), other: one.max(other), joined };
        self.forget(one, other);
        self.outcome.removed.retain(|old| (old.one, old.other) != (decision.one, decision.other));
        self.decisions.push(decision);
        self.outcome.set.push(decision);
    }

    fn forget(&mut self, one: i64, other: i64) -> bool {
        let is_it = |old: &Decision| (old.one, old.other) == (one.min(other), one.max(other));
        let Some(at) = self.decisions.iter().position(is_it) else { return false };
        let old = self.decisions.remove(at);
        self.outcome.set.retain(|one| !is_it(one));
        self.outcome.removed.push(old);
        true
    }

    fn customers(&mut self, all: &[i64], one: &[i64]) {
        let parts: Vec<(bool, Vec<i64>)> = all
            .iter()
            .map(|customer| (one.contains(customer), self.accounts_of(*customer)))
            .collect();
        for (at, (joins, accounts)) in parts.iter().enumerate() {
            for (joined, others) in &parts[..at] {
                let together = *joins && *joined;
                for (account, other) in pairs(accounts, others) {
                    if together {
                        self.forget(account, other);
                    } else {
                        self.set(account, other, false);
                    }
                }
            }
        }
        let joined: Vec<i64> =
            parts.iter().filter(|(joins, _)| *joins).map(|(_, accounts)| accounts[0]).collect();
        for two in joined.windows(2) {
            self.set(two[0], two[1], true);
        }
    }

    /// The rest stays one: what tied it together through the account that goes is tied anew.
    fn split(&mut self, account: i64, customer: i64) {
        let mut rest = self.accounts_of(customer);
        rest.retain(|id| *id != account);
        let mut tied = Vec::new();
        for other in &rest {
            if self.decisions.iter().any(|d| d.joined && is_of(d, account, *other)) {
                tied.push(*other);
            }
            self.set(account, *other, false);
        }
        for two in tied.windows(2) {
            self.set(two[0], two[1], true);
        }
        let first = rest.first().copied().unwrap_or(account);
        for one in &mut self.after {
            if one.id == account {
                one.customer = account;
            } else if one.customer == customer {
                one.customer = first;
            }
        }
    }

    /// What becomes of the customers it is about, and of nobody else.
    fn outcome(mut self, customers: &[i64]) -> Outcome {
        let settled = settle(&self.after, &self.decisions);
        let about: BTreeSet<i64> = self
            .before
            .iter()
            .zip(&settled.customers)
            .filter(|(one, _)| customers.contains(&one.customer))
            .map(|(_, number)| *number)
            .collect();
        for (one, number) in self.before.iter().zip(&settled.customers) {
            if one.customer != *number && about.contains(number) {
                self.outcome.moves.push((one.id, *number));
            }
        }
        self.outcome.customer = about.first().copied().unwrap_or_default();
        self.outcome
    }
}

fn is_of(decision: &Decision, one: i64, other: i64) -> bool {
    (decision.one, decision.other) == (one.min(other), one.max(other))
}

fn pairs<'a>(ones: &'a [i64], others: &'a [i64]) -> impl Iterator<Item = (i64, i64)> + 'a {
    ones.iter().flat_map(move |one| others.iter().map(move |other| (*one, *other)))
}
