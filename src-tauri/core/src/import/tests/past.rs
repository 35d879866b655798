//! What an import did can be opened afterwards, and what taking it back would do is said before.

use super::*;
use crate::import::{ImportPart, import_problems, import_rows, undo_look};

const FIRST: &str = "id,customer,plan,amount,currency,start,status\n\
    s1,c1,Pro,29.00,EUR,2025-01-01,active\ns2,c2,Pro,29.00,EUR,2025-02-01,active\n\
    s3,c3,Pro,7O.00,EUR,2025-02-01,active\n";

#[test]
fn rates_that_came_and_changed_are_told_by_currency_and_day() {
    let world = World::new();
    let csv = "currency,date,rate\nUSD,2026-01-02,0.92\nJPY,2026-01-02,0.0061\n";
    let first = world.import(&text(csv)).unwrap().import.unwrap();
    let later = world.import(&text(&csv.replace("0.92", "0.93"))).unwrap().import.unwrap();
    let conn = world.store.reader().unwrap();
    let cells = |change, part| {
        let rows = import_rows(&conn, change, part, 0, &english()).unwrap().table.rows;
        rows[0].cells.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>()
    };
    let new = cells(first, ImportPart::New);
    assert_eq!(new[..2], ["USD, 2 Jan 2026", "exchange rates"]);
    let changed = cells(later, ImportPart::Changed);
    assert_eq!(changed[..2], ["USD, 2 Jan 2026", "exchange rates"]);
    assert!(changed[2].contains("0.92 → 0.93"), "{changed:?}");
    let look = undo_look(&world.store, later, &english()).unwrap();
    assert_eq!(look.restores[0].label, "exchange rates");
}

#[test]
fn rows_that_came_and_rows_that_changed_are_lists_and_what_stays_is_said_before_an_undo() {
    let world = World::new();
    let first = world.import(&text(FIRST)).unwrap().import.unwrap();
    let second = FIRST.replace("s2,c2,Pro,29.00", "s2,c2,Pro,39.00");
    let second = world.import(&text(&second)).unwrap().import.unwrap();
    let conn = world.store.reader().unwrap();
    let list = |change, part| import_rows(&conn, change, part, 0, &english()).unwrap();
    let cell = |rows: &crate::import::ImportRows, row: usize, at: usize| {
        rows.table.rows[row].cells[at].text.clone()
    };
    let new = list(first, ImportPart::New);
    assert_eq!(
        (new.table.count, new.more.clone()),
        (5, None),
        "2 subscriptions, 2 customers, a plan"
    );
    assert_eq!((cell(&new, 0, 0), cell(&new, 0, 1)), ("c1".into(), "subscriptions".into()));
    assert!(cell(&new, 0, 2).contains("Price €29.00"), "{}", cell(&new, 0, 2));
    assert!(new.table.rows[0].open.as_deref().unwrap().starts_with("/customers/"));
    let changed = list(second, ImportPart::Changed);
    assert_eq!((changed.table.count, cell(&changed, 0, 0)), (1, "c2".into()));
    assert_eq!(cell(&changed, 0, 2), "Price €29.00 → €39.00");

    // A customer's own name is told where it changed.
    let people = "id,name,email\nk1,Ann,ann@a.example\n";
    world.import(&self::text(people)).unwrap();
    let renamed = world.import(&self::text(&people.replace("Ann,", "Anna,"))).unwrap();
    let renamed = list(renamed.import.unwrap(), ImportPart::Changed);
    assert_eq!(cell(&renamed, 0, 2), "Name Ann → Anna");

    let kept = import_problems(&conn, first, &english()).unwrap().unwrap();
    assert_eq!((kept.causes.len(), kept.causes[0].column.as_str()), (1, "amount"));
    assert_eq!((kept.problems[0].line, kept.problems[0].value.as_str()), (4, "7O.00"));

    let before = world.facts();
    let look = undo_look(&world.store, first, &english()).unwrap();
    let text = |counts: &[crate::import::UndoCount]| {
        counts.iter().map(|c| format!("{} {}", c.count, c.label)).collect::<Vec<_>>().join(", ")
    };
    assert!(text(&look.stays).starts_with("1 customers, "), "{}", text(&look.stays));
    assert!(look.redo);
    assert_eq!(text(&look.removes), "1 customers, 1 subscriptions");
    assert_eq!(world.facts(), before, "only looked at");
}

