//! Figures of the small business in `fixtures/small`, every number worked out by hand:
//!
//! ```text
//!        Jan  Feb       Mar             Apr             May                      June (to the 15th)
//! ada     50   50        50              30 (plan B)     30                       30
//! bo      10  left 20th
//! cem                    in 3rd, out 20th               15 again                  15
//! dora   100  100       250 (plan B)    250            250                       250
//! eva          40        40              40              0, paused from the 10th   0
//! finn         20        20             left 1st
//! MRR    160  210       360             320            295                       295
//! there    3    4         4               3              4                         4
//! ```

use crate::program::Desk;
use serde_json::{Value, json};

const AS_OF: &str = "2026-06-15";

fn metrics(desk: &Desk, more: &[&str]) -> Vec<Value> {
    let periods = desk.json(&[&["metrics", "--as-of", AS_OF], more].concat());
    periods.as_array().unwrap().clone()
}

/// One value of every period.
fn column(periods: &[Value], name: &str) -> Vec<Value> {
    periods
        .iter()
        .map(|period| {
            let known = period.as_object().unwrap();
            assert!(known.contains_key(name), "no field {name}: {period}");
            rounded(&known[name])
        })
        .collect()
}

/// Rates to six decimals: what is compared is the figure, not how a float prints.
fn rounded(value: &Value) -> Value {
    match value.as_f64() {
        Some(number) if value.is_f64() => json!((number * 1e6).round() / 1e6),
        _ => value.clone(),
    }
}

#[test]
fn the_figures_of_every_month_are_those_worked_out_by_hand() {
    let desk = Desk::small();
    let periods = metrics(&desk, &[]);
    let expect = |name: &str, values: Value| {
        assert_eq!(json!(column(&periods, name)), values, "{name}");
    };
    expect("period", json!(["2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06"]));
    expect("finished", json!([true, true, true, true, true, false]));
    expect("currency", json!(["EUR", "EUR", "EUR", "EUR", "EUR", "EUR"]));
    expect("mrr_start", json!([0, 16000, 21000, 36000, 32000, 29500]));
    expect("new", json!([16000, 6000, 0, 0, 0, 0]));
    expect("expansion", json!([0, 0, 15000, 0, 0, 0]));
    expect("reactivation", json!([0, 0, 0, 0, 1500, 0]));
    expect("contraction", json!([0, 0, 0, 2000, 4000, 0]));
    expect("churn", json!([0, 1000, 0, 2000, 0, 0]));
    expect("entered", json!([0, 0, 0, 0, 0, 0]));
    expect("left", json!([0, 0, 0, 0, 0, 0]));
    expect("fx", json!([0, 0, 0, 0, 0, 0]));
    expect("mrr_end", json!([16000, 21000, 36000, 32000, 29500, 29500]));
    expect("customers_start", json!([0, 3, 4, 4, 3, 4]));
    expect("customers_new", json!([3, 2, 0, 0, 0, 0]));
    expect("customers_reactivated", json!([0, 0, 0, 0, 1, 0]));
    expect("customers_churned", json!([0, 1, 0, 1, 0, 0]));
    expect("customers_entered", json!([0, 0, 0, 0, 0, 0]));
    expect("customers_left", json!([0, 0, 0, 0, 0, 0]));
    expect("customers_end", json!([3, 4, 4, 3, 4, 4]));
    expect("joined_and_left", json!([0, 0, 1, 0, 0, 0]));
    expect("retention_rate", json!([null, 0.666667, 1.0, 0.75, 1.0, 1.0]));
    expect("churn_rate", json!([null, 0.333333, 0.0, 0.25, 0.0, 0.0]));
    expect("gross_mrr_churn", json!([null, 0.0625, 0.0, 0.111111, 0.125, 0.0]));
    expect("net_mrr_churn", json!([null, 0.0625, -0.714286, 0.111111, 0.078125, 0.0]));
    expect("nrr", json!([null, 0.9375, 1.714286, 0.888889, 0.875, 1.0]));
    expect("grr", json!([null, 0.9375, 1.0, 0.888889, 0.875, 1.0]));
    expect("nrr_12", json!([null, null, null, null, null, null]));
    expect("grr_12", json!([null, null, null, null, null, null]));
    expect("arpa", json!([5333, 5250, 9000, 10667, 7375, 7375]));
    expect("asp", json!([5333, 3000, null, null, null, null]));
    expect("quick_ratio", json!([null, 6.0, null, 0.0, 0.375, null]));
    expect("arr", json!([192_000, 252_000, 432_000, 384_000, 354_000, 354_000]));
    expect("committed_mrr", json!([16000, 21000, 36000, 32000, 29500, 29500]));
}

