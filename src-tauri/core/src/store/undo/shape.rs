//! What undoing must know of the schema: columns, references, unique keys, and which table first.

use crate::Result;
use crate::store::write;
use rusqlite::Connection;

/// A table of facts.
pub(super) struct Table {
    pub(super) name: String,
    /// Besides the id, in their order.
    pub(super) columns: Vec<String>,
    /// Columns that hold the id of a row elsewhere: (column, table).
    pub(super) references: Vec<(String, String)>,
    /// Sets of columns of which no two rows have the same values.
    pub(super) unique: Vec<Vec<String>>,
}

/// Every table of facts, those that refer before those they refer to.
pub(super) struct Shape(pub(super) Vec<Table>);

impl Shape {
    pub(super) fn read(conn: &Connection) -> Result<Self> {
        let mut waiting =
            write::tables(conn)?.iter().map(|t| table(conn, t)).collect::<Result<Vec<_>>>()?;
        let mut sorted: Vec<Table> = Vec::new();
        while !waiting.is_empty() {
            let referred = |t: &Table| {
                let points = |other: &Table| other.references.iter().any(|(_, to)| *to == t.name);
                waiting.iter().any(|other| other.name != t.name && points(other))
            };
            let free = waiting.iter().position(|t| !referred(t)).unwrap_or(0);
            sorted.push(waiting.remove(free));
        }
        Ok(Self(sorted))
    }

    pub(super) fn table(&self, name: &str) -> Option<&Table> {
        self.0.iter().find(|t| t.name == name)
    }

    /// Every (table, column) that refers to a table.
    pub(super) fn referring<'s>(
        &'s self,
        to: &'s Table,
    ) -> impl Iterator<Item = (&'s Table, &'s str)> {
        self.0.iter().flat_map(move |table| {
            let here = table.references.iter().filter(move |(_, parent)| *parent == to.name);
            here.map(move |(column, _)| (table, column.as_str()))
        })
    }
}

fn table(conn: &Connection, name: &str) -> Result<Table> {
    let pairs = |sql: &str| -> Result<Vec<(String, String)>> {
        let mut statement = conn.prepare_cached(sql)?;
        let rows = statement.query_map([name], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    };
    let references =
        pairs("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?1) ORDER BY id")?;
    let indexed = pairs(
        "SELECT list.name, info.name FROM pragma_index_list(?1) AS list,
           pragma_index_info(list.name) AS info
         WHERE list.\"unique\" = 1 ORDER BY list.name, info.seqno",
    )?;
    let mut unique: Vec<(String, Vec<String>)> = Vec::new();
    for (index, column) in indexed {
        match unique.last_mut() {
            Some((last, columns)) if *last == index => columns.push(column),
            _ => unique.push((index, vec![column])),
        }
    }
    Ok(Table {
        name: name.to_owned(),
        columns: write::columns(conn, name)?,
        references,
        unique: unique.into_iter().map(|(_, columns)| columns).collect(),
    })
}
