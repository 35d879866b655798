//! A line of a CSV of ours: commas, UTF-8, quotes where they are needed.

use std::borrow::Cow;
use std::io::Write;

/// Writes cells and the end of their line.
pub(super) fn write<'c>(
    out: &mut impl Write,
    delimiter: u8,
    cells: impl Iterator<Item = Cow<'c, str>>,
) -> std::io::Result<()> {
    let mut csv = csv_core::WriterBuilder::new().delimiter(delimiter).build();
    let mut buffer = [0; 4096];
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            let (_, n) = csv.delimiter(&mut buffer);
            out.write_all(&buffer[..n])?;
        }
        let mut rest = cell.as_bytes();
        loop {
            let (result, read, written) = csv.field(rest, &mut buffer);
            out.write_all(&buffer[..written])?;
            rest = &rest[read..];
            if matches!(result, csv_core::WriteResult::InputEmpty) {
                break;
            }
        }
    }
    let (_, n) = csv.terminator(&mut buffer);
    out.write_all(&buffer[..n])
}
