//! What became of an answer since it was brought.

use crate::Result;
use crate::book::Book;
use crate::model::Day;
use crate::store::answer;
use crate::voice::Voice;
use chrono::DateTime;
use serde::Serialize;
use ts_rs::TS;

/// One thing that happened to an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct HistoryLine {
    /// "20 Nov 2026, 09:41"
    pub at: String,
    /// "entered", "9 before"
    pub text: String,
}

/// What became of an answer, oldest first.
///
/// # Errors
/// What can go wrong with the file.
pub fn answer_history(book: &Book, id: i64, voice: &Voice) -> Result<Vec<HistoryLine>> {
    let steps = answer::history(&book.reader()?, id)?;
    let line = |(at, old): answer::Step| HistoryLine {
        at: moment(book, at, voice),
        text: match old {
            None => voice.say("answer-entered", &[]),
            Some(old) => corrected(&old, voice),
        },
    };
    Ok(steps.into_iter().map(line).collect())
}

/// A moment in the workspace's time zone: "20 Nov 2026, 09:41".
fn moment(book: &Book, at: i64, voice: &Voice) -> String {
    let Some(utc) = DateTime::from_timestamp(at, 0) else { return voice.absent() };
    let local = utc.with_timezone(&book.settings.time_zone);
    format!("{}, {}", voice.day(Day::from(local.date_naive())), local.format("%H:%M"))
}

/// "corrected, before: score 9, comment “...”" from the old values, as JSON.
fn corrected(old: &str, voice: &Voice) -> String {
    let old: serde_json::Value = serde_json::from_str(old).unwrap_or_default();
    let parts =
        ["score", "quality", "service", "experience", "comment"].iter().filter_map(|name| {
            let value = old.get(*name)?;
            let value = match value {
                serde_json::Value::Null => voice.absent(),
                serde_json::Value::String(text) => format!("“{text}”"),
                other => other.to_string(),
            };
            let name = match *name {
                "score" => voice.say("column-score", &[]),
                "comment" => voice.say("column-comment", &[]),
                item => voice.say(&format!("item-{item}"), &[]),
            };
            Some(format!("{name} {value}"))
        });
    let parts: Vec<String> = parts.collect();
    if parts.is_empty() {
        return voice.say("answer-corrected", &[]);
    }
    voice.say("answer-corrected-from", &[("before", parts.join(", ").into())])
}
