//! Tells Tauri which commands exist, so that each one has to be granted by name.

use tauri_build::{AppManifest, Attributes};

/// Every command of `src/commands`; `capabilities/main.json` grants them one by one.
const COMMANDS: &[&str] = &["state"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let manifest = AppManifest::new().commands(COMMANDS);
    Ok(tauri_build::try_build(Attributes::new().app_manifest(manifest))?)
}
