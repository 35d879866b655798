//! Files that hold others: archives of CSVs and workbooks. What they would become is checked
//! before anything is unpacked; nothing is written to disk.

mod entries;
mod workbook;

pub(super) use entries::Entry;

use super::input::{Input, io_error};
use super::{FileTrouble, Limit};
use crate::Result;
use entries::Entries;
use std::io::Read;
use std::path::Path;

/// The tables of a file, one after another: the file itself, each CSV of a `.zip`, each sheet of a
/// workbook (`.xlsx`). Never empty.
///
/// # Errors
/// What [`Input::file`] fails on, an archive past a limit, damaged, locked, or without any CSV.
pub fn open(path: &Path) -> Result<Vec<Input>> {
    let input = Input::file(path)?;
    let mut magic = [0; 4];
    let mut raw = input.raw()?;
    let packed = match raw.read_exact(&mut magic) {
        Ok(()) => magic == *b"PK\x03\x04" || magic == *b"PK\x05\x06",
        Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => false,
        Err(error) => return Err(io_error(&input.name, error)),
    };
    drop(raw);
    if !packed {
        return Ok(vec![input]);
    }
    let entries = Entries::read(path, &input.name)?;
    if entries.is_workbook() {
        return workbook::tables(path, &input, &entries);
    }
    let tables = entries.tables()?;
    if tables.is_empty() {
        return Err(FileTrouble::NoCsvInside { file: input.name }.into());
    }
    Ok(tables)
}

/// The one table of a file.
///
/// # Errors
/// What [`open`] fails on, and several tables: their names are in the error.
pub fn open_one(path: &Path) -> Result<Input> {
    let mut inputs = open(path)?;
    if inputs.len() == 1 {
        return Ok(inputs.remove(0));
    }
    let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let inside = inputs.into_iter().map(|input| input.name).collect();
    Err(FileTrouble::SeveralInside { file, inside }.into())
}

fn limit(file: &str, limit: Limit) -> crate::Error {
    FileTrouble::Limit { file: file.to_owned(), limit, line: 0 }.into()
}
