//! The schema and the steps that lead to it from every version released.

use crate::{Error, Result};
use rusqlite::{Connection, TransactionBehavior};
use rusqlite_migration::{M, Migrations};

const STEPS: &[M<'static>] = &[M::up(include_str!("schema.sql"))];

const MIGRATIONS: Migrations<'static> = Migrations::from_slice(STEPS);

/// The version this program writes, as `PRAGMA user_version` holds it.
pub(super) const VERSION: u32 = STEPS.len() as u32;

/// Brings a file to [`VERSION`] in one IMMEDIATE transaction.
pub(super) fn migrate(conn: &mut Connection) -> Result<()> {
    conn.set_transaction_behavior(TransactionBehavior::Immediate);
    let done = MIGRATIONS.to_latest(conn);
    conn.set_transaction_behavior(TransactionBehavior::Deferred);
    done.map_err(|error| match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => err.into(),
        other => Error::Unexpected(other.to_string()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_steps_are_valid_sql() {
        MIGRATIONS.validate().unwrap();
    }
}
