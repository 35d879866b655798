//! An open workspace: its file and what was read of it.

mod answers;
mod rates;

use crate::accounts::{Decided, decide};
use crate::app::{Decision, Turned, WorkspaceInfo, WorkspaceSettings};
use crate::book::Book;
use crate::import::hand::{self, Hand, RecordDraft, RecordForm, RecordRef, RecordSaved, Written};
use crate::import::{Context, Kind};
use crate::model::{Currency, Day};
use crate::store::change::{self, Change};
use crate::store::{Act, Founding, Outcome, Settings, Store, setting};
use crate::voice::Voice;
use crate::{Error, Result};
use chrono_tz::Tz;
use rusqlite::Transaction;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

pub use rates::{CurrencyRates, DayRate, RatesView, TypedRate};

/// A workspace file open for writing, with its current book.
pub struct Workspace {
    store: Store,
    book: RwLock<Arc<Book>>,
    /// Where images of large books are kept.
    images: Option<PathBuf>,
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
        Ok(Self { store, book: RwLock::new(book), images })
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

    /// Its settings.
    pub fn settings(&self) -> Result<WorkspaceSettings> {
        let conn = self.store.reader()?;
        let settings = setting::read(&conn)?;
        Ok(WorkspaceSettings {
            name: settings.name,
            currency: settings.currency.to_string(),
            time_zone: settings.time_zone.name().to_owned(),
            targets: settings.targets,
            policy: settings.policy,
        })
    }

    /// Takes a change back: this one, or the last one that stands. `None` where there is none.
    ///
    /// # Errors
    /// As [`Store::undo`].
    pub fn undo(&self, change: Option<i64>, today: Day) -> Result<Option<Turned>> {
        let turned = self.find(change, last_standing)?;
        if let Some(turned) = &turned {
            let done = self.store.undo(turned.change)?;
            self.after_turn(&done, today)?;
        }
        Ok(turned)
    }

    /// Does a change again that was taken back: this one, or the first one after all that stand.
    /// `None` where there is none.
    ///
    /// # Errors
    /// As [`Store::redo`].
    pub fn redo(&self, change: Option<i64>, today: Day) -> Result<Option<Turned>> {
        let turned = self.find(change, first_undone)?;
        if let Some(turned) = &turned {
            let done = self.store.redo(turned.change)?;
            self.after_turn(&done, today)?;
        }
        Ok(turned)
    }

    /// Answers taken back or done again touch the answers alone.
    fn after_turn(&self, done: &Outcome, today: Day) -> Result<()> {
        if answers::are_answers(done.tables.keys()) {
            return self.renew_answers(None);
        }
        self.reload(today)
    }

