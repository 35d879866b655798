//! What happens between two billing days and on them, as long as the customer stays.

use super::Course;
use crate::model::{Day, Status};
use crate::sample::market::{PriceList, Tier};

/// Why a customer is lost who did not want to leave.
const UNPAID: [&str; 3] = ["Payment failed", "Payment failed", "Card expired"];

/// Days until what is unpaid is given up.
const GIVEN_UP_AFTER: i32 = 30;

impl Course<'_> {
    /// A change of seats or plan on some day between two billing days; at most one a month.
    pub(super) fn changes(&mut self, from: Day, to: Day) {
        let day = from.plus(self.dice.between(1, (to.0 - from.0 - 1).max(1)));
        if day > self.story.last {
            return;
        }
        if self.moves_plan() || self.moves_seats() {
            self.state(day, Status::Active);
        }
    }

    fn moves_plan(&mut self) -> bool {
        let glad = 50 + self.who.content;
        let (up, down) = match self.deal.tier {
            Tier::Starter => (85, 0),
            Tier::Team => (50, 32),
            Tier::Business => (0, 38),
        };
        let next = if self.dice.chance(up * glad / 100) {
            self.deal.tier.higher()
        } else if self.dice.chance(down) {
            self.deal.tier.lower()
        } else {
            None
        };
        let Some(next) = next else { return false };
        self.deal.seats = match next {
            Tier::Starter => 1,
            Tier::Team => self.deal.seats.clamp(3, 7),
            Tier::Business => self.deal.seats.max(6),
        };
        self.deal.tier = next;
        true
    }

    fn moves_seats(&mut self) -> bool {
        if self.deal.tier == Tier::Starter {
            return false;
        }
        if self.dice.chance(3 * (50 + self.who.content)) {
            self.deal.seats += 1 + self.dice.below(2);
            return true;
        }
        let fewest = if self.deal.tier == Tier::Team { 2 } else { 5 };
        if self.deal.seats > fewest && self.dice.chance(110) {
            self.deal.seats -= 1;
            return true;
        }
        false
    }

    /// What a billing day brings: the new price list, a discount that runs out, the change to a
    /// yearly term, a failed payment, a pause. The months in which nothing else happens, `None`
    /// for an end.
    pub(super) fn billing(&mut self, month: u32, day: Day) -> Option<u32> {
        if self.deal.yearly {
            self.term = month;
        }
        let mut changed = false;
        if self.price_rises_at(month) {
            self.deal.list = PriceList::Second;
            changed = true;
        }
        if self.deal.discount > 0 && month == 12 && self.dice.chance(5_000) {
            self.deal.discount = 0;
            changed = true;
        }
        if !self.deal.yearly && month > 2 && self.dice.chance(45) {
            (self.deal.yearly, self.term) = (true, month);
            changed = true;
        }
        if changed {
            self.state(day, Status::Active);
        }
        if self.dice.chance(if self.deal.yearly { 300 } else { 150 }) {
            return self.fails(day);
        }
        if !self.deal.yearly && self.dice.chance(pause_risk(day)) {
            return Some(self.pauses(month, day));
        }
        Some(0)
    }

    /// The payment fails. Most pay within days, some when their access has been gone for a while,
    /// the others are given up.
    fn fails(&mut self, day: Day) -> Option<u32> {
        self.state(day, Status::PastDue);
        match self.dice.below(100) {
            0..=66 => {
                let paid = day.plus(self.dice.between(4, 26));
                self.state(paid, Status::Active);
                Some(1)
            }
            67..=76 => {
                let paid = day.plus(self.dice.between(33, 55));
                self.state(paid, Status::Active);
                Some(2)
            }
            _ => {
                let reason = self.dice.pick(&UNPAID);
                self.ends(day.plus(GIVEN_UP_AFTER), None, Some(reason));
                None
            }
        }
    }

    fn pauses(&mut self, month: u32, day: Day) -> u32 {
        let months = 1 + self.dice.below(3);
        self.state(day, Status::Paused);
        self.state(self.billing_day(month + months), Status::Active);
        months
    }
}

/// Who pauses does it for the summer, or for a quiet start of the year.
fn pause_risk(day: Day) -> u32 {
    match day.month() {
        6 | 7 => 130,
        1 => 60,
        _ => 25,
    }
}
