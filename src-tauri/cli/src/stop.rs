//! Why a command ends early, and the exit code that says so.

use crate::out;
use holdfast_core::Error;
use holdfast_core::voice::Voice;
use std::io;

/// Done.
pub(crate) const DONE: u8 = 0;
/// The data has problems; what could be taken was taken.
pub(crate) const PROBLEMS: u8 = 1;
/// Wrong usage.
pub(crate) const USAGE: u8 = 2;
/// The workspace cannot be opened.
pub(crate) const WORKSPACE: u8 = 3;
/// Input or output failed.
pub(crate) const INPUT_OUTPUT: u8 = 4;
/// Cancelled: 128 and the number of the signal, as shells have it.
pub(crate) const CANCELLED: u8 = 130;

/// What a command gives: its exit code, or why it stopped.
pub(crate) type Outcome = Result<u8, Stop>;

/// Why a command ends early.
#[derive(Debug)]
pub(crate) enum Stop {
    /// It was asked for something that does not exist, with the whole sentence.
    Usage(String),
    /// The workspace did not open.
    Opening(Error),
    /// The core refused or failed.
    Core(Error),
    /// Standard output, or a file to be written, did not take it.
    Output(String, io::Error),
}

impl Stop {
    /// Says it on standard error; gives the exit code.
    pub(crate) fn tell(self, voice: &Voice) -> u8 {
        match self {
            Self::Usage(sentence) => {
                out::say(&sentence);
                USAGE
            }
            Self::Opening(error) => {
                out::say(&error.message(voice));
                WORKSPACE
            }
            Self::Core(error) => {
                out::say(&error.message(voice));
                code(&error)
            }
            // Whoever read our output has seen enough: `| head` is no failure.
            Self::Output(_, error) if error.kind() == io::ErrorKind::BrokenPipe => DONE,
            Self::Output(name, error) => {
                let args = [("name", name.into()), ("details", error.to_string().into())];
                out::say(&voice.say("cli-cannot-write", &args));
                INPUT_OUTPUT
            }
        }
    }
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Core(error)
    }
}

/// The exit code of an error of the core, once the workspace is open.
pub(crate) fn code(error: &Error) -> u8 {
    match error {
        Error::Cancelled => CANCELLED,
        Error::NotAWorkspace { .. }
        | Error::NewerWorkspace { .. }
        | Error::WorkspaceBusy { .. }
        | Error::Damaged { .. } => WORKSPACE,
        _ => INPUT_OUTPUT,
    }
}