    fn find(
        &self,
        asked: Option<i64>,
        or: impl Fn(&[Change]) -> Option<&Change>,
    ) -> Result<Option<Turned>> {
        let conn = self.store.reader()?;
        let turned =
            |of: &Change| Turned { change: of.id, kind: of.kind.clone(), label: of.label.clone() };
        match asked {
            Some(id) => {
                let found = change::by_id(&conn, id)?.ok_or(Error::NoSuchChange { change: id })?;
                Ok(Some(turned(&found)))
            }
            None => Ok(or(&change::all(&conn)?).map(turned)),
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

    /// A record as a form, or a new one.
    ///
    /// # Errors
    /// `NoSuchRecord`, `NoSuchCustomer` for what is not there (any more).
    pub fn record_form(&self, record: RecordRef, today: Day, voice: &Voice) -> Result<RecordForm> {
        hand::form(&self.store.reader()?, record, &self.hand(today, voice))
    }

    /// Adds a record or corrects one, as one act by hand. Where what was typed makes no sense the
    /// answer says what is wrong, and nothing is changed.
    ///
    /// # Errors
    /// As [`Workspace::record_form`] and [`Store::write`].
    pub fn save_record(
        &self,
        draft: &RecordDraft,
        at: i64,
        today: Day,
        voice: &Voice,
    ) -> Result<RecordSaved> {
        let act = if draft.record.id.is_some() { "correct" } else { "add" };
        let by = self.hand(today, voice);
        self.by_hand(act, draft.record.kind, (at, today), voice, |tx, change| {
            hand::save(tx, change, draft, &by)
        })
    }

    /// Deletes a record with what only makes sense together with it, as one act by hand.
    ///
    /// # Errors
    /// `NoSuchRecord`; `RecordNeeded` for a plan somebody has; as [`Store::write`].
    pub fn delete_record(
        &self,
        record: RecordRef,
        at: i64,
        today: Day,
        voice: &Voice,
    ) -> Result<RecordSaved> {
        self.by_hand("delete", record.kind, (at, today), voice, |tx, _| hand::delete(tx, record))
    }

    fn by_hand(
        &self,
        act: &str,
        kind: Kind,
        (at, today): (i64, Day),
        voice: &Voice,
        work: impl FnOnce(&Transaction<'_>, i64) -> Result<Written>,
    ) -> Result<RecordSaved> {
        let label = hand::label(act, kind);
        let of = Act { kind: "edit", label: &label, at };
        let (number, written) =
            self.store.write(&of, |tx, change| Ok((change, work(tx, change)?)))?;
        // What was wrong or says nothing new leaves no trace.
        let change = change::by_id(&self.store.reader()?, number)?.map(|change| change.id);
        if change.is_some() {
            self.read_after(today, hand::touches(act, kind).as_deref())?;
        }
        let what = voice.say(&format!("one-{}", kind.code()), &[]);
        let key =
            if written.joined { "hand-said-joined".to_owned() } else { format!("hand-said-{act}") };
        Ok(RecordSaved {
            change,
            customer: written.customer,
            wrong: written.wrong,
            said: voice.say(&key, &[("what", what.into())]),
        })
    }

    fn hand(&self, today: Day, voice: &Voice) -> Hand {
        let book = self.book(today);
        let Settings { time_zone: zone, currency, .. } = book.settings;
        let reasons = book.ledger.reasons.iter().map(|one| one.text.clone());
        Hand {
            context: Context { zone, currency, today: book.as_of },
            voice: *voice,
            reasons: reasons.filter(|text| !text.is_empty()).collect(),
        }
    }

    /// Saves the settings as one act by hand. The number to undo it by; `None` where they were so
    /// already.
    ///
    /// # Errors
    /// `BadSetting` names the field that makes no sense; nothing is changed then.
    pub fn save_settings(
        &self,
        new: &WorkspaceSettings,
        at: i64,
        today: Day,
    ) -> Result<Option<i64>> {
        let old = self.book(today).settings.clone();
        let settings = checked(new, &old)?;
        let act = Act { kind: "edit", label: "settings", at };
        let change = self.write(&act, today, |tx, change| {
            setting::write(tx, &settings)?;
            Ok(change)
        })?;
        // A change that changes nothing leaves no trace.
        Ok(change::by_id(&self.store.reader()?, change)?.map(|change| change.id))
    }
}

/// Of changes, newest first, the one to take back next.
fn last_standing(changes: &[Change]) -> Option<&Change> {
    changes.iter().find(|change| change.is_step() && !change.undone)
}

/// Of changes, newest first, the one to do again next: whatever was done since stays the last.
fn first_undone(changes: &[Change]) -> Option<&Change> {
    changes.iter().take_while(|change| change.undone).filter(|change| change.is_step()).last()
}

fn checked(new: &WorkspaceSettings, old: &Settings) -> Result<Settings> {
    let bad =
        |field: &'static str, value: &str| Error::BadSetting { field, value: value.to_owned() };
    let name = new.name.trim();
    if name.is_empty() {
        return Err(bad("name", name));
    }
    if new.policy.grace_days > 90 {
        return Err(bad("grace_days", &new.policy.grace_days.to_string()));
    }
    let targets = &new.targets;
    for percent in [targets.monthly_retention, targets.yearly_retention, targets.monthly_churn] {
        if let Some(percent) = percent.filter(|percent| *percent > 10_000) {
            return Err(bad("target", &percent.to_string()));
        }
    }
    Ok(Settings {
        name: name.to_owned(),
        currency: Currency::parse(&new.currency).ok_or_else(|| bad("currency", &new.currency))?,
        time_zone: new.time_zone.parse().map_err(|_| bad("time_zone", &new.time_zone))?,
        as_of: old.as_of,
        policy: new.policy,
        targets: new.targets,
    })
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
    });
}

#[cfg(test)]
mod steps {
    use super::*;

    fn change(id: i64, kind: &str, undone: bool) -> Change {
        Change { id, at: 0, kind: kind.to_owned(), label: String::new(), undone }
    }

    #[test]
    fn the_last_change_that_stands_is_taken_back_and_the_first_one_after_it_done_again() {
        let newest_first = |undone: [bool; 3]| {
            let [one, two, three] = undone;
            [
                change(4, "edit", three),
                change(3, "import", two),
                change(2, "edit", one),
                change(1, "sample", false),
            ]
        };
        let steps = |undone| {
            let changes = newest_first(undone);
            (last_standing(&changes).map(|c| c.id), first_undone(&changes).map(|c| c.id))
        };
        assert_eq!(steps([false, false, false]), (Some(4), None));
        assert_eq!(steps([false, false, true]), (Some(3), Some(4)));
        assert_eq!(steps([false, true, true]), (Some(2), Some(3)));
        assert_eq!(steps([true, true, true]), (None, Some(2)), "the sample itself stays");
        assert_eq!(steps([true, true, false]), (Some(4), None), "something was done since");
    }
}
