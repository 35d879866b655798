//! One enum for everything that can go wrong, with the sentence the user reads.

use crate::loyalty::Unsound;
use crate::model::Day;
use crate::segment::{Fault, Problem};
use crate::voice::Voice;
use serde::Serialize;
use ts_rs::TS;

/// What the core's functions give.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What can go wrong. The `Display` text is for logs; people read [`Error::message`].
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Asked to stop, and nothing was changed.
    #[error("cancelled")]
    Cancelled,
    /// Not a SQLite file, or not one of ours.
    #[error("not a Holdfast workspace: {file}")]
    NotAWorkspace {
        /// Its name.
        file: String,
    },
    /// Written by a newer Holdfast.
    #[error("workspace version {version} is newer than {known}")]
    NewerWorkspace {
        /// Its schema version.
        version: u32,
        /// Ours.
        known: u32,
    },
    /// Another window has it open for writing.
    #[error("workspace is open elsewhere: {file}")]
    WorkspaceBusy {
        /// Its name.
        file: String,
    },
    /// SQLite finds the file damaged.
    #[error("workspace is damaged: {details}")]
    Damaged {
        /// SQLite's words.
        details: String,
    },
    /// The file is there already and would be overwritten.
    #[error("file exists: {file}")]
    FileExists {
        /// Its name.
        file: String,
    },
    /// No such file.
    #[error("no such file: {file}")]
    NoSuchFile {
        /// Its name.
        file: String,
    },
    /// No customer of this number (any more).
    #[error("no such customer")]
    NoSuchCustomer,
    /// No record of this number (any more).
    #[error("no such record")]
    NoSuchRecord,
    /// Other records need it.
    #[error("needed by {count} others")]
    RecordNeeded {
        /// How many.
        count: i64,
    },
    /// No metric of this name, or no such period.
    #[error("no such figure: {metric} {period}")]
    NoSuchFigure {
        /// The metric.
        metric: String,
        /// The period.
        period: String,
    },
    /// No list of this name.
    #[error("no such list: {list}")]
    NoSuchList {
        /// The name.
        list: String,
    },
    /// No workspace is open.
    #[error("no workspace is open")]
    NoWorkspace,
    /// A file that cannot be imported at all.
    #[error(transparent)]
    File(#[from] crate::import::FileTrouble),
    /// The disk is full; nothing was changed.
    #[error("disk full, {missing:?} bytes missing")]
    DiskFull {
        /// How many more bytes the work needs, about; absent where nobody can tell.
        missing: Option<u64>,
    },
    /// A setting that makes no sense; nothing was changed.
    #[error("setting {field}: {value}")]
    BadSetting {
        /// Which one.
        field: &'static str,
        /// As it was typed.
        value: String,
    },
    /// No survey of this name.
    #[error("no such survey: {survey}")]
    NoSuchSurvey {
        /// The name.
        survey: String,
    },
    /// No answer of this number (any more).
    #[error("no such answer")]
    NoSuchAnswer,
    /// An answer that is not on its scale; nothing was written.
    #[error("answer {value} is not from {low} to {high}")]
    BadAnswer {
        /// As it was typed; empty for none at all.
        value: String,
        /// The lowest answer.
        low: u8,
        /// The highest one.
        high: u8,
    },
    /// Not a date; nothing was written.
    #[error("not a day: {value}")]
    BadDay {
        /// As it was typed.
        value: String,
    },
    /// There is one of this name already.
    #[error("name is taken: {name}")]
    NameTaken {
        /// The name.
        name: String,
    },
    /// There is no loyalty programme.
    #[error("no loyalty programme")]
    NoProgramme,
    /// Rules nobody can play by; nothing was written.
    #[error("unsound programme: {0:?}")]
    UnsoundProgramme(Unsound),
    /// No reward of this number that is still offered.
    #[error("no such reward")]
    NoSuchReward,
    /// He was no member of the programme on that day.
    #[error("not a member on {day}")]
    NotAMember {
        /// The day.
        day: Day,
    },
    /// Fewer points than are to be redeemed; nothing was written.
    #[error("{points} points of {balance}")]
    ShortOfPoints {
        /// What he has, below 0 after a reversal.
        balance: i64,
        /// What was to be redeemed.
        points: i64,
    },
    /// Another write goes on.
    #[error("busy with another write")]
    WriteBusy,
    /// There is no change of that number that stands.
    #[error("no such change: {change}")]
    NoSuchChange {
        /// Its number.
        change: i64,
    },
    /// Later changes touched the same rows.
    #[error("cannot be done again")]
    CannotRedo,
    /// Reading or writing a file failed.
    #[error("{file}: {source}")]
    Io {
        /// Its name.
        file: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// A segment that means nothing in this workspace.
    #[error(transparent)]
    Segment(#[from] Fault),
    /// A bug or a broken machine: nothing the user can help.
    #[error("unexpected: {0}")]
    Unexpected(String),
}

/// An error as the window gets it: the UI acts on `code` and shows `message`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Failure {
    /// `not_a_workspace`
    pub code: String,
    /// What, where and what to do, in the user's language.
    pub message: String,
}

impl Error {
    /// Stable name, also the key of its sentence in the catalogue (`error-not-a-workspace`).
    pub fn code(&self) -> &'static str {
        match self {
            Self::Cancelled => "cancelled",
            Self::NotAWorkspace { .. } => "not_a_workspace",
            Self::NewerWorkspace { .. } => "newer_workspace",
            Self::WorkspaceBusy { .. } => "workspace_busy",
            Self::Damaged { .. } => "damaged",
            Self::FileExists { .. } => "file_exists",
            Self::NoSuchFile { .. } => "no_such_file",
            Self::NoSuchCustomer => "no_such_customer",
            Self::NoSuchRecord => "no_such_record",
            Self::RecordNeeded { .. } => "record_needed",
            Self::NoSuchFigure { .. } => "no_such_figure",
            Self::NoSuchList { .. } => "no_such_list",
            Self::NoWorkspace => "no_workspace",
            Self::File(trouble) => trouble.code(),
            Self::DiskFull { .. } => "disk_full",
            Self::BadSetting { .. } => "bad_setting",
            Self::NoSuchSurvey { .. } => "no_such_survey",
            Self::NoSuchAnswer => "no_such_answer",
            Self::BadAnswer { .. } => "bad_answer",
            Self::BadDay { .. } => "bad_day",
            Self::NameTaken { .. } => "name_taken",
            Self::NoProgramme => "no_programme",
            Self::UnsoundProgramme(_) => "unsound_programme",
            Self::NoSuchReward => "no_such_reward",
            Self::NotAMember { .. } => "not_a_member",
            Self::ShortOfPoints { .. } => "short_of_points",
            Self::WriteBusy => "write_busy",
            Self::NoSuchChange { .. } => "no_such_change",
            Self::CannotRedo => "cannot_redo",
            Self::Io { .. } => "io",
            Self::Segment(fault) => match fault.problem {
                Problem::Syntax => "segment_syntax",
                Problem::UnknownAttribute(_) => "unknown_attribute",
                Problem::NotANumber(_) => "segment_number",
                Problem::NotAPeriod(_) => "segment_period",
            },
            Self::Unexpected(_) => "unexpected",
        }
    }

    /// The sentence for people: what happened, where, what to do.
    pub fn message(&self, voice: &Voice) -> String {
        let key = format!("error-{}", self.code().replace('_', "-"));
        match self {
            Self::Cancelled
            | Self::DiskFull { missing: None }
            | Self::NoSuchCustomer
            | Self::NoSuchRecord
            | Self::NoSuchAnswer
            | Self::NoSuchReward
            | Self::NoProgramme
            | Self::NoWorkspace
            | Self::CannotRedo
            | Self::WriteBusy => voice.say(&key, &[]),
            Self::DiskFull { missing: Some(bytes) } => {
                voice.say("error-disk-full-missing", &[("size", voice.size(*bytes).into())])
            }
            Self::File(trouble) => trouble.message(voice),
            Self::UnsoundProgramme(why) => voice.say(&key, &[("why", unsound(*why).into())]),
            Self::NotAMember { day } => voice.say(&key, &[("day", voice.day(*day).into())]),
            Self::ShortOfPoints { balance, points } => {
                let state = if *balance < 0 { "negative" } else { "short" };
                let (balance, points) = (voice.count(*balance), voice.count(*points));
                let args = [
                    ("state", state.into()),
                    ("balance", balance.into()),
                    ("points", points.into()),
                ];
                voice.say(&key, &args)
            }
            Self::RecordNeeded { count } => {
                let args = [("count", (*count).into()), ("text", voice.count(*count).into())];
                voice.say(&key, &args)
            }
            Self::NoSuchChange { change } => {
                voice.say(&key, &[("change", change.to_string().into())])
            }
            Self::NotAWorkspace { file }
            | Self::WorkspaceBusy { file }
            | Self::FileExists { file }
            | Self::NoSuchFile { file } => voice.say(&key, &[("file", file.as_str().into())]),
            Self::NoSuchFigure { metric, period } => voice.say(
                &key,
                &[("metric", metric.as_str().into()), ("period", period.as_str().into())],
            ),
            Self::NoSuchSurvey { survey } => voice.say(&key, &[("survey", survey.as_str().into())]),
            Self::BadAnswer { value, low, high } => voice.say(
                &key,
                &[
                    ("value", value.as_str().into()),
                    ("low", low.to_string().into()),
                    ("high", high.to_string().into()),
                ],
            ),
            Self::BadDay { value } => voice.say(&key, &[("value", value.as_str().into())]),
            Self::NameTaken { name } => voice.say(&key, &[("name", name.as_str().into())]),
            Self::NoSuchList { list } => voice.say(&key, &[("list", list.as_str().into())]),
            Self::BadSetting { field, value } => {
                voice.say(&key, &[("field", (*field).into()), ("value", value.as_str().into())])
            }
            Self::NewerWorkspace { version, known } => voice.say(
                &key,
                &[("version", version.to_string().into()), ("known", known.to_string().into())],
            ),
            Self::Damaged { details } | Self::Unexpected(details) => {
                voice.say(&key, &[("details", details.as_str().into())])
            }
            Self::Segment(Fault { position, problem }) => {
                let value = match problem {
                    Problem::Syntax => "",
                    Problem::UnknownAttribute(text)
                    | Problem::NotANumber(text)
                    | Problem::NotAPeriod(text) => text,
                };
                let position = position.to_string();
                voice.say(&key, &[("position", position.into()), ("value", value.into())])
            }
            Self::Io { file, source } => voice.say(
                &key,
                &[("file", file.as_str().into()), ("details", source.to_string().into())],
            ),
        }
    }

    /// As it crosses to the window.
    pub fn failure(&self, voice: &Voice) -> Failure {
        Failure { code: self.code().to_owned(), message: self.message(voice) }
    }
}

