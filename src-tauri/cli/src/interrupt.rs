//! Ctrl+C asks long work to stop; it rolls back, and says so itself.

use holdfast_core::task::Cancel;
use holdfast_core::{Error, Result};

/// A flag that Ctrl+C raises (and a request to end, on Unix). To be called once.
pub(crate) fn cancel_on_interrupt() -> Result<Cancel> {
    let cancel = Cancel::default();
    let raised = cancel.clone();
    ctrlc::set_handler(move || raised.cancel())
        .map_err(|error| Error::Unexpected(error.to_string()))?;
    Ok(cancel)
}
