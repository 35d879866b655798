//! What belongs to the program rather than to a workspace, as it crosses to the window.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::model::{Policy, Targets};
use crate::voice::{Language, Region};

/// What the user has chosen for the program.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, rename_all = "camelCase")]
#[ts(export)]
pub struct Preferences {
    /// Of the words; at the first start the system's, where we speak it.
    pub language: Language,
    /// Of numbers and dates.
    pub region: Region,
    /// Light, dark, or as the system is.
    pub theme: Theme,
    /// Whether single keys (`G`, `T`, `=`) do something.
    pub single_keys: bool,
    /// How tall the rows of lists are.
    pub density: Density,
}

/// How tall the rows of lists are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export)]
pub enum Density {
    /// As designed.
    #[default]
    Standard,
    /// More rows at once.
    Compact,
    /// Larger targets.
    Tall,
}

/// Light or dark.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export)]
pub enum Theme {
    /// As the system is.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// A change that was taken back, or done again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Turned {
    /// Its number.
    pub change: i64,
    /// `import` or `edit`.
    pub kind: String,
    /// Name of the file of an import.
    pub label: String,
}

/// What a decision about customers came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Decision {
    /// The number to undo it by; absent where it was so already.
    pub change: Option<i64>,
    /// The customer it was about, by number: the one that became of several, or what is left.
    pub customer: i64,
}

/// Everything the window needs to draw its frame.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct AppState {
    /// `0.1.0`
    pub version: String,
    /// What the user has chosen.
    pub preferences: Preferences,
    /// The open workspace.
    pub workspace: Option<WorkspaceInfo>,
    /// Workspaces opened before, newest first, without the open one.
    pub recent: Vec<Recent>,
    /// Address the window showed when it was closed: `/churn/2026-07`.
    pub place: Option<String>,
}

/// The open workspace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct WorkspaceInfo {
    /// As the user calls it.
    pub name: String,
    /// Name of its file.
    pub file: String,
    /// Whether it is the sample business.
    pub sample: bool,
    /// Whether there is anything in it.
    pub empty: bool,
    /// How many customers pay today: "641".
    pub customers: String,
    /// "On this computer only" and the day figures are as of.
    pub as_of: String,
    /// State of the book.
    pub revision: u64,
}

/// A workspace opened before. The window names it by `id`, never by a path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Recent {
    /// Its number in the list of recent ones.
    pub id: u32,
    /// As the user calls it.
    pub name: String,
    /// Name of its file.
    pub file: String,
    /// Whether the file is gone.
    pub missing: bool,
}

/// Settings of the open workspace.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct WorkspaceSettings {
    /// As the user calls it.
    pub name: String,
    /// ISO 4217 code every total is in.
    pub currency: String,
    /// IANA name: `Europe/Amsterdam`.
    pub time_zone: String,
    /// Targets.
    pub targets: Targets,
    /// Rules.
    pub policy: Policy,
}
