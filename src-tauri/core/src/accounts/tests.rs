//! Joining, splitting and undoing in a real workspace.

use super::*;
use crate::import::{Input, MappingRequest, Options, run};
use crate::model::Currency;
use crate::store::{Act, Founding, Store, bond};
use crate::task::Cancel;
use crate::views::{self, PageRequest, Query};
use crate::voice::{Language, Region, Voice};
use proptest::prelude::*;
use std::collections::BTreeMap;

struct World {
    store: Store,
    _dir: tempfile::TempDir,
}

/// Two systems, each with customers and subscriptions: only the customers files have names, only
/// the subscriptions of the second have addresses of their own.
const FILES: [(&str, &str, &str); 4] = [
    (
        "one",
        "customers",
        "customer id,email,name\na1,Zoe@a.nl,Zoe\na2,bob@a.nl,Bob\na3,info@a.nl,Desk\n",
    ),
    (
        "one",
        "subscriptions",
        "id,customer id,amount,start date\ns1,a1,9,2025-01-01\ns4,a4,9,2025-01-01\n",
    ),
    (
        "two",
        "customers",
        "customer id,email,name\nb1,zoe@a.nl ,Zoe\nb2,bob@a.nl,Bob\nb3,info@a.nl,Desk\nb4,bob@a.nl,Bob\n",
    ),
    (
        "two",
        "subscriptions",
        "id,customer id,email,amount,start date\nt1,b1,,9,2025-01-01\nt9,b9,ann@a.nl,9,2025-01-01\n",
    ),
];

impl World {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let founding = Founding {
            name: "Test".to_owned(),
            currency: Currency::EUR,
            time_zone: chrono_tz::Europe::Amsterdam,
        };
        let store = Store::create(&dir.path().join("t.holdfast"), &founding).unwrap();
        Self { store, _dir: dir }
    }

    fn import(&self, source: &str, csv: &str) -> i64 {
        let input = Input::bytes("t.csv", csv.as_bytes()).unwrap();
        let request =
            MappingRequest { source: Some(source.to_owned()), ..MappingRequest::default() };
        let options = Options { now: 1_763_631_060, ..Options::default() };
        let voice = Voice::new(Language::En, Region::default());
        let cancel = Cancel::default();
        let summary =
            run(&self.store, &input, &request, &options, &voice, &cancel, &mut |_| {}).unwrap();
        summary.import.unwrap()
    }

    fn import_all(&self, order: &[usize]) {
        for at in order {
            let (source, _, csv) = FILES[*at];
            self.import(source, csv);
        }
    }

    fn decide(&self, decided: &Decided) -> i64 {
        let act = Act { kind: "edit", label: "join", at: 1_763_631_060 };
        self.store
            .write(&act, |tx, change| {
                decide(tx, decided)?.write(tx)?;
                Ok(change)
            })
            .unwrap()
    }

    /// The keys of every customer, joined by a plus.
    fn customers(&self) -> Vec<String> {
        let mut keys: BTreeMap<i64, Vec<String>> = BTreeMap::new();
        account::profiles(&self.store.reader().unwrap(), |one| {
            keys.entry(one.customer).or_default().push(one.key.to_owned());
            Ok(())
        })
        .unwrap();
        let mut all: Vec<String> = keys
            .into_values()
            .map(|mut keys| {
                keys.sort();
                keys.join("+")
            })
            .collect();
        all.sort();
        all
    }

    fn number(&self, key: &str) -> (i64, i64) {
        let sql = "SELECT id, customer FROM account WHERE key = ?1";
        let conn = self.store.reader().unwrap();
        conn.query_row(sql, [key], |row| Ok((row.get(0)?, row.get(1)?))).unwrap()
    }

    fn dump(&self) -> Vec<(i64, i64)> {
        let mut all = Vec::new();
        account::mails(&self.store.reader().unwrap(), |id, _, customer, _| {
            all.push((id, customer));
            Ok(())
        })
        .unwrap();
        all
    }
}

