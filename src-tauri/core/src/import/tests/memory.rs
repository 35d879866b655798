//! What was said of columns is used the next time, and goes with the import that confirmed it.

use super::*;
use crate::import::{memory, preview};

const LIST: &str = "who,when,monthly,remark\nc1,03/04/2025,31.00,first\n";

fn said() -> MappingRequest {
    let map = [("customer", "who"), ("date", "when"), ("mrr", "monthly")];
    MappingRequest {
        kind: Some(Kind::PlanChanges),
        map: map.map(|(field, column)| (field.to_owned(), column.to_owned())).into(),
        set: vec![("currency".to_owned(), "SEK".to_owned())],
        leave_out: vec!["remark".to_owned()],
        date_order: Some(DateOrder::MonthFirst),
        ..MappingRequest::default()
    }
}

fn remembering() -> Options {
    Options { remember: true, ..Options::default() }
}

#[test]
fn the_same_columns_in_another_order_are_read_as_they_were_mapped() {
    let world = World::new();
    let done = world.import_as(&text(LIST), &said(), &remembering()).unwrap();
    let again = text("Monthly,Remark,WHO,when\n45.00,x,c2,05/06/2025\n");
    let shown =
        preview(&world.store.reader().unwrap(), &again, &Default::default(), NOW, &english());
    let shown = shown.unwrap();
    assert!(shown.remembered.unwrap().contains("t.csv"));
    assert_eq!((shown.kind, shown.look, shown.missing.len()), (Some(Kind::PlanChanges), 0, 0));
    assert_eq!(shown.request.date_order, Some(DateOrder::MonthFirst));
    let summary = world.import(&again).unwrap();
    assert_eq!(counts(&summary), (1, 1, 0, 0, 0));
    assert!(summary.notices.iter().any(|notice| notice.code == "remembered"));
    assert!(world.rows("SELECT currency, day FROM plan_change").contains(&"SEK|20214".to_owned()));

    // What is said now beats what was said before; a kind of its own makes all of it void.
    let request =
        MappingRequest { set: vec![("currency".into(), "NOK".into())], ..Default::default() };
    world
        .import_as(
            &text("who,when,monthly,remark\nc3,05/06/2025,1,x\n"),
            &request,
            &Options::default(),
        )
        .unwrap();
    assert!(world.rows("SELECT currency, day FROM plan_change").contains(&"NOK|20214".to_owned()));
    let fresh = MappingRequest { fresh: true, ..Default::default() };
    let only = MappingRequest { map_only: true, ..Default::default() };
    for request in [fresh, only] {
        let conn = world.store.reader().unwrap();
        assert!(memory::recall(&conn, &again, &request).unwrap().from.is_none());
    }

    // Taking the import back takes back what it confirmed.
    world.store.undo(done.import.unwrap()).unwrap();
    assert_eq!(memory::all(&world.store.reader().unwrap()).unwrap(), []);
}

#[test]
fn what_nobody_has_looked_at_is_not_remembered_and_what_is_can_be_forgotten() {
    let world = World::new();
    let known = || memory::list(&world.store.reader().unwrap(), &english()).unwrap();
    world.import_as(&text(LIST), &said(), &Options::default()).unwrap();
    world
        .import_as(&fixture("stripe/subscriptions_all.csv"), &Default::default(), &remembering())
        .unwrap();
    assert_eq!(known(), [], "an exporter's file needs no memory");
    world.import_as(&text(LIST), &said(), &remembering()).unwrap();
    let [only] = known().try_into().unwrap();
    assert_eq!(
        (only.file.as_str(), only.about.as_str()),
        ("t.csv", "plan changes, 4 columns, 20 Nov 2025")
    );
    let act = crate::store::Act { kind: "edit", label: "mapping", at: NOW };
    world.store.write(&act, |tx, _| memory::forget(tx, &only.key)).unwrap();
    assert_eq!(known(), []);
    assert!(world.store.write(&act, |tx, _| memory::forget(tx, "currency")).is_err());
}
