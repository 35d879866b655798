//! Rows that were left out, as a CSV to be corrected and imported again.

use crate::Result;
use crate::import::csv_line;
use crate::import::input::io_error;
use crate::import::records::Record;
use crate::import::sniff::Sniffed;
use crate::import::value::{Decimals, Number, OrderHint, Stamp, decoded, trim};
use crate::import::{Field, Mapping, Origin};
use std::borrow::Cow;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

/// Writes the file with the first row that is left out; without one there is no file.
pub(super) struct Rejects<'a> {
    path: Option<&'a Path>,
    header: &'a [String],
    /// The file's own: where it came from, a spreadsheet cuts it right.
    delimiter: u8,
    /// Letters beyond ASCII stand in it.
    foreign: bool,
    mapping: &'a Mapping,
    file: Option<BufWriter<File>>,
}

impl<'a> Rejects<'a> {
    pub(super) fn new(path: Option<&'a Path>, sniffed: &'a Sniffed, mapping: &'a Mapping) -> Self {
        let cells = sniffed.rows.iter().flat_map(|row| &row.cells);
        let foreign = !sniffed.header.iter().chain(cells).all(|cell| cell.is_ascii());
        let delimiter = sniffed.dialect.delimiter;
        Self { path, header: &sniffed.header, delimiter, foreign, mapping, file: None }
    }

    /// Adds a record as it stands in the file, in UTF-8.
    pub(super) fn add(&mut self, record: &Record<'_>) -> Result<()> {
        let Some(path) = self.path else { return Ok(()) };
        let failed = |e| io_error(&path.to_string_lossy(), e);
        let file = match &mut self.file {
            Some(file) => file,
            slot => {
                let mut file = BufWriter::new(File::create(path).map_err(failed)?);
                // The mark makes a spreadsheet read it as the UTF-8 it is.
                if self.foreign {
                    file.write_all("\u{FEFF}".as_bytes()).map_err(failed)?;
                }
                let names = self.header.iter().map(|name| harmless(name.into()));
                csv_line::write(&mut file, self.delimiter, names).map_err(failed)?;
                slot.insert(file)
            }
        };
        let cells =
            record.fields().enumerate().map(|(at, cell)| match plain(at, cell, self.mapping) {
                Some(plain) => Cow::Owned(plain),
                None => harmless(decoded(cell)),
            });
        csv_line::write(file, self.delimiter, cells).map_err(failed)
    }

    pub(super) fn finish(self) -> Result<()> {
        let (Some(path), Some(mut file)) = (self.path, self.file) else { return Ok(()) };
        file.flush().map_err(|e| io_error(&path.to_string_lossy(), e))
    }
}

/// A cell that other rows of its column decided how to read, so that it reads the same without
/// them: `03/04/2025` as `2025-03-04`, `1.234` as `1234`. `None` for all others.
fn plain(at: usize, cell: &[u8], mapping: &Mapping) -> Option<String> {
    let cell = trim(cell);
    let is = |(field, origin): (&Field, &Origin)| (*origin == Origin::Column(at)).then_some(*field);
    let field = mapping.origins.iter().find_map(is)?;
    let style = mapping.styles.get(at)?;
    if field.is_date() && Stamp::hint(cell) == OrderHint::Either {
        let end = cell.iter().position(u8::is_ascii_whitespace).unwrap_or(cell.len());
        let (date, time) = cell.split_at(end);
        let stamp = Stamp::read(date, style.order?).ok().flatten()?;
        return Some(format!("{}{}", stamp.day, decoded(time)));
    }
    // What is no number stays as it is: that is what has to be corrected.
    let open = field.is_decimal()
        && Number::hint(cell) == Decimals::Unknown
        && Number::read(cell, style.decimals).is_some();
    let mark = match style.decimals {
        Decimals::Comma if open => b',',
        Decimals::Point if open => b'.',
        _ => return None,
    };
    let text = decoded(cell);
    if memchr::memchr(mark, cell).is_some() {
        // One digit more tells that these are decimals.
        return Some(text.into_owned() + "0");
    }
    cell.iter().any(|b| matches!(b, b'.' | b',')).then(|| text.replace(['.', ','], ""))
}

/// Text that a spreadsheet would take for a formula gets an apostrophe before it, which our own
/// reading takes off again; numbers stay numbers.
fn harmless(cell: Cow<'_, str>) -> Cow<'_, str> {
    let first = cell.trim_start_matches([' ', '\u{FEFF}', '\u{200B}']).chars().next();
    let odd = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    let number = || Number::read(trim(cell.as_bytes()), Decimals::Unknown).is_some();
    if first.is_some_and(|c| odd.contains(&c)) && !number() {
        Cow::Owned(format!("'{cell}"))
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_read_by_its_column_is_rewritten() {
        use crate::import::{Input, MappingRequest, map, sniff};
        let text =
            "Klantnr;Naam;Maandbedrag;Startdatum\n1;A;29,00;13-02-2025\n2;B;1,234;01-02-2025\n";
        let sniffed = sniff(&Input::bytes("t.csv", text.as_bytes()).unwrap()).unwrap();
        let mapping = map(&sniffed, &MappingRequest::default()).unwrap();
        let written = |at: usize, cell: &str| plain(at, cell.as_bytes(), &mapping);
        assert_eq!(written(2, "1,234").as_deref(), Some("1,2340"));
        assert_eq!(written(2, "1.234").as_deref(), Some("1234"));
        assert_eq!(written(3, "01-02-2025").as_deref(), Some("2025-02-01"));
        for wrong in ["12,x", "29,0o", "1.23x", "12,5"] {
            assert_eq!(written(2, wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_would_be_a_formula_is_text_and_reads_back() {
        for cell in ["=1+1", "+SUM(A1)", "-2+3", "@x", "＝1"] {
            let written = harmless(cell.into());
            assert_eq!(written, format!("'{cell}"));
            assert_eq!(crate::import::value::text(written.as_bytes()), cell);
        }
        for cell in ["-29.00", "+5", "Ann", "'t Hoekje", ""] {
            assert_eq!(harmless(cell.into()), cell);
        }
    }
}
