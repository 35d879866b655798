//! Accounts: one key of one source that stands for a customer, with its profile.

use super::bulk::{Bulk, inserter};
use super::deleted;
use super::terms::{day, text};
use super::trace::Values;
use crate::model::{Account, Day};
use crate::{Error, Result};
use rusqlite::{Connection, Row, Transaction, params};
use std::collections::BTreeMap;

const COLUMNS: [&str; 12] = [
    "source",
    "key",
    "customer",
    "name",
    "email",
    "company",
    "country",
    "created",
    "birthday",
    "card_expires",
    "tags",
    "attributes",
];

/// An account with its place in the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Its id.
    pub id: i64,
    /// Where it comes from.
    pub source: i64,
    /// The customer it belongs to.
    pub customer: i64,
    /// Key and profile.
    pub account: Account,
}

/// An account to insert.
#[derive(Clone, Copy, Debug)]
pub struct New<'a> {
    /// Where it comes from.
    pub source: i64,
    /// The customer it joins; `None` opens one, whose number is the account's id.
    pub customer: Option<i64>,
    /// Key and profile.
    pub account: &'a Account,
}

inserter!("account", COLUMNS, New<'_>, put);

fn put(bulk: &mut Bulk<'_>, new: &New<'_>) -> Result<()> {
    let Account { key, name, email, company, country, .. } = new.account;
    bulk.put(new.source)?;
    bulk.put(key)?;
    bulk.put(new.customer.unwrap_or(bulk.next_id()))?;
    bulk.put(name)?;
    bulk.put(email)?;
    bulk.put(company)?;
    bulk.put(country)?;
    bulk.put(new.account.created.map(|d| d.0))?;
    bulk.put(new.account.birthday.map(|d| d.0))?;
    bulk.put(new.account.card_expires.map(|d| d.0))?;
    bulk.put(&new.account.tags)?;
    bulk.put(attributes_json(&new.account.attributes)?)
}

/// Rewrites key and profile; columns that stay the same leave no trace in the change.
pub fn update(tx: &Transaction<'_>, id: i64, account: &Account) -> Result<()> {
    let mut statement = tx.prepare_cached(
        "UPDATE OR FAIL account SET key = ?2, name = ?3, email = ?4, company = ?5, country = ?6,
           created = ?7, birthday = ?8, card_expires = ?9, tags = ?10, attributes = ?11
         WHERE id = ?1",
    )?;
    statement.execute(params![
        id,
        account.key,
        account.name,
        account.email,
        account.company,
        account.country,
        account.created.map(|d| d.0),
        account.birthday.map(|d| d.0),
        account.card_expires.map(|d| d.0),
        account.tags,
        attributes_json(&account.attributes)?,
    ])?;
    Ok(())
}

/// What an account does not say yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blanks {
    /// No name.
    pub name: bool,
    /// No mail address.
    pub email: bool,
    /// No country.
    pub country: bool,
}

/// Fills what an account does not say; what it says stays. Empty text fills nothing.
pub fn fill(tx: &Transaction<'_>, id: i64, name: &str, email: &str, country: &str) -> Result<()> {
    let mut statement = tx.prepare_cached(
        "UPDATE OR FAIL account SET name = coalesce(name, nullif(?2, '')),
           email = coalesce(email, nullif(?3, '')), country = coalesce(country, nullif(?4, ''))
         WHERE id = ?1",
    )?;
    statement.execute(params![id, name, email, country])?;
    Ok(())
}

/// Moves an account to a customer: the one row that joining and splitting change.
pub fn set_customer(tx: &Transaction<'_>, id: i64, customer: i64) -> Result<()> {
    // OR FAIL as in `bulk`: without a journal for each of a hundred thousand statements.
    let sql = "UPDATE OR FAIL account SET customer = ?2 WHERE id = ?1";
    let mut statement = tx.prepare_cached(sql)?;
    statement.execute([id, customer])?;
    Ok(())
}

/// Calls `each` with (id, customer, key) of every account of a source, by id.
pub fn keys(
    conn: &Connection,
    source: i64,
    mut each: impl FnMut(i64, i64, &str) -> Result<()>,
) -> Result<()> {
    let mut statement =
        conn.prepare_cached("SELECT id, customer, key FROM account WHERE source = ?1 ORDER BY id")?;
    let mut rows = statement.query([source])?;
    while let Some(row) = rows.next()? {
        each(row.get(0)?, row.get(1)?, text(row, 2)?.unwrap_or_default())?;
    }
    Ok(())
}

