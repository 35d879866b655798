//! Small programmes and the deeds of one or a few customers, for tests.

use super::programme::{
    Aim, Downgrade, Earn, Expiry, Membership, PerAmount, PointCost, Programme, Qualification,
    Qualifier, QualifyingTime, Spend, Tier, TierColour, Version, Visits,
};
use super::{Account, Deed, Fact, Facts, Payment, Rules, Visit, replay};
use crate::model::Day;

pub(super) fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// Tiers of these thresholds, each name its place.
pub(super) fn tiers(thresholds: &[i64]) -> Vec<Tier> {
    let tier = |(at, threshold): (usize, &i64)| Tier {
        name: format!("Tier {at}"),
        colour: TierColour::Gold,
        threshold: *threshold,
        multiplier: 100,
        benefits: String::new(),
        benefits_cost: None,
    };
    thresholds.iter().enumerate().map(tier).collect()
}

/// A point for each 1.00 paid for anything; Gold from 500, Reserve from 2,500 in twelve months.
pub(super) fn programme() -> Programme {
    Programme {
        name: "Thanks".to_owned(),
        aim: Aim::Spend,
        members: Membership::Everybody,
        earn: Earn {
            per_amount: Some(PerAmount { points: 1, amount: 100 }),
            spend: Spend::Both,
            visits: Visits::Both,
            ..Earn::default()
        },
        tiers: tiers(&[0, 500, 2_500]),
        qualification: Qualification { measure: Qualifier::Points, over: QualifyingTime::Rolling },
        downgrade: Downgrade { one_tier: false, grace_days: 0 },
        expiry: Expiry::Never,
        cost: PointCost { points: 1, amount: 1 },
        expected_redemption: 700,
    }
}

pub(super) fn from(first: &str, programme: Programme) -> Rules {
    Rules::plain(vec![Version { from: day(first), programme }])
}

/// The deeds of one customer, numbered as they are added.
#[derive(Default)]
pub(super) struct Deeds {
    pub(super) rows: Vec<(u32, Fact)>,
    next: u32,
}

impl Deeds {
    /// A customer since this day.
    pub(super) fn since(first: &str) -> Self {
        Self::default().and(first, Deed::Came)
    }

    pub(super) fn and(mut self, on: &str, deed: Deed) -> Self {
        self.rows.push((0, Fact { day: day(on), deed }));
        self
    }

    /// Pays so much in whole units; payments are numbered from 0.
    pub(super) fn pays(mut self, on: &str, units: i64) -> Self {
        let of = self.next;
        self.next += 1;
        self.and(on, Deed::Paid { by: Payment::Purchase, of, amount: units * 100, visits: 0 })
    }

    pub(super) fn refunded(self, on: &str, of: u32, units: i64) -> Self {
        self.and(on, Deed::Refunded { of, amount: units * 100 })
    }

    pub(super) fn redeems(self, on: &str, points: u32) -> Self {
        self.and(on, Deed::Redeemed { of: 0, points })
    }

    pub(super) fn visits(self, on: &str, times: u32) -> Self {
        self.and(on, Deed::Visited { by: Visit::Purchase, times })
    }

    pub(super) fn facts(&self) -> Facts {
        Facts::new(1, self.rows.iter().copied(), [])
    }

    pub(super) fn on(&self, rules: &Rules, as_of: &str) -> Account {
        replay(rules, &self.facts(), 0, day(as_of))
    }
}

/// (day, points, balance after) of a statement.
pub(super) fn lines(account: &Account) -> Vec<(String, i64, i64)> {
    let line = |entry: &super::Entry| (entry.day.to_string(), entry.points, entry.balance);
    account.statement.iter().map(line).collect()
}

/// (first day, tier) of what he was.
pub(super) fn tier_days(account: &Account) -> Vec<(String, Option<u8>)> {
    account.tiers.iter().map(|change| (change.day.to_string(), change.tier)).collect()
}
