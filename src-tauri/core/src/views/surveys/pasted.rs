//! What was pasted from a spreadsheet, looked at before it counts.

use super::SurveyQuery;
use super::frame::{Frame, answers_words, count};
use crate::Result;
use crate::book::Book;
use crate::survey::Survey;
use crate::surveys::{PasteLine, Wrong, paste};
use crate::views::Query;
use crate::voice::Voice;
use serde::Serialize;
use ts_rs::TS;

/// What was pasted, as it is understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct PastedView {
    /// How many answers would be saved.
    #[ts(type = "number")]
    pub good: usize,
    /// "58 answers, 2 lines are left out"
    pub text: String,
    /// Line by line, as far as they are shown.
    pub lines: Vec<PastedLine>,
}

/// One line of what was pasted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct PastedLine {
    /// Its number.
    #[ts(type = "number")]
    pub line: usize,
    /// Customer, or "anonymous".
    pub name: String,
    /// "9"
    pub score: String,
    /// What was said.
    pub comment: String,
    /// Why it is left out.
    pub wrong: Option<String>,
}

/// How many lines of what was pasted are shown.
const PASTED: usize = 200;

/// What was pasted, as it is understood; nothing is written.
///
/// # Errors
/// Those of reading names.
pub fn pasted(book: &Book, ask: &SurveyQuery, text: &str, voice: &Voice) -> Result<PastedView> {
    let frame = Frame::new(book, &Query::default(), ask)?;
    let nps = Survey::implied("NPS", true, false);
    let found = paste(book, frame.described().unwrap_or(&nps), None, text)?;
    let good = found.entries().count();
    let wrong = found.lines.len() - good + found.too_many;
    let line = |line: &PasteLine| {
        let entry = line.entry.clone().unwrap_or_default();
        let given = entry.score.into_iter().chain(entry.items.iter().copied().flatten());
        let given: Vec<String> = given.map(|value| voice.count(value)).collect();
        PastedLine {
            line: line.line,
            name: if line.name.is_empty() {
                voice.say("anonymous", &[])
            } else {
                line.name.clone()
            },
            score: given.join(" · "),
            comment: entry.comment,
            wrong: line.wrong.as_ref().map(|wrong| match wrong {
                Wrong::Score(text) => voice.say("paste-score", &[("value", text.as_str().into())]),
                Wrong::Customer(text) => {
                    voice.say("paste-customer", &[("value", text.as_str().into())])
                }
            }),
        }
    };
    let args =
        [("good", answers_words(good, voice).into()), ("wrong", voice.count(count(wrong)).into())];
    let key = if wrong == 0 { "paste-all" } else { "paste-some" };
    Ok(PastedView {
        good,
        text: voice.say(key, &args),
        lines: found.lines.iter().take(PASTED).map(line).collect(),
    })
}
