//! Random businesses for the laws: lists and logs of subscriptions in several currencies, and rates.

use crate::ledger::LogOf;
use crate::ledger::testing::{Business, day};
use crate::model::{Currency, Day, Status};
use proptest::prelude::*;
use rust_decimal::Decimal;

pub(super) const PLANS: [&str; 3] = ["Basic", "Pro", "Team"];
pub(super) const COUNTRIES: [&str; 3] = ["", "NL", "BE"];
/// The first is the workspace's.
pub(super) const CURRENCIES: [&str; 3] = ["EUR", "USD", "JPY"];
const CUSTOMERS: usize = 6;
/// 28 years: the same weekdays and the same leap days.
pub(super) const SHIFT: i32 = 28 * 365 + 7;

/// One subscription, or one row of a log, in numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fact {
    customer: usize,
    plan: usize,
    on: i32,
    length: i32,
    kind: u8,
    cents: i64,
    currency: usize,
}

/// What one unit of a currency is worth from a day on, in ten-thousandths.
pub(super) type Rate = (usize, i32, i64);

/// Facts with the rates they need.
#[derive(Clone, Debug)]
pub(super) struct World {
    pub(super) facts: Vec<Fact>,
    pub(super) rates: Vec<Rate>,
}

/// A third of them know no currency but the workspace's.
pub(super) fn worlds() -> impl Strategy<Value = World> {
    let rates = prop::collection::vec((1..CURRENCIES.len(), -50..850_i32, 1..30_000_i64), 0..12);
    (facts(), rates, 0..3_u8).prop_map(|(mut facts, mut rates, foreign)| {
        if foreign == 0 {
            facts.iter_mut().for_each(|fact| fact.currency = 0);
            rates.clear();
        }
        World { facts, rates }
    })
}

fn facts() -> impl Strategy<Value = Vec<Fact>> {
    let what = (0..CUSTOMERS, 0..PLANS.len(), 0..CURRENCIES.len());
    let fact = (what, 0..800_i32, 1..500_i32, 0..12_u8, 1..40_i64);
    let fact = fact.prop_map(|((customer, plan, currency), on, length, kind, cents)| Fact {
        customer,
        plan,
        on,
        length,
        kind,
        cents: cents * 100,
        currency,
    });
    prop::collection::vec(fact, 1..24)
}

pub(super) fn first() -> Day {
    day("2024-01-01")
}

pub(super) fn today() -> Day {
    day("2026-05-17")
}

/// The business of these facts, every date later by `shift` days. No two amounts are the same, so
/// the largest subscription never depends on the order of the rows.
pub(super) fn business(World { facts, rates }: &World, shift: i32) -> Business {
    let mut business = Business::new();
    for (currency, on, rate) in rates {
        let on = first().plus(on + shift).to_string();
        business =
            business.rate_from(CURRENCIES[*currency], &on, &Decimal::new(*rate, 4).to_string());
    }
    for at in 0..CUSTOMERS {
        business = business.in_country(&at.to_string(), COUNTRIES[at % COUNTRIES.len()]);
    }
    for (at, fact) in (0_i64..).zip(facts) {
        let on = first().plus(fact.on + shift);
        let later = on.plus(fact.length);
        let (name, plan) = (fact.customer.to_string(), PLANS[fact.plan]);
        let cents = fact.cents + at;
        let currency = Currency::parse(CURRENCIES[fact.currency]).unwrap();
        let logged = [Status::Active, Status::PastDue, Status::Paused, Status::Canceled];
        if let Some(status) = fact.kind.checked_sub(8).map(|kind| logged[usize::from(kind)]) {
            // Logs of their own, so that lists and logs do not contradict each other.
            business = business.change(&name, &on.to_string(), status, plan, cents);
            if let Some(row) = business.log.last_mut() {
                row.of = LogOf::Own(7);
                row.terms.currency = currency;
                row.second = u32::try_from(at).unwrap();
            }
            continue;
        }
        business = business.pays(&name, plan, cents, &on.to_string(), |row| {
            row.seen_on = today().plus(shift);
            row.terms.currency = currency;
            match fact.kind {
                0 | 1 => {}
                2 | 3 => {
                    row.status = Status::Canceled;
                    row.ended = Some(later);
                    row.cancel_reason = (fact.kind == 3).then_some("Too expensive");
                }
                4 => {
                    row.status = Status::PastDue;
                    row.past_due_since = Some(later);
                }
                5 => {
                    row.status = Status::Paused;
                    row.paused_on = Some(later);
                }
                6 => {
                    row.trial_end = Some(on.plus(14));
                    row.ended = Some(later);
                }
                _ => {
                    row.status = Status::NonRenewing;
                    row.cancel_requested = Some(on.plus(fact.length / 2));
                    row.period_end = Some(later);
                }
            }
        });
    }
    business
}
