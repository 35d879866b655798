//! What was done to a workspace, step by step: imports, records by hand, joined customers, settings.

use crate::Result;
use crate::book::Book;
use crate::import::{ImportSummary, hand, instant};
use crate::store::change::{self, Change};
use crate::store::{import_row, trace};
use crate::voice::Voice;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// The steps, newest first.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct HistoryView {
    /// State of the book it came from.
    pub revision: u64,
    /// The newest of them.
    pub steps: Vec<HistoryStep>,
    /// "Show all 1,284"; none where these are all.
    pub more: Option<String>,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct HistoryStep {
    /// Its number, to undo it by.
    pub change: i64,
    /// When: `2026-11-20T09:31:00Z`.
    pub at: String,
    /// "Import of stripe.csv", "Added: invoice", "Customers made one"
    pub text: String,
    /// Who it is about; empty for what is about nobody or many.
    pub about: String,
    /// The route to him; none where he is gone.
    pub open: Option<String>,
    /// It was taken back.
    pub undone: bool,
    /// What an import did.
    pub import: Option<ImportSummary>,
}

/// The newest steps. How a workspace began is none of them.
///
/// # Errors
/// What can go wrong with the file.
pub fn history(book: &Book, limit: usize, voice: &Voice) -> Result<HistoryView> {
    let conn = book.reader()?;
    let mut imports: BTreeMap<i64, ImportSummary> = import_row::all(&conn)?
        .into_iter()
        .map(|one| (one.import.change, ImportSummary::of(one.import)))
        .collect();
    let mut all = change::all(&conn)?;
    all.retain(Change::is_step);
    let mut steps = Vec::new();
    for one in all.iter().take(limit) {
        let import = imports.remove(&one.id).map(|import| ImportSummary {
            at: instant(one.at),
            undone: one.undone,
            ..import
        });
        let about = if import.is_some() { None } else { trace::about(&conn, one.id)? };
        steps.push(HistoryStep {
            change: one.id,
            at: instant(one.at),
            text: text(one, voice),
            open: about
                .as_ref()
                .and_then(|(customer, _)| customer.map(|id| format!("/customers/{id}"))),
            about: about.map(|(_, name)| name).unwrap_or_default(),
            undone: one.undone,
            import,
        });
    }
    let count = || voice.count(i64::try_from(all.len()).unwrap_or(i64::MAX));
    let more = (all.len() > limit).then(|| voice.say("records-more", &[("count", count().into())]));
    Ok(HistoryView { revision: book.revision, steps, more })
}

fn text(change: &Change, voice: &Voice) -> String {
    if change.kind == "import" {
        return voice.say("history-import", &[("file", change.label.as_str().into())]);
    }
    if let Some((act, kind)) = hand::labelled(&change.label) {
        let what = voice.say(&format!("one-{}", kind.code()), &[]);
        return voice.say(&format!("history-{act}"), &[("what", what.into())]);
    }
    let key = match change.label.as_str() {
        "join" => "history-join",
        "split" => "history-split",
        "apart" => "history-apart",
        "mapping" => "history-mapping",
        "settings" => "history-settings",
        "answer" | "answers" => "history-answered",
        "correct" => "history-answer-corrected",
        "answer-removed" => "history-answer-gone",
        "survey" | "question" => "history-survey",
        "survey-deleted" => "history-survey-gone",
        "wave" => "history-wave",
        "wave-deleted" => "history-wave-gone",
        "remark" => "history-remark",
        "programme" => "history-programme",
        "reward" => "history-reward",
        "redeem" => "history-redeem",
        "adjust" => "history-adjust",
        "opening" => "history-opening",
        "join-programme" => "history-join-programme",
        "leave-programme" => "history-leave-programme",
        _ => "history-other",
    };
    voice.say(key, &[])
}
