//! One customer's account on a day: lots, statement, tiers, and what lies ahead.

use super::event::{Entry, Happened, TierChange};
use super::fact::Facts;
use super::holding::lower;
use super::lot::Lot;
use super::rules::Rules;
use super::walk::Walk;
use crate::model::Day;

/// Everything a programme knows of one customer on a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Account {
    /// His points, in the order they came.
    pub lots: Vec<Lot>,
    /// The sum of what is left of them, pending ones apart; below 0: what he owes.
    pub balance: i64,
    /// Earned and not to be used yet.
    pub pending: i64,
    /// Every movement of the balance, the oldest first.
    pub statement: Vec<Entry>,
    /// Place of his tier, 0 the lowest; none: no member.
    pub tier: Option<u8>,
    /// His tiers, the oldest first.
    pub tiers: Vec<TierChange>,
    /// What counts for a tier, by the rules of the day.
    pub measure: i64,
    /// The tier above, and what is missing to it; none in the highest, and of who is no member.
    pub next: Option<Next>,
    /// When he comes down if he does not earn his tier again.
    pub down: Option<Down>,
    /// What ends when, the soonest first, if nothing more is earned or redeemed.
    pub expiring: Vec<(Day, i64)>,
}

/// The tier above.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Next {
    /// Its place.
    pub tier: u8,
    /// What is missing to it, above 0.
    pub missing: i64,
}

/// Where somebody comes down to if nothing more counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Down {
    /// The first day without his tier.
    pub on: Day,
    /// Place of the tier below.
    pub to: u8,
}

/// What one customer did, replayed by the rules of every day up to this one.
pub fn replay(rules: &Rules, facts: &Facts, customer: u32, as_of: Day) -> Account {
    let mut walk = Walk::new(rules, facts);
    walk.begin(customer);
    let (mut statement, mut tiers) = (Vec::new(), Vec::new());
    walk.run(as_of, &mut |happened| match happened {
        Happened::Points(entry) => statement.push(entry),
        Happened::Tier(change) => tiers.push(change),
    });
    Account {
        balance: walk.lots.balance,
        pending: walk.lots.pending(),
        statement,
        tier: walk.holding.tier,
        tiers,
        measure: walk.measured(as_of),
        next: walk.next_tier(as_of),
        down: walk.down(),
        expiring: walk.lots.expiring(as_of),
        lots: walk.lots.lots,
    }
}

impl Account {
    /// How many points can be redeemed: the balance, nothing while it is owed.
    pub fn redeemable(&self) -> i64 {
        self.balance.max(0)
    }
}

impl Walk<'_> {
    /// The tier above, and what is missing to it.
    pub(super) fn next_tier(&mut self, as_of: Day) -> Option<Next> {
        let place = self.holding.tier? + 1;
        let next = self.programme()?.tiers.get(usize::from(place))?;
        Some(Next { tier: place, missing: next.threshold - self.measured(as_of) })
    }

    /// When and where he comes down if nothing more counts; nowhere where he then still has what
    /// his tier takes.
    pub(super) fn down(&self) -> Option<Down> {
        let (programme, tier) = (self.programme()?, self.holding.tier?);
        let on = self.holding.down_on(programme);
        if on == Day::NEVER {
            return None;
        }
        let counted = self.measure()?;
        let measure = counted.left_on(on, programme.qualification.over);
        let to = lower(programme, tier, measure, counted.in_year_before(on));
        (to < tier).then_some(Down { on, to })
    }
}
