//! Which workspace is open: new, open, switch, sample, and what the window shows of it.

use crate::App;
use chrono::Utc;
use holdfast_core::accounts::Decided;
use holdfast_core::app::{AppState, Decision, Preferences, WorkspaceSettings};
use holdfast_core::book::Book;
use holdfast_core::import::hand::{RecordDraft, RecordRef, RecordSaved};
use holdfast_core::model::{Currency, Day};
use holdfast_core::store::Founding;
use holdfast_core::workspace::{TypedRate, Workspace};
use holdfast_core::{Error, Result, sample};
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError};
use std::time::Duration;

/// Name of the sample's file among the program's own workspaces.
const SAMPLE: &str = "sample.holdfast";

/// How often a workspace that is locked at the start is tried, and how long is waited between: a
/// second altogether.
const ATTEMPTS: u32 = 50;
const PAUSE: Duration = Duration::from_millis(20);

impl App {
    /// The open workspace.
    ///
    /// # Errors
    /// `NoWorkspace` when none is.
    pub fn workspace(&self) -> Result<Arc<Workspace>> {
        let open = self.open.read().unwrap_or_else(PoisonError::into_inner);
        open.as_ref().map(Arc::clone).ok_or(Error::NoWorkspace)
    }

    /// What the figures come from: one book, used to the end of a command.
    pub fn book(&self) -> Result<Arc<Book>> {
        Ok(self.workspace()?.book(self.today()))
    }

