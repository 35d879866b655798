//! Who is spoken to: `--lang`, otherwise the language of the system, where we speak it.

use holdfast_core::voice::{Language, Region, Voice};
use std::ffi::OsString;

/// The voice of these arguments. Looked up before they are parsed, so that a refusal is in the
/// user's language too.
pub(crate) fn voice(arguments: impl IntoIterator<Item = OsString>) -> Voice {
    let language = chosen(arguments).or_else(of_system).unwrap_or_default();
    Voice::new(language, region(language))
}

/// The value of `--lang`, as far as it makes sense; parsing complains about one that does not.
fn chosen(arguments: impl IntoIterator<Item = OsString>) -> Option<Language> {
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        let argument = argument.to_string_lossy();
        if argument == "--" {
            return None;
        }
        if argument == "--lang" {
            return Language::parse(&arguments.next()?.to_string_lossy());
        }
        if let Some(code) = argument.strip_prefix("--lang=") {
            return Language::parse(code);
        }
    }
    None
}

/// The first of POSIX's variables that is set decides.
fn of_system() -> Option<Language> {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
        .and_then(|value| Language::parse(&value))
}

/// Formats as they are usual where the language is spoken.
fn region(language: Language) -> Region {
    match language {
        Language::En => Region::Gb,
        Language::Nl => Region::Nl,
        Language::Sv => Region::Se,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(arguments: &[&str]) -> Option<Language> {
        chosen(arguments.iter().map(OsString::from))
    }

    #[test]
    fn the_language_is_found_wherever_it_stands() {
        assert_eq!(language(&["holdfast-cli", "check", "--lang", "nl"]), Some(Language::Nl));
        assert_eq!(language(&["holdfast-cli", "--lang=sv", "check"]), Some(Language::Sv));
        assert_eq!(language(&["holdfast-cli", "import", "--", "--lang", "nl"]), None);
    }
}
