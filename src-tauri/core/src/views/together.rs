//! Which accounts make up a customer, and what would become of two.

use crate::accounts::{Decided, decide};
use crate::book::Book;
use crate::import::hand::source_name;
use crate::model::Money;
use crate::store::{Connection, account, source};
use crate::voice::Voice;
use crate::{Error, Result};
use serde::Serialize;
use ts_rs::TS;

/// One account of a customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct AccountLine {
    /// Its id.
    pub id: i64,
    /// Where it comes from, in words.
    pub source: String,
    /// Its key there.
    pub key: String,
    /// What the source calls him; empty for nothing.
    pub name: String,
    /// Mail address; empty for none.
    pub email: String,
}

/// A customer that is asked about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Member {
    /// His number.
    pub id: i64,
    /// His name.
    pub name: String,
    /// What he pays a month.
    pub mrr: String,
    /// His accounts.
    pub accounts: Vec<AccountLine>,
}

/// What would be one customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct TogetherView {
    /// State of the book it came from.
    pub revision: u64,
    /// Everybody who would be him; more than were asked about where an address then joins a third.
    pub members: Vec<Member>,
    /// What they pay a month together.
    pub mrr: String,
}

/// What these customers would be as one; writes nothing.
///
/// # Errors
/// `NoSuchCustomer` when one of them is not there.
pub fn together(book: &Book, customers: &[i64], voice: &Voice) -> Result<TogetherView> {
    let conn = book.reader()?;
    let all = customers.to_vec();
    let outcome = decide(&conn, &Decided::Customers { one: all.clone(), all })?;
    let mut members = customers.to_vec();
    // Whoever gives his number to the others does not move.
    let stays = (outcome.customer, outcome.customer);
    for (id, to) in outcome.moves.iter().chain([&stays]) {
        let from = account::by_id(&conn, *id)?.ok_or(Error::NoSuchCustomer)?.customer;
        if *to == outcome.customer && !members.contains(&from) {
            members.push(from);
        }
    }
    members.sort_unstable();
    members.dedup();
    let sum = members.iter().map(|id| mrr(book, *id)).sum::<Result<i64>>()?;
    Ok(TogetherView {
        revision: book.revision,
        members: members.iter().map(|id| member(book, &conn, *id, voice)).collect::<Result<_>>()?,
        mrr: voice.money_cents(Money::new(sum, book.ledger.currency)),
    })
}

/// One customer with his accounts.
pub(super) fn member(book: &Book, conn: &Connection, id: i64, voice: &Voice) -> Result<Member> {
    let dense = book.ledger.find(id).ok_or(Error::NoSuchCustomer)?;
    Ok(Member {
        id,
        name: book.directory()?.person(dense).name.to_owned(),
        mrr: voice.money_cents(Money::new(mrr(book, id)?, book.ledger.currency)),
        accounts: lines(conn, &account::of_customer(conn, id)?, voice)?,
    })
}

/// Accounts as they are shown.
pub(super) fn lines(
    conn: &Connection,
    accounts: &[account::Stored],
    voice: &Voice,
) -> Result<Vec<AccountLine>> {
    let sources = source::all(conn)?;
    let named = |id: i64| {
        let name = sources.iter().find(|source| source.0 == id).map_or("", |(_, name)| name);
        source_name(name, voice)
    };
    let line = |stored: &account::Stored| AccountLine {
        id: stored.id,
        source: named(stored.source),
        key: stored.account.key.clone(),
        name: stored.account.name.clone().unwrap_or_default(),
        email: stored.account.email.clone().unwrap_or_default(),
    };
    Ok(accounts.iter().map(line).collect())
}

/// What a customer pays a month, in minor units.
fn mrr(book: &Book, id: i64) -> Result<i64> {
    let dense = book.ledger.find(id).ok_or(Error::NoSuchCustomer)?;
    Ok(book.ledger.worth_on(dense, book.as_of).mrr)
}
