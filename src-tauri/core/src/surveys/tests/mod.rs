//! Surveys in a real workspace: what is typed in is on disk, touches nothing else, and can be undone.

mod altered;
mod large;

use super::*;
use crate::model::{Account, Currency, Day, Subscription};
use crate::store::{Act, Founding, Store, answer, source, subscription};
use crate::survey::Kind;
use crate::workspace::Workspace;
use std::path::Path;
use std::sync::Arc;

const TODAY: Day = Day(20_777);
const NOW: i64 = 20_777 * 86_400;

/// Three customers who pay since the beginning of the year.
pub(crate) fn workspace(folder: &Path) -> Workspace {
    let founding =
        Founding { name: "Test".to_owned(), currency: Currency::EUR, time_zone: chrono_tz::UTC };
    let path = folder.join("t.holdfast");
    let store = Store::create(&path, &founding).unwrap();
    let act = Act { kind: "import", label: "t.csv", at: NOW };
    store
        .write(&act, |tx, _| {
            let source = source::find_or_add(tx, "")?;
            let mut rows = account::Inserter::new(tx)?;
            for name in ["Kestrel Cycles", "Finch Architects", "Calder Charter"] {
                let account = Account {
                    key: name[..1].to_lowercase(),
                    name: Some(name.to_owned()),
                    email: Some(format!("{}@example.org", &name[..3].to_lowercase())),
                    ..Account::default()
                };
                rows.push(&account::New { source, customer: None, account: &account })?;
            }
            let (first, next) = rows.finish()?;
            let mut rows = subscription::Inserter::new(tx)?;
            for account in first..next {
                rows.push(&Subscription {
                    account,
                    key: account.to_string(),
                    terms: crate::ledger::testing::price(1_000 * account),
                    status: crate::model::Status::Active,
                    start: Day(20_500),
                    trial_start: None,
                    trial_end: None,
                    period_start: None,
                    period_end: None,
                    at_period_end: false,
                    cancel_requested: None,
                    ended: None,
                    past_due_since: None,
                    paused_on: None,
                    cancel_reason: None,
                    seen_on: TODAY,
                })?;
            }
            rows.finish().map(drop)
        })
        .unwrap();
    drop(store);
    Workspace::open(&path, &folder.join("copies"), TODAY).unwrap()
}

fn entry(customer: Option<i64>, score: i64) -> AnswerEntry {
    AnswerEntry { survey: "NPS".to_owned(), customer, score: Some(score), ..AnswerEntry::default() }
}

fn scores(workspace: &Workspace) -> Vec<Option<u8>> {
    let book = workspace.book(TODAY);
    book.answers().unwrap().rows.iter().map(|row| row.score).collect()
}

/// What a reader of the file sees, whatever this program holds in memory.
fn stored(workspace: &Workspace) -> Vec<Option<u8>> {
    let conn = crate::store::open_reading(workspace.path()).unwrap();
    answer::all(&conn).unwrap().into_iter().map(|(_, answer)| answer.score).collect()
}

#[test]
fn an_answer_is_on_disk_when_it_is_acknowledged_and_touches_neither_money_nor_names() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(folder.path());
    let before = workspace.book(TODAY);
    before.answers().unwrap();
    let names = std::ptr::from_ref(before.directory().unwrap());
    let saved = workspace.save_answer(&entry(Some(1), 9), NOW, TODAY).unwrap();
    assert_eq!(stored(&workspace), [Some(9)]);
    let after = workspace.book(TODAY);
    assert!(Arc::ptr_eq(&before.ledger, &after.ledger), "the money was read again");
    assert!(std::ptr::eq(names, after.directory().unwrap()), "names were read again");
    assert_eq!(after.revision, before.revision + 1);
    let rows = &after.answers().unwrap().rows;
    assert_eq!(
        (rows[0].id, rows[0].customer, rows[0].wave.name()),
        (saved.answer, Some(0), "2026-Q4")
    );
    assert!(before.answers().unwrap().rows.is_empty(), "a book never changes");
}

