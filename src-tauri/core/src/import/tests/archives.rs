//! Archives and workbooks: their tables come in like files, and nothing unpacks that may not.

use super::*;
use crate::Error;
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;
use std::time::{Duration, Instant};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const LIST: &str = "id,customer id,amount,start date\n1,a,9.00,2025-01-01\n";

/// A file of these entries in a directory of its own.
fn archive(name: &str, entries: &[(&str, &[u8])]) -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join(name);
    let mut zip = ZipWriter::new(std::fs::File::create(&path).unwrap());
    for (at, (name, bytes)) in entries.iter().enumerate() {
        let packed = [CompressionMethod::Deflated, CompressionMethod::Stored][at % 2];
        zip.start_file(*name, SimpleFileOptions::default().compression_method(packed)).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap();
    (dir, path)
}

fn trouble(path: &Path) -> &'static str {
    let start = Instant::now();
    let error = open(path).unwrap_err();
    assert!(start.elapsed() < Duration::from_secs(2));
    for language in Language::ALL {
        let said = error.message(&Voice::new(language, Region::Gb));
        assert!(said.contains(path.file_name().unwrap().to_str().unwrap()), "{said}");
    }
    error.code()
}

#[test]
fn each_csv_of_an_archive_is_a_file() {
    let customers = "Client ID,Email\n7,ann@a.example\n";
    let entries: [(&str, &[u8]); 5] = [
        ("export/subscriptions.csv", LIST.as_bytes()),
        ("__MACOSX/export/._subscriptions.csv", b"\0\x05\x16\x07"),
        ("export/customers.CSV", customers.as_bytes()),
        (".DS_Store", b"\0\0"),
        ("export/readme.pdf", b"%PDF"),
    ];
    let (_dir, path) = archive("export.zip", &entries);
    let inputs = open(&path).unwrap();
    let names: Vec<&str> = inputs.iter().map(|input| input.name.as_str()).collect();
    assert_eq!(names, ["customers.CSV", "subscriptions.csv"]);
    let Err(Error::File(several)) = open_one(&path) else { panic!() };
    assert_eq!(several.code(), "several_inside");
    assert!(several.message(&english()).contains("customers.CSV, subscriptions.csv"));
    let world = World::new();
    let kinds: Vec<String> = inputs.iter().map(|i| world.import(i).unwrap().kind).collect();
    assert_eq!(kinds, ["customers", "subscriptions"]);
    assert_eq!(world.import(&inputs[1]).unwrap().unchanged, 1);
}

#[test]
fn what_is_packed_once_more_is_refused_and_the_rest_comes_in() {
    let (_inner, inner) = archive("more.zip", &[("b.csv", LIST.as_bytes())]);
    let inner = std::fs::read(inner).unwrap();
    let (_dir, path) = archive("x.zip", &[("a.csv", LIST.as_bytes()), ("more.zip", &inner)]);
    let inputs = open(&path).unwrap();
    let world = World::new();
    assert_eq!(world.import(&inputs[0]).unwrap().new, 1);
    let Err(Error::File(trouble)) = world.import(&inputs[1]) else { panic!() };
    assert_eq!(trouble.code(), "workbook");
    assert!(trouble.message(&english()).contains("unpack the archive"), "{trouble}");
}

#[test]
fn a_plain_file_is_itself() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("plain.csv");
    std::fs::write(&path, LIST).unwrap();
    assert_eq!(open(&path).unwrap().len(), 1);
    std::fs::write(&path, "").unwrap();
    assert_eq!(open(&path).unwrap().len(), 1, "what is wrong with it is said when it is read");
}

#[test]
fn bombs_and_broken_archives_are_refused_before_they_are_unpacked() {
    let zeros = vec![b'0'; 32 << 20];
    let (_dir, bomb) = archive("bomb.zip", &[("zeros.csv", &zeros)]);
    assert_eq!(trouble(&bomb), "archive_bomb");

    let names: Vec<String> = (0..1_001).map(|n| format!("{n}.csv")).collect();
    let many: Vec<(&str, &[u8])> = names.iter().map(|n| (n.as_str(), &b"a,b\n"[..])).collect();
    let (_dir, many) = archive("many.zip", &many);
    assert_eq!(trouble(&many), "too_many_entries");

    let (_dir, none) = archive("none.zip", &[("readme.md", b"hello")]);
    assert_eq!(trouble(&none), "no_csv_inside");

    let (_dir, cut) = archive("cut.zip", &[("a.csv", LIST.as_bytes())]);
    let bytes = std::fs::read(&cut).unwrap();
    std::fs::write(&cut, &bytes[..bytes.len() - 10]).unwrap();
    assert_eq!(trouble(&cut), "broken_archive");
}

