//! Looks whether a workspace holds what it may hold: SQLite's own checks, then ours.

use super::terms::{Codes, status, unit};
use super::{keys, setting, write};
use crate::voice::Voice;
use crate::{Error, Result};
use rusqlite::Connection;

/// Something that should not be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// SQLite finds the file damaged.
    Damage {
        /// Its words.
        details: String,
    },
    /// A row refers to one that is not there.
    Reference {
        /// `subscription`
        table: String,
        /// Its id.
        row: i64,
        /// `account`
        parent: String,
    },
    /// A value no Holdfast writes.
    Value {
        /// `subscription`
        table: String,
        /// `currency`
        column: String,
        /// In how many rows.
        rows: i64,
    },
    /// The list of changes does not fit the rows: undo would miss some.
    Changes {
        /// `subscription`
        table: String,
    },
    /// Rows whose hash does not lead to them: their file would bring them once more.
    Keys {
        /// `invoice`
        table: String,
    },
}

impl Finding {
    /// In the user's words.
    pub fn message(&self, voice: &Voice) -> String {
        match self {
            Self::Damage { details } => {
                voice.say("finding-damage", &[("details", details.as_str().into())])
            }
            Self::Reference { table, row, parent } => voice.say(
                "finding-reference",
                &[
                    ("table", table.as_str().into()),
                    ("row", row.to_string().into()),
                    ("parent", parent.as_str().into()),
                ],
            ),
            Self::Value { table, column, rows } => voice.say(
                "finding-value",
                &[
                    ("table", table.as_str().into()),
                    ("column", column.as_str().into()),
                    ("rows", rows.to_string().into()),
                ],
            ),
            Self::Changes { table } => {
                voice.say("finding-changes", &[("table", table.as_str().into())])
            }
            Self::Keys { table } => voice.say("finding-keys", &[("table", table.as_str().into())]),
        }
    }
}

/// Everything that is wrong; empty for a workspace in order. Reads the whole file.
///
/// # Errors
/// Only what is not about the file's content: `Cancelled`, `WriteBusy`.
pub fn check(conn: &Connection) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    for look in [integrity, references, values, changes, known] {
        match look(conn, &mut findings) {
            Ok(()) => {}
            Err(Error::Damaged { details }) => findings.push(Finding::Damage { details }),
            Err(other) => return Err(other),
        }
    }
    Ok(findings)
}

fn integrity(conn: &Connection, findings: &mut Vec<Finding>) -> Result<()> {
    let mut statement = conn.prepare("PRAGMA integrity_check(20)")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let details: String = row.get(0)?;
        if details != "ok" {
            findings.push(Finding::Damage { details });
        }
    }
    Ok(())
}

fn references(conn: &Connection, findings: &mut Vec<Finding>) -> Result<()> {
    let mut statement = conn.prepare("SELECT * FROM pragma_foreign_key_check() LIMIT 100")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id: Option<i64> = row.get(1)?;
        let (table, row, parent) = (row.get(0)?, id.unwrap_or_default(), row.get(2)?);
        findings.push(Finding::Reference { table, row, parent });
    }
    Ok(())
}

/// What a column may hold besides what its type says.
const RULES: [(&str, &str, &str); 12] = [
    ("account", "attributes", "attributes IS NULL OR json_valid(attributes)"),
    ("subscription", "quantity", "quantity BETWEEN 0 AND 4294967295"),
    ("subscription", "discount", "discount BETWEEN 0 AND 10000"),
    ("subscription", "unit_count", "unit_count BETWEEN 1 AND 4294967295"),
    ("subscription", "listed", "listed IN (0, 1)"),
    ("subscription", "at_period_end", "at_period_end IN (0, 1)"),
    ("plan_change", "quantity", "quantity BETWEEN 0 AND 4294967295"),
    ("plan_change", "discount", "discount BETWEEN 0 AND 10000"),
    ("plan_change", "unit_count", "unit_count BETWEEN 1 AND 4294967295"),
    ("plan_change", "listed", "listed IN (0, 1)"),
    ("plan_change", "second", "second BETWEEN 0 AND 86399"),
    ("programme", "rules", "json_valid(rules)"),
];

/// Columns that hold one of a few codes.
const CODES: [(&str, &str); 9] = [
    ("subscription", "currency"),
    ("subscription", "unit"),
    ("subscription", "status"),
    ("plan_change", "currency"),
    ("plan_change", "unit"),
    ("plan_change", "status"),
    ("plan", "currency"),
    ("plan", "unit"),
    ("purchase", "currency"),
];

fn values(conn: &Connection, findings: &mut Vec<Finding>) -> Result<()> {
    setting::read(conn)?;
    for (table, column, rule) in RULES {
        let sql = format!("SELECT count(*) FROM {table} WHERE NOT ({rule})");
        let rows = conn.query_row(&sql, [], |row| row.get(0))?;
        note(findings, table, column, rows);
    }
    for (table, column) in CODES {
        let sql = format!(
            "SELECT {column}, count(*) FROM {table} WHERE {column} IS NOT NULL GROUP BY {column}"
        );
        let mut statement = conn.prepare(&sql)?;
        let mut rows = statement.query([])?;
        let mut wrong = 0;
        while let Some(row) = rows.next()? {
            let code: String = row.get(0)?;
            if !is_code(column, code.as_bytes()) {
                wrong += row.get::<_, i64>(1)?;
            }
        }
        note(findings, table, column, wrong);
    }
    Ok(())
}

fn is_code(column: &str, code: &[u8]) -> bool {
    match column {
        "currency" => Codes::default().currency(code).is_ok(),
        "unit" => unit(code).is_ok(),
        _ => status(code).is_ok(),
    }
}

fn note(findings: &mut Vec<Finding>, table: &str, column: &str, rows: i64) {
    if rows > 0 {
        let (table, column) = (table.to_owned(), column.to_owned());
        findings.push(Finding::Value { table, column, rows });
    }
}

/// Ids are never used again, and no row belongs to two changes or to one that is undone.
fn changes(conn: &Connection, findings: &mut Vec<Finding>) -> Result<()> {
    for table in write::tables(conn)? {
        let sql = format!(
            "SELECT (SELECT coalesce(max(id), 0) FROM {table})
                  > (SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = ?1)
              OR EXISTS (SELECT 1 FROM added JOIN change ON change.id = added.change
                         WHERE tbl = ?1 AND undone <> 0)
              OR EXISTS (SELECT 1 FROM (
                           SELECT first_id, lag(last_id) OVER (ORDER BY first_id) AS before
                           FROM added WHERE tbl = ?1) WHERE first_id <= before)"
        );
        if conn.query_row(&sql, [&table], |row| row.get(0))? {
            findings.push(Finding::Changes { table });
        }
    }
    Ok(())
}

/// Every row that a file brought is found by its hash.
fn known(conn: &Connection, findings: &mut Vec<Finding>) -> Result<()> {
    for table in write::tables(conn)? {
        if keys::is_keyed(conn, &table)? && !keys::lead_to_all(conn, &table)? {
            findings.push(Finding::Keys { table });
        }
    }
    Ok(())
}