/// Calls `each` with (id, key, what is blank) of every account of a source, by id.
pub fn known(
    conn: &Connection,
    source: i64,
    mut each: impl FnMut(i64, &str, Blanks) -> Result<()>,
) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "SELECT id, key, name IS NULL, email IS NULL, country IS NULL
         FROM account WHERE source = ?1 ORDER BY id",
    )?;
    let mut rows = statement.query([source])?;
    while let Some(row) = rows.next()? {
        let blanks = Blanks { name: row.get(2)?, email: row.get(3)?, country: row.get(4)? };
        each(row.get(0)?, text(row, 1)?.unwrap_or_default(), blanks)?;
    }
    Ok(())
}

/// Calls `each` with every account of a source, by id: what an import compares its rows with.
pub fn each_of_source(
    conn: &Connection,
    source: i64,
    mut each: impl FnMut(Stored) -> Result<()>,
) -> Result<()> {
    let mut statement = conn.prepare_cached(&select("WHERE source = ?1 ORDER BY id"))?;
    let mut rows = statement.query([source])?;
    while let Some(row) = rows.next()? {
        each(stored(row)?)?;
    }
    Ok(())
}

/// What a list of customers shows of an account, borrowed for the length of the call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Profile<'a> {
    /// Its id.
    pub id: i64,
    /// Where it comes from.
    pub source: i64,
    /// The customer it belongs to.
    pub customer: i64,
    /// The exporter's key.
    pub key: &'a str,
    /// Name of the person or company.
    pub name: Option<&'a str>,
    /// Mail address.
    pub email: Option<&'a str>,
    /// Company.
    pub company: Option<&'a str>,
    /// Country.
    pub country: Option<&'a str>,
}

/// Calls `each` with every account, by id.
pub fn profiles(conn: &Connection, mut each: impl FnMut(Profile<'_>) -> Result<()>) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "SELECT id, source, customer, key, name, email, company, country FROM account ORDER BY id",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(Profile {
            id: row.get(0)?,
            source: row.get(1)?,
            customer: row.get(2)?,
            key: text(row, 3)?.unwrap_or_default(),
            name: text(row, 4)?,
            email: text(row, 5)?,
            company: text(row, 6)?,
            country: text(row, 7)?,
        })?;
    }
    Ok(())
}

/// Calls `each` with (id, customer, day of birth) of every account, by id.
pub fn owners(
    conn: &Connection,
    mut each: impl FnMut(i64, i64, Option<Day>) -> Result<()>,
) -> Result<()> {
    let mut statement =
        conn.prepare_cached("SELECT id, customer, birthday FROM account ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(row.get(0)?, row.get(1)?, day(row, 2)?)?;
    }
    Ok(())
}

/// Calls `each` with (id, source, customer, mail address) of every account, by id.
pub fn mails(
    conn: &Connection,
    mut each: impl FnMut(i64, i64, i64, &str) -> Result<()>,
) -> Result<()> {
    let mut statement =
        conn.prepare_cached("SELECT id, source, customer, email, key FROM account ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let mail = text(row, 3)?.unwrap_or_default();
        let origin = origin(row.get(1)?, text(row, 4)?.unwrap_or_default(), mail);
        each(row.get(0)?, origin, row.get(2)?, mail)?;
    }
    Ok(())
}

/// Where an account comes from, for telling who is one customer: its source, or the negative of it
/// where a file of that source knew nobody's key and so called him by his address.
pub fn origin(source: i64, key: &str, mail: &str) -> i64 {
    let by_address = !mail.is_empty() && key.eq_ignore_ascii_case(mail);
    if by_address { -source } else { source }
}

/// Whether accounts come from more than one source, or some of one source are known by their
/// address alone and others by a key: see [`origin`].
pub fn of_several_sources(conn: &Connection) -> Result<bool> {
    let sources: i64 = conn.query_row("SELECT count(*) FROM source", [], |row| row.get(0))?;
    let several = "SELECT EXISTS (SELECT 1 FROM account WHERE source <>
                     (SELECT source FROM account LIMIT 1))";
    if sources > 1 && conn.query_row(several, [], |row| row.get(0))? {
        return Ok(true);
    }
    let by_address = "SELECT EXISTS (SELECT 1 FROM account WHERE key = lower(email))
                         AND EXISTS (SELECT 1 FROM account WHERE key <> lower(email))";
    Ok(conn.query_row(by_address, [], |row| row.get(0))?)
}

