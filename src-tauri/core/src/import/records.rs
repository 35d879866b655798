//! Records of a CSV, one at a time, from buffers that are used again: no allocation a row.
//!
//! csv-core prefers *a* parse over *no* parse, so what a stray quote does is watched here
//! (reliability.md 8): it would swallow the rest of the file without any error.

use super::input::{Input, WithoutNuls, io_error};
use super::strict::Strict;
use super::{FileTrouble, Limit, Sniffed};
use crate::Result;
use csv_core::ReadRecordResult as Read_;
use std::io::Read;

/// How a file is cut into records and fields.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Dialect {
    /// `,` `;` tab or `|`.
    pub delimiter: u8,
    /// The byte lines are counted by: LF, or CR where there is no LF.
    pub line_end: u8,
    /// Whether the first line is `sep=;` and no header.
    pub sep_line: bool,
    /// What stands around fields that hold a delimiter.
    pub quote: Quote,
    /// NUL bytes stand among the text; they are dropped.
    pub nuls: bool,
}

/// How a field with a delimiter or a line end in it is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Quote {
    /// `"a, b"`, a quote in it doubled.
    Double,
    /// The same, a quote in it as `\"`.
    DoubleEscaped,
    /// `'a, b'`
    Single,
    /// The same, an apostrophe in it as `\'`.
    SingleEscaped,
    /// No quoting: a quote is a character like others.
    None,
}

impl Dialect {
    /// What most files are, with this delimiter.
    pub fn of(delimiter: u8) -> Self {
        Self { delimiter, line_end: b'\n', sep_line: false, quote: Quote::Double, nuls: false }
    }
}

/// Reads records; see the module.
pub(super) struct Records<'a> {
    name: &'a str,
    input: Box<dyn Read + Send + 'a>,
    csv: csv_core::Reader,
    line_end: u8,
    buffer: Vec<u8>,
    at: usize,
    filled: usize,
    ended: bool,
    out: Vec<u8>,
    ends: Vec<usize>,
    /// Line the next byte stands on.
    line: u64,
    /// Bytes taken from the input.
    taken: u64,
    /// Records given, and the lines they ran over beyond one each.
    records: u64,
    extra_lines: u64,
    /// Lines and first line of the longest record.
    longest: (u64, u64),
    /// Watches records of more than one line.
    strict: Strict,
}

/// One record: its fields still hold the bytes of the file.
#[derive(Clone, Copy)]
pub(super) struct Record<'r> {
    /// Line it begins on, from 1.
    pub(super) line: u64,
    out: &'r [u8],
    ends: &'r [usize],
}

impl<'r> Record<'r> {
    /// Cells that stand in no file: their text, and where each ends in it.
    pub(super) fn of(out: &'r [u8], ends: &'r [usize]) -> Self {
        Self { line: 1, out, ends }
    }

    /// How many fields it has.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// A field; empty past the end.
    #[inline]
    pub(super) fn get(&self, index: usize) -> &'r [u8] {
        let Some(&end) = self.ends.get(index) else { return &[] };
        let start = if index == 0 { 0 } else { self.ends[index - 1] };
        &self.out[start..end]
    }

    /// All fields.
    pub(super) fn fields(self) -> impl Iterator<Item = &'r [u8]> {
        (0..self.len()).map(move |index| self.get(index))
    }

    /// How many fields hold a byte.
    pub(super) fn filled(&self) -> usize {
        let starts = std::iter::once(&0).chain(self.ends);
        starts.zip(self.ends).filter(|(start, end)| start < end).count()
    }

    /// Nothing but spaces and delimiters: no row.
    pub(super) fn is_blank(&self) -> bool {
        self.out.iter().all(u8::is_ascii_whitespace)
    }
}

impl<'a> Records<'a> {
    /// Reads `input` (without byte order mark) as this dialect says; `name` is for errors.
    pub(super) fn new(
        name: &'a str,
        input: Box<dyn Read + Send + 'a>,
        dialect: Dialect,
    ) -> Result<Self> {
        let csv = csv_core::ReaderBuilder::new()
            .delimiter(dialect.delimiter)
            .quote(dialect.quote.byte().unwrap_or(b'"'))
            .quoting(dialect.quote.byte().is_some())
            .escape(dialect.quote.escape())
            .build();
        let input = if dialect.nuls { Box::new(WithoutNuls(input)) } else { input };
        let mut records = Self {
            name,
            input,
            csv,
            line_end: dialect.line_end,
            buffer: vec![0; 128 << 10],
            at: 0,
            filled: 0,
            ended: false,
            out: vec![0; Limit::RECORD_BYTES + 1],
            ends: vec![0; Limit::COLUMN_COUNT + 1],
            line: 1,
            taken: 0,
            records: 0,
            extra_lines: 0,
            longest: (0, 1),
            strict: Strict::new(dialect),
        };
        if dialect.sep_line {
            records.next()?;
        }
        Ok(records)
    }

