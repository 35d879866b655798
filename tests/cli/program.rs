//! Runs the built `holdfast-cli` in a folder of its own.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// The executable, beside the folder this test's own executable is in.
pub(crate) fn executable() -> PathBuf {
    let own = std::env::current_exe().unwrap();
    let name = format!("holdfast-cli{}", std::env::consts::EXE_SUFFIX);
    let found = own.ancestors().skip(1).map(|folder| folder.join(&name)).find(|p| p.exists());
    found.expect("build it first: cargo build -p holdfast-cli")
}

/// A file under `tests/fixtures`.
pub(crate) fn fixture(path: &str) -> PathBuf {
    holdfast_tests::repository("tests/fixtures").join(path)
}

/// An empty folder with a workspace to come; gone when dropped.
pub(crate) struct Desk {
    folder: TempDir,
}

/// What a run of the program left.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) data: String,
    pub(crate) words: String,
}

impl Desk {
    /// An empty folder.
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// One with a new workspace in euros and UTC.
    pub(crate) fn with_workspace() -> Self {
        let desk = Self::new();
        desk.run(&["new", "--time-zone", "UTC"]).expect_code(0);
        desk
    }

    /// One with the small business of `fixtures/small`, whose figures are worked out by hand.
    pub(crate) fn small() -> Self {
        let desk = Self::with_workspace();
        desk.import("small/plan-changes.csv").expect_code(0);
        desk.import("small/customers.csv").expect_code(0);
        desk
    }

    /// A path in it.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file into it.
    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    /// The command, to be started.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(executable());
        command.current_dir(self.folder.path()).args(arguments);
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            command.env_remove(name);
        }
        command
    }

    /// Runs it to its end.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        Run::of(self.command(arguments).output().unwrap())
    }

    /// Imports a fixture.
    pub(crate) fn import(&self, fixture_path: &str) -> Run {
        let path = fixture(fixture_path);
        self.run(&["import", path.to_str().unwrap()])
    }

    /// Runs it with `--json` and reads what it wrote.
    #[track_caller]
    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        let run = self.run(&[arguments, &["--json"]].concat());
        run.expect_code(0).json()
    }

    /// Names of the files in it.
    pub(crate) fn files(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path()).unwrap();
        let name = |entry: std::io::Result<std::fs::DirEntry>| {
            entry.unwrap().file_name().to_string_lossy().into_owned()
        };
        let mut names: Vec<String> = entries.map(name).collect();
        names.sort();
        names
    }
}

impl Run {
    fn of(output: Output) -> Self {
        let words = String::from_utf8(output.stderr).unwrap();
        assert!(!words.contains("ICU"), "a library talks to the user: {words}");
        Self {
            code: output.status.code().unwrap_or(-1),
            data: String::from_utf8(output.stdout).unwrap(),
            words,
        }
    }

    /// Itself, when it ended with this code.
    #[track_caller]
    pub(crate) fn expect_code(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{self:?}");
        self
    }

    /// The data as JSON.
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.data).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

/// A path as an argument.
pub(crate) fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}
