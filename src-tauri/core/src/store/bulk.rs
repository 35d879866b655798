//! Many rows an insert: a prepared statement for fifty rows is about twice as fast as one a row.
//!
//! Rows wait in a buffer of their own until a batch is full, so that the statement can be the plain
//! `VALUES (...), (...)`: a `LIMIT` that would let it insert fewer rows copies every value twice more.
//! SQLite gives the ids, which are those after the last of the table's sequence: of a row that names
//! its id it would look up whether it is there, and that costs as much as to append it.

use crate::Result;
use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{CachedStatement, Connection, ToSql};

/// Rows an insert. More gain nothing, and a statement has a limited number of parameters.
const ROWS: usize = 50;

/// Inserts into one table with ids of its own sequence. One at a time for each table.
pub(super) struct Bulk<'tx> {
    tx: &'tx Connection,
    whole: Rows<'tx>,
    /// For what does not fill a batch.
    single: Rows<'tx>,
    /// Columns besides the id.
    width: usize,
    cells: Vec<Cell>,
    /// The texts of the cells, one after the other.
    texts: Vec<u8>,
    first: i64,
    next: i64,
}

/// A value that waits.
#[derive(Clone, Copy)]
enum Cell {
    Nothing,
    Whole(i64),
    /// From where to where it stands among the texts.
    Text(usize, usize),
}

impl Cell {
    fn value(self, texts: &[u8]) -> ValueRef<'_> {
        match self {
            Self::Nothing => ValueRef::Null,
            Self::Whole(number) => ValueRef::Integer(number),
            Self::Text(from, to) => ValueRef::Text(&texts[from..to]),
        }
    }
}

impl<'tx> Bulk<'tx> {
    /// For the columns of a table besides its id.
    pub(super) fn new(tx: &'tx Connection, table: &str, columns: &[&str]) -> Result<Self> {
        let width = columns.len();
        let row = format!("(?{})", ", ?".repeat(width - 1));
        // OR FAIL: what fails ends the transaction anyway, so no statement needs a journal of its
        // own to be taken back alone.
        let statement = |rows: usize| {
            let statement = tx.prepare_cached(&format!(
                "INSERT OR FAIL INTO {table} ({}) VALUES {}",
                columns.join(", "),
                vec![row.as_str(); rows].join(", ")
            ));
            statement.map(|statement| Rows::new(statement, rows * width))
        };
        let next = next_id(tx, table)?;
        Ok(Self {
            tx,
            whole: statement(ROWS)?,
            single: statement(1)?,
            width,
            cells: Vec::with_capacity(width * ROWS),
            texts: Vec::new(),
            first: next,
            next,
        })
    }

    /// The id the row begun next will get.
    pub(super) fn next_id(&self) -> i64 {
        self.next
    }

    /// Gives the next column of the row.
    pub(super) fn put(&mut self, value: impl ToSql) -> Result<()> {
        let value = value.to_sql()?;
        let cell = match &value {
            ToSqlOutput::Borrowed(ValueRef::Null) | ToSqlOutput::Owned(Value::Null) => {
                Cell::Nothing
            }
            ToSqlOutput::Borrowed(ValueRef::Integer(number))
            | ToSqlOutput::Owned(Value::Integer(number)) => Cell::Whole(*number),
            ToSqlOutput::Borrowed(ValueRef::Text(text)) => self.text(text),
            ToSqlOutput::Owned(Value::Text(text)) => self.text(text.as_bytes()),
            other => {
                let details = format!("no table holds a value like {other:?}");
                return Err(crate::Error::Unexpected(details));
            }
        };
        self.cells.push(cell);
        Ok(())
    }

    fn text(&mut self, text: &[u8]) -> Cell {
        let from = self.texts.len();
        self.texts.extend_from_slice(text);
        Cell::Text(from, self.texts.len())
    }

    /// Ends the row and gives its id.
    pub(super) fn end(&mut self) -> Result<i64> {
        let id = self.next;
        self.next += 1;
        if self.cells.len() == ROWS * self.width {
            self.whole.run(&self.cells, &self.texts)?;
            self.written()?;
        }
        Ok(id)
    }

    /// Begins anew after a batch was written, whose last row must have the last id that was told.
    fn written(&mut self) -> Result<()> {
        self.cells.clear();
        self.texts.clear();
        if self.tx.last_insert_rowid() != self.next - 1 {
            return Err(crate::Error::Unexpected("a row got another id".to_owned()));
        }
        Ok(())
    }

    /// Whether a row was given and is not written yet.
    pub(super) fn holds(&self, id: i64) -> bool {
        let rows = i64::try_from(self.cells.len() / self.width).unwrap_or_default();
        (self.next - rows..self.next).contains(&id)
    }

    /// Writes what is left and goes on.
    pub(super) fn flush(&mut self) -> Result<()> {
        if self.cells.is_empty() {
            return Ok(());
        }
        for row in self.cells.chunks(self.width) {
            self.single.run(row, &self.texts)?;
        }
        self.written()
    }

    /// Writes what is left and gives the ids: from the first to before the second.
    pub(super) fn finish(mut self) -> Result<(i64, i64)> {
        self.flush()?;
        Ok((self.first, self.next))
    }
}

/// A statement with what is bound to it.
struct Rows<'tx> {
    statement: CachedStatement<'tx>,
    /// What is bound to each parameter, with its texts.
    cells: Vec<Cell>,
    texts: Vec<u8>,
}

impl<'tx> Rows<'tx> {
    fn new(mut statement: CachedStatement<'tx>, parameters: usize) -> Self {
        statement.clear_bindings();
        Self { statement, cells: vec![Cell::Nothing; parameters], texts: Vec::new() }
    }

    /// Binds every cell and runs the statement. Half of the columns of a usual row are null or say
    /// what they said fifty rows before (currency, status, quantity): they need no call, and a
    /// text that SQLite keeps is one it need not copy.
    fn run(&mut self, cells: &[Cell], texts: &[u8]) -> Result<()> {
        for (at, (cell, bound)) in cells.iter().zip(&self.cells).enumerate() {
            let value = cell.value(texts);
            if value != bound.value(&self.texts) {
                self.statement.raw_bind_parameter(at + 1, ToSqlOutput::Borrowed(value))?;
            }
        }
        self.cells.clear();
        self.cells.extend_from_slice(cells);
        self.texts.clear();
        self.texts.extend_from_slice(texts);
        self.statement.raw_execute()?;
        Ok(())
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

            /// Makes sure that a row can be read and altered.
            pub fn settle(&mut self, id: i64) -> $crate::Result<()> {
                if self.0.holds(id) { self.0.flush() } else { Ok(()) }
            }

            /// Writes what was pushed, and goes on.
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
