//! A file on its way in, in again, and out again; and files that are none.

use crate::driver::{Place, Program};
use crate::figures::assert_overview;
use crate::terminal;
use holdfast_tests::repository;

const FILE: &str = "subscriptions_all.csv";

#[test]
fn a_stripe_list_comes_in_counts_once_and_can_be_taken_back() {
    let place = Place::new();
    let program = with_new_workspace(&place);
    let list = repository("tests/fixtures/stripe").join(FILE);
    place.answer_dialog(&list);
    program.click("button", "Choose file");
    bring_in(&program);
    let new: usize = count(&program, "new").parse().unwrap();
    assert!(new > 0);
    program.click("button", "Show the figures");
    program.find("heading", "Overview");
    assert_overview(&program, &place);
    let figures = terminal::metrics(&place);

    // The same once more, dropped this time.
    place.drop_files(&[&list]);
    bring_in(&program);
    assert_eq!((count(&program, "new"), count(&program, "changed")), ("0".into(), "0".into()));
    assert_eq!(terminal::metrics(&place), figures);

    program.click_on(&program.select("li[data-import]:last-child button.btn"));
    program.select("[data-undo=removes]");
    program.click("button", "Undo the import");
    program.find("button", &format!("Redo the import of {FILE}"));
    program.wait_until("nobody is left", || customers(&place) == 0);
    program.click("button", &format!("Redo the import of {FILE}"));
    program.wait_until("all are back", || terminal::metrics(&place) == figures);
    program.go("#/overview");
    assert_overview(&program, &place);
}

#[test]
fn a_file_that_cannot_be_read_says_why_and_changes_nothing() {
    let place = Place::new();
    let program = with_new_workspace(&place);
    let bad: [(&str, &[u8], &str); 3] = [
        ("empty.csv", b"", "“empty.csv” is empty."),
        ("head.csv", b"id,Plan,Status\n", "“head.csv” has column names but no rows."),
        ("binary.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\xff\xfe", "“binary.csv” is not a CSV"),
    ];
    for (name, content, sentence) in bad {
        place.answer_dialog(&place.file(name, content));
        program.click("button", "Choose file");
        program.see(sentence);
        assert_eq!(customers(&place), 0);
    }
    // Nobody can say what these columns are: the button stays off until somebody does.
    place.answer_dialog(&place.file("odd.csv", "colour,shape\nred,round\nblue,square\n"));
    program.click("button", "Choose file");
    program.see("odd.csv");
    program.select("main button.primary:disabled");
    assert_eq!(customers(&place), 0);
    assert!(!program.shows("Import history"));
}

#[test]
fn a_file_of_no_known_program_joins_the_customers_whose_keys_it_holds() {
    let place = Place::new();
    let program = with_new_workspace(&place);
    place.answer_dialog(&repository("tests/fixtures/stripe").join(FILE));
    program.click("button", "Choose file");
    bring_in(&program);
    let before = customers(&place);

    let log = "who,when,monthly,remark\ncus_Fx001,03/04/2025,31.00,first\n";
    place.answer_dialog(&place.file("log.csv", log));
    program.click("button", "Choose another file");
    program.choose("Its rows are", "plan-changes");
    program.choose("Meaning of column who", "customer");
    program.choose("Meaning of column when", "date");
    program.choose("Meaning of column monthly", "mrr");
    program.choose("Meaning of column remark", "-");
    program.choose("Order of dates", "month_first");
    program.see("4 Mar 2025");
    program.see("The keys look like those of Stripe.");
    program.choose("Keys are those of", "stripe");
    program
        .wait_until("the hint is taken", || !program.shows("The keys look like those of Stripe."));
    bring_in(&program);
    assert_eq!(count(&program, "new"), "1");
    assert_eq!(customers(&place), before, "nobody new: the customer is known by that key");
}

/// What a club might keep: a title, no word a program would use, one column nobody can guess.
fn club() -> String {
    let mut csv = "Wie hoort erbij, stand oktober;;;;;\nNr;Wie;K3;Hoe vaak;Erbij;Eraf\n".to_owned();
    for n in 0..40 {
        let (price, every) = if n % 4 == 0 { ("120,00", "jaar") } else { ("12,50", "maand") };
        let end = if n % 10 == 9 { "30-06-2026" } else { "" };
        csv += &format!("L{n:03};Lid {n};{price};{every};{:02}-02-2025;{end}\n", n % 28 + 1);
    }
    csv
}