#[test]
fn a_quarter_compares_its_own_start_and_end() {
    let desk = Desk::small();
    let quarters = metrics(&desk, &["--by", "quarter"]);
    let expect = |name: &str, values: Value| {
        assert_eq!(json!(column(&quarters, name)), values, "{name}");
    };
    expect("period", json!(["2026-Q1", "2026-Q2"]));
    // Who came and went within the first quarter is in no movement of it: bo and cem.
    expect("new", json!([36000, 0]));
    expect("joined_and_left", json!([2, 0]));
    expect("expansion", json!([0, 0]));
    expect("reactivation", json!([0, 1500]));
    expect("contraction", json!([0, 6000]));
    expect("churn", json!([0, 2000]));
    expect("mrr_end", json!([36000, 29500]));
    expect("retention_rate", json!([null, 0.75]));
}

#[test]
fn from_and_to_are_inclusive() {
    let desk = Desk::small();
    let periods = metrics(&desk, &["--from", "2026-02", "--to", "2026-04"]);
    assert_eq!(json!(column(&periods, "period")), json!(["2026-02", "2026-03", "2026-04"]));
    let later = metrics(&desk, &["--from", "2026-06", "--to", "2027-01"]);
    assert_eq!(json!(column(&later, "period")), json!(["2026-06"]));
    let before = desk.json(&["metrics", "--as-of", "2026-02-10"]);
    assert_eq!(before.as_array().unwrap().len(), 2);
    // A month stands for the whole quarter it lies in.
    let quarters = metrics(&desk, &["--by", "quarter", "--from", "2026-02"]);
    assert_eq!(json!(column(&quarters, "period")), json!(["2026-Q1", "2026-Q2"]));
}

#[test]
fn moving_to_another_plan_is_not_leaving() {
    let desk = Desk::small();
    let of = |plan: &str| {
        let segment = format!("plan = \"{plan}\"");
        metrics(&desk, &["--segment", &segment, "--from", "2026-04", "--to", "2026-04"]).remove(0)
    };
    let a = of("A");
    for (name, value) in [
        ("mrr_start", json!(9000)),
        ("contraction", json!(2000)),
        ("left", json!(3000)),
        ("mrr_end", json!(4000)),
        ("customers_start", json!(2)),
        ("customers_left", json!(1)),
        ("customers_end", json!(1)),
        ("retention_rate", json!(1.0)),
        ("churn_rate", json!(0.0)),
    ] {
        assert_eq!(a[name], value, "A {name}");
    }
    let b = of("B");
    for (name, value) in [
        ("mrr_start", json!(27000)),
        ("churn", json!(2000)),
        ("entered", json!(3000)),
        ("mrr_end", json!(28000)),
        ("customers_start", json!(2)),
        ("customers_churned", json!(1)),
        ("customers_entered", json!(1)),
        ("customers_end", json!(2)),
        ("retention_rate", json!(0.5)),
    ] {
        assert_eq!(b[name], value, "B {name}");
    }
}

#[test]
fn movements_reconcile_in_every_segment() {
    let desk = Desk::small();
    for segment in [
        "plan = \"A\"",
        "not plan = \"A\"",
        "country in (\"NL\",\"BE\")",
        "country is empty",
        "mrr >= 4000",
    ] {
        for by in ["week", "month", "quarter", "year"] {
            for p in metrics(&desk, &["--segment", segment, "--by", by]) {
                let of = |name: &str| p[name].as_i64().unwrap();
                let mrr = of("mrr_start") + of("new") + of("expansion") + of("reactivation")
                    - of("contraction")
                    - of("churn")
                    + of("entered")
                    - of("left")
                    + of("fx");
                assert_eq!(of("mrr_end"), mrr, "{segment} {p}");
                let heads =
                    of("customers_start") + of("customers_new") + of("customers_reactivated")
                        - of("customers_churned")
                        + of("customers_entered")
                        - of("customers_left");
                assert_eq!(of("customers_end"), heads, "{segment} {p}");
            }
        }
    }
}

#[test]
fn the_cohorts_are_those_counted_by_hand() {
    let desk = Desk::small();
    let cohorts = desk.json(&["cohorts", "--as-of", AS_OF]);
    assert_eq!(cohorts["by"], "month");
    assert_eq!(cohorts["measure"], "customers");
    let rows: Vec<Value> = cohorts["cohorts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            let values: Vec<_> =
                row["cells"].as_array().unwrap().iter().map(|cell| cell["value"].clone()).collect();
            json!([row["cohort"], row["size"], row["base"], row["mrr"], values])
        })
        .collect();
    assert_eq!(
        json!(rows),
        json!([
            ["2026-01", 3, 3, 16000, [3, 2, 2, 2, 2, 2]],
            ["2026-02", 2, 2, 6000, [2, 2, 1, 1, 1]],
            ["2026-03", 1, 1, 0, [0, 0, 1, 1]],
        ])
    );
    let first = &cohorts["cohorts"][0]["cells"];
    assert_eq!(rounded(&first[1]["rate"]), json!(0.666667));
    assert_eq!((&first[4]["finished"], &first[5]["finished"]), (&json!(true), &json!(false)));
    let mean: Vec<Value> = cohorts["mean"]
        .as_array()
        .unwrap()
        .iter()
        .map(|cell| json!([cell["k"], rounded(&cell["rate"]), cell["size"]]))
        .collect();
    let expected = json!([
        [0, 0.833333, 6],
        [1, 0.666667, 6],
        [2, 0.666667, 6],
        [3, 0.6, 5],
        [4, 0.666667, 3]
    ]);
    assert_eq!(json!(mean[..5]), expected);
    assert!(mean.len() == 5 || mean[5][1].is_null(), "nothing finished is in no mean: {mean:?}");
}

