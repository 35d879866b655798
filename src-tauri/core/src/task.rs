//! Progress and cancel of long work.

use crate::{Error, Result};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// A flag that asks long work to stop; clones share it.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Asks the work to stop.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether that was asked.
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// `Err(Error::Cancelled)` once it was asked; long loops call it every few thousand rows.
    pub fn check(&self) -> Result<()> {
        if self.is_cancelled() { Err(Error::Cancelled) } else { Ok(()) }
    }
}

/// How far long work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
#[ts(export)]
pub struct Progress {
    /// Rows (or steps) done.
    pub done: u64,
    /// Of how many, where that is known; bytes are turned into an estimate of rows.
    pub total: Option<u64>,
}

/// Hands on the first and the last progress, and between them one at most every so often: the core
/// tells it at every step. The time comes from a stopwatch of the caller's, as the core has none.
pub struct Paced<C, T> {
    every: Duration,
    since_start: C,
    tell: T,
    told: Option<Duration>,
    kept: Option<Progress>,
}

impl<C: FnMut() -> Duration, T: FnMut(Progress)> Paced<C, T> {
    /// `since_start` says how long it has been going, `tell` is who listens.
    pub fn new(every: Duration, since_start: C, tell: T) -> Self {
        Self { every, since_start, tell, told: None, kept: None }
    }

    /// Takes what the core says.
    pub fn take(&mut self, progress: Progress) {
        let now = (self.since_start)();
        if self.told.is_some_and(|told| now < told + self.every) {
            self.kept = Some(progress);
            return;
        }
        self.told = Some(now);
        self.kept = None;
        (self.tell)(progress);
    }

    /// Says the last one, if that was held back.
    pub fn finish(mut self) {
        if let Some(last) = self.kept.take() {
            (self.tell)(last);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is handed on of steps told after so many milliseconds, at most one every 50.
    fn handed_on(steps: &[u64]) -> Vec<u64> {
        let mut times = steps.iter().map(|step| Duration::from_millis(*step));
        let mut heard = Vec::new();
        let every = Duration::from_millis(50);
        let mut paced = Paced::new(every, || times.next().unwrap(), |step| heard.push(step.done));
        for step in steps {
            paced.take(Progress { done: *step, total: None });
        }
        paced.finish();
        heard
    }

    #[test]
    fn the_first_and_the_last_step_are_told_and_few_between() {
        assert!(handed_on(&[]).is_empty());
        assert_eq!(handed_on(&[7]), [7]);
        assert_eq!(handed_on(&[0, 10, 49, 50, 60, 99, 100, 220, 225]), [0, 50, 100, 220, 225]);
    }
}
