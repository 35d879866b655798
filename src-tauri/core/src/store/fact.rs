//! Facts that files bring besides customers and subscriptions: one way in for all their tables.
//!
//! Each such table has `hash`, which tells a row from every other and finds it again, and `key`,
//! the exporter's own; its other columns are named by who writes to it.

use super::bulk::Bulk;
use crate::Result;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension, ToSql, Transaction, params_from_iter};

/// One value as its column keeps it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Value {
    /// Nothing is known.
    #[default]
    Nothing,
    /// A day, an amount in minor units, an id, a count.
    Whole(i64),
    /// Text.
    Text(String),
}

impl Value {
    /// Nothing, of an empty text.
    pub fn text(text: &str) -> Self {
        if text.is_empty() { Self::Nothing } else { Self::Text(text.to_owned()) }
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Nothing => ToSqlOutput::Borrowed(ValueRef::Null),
            Self::Whole(number) => ToSqlOutput::from(*number),
            Self::Text(text) => ToSqlOutput::from(text.as_str()),
        })
    }
}

impl FromSql for Value {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value {
            ValueRef::Null => Ok(Self::Nothing),
            ValueRef::Integer(number) => Ok(Self::Whole(number)),
            ValueRef::Text(_) => Ok(Self::Text(value.as_str()?.to_owned())),
            ValueRef::Real(_) | ValueRef::Blob(_) => Err(FromSqlError::InvalidType),
        }
    }
}

/// A table of facts with its columns besides `id`, `hash` and `key`.
#[derive(Clone, Debug)]
pub struct Table {
    name: &'static str,
    columns: Vec<&'static str>,
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fact {
    /// Tells it from every other row of its table; never 0.
    pub hash: i64,
    /// The exporter's key; empty without one.
    pub key: String,
    /// In the order of the table's columns.
    pub values: Vec<Value>,
}

impl Table {
    /// A table of the schema.
    pub fn new(name: &'static str, columns: impl IntoIterator<Item = &'static str>) -> Self {
        let columns = ["hash", "key"].into_iter().chain(columns).collect();
        Self { name, columns }
    }

    /// Calls `each` with id and hash of every row a file brought.
    pub fn hashes(
        &self,
        tx: &Transaction<'_>,
        mut each: impl FnMut(i64, i64) -> Result<()>,
    ) -> Result<()> {
        let sql = format!("SELECT id, hash FROM {} WHERE hash <> 0", self.name);
        let mut statement = tx.prepare(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            each(row.get(0)?, row.get(1)?)?;
        }
        Ok(())
    }

    /// Whether a row of this hash is there. Reads the whole table.
    pub fn has_hash(&self, conn: &Connection, hash: i64) -> Result<bool> {
        let sql = format!("SELECT EXISTS (SELECT 1 FROM {} WHERE hash = ?1)", self.name);
        Ok(conn.prepare_cached(&sql)?.query_row([hash], |row| row.get(0))?)
    }

    /// Adds one row and gives its id.
    pub fn add(&self, tx: &Transaction<'_>, fact: &Fact) -> Result<i64> {
        let mut inserter = Inserter::new(tx, self)?;
        let id = inserter.push(fact)?;
        inserter.finish()?;
        Ok(id)
    }

    /// The row of an id.
    pub fn by_id(&self, tx: &Transaction<'_>, id: i64) -> Result<Option<Fact>> {
        let sql = format!("SELECT {} FROM {} WHERE id = ?1", self.columns.join(", "), self.name);
        let mut statement = tx.prepare_cached(&sql)?;
        let fact = statement.query_row([id], |row| {
            let values = (2..self.columns.len()).map(|at| row.get(at)).collect::<Result<_, _>>()?;
            Ok(Fact { hash: row.get(0)?, key: row.get(1)?, values })
        });
        Ok(fact.optional()?)
    }

    /// Rewrites a row; columns that stay the same leave no trace in the change.
    pub fn update(&self, tx: &Transaction<'_>, id: i64, fact: &Fact) -> Result<()> {
        let set: Vec<String> = self.columns[2..].iter().map(|c| format!("{c} = ?")).collect();
        let sql = format!("UPDATE {} SET {} WHERE id = ?", self.name, set.join(", "));
        let id = Value::Whole(id);
        tx.prepare_cached(&sql)?.execute(params_from_iter(fact.values.iter().chain([&id])))?;
        Ok(())
    }
}

/// Inserts many rows fast. Nothing need be in the file before [`Inserter::flush`] or
/// [`Inserter::finish`]; one at a time for each table.
pub struct Inserter<'tx>(Bulk<'tx>);

impl<'tx> Inserter<'tx> {
    /// Ready for the first row.
    pub fn new(tx: &'tx Transaction<'_>, table: &Table) -> Result<Self> {
        Ok(Self(Bulk::new(tx, table.name, &table.columns)?))
    }

    /// Adds a row and gives its id.
    pub fn push(&mut self, fact: &Fact) -> Result<i64> {
        self.0.put(fact.hash)?;
        self.0.put(&fact.key)?;
        fact.values.iter().try_for_each(|value| self.0.put(value))?;
        self.0.end()
    }

    /// Whether the next push writes its batch: rows it refers to must be written before.
    pub fn writes_next(&self) -> bool {
        self.0.writes_next()
    }

    /// Writes what was pushed, so that it can be read and altered, and goes on.
    pub fn flush(&mut self) -> Result<()> {
        self.0.flush()
    }

    /// Writes what is left.
    pub fn finish(self) -> Result<()> {
        self.0.finish().map(|_| ())
    }
}
