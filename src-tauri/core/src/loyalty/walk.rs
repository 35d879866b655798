//! One customer's days in order: what he did, what the rules make of it.
//!
//! On one day: rules, who is a member, tiers that come down; then expiries, reversals, earnings
//! (pending points whose day has come, then those of the day), redemptions; last the tier that was
//! reached. Earnings of a day are multiplied by the tier the day begins with, whatever their order.

use super::counted::Counted;
use super::event::{Happened, Source, What};
use super::fact::{Deed, Fact, Facts, MOST, Payment, Visit};
use super::holding::Holding;
use super::lot::{Lot, Lots, Taker};
use super::payments::{Paid, Payments, Place};
use super::programme::{Expiry, Membership, Programme, Qualifier, Spend, Visits};
use super::rules::Rules;
use super::ticks::Ticks;
use crate::model::Day;

/// One customer on the way from his first fact to a day.
#[derive(Debug)]
pub(super) struct Walk<'a> {
    pub(super) rules: &'a Rules,
    pub(super) facts: &'a Facts,
    /// What is redeemed counts only as far as points cover it.
    only_covered: bool,
    customer: u32,
    /// Place of his next fact.
    next: usize,
    /// Place of the rules that hold.
    version: Option<usize>,
    present: bool,
    joined: bool,
    /// The next day he enters or leaves the segment of the members.
    edge: Day,
    ticks: Ticks,
    payments: Payments,
    pub(super) lots: Lots,
    counted: [Counted; 4],
    pub(super) holding: Holding,
    /// Whether something has counted today.
    earns: bool,
}

impl<'a> Walk<'a> {
    pub(super) fn new(rules: &'a Rules, facts: &'a Facts) -> Self {
        Self {
            rules,
            facts,
            only_covered: false,
            customer: 0,
            next: 0,
            version: None,
            present: false,
            joined: false,
            edge: Day::NEVER,
            ticks: Ticks::default(),
            payments: Payments::default(),
            lots: Lots::new(),
            counted: Default::default(),
            holding: Holding::new(),
            earns: false,
        }
    }

    /// The same with what is redeemed counted only as far as points cover it.
    #[must_use]
    pub(super) fn only_covered(self) -> Self {
        Self { only_covered: true, ..self }
    }

    /// Another over the same facts by the same rules.
    #[must_use]
    pub(super) fn fresh(&self) -> Self {
        Self { only_covered: self.only_covered, ..Self::new(self.rules, self.facts) }
    }

    /// Begins with another customer; memory is kept.
    pub(super) fn begin(&mut self, customer: u32) {
        self.customer = customer;
        (self.next, self.version) = (0, None);
        (self.present, self.joined, self.edge) = (false, false, Day::NEVER);
        self.ticks = Ticks::new(self.facts.birthday(customer));
        self.payments.clear();
        self.lots.clear();
        self.counted.iter_mut().for_each(Counted::clear);
        self.holding = Holding::new();
    }

    /// Goes on to the end of this day.
    pub(super) fn run(&mut self, until: Day, tell: &mut impl FnMut(Happened)) {
        loop {
            let today = self.wakes();
            if today > until || today == Day::NEVER {
                return;
            }
            self.day(today, tell);
        }
    }

    /// The next day on which something happens; `NEVER` when nothing does any more.
    fn wakes(&self) -> Day {
        let fact = self.facts.of(self.customer).get(self.next).map_or(Day::NEVER, |it| it.day);
        let next_rules = self.version.map_or(0, |version| version + 1);
        let rules = self.rules.played().get(next_rules).map_or(Day::NEVER, |it| it.from);
        let own = self.holding.wakes().min(self.lots.wakes()).min(self.ticks.wakes());
        fact.min(rules).min(self.edge).min(own)
    }

