//! What a file is: encoding, delimiter, header, the first rows. Reads only its head.

use super::input::{Input, io_error};
use super::records::{Dialect, Records};
use super::value::text;
use super::{FileTrouble, Limit};
use crate::{Error, Result};
use std::io::Read;

/// How much of a file is looked at before anything else.
const HEAD_BYTES: u64 = 1 << 20;
/// Rows of the head that guesses are made from.
const HEAD_ROWS: usize = 1_000;
/// Delimiters in the order they win ties.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How characters are written. A cell that is not valid UTF-8 is read as Windows-1252 by itself,
/// so a file of that code needs no decoding of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    /// UTF-8, with or without byte order mark.
    Utf8,
    /// Western Europe of old Excel files.
    Windows1252,
    /// "Unicode text" of Excel.
    Utf16Le,
    /// The same, most significant byte first.
    Utf16Be,
}

impl Encoding {
    /// Two bytes for most characters.
    pub(super) fn is_wide(self) -> bool {
        matches!(self, Self::Utf16Le | Self::Utf16Be)
    }
}

/// What the head of a file tells.
#[derive(Clone, Debug)]
pub struct Sniffed {
    /// The file's name.
    pub file: String,
    /// How characters are written.
    pub encoding: Encoding,
    /// How it is cut into cells.
    pub dialect: Dialect,
    /// Names of the columns, each different: a second `vat` is `vat (2)`, a blank one `(3)`.
    pub header: Vec<String>,
    /// Line the header stands on.
    pub header_line: u64,
    /// The first rows, as text.
    pub rows: Vec<HeadRow>,
    /// Whether these are all rows there are.
    pub complete: bool,
    /// How many rows the file has: counted when `complete`, else estimated from its size.
    pub row_estimate: u64,
}

/// A row of the head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadRow {
    /// Line it begins on.
    pub line: u64,
    /// Its cells, at least as many as the header has.
    pub cells: Vec<String>,
}

/// Looks at the head of a file.
pub fn sniff(input: &Input) -> Result<Sniffed> {
    let raw = head(input, input.raw()?)?;
    let encoding = encoding(&input.name, &raw)?;
    let bytes = head(input, input.text(encoding)?)?;
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(FileTrouble::Empty { file: input.name.clone() }.into());
    }
    let whole = (raw.len() as u64) >= input.size;
    let dialect = dialect(&bytes);
    let sniffed = rows(input, &bytes, whole, dialect, encoding)?;
    if sniffed.rows.is_empty() {
        return Err(FileTrouble::HeadersOnly { file: input.name.clone() }.into());
    }
    Ok(sniffed)
}

fn head(input: &Input, from: Box<dyn Read + Send + '_>) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(HEAD_BYTES).read_to_end(&mut bytes).map_err(|e| io_error(&input.name, e))?;
    Ok(bytes)
}

/// First bytes of files people mistake for a CSV, and whether Excel or an unpacker opens them.
const MAGIC: [(&[u8], bool); 14] = [
    (b"PK\x03\x04", true),
    (b"PK\x05\x06", true),
    (b"\xD0\xCF\x11\xE0", true),
    (b"\x1F\x8B", true),
    (b"7z\xBC\xAF", true),
    (b"Rar!", true),
    (b"%PDF", false),
    (b"SQLite format 3\0", false),
    (b"\x89PNG", false),
    (b"\xFF\xD8\xFF", false),
    (b"GIF8", false),
    (b"\x7FELF", false),
    (b"<!DOCTYPE", false),
    (b"<html", false),
];

