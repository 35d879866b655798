//! Rules, rewards and what people did with points, in and out of their tables.

use super::{act, add_customers, world};
use crate::loyalty::{
    Aim, Downgrade, Earn, Expiry, Membership, PointCost, Programme, Qualification, Qualifier,
    QualifyingTime, Tier, TierColour,
};
use crate::model::Day;
use crate::store::adjustment::{self, Adjustment};
use crate::store::member::{self, Member};
use crate::store::redemption::{self, Redemption};
use crate::store::reward::{self, Reward, RewardKind};
use crate::store::{change, check, programme};

fn tier(name: &str, threshold: i64, colour: TierColour) -> Tier {
    let (name, benefits) = (name.to_owned(), "Early access".to_owned());
    Tier { name, colour, threshold, multiplier: 100, benefits, benefits_cost: Some(250) }
}

fn rules(name: &str) -> Programme {
    Programme {
        name: name.to_owned(),
        aim: Aim::Spend,
        members: Membership::Segment("plan = \"Pro\"".to_owned()),
        earn: Earn { per_visit: 5, ..Earn::default() },
        tiers: vec![tier("Green", 0, TierColour::Green), tier("Gold", 500, TierColour::Gold)],
        qualification: Qualification { measure: Qualifier::Points, over: QualifyingTime::Rolling },
        downgrade: Downgrade { one_tier: true, grace_days: 30 },
        expiry: Expiry::Each(24),
        cost: PointCost { points: 100, amount: 100 },
        expected_redemption: 720,
    }
}

#[test]
fn rules_hold_from_a_day_until_others_do_and_new_ones_take_the_place_of_later_ones() {
    let world = world();
    let set = |from: i32, name: &str| {
        let write = |tx: &rusqlite::Transaction<'_>, change| {
            programme::set(tx, Day(from), &rules(name))?;
            Ok(change)
        };
        world.store.write(&act("programme"), write).unwrap()
    };
    let reader = world.store.reader().unwrap();
    let names = || -> Vec<(i32, String)> {
        let versions = programme::all(&reader).unwrap().into_iter();
        versions.map(|version| (version.from.0, version.programme.name)).collect()
    };
    let told = |all: &[(i32, &str)]| -> Vec<(i32, String)> {
        all.iter().map(|(from, name)| (*from, (*name).to_owned())).collect()
    };
    assert!(names().is_empty());
    set(100, "First");
    set(200, "Second");
    assert_eq!(programme::all(&reader).unwrap()[0].programme, rules("First"));
    let third = set(150, "Third");
    assert_eq!(names(), told(&[(100, "First"), (150, "Third")]));
    set(150, "Fourth");
    assert_eq!(names(), told(&[(100, "First"), (150, "Fourth")]));
    let before = change::all(&reader).unwrap().len();
    set(150, "Fourth");
    assert_eq!(change::all(&reader).unwrap().len(), before, "the same again is no change");
    world.store.undo(change::all(&reader).unwrap()[0].id).unwrap();
    world.store.undo(third).unwrap();
    assert_eq!(names(), told(&[(100, "First"), (200, "Second")]));
    assert_eq!(check(&reader).unwrap(), []);
}

#[test]
fn what_people_did_comes_back_as_it_was_told() {
    let world = world();
    add_customers(&world.store, 2);
    let gift = Reward {
        id: 1,
        name: "A cake".to_owned(),
        kind: RewardKind::Gift,
        points: 400,
        worth: Some(1_500),
        retired: false,
    };
    let month =
        Reward { id: 2, kind: RewardKind::FreeMonth, points: 90, worth: None, ..gift.clone() };
    let month = Reward { name: "A month".to_owned(), retired: true, ..month };
    let taken = Redemption { account: 1, day: Day(9), reward: Some(1), what: None, points: 400 };
    let told =
        Redemption { reward: None, what: Some("A mug".to_owned()), day: Day(8), ..taken.clone() };
    let fixed = Adjustment { account: 2, day: Day(7), points: -50, reason: "Twice".to_owned() };
    let joined = Member {
        account: 2,
        joined: Some(Day(5)),
        left: None,
        opening: Some(120),
        opening_on: Some(Day(6)),
    };
    let left = Member { left: Some(Day(30)), ..joined };
    world
        .store
        .write(&act("rows"), |tx, _| {
            reward::add(tx, &gift)?;
            reward::add(tx, &Reward { retired: false, ..month.clone() })?;
            reward::update(tx, &month)?;
            redemption::add(tx, &taken)?;
            redemption::add(tx, &told)?;
            adjustment::add(tx, &fixed)?;
            let id = member::add(tx, &joined)?;
            member::update(tx, id, &left)
        })
        .unwrap();
    let reader = world.store.reader().unwrap();
    assert_eq!(reward::all(&reader).unwrap(), [gift.clone(), month]);
    assert_eq!(reward::by_id(&reader, 1).unwrap(), Some(gift));
    assert_eq!(reward::find(&reader, "A month").unwrap(), Some(2));
    assert_eq!(redemption::all(&reader).unwrap(), [(2, told), (1, taken)]);
    assert_eq!(adjustment::all(&reader).unwrap(), [(1, fixed)]);
    assert_eq!(member::all(&reader).unwrap(), [(1, left)]);
    assert_eq!(member::of_account(&reader, 2).unwrap(), [(1, left)]);
}
