//! The programme in a real workspace: what is written is on disk, computed at once, and taken back.

mod counted;
mod members;
mod money;
mod points;
mod rules;
mod typed;

use super::*;
use crate::accounts::Decided;
use crate::book::Book;
use crate::import::{Input, Kind, MappingRequest, Options, run};
use crate::loyalty::{Expiry, Membership, Programme, Spend, Standings, What, moved_between};
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
        assert_eq!(**spliced.standings().unwrap(), standings);
        let held = spliced.points().unwrap();
        for customer in 0..3 {
            assert_eq!(held.facts.of(customer), points.facts.of(customer));
        }
        // Days that were asked for before are carried on: the next call finds them spliced.
        for day in ["2025-03-31", "2025-09-30"].map(|day| Day::parse(day).unwrap()) {
            let known = spliced.standings_on(day).unwrap();
            assert_eq!(*known, Standings::new(&points.rules, &points.facts, day), "{day}");
            let from = day.plus(-30);
            let moved = moved_between(&points.rules, &points.facts, from, day);
            assert_eq!(*spliced.points_moved(from, day).unwrap(), moved, "{day}");
        }
        assert_eq!(crate::store::check(&fresh.reader().unwrap()).unwrap(), []);
    }
}

fn code<T: std::fmt::Debug>(done: Result<T>) -> &'static str {
    done.unwrap_err().code()
}
