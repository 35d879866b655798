//! The journal of a large transaction: on the disk before the commit, and out of the way after it.
//!
//! A commit waits for the disk until all of the journal is there, and then SQLite would copy it into
//! the file at once: seconds in one call that tells nothing and cannot be left. So an import brings its
//! journal to the disk itself, with beats, which leaves the commit a few pages; and copying goes on
//! beside whoever has his answer already. What is committed is in the journal, and safe there.

use super::Store;
use crate::Result;
use crate::task::{Beat, beside};
use rusqlite::{Connection, Transaction};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::thread::JoinHandle;

/// Above this the journal is cut back after a write.
const LONG: u64 = 16 << 20;

/// Brings what a transaction has written so far to the disk.
///
/// # Errors
/// What `beat` gives; `DiskFull`, `Io`.
pub(crate) fn bring_to_disk(tx: &Transaction<'_>, beat: &mut Beat<'_>) -> Result<()> {
    beat()?;
    tx.cache_flush()?;
    let Some(path) = tx.path().map(Path::new) else { return Ok(()) };
    if !is_long(path) {
        return Ok(());
    }
    // Written to it is never; some systems only sync what may be.
    let journal = File::options().write(true).open(of(path));
    let synced = journal.map(|journal| beside(move || journal.sync_data(), beat));
    synced.unwrap_or_else(|error| Ok(Err(error)))?.map_err(|error| super::file::of_io(error, path))
}

/// Bytes of a workspace with what a transaction has added so far.
pub(crate) fn pages_size(tx: &Transaction<'_>) -> Result<u64> {
    let sql = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";
    let size: i64 = tx.prepare_cached(sql)?.query_row([], |row| row.get(0))?;
    Ok(size.unsigned_abs())
}

/// Bytes of the journal of a workspace.
pub(crate) fn length(tx: &Transaction<'_>) -> u64 {
    let found = tx.path().and_then(|path| fs::metadata(of(Path::new(path))).ok());
    found.map_or(0, |found| found.len())
}

/// The journal of a file.
fn of(path: &Path) -> PathBuf {
    let mut journal = path.as_os_str().to_owned();
    journal.push("-wal");
    journal.into()
}

fn is_long(path: &Path) -> bool {
    fs::metadata(of(path)).is_ok_and(|found| found.len() > LONG)
}

/// A large transaction leaves a journal of its size, committed or rolled back. Where a reader still
/// needs it, a later write cuts it back.
pub(super) fn shorten(conn: &Connection, path: &Path) {
    if is_long(path) {
        conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).ok();
    }
}

/// Journals that are shortened beside other work: one at a time, and ended before the file is let go.
#[derive(Debug, Default)]
pub(super) struct Shortening(Mutex<Option<JoinHandle<()>>>);

impl Shortening {
    /// Begins, where there is something to do.
    pub(super) fn begin(&self, store: &Store) {
        let path = store.path().to_owned();
        if !is_long(&path) {
            return;
        }
        let Ok(conn) = store.unwatched() else { return };
        let mut thread = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // One that still goes on is not waited for: the next write sees to what it leaves.
        if thread.as_ref().is_some_and(|before| !before.is_finished()) {
            return;
        }
        *thread = Some(std::thread::spawn(move || {
            // Copies without keeping anybody from writing; what is left is done in a moment.
            conn.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(())).ok();
            shorten(&conn, &path);
        }));
    }
}

impl Drop for Shortening {
    fn drop(&mut self) {
        let thread = self.0.get_mut().unwrap_or_else(PoisonError::into_inner);
        if let Some(thread) = thread.take() {
            thread.join().ok();
        }
    }
}
