//! What a file is: encoding, delimiter, header, the first rows. Reads only its head.

mod dialect;
mod encoding;
mod header;

pub use encoding::Encoding;

use super::input::{Input, io_error};
use super::records::{Dialect, Records};
use super::value::text;
use super::{Dress, FileTrouble};
use crate::{Error, Result};
use std::io::Read;

/// How much of a file is looked at before anything else.
const HEAD_BYTES: u64 = 1 << 20;
/// Rows of the head that guesses are made from.
const HEAD_ROWS: usize = 1_000;
/// Rows the header is looked for among, and compared with.
const LOOKED_AT: usize = 200;

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
    /// Records above the header: titles, dates, blank rows.
    pub before: usize,
    /// Records right below it that explain columns and are no rows.
    pub below: usize,
    /// The first rows, as text.
    pub rows: Vec<HeadRow>,
    /// Whether these are all rows there are.
    pub complete: bool,
    /// Its first row is data: the names of its columns are numbers.
    pub headless: bool,
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
    sniff_as(input, &Dress::default())
}

/// Looks at the head of a file, of which somebody has said how it is written.
pub fn sniff_as(input: &Input, said: &Dress) -> Result<Sniffed> {
    let raw = head(input, input.raw()?)?;
    let found = encoding::encoding(&input.name, &raw);
    let encoding = match said.encoding()? {
        Some(encoding) if !matches!(found, Err(Error::File(FileTrouble::Workbook { .. }))) => {
            encoding
        }
        _ => found?,
    };
    let bytes = head(input, input.text(encoding)?)?;
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(FileTrouble::Empty { file: input.name.clone() }.into());
    }
    let whole = (raw.len() as u64) >= input.size;
    let dialect = dialect::dialect(&bytes, whole, said.delimiter()?);
    let sniffed = rows(input, &bytes, whole, dialect, (encoding, said.headless))?;
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

fn rows(
    input: &Input,
    bytes: &[u8],
    whole: bool,
    dialect: Dialect,
    (encoding, headless): (Encoding, bool),
) -> Result<Sniffed> {
    let (mut records, mut used, ended) = read(input, bytes, whole, dialect)?;
    let cells: Vec<Vec<String>> =
        records.iter().take(LOOKED_AT).map(|record| record.cells.clone()).collect();
    if cells.is_empty() {
        return Err(FileTrouble::Empty { file: input.name.clone() }.into());
    }
    let (before, below) = if headless { (0, 0) } else { header::find(&cells) };
    let second = (below > 0).then(|| &cells[before + 1]);
    let header = if headless {
        let width = cells.iter().map(Vec::len).max().unwrap_or_default();
        header::names(&vec![String::new(); width], None, None)
    } else {
        let above = before.checked_sub(1).map(|at| &cells[at]);
        header::names(&cells[before], above, second)
    };
    let header_line = records[before].line;
    let mut rows = records.split_off(if headless { 0 } else { before + 1 + below });
    let passed: usize = records.iter().map(|record| record.bytes).sum();
    used = used.saturating_sub(passed).max(1);
    rows.retain(|row| row.cells.iter().any(|cell| !cell.is_empty()));
    let complete = ended && whole;
    let wide = if encoding.is_wide() { 2 } else { 1 };
    let row_estimate = if complete {
        rows.len() as u64
    } else {
        input.size / wide * rows.len() as u64 / used as u64
    };
    let row = |row: Raw| {
        let mut cells = row.cells;
        cells.resize(cells.len().max(header.len()), String::new());
        HeadRow { line: row.line, cells }
    };
    let rows = rows.into_iter().map(row).collect();
    Ok(Sniffed {
        file: input.name.clone(),
        encoding,
        dialect,
        header,
        header_line,
        before,
        below,
        rows,
        complete,
        headless,
        row_estimate,
    })
}

/// A record of the head.
struct Raw {
    line: u64,
    cells: Vec<String>,
    bytes: usize,
}

/// The records of the head, the bytes they take, and whether these are all.
fn read(
    input: &Input,
    bytes: &[u8],
    whole: bool,
    dialect: Dialect,
) -> Result<(Vec<Raw>, usize, bool)> {
    let mut records = Records::new(&input.name, Box::new(bytes), dialect)?;
    let mut all: Vec<Raw> = Vec::new();
    let begin = records.bytes();
    let mut at = begin;
    let mut ended = false;
    while all.len() < HEAD_ROWS {
        match records.next() {
            Ok(Some(record)) => {
                let (line, cells) = (record.line, record.fields().map(text).collect());
                let now = records.bytes();
                all.push(Raw { line, cells, bytes: usize::try_from(now - at).unwrap_or(0) });
                at = now;
            }
            Ok(None) => {
                ended = true;
                break;
            }
            // The head ends inside quotes: the file itself goes on.
            Err(Error::File(FileTrouble::StrayQuote { .. })) if !whole && all.len() > 1 => break,
            Err(error) => return Err(error),
        }
    }
    // The last record of a head that is cut is cut itself.
    if !whole && all.len() > 2 && all.len() < HEAD_ROWS {
        all.pop();
    }
    Ok((all, usize::try_from(records.bytes() - begin).unwrap_or(1), ended))
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
