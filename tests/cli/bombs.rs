//! Files made to break a reader: each is refused by name, soon, and in little memory, as it is and
//! inside an archive.
#![cfg(unix)]

use crate::program::{Desk, text};
use serde_json::Value;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};
use zip::write::SimpleFileOptions;

/// Bytes of a bomb.
const SIZE: usize = 30 << 20;
/// Kilobytes of memory a process may take for itself.
const MEMORY: u32 = 150_000;
/// In which it has to be refused. Measured on a busy machine of two cores the slowest one takes a third
/// of a second of a release build, and two seconds of this one.
const SOON: Duration = Duration::from_secs(if cfg!(debug_assertions) { 5 } else { 2 });

const ROW: &str = "customer,date,status,mrr\na,2025-01-01,active,10\n";

/// Name, bytes, and the code of the refusal.
fn bombs() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let filled = |begin: &str, with: &[u8]| {
        let mut bytes = begin.as_bytes().to_vec();
        bytes.extend(with.iter().cycle().take(SIZE));
        bytes
    };
    vec![
        ("field", filled("", b"x"), "field_too_long"),
        ("late-field", filled(ROW, b"x"), "field_too_long"),
        ("columns", filled("", b","), "too_many_columns"),
        ("late-columns", filled(ROW, b"a,"), "too_many_columns"),
        ("line", filled("customer,date,status,mrr", b" and so on"), "field_too_long"),
        ("nothing", filled("", b"\0"), "not_csv"),
        ("late-nothing", filled(ROW, b"\0"), "not_csv"),
        ("quote", filled(&format!("{ROW}b,\""), b"\n"), "stray_quote"),
        ("quotes", filled(ROW, b"\""), "field_too_long"),
        ("wide", filled("\u{FEFF}", b"\xFF\xFE\x00\xD8"), "field_too_long"),
    ]
}

fn packed(desk: &Desk, name: &str, bytes: &[u8]) -> PathBuf {
    let path = desk.path(&format!("{name}.zip"));
    let mut archive = zip::ZipWriter::new(std::fs::File::create(&path).unwrap());
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    archive.start_file(format!("{name}.csv"), stored).unwrap();
    archive.write_all(bytes).unwrap();
    archive.finish().unwrap();
    path
}

/// What an import of it comes to, where it may take no more memory: the codes of its problems.
fn refused(desk: &Desk, path: &Path) -> Vec<String> {
    let command = desk.command(&["import", text(path), "--as", "plan-changes", "--json"]);
    let begun = Instant::now();
    let output = Command::new("sh")
        .args(["-c", &format!("ulimit -d {MEMORY}; exec \"$@\""), "sh"])
        .arg(command.get_program())
        .args(command.get_args())
        .current_dir(desk.path(""))
        .output()
        .unwrap();
    assert!(begun.elapsed() < SOON, "{path:?} took {:?}", begun.elapsed());
    let words = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{path:?}: {words}");
    let said: Value = serde_json::from_slice(&output.stdout).unwrap();
    let problems = said[0]["problems"].as_array().unwrap();
    problems.iter().map(|one| one["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_bomb_is_refused_by_name_soon_and_in_little_memory() {
    let desk = Desk::with_workspace();
    for (name, bytes, code) in bombs() {
        let file = desk.file(&format!("{name}.csv"), &bytes);
        assert_eq!(refused(&desk, &file), [code], "{name}");
        assert_eq!(refused(&desk, &packed(&desk, name, &bytes)), [code], "{name} in an archive");
        std::fs::remove_file(file).unwrap();
    }
    assert_eq!(desk.json(&["imports"]), serde_json::json!([]));
    desk.run(&["check"]).expect_code(0);
}
