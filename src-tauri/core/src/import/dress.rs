//! What the user says about how a file is written; what is left open is found out.

use super::sniff::Encoding;
use super::{FileTrouble, Sniffed};
use crate::Result;
use crate::voice::Voice;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::preview::{ImportChoice, ImportOption};

/// How a file is written, as far as somebody has said so.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(export)]
pub struct Dress {
    /// Name of its encoding: `windows-1252`, any label of the web's list.
    pub encoding: Option<String>,
    /// What stands between its cells; `tab` for a tab.
    pub delimiter: Option<String>,
    /// Its first row is data: the columns have no names.
    pub headless: bool,
}

/// The dress of a file as the window lets it be changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ImportDress {
    /// How its characters are written.
    pub encoding: ImportOption,
    /// What stands between its cells.
    pub delimiter: ImportOption,
    /// Its first row is data.
    pub headless: bool,
}

/// Encodings to choose from: those of old exports in the languages of Europe.
const ENCODINGS: [&str; 9] = [
    "utf-8",
    "windows-1252",
    "iso-8859-15",
    "windows-1250",
    "iso-8859-2",
    "windows-1251",
    "macintosh",
    "utf-16le",
    "utf-16be",
];
/// Delimiters to choose from, with their words.
const DELIMITERS: [(&str, &str); 4] =
    [(",", "import-comma"), (";", "import-semicolon"), ("tab", "import-tab"), ("|", "import-bar")];

impl Dress {
    /// The encoding that was named. `BadValue` for one nobody knows.
    pub(super) fn encoding(&self) -> Result<Option<Encoding>> {
        let Some(label) = &self.encoding else { return Ok(None) };
        let found = encoding_rs::Encoding::for_label(label.as_bytes());
        match found {
            Some(code) if code == encoding_rs::UTF_8 => Ok(Some(Encoding::Utf8)),
            Some(code) if code == encoding_rs::UTF_16LE => Ok(Some(Encoding::Utf16Le)),
            Some(code) if code == encoding_rs::UTF_16BE => Ok(Some(Encoding::Utf16Be)),
            Some(code) => Ok(Some(Encoding::Other(code))),
            None => Err(bad("encoding", label)),
        }
    }

    /// The delimiter that was named. `BadValue` for one that is no single ASCII character.
    pub(super) fn delimiter(&self) -> Result<Option<u8>> {
        match self.delimiter.as_deref() {
            None => Ok(None),
            Some("tab") => Ok(Some(b'\t')),
            Some(one) => match one.as_bytes() {
                [byte] if byte.is_ascii() && !byte.is_ascii_alphanumeric() => Ok(Some(*byte)),
                _ => Err(bad("delimiter", one)),
            },
        }
    }

    /// What there is to choose, with what was found.
    pub(super) fn options(&self, sniffed: &Sniffed, voice: &Voice) -> ImportDress {
        let found = |name: &str| ImportChoice {
            code: String::new(),
            label: voice.say("import-as-found", &[("found", name.into())]),
        };
        let open = |said: &Option<String>| said.clone().unwrap_or_default();
        let codes = ENCODINGS.map(|code| ImportChoice {
            code: code.to_owned(),
            label: encoding_rs::Encoding::for_label(code.as_bytes())
                .map_or_else(String::new, |code| code.name().to_owned()),
        });
        let marks = DELIMITERS
            .map(|(code, key)| ImportChoice { code: code.to_owned(), label: voice.say(key, &[]) });
        let mark = voice.say(delimiter_key(sniffed.dialect.delimiter), &[]);
        let option = |chosen: String, first: ImportChoice, rest: Vec<ImportChoice>| {
            let mut choices = rest;
            choices.insert(0, first);
            ImportOption { chosen, choices, hint: None }
        };
        ImportDress {
            encoding: option(open(&self.encoding), found(sniffed.encoding.name()), codes.into()),
            delimiter: option(open(&self.delimiter), found(&mark), marks.into()),
            headless: self.headless,
        }
    }
}

/// Words of a delimiter; of any other than the usual ones those of a comma.
pub(super) fn delimiter_key(byte: u8) -> &'static str {
    let mark = if byte == b'\t' { "tab".to_owned() } else { char::from(byte).to_string() };
    let known = DELIMITERS.iter().find(|(code, _)| *code == mark);
    known.map_or("import-comma", |(_, key)| key)
}

fn bad(field: &str, value: &str) -> crate::Error {
    FileTrouble::BadValue { field: field.to_owned(), value: value.to_owned() }.into()
}
