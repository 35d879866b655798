//! [`Program`], the real program in a real window, driven through WebKitWebDriver. A test reads like
//! a user's morning:
//!
//! ```ignore
//! let program = Program::start(&Place::new());
//! program.click("button", "Explore the sample business");
//! program.find("heading", "Overview");
//! ```

mod place;
mod program;
mod session;
mod xpath;

pub(crate) use fantoccini::key::Key;
pub(crate) use {place::Place, program::Program};
