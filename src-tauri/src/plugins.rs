//! Tauri's plugins, called only from Rust: the window is granted none of their commands.

use crate::{Home, window};
use tauri::plugin::TauriPlugin;
use tauri::{Builder, Wry};
use tauri_plugin_log::{RotationStrategy, Target, TargetKind};
use tauri_plugin_window_state::StateFlags;

/// All of them, with their files in the program's own folder. Single instance comes first: a
/// second start hands over to the window that is open and ends.
pub(crate) fn all(builder: Builder<Wry>, home: &Home) -> Builder<Wry> {
    builder
        .plugin(tauri_plugin_single_instance::init(|app, _, _| window::show(app)))
        .plugin(log(home))
        .plugin(window_state(home))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
}

/// One file of at most a megabyte and the one before it.
fn log(home: &Home) -> TauriPlugin<Wry> {
    let file = TargetKind::Folder { path: home.logs(), file_name: Some("holdfast".to_owned()) };
    tauri_plugin_log::Builder::new()
        .clear_targets()
        .target(Target::new(file))
        .level(tauri_plugin_log::log::LevelFilter::Info)
        .max_file_size(1_000_000)
        .rotation_strategy(RotationStrategy::KeepOne)
        .build()
}

/// Size and place. Not whether it is visible: the window shows itself once its page is there.
fn window_state(home: &Home) -> TauriPlugin<Wry> {
    let flags = StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED;
    tauri_plugin_window_state::Builder::new()
        // An absolute name takes the place of the plugin's own folder.
        .with_filename(home.window().to_string_lossy())
        .with_state_flags(flags)
        .build()
}
