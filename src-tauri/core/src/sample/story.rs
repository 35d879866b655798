//! What happens to the business as a whole: its seasons, one new price list, one bad month.

use super::Spec;
use super::dice::{Dice, Topic};
use crate::model::{Day, Grain, Period};

/// The frame every customer's life is lived in.
#[derive(Debug)]
pub(super) struct Story {
    pub(super) seed: u64,
    /// First day of the first month.
    pub(super) first: Day,
    /// The last day anything is known of.
    pub(super) last: Day,
    /// From this day on new customers pay the second price list.
    pub(super) price_change: Day,
    /// The service is down for three days.
    pub(super) outage: Day,
    /// The product's log of logins and features begins here.
    pub(super) usage_from: Day,
    months: i32,
}

/// How many sign up in each month of the year, of 100 in a plain one.
const SEASON: [u64; 12] = [138, 108, 104, 100, 96, 86, 60, 68, 140, 116, 108, 62];

/// How many of 1,000 customers stay for another month, all in all.
const STAY: u64 = 985;

/// Who signs up on one day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct SignUp {
    pub(super) day: Day,
    /// Becomes a customer; otherwise tries and goes.
    pub(super) pays: bool,
}

impl Story {
    pub(super) fn new(spec: &Spec) -> Self {
        let months = i32::try_from(spec.months.max(1)).unwrap_or(i32::MAX);
        let first = Period::of(Grain::Month, spec.last_day).plus(1 - months);
        let month = |part: i32| first.plus(months * part / 36).first();
        Self {
            seed: spec.seed,
            first: first.first(),
            last: spec.last_day,
            price_change: month(20),
            outage: month(27).plus(9),
            usage_from: spec.last_day.plus(-200).max(first.first()),
            months,
        }
    }

    /// Whether nobody can log in: three days from the outage on.
    pub(super) fn is_down(&self, day: Day) -> bool {
        (self.outage..self.outage.plus(3)).contains(&day)
    }

    /// The months of the story, the last one up to its last day.
    fn months(&self) -> impl Iterator<Item = Period> {
        let first = Period::of(Grain::Month, self.first);
        (0..self.months).map(move |n| first.plus(n))
    }

    /// Everybody who signs up, in order of day: enough for about `customers` to pay at the end,
    /// and two more for every five who try and do not stay.
    pub(super) fn sign_ups(&self, customers: u32) -> Vec<SignUp> {
        let mut dice = Dice::new(self.seed, Topic::SignUps, 0);
        let weights: Vec<u64> =
            self.months().zip(0..).map(|(month, n)| self.weight(month, n, &mut dice)).collect();
        let total: u64 = weights.iter().sum();
        let kept: u64 =
            weights.iter().zip((0..weights.len()).rev()).map(|(w, age)| w * kept_after(age)).sum();
        // The product of a large business leaves 64 bits; who pays is about `customers` again.
        let payers =
            u128::from(customers) * u128::from(total) * 1_000_000 / u128::from(kept.max(1));
        let payers = u64::try_from(payers).unwrap_or(u64::MAX);
        let mut all = Vec::new();
        let (mut weight, mut placed) = (0, 0);
        for (month, w) in self.months().zip(&weights) {
            weight += w;
            let until = payers * weight / total.max(1);
            for n in placed..until {
                all.push(SignUp { day: self.some_day(month, &mut dice), pays: true });
                if n % 5 < 2 {
                    all.push(SignUp { day: self.some_day(month, &mut dice), pays: false });
                }
            }
            placed = until;
        }
        all.sort_unstable();
        all
    }

    /// How many sign up in a month beside the others: season, growth, a little chance. The first
    /// month lets a waiting list in; the last may be a part of one.
    fn weight(&self, month: Period, n: i32, dice: &mut Dice) -> u64 {
        let season = SEASON[month.index().rem_euclid(12).unsigned_abs() as usize];
        let growth = u64::from((1_000 + 400 * n / self.months).unsigned_abs());
        let launch = if n == 0 { 3 } else { 1 };
        let luck = u64::from(90 + dice.below(21));
        let days = month.last().0 - month.first().0 + 1;
        let seen = (self.last.0.min(month.last().0) - month.first().0 + 1).clamp(0, days);
        season * growth * launch * luck * u64::from(seen.unsigned_abs())
            / u64::from(days.unsigned_abs())
    }

    /// A day of the month, weekends half as often.
    fn some_day(&self, month: Period, dice: &mut Dice) -> Day {
        let last = month.last().min(self.last);
        let mut draw = || Day(dice.between(month.first().0, last.0));
        let day = draw();
        // Day 2 of the count, 3 January 1970, was a Saturday.
        if (day.0 - 2).rem_euclid(7) < 2 { draw() } else { day }
    }
}

/// How many of a million are left after so many months.
fn kept_after(months: usize) -> u64 {
    (0..months).fold(1_000_000, |left, _| left * STAY / 1_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_story_ends_on_its_last_day_and_has_its_seasons() {
        let story = Story::new(&Spec::default());
        assert_eq!(story.first.to_string(), "2023-12-01");
        assert_eq!(story.price_change.to_string(), "2025-08-01");
        assert_eq!(story.outage.to_string(), "2026-03-10");
        let all = story.sign_ups(6_400);
        let month = |text: &str| {
            let month = Period::parse(text).unwrap();
            all.iter().filter(|s| Period::of(Grain::Month, s.day) == month).count()
        };
        assert!(month("2026-01") > month("2025-12") * 3 / 2);
        assert!(month("2026-09") > month("2026-07") * 3 / 2);
        assert!(all.is_sorted());
        assert!(all.iter().all(|s| story.first <= s.day && s.day <= story.last));
    }

    #[test]
    fn ten_times_the_customers_take_ten_times_the_sign_ups_to_the_largest() {
        for months in [*Spec::MONTHS.start(), 36, *Spec::MONTHS.end()] {
            let story = Story::new(&Spec { months, ..Spec::default() });
            let [few, many] = [10_000, *Spec::CUSTOMERS.end()].map(|n| story.sign_ups(n).len());
            assert!(many.abs_diff(few * 10) < many / 1_000, "{months} months: {few} and {many}");
        }
    }
}