#[test]
fn an_archive_that_lies_about_its_size_is_damaged() {
    let long = LIST.repeat(1_000);
    let (_dir, path) = archive("lie.zip", &[("a.csv", long.as_bytes())]);
    let bytes = std::fs::read(&path).unwrap();
    let central = bytes.windows(4).rposition(|w| w == b"PK\x01\x02").unwrap();
    let mut file = std::fs::OpenOptions::new().write(true).open(&path).unwrap();
    // Announced: 20 bytes once unpacked.
    file.seek(SeekFrom::Start(central as u64 + 24)).unwrap();
    file.write_all(&20_u32.to_le_bytes()).unwrap();
    let input = open(&path).and_then(|mut inputs| sniff(&inputs.remove(0)));
    assert_eq!(input.unwrap_err().code(), "broken_archive");
}

#[test]
fn a_damaged_archive_never_panics() {
    let (_dir, path) = archive("x.zip", &[("a.csv", LIST.as_bytes()), ("b.csv", LIST.as_bytes())]);
    let good = std::fs::read(&path).unwrap();
    for at in 0..good.len() {
        let mut bytes = good.clone();
        bytes[at] ^= 0xA5;
        std::fs::write(&path, &bytes).unwrap();
        for input in open(&path).unwrap_or_default() {
            sniff(&input).ok();
        }
    }
}