#[test]
fn what_is_spliced_in_is_what_is_read_from_scratch() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(folder.path());
    workspace.book(TODAY).answers().unwrap();
    for (at, day) in ["2026-11-18", "2026-11-02", "2026-11-18", "2026-06-30"].iter().enumerate() {
        let day = Some((*day).to_owned());
        let new = AnswerEntry { day, ..entry(None, at as i64) };
        workspace.save_answer(&new, NOW, TODAY).unwrap();
    }
    let corrected =
        AnswerEntry { id: Some(1), day: Some("2026-01-01".to_owned()), ..entry(Some(2), 3) };
    workspace.save_answer(&corrected, NOW, TODAY).unwrap();
    workspace.remove_answer(2, NOW).unwrap();
    let spliced = workspace.book(TODAY).answers().unwrap().rows.clone();
    workspace.reload(TODAY).unwrap();
    assert_eq!(workspace.book(TODAY).answers().unwrap().rows, spliced);
    assert_eq!(spliced.iter().map(|row| row.id).collect::<Vec<_>>(), [1, 4, 3]);
}

#[test]
fn an_answer_is_undone_and_done_again_without_reading_the_money() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(folder.path());
    let ledger = Arc::clone(&workspace.book(TODAY).ledger);
    workspace.save_answer(&entry(Some(1), 9), NOW, TODAY).unwrap();
    workspace.save_answer(&entry(Some(2), 3), NOW, TODAY).unwrap();
    let corrected = AnswerEntry { id: Some(2), ..entry(Some(2), 6) };
    let saved = workspace.save_answer(&corrected, NOW, TODAY).unwrap();
    assert_eq!(scores(&workspace), [Some(9), Some(6)]);
    assert_eq!(workspace.undo(None, TODAY).unwrap().map(|it| it.change), saved.change);
    assert_eq!(scores(&workspace), [Some(9), Some(3)]);
    workspace.undo(None, TODAY).unwrap();
    assert_eq!(scores(&workspace), [Some(9)]);
    workspace.redo(None, TODAY).unwrap();
    workspace.redo(None, TODAY).unwrap();
    assert_eq!(scores(&workspace), [Some(9), Some(6)]);
    assert!(Arc::ptr_eq(&ledger, &workspace.book(TODAY).ledger));
}

#[test]
fn a_correction_that_corrects_nothing_leaves_no_trace() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(folder.path());
    workspace.save_answer(&entry(Some(1), 9), NOW, TODAY).unwrap();
    let same = AnswerEntry { id: Some(1), ..entry(Some(1), 9) };
    assert_eq!(workspace.save_answer(&same, NOW, TODAY).unwrap().change, None);
}

#[test]
fn the_history_of_an_answer_tells_what_stood_before() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(folder.path());
    workspace.save_answer(&entry(Some(1), 9), NOW, TODAY).unwrap();
    let corrected = AnswerEntry { id: Some(1), comment: "Slow".to_owned(), ..entry(Some(1), 7) };
    workspace.save_answer(&corrected, NOW + 60, TODAY).unwrap();
    let steps = answer::history(&workspace.store().reader().unwrap(), 1).unwrap();
    assert_eq!(steps[0], (NOW, None));
    let old: serde_json::Value = serde_json::from_str(steps[1].1.as_ref().unwrap()).unwrap();
    assert_eq!(old, serde_json::json!({"score": 9, "comment": null}));
}

#[test]
fn what_is_not_on_its_scale_is_refused_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(folder.path());
    let code = |entry: AnswerEntry| workspace.save_answer(&entry, NOW, TODAY).unwrap_err().code();
    assert_eq!(code(entry(None, 11)), "bad_answer");
    assert_eq!(code(entry(None, -1)), "bad_answer");
    assert_eq!(code(AnswerEntry { score: None, ..entry(None, 0) }), "bad_answer");
    assert_eq!(code(AnswerEntry { survey: " ".to_owned(), ..entry(None, 1) }), "no_such_survey");
    assert_eq!(code(entry(Some(99), 1)), "no_such_customer");
    assert_eq!(code(AnswerEntry { id: Some(7), ..entry(None, 1) }), "no_such_answer");
    let bad_day = AnswerEntry { day: Some("31/31/2026".to_owned()), ..entry(None, 1) };
    assert_eq!(code(bad_day), "bad_day");
    assert_eq!(stored(&workspace), []);
}

