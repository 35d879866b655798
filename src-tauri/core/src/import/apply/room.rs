//! How much room an import needs on the disk, reckoned from what it took of it so far.

use crate::store::journal;
use crate::task::{Progress, Stage};
use crate::{Error, Result};
use rusqlite::Transaction;

/// What was written by the time of the last step.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Room {
    /// Bytes of the workspace at the beginning.
    before: u64,
    /// How many it has grown by.
    grown: u64,
    /// For which part of the rows; absent before the first.
    part: Option<f64>,
}

impl Room {
    pub(super) fn new(tx: &Transaction<'_>) -> Result<Self> {
        Ok(Self { before: journal::pages_size(tx)?, grown: 0, part: None })
    }

    /// Takes note of a step.
    #[expect(clippy::cast_precision_loss, reason = "counts of rows")]
    pub(super) fn note(&mut self, tx: &Transaction<'_>, step: Progress) {
        let Ok(size) = journal::pages_size(tx) else { return };
        self.grown = size.saturating_sub(self.before);
        self.part = match (step.stage, step.total) {
            (Stage::Rows, Some(total)) if total > 0 => Some(step.done as f64 / total as f64),
            (Stage::Rows, _) => None,
            (Stage::Saving | Stage::Figures, _) => Some(1.0),
        };
    }

    /// A full disk, with what it lacks: everything new is written twice, to the journal and from
    /// there to the file, and all that fitted is part of the first.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "an estimate of bytes"
    )]
    pub(super) fn explain(self, error: Error, tx: &Transaction<'_>) -> Error {
        let Some(part) = self.part.filter(|part| *part > 0.0) else { return error };
        if !matches!(error, Error::DiskFull { .. }) || self.grown == 0 {
            return error;
        }
        let whole = (self.grown as f64 / part.min(1.0)) as u64;
        let missing = (2 * whole).saturating_sub(journal::length(tx));
        Error::DiskFull { missing: Some(missing).filter(|missing| *missing > 0) }
    }
}
