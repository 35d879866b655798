//! What the loyalty programme says in money when the workspace gets another currency: thresholds of
//! spend, what earns a point, what a point and the benefits cost, what a reward is worth.
//!
//! All of it, in every version of the rules, is said anew by the rate of the day of the change; so
//! nobody's tier or points change by more than rates do. Rounded half away from zero to minor units,
//! and never so far that two thresholds meet or a point costs nothing that cost something. Where
//! there is no rate the same figures are meant: 500.00 of one currency are 500.00 of the other.

use super::rebase::on;
use crate::Result;
use crate::loyalty::{PerAmount, PointCost, Programme, Qualifier};
use crate::model::{Currency, Day};
use crate::store::rate::{self, Rate};
use crate::store::reward::{self, Reward};
use crate::store::{Transaction, programme};
use rust_decimal::{Decimal, RoundingStrategy};

/// A price of points is said for ten times as many until it has so many minor units: rounding then
/// changes it by less than half a percent.
const EXACT: u32 = 100;

/// Says the programme's money in the new currency. Before the rates are said in it.
///
/// # Errors
/// What SQLite gives; `Damaged` where rules cannot be read.
pub(super) fn reprice(tx: &Transaction<'_>, old: Currency, new: Currency, day: Day) -> Result<()> {
    if old == new {
        return Ok(());
    }
    let factor = factor(&rate::all(tx)?, old, new, day);
    for version in programme::all(tx)? {
        programme::rewrite(tx, version.from, &repriced(version.programme, factor))?;
    }
    for reward in reward::all(tx)? {
        let worth = reward.worth.map(|worth| converted(worth, factor));
        reward::update(tx, &Reward { worth, ..reward })?;
    }
    Ok(())
}

/// Minor units of the new currency for one of the old.
fn factor(rates: &[Rate], old: Currency, new: Currency, day: Day) -> Decimal {
    let own: Vec<&Rate> = rates.iter().filter(|rate| rate.currency == new).collect();
    let rate = on(&own, day).map_or(Decimal::ONE, |rate| rate.rate);
    let minor = Decimal::from(new.scale()) / Decimal::from(old.scale());
    minor.checked_div(rate).unwrap_or(minor)
}

fn repriced(mut rules: Programme, factor: Decimal) -> Programme {
    if rules.qualification.measure == Qualifier::Spend {
        let mut below = None;
        for tier in &mut rules.tiers {
            let threshold = converted(tier.threshold, factor);
            tier.threshold = below.map_or(threshold, |below: i64| threshold.max(below + 1));
            below = Some(tier.threshold);
        }
    }
    for tier in &mut rules.tiers {
        tier.benefits_cost = tier.benefits_cost.map(|cost| converted(cost, factor));
    }
    rules.earn.per_amount = rules.earn.per_amount.map(|PerAmount { points, amount }| {
        let (points, amount) = price(points, amount, factor);
        PerAmount { points, amount }
    });
    let (points, amount) = price(rules.cost.points, rules.cost.amount, factor);
    Programme { cost: PointCost { points, amount }, ..rules }
}

/// So many points for so much, in the new currency.
fn price(points: u32, amount: u32, factor: Decimal) -> (u32, u32) {
    let (mut points, mut exact) = (points, Decimal::from(amount) * factor);
    while amount > 0 && exact < Decimal::from(EXACT) && points <= u32::MAX / 10 {
        (points, exact) = (points * 10, exact * Decimal::TEN);
    }
    let least = i64::from(amount > 0);
    let amount = converted(1, exact).max(least);
    (points, u32::try_from(amount).unwrap_or(u32::MAX))
}

fn converted(minor: i64, factor: Decimal) -> i64 {
    let exact = Decimal::from(minor).checked_mul(factor);
    let rounded =
        exact.map(|it| it.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero));
    rounded.and_then(|it| i64::try_from(it).ok()).unwrap_or(minor)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::by_spend;
    use crate::voice::Voice;

    fn currency(code: &str) -> Currency {
        Currency::parse(code).unwrap()
    }

    fn rules(measure: Qualifier) -> Programme {
        let mut rules = by_spend(Currency::EUR, &Voice::default());
        rules.qualification.measure = measure;
        rules.tiers[1].benefits_cost = Some(250);
        rules
    }

    fn at(rate: &str, new: &str) -> Decimal {
        let rate = Rate { currency: currency(new), day: Day(50), rate: rate.parse().unwrap() };
        factor(&[rate], Currency::EUR, currency(new), Day(70))
    }

    #[test]
    fn thresholds_of_spend_and_prices_follow_the_rate_of_the_day() {
        let found = repriced(rules(Qualifier::Spend), at("0.08", "SEK"));
        let thresholds: Vec<i64> = found.tiers.iter().map(|tier| tier.threshold).collect();
        assert_eq!(thresholds, [0, 6_250, 18_750, 37_500], "500 minor units and so on");
        assert_eq!(found.tiers[1].benefits_cost, Some(3_125));
        assert_eq!(found.earn.per_amount, Some(PerAmount { points: 1, amount: 1_250 }));
        assert_eq!(found.cost, PointCost { points: 100, amount: 1_250 });
    }

    #[test]
    fn what_is_no_money_stays() {
        let found = repriced(rules(Qualifier::Points), at("0.08", "SEK"));
        assert_eq!(found.tiers[1].threshold, 500);
    }

    #[test]
    fn a_price_of_few_minor_units_is_said_for_more_points() {
        // A cent at 0.0062 euros a yen are 1.6129 yen.
        assert_eq!(price(1, 1, at("0.0062", "JPY")), (100, 161));
        assert_eq!(price(1, 0, at("0.0062", "JPY")), (1, 0), "free stays free");
    }

    #[test]
    fn thresholds_never_meet_and_without_a_rate_the_figures_stay() {
        let mut near = rules(Qualifier::Spend);
        (near.tiers[1].threshold, near.tiers[2].threshold) = (1, 2);
        assert_eq!(repriced(near, at("100", "KWD")).unsound(), None);
        let same = factor(&[], Currency::EUR, currency("JPY"), Day(0));
        assert_eq!(converted(50_000, same), 500, "500.00 euros, 500 yen");
    }
}
