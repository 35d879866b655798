//! The sample's loyalty programme: its rules, what it offers, and what customers took of it.

use super::dice::{Dice, Topic};
use super::{Sample, write::KIND};
use crate::Result;
use crate::book::{Book, Points};
use crate::loyalty::{
    Aim, Deed, Downgrade, Earn, Expiry, Fact, Facts, Membership, PerAmount, PointCost, Programme,
    Qualification, Qualifier, QualifyingTime, Spend, Tier, TierColour, replay,
};
use crate::model::{Day, Grain, Period};
use crate::store::redemption::Redemption;
use crate::store::reward::{Reward, RewardKind};
use crate::store::{Act, Store, Transaction, account, adjustment, programme, redemption, reward};

/// Months before the last one since which there is a programme.
const MONTHS: i32 = 24;

/// In how many of 10,000 months a customer thinks of his points.
const THINKS: u32 = 900;

const TIERS: [(&str, TierColour, i64, &str, i64); 4] = [
    ("Bronze", TierColour::Bronze, 0, "Points on everything", 0),
    ("Silver", TierColour::Silver, 500, "New features two weeks earlier", 50),
    ("Gold", TierColour::Gold, 1_500, "An hour of training a year", 240),
    ("Platinum", TierColour::Platinum, 3_000, "A contact of one's own", 900),
];

const REWARDS: [(&str, RewardKind, i64, Option<i64>); 5] = [
    ("A cake on your anniversary", RewardKind::Gift, 250, Some(1_800)),
    ("Early access to what is new", RewardKind::EarlyAccess, 400, None),
    ("Five euros off", RewardKind::Discount, 500, Some(500)),
    ("Twenty euros off", RewardKind::Discount, 1_900, Some(2_000)),
    ("A free month", RewardKind::FreeMonth, 2_900, Some(2_900)),
];

/// A point for each euro, two years long: the programme of the sample.
pub(super) fn rules() -> Programme {
    let tier = |(name, colour, threshold, benefits, cost): (&str, _, _, &str, i64)| Tier {
        name: name.to_owned(),
        colour,
        threshold,
        multiplier: 100,
        benefits: benefits.to_owned(),
        benefits_cost: Some(cost),
    };
    Programme {
        name: "Fjordlight Points".to_owned(),
        aim: Aim::Spend,
        members: Membership::Everybody,
        earn: Earn {
            per_amount: Some(PerAmount { points: 1, amount: 100 }),
            spend: Spend::Both,
            per_referral: 100,
            to_referred: 50,
            ..Earn::default()
        },
        tiers: TIERS.map(tier).into(),
        qualification: Qualification { measure: Qualifier::Points, over: QualifyingTime::Rolling },
        downgrade: Downgrade { one_tier: true, grace_days: 90 },
        expiry: Expiry::Each(24),
        cost: PointCost { points: 100, amount: 100 },
        expected_redemption: 720,
    }
}

/// Writes the programme and its rewards.
pub(super) fn offer(tx: &Transaction<'_>, last: Day) -> Result<()> {
    let first = Period::of(Grain::Month, last).plus(-MONTHS).first();
    programme::set(tx, first, &rules())?;
    for (name, kind, points, worth) in REWARDS {
        let name = name.to_owned();
        reward::add(tx, &Reward { id: 0, name, kind, points, worth, retired: false })?;
    }
    Ok(())
}

/// Writes what customers took: now and then one who can afford something does.
pub(super) fn take(store: &Store, sample: &Sample) -> Result<()> {
    let book = Book::load(store.path(), sample.last_day, 0)?;
    let (points, rewards) = (book.points()?, &book.offer()?.rewards);
    let mut taken = Vec::new();
    for (customer, id) in (0..).zip(&book.ledger.customers.id) {
        taken.extend(of_customer(points, rewards, (customer, *id), sample.last_day));
    }
    let at = i64::from(sample.last_day.0) * super::write::SECONDS_A_DAY;
    store.write(&Act { kind: KIND, label: KIND, at }, |tx, _| {
        taken.iter().try_for_each(|row| redemption::add(tx, row).map(drop))?;
        make_up(tx, sample)
    })
}

fn of_customer(
    points: &Points,
    rewards: &[Reward],
    (customer, id): (u32, i64),
    last: Day,
) -> Vec<Redemption> {
    let mut own: Vec<Fact> = points.facts.of(customer).to_vec();
    let mut dice = Dice::new(1, Topic::Rewards, id.unsigned_abs());
    let mut taken = Vec::new();
    let Some(first) = points.rules.first() else { return taken };
    let days = (1..).map(|month| first.plus_months(month).plus(dice_day(id, month)));
    for day in days.take_while(|day| *day <= last) {
        if !dice.chance(THINKS) {
            continue;
        }
        let facts = Facts::new(1, own.iter().map(|fact| (0, *fact)), []);
        let balance = replay(&points.rules, &facts, 0, day).balance;
        let affordable = rewards.iter().filter(|one| !one.retired && one.points <= balance);
        let affordable: Vec<&Reward> = affordable.collect();
        if affordable.is_empty() {
            continue;
        }
        let one = dice.pick(&affordable);
        let used = u32::try_from(one.points).unwrap_or_default();
        own.push(Fact { day, deed: Deed::Redeemed { of: u32::MAX, points: used } });
        let (account, reward, points) = (id, Some(one.id), one.points);
        taken.push(Redemption { account, day, reward, what: None, points });
    }
    taken
}

/// On which day of a month he thinks of it.
fn dice_day(customer: i64, month: u32) -> i32 {
    let mixed = Dice::scatter(customer.unsigned_abs() ^ u64::from(month) << 40);
    i32::try_from(mixed % 28).unwrap_or_default()
}

/// Points given after the outage to some who had complained.
fn make_up(tx: &Transaction<'_>, sample: &Sample) -> Result<()> {
    let day = sample.last_day.plus(-40);
    let present = sample.subscriptions.iter().filter(|one| one.ended.is_none() && one.start < day);
    let mut given = Vec::new();
    for one in present.step_by(60) {
        let account = account::by_id(tx, one.account)?.map(|stored| stored.id);
        given.extend(account);
    }
    given.dedup();
    for account in given {
        let reason = "Sorry for the slow reports".to_owned();
        adjustment::add(tx, &adjustment::Adjustment { account, day, points: 100, reason })?;
    }
    Ok(())
}
