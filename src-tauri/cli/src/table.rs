//! Tables of finished text, aligned for a terminal.

use crate::out::harmless;
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// Columns and rows. Words stand at the start of their column, numbers at its end.
#[derive(Debug, Default)]
pub(crate) struct TextTable {
    heads: Vec<String>,
    numbers: Vec<bool>,
    rows: Vec<Vec<String>>,
}

impl TextTable {
    /// A table without columns.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// One more column, of words.
    #[must_use]
    pub(crate) fn words(self, head: impl Into<String>) -> Self {
        self.column(head.into(), false)
    }

    /// One more column, of numbers.
    #[must_use]
    pub(crate) fn numbers(self, head: impl Into<String>) -> Self {
        self.column(head.into(), true)
    }

    fn column(mut self, head: String, numbers: bool) -> Self {
        self.heads.push(head);
        self.numbers.push(numbers);
        self
    }

    /// One more row; cells it lacks are empty.
    pub(crate) fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells.iter().map(|cell| harmless(cell, false)).collect());
    }

    /// Writes it, heads first.
    pub(crate) fn write(&self, writer: &mut dyn Write) -> io::Result<()> {
        let widths = self.widths();
        for row in std::iter::once(&self.heads).chain(&self.rows) {
            self.write_row(writer, row, &widths)?;
        }
        Ok(())
    }

    fn widths(&self) -> Vec<usize> {
        let of = |row: &Vec<String>, at: usize| row.get(at).map_or(0, |cell| cell.width());
        let widest = |at| self.rows.iter().map(|row| of(row, at)).max().unwrap_or(0);
        (0..self.heads.len()).map(|at| widest(at).max(of(&self.heads, at))).collect()
    }

    fn write_row(&self, to: &mut dyn Write, row: &[String], widths: &[usize]) -> io::Result<()> {
        let mut line = String::new();
        for (at, (&width, &number)) in widths.iter().zip(&self.numbers).enumerate() {
            let cell = row.get(at).map_or("", String::as_str);
            let space = " ".repeat(width - cell.width());
            let gap = if at == 0 { "" } else { "  " };
            let (before, after) = if number { (&*space, "") } else { ("", &*space) };
            line.extend([gap, before, cell, after]);
        }
        writeln!(to, "{}", line.trim_end())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_below_each_other_also_in_wide_letters() {
        let mut table = TextTable::new().words("Name").numbers("MRR");
        table.row(vec!["日本".to_owned(), "1,200".to_owned()]);
        table.row(vec!["Åsa Öberg".to_owned(), "9".to_owned()]);
        let mut written = Vec::new();
        table.write(&mut written).unwrap();
        let text = String::from_utf8(written).unwrap();
        assert_eq!(text, "Name         MRR\n日本       1,200\nÅsa Öberg      9\n");
    }
}
