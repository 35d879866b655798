//! Files the user names. The window never sees a path, only a token for one.

use holdfast_core::voice::Voice;
use holdfast_core::{Error, Result};
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use tauri::{AppHandle, Emitter, Manager, Runtime};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

/// Paths the user chose in this run; a token is a place in the list.
#[derive(Debug, Default)]
pub struct Chosen(Mutex<Vec<PathBuf>>);

impl Chosen {
    /// Keeps a path and gives the token the window knows it by.
    pub fn keep(&self, path: PathBuf) -> String {
        let mut paths = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        paths.push(path);
        (paths.len() - 1).to_string()
    }

    /// The path behind a token; none for a token that was never given.
    pub fn path(&self, token: &str) -> Option<PathBuf> {
        let paths = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        paths.get(token.parse::<usize>().ok()?).cloned()
    }
}

/// The event `dropped`: a file was dropped on the window.
#[derive(Clone, Debug, Serialize)]
struct Dropped {
    token: String,
}

/// What kind of file is asked for: the words of its filter and its extensions.
#[derive(Clone, Copy, Debug)]
pub struct Kind<'a> {
    /// "CSV file", in the user's language.
    pub name: &'a str,
    /// Without their dots.
    pub extensions: &'a [&'a str],
}

/// Asks for a file to read. Waits for the answer: never call it on the window's own thread.
pub fn pick<R: Runtime>(app: &AppHandle<R>, title: &str, kind: Kind<'_>) -> Option<PathBuf> {
    ask(app, title, kind, |dialog| dialog.blocking_pick_file())
}

/// The path behind a token of the window.
///
/// # Errors
/// `NoSuchFile` for a token that was never given.
pub fn path<R: Runtime>(app: &AppHandle<R>, token: &str) -> Result<PathBuf> {
    let path = app.state::<Chosen>().path(token);
    path.ok_or_else(|| Error::NoSuchFile { file: token.to_owned() })
}

/// Asks for a file to import and gives its token.
pub fn pick_csv<R: Runtime>(app: &AppHandle<R>, voice: &Voice) -> Option<String> {
    let name = voice.say("file-csv", &[]);
    let kind = Kind { name: &name, extensions: &["csv", "tsv", "txt", "xlsx", "zip"] };
    let path = pick(app, &voice.say("file-import", &[]), kind)?;
    Some(app.state::<Chosen>().keep(path))
}

/// Copies a file to where the user says; the name it got, none when he says nothing.
///
/// # Errors
/// `NoSuchFile` when there is nothing to copy, `Io` when it cannot be written.
pub fn save_copy<R: Runtime>(
    app: &AppHandle<R>,
    from: &Path,
    voice: &Voice,
) -> Result<Option<String>> {
    let proposal = crate::home::file_name(from);
    if !from.exists() {
        return Err(Error::NoSuchFile { file: proposal });
    }
    let name = voice.say("file-csv", &[]);
    let kind = Kind { name: &name, extensions: &["csv"] };
    let Some(to) = place(app, &voice.say("file-save-rejects", &[]), kind, &proposal) else {
        return Ok(None);
    };
    let saved = crate::home::file_name(&to);
    std::fs::copy(from, &to).map_err(|source| Error::Io { file: saved.clone(), source })?;
    Ok(Some(saved))
}

/// Asks for a workspace file.
pub fn pick_workspace<R: Runtime>(app: &AppHandle<R>, voice: &Voice) -> Option<PathBuf> {
    let name = voice.say("file-workspace", &[]);
    let kind = Kind { name: &name, extensions: &["holdfast"] };
    pick(app, &voice.say("file-open-workspace", &[]), kind)
}

/// Asks where to write, with a proposal. Waits for the answer like [`pick`].
pub fn place<R: Runtime>(
    app: &AppHandle<R>,
    title: &str,
    kind: Kind<'_>,
    proposal: &str,
) -> Option<PathBuf> {
    ask(app, title, kind, |dialog| dialog.set_file_name(proposal).blocking_save_file())
}

/// Tells the window of files dropped on it.
pub(crate) fn dropped<R: Runtime>(app: &AppHandle<R>, paths: &[PathBuf]) {
    let chosen = app.state::<Chosen>();
    for path in paths.iter().filter(|path| Path::is_file(path)) {
        // Fails only when the window is gone; then nobody waits for it.
        let _told = app.emit("dropped", Dropped { token: chosen.keep(path.clone()) });
    }
}

fn ask<R: Runtime>(
    app: &AppHandle<R>,
    title: &str,
    kind: Kind<'_>,
    open: impl FnOnce(FileDialogBuilder<R>) -> Option<FilePath>,
) -> Option<PathBuf> {
    #[cfg(feature = "e2e")]
    if let Some(answer) = crate::seam::answer() {
        return answer;
    }
    let dialog = app.dialog().file().set_title(title).add_filter(kind.name, kind.extensions);
    open(dialog)?.into_path().ok()
}
