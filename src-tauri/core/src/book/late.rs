//! What is read when it is first asked for.

use crate::Result;
use std::sync::{Mutex, OnceLock, PoisonError};

/// A value that whoever asks first reads; who asks meanwhile waits for it: two that read millions of
/// rows beside each other each take more than twice as long.
#[derive(Debug)]
pub(super) struct Late<T> {
    value: OnceLock<T>,
    reading: Mutex<()>,
}

impl<T> Default for Late<T> {
    fn default() -> Self {
        Self { value: OnceLock::new(), reading: Mutex::default() }
    }
}

impl<T> Late<T> {
    /// The value, where it was read.
    pub(super) fn get(&self) -> Option<&T> {
        self.value.get()
    }

    /// Takes a value that is known already.
    pub(super) fn set(&self, value: T) {
        self.value.set(value).ok();
    }

    /// The value, read where it was not yet.
    pub(super) fn get_or_read(&self, read: impl FnOnce() -> Result<T>) -> Result<&T> {
        if let Some(value) = self.value.get() {
            return Ok(value);
        }
        // A worker that waits could not do the work that is waited for.
        let is_worker = rayon::current_thread_index().is_some();
        let turn = || self.reading.lock().unwrap_or_else(PoisonError::into_inner);
        let _turn = (!is_worker).then(turn);
        if let Some(value) = self.value.get() {
            return Ok(value);
        }
        let value = read()?;
        Ok(self.value.get_or_init(|| value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Error;
    use std::sync::atomic::{AtomicU32, Ordering};
    use std::time::Duration;

    #[test]
    fn it_is_read_once_whoever_asks_and_again_after_a_failure() {
        let (late, times) = (Late::default(), AtomicU32::new(0));
        assert!(late.get_or_read(|| Err(Error::WriteBusy)).is_err());
        let slowly = || {
            times.fetch_add(1, Ordering::Relaxed);
            std::thread::sleep(Duration::from_millis(20));
            Ok(7)
        };
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| assert_eq!(*late.get_or_read(slowly).unwrap(), 7));
            }
        });
        assert_eq!((times.into_inner(), late.get()), (1, Some(&7)));
    }
}
