//! What may know of what. Cargo keeps the window out of the core; inside it these tests keep the
//! direction.

use holdfast_tests::{files_under, repository};
use std::collections::BTreeSet;
use std::fs::read_to_string;
use std::path::{Path, PathBuf};

/// A part of the core and the parts and crates it must not know.
const DIRECTIONS: &[(&str, &[&str])] = &[
    ("model", &["store", "import", "ledger", "metrics", "chart", "views", "book", "rusqlite"]),
    ("identity", &["store", "import", "ledger", "metrics", "chart", "views", "book", "rusqlite"]),
    ("health", &["store", "import", "ledger", "metrics", "chart", "views", "book", "rusqlite"]),
    ("store", &["import", "metrics", "chart", "views", "book", "plotters"]),
    ("import", &["metrics", "chart", "views", "book", "plotters"]),
    ("loyalty", &["store", "import", "chart", "views", "book", "rusqlite", "plotters"]),
    ("survey", &["store", "import", "chart", "views", "book", "rusqlite", "plotters"]),
    ("loyalty", &["store", "import", "chart", "views", "book", "rusqlite", "plotters"]),
    ("ledger", &["store", "import", "metrics", "chart", "views", "book", "rusqlite"]),
    ("metrics", &["store", "import", "chart", "views", "book", "rusqlite", "plotters"]),
    ("chart", &["store", "import", "ledger", "metrics", "views", "book", "rusqlite"]),
    ("views", &["rusqlite", "plotters"]),
];

#[test]
fn inside_the_core_nothing_looks_upward() {
    let mut wrong = Vec::new();
    for (part, forbidden) in DIRECTIONS {
        for file in rust_files(&repository("src-tauri/core/src").join(part)) {
            let known = known_by(&program_text(&file));
            let upward = known.iter().filter(|name| forbidden.contains(&name.as_str()));
            wrong.extend(upward.map(|name| format!("{} knows {name}", file.display())));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_charts_know_plotters_and_only_storage_knows_sql() {
    let core = repository("src-tauri/core/src");
    let knows = |name: &str| -> BTreeSet<String> {
        let files = rust_files(&core).into_iter();
        let knowing = files.filter(|file| known_by(&program_text(file)).contains(name));
        knowing.map(|file| part_of(&core, &file)).collect()
    };
    assert_eq!(knows("plotters"), BTreeSet::from(["chart".to_owned()]));
    let sql = knows("rusqlite");
    let speakers = [
        "accounts",
        "book",
        "error.rs",
        "import",
        "programme",
        "sample",
        "store",
        "surveys",
        "workspace",
        "workspace.rs",
    ];
    assert!(sql.iter().all(|part| speakers.contains(&part.as_str())), "{sql:?}");
}

#[test]
fn the_core_reads_no_clock() {
    let clocks = ["Utc::now", "Local::now", "SystemTime", "Instant", ".elapsed()", "'now'"];
    for file in rust_files(&repository("src-tauri/core/src")) {
        let text = program_text(&file);
        let read = clocks.iter().find(|clock| text.contains(**clock));
        assert_eq!(read, None, "{}: pass the day in", file.display());
    }
}

#[test]
fn what_a_file_knows_is_found_in_every_form_of_use() {
    let text = "use crate::{Error, store::{self, File}, voice::Voice};\nuse crate::model::Day;\n\
                fn f() -> rusqlite::Result<()> { crate::views::show() }";
    let known = known_by(text);
    for name in ["store", "voice", "model", "rusqlite", "views"] {
        assert!(known.contains(name), "{name} in {known:?}");
    }
    assert!(!known.contains("chart"));
}

/// The first part of every path: of `crate::` for our own modules, else the crate.
fn known_by(text: &str) -> BTreeSet<String> {
    let own = text.split("crate::").skip(1).flat_map(first_names);
    let crates = ["rusqlite", "plotters"].iter().filter(|name| text.contains(&format!("{name}::")));
    own.chain(crates.map(|name| (*name).to_owned())).collect()
}

/// `store` for `store::File`, `store` and `voice` for `{store::{self, File}, voice::Voice}`.
fn first_names(path: &str) -> Vec<String> {
    let Some(group) = path.strip_prefix('{') else { return vec![name_at_start(path)] };
    let mut depth = 0;
    let mut names = vec![name_at_start(group.trim_start())];
    for (at, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(name_at_start(group[at + 1..].trim_start())),
            _ => {}
        }
    }
    names
}

fn name_at_start(path: &str) -> String {
    path.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect()
}

/// A file without its comments and its tests, which may build their world from anywhere.
pub(crate) fn program_text(file: &Path) -> String {
    let tests = file.components().any(|part| part.as_os_str() == "tests")
        || file.file_name().is_some_and(|name| name == "tests.rs" || name == "testing.rs");
    if tests {
        return String::new();
    }
    let text = read_to_string(file).unwrap();
    let program = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let lines = program.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// The folder or file directly under the core that a file belongs to.
fn part_of(core: &Path, file: &Path) -> String {
    let inside = file.strip_prefix(core).unwrap();
    inside.components().next().unwrap().as_os_str().to_string_lossy().into_owned()
}

pub(crate) fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let is_rust = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "rs");
    files_under(folder).into_iter().filter(is_rust).collect()
}
