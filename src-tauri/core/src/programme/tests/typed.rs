//! Purchases, events and referrals typed in, corrected, deleted and taken back: what is spliced into
//! the points is what reading them anew gives.

use super::*;
use crate::import::hand::{RecordDraft, RecordRef};
use crate::loyalty::{Earn, Visits};
use proptest::prelude::*;

impl World {
    fn draft(
        &self,
        kind: Kind,
        id: Option<i64>,
        who: &str,
        values: &[(&str, &str)],
    ) -> RecordDraft {
        let values = values.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let record = RecordRef { kind, id, customer: id.is_none().then(|| self.id(who)) };
        RecordDraft { record, values: values.collect() }
    }

    /// Types a record in; its change.
    fn typed(&self, kind: Kind, id: Option<i64>, who: &str, values: &[(&str, &str)]) -> i64 {
        let draft = self.draft(kind, id, who, values);
        let saved = self.workspace.save_record(&draft, NOW, today(), &Voice::default()).unwrap();
        assert_eq!(saved.wrong, []);
        saved.change.unwrap()
    }

    fn deleted(&self, kind: Kind, id: i64) -> i64 {
        let record = RecordRef { kind, id: Some(id), customer: None };
        let done = self.workspace.delete_record(record, NOW, today(), &Voice::default()).unwrap();
        done.change.unwrap()
    }

    /// None where he is noted as brought already.
    fn refers(&self, who: &str, whom: &str, day: &str) -> Option<i64> {
        let (who_id, whom_id) = (self.id(who).to_string(), self.id(whom).to_string());
        let values = [("referrer", &*who_id), ("referred", &*whom_id), ("date", day)];
        let draft = self.draft(Kind::Referrals, None, who, &values);
        self.workspace.save_record(&draft, NOW, today(), &Voice::default()).unwrap().change
    }

    /// Whether the money was read again since.
    fn has_kept(&self, book: &Book) -> bool {
        Arc::ptr_eq(&book.ledger, &self.book().ledger)
    }

    fn turn(&self, change: i64) {
        self.workspace.undo(Some(change), today()).unwrap().unwrap();
    }
}

/// Visits count as well, and both sides of a referral.
fn generous() -> Programme {
    let earn = Earn { per_visit: 5, visits: Visits::Both, per_referral: 200, ..rules().earn };
    Programme { earn: Earn { to_referred: 100, ..earn }, ..rules() }
}

#[test]
fn a_purchase_typed_in_touches_its_customer_alone_and_is_taken_back_as_fast() {
    let world = World::with_programme();
    world.bought(&[("zoe", "2025-02-01", "100"), ("bob", "2025-03-01", "70")]);
    world.is_as_read_again();
    let before = world.book();
    let change =
        world.typed(Kind::Purchases, None, "zoe", &[("date", "2025-06-01"), ("amount", "40")]);
    assert_eq!((world.balance("zoe"), world.balance("bob")), (140, 70));
    world.is_as_read_again();
    world.typed(Kind::Purchases, Some(3), "zoe", &[("amount", "30"), ("date", "2025-09-01")]);
    assert_eq!(world.balance("zoe"), 130);
    world.is_as_read_again();
    world.typed(Kind::Purchases, Some(1), "zoe", &[("amount", "-10")]);
    world.is_as_read_again();
    let gone = world.deleted(Kind::Purchases, 2);
    assert_eq!(world.balance("bob"), 0);
    world.is_as_read_again();
    world.turn(gone);
    assert_eq!(world.balance("bob"), 70);
    world.is_as_read_again();
    world.workspace.redo(Some(gone), today()).unwrap().unwrap();
    assert_eq!(world.balance("bob"), 0);
    world.is_as_read_again();
    // Its purchase stays, for it was corrected since.
    world.turn(change);
    world.is_as_read_again();
    assert!(world.has_kept(&before), "everything was read again for one purchase");
}

