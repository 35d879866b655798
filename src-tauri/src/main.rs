//! The program.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> Result<(), Box<dyn std::error::Error>> {
    holdfast_shell::with_working_graphics();
    holdfast_shell::run()
}
