//! Tells Tauri which commands exist, so that each one has to be granted by name.

use tauri_build::{AppManifest, Attributes};

/// Every command of `src/commands`; `capabilities/main.json` grants them one by one.
const COMMANDS: &[&str] = &[
    "state",
    "churn",
    "customer",
    "decide_apart",
    "decide_join",
    "decide_split",
    "explain",
    "health",
    "forget_mapping",
    "history",
    "import_cancel",
    "import_count",
    "import_pick",
    "import_preview",
    "import_problems",
    "import_rejects",
    "import_rows",
    "import_run",
    "import_tables",
    "imports",
    "mappings",
    "record_delete",
    "record_form",
    "record_save",
    "records",
    "redo",
    "undo",
    "undo_look",
    "list",
    "overview",
    "retention",
    "revenue",
    "search",
    "rates",
    "remember_place",
    "remove_rate",
    "sample_open",
    "save_preferences",
    "save_rate",
    "save_settings",
    "settings",
    "together",
    "workspace_close",
    "workspace_new",
    "workspace_open",
    "workspace_open_recent",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let manifest = AppManifest::new().commands(COMMANDS);
    Ok(tauri_build::try_build(Attributes::new().app_manifest(manifest))?)
}
