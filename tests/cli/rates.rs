//! Exchange rates over time, from files to figures and back.

use crate::program::{Desk, text};
use serde_json::{Value, json};

const AS_OF: &str = "2026-03-15";

/// Ann pays 100 dollars a month and bob 50 euros, both since 1 January.
fn desk() -> Desk {
    let desk = Desk::with_workspace();
    let list = "id,customer,plan,currency,amount,interval,status,start,ended\n\
                s1,ann,Pro,USD,100.00,month,active,2026-01-01,\n\
                s2,bob,Pro,EUR,50.00,month,active,2026-01-01,\n";
    let file = desk.file("subscriptions.csv", list);
    desk.run(&["import", text(&file)]).expect_code(0);
    desk
}

fn import(desk: &Desk, csv: &str, more: &[&str]) -> Value {
    let file = desk.file("rates.csv", csv);
    desk.json(&[&["import", text(&file)], more].concat())[0].clone()
}

fn column(desk: &Desk, name: &str) -> Value {
    let periods = desk.json(&["metrics", "--as-of", AS_OF]);
    periods.as_array().unwrap().iter().map(|period| period[name].clone()).collect()
}

const LONG: &str = "currency,date,rate\nUSD,2026-01-01,0.90\nUSD,2026-02-10,0.95\n";

#[test]
fn a_dollar_that_becomes_dearer_is_exchange_effect_and_no_expansion() {
    let desk = desk();
    assert_eq!(column(&desk, "mrr_end"), json!([5000, 5000, 5000]), "no rate yet: left out");
    let done = import(&desk, LONG, &["--as", "rates"]);
    assert_eq!(done["kind"], "rates");
    assert_eq!(column(&desk, "mrr_end"), json!([14000, 14500, 14500]));
    assert_eq!(column(&desk, "mrr_start"), json!([0, 14000, 14500]));
    assert_eq!(column(&desk, "fx"), json!([0, 500, 0]));
    assert_eq!(column(&desk, "expansion"), json!([0, 0, 0]));
    assert_eq!(column(&desk, "nrr"), json!([null, 1.0, 1.0]));

    let told = desk.json(&["explain", "fx", "2026-02", "--as-of", AS_OF]);
    assert_eq!((&told["value"], &told["inputs"]), (&json!(500), &json!({"fx": 500})));
    assert_eq!(told["customers"], json!([{"key": "ann", "role": "fx", "amount": 500}]));
    let mrr = desk.json(&["explain", "mrr", "2026-02", "--as-of", AS_OF]);
    assert_eq!(mrr["inputs"]["fx"], 500);
    assert_eq!(mrr["inputs"]["mrr_end"], 14_500);

    let roll = desk.json(&["customers", "--as-of", AS_OF]);
    assert_eq!(roll[0]["mrr"], 9_500, "at the rate of that day");
}

#[test]
fn the_same_file_adds_nothing_a_later_one_corrects_and_each_is_taken_back_exactly() {
    let desk = desk();
    let counts = |done: &Value| {
        ["rows", "new", "changed", "unchanged", "skipped"].map(|name| done[name].clone())
    };
    let first = import(&desk, LONG, &[]);
    assert_eq!(first["kind"], "rates", "known by its columns");
    assert_eq!(counts(&first), [2, 2, 0, 0, 0]);
    assert_eq!(counts(&import(&desk, LONG, &[])), [2, 0, 0, 2, 0]);
    let later = import(&desk, "Valuta;Datum;Koers\nUSD;10-2-2026;1,00\n", &["--as", "rates"]);
    assert_eq!(counts(&later), [1, 0, 1, 0, 0]);
    assert_eq!(column(&desk, "fx"), json!([0, 1000, 0]));
    let undo = |done: &Value| desk.run(&["undo", &done["import"].to_string()]).expect_code(0);
    undo(&later);
    assert_eq!(column(&desk, "fx"), json!([0, 500, 0]));
    undo(&first);
    assert_eq!(column(&desk, "mrr_end"), json!([5000, 5000, 5000]));
}

#[test]
fn a_table_of_a_central_bank_is_turned_round_unless_somebody_says_otherwise() {
    let table = "Date,USD,JPY,\n2026-02-10,1.25,160,\n2026-01-01,1.20,N/A,\n";
    let bank = desk();
    let done = import(&bank, table, &[]);
    assert_eq!((&done["kind"], &done["new"]), (&json!("rates"), &json!(2)));
    // 100 dollars at 1 / 1.20 are 83.33 euros, at 1 / 1.25 they are 80.
    assert_eq!(column(&bank, "mrr_end"), json!([13_333, 13_000, 13_000]));
    assert_eq!(column(&bank, "fx"), json!([0, -333, 0]));

    let plain = desk();
    import(&plain, table, &["--set", "direction=worth"]);
    assert_eq!(column(&plain, "mrr_end"), json!([17_000, 17_500, 17_500]));
    let file = plain.file("again.csv", table);
    plain.run(&["import", text(&file), "--set", "direction=sideways"]).expect_code(2);
}

#[test]
fn what_is_no_rate_is_said_with_its_line() {
    let desk = desk();
    let file = desk.file(
        "rates.csv",
        "currency,date,rate\nUSD,2026-01-01,0.90\nUSD,2026-01-02,0\nXXQ,2026-01-02,1\n\
         USD,31/31/2026,1\nEUR,2026-01-02,1\n",
    );
    let run = desk.run(&["import", text(&file), "--as", "rates", "--json"]);
    let done: Value = serde_json::from_str(&run.data).unwrap();
    let problems = done[0]["problems"].as_array().unwrap();
    let found = problems.iter().map(|one| (one["line"].clone(), one["code"].clone()));
    let expected = [(3, "bad_rate"), (4, "bad_currency"), (5, "bad_date"), (6, "own_currency")];
    let expected = expected.map(|(line, code)| (json!(line), json!(code)));
    assert_eq!(found.collect::<Vec<_>>(), expected);
    assert_eq!(done[0]["new"], 1);
}
