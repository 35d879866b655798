//! What always holds: the same file twice adds nothing, twins stay, order and dress do not matter,
//! a cancel leaves nothing.

use super::*;
use proptest::prelude::*;

const HEADER: &str = "customer id,plan,amount,status,start date,ended at";

/// Rows of a list without keys, some of them twins.
fn rows() -> impl Strategy<Value = Vec<String>> {
    let row = (0..6_u8, 0..3_u8, 0..4_u16, 1..28_u8, any::<bool>()).prop_map(
        |(customer, plan, price, day, over)| {
            let (status, ended) = if over { ("canceled", "2025-06-30") } else { ("active", "") };
            format!("c{customer},plan-{plan},{price}9.50,{status},2025-01-{day:02},{ended}")
        },
    );
    prop::collection::vec(row, 1..25)
}

fn file(rows: &[String]) -> String {
    format!("{HEADER}\n{}\n", rows.join("\n"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_same_rows_again_add_nothing_in_any_order_and_dress(
        rows in rows(),
        seed in any::<prop::sample::Index>(),
    ) {
        let world = World::new();
        let first = world.import(&text(&file(&rows))).unwrap();
        let n = i64::try_from(rows.len()).unwrap();
        prop_assert_eq!(counts(&first), (n, n, 0, 0, 0), "twins stay: {:?}", first.problems);
        let facts = world.facts();

        let mut turned = rows.clone();
        turned.rotate_left(seed.index(rows.len()));
        turned.reverse();
        let dressed = file(&turned).replace(',', ";").replace('\n', "\r\n");
        let again = world.import(&text(&format!("\u{FEFF}{dressed}"))).unwrap();
        prop_assert_eq!(counts(&again), (n, 0, 0, n, 0));
        prop_assert_eq!(world.facts(), facts.clone());

        let other = World::new();
        other.import(&text(&file(&turned))).unwrap();
        prop_assert_eq!(other.facts(), facts);
    }
}

#[test]
fn the_order_of_columns_does_not_matter() {
    let world = World::new();
    world.import(&text("id,customer id,amount,start date\n1,a,9.00,2025-01-01\n")).unwrap();
    let turned = world.import(&text("start date,amount,customer id,id\n2025-01-01,9,a,1\n"));
    assert_eq!(counts(&turned.unwrap()), (1, 0, 0, 1, 0));
}

#[test]
fn of_two_rows_with_one_key_the_later_counts_and_the_same_file_changes_nothing() {
    let csv = "id,customer id,amount,start date\n\
               1,a,9.00,2025-01-01\n1,a,12.00,2025-01-01\n2,b,5.00,2025-01-01\n\
               1,a,9.00,2025-01-01\n2,b,5.00,2025-01-01\n";
    let world = World::new();
    let first = world.import(&text(csv)).unwrap();
    assert_eq!(counts(&first), (5, 2, 0, 0, 3));
    assert_eq!(codes(&first), [(2, "superseded"), (3, "superseded"), (6, "same_row")]);
    assert!(first.problems[0].message.contains('3'), "{}", first.problems[0].message);
    assert_eq!(world.rows("SELECT amount FROM subscription ORDER BY key"), ["900", "500"]);
    let again = world.import(&text(csv)).unwrap();
    assert_eq!(counts(&again), (5, 0, 0, 2, 3));
}

#[test]
fn two_states_of_one_moment_are_said_and_both_kept() {
    let csv = "customer,date,mrr\na,2025-01-01,10\na,2025-01-01,20\na,2025-02-01,30\n";
    let world = World::new();
    let summary = world.import(&text(csv)).unwrap();
    assert_eq!((summary.new, codes(&summary)), (3, vec![(3, "same_moment")]));
}

#[test]
fn a_dry_run_counts_exactly_and_leaves_nothing() {
    let world = World::new();
    let options = Options { dry_run: true, ..Options::default() };
    let input = fixture("stripe/subscriptions_all.csv");
    let counted = world.import_as(&input, &MappingRequest::default(), &options).unwrap();
    assert_eq!(counted.import, None);
    assert!(world.facts().is_empty());
    let done = world.import(&input).unwrap();
    assert_eq!(counts(&counted), counts(&done));
    assert_eq!(counted.problems, done.problems);
}

#[test]
fn a_cancel_leaves_nothing_and_the_next_import_works() {
    let mut csv = "id,customer id,amount,start date\n".to_owned();
    for n in 0..60_000 {
        csv += &format!("s{n},c{n},10.00,2025-01-01\n");
    }
    let world = World::new();
    let cancel = Cancel::default();
    let mut told = Vec::new();
    let mut progress = |progress: crate::task::Progress| {
        told.push(progress.done);
        if told.len() == 3 {
            cancel.cancel();
        }
    };
    let options = Options { now: NOW, ..Options::default() };
    let request = MappingRequest::default();
    let result =
        run(&world.store, &text(&csv), &request, &options, &english(), &cancel, &mut progress);
    assert!(matches!(result, Err(crate::Error::Cancelled)), "{result:?}");
    assert_eq!(told, [256, 512, 768], "told at every chunk, and none after the cancel");
    assert!(world.facts().is_empty());
    assert_eq!(world.rows("SELECT count(*) FROM change"), ["0"]);
    assert_eq!(world.import(&text(&csv)).unwrap().new, 60_000);
}

#[test]
fn past_due_counts_from_the_day_it_was_first_seen_so() {
    let csv = |status: &str, quantity: u8| {
        text(&format!(
            "id,customer id,amount,quantity,start date,status\n1,a,9,{quantity},2025-01-01,{status}\n"
        ))
    };
    let world = World::new();
    let import = |input: &Input, now: i64| {
        let options = Options { now, ..Options::default() };
        let request = MappingRequest::default();
        let cancel = Cancel::default();
        run(&world.store, input, &request, &options, &english(), &cancel, &mut |_| {}).unwrap();
        world.rows("SELECT seen_on FROM subscription").remove(0)
    };
    let first = import(&csv("active", 1), NOW);
    let due = import(&csv("past_due", 1), NOW + 5 * 86_400);
    let still = import(&csv("past_due", 2), NOW + 9 * 86_400);
    assert_ne!(first, due);
    assert_eq!(due, still);
}

#[test]
fn undoing_imports_in_any_order_gives_back_what_was_there() {
    let files = [
        "stripe/subscriptions_default.csv",
        "stripe/customers_all.csv",
        "stripe/subscriptions_all.csv",
        "other/plan_changes.csv",
    ];
    let orders = [[3, 2, 1, 0], [0, 1, 2, 3], [1, 3, 0, 2]];
    for order in orders {
        let world = World::new();
        let before = world.facts();
        let imports: Vec<i64> =
            files.iter().filter_map(|file| world.import(&fixture(file)).unwrap().import).collect();
        let after = world.facts();
        for at in order {
            world.store.undo(imports[at]).unwrap();
        }
        assert_eq!(world.facts(), before, "{order:?}");
        for file in files {
            world.import(&fixture(file)).unwrap();
        }
        assert_eq!(world.facts(), after, "{order:?}");
    }
}