/// Of an import how many rows a part of it lists, and how many it counts.
fn listed(world: &World, of: &ImportSummary, part: ImportPart) -> (usize, i64) {
    let conn = world.store.reader().unwrap();
    let list = import_rows(&conn, of.import.unwrap(), part, 0, &english()).unwrap();
    assert_eq!((list.table.rows.len(), list.more), (list.table.count, None), "all in sight");
    let counted = match part {
        ImportPart::New => of.new,
        ImportPart::Changed => of.changed,
        ImportPart::Unchanged => of.unchanged,
        ImportPart::Skipped => of.skipped,
    };
    (list.table.count, counted)
}

#[test]
fn rows_that_say_nothing_new_and_rows_left_out_are_lists_of_exactly_their_count() {
    for meant in super::exporters::meant() {
        let world = World::new();
        let file = fixture(meant.file);
        let request =
            MappingRequest { date_order: Some(DateOrder::DayFirst), ..Default::default() };
        // A fixture may hold two files of which one alone cannot be read.
        let Ok(first) = world.import_as(&file, &request, &Options::default()) else { continue };
        let again = world.import_as(&file, &request, &Options::default()).unwrap();
        for summary in [&first, &again] {
            for part in [ImportPart::Unchanged, ImportPart::Skipped] {
                let (listed, counted) = listed(&world, summary, part);
                assert_eq!(listed as i64, counted, "{}: {part:?}", meant.file);
            }
        }
        assert_eq!(again.unchanged, first.new, "{}", meant.file);
    }
}

#[test]
fn a_row_left_out_says_its_line_and_why_and_one_that_is_deleted_later_says_so() {
    let world = World::new();
    world.import(&text(FIRST)).unwrap();
    let again = world.import(&text(FIRST)).unwrap();
    let rows = |part| {
        let conn = world.store.reader().unwrap();
        let list = import_rows(&conn, again.import.unwrap(), part, 0, &english()).unwrap();
        let cells = |row: &crate::shown::Row| {
            row.cells.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>()
        };
        list.table.rows.iter().map(cells).collect::<Vec<_>>()
    };
    let skipped = rows(ImportPart::Skipped);
    assert_eq!(skipped[0][..3], ["4", "amount", "7O.00"]);
    assert!(skipped[0][3].contains("is not an amount"), "{skipped:?}");
    let unchanged = rows(ImportPart::Unchanged);
    assert_eq!(unchanged.iter().map(|row| row[0].as_str()).collect::<Vec<_>>(), ["c1", "c2"]);
    assert!(unchanged[0][2].contains("Price €29.00"), "{unchanged:?}");
    let act = crate::store::Act { kind: "edit", label: "delete:subscriptions", at: NOW };
    world.store.write(&act, |tx, _| crate::store::record::delete(tx, "subscription", 1)).unwrap();
    let unchanged = rows(ImportPart::Unchanged);
    assert_eq!((unchanged.len(), unchanged[0][2].as_str()), (2, "Deleted since"));
}

#[test]
fn every_row_of_a_part_is_on_one_of_its_pages() {
    let world = World::new();
    let people = |name: &str| -> String {
        (0..1_201).map(|n| format!("k{n},{name} {n},k{n}@a.example\n")).collect()
    };
    let header = "id,name,email\n";
    let first = world.import(&text(&format!("{header}{}", people("Ann")))).unwrap();
    let second = world.import(&text(&format!("{header}{}", people("Bo")))).unwrap();
    let third = world.import(&text(&format!("{header}{}", people("Bo")))).unwrap();
    let conn = world.store.reader().unwrap();
    for (import, part) in
        [(first, ImportPart::New), (second, ImportPart::Changed), (third, ImportPart::Unchanged)]
    {
        let page =
            |skip| import_rows(&conn, import.import.unwrap(), part, skip, &english()).unwrap();
        let (mut skip, mut seen, mut sizes) = (Some(0), std::collections::BTreeSet::new(), vec![]);
        while let Some(before) = skip {
            let page = page(before);
            seen.extend(page.table.rows.iter().map(|row| row.cells[0].text.clone()));
            sizes.push((page.table.rows.len(), page.before));
            skip = page.after;
        }
        assert_eq!(seen.len(), 1_201, "{part:?}");
        assert_eq!(sizes, [(500, None), (500, Some(0)), (201, Some(500))]);
        assert_eq!(page(500).more.as_deref(), Some("501 to 1,000 of 1,201"));
    }
}
