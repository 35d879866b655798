//! The Fluent catalogue in `words/<language>/`, compiled in. The UI imports the same files.

use super::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::LazyLock;

/// The files of one language, by name.
macro_rules! files {
    ($language:literal) => {
        [
            ("accounts", include_str!(concat!("../../words/", $language, "/accounts.ftl"))),
            ("cli", include_str!(concat!("../../words/", $language, "/cli.ftl"))),
            ("common", include_str!(concat!("../../words/", $language, "/common.ftl"))),
            ("errors", include_str!(concat!("../../words/", $language, "/errors.ftl"))),
            ("hand", include_str!(concat!("../../words/", $language, "/hand.ftl"))),
            ("views", include_str!(concat!("../../words/", $language, "/views.ftl"))),
            ("formats", include_str!(concat!("../../words/", $language, "/formats.ftl"))),
            ("ui", include_str!(concat!("../../words/", $language, "/ui.ftl"))),
            ("ui-accounts", include_str!(concat!("../../words/", $language, "/ui-accounts.ftl"))),
            ("ui-hand", include_str!(concat!("../../words/", $language, "/ui-hand.ftl"))),
            ("loyalty-page", include_str!(concat!("../../words/", $language, "/loyalty-page.ftl"))),
            ("ui-loyalty", include_str!(concat!("../../words/", $language, "/ui-loyalty.ftl"))),
            ("ui-import", include_str!(concat!("../../words/", $language, "/ui-import.ftl"))),
            ("loyalty", include_str!(concat!("../../words/", $language, "/loyalty.ftl"))),
            (
                "import-window",
                include_str!(concat!("../../words/", $language, "/import-window.ftl")),
            ),
            ("rules", include_str!(concat!("../../words/", $language, "/rules.ftl"))),
            ("sample", include_str!(concat!("../../words/", $language, "/sample.ftl"))),
            ("surveys", include_str!(concat!("../../words/", $language, "/surveys.ftl"))),
            ("ui-surveys", include_str!(concat!("../../words/", $language, "/ui-surveys.ftl"))),
            ("import", include_str!(concat!("../../words/", $language, "/import.ftl"))),
        ]
    };
}

const EN: &[(&str, &str)] = &files!("en");
const NL: &[(&str, &str)] = &files!("nl");
const SV: &[(&str, &str)] = &files!("sv");

/// Something put into a sentence.
#[derive(Clone, Debug)]
pub enum Arg {
    /// Finished text.
    Text(String),
    /// A bare number, only to choose a plural.
    Count(i64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Arg {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

static BUNDLES: LazyLock<[FluentBundle<FluentResource>; 3]> =
    LazyLock::new(|| Language::ALL.map(bundle));

fn files(language: Language) -> &'static [(&'static str, &'static str)] {
    match language {
        Language::En => EN,
        Language::Nl => NL,
        Language::Sv => SV,
    }
}

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let id = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Isolation marks would end up in SVG, CSV and tests.
    bundle.set_use_isolating(false);
    for (_, text) in files(language) {
        // A file that does not parse keeps its good entries; `keys` is tested for the rest.
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(good, _)| good);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// The sentence of a key, or the key where there is none.
pub(super) fn say(language: Language, key: &str, args: &[(&str, Arg)]) -> String {
    let bundle = match language {
        Language::En => &BUNDLES[0],
        Language::Nl => &BUNDLES[1],
        Language::Sv => &BUNDLES[2],
    };
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        return key.to_owned();
    };
    let args: FluentArgs<'_> = args
        .iter()
        .map(|(name, arg)| {
            let value = match arg {
                Arg::Text(text) => FluentValue::from(text.as_str()),
                Arg::Count(count) => FluentValue::from(*count),
            };
            (*name, value)
        })
        .collect();
    bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
}

/// Every key of a language with the names of its variables: what the tests compare.
pub fn keys(language: Language) -> Vec<(String, Vec<String>)> {
    let mut keys: Vec<(String, Vec<String>)> = Vec::new();
    for (_, text) in files(language) {
        for line in text.lines() {
            if let Some((key, rest)) = line.split_once(" =")
                && key.starts_with(|c: char| c.is_ascii_lowercase())
            {
                keys.push((key.to_owned(), variables(rest)));
            } else if let Some((_, names)) = keys.last_mut() {
                names.extend(variables(line));
            }
        }
    }
    for (_, names) in &mut keys {
        names.sort();
        names.dedup();
    }
    keys.sort();
    keys
}

fn variables(text: &str) -> Vec<String> {
    let name =
        |part: &str| part.split(|c: char| !c.is_ascii_alphanumeric()).next().map(str::to_owned);
    text.split('$').skip(1).filter_map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_languages_say_the_same_things() {
        let english = keys(Language::En);
        assert_eq!(english, keys(Language::Nl));
        assert_eq!(english, keys(Language::Sv));
        assert!(english.windows(2).all(|pair| pair[0].0 != pair[1].0), "a key stands twice");
    }

    #[test]
    fn every_file_parses() {
        for language in Language::ALL {
            for (name, text) in files(language) {
                let parsed = FluentResource::try_new((*text).to_owned());
                assert!(parsed.is_ok(), "{}/{name}.ftl: {:?}", language.code(), parsed.err());
            }
        }
    }
}
