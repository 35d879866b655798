//! The program's own files: what the user chose, which workspaces were opened, where he was.

use holdfast_core::app::{Preferences, Recent};
use holdfast_core::{Error, Result};
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// How many workspaces are remembered.
const REMEMBERED: usize = 20;

/// The folder of the program's own files: `HOLDFAST_HOME`, or the platform's place for them.
#[derive(Clone, Debug)]
pub struct Home {
    dir: PathBuf,
}

/// What is remembered between two starts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Memory {
    /// Absent until the first choice: then the system's language counts.
    pub preferences: Option<Preferences>,
    /// Workspaces, the last opened first.
    pub workspaces: Vec<Known>,
    /// Whether the first of them was open when the window was closed.
    pub open: bool,
    /// Number of the next workspace to be remembered.
    next_id: u32,
}

/// A workspace that was opened before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// What the window calls it by.
    pub id: u32,
    /// Where it is.
    pub path: PathBuf,
    /// As the user calls it.
    pub name: String,
    /// Address the window showed last: `/churn/2026-07`.
    pub place: Option<String>,
}

impl Home {
    /// `HOLDFAST_HOME`, or the platform's place for the data of programs.
    pub fn locate() -> Result<Self> {
        Self::at(holdfast_core::home::folder()?)
    }

    /// Makes the folder where it is missing.
    pub fn at(dir: PathBuf) -> Result<Self> {
        let home = Self { dir };
        for folder in [home.workspaces(), home.images(), home.rejects()] {
            make_private(&folder).map_err(|source| home.io(source))?;
        }
        Ok(home)
    }

    /// The folder itself.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Where workspaces stand that the user gave no place.
    pub fn workspaces(&self) -> PathBuf {
        self.dir.join("workspaces")
    }

    /// Images of large books, which open faster from them. May be deleted at any time.
    pub fn images(&self) -> PathBuf {
        self.dir.join("images")
    }

    /// Rows that imports of this run left out, until they are saved elsewhere.
    pub fn rejects(&self) -> PathBuf {
        self.dir.join("rejects")
    }

    /// Rows that an earlier run left out and nobody saved go: they are about people.
    pub fn forget_rejects(&self) {
        for file in fs::read_dir(self.rejects()).into_iter().flatten().flatten() {
            // One that cannot go now goes at the next start.
            let _gone = fs::remove_file(file.path());
        }
    }

    /// Copies of workspaces, wherever those stand.
    pub fn copies(&self) -> PathBuf {
        holdfast_core::home::copies(&self.dir)
    }

    /// The log.
    pub fn logs(&self) -> PathBuf {
        self.dir.join("logs")
    }

    /// Size and place of the window.
    pub fn window(&self) -> PathBuf {
        self.dir.join("window.json")
    }

    /// What the web view keeps for itself.
    pub fn web_view(&self) -> PathBuf {
        self.dir.join("webview")
    }

    /// What was remembered; a file that cannot be read is as good as none.
    pub fn recall(&self) -> Memory {
        fs::read_to_string(self.file())
            .ok()
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default()
    }

    /// Remembers it, in one step: a crash leaves the old file or the new one.
    pub fn remember(&self, memory: &Memory) -> Result<()> {
        let text = serde_json::to_string_pretty(memory)
            .map_err(|error| Error::Unexpected(error.to_string()))?;
        let temporary = self.dir.join("program.json.new");
        let write = || -> std::io::Result<()> {
            let mut file = fs::File::create(&temporary)?;
            file.write_all(text.as_bytes())?;
            file.sync_all()?;
            fs::rename(&temporary, self.file())
        };
        write().map_err(|source| self.io(source))
    }

    fn file(&self) -> PathBuf {
        self.dir.join("program.json")
    }

    fn io(&self, source: std::io::Error) -> Error {
        Error::Io { file: self.dir.display().to_string(), source }
    }
}

impl Memory {
    /// Puts a workspace first and says it is open. Its place is kept where it was known.
    pub fn opened(&mut self, path: &Path, name: &str) {
        let known = self.workspaces.iter().position(|known| known.path == path);
        let mut known = match known {
            Some(at) => self.workspaces.remove(at),
            None => {
                self.next_id += 1;
                Known { id: self.next_id, path: path.to_owned(), name: String::new(), place: None }
            }
        };
        name.clone_into(&mut known.name);
        self.workspaces.insert(0, known);
        self.workspaces.truncate(REMEMBERED);
        self.open = true;
    }

    /// The open workspace, or the one that was open at the last end.
    pub fn current(&self) -> Option<&Known> {
        self.workspaces.first().filter(|_| self.open)
    }

    /// Where a remembered workspace is.
    pub fn path_of(&self, id: u32) -> Option<PathBuf> {
        self.workspaces.iter().find(|known| known.id == id).map(|known| known.path.clone())
    }

    /// The others, for the window.
    pub fn recent(&self) -> Vec<Recent> {
        let others = self.workspaces.iter().skip(usize::from(self.open));
        others
            .map(|known| Recent {
                id: known.id,
                name: known.name.clone(),
                file: file_name(&known.path),
                missing: !known.path.exists(),
            })
            .collect()
    }
}

/// Makes a folder only its owner can enter: names, mail addresses and payments lie in it.
fn make_private(dir: &Path) -> std::io::Result<()> {
    let mut maker = fs::DirBuilder::new();
    maker.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut maker, 0o700);
    maker.create(dir)
}

/// The last part of a path, as people read it.
pub(crate) fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workspace_opened_again_keeps_its_number_and_its_place() {
        let mut memory = Memory::default();
        memory.opened(Path::new("/a"), "A");
        memory.workspaces[0].place = Some("/churn".to_owned());
        memory.opened(Path::new("/b"), "B");
        memory.opened(Path::new("/a"), "A again");
        assert_eq!(
            memory.current().map(|known| (known.id, known.place.as_deref())),
            Some((1, Some("/churn")))
        );
        assert_eq!(memory.recent().iter().map(|recent| recent.id).collect::<Vec<_>>(), [2]);
    }
}
