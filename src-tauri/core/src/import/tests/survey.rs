//! Answers of survey tools as the store keeps them.

use super::*;

fn answers(file: &str) -> (Vec<String>, ImportSummary) {
    let world = World::new();
    let done = world.import(&fixture(file)).unwrap();
    let rows = world.rows(
        "SELECT coalesce(a.key, '-'), date(b.day * 86400, 'unixepoch'), score, category, quality,
           service, experience, comment
         FROM answer b LEFT JOIN account a ON a.id = b.account ORDER BY b.day, b.id",
    );
    (rows, done)
}

#[test]
fn a_response_that_was_only_started_is_none() {
    let (rows, done) = answers("typeform/responses.csv");
    assert_eq!(counts(&done), (4, 3, 0, 0, 1));
    assert_eq!(codes(&done).iter().map(|(_, code)| *code).collect::<Vec<_>>(), ["aside"]);
    assert_eq!(
        rows,
        [
            "ann@nordlys.example|2026-01-23|10|||||Fast, and \"it just works\"",
            "bo@hetlam.example|2026-01-23|6|||||Too many buttons for me",
            // 23:45 in UTC is the next day in Amsterdam.
            "-|2026-02-02|8|||||",
        ]
    );
    assert_eq!(
        answers("typeform/responses_older.csv").0[1],
        "-|2023-01-24|3|||||It is slow on my phone"
    );
}

#[test]
fn below_the_questions_stand_their_parts_and_scores_may_be_words() {
    let (rows, done) = answers("surveymonkey/responses.csv");
    assert_eq!(counts(&done), (3, 3, 0, 0, 0));
    assert_eq!(
        rows,
        [
            "ann@nordlys.example|2025-06-10|10||9|8|10|Nothing at all really",
            "bo@hetlam.example|2025-06-11|0||3|4||Answer the phone please",
            "-|2025-07-01|7||8|7|7|",
        ]
    );
}

#[test]
fn forms_in_two_languages_with_and_without_a_zone() {
    assert_eq!(
        answers("google_forms/responses.csv").0,
        [
            "ann@nordlys.example|2026-05-28|10|||||More colours in the charts",
            "bo@hetlam.example|2026-05-29|4|||||Price, mostly",
            "-|2026-06-01|7|||||",
        ]
    );
    assert_eq!(
        answers("google_forms/antwoorden.csv").0,
        [
            "ann@nordlys.example|2026-05-28|9|||||Snel en vriendelijk",
            "bo@hetlam.example|2026-05-29|5|||||Te duur geworden",
            "-|2026-06-01|8|||||",
        ]
    );
}

#[test]
fn seconds_since_1970_and_another_scale_that_is_no_score() {
    let (rows, done) = answers("delighted/responses.csv");
    assert_eq!(counts(&done), (4, 3, 0, 0, 1));
    assert_eq!(
        rows,
        [
            "ann@nordlys.example|2026-01-23|10|||||Wonderful support",
            "bo@hetlam.example|2026-01-24|2|||||Went down twice last month",
            "cem@studio.example|2026-01-25|7|||||",
        ]
    );
}

#[test]
fn where_only_the_group_was_kept_no_score_is_invented() {
    for file in ["other/nps_categories.csv", "other/nps_recoded.csv"] {
        let (rows, done) = answers(file);
        assert_eq!((counts(&done), codes(&done)), ((4, 4, 0, 0, 0), vec![]), "{file}");
        let kept: Vec<&str> = rows.iter().map(|row| row.split('|').nth(3).unwrap()).collect();
        assert_eq!(kept, ["promoter", "detractor", "passive", "promoter"], "{file}");
        assert!(rows.iter().all(|row| row.split('|').nth(2) == Some("")), "{file}");
    }
}

#[test]
fn groups_that_came_in_are_the_nps_of_their_survey() {
    use crate::survey::{Answer, Measured, figures};
    let world = World::new();
    world.import(&fixture("other/nps_categories.csv")).unwrap();
    let today = crate::model::Day::parse("2027-01-01").unwrap();
    let book = crate::book::Book::load(world.store.path(), today, 1).unwrap();
    let answers = book.answers().unwrap();
    let rows: Vec<&Answer> = answers.rows.iter().collect();
    let all = figures(&answers.surveys, &rows, |_, _| None);
    let Measured::Nps { promoters, passives, detractors, .. } = all[0].measured else {
        panic!("{all:?}")
    };
    assert_eq!((promoters, passives, detractors, all[0].answers), (2, 1, 1, 4));
}

#[test]
fn a_column_of_scores_is_no_recode() {
    let of = |cells: [&str; 4]| {
        let world = World::new();
        let row = |(n, cell): (usize, &&str)| format!("{n},2026-01-0{},{cell}\n", n + 1);
        let rows: String = cells.iter().enumerate().map(row).collect();
        let done = world.import(&text(&format!("Respondent ID,Date,NPS\n{rows}"))).unwrap();
        let kept = world.rows("SELECT score, category FROM answer ORDER BY id");
        (kept, codes(&done).len())
    };
    assert_eq!(of(["0", "1", "10", "0"]).0, ["0|", "1|", "10|", "0|"]);
    assert_eq!(of(["1", "-1", "0", "1"]).0, ["|promoter", "|detractor", "|passive", "|promoter"]);
    // One that is on no scale is said, and none of the others becomes a group by it.
    assert_eq!(
        of(["9", "100", "0", "7"]),
        (["9|", "|", "0|", "7|"].map(str::to_owned).to_vec(), 1)
    );
}

#[test]
fn a_question_nobody_put_into_words_is_known_by_its_answers() {
    let csv = "Timestamp,What do you think of us?,Would you tell a friend a bit more?\n\
               2026-01-01 10:00:00,9,I like the reports a lot\n\
               2026-01-02 10:00:00,3,It is too slow for me\n\
               2026-01-03 10:00:00,9,All good here then\n";
    let sniffed = sniff(&text(csv)).unwrap();
    let mapping = map(&sniffed, &MappingRequest::default()).unwrap();
    assert_eq!(mapping.exporter, "google_forms");
    assert_eq!(mapping.origins.get(&Field::Score), Some(&Origin::Column(1)));
    assert_eq!(mapping.origins.get(&Field::Comment), Some(&Origin::Column(2)));
    // Five is the best of many scales: nothing says that ten was.
    let five = csv.replace(",9,", ",5,");
    let mapping = map(&sniff(&text(&five)).unwrap(), &MappingRequest::default()).unwrap();
    assert_eq!(mapping.origins.get(&Field::Score), None);
}

#[test]
fn a_group_is_shown_as_one_before_the_import() {
    for file in ["other/nps_recoded.csv", "other/nps_categories.csv"] {
        let input = fixture(file);
        let request = MappingRequest::default();
        let seen = preview_head(&input, &request, &context(), &english()).unwrap();
        let score = seen.columns.iter().find(|one| one.field.as_deref() == Some("score")).unwrap();
        assert_eq!(score.meaning, "Likely to recommend, 0 to 10, as promoter", "{file}");
    }
}