    /// The rows of a file: what comes after the header and what explains it.
    pub(super) fn rows(input: &'a Input, sniffed: &Sniffed) -> Result<Self> {
        let mut records = Self::new(&input.name, input.text(sniffed.encoding)?, sniffed.dialect)?;
        let passed = if sniffed.headless { 0 } else { 1 + sniffed.before + sniffed.below };
        for _ in 0..passed {
            records.next()?;
        }
        Ok(records)
    }

    /// Bytes of text used up so far.
    pub(super) fn bytes(&self) -> u64 {
        self.taken - (self.filled - self.at) as u64
    }

    /// The next record that is not an empty line; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<Record<'_>>> {
        if !self.skip_line_ends()? {
            self.check_lines()?;
            return Ok(None);
        }
        let first = self.line;
        let (mut out, mut ends, mut watched) = (0, 0, false);
        loop {
            let input = &self.buffer[self.at..self.filled];
            let (result, nin, nout, nend) =
                self.csv.read_record(input, &mut self.out[out..], &mut self.ends[ends..]);
            let used = &input[..nin];
            let lines = count(self.line_end, used);
            self.line += lines;
            if watched
                || !matches!(result, Read_::Record)
                || lines > u64::from(used.last() == Some(&self.line_end))
            {
                if !watched {
                    self.strict.begin();
                    watched = true;
                }
                self.strict.all(used);
            }
            (self.at, out, ends) = (self.at + nin, out + nout, ends + nend);
            if self.line - first > Limit::RECORD_LINES {
                return Err(self.stray_quote(first));
            }
            match result {
                Read_::Record => break,
                Read_::InputEmpty if self.fill()? => {}
                Read_::InputEmpty | Read_::End => {
                    ends = self.finish(first, out, ends)?;
                    out = self.ends[ends - 1];
                    break;
                }
                Read_::OutputFull => return Err(self.too_long(first, ends)),
                Read_::OutputEndsFull => return Err(self.limit(Limit::Columns, first)),
            }
        }
        // Quotes of two lines that pair up swallow what stands between them.
        if watched && self.line - first > 1 && self.strict.breaches > 0 {
            return Err(self.stray_quote(first));
        }
        self.note(first, ends)?;
        Ok(Some(Record { line: first, out: &self.out[..out], ends: &self.ends[..ends] }))
    }

    /// Ends the last record with a line end of our own: if that becomes part of a field, the file
    /// ended inside quotes. Gives how many fields the record has.
    fn finish(&mut self, first: u64, out: usize, ends: usize) -> Result<usize> {
        let (result, _, _, nend) =
            self.csv.read_record(b"\n", &mut self.out[out..], &mut self.ends[ends..]);
        match result {
            Read_::Record => Ok(ends + nend),
            Read_::OutputFull => Err(self.too_long(first, ends)),
            Read_::OutputEndsFull => Err(self.limit(Limit::Columns, first)),
            Read_::InputEmpty | Read_::End => Err(self.stray_quote(first)),
        }
    }

    /// Goes past empty lines; false at the end of the file.
    fn skip_line_ends(&mut self) -> Result<bool> {
        loop {
            if self.at == self.filled && !self.fill()? {
                return Ok(false);
            }
            let rest = &self.buffer[self.at..self.filled];
            let skip = rest.iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
            self.line += count(self.line_end, &rest[..skip]);
            self.at += skip;
            if skip < rest.len() {
                return Ok(true);
            }
        }
    }

    fn fill(&mut self) -> Result<bool> {
        if self.ended {
            return Ok(false);
        }
        self.at = 0;
        self.filled = 0;
        let read = self.input.read(&mut self.buffer).map_err(|e| io_error(self.name, e))?;
        self.filled = read;
        self.taken += read as u64;
        self.ended = read == 0;
        Ok(read > 0)
    }

    /// Counts a record that was read and looks at its limits.
    fn note(&mut self, first: u64, ends: usize) -> Result<()> {
        self.records += 1;
        let lines = self.line - first;
        if lines > 1 {
            self.extra_lines += lines - 1;
            self.longest = self.longest.max((lines, first));
        }
        let length = self.ends[ends - 1];
        if length > Limit::FIELD_BYTES {
            let starts = std::iter::once(0).chain(self.ends[..ends].iter().copied());
            let longest = starts.zip(&self.ends[..ends]).map(|(a, b)| b - a).max();
            if longest.is_some_and(|n| n > Limit::FIELD_BYTES) {
                return Err(self.limit(Limit::Field, first));
            }
        }
        if self.records > Limit::ROW_COUNT + 2 {
            return Err(self.limit(Limit::Rows, first));
        }
        if ends > Limit::COLUMN_COUNT {
            return Err(self.limit(Limit::Columns, first));
        }
        Ok(())
    }

    /// Far fewer records than lines: quotes that pair up wrongly.
    fn check_lines(&self) -> Result<()> {
        if self.extra_lines > 50 + 4 * self.records {
            return Err(self.stray_quote(self.longest.1));
        }
        Ok(())
    }

    fn stray_quote(&self, line: u64) -> crate::Error {
        FileTrouble::StrayQuote { file: self.name.to_owned(), line }.into()
    }

    fn limit(&self, limit: Limit, line: u64) -> crate::Error {
        FileTrouble::Limit { file: self.name.to_owned(), limit, line }.into()
    }

    fn too_long(&self, line: u64, ends: usize) -> crate::Error {
        let begin = if ends == 0 { 0 } else { self.ends[ends - 1] };
        let field = self.out.len() - begin > Limit::FIELD_BYTES;
        self.limit(if field { Limit::Field } else { Limit::Record }, line)
    }
}

