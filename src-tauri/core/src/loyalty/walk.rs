//! One customer's days in order: what he did, what the rules make of it.
//!
//! On one day: rules, who is a member, tiers that come down; then expiries, reversals, earnings
//! (pending points whose day has come, then those of the day), redemptions; last the tier that was
//! reached. Earnings of a day are multiplied by the tier the day begins with, whatever their order.

mod points;

use super::counted::Counted;
use super::event::Happened;
use super::fact::{Deed, Fact, Facts};
use super::holding::Holding;
use super::lot::Lots;
use super::payments::Payments;
use super::programme::{Membership, Programme};
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
    /// Left the programme and has not joined it again.
    quit: bool,
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
            quit: false,
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
        (self.present, self.edge) = (false, Day::NEVER);
        (self.joined, self.quit) = (false, false);
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
                Deed::Joined => (self.joined, self.quit) = (true, false),
                Deed::Quit => (self.joined, self.quit) = (false, true),
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
            Membership::Everybody => self.present && !self.quit,
            Membership::Joined => self.joined,
            Membership::Segment(_) => {
                let spans = played.segment.as_ref().map_or(&[][..], |it| it.of(self.customer));
                let edges = spans.iter().flat_map(|(from, to)| [*from, *to]);
                self.edge = edges.filter(|edge| *edge > today).min().unwrap_or(Day::NEVER);
                let belongs = spans.iter().any(|(from, to)| *from <= today && today < *to);
                self.present && !self.quit && belongs
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
