//! The rules, from a day on.

use super::day;
use crate::book::Book;
use crate::loyalty::{Membership, Programme};
use crate::segment;
use crate::store::programme;
use crate::{Error, Result};
use rusqlite::Transaction;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Rules that are to hold from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct ProgrammeEntry {
    /// First day, `2026-12-01`; today without.
    #[serde(default)]
    pub from: Option<String>,
    /// The rules.
    pub programme: Programme,
}

/// Writes rules that hold from a day on. What came before it keeps the rules it had; rules that were
/// to hold from that day or a later one are no more.
///
/// # Errors
/// `UnsoundProgramme`, `BadDay`; a segment that cannot be read, or asks for what nobody has.
pub fn save(tx: &Transaction<'_>, book: &Book, entry: &ProgrammeEntry) -> Result<()> {
    let from = day(entry.from.as_deref(), book.as_of)?;
    if let Some(why) = entry.programme.unsound() {
        return Err(Error::UnsoundProgramme(why));
    }
    if let Membership::Segment(text) = &entry.programme.members {
        book.mask_of_members(&segment::parse(text)?)?;
    }
    programme::set(tx, from, &entry.programme)
}
