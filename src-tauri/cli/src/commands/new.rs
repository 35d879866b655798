//! `new`: an empty workspace.

use crate::args::{self, Arguments};
use crate::stop::{DONE, Outcome};
use crate::{out, place};
use chrono_tz::Tz;
use clap::Args;
use holdfast_core::model::Currency;
use holdfast_core::store::{Founding, Store};
use holdfast_core::voice::Voice;
use std::path::Path;

/// `new [--currency EUR] [--time-zone Europe/Amsterdam]`
#[derive(Debug, Args)]
pub(crate) struct New {
    #[arg(long, value_name = "EUR", default_value = "EUR", value_parser = args::currency)]
    currency: Currency,
    #[arg(long, value_name = "Europe/Amsterdam", value_parser = args::time_zone)]
    time_zone: Option<Tz>,
}

impl New {
    pub(crate) fn run(&self, arguments: &Arguments, voice: &Voice) -> Outcome {
        let path = place::new(arguments, "workspace");
        let founding = Founding {
            name: name(&path),
            currency: self.currency,
            time_zone: self.time_zone.unwrap_or_else(of_this_computer),
        };
        Store::create(&path, &founding)?;
        out::say(&voice.say("cli-made", &[("file", path.display().to_string().into())]));
        Ok(DONE)
    }
}

/// What the workspace is called: its file, without the ending.
fn name(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// UTC where the system does not tell.
fn of_this_computer() -> Tz {
    iana_time_zone::get_timezone().ok().and_then(|name| name.parse().ok()).unwrap_or(Tz::UTC)
}
