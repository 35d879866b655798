//! Surveys: the figures of the contract, answers typed in one by one, and what is refused.

use crate::program::{Desk, text};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// So many promoters, passives and detractors in a wave.
fn answers(wave: &str, day: &str, counts: [usize; 3]) -> String {
    let mut csv = String::new();
    for (score, count) in [10, 7, 2].into_iter().zip(counts) {
        for _ in 0..count {
            writeln!(csv, "NPS,{wave},{day},{score},").unwrap();
        }
    }
    csv
}

fn import(desk: &Desk, rows: &str) {
    let csv = format!("survey,wave,date,score,comment\n{rows}");
    let file = desk.file("answers.csv", csv);
    desk.run(&["import", text(&file), "--as", "answers"]).expect_code(0);
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

#[test]
fn a_wave_is_told_in_the_fields_of_the_contract() {
    let desk = Desk::with_workspace();
    import(&desk, &answers("2026-Q1", "2026-02-10", [50, 30, 20]));
    let told = desk.json(&["surveys"]);
    assert_eq!(told.as_array().unwrap().len(), 2);
    for (at, view) in ["all", "latest"].iter().enumerate() {
        let one = &told[at];
        assert_eq!(
            json!([one["survey"], one["kind"], one["wave"], one["view"], one["answers"]]),
            json!(["NPS", "nps", "2026-Q1", view, 100])
        );
        assert_eq!(
            json!([one["promoters"], one["passives"], one["detractors"], one["score"]]),
            json!([50, 30, 20, 30.0])
        );
        assert!((number(&one["center"]) - 29.1).abs() < 0.05);
        assert!((number(&one["margin"]) - 15.1).abs() < 0.05);
        assert!((number(&one["low"]) - 14.05).abs() < 0.05);
        assert!((number(&one["high"]) - 44.2).abs() < 0.05);
        assert_eq!(json!([one["invited"], one["response_rate"]]), json!([null, null]));
    }
}

#[test]
fn an_answer_without_a_wave_counts_in_the_quarter_of_its_day() {
    let desk = Desk::with_workspace();
    import(&desk, "NPS,,2026-03-31,9,\nNPS,,2026-04-01,3,Slow\nNPS,,2026-04-02,,only words\n");
    let told = desk.json(&["surveys"]);
    let waves: Vec<&Value> = told.as_array().unwrap().iter().map(|one| &one["wave"]).collect();
    assert_eq!(waves, ["2026-Q1", "2026-Q1", "2026-Q2", "2026-Q2"]);
    assert_eq!(told[2]["answers"], 1, "a blank one is in no count");
    let from = desk.json(&["surveys", "--from", "2026-04-01"]);
    assert_eq!(from.as_array().unwrap().len(), 2);
    assert_eq!(desk.json(&["surveys", "--to", "2026-03-30"]), json!([]));
}

#[test]
fn answers_are_entered_one_by_one() {
    let desk = Desk::small();
    let key = desk.json(&["customers"])[0]["key"].as_str().unwrap().to_owned();
    let enter = |more: &[&str]| desk.run(&[&["answer", "--survey", "Autumn"], more].concat());
    enter(&["--score", "9", "--customer", &key, "--on", "2026-05-01"]).expect_code(0);
    enter(&["--score", "2", "--customer", &key, "--on", "2026-05-02", "--comment", "Slow"])
        .expect_code(0);
    enter(&["--score", "10", "--on", "2026-05-03"]).expect_code(0);
    let told = desk.json(&["surveys"]);
    assert_eq!(
        json!([told[0]["view"], told[0]["answers"], told[0]["wave"]]),
        json!(["all", 3, "2026-Q2"])
    );
    assert_eq!(json!([told[1]["view"], told[1]["answers"]]), json!(["latest", 2]));
    assert_eq!(told[1]["score"], 0.0);
    desk.run(&["check"]).expect_code(0);
}

#[test]
fn what_is_no_answer_is_refused_and_nothing_is_written() {
    let desk = Desk::small();
    for more in [
        &["--score", "11"][..],
        &["--score", "-1"],
        &["--score", "9.5"],
        &["--score", "9", "--customer", "nobody-at-all"],
        &["--score", "9", "--on", "31-31-2026"],
        &[],
    ] {
        desk.run(&[&["answer", "--survey", "NPS"], more].concat()).expect_code(2);
    }
    desk.run(&["answer", "--score", "9"]).expect_code(2);
    assert_eq!(desk.json(&["surveys"]), json!([]));
}

#[test]
fn items_give_the_loyalty_index() {
    let desk = Desk::with_workspace();
    let mut csv = "survey,date,quality,service,experience\n".to_owned();
    for _ in 0..10 {
        csv.push_str("Index,2026-02-10,9,8,8\nIndex,2026-02-10,9,,\n");
    }
    let file = desk.file("index.csv", csv);
    desk.run(&["import", text(&file), "--as", "answers"]).expect_code(0);
    let told = desk.json(&["surveys"]);
    assert_eq!(json!([told[0]["kind"], told[0]["answers"]]), json!(["cli", 20]));
    // (83.33 + 90) / 2
    assert!((number(&told[0]["score"]) - 86.667).abs() < 0.001, "{}", told[0]);
    assert_eq!(told[0]["items"], json!({"experience": 8.0, "quality": 9.0, "service": 8.0}));
}

#[test]
fn the_sample_has_a_response_rate_where_people_were_invited() {
    let desk = Desk::new();
    desk.run(&["sample"]).expect_code(0);
    let told = desk.json(&["surveys"]);
    let nps = |one: &&Value| one["kind"] == "nps" && one["view"] == "all";
    let last = told.as_array().unwrap().iter().rfind(nps).unwrap();
    assert_eq!(last["wave"], "2026-Q4");
    let rate = number(&last["response_rate"]);
    assert!(rate > 0.1 && rate < 0.5, "{last}");
    let team = desk.json(&["surveys", "--segment", "plan = \"Team\""]);
    let of_team = team.as_array().unwrap().iter().rfind(nps).unwrap();
    assert!(of_team["answers"].as_i64().unwrap() < last["answers"].as_i64().unwrap());
}
