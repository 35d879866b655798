//! The programme in a real workspace: what is written is on disk, computed at once, and taken back.

use super::*;
use crate::accounts::Decided;
use crate::book::Book;
use crate::import::{Input, Kind, MappingRequest, Options, run};
use crate::loyalty::{Expiry, Membership, Programme, Spend, Standings, What};
use crate::model::Currency;
use crate::segment;
use crate::store::reward::RewardKind;
use crate::store::{Founding, redemption};
use crate::task::Cancel;
use crate::voice::Voice;
use crate::workspace::{Redeemed, Workspace};
use std::sync::Arc;

const TODAY: &str = "2026-03-31";
const NOW: i64 = 1_774_900_000;

struct World {
    workspace: Workspace,
    _dir: tempfile::TempDir,
}

fn today() -> Day {
    Day::parse(TODAY).unwrap()
}

/// Points for purchases alone, a point a euro: Silver from 500, Gold from 1,500.
fn rules() -> Programme {
    let mut rules = by_spend(Currency::EUR, &Voice::default());
    rules.earn.spend = Spend::Purchases;
    rules.expiry = Expiry::Never;
    rules
}

impl World {
    /// Zoe, Bob and Cid pay since January 2025; no programme yet.
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let (name, time_zone) = ("Test".to_owned(), chrono_tz::UTC);
        let founding = Founding { name, currency: Currency::EUR, time_zone };
        let workspace =
            Workspace::create(&dir.path().join("t.holdfast"), &founding, today()).unwrap();
        let world = Self { workspace, _dir: dir };
        world.import(Kind::Customers, "id,name\nzoe,Zoe\nbob,Bob\ncid,Cid\n");
        let rows = ["zoe", "bob", "cid"].map(|key| format!("S-{key},{key},Team,9,2025-01-01\n"));
        let subscriptions = format!("id,customer,plan,amount,start\n{}", rows.concat());
        world.import(Kind::Subscriptions, &subscriptions);
        world
    }

    /// The same with a programme since then.
    fn with_programme() -> Self {
        let world = Self::new();
        world.set("2025-01-01", rules());
        world
    }

    fn set(&self, from: &str, programme: Programme) {
        let entry = ProgrammeEntry { from: Some(from.to_owned()), programme };
        self.workspace.save_programme(&entry, NOW, today()).unwrap().unwrap();
    }

    /// Imports a file; its change.
    fn import(&self, kind: Kind, csv: &str) -> i64 {
        let input = Input::bytes("t.csv", csv.as_bytes()).unwrap();
        let request = MappingRequest { kind: Some(kind), ..MappingRequest::default() };
        let options = Options { now: NOW, ..Options::default() };
        let (store, voice) = (self.workspace.store(), Voice::default());
        let done = run(store, &input, &request, &options, &voice, &Cancel::default(), &mut |_| {});
        self.workspace.reload(today()).unwrap();
        done.unwrap().import.unwrap()
    }

    fn bought(&self, rows: &[(&str, &str, &str)]) -> i64 {
        let rows = rows.iter().map(|(who, day, amount)| format!("{who},{day},{amount}\n"));
        let csv = format!("customer,date,amount\n{}", rows.collect::<String>());
        self.import(Kind::Purchases, &csv)
    }

    fn book(&self) -> Arc<Book> {
        self.workspace.book(today())
    }

    fn id(&self, key: &str) -> i64 {
        self.book().customers_with_key(key).unwrap()[0]
    }

    fn balance(&self, key: &str) -> i64 {
        let (book, id) = (self.book(), self.id(key));
        let customer = book.ledger.find(id).unwrap();
        book.standings().unwrap().rows[customer as usize].balance
    }

    fn tier(&self, key: &str) -> Option<String> {
        let (book, id) = (self.book(), self.id(key));
        let customer = book.ledger.find(id).unwrap();
        book.loyal(customer).unwrap().tier.map(str::to_owned)
    }

    fn redeem(&self, key: &str, points: i64, day: Option<&str>) -> Result<Redeemed> {
        let (what, day) = ("A mug".to_owned(), day.map(str::to_owned));
        let customer = self.id(key);
        let entry = RedemptionEntry { customer, reward: None, what, points: Some(points), day };
        self.workspace.redeem(&entry, NOW, today())
    }

    fn adjust(&self, key: &str, points: i64) -> Result<i64> {
        let (customer, reason) = (self.id(key), "Sorry".to_owned());
        let entry = AdjustmentEntry { customer, points, reason, day: None };
        self.workspace.adjust_points(&entry, NOW, today())
    }

    /// What is held in memory is what a reader makes of the file from scratch.
    fn is_as_read_again(&self) {
        let spliced = self.book();
        let fresh = Book::load(self.workspace.path(), today(), 0).unwrap();
        let points = fresh.points().unwrap();
        let standings = Standings::new(&points.rules, &points.facts, today());
        assert_eq!(*spliced.standings().unwrap(), standings);
        let held = spliced.points().unwrap();
        for customer in 0..3 {
            assert_eq!(held.facts.of(customer), points.facts.of(customer));
        }
        assert_eq!(crate::store::check(&fresh.reader().unwrap()).unwrap(), []);
    }
}

