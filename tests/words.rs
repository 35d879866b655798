//! Every sentence of the catalogue is said somewhere: what nobody says any more is deleted.

use crate::direction::{program_text, rust_files};
use holdfast_core::voice::{Language, keys};
use holdfast_tests::{files_under, repository};
use std::collections::BTreeSet;
use std::fs::read_to_string;

#[test]
fn every_sentence_of_the_catalogue_is_said() {
    let program = Sources::of(&["src-tauri/core/src", "src-tauri/src", "src-tauri/cli/src"]);
    let terminal = Sources::of(&["src-tauri/cli/src"]);
    let window = page();
    let said = |key: &str| match key.split('-').next() {
        Some("ui") => window.contains(&format!("'{key}'")),
        // Commands and arguments are words of the terminal as Rust names them.
        Some("cli") => terminal.say(key, |name| terminal.words.contains(name)),
        _ => program.say(key, |_| false),
    };
    let keys = keys(Language::En).into_iter().map(|(key, _)| key);
    let silent: Vec<String> = keys.filter(|key| !said(key)).collect();
    assert!(silent.is_empty(), "nobody says {silent:?}");
}

#[test]
fn a_key_is_said_whole_or_put_together_from_a_name_that_exists() {
    let text = r#"say("absent"); say(&format!("metric-{}", name)); "nrr_12" => "mrr""#;
    let sources = Sources::new(text);
    for said in ["absent", "metric-mrr", "metric-nrr_12", "metric-nrr-12"] {
        assert!(sources.say(said, |_| false), "{said}");
    }
    for silent in ["absence", "metric-end-of", "metric-", "figure-mrr", "mrr-metric"] {
        assert!(!sources.say(silent, |_| false), "{silent}");
    }
}

/// Rust sources without their tests.
struct Sources {
    literals: BTreeSet<String>,
    /// Before and after the one gap of every literal that has one.
    templates: BTreeSet<(String, String)>,
    /// Every identifier, `CamelCase` as `snake_case`.
    words: BTreeSet<String>,
}

impl Sources {
    fn of(folders: &[&str]) -> Self {
        let files = folders.iter().flat_map(|folder| rust_files(&repository(folder)));
        Self::new(&files.map(|file| program_text(&file) + "\n").collect::<String>())
    }

    fn new(text: &str) -> Self {
        // Line by line, so that a quotation mark as a character disturbs no other line.
        let quoted = text.lines().flat_map(|line| line.split('"').skip(1).step_by(2));
        let literals: BTreeSet<String> = quoted.map(str::to_owned).collect();
        let templates = literals.iter().filter_map(|literal| template(literal)).collect();
        let words = text.split(|c: char| !c.is_alphanumeric() && c != '_').map(snake).collect();
        Self { literals, templates, words }
    }

    /// Whether a key stands there whole, or a template makes it out of a name: one that stands there
    /// as a literal, or is `known` otherwise.
    fn say(&self, key: &str, known: impl Fn(&str) -> bool) -> bool {
        let is_name = |name: &str| {
            let snake = name.replace('-', "_");
            self.literals.contains(name) || self.literals.contains(&snake) || known(&snake)
        };
        let made_by = |(before, after): &(String, String)| {
            let name =
                key.strip_prefix(before.as_str()).and_then(|it| it.strip_suffix(after.as_str()));
            name.is_some_and(|name| !name.is_empty() && is_name(name))
        };
        self.literals.contains(key) || self.templates.iter().any(made_by)
    }
}

/// `("interval-", "s")` of `interval-{unit}s`.
fn template(literal: &str) -> Option<(String, String)> {
    let (before, rest) = literal.split_once('{')?;
    let (_, after) = rest.split_once('}')?;
    let words = |text: &str| text.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    let key = before.ends_with('-') && words(before) && words(after);
    key.then(|| (before.to_owned(), after.to_owned()))
}

fn snake(word: &str) -> String {
    let mut snake = String::new();
    for c in word.chars() {
        if c.is_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.extend(c.to_lowercase());
    }
    snake
}

/// The page's sources in one text; a font is no text.
fn page() -> String {
    let files = files_under(&repository("ui/src")).into_iter();
    files.filter_map(|file| read_to_string(file).ok()).collect()
}
