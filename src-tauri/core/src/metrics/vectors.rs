//! The vectors of metrics.md 2 to 4, told as small businesses.

use super::{Flow, PeriodFigures, Scope, figures};
use crate::ledger::testing::{Business, YEAR, day, price};
use crate::model::{Grain, Period, Ratio, Status, Terms};

/// The figures of one month, as of the end of 2027.
fn month(business: &Business, period: &str) -> PeriodFigures {
    as_of(business, period, "2027-12-31")
}

fn as_of(business: &Business, period: &str, today: &str) -> PeriodFigures {
    let book = business.book();
    let period = Period::parse(period).unwrap();
    let found = figures(&Scope::new(&book, day(today)), period.grain(), Some(period), Some(period));
    assert_eq!(found.len(), 1, "one period");
    found[0].clone()
}

/// What is not 0 among the movements of a month: `new 100, churn 20`.
fn moved(business: &Business, period: &str) -> String {
    let flow = month(business, period).behind.flow;
    told(&flow)
}

fn told(flow: &Flow) -> String {
    let all = [
        ("new", flow.new),
        ("expansion", flow.expansion),
        ("reactivation", flow.reactivation),
        ("contraction", flow.contraction),
        ("churn", flow.churn),
        ("joined and left", flow.joined_and_left),
    ];
    let some = all.iter().filter(|(_, amount)| *amount != 0);
    some.map(|(name, amount)| format!("{name} {amount}")).collect::<Vec<_>>().join(", ")
}

#[test]
fn what_ends_on_the_first_belongs_to_the_month_that_begins() {
    let business = Business::new().until("ann", 2_900, "2026-01-10", "2026-06-01");
    let (may, june) = (month(&business, "2026-05"), month(&business, "2026-06"));
    assert_eq!((may.mrr_end, june.mrr_start, june.mrr_end), (2_900, 2_900, 0));
    assert_eq!((may.churn, june.churn), (0, 2_900));
}

#[test]
fn mrr_is_the_sum_over_everyone_who_pays() {
    let mut business = Business::new();
    for at in 0..100 {
        business = business.on(&format!("monthly {at}"), "Pro", 10_000, "2026-01-01");
    }
    for at in 0..50 {
        let yearly = Terms { interval: YEAR, ..price(60_000) };
        let name = format!("yearly {at}");
        business = business.pays(&name, "Pro", 0, "2026-01-01", |row| row.terms = yearly);
    }
    assert_eq!(month(&business, "2026-01").mrr_end, 1_250_000);
}

#[test]
fn mrr_is_a_rate_not_what_was_earned() {
    let business = Business::new().on("ann", "Pro", 10_000, "2026-11-15");
    assert_eq!(as_of(&business, "2026-11", "2026-11-20").mrr_end, 10_000);
}

#[test]
fn past_due_is_in_mrr_on_the_thirtieth_of_june_and_churn_on_the_first_of_july() {
    let business = Business::new().pays("ann", "Pro", 1_000, "2026-01-01", |row| {
        row.status = Status::PastDue;
        row.period_start = Some(day("2026-06-01"));
    });
    assert_eq!(month(&business, "2026-06").mrr_end, 1_000);
    assert_eq!(moved(&business, "2026-07"), "churn 1000");
}

#[test]
fn a_life_of_one_subscription_after_the_other() {
    let business = Business::new()
        .pays("ann", "Year", 0, "2025-01-15", |row| {
            row.terms = Terms { interval: YEAR, quantity: 4, ..price(50_000) };
            row.cancel_requested = Some(day("2025-11-02"));
            row.ended = Some(day("2026-01-15"));
        })
        .pays("ann", "Month", 0, "2025-04-10", |row| {
            row.terms = Terms { quantity: 2, ..price(3_000) };
            row.ended = Some(day("2025-06-10"));
        })
        .pays("ann", "Month", 0, "2026-03-03", |row| {
            row.terms = Terms { quantity: 3, ..price(5_000) };
        });
    assert_eq!(moved(&business, "2025-01"), "new 16667");
    assert_eq!(moved(&business, "2025-04"), "expansion 6000");
    assert_eq!(moved(&business, "2025-06"), "contraction 6000");
    assert_eq!(moved(&business, "2025-11"), "", "asked, but the year is paid");
    assert_eq!(moved(&business, "2026-01"), "churn 16667");
    assert_eq!(moved(&business, "2026-03"), "reactivation 15000");
    let november = month(&business, "2025-11");
    assert_eq!((november.mrr_end, november.committed_mrr), (16_667, 0));
}

