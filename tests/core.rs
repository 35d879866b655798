//! The core from outside: the sample business, the views as they cross to the window.
#![expect(clippy::unwrap_used, reason = "a failure in here is a failed test")]

mod direction;
mod golden;
mod words;
