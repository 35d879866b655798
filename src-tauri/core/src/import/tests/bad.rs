//! What is wrong is named, with its line, in three languages; what stops a file changes nothing.

use super::*;
use crate::Error;

/// The trouble of a file, after making sure that the workspace stayed as it was.
fn trouble(csv: &[u8]) -> FileTrouble {
    let world = World::new();
    let before = world.rows("SELECT count(*), (SELECT count(*) FROM change) FROM source");
    let input = Input::bytes("t.csv", csv).unwrap();
    let error = world.import(&input).unwrap_err();
    let after = world.rows("SELECT count(*), (SELECT count(*) FROM change) FROM source");
    assert_eq!(before, after);
    match error {
        Error::File(trouble) => trouble,
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_file_that_cannot_be_read_is_named_in_three_languages() {
    let open_quote = format!(
        "id,customer id,amount,start date\n1,\"a,1,2025-01-01\n{}",
        "2,b,1,2025-01-01\n".repeat(9)
    );
    let long = format!("id,amount\n1,{}\n", "x".repeat(70_000));
    let cases: [(&[u8], &str, &[&str]); 9] = [
        (b"\x89PNG\r\n\x1a\n\0\0\0", "not_csv", &["t.csv"]),
        (b"\xD0\xCF\x11\xE0....", "workbook", &["t.csv", "CSV UTF-8"]),
        (b"", "empty_file", &["t.csv"]),
        (b"id,customer id,amount\n", "headers_only", &["t.csv"]),
        (b"colour,shape\nred,round\n", "unknown_kind", &["t.csv"]),
        (b"id,customer id,status,plan\n1,a,active,pro\n", "wrong_columns", &["t.csv"]),
        (open_quote.as_bytes(), "stray_quote", &["t.csv", "2"]),
        (long.as_bytes(), "field_too_long", &["t.csv", "2", "64"]),
        (b"\x00\x01\x02\x03\x04\x05", "not_csv", &["t.csv"]),
    ];
    for (csv, code, said) in cases {
        let trouble = trouble(csv);
        assert_eq!(trouble.code(), code);
        let messages = Language::ALL.map(|language| {
            let message = Error::from(trouble.clone()).message(&Voice::new(language, Region::Gb));
            for word in said {
                assert!(message.contains(word), "{message}");
            }
            message
        });
        assert!(messages[0] != messages[1] && messages[1] != messages[2], "{messages:?}");
    }
}

#[test]
fn wrong_columns_are_named() {
    let trouble = trouble(b"id,customer id,status,plan\n1,a,active,pro\n");
    let FileTrouble::WrongColumns { missing, kind, .. } = &trouble else { panic!("{trouble:?}") };
    assert_eq!(
        (missing.as_slice(), *kind),
        (&[Field::Amount, Field::Start][..], Kind::Subscriptions)
    );
    let dutch = trouble.message(&Voice::new(Language::Nl, Region::Nl));
    assert!(dutch.contains("abonnementen") && dutch.contains("Prijs, Startdatum"), "{dutch}");
}

#[test]
fn a_value_for_all_rows_that_makes_no_sense_is_refused_at_once() {
    let world = World::new();
    let set = |field: &str, value: &str| {
        let request =
            MappingRequest { set: vec![(field.into(), value.into())], ..Default::default() };
        let csv = text("customer id,amount,start date\na,1,2025-01-01\n");
        world.import_as(&csv, &request, &Options::default()).unwrap_err().code()
    };
    assert_eq!(set("currency", "XQX"), "bad_value");
    assert_eq!(set("interval_count", "0"), "bad_value");
    assert_eq!(set("shoe_size", "44"), "unknown_field");
}

/// One bad row among good ones: it is left out with this problem, the others are taken.
fn bad_row(row: &str) -> Problem {
    let header = "subscription id,customer id,plan,quantity,currency,interval,interval count,amount,status,start date,ended at,cancel at period end,discount";
    let good = "g,anna,pro,1,eur,month,1,29.00,active,2025-01-01,,,";
    let world = World::new();
    let summary = world.import(&text(&format!("{header}\n{good}\n{row}\n"))).unwrap();
    assert_eq!(counts(&summary), (2, 1, 0, 0, 1), "{row}");
    assert_eq!(summary.errors, 1);
    assert_eq!(world.rows("SELECT key FROM subscription"), ["g"]);
    summary.problems.into_iter().next().unwrap()
}

#[test]
fn bad_rows_are_left_out_with_line_column_value_and_words() {
    let cases = [
        ("1,,pro,1,eur,month,1,29,active,2025-01-01,,,", "no_customer", "customer id", ""),
        ("1,b,pro,1,eur,month,1,12.x,active,2025-01-01,,,", "bad_amount", "amount", "12.x"),
        ("1,b,pro,1,eur,month,1,,active,2025-01-01,,,", "no_amount", "amount", ""),
        ("1,b,pro,1,eur,month,1,29,active,31/31/2024,,,", "bad_date", "start date", "31/31/2024"),
        ("1,b,pro,1,eur,month,1,29,active,,,,", "no_start", "start date", ""),
        ("1,b,pro,1,eur,month,1,29,active,2025-01-01,soon,,", "bad_date", "ended at", "soon"),
        ("1,b,pro,1,xqx,month,1,29,active,2025-01-01,,,", "bad_currency", "currency", "xqx"),
        ("1,b,pro,1,eur,moon,1,29,active,2025-01-01,,,", "bad_interval", "interval", "moon"),
        ("1,b,pro,1,eur,month,0,29,active,2025-01-01,,,", "zero_interval", "interval count", "0"),
        ("1,b,pro,-1,eur,month,1,29,active,2025-01-01,,,", "bad_quantity", "quantity", "-1"),
        ("1,b,pro,1,eur,month,1,29,banana,2025-01-01,,,", "bad_status", "status", "banana"),
        (
            "1,b,pro,1,eur,month,1,29,active,2025-01-01,,maybe,",
            "bad_flag",
            "cancel at period end",
            "maybe",
        ),
        ("1,b,pro,1,eur,month,1,29,active,2025-01-01,,,140", "bad_discount", "discount", "140"),
        ("1,b,pro,1,eur,month,1,29,00,active,2025-01-01,,,", "too_many_cells", "", ""),
        ("1,b,pro,1,eur,month,1,29,active,2025-01-01,,,,oops", "too_many_cells", "", "oops"),
    ];
    for (row, code, column, value) in cases {
        let problem = bad_row(row);
        if code == "too_many_cells" && value.is_empty() {
            // The shifted cells are caught by what they are no more.
            assert_eq!((problem.line, problem.severity), (3, Severity::Error));
            continue;
        }
        assert_eq!((problem.line, problem.code.as_str()), (3, code), "{row}");
        assert_eq!((problem.column.as_str(), problem.value.as_str()), (column, value), "{row}");
        assert!(problem.message.contains(value), "{}", problem.message);
    }
}

#[test]
fn every_problem_is_said_in_three_languages() {
    for language in Language::ALL {
        let voice = Voice::new(language, Region::Gb);
        for code in Code::ALL {
            let key = format!("problem-{}", code.name().replace('_', "-"));
            let args = ["value", "column", "field", "other"].map(|name| (name, "x".into()));
            assert_ne!(voice.say(&key, &args), key);
            let cause = key.replace("problem-", "cause-");
            assert_ne!(voice.say(&cause, &[]), cause);
        }
        for field in Field::ALL {
            assert_ne!(voice.say(&field.label_key(), &[]), field.label_key());
        }
    }
}

#[test]
fn what_is_odd_is_taken_and_said() {
    let csv = "id,customer id,amount,status,start date,ended at\n\
               1,a,29,canceled,2025-05-01,2025-04-01\n2,b,29,canceled,2025-05-01,\n";
    let world = World::new();
    let summary = world.import(&text(csv)).unwrap();
    assert_eq!((summary.new, summary.errors, summary.warnings), (2, 0, 2));
    assert_eq!(codes(&summary), [(2, "ended_before_start"), (3, "no_end")]);
}

#[test]
fn a_name_in_an_unreadable_date_column_of_customers_does_not_cost_the_row() {
    let csv = "Client ID,Email,Customer since\n1,a@a.example,unknown\n2,b@b.example,1990-02-03\n";
    let world = World::new();
    let summary = world.import(&text(csv)).unwrap();
    assert_eq!((summary.new, summary.skipped), (2, 0));
    assert_eq!(codes(&summary), [(2, "bad_detail")]);
}

#[test]
fn what_is_wrong_in_the_same_way_is_one_cause() {
    let mut csv = "id,customer id,amount,start date\n".to_owned();
    for n in 0..2_000 {
        csv += &format!("{n},c{n},x{},2025-01-01\n", n % 3);
    }
    csv += "a,a,9,soon\nb,b,9,2025-01-01\nTotal,,18,\n";
    let summary = World::new().import(&text(&csv)).unwrap();
    assert_eq!((summary.new, summary.errors, summary.warnings), (1, 2_001, 1));
    let causes: Vec<_> =
        summary.causes.iter().map(|c| (c.code.as_str(), c.column.as_str(), c.count)).collect();
    assert_eq!(
        causes,
        [("bad_amount", "amount", 2_000), ("bad_date", "start date", 1), ("total_row", "", 1)]
    );
    let first = &summary.causes[0];
    assert_eq!(first.lines, (2..12).collect::<Vec<u64>>());
    assert_eq!(first.values, ["x0", "x1", "x2"]);
    assert_eq!(first.title, "Cells that are no amount");
    assert_eq!(summary.causes[1].lines, [2_002]);
    let kept = |code: &str| summary.problems.iter().filter(|p| p.code == code).count();
    assert_eq!(["bad_amount", "bad_date", "total_row"].map(kept), [1_000, 1, 1]);
}
