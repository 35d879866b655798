//! The sheets of a workbook (`.xlsx`) as CSVs in memory. A workbook does not stream: its texts
//! stand in one part and its cells in another, so its limit is far lower than that of a CSV.

use super::super::csv_line;
use super::super::input::Input;
use super::super::{FileTrouble, Limit};
use super::entries::Entries;
use super::limit;
use crate::Result;
use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Style, Xlsx, XlsxError};
use std::borrow::Cow;
use std::fs::File;
use std::io::{BufReader, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

/// Every visible sheet with at least a header and a row.
pub(super) fn tables(path: &Path, input: &Input, entries: &Entries) -> Result<Vec<Input>> {
    let name = input.name.as_str();
    if input.size > Limit::WORKBOOK_BYTES || entries.unpacked() > Limit::WORKBOOK_UNPACKED {
        return Err(limit(name, Limit::Workbook));
    }
    // The reader of workbooks believes no list but unpacks what is there: see that it is true.
    for entry in entries.all() {
        let whole = entry.open().and_then(|mut from| drain(&mut from));
        whole.map_err(|_| FileTrouble::BrokenArchive { file: name.to_owned() })?;
    }
    // Code of others reads what anybody may have made: should it stop, the file is to blame.
    let sheets = catch_unwind(AssertUnwindSafe(|| sheets(path, name)));
    let sheets = sheets.unwrap_or_else(|_| Err(broken(name)))?;
    let single = sheets.len() == 1;
    let input = |(sheet, csv): (String, Vec<u8>)| {
        let shown = if single { name.to_owned() } else { format!("{name}: {sheet}") };
        Input::bytes(&shown, csv)
    };
    let inputs: Vec<Input> = sheets.into_iter().map(input).collect::<Result<_>>()?;
    if inputs.is_empty() {
        return Err(FileTrouble::Empty { file: name.to_owned() }.into());
    }
    Ok(inputs)
}

fn broken(name: &str) -> crate::Error {
    FileTrouble::BrokenArchive { file: name.to_owned() }.into()
}

fn drain(from: &mut impl Read) -> std::io::Result<()> {
    let mut buffer = vec![0; 64 << 10];
    while from.read(&mut buffer)? > 0 {}
    Ok(())
}

type Workbook = Xlsx<BufReader<File>>;

fn sheets(path: &Path, name: &str) -> Result<Vec<(String, Vec<u8>)>> {
    let mut book: Workbook = calamine::open_workbook(path).map_err(|_: XlsxError| broken(name))?;
    let shown = |sheet: &&calamine::Sheet| {
        sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet
    };
    let names: Vec<String> =
        book.sheets_metadata().iter().filter(shown).map(|sheet| sheet.name.clone()).collect();
    let mut sheets = Vec::new();
    let mut room = Limit::WORKBOOK_TEXT;
    for sheet in names {
        let csv = csv(&mut book, name, &sheet, room)?;
        if csv.rows > 1 {
            room -= csv.bytes.len();
            sheets.push((sheet, csv.bytes));
        }
    }
    Ok(sheets)
}

/// A sheet as it is being written.
#[derive(Default)]
struct Csv {
    bytes: Vec<u8>,
    /// Rows that hold something.
    rows: usize,
    /// Lines written, blank ones too: line numbers are those of the sheet.
    lines: u32,
}

impl Csv {
    fn row(&mut self, at: u32, cells: &mut Vec<String>) -> std::io::Result<()> {
        if cells.is_empty() {
            return Ok(());
        }
        while self.lines < at {
            self.bytes.push(b'\n');
            self.lines += 1;
        }
        csv_line::write(&mut self.bytes, b',', cells.drain(..).map(Cow::Owned))?;
        self.lines += 1;
        self.rows += 1;
        Ok(())
    }
}

fn csv(book: &mut Workbook, file: &str, sheet: &str, room: usize) -> Result<Csv> {
    let mut reader = book.worksheet_cells_reader(sheet).map_err(|_| broken(file))?;
    let percent: Vec<bool> = reader.styles().iter().map(is_percent).collect();
    let mut csv = Csv::default();
    let (mut at, mut cells) = (0, Vec::new());
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(|_| broken(file))? {
        let (row, column) = cell.get_position();
        let column = column as usize;
        if column >= Limit::COLUMN_COUNT {
            let (file, line) = (file.to_owned(), u64::from(row) + 1);
            return Err(FileTrouble::Limit { file, limit: Limit::Columns, line }.into());
        }
        let shown = if percent.get(style) == Some(&true) { share } else { text };
        let text = shown(cell.get_value());
        if text.is_empty() {
            continue;
        }
        if row != at {
            csv.row(at, &mut cells).map_err(|_| broken(file))?;
            at = row;
        }
        cells.resize(cells.len().max(column), String::new());
        match cells.get_mut(column) {
            Some(slot) => *slot = text,
            None => cells.push(text),
        }
        if csv.bytes.len() > room {
            return Err(limit(file, Limit::Workbook));
        }
    }
    csv.row(at, &mut cells).map_err(|_| broken(file))?;
    Ok(csv)
}

/// A cell as a CSV would hold it: dates year first, decimals with a point, one line.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(n) => n.to_string(),
        DataRef::Float(n) => number(*n),
        DataRef::String(text) => one_line(text),
        DataRef::SharedString(text) => one_line(text),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::DateTime(at) => moment(*at),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// A cell that is shown as a percentage: 0.25 is `25%`.
fn share(value: &DataRef<'_>) -> String {
    let part = match value {
        #[expect(clippy::cast_precision_loss, reason = "a spreadsheet keeps fifteen digits")]
        DataRef::Int(n) => *n as f64,
        DataRef::Float(n) => *n,
        other => return text(other),
    };
    number(part * 100.0) + "%"
}

/// Whether cells of this style are shown a hundred times as large, with a percent sign. One that is
/// only text (`0"%"`) does not multiply.
fn is_percent(style: &Style) -> bool {
    let Some(format) = &style.number_format else { return false };
    let mut chars = format.format_code.chars();
    let mut quoted = false;
    while let Some(c) = chars.next() {
        match c {
            '"' => quoted = !quoted,
            '\\' | '_' | '*' if !quoted => _ = chars.next(),
            ';' if !quoted => return false,
            '%' if !quoted => return true,
            _ => {}
        }
    }
    false
}

/// Line numbers stay those of the sheet.
fn one_line(text: &str) -> String {
    text.lines().map(str::trim).collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// Fifteen digits are all a spreadsheet keeps. Whole numbers beyond have lost theirs, and say so.
fn number(n: f64) -> String {
    if n.abs() >= 1e15 {
        return format!("{n:.14e}").replace('e', "E+");
    }
    let rounded: f64 = format!("{n:.14e}").parse().unwrap_or(n);
    let text = rounded.to_string();
    // `8.333` alone could be thousands; here it never is.
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    if decimals == 3 { text + "0" } else { text }
}

fn moment(at: ExcelDateTime) -> String {
    if at.is_duration() {
        return number(at.as_f64());
    }
    let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
    if (hour, minute, second) == (0, 0, 0) {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_read_as_a_csv_would_hold_them() {
        assert_eq!(number(29.0), "29");
        assert_eq!(number(0.1 + 0.2), "0.3");
        assert_eq!(number(8.333), "8.3330");
        assert_eq!(number(7_210_448_301_122.0), "7210448301122");
        assert_eq!(number(12_345_678_901_234_567.0), "1.23456789012346E+16");
        assert_eq!(one_line("Ann\nEk "), "Ann Ek");
        use calamine::ExcelDateTimeType::DateTime;
        assert_eq!(moment(ExcelDateTime::new(45_672.0, DateTime, false)), "2025-01-15");
        assert_eq!(moment(ExcelDateTime::new(45_672.375, DateTime, false)), "2025-01-15 09:00:00");
        assert_eq!(moment(ExcelDateTime::new(44_210.0, DateTime, true)), "2025-01-15");
    }
}
