//! Many rows an insert: a prepared statement for fifty rows is about twice as fast as one a row.

use crate::Result;
use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{CachedStatement, Connection, ToSql};

/// Rows an insert. More gain nothing, and a statement has a limited number of parameters.
const ROWS: usize = 50;

/// Inserts into one table with ids of its own sequence. One at a time for each table.
pub(super) struct Bulk<'tx> {
    statement: CachedStatement<'tx>,
    width: usize,
    bound: usize,
    rows: usize,
    first: i64,
    next: i64,
}

impl<'tx> Bulk<'tx> {
    /// For the columns of a table besides its id.
    pub(super) fn new(tx: &'tx Connection, table: &str, columns: &[&str]) -> Result<Self> {
        let width = columns.len() + 1;
        let row = format!("(?{})", ", ?".repeat(width - 1));
        let rows = vec![row; ROWS].join(", ");
        // LIMIT lets the same statement insert the last, incomplete batch. The plus keeps SQLite from
        // looking at the number to plan by it: it would prepare the statement anew for every batch.
        let mut statement = tx.prepare_cached(&format!(
            "INSERT INTO {table} (id, {}) SELECT * FROM (VALUES {rows}) LIMIT +?",
            columns.join(", ")
        ))?;
        statement.clear_bindings();
        let next = next_id(tx, table)?;
        Ok(Self { statement, width, bound: 0, rows: 0, first: next, next })
    }

    /// The id the row begun next will get.
    pub(super) fn next_id(&self) -> i64 {
        self.next
    }

    /// Binds the next column of the row; the first value of a row binds its id before.
    pub(super) fn put(&mut self, value: impl ToSql) -> Result<()> {
        if self.bound.is_multiple_of(self.width) {
            self.bind(self.next)?;
        }
        self.bind(value)
    }

    /// What is not bound is null: half of the columns of a usual row need no call.
    fn bind(&mut self, value: impl ToSql) -> Result<()> {
        self.bound += 1;
        let value = value.to_sql()?;
        match value {
            ToSqlOutput::Borrowed(ValueRef::Null) | ToSqlOutput::Owned(Value::Null) => Ok(()),
            value => Ok(self.statement.raw_bind_parameter(self.bound, value)?),
        }
    }

    /// Ends the row and gives its id.
    pub(super) fn end(&mut self) -> Result<i64> {
        let id = self.next;
        self.next += 1;
        self.rows += 1;
        if self.rows == ROWS {
            self.run()?;
        }
        Ok(id)
    }

    fn run(&mut self) -> Result<()> {
        let limit = i64::try_from(self.rows).unwrap_or_default();
        self.statement.raw_bind_parameter(ROWS * self.width + 1, limit)?;
        self.statement.raw_execute()?;
        self.statement.clear_bindings();
        self.rows = 0;
        self.bound = 0;
        Ok(())
    }

    /// Whether the next row ends a batch and so writes it: what its rows refer to must be written.
    pub(super) fn writes_next(&self) -> bool {
        self.rows + 1 == ROWS
    }

    /// Writes what is left and goes on.
    pub(super) fn flush(&mut self) -> Result<()> {
        if self.rows > 0 {
            self.run()?;
        }
        Ok(())
    }

    /// Writes what is left and gives the ids: from the first to before the second.
    pub(super) fn finish(mut self) -> Result<(i64, i64)> {
        self.flush()?;
        Ok((self.first, self.next))
    }
}

/// The id the next row of a table gets: ids are never used again.
pub(super) fn next_id(conn: &Connection, table: &str) -> Result<i64> {
    let last: Option<i64> = conn
        .prepare_cached("SELECT max(seq) FROM sqlite_sequence WHERE name = ?1")?
        .query_row([table], |row| row.get(0))?;
    Ok(last.unwrap_or(0) + 1)
}

/// A public inserter over [`Bulk`] for one table: `new(tx)`, `push(row) -> id`, `finish()`.
macro_rules! inserter {
    ($table:literal, $columns:expr, $row:ty, $put:expr) => {
        /// Inserts many rows fast. Nothing need be in the file before [`Inserter::flush`] or
        /// [`Inserter::finish`];
        /// one at a time, and no other insert into this table while it is open.
        pub struct Inserter<'tx>($crate::store::bulk::Bulk<'tx>);

        impl<'tx> Inserter<'tx> {
            /// Ready for the first row.
            pub fn new(tx: &'tx rusqlite::Transaction<'_>) -> $crate::Result<Self> {
                Ok(Self($crate::store::bulk::Bulk::new(tx, $table, &$columns)?))
            }

            /// The id the next row will get.
            pub fn next_id(&self) -> i64 {
                self.0.next_id()
            }

            /// Adds a row and gives its id.
            pub fn push(&mut self, row: &$row) -> $crate::Result<i64> {
                let put: fn(&mut $crate::store::bulk::Bulk<'tx>, &$row) -> $crate::Result<()> =
                    $put;
                put(&mut self.0, row)?;
                self.0.end()
            }

            /// Whether the next push writes its batch: rows it refers to must be written before.
            pub fn writes_next(&self) -> bool {
                self.0.writes_next()
            }

            /// Writes what was pushed, so that it can be read and altered, and goes on.
            pub fn flush(&mut self) -> $crate::Result<()> {
                self.0.flush()
            }

            /// Writes what is left; the ids pushed are the first up to before the second.
            pub fn finish(self) -> $crate::Result<(i64, i64)> {
                self.0.finish()
            }
        }
    };
}
pub(super) use inserter;
