//! What a subscription's terms are a month, in the workspace's currency (metrics.md 1 and 2).
//!
//! Interval to month by [`Interval::monthly`](crate::model::Interval::monthly), all units, less the
//! recurring discount, rounded once; a monthly amount that is given wins over all of them. Another
//! currency whose rate never changes is converted here and rounded once more; where it changes,
//! that is done for the day that is asked about. Rounding is half away from zero, for each
//! subscription, so sums are sums of rounded amounts.

use super::rates::{Course, Rates};
use super::rows::PlanRow;
use crate::model::{Currency, Day, Interval, Listed, Money, Terms, Unit};
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

/// A discount of 100 %, in hundredths of a percent.
const WHOLE: u32 = 10_000;

/// Plans by id, and what other currencies are worth.
#[derive(Debug)]
pub struct Prices {
    /// What everything is converted to.
    currency: Currency,
    /// What the others are worth.
    courses: Vec<(Currency, Course)>,
    /// Those whose rate changes.
    rates: Rates,
    /// By id in the store.
    plans: FxHashMap<i64, Plan>,
    /// The distinct names; 0 is the empty text.
    names: Vec<String>,
}

/// A plan as the ledger needs it.
#[derive(Debug)]
struct Plan {
    name: u32,
    listed: Listed,
}

/// What terms come to a month.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Monthly {
    /// In minor units of its currency, never below 0.
    pub(super) amount: i64,
    /// The place of that currency in [`Rates`]; 0 for the workspace's.
    pub(super) rate: u8,
}

/// A currency nobody gave a rate for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct NoRate(pub(super) Currency);

impl Prices {
    /// The price list: `rates` say what one unit (not minor unit) of a currency is worth in units
    /// of `currency` from a day on; a rate of 0 or less counts as none.
    pub fn new(
        currency: Currency,
        rates: &[(Currency, Day, Decimal)],
        plans: impl IntoIterator<Item = PlanRow>,
    ) -> Self {
        let (rates, courses) = Rates::sorted(rates, currency);
        let mut prices = Self {
            currency,
            courses,
            rates,
            plans: FxHashMap::default(),
            names: vec![String::new()],
        };
        let mut codes = FxHashMap::from_iter([(String::new(), 0)]);
        for plan in plans {
            let next = u32::try_from(prices.names.len()).unwrap_or(u32::MAX);
            let name = *codes.entry(plan.name.clone()).or_insert_with(|| {
                prices.names.push(plan.name);
                next
            });
            prices.plans.insert(plan.id, Plan { name, listed: plan.listed });
        }
        prices
    }

    /// An amount at the rate of a day, in minor units of the workspace's currency; none where nobody
    /// gave a rate.
    pub fn exchange(&self, amount: Money, on: Day) -> Option<i64> {
        let monthly = self.converted(amount.minor, amount.currency).ok()?;
        Some(self.rates.factor(monthly.rate, on).convert(monthly.amount))
    }

    /// What everything is converted to.
    pub(super) fn currency(&self) -> Currency {
        self.currency
    }

    /// Rates that change.
    pub(super) fn rates(&self) -> &Rates {
        &self.rates
    }

    /// The names of plans, as the ledger keeps them, and the rates that change.
    pub(super) fn into_names(self) -> (Vec<String>, Rates) {
        (self.names, self.rates)
    }

    /// The place of a plan's name; 0 for none.
    pub(super) fn plan(&self, terms: &Terms) -> u32 {
        self.find(terms).map_or(0, |plan| plan.name)
    }

    /// MRR of these terms, never below 0. What their source left to the price list is taken from
    /// there; without any price they are free.
    pub(super) fn monthly(&self, terms: &Terms) -> Result<Monthly, NoRate> {
        if let Some(mrr) = terms.mrr {
            return self.converted(mrr.max(0), terms.currency);
        }
        let says_all = terms.amount.is_some() && !terms.listed;
        let listed = self.find(terms).filter(|_| !says_all);
        let listed = listed.map_or(Listed::default(), |plan| plan.listed);
        let Some(price) = terms.price(&listed) else { return Ok(Monthly::default()) };
        let monthly = normalised(price.minor, terms.interval(&listed), terms);
        self.converted(monthly.max(0), price.currency)
    }

    fn find(&self, terms: &Terms) -> Option<&Plan> {
        self.plans.get(&terms.plan?)
    }

    fn converted(&self, amount: i64, from: Currency) -> Result<Monthly, NoRate> {
        if from == self.currency || amount == 0 {
            return Ok(Monthly { amount, rate: 0 });
        }
        let known = self.courses.iter().find(|(currency, _)| *currency == from);
        Ok(match known.ok_or(NoRate(from))?.1 {
            Course::Fixed(factor) => Monthly { amount: factor.convert(amount), rate: 0 },
            Course::ByDay(rate) => Monthly { amount, rate },
        })
    }
}

