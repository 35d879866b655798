//! `imports`: what was imported, oldest first; or the rows of one import.

use crate::args::Arguments;
use crate::stop::{DONE, Outcome, Stop};
use crate::table::TextTable;
use crate::{out, place};
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use holdfast_core::import::{ImportPart, ImportRows, ImportSummary, import_page, instant};
use holdfast_core::shown::Cell;
use holdfast_core::store;
use holdfast_core::store::import_row::{self, Listed};
use holdfast_core::store::trace::Page;
use holdfast_core::voice::Voice;
use serde::Serialize;
use std::collections::BTreeMap;

/// `imports [IMPORT] [--part new|changed|unchanged|skipped] [--json]`
#[derive(Debug, Args)]
pub(crate) struct Imports {
    #[arg(value_name = "IMPORT")]
    import: Option<i64>,
    #[arg(
        long,
        value_name = "new|changed|unchanged|skipped",
        value_parser = parts(),
        requires = "import"
    )]
    part: Option<ImportPart>,
    #[arg(long)]
    json: bool,
}

fn parts() -> impl TypedValueParser<Value = ImportPart> {
    let part = |code: String| ImportPart::ALL.into_iter().find(|part| part.code() == code);
    PossibleValuesParser::new(ImportPart::ALL.map(ImportPart::code))
        .try_map(move |code| part(code).ok_or("part"))
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
        let listed = import_row::all(&conn)?;
        if let Some(import) = self.import {
            if listed.iter().all(|one| one.import.change != import) {
                let args = [("import", import.to_string().into())];
                return Err(Stop::Usage(voice.say("cli-undo-unknown", &args)));
            }
            let part = self.part.unwrap_or(ImportPart::New);
            let page = |skip| {
                let page = Page { skip, most: AT_ONCE };
                import_page(&conn, import, part, page, voice)
            };
            return self.all(page, voice);
        }
        let lines: Vec<ImportLine> = listed.into_iter().map(ImportLine::from).collect();
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

    /// All rows of one import, so many at once: the words of the window, its columns as fields.
    fn all(
        &self,
        page: impl Fn(usize) -> holdfast_core::Result<ImportRows>,
        voice: &Voice,
    ) -> Outcome {
        let (mut skip, mut written) = (Some(0), 0);
        while let Some(before) = skip {
            let list = page(before)?;
            skip = list.after;
            if self.json {
                json(&list, before == 0, skip.is_none())?;
            } else {
                text(&list)?;
            }
            if !list.kept {
                out::say(&voice.say("cli-rows-not-kept", &[]));
            }
            written += list.table.rows.len();
            // What was left out is kept up to so many lines of each cause.
            if let (None, Some(more), true) = (skip, &list.more, written < list.table.count) {
                out::say(more);
            }
        }
        Ok(DONE)
    }
}

/// Rows that are held at once.
const AT_ONCE: usize = 20_000;

fn cells(row: &[Cell]) -> Vec<String> {
    row.iter().map(|cell| cell.text.clone()).collect()
}

/// A part of one array.
fn json(list: &ImportRows, first: bool, last: bool) -> Result<(), Stop> {
    let keys = || list.table.columns.iter().map(|column| column.key.as_str());
    out::data(|writer| {
        for (at, row) in list.table.rows.iter().enumerate() {
            write!(writer, "{}", if first && at == 0 { "[" } else { "," })?;
            let row: BTreeMap<_, _> = keys().zip(cells(&row.cells)).collect();
            serde_json::to_writer(&mut *writer, &row)?;
        }
        if first && list.table.rows.is_empty() {
            write!(writer, "[")?;
        }
        if last { writeln!(writer, "]") } else { Ok(()) }
    })
}

fn text(list: &ImportRows) -> Result<(), Stop> {
    let head = |table: TextTable, label: &String| table.words(label.clone());
    let labels = list.table.columns.iter().map(|column| &column.label);
    let mut table = labels.fold(TextTable::new(), head);
    list.table.rows.iter().for_each(|row| table.row(cells(&row.cells)));
    out::data(|writer| table.write(writer))
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
