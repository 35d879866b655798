//! Importing files: counts, what happens to them a second time, mapping by hand, taking back.

use crate::program::{Desk, fixture, text};
use serde_json::{Value, json};

fn import(desk: &Desk, path: &str, more: &[&str]) -> Value {
    let file = fixture(path);
    desk.json(&[&["import", text(&file)], more].concat())[0].clone()
}

fn counts(import: &Value) -> Value {
    let of = |name: &str| import[name].clone();
    json!([of("rows"), of("new"), of("changed"), of("unchanged"), of("skipped")])
}

#[test]
fn an_import_is_told_in_the_fields_of_the_contract() {
    let desk = Desk::with_workspace();
    let done = import(&desk, "small/plan-changes.csv", &[]);
    for name in [
        "import",
        "file",
        "kind",
        "exporter",
        "at",
        "rows",
        "new",
        "changed",
        "unchanged",
        "skipped",
        "undone",
        "mapping",
        "problems",
    ] {
        assert!(done.get(name).is_some(), "no {name}: {done}");
    }
    assert_eq!(done["file"], "plan-changes.csv");
    assert_eq!(done["kind"], "plan-changes");
    assert_eq!(done["mapping"]["customer"], "customer");
    assert_eq!(counts(&done), json!([14, 14, 0, 0, 0]));
    let listed = desk.json(&["imports"])[0].clone();
    for (name, value) in listed.as_object().unwrap() {
        assert_eq!(value, &done[name], "{name}");
    }
    let at = done["at"].as_str().unwrap();
    assert!(at.len() == 20 && at.ends_with('Z'), "{at}");
}

#[test]
fn the_same_file_again_adds_nothing() {
    let files = [
        ("stripe/subscriptions_all.csv", "subscriptions", "stripe"),
        ("stripe/subscriptions_default.csv", "subscriptions", "stripe"),
        ("stripe/customers_all.csv", "customers", "stripe"),
        ("stripe/customers_default.csv", "customers", "stripe"),
        ("small/plan-changes.csv", "plan-changes", ""),
    ];
    for (file, kind, exporter) in files {
        let desk = Desk::with_workspace();
        let run = desk.run(&["import", text(&fixture(file)), "--json"]);
        let first = run.json()[0].clone();
        assert_eq!((&first["kind"], &first["exporter"]), (&json!(kind), &json!(exporter)));
        assert!(first["new"].as_i64().unwrap() > 5, "{file} {}", counts(&first));
        let figures = desk.json(&["metrics", "--as-of", "2026-06-15"]);
        let again = desk.run(&["import", text(&fixture(file)), "--json"]).json()[0].clone();
        let taken = first["rows"].as_i64().unwrap() - first["skipped"].as_i64().unwrap();
        let expected = json!([first["rows"], 0, 0, taken, first["skipped"]]);
        assert_eq!(counts(&again), expected, "{file}");
        assert_eq!(desk.json(&["metrics", "--as-of", "2026-06-15"]), figures, "{file}");
    }
}

#[test]
fn several_files_are_several_imports() {
    let desk = Desk::with_workspace();
    let files = [fixture("small/plan-changes.csv"), fixture("small/customers.csv")];
    let done = desk.json(&["import", text(&files[0]), text(&files[1])]);
    assert_eq!(done.as_array().unwrap().len(), 2);
    assert_ne!(done[0]["import"], done[1]["import"]);
    assert_eq!(desk.json(&["imports"]).as_array().unwrap().len(), 2);
}

#[test]
fn a_dry_run_counts_the_same_and_changes_nothing() {
    let desk = Desk::with_workspace();
    let dry = import(&desk, "stripe/subscriptions_all.csv", &["--dry-run"]);
    assert_eq!(dry["import"], Value::Null);
    assert_eq!(desk.json(&["imports"]), json!([]));
    assert_eq!(desk.json(&["customers"]), json!([]));
    let real = import(&desk, "stripe/subscriptions_all.csv", &[]);
    assert_eq!(counts(&dry), counts(&real));
}