#[test]
fn a_list_of_no_program_gets_to_its_figure_in_under_a_minute() {
    let place = Place::new();
    let program = with_new_workspace(&place);
    place.answer_dialog(&place.file("erbij.csv", club()));
    let begun = std::time::Instant::now();
    program.click("button", "Choose file");
    program.choose("Its rows are", "subscriptions");
    program.choose("Meaning of column Nr", "customer");
    program.choose("Meaning of column Wie", "name");
    program.choose("Meaning of column K3", "amount");
    program.choose("Meaning of column Hoe vaak", "interval");
    program.choose("Meaning of column Erbij", "start");
    program.choose("Meaning of column Eraf", "ended");
    bring_in(&program);
    assert_eq!((count(&program, "new"), count(&program, "skipped")), ("40".into(), "0".into()));
    program.go("#/overview");
    let figure = program.text("[data-figure=mrr_end]");
    assert!(begun.elapsed() < std::time::Duration::from_secs(60), "{:?}", begun.elapsed());
    // Ten pay 120 a year, thirty pay 12.50 a month; four of these have left.
    assert!(figure.contains("425"), "10 x 10 + 26 x 12.50 = 425: {figure}");
}

const CUSTOMERS: &str = "id,email,name,country\nc1,ann@a.example,Ann,NL\nc2,bo@b.example,Bo,SE\n";
const LIST: &str = "id,customer,plan,amount,currency,interval,start,status\n\
    s1,c1,Pro,29.00,EUR,month,2025-01-01,active\ns2,c2,Pro,7O.00,EUR,month,2025-02-01,active\n\
    s3,c1,Pro,29.00,EUR,month,2025-03-01,active\ns4,c1,Pro,29.00,EUR,month,2025-04-01,active\n\
    s5,c1,Pro,29.00,EUR,month,2025-05-01,active\ns6,c1,Pro,29.00,EUR,month,2025-06-01,active\n\
    s7,c1,Pro,29.00,EUR,month,2025-07-01,active\ns8,c1,Pro,29.00,EUR,month,2025-08-01,active\n\
    s9,c1,Pro,29.00,EUR,month,2025-09-01,active\ns10,c1,Pro,29.00,EUR,month,2025-09-01,active\n";

#[test]
fn files_dropped_together_wait_for_each_other_and_what_was_left_out_comes_in_corrected() {
    let place = Place::new();
    let program = with_new_workspace(&place);
    let list = place.file("list.csv", LIST);
    let people = place.file("people.csv", CUSTOMERS);
    let photo = place.file("photo.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\xff\xfe");
    place.drop_files(&[&photo, &list, &people]);
    program.find("heading", "Files");
    let row = |at: usize| program.text(&format!("[data-queue]:nth-child({at})"));
    assert!(row(1).contains("people.csv"), "customers come first: {}", row(1));
    assert!(row(3).contains("is not a CSV"), "{}", row(3));
    program.click("button", "Import the rest as recognised");
    program.see("1 skipped");
    assert_eq!(customers(&place), 2);

    // The one row that was left out, by its cause; saved, corrected, imported.
    program.click("link", "list.csv");
    program.find("heading", "Imported");
    let cause = program.text("[data-cause=bad_amount]");
    assert!(cause.contains("Cells that are no amount") && cause.contains("7O.00"), "{cause}");
    let saved = place.file("left.csv", "");
    place.answer_dialog(&saved);
    program.click("button", "Save the skipped rows");
    program.see("Saved as left.csv.");
    let text = std::fs::read_to_string(&saved).unwrap();
    place.drop_files(&[&place.file("corrected.csv", text.replace("7O.00", "70.00"))]);
    bring_in(&program);
    assert_eq!((count(&program, "new"), count(&program, "skipped")), ("1".into(), "0".into()));
}

