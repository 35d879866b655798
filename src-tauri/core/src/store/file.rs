//! The workspace file: made, opened for writing under a lock, or opened beside a writer to read.

use super::backup::{after_copy, make_directory};
use super::journal::Shortening;
use super::migrations::{self, VERSION};
use super::setting::{self, Settings};
use super::write;
use crate::model::{Currency, Policy, Targets};
use crate::{Error, Result};
use chrono_tz::Tz;
use rusqlite::{Connection, ErrorCode, InterruptHandle, OpenFlags};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, TryLockError as MutexTry};

/// `HOLD`, at byte 68 of the file.
const APPLICATION_ID: i32 = 0x484F_4C44;

/// What a new workspace begins with.
#[derive(Clone, Debug)]
pub struct Founding {
    /// Its name.
    pub name: String,
    /// What it reports in.
    pub currency: Currency,
    /// Where its days begin and end.
    pub time_zone: Tz,
}

/// An open workspace file: the only one that writes to it, until it is dropped.
pub struct Store {
    // Declared first, so it has ended before the connection closes.
    shortening: Shortening,
    writer: Mutex<Connection>,
    interrupt: InterruptHandle,
    path: PathBuf,
    // Declared last, so it is let go after the connection has closed.
    _lock: File,
}

impl Store {
    /// Makes a workspace file, in a directory only its owner sees where that is new too.
    ///
    /// # Errors
    /// `FileExists`, or `Io` where the place cannot be written.
    pub fn create(path: &Path, founding: &Founding) -> Result<Self> {
        if let Some(directory) = path.parent().filter(|d| !d.as_os_str().is_empty()) {
            make_directory(directory)?;
        }
        if path.exists() {
            return Err(Error::FileExists { file: name(path) });
        }
        let lock = lock(path)?;
        make_file(path)?;
        let made = found(path, founding).and_then(|conn| Self::with(conn, path, lock));
        if made.is_err() {
            // Ours and empty of anything anyone typed.
            fs::remove_file(path).ok();
        }
        made
    }

    /// Opens a workspace for writing. An older one is copied into its folder among the copies
    /// ([`crate::home::copies`]), then migrated.
    ///
    /// # Errors
    /// `NoSuchFile`, `NotAWorkspace`, `NewerWorkspace`, `WorkspaceBusy`, `Damaged`, `DiskFull`, `Io`.
    pub fn open(path: &Path, copies: &Path) -> Result<Self> {
        check_kind(path)?;
        let lock = lock(path)?;
        check_header(path)?;
        let opened = Connection::open_with_flags(path, flags(OpenFlags::SQLITE_OPEN_READ_WRITE));
        let mut conn = opened.map_err(|e| of_file(e, path))?;
        check_writable(&conn, path)?;
        bring_up(&mut conn, path, copies).map_err(|error| write::explained(&conn, error))?;
        Self::with(conn, path, lock)
    }

    fn with(conn: Connection, path: &Path, lock: File) -> Result<Self> {
        write::watch(&conn)?;
        Ok(Self {
            shortening: Shortening::default(),
            interrupt: conn.get_interrupt_handle(),
            writer: Mutex::new(conn),
            path: path.to_owned(),
            _lock: lock,
        })
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Another connection that only reads; goes on while an import writes.
    pub fn reader(&self) -> Result<Connection> {
        reading(&self.path)
    }

    /// Another connection that writes, without triggers and checks of references: for who holds the
    /// write connection meanwhile.
    pub(super) fn unwatched(&self) -> Result<Connection> {
        let flags = flags(OpenFlags::SQLITE_OPEN_READ_WRITE);
        let conn = Connection::open_with_flags(&self.path, flags)?;
        prepare(&conn)?;
        conn.pragma_update(None, "foreign_keys", false)?;
        Ok(conn)
    }

    /// Cuts back a long journal beside what goes on.
    pub(super) fn shorten_beside(&self) {
        self.shortening.begin(self);
    }

    /// Stops the write that goes on; it is rolled back and gives `Cancelled`.
    pub fn interrupt(&self) {
        self.interrupt.interrupt();
    }

    /// The write connection, at once or not at all.
    pub(super) fn writer(&self) -> Result<MutexGuard<'_, Connection>> {
        match self.writer.try_lock() {
            Ok(conn) => Ok(conn),
            // A write that panicked was rolled back when its transaction was dropped.
            Err(MutexTry::Poisoned(poisoned)) => Ok(poisoned.into_inner()),
            Err(MutexTry::WouldBlock) => Err(Error::WriteBusy),
        }
    }
}

/// Opens a workspace to read only, beside the window that has it open or without one.
///
/// # Errors
/// `NoSuchFile`, `NotAWorkspace`, `NewerWorkspace`, `Damaged`, `Io`.
pub fn open_reading(path: &Path) -> Result<Connection> {
    check_kind(path)?;
    let conn = reading(path)?;
    is_ours(&conn, path).map_err(|error| write::explained(&conn, error))?;
    Ok(conn)
}

/// Whether SQLite finds one of our workspaces in the file, of a version we know.
fn is_ours(conn: &Connection, path: &Path) -> Result<()> {
    let id: i32 = conn
        .query_row("PRAGMA application_id", [], |row| row.get(0))
        .map_err(|e| of_file(e, path))?;
    if id != APPLICATION_ID {
        return Err(Error::NotAWorkspace { file: name(path) });
    }
    version(conn, path)?;
    setting::read(conn).map(drop)
}

/// Copies and migrates an older workspace, and looks whether it can be read.
fn bring_up(conn: &mut Connection, path: &Path, copies: &Path) -> Result<()> {
    let version = version(conn, path)?;
    prepare(conn).map_err(|e| of_file(e, path))?;
    if version < VERSION {
        after_copy(conn, path, copies, migrations::migrate)?;
    }
    setting::read(conn).map(drop)
}

