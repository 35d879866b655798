//! What the survey pages say of a few answers.

use super::*;
use crate::model::{Currency, Day};
use crate::store::Founding;
use crate::surveys::tests::workspace;
use crate::surveys::{AnswerEntry, Invitees, NewSurvey, NewWave};
use crate::views::{self, PageRequest, Query};
use crate::voice::{Region, Voice};
use crate::workspace::Workspace;
use std::fmt::Write as _;

const TODAY: Day = Day(20_777);
const NOW: i64 = 20_777 * 86_400;

fn voice() -> Voice {
    Voice::new(Language::En, Region::Gb)
}

/// So many promoters, passives and detractors, nobody's, in a wave.
fn give(workspace: &Workspace, wave: &str, counts: [usize; 3]) {
    let mut column = String::new();
    for (score, count) in [10, 7, 2].into_iter().zip(counts) {
        (0..count).for_each(|_| writeln!(column, "{score}").unwrap());
    }
    workspace.paste_answers("NPS", Some(wave), &column, NOW, TODAY).unwrap();
}

fn shown(workspace: &Workspace, wave: &str) -> SurveysView {
    let ask = SurveyQuery { wave: Some(wave.to_owned()), ..SurveyQuery::default() };
    surveys(&workspace.book(TODAY), &Query::default(), &ask, &voice()).unwrap()
}

#[test]
fn a_score_stands_with_its_margin_and_its_sum() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(folder.path());
    give(&workspace, "2026-Q3", [50, 30, 20]);
    let card = shown(&workspace, "2026-Q3").score.unwrap();
    assert_eq!(card.headline.as_deref(), Some("+30"));
    assert_eq!(card.margin.as_deref(), Some("± 15"));
    assert_eq!(card.between.as_deref(), Some("+14 to +44"));
    assert_eq!(card.formula.as_deref(), Some("(50 − 20) ÷ 100 × 100 = 30.0"));
    assert_eq!((card.answers.as_str(), card.few), ("100 answers", None));
    assert_eq!(card.weighted, None, "nobody's answers weigh nothing");
    assert_eq!(card.gauge.unwrap().at, Some(65.0));
}

#[test]
fn under_ten_answers_there_is_a_band_and_no_score() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(folder.path());
    give(&workspace, "2026-Q3", [6, 0, 0]);
    let card = shown(&workspace, "2026-Q3").score.unwrap();
    assert_eq!(card.headline, None);
    assert_eq!(card.margin.as_deref(), Some("± 41"));
    assert_eq!(card.gauge.unwrap().at, None);
    assert_eq!(card.few.as_deref(), Some("Fewer than 10 answers: they show a range, no score."));
}

#[test]
fn a_change_is_called_real_only_where_it_is_shown_to_be() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(folder.path());
    give(&workspace, "2026-Q1", [50, 30, 20]);
    give(&workspace, "2026-Q2", [60, 25, 15]);
    give(&workspace, "2026-Q3", [20, 20, 60]);
    // Waves without days of their own stand in the order of their first answers.
    assert_eq!(shown(&workspace, "2026-Q1").verdict, None);
    assert_eq!(
        shown(&workspace, "2026-Q2").verdict.as_deref(),
        Some("+15 since Q1 2026 is inside the margins: not shown to be a real change.")
    );
    assert_eq!(
        shown(&workspace, "2026-Q3").verdict.as_deref(),
        Some("−85 since Q2 2026: the fall is shown to be real.")
    );
}

#[test]
fn the_wave_of_today_is_there_before_its_first_answer() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(folder.path());
    let entering = || {
        let ask = SurveyQuery::default();
        super::entering(&workspace.book(TODAY), &Query::default(), &ask, &voice()).unwrap()
    };
    let empty = entering();
    assert_eq!((empty.ask.survey.as_str(), empty.ask.wave.as_str()), ("", "2026-Q4"));
    assert_eq!((empty.keys.len(), empty.recent.len()), (11, 0));
    give(&workspace, "2026-Q1", [3, 0, 0]);
    assert_eq!(entering().ask.wave, "2026-Q4");
    assert_eq!(entering().recent.len(), 0);
}

