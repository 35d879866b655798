//! Exchange rates by day (metrics.md 1).
//!
//! The rate of a day is the latest one on or before it, else the earliest there is. Converting
//! multiplies and rounds once, half away from zero. All of it in whole numbers: a rate is a
//! fraction between minor units.

use crate::model::{Currency, Day, round_div};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Minor units of the workspace's currency for one minor unit of another, as a fraction in its
/// lowest terms.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Factor {
    pub(super) num: i128,
    pub(super) den: i128,
}

impl Factor {
    /// What the workspace's own currency is worth.
    pub const ONE: Self = Self { num: 1, den: 1 };

    /// Of a rate: so many units of `to` for one unit of `from`.
    pub(super) fn new(rate: Decimal, from: Currency, to: Currency) -> Self {
        let num = rate.mantissa() * i128::from(to.scale());
        let den = 10_i128.pow(rate.scale()) * i128::from(from.scale());
        let shared = shared(num, den);
        Self { num: num / shared, den: den / shared }
    }

    /// An amount in minor units, rounded once.
    #[inline]
    pub fn convert(self, minor: i64) -> i64 {
        self.convert_short(minor)
            .unwrap_or_else(|| round_div(i128::from(minor).saturating_mul(self.num), self.den))
    }

    /// The same in 64 bits, where they hold it: nearly always, and several times as fast.
    #[inline]
    fn convert_short(self, minor: i64) -> Option<i64> {
        let (num, den) = (i64::try_from(self.num).ok()?, u64::try_from(self.den).ok()?);
        let product = minor.checked_mul(num)?;
        let whole = product.unsigned_abs().checked_add(den / 2)?.checked_div(den)?;
        Some(i64::try_from(whole).ok()? * product.signum())
    }
}

/// A factor made ready to convert millions of amounts: to divide takes longer than all the rest, so
/// the quotient is guessed by multiplying and put right by at most one.
#[derive(Clone, Copy, Debug)]
pub struct Quick {
    /// 0 where the factor does not fit.
    num: i64,
    den: i64,
    inverse: f64,
    exact: Factor,
}

/// Below this a whole number is exact in 64 bits of floating point, and its quotient is wrong by at
/// most one.
const EXACT: u64 = 1 << 52;

impl From<Factor> for Quick {
    #[expect(clippy::cast_precision_loss, reason = "below 2^52")]
    fn from(exact: Factor) -> Self {
        let fits = |number: i128| i64::try_from(number).ok().filter(|n| n.unsigned_abs() < EXACT);
        match (fits(exact.num), fits(exact.den)) {
            (Some(num), Some(den)) => Self { num, den, inverse: 1.0 / den as f64, exact },
            _ => Self { num: 0, den: 1, inverse: 1.0, exact },
        }
    }
}

impl Quick {
    /// As [`Factor::convert`].
    #[inline]
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "below 2^52")]
    pub fn convert(&self, minor: i64) -> i64 {
        let product = minor.checked_mul(self.num).unwrap_or(i64::MAX);
        let whole = product.unsigned_abs().saturating_add(self.den.unsigned_abs() / 2);
        if whole >= EXACT || self.num == 0 {
            return self.exact.convert(minor);
        }
        let whole = whole.cast_signed();
        let guess = (whole as f64 * self.inverse) as i64;
        let rest = whole - guess * self.den;
        let more = i64::from(rest >= self.den) - i64::from(rest < 0);
        (guess + more) * product.signum()
    }
}

/// The greatest number that divides both, at least 1.
fn shared(mut one: i128, mut other: i128) -> i128 {
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one.abs().max(1)
}

/// What a currency is worth.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Course {
    /// Always the same.
    Fixed(Factor),
    /// By day: a place in [`Rates`].
    ByDay(u8),
}

/// The currencies whose rate is not always the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rates {
    /// At place 1 the first one: 0 is the workspace's own.
    pub(super) courses: Vec<ByDay>,
}

/// The rates of one currency, in order of their days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ByDay {
    pub(super) days: Vec<i32>,
    pub(super) factors: Vec<Factor>,
}

impl ByDay {
    fn on(&self, day: Day) -> Factor {
        let known = self.days.partition_point(|from| *from <= day.0);
        // Before the earliest the earliest counts.
        self.factors.get(known.saturating_sub(1)).copied().unwrap_or(Factor::ONE)
    }
}

