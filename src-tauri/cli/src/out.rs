//! Data on standard output, through one locked and buffered writer; words on standard error.

use crate::stop::Stop;
use serde::Serialize;
use std::io::{self, BufWriter, Write};

/// Writes to standard output and sees to it that everything has left.
pub(crate) fn data(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Stop> {
    let mut writer = BufWriter::new(io::stdout().lock());
    write(&mut writer)
        .and_then(|()| writer.flush())
        .map_err(|error| Stop::Output("stdout".to_owned(), error))
}

/// One JSON value and a line's end.
pub(crate) fn json(value: &impl Serialize) -> Result<(), Stop> {
    data(|writer| {
        serde_json::to_writer(&mut *writer, value)?;
        writeln!(writer)
    })
}

/// A sentence on standard error. Where that is closed there is nobody left to tell.
pub(crate) fn say(sentence: &str) {
    writeln!(io::stderr().lock(), "{}", harmless(sentence, true)).ok();
}

/// Text of other people's files as a terminal may see it: nothing that moves the cursor, changes
/// colours or turns the writing direction. Line ends stay where `lines` allows them.
pub(crate) fn harmless(text: &str, lines: bool) -> String {
    let shown = |c: char| match c {
        '\n' if lines => c,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        c if c.is_control() => ' ',
        c => c,
    };
    text.chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_write_to_the_terminal() {
        assert_eq!(harmless("a\u{1b}[2Jb\nc\u{202e}d", false), "a [2Jb c\u{fffd}d");
        assert_eq!(harmless("a\nb\r", true), "a\nb ");
    }
}
