//! Workspaces and what was chosen.

use super::{Answer, long};
use crate::{App, files};
use holdfast_core::app::{AppState, Preferences, WorkspaceSettings};
use holdfast_core::workspace::{RatesView, TypedRate};
use tauri::{AppHandle, Runtime, State};

/// Keeps language, region, theme.
#[tauri::command(async)]
pub(crate) fn save_preferences(app: State<'_, App>, preferences: Preferences) -> Answer<AppState> {
    app.answer(|app| app.save_preferences(preferences))
}

/// Remembers the address the window shows.
#[tauri::command(async)]
pub(crate) fn remember_place(app: State<'_, App>, place: String) -> Answer<()> {
    app.answer(|app| app.remember_place(place))
}

/// A new, empty workspace.
#[tauri::command]
pub(crate) async fn workspace_new<R: Runtime>(app: AppHandle<R>, name: String) -> Answer<AppState> {
    long(app, move |app, _| app.create(&name)).await
}

/// A workspace the user picks; none when he picks none.
#[tauri::command]
pub(crate) async fn workspace_open<R: Runtime>(app: AppHandle<R>) -> Answer<Option<AppState>> {
    long(app, |app, handle| {
        files::pick_workspace(handle, &app.voice()).map(|path| app.open(&path)).transpose()
    })
    .await
}

/// A workspace opened before.
#[tauri::command]
pub(crate) async fn workspace_open_recent<R: Runtime>(
    app: AppHandle<R>,
    id: u32,
) -> Answer<AppState> {
    long(app, move |app, _| app.open_recent(id)).await
}

/// Back to the first page.
#[tauri::command(async)]
pub(crate) fn workspace_close(app: State<'_, App>) -> Answer<AppState> {
    app.answer(App::close)
}

/// The sample business, made at the first time.
#[tauri::command]
pub(crate) async fn sample_open<R: Runtime>(app: AppHandle<R>) -> Answer<AppState> {
    long(app, |app, _| app.sample()).await
}

/// Settings of the open workspace.
#[tauri::command(async)]
pub(crate) fn settings(app: State<'_, App>) -> Answer<WorkspaceSettings> {
    app.answer(|app| app.workspace()?.settings())
}

/// Exchange rates of the open workspace.
#[tauri::command(async)]
pub(crate) fn rates(app: State<'_, App>) -> Answer<RatesView> {
    app.answer(|app| app.workspace()?.rates(&app.voice()))
}

/// Sets the rate of a currency from a day on; the number of the change, to undo it by.
#[tauri::command]
pub(crate) async fn save_rate<R: Runtime>(
    app: AppHandle<R>,
    typed: TypedRate,
) -> Answer<Option<i64>> {
    long(app, move |app, _| app.save_rate(&typed)).await
}

/// Takes a rate away; the number of the change, to undo it by.
#[tauri::command]
pub(crate) async fn remove_rate<R: Runtime>(
    app: AppHandle<R>,
    currency: String,
    day: String,
) -> Answer<Option<i64>> {
    long(app, move |app, _| app.remove_rate(&currency, &day)).await
}

/// Saves them; the number of the change, to undo it by.
#[tauri::command]
pub(crate) async fn save_settings<R: Runtime>(
    app: AppHandle<R>,
    settings: WorkspaceSettings,
) -> Answer<Option<i64>> {
    long(app, move |app, _| app.save_settings(&settings)).await
}
