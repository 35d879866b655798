//! Copies of a workspace, made whole or not at all.

use super::file::{name, of_io, owner_only};
use crate::{Error, Result};
use rusqlite::{Connection, OpenFlags};
use siphasher::sip::SipHasher13;
use std::fs::{self, File, OpenOptions};
use std::hash::Hasher;
use std::io;
use std::path::{Path, PathBuf};

/// Does what cannot be taken back in the program, once a copy of the workspace stands in its folder
/// among the copies.
///
/// # Errors
/// Those of [`backup`], with nothing done, and those of the work.
pub(super) fn after_copy<T>(
    conn: &mut Connection,
    workspace: &Path,
    copies: &Path,
    work: impl FnOnce(&mut Connection) -> Result<T>,
) -> Result<T> {
    backup(conn, workspace, &folder_of(workspace, copies))?;
    work(conn)
}

/// The folder for the copies of one workspace. Its name ends with a hash of where the workspace
/// stands: two files of one name in two places do not mix.
fn folder_of(workspace: &Path, copies: &Path) -> PathBuf {
    let place = fs::canonicalize(workspace).unwrap_or_else(|_| workspace.to_owned());
    let mut hasher = SipHasher13::new();
    hasher.write(place.as_os_str().as_encoded_bytes());
    copies.join(format!("{}-{:016x}", stem(workspace), hasher.finish()))
}

fn stem(workspace: &Path) -> String {
    workspace.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// Copies what the connection sees into a new file of a directory and gives its path:
/// `<name>-<n>.holdfast`, the highest number is the newest. Written under another name, checked,
/// brought to the disk and only then named.
///
/// # Errors
/// `Damaged` where the copy does not pass SQLite's check, `DiskFull`, `Io`.
pub fn backup(conn: &Connection, workspace: &Path, directory: &Path) -> Result<PathBuf> {
    make_directory(directory)?;
    let part = directory.join(format!(".{}.part", name(workspace)));
    let copied = copy(conn, &part).and_then(|()| place(&part, workspace, directory));
    if copied.is_err() {
        fs::remove_file(&part).ok();
    }
    copied
}

fn copy(conn: &Connection, part: &Path) -> Result<()> {
    // SQLite writes into an empty file, and so it stays readable by its owner only.
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    owner_only(&mut options);
    options.open(part).map_err(|e| of_io(e, part))?;
    let text = part.to_str().ok_or_else(|| Error::Io {
        file: name(part),
        source: io::ErrorKind::InvalidFilename.into(),
    })?;
    conn.execute("VACUUM INTO ?1", [text])?;
    let copy = Connection::open_with_flags(part, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let found: String = copy.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if found != "ok" {
        return Err(Error::Damaged { details: found });
    }
    Ok(())
}

fn place(part: &Path, workspace: &Path, directory: &Path) -> Result<PathBuf> {
    // VACUUM INTO leaves the copy to the system; it must be on disk before it has its name.
    let synced = File::options().write(true).open(part).and_then(|file| file.sync_all());
    synced.map_err(|e| of_io(e, part))?;
    let stem = stem(workspace);
    let number = newest(directory, &stem)? + 1;
    let path = directory.join(format!("{stem}-{number}.holdfast"));
    fs::rename(part, &path).map_err(|e| of_io(e, &path))?;
    #[cfg(unix)]
    File::open(directory).and_then(|d| d.sync_all()).map_err(|e| of_io(e, directory))?;
    Ok(path)
}

/// The highest number of a copy there is, 0 for none.
fn newest(directory: &Path, stem: &str) -> Result<u64> {
    let mut newest = 0;
    for entry in fs::read_dir(directory).map_err(|e| of_io(e, directory))? {
        let file = entry.map_err(|e| of_io(e, directory))?.file_name();
        let file = file.to_string_lossy();
        let number = file
            .strip_prefix(stem)
            .and_then(|rest| rest.strip_prefix('-')?.strip_suffix(".holdfast")?.parse().ok());
        newest = newest.max(number.unwrap_or(0));
    }
    Ok(newest)
}

/// Makes a directory only its owner sees, where there is none.
pub(super) fn make_directory(directory: &Path) -> Result<()> {
    if directory.exists() {
        return Ok(());
    }
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(directory).map_err(|e| of_io(e, directory))
}
