//! A sentence taken apart at its places, to be put together again and again.

use super::{Arg, Voice};

/// Stands for a place while the catalogue says the sentence: no text of ours has it.
const MARK: char = '\u{1}';

/// A sentence with open places.
#[derive(Clone, Debug)]
pub struct Sentence {
    start: String,
    /// The number of a place and the words after it.
    rest: Vec<(usize, String)>,
}

impl Sentence {
    pub(super) fn new(voice: Voice, key: &str, names: &[&str]) -> Self {
        let mark = |at: usize| format!("{MARK}{at}{MARK}");
        let args: Vec<(&str, Arg)> =
            names.iter().enumerate().map(|(at, name)| (*name, mark(at).into())).collect();
        let said = voice.say(key, &args);
        let mut parts = said.split(MARK);
        let start = parts.next().unwrap_or_default().to_owned();
        let mut rest = Vec::with_capacity(names.len());
        while let (Some(at), Some(words)) = (parts.next(), parts.next()) {
            rest.extend(at.parse().ok().map(|at| (at, words.to_owned())));
        }
        Self { start, rest }
    }

    /// The sentence with these texts, in the order of the names.
    pub fn say(&self, texts: &[&str]) -> String {
        let open = self.rest.iter().map(|(at, words)| words.len() + texts[*at].len());
        let mut said = String::with_capacity(self.start.len() + open.sum::<usize>());
        said.push_str(&self.start);
        for (at, words) in &self.rest {
            said.push_str(texts[*at]);
            said.push_str(words);
        }
        said
    }
}

#[cfg(test)]
mod tests {
    use crate::voice::{Language, Region, Voice};

    #[test]
    fn it_says_what_the_catalogue_says() {
        for language in Language::ALL {
            let voice = Voice::new(language, Region::default());
            let names = ["cohort", "k", "rate", "value", "size"];
            let texts = ["May 2026", "3", "94%", "47", "50"];
            let args: Vec<_> = names.into_iter().zip(texts.map(Into::into)).collect();
            for key in ["cohorts-cell", "cohorts-cell-unfinished"] {
                let sentence = voice.sentence(key, &names);
                assert_eq!(sentence.say(&texts), voice.say(key, &args));
            }
        }
    }
}
