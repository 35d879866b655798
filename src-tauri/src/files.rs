//! Files the user names. The window never sees a path, only a token for one.

use holdfast_core::import::{Input, open_one};
use holdfast_core::voice::Voice;
use holdfast_core::{Error, Result};
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use tauri::{AppHandle, Emitter, Manager, Runtime};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

/// What the user chose in this run; a token is a place in the list.
#[derive(Debug, Default)]
pub struct Chosen(Mutex<Vec<Choice>>);

/// Something the user chose.
#[derive(Clone, Debug)]
enum Choice {
    /// A file.
    File(PathBuf),
    /// One of the tables inside a file.
    Table(Input),
}

impl Chosen {
    /// Keeps a path and gives the token the window knows it by.
    pub fn keep(&self, path: PathBuf) -> String {
        self.add(Choice::File(path))
    }

    /// The file behind a token; none for a token that was never given, or is a table's.
    pub fn path(&self, token: &str) -> Option<PathBuf> {
        match self.get(token)? {
            Choice::File(path) => Some(path),
            Choice::Table(_) => None,
        }
    }

    /// What is imported under a token: the one table of a file, or one of several.
    fn input(&self, token: &str) -> Result<Input> {
        match self.get(token) {
            Some(Choice::File(path)) => open_one(&path),
            Some(Choice::Table(table)) => Ok(table),
            None => Err(Error::NoSuchFile { file: token.to_owned() }),
        }
    }

    fn add(&self, choice: Choice) -> String {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.push(choice);
        (all.len() - 1).to_string()
    }

    fn get(&self, token: &str) -> Option<Choice> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.get(token.parse::<usize>().ok()?).cloned()
    }
}

/// A table that was chosen: its token, its name, and what it is read from.
pub(crate) struct Table {
    pub(crate) token: String,
    pub(crate) name: String,
    pub(crate) input: Result<Input>,
}

/// The tables of what the user chose, each with a token of its own: a file that holds one keeps
/// its own.
pub(crate) fn tables<R: Runtime>(app: &AppHandle<R>, tokens: &[String]) -> Vec<Table> {
    let chosen = app.state::<Chosen>();
    let of = |token: &String| {
        let Some(path) = chosen.path(token) else { return Vec::new() };
        let alone =
            |name: String, input: Result<Input>| vec![Table { token: token.clone(), name, input }];
        match holdfast_core::import::open(&path) {
            Err(error) => alone(crate::home::file_name(&path), Err(error)),
            Ok(mut inputs) if inputs.len() == 1 => {
                let input = inputs.remove(0);
                alone(input.name.clone(), Ok(input))
            }
            Ok(inputs) => {
                let table = |input: Input| Table {
                    token: chosen.add(Choice::Table(input.clone())),
                    name: input.name.clone(),
                    input: Ok(input),
                };
                inputs.into_iter().map(table).collect()
            }
        }
    };
    tokens.iter().flat_map(of).collect()
}

/// The event `dropped`: files were dropped on the window.
#[derive(Clone, Debug, Serialize)]
struct Dropped {
    tokens: Vec<String>,
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

/// What is imported under a token of the window.
///
/// # Errors
/// `NoSuchFile` for a token that was never given, and what opening it fails on.
pub fn input<R: Runtime>(app: &AppHandle<R>, token: &str) -> Result<Input> {
    app.state::<Chosen>().input(token)
}

/// Asks for files to import and gives their tokens; none when the user chooses none.
pub fn pick_csv<R: Runtime>(app: &AppHandle<R>, voice: &Voice) -> Vec<String> {
    let name = voice.say("file-csv", &[]);
    let kind = Kind { name: &name, extensions: &["csv", "tsv", "txt", "xlsx", "zip"] };
    let chosen = app.state::<Chosen>();
    let paths = pick_many(app, &voice.say("file-import", &[]), kind);
    paths.into_iter().map(|path| chosen.keep(path)).collect()
}

/// Copies a file to where the user says; the name it got, none when he says nothing.
///
/// # Errors
/// `NoSuchFile` when there is nothing to copy, `Io` when it cannot be written.
pub fn save_copy<R: Runtime>(
    app: &AppHandle<R>,
    from: &Path,
    proposal: &str,
    voice: &Voice,
) -> Result<Option<String>> {
    if !from.exists() {
        return Err(Error::NoSuchFile { file: proposal.to_owned() });
    }
    let name = voice.say("file-csv", &[]);
    let kind = Kind { name: &name, extensions: &["csv"] };
    let Some(to) = place(app, &voice.say("file-save-rejects", &[]), kind, proposal) else {
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
    let files = paths.iter().filter(|path| Path::is_file(path));
    let tokens: Vec<String> = files.map(|path| chosen.keep(path.clone())).collect();
    if !tokens.is_empty() {
        // Fails only when the window is gone; then nobody waits for it.
        let _told = app.emit("dropped", Dropped { tokens });
    }
}

fn pick_many<R: Runtime>(app: &AppHandle<R>, title: &str, kind: Kind<'_>) -> Vec<PathBuf> {
    #[cfg(feature = "e2e")]
    if let Some(answer) = crate::seam::answers() {
        return answer;
    }
    let dialog = app.dialog().file().set_title(title).add_filter(kind.name, kind.extensions);
    let picked = dialog.blocking_pick_files().unwrap_or_default();
    picked.into_iter().filter_map(|path| path.into_path().ok()).collect()
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
