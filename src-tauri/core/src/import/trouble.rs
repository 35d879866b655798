//! What stops a whole file, each with its line where there is one and its own sentence.

use super::{Field, Kind};
use crate::voice::Voice;

/// Why a file cannot be imported at all; nothing was changed. Problems of single rows are a
/// [`super::Problem`] each.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileTrouble {
    /// Binary data: a picture, a database, a PDF.
    #[error("not a CSV: {file}")]
    NotCsv {
        /// Its name.
        file: String,
    },
    /// JSON, one value or one a line.
    #[error("JSON: {file}")]
    Json {
        /// Its name.
        file: String,
    },
    /// An old Excel workbook, or an archive of another kind.
    #[error("a workbook or archive: {file}")]
    Workbook {
        /// Its name.
        file: String,
    },
    /// An archive or workbook that cannot be unpacked.
    #[error("damaged archive: {file}")]
    BrokenArchive {
        /// Its name.
        file: String,
    },
    /// An archive with a password.
    #[error("locked archive: {file}")]
    LockedArchive {
        /// Its name.
        file: String,
    },
    /// An archive without any CSV.
    #[error("no CSV in {file}")]
    NoCsvInside {
        /// Its name.
        file: String,
    },
    /// Several tables where one is asked for.
    #[error("several tables in {file}")]
    SeveralInside {
        /// Its name.
        file: String,
        /// Names of the tables.
        inside: Vec<String>,
    },
    /// A directory, a pipe, a device.
    #[error("not a file: {file}")]
    NotAFile {
        /// Its name.
        file: String,
    },
    /// Nothing in it.
    #[error("empty: {file}")]
    Empty {
        /// Its name.
        file: String,
    },
    /// A header and no row.
    #[error("headers only: {file}")]
    HeadersOnly {
        /// Its name.
        file: String,
    },
    /// The headers tell of no kind of file we know.
    #[error("kind unknown: {file}")]
    UnknownKind {
        /// Its name.
        file: String,
    },
    /// Columns this kind of file cannot do without are not there.
    #[error("columns missing in {file}: {missing:?}")]
    WrongColumns {
        /// Its name.
        file: String,
        /// What it was read as.
        kind: Kind,
        /// What is missing.
        missing: Vec<Field>,
        /// What to do about it, where files of its exporter are known to lack it.
        remedy: Option<&'static str>,
    },
    /// A field that does not exist for this kind was named.
    #[error("no field {field}")]
    UnknownField {
        /// As it was named.
        field: String,
        /// The kind.
        kind: Kind,
    },
    /// A column the file does not have was named.
    #[error("no column {column}")]
    UnknownColumn {
        /// As it was named.
        column: String,
        /// The file.
        file: String,
        /// Those it has.
        known: Vec<String>,
    },
    /// A value given for all rows cannot be read as what it should be.
    #[error("{value} is no {field}")]
    BadValue {
        /// The field.
        field: String,
        /// The value.
        value: String,
    },
    /// A quote without its partner swallows the rest.
    #[error("stray quote in {file}, line {line}")]
    StrayQuote {
        /// Its name.
        file: String,
        /// Where the record begins.
        line: u64,
    },
    /// Past one of the limits.
    #[error("{limit:?} passed in {file}, line {line}")]
    Limit {
        /// Its name.
        file: String,
        /// Which one.
        limit: Limit,
        /// Where; 0 for the whole file.
        line: u64,
    },
}

/// What a CSV may not exceed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// 2 GiB a file.
    File,
    /// 64 KiB a field.
    Field,
    /// 1 MiB a record.
    Record,
    /// 512 columns.
    Columns,
    /// 20 million rows.
    Rows,
    /// 1,000 files in an archive.
    Entries,
    /// 4 GiB in all of an archive, once unpacked.
    Unpacked,
    /// 300 times the size, once unpacked.
    Ratio,
    /// 50 MiB a workbook, 200 MiB once unpacked.
    Workbook,
}

impl Limit {
    /// Bytes of a file.
    pub const FILE_BYTES: u64 = 2 << 30;
    /// Bytes of a field.
    pub const FIELD_BYTES: usize = 64 << 10;
    /// Bytes of a record.
    pub const RECORD_BYTES: usize = 1 << 20;
    /// Columns of a record.
    pub const COLUMN_COUNT: usize = 512;
    /// Rows of a file.
    pub const ROW_COUNT: u64 = 20_000_000;
    /// Files of an archive.
    pub const ENTRY_COUNT: u64 = 1_000;
    /// Bytes of an archive once unpacked.
    pub const UNPACKED_BYTES: u64 = 4 << 30;
    /// How many times larger an archive may become.
    pub const RATIO: u64 = 300;
    /// Bytes from which on that is looked at.
    pub const RATIO_FROM: u64 = 8 << 20;
    /// Bytes of a workbook.
    pub const WORKBOOK_BYTES: u64 = 50 << 20;
    /// Bytes of a workbook once unpacked.
    pub const WORKBOOK_UNPACKED: u64 = 200 << 20;
    /// Bytes of its sheets as text.
    pub const WORKBOOK_TEXT: usize = 100 << 20;
    /// Lines one record may run over.
    pub const RECORD_LINES: u64 = 50;
}

