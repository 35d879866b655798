//! Surveys and waves called otherwise or deleted: their answers go with them, and come back.

use super::*;
use crate::import::{self, Input, Kind as FileKind, MappingRequest, Options};
use crate::store::{Connection, survey as described};
use crate::survey::WaveKey;
use crate::task::Cancel;
use crate::voice::{Language, Region, Voice};

/// An NPS with three answers in two waves, one of them invited to and one only a quarter, and another
/// survey that nothing must happen to.
fn world(folder: &Path) -> Workspace {
    let workspace = workspace(folder);
    let wave = NewWave { name: "Autumn".to_owned(), was: None, ..autumn() };
    workspace.save_answer(&entry(Some(1), 9), NOW, TODAY).unwrap();
    workspace.set_wave(&wave, NOW, TODAY).unwrap();
    for (customer, score) in [(2, 3), (3, 10)] {
        let said = AnswerEntry {
            wave: Some("Autumn".to_owned()),
            comment: "No link".to_owned(),
            ..entry(Some(customer), score)
        };
        workspace.save_answer(&said, NOW, TODAY).unwrap();
    }
    let wish = Remark::NewFeature {
        name: "Bookkeeping export".to_owned(),
        comment: Some("answer-2".to_owned()),
    };
    workspace.remark(&wish, NOW, TODAY).unwrap();
    let theme =
        Remark::Theme { comment: "answer-2".to_owned(), theme: "support".to_owned(), about: true };
    workspace.remark(&theme, NOW, TODAY).unwrap();
    let call = NewSurvey {
        name: "After the call".to_owned(),
        kind: "csat".to_owned(),
        own_items: vec!["Patience".to_owned()],
        ..NewSurvey::default()
    };
    workspace.describe_survey(&call, NOW, TODAY).unwrap();
    let four = AnswerEntry { survey: call.name, items: vec![Some(8)], ..entry(Some(1), 4) };
    workspace.save_answer(&four, NOW, TODAY).unwrap();
    workspace
}

fn autumn() -> NewWave {
    NewWave {
        survey: "NPS".to_owned(),
        was: Some("Autumn".to_owned()),
        name: "Autumn".to_owned(),
        first: "2026-09-01".to_owned(),
        last: "2026-11-30".to_owned(),
        invite: Some(Invitees { nobody: false, ..Invitees::nobody() }),
    }
}

fn words(survey: &str, name: &str) -> SurveyWords {
    SurveyWords { survey: survey.to_owned(), name: name.to_owned(), ..SurveyWords::default() }
}

/// Survey and wave of every answer, by number, and every row of what belongs to surveys.
fn everything(workspace: &Workspace) -> (Vec<(String, String)>, Vec<String>) {
    let book = workspace.book(TODAY);
    let answers = book.answers().unwrap();
    let mut rows: Vec<_> = answers.rows.iter().collect();
    rows.sort_by_key(|row| row.id);
    let name = |row: &&crate::survey::Answer| {
        (answers.surveys[row.survey as usize].name.clone(), row.wave.to_string())
    };
    let conn = workspace.store().reader().unwrap();
    (rows.iter().map(name).collect(), dump(&conn))
}

fn dump(conn: &Connection) -> Vec<String> {
    let tables = [
        "answer",
        "answer_item",
        "feature_request",
        "invitation",
        "survey",
        "survey_item",
        "theme_mark",
        "wave",
    ];
    let rows = |table: &&str| -> Vec<String> {
        let mut statement = conn.prepare(&format!("SELECT * FROM {table} ORDER BY id")).unwrap();
        let columns = statement.column_count();
        let row = |row: &rusqlite::Row<'_>| {
            let value = |at| format!("{:?}", row.get_ref_unwrap(at));
            Ok(format!("{table}: {}", (0..columns).map(value).collect::<Vec<_>>().join(", ")))
        };
        statement.query_map([], row).unwrap().map(Result::unwrap).collect()
    };
    tables.iter().flat_map(rows).collect()
}

