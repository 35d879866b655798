//! The sample business: the same for the same seed, and sound in every respect.

use crate::program::Desk;
use serde_json::{Value, json};

#[test]
fn the_same_seed_gives_the_same_figures() {
    let figures = |arguments: &[&str]| {
        let desk = Desk::new();
        desk.run(&[&["sample"], arguments].concat()).expect_code(0);
        desk.run(&["check"]).expect_code(0);
        desk.json(&["metrics"])
    };
    let one = figures(&["--customers", "60", "--months", "12"]);
    assert_eq!(one, figures(&["--customers", "60", "--months", "12"]));
    assert_ne!(one, figures(&["--customers", "60", "--months", "12", "--seed", "7"]));
    assert_eq!(one.as_array().unwrap().len(), 12);
}

#[test]
fn the_sample_is_seen_from_its_last_day() {
    let desk = Desk::new();
    desk.run(&["sample"]).expect_code(0);
    let metrics = desk.json(&["metrics"]);
    let last = metrics.as_array().unwrap().last().unwrap().clone();
    assert_eq!(last["period"], "2026-11");
    assert_eq!(last["finished"], json!(false));
    let paying = last["customers_end"].as_i64().unwrap();
    assert!((590..=690).contains(&paying), "{paying} customers");
    // What is given beats what the workspace fixes.
    let earlier = desk.json(&["metrics", "--as-of", "2026-03-31"]);
    assert_eq!(earlier.as_array().unwrap().last().unwrap()["period"], "2026-03");
}

#[test]
fn cohort_cells_of_a_month_add_up_to_its_customers() {
    let desk = Desk::new();
    desk.run(&["sample"]).expect_code(0);
    let metrics = desk.json(&["metrics"]);
    let cohorts = desk.json(&["cohorts"]);
    let rows = cohorts["cohorts"].as_array().unwrap();
    let month_of = |cohort: &Value, k: i64| {
        let (year, month) = cohort["cohort"].as_str().unwrap().split_once('-').unwrap();
        let at = year.parse::<i64>().unwrap() * 12 + month.parse::<i64>().unwrap() - 1 + k;
        format!("{:04}-{:02}", at / 12, at % 12 + 1)
    };
    for period in metrics.as_array().unwrap() {
        let mut sum = 0;
        for cohort in rows {
            for cell in cohort["cells"].as_array().unwrap() {
                if month_of(cohort, cell["k"].as_i64().unwrap()) == period["period"] {
                    sum += cell["value"].as_i64().unwrap();
                }
            }
        }
        assert_eq!(sum, period["customers_end"], "{}", period["period"]);
    }
}

#[test]
fn segments_by_country_add_up_to_the_whole() {
    let desk = Desk::new();
    desk.run(&["sample"]).expect_code(0);
    let whole = desk.json(&["metrics"]);
    let one = desk.json(&["metrics", "--segment", "country in (\"NL\", \"DE\")"]);
    let other = desk.json(&["metrics", "--segment", "not country in (\"NL\", \"DE\")"]);
    for (at, period) in whole.as_array().unwrap().iter().enumerate() {
        for name in ["mrr_end", "new", "churn", "expansion", "customers_end", "customers_churned"] {
            let sum = one[at][name].as_i64().unwrap() + other[at][name].as_i64().unwrap();
            assert_eq!(sum, period[name], "{name} {}", period["period"]);
        }
        assert_eq!(one[at]["entered"], 0, "countries do not change");
    }
}
