//! One workspace is one SQLite file: open, migrate, one file per table with its SQL, changes, undo.
//!
//! Reads take a `&Connection`, writes a `&Transaction`; the only way to a transaction is
//! [`Store::write`], so every write belongs to a numbered change. No formulas here: [`facts`] hands
//! rows to the ledger, what they mean is worked out there.

pub mod account;
pub mod adjustment;
pub mod answer;
mod backup;
pub mod bond;
mod bulk;
pub mod cancellation;
pub mod change;
mod check;
pub mod deleted;
pub mod event;
pub mod fact;
pub mod facts;
pub mod feature;
mod file;
mod ids;
pub mod import_row;
pub(crate) mod journal;
pub mod keys;
pub mod member;
mod migrations;
pub mod paid;
pub mod plan;
pub mod plan_change;
pub mod programme;
pub mod purchase;
pub mod rate;
pub mod record;
pub mod redemption;
pub mod referral;
pub mod reward;
pub mod setting;
pub mod source;
pub mod subscription;
pub mod survey;
mod terms;
#[cfg(test)]
mod tests;
pub mod theme;
pub mod trace;
mod undo;
pub mod wave;
mod write;

pub use backup::backup;
pub use check::{Finding, check};
/// What reads are made through.
pub use rusqlite::Connection;
/// What writes are made through.
pub use rusqlite::Transaction;

pub(crate) use file::owner_only;
pub use file::{Founding, Store, open_reading};
pub use ids::{Ids, Runs};
pub use setting::Settings;
pub use undo::{Counts, Outcome};
pub use write::Act;
pub(crate) use write::brought;