fn encoding(file: &str, raw: &[u8]) -> Result<Encoding> {
    let file = || file.to_owned();
    if let Some((_, packed)) = MAGIC.iter().find(|(magic, _)| raw.starts_with(magic)) {
        let workbook = FileTrouble::Workbook { file: file() };
        let other = FileTrouble::NotCsv { file: file() };
        return Err(if *packed { workbook } else { other }.into());
    }
    if raw.starts_with(b"\xFF\xFE") {
        return Ok(Encoding::Utf16Le);
    }
    if raw.starts_with(b"\xFE\xFF") {
        return Ok(Encoding::Utf16Be);
    }
    let sample = &raw[..raw.len().min(4096)];
    let nuls = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
    let (even, odd, half) = (nuls(0), nuls(1), sample.len() / 2);
    if half > 4 && odd * 10 > half * 7 && even * 20 < half {
        return Ok(Encoding::Utf16Le);
    }
    if half > 4 && even * 10 > half * 7 && odd * 20 < half {
        return Ok(Encoding::Utf16Be);
    }
    let control = |b: &&u8| **b < 0x20 && !matches!(**b, b'\t' | b'\n' | b'\r' | 0x0C);
    if sample.iter().filter(control).count() * 100 > sample.len() {
        return Err(FileTrouble::NotCsv { file: file() }.into());
    }
    Ok(match std::str::from_utf8(raw) {
        Ok(_) => Encoding::Utf8,
        // Cut inside a character: that is the end of the head, not another code.
        Err(error) if error.error_len().is_none() => Encoding::Utf8,
        Err(_) => Encoding::Windows1252,
    })
}

fn dialect(bytes: &[u8]) -> Dialect {
    let line_end = if bytes.contains(&b'\n') { b'\n' } else { b'\r' };
    if let Some(delimiter) = sep_line(bytes) {
        return Dialect { delimiter, line_end, sep_line: true };
    }
    let sample = &bytes[..bytes.len().min(64 << 10)];
    let score = |delimiter: &u8| {
        score(sample, Dialect { delimiter: *delimiter, line_end, sep_line: false })
    };
    // `max_by_key` takes the last of equals, so the order is turned round.
    let best = DELIMITERS.iter().rev().max_by_key(|delimiter| score(delimiter));
    Dialect { delimiter: best.copied().unwrap_or(b','), line_end, sep_line: false }
}

/// The delimiter of a first line `sep=;`, which Excel writes and reads.
fn sep_line(bytes: &[u8]) -> Option<u8> {
    let line = bytes.split(|b| matches!(b, b'\r' | b'\n')).next()?;
    let line = line.strip_prefix(b"\"").and_then(|l| l.strip_suffix(b"\"")).unwrap_or(line);
    match line {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', delimiter] => {
            DELIMITERS.contains(delimiter).then_some(*delimiter)
        }
        _ => None,
    }
}

/// How well a delimiter cuts the head: (tenths of the rows as wide as the header, columns).
fn score(sample: &[u8], dialect: Dialect) -> (usize, usize) {
    let Ok(mut records) = Records::new("", Box::new(sample), dialect) else { return (0, 0) };
    let mut widths = Vec::new();
    while widths.len() < 100 {
        match records.next() {
            Ok(Some(record)) => widths.push(record.len()),
            Err(Error::File(FileTrouble::Limit { limit: Limit::Columns, .. })) => {
                return (0, Limit::COLUMN_COUNT);
            }
            Ok(None) | Err(_) => break,
        }
    }
    let Some(&columns) = widths.first() else { return (0, 0) };
    if columns < 2 {
        return (0, columns);
    }
    let same = widths.iter().filter(|width| **width == columns).count();
    (same * 10 / widths.len(), columns)
}

fn rows(
    input: &Input,
    bytes: &[u8],
    whole: bool,
    dialect: Dialect,
    encoding: Encoding,
) -> Result<Sniffed> {
    let mut records = Records::new(&input.name, Box::new(bytes), dialect)?;
    let Some(first) = records.next()? else {
        return Err(FileTrouble::Empty { file: input.name.clone() }.into());
    };
    let header_line = first.line;
    let header = names(first.fields().map(text));
    let mut rows = Vec::new();
    let (begin, mut complete) = (records.bytes(), whole);
    while rows.len() < HEAD_ROWS {
        match records.next() {
            Ok(Some(record)) if record.is_blank() => {}
            Ok(Some(record)) => {
                let mut cells: Vec<String> = record.fields().map(text).collect();
                cells.resize(cells.len().max(header.len()), String::new());
                rows.push(HeadRow { line: record.line, cells });
            }
            Ok(None) => break,
            // The head ends inside quotes: the file itself goes on.
            Err(Error::File(FileTrouble::StrayQuote { .. })) if !whole && !rows.is_empty() => break,
            Err(error) => return Err(error),
        }
    }
    complete &= rows.len() < HEAD_ROWS;
    let used = (records.bytes() - begin).max(1);
    let wide = if encoding.is_wide() { 2 } else { 1 };
    let row_estimate =
        if complete { rows.len() as u64 } else { input.size / wide * rows.len() as u64 / used };
    if !complete && rows.len() > 1 && rows.len() < HEAD_ROWS {
        rows.pop();
    }
    let file = input.name.clone();
    Ok(Sniffed { file, encoding, dialect, header, header_line, rows, complete, row_estimate })
}

