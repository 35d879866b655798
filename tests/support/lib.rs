//! What the tests share.

use std::path::{Path, PathBuf};

/// A file of this repository, by its path from the top.
pub fn repository(path: &str) -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().unwrap_or(tests).join(path)
}