/// All units of a price less the discount as an amount a month.
fn normalised(amount: i64, interval: Interval, terms: &Terms) -> i64 {
    let units = i128::from(amount) * i128::from(terms.quantity);
    if terms.discount == 0 && interval.unit == Unit::Month && interval.count == 1 {
        return i64::try_from(units).unwrap_or(i64::MAX);
    }
    let kept = WHOLE.saturating_sub(terms.discount);
    interval.monthly(units * i128::from(kept), i128::from(WHOLE))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(amount: i64, unit: Unit, count: u32) -> Terms {
        Terms {
            plan: None,
            amount: Some(amount),
            mrr: None,
            currency: Currency::EUR,
            interval: Interval { unit, count },
            listed: false,
            quantity: 1,
            discount: 0,
        }
    }

    fn monthly(terms: &Terms) -> i64 {
        Prices::new(Currency::EUR, &[], []).monthly(terms).unwrap().amount
    }

    #[test]
    fn units_and_discounts_are_part_of_the_price() {
        let ten = terms(1_000, Unit::Month, 1);
        assert_eq!(monthly(&Terms { quantity: 10, ..ten }), 10_000);
        assert_eq!(monthly(&Terms { discount: 5_000, ..ten }), 500);
        assert_eq!(monthly(&Terms { discount: 10_000, ..ten }), 0);
        assert_eq!(monthly(&Terms { discount: 1_000, ..terms(12_000, Unit::Year, 1) }), 900);
        assert_eq!(monthly(&Terms { quantity: 4, ..terms(50_000, Unit::Year, 1) }), 16_667);
        assert_eq!(monthly(&terms(19_900, Unit::Year, 1)), 1_658);
    }

    #[test]
    fn a_monthly_amount_that_is_given_is_the_whole_amount() {
        let given =
            Terms { mrr: Some(777), quantity: 9, discount: 5_000, ..terms(1, Unit::Day, 1) };
        assert_eq!(monthly(&given), 777);
    }

    #[test]
    fn terms_without_a_price_take_the_one_of_their_plan() {
        let year = Interval { unit: Unit::Year, count: 1 };
        let plan = PlanRow {
            id: 7,
            name: "Pro".into(),
            listed: Listed { price: Some(Money::new(12_000, Currency::EUR)), interval: Some(year) },
        };
        let prices = Prices::new(Currency::EUR, &[], [plan]);
        let bare = Terms { plan: Some(7), amount: None, quantity: 2, ..terms(0, Unit::Month, 1) };
        let monthly = |terms: &Terms| prices.monthly(terms).map(|monthly| monthly.amount);
        assert_eq!(monthly(&bare), Ok(2_000));
        assert_eq!(monthly(&Terms { plan: Some(8), ..bare }), Ok(0));
        let priced = Terms { amount: Some(6_000), quantity: 1, ..bare };
        assert_eq!(monthly(&priced), Ok(6_000), "a month was said");
        assert_eq!(monthly(&Terms { listed: true, ..priced }), Ok(500), "the year of the list");
        assert_eq!(monthly(&Terms { listed: true, plan: None, ..priced }), Ok(6_000));
    }

    #[test]
    fn one_rate_converts_across_minor_units_and_a_missing_one_is_told() {
        let yen = Currency::parse("JPY").unwrap();
        let rates = [(yen, Day(0), Decimal::new(61, 4))];
        let prices = Prices::new(Currency::EUR, &rates, []);
        let in_yen = Terms { currency: yen, ..terms(1_000, Unit::Month, 1) };
        let euros = Monthly { amount: 610, rate: 0 };
        assert_eq!(prices.monthly(&in_yen), Ok(euros), "1000 JPY at 0.0061 are 6.10 EUR");
        let crowns = Currency::parse("SEK").unwrap();
        let in_crowns = Terms { currency: crowns, ..in_yen };
        assert_eq!(prices.monthly(&in_crowns), Err(NoRate(crowns)));
    }

    #[test]
    fn where_the_rate_changes_the_amount_stays_what_it_is() {
        let usd = Currency::parse("USD").unwrap();
        let rates = [(usd, Day(0), Decimal::new(90, 2)), (usd, Day(31), Decimal::new(95, 2))];
        let prices = Prices::new(Currency::EUR, &rates, []);
        let year = Terms { currency: usd, ..terms(10_000, Unit::Year, 1) };
        let monthly = prices.monthly(&year).unwrap();
        assert_eq!(monthly, Monthly { amount: 833, rate: 1 }, "rounded in its own currency");
    }
}