#[test]
fn columns_are_remembered_and_an_import_says_what_it_did() {
    let place = Place::new();
    let program = with_new_workspace(&place);
    let log = "who,when,monthly,remark\nc1,2025-04-03,31.00,first\n";
    place.answer_dialog(&place.file("log.csv", log));
    program.click("button", "Choose file");
    program.choose("Its rows are", "plan-changes");
    program.choose("Meaning of column who", "customer");
    program.choose("Meaning of column when", "date");
    program.choose("Meaning of column monthly", "mrr");
    bring_in(&program);
    place.answer_dialog(&place.file("next.csv", log.replace("31.00", "41.00")));
    program.click("button", "Choose another file");
    program.see("Read as you mapped it on");
    bring_in(&program);
    program.click("button", "New: 1");
    program.find("dialog", "What next.csv did");
    program.see("€41.00");
    program.click("button", "Close (Esc)");
    program.go("#/settings");
    program.click("button", "Forget how the columns of next.csv are read");
    program.see("Nothing yet.");
}

#[test]
fn each_count_of_an_import_opens_a_list_of_exactly_as_many_rows() {
    let place = Place::new();
    let program = with_new_workspace(&place);
    let list = place.file("list.csv", LIST);
    place.answer_dialog(&list);
    program.click("button", "Choose file");
    bring_in(&program);
    place.answer_dialog(&list);
    program.click("button", "Choose another file");
    bring_in(&program);
    assert_eq!(
        (count(&program, "unchanged"), count(&program, "skipped")),
        ("9".into(), "1".into())
    );
    program.click("button", "Unchanged: 9");
    program.find("dialog", "What list.csv did");
    program.see("Price €29.00");
    program.wait_until("nine rows", || listed(&program) == 9);
    program.click("button", "Skipped 1");
    program.select("dialog table[aria-label=Skipped]");
    program.wait_until("one row", || listed(&program) == 1);
    let row = program.text("dialog tbody tr");
    assert!(row.starts_with('3') && row.contains("7O.00"), "line, value, cause: {row}");
    program.assert_accessible();
    program.click("button", "Close (Esc)");

    // The same in the history, also after a restart.
    drop(program);
    let program = Program::start(&place);
    program.go("#/import");
    program.click("button", "list.csv: Unchanged 9");
    program.see("Price €29.00");
    program.wait_until("nine rows", || listed(&program) == 9);
}

/// Rows of the list that is open.
#[track_caller]
fn listed(program: &Program) -> u64 {
    let rows = "return document.querySelectorAll('dialog .body > table tbody tr').length";
    program.script(rows).as_u64().unwrap()
}

/// The program with a new, empty workspace, at its import.
#[track_caller]
pub(crate) fn with_new_workspace(place: &Place) -> Program {
    let program = Program::start(place);
    program.click("button", "Import your CSV");
    program.click("textbox", "Name");
    program.keys("Fixture");
    program.click("button", "Create workspace");
    program.find("heading", "Import");
    program
}

/// Looks at the chosen file, then imports it.
#[track_caller]
pub(crate) fn bring_in(program: &Program) {
    program.find("heading", "First rows");
    program.click("button", "Import this file");
    program.find("heading", "Imported");
}

#[track_caller]
fn count(program: &Program, tile: &str) -> String {
    program.text(&format!("[data-count={tile}] dd"))
}

#[track_caller]
fn customers(place: &Place) -> usize {
    terminal::ask(place, &["customers"]).as_array().unwrap().len()
}

#[test]
fn dates_that_nothing_decides_are_asked_for_before_anything_is_imported() {
    let place = Place::new();
    let program = with_new_workspace(&place);
    let list =
        "id,customer,plan,amount,start\ns1,c1,Pro,29.00,03/04/2025\ns2,c2,Pro,29.00,05/06/2025\n";
    place.answer_dialog(&place.file("open.csv", list));
    program.click("button", "Choose file");
    program.see("No date in the file decides this. Please choose.");
    program.select("main button.primary:disabled");
    assert_eq!(customers(&place), 0);
    program.choose("Order of dates", "month_first");
    program.wait_until("it is answered", || !program.shows("Please choose."));
    program.see("4 Mar 2025");
    bring_in(&program);
    assert_eq!((customers(&place), count(&program, "new")), (2, "2".into()));
}

