//! Holdfast from a terminal: the same core, the same figures. Data goes to standard output, words
//! to standard error, and the exit code says how it went.

mod args;
mod asked;
mod clock;
mod commands;
mod help;
mod interrupt;
mod out;
mod place;
mod progress;
mod refused;
mod stop;
mod table;
mod words;

use clap::FromArgMatches;
use std::process::ExitCode;

fn main() -> ExitCode {
    let voice = words::voice(std::env::args_os());
    let parsed = help::localised(&voice)
        .try_get_matches()
        .and_then(|matches| args::Arguments::from_arg_matches(&matches));
    let code = match parsed {
        Ok(arguments) => match commands::run(&arguments, &voice) {
            Ok(code) => code,
            Err(stop) => stop.tell(&voice),
        },
        Err(error) => refused::tell(&error, &voice),
    };
    ExitCode::from(code)
}
