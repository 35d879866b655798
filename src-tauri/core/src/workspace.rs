//! An open workspace: its file and what was read of it.

mod answers;
mod deeds;
mod loyalty;
mod rates;
mod rebase;
mod records;
mod reprice;
mod settings;
mod steps;

use crate::Result;
use crate::accounts::{Decided, decide};
use crate::app::{Decision, WorkspaceInfo};
use crate::book::Book;
use crate::model::Day;
use crate::store::{Act, Founding, Store, change};
use crate::voice::Voice;
use chrono_tz::Tz;
use rusqlite::Transaction;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

pub use loyalty::Redeemed;
pub use rates::{CurrencyRates, DayRate, RatesView, TypedRate};

/// A workspace file open for writing, with its current book.
pub struct Workspace {
    store: Store,
    book: RwLock<Arc<Book>>,
    /// Where images of large books are kept.
    images: Option<PathBuf>,
    /// Held while points are redeemed or taken, or what brings them is typed in.
    redeeming: Mutex<()>,
}

impl Workspace {
    /// Makes a new workspace file and opens it.
    ///
    /// # Errors
    /// As [`Store::create`].
    pub fn create(path: &Path, founding: &Founding, today: Day) -> Result<Self> {
        Self::over(Store::create(path, founding)?, today, None)
    }

    /// Opens a workspace file; `copies` is where copies of workspaces are kept.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open(path: &Path, copies: &Path, today: Day) -> Result<Self> {
        Self::over(Store::open(path, copies)?, today, None)
    }

    /// The same, with a folder of the program's own for images of large books.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open_with_images(path: &Path, copies: &Path, images: &Path, today: Day) -> Result<Self> {
        Self::over(Store::open(path, copies)?, today, Some(images.to_owned()))
    }

    fn over(store: Store, today: Day, images: Option<PathBuf>) -> Result<Self> {
        let book = Arc::new(read(store.path(), today, 1, images.as_deref())?);
        afterwards(&book);
        Ok(Self { store, book: RwLock::new(book), images, redeeming: Mutex::default() })
    }

    /// Where its file is.
    pub fn path(&self) -> &Path {
        self.store.path()
    }

    /// Its file.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The book as of today (or the day the workspace fixes).
    pub fn book(&self, today: Day) -> Arc<Book> {
        let book = Arc::clone(&self.book.read().unwrap_or_else(PoisonError::into_inner));
        if book.settings.as_of.unwrap_or(today) == book.as_of {
            return book;
        }
        let book = Arc::new(book.on(today));
        *self.book.write().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&book);
        book
    }

    /// Writes in one change and reads the book again: what this answers is on disk and in the
    /// figures.
    ///
    /// # Errors
    /// As [`Store::write`].
    pub fn write<T>(
        &self,
        act: &Act<'_>,
        today: Day,
        work: impl FnOnce(&Transaction<'_>, i64) -> Result<T>,
    ) -> Result<T> {
        let done = self.store.write(act, work)?;
        self.read_again(today)?;
        Ok(done)
    }

    /// Reads the book again after a write that went around [`Workspace::write`]: an import, or one
    /// that was undone.
    pub fn reload(&self, today: Day) -> Result<()> {
        let book = self.read_again(today)?;
        afterwards(&book);
        Ok(())
    }

    fn read_again(&self, today: Day) -> Result<Arc<Book>> {
        self.read_after(today, None)
    }

    /// The same after a write that touched only these tables, where that is known.
    fn read_after(&self, today: Day, touched: Option<&[&str]>) -> Result<Arc<Book>> {
        let before = self.book(today);
        let revision = before.revision + 1;
        let book = read(self.path(), today, revision, self.images.as_deref())?;
        let book = Arc::new(match touched {
            Some(touched) => book.after(&before, touched),
            None => book,
        });
        *self.book.write().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&book);
        Ok(book)
    }

    /// Where its days begin and end.
    pub fn time_zone(&self) -> Tz {
        self.book.read().unwrap_or_else(PoisonError::into_inner).settings.time_zone
    }

    /// What the window's frame shows of it.
    pub fn info(&self, today: Day, voice: &Voice) -> WorkspaceInfo {
        let book = self.book(today);
        let file = self.path().file_name().unwrap_or(self.path().as_os_str());
        WorkspaceInfo {
            name: book.settings.name.clone(),
            file: file.to_string_lossy().into_owned(),
            sample: book.settings.as_of.is_some(),
            empty: book.ledger.is_empty(),
            customers: voice.count(book.customers_today()),
            as_of: voice.day(book.as_of),
            revision: book.revision,
        }
    }

    /// Carries out what the user decided about customers, as one act by hand.
    ///
    /// # Errors
    /// `NoSuchCustomer` for one that is not there (any more); as [`Store::write`].
    pub fn decide(&self, decided: &Decided, at: i64, today: Day) -> Result<Decision> {
        let act = Act { kind: "edit", label: decided.label(), at };
        let (change, customer) = self.write(&act, today, |tx, change| {
            let outcome = decide(tx, decided)?;
            outcome.write(tx)?;
            Ok((change, outcome.customer))
        })?;
        let change = change::by_id(&self.store.reader()?, change)?.map(|change| change.id);
        Ok(Decision { change, customer })
    }
}

fn read(path: &Path, today: Day, revision: u64, images: Option<&Path>) -> Result<Book> {
    match images {
        Some(images) => Book::open(path, today, revision, images),
        None => Book::load(path, today, revision),
    }
}

/// What nobody has to wait for, on a thread of its own: reads the names, so that the first search is
/// as fast as every other, and writes the image, without which the next opening only takes longer.
fn afterwards(book: &Arc<Book>) {
    let book = Arc::clone(book);
    std::thread::spawn(move || {
        book.directory().ok();
        book.keep_image().ok();
        if book.offer().is_ok_and(|offer| !offer.versions.is_empty()) {
            book.standings().ok();
        }
    });
}