fn count(byte: u8, bytes: &[u8]) -> u64 {
    memchr::memchr_iter(byte, bytes).count() as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Error;

    fn read(text: &str) -> Result<Vec<(u64, Vec<String>)>> {
        let line_end = if text.contains('\n') { b'\n' } else { b'\r' };
        let dialect = Dialect { line_end, ..Dialect::of(b',') };
        let mut records = Records::new("t.csv", Box::new(text.as_bytes()), dialect)?;
        let mut all = Vec::new();
        while let Some(record) = records.next()? {
            let cells = record.fields().map(|f| String::from_utf8_lossy(f).into_owned()).collect();
            all.push((record.line, cells));
        }
        Ok(all)
    }

    fn lines(text: &str) -> Vec<u64> {
        read(text).unwrap().into_iter().map(|(line, _)| line).collect()
    }

    #[test]
    fn lines_are_those_an_editor_shows() {
        assert_eq!(lines("a,b\n1,2\n3,4"), [1, 2, 3]);
        assert_eq!(lines("a,b\r\n\r\n1,\"2\r\n2\"\r\n3,4\r\n"), [1, 3, 5]);
        assert_eq!(lines("\n\na,b\r1,2\n"), [3, 3]);
        assert_eq!(lines("a,b\r1,2\r\r3,4\r"), [1, 2, 4]);
    }

    #[test]
    fn quotes_and_the_last_line_without_its_end() {
        let all = read("a,\"b \"\"x\"\", c\"\n,\"\"").unwrap();
        assert_eq!(all[0].1, ["a", "b \"x\", c"]);
        assert_eq!(all[1].1, ["", ""]);
        assert_eq!(read("a,b\n1,\"2\"").unwrap()[1].1, ["1", "2"]);
    }

    fn trouble(text: &str) -> FileTrouble {
        match read(text) {
            Err(Error::File(trouble)) => trouble,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_stray_quote_is_found_with_its_line() {
        let stray = |line| FileTrouble::StrayQuote { file: "t.csv".into(), line };
        assert_eq!(trouble("a,b\n1,\"2\n3,4\n"), stray(2));
        assert_eq!(trouble("a,b\n1,\""), stray(2));
        let swallowed = format!("a,b\n1,2\n1,\"2\n{}5,\"6\n", "3,4\n".repeat(60));
        assert_eq!(trouble(&swallowed), stray(3));
        assert_eq!(trouble("a,b,c\n1,2,3\n2,\"x,3\n4,5,6\n7,\"y,8\n9,9,9\n"), stray(3));
        assert!(read("a,b\n1,\"two\nlines, \"\"quoted\"\"\"\n").is_ok());
    }

    #[test]
    fn bombs_run_into_a_named_limit() {
        let limit = |limit, line| FileTrouble::Limit { file: "t.csv".into(), limit, line };
        let field = format!("a,b\n{},2\n", "x".repeat(70_000));
        assert_eq!(trouble(&field), limit(Limit::Field, 2));
        assert_eq!(trouble(&"x".repeat(3 << 20)), limit(Limit::Field, 1));
        let record = format!("a\n{}\n", "x".repeat(60_000).to_string() + &",y".repeat(3)).repeat(1);
        assert!(read(&record).is_ok());
        assert_eq!(trouble(&"a,".repeat(1_000_000)), limit(Limit::Columns, 1));
        let wide = vec!["x".repeat(4_000); 400].join(",");
        assert_eq!(trouble(&wide), limit(Limit::Record, 1));
    }
}
