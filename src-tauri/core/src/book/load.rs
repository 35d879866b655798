//! From the store's rows to the ledger: the one place that knows both.

use crate::ledger::{
    self, Accounts, ChangeRow, Entries, Ledger, Log, LogOf, People, PlanRow, Prices, Sources,
};
use crate::model::PlanChangeRow;
use crate::store::facts::{self, Ids};
use crate::store::{Settings, import_row, plan, rate, setting, subscription};
use crate::{Error, Result};
use rusqlite::Connection;
use rustc_hash::{FxHashMap, FxHashSet};

/// Subscriptions below which a second thread costs more than it brings.
const SMALL: i64 = 20_000;

/// Reads settings and ledger; `other` is a second connection to the same file.
pub(super) fn load(one: &Connection, other: Connection) -> Result<(Settings, Ledger)> {
    facts::same_moment(one, &other)?;
    let done = read(one, other);
    // Ends the reading transaction; nothing was written.
    one.execute_batch("ROLLBACK")?;
    done
}

fn read(one: &Connection, other: Connection) -> Result<(Settings, Ledger)> {
    let settings = setting::read(one)?;
    let prices = prices(one, &settings)?;
    let people = accounts(one)?.into_people();
    let log = log(one, &people, &prices)?;
    let sources = Sources { people, prices, log, policy: settings.policy };
    let entries = if subscription::count(one)? < SMALL {
        vec![entries(one, facts::ALL, &sources)?]
    } else {
        let [first, second] = facts::subscription_halves(one)?;
        let (first, second) = std::thread::scope(|scope| {
            let sources = &sources;
            let second = scope.spawn(move || entries(&other, second, sources));
            (entries(one, first, sources), second.join())
        });
        vec![first?, second.map_err(|_| Error::Unexpected("a loading thread stopped".into()))??]
    };
    let mut ledger = ledger::build(sources, entries);
    ledger.left_out.lists_without_ended = import_row::lists_without_ended(one)?;
    Ok((settings, ledger))
}

fn prices(conn: &Connection, settings: &Settings) -> Result<Prices> {
    let plans = plan::all(conn)?.into_iter().map(|stored| PlanRow {
        id: stored.id,
        price: stored.plan.amount.zip(stored.plan.currency),
        interval: stored.plan.interval,
        name: stored.plan.name.unwrap_or(stored.plan.key),
    });
    let rates: Vec<_> = rate::all(conn)?.iter().map(|rate| (rate.currency, rate.rate)).collect();
    Ok(Prices::new(settings.currency, &rates, plans))
}

fn accounts(conn: &Connection) -> Result<Accounts> {
    let mut accounts = Accounts::default();
    facts::accounts(conn, facts::ALL, |row| {
        let attributes = row.attributes.iter().map(|(name, value)| (&**name, &**value));
        accounts.push(row.id, row.customer, row.country.unwrap_or_default(), attributes);
        Ok(())
    })?;
    Ok(accounts)
}

fn entries(conn: &Connection, ids: Ids, sources: &Sources) -> Result<Entries> {
    let mut entries = Entries::default();
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
    Ok(log.sorted())
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
