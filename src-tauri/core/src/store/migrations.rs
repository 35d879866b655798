//! The schema and the steps that lead to it from every version released.

use super::keys;
use crate::{Error, Result};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use rusqlite_migration::{HookError, M, Migrations};
use std::sync::LazyLock;

/// The steps, in order.
fn steps() -> Vec<M<'static>> {
    vec![
        M::up(include_str!("schema.sql")),
        M::up(include_str!("bond.sql")),
        // What was wrong with the rows of an import, as JSON; null for none, or an older version.
        M::up("ALTER TABLE import ADD COLUMN problems TEXT"),
        M::up(include_str!("facts.sql")),
        M::up(include_str!("category.sql")),
        M::up_with_hook(include_str!("keys.sql"), |tx: &Transaction<'_>| {
            keys::fill(tx).map_err(|error| HookError::Hook(error.to_string()))
        }),
        M::up(include_str!("surveys.sql")),
        M::up(include_str!("same.sql")),
        M::up(include_str!("deleted.sql")),
        M::up(include_str!("loyalty.sql")),
        // The day something was given back; null where no file said it.
        M::up("ALTER TABLE payment ADD COLUMN refunded_on INTEGER"),
        // 1 where the source left the interval to the price list.
        M::up(
            "ALTER TABLE subscription ADD COLUMN listed INTEGER NOT NULL DEFAULT 0;
             ALTER TABLE plan_change ADD COLUMN listed INTEGER NOT NULL DEFAULT 0;",
        ),
    ]
}

static MIGRATIONS: LazyLock<Migrations<'static>> = LazyLock::new(|| Migrations::new(steps()));

/// The version this program writes, as `PRAGMA user_version` holds it: how many steps there are.
pub(super) const VERSION: u32 = 12;

/// Brings a file to [`VERSION`] in one IMMEDIATE transaction.
pub(super) fn migrate(conn: &mut Connection) -> Result<()> {
    apply(conn, &MIGRATIONS)
}

fn apply(conn: &mut Connection, migrations: &Migrations<'_>) -> Result<()> {
    conn.set_transaction_behavior(TransactionBehavior::Immediate);
    let done = migrations.to_latest(conn);
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

    #[test]
    fn a_step_that_fails_leaves_the_file_as_it_was() {
        let mut conn = Connection::open_in_memory().unwrap();
        migrate(&mut conn).unwrap();
        let tables = |conn: &Connection| -> (i64, u32) {
            let sql = "SELECT (SELECT count(*) FROM sqlite_schema), user_version
                       FROM pragma_user_version";
            conn.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap()
        };
        let before = tables(&conn);
        assert_eq!(before.1, VERSION);
        let mut steps = steps();
        assert_eq!(VERSION as usize, steps.len());
        steps.push(M::up("CREATE TABLE next (id INTEGER); INSERT INTO nowhere VALUES (1);"));
        assert!(apply(&mut conn, &Migrations::new(steps.clone())).is_err());
        assert_eq!(tables(&conn), before);
        steps.pop();
        steps.push(M::up("CREATE TABLE next (id INTEGER)"));
        apply(&mut conn, &Migrations::new(steps)).unwrap();
        assert_eq!(tables(&conn), (before.0 + 1, before.1 + 1));
    }
}
