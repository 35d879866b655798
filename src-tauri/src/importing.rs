//! Files on their way in: looked at, counted, imported, taken back.

use crate::App;
use holdfast_core::import::{
    Context, ImportPreview, ImportSummary, Input, Kind, MappingRequest, Options, instant,
    preview_head, run,
};
use holdfast_core::store::import_row;
use holdfast_core::task::{Cancel, Paced, Progress};
use holdfast_core::{Error, Result};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::PoisonError;
use std::time::{Duration, Instant};

/// How often the window is told of progress at most.
const TICK: Duration = Duration::from_millis(50);

/// What the user says about a file; what is left open is guessed.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct ImportOptions {
    kind: Option<Kind>,
    /// Field to column.
    map: BTreeMap<String, String>,
    /// Field to a value for every row.
    set: BTreeMap<String, String>,
}

impl From<ImportOptions> for MappingRequest {
    fn from(options: ImportOptions) -> Self {
        Self {
            kind: options.kind,
            map: options.map.into_iter().collect(),
            set: options.set.into_iter().collect(),
            ..Self::default()
        }
    }
}

impl App {
    /// The head of a file beside its meaning.
    pub(crate) fn preview(&self, path: &Path, options: ImportOptions) -> Result<ImportPreview> {
        let book = self.book()?;
        let context = Context::of(&book.settings, self.now());
        preview_head(&Input::file(path)?, &options.into(), &context, &self.voice())
    }

    /// Imports a file (or only counts what that would do), with progress; reads the book again
    /// before it answers.
    pub(crate) fn import(
        &self,
        path: &Path,
        options: ImportOptions,
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
        let options_of_run = Options { dry_run, rejects, now: self.now() };
        let begun = Instant::now();
        let mut progress = Paced::new(TICK, || begun.elapsed(), progress);
        let summary = run(
            workspace.store(),
            &Input::file(path)?,
            &options.into(),
            &options_of_run,
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

    /// Takes a change back.
    pub(crate) fn undo(&self, change: i64) -> Result<()> {
        let workspace = self.workspace()?;
        workspace.store().undo(change)?;
        workspace.reload(self.today())
    }

    /// Does a change again that was taken back.
    pub(crate) fn redo(&self, change: i64) -> Result<()> {
        let workspace = self.workspace()?;
        workspace.store().redo(change)?;
        workspace.reload(self.today())
    }
}
