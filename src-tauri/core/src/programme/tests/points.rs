//! Points redeemed, given, taken and brought along; the catalogue.

use super::*;

#[test]
fn a_redemption_is_on_disk_when_it_is_acknowledged_and_touches_neither_money_nor_names() {
    let world = World::with_programme();
    world.bought(&[("zoe", "2025-02-01", "100"), ("bob", "2025-03-01", "70")]);
    let before = world.book();
    assert_eq!((world.balance("zoe"), world.balance("bob")), (100, 70));
    let names = std::ptr::from_ref(before.directory().unwrap());
    let done = world.redeem("zoe", 60, None).unwrap();
    assert_eq!(done.balance, 40);
    let conn = crate::store::open_reading(world.workspace.path()).unwrap();
    assert_eq!(redemption::all(&conn).unwrap()[0].1.points, 60);
    let after = world.book();
    assert!(Arc::ptr_eq(&before.ledger, &after.ledger), "the money was read again");
    assert!(std::ptr::eq(names, after.directory().unwrap()), "names were read again");
    assert_eq!((world.balance("zoe"), world.balance("bob")), (40, 70));
    world.is_as_read_again();
    world.workspace.undo(Some(done.change), today()).unwrap().unwrap();
    assert!(Arc::ptr_eq(&before.ledger, &world.book().ledger), "undoing reads the money again");
    assert_eq!(world.balance("zoe"), 100);
    world.workspace.redo(None, today()).unwrap().unwrap();
    assert_eq!(world.balance("zoe"), 40);
    world.is_as_read_again();
}

#[test]
fn what_the_balance_does_not_cover_on_that_day_is_refused() {
    let world = World::with_programme();
    world.bought(&[("zoe", "2025-02-01", "100"), ("zoe", "2025-06-01", "30")]);
    assert_eq!(code(world.redeem("zoe", 131, None)), "short_of_points");
    assert_eq!(code(world.redeem("zoe", 101, Some("2025-03-01"))), "short_of_points");
    assert_eq!(code(world.redeem("zoe", 1, Some("2025-01-31"))), "short_of_points");
    assert_eq!(code(world.redeem("zoe", 0, None)), "bad_setting");
    assert_eq!(code(world.redeem("zoe", 1, Some("2026-04-01"))), "bad_setting");
    world.redeem("zoe", 120, None).unwrap();
    // 100 were there in March, but most of them are used by now.
    assert_eq!(code(world.redeem("zoe", 11, Some("2025-03-01"))), "short_of_points");
    world.redeem("zoe", 10, Some("2025-03-01")).unwrap();
    assert_eq!(world.balance("zoe"), 0);
    world.is_as_read_again();
}

#[test]
fn without_a_programme_nothing_is_redeemed() {
    let world = World::new();
    world.bought(&[("zoe", "2025-02-01", "100")]);
    assert_eq!(code(world.redeem("zoe", 1, None)), "no_programme");
    assert_eq!(code(world.book().loyalty(false)), "no_programme");
    assert!(segment::parse("tier = \"Gold\"").is_ok_and(|one| world.book().mask(&one).is_err()));
}

#[test]
fn points_are_given_taken_and_brought_along_with_a_reason() {
    let world = World::with_programme();
    world.bought(&[("zoe", "2025-02-01", "100")]);
    let given = world.adjust("zoe", 25).unwrap();
    world.adjust("bob", 5).unwrap();
    world.adjust("zoe", -30).unwrap();
    assert_eq!((world.balance("zoe"), world.balance("bob")), (95, 5));
    world.workspace.undo(Some(given), today()).unwrap().unwrap();
    assert_eq!(world.balance("zoe"), 70);
    assert_eq!(code(world.adjust("zoe", 0)), "bad_setting");
    assert_eq!(code(world.adjust("zoe", -71)), "short_of_points");
    assert_eq!(code(world.adjust("zoe", i64::MIN + 1)), "short_of_points");
    assert_eq!(code(world.adjust("zoe", i64::MAX)), "bad_setting");
    let nameless = AdjustmentEntry { customer: world.id("zoe"), points: 1, ..Default::default() };
    assert_eq!(code(world.workspace.adjust_points(&nameless, NOW, today())), "bad_setting");
    let brought = |points, day: Option<&str>| {
        let (customer, day) = (world.id("cid"), day.map(str::to_owned));
        world.workspace.open_points(&OpeningEntry { customer, points, day }, NOW)
    };
    brought(400, None).unwrap().unwrap();
    assert_eq!(world.balance("cid"), 400);
    brought(300, Some("2025-05-01")).unwrap().unwrap();
    assert_eq!(world.balance("cid"), 300, "in place of what was there");
    assert_eq!(brought(300, Some("2025-05-01")).unwrap(), None, "it was so already");
    assert_eq!(code(brought(-1, None)), "bad_setting");
    let account = world.book().points().unwrap().account(2, today());
    assert!(matches!(account.statement[0].what, What::Opened { .. }));
    assert_eq!(account.measure, 0, "no tier comes of it");
    world.is_as_read_again();
}

#[test]
fn a_reward_is_taken_at_its_price_until_it_is_retired() {
    let world = World::with_programme();
    world.bought(&[("zoe", "2025-02-01", "100")]);
    let entry = RewardEntry {
        id: None,
        name: " A cake ".to_owned(),
        kind: RewardKind::Gift,
        points: 40,
        worth: Some(1_200),
        retired: false,
    };
    let (id, change) = world.workspace.save_reward(&entry, NOW).unwrap();
    assert!(change.is_some());
    assert_eq!(
        code(world.workspace.save_reward(&RewardEntry { id: None, ..entry.clone() }, NOW)),
        "name_taken"
    );
    let free = RewardEntry { name: "Free".to_owned(), points: 0, ..entry.clone() };
    assert_eq!(code(world.workspace.save_reward(&free, NOW)), "bad_setting");
    let take = || {
        let customer = world.id("zoe");
        let entry = RedemptionEntry { customer, reward: Some(id), ..RedemptionEntry::default() };
        world.workspace.redeem(&entry, NOW, today())
    };
    assert_eq!(take().unwrap().balance, 60);
    let retired = RewardEntry { id: Some(id), retired: true, ..entry };
    world.workspace.save_reward(&retired, NOW).unwrap();
    assert_eq!(code(take()), "no_such_reward");
    let book = world.book();
    assert_eq!(book.offer().unwrap().reward(id).unwrap().name, "A cake");
    assert_eq!(book.points().unwrap().redemptions[0].1.reward, Some(id));
}
