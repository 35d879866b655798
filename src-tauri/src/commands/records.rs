//! Records by hand: shown, made, corrected, deleted.

use super::{Answer, long};
use crate::App;
use holdfast_core::import::hand::{RecordDraft, RecordForm, RecordRef, RecordSaved};
use holdfast_core::views::{self, HistoryView, RecordsRequest, RecordsView};
use tauri::{AppHandle, Runtime, State};

/// The newest records of a kind.
#[tauri::command]
pub(crate) async fn records<R: Runtime>(
    app: AppHandle<R>,
    request: RecordsRequest,
) -> Answer<RecordsView> {
    long(app, move |app, _| views::records(&*app.book()?, &request, &app.voice())).await
}

/// What was done, step by step.
#[tauri::command]
pub(crate) async fn history<R: Runtime>(app: AppHandle<R>, limit: usize) -> Answer<HistoryView> {
    long(app, move |app, _| views::history(&*app.book()?, limit, &app.voice())).await
}

/// A record as a form, or a new one.
#[tauri::command(async)]
pub(crate) fn record_form(app: State<'_, App>, record: RecordRef) -> Answer<RecordForm> {
    app.answer(|app| app.workspace()?.record_form(record, app.today(), &app.voice()))
}

/// Adds or corrects a record.
#[tauri::command]
pub(crate) async fn record_save<R: Runtime>(
    app: AppHandle<R>,
    draft: RecordDraft,
) -> Answer<RecordSaved> {
    long(app, move |app, _| app.save_record(&draft)).await
}

/// Deletes a record.
#[tauri::command]
pub(crate) async fn record_delete<R: Runtime>(
    app: AppHandle<R>,
    record: RecordRef,
) -> Answer<RecordSaved> {
    long(app, move |app, _| app.delete_record(record)).await
}
