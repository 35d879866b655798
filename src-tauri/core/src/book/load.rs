//! From the store's rows to the ledger: the one place that knows both.

use super::image::{self, Place};
use crate::ledger::{
    self, Accounts, ChangeRow, Entries, Ledger, Log, LogOf, Paid, People, PlanRow, Prices, Said,
    Sources,
};
use crate::model::{Day, PlanChangeRow};
use crate::store::facts::{self, Ids};
use crate::store::{Settings, import_row, plan, rate, setting, subscription};
use crate::{Error, Result};
use rusqlite::Connection;
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::Path;

/// Subscriptions below which a second thread costs more than it brings.
const SMALL: i64 = 20_000;

/// Invoices a thread brings together at once: those of a million customers would need more memory
/// than all the rest.
const AT_ONCE: i64 = 2_000_000;
/// Above how many stretches the invoices of an account make.
const FAR: i64 = 1 << 20;

/// What is read of customers beside their countries.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Told {
    /// Nothing: no view shows it.
    Country,
    /// Everything their files say.
    Everything,
}

/// What was read at one moment.
pub(super) struct Loaded {
    pub(super) settings: Settings,
    pub(super) ledger: Ledger,
    /// Tells the moment from others.
    pub(super) moment: u64,
    /// Whether the ledger was taken from an image.
    pub(super) from_image: bool,
}

/// Reads settings and ledger; `other` is a second connection to the same file. An image of this
/// moment stands for the tables.
pub(super) fn load(
    path: &Path,
    one: &Connection,
    other: &mut Connection,
    told: Told,
    image: Option<&Place>,
) -> Result<Loaded> {
    facts::same_moment(one, other)?;
    let mut read = || {
        let moment = image::moment(one, path)?;
        let settings = setting::read(one)?;
        let known = image.and_then(|image| image.read(moment));
        let from_image = known.is_some();
        let ledger = match known {
            Some(ledger) => ledger,
            None => read(one, other, &settings, told)?,
        };
        Ok(Loaded { settings, ledger, moment, from_image })
    };
    let done = read();
    // Ends the reading transaction; nothing was written.
    one.execute_batch("ROLLBACK")?;
    done
}

fn read(
    one: &Connection,
    other: &mut Connection,
    settings: &Settings,
    told: Told,
) -> Result<Ledger> {
    let prices = prices(one, settings)?;
    let two = subscription::count(one)? >= SMALL;
    let halves = |all: [Ids; 2]| if two { all.to_vec() } else { vec![facts::ALL] };
    let parts = beside(one, other, halves(facts::account_halves(one)?), |conn, ids| {
        accounts(conn, ids, told)
    })?;
    let mut parts = parts.into_iter();
    let mut people = parts.next().unwrap_or_default();
    parts.for_each(|part| people.append(part));
    let people = people.into_people();
    let mut log = log(one, &people, &prices)?;
    let invoices_until = invoices(one, other, &people, &prices, &mut log)?;
    let said = said(one, &people)?;
    let sources = Sources { people, prices, log: log.sorted(), said, policy: settings.policy };
    let halves = halves(facts::subscription_halves(one)?);
    let entries = beside(one, other, halves, |conn, ids| entries(conn, ids, &sources))?;
    let mut ledger = ledger::build(sources, entries);
    ledger.left_out.lists_without_ended = import_row::lists_without_ended(one)?;
    ledger.left_out.invoices_until = invoices_until;
    Ok(ledger)
}

/// What `read` makes of each range of ids, the second on a thread of its own.
fn beside<T: Send>(
    one: &Connection,
    other: &mut Connection,
    ranges: Vec<Ids>,
    read: impl Fn(&Connection, Ids) -> Result<T> + Sync,
) -> Result<Vec<T>> {
    let mut ranges = ranges.into_iter();
    let (first, second) = (ranges.next().unwrap_or(facts::ALL), ranges.next());
    let read = &read;
    std::thread::scope(|scope| {
        let second = second.map(|ids| scope.spawn(move || read(other, ids)));
        let mut parts = vec![read(one, first)?];
        if let Some(second) = second {
            let stopped = |_| Error::Unexpected("a loading thread stopped".into());
            parts.push(second.join().map_err(stopped)??);
        }
        Ok(parts)
    })
}

pub(super) fn prices(conn: &Connection, settings: &Settings) -> Result<Prices> {
    let plans = plan::all(conn)?;
    let listed = plan::listed(&plans);
    let plans = plans.into_iter().map(|stored| PlanRow {
        id: stored.id,
        listed: listed[&stored.id],
        name: stored.plan.name.unwrap_or(stored.plan.key),
    });
    let rates = rate::all(conn)?;
    let rates: Vec<_> = rates.iter().map(|rate| (rate.currency, rate.day, rate.rate)).collect();
    Ok(Prices::new(settings.currency, &rates, plans))
}