const ALL: [&str; 8] = ["a1+b1", "a2", "a3", "a4", "b2", "b3", "b4", "b9"];

#[test]
fn an_import_joins_by_mail_address_and_the_same_file_again_changes_nothing() {
    let world = World::new();
    world.import_all(&[0, 1, 2, 3]);
    assert_eq!(world.customers(), ALL);
    let asked = questions(&world.store.reader().unwrap()).unwrap();
    let asked: Vec<(&str, usize)> =
        asked.iter().map(|one| (one.doubt.code(), one.customers.len())).collect();
    assert_eq!(asked, [("shared", 3), ("desk", 2)]);
    let before = world.dump();
    world.import_all(&[0, 1, 2, 3]);
    assert_eq!(world.dump(), before);
}

#[test]
fn what_is_split_stays_split_and_undo_joins_it_again() {
    let world = World::new();
    world.import_all(&[0, 2]);
    let before = world.dump();
    let (account, customer) = world.number("b1");
    assert_ne!(account, customer);
    let change = world.decide(&Decided::Split { account });
    assert_eq!(world.number("b1"), (account, account));
    world.import_all(&[0, 2, 1, 3]);
    assert_eq!(world.number("b1"), (account, account), "kept apart");
    world.store.undo(change).unwrap();
    assert_eq!(world.number("b1"), (account, customer));
    world.import("one", "customer id,email\na8,new@a.nl\n");
    assert_eq!(world.number("b1"), (account, customer));
    assert_eq!(world.dump()[..before.len()], before);
}

#[test]
fn what_is_joined_by_hand_stays_joined_and_can_be_split_and_undone() {
    let world = World::new();
    world.import_all(&[0, 2]);
    let before = world.dump();
    let (b4, a2, b2) = (world.number("b4").1, world.number("a2").1, world.number("b2").1);
    let join = Decided::Customers { all: vec![a2, b2, b4], one: vec![b2, a2] };
    let change = world.decide(&join);
    assert!(world.customers().contains(&"a2+b2".to_owned()));
    let asked = questions(&world.store.reader().unwrap()).unwrap();
    assert_eq!(asked.len(), 1, "only the desk is left: {asked:?}");
    world.import_all(&[2, 0]);
    assert!(world.customers().contains(&"a2+b2".to_owned()));
    let split = world.decide(&Decided::Split { account: world.number("b2").0 });
    assert!(world.customers().contains(&"b2".to_owned()));
    for change in [change, split] {
        world.store.undo(change).unwrap();
    }
    assert_eq!(world.dump(), before);
    assert_eq!(bond::all(&world.store.reader().unwrap()).unwrap(), []);
}

#[test]
fn two_of_one_source_joined_by_hand_let_the_address_join_the_third() {
    let world = World::new();
    world.import_all(&[0, 2]);
    let (b2, b4) = (world.number("b2").1, world.number("b4").1);
    let join = Decided::Customers { all: vec![b2, b4], one: vec![b2, b4] };
    let planned = decide(&world.store.reader().unwrap(), &join).unwrap();
    assert_eq!(planned.moves.len(), 2, "{planned:?}");
    world.decide(&join);
    assert!(world.customers().contains(&"a2+b2+b4".to_owned()));
    let before = world.dump();
    world.decide(&Decided::Split { account: world.number("a2").0 });
    assert!(world.customers().contains(&"b2+b4".to_owned()), "the rest stays one");
    world.import("three", "customer id,email\nc1,else@a.nl\n");
    assert!(world.customers().contains(&"b2+b4".to_owned()));
    assert_eq!(world.dump().len(), before.len() + 1);
}

