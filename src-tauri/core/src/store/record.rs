//! Single records of any table, as acts by hand find and delete them. Tables and columns are named
//! by the core itself, never by what somebody typed.

use crate::Result;
use rusqlite::{Connection, Transaction};

/// Takes a row away.
pub fn delete(tx: &Transaction<'_>, table: &str, id: i64) -> Result<()> {
    tx.prepare_cached(&format!("DELETE FROM {table} WHERE id = ?1"))?.execute([id])?;
    Ok(())
}

/// Takes a row away with every row that only makes sense together with it: those that refer to it,
/// those that refer to these, and so on. The schema says which: no table can be forgotten.
pub fn delete_whole(tx: &Transaction<'_>, table: &str, id: i64) -> Result<()> {
    for (child, column) in referring(tx, table)? {
        for row in ids_of(tx, &child, &column, id)? {
            delete_whole(tx, &child, row)?;
        }
    }
    delete(tx, table, id)
}

/// Every (table, column) that refers to a table.
fn referring(conn: &Connection, table: &str) -> Result<Vec<(String, String)>> {
    let mut statement = conn.prepare_cached(
        "SELECT child.name, key.\"from\"
         FROM main.sqlite_schema AS child, pragma_foreign_key_list(child.name) AS key
         WHERE child.type = 'table' AND key.\"table\" = ?1 ORDER BY child.name, key.id",
    )?;
    let rows = statement.query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Ids of the rows that name an account in this column. Reads the whole table.
pub fn ids_of(conn: &Connection, table: &str, column: &str, account: i64) -> Result<Vec<i64>> {
    let sql = format!("SELECT id FROM {table} WHERE {column} = ?1 ORDER BY id");
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map([account], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Calls `each` with (account, id) of every row that names an account in this column. Reads the
/// whole table.
pub fn owners(
    conn: &Connection,
    table: &str,
    column: &str,
    mut each: impl FnMut(i64, i64),
) -> Result<()> {
    let sql = format!("SELECT {column}, id FROM {table} WHERE {column} IS NOT NULL");
    let mut statement = conn.prepare(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(row.get(0)?, row.get(1)?);
    }
    Ok(())
}

/// Ids of a part of a table, the newest first.
pub fn newest(conn: &Connection, table: &str, offset: usize, limit: usize) -> Result<Vec<i64>> {
    let sql = format!("SELECT id FROM {table} ORDER BY id DESC LIMIT ?1 OFFSET ?2");
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map([number(limit), number(offset)], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many rows a table has.
pub fn count(conn: &Connection, table: &str) -> Result<usize> {
    let sql = format!("SELECT count(*) FROM {table}");
    let count: i64 = conn.prepare_cached(&sql)?.query_row([], |row| row.get(0))?;
    Ok(usize::try_from(count).unwrap_or_default())
}

/// The day of a row; none where it has none.
pub fn day(conn: &Connection, table: &str, column: &str, id: i64) -> Result<Option<i32>> {
    let sql = format!("SELECT max({column}) FROM {table} WHERE id = ?1");
    Ok(conn.prepare_cached(&sql)?.query_row([id], |row| row.get(0))?)
}

/// How many subscriptions, plan changes and invoices have a plan. Reads the three tables.
pub fn plan_users(conn: &Connection, plan: i64) -> Result<i64> {
    let sql = "SELECT (SELECT count(*) FROM subscription WHERE plan = ?1)
                    + (SELECT count(*) FROM plan_change WHERE plan = ?1)
                    + (SELECT count(*) FROM invoice WHERE plan = ?1)";
    Ok(conn.prepare_cached(sql)?.query_row([plan], |row| row.get(0))?)
}
