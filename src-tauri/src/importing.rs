//! Files on their way in: looked at, counted, imported, taken back.

use crate::App;
use crate::files::Table;
use holdfast_core::app::Turned;
use holdfast_core::import::memory::{self, RememberedMapping};
use holdfast_core::import::{
    ImportPart, ImportPreview, ImportProblems, ImportRows, ImportSummary, Input, MappingRequest,
    Options, QueuedTable, UndoLook, import_problems, import_rows, instant, preview, run, sorted,
    table, undo_look,
};
use holdfast_core::store::{Act, Transaction, import_row};
use holdfast_core::task::{Cancel, Paced, Progress, Stage, beside};
use holdfast_core::{Error, Result};
use std::path::PathBuf;
use std::sync::{MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How often the window is told of progress at most.
const TICK: Duration = Duration::from_millis(50);

/// The import that goes on.
pub(crate) struct Importing {
    cancel: Cancel,
    /// It is only counted, and nothing is written.
    counts: bool,
    turn: u64,
}

/// Held while an import goes on.
struct Going<'a> {
    app: &'a App,
    cancel: Cancel,
    turn: u64,
}

impl Drop for Going<'_> {
    fn drop(&mut self) {
        let mut importing = self.app.going();
        if importing.as_ref().is_some_and(|other| other.turn == self.turn) {
            *importing = None;
        }
    }
}

impl App {
    /// The head of a file beside its meaning.
    pub(crate) fn preview(&self, input: &Input, request: &MappingRequest) -> Result<ImportPreview> {
        let conn = self.workspace()?.store().reader()?;
        preview(&conn, input, request, self.now(), &self.voice())
    }

    /// What each table is, in the order they are best imported.
    pub(crate) fn tables(&self, tables: Vec<Table>) -> Result<Vec<QueuedTable>> {
        let conn = self.workspace()?.store().reader()?;
        let (now, voice) = (self.now(), self.voice());
        let look = |Table { token, name, input }| table(&conn, &token, &name, input, now, &voice);
        Ok(sorted(tables.into_iter().map(look).collect()))
    }

    /// Imports a file (or only counts what that would do), with progress; reads the book again
    /// before it answers. `rejects` gets the rows that are left out.
    pub(crate) fn import(
        &self,
        input: &Input,
        request: &MappingRequest,
        rejects: Option<PathBuf>,
        progress: impl FnMut(Progress),
    ) -> Result<ImportSummary> {
        let workspace = self.workspace()?;
        let dry_run = rejects.is_none();
        let going = self.begin_import(dry_run)?;
        if let Some(before) = rejects.as_ref().filter(|rejects| rejects.exists()) {
            std::fs::remove_file(before)
                .map_err(|source| Error::Io { file: before.display().to_string(), source })?;
        }
        let options = Options { dry_run, rejects, now: self.now(), remember: !dry_run };
        let begun = Instant::now();
        let mut progress = Paced::new(TICK, || begun.elapsed(), progress);
        let (store, voice) = (workspace.store(), self.voice());
        let mut step = |step| progress.take(step);
        let summary = run(store, input, request, &options, &voice, &going.cancel, &mut step);
        let figures = |summary: ImportSummary| {
            let done = u64::try_from(summary.rows).unwrap_or_default();
            let step = Progress { done, total: Some(done), stage: Stage::Figures };
            let today = self.today();
            let reload = move || workspace.reload(today);
            beside(reload, &mut || {
                progress.take(step);
                Ok(())
            })??;
            Ok(summary)
        };
        let summary = if dry_run { summary } else { summary.and_then(figures) };
        progress.finish();
        summary
    }

    /// What stops the import that begins; an older one that only counts is asked to stop, one that
    /// writes goes on and this one has to wait.
    fn begin_import(&self, counts: bool) -> Result<Going<'_>> {
        let mut importing = self.going();
        if let Some(other) = importing.as_ref() {
            if !other.counts {
                return Err(Error::WriteBusy);
            }
            other.cancel.cancel();
        }
        let turn = importing.as_ref().map_or(0, |other| other.turn + 1);
        let cancel = Cancel::default();
        *importing = Some(Importing { cancel: cancel.clone(), counts, turn });
        Ok(Going { app: self, cancel, turn })
    }

    /// Asks the import that runs to stop.
    pub(crate) fn cancel_import(&self) {
        if let Some(importing) = self.going().as_ref() {
            importing.cancel.cancel();
        }
    }

    fn going(&self) -> MutexGuard<'_, Option<Importing>> {
        self.importing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where the rows that were left out of the import under a token lie until they are saved.
    pub(crate) fn rejects_of(&self, token: &str) -> PathBuf {
        let name: String = token.chars().filter(char::is_ascii_digit).collect();
        self.home().rejects().join(format!("{name}.csv"))
    }

    /// What is remembered of columns that were mapped.
    pub(crate) fn mappings(&self) -> Result<Vec<RememberedMapping>> {
        memory::list(&self.workspace()?.store().reader()?, &self.voice())
    }

    /// Forgets what is remembered of a set of columns; the change to undo that by.
    pub(crate) fn forget_mapping(&self, key: &str) -> Result<i64> {
        let act = Act { kind: "edit", label: "mapping", at: self.now() };
        let forget = |tx: &Transaction<'_>, change| memory::forget(tx, key).map(|()| change);
        self.workspace()?.store().write(&act, forget)
    }

    /// What taking a change back would do.
    pub(crate) fn undo_look(&self, change: i64) -> Result<UndoLook> {
        undo_look(self.workspace()?.store(), change, &self.voice())
    }

    /// The rows an import added or altered.
    pub(crate) fn import_rows(
        &self,
        change: i64,
        part: ImportPart,
        skip: usize,
    ) -> Result<ImportRows> {
        import_rows(&self.workspace()?.store().reader()?, change, part, skip, &self.voice())
    }

    /// What was wrong with the rows of an import, where it was kept.
    pub(crate) fn import_problems(&self, change: i64) -> Result<Option<ImportProblems>> {
        import_problems(&self.workspace()?.store().reader()?, change, &self.voice())
    }

    /// Every import, newest first.
    pub(crate) fn imports(&self) -> Result<Vec<ImportSummary>> {
        let conn = self.workspace()?.store().reader()?;
        let listed = import_row::all(&conn)?;
        let summary = |one: import_row::Listed| {
            let mut summary = ImportSummary::of(one.import);
            summary.at = instant(one.at);
            summary.undone = one.undone;
            summary
        };
        Ok(listed.into_iter().rev().map(summary).collect())
    }

    /// Takes a change back, or the last one.
    pub(crate) fn undo(&self, change: Option<i64>) -> Result<Option<Turned>> {
        self.workspace()?.undo(change, self.today())
    }

    /// Does a change again that was taken back, or the next one of those.
    pub(crate) fn redo(&self, change: Option<i64>) -> Result<Option<Turned>> {
        self.workspace()?.redo(change, self.today())
    }
}
