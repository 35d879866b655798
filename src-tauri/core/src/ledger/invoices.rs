//! MRR from invoices, for customers no list of subscriptions and no change log speaks of
//! (metrics.md 2).
//!
//! An invoice with a service period is what was paid for it: its amount less tax, normalised to a
//! month by the length of the period, from the first day to before the last. Invoices of one
//! subscription that follow each other at the same price are one stretch; a gap of a few days
//! between them is a matter of clocks. A period that ends after the newest invoice there is has not
//! been seen to end: it goes on. Periods that overlap add up. Drafts, void and uncollectible ones,
//! credit notes and invoices without a period tell nothing about a month.

use super::paid::Paid;
use super::rows::{ChangeRow, InvoiceRow, LogOf};
use crate::model::{Day, Interval, Status, Terms, Unit};

/// Days between two invoices that are still one stretch.
const GAP: i32 = 3;

/// A stretch at one price.
struct Stretch {
    account: i64,
    subscription: u64,
    from: Day,
    to: Day,
    terms: Terms,
}

/// The invoices as a change log: each stretch is the log of a subscription of its own, numbered from
/// `first` on. `newest` is the day of the newest invoice. All invoices of an account are there, or
/// none.
pub fn as_changes(invoices: Paid, newest: Day, first: i64) -> Vec<ChangeRow> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for invoice in invoices.sorted() {
        let (interval, to) = period(invoice.from, invoice.to);
        let terms = terms(&invoice, interval);
        let follows = |last: &&mut Stretch| {
            let same = (last.account, last.subscription) == (invoice.account, invoice.subscription);
            let gap = invoice.from.0 - last.to.0;
            same && last.terms == terms && (0..=GAP).contains(&gap)
        };
        // What overlaps has its own stretch: the last few are looked at, newest first.
        match stretches.iter_mut().rev().take(4).find(follows) {
            Some(last) => last.to = to,
            None => {
                let (account, subscription) = (invoice.account, invoice.subscription);
                stretches.push(Stretch { account, subscription, from: invoice.from, to, terms });
            }
        }
    }
    close_gaps(&mut stretches);
    let changes = (first..).zip(&stretches).flat_map(|(number, one)| changes(number, one, newest));
    changes.collect()
}

/// Where one stretch begins a few days after another of its subscription, at another price, that
/// one goes on until then.
fn close_gaps(stretches: &mut [Stretch]) {
    for at in 1..stretches.len() {
        let (before, rest) = stretches.split_at_mut(at);
        let (Some(last), Some(next)) = (before.last_mut(), rest.first()) else { continue };
        let same = (last.account, last.subscription) == (next.account, next.subscription);
        if same && (1..=GAP).contains(&(next.from.0 - last.to.0)) {
            last.to = next.from;
        }
    }
}

fn terms(invoice: &InvoiceRow, interval: Interval) -> Terms {
    Terms {
        plan: invoice.plan,
        amount: None,
        mrr: Some(interval.monthly(invoice.amount.into(), 1)),
        currency: invoice.currency,
        interval: Interval::MONTH,
        listed: false,
        quantity: invoice.quantity,
        discount: 0,
    }
}

fn changes(number: i64, one: &Stretch, newest: Day) -> impl Iterator<Item = ChangeRow> + use<> {
    let of = LogOf::Own(number);
    let row = |day, status, terms| ChangeRow {
        id: number,
        account: one.account,
        of,
        day,
        second: 0,
        status,
        terms,
    };
    let begins = row(one.from, Status::Active, one.terms);
    let ends = (one.to <= newest).then(|| row(one.to, Status::Expired, one.terms));
    std::iter::once(begins).chain(ends)
}

/// The interval a service period stands for, and the first day after it. Programs name the first
/// day after the period or its last: whichever makes whole months, else the first.
fn period(from: Day, to: Day) -> (Interval, Day) {
    let next = to.plus(1);
    for end in [to, next] {
        if let Some(months) = whole_months(from, end) {
            return (Interval { unit: Unit::Month, count: months }, end);
        }
    }
    for end in [to, next] {
        let days = end.0 - from.0;
        if days % 7 == 0 && days > 0 {
            let weeks = u32::try_from(days / 7).unwrap_or(1);
            return (Interval { unit: Unit::Week, count: weeks }, end);
        }
    }
    let days = u32::try_from(to.0 - from.0).unwrap_or(1).max(1);
    (Interval { unit: Unit::Day, count: days }, to)
}

