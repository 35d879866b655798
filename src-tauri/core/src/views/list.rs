//! Lists of customers: all of them, or those behind a number, with exactly its count and sum.

mod columns;
mod members;
mod named;
mod rows;

use super::frame::Frame;
use super::{Choice, ListView, PageRequest, Query, Table};
use crate::book::Book;
use crate::voice::{Arg, Voice};
use crate::{Error, Result};
use columns::Field;
use named::Named;

/// The most rows one answer holds.
const MOST: u32 = 500;
/// Rows of an answer that asks for no number.
const USUAL: u32 = 100;
/// Customers the palette offers.
const FOUND: usize = 8;

/// A page of the list of this name: `customers`, `moved:2026-10:new`, `churned:2026-10`,
/// `cohort:2026-05:3`, `input:retention_rate:2026-10:start`.
///
/// # Errors
/// `NoSuchList` for a name that is none of these.
pub fn list(
    book: &Book,
    query: &Query,
    list: &str,
    page: &PageRequest,
    voice: &Voice,
) -> Result<ListView> {
    if super::surveys::is_ours(list) {
        return super::surveys::answers_list(book, query, list, page, voice);
    }
    if super::loyalty::is_ours(list) {
        return super::loyalty::loyalty_list(book, list, page, voice);
    }
    let named = Named::parse(list).ok_or_else(|| Error::NoSuchList { list: list.to_owned() })?;
    let frame = Frame::new(book, query)?;
    let directory = book.directory()?;
    let columns = named.columns(book.offer()?.on(book.as_of).is_some());
    let mut entries = named.entries(&frame)?;
    if columns.has(Field::Tier) {
        let rows = &book.standings()?.rows;
        entries.iter_mut().for_each(|entry| entry.tier = rows[entry.customer as usize].tier);
    }
    let needle = page.search.trim().to_lowercase();
    if !needle.is_empty() {
        entries.retain(|entry| directory.matches(entry.customer, &needle));
    }
    let sorted = columns.sort(&mut entries, page, directory, &book.ledger);
    let own = named.largest_first().then(|| (columns.last_key(), true));
    let order = if sorted { page.sort.as_deref().map(|key| (key, page.descending)) } else { own };
    let sum = entries.iter().map(|entry| columns.amount(entry)).sum();
    let limit = if page.limit == 0 { USUAL } else { page.limit.min(MOST) };
    let sight = entries.iter().skip(page.offset as usize).take(limit as usize);
    let rows = sight.map(|entry| columns.row(&frame, directory, entry, voice)).collect();
    let heads = heads(entries.len(), voice);
    Ok(ListView {
        revision: book.revision,
        title: named.title(voice),
        subtitle: voice.say(
            "list-subtitle",
            &[("customers", heads.as_str().into()), ("mrr", voice.money(frame.money(sum)).into())],
        ),
        sum,
        tabs: named.tabs(&frame, voice)?,
        sort: order.map(|(key, _)| key.to_owned()),
        descending: order.is_some_and(|(_, descending)| descending),
        table: Table {
            columns: columns.heads(voice),
            rows,
            total: Some(columns.total(heads, sum, &frame, voice)),
            count: entries.len(),
        },
    })
}

/// "41 customers"
fn heads(count: usize, voice: &Voice) -> String {
    let text = voice.count(i64::try_from(count).unwrap_or(i64::MAX));
    voice.say("total-customers", &[("count", Arg::from(count)), ("text", text.into())])
}

/// Customers by part of a name, mail address or key, for the palette; the names that begin with it
/// first.
pub fn search(book: &Book, text: &str, _voice: &Voice) -> Result<Vec<Choice>> {
    let needle = text.trim().to_lowercase();
    if needle.is_empty() {
        return Ok(Vec::new());
    }
    let directory = book.directory()?;
    let found = directory.matching(&needle);
    let mut found: Vec<(bool, u32, u32)> =
        found.map(|at| (!directory.begins(at, &needle), directory.rank_of(at), at)).collect();
    if found.len() > FOUND {
        found.select_nth_unstable(FOUND);
        found.truncate(FOUND);
    }
    found.sort_unstable();
    let choice = |at: u32| Choice {
        key: format!("/customers/{}", book.ledger.customers.id[at as usize]),
        label: directory.person(at).name.to_owned(),
    };
    Ok(found.into_iter().map(|(_, _, at)| choice(at)).collect())
}
