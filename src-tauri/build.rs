//! Tells Tauri which commands exist, so that each one has to be granted by name.
fn main() {
    tauri_build::build();
}
