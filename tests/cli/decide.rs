//! Who is one customer, decided in the terminal and taken back there.

use crate::program::{Desk, text};
use serde_json::{Value, json};

const STRIPE: &str = "id,Description,Email,Name,Created (UTC),Delinquent,Plan,Status\n\
    42,,,Zoe,2025-01-01 09:00,false,,\n43,,,Bob,2025-01-01 09:00,false,,\n";
const OTHER: &str = "id,name\n42,Ann\nx7,Zoë\n";

fn desk() -> Desk {
    let desk = Desk::with_workspace();
    for (name, csv) in [("unified_customers.csv", STRIPE), ("people.csv", OTHER)] {
        desk.run(&["import", text(&desk.file(name, csv)), "--as", "customers"]).expect_code(0);
    }
    desk
}

fn names(customers: &Value) -> Vec<&str> {
    customers.as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect()
}

#[test]
fn customers_are_joined_split_and_kept_apart_by_key_and_each_is_taken_back() {
    let desk = desk();
    let before = desk.json(&["customers"]);
    assert_eq!(before.as_array().unwrap().len(), 4);
    // A key of two sources has to say which.
    let unclear = desk.run(&["join", "42", "x7"]).expect_code(2);
    assert!(unclear.words.contains("stripe:42"), "{}", unclear.words);
    let unknown = desk.run(&["join", "stripe:44", "x7"]).expect_code(2);
    assert!(unknown.words.contains("stripe:44"), "{}", unknown.words);
    desk.run(&["join", "x7"]).expect_code(2);
    assert_eq!(desk.json(&["customers"]), before);

    let joined = desk.json(&["join", "stripe:42", "x7"]);
    assert_eq!(names(&joined["customers"]), ["Zoe"]);
    let accounts = joined["customers"][0]["accounts"].clone();
    assert_eq!(json!([accounts[0]["source"], accounts[1]["source"]]), json!(["stripe", ""]));
    assert_eq!(desk.json(&["customers"]).as_array().unwrap().len(), 3);
    assert_eq!(desk.json(&["join", "stripe:42", "x7"])["change"], Value::Null);

    let split = desk.json(&["split", "x7"]);
    assert_eq!(names(&split["customers"]), ["Zoe", "Zoë"]);
    assert_eq!(desk.json(&["customers"]), before);
    desk.run(&["undo", &split["change"].to_string()]).expect_code(0);
    assert_eq!(desk.json(&["customers"]).as_array().unwrap().len(), 3);
    let done = desk.run(&["undo", &joined["change"].to_string()]).expect_code(0);
    assert!(done.words.contains(&joined["change"].to_string()), "{}", done.words);
    assert_eq!(desk.json(&["customers"]), before);

    let apart = desk.json(&["apart", "43", "x7"]);
    assert_eq!(names(&apart["customers"]), ["Bob", "Zoë"]);
    assert!(apart["change"].is_number());
    assert_eq!(desk.json(&["customers"]), before);
}

#[test]
fn an_address_that_leaves_open_who_is_one_is_asked_in_health_and_answered_by_join() {
    let desk = Desk::with_workspace();
    let stripe = STRIPE.replace("42,,,", "42,,info@shop.example,");
    let other = "id,name,email\nx7,Another,info@shop.example\n";
    for (name, csv) in [("unified_customers.csv", stripe.as_str()), ("people.csv", other)] {
        desk.run(&["import", text(&desk.file(name, csv)), "--as", "customers"]).expect_code(0);
    }
    let asked = desk.json(&["health"])["questions"].clone();
    assert_eq!(
        (asked.as_array().unwrap().len(), &asked[0]["mail"]),
        (1, &json!("info@shop.example"))
    );
    let words = desk.run(&["health"]).expect_code(0).words;
    assert!(words.contains("info@shop.example: Zoe (42), Another (x7)"), "{words}");
    assert!(words.contains("“join KEY KEY”"), "{words}");
    desk.run(&["join", "42", "x7"]).expect_code(0);
    assert_eq!(desk.json(&["health"])["questions"], json!([]));
}
