//! Where the program's own files lie, for the window and the terminal alike.

use crate::{Error, Result};
use std::path::{Path, PathBuf};

/// `HOLDFAST_HOME`, or the platform's place for the data of programs. Nothing is made.
///
/// # Errors
/// `Unexpected` on a system that names no such place.
pub fn folder() -> Result<PathBuf> {
    let chosen = std::env::var_os("HOLDFAST_HOME").filter(|folder| !folder.is_empty());
    let folder = match chosen {
        Some(folder) => std::path::absolute(folder).ok(),
        None => dirs::data_local_dir().map(|data| data.join("holdfast")),
    };
    folder.ok_or_else(|| Error::Unexpected("no folder for programs' data".to_owned()))
}

/// Where copies of workspaces are kept in it: beside the workspaces, in none of their folders, so
/// that losing one of those does not take the copies along.
pub fn copies(folder: &Path) -> PathBuf {
    folder.join("copies")
}