#[test]
fn a_survey_keeps_its_scale_and_its_items() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(folder.path());
    let new = NewSurvey {
        name: "After the call".to_owned(),
        kind: "csat".to_owned(),
        own_items: vec!["Patience".to_owned()],
        questions: ["How did it go?".to_owned(), String::new(), String::new()],
        ..NewSurvey::default()
    };
    workspace.describe_survey(&new, NOW, TODAY).unwrap();
    let again = workspace.describe_survey(&new, NOW, TODAY).unwrap_err();
    assert_eq!(again.code(), "name_taken");
    let six = AnswerEntry { survey: "After the call".to_owned(), ..entry(Some(1), 6) };
    assert_eq!(workspace.save_answer(&six, NOW, TODAY).unwrap_err().code(), "bad_answer");
    let four = AnswerEntry { score: Some(4), items: vec![Some(8)], ..six };
    workspace.save_answer(&four, NOW, TODAY).unwrap();
    let check = |workspace: &Workspace| {
        let book = workspace.book(TODAY);
        let answers = book.answers().unwrap();
        let survey = &answers.surveys[0];
        assert_eq!((survey.kind, survey.scale.high), (Kind::Csat, 5));
        assert_eq!(survey.questions[0].as_deref(), Some("How did it go?"));
        assert_eq!(survey.items[0].name, "Patience");
        assert_eq!((answers.rows[0].score, &*answers.rows[0].items), (Some(4), &[Some(8)][..]));
    };
    check(&workspace);
    workspace.reload(TODAY).unwrap();
    check(&workspace);
}

#[test]
fn a_wave_invites_everybody_a_segment_or_a_sample() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(folder.path());
    workspace.save_answer(&entry(Some(1), 9), NOW, TODAY).unwrap();
    let everyone = Invitees {
        plans: Vec::new(),
        countries: Vec::new(),
        tiers: Vec::new(),
        sample: None,
        nobody: false,
    };
    let wave = |name: &str, invite: Invitees| NewWave {
        survey: "NPS".to_owned(),
        was: None,
        name: name.to_owned(),
        first: "2026-11-01".to_owned(),
        last: "2026-11-30".to_owned(),
        invite: Some(invite),
    };
    let invited = |name: &str| {
        let book = workspace.book(TODAY);
        let answers = book.answers().unwrap();
        let key = crate::survey::WaveKey::named(name);
        answers.wave(0, &key).unwrap().invited.len()
    };
    workspace.set_wave(&wave("November", everyone.clone()), NOW, TODAY).unwrap();
    assert_eq!(invited("November"), 3);
    let two = Invitees { sample: Some(2), ..everyone.clone() };
    let two = NewWave { was: Some("November".to_owned()), ..wave("November", two) };
    workspace.set_wave(&two, NOW, TODAY).unwrap();
    assert_eq!(invited("November"), 2, "in place of those before");
    let kept = NewWave { invite: None, last: "2026-12-05".to_owned(), ..two };
    workspace.set_wave(&kept, NOW, TODAY).unwrap();
    assert_eq!(invited("November"), 2, "other days, the same people");
    let none = Invitees { plans: vec!["Nothing".to_owned()], ..everyone };
    let none = NewWave { was: Some("2026-Q4".to_owned()), ..wave("2026-q4", none) };
    workspace.set_wave(&none, NOW, TODAY).unwrap();
    assert_eq!(invited("2026-Q4"), 0);
    let turned = NewWave { last: "2026-10-01".to_owned(), ..wave("x", Invitees::nobody()) };
    assert_eq!(workspace.set_wave(&turned, NOW, TODAY).unwrap_err().code(), "bad_setting");
}

