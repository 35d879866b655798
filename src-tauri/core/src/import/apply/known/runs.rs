//! Keys of an import that outgrow memory: sorted runs in a file of their own, numbers only.
//!
//! The file has no name any more as soon as it is open, so it goes away with the process, however
//! that ends.

use crate::import::input::io_error;
use crate::store::keys::Key;
use crate::{Error, Result};
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// Bytes of a key in the file.
const WIDTH: usize = 16;
/// Keys of a page, of which the first is kept in memory.
const PAGE: usize = 512;
/// Keys read at once when runs are merged.
const READ: usize = 4_096;

/// Sorted runs of keys.
pub(super) struct Runs {
    path: PathBuf,
    file: Option<File>,
    runs: Vec<Run>,
    written: u64,
}

struct Run {
    /// Where it begins, in keys.
    begin: u64,
    keys: u64,
    /// The first hash of each page.
    pages: Vec<i64>,
}

impl Runs {
    /// None yet; `path` is where their file will be made.
    pub(super) fn new(path: PathBuf) -> Self {
        Self { path, file: None, runs: Vec::new(), written: 0 }
    }

    /// Adds a run; the keys come in the order of their hashes.
    pub(super) fn add(&mut self, keys: impl Iterator<Item = Key>) -> Result<()> {
        let mut file = match self.file.take() {
            Some(file) => file,
            None => nameless(&self.path).map_err(|e| failed(&self.path, e))?,
        };
        let mut run = Run { begin: self.written, keys: 0, pages: Vec::new() };
        let mut buffer = Vec::with_capacity(PAGE * WIDTH);
        file.seek(SeekFrom::Start(self.written * WIDTH as u64))
            .map_err(|e| failed(&self.path, e))?;
        for (hash, row) in keys {
            if run.keys.is_multiple_of(PAGE as u64) {
                run.pages.push(hash);
                file.write_all(&buffer).map_err(|e| failed(&self.path, e))?;
                buffer.clear();
            }
            run.keys += 1;
            buffer.extend_from_slice(&hash.to_le_bytes());
            buffer.extend_from_slice(&row.to_le_bytes());
        }
        file.write_all(&buffer).map_err(|e| failed(&self.path, e))?;
        self.written += run.keys;
        self.runs.push(run);
        self.file = Some(file);
        Ok(())
    }

    /// The row of a hash.
    pub(super) fn find(&self, hash: i64) -> Result<Option<i64>> {
        for run in &self.runs {
            let Some(page) = run.pages.partition_point(|first| *first <= hash).checked_sub(1)
            else {
                continue;
            };
            let keys = self.read(run, (page * PAGE) as u64, PAGE)?;
            if let Ok(at) = keys.binary_search_by_key(&hash, |key| key.0) {
                return Ok(Some(keys[at].1));
            }
        }
        Ok(None)
    }

    /// Calls `each` with all keys and those of `last`, which are sorted as well, in order.
    pub(super) fn merge(
        &self,
        last: &[Key],
        mut each: impl FnMut(Key) -> Result<()>,
    ) -> Result<()> {
        let mut sources: Vec<Source<'_>> = self.runs.iter().map(Source::of).collect();
        sources.push(Source { run: None, read: last.len() as u64, keys: last.to_vec(), at: 0 });
        let mut heap = BinaryHeap::with_capacity(sources.len());
        for (number, source) in sources.iter_mut().enumerate() {
            heap.extend(source.next(self)?.map(|key| Reverse((key, number))));
        }
        while let Some(Reverse((key, number))) = heap.pop() {
            each(key)?;
            heap.extend(sources[number].next(self)?.map(|key| Reverse((key, number))));
        }
        Ok(())
    }

    /// Keys of a run from one of them on, at most so many.
    fn read(&self, run: &Run, from: u64, most: usize) -> Result<Vec<Key>> {
        let Some(mut file) = self.file.as_ref() else { return Ok(Vec::new()) };
        let many = usize::try_from(run.keys.saturating_sub(from)).unwrap_or(most).min(most);
        let mut bytes = vec![0; many * WIDTH];
        file.seek(SeekFrom::Start((run.begin + from) * WIDTH as u64))
            .and_then(|_| file.read_exact(&mut bytes))
            .map_err(|e| failed(&self.path, e))?;
        let number = |bytes: &[u8]| i64::from_le_bytes(bytes.try_into().unwrap_or_default());
        Ok(bytes.chunks_exact(WIDTH).map(|key| (number(&key[..8]), number(&key[8..]))).collect())
    }
}

/// A run that is being merged.
struct Source<'r> {
    run: Option<&'r Run>,
    /// Keys taken from the file.
    read: u64,
    keys: Vec<Key>,
    at: usize,
}

impl<'r> Source<'r> {
    fn of(run: &'r Run) -> Self {
        Self { run: Some(run), read: 0, keys: Vec::new(), at: 0 }
    }

    fn next(&mut self, runs: &Runs) -> Result<Option<Key>> {
        if self.at == self.keys.len()
            && let Some(run) = self.run
        {
            self.keys = runs.read(run, self.read, READ)?;
            self.read += self.keys.len() as u64;
            self.at = 0;
        }
        let key = self.keys.get(self.at).copied();
        self.at += 1;
        Ok(key)
    }
}

/// A file nobody finds, to be written and read.
fn nameless(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.read(true).write(true).create(true).truncate(true);
    crate::store::owner_only(&mut options);
    let file = options.open(path)?;
    fs::remove_file(path)?;
    Ok(file)
}

fn failed(path: &Path, source: io::Error) -> Error {
    match source.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            Error::DiskFull { missing: None }
        }
        _ => io_error(&path.file_name().unwrap_or_default().to_string_lossy(), source),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::hash;
    use super::*;

    #[test]
    fn runs_are_searched_and_merged_in_order() {
        let dir = tempfile::tempdir().unwrap();
        let mut runs = Runs::new(dir.path().join("keys"));
        let keys = |from: i64, to: i64| {
            let mut keys: Vec<Key> = (from..to).map(|n| (hash(n), n)).collect();
            keys.sort_unstable();
            keys
        };
        for (from, to) in [(0, 5_000), (5_000, 5_001), (5_001, 12_000)] {
            runs.add(keys(from, to).into_iter()).unwrap();
        }
        assert!(fs::read_dir(dir.path()).unwrap().next().is_none(), "the file has no name");
        for n in 0..12_000 {
            assert_eq!(runs.find(hash(n)).unwrap(), Some(n));
        }
        assert_eq!(runs.find(hash(12_000)).unwrap(), None);
        let mut merged = Vec::new();
        runs.merge(&keys(12_000, 12_100), |key| {
            merged.push(key);
            Ok(())
        })
        .unwrap();
        assert_eq!(merged, keys(0, 12_100));
    }
}
