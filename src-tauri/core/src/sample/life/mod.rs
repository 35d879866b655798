//! What becomes of a customer: one subscription from its first day to its last, as dated phases.

use super::dice::Dice;
use super::market::{MONTHS_PAID_A_YEAR, PriceList, Tier, interval};
use super::profile::Profile;
use super::story::Story;
use crate::model::{Day, Status, Terms};

mod leaving;
mod paying;

pub(super) use leaving::may_return;

/// From `day` on, this is the state.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Phase {
    pub(super) day: Day,
    pub(super) status: Status,
    pub(super) terms: Terms,
}

/// One subscription, as far as it is known on the last day.
#[derive(Debug)]
pub(super) struct Life {
    /// In order of day, at least one, at most one a day, none after the last day.
    pub(super) phases: Vec<Phase>,
    pub(super) trial: Option<(Day, Day)>,
    /// The billing period of the last day, or the last one there was.
    pub(super) period: Option<(Day, Day)>,
    pub(super) requested: Option<Day>,
    /// First day without it; may lie after the last day.
    pub(super) ended: Option<Day>,
    pub(super) reason: Option<&'static str>,
}

/// How a life begins.
#[derive(Clone, Copy, Debug)]
pub(super) struct Begin {
    pub(super) day: Day,
    pub(super) trial_days: i32,
    pub(super) tier: Tier,
    pub(super) seats: u32,
    pub(super) yearly: bool,
    pub(super) discount: u32,
    /// Leaves when the trial is over.
    pub(super) only_tries: bool,
    /// Never after this day, because what it belongs to ends then.
    pub(super) until: Day,
}

/// What is agreed now.
#[derive(Clone, Copy, Debug)]
struct Deal {
    tier: Tier,
    seats: u32,
    yearly: bool,
    list: PriceList,
    discount: u32,
}

/// A life while it is being lived.
struct Course<'a> {
    story: &'a Story,
    who: &'a Profile,
    dice: &'a mut Dice,
    deal: Deal,
    /// First paying day: billing days are counted from it in months.
    paid: Day,
    /// The month in which the current term began, 0 for the first one.
    term: u32,
    life: Life,
}

/// Lives a subscription from its first day to its last, or to the last day of the story.
pub(super) fn live(begin: Begin, who: &Profile, story: &Story, dice: &mut Dice) -> Life {
    let paid = begin.day.plus(begin.trial_days);
    let list = if begin.day < story.price_change { PriceList::First } else { PriceList::Second };
    let Begin { tier, seats, yearly, discount, .. } = begin;
    let trial = (begin.trial_days > 0).then_some((begin.day, paid));
    let life = Life {
        phases: Vec::new(),
        trial,
        period: None,
        requested: None,
        ended: None,
        reason: None,
    };
    let deal = Deal { tier, seats, yearly, list, discount };
    let mut course = Course { story, who, dice, deal, paid, term: 0, life };
    if trial.is_some() {
        course.state(begin.day, Status::Trialing);
    }
    if begin.only_tries {
        course.ends(paid, None, None);
    } else {
        course.state(paid, Status::Active);
        course.months(begin.until);
    }
    course.life
}

impl Course<'_> {
    /// Month after month: what happens within it, whether he leaves, what his billing day brings.
    fn months(&mut self, until: Day) {
        let mut month = 0;
        loop {
            let (from, to) = (self.billing_day(month), self.billing_day(month + 1));
            if from > self.story.last {
                break; // he was behind, or paused, when the story ended
            }
            if until < to {
                self.ends(until, None, Some(leaving::NO_NEED));
                break;
            }
            if let Some(leave) = self.leaves(month, from, to) {
                self.ends(leave.last, Some(leave.requested), leave.reason);
                break;
            }
            self.changes(from, to);
            if to > self.story.last {
                break;
            }
            month += 1;
            if !self.bills(month) {
                continue;
            }
            match self.billing(month, to) {
                Some(months) => month += months,
                None => break,
            }
        }
        self.life.period = self.current_period();
    }

    fn billing_day(&self, month: u32) -> Day {
        self.paid.plus_months(month)
    }

    /// Whether a new term begins with this month.
    fn bills(&self, month: u32) -> bool {
        !self.deal.yearly || (month - self.term).is_multiple_of(12)
    }

    /// The term that holds the last day, or the last one before the end.
    fn current_period(&self) -> Option<(Day, Day)> {
        let length = if self.deal.yearly { 12 } else { 1 };
        let at = self.life.ended.map_or(self.story.last, |end| end.plus(-1).min(self.story.last));
        let begun = |n: &u32| self.billing_day(*n) <= at;
        let month = (0..).map(|n| self.term + n * length).take_while(begun).last()?;
        Some((self.billing_day(month), self.billing_day(month + length)))
    }

    /// Notes a state; what comes after the last day is not known.
    fn state(&mut self, day: Day, status: Status) {
        if day > self.story.last {
            return;
        }
        let phase = Phase { day, status, terms: self.terms() };
        match self.life.phases.last_mut() {
            Some(last) if last.day == day => *last = phase,
            _ => self.life.phases.push(phase),
        }
    }

    /// Notes the end and, if there was one, the wish for it.
    fn ends(&mut self, day: Day, requested: Option<Day>, reason: Option<&'static str>) {
        if requested.unwrap_or(day) > self.story.last {
            return;
        }
        if let Some(requested) = requested {
            self.state(requested, Status::NonRenewing);
        }
        self.state(day, Status::Canceled);
        // An end nobody asked for is known only when it comes; that of a trial is known before.
        if requested.is_some() || day <= self.story.last {
            (self.life.requested, self.life.ended, self.life.reason) =
                (requested, Some(day), reason);
        }
    }

    fn terms(&self) -> Terms {
        let Deal { tier, seats, yearly, list, discount } = self.deal;
        let price = tier.price(list, self.who.coin);
        Terms {
            plan: Some(tier.number()),
            amount: Some(if yearly { price * MONTHS_PAID_A_YEAR } else { price }),
            mrr: None,
            currency: self.who.coin.currency(),
            interval: interval(yearly),
            listed: false,
            quantity: seats,
            discount,
        }
    }
}

impl Life {
    pub(super) fn first_day(&self) -> Option<Day> {
        self.phases.first().map(|p| p.day)
    }

    /// The state of a day.
    pub(super) fn on(&self, day: Day) -> Option<&Phase> {
        self.phases.iter().rev().find(|p| p.day <= day)
    }

    /// Whether he is a customer that day: pays, is behind with it, or pauses.
    pub(super) fn is_on(&self, day: Day) -> bool {
        self.on(day).is_some_and(|p| match p.status {
            Status::Active | Status::NonRenewing | Status::PastDue | Status::Paused => true,
            Status::Trialing | Status::Canceled | Status::Expired | Status::Pending => false,
        })
    }

    /// Whether its own row cannot say what happened: terms changed, or something was interrupted.
    pub(super) fn needs_log(&self) -> bool {
        let paying = |p: &&Phase| {
            !matches!(p.status, Status::Trialing | Status::NonRenewing | Status::Canceled)
        };
        self.phases.iter().filter(paying).count() > 1
    }
}
