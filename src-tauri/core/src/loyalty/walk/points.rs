//! What a day does to points: reversals, earnings, redemptions.

use super::Walk;
use crate::loyalty::event::{Happened, Source, What};
use crate::loyalty::fact::{Deed, Fact, MOST, Payment, Visit};
use crate::loyalty::lot::{Lot, Taker};
use crate::loyalty::payments::{Paid, Place};
use crate::loyalty::programme::{Expiry, Programme, Qualifier, Spend, Visits};
use crate::model::Day;

impl<'a> Walk<'a> {
    /// The rules by which a member earns, and the multiplier of his tier; none who is no member.
    fn earning(&self) -> Option<(&'a Programme, u16)> {
        let (programme, tier) = (self.programme()?, self.holding.tier?);
        Some((programme, programme.tiers.get(usize::from(tier))?.multiplier))
    }

    /// Notes what was paid today, then what was given back of this and of all before.
    pub(super) fn give_back(
        &mut self,
        today: Day,
        facts: &[Fact],
        tell: &mut impl FnMut(Happened),
    ) {
        self.payments.begin_day();
        for fact in facts {
            if let Deed::Paid { by, of, amount, .. } = fact.deed {
                self.payments.note(today, (by, of), amount.clamp(-MOST, MOST));
            }
        }
        for fact in facts {
            match fact.deed {
                Deed::Refunded { of, amount } => {
                    if let Some(at) = self.payments.give_back(of, amount.clamp(0, MOST)) {
                        self.reverse(today, at, tell);
                    }
                }
                Deed::Returned { by, amount } => {
                    let from = self.payments.give_back_latest(by, amount.clamp(0, MOST));
                    (from..self.payments.today).for_each(|at| self.reverse(today, at, tell));
                }
                _ => {}
            }
        }
    }

    /// What a payment counts for comes down to what is kept of it.
    fn reverse(&mut self, today: Day, at: usize, tell: &mut impl FnMut(Happened)) {
        let paid = self.payments.all()[at];
        if let Some(spend) = paid.spend.found() {
            self.counted[Qualifier::Spend as usize].correct(spend, paid.kept);
        }
        let points = paid.earns();
        if let Some(place) = paid.points.found() {
            self.counted[Qualifier::Points as usize].correct(place, points);
        }
        if let Some(lot) = paid.lot.found() {
            let what = What::Reversed { of: paid.of, paid: paid.day };
            self.lots.reverse(today, lot, (what, points), tell);
        }
    }

    pub(super) fn earn(&mut self, today: Day, facts: &[Fact], tell: &mut impl FnMut(Happened)) {
        let mut payment = self.payments.today;
        for fact in facts {
            match fact.deed {
                Deed::Visited { by, times } => self.visit(today, by, times, tell),
                Deed::Paid { by, visits, .. } => {
                    self.visit(today, Visit::Purchase, visits.into(), tell);
                    self.pay(today, payment, by, tell);
                    payment += 1;
                }
                Deed::Brought { whom } => {
                    let points = self.programme().map_or(0, |it| it.earn.per_referral);
                    self.gift(today, Source::Brought { whom }, points, tell);
                }
                Deed::WasBrought { by } => {
                    let points = self.programme().map_or(0, |it| it.earn.to_referred);
                    self.gift(today, Source::WasBrought { by }, points, tell);
                }
                Deed::Opened { of, points } => {
                    self.give(today, What::Opened { of }, points.into(), tell);
                }
                Deed::Adjusted { of, points: points @ 1.. } => {
                    self.give(today, What::Adjusted { of }, points.into(), tell);
                }
                _ => {}
            }
        }
        self.tick(today, tell);
    }

    fn visit(&mut self, today: Day, by: Visit, times: u32, tell: &mut impl FnMut(Happened)) {
        let Some((programme, multiplier)) = self.earning() else {
            return;
        };
        let counts = match programme.earn.visits {
            Visits::Purchases => by == Visit::Purchase,
            Visits::Use => by == Visit::Use,
            Visits::Both => true,
        };
        if counts && times > 0 {
            self.count(Qualifier::Visits, today, times.into());
            let points = multiplied(programme.earn.per_visit, times, multiplier);
            self.points(today, Source::Visit, points, tell);
        }
    }

