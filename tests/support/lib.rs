//! What the tests share.
//!
//! With the feature `window`: [`Program`], the real program in a real window, driven through
//! WebKitWebDriver. A test reads like a user's morning:
//!
//! ```ignore
//! let program = Program::start(&Place::new());
//! program.click("button", "Explore the sample business");
//! program.find("heading", "Overview");
//! ```
#![cfg_attr(
    feature = "window",
    expect(clippy::panic, clippy::expect_used, reason = "a failure in here is a failed test")
)]

#[cfg(feature = "window")]
mod place;
#[cfg(feature = "window")]
mod program;
#[cfg(feature = "window")]
mod session;
#[cfg(feature = "window")]
mod xpath;

#[cfg(feature = "window")]
pub use fantoccini::key::Key;
#[cfg(feature = "window")]
pub use {place::Place, program::Program};

use std::path::{Path, PathBuf};

/// A file of this repository, by its path from the top.
pub fn repository(path: &str) -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().unwrap_or(tests).join(path)
}