#[test]
fn revenue_cohorts_are_taken_of_the_end_of_their_first_month() {
    let desk = Desk::small();
    let values = |measure: &str| {
        let cohorts = desk.json(&["cohorts", "--as-of", AS_OF, "--measure", measure]);
        let first = cohorts["cohorts"][0].clone();
        let cells = first["cells"].as_array().unwrap();
        (first["base"].clone(), cells.iter().map(|c| c["value"].clone()).collect::<Vec<_>>())
    };
    assert_eq!(
        values("net-mrr"),
        (
            json!(16000),
            json!([16000, 15000, 30000, 28000, 28000, 28000]).as_array().unwrap().clone()
        )
    );
    assert_eq!(
        values("gross-mrr"),
        (
            json!(16000),
            json!([16000, 15000, 15000, 13000, 13000, 13000]).as_array().unwrap().clone()
        )
    );
    assert_eq!(values("seats"), (json!(4), json!([4, 3, 6, 6, 6, 6]).as_array().unwrap().clone()));
}

#[test]
fn the_customers_are_as_they_stand_on_the_day() {
    let desk = Desk::small();
    let customers = desk.json(&["customers", "--as-of", AS_OF]);
    let find = |key: &str| {
        let found = customers.as_array().unwrap().iter().find(|c| c["key"] == key);
        found.unwrap_or_else(|| panic!("no {key}: {customers}")).clone()
    };
    assert_eq!(customers.as_array().unwrap().len(), 6);
    assert_eq!(
        find("ada"),
        json!({
            "key": "ada", "name": "Ada Vermeer", "email": "ada@example.com", "country": "NL",
            "plan": "B", "mrr": 3000, "status": "paying", "first_paid": "2026-01-10",
            "churned_on": null, "tenure_days": 156, "cohort": "2026-01",
            "attributes": { "industry": "Bakery" },
            "tier": null, "points": null, "referred_by": null, "referred": [],
        })
    );
    let bo = find("bo");
    assert_eq!(bo["status"], "left");
    assert_eq!(bo["churned_on"], "2026-02-20");
    assert_eq!(bo["tenure_days"], 20);
    assert_eq!((&bo["mrr"], &bo["plan"]), (&json!(0), &json!("A")));
    let eva = find("eva");
    assert_eq!((&eva["status"], &eva["mrr"]), (&json!("paused"), &json!(0)));
    let cem = find("cem");
    assert_eq!((&cem["first_paid"], &cem["churned_on"]), (&json!("2026-03-03"), &Value::Null));
    assert_eq!(find("finn")["country"], Value::Null);
    let dutch = desk.json(&["customers", "--as-of", AS_OF, "--segment", "country = \"NL\""]);
    assert_eq!(dutch.as_array().unwrap().len(), 2);
}

#[test]
fn tables_for_people_follow_their_language() {
    let desk = Desk::small();
    let of = |language: &str| {
        desk.run(&["metrics", "--as-of", AS_OF, "--lang", language]).expect_code(0).data
    };
    let english = of("en");
    assert!(
        english.contains("66.67%") || english.contains("66.7%") || english.contains("2 of 3"),
        "{english}"
    );
    assert_eq!(english.lines().count(), 7);
    assert!(of("nl").contains("Periode"), "{}", of("nl"));
    assert!(of("sv").lines().next() != english.lines().next());
    let text = desk.run(&["customers", "--as-of", AS_OF]).expect_code(0).data;
    assert!(text.contains("Çem \"Jim\" Aydın"), "{text}");
    desk.run(&["cohorts", "--as-of", AS_OF]).expect_code(0);
    desk.run(&["explain", "nrr", "2026-04", "--as-of", AS_OF]).expect_code(0);
}

#[test]
fn an_empty_workspace_has_no_figures_and_no_failure() {
    let desk = Desk::with_workspace();
    assert_eq!(desk.json(&["metrics"]), json!([]));
    assert_eq!(desk.json(&["customers"]), json!([]));
    assert_eq!(desk.json(&["cohorts"])["cohorts"], json!([]));
    for command in ["metrics", "customers", "cohorts", "imports"] {
        let run = desk.run(&[command]).expect_code(0);
        assert_eq!(run.data, "");
        assert!(!run.words.is_empty());
    }
}
