//! The list of what an archive holds, held to limits before anything is unpacked.

use super::super::input::{Input, io_error};
use super::super::{FileTrouble, Limit};
use super::limit;
use crate::Result;
use flate2::read::DeflateDecoder;
use std::fs::File;
use std::io::{BufReader, Error, ErrorKind, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use zip::{CompressionMethod, ZipArchive};

/// A file inside an archive, read from there each time.
#[derive(Clone, Debug)]
pub(in crate::import) struct Entry {
    archive: PathBuf,
    start: u64,
    packed: u64,
    size: u64,
    deflated: bool,
}

impl Entry {
    /// The bytes as they were before they were packed. More than were announced is an error.
    pub(in crate::import) fn open(&self) -> std::io::Result<Box<dyn Read + Send>> {
        let mut file = File::open(&self.archive)?;
        file.seek(SeekFrom::Start(self.start))?;
        let packed = BufReader::new(file.take(self.packed));
        let inner: Box<dyn Read + Send> =
            if self.deflated { Box::new(DeflateDecoder::new(packed)) } else { Box::new(packed) };
        Ok(Box::new(Announced { inner, left: self.size }))
    }
}

/// Gives as many bytes as were announced and not one more.
struct Announced<R> {
    inner: R,
    left: u64,
}

impl<R: Read> Read for Announced<R> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(out).map_err(|e| Error::new(ErrorKind::InvalidData, e))?;
        let short = read == 0 && self.left > 0 && !out.is_empty();
        match self.left.checked_sub(read as u64) {
            Some(left) if !short => self.left = left,
            _ => return Err(ErrorKind::InvalidData.into()),
        }
        Ok(read)
    }
}

/// What an archive holds.
pub(super) struct Entries {
    name: String,
    all: Vec<(String, Entry)>,
}

/// Endings of files that hold a table as text.
const TABLES: [&str; 4] = [".csv", ".tsv", ".txt", ".tab"];
/// Endings of what is packed once more: never opened, but whoever reads it says so.
const PACKED: [&str; 4] = [".zip", ".xlsx", ".xls", ".gz"];

impl Entries {
    /// Reads the list and holds it to the limits.
    pub(super) fn read(path: &Path, name: &str) -> Result<Self> {
        let broken = || FileTrouble::BrokenArchive { file: name.to_owned() };
        let mut file = File::open(path).map_err(|e| io_error(name, e))?;
        if announced(&mut file).map_err(|e| io_error(name, e))? > Limit::ENTRY_COUNT {
            return Err(limit(name, Limit::Entries));
        }
        let mut archive = ZipArchive::new(BufReader::new(file)).map_err(|_| broken())?;
        let mut entries = Self { name: name.to_owned(), all: Vec::new() };
        let (mut unpacked, mut packed) = (0_u64, 0_u64);
        for at in 0..archive.len() {
            let entry = archive.by_index_raw(at).map_err(|_| broken())?;
            if entry.is_dir() {
                continue;
            }
            if entry.encrypted() {
                return Err(FileTrouble::LockedArchive { file: name.to_owned() }.into());
            }
            unpacked = unpacked.saturating_add(entry.size());
            packed = packed.saturating_add(entry.compressed_size());
            let deflated = match entry.compression() {
                CompressionMethod::Stored => false,
                CompressionMethod::Deflated => true,
                _ => return Err(broken().into()),
            };
            let inside = entry.name().map_err(|_| broken())?.into_owned();
            let entry = Entry {
                archive: path.to_owned(),
                start: entry.data_start().ok_or_else(broken)?,
                packed: entry.compressed_size(),
                size: entry.size(),
                deflated,
            };
            entries.all.push((inside, entry));
        }
        if unpacked > Limit::UNPACKED_BYTES {
            return Err(limit(name, Limit::Unpacked));
        }
        // A little text may shrink a lot; much of it does not.
        if unpacked > Limit::RATIO_FROM && unpacked / packed.max(1) > Limit::RATIO {
            return Err(limit(name, Limit::Ratio));
        }
        Ok(entries)
    }

    /// An Excel workbook is an archive, too.
    pub(super) fn is_workbook(&self) -> bool {
        self.all.iter().any(|(name, _)| name == "xl/workbook.xml")
    }

    /// Bytes of everything once unpacked, as announced.
    pub(super) fn unpacked(&self) -> u64 {
        self.all.iter().map(|(_, entry)| entry.size).sum()
    }

    /// Every entry.
    pub(super) fn all(&self) -> impl Iterator<Item = &Entry> {
        self.all.iter().map(|(_, entry)| entry)
    }

    /// The CSVs and what is packed once more, by name. What an operating system or an editor put
    /// beside them is passed over.
    pub(super) fn tables(&self) -> Result<Vec<Input>> {
        let mut tables: Vec<(&str, &Entry)> = Vec::new();
        for (inside, entry) in &self.all {
            let base = inside.rsplit(['/', '\\']).next().unwrap_or(inside);
            let hidden = base.starts_with('.') || inside.starts_with("__MACOSX");
            let lower = base.to_ascii_lowercase();
            if !hidden && TABLES.iter().chain(&PACKED).any(|end| lower.ends_with(end)) {
                tables.push((base, entry));
            }
        }
        tables.sort_by_key(|(name, _)| *name);
        let input = |(name, entry): (&str, &Entry)| {
            Input::entry(name, entry.clone(), entry.size)
                .map_err(|_| limit(&self.name, Limit::File))
        };
        tables.into_iter().map(input).collect()
    }
}

/// How many entries the end of the archive announces: read before a list of that length is.
fn announced(file: &mut File) -> std::io::Result<u64> {
    let length = file.seek(SeekFrom::End(0))?;
    let tail = length.min((64 << 10) + 22);
    file.seek(SeekFrom::End(-tail.cast_signed()))?;
    let mut bytes = Vec::new();
    file.take(tail).read_to_end(&mut bytes)?;
    file.seek(SeekFrom::Start(0))?;
    let end = bytes.windows(4).rposition(|window| window == b"PK\x05\x06");
    let count = end.and_then(|at| bytes.get(at + 10..at + 12));
    Ok(count.map_or(0, |count| u64::from(u16::from_le_bytes([count[0], count[1]]))))
}
