//! `imports`: what was imported, oldest first.

use crate::args::Arguments;
use crate::stop::{DONE, Outcome, Stop};
use crate::table::TextTable;
use crate::{out, place};
use clap::Args;
use holdfast_core::import::{ImportSummary, instant};
use holdfast_core::store;
use holdfast_core::store::import_row::{self, Listed};
use holdfast_core::voice::Voice;
use serde::Serialize;

/// `imports [--json]`
#[derive(Debug, Args)]
pub(crate) struct Imports {
    #[arg(long)]
    json: bool,
}

/// One import as it is listed.
#[derive(Debug, Serialize)]
pub(crate) struct ImportLine {
    /// Its number; absent where nothing was kept.
    import: Option<i64>,
    file: String,
    kind: String,
    exporter: String,
    at: String,
    rows: i64,
    new: i64,
    changed: i64,
    unchanged: i64,
    skipped: i64,
    undone: bool,
}

impl From<Listed> for ImportLine {
    fn from(listed: Listed) -> Self {
        let Listed { import, at, undone } = listed;
        Self {
            import: Some(import.change),
            file: import.file,
            kind: import.kind,
            exporter: import.exporter,
            at: instant(at),
            rows: import.rows,
            new: import.new,
            changed: import.changed,
            unchanged: import.unchanged,
            skipped: import.skipped,
            undone,
        }
    }
}

impl From<&ImportSummary> for ImportLine {
    fn from(summary: &ImportSummary) -> Self {
        Self {
            import: summary.import,
            file: summary.file.clone(),
            kind: summary.kind.clone(),
            exporter: summary.exporter.clone(),
            at: summary.at.clone(),
            rows: summary.rows,
            new: summary.new,
            changed: summary.changed,
            unchanged: summary.unchanged,
            skipped: summary.skipped,
            undone: summary.undone,
        }
    }
}

impl Imports {
    pub(crate) fn run(&self, arguments: &Arguments, voice: &Voice) -> Outcome {
        let path = place::existing(arguments, voice)?;
        let conn = store::open_reading(&path).map_err(Stop::Opening)?;
        let lines: Vec<ImportLine> =
            import_row::all(&conn)?.into_iter().map(ImportLine::from).collect();
        if self.json {
            out::json(&lines)?;
        } else if lines.is_empty() {
            out::say(&voice.say("cli-no-imports", &[]));
        } else {
            let table = table(lines, voice);
            out::data(|writer| table.write(writer))?;
        }
        Ok(DONE)
    }
}

/// Imports as a table for people.
pub(crate) fn table(lines: impl IntoIterator<Item = ImportLine>, voice: &Voice) -> TextTable {
    let head = |name: &str| voice.say(&format!("cli-column-{name}"), &[]);
    let mut table = TextTable::new().numbers(head("import")).words(head("file"));
    table = table.words(head("content")).words(head("at"));
    for name in ["rows", "new", "changed", "unchanged", "skipped"] {
        table = table.numbers(head(name));
    }
    table = table.words(head("undone"));
    for line in lines {
        let number = line.import.map_or(String::new(), |number| number.to_string());
        let kind = voice.say(&format!("kind-{}", line.kind), &[]);
        let mut cells = vec![number, line.file, kind, line.at];
        for count in [line.rows, line.new, line.changed, line.unchanged, line.skipped] {
            cells.push(voice.count(count));
        }
        cells.push(if line.undone { voice.say("cli-yes", &[]) } else { String::new() });
        table.row(cells);
    }
    table
}
