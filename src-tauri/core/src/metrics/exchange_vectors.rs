//! Exchange rates over time, worked out by hand (metrics.md 1).

use super::{
    Against, Measure, PeriodFigures, Scope, cohort_members, cohorts, figures, moved, revalued,
};
use crate::ledger::Ledger;
use crate::ledger::testing::{Business, YEAR, day};
use crate::model::{Currency, Grain, Period, Ratio, Status};
use crate::segment::parse;

/// A dollar is worth 0.90 euros from 1 January on and 0.95 from 10 February on.
fn dollars() -> Business {
    Business::new().rate_from("USD", "2026-01-01", "0.90").rate_from("USD", "2026-02-10", "0.95")
}

fn period(text: &str) -> Period {
    Period::parse(text).unwrap()
}

fn of(book: &Ledger, text: &str) -> PeriodFigures {
    let at = Some(period(text));
    figures(&Scope::new(book, day("2026-12-31")), period(text).grain(), at, at).remove(0)
}

#[test]
fn a_rate_that_changes_is_exchange_effect_and_nothing_else() {
    let book = dollars().pays_in("USD", "ann", 10_000, "2026-01-01").book();
    let january = of(&book, "2026-01");
    assert_eq!((january.new, january.fx, january.mrr_end), (9_000, 0, 9_000));
    let february = of(&book, "2026-02");
    assert_eq!((february.mrr_start, february.fx, february.mrr_end), (9_000, 500, 9_500));
    assert_eq!((february.expansion, february.contraction), (0, 0));
    let whole = Ratio::of(1, 1);
    assert_eq!((february.nrr, february.grr, february.retention_rate), (whole, whole, whole));
    assert_eq!((february.arpa, february.arr), (Some(9_500), 114_000), "at the rates of the end");
    let march = of(&book, "2026-03");
    assert_eq!((march.mrr_start, march.fx, march.mrr_end), (9_500, 0, 9_500));
}

#[test]
fn what_happens_in_a_period_is_taken_at_the_rates_of_its_start() {
    let ends = |row: &mut crate::ledger::SubscriptionRow<'static>| {
        row.terms.currency = Currency::parse("USD").unwrap();
        row.ended = Some(day("2026-02-20"));
        row.status = Status::Canceled;
    };
    let book = dollars()
        .pays("gone", "Pro", 10_000, "2026-01-01", ends)
        .pays_in("USD", "more", 10_000, "2026-01-01")
        .pays_in("USD", "more", 2_000, "2026-02-15")
        .pays_in("USD", "comes", 5_000, "2026-02-15")
        .book();
    let february = of(&book, "2026-02");
    assert_eq!(february.mrr_start, 18_000);
    assert_eq!((february.churn, february.expansion, february.new), (9_000, 1_800, 4_500));
    // 120 and 50 dollars are there at the end: 170 x 0.05.
    assert_eq!((february.fx, february.mrr_end), (850, 16_150));
    assert_eq!(february.nrr, Ratio::of(18_000 + 1_800 - 9_000, 18_000));
    let scope = Scope::new(&book, day("2026-12-31"));
    let behind = revalued(&scope, period("2026-02"));
    let told = behind.iter().map(|one| (one.from, one.to, one.amount)).collect::<Vec<_>>();
    assert_eq!(told, [(10_800, 11_400, 600), (4_500, 4_750, 250)]);
    assert_eq!(moved(&scope, period("2026-02")).len(), 3, "an exchange effect is no movement");
}

#[test]
fn each_subscription_is_rounded_by_itself_once_a_month_and_once_converted() {
    let dollars = Currency::parse("USD").unwrap();
    let book = dollars_book_of_two(dollars);
    // 100.00 a year are 8.33 a month; 8.33 x 0.90 = 7.497, 8.33 x 0.95 = 7.9135. Twice.
    let (january, february) = (of(&book, "2026-01"), of(&book, "2026-02"));
    assert_eq!((january.mrr_end, february.mrr_end, february.fx), (1_500, 1_582, 82));
}

fn dollars_book_of_two(currency: Currency) -> Ledger {
    let yearly = |row: &mut crate::ledger::SubscriptionRow<'static>| {
        (row.terms.currency, row.terms.interval) = (currency, YEAR);
    };
    let ann = |business: Business| business.pays("ann", "Pro", 10_000, "2026-01-01", yearly);
    ann(ann(dollars())).book()
}

#[test]
fn the_rate_of_the_start_is_that_of_the_day_before() {
    // The rate of 1 February is known at the end of February and not at its start.
    let business = Business::new()
        .rate_from("USD", "2026-01-01", "0.90")
        .rate_from("USD", "2026-02-01", "0.95")
        .pays_in("USD", "ann", 10_000, "2025-11-05");
    let book = business.book();
    let months = ["2025-11", "2025-12", "2026-01", "2026-02"].map(|text| of(&book, text));
    let told = months.map(|month| (month.mrr_start, month.fx, month.mrr_end));
    let before = (9_000, 0, 9_000);
    assert_eq!(told, [(0, 0, 9_000), before, before, (9_000, 500, 9_500)], "else the earliest");
    let year = of(&book, "2026");
    assert_eq!((year.mrr_start, year.fx, year.mrr_end), (9_000, 500, 9_500));
}

