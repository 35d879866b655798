//! Everything of Holdfast that works without a window.
//!
//! ```text
//! model <- store <- import        facts: CSV files -> one SQLite file
//! model <- ledger <- metrics      figures: pure functions over a book of states
//! chart, metrics <- views         what the window and the CLI show, in the user's words
//! ```
//! The core reads no clock and opens no window: the day and the time are passed in.

pub mod accounts;
pub mod app;
pub mod book;
pub mod chart;
pub mod error;
pub mod health;
pub mod home;
pub mod identity;
pub mod import;
pub mod ledger;
pub mod loyalty;
pub mod metrics;
pub mod model;
pub mod programme;
pub mod sample;
pub mod segment;
pub mod shown;
pub mod store;
pub mod survey;
pub mod surveys;
pub mod task;
pub mod views;
pub mod voice;
pub mod workspace;

pub use error::{Error, Result};
