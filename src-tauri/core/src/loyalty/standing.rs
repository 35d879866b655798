//! Where every customer stands on a day, and what every month came to: one pass over all facts.

use super::account::{Down, Next};
use super::event::{Happened, TierChange};
use super::fact::Facts;
use super::months::{Calendar, Month, Sums};
use super::payments::spent;
use super::rules::Rules;
use super::walk::Walk;
use crate::model::{Day, Grain, Period};
use rayon::prelude::*;

/// Days within which points that end are shown as ending soon.
pub const SOON: i32 = 30;
/// Days a pace is taken over: thirteen weeks, so that monthly payments are three.
pub const PACE: i32 = 91;

/// Months over which members are looked at again.
pub(super) const YEAR: u32 = 12;
/// Months of what is paid of late.
const QUARTER: u32 = 3;

/// Where one customer stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Standing {
    /// Place of his tier, 0 the lowest; none: no member.
    pub tier: Option<u8>,
    /// The first day of it; none: never was a member.
    pub since: Option<Day>,
    /// Place of the tier before, among those of the rules of its day; none: was no member.
    pub before: Option<u8>,
    /// Points in his balance; below 0: what he owes.
    pub balance: i64,
    /// Earned and not to be used yet.
    pub pending: i64,
    /// What counts for a tier, by the rules of the day.
    pub measure: i64,
    /// The tier above, and what is missing to it.
    pub next: Option<Next>,
    /// When he comes down if he does not earn his tier again.
    pub down: Option<Down>,
    /// Points that end within [`SOON`] days if nothing more is earned or redeemed.
    pub ending: i64,
    /// The first day any points end then.
    pub ends: Option<Day>,
    /// What will count on the last day of this month and of the next if nothing more comes.
    pub kept: [i64; 2],
    /// What has counted in the last [`PACE`] days.
    pub pace: i64,
    /// Points earned in the last twelve months, less reversed.
    pub earned_12: i64,
    /// Paid in the last twelve months less what was given back, in minor units.
    pub spent_12: i64,
    /// The same of the last three months.
    pub spent_3: i64,
    /// Place of his tier twelve months ago, among those of the rules of that day; none: was no
    /// member.
    pub year_ago: Option<u8>,
}

/// Everybody's standing on a day and the months up to it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Standings {
    /// The day.
    pub as_of: Day,
    /// By dense number.
    pub rows: Vec<Standing>,
    /// From the month of the programme's first day to that of `as_of`; empty before it begins.
    pub months: Vec<Month>,
}

impl Standings {
    /// The day twelve months before, of which the standings know the tiers.
    pub fn year_ago(&self) -> Day {
        self.as_of.minus_months(YEAR)
    }

    /// Works out everybody's standing on a day from all facts up to it.
    pub fn new(rules: &Rules, facts: &Facts, as_of: Day) -> Self {
        Self::of(&Walk::new(rules, facts), as_of)
    }

    /// The same by rules nobody was told of: what was redeemed counts as far as points cover it.
    pub(super) fn simulated(rules: &Rules, facts: &Facts, as_of: Day) -> Self {
        Self::of(&Walk::new(rules, facts).only_covered(), as_of)
    }

    fn of(walk: &Walk, as_of: Day) -> Self {
        let count = walk.facts.customers();
        let calendar = Calendar::new(walk.rules, as_of);
        let step = count.div_ceil(rayon::current_num_threads() * 8).max(1);
        let starts: Vec<usize> = (0..count).step_by(step).collect();
        let parts = starts.into_par_iter().map(|from| {
            let customers = from..(from + step).min(count);
            part(walk.fresh(), as_of, customers, &calendar)
        });
        let parts: Vec<(Vec<Standing>, Sums)> = parts.collect();
        let mut rows = Vec::with_capacity(count);
        let mut sums = calendar.sums();
        for (own, sum) in parts {
            rows.extend(own);
            sums.add(&sum);
        }
        Self { as_of, rows, months: calendar.months(&sums) }
    }

    /// The same after the facts of some customers changed from the first to the second: nobody else
    /// is looked at.
    #[must_use]
    pub fn with(&self, rules: &Rules, [old, new]: [&Facts; 2], customers: &[u32]) -> Self {
        let calendar = Calendar::new(rules, self.as_of);
        let own = |facts, at: usize| {
            let (rows, sums) = part(Walk::new(rules, facts), self.as_of, at..at + 1, &calendar);
            (rows, calendar.months(&sums))
        };
        let mut next = self.clone();
        for customer in customers {
            let at = *customer as usize;
            let ((_, before), (row, after)) = (own(old, at), own(new, at));
            next.rows.iter_mut().skip(at).zip(row).for_each(|(known, row)| *known = row);
            let months = next.months.iter_mut().zip(before.iter().zip(&after));
            months.for_each(|(all, (before, after))| all.exchange(before, after));
        }
        next
    }
}

fn part(
    mut walk: Walk,
    as_of: Day,
    customers: std::ops::Range<usize>,
    calendar: &Calendar,
) -> (Vec<Standing>, Sums) {
    let mut sums = calendar.sums();
    let ends = ends_of_months(as_of);
    let earlier = as_of.minus_months(YEAR);
    let rows = customers.map(|customer| {
        let customer = u32::try_from(customer).unwrap_or(u32::MAX);
        walk.begin(customer);
        let (mut before, mut change) = (None, None);
        let mut note = |happened| match happened {
            Happened::Points(entry) => sums.note(calendar.place(entry.day), &entry),
            Happened::Tier(next) => {
                before = change.and_then(|change: TierChange| change.tier);
                sums.move_tier(calendar.place(next.day), before, next.tier);
                change = Some(next);
            }
        };
        walk.run(earlier, &mut note);
        let year_ago = walk.holding.tier;
        walk.run(as_of, &mut note);
        let since = change.map(|change| change.day);
        let spent_12 = spent(walk.facts, customer, earlier, as_of);
        let spent_3 = spent(walk.facts, customer, as_of.minus_months(QUARTER), as_of);
        let paid = Standing { spent_12, spent_3, ..standing(&mut walk, as_of, ends) };
        Standing { since, before, year_ago, ..paid }
    });
    (rows.collect(), sums)
}

/// The last day of a day's month and of the next.
pub(super) fn ends_of_months(day: Day) -> [Day; 2] {
    let month = Period::of(Grain::Month, day);
    [month.last(), month.plus(1).last()]
}

fn standing(walk: &mut Walk, as_of: Day, ends: [Day; 2]) -> Standing {
    let measure = walk.measured(as_of);
    let (mut kept, mut pace) = ([0; 2], 0);
    if let (Some(counted), Some(programme)) = (walk.measure(), walk.programme()) {
        let over = programme.qualification.over;
        kept = ends.map(|end| counted.left_on(end, over));
        pace = counted.since(as_of.plus(-PACE));
    }
    let expiring = walk.lots.next_end(as_of, as_of.plus(SOON));
    Standing {
        tier: walk.holding.tier,
        since: None,
        before: None,
        balance: walk.lots.balance,
        pending: walk.lots.pending(),
        measure,
        next: walk.next_tier(as_of),
        down: walk.down(),
        ending: expiring.1,
        ends: expiring.0,
        kept,
        pace,
        earned_12: walk.lots.earned_since(as_of.minus_months(YEAR)),
        spent_12: 0,
        spent_3: 0,
        year_ago: None,
    }
}