    /// The rules that hold.
    pub(super) fn programme(&self) -> Option<&'a Programme> {
        self.version.map(|at| &self.rules.played()[at].programme)
    }

    /// What is counted for a tier by the rules that hold.
    pub(super) fn measure(&self) -> Option<&Counted> {
        self.programme().map(|it| &self.counted[it.qualification.measure as usize])
    }

    /// The measure on a day no earlier than the last.
    pub(super) fn measured(&mut self, day: Day) -> i64 {
        let Some(rule) = self.programme().map(|it| it.qualification) else {
            return 0;
        };
        self.counted[rule.measure as usize].on(day, rule.over)
    }

    fn day(&mut self, today: Day, tell: &mut impl FnMut(Happened)) {
        let facts = &self.facts.of(self.customer)[self.next..];
        let count = facts.iter().take_while(|fact| fact.day == today).count();
        let facts = &facts[..count];
        self.next += count;
        self.earns = false;
        self.change_rules(today);
        self.change_status(today, facts);
        if let Some(programme) = self.programme() {
            let counted = &mut self.counted[programme.qualification.measure as usize];
            self.holding.come_down(today, programme, counted);
        }
        self.lots.expire(today, tell);
        self.give_back(today, facts, tell);
        self.lots.mature(today, tell);
        self.earn(today, facts, tell);
        self.redeem(today, facts, tell);
        self.end_day(today, tell);
    }

    fn change_rules(&mut self, today: Day) {
        let version = self.rules.place_on(today);
        if version == self.version {
            return;
        }
        let old = self.programme();
        self.version = version;
        let Some(new) = self.programme() else {
            return;
        };
        self.counted.iter_mut().for_each(Counted::reopen);
        if let Some(old) = old {
            self.holding.change_rules(today, old, new);
        }
    }

    /// Who is a customer and who is a member, after all that happened today.
    fn change_status(&mut self, today: Day, facts: &[Fact]) {
        for fact in facts {
            match fact.deed {
                Deed::Came => {
                    self.present = true;
                    self.ticks.came(today, self.rules.needs);
                }
                Deed::Left => {
                    self.present = false;
                    self.ticks.left();
                }
                Deed::Joined => self.joined = true,
                Deed::Quit => self.joined = false,
                _ => break,
            }
        }
        let is_member = self.is_member(today);
        match (self.holding.tier, is_member, self.programme()) {
            (None, true, Some(programme)) => {
                let measure = self.measured(today);
                self.holding.join(today, programme, measure);
                self.ticks.join(today, self.rules.needs);
            }
            (Some(_), false, _) => {
                self.holding.leave();
                self.ticks.quit();
            }
            _ => {}
        }
    }

    fn is_member(&mut self, today: Day) -> bool {
        self.edge = Day::NEVER;
        let Some(played) = self.version.map(|at| &self.rules.played()[at]) else {
            return false;
        };
        match played.programme.members {
            Membership::Everybody => self.present,
            Membership::Joined => self.joined,
            Membership::Segment(_) => {
                let spans = played.segment.as_ref().map_or(&[][..], |it| it.of(self.customer));
                let edges = spans.iter().flat_map(|(from, to)| [*from, *to]);
                self.edge = edges.filter(|edge| *edge > today).min().unwrap_or(Day::NEVER);
                self.present && spans.iter().any(|(from, to)| *from <= today && today < *to)
            }
        }
    }

    /// The rules by which a member earns, and the multiplier of his tier; none who is no member.
    fn earning(&self) -> Option<(&'a Programme, u16)> {
        let (programme, tier) = (self.programme()?, self.holding.tier?);
        Some((programme, programme.tiers.get(usize::from(tier))?.multiplier))
    }

    /// Notes what was paid today, then what was given back of this and of all before.
    fn give_back(&mut self, today: Day, facts: &[Fact], tell: &mut impl FnMut(Happened)) {
        self.payments.begin_day();
        for fact in facts {
            if let Deed::Paid { of, amount, .. } = fact.deed {
                self.payments.note(today, of, amount.clamp(-MOST, MOST));
            }
        }
        for fact in facts {
            match fact.deed {
                Deed::Refunded { of, amount } => {
                    if let Some(at) = self.payments.give_back(of, amount.clamp(0, MOST)) {
                        self.reverse(today, at, tell);
                    }
                }
                Deed::Returned { amount } => {
                    let from = self.payments.give_back_latest(amount.clamp(0, MOST));
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

    fn earn(&mut self, today: Day, facts: &[Fact], tell: &mut impl FnMut(Happened)) {
        let mut payment = self.payments.today;
        for fact in facts {
            match fact.deed {
                Deed::Visited { by, times } => self.visit(today, by, times, tell),
                Deed::Paid { by, .. } => {
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

    fn redeem(&mut self, today: Day, facts: &[Fact], tell: &mut impl FnMut(Happened)) {
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

    fn end_day(&mut self, today: Day, tell: &mut impl FnMut(Happened)) {
        if let Some(programme) = self.programme().filter(|_| self.holding.tier.is_some()) {
            let measure = self.measured(today);
            self.holding.go_up(today, programme, measure, self.earns);
        }
        if let Some(change) = self.holding.end_day(today) {
            tell(Happened::Tier(change));
        }
    }
}

/// Points for so many times, at a tier's multiplier, rounded down.
fn multiplied(per: u32, times: u32, multiplier: u16) -> i64 {
    let points = i128::from(per) * i128::from(times) * i128::from(multiplier) / 100;
    i64::try_from(points).unwrap_or(MOST).min(MOST)
}