#[test]
fn an_import_that_is_undone_takes_its_joining_back() {
    let world = World::new();
    world.import_all(&[0]);
    let before = world.dump();
    let second = world.import(FILES[2].0, FILES[2].2);
    assert!(world.customers().contains(&"a1+b1".to_owned()));
    world.store.undo(second).unwrap();
    assert_eq!(world.dump(), before);
    let first = 1;
    world.import(FILES[2].0, FILES[2].2);
    world.store.undo(first).unwrap();
    assert!(world.customers().contains(&"b1".to_owned()));
    world.import_all(&[0]);
    assert!(world.customers().contains(&"a1+b1".to_owned()));
}

#[test]
fn a_customer_that_is_not_there_is_refused() {
    let world = World::new();
    world.import_all(&[0]);
    let conn = world.store.reader().unwrap();
    let join = Decided::Customers { all: vec![1, 99], one: vec![1, 99] };
    assert!(matches!(decide(&conn, &join), Err(crate::Error::NoSuchCustomer)));
    let split = Decided::Split { account: 99 };
    assert!(matches!(decide(&conn, &split), Err(crate::Error::NoSuchCustomer)));
}

#[test]
fn what_is_missing_has_the_count_of_its_list() {
    let world = World::new();
    world.import_all(&[0, 1, 2, 3]);
    world.import("one", "id,customer id,amount,currency,start date\ns7,a2,9,SEK,2025-01-01\n");
    let voice = Voice::new(Language::En, Region::default());
    let today = crate::model::Day::parse("2025-11-20").unwrap();
    let book = crate::book::Book::load(world.store.path(), today, 1).unwrap();
    let health = views::health(&book, &voice).unwrap();
    let mut found = Vec::new();
    for line in &health.lines {
        let counted = match (&line.list, line.code.as_str()) {
            (Some(list), _) => {
                let (query, page) = (Query::default(), PageRequest::default());
                views::list(&book, &query, list, &page, &voice).unwrap().table.rows.len()
            }
            (None, "doubts") => health.questions.len(),
            _ => line.items.iter().map(|item| item.count).sum(),
        };
        assert_eq!(line.count, counted, "{}", line.code);
        assert!(!line.text.contains("health-"), "{}", line.text);
        found.push((line.code.as_str(), line.count));
    }
    // Without a subscription: a2 (its amount has no rate), a3, b2, b3 and b4.
    assert_eq!(found[..2], [("ended", 1), ("rates", 1)]);
    assert!(found.contains(&("doubts", 2)) && found.contains(&("customers", 5)), "{found:?}");
}

#[test]
fn the_preview_names_everybody_who_becomes_one() {
    let world = World::new();
    world.import_all(&[0, 2]);
    let today = crate::model::Day::parse("2025-11-20").unwrap();
    let book = crate::book::Book::load(world.store.path(), today, 1).unwrap();
    let voice = Voice::new(Language::En, Region::default());
    let (b2, b4) = (world.number("b2").1, world.number("b4").1);
    let view = views::together(&book, &[b2, b4], &voice).unwrap();
    let keys: Vec<&str> = view.members.iter().map(|one| &*one.accounts[0].key).collect();
    assert_eq!(keys, ["a2", "b2", "b4"], "the address then joins the third");
    let one = views::customer(&book, world.number("b1").1, &voice).unwrap();
    let keys: Vec<&str> = one.accounts.iter().map(|account| &*account.key).collect();
    assert_eq!(keys, ["a1", "b1"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn the_order_of_files_does_not_matter(
        order in Just(vec![0_usize, 1, 2, 3]).prop_shuffle(),
        undo in prop::collection::vec(any::<bool>(), 4),
    ) {
        let world = World::new();
        let mut changes = Vec::new();
        for at in &order {
            changes.push(world.import(FILES[*at].0, FILES[*at].2));
        }
        prop_assert_eq!(world.customers(), ALL.to_vec());
        for (change, _) in changes.iter().zip(&undo).filter(|(_, undo)| **undo) {
            world.store.undo(*change).unwrap();
        }
        world.import_all(&order);
        prop_assert_eq!(world.customers(), ALL.to_vec());
    }
}