#[test]
fn a_day_of_use_is_one_visit_however_many_events_it_has() {
    let world = World::new();
    world.set("2025-01-01", generous());
    world.book().standings().unwrap();
    let login =
        |day: &str| world.typed(Kind::Events, None, "zoe", &[("date", day), ("kind", "login")]);
    let first = login("2025-05-01");
    login("2025-05-01");
    assert_eq!(world.balance("zoe"), 5);
    world.typed(Kind::Events, None, "zoe", &[("date", "2025-05-02"), ("kind", "cancel_page")]);
    assert_eq!(world.balance("zoe"), 5, "no use");
    world.turn(first);
    assert_eq!(world.balance("zoe"), 5, "the second one is still there");
    world.is_as_read_again();
    world.deleted(Kind::Events, 2);
    assert_eq!(world.balance("zoe"), 0);
    world.is_as_read_again();
}

#[test]
fn a_referral_that_is_corrected_counts_for_who_is_named_now() {
    let world = World::new();
    world.set("2024-01-01", generous());
    world.book().standings().unwrap();
    world.refers("zoe", "cid", "2024-12-20").unwrap();
    assert_eq!((world.balance("zoe"), world.balance("cid")), (200, 100));
    let bob = world.id("bob").to_string();
    let change = world.typed(Kind::Referrals, Some(1), "zoe", &[("referrer", &*bob)]);
    assert_eq!((world.balance("zoe"), world.balance("bob")), (0, 200));
    world.is_as_read_again();
    world.turn(change);
    assert_eq!((world.balance("zoe"), world.balance("bob")), (200, 0));
    world.is_as_read_again();
    world.deleted(Kind::Referrals, 1);
    assert_eq!((world.balance("zoe"), world.balance("cid")), (0, 0));
    world.is_as_read_again();
}

/// One act: what, on which of a few days, of whom, how much.
fn act() -> impl Strategy<Value = (u8, usize, usize, u32)> {
    (0..7_u8, 0..4_usize, 0..3_usize, 1..300_u32)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]
    #[test]
    fn whatever_is_typed_in_and_taken_back_is_as_if_read_anew(
        acts in prop::collection::vec(act(), 8..14),
    ) {
        let world = World::new();
        world.set("2024-06-01", generous());
        world.bought(&[("zoe", "2025-02-01", "100"), ("bob", "2025-03-01", "70")]);
        world.is_as_read_again();
        let (names, days) = (["zoe", "bob", "cid"], ["2024-12-15", "2025-03-01", "2025-09-30", "2026-03-30"]);
        let (mut changes, mut bought) = (Vec::new(), vec![1, 2]);
        for (what, day, who, size) in acts {
            let (day, who, other) = (days[day], names[who], names[(who + 1) % 3]);
            let amount = size.to_string();
            let values = [("date", day), ("amount", &*amount)];
            match what {
                0 | 1 => {
                    changes.push(world.typed(Kind::Purchases, None, who, &values));
                    bought.push(bought.last().map_or(1, |id| id + 1));
                }
                2 => changes.push(world.typed(Kind::Events, None, who, &[("date", day), ("kind", "login")])),
                3 => changes.extend(world.refers(who, other, day)),
                4 => {
                    let id = bought[size as usize % bought.len()];
                    let draft = world.draft(Kind::Purchases, Some(id), who, &values);
                    let by = (NOW, today(), Voice::default());
                    // One that was taken back is not there.
                    if let Ok(saved) = world.workspace.save_record(&draft, by.0, by.1, &by.2) {
                        changes.extend(saved.change);
                    }
                }
                5 => {
                    if world.balance(who) > 10 {
                        changes.push(world.redeem(who, 10, None).unwrap().change);
                    }
                }
                _ => {
                    if let Some(change) = changes.pop() {
                        world.turn(change);
                    }
                }
            }
            world.is_as_read_again();
        }
    }
}