#[test]
fn an_import_that_is_cancelled_leaves_nothing_behind() {
    let place = Place::new();
    let program = with_new_workspace(&place);
    let mut list = "id,customer,plan,amount,currency,interval,start,status\n".to_owned();
    for at in 0..600_000 {
        list += &format!("s{at},c{at},Pro,29.00,EUR,month,2025-01-01,active\n");
    }
    place.answer_dialog(&place.file("long.csv", list));
    program.click("button", "Choose file");
    program.find("heading", "First rows");
    program.click("button", "Import this file");
    program.click("button", "Cancel import");
    // The file is still there, with what was said about it; nothing of it is in.
    program.find("heading", "First rows");
    assert_eq!(customers(&place), 0);
    assert!(!program.shows("Import history"));
}

#[test]
fn every_sheet_of_a_workbook_is_a_file_of_its_own() {
    let place = Place::new();
    let program = with_new_workspace(&place);
    let book = workbook(&[
        (
            "Subs",
            &[
                &["id", "customer", "plan", "amount", "start"],
                &["s1", "c1", "Pro", "29", "2025-01-31"],
            ],
        ),
        ("People", &[&["id", "name", "email"], &["c1", "Ann", "ann@a.example"]]),
    ]);
    place.drop_files(&[&place.file("book.xlsx", book)]);
    program.find("heading", "Files");
    let row = |at: usize| program.text(&format!("[data-queue]:nth-child({at})"));
    assert!(row(1).contains("book.xlsx: People"), "customers come first: {}", row(1));
    assert!(row(2).contains("book.xlsx: Subs"), "{}", row(2));
    program.find("heading", "First rows");
    program.click("button", "Import this file");
    // The next one comes by itself.
    program.see("book.xlsx: People is in.");
    bring_in(&program);
    let all = terminal::ask(&place, &["customers"]);
    assert_eq!((all[0]["name"].as_str(), all[0]["mrr"].as_i64()), (Some("Ann"), Some(2_900)));
}

/// A workbook of these sheets, every cell as text of its own.
fn workbook(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let mut put = |name: &str, xml: &str| {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(xml.as_bytes()).unwrap();
    };
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let package = "http://schemas.openxmlformats.org/package/2006";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let (mut names, mut links, mut types) = (String::new(), String::new(), String::new());
    for (at, (name, rows)) in (1..).zip(sheets) {
        names += &format!("<sheet name=\"{name}\" sheetId=\"{at}\" r:id=\"rId{at}\"/>");
        links += &format!(
            "<Relationship Id=\"rId{at}\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet{at}.xml\"/>"
        );
        types += &format!(
            "<Override PartName=\"/xl/worksheets/sheet{at}.xml\" ContentType=\"{kind}.worksheet+xml\"/>"
        );
        let mut data = String::new();
        for (line, cells) in (1..).zip(*rows) {
            data += &format!("<row r=\"{line}\">");
            for (column, cell) in ('A'..).zip(*cells) {
                data +=
                    &format!("<c r=\"{column}{line}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>");
            }
            data += "</row>";
        }
        put(
            &format!("xl/worksheets/sheet{at}.xml"),
            &format!("<worksheet xmlns=\"{main}\"><sheetData>{data}</sheetData></worksheet>"),
        );
    }
    put(
        "xl/workbook.xml",
        &format!(
            "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets>{names}</sheets></workbook>"
        ),
    );
    put(
        "xl/_rels/workbook.xml.rels",
        &format!("<Relationships xmlns=\"{package}/relationships\">{links}</Relationships>"),
    );
    put(
        "_rels/.rels",
        &format!(
            "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"rId1\" \
             Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        ),
    );
    put(
        "[Content_Types].xml",
        &format!(
            "<Types xmlns=\"{package}/content-types\"><Default Extension=\"rels\" \
             ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default \
             Extension=\"xml\" ContentType=\"application/xml\"/><Override \
             PartName=\"/xl/workbook.xml\" ContentType=\"{kind}.sheet.main+xml\"/>{types}</Types>"
        ),
    );
    zip.finish().unwrap().into_inner()
}
