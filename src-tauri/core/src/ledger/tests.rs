//! Timelines of whole customers, from rows to states.

use super::testing::{Business, YEAR, day, price};
use super::{Ledger, flag};
use crate::model::{Currency, Status, Terms};

/// `2026-01-01 1000` for each state, `-` for not there, `paused` beside the amount.
fn told(business: &Business, name: &str) -> Vec<String> {
    let book = business.book();
    let one = |state: usize| {
        let states = &book.states;
        let what = match states.flags[state] & (flag::PRESENT | flag::PAUSED) {
            0 | flag::PAUSED => "-".to_owned(),
            flag::PRESENT => states.mrr[state].to_string(),
            _ => format!("{} paused", states.mrr[state]),
        };
        format!("{} {what}", crate::model::Day(states.day[state]))
    };
    book.states_of(business.dense(&book, name)).map(one).collect()
}

/// How somebody left or came, whatever the place of the state.
fn how(book: &Ledger, state: usize) -> u8 {
    book.states.flags[state]
        & (flag::PRESENT | flag::VOLUNTARY | flag::INVOLUNTARY | flag::RECOVERED)
}

fn last_state(book: &Ledger) -> usize {
    book.states.day.len() - 1
}

#[test]
fn past_due_counts_through_the_thirtieth_day() {
    let business = Business::new().pays("ann", "Pro", 1_000, "2026-01-01", |row| {
        row.status = Status::PastDue;
        row.past_due_since = Some(day("2026-06-01"));
    });
    assert_eq!(told(&business, "ann"), ["2026-01-01 1000", "2026-07-01 -"]);
    let book = business.book();
    assert_eq!(how(&book, last_state(&book)), flag::INVOLUNTARY);
    let strict = business.grace(0);
    assert_eq!(told(&strict, "ann"), ["2026-01-01 1000", "2026-06-01 -"]);
}

#[test]
fn a_pause_pays_nothing_but_is_no_leaving() {
    let paused = |row: &mut super::SubscriptionRow<'static>| {
        row.status = Status::Paused;
        row.paused_on = Some(day("2026-03-01"));
        row.ended = Some(day("2026-05-01"));
    };
    let business = Business::new().pays("ann", "Pro", 1_000, "2026-01-01", paused);
    assert_eq!(told(&business, "ann"), ["2026-01-01 1000", "2026-03-01 0 paused", "2026-05-01 -"]);
    let never_paid = Business::new().pays("bob", "Pro", 1_000, "2026-03-01", paused);
    assert_eq!(told(&never_paid, "bob"), Vec::<String>::new());
}

#[test]
fn a_log_is_the_whole_state_from_its_day_on() {
    let business = Business::new()
        .change("ann", "2026-01-31", Status::Active, "Pro", 1_000)
        .change("ann", "2026-02-05", Status::Active, "Pro", 2_000)
        .change("ann", "2026-02-20", Status::Canceled, "Pro", 2_000)
        .change("ann", "2026-04-01", Status::Active, "Pro", 0);
    let expected = ["2026-01-31 1000", "2026-02-05 2000", "2026-02-20 -"];
    assert_eq!(told(&business, "ann"), expected);
}

#[test]
fn of_two_rows_of_a_day_the_later_time_counts_then_the_later_row() {
    let mut business = Business::new()
        .change("ann", "2026-01-31", Status::Active, "Pro", 1_000)
        .change("ann", "2026-02-05", Status::Active, "Pro", 2_000)
        .change("ann", "2026-02-05", Status::Active, "Pro", 3_000);
    assert_eq!(told(&business, "ann")[1], "2026-02-05 3000");
    business.log[1].second = 60;
    assert_eq!(told(&business, "ann")[1], "2026-02-05 2000");
}

#[test]
fn a_list_and_a_log_of_one_subscription_are_woven_together() {
    let business = Business::new()
        .pays("ann", "Pro", 2_500, "2026-01-01", |row| {
            row.status = Status::Canceled;
            row.ended = Some(day("2026-09-01"));
            row.cancel_reason = Some("Too expensive");
        })
        .change("ann", "2026-04-01", Status::Active, "Pro", 1_000)
        .change("ann", "2026-06-01", Status::Active, "Pro", 2_500);
    let expected = ["2026-01-01 2500", "2026-04-01 1000", "2026-06-01 2500", "2026-09-01 -"];
    assert_eq!(told(&business, "ann"), expected);
    let book = business.book();
    assert_eq!(how(&book, last_state(&book)), flag::VOLUNTARY);
    assert_eq!(book.reasons[book.states.reason[last_state(&book)] as usize].text, "Too expensive");
}

#[test]
fn a_late_payment_is_a_return_and_an_early_one_is_nothing() {
    let unpaid = Business::new().change("ann", "2026-01-01", Status::Active, "Pro", 1_000).change(
        "ann",
        "2026-03-01",
        Status::PastDue,
        "Pro",
        1_000,
    );
    let early = unpaid.clone().change("ann", "2026-03-30", Status::Active, "Pro", 1_000);
    assert_eq!(told(&early, "ann"), ["2026-01-01 1000"]);
    let late = unpaid.change("ann", "2026-04-15", Status::Active, "Pro", 1_000);
    assert_eq!(told(&late, "ann"), ["2026-01-01 1000", "2026-03-31 -", "2026-04-15 1000"]);
    let book = late.book();
    assert_eq!(how(&book, 1), flag::INVOLUNTARY);
    assert_eq!(how(&book, 2), flag::PRESENT | flag::RECOVERED);
}

