//! Import: pick, look, run, take back.

use super::{Answer, long};
use crate::{App, files};
use holdfast_core::app::Turned;
use holdfast_core::import::memory::RememberedMapping;
use holdfast_core::import::{
    ImportPart, ImportPreview, ImportProblems, ImportRows, ImportSummary, MappingRequest,
    QueuedTable, UndoLook,
};
use holdfast_core::task::Progress;
use tauri::ipc::Channel;
use tauri::{AppHandle, Runtime, State};

/// Files the user picks: the tokens the window knows them by; none when he picks none.
#[tauri::command]
pub(crate) async fn import_pick<R: Runtime>(app: AppHandle<R>) -> Answer<Vec<String>> {
    long(app, |app, handle| Ok(files::pick_csv(handle, &app.voice()))).await
}

/// The tables of what was picked or dropped, in the order they are best imported.
#[tauri::command]
pub(crate) async fn import_tables<R: Runtime>(
    app: AppHandle<R>,
    tokens: Vec<String>,
) -> Answer<Vec<QueuedTable>> {
    long(app, move |app, handle| app.tables(files::tables(handle, &tokens))).await
}

/// The head of a file beside its meaning.
#[tauri::command]
pub(crate) async fn import_preview<R: Runtime>(
    app: AppHandle<R>,
    token: String,
    request: MappingRequest,
) -> Answer<ImportPreview> {
    long(app, move |app, handle| app.preview(&files::input(handle, &token)?, &request)).await
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
    long(app, move |app, handle| app.import(&files::input(handle, &token)?, &request, None, tell))
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
    long(app, move |app, handle| {
        let rejects = Some(app.rejects_of(&token));
        app.import(&files::input(handle, &token)?, &request, rejects, tell)
    })
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
        let name = files::input(handle, &token)?.name;
        let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
        let proposal = format!("{stem}-rejects.csv");
        files::save_copy(handle, &app.rejects_of(&token), &proposal, &app.voice())
    })
    .await
}

/// Every import, newest first.
#[tauri::command(async)]
pub(crate) fn imports(app: State<'_, App>) -> Answer<Vec<ImportSummary>> {
    app.answer(App::imports)
}

/// What is remembered of columns that were mapped.
#[tauri::command(async)]
pub(crate) fn mappings(app: State<'_, App>) -> Answer<Vec<RememberedMapping>> {
    app.answer(App::mappings)
}

/// Forgets what is remembered of a set of columns; the change to undo that by.
#[tauri::command(async)]
pub(crate) fn forget_mapping(app: State<'_, App>, key: String) -> Answer<i64> {
    app.answer(|app| app.forget_mapping(&key))
}

/// What taking a change back would do; nothing is written.
#[tauri::command]
pub(crate) async fn undo_look<R: Runtime>(app: AppHandle<R>, change: i64) -> Answer<UndoLook> {
    long(app, move |app, _| app.undo_look(change)).await
}

/// A page of the rows an import added, altered, found as they are or left out.
#[tauri::command]
pub(crate) async fn import_rows<R: Runtime>(
    app: AppHandle<R>,
    change: i64,
    part: ImportPart,
    skip: usize,
) -> Answer<ImportRows> {
    long(app, move |app, _| app.import_rows(change, part, skip)).await
}

/// What was wrong with the rows of an import; none where it was not kept.
#[tauri::command(async)]
pub(crate) fn import_problems(app: State<'_, App>, change: i64) -> Answer<Option<ImportProblems>> {
    app.answer(|app| app.import_problems(change))
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