#[test]
fn a_survey_called_otherwise_keeps_its_answers_its_kind_and_its_scale() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = world(folder.path());
    let before = everything(&workspace);
    let taken = workspace.reword_survey(&words("NPS", "After the call"), NOW, TODAY);
    assert_eq!(taken.unwrap_err().code(), "name_taken");
    assert_eq!(
        workspace.reword_survey(&words("NPS", " "), NOW, TODAY).unwrap_err().code(),
        "bad_setting"
    );
    assert_eq!(everything(&workspace), before, "refused, and nothing is written");

    workspace.reword_survey(&words("NPS", "Recommendation"), NOW, TODAY).unwrap();
    let (named, _) = everything(&workspace);
    let own = |wave: &str| ("Recommendation".to_owned(), wave.to_owned());
    assert_eq!(named[..3], [own("2026-Q4"), own("Autumn"), own("Autumn")]);
    assert_eq!(named[3].0, "After the call");
    {
        let book = workspace.book(TODAY);
        let answers = book.answers().unwrap();
        let at = answers.survey("Recommendation").unwrap();
        let survey = &answers.surveys[at as usize];
        assert_eq!((survey.kind, survey.scale.high), (Kind::Nps, 10));
        assert_eq!(answers.wave(at, &WaveKey::named("Autumn")).unwrap().invited.len(), 3);
        assert_eq!(answers.survey("NPS"), None);
    }
    workspace.undo(None, TODAY).unwrap();
    assert_eq!(everything(&workspace), before);
}

#[test]
fn a_survey_only_answers_speak_of_is_described_when_it_is_called_otherwise() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(folder.path());
    workspace.save_answer(&entry(Some(1), 9), NOW, TODAY).unwrap();
    workspace.reword_survey(&words("NPS", "Recommendation"), NOW, TODAY).unwrap();
    let conn = workspace.store().reader().unwrap();
    assert!(described::find(&conn, "Recommendation").unwrap().is_some());
    assert_eq!(everything(&workspace).0, [("Recommendation".to_owned(), "2026-Q4".to_owned())]);
    workspace.undo(None, TODAY).unwrap();
    assert_eq!(everything(&workspace).0, [("NPS".to_owned(), "2026-Q4".to_owned())]);
    assert_eq!(described::find(&conn, "Recommendation").unwrap(), None);
}

#[test]
fn a_wave_called_otherwise_takes_its_answers_with_it_also_those_that_named_none() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = world(folder.path());
    let before = everything(&workspace);
    let rename = |was: &str, name: &str| {
        let wave =
            NewWave { was: Some(was.to_owned()), name: name.to_owned(), invite: None, ..autumn() };
        workspace.set_wave(&wave, NOW, TODAY)
    };
    assert_eq!(rename("Autumn", "2026-q4").unwrap_err().code(), "name_taken");
    rename("Autumn", "Harvest").unwrap();
    let wave_of = |answer: usize| everything(&workspace).0[answer].1.clone();
    assert_eq!((wave_of(0), wave_of(1)), ("2026-Q4".to_owned(), "Harvest".to_owned()));
    {
        let book = workspace.book(TODAY);
        let answers = book.answers().unwrap();
        let at = answers.survey("NPS").unwrap();
        assert_eq!(answers.wave(at, &WaveKey::named("Harvest")).unwrap().invited.len(), 3);
        assert!(!answers.has_wave(at, &WaveKey::named("Autumn")));
    }
    rename("2026-Q4", "Late autumn").unwrap();
    assert_eq!(wave_of(0), "Late autumn");
    workspace.undo(None, TODAY).unwrap();
    workspace.undo(None, TODAY).unwrap();
    assert_eq!(everything(&workspace), before);
}

