//! What every month came to: points and members.
//!
//! Outstanding(end) = outstanding(start) + earned - redeemed - expired - reversed + adjusted, to
//! the point. Earned is what entered the balance in the month; adjusted is what was given less what
//! was taken by hand, points brought along from an earlier programme included. What is dated before
//! the programme's first month counts in that.

use super::event::{Entry, Happened, What};
use super::fact::Facts;
use super::programme::TIERS;
use super::rules::Rules;
use super::walk::Walk;
use crate::model::{Day, Grain, Period};
use rayon::prelude::*;

/// The most tiers there are.
pub const MOST_TIERS: usize = *TIERS.end();

/// One month of a programme.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Month {
    /// Which.
    pub month: Period,
    /// Whether it is over.
    pub finished: bool,
    /// Its movements.
    pub points: Movements,
    /// The balances of all customers at its end, added up.
    pub outstanding: i64,
    /// Members at its end, by place of their tier.
    pub members: [i64; MOST_TIERS],
}

/// Movements of points, each but the last at least 0.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Movements {
    /// Entered balances.
    pub earned: i64,
    /// Used.
    pub redeemed: i64,
    /// Ended.
    pub expired: i64,
    /// Taken because a payment was given back.
    pub reversed: i64,
    /// Given less taken by hand, brought along included.
    pub adjusted: i64,
}

impl Month {
    /// Takes out what one customer did and puts in what he does instead.
    pub(super) fn exchange(&mut self, before: &Self, after: &Self) {
        let Movements { earned, redeemed, expired, reversed, adjusted } = &mut self.points;
        let (old, new) = (&before.points, &after.points);
        *earned += new.earned - old.earned;
        *redeemed += new.redeemed - old.redeemed;
        *expired += new.expired - old.expired;
        *reversed += new.reversed - old.reversed;
        *adjusted += new.adjusted - old.adjusted;
        self.outstanding += after.outstanding - before.outstanding;
        let members = self.members.iter_mut().zip(before.members.iter().zip(&after.members));
        members.for_each(|(all, (old, new))| *all += new - old);
    }
}

impl Movements {
    /// What they come to.
    pub fn sum(&self) -> i64 {
        self.earned - self.redeemed - self.expired - self.reversed + self.adjusted
    }

    fn note(&mut self, entry: &Entry) {
        let points = entry.points;
        match entry.what {
            What::Earned(_) => self.earned += points,
            What::Redeemed { .. } => self.redeemed -= points,
            What::Expired { .. } => self.expired -= points,
            What::Reversed { .. } => self.reversed -= points,
            What::Adjusted { .. } | What::Opened { .. } => self.adjusted += points,
        }
    }

    /// Adds others.
    pub fn add(&mut self, other: &Self) {
        self.earned += other.earned;
        self.redeemed += other.redeemed;
        self.expired += other.expired;
        self.reversed += other.reversed;
        self.adjusted += other.adjusted;
    }

    /// The sum of what a statement says.
    pub fn of(statement: &[Entry]) -> Self {
        let mut movements = Self::default();
        statement.iter().for_each(|entry| movements.note(entry));
        movements
    }
}

/// What everybody's points moved by from one day to another, both included, by dense number.
pub fn moved_between(rules: &Rules, facts: &Facts, from: Day, to: Day) -> Vec<Movements> {
    let moved = |walk: &mut Walk<'_>, customer: u32| {
        let mut movements = Movements::default();
        walk.begin(customer);
        walk.run(to, &mut |happened| match happened {
            Happened::Points(entry) if entry.day >= from => movements.note(&entry),
            Happened::Points(_) | Happened::Tier(_) => {}
        });
        movements
    };
    let customers = 0..u32::try_from(facts.customers()).unwrap_or(u32::MAX);
    customers.into_par_iter().map_init(|| Walk::new(rules, facts), moved).collect()
}

/// The months of a programme, and which of them a day lies in.
#[derive(Debug)]
pub(super) struct Calendar {
    first: Period,
    last: Period,
    as_of: Day,
    /// By days since the first of the first month: the place of the month.
    places: Vec<u16>,
    count: usize,
}

impl Calendar {
    pub(super) fn new(rules: &Rules, as_of: Day) -> Self {
        let begin = rules.first().filter(|day| *day <= as_of);
        let first = Period::of(Grain::Month, begin.unwrap_or(as_of));
        let last = Period::of(Grain::Month, as_of);
        let months = first.until(last);
        let mut places = Vec::new();
        for (place, month) in (0_u16..).zip(months) {
            let days = month.last().0 - month.first().0 + 1;
            places.extend(std::iter::repeat_n(place, usize::try_from(days).unwrap_or(0)));
        }
        let count = places.last().map_or(0, |place| usize::from(*place) + 1);
        let count = if begin.is_some() { count } else { 0 };
        Self { first, last, as_of, places, count }
    }

    pub(super) fn place(&self, day: Day) -> usize {
        let at = usize::try_from(day.0 - self.first.first().0).unwrap_or(0);
        self.places.get(at).map_or(self.count.saturating_sub(1), |place| usize::from(*place))
    }

    pub(super) fn sums(&self) -> Sums {
        Sums { months: vec![(Movements::default(), [0; MOST_TIERS]); self.count] }
    }

    pub(super) fn months(&self, sums: &Sums) -> Vec<Month> {
        let (mut outstanding, mut members) = (0, [0; MOST_TIERS]);
        let each = self.first.until(self.last).zip(&sums.months);
        each.map(|(month, (points, moved))| {
            outstanding += points.sum();
            members.iter_mut().zip(moved).for_each(|(all, by)| *all += by);
            let finished = month.is_finished(self.as_of);
            Month { month, finished, points: *points, outstanding, members }
        })
        .collect()
    }
}

/// Movements of points and members by month.
#[derive(Debug)]
pub(super) struct Sums {
    months: Vec<(Movements, [i64; MOST_TIERS])>,
}

impl Sums {
    pub(super) fn note(&mut self, place: usize, entry: &Entry) {
        if let Some((movements, _)) = self.months.get_mut(place) {
            movements.note(entry);
        }
    }

    pub(super) fn move_tier(&mut self, place: usize, from: Option<u8>, to: Option<u8>) {
        let Some((_, members)) = self.months.get_mut(place) else {
            return;
        };
        let mut add = |tier: Option<u8>, by: i64| {
            if let Some(count) = tier.and_then(|tier| members.get_mut(usize::from(tier))) {
                *count += by;
            }
        };
        add(from, -1);
        add(to, 1);
    }

    pub(super) fn add(&mut self, other: &Self) {
        for (own, (movements, moved)) in self.months.iter_mut().zip(&other.months) {
            own.0.add(movements);
            own.1.iter_mut().zip(moved).for_each(|(all, by)| *all += by);
        }
    }
}
