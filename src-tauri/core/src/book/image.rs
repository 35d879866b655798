//! Images of large books in the program's own folder: opening one again takes a tenth of the time.
//!
//! An image belongs to one file and one moment of its history, as far as the ledger is read from it:
//! a survey answer leaves it as good as it was. On any doubt (another moment, another version of the
//! program, a wrong byte) it is as if there were none, and the book is read from its tables. The workspace's file knows nothing of it.

use crate::Result;
use crate::ledger::Ledger;
use crate::store::{facts, owner_only};
use rusqlite::Connection;
use rustc_hash::FxHasher;
use std::fs::{self, File, OpenOptions};
use std::hash::{Hash, Hasher};
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::UNIX_EPOCH;

/// Customers below which reading the tables is as fast as anyone could wish.
const SMALL: usize = 10_000;
/// How many images are kept.
const KEPT: usize = 4;
/// What the names of images end in; nothing else in the folder is ever given up.
const EXTENSION: &str = "ledger";
/// Held while an image is written.
static WRITING: Mutex<()> = Mutex::new(());
/// What an image begins with; another form of images is another version.
const FORM: &[u8; 8] = b"ledger 3";

/// Where the images of a program are, and which one is this workspace's.
#[derive(Clone, Debug)]
pub(super) struct Place {
    directory: PathBuf,
    file: PathBuf,
}

impl Place {
    pub(super) fn of(workspace: &Path, directory: &Path) -> Self {
        let name = hash(|sum| workspace.hash(sum));
        Self {
            directory: directory.to_owned(),
            file: directory.join(format!("{name:016x}.{EXTENSION}")),
        }
    }

    /// The ledger of this moment, if it is kept.
    pub(super) fn read(&self, moment: u64) -> Option<Ledger> {
        let mut file = File::open(&self.file).ok()?;
        let mut begin = [0; 16];
        file.read_exact(&mut begin).ok()?;
        (begin == beginning(moment)).then(|| Ledger::read_image(file).ok())?
    }

    /// Keeps a ledger, if it is large; the place of the longest unused image is given up.
    pub(super) fn write(&self, ledger: &Ledger, moment: u64) -> io::Result<()> {
        if ledger.len() < SMALL {
            return Ok(());
        }
        let _one_at_a_time = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
        let part = self.file.with_extension("part");
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true);
        owner_only(&mut options);
        let mut out = BufWriter::with_capacity(1 << 17, options.open(&part)?);
        out.write_all(&beginning(moment))?;
        ledger.write_image(&mut out)?;
        out.into_inner()?;
        fs::rename(&part, &self.file)?;
        self.give_up_old()
    }

    fn give_up_old(&self) -> io::Result<()> {
        let mut images = Vec::new();
        for entry in fs::read_dir(&self.directory)? {
            let (entry, path) = entry.map(|entry| (entry.metadata(), entry.path()))?;
            if path.extension().is_some_and(|extension| extension == EXTENSION) {
                images.push((entry?.modified()?, path));
            }
        }
        images.sort();
        let extra = images.len().saturating_sub(KEPT);
        images[..extra].iter().try_for_each(|(_, path)| fs::remove_file(path))
    }
}

/// Tells apart every moment in the history of every file's ledger: the changes that touched what it
/// is read from, the ids given out there, and the file itself.
pub(super) fn moment(conn: &Connection, workspace: &Path) -> Result<u64> {
    let mut sum = FxHasher::default();
    facts::history(conn, &mut sum)?;
    let made = fs::metadata(workspace).and_then(|file| file.created());
    made.ok().and_then(|made| made.duration_since(UNIX_EPOCH).ok()).hash(&mut sum);
    Ok(sum.finish())
}

fn beginning(moment: u64) -> [u8; 16] {
    let program = hash(|sum| env!("CARGO_PKG_VERSION").hash(sum));
    let mut begin = [0; 16];
    begin[..8].copy_from_slice(FORM);
    begin[8..].copy_from_slice(&(moment ^ program).to_le_bytes());
    begin
}

fn hash(of: impl FnOnce(&mut FxHasher)) -> u64 {
    let mut sum = FxHasher::default();
    of(&mut sum);
    sum.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::testing::Business;

    fn large() -> Ledger {
        let names: Vec<String> = (0..SMALL).map(|n| format!("c{n}")).collect();
        let mut business = Business::new();
        for name in &names {
            business = business.on(name, "Pro", 1_000, "2026-01-01");
        }
        business.book()
    }

    #[test]
    fn an_image_is_that_of_its_moment_and_file() {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::of(Path::new("/a/one.holdfast"), folder.path());
        let other = Place::of(Path::new("/a/other.holdfast"), folder.path());
        let ledger = large();
        place.write(&ledger, 7).unwrap();
        assert_eq!(place.read(7).unwrap().len(), ledger.len());
        assert!(place.read(8).is_none() && other.read(7).is_none());
        place.write(&ledger, 8).unwrap();
        assert!(place.read(7).is_none() && place.read(8).is_some());
    }

    #[test]
    fn small_books_have_none_and_only_a_few_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let place = |n: usize| Place::of(Path::new(&format!("/{n}.holdfast")), folder.path());
        place(0).write(&Business::new().book(), 1).unwrap();
        assert!(place(0).read(1).is_none());
        let ledger = large();
        fs::write(folder.path().join("other.holdfast"), "not an image").unwrap();
        (0..KEPT + 2).for_each(|n| place(n).write(&ledger, 1).unwrap());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), KEPT + 1);
        assert!(folder.path().join("other.holdfast").exists());
        assert!(place(KEPT + 1).read(1).is_some());
    }
}