#[test]
fn what_is_said_about_columns_beats_every_guess() {
    let desk = Desk::with_workspace();
    let path = desk.file(
        "odd.csv",
        "who,when,plan,price,list price\nann,2026-01-05,Gold,12.50,99.00\nben,2026-01-06,Gold,20,99\n",
    );
    let arguments = [
        "import",
        text(&path),
        "--as",
        "plan-changes",
        "--map",
        "customer=who",
        "--map",
        "date=when",
        "--map",
        "mrr=price",
        "--set",
        "currency=EUR",
        "--set",
        "status=active",
    ];
    let done = desk.json(&arguments)[0].clone();
    assert_eq!(counts(&done), json!([2, 2, 0, 0, 0]), "{done}");
    assert_eq!(done["mapping"]["mrr"], "price");
    assert_eq!(done["mapping"]["plan"], "plan", "not named, so guessed");
    let customers = desk.json(&["customers", "--as-of", "2026-02-01"]);
    assert_eq!((&customers[0]["key"], &customers[0]["mrr"]), (&json!("ann"), &json!(1250)));
    assert_eq!(customers[0]["plan"], "Gold");

    let desk = Desk::with_workspace();
    let path = desk.file("odd.csv", std::fs::read(&path).unwrap());
    let arguments = arguments
        .map(|argument| if argument.ends_with("odd.csv") { text(&path) } else { argument });
    let done = desk.json(&[&arguments[..], &["--map-only"]].concat())[0].clone();
    assert_eq!(done["mapping"].get("plan"), None, "not named, so not read");
}

#[test]
fn how_a_file_is_written_can_be_said_where_it_is_not_found_out() {
    let desk = Desk::with_workspace();
    // No header, a delimiter nobody uses, and letters of a code that looks like another one.
    let rows = b"c1~2026-01-05~12,50~\xC5sa \xD6berg\nc2~2026-01-06~20,00~Bj\xF6rn\n";
    let path = desk.file("odd.txt", rows);
    let maps = ["customer=1", "start=2", "amount=3", "name=4"];
    let maps = maps.iter().flat_map(|map| ["--map", map]);
    let arguments = ["import", text(&path), "--as", "subscriptions", "--headerless"];
    let dress = ["--delimiter", "~", "--encoding", "windows-1252"];
    let all: Vec<&str> = arguments.into_iter().chain(dress).chain(maps).collect();
    let done = desk.json(&all)[0].clone();
    assert_eq!(counts(&done), json!([2, 2, 0, 0, 0]), "{done}");
    let customers = desk.json(&["customers", "--as-of", "2026-02-01"]);
    let told: Vec<(&str, i64)> = customers
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["name"].as_str().unwrap(), one["mrr"].as_i64().unwrap()))
        .collect();
    assert!(told.contains(&("Åsa Öberg", 1250)) && told.contains(&("Björn", 2000)), "{told:?}");
    for wrong in [["--encoding", "klingon"], ["--delimiter", "ab"]] {
        let run = desk.run(&[&["import", text(&path)][..], &wrong].concat()).expect_code(2);
        assert!(run.words.contains(wrong[1]), "{}", run.words);
    }
}

#[test]
fn rows_left_out_can_be_corrected_and_brought_back() {
    let desk = Desk::with_workspace();
    let good = "a,2026-01-01,active,Pro,10.00,EUR\n";
    let bad = "b,31/31/2026,active,Pro,10.00,EUR\n";
    let head = "customer,date,status,plan,mrr,currency\n";
    let path = desk.file("mixed.csv", format!("{head}{good}{bad}"));
    desk.run(&["import", text(&path), "--rejects", "left.csv"]).expect_code(1);
    let left = std::fs::read_to_string(desk.path("left.csv")).unwrap().replace("\r\n", "\n");
    assert_eq!(left, format!("{head}{bad}"));
    desk.file("corrected.csv", left.replace("31/31/2026", "2026-01-31"));
    let done = desk.json(&["import", "corrected.csv"]);
    assert_eq!(counts(&done[0]), json!([1, 1, 0, 0, 0]));
    // Nothing that is there already is written over, and one file is of one kind.
    desk.run(&["import", text(&path), "--rejects", "mixed.csv"]).expect_code(4);
    desk.run(&["import", text(&path), "corrected.csv", "--rejects", "x.csv"]).expect_code(2);
    let nowhere = desk.run(&["import", text(&path), "--rejects", "nowhere/x.csv"]).expect_code(2);
    assert!(nowhere.words.contains("There is no folder “nowhere”"), "{}", nowhere.words);
    assert!(!desk.files().contains(&"x.csv".to_owned()));
}