#[test]
fn a_request_takes_it_out_of_what_is_committed() {
    let business = Business::new()
        .pays("ann", "Pro", 1_000, "2026-01-01", |row| {
            row.cancel_requested = Some(day("2026-05-10"));
            row.period_end = Some(day("2026-06-01"));
        })
        .on("ann", "Add-on", 300, "2026-02-01");
    let book = business.book();
    let on = |text| book.state_on(0, day(text)).unwrap();
    let both = |state: usize| (book.states.mrr[state], book.states.committed[state]);
    assert_eq!(both(on("2026-05-09")), (1_300, 1_300));
    assert_eq!(both(on("2026-05-10")), (1_300, 300));
    assert_eq!(both(on("2026-06-01")), (300, 300));
}

#[test]
fn the_plan_is_that_of_the_largest_then_of_the_earlier_start() {
    let business = Business::new()
        .until("ann", 1_000, "2026-02-01", "2026-06-01")
        .on("ann", "Older", 500, "2026-01-01")
        .on("ann", "Later", 500, "2026-01-15");
    let book = business.book();
    let plan = |text| {
        let state = book.state_on(0, day(text)).unwrap();
        book.plans[book.states.plan[state] as usize].as_str()
    };
    assert_eq!(plan("2026-01-20"), "Older");
    assert_eq!(plan("2026-03-01"), "Pro");
    assert_eq!(plan("2026-06-01"), "Older");
}

#[test]
fn who_leaves_and_returns_on_one_day_has_not_left() {
    let business = Business::new().until("ann", 1_000, "2026-01-01", "2026-03-01").on(
        "ann",
        "Pro",
        1_000,
        "2026-03-01",
    );
    assert_eq!(told(&business, "ann"), ["2026-01-01 1000"]);
}

#[test]
fn accounts_of_one_customer_are_counted_together() {
    let business = Business::new()
        .on("ann", "Pro", 1_000, "2026-01-01")
        .on("ann at work", "Pro", 500, "2026-02-01")
        .same("ann", "ann at work");
    let book = business.book();
    assert_eq!(book.len(), 1);
    assert_eq!(told(&business, "ann"), ["2026-01-01 1000", "2026-02-01 1500"]);
}

#[test]
fn what_cannot_be_told_is_left_out_and_counted() {
    let crowns = Currency::parse("SEK").unwrap();
    let business = Business::new()
        .pays("ann", "Pro", 1_000, "2026-01-01", |row| row.terms.currency = crowns)
        .pays("bob", "Pro", 1_000, "2026-01-01", |row| row.status = Status::Expired);
    let book = business.book();
    assert_eq!(book.left_out.no_rate, [(crowns, 1)]);
    assert_eq!((book.left_out.no_end, book.states.day.len()), (1, 0));
    let with_rate = business.rate("SEK", 9);
    assert_eq!(told(&with_rate, "ann"), ["2026-01-01 90"]);
}

#[test]
fn a_trial_counts_once_and_not_for_one_who_pays_already() {
    let trial = |row: &mut super::SubscriptionRow<'static>| {
        row.trial_end = Some(day("2026-03-15"));
    };
    let business = Business::new()
        .pays("ann", "Pro", 1_000, "2026-03-01", trial)
        .on("bob", "Pro", 1_000, "2026-01-01")
        .pays("bob", "Add-on", 1_000, "2026-03-01", trial);
    let book = business.book();
    let seen = book.trials.iter().map(|one| (one.customer, one.begins, one.converts));
    assert_eq!(seen.collect::<Vec<_>>(), [(0, day("2026-03-01"), day("2026-03-15"))]);
}

#[test]
fn several_threads_read_what_one_reads() {
    let yearly = Terms { interval: YEAR, quantity: 4, ..price(50_000) };
    let business = Business::new()
        .pays("ann", "Pro", 0, "2026-01-01", |row| row.terms = yearly)
        .pays("bob", "Pro", 900, "2026-01-05", |row| {
            row.ended = Some(day("2026-02-01"));
            row.cancel_reason = Some("No card");
        })
        .until("ann", 500, "2026-02-01", "2026-04-01");
    let (one, many) = (business.book(), business.book_in_parts(3));
    assert_eq!((&one.states.day, &one.states.mrr), (&many.states.day, &many.states.mrr));
    assert_eq!((&one.states.reason, &one.reasons), (&many.states.reason, &many.reasons));
    assert_eq!(one.states.mrr[0], 16_667);
}

#[test]
fn what_the_files_say_of_customers_is_kept_by_name() {
    let business = Business::new()
        .on("ann", "Pro", 1_000, "2026-01-01")
        .in_country("ann", "NL")
        .known("ann", "Branch", "Bakery");
    let book = business.book();
    let value = |name| {
        let attribute = book.attribute(name).unwrap();
        attribute.values[attribute.codes[0] as usize].as_str()
    };
    assert_eq!((value("country"), value("branch")), ("NL", "Bakery"));
    assert!(book.attribute("colour").is_none());
}
