//! Rows that were left out, as a CSV to be corrected and imported again.

use crate::Result;
use crate::import::input::io_error;
use crate::import::records::Record;
use crate::import::value::decoded;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

/// Writes the file with the first row that is left out; without one there is no file.
pub(super) struct Rejects<'a> {
    path: Option<&'a Path>,
    header: &'a [String],
    file: Option<BufWriter<File>>,
}

impl<'a> Rejects<'a> {
    pub(super) fn new(path: Option<&'a Path>, header: &'a [String]) -> Self {
        Self { path, header, file: None }
    }

    /// Adds a record as it stands in the file, in UTF-8 with commas.
    pub(super) fn add(&mut self, record: &Record<'_>) -> Result<()> {
        let Some(path) = self.path else { return Ok(()) };
        let failed = |e| io_error(&path.to_string_lossy(), e);
        let file = match &mut self.file {
            Some(file) => file,
            slot => {
                let mut file = BufWriter::new(File::create(path).map_err(failed)?);
                line(&mut file, self.header.iter().map(|name| name.as_str().into()))
                    .map_err(failed)?;
                slot.insert(file)
            }
        };
        line(file, record.fields().map(decoded)).map_err(failed)
    }

    pub(super) fn finish(self) -> Result<()> {
        let (Some(path), Some(mut file)) = (self.path, self.file) else { return Ok(()) };
        file.flush().map_err(|e| io_error(&path.to_string_lossy(), e))
    }
}

fn line<'c>(
    out: &mut impl Write,
    cells: impl Iterator<Item = std::borrow::Cow<'c, str>>,
) -> std::io::Result<()> {
    let mut csv = csv_core::Writer::new();
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