fn code<T: std::fmt::Debug>(done: Result<T>) -> &'static str {
    done.unwrap_err().code()
}

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
fn an_import_undone_after_its_points_were_spent_leaves_a_debt_that_later_points_fill() {
    let world = World::with_programme();
    let purchases = world.bought(&[("zoe", "2025-02-01", "100"), ("bob", "2025-02-01", "100")]);
    world.redeem("zoe", 80, Some("2025-03-01")).unwrap();
    world.workspace.undo(Some(purchases), today()).unwrap().unwrap();
    assert_eq!((world.balance("zoe"), world.balance("bob")), (-80, 0));
    let listed = world.book().loyalty(true).unwrap();
    let debts: Vec<_> = listed.members.into_iter().flatten().filter(|it| it.balance < 0).collect();
    assert_eq!((debts.len(), &*debts[0].key, debts[0].balance), (1, "zoe", -80));
    assert_eq!(listed.points.outstanding, -80);
    assert_eq!(listed.liability, 0, "nobody pays us");
    let refused = world.redeem("zoe", 1, None).unwrap_err();
    assert!(refused.message(&Voice::default()).contains("80"), "{refused:?}");
    world.bought(&[("zoe", "2025-09-01", "50")]);
    assert_eq!(world.balance("zoe"), -30);
    assert_eq!(code(world.redeem("zoe", 1, None)), "short_of_points");
    world.bought(&[("zoe", "2025-10-01", "50")]);
    assert_eq!(world.balance("zoe"), 20);
    world.redeem("zoe", 20, None).unwrap();
    world.workspace.redo(Some(purchases), today()).unwrap().unwrap();
    assert_eq!(world.balance("zoe"), 100);
    world.is_as_read_again();
}