/// A workbook of sheets, each given as the XML of its rows.
fn workbook(sheets: &[(&str, &str)]) -> (tempfile::TempDir, PathBuf) {
    let part = |n: usize| format!("xl/worksheets/sheet{n}.xml");
    let each = |say: &dyn Fn(usize, &str) -> String| -> String {
        sheets.iter().enumerate().map(|(at, (name, _))| say(at + 1, name)).collect()
    };
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let list = each(&|n, name| format!("<sheet name=\"{name}\" sheetId=\"{n}\" r:id=\"r{n}\"/>"));
    let links = each(&|n, _| {
        format!(
            "<Relationship Id=\"r{n}\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>"
        )
    });
    let mut parts: Vec<(String, String)> = vec![
        (
            "[Content_Types].xml".into(),
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
                .into(),
        ),
        (
            "_rels/.rels".into(),
            format!(
                "<Relationships xmlns=\"{relations}\"><Relationship Id=\"r0\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml".into(),
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets>{list}</sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels".into(),
            format!(
                "<Relationships xmlns=\"{relations}\">{links}<Relationship Id=\"r99\" Type=\"{office}/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/styles.xml".into(),
            format!(
                "<styleSheet xmlns=\"{main}\"><numFmts count=\"2\"><numFmt numFmtId=\"170\" formatCode=\"0.0%\"/><numFmt numFmtId=\"171\" formatCode=\"0&quot;%&quot;\"/></numFmts><cellXfs count=\"5\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf numFmtId=\"9\" applyNumberFormat=\"1\"/><xf numFmtId=\"170\" applyNumberFormat=\"1\"/><xf numFmtId=\"171\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
            ),
        ),
    ];
    for (at, (_, rows)) in sheets.iter().enumerate() {
        let xml = format!("<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>");
        parts.push((part(at + 1), xml));
    }
    let parts: Vec<(&str, &[u8])> =
        parts.iter().map(|(name, xml)| (name.as_str(), xml.as_bytes())).collect();
    archive("book.xlsx", &parts)
}

/// A row of a sheet: `#45672` is a date, `=9.5` a number, `%0.25` is shown as 25 %, `~0.125` as 12.5 %
/// and `^25` as 25 with a sign, the rest text.
fn row(number: usize, cells: &[&str]) -> String {
    let mut xml = format!("<row r=\"{number}\">");
    for (at, cell) in cells.iter().enumerate() {
        let place = format!("{}{number}", char::from(b'A' + u8::try_from(at).unwrap()));
        xml += &match cell.split_at_checked(1) {
            None => String::new(),
            Some(("#", date)) => format!("<c r=\"{place}\" s=\"1\"><v>{date}</v></c>"),
            Some(("%", part)) => format!("<c r=\"{place}\" s=\"2\"><v>{part}</v></c>"),
            Some(("~", part)) => format!("<c r=\"{place}\" s=\"3\"><v>{part}</v></c>"),
            Some(("^", part)) => format!("<c r=\"{place}\" s=\"4\"><v>{part}</v></c>"),
            Some(("=", number)) => format!("<c r=\"{place}\"><v>{number}</v></c>"),
            _ => format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"),
        };
    }
    xml + "</row>"
}

#[test]
fn a_workbook_is_read_sheet_by_sheet_with_its_own_line_numbers() {
    let subscriptions = [
        row(1, &["Our subscriptions"]),
        row(3, &["id", "customer id", "amount", "start date", "note"]),
        row(4, &["1", "a", "=8.333", "#45672", "two\nlines"]),
        row(6, &["2", "b", "=12.5", "#45673.5", ""]),
        row(7, &["3", "c", "oops", "#45673", ""]),
    ]
    .concat();
    let customers = [row(1, &["Client ID", "Email"]), row(2, &["a", "a@a.example"])].concat();
    let (_dir, path) = workbook(&[("Subs", &subscriptions), ("Empty", ""), ("People", &customers)]);
    let inputs = open(&path).unwrap();
    let names: Vec<&str> = inputs.iter().map(|input| input.name.as_str()).collect();
    assert_eq!(names, ["book.xlsx: Subs", "book.xlsx: People"]);
    let world = World::new();
    let summary = world.import(&inputs[0]).unwrap();
    assert_eq!((summary.new, codes(&summary)), (2, vec![(7, "bad_amount")]));
    let day = |text| crate::model::Day::parse(text).unwrap().0;
    let rows = world.rows("SELECT amount, start FROM subscription ORDER BY key");
    assert_eq!(rows, [format!("833|{}", day("2025-01-15")), format!("1250|{}", day("2025-01-16"))]);
}

#[test]
fn a_cell_of_a_workbook_that_is_shown_in_percent_is_so_many() {
    let rows = [
        row(1, &["id", "customer id", "amount", "start date", "discount"]),
        row(2, &["1", "a", "=100", "#45672", "%0.25"]),
        row(3, &["2", "b", "=100", "#45672", "~0.125"]),
        row(4, &["3", "c", "=100", "#45672", "%1"]),
        row(5, &["4", "d", "=100", "#45672", "%0.07"]),
        row(6, &["5", "e", "=100", "#45672", "^25"]),
        row(7, &["6", "f", "=100", "#45672", ""]),
    ]
    .concat();
    let (_dir, path) = workbook(&[("One", &rows)]);
    let world = World::new();
    assert_eq!(world.import(&open(&path).unwrap()[0]).unwrap().new, 6);
    let discounts = world.rows("SELECT discount FROM subscription ORDER BY key");
    assert_eq!(discounts, ["2500", "1250", "10000", "700", "2500", "0"]);
}

#[test]
fn a_workbook_with_a_cell_in_the_last_corner_needs_no_more_room_than_its_cells() {
    let rows = [
        row(1, &["id", "customer id", "amount", "start date"]),
        row(2, &["1", "a", "=9", "#45672"]),
        "<row r=\"1048576\"><c r=\"A1048576\"><v>5</v></c></row>".to_owned(),
    ]
    .concat();
    let (_dir, path) = workbook(&[("One", &rows)]);
    let start = Instant::now();
    let inputs = open(&path).unwrap();
    assert_eq!(inputs[0].name, "book.xlsx");
    assert!(inputs[0].size < 2 << 20 && start.elapsed() < Duration::from_secs(2));

    let wide = "<row r=\"1\"><c r=\"XFD1\"><v>5</v></c></row>";
    let (_dir, path) = workbook(&[("One", wide)]);
    assert_eq!(trouble(&path), "too_many_columns");
}

#[test]
fn a_damaged_workbook_is_named_and_never_panics() {
    let rows = [row(1, &["id", "amount"]), row(2, &["1", "=9"])].concat();
    let (_dir, path) = workbook(&[("One", &rows)]);
    let good = std::fs::read(&path).unwrap();
    for at in (0..good.len()).step_by(7) {
        let mut bytes = good.clone();
        bytes[at] ^= 0x5A;
        std::fs::write(&path, &bytes).unwrap();
        match open(&path) {
            Ok(inputs) => assert!(!inputs.is_empty()),
            Err(Error::File(_)) => {}
            Err(other) => panic!("{other:?}"),
        }
    }
}
