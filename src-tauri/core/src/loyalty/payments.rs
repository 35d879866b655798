//! What a customer paid, what of it was given back, and what it earned.

use super::fact::{Deed, Facts, Payment};
use super::programme::PerAmount;
use crate::model::Day;

/// No place.
const NONE: usize = usize::MAX;

/// One payment.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paid {
    pub(super) of: u32,
    pub(super) by: Payment,
    pub(super) day: Day,
    /// What has not been given back.
    pub(super) kept: i64,
    /// Points for so much, and the tier's multiplier of its day; none where it earned nothing.
    pub(super) rate: Option<(PerAmount, u16)>,
    /// Place of its lot, of what it counts for as points and as spend.
    pub(super) lot: Place,
    pub(super) points: Place,
    pub(super) spend: Place,
}

/// A place in a list, or none.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Place(usize);

impl Place {
    pub(super) const NOWHERE: Self = Self(NONE);

    pub(super) fn at(at: usize) -> Self {
        Self(at)
    }

    pub(super) fn found(self) -> Option<usize> {
        (self.0 != NONE).then_some(self.0)
    }
}

impl Paid {
    /// What the amount kept earns: rounded down to whole points, after the multiplier.
    pub(super) fn earns(&self) -> i64 {
        self.rate.map_or(0, |(per, multiplier)| earned(self.kept, per, multiplier))
    }
}

/// Points for an amount: amount x points x multiplier / so much, rounded down once.
pub(super) fn earned(amount: i64, per: PerAmount, multiplier: u16) -> i64 {
    let num = i128::from(amount.max(0)) * i128::from(per.points) * i128::from(multiplier);
    let den = i128::from(per.amount) * 100;
    let points = if den == 0 { 0 } else { num / den };
    i64::try_from(points).unwrap_or(super::fact::MOST).min(super::fact::MOST)
}

/// What a customer paid after one day up to another less what was given back in that time, in minor
/// units: subscription and purchases.
pub fn spent(facts: &Facts, customer: u32, after: Day, to: Day) -> i64 {
    let facts = facts.of(customer);
    let from = facts.partition_point(|fact| fact.day <= after);
    let known = facts[from..].iter().take_while(|fact| fact.day <= to);
    let amount = |deed: Deed| match deed {
        Deed::Paid { amount, .. } => amount,
        Deed::Refunded { amount, .. } | Deed::Returned { amount, .. } => -amount,
        _ => 0,
    };
    known.fold(0, |sum: i64, fact| sum.saturating_add(amount(fact.deed)))
}

/// The payments of one customer while his days go by.
#[derive(Debug, Default)]
pub(super) struct Payments {
    paid: Vec<Paid>,
    /// Given back of payments not seen yet: (payment, how much).
    early: Vec<(u32, i64)>,
    /// Payments before this one are not of today.
    pub(super) today: usize,
}

impl Payments {
    pub(super) fn clear(&mut self) {
        self.paid.clear();
        self.early.clear();
        self.today = 0;
    }

    pub(super) fn begin_day(&mut self) {
        self.today = self.paid.len();
    }

    pub(super) fn all(&mut self) -> &mut Vec<Paid> {
        &mut self.paid
    }

    /// Notes a payment of today.
    pub(super) fn note(&mut self, day: Day, (by, of): (Payment, u32), amount: i64) {
        let back: i64 = self.early.iter().filter(|it| it.0 == of).map(|it| it.1).sum();
        let kept = if back > 0 { (amount - back).max(0) } else { amount };
        let (lot, points, spend) = (Place::NOWHERE, Place::NOWHERE, Place::NOWHERE);
        self.paid.push(Paid { of, by, day, kept, rate: None, lot, points, spend });
    }

    /// Something is given back of a payment; its place where it is one we know.
    pub(super) fn give_back(&mut self, of: u32, amount: i64) -> Option<usize> {
        let Some(at) = self.paid.iter().rposition(|paid| paid.of == of) else {
            self.early.push((of, amount));
            return None;
        };
        let paid = &mut self.paid[at];
        paid.kept = (paid.kept - amount).max(0);
        Some(at)
    }

    /// Something is given back of the latest payments of a kind; from which place on they have changed.
    pub(super) fn give_back_latest(&mut self, by: Payment, amount: i64) -> usize {
        let mut rest = amount;
        let mut at = self.paid.len();
        while at > 0 && rest > 0 {
            at -= 1;
            if self.paid[at].by != by {
                continue;
            }
            let part = self.paid[at].kept.clamp(0, rest);
            self.paid[at].kept -= part;
            rest -= part;
        }
        at
    }
}