    fn pay(&mut self, today: Day, at: usize, by: Payment, tell: &mut impl FnMut(Happened)) {
        let Some((programme, multiplier)) = self.earning() else {
            return;
        };
        let counts = match programme.earn.spend {
            Spend::Purchases => by == Payment::Purchase,
            Spend::Subscription => by == Payment::Subscription,
            Spend::Both => true,
        };
        if !counts {
            return;
        }
        let rate = programme.earn.per_amount.map(|per| (per, multiplier));
        let paid = Paid { rate, ..self.payments.all()[at] };
        let spend = self.count(Qualifier::Spend, today, paid.kept);
        let what = Source::Payment { of: paid.of };
        let (lot, points) = self.points(today, what, paid.earns(), tell);
        self.payments.all()[at] = Paid { spend, lot, points, ..paid };
    }

    /// What comes by itself: months as a customer, a birthday, an anniversary.
    fn tick(&mut self, today: Day, tell: &mut impl FnMut(Happened)) {
        let due = self.ticks.take(today);
        let Some((programme, multiplier)) = self.earning() else {
            return;
        };
        if due.month {
            self.count(Qualifier::Months, today, 1);
            let points = multiplied(programme.earn.per_month, 1, multiplier);
            self.points(today, Source::Month, points, tell);
        }
        if due.birthday {
            self.gift(today, Source::Birthday, programme.earn.birthday, tell);
        }
        if due.anniversary {
            self.gift(today, Source::Anniversary, programme.earn.anniversary, tell);
        }
    }

    /// Points that no tier multiplies, for who is a member.
    fn gift(&mut self, today: Day, source: Source, points: u32, tell: &mut impl FnMut(Happened)) {
        if self.earning().is_some() {
            self.points(today, source, points.into(), tell);
        }
    }

    fn points(
        &mut self,
        today: Day,
        source: Source,
        points: i64,
        tell: &mut impl FnMut(Happened),
    ) -> (Place, Place) {
        if points <= 0 {
            return (Place::NOWHERE, Place::NOWHERE);
        }
        let pending = self.programme().map_or(0, |it| it.earn.pending_days);
        let usable = today.plus(pending.into());
        let lot = self.lot(today, usable, What::Earned(source), points);
        let lot = Place::at(self.lots.add(lot, true, tell));
        (lot, self.count(Qualifier::Points, today, points))
    }

    /// Points that were not earned: no tier comes of them, and no activity.
    fn give(&mut self, today: Day, what: What, points: i64, tell: &mut impl FnMut(Happened)) {
        if points > 0 {
            let lot = self.lot(today, today, what, points);
            self.lots.add(lot, false, tell);
        }
    }

    fn lot(&self, day: Day, usable: Day, what: What, points: i64) -> Lot {
        let expiry = self.programme().map_or(Expiry::Never, |it| it.expiry);
        let (redeemed, expired, reversed, taken, filled) = (0, 0, 0, 0, 0);
        Lot { day, usable, what, points, redeemed, expired, reversed, taken, filled, expiry }
    }

    fn count(&mut self, measure: Qualifier, today: Day, value: i64) -> Place {
        if !self.rules.needs.measures[measure as usize] {
            return Place::NOWHERE;
        }
        let is_asked = self.programme().is_some_and(|it| it.qualification.measure == measure);
        self.earns |= is_asked && value > 0;
        Place::at(self.counted[measure as usize].add(today, value))
    }

    pub(super) fn redeem(&mut self, today: Day, facts: &[Fact], tell: &mut impl FnMut(Happened)) {
        for fact in facts {
            match fact.deed {
                Deed::Adjusted { of, points } if points < 0 => {
                    let taken = (What::Adjusted { of }, -i64::from(points));
                    self.lots.take(today, taken, Taker::Hand, tell);
                }
                Deed::Redeemed { of, points } => {
                    let most = if self.only_covered { self.lots.balance.max(0) } else { MOST };
                    let used = (What::Redeemed { of }, i64::from(points).min(most));
                    self.lots.take(today, used, Taker::Redemption, tell);
                }
                _ => {}
            }
        }
    }
}

/// Points for so many times, at a tier's multiplier, rounded down.
fn multiplied(per: u32, times: u32, multiplier: u16) -> i64 {
    let points = i128::from(per) * i128::from(times) * i128::from(multiplier) / 100;
    i64::try_from(points).unwrap_or(MOST).min(MOST)
}
