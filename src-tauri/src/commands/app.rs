//! The program itself.

use super::Answer;
use crate::App;
use holdfast_core::app::AppState;
use tauri::State;

/// Everything the window needs to draw its frame.
#[tauri::command(async)]
pub(crate) fn state(app: State<'_, App>) -> Answer<AppState> {
    app.answer(App::state)
}