#[test]
fn a_new_wave_does_not_take_the_place_of_one_that_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = world(folder.path());
    let again = NewWave { was: None, ..autumn() };
    assert_eq!(workspace.set_wave(&again, NOW, TODAY).unwrap_err().code(), "name_taken");
    let quarter = NewWave { was: None, name: "2026-Q4".to_owned(), ..autumn() };
    assert_eq!(workspace.set_wave(&quarter, NOW, TODAY).unwrap_err().code(), "name_taken");
}

#[test]
fn a_deleted_wave_takes_along_what_was_said_and_one_undo_brings_it_back() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = world(folder.path());
    let before = everything(&workspace);
    let held = |wave: Option<&str>| {
        let book = workspace.book(TODAY);
        let wave = wave.map(WaveKey::named);
        taken_along(book.answers().unwrap(), 0, wave.as_ref())
    };
    assert_eq!(held(Some("Autumn")), TakenAlong { answers: 2, invitations: 3, waves: 0 });
    assert_eq!(held(None), TakenAlong { answers: 3, invitations: 3, waves: 2 });
    workspace.delete_survey("NPS", Some("Autumn"), NOW, TODAY).unwrap();
    assert_eq!(held(Some("Autumn")), TakenAlong::default());
    assert_eq!(held(None), TakenAlong { answers: 1, invitations: 0, waves: 1 });
    {
        let book = workspace.book(TODAY);
        let requests = &book.feedback().unwrap().requests;
        assert_eq!((requests.len(), requests[0].request.said), (1, None), "the wish stays");
    }
    workspace.undo(None, TODAY).unwrap();
    assert_eq!(everything(&workspace), before);
}

#[test]
fn a_deleted_survey_takes_along_all_of_it_and_one_undo_brings_it_back() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = world(folder.path());
    let before = everything(&workspace);
    let gone = workspace.delete_survey("Nobody's", None, NOW, TODAY).unwrap_err();
    assert_eq!(gone.code(), "no_such_survey");
    for (survey, left) in [("NPS", "After the call"), ("After the call", "NPS")] {
        workspace.delete_survey(survey, None, NOW, TODAY).unwrap();
        let (rows, _) = everything(&workspace);
        assert!(rows.iter().all(|(name, _)| name == left), "{rows:?}");
        let conn = workspace.store().reader().unwrap();
        assert_eq!(crate::store::check(&conn).unwrap(), []);
        assert_eq!(described::find(&conn, survey).unwrap(), None);
        workspace.undo(None, TODAY).unwrap();
        assert_eq!(everything(&workspace), before);
        workspace.redo(None, TODAY).unwrap();
        workspace.undo(None, TODAY).unwrap();
        assert_eq!(everything(&workspace), before);
    }
}

#[test]
fn a_file_of_answers_brings_nothing_again_into_a_survey_called_otherwise_or_deleted() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(folder.path());
    let file = folder.path().join("answers.csv");
    let csv = "Survey,Wave,Date,Score,Comment\nNPS,Spring,2026-05-01,9,\nNPS,,2026-05-02,3,Slow\n";
    std::fs::write(&file, csv).unwrap();
    let import = || {
        let options = Options { now: NOW, ..Options::default() };
        let voice = Voice::new(Language::En, Region::default());
        let (input, cancel) = (Input::file(&file).unwrap(), Cancel::default());
        let request = MappingRequest { kind: Some(FileKind::Answers), ..MappingRequest::default() };
        let store = workspace.store();
        let done =
            import::run(store, &input, &request, &options, &voice, &cancel, &mut |_| {}).unwrap();
        workspace.reload(TODAY).unwrap();
        done.new
    };
    assert_eq!(import(), 2);
    workspace.reword_survey(&words("NPS", "Recommendation"), NOW, TODAY).unwrap();
    assert_eq!(import(), 0);
    let named: Vec<String> = everything(&workspace).0.into_iter().map(|(name, _)| name).collect();
    assert_eq!(named, ["Recommendation", "Recommendation"]);
    workspace.delete_survey("Recommendation", None, NOW, TODAY).unwrap();
    assert_eq!(import(), 0);
    assert_eq!(everything(&workspace).0, []);
}
