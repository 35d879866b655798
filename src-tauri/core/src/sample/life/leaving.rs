//! When and why a customer leaves of his own will.

use super::Course;
use crate::model::Day;
use crate::sample::market::{PriceList, Tier};

const TOO_DEAR: &str = "Too expensive";
const PRICE_UP: &str = "Price went up";
const FEATURE: &str = "Missing a feature";
const SWITCHED: &str = "Switched to another tool";
const CLOSED: &str = "Closed the business";
const TOO_HARD: &str = "Too hard to use";
const DOWN: &str = "Service was down";
/// Nothing went wrong; it is just not needed any more.
pub(super) const NO_NEED: &str = "No longer needed";

/// Reasons of an ordinary month, and how many of a hundred; some give none.
const REASONS: [(Option<&str>, u32); 7] = [
    (Some(TOO_DEAR), 22),
    (Some(NO_NEED), 19),
    (Some(FEATURE), 17),
    (Some(SWITCHED), 15),
    (Some(CLOSED), 11),
    (Some(TOO_HARD), 7),
    (None, 9),
];

/// Whether one who left for this reason may come back one day.
pub(in crate::sample) fn may_return(reason: Option<&str>) -> bool {
    reason != Some(CLOSED)
}

/// A cancellation.
pub(super) struct Leave {
    pub(super) requested: Day,
    /// First day without the subscription.
    pub(super) last: Day,
    pub(super) reason: Option<&'static str>,
}

impl Course<'_> {
    /// Whether he cancels between two billing days. Monthly subscriptions run to the second of
    /// them, yearly ones to the end of the year, up to two months later. People leave at once only
    /// within the first two weeks, or after an outage.
    pub(super) fn leaves(&mut self, month: u32, from: Day, to: Day) -> Option<Leave> {
        if (from..to).contains(&self.story.outage)
            && let Some(leave) = self.flees()
        {
            return Some(leave);
        }
        if month == 0 && !self.deal.yearly && self.dice.chance(130) {
            return Some(self.regrets(from));
        }
        let requested = from.plus(self.dice.between(1, (to.0 - from.0 - 1).max(1)));
        let dearer = self.price_rises_at(month + if self.deal.yearly { 2 } else { 1 });
        let (risk, last) = if self.deal.yearly {
            if (month - self.term) % 12 != 10 {
                return None;
            }
            (self.yearly_risk(), self.billing_day(month + 2))
        } else {
            (self.monthly_risk(month), to)
        };
        if dearer && self.dice.chance(320) {
            return Some(Leave { requested, last, reason: Some(PRICE_UP) });
        }
        let risk = risk * (150 - self.who.content) / 100;
        let reason = self.dice.weighted(&REASONS, |r| r.1).0;
        self.dice.chance(risk).then_some(Leave { requested, last, reason })
    }

    /// Within two weeks the first payment is given back.
    fn regrets(&mut self, paid: Day) -> Leave {
        let requested = paid.plus(self.dice.between(2, 12));
        let reason = self.dice.pick(&[TOO_HARD, FEATURE, NO_NEED]);
        Leave { requested, last: requested.plus(1), reason: Some(reason) }
    }

    /// The outage hits those hardest who run their business on the service.
    fn flees(&mut self) -> Option<Leave> {
        let risk = match self.deal.tier {
            Tier::Starter => 300,
            Tier::Team => 480,
            Tier::Business => 900,
        };
        let risk = risk * (150 - self.who.content) / 100;
        if !self.dice.chance(risk) {
            return None;
        }
        let requested = self.story.outage.plus(self.dice.between(0, 9));
        let last = requested.plus(self.dice.between(1, 10));
        let reason = if self.dice.chance(8_000) { DOWN } else { SWITCHED };
        Some(Leave { requested, last, reason: Some(reason) })
    }

    /// Of 10,000 customers of middling content; the first months are the hardest.
    fn monthly_risk(&self, month: u32) -> u32 {
        let risk = match self.deal.tier {
            Tier::Starter => 165,
            Tier::Team => 120,
            Tier::Business => 75,
        };
        match month {
            0..=2 => risk * 7 / 4,
            3..=17 => risk,
            _ => risk * 3 / 5,
        }
    }

    fn yearly_risk(&self) -> u32 {
        match self.deal.tier {
            Tier::Starter => 1_250,
            Tier::Team => 900,
            Tier::Business => 650,
        }
    }

    /// Whether the price list of a customer changes on this billing day: a price is promised for
    /// twelve months, so it is the first one after a round year that lies after the change.
    pub(super) fn price_rises_at(&self, month: u32) -> bool {
        let round = month / 12 * 12;
        self.deal.list == PriceList::First
            && round > 0
            && self.billing_day(round) >= self.story.price_change
    }
}
