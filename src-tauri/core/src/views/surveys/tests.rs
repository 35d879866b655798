//! What the survey pages say of a few answers.

use super::*;
use crate::model::Day;
use crate::surveys::tests::workspace;
use crate::surveys::{AnswerEntry, Invitees, NewWave};
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
        name: "2026-Q4".to_owned(),
        first: "2026-10-01".to_owned(),
        last: "2026-12-31".to_owned(),
        invite: Invitees { nobody: false, ..Invitees::nobody() },
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