impl Rates {
    /// Sorts rates into those that never change and those that do; a rate of 0 or less counts as
    /// none. Of two rates of a currency for one day the later one counts.
    pub(super) fn sorted(
        rates: &[(Currency, Day, Decimal)],
        to: Currency,
    ) -> (Self, Vec<(Currency, Course)>) {
        let mut by_currency: BTreeMap<Currency, BTreeMap<Day, Factor>> = BTreeMap::new();
        for &(from, day, rate) in rates.iter().filter(|(.., rate)| *rate > Decimal::ZERO) {
            let factor = Factor::new(rate, from, to);
            by_currency.entry(from).or_default().insert(day, factor);
        }
        let mut all = Self::default();
        let course = |(currency, by_day): (Currency, BTreeMap<Day, Factor>)| {
            let mut factors = by_day.values().copied();
            let first = factors.next().unwrap_or(Factor::ONE);
            if factors.all(|factor| factor == first) {
                return (currency, Course::Fixed(first));
            }
            let (days, factors) = by_day.into_iter().map(|(day, factor)| (day.0, factor)).unzip();
            all.courses.push(ByDay { days, factors });
            let place = u8::try_from(all.courses.len()).unwrap_or(u8::MAX);
            (currency, Course::ByDay(place))
        };
        let courses = by_currency.into_iter().map(course).collect();
        (all, courses)
    }

    /// Lets go of the rates of currencies nobody pays in; places stay what they are.
    pub(super) fn keep(&mut self, used: impl Fn(u8) -> bool) {
        for (place, course) in (1..).zip(&mut self.courses) {
            if !used(place) {
                *course = ByDay::default();
            }
        }
    }

    /// Whether every rate is always the same.
    pub fn are_fixed(&self) -> bool {
        self.courses.is_empty()
    }

    /// What each currency is worth on a day, by its place.
    pub fn on(&self, day: Day) -> Vec<Factor> {
        let courses = self.courses.iter().map(|course| course.on(day));
        std::iter::once(Factor::ONE).chain(courses).collect()
    }

    /// What the currency of a place is worth on a day.
    pub fn factor(&self, place: u8, day: Day) -> Factor {
        let course = usize::from(place).checked_sub(1).and_then(|at| self.courses.get(at));
        course.map_or(Factor::ONE, |course| course.on(day))
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::day;
    use super::*;
    use proptest::prelude::*;

    fn currency(code: &str) -> Currency {
        Currency::parse(code).unwrap()
    }

    #[test]
    fn the_rate_of_a_day_is_the_latest_on_or_before_it_else_the_earliest() {
        let usd = currency("USD");
        let rates = [("2026-02-01", 95), ("2026-01-01", 90)];
        let rates = rates.map(|(on, hundredths)| (usd, day(on), Decimal::new(hundredths, 2)));
        let (rates, courses) = Rates::sorted(&rates, Currency::EUR);
        assert_eq!(courses, [(usd, Course::ByDay(1))]);
        let on = |text| rates.factor(1, day(text)).convert(10_000);
        assert_eq!((on("2026-01-01"), on("2026-01-31")), (9_000, 9_000));
        assert_eq!((on("2026-02-01"), on("2030-01-01")), (9_500, 9_500));
        assert_eq!(on("2020-05-05"), 9_000, "the earliest");
        assert_eq!(rates.factor(0, day("2026-01-01")), Factor::ONE, "the workspace's own");
    }

    #[test]
    fn a_rate_that_is_entered_again_and_again_is_one_rate() {
        let yen = currency("JPY");
        let rates = ["2026-01-01", "2026-02-01"].map(|on| (yen, day(on), Decimal::new(61, 4)));
        let (by_day, courses) = Rates::sorted(&rates, Currency::EUR);
        assert!(by_day.are_fixed());
        let [(_, Course::Fixed(factor))] = courses[..] else { panic!("one") };
        assert_eq!(factor.convert(1_000), 610, "1000 JPY at 0.0061 are 6.10 EUR");
    }

    proptest! {
        #[test]
        fn both_ways_to_convert_say_the_same(
            minor in -1_000_000_000_000..1_000_000_000_000_i64,
            mantissa in 1..1_000_000_000_000_i64,
            scale in 0..12_u32,
        ) {
            let factor = Factor::new(Decimal::new(mantissa, scale), currency("JPY"), Currency::EUR);
            let long = round_div(i128::from(minor) * factor.num, factor.den);
            prop_assert!(factor.convert_short(minor).is_none_or(|short| short == long));
            prop_assert_eq!(factor.convert(minor), long);
            let quick = Quick::from(factor);
            for minor in [minor, minor / 1_000, minor / 1_000_000] {
                prop_assert_eq!(quick.convert(minor), factor.convert(minor), "{} by {:?}", minor, quick);
            }
        }
    }

    #[test]
    fn halves_go_away_from_zero_and_nothing_overflows() {
        let dinar = currency("KWD");
        let factor = Factor::new(Decimal::new(3_005, 3), dinar, Currency::EUR);
        assert_eq!(factor.convert(1_000), 301, "1.000 KWD at 3.005 are 3.005 EUR");
        assert_eq!(factor.convert(-1_000), -301);
        let dear = Factor::new(Decimal::MAX, dinar, Currency::EUR);
        assert_eq!(dear.convert(i64::MAX), i64::MAX);
    }
}
