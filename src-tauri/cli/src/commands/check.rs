//! `check`: looks whether the workspace is sound.

use crate::args::Arguments;
use crate::stop::{DONE, Outcome, PROBLEMS, Stop};
use crate::{out, place};
use clap::Args;
use holdfast_core::store;
use holdfast_core::voice::Voice;

/// `check`
#[derive(Debug, Args)]
pub(crate) struct Check {}

impl Check {
    pub(crate) fn run(&self, arguments: &Arguments, voice: &Voice) -> Outcome {
        let path = place::existing(arguments, voice)?;
        let conn = store::open_reading(&path).map_err(Stop::Opening)?;
        let findings = store::check(&conn)?;
        for finding in &findings {
            out::say(&finding.message(voice));
        }
        if findings.is_empty() {
            out::say(&voice.say("cli-check-sound", &[]));
        }
        Ok(if findings.is_empty() { DONE } else { PROBLEMS })
    }
}
