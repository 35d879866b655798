//! What the window may ask for: one file per view, one line per command.
//!
//! A command is added in four places that a test holds equal: its function, [`handler`],
//! `COMMANDS` in `build.rs` with its grant in `capabilities/main.json`, and `ui/src/lib/api.ts`.

mod accounts;
mod app;
mod imports;
mod loyalty;
mod records;
mod surveys;
mod views;
mod workspace;

use crate::App;
use holdfast_core::error::Failure;
use holdfast_core::{Error, Result};
use tauri::ipc::Invoke;
use tauri::{AppHandle, Manager, Runtime};

/// What a command gives: the answer, or why there is none, in the user's words.
pub(crate) type Answer<T> = std::result::Result<T, Failure>;

/// Every command.
pub(crate) fn handler<R: Runtime>() -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        accounts::decide_apart,
        accounts::decide_join,
        accounts::decide_split,
        accounts::health,
        accounts::together,
        app::state,
        imports::forget_mapping,
        imports::import_cancel,
        imports::import_count,
        imports::import_pick,
        imports::import_preview,
        imports::import_problems,
        imports::import_rejects,
        imports::import_rows,
        imports::import_run,
        imports::import_tables,
        imports::imports,
        imports::mappings,
        imports::redo,
        imports::undo,
        imports::undo_look,
        loyalty::loyalty,
        loyalty::loyalty_ledger,
        loyalty::loyalty_members,
        loyalty::loyalty_person,
        loyalty::loyalty_preview,
        loyalty::loyalty_referrals,
        loyalty::loyalty_segment,
        loyalty::loyalty_simulate,
        loyalty::member_join,
        loyalty::member_leave,
        loyalty::member_opening,
        loyalty::points_adjust,
        loyalty::points_redeem,
        loyalty::programme_save,
        loyalty::reward_save,
        records::history,
        records::record_delete,
        records::record_form,
        records::record_save,
        records::records,
        surveys::answer_history,
        surveys::answer_remove,
        surveys::answer_save,
        surveys::answers_look,
        surveys::answers_paste,
        surveys::remark,
        surveys::survey_enter,
        surveys::survey_follow,
        surveys::survey_new,
        surveys::survey_person,
        surveys::survey_delete,
        surveys::survey_reword,
        surveys::surveys,
        surveys::wave_set,
        views::churn,
        views::customer,
        views::explain,
        views::list,
        views::overview,
        views::retention,
        views::revenue,
        views::search,
        workspace::rates,
        workspace::remember_place,
        workspace::remove_rate,
        workspace::sample_open,
        workspace::save_preferences,
        workspace::save_rate,
        workspace::save_settings,
        workspace::settings,
        workspace::workspace_close,
        workspace::workspace_new,
        workspace::workspace_open,
        workspace::workspace_open_recent,
    ]
}

/// Long work on a thread of its own: with two cores two long commands would leave no worker of the
/// runtime for a third, which may be the one that cancels them.
pub(crate) async fn long<R: Runtime, T: Send + 'static>(
    handle: AppHandle<R>,
    work: impl FnOnce(&App, &AppHandle<R>) -> Result<T> + Send + 'static,
) -> Answer<T> {
    let voice = handle.state::<App>().voice();
    let thread = tauri::async_runtime::spawn_blocking(move || {
        let app = handle.state::<App>();
        app.answer(|app| work(app, &handle))
    });
    let stopped = |error: tauri::Error| Error::Unexpected(error.to_string()).failure(&voice);
    thread.await.map_err(stopped)?
}
