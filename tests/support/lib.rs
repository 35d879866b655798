//! What the tests share.

use std::env::var_os;
use std::fs::read_dir;
use std::path::{Path, PathBuf};

/// A file of this repository, by its path from the top. What cargo says when this runs counts: a file
/// compiled in another checkout that shares the target directory has that one's path in it.
pub fn repository(path: &str) -> PathBuf {
    let compiled = || env!("CARGO_MANIFEST_DIR").into();
    let tests = PathBuf::from(var_os("CARGO_MANIFEST_DIR").unwrap_or_else(compiled));
    tests.parent().unwrap_or(&tests).join(path)
}

/// Every file in a folder of this repository and the folders inside it; none where there is no such
/// folder.
pub fn files_under(folder: &Path) -> Vec<PathBuf> {
    let entries = read_dir(folder).into_iter().flatten().flatten();
    let each = entries.map(|entry| entry.path());
    each.flat_map(|path| if path.is_dir() { files_under(&path) } else { vec![path] }).collect()
}
