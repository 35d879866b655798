//! Import: pick, look, run, take back.

use super::{Answer, long};
use crate::{App, files};
use holdfast_core::app::Turned;
use holdfast_core::import::{ImportPreview, ImportSummary, MappingRequest};
use holdfast_core::task::Progress;
use tauri::ipc::Channel;
use tauri::{AppHandle, Runtime, State};

/// A file the user picks: the token the window knows it by; none when he picks none.
#[tauri::command]
pub(crate) async fn import_pick<R: Runtime>(app: AppHandle<R>) -> Answer<Option<String>> {
    long(app, |app, handle| Ok(files::pick_csv(handle, &app.voice()))).await
}

/// The head of a file beside its meaning.
#[tauri::command]
pub(crate) async fn import_preview<R: Runtime>(
    app: AppHandle<R>,
    token: String,
    request: MappingRequest,
) -> Answer<ImportPreview> {
    long(app, move |app, handle| app.preview(&files::path(handle, &token)?, &request)).await
}

/// What importing the whole file would do: exact counts, nothing written.
#[tauri::command]
pub(crate) async fn import_count<R: Runtime>(
    app: AppHandle<R>,
    token: String,
    request: MappingRequest,
    channel: Channel<Progress>,
) -> Answer<ImportSummary> {
    let tell = move |progress| drop(channel.send(progress));
    long(app, move |app, handle| app.import(&files::path(handle, &token)?, &request, true, tell))
        .await
}

/// Imports a file.
#[tauri::command]
pub(crate) async fn import_run<R: Runtime>(
    app: AppHandle<R>,
    token: String,
    request: MappingRequest,
    channel: Channel<Progress>,
) -> Answer<ImportSummary> {
    let tell = move |progress| drop(channel.send(progress));
    long(app, move |app, handle| app.import(&files::path(handle, &token)?, &request, false, tell))
        .await
}

/// Asks the import that runs to stop.
#[tauri::command(async)]
pub(crate) fn import_cancel(app: State<'_, App>) {
    app.cancel_import();
}

/// Saves the rows that were left out where the user says; the name of the file.
#[tauri::command]
pub(crate) async fn import_rejects<R: Runtime>(
    app: AppHandle<R>,
    token: String,
) -> Answer<Option<String>> {
    long(app, move |app, handle| {
        let rejects = app.rejects_of(&files::path(handle, &token)?);
        files::save_copy(handle, &rejects, &app.voice())
    })
    .await
}

/// Every import, newest first.
#[tauri::command(async)]
pub(crate) fn imports(app: State<'_, App>) -> Answer<Vec<ImportSummary>> {
    app.answer(App::imports)
}

/// Takes a change back, or the last one; what it was.
#[tauri::command]
pub(crate) async fn undo<R: Runtime>(
    app: AppHandle<R>,
    change: Option<i64>,
) -> Answer<Option<Turned>> {
    long(app, move |app, _| app.undo(change)).await
}

/// Does a change again that was taken back, or the next one of those; what it was.
#[tauri::command]
pub(crate) async fn redo<R: Runtime>(
    app: AppHandle<R>,
    change: Option<i64>,
) -> Answer<Option<Turned>> {
    long(app, move |app, _| app.redo(change)).await
}
