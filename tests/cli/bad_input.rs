//! Files that cannot be taken, and workspaces that are none: each its own sentence in three
//! languages, and nothing is changed.

use crate::program::{Desk, text};
use serde_json::json;

const HEADER: &str = "customer,date,status,plan,mrr,currency\n";

/// Imports these bytes; the codes of what is wrong, after looking that nothing was changed.
fn refused(desk: &Desk, name: &str, content: &[u8], code: i32) -> Vec<String> {
    let before = (desk.json(&["imports"]), desk.json(&["customers"]));
    let path = desk.file(name, content);
    let mut sentences = Vec::new();
    for language in ["en", "nl", "sv"] {
        let run = desk.run(&["import", text(&path), "--lang", language]).expect_code(code);
        assert!(run.words.contains(name), "the file is not named: {}", run.words);
        assert!(!run.words.contains("error-"), "no words: {}", run.words);
        sentences.push(run.words);
    }
    sentences.dedup();
    assert_eq!(sentences.len(), 3, "not translated: {sentences:?}");
    let run = desk.run(&["import", text(&path), "--json"]).expect_code(code);
    assert_eq!((desk.json(&["imports"]), desk.json(&["customers"])), before);
    let problems = run.json()[0]["problems"].clone();
    problems.as_array().unwrap().iter().map(|p| p["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn what_is_no_csv_is_named_for_what_it_is() {
    let desk = Desk::small();
    let cases: [(&str, &[u8], &str); 7] = [
        ("picture.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0", "not_csv"),
        ("book.xlsx", b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0", "broken_archive"),
        ("book.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "workbook"),
        ("empty.csv", b"", "empty_file"),
        ("heads.csv", HEADER.as_bytes(), "headers_only"),
        ("other.csv", b"colour,weight\nred,12\nblue,13\n", "unknown_kind"),
        ("quote.csv", b"customer,date,status,mrr,currency\na,2026-01-01,active,\"1,EUR\nb,2026-01-01,active,2,EUR\n", "stray_quote"),
    ];
    for (name, content, code) in cases {
        assert_eq!(refused(&desk, name, content, 1), [code], "{name}");
    }
}

#[test]
fn columns_that_are_missing_are_named() {
    let desk = Desk::small();
    let path = desk.file("half.csv", "customer,status\na,active\n");
    let run = desk.run(&["import", text(&path), "--as", "plan-changes"]).expect_code(1);
    assert!(run.words.contains("half.csv"), "{}", run.words);
    let run = desk.run(&["import", text(&path), "--as", "plan-changes", "--json"]).expect_code(1);
    assert_eq!(run.json()[0]["problems"][0]["code"], "wrong_columns");
}

#[test]
fn rows_with_problems_are_listed_and_the_others_taken() {
    let desk = Desk::with_workspace();
    let csv = format!(
        "{HEADER}a,2026-01-01,active,Pro,10.00,EUR\nb,31/31/2026,active,Pro,10.00,EUR\n\
         c,2026-01-01,active,Pro,\"12,x\",EUR\nd,2026-01-01,active,Pro,10.00,XQX\n"
    );
    let path = desk.file("mixed.csv", csv);
    let run = desk.run(&["import", text(&path), "--json"]).expect_code(1);
    let import = run.json()[0].clone();
    assert_eq!(
        (&import["rows"], &import["new"], &import["skipped"]),
        (&json!(4), &json!(1), &json!(3))
    );
    let problems: Vec<_> = import["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| json!([p["line"], p["column"], p["value"], p["code"], p["severity"]]))
        .collect();
    assert_eq!(
        json!(problems),
        json!([
            [3, "date", "31/31/2026", "bad_date", "error"],
            [4, "mrr", "12,x", "bad_amount", "error"],
            [5, "currency", "XQX", "bad_currency", "error"],
        ])
    );
    for (language, line) in [("en", "line 3"), ("nl", "regel 3"), ("sv", "rad 3")] {
        let run = desk.run(&["import", text(&path), "--lang", language]).expect_code(1);
        assert!(run.words.contains(&format!("mixed.csv, {line}: ")), "{}", run.words);
    }
}

#[test]
fn wrong_mappings_are_wrong_usage() {
    let desk = Desk::small();
    let path = desk.file("log.csv", format!("{HEADER}a,2026-01-01,active,Pro,10,EUR\n"));
    let cases: [&[&str]; 4] = [
        &["--as", "nonsense"],
        &["--map", "colour=plan"],
        &["--map", "plan=Colour"],
        &["--set", "currency=XQX"],
    ];
    for arguments in cases {
        let run = desk.run(&[&["import", text(&path)], arguments].concat()).expect_code(2);
        assert!(!run.words.is_empty());
    }
    assert_eq!(desk.json(&["imports"]).as_array().unwrap().len(), 2);
}

#[test]
fn a_file_that_is_not_there_is_four_and_the_others_are_taken() {
    let desk = Desk::with_workspace();
    let good = desk.file("good.csv", format!("{HEADER}a,2026-01-01,active,Pro,10,EUR\n"));
    let run = desk.run(&["import", "nowhere.csv", text(&good)]).expect_code(4);
    assert!(run.words.contains("nowhere.csv"), "{}", run.words);
    assert_eq!(desk.json(&["imports"]).as_array().unwrap().len(), 1);
    desk.run(&["import", text(&desk.path(""))]).expect_code(4);
}

#[test]
fn what_is_no_workspace_is_three() {
    let desk = Desk::small();
    desk.file("list.holdfast", "id,name\n1,a\n");
    desk.file("empty.holdfast", "");
    desk.file("header.holdfast", [b"SQLite format 3\0".as_slice(), &[0; 4000]].concat());
    std::fs::create_dir(desk.path("folder.holdfast")).unwrap();
    let sound = std::fs::read(desk.path("workspace.holdfast")).unwrap();
    let mut newer = sound.clone();
    // The file's version stands at byte 60.
    newer[60..64].copy_from_slice(&99_u32.to_be_bytes());
    desk.file("newer.holdfast", newer);
    for name in ["list", "empty", "header", "folder", "newer", "missing"] {
        let file = format!("{name}.holdfast");
        let before = std::fs::read(desk.path(&file)).ok();
        for command in [&["metrics"][..], &["imports"], &["undo", "1"], &["check"]] {
            let run = desk.run(&[command, &["--workspace", &file]].concat()).expect_code(3);
            assert_eq!(run.data, "");
            assert!(!run.words.is_empty());
        }
        assert_eq!(std::fs::read(desk.path(&file)).ok(), before, "{name} was changed");
    }
    let newer = desk.run(&["metrics", "--workspace", "newer.holdfast", "--lang", "sv"]);
    assert!(newer.words.contains("99"), "{}", newer.words);
}

#[test]
fn check_says_what_is_wrong_with_a_workspace_that_opens() {
    let desk = Desk::small();
    let sound = desk.run(&["check", "--lang", "nl"]).expect_code(0);
    assert!(sound.words.contains("in orde"), "{}", sound.words);
    // A page of rows is overwritten, well behind the first one.
    let mut bytes = std::fs::read(desk.path("workspace.holdfast")).unwrap();
    let page = 8192;
    for at in (page * 3..bytes.len()).step_by(page) {
        bytes[at..at + 64].fill(0xA5);
    }
    let before = desk.file("hurt.holdfast", bytes);
    let bytes = std::fs::read(&before).unwrap();
    let mut said = Vec::new();
    for language in ["en", "nl", "sv"] {
        let run = desk.run(&["check", "--workspace", "hurt.holdfast", "--lang", language]);
        assert!([1, 3].contains(&run.code), "{run:?}");
        assert!(!run.words.is_empty());
        said.push(run.words);
    }
    said.dedup();
    assert_eq!(said.len(), 3, "{said:?}");
    assert_eq!(std::fs::read(&before).unwrap(), bytes, "nothing is deleted, nothing repaired");
}
