//! The tier a member holds (metrics.md 10).
//!
//! Up at once, on the day the threshold is reached; thresholds are inclusive. A tier is valid from
//! the day it was reached or last earned again: earned again is it on every day on which something
//! counts and the measure reaches its threshold. Rolling: for 12 months from that day. Calendar
//! year: to the end of the year after it. Lifetime: for good. When that time and the days of grace
//! are over, he comes down by one tier, never below the one he has earned, or to the earned one.
//! What a calendar year earned holds through the next, so on that day the earned tier is that of
//! the year before or of the present one, whichever is higher. Where he comes down to is valid as if
//! reached on that day (calendar year: to the end of that year).
//!
//! Other rules take a member to the tier of the same name, else of the same place; what he reaches
//! by them he has on their day, and he comes down only when his time is over. Where they count over
//! another time, it is valid from their day.

use super::counted::Counted;
use super::event::{TierChange, Why};
use super::programme::{Programme, QualifyingTime, Tier};
use crate::model::Day;

/// Days any validity lasts at least.
const YEAR: i32 = 365;

/// The tier of one customer while his days go by.
#[derive(Debug)]
pub(super) struct Holding {
    /// None: no member.
    pub(super) tier: Option<u8>,
    /// Reached or last earned again on.
    earned: Day,
    /// He does not come down before.
    wakes: Day,
    /// As the day began, and why it is another now.
    before: Option<u8>,
    why: Why,
}

impl Holding {
    pub(super) fn new() -> Self {
        let (earned, wakes) = (Day::NEVER, Day::NEVER);
        Self { tier: None, earned, wakes, before: None, why: Why::Joined }
    }

    pub(super) fn wakes(&self) -> Day {
        self.wakes
    }

    fn set(&mut self, tier: Option<u8>, why: Why) {
        (self.tier, self.why) = (tier, why);
    }

    fn earned_on(&mut self, day: Day, programme: &Programme) {
        self.earned = day;
        let is_lowest = self.tier.is_none_or(|tier| tier == 0);
        let for_good = programme.qualification.over == QualifyingTime::Lifetime;
        let grace = i32::from(programme.downgrade.grace_days);
        self.wakes = if is_lowest || for_good { Day::NEVER } else { day.plus(YEAR + grace) };
    }

    /// Becomes a member with this much counted.
    pub(super) fn join(&mut self, today: Day, programme: &Programme, measure: i64) {
        self.set(Some(reached(&programme.tiers, measure)), Why::Joined);
        self.earned_on(today, programme);
    }

    /// Is no member any more.
    pub(super) fn leave(&mut self) {
        self.set(None, Why::Left);
        self.wakes = Day::NEVER;
    }

    /// Other rules from this day on.
    pub(super) fn change_rules(&mut self, today: Day, old: &Programme, new: &Programme) {
        let Some(tier) = self.tier else {
            return;
        };
        let place = same_tier(&old.tiers, &new.tiers, tier);
        self.set(Some(place), Why::Rules);
        let same_time = old.qualification.over == new.qualification.over;
        let earned = if same_time { self.earned } else { today };
        self.earned_on(earned, new);
        self.wakes = self.wakes.max(today);
    }

    /// The first day without the tier if it is not earned again; `NEVER` for the lowest.
    pub(super) fn down_on(&self, programme: &Programme) -> Day {
        let Some(1..) = self.tier else {
            return Day::NEVER;
        };
        let end = match programme.qualification.over {
            QualifyingTime::Lifetime => return Day::NEVER,
            QualifyingTime::Rolling => self.earned.plus_months(12),
            QualifyingTime::CalendarYear => {
                Day::from_ymd(self.earned.year() + 2, 1, 1).unwrap_or(Day::NEVER)
            }
        };
        end.plus(i32::from(programme.downgrade.grace_days))
    }

    /// Comes down if the time of his tier is over as this day begins.
    pub(super) fn come_down(&mut self, today: Day, programme: &Programme, counted: &mut Counted) {
        let Some(tier) = self.tier.filter(|_| self.wakes <= today) else {
            return;
        };
        let down_on = self.down_on(programme);
        if down_on > today {
            self.wakes = down_on;
            return;
        }
        let over = programme.qualification.over;
        let measure = counted.on(today, over);
        let year = counted.in_year_before(today);
        let to = lower(programme, tier, measure, year);
        if to < tier {
            self.set(Some(to), Why::Ended);
        }
        let is_calendar = over == QualifyingTime::CalendarYear;
        let last_year = Day::from_ymd(today.year() - 1, 12, 31);
        self.earned_on(last_year.filter(|_| is_calendar).unwrap_or(today), programme);
    }

    /// Goes up if the measure has reached more, at the end of a day.
    pub(super) fn go_up(&mut self, today: Day, programme: &Programme, measure: i64, earns: bool) {
        let Some(tier) = self.tier else {
            return;
        };
        let place = reached(&programme.tiers, measure);
        if place > tier {
            self.set(Some(place), Why::Reached);
        }
        if place > tier || (earns && place == tier) {
            self.earned_on(today, programme);
        }
    }

    /// What the day has changed, told once.
    pub(super) fn end_day(&mut self, day: Day) -> Option<TierChange> {
        let change = TierChange { day, tier: self.tier, why: self.why };
        let has_changed = self.before != self.tier;
        self.before = self.tier;
        has_changed.then_some(change)
    }
}

/// The highest tier whose threshold is reached; the lowest is everybody's.
pub(super) fn reached(tiers: &[Tier], measure: i64) -> u8 {
    let count = tiers.partition_point(|tier| tier.threshold <= measure);
    u8::try_from(count.saturating_sub(1)).unwrap_or(u8::MAX)
}

/// Where somebody comes down to whose time is over: `measure` of the present time, `year` of the
/// calendar year before.
pub(super) fn lower(programme: &Programme, tier: u8, measure: i64, year: i64) -> u8 {
    let best = match programme.qualification.over {
        QualifyingTime::CalendarYear => measure.max(year),
        QualifyingTime::Rolling | QualifyingTime::Lifetime => measure,
    };
    let earned = reached(&programme.tiers, best).min(tier);
    if programme.downgrade.one_tier { earned.max(tier.saturating_sub(1)) } else { earned }
}

/// The tier of the same name among others, else of the same place, at most the highest.
pub fn same_tier(old: &[Tier], new: &[Tier], place: u8) -> u8 {
    let name = |tier: &Tier| tier.name.trim().to_lowercase();
    let own = old.get(usize::from(place)).map(name);
    let found = new.iter().position(|tier| Some(name(tier)) == own);
    let top = new.len().saturating_sub(1);
    u8::try_from(found.unwrap_or(usize::from(place)).min(top)).unwrap_or(u8::MAX)
}
