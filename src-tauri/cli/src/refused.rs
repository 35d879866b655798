//! What could not be parsed, in the user's words.

use crate::args::Expected;
use crate::out;
use crate::stop::{DONE, Stop, USAGE};
use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use holdfast_core::voice::Voice;
use std::error::Error as _;

/// Shows help or version where that was asked, otherwise says what is wrong; gives the exit code.
pub(crate) fn tell(error: &Error, voice: &Voice) -> u8 {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let text = error.render().to_string();
            match out::data(|writer| write!(writer, "{text}")) {
                Ok(()) => DONE,
                Err(stop) => stop.tell(voice),
            }
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            out::say(error.render().to_string().trim_end());
            USAGE
        }
        _ => Stop::Usage(sentence(error, voice)).tell(voice),
    }
}

fn sentence(error: &Error, voice: &Voice) -> String {
    let what = match error.kind() {
        ErrorKind::UnknownArgument => {
            named(error, ContextKind::InvalidArg, voice, "cli-unknown-argument")
        }
        ErrorKind::InvalidSubcommand => {
            named(error, ContextKind::InvalidSubcommand, voice, "cli-unknown-command")
        }
        ErrorKind::MissingSubcommand => Some(voice.say("cli-missing-command", &[])),
        ErrorKind::MissingRequiredArgument
        | ErrorKind::TooFewValues
        | ErrorKind::WrongNumberOfValues => {
            named(error, ContextKind::InvalidArg, voice, "cli-missing-argument")
        }
        ErrorKind::ArgumentConflict => named(error, ContextKind::InvalidArg, voice, "cli-conflict"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => value(error, voice),
        _ => None,
    };
    let what = what.unwrap_or_else(|| voice.say("cli-wrong-usage", &[]));
    format!("{what}\n{}", voice.say("cli-see-help", &[]))
}

fn named(error: &Error, context: ContextKind, voice: &Voice, key: &str) -> Option<String> {
    let names = text(error.get(context)?)?;
    Some(voice.say(key, &[("name", names.into())]))
}

/// A value that was not understood, and what is expected there.
fn value(error: &Error, voice: &Voice) -> Option<String> {
    let name = text(error.get(ContextKind::InvalidArg)?)?;
    let value = error.get(ContextKind::InvalidValue).and_then(text).unwrap_or_default();
    if value.is_empty() {
        return Some(voice.say("cli-missing-value", &[("name", name.into())]));
    }
    let expected = match error.source().and_then(|source| source.downcast_ref::<Expected>()) {
        Some(Expected(key)) => voice.say(key, &[]),
        None => match error.get(ContextKind::ValidValue).and_then(text) {
            Some(values) => voice.say("cli-expected-one-of", &[("values", values.into())]),
            None => voice.say("cli-expected-number", &[]),
        },
    };
    let args = [("name", name.into()), ("value", value.into()), ("expected", expected.into())];
    Some(voice.say("cli-bad-value", &args))
}

/// Names of arguments without what stands for their values: `--by <month|...>` is `--by`.
fn text(value: &ContextValue) -> Option<String> {
    let name = |text: &String| match text.split_once(" <") {
        Some((option, _)) if option.starts_with("--") => option.to_owned(),
        _ => text.trim_end_matches("...").to_owned(),
    };
    match value {
        ContextValue::String(text) => Some(name(text)),
        ContextValue::Strings(texts) => Some(texts.iter().map(name).collect::<Vec<_>>().join(", ")),
        _ => None,
    }
}
