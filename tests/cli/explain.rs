//! Every figure explained: formula, numbers put in, and customers that add up to them.

use crate::program::Desk;
use serde_json::{Value, json};

const AS_OF: &str = "2026-06-15";

fn explain(desk: &Desk, metric: &str, period: &str) -> Value {
    desk.json(&["explain", metric, period, "--as-of", AS_OF])
}

fn keys(explained: &Value, role: &str) -> Vec<String> {
    let customers = explained["customers"].as_array().unwrap();
    let of_role = customers.iter().filter(|customer| customer["role"] == role);
    let mut keys: Vec<String> =
        of_role.map(|customer| customer["key"].as_str().unwrap().to_owned()).collect();
    keys.sort();
    keys
}

#[test]
fn retention_names_its_customers() {
    let desk = Desk::small();
    let explained = explain(&desk, "retention_rate", "2026-05");
    assert_eq!(explained["metric"], "retention_rate");
    assert_eq!(explained["period"], "2026-05");
    assert_eq!(explained["value"], json!(1.0));
    assert_eq!(explained["formula"], "(E - N) / B");
    assert_eq!(explained["inputs"], json!({ "B": 3, "N": 1, "E": 4 }));
    assert_eq!(keys(&explained, "kept"), ["ada", "dora", "eva"]);
    assert_eq!(keys(&explained, "gained"), ["cem"]);
    assert_eq!(keys(&explained, "lost"), Vec::<String>::new());
    let april = explain(&desk, "retention_rate", "2026-04");
    assert_eq!(keys(&april, "lost"), ["finn"]);
}

#[test]
fn rules_are_sentences_in_the_users_language() {
    let desk = Desk::small();
    let arguments = ["explain", "nrr", "2026-04", "--as-of", AS_OF, "--segment", "plan = \"A\""];
    let mut said = Vec::new();
    for language in ["en", "nl", "sv"] {
        let explained = desk.json(&[&arguments[..], &["--lang", language]].concat());
        let rules = explained["rules"].as_array().unwrap().clone();
        for rule in &rules {
            assert!(rule.as_str().unwrap().contains(' '), "no sentence: {rule}");
        }
        assert!(rules.iter().any(|rule| rule.as_str().unwrap().contains("plan = \"A\"")));
        said.push(rules);
    }
    said.dedup();
    assert_eq!(said.len(), 3);
}

const METRICS: [&str; 33] = [
    "mrr_start",
    "new",
    "expansion",
    "reactivation",
    "contraction",
    "churn",
    "entered",
    "left",
    "mrr_end",
    "customers_start",
    "customers_new",
    "customers_reactivated",
    "customers_churned",
    "customers_entered",
    "customers_left",
    "customers_end",
    "joined_and_left",
    "retention_rate",
    "churn_rate",
    "gross_mrr_churn",
    "net_mrr_churn",
    "nrr",
    "grr",
    "nrr_12",
    "grr_12",
    "retention_12",
    "arpa",
    "asp",
    "quick_ratio",
    "arr",
    "committed_mrr",
    "ltv",
    "trials_started",
];

/// The value is the one of `metrics`, and the customers in the roles of an input come to it.
fn adds_up(desk: &Desk, metric: &str, period: &str, more: &[&str]) {
    let explained = desk.json(&[&["explain", metric, period], more].concat());
    let by = if period.contains('Q') { "quarter" } else { "month" };
    let bounds = ["metrics", "--by", by, "--from", period, "--to", period];
    let figures = desk.json(&[&bounds, more].concat());
    assert_eq!(explained["value"], figures[0][metric], "{metric} {period} {more:?}");
    let customers = explained["customers"].as_array().unwrap();
    for (input, number) in explained["inputs"].as_object().unwrap() {
        let (how, roles) = explained["made_of"][input].as_object().unwrap().iter().next().unwrap();
        let own = customers.iter().filter(|c| roles.as_array().unwrap().contains(&c["role"]));
        let sum: i64 = match how.as_str() {
            "count" => i64::try_from(own.count()).unwrap(),
            _ => own.map(|customer| customer["amount"].as_i64().unwrap()).sum(),
        };
        assert_eq!(json!(sum), *number, "{metric} {period} {more:?}: {input} {how} {roles}");
    }
}

#[test]
fn counts_and_sums_of_every_metric_agree_with_its_customers() {
    let desk = Desk::small();
    for metric in METRICS {
        for period in ["2026-02", "2026-05", "2026-Q2"] {
            adds_up(&desk, metric, period, &["--as-of", AS_OF]);
        }
        adds_up(&desk, metric, "2026-04", &["--as-of", AS_OF, "--segment", "plan = \"B\""]);
    }
}

#[test]
fn every_metric_is_explained_in_words() {
    let desk = Desk::small();
    for metric in METRICS.into_iter().chain(["trial_conversion"]) {
        let arguments = ["explain", metric, "2026-05", "--as-of", AS_OF, "--lang", "sv"];
        let text = desk.run(&arguments).expect_code(0).data;
        for key in ["metric-", "role-", "rule-", "column-"] {
            assert!(!text.contains(key), "{key} without words: {text}");
        }
    }
}

#[test]
fn they_agree_in_the_sample_too() {
    let desk = Desk::new();
    desk.run(&["sample", "--customers", "120", "--months", "20"]).expect_code(0);
    for metric in METRICS.into_iter().chain(["trial_conversion"]) {
        adds_up(&desk, metric, "2026-07", &[]);
    }
}

#[test]
fn what_does_not_exist_is_wrong_usage() {
    let desk = Desk::small();
    for (language, word) in [("en", "one of mrr_start"), ("nl", "een van"), ("sv", "något av")] {
        let run = desk.run(&["explain", "happiness", "2026-05", "--lang", language]);
        assert_eq!(run.code, 2);
        assert!(run.words.contains(word) && run.words.contains("happiness"), "{}", run.words);
    }
    let run = desk.run(&["explain", "nrr", "2026-07", "--as-of", AS_OF]).expect_code(2);
    assert!(run.words.contains("has not begun"), "{}", run.words);
}
