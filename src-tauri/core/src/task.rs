//! Progress and cancel of long work.

use crate::{Error, Result};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
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

/// What long work is at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Rows are read, one after the other.
    #[default]
    Rows,
    /// All are read; they are made to be known again, and saved. Can still be cancelled.
    Saving,
    /// They are on disk; the figures are worked out again. Too late to cancel.
    Figures,
}

/// How far long work is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
#[ts(export)]
pub struct Progress {
    /// Rows (or steps) done.
    pub done: u64,
    /// Of how many, where that is known; bytes are turned into an estimate of rows.
    pub total: Option<u64>,
    /// What it is at.
    pub stage: Stage,
}

/// What long loops call every few thousand rows: says that the work goes on, and gives
/// `Err(Error::Cancelled)` once it was asked to stop.
pub type Beat<'b> = dyn FnMut() -> Result<()> + 'b;

/// How often work that has nothing to count says that it still goes on.
const BEAT: Duration = Duration::from_millis(50);

/// Does `work` on a thread of its own while `beat` is called here every so often, and once before.
///
/// # Errors
/// What `beat` gives, as soon as it gives it: the work is left to end by itself then, and what it
/// would have given is dropped. `Unexpected` where the thread stopped without an answer.
pub fn beside<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
    beat: &mut Beat<'_>,
) -> Result<T> {
    let (answer, answered) = channel();
    std::thread::spawn(move || drop(answer.send(work())));
    loop {
        beat()?;
        match answered.recv_timeout(BEAT) {
            Ok(done) => return Ok(done),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => {
                return Err(Error::Unexpected("a thread stopped".to_owned()));
            }
        }
    }
}

/// Hands on the first and the last progress and the first of each stage, and between them one at most
/// every so often: the core tells it at every step. The time comes from a stopwatch of the caller's, as the core has none.
pub struct Paced<C, T> {
    every: Duration,
    since_start: C,
    tell: T,
    told: Option<Duration>,
    stage: Stage,
    kept: Option<Progress>,
}

impl<C: FnMut() -> Duration, T: FnMut(Progress)> Paced<C, T> {
    /// `since_start` says how long it has been going, `tell` is who listens.
    pub fn new(every: Duration, since_start: C, tell: T) -> Self {
        Self { every, since_start, tell, told: None, stage: Stage::Rows, kept: None }
    }

    /// Takes what the core says.
    pub fn take(&mut self, progress: Progress) {
        let now = (self.since_start)();
        let is_early = self.told.is_some_and(|told| now < told + self.every);
        if is_early && progress.stage == self.stage {
            self.kept = Some(progress);
            return;
        }
        self.told = Some(now);
        self.stage = progress.stage;
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
            paced.take(Progress { done: *step, ..Progress::default() });
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

    #[test]
    fn a_new_stage_is_told_at_once() {
        let mut heard = Vec::new();
        let tell = |step: Progress| heard.push(step.stage);
        let mut paced = Paced::new(Duration::from_secs(9), || Duration::ZERO, tell);
        for stage in [Stage::Rows, Stage::Rows, Stage::Saving, Stage::Saving, Stage::Figures] {
            paced.take(Progress { stage, ..Progress::default() });
        }
        paced.finish();
        assert_eq!(heard, [Stage::Rows, Stage::Saving, Stage::Figures]);
    }

    #[test]
    fn long_work_is_waited_for_with_beats_and_can_be_left() {
        let mut beats = 0;
        let slow = || std::thread::sleep(Duration::from_millis(260));
        let mut count = || {
            beats += 1;
            Ok(())
        };
        assert!(
            beside(
                move || {
                    slow();
                    7
                },
                &mut count
            )
            .is_ok_and(|done| done == 7)
        );
        assert!(beats >= 2, "{beats}");
        let begun = std::time::Instant::now();
        let left =
            beside(|| std::thread::sleep(Duration::from_secs(9)), &mut || Err(Error::Cancelled));
        assert!(matches!(left, Err(Error::Cancelled)));
        assert!(begun.elapsed() < Duration::from_secs(5));
    }
}