/// One account; `None` where there is none.
pub fn by_id(conn: &Connection, id: i64) -> Result<Option<Stored>> {
    let mut statement = conn.prepare_cached(&select("WHERE id = ?1"))?;
    let mut rows = statement.query([id])?;
    rows.next()?.map(stored).transpose()
}

/// Whether a source knows this key. Reads the whole table.
pub fn has_key(conn: &Connection, source: i64, key: &str) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM account WHERE source = ?1 AND key = ?2)";
    Ok(conn.prepare_cached(sql)?.query_row(params![source, key], |row| row.get(0))?)
}

/// The accounts of a customer, by id: the one he has his number from, and those that joined it,
/// which alone are in an index.
pub fn of_customer(conn: &Connection, customer: i64) -> Result<Vec<Stored>> {
    let mut statement = conn.prepare_cached(&select(
        "WHERE id = ?1 AND customer = ?1 OR customer = ?1 AND customer <> id ORDER BY id",
    ))?;
    let mut rows = statement.query([customer])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(stored(row)?);
    }
    Ok(found)
}

/// The customers, by number, one of whose accounts has this key. Reads the whole table.
pub fn customers_with_key(conn: &Connection, key: &str) -> Result<Vec<i64>> {
    let mut statement =
        conn.prepare_cached("SELECT DISTINCT customer FROM account WHERE key = ?1 ORDER BY 1")?;
    let rows = statement.query_map([key], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Names of labels, as the accounts that came last have them: looking at all of a million takes
/// longer than anybody waits for a proposal.
pub fn label_names(conn: &Connection) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached(
        "SELECT DISTINCT label.key
         FROM (SELECT attributes FROM account WHERE attributes IS NOT NULL
               ORDER BY id DESC LIMIT 2000) AS last, json_each(last.attributes) AS label
         ORDER BY label.key",
    )?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many there are.
pub fn count(conn: &Connection) -> Result<i64> {
    let mut statement = conn.prepare_cached("SELECT count(*) FROM account")?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

/// The account that a JSON object of its columns stands for, as [`deleted::old`] gives it.
pub fn of_values(conn: &Connection, values: &Values) -> Result<Account> {
    let mut statement = conn.prepare_cached(&deleted::select(&COLUMNS))?;
    let mut rows = statement.query([deleted::json(values)?])?;
    let row = rows.next()?.ok_or_else(|| Error::Unexpected("no row of JSON".to_owned()))?;
    Ok(stored(row)?.account)
}

fn select(condition: &str) -> String {
    format!("SELECT id, {} FROM account {condition}", COLUMNS.join(", "))
}

fn stored(row: &Row<'_>) -> Result<Stored> {
    Ok(Stored {
        id: row.get(0)?,
        source: row.get(1)?,
        customer: row.get(3)?,
        account: Account {
            key: row.get(2)?,
            name: row.get(4)?,
            email: row.get(5)?,
            company: row.get(6)?,
            country: row.get(7)?,
            created: day(row, 8)?,
            birthday: day(row, 9)?,
            card_expires: day(row, 10)?,
            tags: row.get(11)?,
            attributes: attributes(text(row, 12)?)?,
        },
    })
}

/// As they are stored: a JSON object sorted by name, null for none.
pub(crate) fn attributes_json(attributes: &[(String, String)]) -> Result<Option<String>> {
    if attributes.is_empty() {
        return Ok(None);
    }
    let object: BTreeMap<&str, &str> =
        attributes.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    serde_json::to_string(&object).map(Some).map_err(|e| Error::Unexpected(e.to_string()))
}

fn attributes(json: Option<&str>) -> Result<Vec<(String, String)>> {
    let Some(json) = json else { return Ok(Vec::new()) };
    let object: BTreeMap<String, String> = serde_json::from_str(json)
        .map_err(|e| Error::Damaged { details: format!("attributes: {e}") })?;
    Ok(object.into_iter().collect())
}