#[test]
fn who_is_invited_and_has_not_answered_is_asked_next() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(folder.path());
    give(&workspace, "2026-Q4", [1, 0, 0]);
    let wave = NewWave {
        survey: "NPS".to_owned(),
        was: Some("2026-Q4".to_owned()),
        name: "2026-Q4".to_owned(),
        first: "2026-10-01".to_owned(),
        last: "2026-12-31".to_owned(),
        invite: Some(Invitees { nobody: false, ..Invitees::nobody() }),
    };
    workspace.set_wave(&wave, NOW, TODAY).unwrap();
    let entering = || {
        let ask = SurveyQuery::default();
        super::entering(&workspace.book(TODAY), &Query::default(), &ask, &voice()).unwrap()
    };
    let names = |view: &EnterView| -> Vec<String> {
        view.queue.iter().map(|person| person.name.clone()).collect()
    };
    let before = entering();
    assert_eq!(names(&before), ["Calder Charter", "Finch Architects", "Kestrel Cycles"]);
    assert_eq!(before.progress, "0 of 3");
    let entry = AnswerEntry {
        survey: "NPS".to_owned(),
        customer: Some(before.queue[0].customer),
        score: Some(8),
        ..AnswerEntry::default()
    };
    workspace.save_answer(&entry, NOW, TODAY).unwrap();
    let after = entering();
    assert_eq!(names(&after), ["Finch Architects", "Kestrel Cycles"]);
    assert_eq!((after.progress.as_str(), after.waiting), ("1 of 3", 2));
    assert_eq!(after.recent[0].name, "Calder Charter");
    assert_eq!(after.recent[0].class, "passive");
    assert_eq!(after.score.unwrap().response.as_deref(), Some("67% of 3 invited"));
}

#[test]
fn a_list_of_a_wave_without_answers_is_empty_and_one_of_no_survey_is_none() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(folder.path());
    give(&workspace, "2026-Q1", [3, 0, 0]);
    let book = workspace.book(TODAY);
    let list = |name: &str| {
        let page = PageRequest::default();
        views::list(&book, &Query::default(), name, &page, &voice())
    };
    assert_eq!(list("answers:NPS:2026-Q4:all:scored").unwrap().table.count, 0);
    assert_eq!(list("answers:NPS:2026-Q1:all:class=promoters").unwrap().table.count, 3);
    for name in ["answers:Other:2026-Q1:all:scored", "answers:NPS", "theme:nothing", "wish:x"] {
        assert_eq!(list(name).unwrap_err().code(), "no_such_list", "{name}");
    }
}

#[test]
fn the_history_of_an_answer_is_told_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(folder.path());
    let entry = AnswerEntry { survey: "NPS".to_owned(), score: Some(9), ..AnswerEntry::default() };
    workspace.save_answer(&entry, NOW, TODAY).unwrap();
    let corrected = AnswerEntry { id: Some(1), score: Some(7), ..entry };
    workspace.save_answer(&corrected, NOW + 3_600, TODAY).unwrap();
    let lines = answer_history(&workspace.book(TODAY), 1, &voice()).unwrap();
    let told: Vec<(&str, &str)> =
        lines.iter().map(|line| (line.at.as_str(), line.text.as_str())).collect();
    assert_eq!(
        told,
        [("20 Nov 2026, 00:00", "entered"), ("20 Nov 2026, 01:00", "corrected; before: Score 9"),]
    );
}

#[test]
fn what_is_pasted_is_looked_at_before_it_counts() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(folder.path());
    let look = |text: &str| {
        let ask = SurveyQuery::default();
        pasted(&workspace.book(TODAY), &ask, text, &voice()).unwrap()
    };
    let view = look("Finch Architects\t3\nNobody Ltd\t9\n");
    assert_eq!((view.good, view.text.as_str()), (1, "1 answer; lines left out: 1"));
    assert_eq!(
        (view.lines[0].name.as_str(), view.lines[0].score.as_str()),
        ("Finch Architects", "3")
    );
    assert!(view.lines[1].wrong.as_deref().unwrap().contains("Nobody Ltd"));
    assert_eq!(look("9\n10\n").text, "2 answers. Nothing is left out.");
    assert!(workspace.book(TODAY).answers().unwrap().rows.is_empty());
}