/// Everybody with what is told of them.
pub(super) fn people(conn: &Connection, told: Told) -> Result<People> {
    Ok(accounts(conn, facts::ALL, told)?.into_people())
}

fn accounts(conn: &Connection, ids: Ids, told: Told) -> Result<Accounts> {
    let mut accounts = Accounts::default();
    facts::accounts(conn, ids, told == Told::Everything, |row| {
        let attributes = row.attributes.iter().map(|(name, value)| (&**name, &**value));
        accounts.push(row.id, row.customer, row.country.unwrap_or_default(), attributes);
        Ok(())
    })?;
    Ok(accounts)
}

fn entries(conn: &Connection, ids: Ids, sources: &Sources) -> Result<Entries> {
    // One allocation: growing would need twice the room at the end.
    let span = ids.end().saturating_sub(*ids.start()).saturating_add(1);
    let rows = subscription::count(conn)?.min(span);
    let mut entries = Entries::with_capacity(usize::try_from(rows).unwrap_or(0));
    facts::subscriptions(conn, ids, |row| {
        entries.push(sources, &row);
        Ok(())
    })?;
    Ok(entries)
}

/// The change log, each row with the subscription it speaks of.
fn log(conn: &Connection, people: &People, prices: &Prices) -> Result<Log> {
    let mut rows = Vec::new();
    facts::plan_changes(conn, facts::ALL, |row| {
        rows.push(row);
        Ok(())
    })?;
    let mut log = Log::default();
    if rows.is_empty() {
        return Ok(log);
    }
    let named = subscriptions_of(conn, &rows)?;
    for row in &rows {
        log.push(people, prices, &named.change(row));
    }
    Ok(log)
}

/// What invoices tell of customers nothing else tells what they pay; the day of the newest invoice
/// where they tell anything.
fn invoices(
    conn: &Connection,
    other: &mut Connection,
    people: &People,
    prices: &Prices,
    log: &mut Log,
) -> Result<Option<Day>> {
    let Some((newest, count)) = facts::newest_invoice(conn)? else { return Ok(None) };
    let mut listed = FxHashSet::default();
    facts::payers(conn, |account| {
        listed.extend(people.of(account));
        Ok(())
    })?;
    let bring = |conn: &Connection, accounts: Ids| -> Result<(bool, Vec<ChangeRow>)> {
        let mut paid = Paid::from(*accounts.start());
        facts::invoices(conn, &accounts, |row| {
            if people.of(row.account).is_some_and(|customer| !listed.contains(&customer)) {
                paid.push(&row);
            }
            Ok(())
        })?;
        // Numbers of their own for the stretches of each part: there are no more than invoices.
        let first = accounts.start().saturating_mul(FAR).saturating_add(1);
        let told = !paid.is_empty();
        Ok((told, ledger::as_changes(paid, newest, first)))
    };
    let mut told = None;
    let parts = 1 + count / AT_ONCE;
    let threads = if parts > 1 { 2 } else { 1 };
    for accounts in facts::account_parts(conn, parts)?.chunks(threads) {
        for (any, changes) in beside(conn, other, accounts.to_vec(), bring)? {
            told = told.or(any.then_some(newest));
            changes.iter().for_each(|change| log.push(people, prices, change));
        }
    }
    Ok(told)
}

/// What customers said when they cancelled.
fn said(conn: &Connection, people: &People) -> Result<Said> {
    let mut said = Said::default();
    facts::reasons(conn, |account, day, reason| {
        said.push(people, account, day, reason);
        Ok(())
    })?;
    Ok(said)
}

/// The subscriptions of the accounts that have a change log: (account, key) -> id.
struct Named {
    by_key: FxHashMap<(i64, u64), i64>,
    /// The only subscription of an account; 0 where there are several.
    only: FxHashMap<i64, i64>,
}

fn subscriptions_of(conn: &Connection, rows: &[PlanChangeRow]) -> Result<Named> {
    let accounts: FxHashSet<i64> = rows.iter().map(|row| row.account).collect();
    let mut named = Named { by_key: FxHashMap::default(), only: FxHashMap::default() };
    facts::subscriptions(conn, facts::ALL, |row| {
        if accounts.contains(&row.account) {
            named.by_key.insert((row.account, row.key), row.id);
            named.only.entry(row.account).and_modify(|only| *only = 0).or_insert(row.id);
        }
        Ok(())
    })?;
    Ok(named)
}

impl Named {
    fn change(&self, row: &PlanChangeRow) -> ChangeRow {
        let id = match row.key {
            Some(key) => self.by_key.get(&(row.account, key)),
            None => self.only.get(&row.account).filter(|id| **id != 0),
        };
        let of = match id {
            Some(id) => LogOf::Subscription(*id),
            None => LogOf::Own(row.key.unwrap_or(0).cast_signed()),
        };
        ChangeRow {
            id: row.id,
            account: row.account,
            of,
            day: row.day,
            second: row.second,
            status: row.status,
            terms: row.terms,
        }
    }
}
