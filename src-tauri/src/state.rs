//! What the program holds while it runs.

use crate::Home;
use crate::home::Memory;
use crate::importing::Importing;
use holdfast_core::app::{AppState, Preferences};
use holdfast_core::error::Failure;
use holdfast_core::voice::{Language, Region, Voice};
use holdfast_core::workspace::Workspace;
use holdfast_core::{Error, Result};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use tauri_plugin_log::log;

/// The state every command gets.
pub struct App {
    home: Home,
    memory: Mutex<Memory>,
    /// The open workspace. Commands take a share of it and let go when they are done.
    pub(crate) open: RwLock<Option<Arc<Workspace>>>,
    /// The import that runs.
    pub(crate) importing: Mutex<Option<Importing>>,
}

impl App {
    /// With what was remembered at this place.
    pub fn new(home: Home) -> Self {
        let memory = Mutex::new(home.recall());
        Self { home, memory, open: RwLock::default(), importing: Mutex::default() }
    }

    /// Where its files are.
    pub fn home(&self) -> &Home {
        &self.home
    }

    /// Does something for the window and says in the user's words why it failed. What the user
    /// cannot help is logged: names and amounts never stand in such an error.
    pub fn answer<T>(&self, work: impl FnOnce(&Self) -> Result<T>) -> Result<T, Failure> {
        work(self).map_err(|error| {
            if matches!(error, Error::Unexpected(_)) {
                log::error!("{error}");
            }
            error.failure(&self.voice())
        })
    }

    /// In whose words and formats it answers.
    pub fn voice(&self) -> Voice {
        let preferences = self.preferences();
        Voice::new(preferences.language, preferences.region)
    }

    fn preferences(&self) -> Preferences {
        self.memory().preferences.clone().unwrap_or_else(first_preferences)
    }

    /// A thread that panicked while holding it has not left it half written: it is set in one go.
    pub(crate) fn memory(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Everything the window needs to draw its frame.
    pub fn state(&self) -> Result<AppState> {
        let preferences = self.preferences();
        let open = self.workspace().ok();
        let workspace = open.map(|open| open.info(self.today(), &self.voice()));
        let memory = self.memory();
        Ok(AppState {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            preferences,
            workspace,
            recent: memory.recent(),
            place: memory.current().and_then(|known| known.place.clone()),
        })
    }
}

/// Before the first choice: language and formats of the system, by the variables a terminal and a
/// desktop set, and English where they say nothing we speak.
fn first_preferences() -> Preferences {
    let locale = |part: &str| {
        let set = |name: &&str| std::env::var(name).ok().filter(|value| !value.is_empty());
        ["LC_ALL", part, "LANG"].iter().find_map(set)
    };
    let language = locale("LC_MESSAGES").and_then(|locale| Language::parse(&locale));
    let region = locale("LC_NUMERIC").and_then(|locale| Region::parse(&locale));
    Preferences {
        language: language.unwrap_or_default(),
        region: region.unwrap_or_default(),
        single_keys: true,
        ..Preferences::default()
    }
}