fn reading(path: &Path) -> Result<Connection> {
    let opened = Connection::open_with_flags(path, flags(OpenFlags::SQLITE_OPEN_READ_ONLY));
    let conn = opened.map_err(|e| of_file(e, path))?;
    conn.execute_batch("PRAGMA trusted_schema = OFF").map_err(|e| of_file(e, path))?;
    Ok(conn)
}

fn flags(mode: OpenFlags) -> OpenFlags {
    mode | OpenFlags::SQLITE_OPEN_NO_MUTEX
}

fn found(path: &Path, founding: &Founding) -> Result<Connection> {
    let opened = Connection::open_with_flags(path, flags(OpenFlags::SQLITE_OPEN_READ_WRITE));
    let mut conn = opened.map_err(|e| of_file(e, path))?;
    conn.execute_batch(&format!(
        "PRAGMA page_size = 8192; PRAGMA application_id = {APPLICATION_ID};"
    ))?;
    prepare(&conn)?;
    migrations::migrate(&mut conn)?;
    let tx = conn.transaction()?;
    let settings = Settings {
        name: founding.name.clone(),
        currency: founding.currency,
        time_zone: founding.time_zone,
        as_of: None,
        policy: Policy::default(),
        targets: Targets::default(),
    };
    setting::write(&tx, &settings)?;
    tx.commit()?;
    Ok(conn)
}

/// SQLite opens what may not be written for reading only, and says so at the first write.
fn check_writable(conn: &Connection, path: &Path) -> Result<()> {
    if !conn.is_readonly("main")? {
        return Ok(());
    }
    Err(match OpenOptions::new().write(true).open(path) {
        Err(denied) => of_io(denied, path),
        // The file may be written: its header says that SQLite must not.
        Ok(_) => Error::Damaged { details: name(path) },
    })
}

/// What holds for the connection that writes.
fn prepare(conn: &Connection) -> rusqlite::Result<()> {
    conn.set_prepared_statement_cache_capacity(64);
    // Temporary tables hold names of people: never in a file. The journal mode stays in the file.
    conn.execute_batch(
        "PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA foreign_keys = ON;
         PRAGMA secure_delete = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA temp_store = MEMORY;
         PRAGMA cache_size = -32000;",
    )
}

/// The file's version; a newer one is refused.
fn version(conn: &Connection, path: &Path) -> Result<u32> {
    let version: i64 = conn
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .map_err(|e| of_file(e, path))?;
    match u32::try_from(version) {
        // Never finished: the first version is 1.
        Ok(0) | Err(_) => Err(Error::NotAWorkspace { file: name(path) }),
        Ok(version) if version > VERSION => Err(Error::NewerWorkspace { version, known: VERSION }),
        Ok(version) => Ok(version),
    }
}

/// Whether it is a file with something in it. Nothing is opened: opening a FIFO would wait.
fn check_kind(path: &Path) -> Result<()> {
    let found = fs::metadata(path).map_err(|e| of_io(e, path))?;
    if found.is_file() && found.len() > 0 {
        Ok(())
    } else {
        Err(Error::NotAWorkspace { file: name(path) })
    }
}

/// Looks at the first bytes before SQLite touches anything. Only under the lock: closing the file
/// would drop the locks SQLite holds on it in this process.
fn check_header(path: &Path) -> Result<()> {
    let mut header = [0_u8; 72];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut header));
    match read {
        Err(e) if e.kind() == io::ErrorKind::UnexpectedEof => {}
        Err(e) => return Err(of_io(e, path)),
        Ok(()) => {
            let ours = APPLICATION_ID.to_be_bytes();
            if header.starts_with(b"SQLite format 3\0") && header[68..72] == ours {
                return Ok(());
            }
        }
    }
    Err(Error::NotAWorkspace { file: name(path) })
}

/// One writer for each file. The kernel lets go of it when the process ends, however it ends.
fn lock(path: &Path) -> Result<File> {
    let place = path.with_file_name(format!(".{}.lock", name(path)));
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    owner_only(&mut options);
    let file = options.open(place).map_err(|e| of_io(e, path))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Error::WorkspaceBusy { file: name(path) }),
        Err(TryLockError::Error(e)) => Err(of_io(e, path)),
    }
}

fn make_file(path: &Path) -> Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    owner_only(&mut options);
    options.open(path).map(drop).map_err(|e| of_io(e, path))
}

/// Readable and writable by its owner only, where the system knows that.
pub(crate) fn owner_only(options: &mut OpenOptions) {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    #[cfg(not(unix))]
    let _ = options;
}

/// The name people know a file by.
pub(super) fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// What the system says about a file, as ours.
pub(super) fn of_io(error: io::Error, path: &Path) -> Error {
    let file = name(path);
    match error.kind() {
        io::ErrorKind::NotFound => Error::NoSuchFile { file },
        io::ErrorKind::AlreadyExists => Error::FileExists { file },
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            Error::DiskFull { missing: None }
        }
        _ => Error::Io { file, source: error },
    }
}

/// What SQLite says on opening a file, as ours.
pub(super) fn of_file(error: rusqlite::Error, path: &Path) -> Error {
    let file = name(path);
    let denied = |kind: io::ErrorKind| Error::Io { file: name(path), source: kind.into() };
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => Error::NotAWorkspace { file },
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
            denied(io::ErrorKind::PermissionDenied)
        }
        Some(ErrorCode::CannotOpen) if path.exists() => denied(io::ErrorKind::PermissionDenied),
        Some(ErrorCode::CannotOpen) => Error::NoSuchFile { file },
        _ => error.into(),
    }
}
