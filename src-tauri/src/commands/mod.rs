//! What the window may ask for: one file per view, one line per command.
//!
//! A command is added in four places that a test holds equal: its function, [`handler`],
//! `COMMANDS` in `build.rs` with its grant in `capabilities/main.json`, and `ui/src/lib/api.ts`.

mod app;

use holdfast_core::error::Failure;
use tauri::Runtime;
use tauri::ipc::Invoke;

/// What a command gives: the answer, or why there is none, in the user's words.
pub(crate) type Answer<T> = Result<T, Failure>;

/// Every command.
pub(crate) fn handler<R: Runtime>() -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
    tauri::generate_handler![app::state]
}
