//! Facts that files bring besides customers and subscriptions: one way in for all their tables.
//!
//! Each such table has `hash`, which tells a row from every other and finds it again, and `key`,
//! the exporter's own; its other columns are named by who writes to it.

use super::bulk::Bulk;
use super::keys;
use crate::Result;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};
use rusqlite::{OptionalExtension, ToSql, Transaction, params_from_iter};

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

impl From<&serde_json::Value> for Value {
    /// As the change log keeps it.
    fn from(json: &serde_json::Value) -> Self {
        match json {
            serde_json::Value::String(text) => Self::Text(text.clone()),
            other => other.as_i64().map_or(Self::Nothing, Self::Whole),
        }
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
    select: String,
    update: String,
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
        let columns: Vec<_> = ["hash", "key"].into_iter().chain(columns).collect();
        let set: Vec<String> = columns[2..].iter().map(|c| format!("{c} = ?")).collect();
        let select = format!("SELECT {} FROM {name} WHERE id = ?1", columns.join(", "));
        let update = format!("UPDATE OR FAIL {name} SET {} WHERE id = ?", set.join(", "));
        Self { name, columns, select, update }
    }

    /// Whether a row of this hash is there.
    pub fn has_hash(&self, tx: &Transaction<'_>, hash: i64) -> Result<bool> {
        keys::has(tx, self.name, hash)
    }

    /// Adds one row, which its file will find again, and gives its id.
    pub fn add(&self, tx: &Transaction<'_>, fact: &Fact) -> Result<i64> {
        let mut inserter = Inserter::new(tx, self)?;
        let id = inserter.push(fact)?;
        inserter.finish()?;
        keys::enter(tx, self.name, (fact.hash, id))?;
        Ok(id)
    }

    /// The row of an id.
    pub fn by_id(&self, tx: &Transaction<'_>, id: i64) -> Result<Option<Fact>> {
        let mut statement = tx.prepare_cached(&self.select)?;
        let fact = statement.query_row([id], |row| {
            let values = (2..self.columns.len()).map(|at| row.get(at)).collect::<Result<_, _>>()?;
            Ok(Fact { hash: row.get(0)?, key: row.get(1)?, values })
        });
        Ok(fact.optional()?)
    }

    /// Rewrites a row; columns that stay the same leave no trace in the change.
    pub fn update(&self, tx: &Transaction<'_>, id: i64, fact: &Fact) -> Result<()> {
        let id = Value::Whole(id);
        tx.prepare_cached(&self.update)?
            .execute(params_from_iter(fact.values.iter().chain([&id])))?;
        Ok(())
    }
}

/// Inserts many rows fast. Nothing need be in the file before [`Inserter::settle`] or
/// [`Inserter::finish`]; one at a time for each table.
pub struct Inserter<'tx>(Bulk<'tx>);

impl<'tx> Inserter<'tx> {
    /// Ready for the first row.
    pub fn new(tx: &'tx Transaction<'_>, table: &Table) -> Result<Self> {
        Ok(Self(Bulk::new(tx, table.name, &table.columns)?))
    }

    /// The id the next row will get.
    pub fn next_id(&self) -> i64 {
        self.0.next_id()
    }

    /// Adds a row and gives its id.
    pub fn push(&mut self, fact: &Fact) -> Result<i64> {
        self.0.put(fact.hash)?;
        self.0.put(&fact.key)?;
        fact.values.iter().try_for_each(|value| self.0.put(value))?;
        self.0.end()
    }

    /// Makes sure that a row can be read and altered.
    pub fn settle(&mut self, id: i64) -> Result<()> {
        if self.0.holds(id) { self.0.flush() } else { Ok(()) }
    }

    /// Writes what is left.
    pub fn finish(self) -> Result<()> {
        self.0.finish().map(|_| ())
    }
}
