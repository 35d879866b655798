//! Files on their way in: looked at, counted, imported, taken back.

use crate::App;
use holdfast_core::app::Turned;
use holdfast_core::import::{
    Context, ImportPreview, ImportSummary, MappingRequest, Options, instant, open_one,
    preview_head, run,
};
use holdfast_core::store::import_row;
use holdfast_core::task::{Cancel, Paced, Progress};
use holdfast_core::{Error, Result};
use std::path::{Path, PathBuf};
use std::sync::PoisonError;
use std::time::{Duration, Instant};

/// How often the window is told of progress at most.
const TICK: Duration = Duration::from_millis(50);

impl App {
    /// The head of a file beside its meaning.
    pub(crate) fn preview(&self, path: &Path, request: &MappingRequest) -> Result<ImportPreview> {
        let book = self.book()?;
        let context = Context::of(&book.settings, self.now());
        preview_head(&open_one(path)?, request, &context, &self.voice())
    }

    /// Imports a file (or only counts what that would do), with progress; reads the book again
    /// before it answers.
    pub(crate) fn import(
        &self,
        path: &Path,
        request: &MappingRequest,
        dry_run: bool,
        progress: impl FnMut(Progress),
    ) -> Result<ImportSummary> {
        let workspace = self.workspace()?;
        let cancel = self.begin_import();
        let rejects = self.rejects_of(path);
        if rejects.exists() {
            std::fs::remove_file(&rejects)
                .map_err(|source| Error::Io { file: rejects.display().to_string(), source })?;
        }
        let rejects = (!dry_run).then_some(rejects);
        let options = Options { dry_run, rejects, now: self.now() };
        let begun = Instant::now();
        let mut progress = Paced::new(TICK, || begun.elapsed(), progress);
        let summary = run(
            workspace.store(),
            &open_one(path)?,
            request,
            &options,
            &self.voice(),
            &cancel,
            &mut |step| progress.take(step),
        );
        progress.finish();
        let summary = summary?;
        if !dry_run {
            workspace.reload(self.today())?;
        }
        Ok(summary)
    }

    /// A new flag for the import that begins; an older one that still counts is asked to stop.
    fn begin_import(&self) -> Cancel {
        let mut importing = self.importing.lock().unwrap_or_else(PoisonError::into_inner);
        importing.cancel();
        *importing = Cancel::default();
        importing.clone()
    }

    /// Asks the import that runs to stop.
    pub(crate) fn cancel_import(&self) {
        self.importing.lock().unwrap_or_else(PoisonError::into_inner).cancel();
    }

    /// Where the rows that were left out of the last import of a file lie until they are saved.
    pub(crate) fn rejects_of(&self, path: &Path) -> PathBuf {
        let stem = path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy();
        self.home().dir().join(format!("{stem}-rejects.csv"))
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