#[test]
fn a_dearer_plan_is_expansion_and_a_yearly_one_may_be_contraction() {
    let dearer = Business::new()
        .change("ann", "2026-01-01", Status::Active, "Team", 10_000)
        .change("ann", "2026-05-01", Status::Active, "Business", 25_000);
    assert_eq!(moved(&dearer, "2026-05"), "expansion 15000");
    let yearly = Terms { interval: YEAR, ..price(19_900) };
    let longer = Business::new().until("bob", 1_990, "2026-01-01", "2026-05-01").pays(
        "bob",
        "Pro",
        0,
        "2026-05-01",
        |row| row.terms = yearly,
    );
    assert_eq!(moved(&longer, "2026-05"), "contraction 332");
    assert_eq!(month(&longer, "2026-05").mrr_end, 1_658);
}

#[test]
fn only_start_and_end_of_a_period_are_compared() {
    let up_and_gone = Business::new()
        .change("ann", "2026-01-10", Status::Active, "Pro", 1_000)
        .change("ann", "2026-02-05", Status::Active, "Pro", 2_000)
        .change("ann", "2026-02-20", Status::Canceled, "Pro", 2_000);
    assert_eq!(moved(&up_and_gone, "2026-02"), "churn 1000");

    let short = Business::new().until("ann", 1_000, "2026-03-03", "2026-03-20").on(
        "ann",
        "Pro",
        1_000,
        "2026-05-04",
    );
    assert_eq!(moved(&short, "2026-03"), "joined and left 1");
    assert_eq!(moved(&short, "2026-05"), "reactivation 1000");

    let away = Business::new().until("ann", 1_000, "2026-03-01", "2026-04-05").on(
        "ann",
        "Pro",
        800,
        "2026-04-20",
    );
    assert_eq!(moved(&away, "2026-04"), "contraction 200");
}

#[test]
fn a_trial_before_does_not_make_a_reactivation() {
    let business = Business::new().pays("ann", "Pro", 1_000, "2026-02-20", |row| {
        row.trial_start = Some(day("2026-02-20"));
        row.trial_end = Some(day("2026-03-06"));
    });
    assert_eq!(
        (moved(&business, "2026-02"), moved(&business, "2026-03")),
        (String::new(), "new 1000".to_owned())
    );
}

#[test]
fn a_pause_is_contraction_of_its_own_kind_and_keeps_the_customer() {
    let business = Business::new()
        .change("ann", "2026-01-10", Status::Active, "Pro", 1_000)
        .change("ann", "2026-03-10", Status::Paused, "Pro", 1_000)
        .change("ann", "2026-05-10", Status::Active, "Pro", 1_000)
        .on("bob", "Pro", 500, "2026-01-01");
    let (march, may) = (month(&business, "2026-03"), month(&business, "2026-05"));
    assert_eq!((march.contraction, march.contraction_paused), (1_000, 1_000));
    assert_eq!((march.customers_end, march.retention_rate), (2, Ratio::of(1, 1)));
    assert_eq!(march.arpa, Some(250));
    assert_eq!((may.expansion, may.expansion_paused), (1_000, 1_000));
    assert_eq!(may.grr, Ratio::of(1, 1), "who paused has nothing to lose");
}