#[test]
fn a_list_without_anyone_who_left_says_so() {
    let desk = Desk::with_workspace();
    let done = import(&desk, "stripe/subscriptions_default.csv", &["--dry-run"]);
    let notices: Vec<&str> =
        done["notices"].as_array().unwrap().iter().map(|n| n["code"].as_str().unwrap()).collect();
    assert!(notices.contains(&"no_ended_column"), "{notices:?}");
    let said = |language: &str| {
        let file = fixture("stripe/subscriptions_default.csv");
        let run = desk.run(&["import", text(&file), "--dry-run", "--lang", language]);
        assert!(run.words.contains("subscriptions_default.csv: "), "{}", run.words);
        run.words
    };
    assert_ne!(said("en"), said("nl"));
    assert_ne!(said("en"), said("sv"));
}

#[test]
fn undoing_brings_back_the_figures_from_before() {
    let desk = Desk::small();
    let of = |desk: &Desk| {
        let metrics = desk.json(&["metrics", "--as-of", "2026-06-15"]);
        (metrics, desk.json(&["customers", "--as-of", "2026-06-15"]))
    };
    let before = of(&desk);
    let done = desk.run(&["import", text(&fixture("stripe/subscriptions_all.csv")), "--json"]);
    let number = done.json()[0]["import"].to_string();
    assert_ne!(of(&desk), before);
    let undone = desk.run(&["undo", &number, "--lang", "sv"]).expect_code(0);
    assert!(undone.words.contains("subscriptions_all.csv"), "{}", undone.words);
    assert_eq!(of(&desk), before);
    let imports = desk.json(&["imports"]);
    let marks: Vec<&Value> = imports.as_array().unwrap().iter().map(|i| &i["undone"]).collect();
    assert_eq!(marks, [&json!(false), &json!(false), &json!(true)]);
    // Once is enough, and only what is listed can be taken back.
    for import in [number.as_str(), "999"] {
        let run = desk.run(&["undo", import]).expect_code(2);
        assert!(run.words.contains(import), "{}", run.words);
    }
    assert_eq!(of(&desk), before);
}

#[test]
fn the_profiles_can_be_undone_under_what_came_later() {
    let desk = Desk::with_workspace();
    desk.import("small/customers.csv").expect_code(0);
    desk.import("small/plan-changes.csv").expect_code(0);
    let first = desk.json(&["imports"])[0]["import"].to_string();
    desk.run(&["undo", &first]).expect_code(0);
    let customers = desk.json(&["customers", "--as-of", "2026-06-15"]);
    assert_eq!(customers.as_array().unwrap().len(), 6, "who has a subscription stays");
}

#[test]
fn what_files_say_cannot_steer_the_terminal() {
    let desk = Desk::small();
    let hostile = "id,name\nada,\"\u{1b}]0;owned\u{7}\u{1b}[2JAda\u{9b}1m\u{202e}\"\n";
    let path = desk.file("hostile.csv", hostile);
    desk.run(&["import", text(&path)]);
    let shown = desk.run(&["customers", "--as-of", "2026-06-15"]).expect_code(0).data;
    assert!(shown.contains("Ada"), "{shown}");
    let steering = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
    assert!(!shown.contains(steering), "{shown:?}");
}

#[test]
fn the_rows_of_an_import_are_lists_of_as_many_as_it_counts() {
    let desk = Desk::with_workspace();
    let file =
        desk.file("t.csv", "id,customer,amount,start\ns1,c1,9,2025-01-01\ns2,c2,x,2025-01-01\n");
    desk.run(&["import", text(&file)]).expect_code(1);
    let done = desk.run(&["import", text(&file), "--json"]).json()[0].clone();
    assert_eq!(counts(&done), json!([2, 0, 0, 1, 1]));
    let number = done["import"].to_string();
    let rows = |part: &str| desk.json(&["imports", &number, "--part", part]);
    assert_eq!(rows("new"), json!([]));
    assert_eq!(rows("unchanged").as_array().unwrap().len(), 1);
    assert_eq!(rows("unchanged")[0]["who"], "c1");
    let skipped = rows("skipped");
    assert_eq!((&skipped[0]["line"], &skipped[0]["value"]), (&json!("3"), &json!("x")));
    assert_eq!((&skipped[0]["column"], skipped.as_array().unwrap().len()), (&json!("amount"), 1));
    let words = desk.run(&["imports", &number, "--part", "skipped"]).expect_code(0);
    assert!(words.data.contains("is not an amount"), "{}", words.data);
    desk.run(&["imports", "99"]).expect_code(2);
    desk.run(&["imports", "--part", "new"]).expect_code(2);
}