    /// Today, in the reporting time zone of the open workspace.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place of the window that reads the clock"
    )]
    pub fn today(&self) -> Day {
        let now = Utc::now();
        let open = self.open.read().unwrap_or_else(PoisonError::into_inner);
        match open.as_ref() {
            Some(workspace) => now.with_timezone(&workspace.time_zone()).date_naive().into(),
            None => now.date_naive().into(),
        }
    }

    /// The moment of a change, in UTC seconds.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place of the window that reads the clock"
    )]
    pub fn now(&self) -> i64 {
        Utc::now().timestamp()
    }

    /// Opens a workspace file in place of the one that is open. It is read completely before the
    /// other is let go, so a file that cannot be opened changes nothing.
    pub fn open(&self, path: &Path) -> Result<AppState> {
        let already = self.workspace().is_ok_and(|open| open.path() == path);
        if !already {
            let (copies, images) = (self.home().copies(), self.home().images());
            self.show(Workspace::open_with_images(path, &copies, &images, self.today())?)?;
        }
        self.state()
    }

    /// Opens one of the workspaces opened before.
    pub fn open_recent(&self, id: u32) -> Result<AppState> {
        let path = self.memory().path_of(id).ok_or(Error::NoWorkspace)?;
        self.open(&path)
    }

    /// Makes a new workspace among the program's own and opens it.
    pub fn create(&self, name: &str) -> Result<AppState> {
        let name = match name.trim() {
            "" => self.voice().say("workspace-new-name", &[]),
            name => name.to_owned(),
        };
        let path = free_file(&self.home().workspaces(), &name);
        let time_zone = iana_time_zone::get_timezone().ok().and_then(|zone| zone.parse().ok());
        let founding = Founding {
            name,
            currency: Currency::EUR,
            time_zone: time_zone.unwrap_or(chrono_tz::UTC),
        };
        self.show(Workspace::create(&path, &founding, self.today())?)?;
        self.state()
    }

    /// Opens the sample business, made at the first time.
    pub fn sample(&self) -> Result<AppState> {
        let path = self.home().workspaces().join(SAMPLE);
        if !path.exists() {
            drop(sample::create(&path, &sample::Spec::default(), &sample::name(&self.voice()))?);
        }
        self.open(&path)
    }

    /// Lets go of the open workspace.
    pub fn close(&self) -> Result<AppState> {
        self.open.write().unwrap_or_else(PoisonError::into_inner).take();
        let mut memory = self.memory();
        memory.open = false;
        self.home().remember(&memory)?;
        drop(memory);
        self.state()
    }

    /// Opens what was open at the last end. A window that was closed a moment ago may still be
    /// letting go of the file: it is waited for. A file that is gone or stays locked leaves the
    /// first page.
    pub fn reopen(&self) {
        let last = self.memory().current().map(|known| known.path.clone());
        let Some(path) = last else { return };
        for _ in 0..ATTEMPTS {
            match self.open(&path) {
                Ok(_) => return,
                Err(Error::WorkspaceBusy { .. }) => std::thread::sleep(PAUSE),
                Err(_) => break,
            }
        }
        self.memory().open = false;
    }

    fn show(&self, workspace: Workspace) -> Result<()> {
        let name = workspace.book(self.today()).settings.name.clone();
        let mut memory = self.memory();
        memory.opened(workspace.path(), &name);
        self.home().remember(&memory)?;
        drop(memory);
        let mut open = self.open.write().unwrap_or_else(PoisonError::into_inner);
        *open = Some(Arc::new(workspace));
        Ok(())
    }

    /// Keeps what the user chose for the program.
    pub fn save_preferences(&self, preferences: Preferences) -> Result<AppState> {
        let mut memory = self.memory();
        memory.preferences = Some(preferences);
        self.home().remember(&memory)?;
        drop(memory);
        self.state()
    }

    /// Remembers the address the window shows.
    pub fn remember_place(&self, place: String) -> Result<()> {
        let mut memory = self.memory();
        let open = memory.open;
        if let Some(known) = memory.workspaces.first_mut().filter(|_| open) {
            known.place = Some(place);
            self.home().remember(&memory)?;
        }
        Ok(())
    }

    /// Carries out what the user decided about customers.
    pub fn decide(&self, decided: &Decided) -> Result<Decision> {
        self.workspace()?.decide(decided, self.now(), self.today())
    }

    /// Sets an exchange rate of the open workspace; the number to undo that by.
    pub fn save_rate(&self, typed: &TypedRate) -> Result<Option<i64>> {
        self.workspace()?.save_rate(typed, self.now(), self.today())
    }

    /// Takes one away; the number to undo that by.
    pub fn remove_rate(&self, currency: &str, day: &str) -> Result<Option<i64>> {
        self.workspace()?.remove_rate(currency, day, self.now(), self.today())
    }

    /// Adds a record or corrects one.
    pub fn save_record(&self, draft: &RecordDraft) -> Result<RecordSaved> {
        self.workspace()?.save_record(draft, self.now(), self.today(), &self.voice())
    }

    /// Deletes a record.
    pub fn delete_record(&self, record: RecordRef) -> Result<RecordSaved> {
        self.workspace()?.delete_record(record, self.now(), self.today(), &self.voice())
    }

    /// Saves the settings of the open workspace; the number to undo that by.
    pub fn save_settings(&self, settings: &WorkspaceSettings) -> Result<Option<i64>> {
        let workspace = self.workspace()?;
        let change = workspace.save_settings(settings, self.now(), self.today())?;
        self.memory().opened(workspace.path(), &settings.name);
        Ok(change)
    }
}

/// A file for a workspace of this name that does not exist yet: letters and digits of the name,
/// and a number where there is one already.
fn free_file(folder: &Path, name: &str) -> PathBuf {
    let stem: String =
        name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).take(60).collect();
    let stem = stem.trim_matches('-');
    let stem = if stem.is_empty() { "workspace" } else { stem };
    let file = |number: u32| match number {
        1 => folder.join(format!("{stem}.holdfast")),
        number => folder.join(format!("{stem}-{number}.holdfast")),
    };
    (1..).map(file).find(|path| !path.exists()).unwrap_or_else(|| file(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_a_file_name_wherever_it_is_typed() {
        let folder = Path::new("/nowhere");
        assert_eq!(free_file(folder, "../Über / GmbH"), folder.join("Über---GmbH.holdfast"));
        assert_eq!(free_file(folder, "///"), folder.join("workspace.holdfast"));
    }
}
