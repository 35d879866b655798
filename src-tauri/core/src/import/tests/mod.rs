//! Imports of whole files into a workspace of their own.

mod archives;
mod bad;
mod columns;
mod dresses;
mod dressing;
mod examined;
mod exporters;
mod facts;
mod fuzz;
mod large;
mod laws;
mod memory;
mod money;
mod past;
mod preview;
mod recurly;
mod rows;
mod said;
mod stripe;
mod survey;

use super::*;
use crate::Result;
use crate::model::Currency;
use crate::store::{Founding, Store};
use crate::task::Cancel;
use crate::voice::{Language, Region, Voice};
use rusqlite::types::Value;
use std::path::PathBuf;

/// 2025-11-20 09:31 UTC.
const NOW: i64 = 1_763_631_060;

/// An empty workspace in a directory that goes away with it.
struct World {
    store: Store,
    dir: tempfile::TempDir,
}

impl World {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let founding = Founding {
            name: "Test".to_owned(),
            currency: Currency::EUR,
            time_zone: chrono_tz::Europe::Amsterdam,
        };
        let store = Store::create(&dir.path().join("w/test.holdfast"), &founding).unwrap();
        Self { store, dir }
    }

    fn import(&self, input: &Input) -> Result<ImportSummary> {
        self.import_as(input, &MappingRequest::default(), &Options::default())
    }

    fn import_as(
        &self,
        input: &Input,
        request: &MappingRequest,
        options: &Options,
    ) -> Result<ImportSummary> {
        let options = Options { now: NOW, ..options.clone() };
        let mut progress = |_| {};
        let cancel = Cancel::default();
        run(&self.store, input, request, &options, &english(), &cancel, &mut progress)
    }

    /// Every fact, table by table, without ids of our own making.
    fn facts(&self) -> Vec<String> {
        let mut facts = Vec::new();
        for sql in [
            "SELECT 'account', s.name, a.key, a.name, email, company, country, created, birthday,
               card_expires, tags, attributes FROM account a JOIN source s ON s.id = source",
            "SELECT 'plan', s.name, key, amount FROM plan JOIN source s ON s.id = source",
            "SELECT 'subscription', a.key, b.key, p.key, b.amount, b.mrr, b.currency, b.unit,
               b.unit_count, quantity, discount, status, start, trial_start, trial_end,
               period_start, period_end, at_period_end, cancel_requested, ended, past_due_since,
               paused_on, cancel_reason, seen_on
             FROM subscription b JOIN account a ON a.id = account LEFT JOIN plan p ON p.id = plan",
            "SELECT 'change', a.key, subscription, day, second, status, p.key, c.amount, mrr,
               c.currency, c.unit, c.unit_count, quantity, hash
             FROM plan_change c JOIN account a ON a.id = account LEFT JOIN plan p ON p.id = plan",
        ] {
            facts.extend(self.rows(sql));
        }
        facts.sort();
        facts
    }

    /// Every row of every table of facts, with their ids.
    fn everything(&self) -> Vec<String> {
        let tables = self.rows(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'
             AND name NOT IN ('change', 'added', 'log', 'removed', 'import', 'setting')
             AND name NOT GLOB '*_key'",
        );
        // Whether each would be known again, too.
        assert_eq!(crate::store::check(&self.store.reader().unwrap()).unwrap(), []);
        let rows = |table: &String| self.rows(&format!("SELECT '{table}', * FROM {table}"));
        tables.iter().flat_map(rows).collect()
    }

    fn rows(&self, sql: &str) -> Vec<String> {
        let conn = self.store.reader().unwrap();
        let mut statement = conn.prepare(sql).unwrap();
        let width = statement.column_count();
        let row = |row: &rusqlite::Row<'_>| {
            let cell = |at| match row.get::<_, Value>(at)? {
                Value::Null => Ok(String::new()),
                Value::Integer(n) => Ok(n.to_string()),
                Value::Text(text) => Ok(text),
                other => panic!("{other:?}"),
            };
            let cells: rusqlite::Result<Vec<String>> = (0..width).map(cell).collect();
            Ok(cells?.join("|"))
        };
        statement.query_map([], row).unwrap().map(|row| row.unwrap()).collect()
    }
}

fn english() -> Voice {
    Voice::new(Language::En, Region::default())
}

/// Where cargo says they are when this runs, not where some checkout compiled it.
fn fixtures() -> PathBuf {
    PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap()).join("../../tests/fixtures")
}

fn fixture(name: &str) -> Input {
    Input::file(&fixtures().join(name)).unwrap()
}

fn text(csv: &str) -> Input {
    Input::bytes("t.csv", csv.as_bytes()).unwrap()
}

fn context() -> Context {
    let day = crate::model::Day::parse("2025-11-20").unwrap();
    Context { zone: chrono_tz::Europe::Amsterdam, currency: Currency::EUR, today: day }
}

/// (rows, new, changed, unchanged, skipped)
fn counts(summary: &ImportSummary) -> (i64, i64, i64, i64, i64) {
    (summary.rows, summary.new, summary.changed, summary.unchanged, summary.skipped)
}

/// (line, code) of every problem.
fn codes(summary: &ImportSummary) -> Vec<(u64, &str)> {
    summary.problems.iter().map(|problem| (problem.line, problem.code.as_str())).collect()
}