impl FileTrouble {
    /// Stable name, also the key of its sentence (`error-not-csv`).
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotCsv { .. } => "not_csv",
            Self::Json { .. } => "json",
            Self::Workbook { .. } => "workbook",
            Self::BrokenArchive { .. } => "broken_archive",
            Self::LockedArchive { .. } => "locked_archive",
            Self::NoCsvInside { .. } => "no_csv_inside",
            Self::SeveralInside { .. } => "several_inside",
            Self::NotAFile { .. } => "not_a_file",
            Self::Empty { .. } => "empty_file",
            Self::HeadersOnly { .. } => "headers_only",
            Self::UnknownKind { .. } => "unknown_kind",
            Self::WrongColumns { .. } => "wrong_columns",
            Self::UnknownField { .. } => "unknown_field",
            Self::UnknownColumn { .. } => "unknown_column",
            Self::BadValue { .. } => "bad_value",
            Self::StrayQuote { .. } => "stray_quote",
            Self::Limit { limit: Limit::File, .. } => "file_too_large",
            Self::Limit { limit: Limit::Field, .. } => "field_too_long",
            Self::Limit { limit: Limit::Record, .. } => "record_too_long",
            Self::Limit { limit: Limit::Columns, .. } => "too_many_columns",
            Self::Limit { limit: Limit::Rows, .. } => "too_many_rows",
            Self::Limit { limit: Limit::Entries, .. } => "too_many_entries",
            Self::Limit { limit: Limit::Unpacked, .. } => "archive_too_large",
            Self::Limit { limit: Limit::Ratio, .. } => "archive_bomb",
            Self::Limit { limit: Limit::Workbook, .. } => "workbook_too_large",
        }
    }

    /// The sentence for people: what happened, where, what to do.
    pub fn message(&self, voice: &Voice) -> String {
        let key = format!("error-{}", self.code().replace('_', "-"));
        match self {
            Self::NotCsv { file }
            | Self::Json { file }
            | Self::Workbook { file }
            | Self::BrokenArchive { file }
            | Self::LockedArchive { file }
            | Self::NoCsvInside { file }
            | Self::NotAFile { file }
            | Self::Empty { file }
            | Self::HeadersOnly { file }
            | Self::UnknownKind { file }
            | Self::Limit {
                file,
                limit:
                    Limit::File | Limit::Entries | Limit::Unpacked | Limit::Ratio | Limit::Workbook,
                ..
            } => voice.say(&key, &[("file", file.as_str().into())]),
            Self::SeveralInside { file, inside } => {
                let args = [("file", file.as_str().into()), ("inside", inside.join(", ").into())];
                voice.say(&key, &args)
            }
            Self::WrongColumns { file, kind, missing, remedy } => {
                let words: Vec<String> =
                    missing.iter().map(|f| voice.say(&f.label_key(), &[])).collect();
                let args = [
                    ("file", file.as_str().into()),
                    ("kind", voice.say(&format!("kind-{}", kind.code()), &[]).into()),
                    ("missing", words.join(", ").into()),
                ];
                let what = voice.say(&key, &args);
                match remedy {
                    Some(name) => format!("{what} {}", voice.say(&format!("remedy-{name}"), &[])),
                    None => what,
                }
            }
            Self::UnknownField { field, kind } => {
                let known: Vec<&str> = kind.fields().iter().map(|f| f.code()).collect();
                voice.say(
                    &key,
                    &[("field", field.as_str().into()), ("known", known.join(", ").into())],
                )
            }
            Self::UnknownColumn { column, file, known } => {
                let args = [
                    ("column", column.as_str().into()),
                    ("file", file.as_str().into()),
                    ("known", known.join(", ").into()),
                ];
                voice.say(&key, &args)
            }
            Self::BadValue { field, value } => {
                let args = [
                    ("field", field.as_str().into()),
                    ("value", value.as_str().into()),
                    ("example", example(field).into()),
                ];
                voice.say(&key, &args)
            }
            Self::StrayQuote { file, line } | Self::Limit { file, line, .. } => voice
                .say(&key, &[("file", file.as_str().into()), ("line", line.to_string().into())]),
        }
    }
}

/// What could stand in the place of a value that cannot be read.
fn example(field: &str) -> &'static str {
    match Field::from_code(field) {
        Some(field) if field.is_date() => "2026-03-31",
        Some(Field::Currency | Field::Base) => "EUR",
        Some(Field::Interval) => "month, 3 months, year",
        Some(Field::Status) => "active, canceled",
        Some(Field::AtPeriodEnd) => "yes, no",
        Some(Field::AmountMinor | Field::MrrMinor) => "2900",
        Some(field) if field.is_money() => "29.00",
        Some(_) => "1",
        None if field == "encoding" => "utf-8, windows-1252, iso-8859-15, utf-16le",
        None => "; , | tab",
    }
}