#[test]
fn a_payment_after_the_grace_is_a_reactivation_of_kind_recovered() {
    let business = Business::new()
        .change("ann", "2026-01-10", Status::Active, "Pro", 1_000)
        .change("ann", "2026-02-10", Status::PastDue, "Pro", 1_000)
        .change("ann", "2026-05-03", Status::Active, "Pro", 1_000);
    assert_eq!(moved(&business, "2026-03"), "churn 1000");
    let may = month(&business, "2026-05");
    assert_eq!((may.reactivation, may.recovered, may.customers_recovered), (1_000, 1_000, 1));
}

#[test]
fn customers_and_revenue_leave_at_different_rates() {
    let business = Business::new().on("small", "Pro", 100_000, "2026-01-01").until(
        "large",
        500_000,
        "2026-01-01",
        "2026-02-10",
    );
    let february = month(&business, "2026-02");
    assert_eq!(february.churn_rate, Ratio::of(1, 2));
    assert_eq!(february.gross_mrr_churn.unwrap().scaled(1_000), 833);
}

#[test]
fn twelve_months_compare_the_same_day_a_year_apart() {
    let business = Business::new()
        .on("stays", "Pro", 1_000, "2025-01-10")
        .until("leaves", 1_000, "2025-01-10", "2025-09-01")
        .until("comes back", 1_000, "2025-01-10", "2025-06-01")
        .on("comes back", "Pro", 1_500, "2026-01-05")
        .on("came later", "Pro", 9_000, "2025-03-01");
    let january = month(&business, "2026-01");
    assert_eq!(january.nrr_12, Ratio::of(2_500, 3_000));
    assert_eq!(january.grr_12, Ratio::of(2_000, 3_000));
    assert_eq!(january.retention_12, Ratio::of(2, 3));
    assert_eq!(month(&business, "2025-12").nrr_12, None, "nobody was there a year before");
    let unfinished = as_of(&business, "2026-01", "2026-01-04");
    assert_eq!(unfinished.nrr_12, None, "4 January a year before");
    let on_the_day = as_of(&business, "2026-01", "2026-01-10");
    assert_eq!(on_the_day.nrr_12, Ratio::of(2_500, 3_000));
    assert!(!on_the_day.finished);
}

#[test]
fn what_is_dated_after_the_as_of_date_is_not_known_yet() {
    let business = Business::new().until("ann", 1_000, "2026-01-10", "2026-02-20").on(
        "bob",
        "Pro",
        500,
        "2026-04-01",
    );
    let february = as_of(&business, "2026-02", "2026-02-19");
    assert_eq!((february.mrr_end, february.churn, february.finished), (1_000, 0, false));
    let book = business.book();
    let all = figures(&Scope::new(&book, day("2026-03-31")), Grain::Month, None, None);
    let periods = all.iter().map(|one| one.period.to_string()).collect::<Vec<_>>();
    assert_eq!(periods, ["2026-01", "2026-02", "2026-03"]);
    assert!(!all[2].finished, "finished on the day after its last");
}

#[test]
fn periods_before_anybody_paid_can_be_asked_for() {
    let business = Business::new().on("ann", "Pro", 1_000, "2026-03-10");
    let book = business.book();
    let bounds = ["2026-01", "2026-Q1"].map(Period::parse);
    let found = figures(&Scope::new(&book, day("2026-06-01")), Grain::Month, bounds[0], bounds[1]);
    assert_eq!(found.iter().map(|one| one.new).collect::<Vec<_>>(), [0, 0, 1_000]);
    assert_eq!(found[0].retention_rate, None);
}

#[test]
fn a_quarter_compares_its_own_start_and_end() {
    let business = Business::new()
        .change("ann", "2025-12-10", Status::Active, "Pro", 1_000)
        .change("ann", "2026-01-10", Status::Active, "Pro", 3_000)
        .change("ann", "2026-03-10", Status::Active, "Pro", 2_000);
    assert_eq!(moved(&business, "2026-Q1"), "expansion 1000");
    assert_eq!(moved(&business, "2026-W11"), "contraction 1000");
    assert_eq!(moved(&business, "2025"), "new 1000");
}