#[test]
fn twelve_months_are_compared_at_the_rates_of_then() {
    let business = Business::new()
        .rate_from("USD", "2025-01-01", "0.90")
        .rate_from("USD", "2026-01-01", "0.50")
        .pays_in("USD", "ann", 10_000, "2025-01-05")
        .pays_in("USD", "ann", 1_000, "2025-12-05")
        .on("bob", "Pro", 9_000, "2025-01-05");
    let book = business.book();
    let january = of(&book, "2026-01");
    // 110 dollars and 90 euros now, 100 dollars and 90 euros then, a dollar at 0.90.
    assert_eq!(january.nrr_12, Ratio::of(9_900 + 9_000, 18_000));
    assert_eq!(january.grr_12, Ratio::of(1, 1));
    assert_eq!((january.mrr_end, january.fx), (5_500 + 9_000, -4_400));
}

#[test]
fn who_came_between_two_ends_and_left_was_there_a_year_before_the_as_of_date() {
    let stays = |from: &'static str, until: &'static str, currency: &'static str| {
        move |row: &mut crate::ledger::SubscriptionRow<'static>| {
            (row.start, row.ended) = (day(from), Some(day(until)));
            row.terms.currency = Currency::parse(currency).unwrap();
            row.status = Status::Canceled;
        }
    };
    // Long away, for one visit of 18 April to 20 May 2025, and seen from 17 May a year later.
    let (first, again) = ("2024-01-01", "2025-04-18");
    let book = dollars()
        .pays("ann", "Pro", 10_000, first, stays(first, "2024-01-02", "USD"))
        .pays("ann", "Pro", 8_000, again, stays(again, "2025-05-20", "EUR"))
        .book();
    let all = figures(
        &Scope::new(&book, day("2026-05-17")),
        Grain::Quarter,
        Some(period("2024-Q1")),
        None,
    );
    let year = all.last().unwrap().behind.over_year;
    assert_eq!((year.customers_then, year.then, year.customers_kept), (1, 8_000, 0));
}

#[test]
fn a_cohort_stands_at_the_rates_of_the_end_of_its_first_period() {
    let business = dollars()
        .pays_in("USD", "ann", 10_000, "2026-01-05")
        .pays_in("USD", "ann", 2_000, "2026-03-05")
        .on("bob", "Pro", 1_000, "2026-01-05")
        .pays_in("USD", "eve", 10_000, "2026-02-20");
    let book = business.book();
    let scope = Scope::new(&book, day("2026-03-31"));
    let values = |measure| {
        let table = cohorts(&scope, Grain::Month, measure, Against::Start);
        let row = |row: &super::Cohort| row.cells.iter().map(|cell| cell.value).collect();
        table.cohorts.iter().map(row).collect::<Vec<Vec<i64>>>()
    };
    assert_eq!(values(Measure::NetMrr), [vec![10_000, 10_000, 11_800], vec![9_500, 9_500]]);
    assert_eq!(values(Measure::GrossMrr), [vec![10_000; 3], vec![9_500, 9_500]]);
    let members = cohort_members(&scope, period("2026-01"), 2, Measure::NetMrr);
    assert_eq!(members.iter().map(|one| one.value).sum::<i64>(), 11_800);
}

#[test]
fn the_largest_subscription_and_filters_by_amount_go_by_the_day_the_state_began() {
    // 100 dollars are 90 euros when ann begins, so 92 euros are more; the dollar's rise changes
    // nothing until she changes something.
    let business = dollars()
        .pays("ann", "Dollars", 10_000, "2026-01-05", |row| {
            row.terms.currency = Currency::parse("USD").unwrap();
        })
        .on("ann", "Euros", 9_200, "2026-01-05")
        .on("ann", "Small", 100, "2026-03-05");
    let book = business.book();
    let plan = |text| {
        let state = book.state_on(0, day(text)).unwrap();
        book.plans[book.states.plan[state] as usize].as_str()
    };
    assert_eq!(
        (plan("2026-01-31"), plan("2026-02-28"), plan("2026-03-31")),
        ("Euros", "Euros", "Dollars")
    );
    let mask = parse("mrr >= 18300").unwrap().mask(&book).unwrap();
    let inside = |text| mask.has(0, book.state_on(0, day(text)).unwrap());
    assert_eq!((inside("2026-02-28"), inside("2026-03-31")), (false, true));
}

#[test]
fn what_asked_to_cancel_is_committed_no_more_at_any_rate() {
    let business = dollars().pays_in("USD", "ann", 10_000, "2026-01-01").pays(
        "ann",
        "Pro",
        5_000,
        "2026-01-01",
        |row| {
            row.terms.currency = Currency::parse("USD").unwrap();
            row.cancel_requested = Some(day("2026-02-01"));
            row.period_end = Some(day("2026-06-01"));
        },
    );
    let book = business.book();
    let committed = |text| of(&book, text).committed_mrr;
    assert_eq!((committed("2026-01"), committed("2026-02")), (13_500, 9_500));
    assert_eq!(of(&book, "2026-02").mrr_end, 14_250);
    assert_eq!(of(&book, "2026-06").contraction, 4_750);
}

#[test]
fn small_money_that_comes_to_nothing_is_paid_all_the_same() {
    let business = Business::new()
        .rate_from("JPY", "2026-01-01", "0.0061")
        .rate_from("JPY", "2026-02-01", "0.0040")
        .pays_in("JPY", "ann", 1, "2026-01-05");
    let book = business.book();
    let february = of(&book, "2026-02");
    assert_eq!((february.customers_end, february.mrr_end, february.fx), (1, 0, -1));
    assert_eq!(february.customers_churned, 0);
}
