//! Several tables at once: what each of them is, and in which order they are best imported.

use super::preview::{ImportPreview, preview};
use super::{Input, Kind, MappingRequest, map, sniff_as};
use crate::Result;
use crate::error::Failure;
use crate::voice::Voice;
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

/// A table that waits for its import.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct QueuedTable {
    /// What the window knows it by.
    pub token: String,
    /// Name of the file, or of the one inside an archive.
    pub file: String,
    /// "1,284 rows, 312 kB, UTF-8, comma"; empty for one that cannot be read.
    pub dress: String,
    /// What its rows seem to be.
    pub kind: Option<Kind>,
    /// The same in words: "subscriptions".
    pub kind_label: String,
    /// Everything in it was recognised: it can be imported as it was understood.
    pub recognised: bool,
    /// Why it cannot be imported.
    pub trouble: Option<Failure>,
}

/// Kinds that others refer to come before them; what is not named here follows in the order of
/// [`Kind::ALL`].
const FIRST: [&str; 4] = ["customers", "plans", "subscriptions", "plan-changes"];

/// Looks at the head of a table; one that cannot be read says why.
pub fn table(
    conn: &Connection,
    token: &str,
    name: &str,
    input: Result<Input>,
    now: i64,
    voice: &Voice,
) -> QueuedTable {
    let request = MappingRequest::default();
    let looked = input.and_then(|input| preview(conn, &input, &request, now, voice));
    let blank = QueuedTable {
        token: token.to_owned(),
        file: name.to_owned(),
        dress: String::new(),
        kind: None,
        kind_label: String::new(),
        recognised: false,
        trouble: None,
    };
    match looked {
        Ok(preview) => QueuedTable {
            dress: preview.dress.clone(),
            kind: preview.kind,
            kind_label: preview.kind.map_or_else(String::new, |kind| label(kind, voice)),
            recognised: recognised(&preview),
            ..blank
        },
        Err(error) => QueuedTable { trouble: Some(error.failure(voice)), ..blank },
    }
}

/// The tables in the order they are best imported: those of one kind as they were given, what
/// nothing is known of after them, what cannot be read last.
pub fn sorted(mut tables: Vec<QueuedTable>) -> Vec<QueuedTable> {
    tables.sort_by_key(|table| (table.trouble.is_some(), turn(table.kind)));
    tables
}

/// What the rows of a table seem to be, from its head and what was said of it.
pub fn kind(input: &Input, request: &MappingRequest) -> Option<Kind> {
    request.kind.or_else(|| Some(map(&sniff_as(input, &request.dress).ok()?, request).ok()?.kind))
}

/// Whose turn it is among several tables: the smaller goes first.
pub fn turn(kind: Option<Kind>) -> usize {
    let Some(kind) = kind else { return usize::MAX };
    let first = FIRST.iter().position(|code| *code == kind.code());
    let after = || Kind::ALL.iter().position(|other| *other == kind).unwrap_or_default();
    first.unwrap_or_else(|| FIRST.len() + after())
}

/// Nothing is missing, nothing has to be looked at, and no reading was a coin's toss.
fn recognised(preview: &ImportPreview) -> bool {
    let open = ["date_order", "maybe_cents"];
    preview.kind.is_some()
        && preview.missing.is_empty()
        && preview.look == 0
        && preview.notices.iter().all(|notice| !open.contains(&notice.code.as_str()))
}

fn label(kind: Kind, voice: &Voice) -> String {
    voice.say(&format!("kind-{}", kind.code()), &[])
}
