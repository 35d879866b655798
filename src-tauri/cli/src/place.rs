//! Which workspace is meant, and opening it.

use crate::args::Arguments;
use crate::clock;
use crate::stop::Stop;
use holdfast_core::home;
use holdfast_core::model::Day;
use holdfast_core::store::{self, Store, setting};
use holdfast_core::voice::Voice;
use holdfast_core::workspace::Workspace;
use std::path::{Path, PathBuf};

/// The workspace to work in: `--workspace`, otherwise the only one in the current folder.
pub(crate) fn existing(arguments: &Arguments, voice: &Voice) -> Result<PathBuf, Stop> {
    if let Some(path) = &arguments.workspace {
        return Ok(path.clone());
    }
    let mut here = workspaces_in(Path::new("."));
    match (here.pop(), here.is_empty()) {
        (Some(only), true) => Ok(only),
        (Some(_), false) => Err(Stop::Usage(voice.say("cli-several-workspaces", &[]))),
        (None, _) => Err(Stop::Usage(voice.say("cli-no-workspace", &[]))),
    }
}

/// The workspace to make: `--workspace`, otherwise one of this name in the current folder.
pub(crate) fn new(arguments: &Arguments, name: &str) -> PathBuf {
    arguments.workspace.clone().unwrap_or_else(|| PathBuf::from(format!("{name}.holdfast")))
}

fn workspaces_in(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = folder.read_dir() else { return Vec::new() };
    let ours = |path: &PathBuf| path.extension().is_some_and(|end| end == "holdfast");
    entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).filter(ours).collect()
}

/// The existing workspace with its book, opened to write; and its day.
pub(crate) fn workspace(arguments: &Arguments, voice: &Voice) -> Result<(Workspace, Day), Stop> {
    let path = existing(arguments, voice)?;
    let copies = home::copies(&home::folder()?);
    let settings = store::open_reading(&path).and_then(|conn| setting::read(&conn));
    let today = clock::today(&settings.map_err(Stop::Opening)?.time_zone);
    let workspace = Workspace::open(&path, &copies, today).map_err(Stop::Opening)?;
    Ok((workspace, today))
}

/// The existing workspace, opened to write.
pub(crate) fn writing(arguments: &Arguments, voice: &Voice) -> Result<Store, Stop> {
    let path = existing(arguments, voice)?;
    let copies = home::copies(&home::folder()?);
    Store::open(&path, &copies).map_err(Stop::Opening)
}