#[test]
fn customers_who_become_one_have_their_points_together_and_part_with_their_own() {
    let world = World::with_programme();
    world.bought(&[("zoe", "2025-02-01", "300"), ("bob", "2025-02-01", "250")]);
    world.redeem("bob", 40, None).unwrap();
    let all = vec![world.id("zoe"), world.id("bob")];
    let joined = Decided::Customers { all: all.clone(), one: all.clone() };
    world.workspace.decide(&joined, NOW, today()).unwrap();
    assert_eq!((world.balance("zoe"), world.balance("bob")), (510, 510));
    assert_eq!(world.tier("bob").as_deref(), Some("Silver"));
    world.redeem("bob", 500, None).unwrap();
    assert_eq!(world.balance("zoe"), 10);
    world.is_as_read_again();
    world.workspace.decide(&Decided::Split { account: all[1] }, NOW, today()).unwrap();
    // What was redeemed together stands with the account it was written for.
    assert_eq!((world.balance("zoe"), world.balance("bob")), (-200, 210));
    assert_eq!(world.tier("zoe").as_deref(), Some("Bronze"));
    world.is_as_read_again();
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
fn who_has_to_join_earns_from_the_day_he_did_until_he_left() {
    let world = World::new();
    world.set("2025-01-01", Programme { members: Membership::Joined, ..rules() });
    let rows = ["2025-02-01", "2025-04-01", "2025-06-01"].map(|day| ("zoe", day, "10"));
    world.bought(&rows);
    assert_eq!((world.balance("zoe"), world.tier("zoe")), (0, None));
    let entry = |day: &str| MemberEntry { customer: world.id("zoe"), day: Some(day.to_owned()) };
    world.workspace.join_programme(&entry("2025-03-01"), NOW, today()).unwrap();
    assert_eq!((world.balance("zoe"), world.tier("zoe").as_deref()), (20, Some("Bronze")));
    let again = world.workspace.join_programme(&entry("2025-03-05"), NOW, today());
    assert_eq!(code(again), "bad_setting");
    world.workspace.leave_programme(&entry("2025-05-01"), NOW, today()).unwrap().unwrap();
    assert_eq!((world.balance("zoe"), world.tier("zoe")), (10, None));
    world.redeem("zoe", 10, None).unwrap();
    world.workspace.join_programme(&entry("2025-05-15"), NOW, today()).unwrap();
    assert_eq!((world.balance("zoe"), world.tier("zoe").as_deref()), (10, Some("Bronze")));
    assert_eq!(world.tier("bob"), None);
    world.is_as_read_again();
}

#[test]
fn members_and_what_they_bring_come_from_a_file_and_go_with_it() {
    let world = World::new();
    world.set("2025-01-01", Programme { members: Membership::Joined, ..rules() });
    world.bought(&[("zoe", "2025-02-01", "10"), ("zoe", "2025-04-01", "10")]);
    let csv = "customer,member since,points balance\nzoe,2025-03-01,120\nbob,2025-04-01,\n";
    let members = world.import(Kind::Members, csv);
    assert_eq!((world.balance("zoe"), world.balance("bob")), (130, 0));
    assert_eq!((world.tier("bob").as_deref(), world.tier("cid")), (Some("Bronze"), None));
    // A later file of the same programme says what they have by then.
    world.import(Kind::Members, &csv.replace("120", "150"));
    assert_eq!(world.balance("zoe"), 160);
    world.workspace.undo(None, today()).unwrap().unwrap();
    world.workspace.undo(Some(members), today()).unwrap().unwrap();
    assert_eq!((world.balance("zoe"), world.tier("zoe")), (0, None));
    world.is_as_read_again();
}

#[test]
fn other_rules_change_nothing_before_their_day_and_unsound_ones_are_refused() {
    let world = World::with_programme();
    world.bought(&[("zoe", "2025-02-01", "100"), ("zoe", "2025-08-01", "100")]);
    let mut double = rules();
    double.earn.per_amount.as_mut().unwrap().points = 2;
    world.set("2025-06-01", double.clone());
    assert_eq!(world.balance("zoe"), 300);
    world.is_as_read_again();
    world.workspace.undo(None, today()).unwrap().unwrap();
    assert_eq!(world.balance("zoe"), 200);
    double.tiers[1].threshold = 0;
    let entry = ProgrammeEntry { from: None, programme: double };
    let unsound = world.workspace.save_programme(&entry, NOW, today());
    assert_eq!(code(unsound), "unsound_programme");
    let segment =
        |text: &str| Programme { members: Membership::Segment(text.to_owned()), ..rules() };
    for text in ["plan =", "galaxy = \"far\""] {
        let entry = ProgrammeEntry { from: None, programme: segment(text) };
        assert!(world.workspace.save_programme(&entry, NOW, today()).is_err(), "{text}");
    }
    world.set("2025-01-01", segment("plan = \"Solo\""));
    assert_eq!((world.balance("zoe"), world.tier("zoe")), (0, None));
    world.set("2025-01-01", segment("plan = \"Team\""));
    assert_eq!(world.balance("zoe"), 200);
}

#[test]
fn an_invoice_and_its_charge_are_the_same_money_and_what_is_given_back_takes_its_points() {
    let world = World::new();
    let mut both = rules();
    both.earn.spend = Spend::Both;
    world.set("2025-01-01", both);
    // Nothing but the ledger: nine euros a month since January 2025, fifteen months.
    assert_eq!(world.balance("bob"), 15 * 9);
    world.import(Kind::Payments, "id,customer,invoice,date,amount\nP-1,bob,,2025-01-01,50\n");
    assert_eq!(world.balance("bob"), 50, "charges where there are any");
    world.import(
        Kind::Invoices,
        "Invoice number,Customer,Date,Total,Tax,Status\n\
         R-1,zoe,2025-02-01,121,21,paid\nR-2,zoe,2025-03-01,60.50,10.50,open\n",
    );
    assert_eq!(world.balance("zoe"), 100, "what was paid, without tax");
    world.import(
        Kind::Payments,
        "id,customer,invoice,date,amount,refunded\n\
         P-2,zoe,R-1,2025-02-03,121,0\nP-3,zoe,R-2,2025-03-09,60,0\n",
    );
    assert_eq!(
        world.balance("zoe"),
        160,
        "the charge of the open one counts, that of the other not"
    );
    world.import(
        Kind::Payments,
        "id,customer,invoice,date,amount,refunded\nP-2,zoe,R-1,2025-02-03,121,60.50\n",
    );
    assert_eq!(world.balance("zoe"), 110, "half of it was given back");
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

#[test]
fn segments_and_the_roll_know_tier_points_and_who_brought_whom() {
    let world = World::with_programme();
    world.bought(&[("zoe", "2026-02-01", "1600"), ("bob", "2026-02-01", "70")]);
    world.import(
        Kind::Referrals,
        "Referrer,Referred,Date\nzoe,bob,2024-12-01\nbob,cid,2025-06-01\n",
    );
    let book = world.book();
    let names = |text: &str| -> Vec<String> {
        let mask = book.mask(&segment::parse(text).unwrap()).unwrap();
        book.roll(Some(&mask)).unwrap().into_iter().map(|one| one.name).collect()
    };
    assert_eq!(names("tier = \"Gold\""), ["Zoe"]);
    assert_eq!(names("points < 100"), ["Bob", "Cid"]);
    assert_eq!(names("tier in (\"Bronze\") and points > 0"), ["Bob"]);
    // Cid had been a customer for months when he was noted: Bob brought nobody.
    assert_eq!(names("referrals >= 1"), ["Zoe"]);
    assert_eq!(names("referred_by = \"zoe\""), ["Bob"]);
    let roll = book.roll(None).unwrap();
    let bob = &roll[0];
    assert_eq!((bob.tier.as_deref(), bob.points), (Some("Bronze"), Some(70)));
    assert_eq!(
        (bob.referred_by.as_deref(), &*bob.referred),
        (Some("zoe"), &["cid".to_owned()][..])
    );
    // A redemption moves nobody's tier; an adjustment is in the segment at once.
    world.adjust("cid", 500).unwrap();
    let mask = world.book().mask(&segment::parse("points = 500").unwrap()).unwrap();
    assert_eq!(mask.members(), [2]);
}