/// What the sentence about rules that cannot be played chooses by.
fn unsound(why: Unsound) -> &'static str {
    match why {
        Unsound::Tiers => "tiers",
        Unsound::Thresholds => "thresholds",
        Unsound::Names => "names",
        Unsound::Amount => "amount",
        Unsound::Cost => "cost",
        Unsound::Redemption => "redemption",
        Unsound::Expiry => "expiry",
    }
}

impl From<rusqlite::Error> for Error {
    /// Only the codes for corruption, and values no Holdfast writes, count as damage; a full disk
    /// does not.
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error as Sql;
        use rusqlite::ErrorCode as Code;
        let foreign =
            matches!(
                error,
                Sql::FromSqlConversionFailure(..)
                    | Sql::InvalidColumnType(..)
                    | Sql::IntegralValueOutOfRange(..)
                    | Sql::Utf8Error(..)
            ) || ["no such ", "malformed"].iter().any(|sign| error.to_string().contains(sign));
        match error.sqlite_error_code() {
            Some(Code::OperationInterrupted) => Self::Cancelled,
            Some(Code::DiskFull) => Self::DiskFull { missing: None },
            _ if is_write_refused(&error) => Self::DiskFull { missing: None },
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::WriteBusy,
            // No value of ours is near the size SQLite refuses: a length in the file is wrong.
            Some(Code::DatabaseCorrupt | Code::NotADatabase | Code::TooBig) => {
                Self::Damaged { details: error.to_string() }
            }
            _ if foreign => Self::Damaged { details: error.to_string() },
            _ => Self::Unexpected(error.to_string()),
        }
    }
}

/// A file that may not grow any more, because of a limit of the system or of its kind of disk: to
/// SQLite only a write that failed.
fn is_write_refused(error: &rusqlite::Error) -> bool {
    let code = error.sqlite_error().map(|error| error.extended_code);
    code == Some(rusqlite::ffi::SQLITE_IOERR_WRITE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::voice::{Language, Region};

    #[test]
    fn every_language_has_a_sentence_for_what_can_go_wrong() {
        for language in Language::ALL {
            let voice = Voice::new(language, Region::default());
            let error = Error::NewerWorkspace { version: 9, known: 1 };
            let message = error.message(&voice);
            assert!(message.contains('9'), "{message}");
            let full = Error::DiskFull { missing: Some(120_500_000) }.message(&voice);
            assert!(full.contains("120 MB"), "{full}");
        }
    }
}