#[test]
fn each_kind_of_survey_is_asked_by_itself() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(folder.path());
    let answer = |survey: &str, day: &str, items: Vec<Option<i64>>| AnswerEntry {
        survey: survey.to_owned(),
        customer: Some(1),
        day: Some(day.to_owned()),
        score: items.is_empty().then_some(9),
        items,
        ..AnswerEntry::default()
    };
    let index =
        NewSurvey { name: "Index".to_owned(), kind: "cli".to_owned(), ..NewSurvey::default() };
    workspace.describe_survey(&index, NOW, TODAY).unwrap();
    let save = |entry: &AnswerEntry| workspace.save_answer(entry, NOW, TODAY).unwrap();
    save(&answer("NPS", "2026-10-01", Vec::new()));
    save(&answer("Index", "2026-10-20", vec![Some(8)]));
    let asking = |survey: &str| {
        let ask = SurveyQuery { survey: Some(survey.to_owned()), ..SurveyQuery::default() };
        let book = workspace.book(TODAY);
        following_up(&book, &Query::default(), &ask, None, &voice()).unwrap().asking
    };
    // Asked for both within three weeks, for each once.
    assert_eq!((asking("NPS").too_often, asking("Index").too_often), ("0".into(), "0".into()));
    assert_eq!((asking("NPS").due, asking("Index").kind), ("2".into(), "Loyalty index".into()));
    // Another survey of the same kind is the same question again.
    save(&answer("NPS by mail", "2026-11-10", Vec::new()));
    assert_eq!((asking("NPS").too_often, asking("Index").too_often), ("1".into(), "0".into()));
    let list = |name: &str| {
        let page = PageRequest::default();
        views::list(&workspace.book(TODAY), &Query::default(), name, &page, &voice())
    };
    let often = list(&asking("NPS by mail").too_often_list).unwrap();
    assert_eq!((often.table.count, often.title.as_str()), (1, "NPS: asked too often"));
    assert_eq!(often.table.rows[0].cells[2].text, "40 days earlier");
    assert_eq!(list(&asking("Index").too_often_list).unwrap().table.count, 0);
    assert_eq!(list("asked:often:else").unwrap_err().code(), "no_such_list");
}

#[test]
fn what_a_customer_answered_stands_on_his_page() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(folder.path());
    let entry = AnswerEntry {
        survey: "NPS".to_owned(),
        customer: Some(2),
        day: Some("2026-03-02".to_owned()),
        score: Some(3),
        comment: "Exports keep failing.".to_owned(),
        ..AnswerEntry::default()
    };
    workspace.save_answer(&entry, NOW, TODAY).unwrap();
    let later = AnswerEntry {
        survey: "Index".to_owned(),
        day: Some("2026-11-02".to_owned()),
        score: None,
        items: vec![Some(9), None, Some(8)],
        comment: String::new(),
        ..entry
    };
    workspace.save_answer(&later, NOW, TODAY).unwrap();
    workspace.save_answer(&AnswerEntry { customer: Some(1), ..later }, NOW, TODAY).unwrap();
    let page = |id| views::customer(&workspace.book(TODAY), id, &voice()).unwrap().answers;
    let his = page(2);
    assert_eq!(his.len(), 2);
    let told = |one: &GivenAnswer| [&one.day, &one.survey, &one.wave, &one.score].map(Clone::clone);
    assert_eq!(told(&his[0]), ["2 Nov 2026", "Index", "Q4 2026", "–"]);
    assert_eq!(his[0].items, "Product quality 9, Overall experience 8");
    assert_eq!(told(&his[1]), ["2 Mar 2026", "NPS", "Q1 2026", "3"]);
    assert_eq!(
        (his[1].class.as_str(), his[1].role.as_deref()),
        ("detractor", Some("nps-detractor"))
    );
    assert_eq!(his[1].comment, "Exports keep failing.");
    assert_eq!(page(3), []);
}

#[test]
fn what_a_survey_and_its_wave_hold_is_said_before_they_are_deleted() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(folder.path());
    give(&workspace, "2026-Q3", [2, 0, 0]);
    give(&workspace, "Autumn", [1, 0, 0]);
    let view = shown(&workspace, "Autumn");
    assert_eq!(
        (view.survey_holds.as_str(), view.wave_holds.as_str()),
        ("3 answers, 2 waves", "1 answer")
    );
    assert!(!view.wave_has_days);
}

#[test]
fn a_workspace_without_customers_takes_answers_too() {
    let folder = tempfile::tempdir().unwrap();
    let founding =
        Founding { name: "Empty".to_owned(), currency: Currency::EUR, time_zone: chrono_tz::UTC };
    let workspace =
        Workspace::create(&folder.path().join("empty.holdfast"), &founding, TODAY).unwrap();
    let (query, ask) = (Query::default(), SurveyQuery::default());
    let waves = || surveys(&workspace.book(TODAY), &query, &ask, &voice()).unwrap();
    let empty = waves();
    assert_eq!((empty.ask.survey.as_str(), empty.score, empty.notices), ("", None, Vec::new()));
    let follow = following_up(&workspace.book(TODAY), &query, &ask, None, &voice()).unwrap();
    assert_eq!((follow.comment_count, follow.asking.due.as_str()), (0, "0"));
    give(&workspace, "2026-Q4", [8, 1, 1]);
    let score = waves().score.unwrap();
    assert_eq!((score.headline.as_deref(), score.margin.as_deref()), (Some("+70"), Some("± 39")));
    let entering = entering(&workspace.book(TODAY), &query, &ask, &voice()).unwrap();
    assert_eq!((entering.recent.len(), entering.recent[0].name.as_str()), (8, "anonymous"));
}
