//! Rates when the workspace gets another currency: what they were said in is no longer what
//! everything is converted to.

use crate::Result;
use crate::model::{Currency, Day};
use crate::store::Transaction;
use crate::store::rate::{self, Rate};
use rust_decimal::Decimal;

/// Decimals kept of a rate that is computed.
const DECIMALS: u32 = 15;

/// Says every rate in the new currency. Where there is none for the new one, nothing is known any
/// more: the rates go, and the views say who has none.
///
/// # Errors
/// What SQLite gives.
pub(super) fn rebase(tx: &Transaction<'_>, old: Currency, new: Currency) -> Result<()> {
    if old == new {
        return Ok(());
    }
    let before = rate::all(tx)?;
    for rate in &before {
        rate::remove(tx, rate.currency, rate.day)?;
    }
    rebased(&before, old, new).into_iter().try_for_each(|rate| rate::add(tx, rate))
}

/// One unit of C is C's rate / the new currency's rate units of it, on every day one of the two
/// changes; one unit of the old currency 1 / that rate.
fn rebased(rates: &[Rate], old: Currency, new: Currency) -> Vec<Rate> {
    let of = |currency| -> Vec<&Rate> {
        rates.iter().filter(|rate| rate.currency == currency).collect()
    };
    let unit = of(new);
    let Some(first) = unit.first() else { return Vec::new() };
    let one = Rate { currency: old, day: first.day, rate: Decimal::ONE };
    let mut currencies: Vec<Currency> = rates.iter().map(|rate| rate.currency).collect();
    currencies.dedup();
    currencies.retain(|currency| *currency != new);
    let mut found = against(&[&one], &unit);
    for currency in currencies.into_iter().filter(|currency| *currency != old) {
        found.extend(against(&of(currency), &unit));
    }
    found
}

/// One currency's rates against another's; each day that changes something once.
fn against(own: &[&Rate], unit: &[&Rate]) -> Vec<Rate> {
    let mut days: Vec<Day> = own.iter().chain(unit).map(|rate| rate.day).collect();
    days.sort_unstable();
    days.dedup();
    let mut found: Vec<Rate> = Vec::new();
    for day in days {
        let (Some(mine), Some(its)) = (on(own, day), on(unit, day)) else { continue };
        let Some(quotient) = mine.rate.checked_div(its.rate) else { continue };
        let rate = quotient.round_dp(DECIMALS).normalize();
        if rate > Decimal::ZERO && found.last().is_none_or(|last| last.rate != rate) {
            found.push(Rate { currency: mine.currency, day, rate });
        }
    }
    found
}

/// The rate of a day: the latest on or before it, else the earliest.
pub(super) fn on<'a>(rates: &[&'a Rate], day: Day) -> Option<&'a Rate> {
    let at = rates.partition_point(|rate| rate.day <= day);
    rates.get(at.saturating_sub(1)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rates(of: &[(&str, i32, &str)]) -> Vec<Rate> {
        let rate = |(code, day, rate): &(&str, i32, &str)| Rate {
            currency: Currency::parse(code).unwrap(),
            day: Day(*day),
            rate: rate.parse().unwrap(),
        };
        of.iter().map(rate).collect()
    }

    fn said(rates: &[Rate]) -> Vec<String> {
        let one = |rate: &Rate| format!("{} {} {}", rate.currency, rate.day.0, rate.rate);
        rates.iter().map(one).collect()
    }

    #[test]
    fn every_rate_is_said_in_the_new_currency_from_each_day_it_changes() {
        let before = rates(&[("SEK", 0, "0.08"), ("SEK", 50, "0.1"), ("USD", 20, "0.9")]);
        let after = rebased(&before, Currency::EUR, Currency::parse("SEK").unwrap());
        assert_eq!(said(&after), ["EUR 0 12.5", "EUR 50 10", "USD 0 11.25", "USD 50 9"]);
    }

    #[test]
    fn there_and_back_is_as_it_was() {
        let sek = Currency::parse("SEK").unwrap();
        let before = rates(&[("SEK", 0, "0.08"), ("SEK", 50, "0.1"), ("USD", 0, "0.9")]);
        let there = rebased(&before, Currency::EUR, sek);
        let mut back = rebased(&there, sek, Currency::EUR);
        back.sort_by_key(|rate| (rate.currency, rate.day));
        assert_eq!(said(&back), said(&before));
    }

    #[test]
    fn without_a_rate_of_the_new_currency_nothing_is_known() {
        let before = rates(&[("USD", 0, "0.9")]);
        assert_eq!(rebased(&before, Currency::EUR, Currency::parse("SEK").unwrap()), []);
    }
}
