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
    "redo",
    "undo",
    "undo_look",
    "list",
    "overview",
    "retention",
    "revenue",
    "search",
    "answer_history",
    "answer_remove",
    "answer_save",
    "answers_look",
    "answers_paste",
    "remark",
    "survey_enter",
    "survey_follow",
    "survey_new",
    "survey_person",
    "survey_question",
    "surveys",
    "wave_set",
    "remember_place",
    "sample_open",
    "save_preferences",
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