#[test]
fn a_column_of_scores_and_a_table_with_names_are_understood() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(folder.path());
    let saved = workspace.paste_answers("NPS", Some("Autumn"), "9\n10\n\n11\n7\n", NOW, TODAY);
    assert_eq!(saved.unwrap().saved, 3, "11 is left out");
    let table = "Who\tScore\tWhy\nfinch architects\t3\tExports keep failing.\nkes@example.org\t10\t\n\
                 Nobody Ltd\t9\t\n";
    let pasted = workspace.paste_answers("NPS", Some("Autumn"), table, NOW, TODAY).unwrap();
    assert_eq!(pasted.saved, 2);
    let book = workspace.book(TODAY);
    let rows = &book.answers().unwrap().rows;
    assert_eq!(rows.len(), 5);
    assert!(rows.iter().all(|row| row.wave.name() == "Autumn"));
    assert_eq!((rows[3].customer, rows[3].score), (Some(1), Some(3)));
    assert_eq!(rows[3].comment.as_deref(), Some("Exports keep failing."));
    assert_eq!((rows[4].customer, rows[4].score), (Some(0), Some(10)));
    workspace.undo(None, TODAY).unwrap();
    assert_eq!(scores(&workspace).len(), 3, "one paste is one step");
}

#[test]
fn themes_are_suggested_and_kept_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(folder.path());
    let words = AnswerEntry { comment: "Too expensive".to_owned(), ..entry(Some(3), 2) };
    workspace.save_answer(&words, NOW, TODAY).unwrap();
    let themes = || {
        let book = workspace.book(TODAY);
        let feedback = book.feedback().unwrap();
        let keys = feedback.comments[0].themes.iter();
        keys.map(|place| feedback.theme_key(*place).unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(themes(), ["price"]);
    let say = |theme: &str, about| Remark::Theme {
        comment: "answer-1".to_owned(),
        theme: theme.to_owned(),
        about,
    };
    workspace.remark(&say("price", false), NOW, TODAY).unwrap();
    workspace.remark(&say("support", true), NOW, TODAY).unwrap();
    assert_eq!(themes(), ["support"]);
    let own = Remark::NewTheme { name: "Money".to_owned(), words: "Expens, dear".to_owned() };
    workspace.remark(&own, NOW, TODAY).unwrap();
    assert_eq!(themes(), ["support", "own-1"]);
    workspace.undo(None, TODAY).unwrap();
    workspace.undo(None, TODAY).unwrap();
    workspace.undo(None, TODAY).unwrap();
    assert_eq!(themes(), ["price"]);
}

#[test]
fn who_asked_for_a_feature_is_told_when_it_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(folder.path());
    let words = AnswerEntry { comment: "No link".to_owned(), ..entry(Some(3), 2) };
    workspace.save_answer(&words, NOW, TODAY).unwrap();
    let new = Remark::NewFeature {
        name: "Bookkeeping export".to_owned(),
        comment: Some("answer-1".to_owned()),
    };
    workspace.remark(&new, NOW, TODAY).unwrap();
    assert_eq!(workspace.remark(&new, NOW, TODAY).unwrap_err().code(), "name_taken");
    let shipped = Remark::State { feature: 1, state: "shipped".to_owned() };
    workspace.remark(&shipped, NOW, TODAY).unwrap();
    let told = Remark::Told { feature: 1, customers: vec![3], told: true };
    workspace.remark(&told, NOW, TODAY).unwrap();
    let book = workspace.book(TODAY);
    let feedback = book.feedback().unwrap();
    assert_eq!(feedback.features[0].state, crate::store::feature::State::Shipped(TODAY));
    assert_eq!(feedback.requests[0].request.told, Some(TODAY));
    // The answer goes, the wish stays.
    workspace.remove_answer(1, NOW).unwrap();
    let book = workspace.book(TODAY);
    assert_eq!(book.feedback().unwrap().requests[0].request.said, None);
}
