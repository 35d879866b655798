//! What is said while something long goes on.

use crate::out;
use holdfast_core::task::{Progress, Stage};
use holdfast_core::voice::Voice;
use std::io::{self, IsTerminal, Write};

/// How far an import is: one line that is written over on a terminal, lines elsewhere.
pub(crate) struct ProgressLine<'a> {
    file: &'a str,
    terminal: bool,
    wanted: bool,
}

impl<'a> ProgressLine<'a> {
    pub(crate) fn new(file: &'a str, wanted: bool) -> Self {
        let terminal = io::stderr().is_terminal();
        Self { file, terminal, wanted: wanted || terminal }
    }

    /// Says it.
    pub(crate) fn show(&self, progress: Progress, voice: &Voice) {
        if !self.wanted {
            return;
        }
        let count = |rows: u64| voice.count(i64::try_from(rows).unwrap_or(i64::MAX));
        let mut args = vec![("file", self.file.into()), ("done", count(progress.done).into())];
        let key = match progress.total {
            _ if progress.stage != Stage::Rows => "cli-progress-saving",
            Some(total) => {
                args.push(("total", count(total).into()));
                "cli-progress-of"
            }
            None => "cli-progress",
        };
        let sentence = out::harmless(&voice.say(key, &args), false);
        if self.terminal {
            write!(io::stderr().lock(), "\r{sentence}\u{1b}[K").ok();
        } else {
            out::say(&sentence);
        }
    }

    /// Leaves the line empty for what comes next.
    pub(crate) fn clear(&self) {
        if self.terminal {
            write!(io::stderr().lock(), "\r\u{1b}[K").ok();
        }
    }
}
