//! Where a program under test lives: its own folder, its own language, and a test's answers.

use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A fresh machine for one test. Programs started in the same place one after the other find what
/// the one before left: a restart.
#[derive(Debug)]
pub(crate) struct Place {
    folder: TempDir,
    locale: &'static str,
}

impl Default for Place {
    fn default() -> Self {
        Self::new()
    }
}

impl Place {
    /// An empty one, in English.
    pub(crate) fn new() -> Self {
        let folder = tempfile::Builder::new().prefix("holdfast-").tempdir().expect("a folder");
        for part in ["home", "seam", "xdg", "files"] {
            std::fs::create_dir(folder.path().join(part)).expect("a folder inside it");
        }
        Self { folder, locale: "C.UTF-8" }
    }

    /// An empty one on a system that speaks another language: `nl_NL.UTF-8`.
    pub(crate) fn speaking(locale: &'static str) -> Self {
        Self { locale, ..Self::new() }
    }

    /// The program's own folder.
    pub(crate) fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    /// The one workspace made here.
    pub(crate) fn workspace(&self) -> PathBuf {
        let folder = std::fs::read_dir(self.home().join("workspaces")).expect("workspaces");
        let paths = folder.filter_map(|entry| Some(entry.ok()?.path()));
        let mut files = paths.filter(|path| path.extension().is_some_and(|it| it == "holdfast"));
        let file = files.next().expect("a workspace");
        assert_eq!(files.next(), None, "one workspace");
        file
    }

    /// Writes a file a user might have, and gives its path.
    pub(crate) fn file(&self, name: &str, contents: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join("files").join(name);
        std::fs::write(&path, contents).expect("a file");
        path
    }

    /// The next file dialog gets this path, the one after that the next one given here.
    pub(crate) fn answer_dialog(&self, path: &Path) {
        self.add_answer(&path.to_string_lossy());
    }

    /// Drops files on the window of the program that runs here.
    pub(crate) fn drop_files(&self, paths: &[&Path]) {
        let lines: Vec<_> = paths.iter().map(|path| path.to_string_lossy()).collect();
        let draft = self.seam().join("draft");
        std::fs::write(&draft, lines.join("\n")).expect("a drop");
        std::fs::rename(draft, self.seam().join("drop")).expect("a drop");
    }

    fn add_answer(&self, line: &str) {
        let file = self.seam().join("answers");
        let before = std::fs::read_to_string(&file).unwrap_or_default();
        std::fs::write(file, format!("{before}{line}\n")).expect("an answer");
    }

    fn seam(&self) -> PathBuf {
        self.folder.path().join("seam")
    }

    /// What the program writes to its terminal.
    pub(crate) fn output(&self) -> PathBuf {
        self.folder.path().join("output")
    }

    /// Everything that makes the program look at this place and at nothing of the machine's user.
    pub(crate) fn variables(&self) -> Vec<(&'static str, String)> {
        let at = |path: PathBuf| path.to_string_lossy().into_owned();
        let xdg = at(self.folder.path().join("xdg"));
        vec![
            ("HOLDFAST_HOME", at(self.home())),
            ("HOLDFAST_SEAM", at(self.seam())),
            ("XDG_RUNTIME_DIR", xdg.clone()),
            ("XDG_CACHE_HOME", xdg.clone()),
            ("XDG_CONFIG_HOME", xdg.clone()),
            ("XDG_DATA_HOME", xdg),
            ("LANG", self.locale.to_owned()),
            ("LC_ALL", self.locale.to_owned()),
            ("LANGUAGE", String::new()),
            ("TAURI_WEBVIEW_AUTOMATION", "true".to_owned()),
            // Screenshots hang without this renderer, which the program switches off when unset.
            ("WEBKIT_DISABLE_DMABUF_RENDERER", "0".to_owned()),
            ("LIBGL_ALWAYS_SOFTWARE", "1".to_owned()),
            // Without a graphics card, painting through it holds the page up for seconds at times.
            ("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1".to_owned()),
            ("GDK_BACKEND", "x11".to_owned()),
            ("GSETTINGS_BACKEND", "memory".to_owned()),
            ("GIO_USE_VFS", "local".to_owned()),
            ("NO_AT_BRIDGE", "1".to_owned()),
        ]
    }
}
