//! Help, refusals and exit codes, in three languages.

use crate::program::Desk;

const COMMANDS: [&str; 18] = [
    "new",
    "sample",
    "import",
    "imports",
    "undo",
    "metrics",
    "cohorts",
    "customers",
    "explain",
    "health",
    "join",
    "apart",
    "split",
    "surveys",
    "answer",
    "loyalty",
    "redeem",
    "check",
];

#[test]
fn help_lists_what_there_is_and_nothing_else() {
    let help = Desk::new().run(&["--help"]).expect_code(0).data;
    let listed: Vec<&str> = help
        .lines()
        .skip_while(|line| !line.starts_with("Commands"))
        .skip(1)
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert_eq!(listed, COMMANDS);
}

#[test]
fn every_word_of_the_help_is_in_the_users_language() {
    let desk = Desk::new();
    for (language, usage) in [("en", "Usage: "), ("nl", "Gebruik: "), ("sv", "Användning: ")] {
        for command in COMMANDS {
            let run = desk.run(&[command, "--help", "--lang", language]).expect_code(0);
            assert!(run.data.contains(usage), "{}", run.data);
            // A key without words would show itself.
            assert!(!run.data.contains("cli-"), "{}", run.data.replace("holdfast-cli", ""));
            assert_eq!(run.words, "");
        }
    }
}

#[test]
fn the_language_of_the_system_is_taken_without_another() {
    let desk = Desk::new();
    let mut command = desk.command(&["nope"]);
    let output = command.env("LANG", "nl_BE.UTF-8").output().unwrap();
    assert!(
        String::from_utf8_lossy(&output.stderr).starts_with("De opdracht “nope” bestaat niet.")
    );
    let mut command = desk.command(&["nope", "--lang", "sv"]);
    let output = command.env("LANG", "nl_BE.UTF-8").output().unwrap();
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("Kommandot ”nope” finns inte."));
}

#[test]
fn wrong_usage_is_two_and_says_what_is_expected() {
    let desk = Desk::with_workspace();
    let cases: [(&[&str], [&str; 3]); 9] = [
        (&[], ["command is missing", "ontbreekt een opdracht", "kommando saknas"]),
        (
            &["survival"],
            ["no command “survival”", "“survival” bestaat niet", "”survival” finns inte"],
        ),
        (&["metrics", "--nope"], ["“--nope”", "“--nope”", "”--nope”"]),
        (&["metrics", "--by", "decade"], ["one of month", "een van month", "något av month"]),
        (&["metrics", "--as-of", "2026-02-30"], ["a date", "een datum", "ett datum"]),
        (&["metrics", "--from", "2026-13"], ["a period", "een periode", "en period"]),
        (&["explain", "nrr"], ["missing: <PERIOD>", "ontbreekt: <PERIOD>", "saknas: <PERIOD>"]),
        (&["new", "--currency", "XXQ"], ["a currency code", "een valutacode", "en valutakod"]),
        (&["import", "--map", "x", "f.csv"], ["FIELD=COLUMN", "VELD=KOLOM", "FÄLT=KOLUMN"]),
    ];
    for (arguments, words) in cases {
        for (language, words) in ["en", "nl", "sv"].iter().zip(words) {
            let run = desk.run(&[&["--lang", language], arguments].concat());
            assert_eq!((run.code, run.data.as_str()), (2, ""), "{run:?}");
            assert!(run.words.contains(words), "{words}: {}", run.words);
        }
    }
}

#[test]
fn a_segment_error_is_two_with_its_position() {
    let desk = Desk::small();
    let commands: [&[&str]; 4] =
        [&["metrics"], &["cohorts"], &["customers"], &["explain", "nrr", "2026-03"]];
    for command in commands {
        let segments = [("plan = ", 8), ("colour = \"red\"", 1), ("plan = \"A\" nad x", 12)];
        for (segment, position) in segments {
            for (language, word) in [("en", "haracter"), ("nl", "eken"), ("sv", "ecken")] {
                let more = ["--lang", language, "--segment", segment];
                let run = desk.run(&[command, &more].concat()).expect_code(2);
                assert!(run.words.contains(&format!("{word} {position}")), "{}", run.words);
                assert_eq!(run.data, "");
            }
        }
    }
}

#[test]
fn the_only_workspace_of_the_folder_is_meant() {
    let desk = Desk::new();
    let none = desk.run(&["imports"]).expect_code(2);
    assert!(none.words.contains("no workspace in this folder"), "{}", none.words);
    desk.run(&["new"]).expect_code(0);
    assert_eq!(desk.json(&["imports"]), serde_json::json!([]));
    desk.run(&["new", "--workspace", "other.holdfast"]).expect_code(0);
    let several = desk.run(&["imports"]).expect_code(2);
    assert!(several.words.contains("several workspaces"), "{}", several.words);
    desk.run(&["imports", "--workspace", "other.holdfast"]).expect_code(0);
}

#[test]
fn a_workspace_is_never_overwritten() {
    let desk = Desk::small();
    let before = std::fs::read(desk.path("workspace.holdfast")).unwrap();
    for command in ["new", "sample"] {
        let run = desk.run(&[command, "--workspace", "workspace.holdfast"]).expect_code(4);
        assert!(run.words.contains("exists already"), "{}", run.words);
    }
    assert_eq!(std::fs::read(desk.path("workspace.holdfast")).unwrap(), before);
}

#[test]
fn whoever_stops_reading_is_no_failure() {
    let desk = Desk::new();
    desk.run(&["sample"]).expect_code(0);
    let mut child = desk
        .command(&["customers", "--json"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_under_the_output_is_four() {
    let desk = Desk::small();
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let output = desk.command(&["metrics", "--json"]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(4));
    assert!(!output.stderr.is_empty());
}

#[test]
fn a_currency_without_a_sign_is_written_with_its_code_and_nothing_more_is_said() {
    let desk = Desk::new();
    desk.run(&["new", "--currency", "SEK", "--time-zone", "UTC"]).expect_code(0);
    let file = desk.file(
        "one.csv",
        "customer,date,status,plan,mrr,currency\nada,2026-01-10,active,A,50.00,SEK\n",
    );
    desk.run(&["import", crate::program::text(&file)]).expect_code(0);
    let shown = desk.run(&["customers", "--as-of", "2026-03-01"]).expect_code(0);
    assert!(shown.data.contains("SEK\u{a0}50"), "{shown:?}");
    assert_eq!(shown.words, "");
}