fn whole_months(from: Day, to: Day) -> Option<u32> {
    let about = u32::try_from((to.0 - from.0 + 15) / 30).ok()?;
    let least = about.saturating_sub(2 + about / 50).max(1);
    // What is billed on the last days of months is anchored at the later day number: it may stand at
    // either end (31 January to 28 February, 28 February to 31 March).
    let is = |months: &u32| from.plus_months(*months) == to || to.minus_months(*months) == from;
    (least..=about + 2).find(is)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::testing::day;
    use crate::model::Currency;
    use proptest::prelude::*;

    fn invoice(from: &str, to: &str, amount: i64) -> InvoiceRow {
        InvoiceRow {
            account: 1,
            subscription: 0,
            from: day(from),
            to: day(to),
            plan: None,
            amount,
            currency: Currency::EUR,
            quantity: 1,
        }
    }

    /// `day status mrr`, by day.
    fn said(invoices: Vec<InvoiceRow>, newest: &str) -> Vec<String> {
        let mut paid = Paid::from(1);
        invoices.iter().for_each(|invoice| paid.push(invoice));
        let mut rows: Vec<_> = as_changes(paid, day(newest), 1)
            .into_iter()
            .map(|row| (row.day, row.status.code(), row.terms.mrr.unwrap_or(0)))
            .collect();
        rows.sort();
        rows.into_iter().map(|(day, status, mrr)| format!("{day} {status} {mrr}")).collect()
    }

    #[test]
    fn invoices_that_follow_each_other_are_one_stretch() {
        let months = vec![
            invoice("2025-02-01", "2025-03-01", 1_000),
            invoice("2025-01-01", "2025-02-01", 1_000),
            invoice("2025-03-01", "2025-04-01", 1_500),
        ];
        let expected =
            ["2025-01-01 active 1000", "2025-03-01 active 1500", "2025-03-01 expired 1000"];
        assert_eq!(said(months.clone(), "2025-03-01"), expected, "the last is still running");
        let over = said(months, "2025-06-01");
        assert_eq!(over.last().map(String::as_str), Some("2025-04-01 expired 1500"));
    }

    #[test]
    fn the_period_says_what_a_month_costs() {
        let mrr = |from, to, amount| said(vec![invoice(from, to, amount)], "2024-01-01").remove(0);
        assert_eq!(mrr("2025-01-15", "2026-01-15", 12_000), "2025-01-15 active 1000", "a year");
        assert_eq!(
            mrr("2025-01-15", "2026-01-14", 12_000),
            "2025-01-15 active 1000",
            "its last day"
        );
        assert_eq!(mrr("2025-01-31", "2025-02-28", 900), "2025-01-31 active 900", "a short month");
        assert_eq!(mrr("2025-01-01", "2025-03-31", 9_000), "2025-01-01 active 3000", "a quarter");
        assert_eq!(mrr("2025-01-01", "2025-01-08", 2_500), "2025-01-01 active 10833", "a week");
        assert_eq!(mrr("2025-01-01", "2025-01-11", 1_000), "2025-01-01 active 3042", "ten days");
        assert_eq!(
            mrr("2020-03-01", "2023-03-01", 36_000),
            "2020-03-01 active 1000",
            "three years"
        );
    }

    #[test]
    fn a_month_is_one_from_the_last_day_of_a_short_one_too() {
        let mrr = |from, to, amount| said(vec![invoice(from, to, amount)], "2024-01-01").remove(0);
        for (from, to) in [
            ("2025-01-31", "2025-02-28"),
            ("2025-02-28", "2025-03-31"),
            ("2025-02-28", "2025-03-30"),
            ("2024-02-29", "2024-03-31"),
            ("2025-03-31", "2025-04-30"),
            ("2025-04-30", "2025-05-31"),
            ("2025-01-31", "2025-02-27"),
            ("2025-04-30", "2025-05-30"),
        ] {
            assert_eq!(mrr(from, to, 10_000), format!("{from} active 10000"), "{from} to {to}");
        }
        for (from, to) in [("2025-02-28", "2025-08-31"), ("2025-08-31", "2026-02-28")] {
            assert_eq!(mrr(from, to, 60_000), format!("{from} active 10000"), "half a year");
        }
        // No month's end on either side: 31 and 10 days.
        assert_eq!(mrr("2025-02-27", "2025-03-30", 3_100), "2025-02-27 active 3042");
        assert_eq!(mrr("2025-02-28", "2025-03-10", 1_000), "2025-02-28 active 3042");
    }

    #[test]
    fn a_few_days_are_no_gap_and_weeks_are() {
        let two = |second: &str, to| {
            said(
                vec![invoice("2025-01-01", "2025-02-01", 500), invoice(second, to, 500)],
                "2026-01-01",
            )
        };
        assert_eq!(
            two("2025-02-03", "2025-03-03"),
            ["2025-01-01 active 500", "2025-03-03 expired 500"]
        );
        assert_eq!(two("2025-02-20", "2025-03-20").len(), 4);
    }

    proptest! {
        /// Whatever the day it is anchored at, and whether a period names the first day after it or
        /// its last.
        #[test]
        fn what_is_billed_every_few_months_is_one_stretch_at_one_price(
            first in 0..1_500_i32,
            months in 1..=24_u32,
            inclusive in any::<bool>(),
        ) {
            let first = Day(day("2023-01-01").0 + first);
            let last = i32::from(inclusive);
            let one = |at: u32| InvoiceRow {
                from: first.plus_months(at * months),
                to: first.plus_months((at + 1) * months).plus(-last),
                ..invoice("2025-01-01", "2025-02-01", i64::from(months) * 1_000)
            };
            let all = (0..14).map(one).collect();
            prop_assert_eq!(said(all, "2023-01-01"), [format!("{first} active 1000")]);
        }

        #[test]
        fn the_order_of_invoices_does_not_matter(
            months in prop::collection::vec((0..24_u32, 1..4_u32, 1..5_i64), 1..12),
            turn in 0..12_usize,
        ) {
            let first = day("2025-01-01");
            let one = |&(at, length, price): &(u32, u32, i64)| InvoiceRow {
                from: first.plus_months(at),
                to: first.plus_months(at + length),
                ..invoice("2025-01-01", "2025-02-01", price * 100)
            };
            let all: Vec<_> = months.iter().map(one).collect();
            let mut turned = all.clone();
            turned.rotate_left(turn % all.len());
            turned.reverse();
            prop_assert_eq!(said(all, "2030-01-01"), said(turned, "2030-01-01"));
        }
    }
}