/// Names of the columns, each different.
fn names(cells: impl Iterator<Item = String>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (index, cell) in cells.enumerate() {
        let cell = cell.trim();
        let base = if cell.is_empty() { format!("({})", index + 1) } else { cell.to_owned() };
        let mut name = base.clone();
        let mut nth = 2;
        while names.contains(&name) {
            name = format!("{base} ({nth})");
            nth += 1;
        }
        names.push(name);
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sniffed(bytes: &[u8]) -> Sniffed {
        sniff(&Input::bytes("t.csv", bytes).unwrap()).unwrap()
    }

    fn trouble(bytes: &[u8]) -> FileTrouble {
        match sniff(&Input::bytes("t.csv", bytes).unwrap()) {
            Err(Error::File(trouble)) => trouble,
            other => panic!("{other:?}"),
        }
    }

    fn utf16(text: &str, big: bool, mark: bool) -> Vec<u8> {
        let text = if mark { format!("\u{FEFF}{text}") } else { text.to_owned() };
        let bytes = |u: u16| if big { u.to_be_bytes() } else { u.to_le_bytes() };
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn the_same_table_in_every_dress_is_the_same_table() {
        let plain = sniffed("id,name\n1,Zoë\n2,\"a, b\"\n".as_bytes());
        assert_eq!(plain.header, ["id", "name"]);
        assert_eq!(plain.rows[1], HeadRow { line: 3, cells: vec!["2".into(), "a, b".into()] });
        assert!(plain.complete && plain.row_estimate == 2);
        let tabs = "id\tname\r\n1\tZoë\r\n2\ta, b\r\n";
        let dressed: [Vec<u8>; 7] = [
            "\u{FEFF}id;name\r\n1;Zoë\r\n2;a, b\r\n".into(),
            "sep=;\r\nid;name\r\n1;Zoë\r\n2;a, b\r\n".into(),
            b"id|name\r1|Zo\xEB\r2|a, b".to_vec(),
            utf16(tabs, false, true),
            utf16(tabs, true, true),
            utf16(tabs, false, false),
            tabs.into(),
        ];
        for bytes in dressed {
            let other = sniffed(&bytes);
            assert_eq!(other.header, plain.header);
            let cells = |s: &Sniffed| s.rows.iter().map(|r| r.cells.clone()).collect::<Vec<_>>();
            assert_eq!(cells(&other), cells(&plain));
        }
    }

    #[test]
    fn decimal_commas_do_not_make_a_comma_file() {
        let file = sniffed(b"id;amount;name\n1;12,50;a, b\n2;1.299,00;c\n");
        assert_eq!(file.dialect.delimiter, b';');
    }

    #[test]
    fn duplicate_and_blank_headers_get_names_of_their_own() {
        assert_eq!(sniffed(b"vat,vat,,id\n1,2,3,4\n").header, ["vat", "vat (2)", "(3)", "id"]);
    }

    #[test]
    fn what_is_no_csv_is_named() {
        let file = || "t.csv".to_owned();
        assert_eq!(trouble(b""), FileTrouble::Empty { file: file() });
        assert_eq!(trouble(b"\xEF\xBB\xBF\r\n \r\n"), FileTrouble::Empty { file: file() });
        assert_eq!(trouble(b"id,name\n"), FileTrouble::HeadersOnly { file: file() });
        assert_eq!(trouble(b"id,name\n,\n"), FileTrouble::HeadersOnly { file: file() });
        assert_eq!(trouble(b"PK\x03\x04abc"), FileTrouble::Workbook { file: file() });
        assert_eq!(trouble(b"%PDF-1.7"), FileTrouble::NotCsv { file: file() });
        assert_eq!(trouble(b"\x01\x02\x03\0\x04\x05\x06"), FileTrouble::NotCsv { file: file() });
    }
}
