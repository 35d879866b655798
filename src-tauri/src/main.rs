//! The program.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]
fn main() -> Result<(), tauri::Error> {
    holdfast_shell::run()
}
