//! Who is a member, and what segments know of it.

use super::*;

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

#[test]
fn somebody_is_taken_out_of_a_programme_for_everybody_and_taken_back_in() {
    let world = World::with_programme();
    world.bought(&[("zoe", "2025-02-01", "10"), ("zoe", "2025-04-01", "20")]);
    let entry = |day: &str| MemberEntry { customer: world.id("zoe"), day: Some(day.to_owned()) };
    let out = world.workspace.leave_programme(&entry("2025-03-01"), NOW, today()).unwrap();
    assert_eq!((world.balance("zoe"), world.tier("zoe")), (10, None));
    assert_eq!(world.tier("bob").as_deref(), Some("Bronze"));
    world.redeem("zoe", 4, None).unwrap();
    assert_eq!(world.balance("zoe"), 6, "what he has can still be used");
    world.is_as_read_again();
    world.workspace.join_programme(&entry("2025-04-01"), NOW, today()).unwrap();
    assert_eq!((world.balance("zoe"), world.tier("zoe").as_deref()), (26, Some("Bronze")));
    world.workspace.undo(None, today()).unwrap().unwrap();
    world.workspace.undo(out, today()).unwrap().unwrap();
    assert_eq!((world.balance("zoe"), world.tier("zoe").as_deref()), (26, Some("Bronze")));
    world.is_as_read_again();
}
