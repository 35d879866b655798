//! Where the bytes come from, as UTF-8 (or a single-byte code that keeps ASCII).

use super::archive::Entry;
use super::sniff::Encoding;
use super::{FileTrouble, Limit};
use crate::{Error, Result};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// A file to import, or text that was pasted. It can be opened more than once.
#[derive(Clone, Debug)]
pub struct Input {
    /// What people call it: the file's name without its folder.
    pub name: String,
    from: From,
    /// Bytes.
    pub size: u64,
}

#[derive(Clone, Debug)]
enum From {
    Path(PathBuf),
    Bytes(std::sync::Arc<[u8]>),
    Entry(Entry),
}

impl Input {
    /// A file on disk. Fails when it is not there, is no ordinary file (a directory or a pipe
    /// would block), or is larger than the limit.
    pub fn file(path: &Path) -> Result<Self> {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        let info = std::fs::metadata(path).map_err(|e| io_error(&name, e))?;
        if !info.is_file() {
            return Err(FileTrouble::NotAFile { file: name }.into());
        }
        Self { name, from: From::Path(path.to_owned()), size: info.len() }.within_limit()
    }

    /// Bytes in memory under a name.
    pub fn bytes(name: &str, bytes: impl Into<std::sync::Arc<[u8]>>) -> Result<Self> {
        let bytes = bytes.into();
        let size = bytes.len() as u64;
        Self { name: name.to_owned(), from: From::Bytes(bytes), size }.within_limit()
    }

    /// A file inside an archive, of this size once unpacked.
    pub(super) fn entry(name: &str, entry: Entry, size: u64) -> Result<Self> {
        Self { name: name.to_owned(), from: From::Entry(entry), size }.within_limit()
    }

    fn within_limit(self) -> Result<Self> {
        if self.size > Limit::FILE_BYTES {
            let file = self.name;
            return Err(FileTrouble::Limit { file, limit: Limit::File, line: 0 }.into());
        }
        Ok(self)
    }

    /// The bytes as they are.
    pub(super) fn raw(&self) -> Result<Box<dyn Read + Send + '_>> {
        match &self.from {
            From::Path(path) => {
                let file = File::open(path).map_err(|e| io_error(&self.name, e))?;
                Ok(Box::new(file))
            }
            From::Bytes(bytes) => Ok(Box::new(&bytes[..])),
            From::Entry(entry) => entry.open().map_err(|e| io_error(&self.name, e)),
        }
    }

    /// The bytes without byte order mark; what does not keep ASCII, or is neither UTF-8 nor
    /// Windows-1252, becomes UTF-8 on the way.
    pub(super) fn text(&self, encoding: Encoding) -> Result<Box<dyn Read + Send + '_>> {
        let raw = self.raw()?;
        Ok(match encoding.decoder() {
            Some(encoding) => Box::new(Decoded::new(raw, encoding)),
            None => Box::new(SkipMark { inner: raw, at: 0 }),
        })
    }
}

/// An error of the system with the file's name.
pub(super) fn io_error(name: &str, source: std::io::Error) -> Error {
    let file = name.to_owned();
    match source.kind() {
        std::io::ErrorKind::NotFound => Error::NoSuchFile { file },
        // Only what was packed can be damaged in that way.
        std::io::ErrorKind::InvalidData => FileTrouble::BrokenArchive { file }.into(),
        _ => Error::Io { file, source },
    }
}

const MARK: &[u8; 3] = b"\xEF\xBB\xBF";

/// Drops a UTF-8 byte order mark at the very start.
struct SkipMark<R> {
    inner: R,
    /// 0 before the first read, 1 after it.
    at: u8,
}

impl<R: Read> Read for SkipMark<R> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        if self.at > 0 || out.len() < MARK.len() {
            return self.inner.read(out);
        }
        self.at = 1;
        let mut filled = 0;
        while filled < MARK.len() {
            let n = self.inner.read(&mut out[filled..])?;
            if n == 0 {
                break;
            }
            filled += n;
        }
        if out[..filled].starts_with(MARK) {
            out.copy_within(MARK.len()..filled, 0);
            filled -= MARK.len();
            if filled == 0 {
                return self.inner.read(out);
            }
        }
        Ok(filled)
    }
}

/// Another code read as UTF-8.
struct Decoded<R> {
    inner: R,
    decoder: encoding_rs::Decoder,
    raw: Vec<u8>,
    from: usize,
    to: usize,
    ended: bool,
    finished: bool,
    /// What did not fit into a small buffer: bytes and how many were given.
    kept: ([u8; ROOM], usize, usize),
}

/// Room for any character.
const ROOM: usize = 32;

impl<R: Read> Decoded<R> {
    fn new(inner: R, encoding: &'static encoding_rs::Encoding) -> Self {
        let decoder = encoding.new_decoder_with_bom_removal();
        let raw = vec![0; 64 << 10];
        let (from, to, ended, finished) = (0, 0, false, false);
        Self { inner, decoder, raw, from, to, ended, finished, kept: ([0; ROOM], 0, 0) }
    }

    fn decode(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        while !self.finished {
            if self.from == self.to && !self.ended {
                self.from = 0;
                self.to = self.inner.read(&mut self.raw)?;
                self.ended = self.to == 0;
            }
            let input = &self.raw[self.from..self.to];
            let (result, read, written, _) = self.decoder.decode_to_utf8(input, out, self.ended);
            self.from += read;
            self.finished = self.ended && matches!(result, encoding_rs::CoderResult::InputEmpty);
            if written > 0 {
                return Ok(written);
            }
        }
        Ok(0)
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        if self.kept.1 == self.kept.2 && out.len() >= ROOM {
            return self.decode(out);
        }
        if self.kept.1 == self.kept.2 {
            let mut small = [0; ROOM];
            let filled = self.decode(&mut small)?;
            self.kept = (small, 0, filled);
        }
        let (small, given, filled) = &mut self.kept;
        let n = out.len().min(*filled - *given);
        out[..n].copy_from_slice(&small[*given..*given + n]);
        *given += n;
        Ok(n)
    }
}

/// Drops NUL bytes.
pub(super) struct WithoutNuls<R>(pub(super) R);

impl<R: Read> Read for WithoutNuls<R> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        loop {
            let read = self.0.read(out)?;
            let mut kept = 0;
            for at in 0..read {
                out[kept] = out[at];
                kept += usize::from(out[at] != 0);
            }
            if kept > 0 || read == 0 {
                return Ok(kept);
            }
        }
    }
}
