//! Native dialogs and drops cannot be driven by a test, so a test answers them here. Only with the
//! feature `e2e`, which no package has; everything after the answer is the real path.
//!
//! `HOLDFAST_SEAM` names a folder. A dialog takes the first line of its file `answers` (an empty
//! line is Cancel); a file `drop` is a drop of the paths in its lines.

use crate::files;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tauri::{AppHandle, Runtime, WebviewWindow};

const TICK: Duration = Duration::from_millis(20);

fn folder() -> Option<PathBuf> {
    std::env::var_os("HOLDFAST_SEAM").map(PathBuf::from)
}

/// What a test answers to the next dialog: `Some(None)` is Cancel, as is having no answer left;
/// `None`, without the folder, asks the real user.
pub(crate) fn answer() -> Option<Option<PathBuf>> {
    answers().map(|answers| answers.into_iter().next())
}

/// The same where several files can be chosen: with tabs between them. None is Cancel.
pub(crate) fn answers() -> Option<Vec<PathBuf>> {
    let file = folder()?.join("answers");
    let text = std::fs::read_to_string(&file).unwrap_or_default();
    let (line, rest) = text.split_once('\n').unwrap_or((&text, ""));
    let taken = std::fs::write(&file, rest).is_ok();
    let paths = line.split('\t').filter(|path| taken && !path.is_empty());
    Some(paths.map(PathBuf::from).collect())
}

/// Does what a user and a window manager would: focus at the start, then drops.
pub(crate) fn drive<R: Runtime>(app: AppHandle<R>, window: WebviewWindow<R>) {
    let Some(folder) = folder() else { return };
    std::thread::spawn(move || {
        take_focus(&window);
        loop {
            std::thread::sleep(TICK);
            deliver_drop(&app, &folder.join("drop"));
        }
    });
}

/// A bare display has no window manager that gives a new window the keyboard, and without it a
/// page fires no focus events.
fn take_focus<R: Runtime>(window: &WebviewWindow<R>) {
    while matches!(window.is_focused(), Ok(false)) {
        let _asked = window.set_focus();
        std::thread::sleep(TICK);
    }
}

fn deliver_drop<R: Runtime>(app: &AppHandle<R>, file: &Path) {
    if let Ok(text) = std::fs::read_to_string(file)
        && std::fs::remove_file(file).is_ok()
    {
        let paths: Vec<PathBuf> = text.lines().map(PathBuf::from).collect();
        files::dropped(app, &paths);
    }
}
