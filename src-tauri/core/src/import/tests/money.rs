//! What invoices and cancellations do to the figures.

use super::*;
use crate::book::Book;
use crate::metrics::{Scope, churn_kinds, figures};
use crate::model::{Day, Grain};

impl World {
    /// `month mrr_end customers_end` of every month.
    pub(super) fn months(&self, today: &str) -> Vec<String> {
        let book = self.book(today);
        let months = figures(&Scope::new(&book.ledger, book.as_of), Grain::Month, None, None);
        let say = |one: &crate::metrics::PeriodFigures| {
            format!("{} {} {}", one.period, one.mrr_end, one.customers_end)
        };
        months.iter().map(say).collect()
    }

    fn book(&self, today: &str) -> Book {
        Book::load(self.store.path(), Day::parse(today).unwrap(), 1).unwrap()
    }
}

const INVOICES: &str = "Invoice number,Customer,Date,Period start,Period end,Total,Tax,Status\n\
    1,ann,2025-01-05,2025-01-05,2025-02-05,12.10,2.10,paid\n\
    2,ann,2025-02-05,2025-02-05,2025-03-05,12.10,2.10,paid\n\
    3,bob,2025-01-10,2025-01-10,2026-01-10,120,0,open\n\
    4,bob,2025-01-11,2025-01-11,2026-01-11,999,0,void\n\
    5,eve,2025-03-20,,,50,0,paid\n";

#[test]
fn service_periods_of_invoices_are_mrr_where_nothing_else_tells() {
    let world = World::new();
    world.import(&text(INVOICES)).unwrap();
    // Ann's last month is over by the newest invoice; Bob's year is not.
    let expected = ["2025-01 2000 2", "2025-02 2000 2", "2025-03 1000 1"];
    assert_eq!(world.months("2025-03-31"), expected);
    let codes = |today: &str| {
        let book = world.book(today);
        let view = crate::views::overview(&book, &Default::default(), &english()).unwrap();
        view.notices.into_iter().map(|notice| notice.code).collect::<Vec<_>>()
    };
    assert!(!codes("2025-04-10").contains(&"invoices_until".to_owned()));
    assert!(codes("2025-08-10").contains(&"invoices_until".to_owned()), "nothing newer is known");
    let subscriptions = "id,customer id,amount,start date,status\ns1,ann,25,2025-01-01,active\n";
    world.import(&text(subscriptions)).unwrap();
    let listed = ["2025-01 3500 2", "2025-02 3500 2", "2025-03 3500 2"];
    assert_eq!(world.months("2025-03-31"), listed, "a list of subscriptions tells more");
}

#[test]
fn what_was_said_when_cancelling_is_the_reason_of_the_end() {
    let world = World::new();
    let subscriptions = "id,customer id,amount,start date,end date,status\n\
        s1,ann,25,2025-01-01,2025-03-01,canceled\ns2,bob,25,2025-01-01,2025-03-01,canceled\n";
    world.import(&text(subscriptions)).unwrap();
    let said = "customer,date,reason\nann,2025-02-20,payment failed\nbob,2024-01-01,too early\n";
    world.import(&text(said)).unwrap();
    let book = world.book("2025-04-30");
    let kinds = churn_kinds(&Scope::new(&book.ledger, book.as_of), Grain::Month);
    let march = kinds.iter().find(|(period, _)| period.to_string() == "2025-03").unwrap();
    assert_eq!(march.1.map(|loss| loss.customers), [0, 1, 1], "voluntary, involuntary, unknown");
}

#[test]
fn a_sign_of_several_currencies_is_not_read_as_the_workspaces_own() {
    let world = World::new();
    let summary = world
        .import(&text(
            "id,customer id,amount,start date,status\n\
             s1,ann,$12.00,2025-01-01,active\ns2,bob,499 kr,2025-01-01,active\n\
             s3,eve,25 €,2025-01-01,active\n",
        ))
        .unwrap();
    let told = |problem: &crate::import::Problem| (problem.line, problem.code.clone());
    let told: Vec<_> = summary.problems.iter().map(told).collect();
    assert_eq!(told, [(2, "sign_guessed".to_owned()), (3, "sign_guessed".to_owned())]);
    let book = world.book("2025-01-31");
    let out = book.ledger.left_out.no_rate.iter().map(|(currency, n)| (currency.code(), *n));
    assert_eq!(out.collect::<Vec<_>>(), [("SEK", 1), ("USD", 1)], "no rate is known for them");
    assert_eq!(world.months("2025-01-31"), ["2025-01 2500 1"]);
}

#[test]
fn a_day_of_cancelling_that_is_all_a_list_says_of_leaving_is_the_end() {
    let world = World::new();
    let csv = "Account ID,Seats,Price per seat,Billing,Start,Cancelled on\n\
        a,2,12,Monthly,2024-01-01,\nb,1,15,Monthly,2024-01-01,2025-02-28\n";
    world.import(&text(csv)).unwrap();
    assert_eq!(world.months("2025-03-31").last().unwrap(), "2025-03 2400 1");
    // A status tells what is over: then it stays the day somebody asked.
    let world = World::new();
    let csv = "Account ID,Seats,Price per seat,Billing,Start,Cancelled on,Status\n\
        b,1,15,Monthly,2024-01-01,2025-02-28,active\n";
    world.import(&text(csv)).unwrap();
    assert_eq!(world.months("2025-03-31").last().unwrap(), "2025-03 1500 1");
}

#[test]
fn a_price_list_counts_whenever_it_comes_and_each_file_is_known_again() {
    let plans = "plan id,name,price,currency,interval\npro-y,Pro Year,290,EUR,year\n";
    let keyed = "subscription id,customer id,price,plan,start date\ns1,c1,290,pro-y,2025-01-01\n";
    let keyless = "customer id,price,plan,start date\nc1,290,pro-y,2025-01-01\n";
    for list in [keyed, keyless] {
        for order in [[list, plans], [plans, list]] {
            let world = World::new();
            for file in order {
                assert_eq!(world.import(&text(file)).unwrap().skipped, 0);
            }
            assert_eq!(world.months("2025-01-31"), ["2025-01 2417 1"], "{order:?}");
            for file in order {
                assert_eq!(world.import(&text(file)).unwrap().unchanged, 1, "{order:?}");
            }
            assert_eq!(world.months("2025-01-31"), ["2025-01 2417 1"], "{order:?}");
        }
    }
}

#[test]
fn a_plan_called_by_its_name_is_the_one_of_that_name_in_the_price_list() {
    let plans = "Plan ID,Name,Amount,Currency,Interval\nP1,Gold,1200.00,EUR,year\n";
    let list = |plan, price| {
        format!(
            "Subscription ID,Customer ID,Plan,Start date,End date,Price\n\
             S5,C5,{plan},2026-01-05,,{price}\n"
        )
    };
    for plan in ["Gold", "gold", "P1"] {
        let priced = list(plan, "1200.00");
        for order in [[plans, &priced], [&priced, plans]] {
            let world = World::new();
            for file in order {
                assert_eq!(world.import(&text(file)).unwrap().skipped, 0);
            }
            assert_eq!(world.months("2026-01-31"), ["2026-01 10000 1"], "{order:?}");
            assert_eq!(world.import(&text(&priced)).unwrap().unchanged, 1);
        }
        let world = World::new();
        world.import(&text(plans)).unwrap();
        let done = world.import(&text(&list(plan, ""))).unwrap();
        assert_eq!(codes(&done), [], "its price is in the list");
        let (reader, request) = (world.store.reader().unwrap(), MappingRequest::default());
        let shown = preview(&reader, &text(&list(plan, "")), &request, NOW, &english()).unwrap();
        assert!(shown.problems.is_empty(), "{:?}", shown.problems);
        assert_eq!(world.months("2026-01-31"), ["2026-01 10000 1"]);
        let book = world.book("2026-01-31");
        let page = crate::views::customer(&book, book.ledger.customers.id[0], &english()).unwrap();
        let phase = &page.subscriptions[0].phases.rows[0];
        assert_eq!(phase.cells.last().unwrap().text, "€1,200.00 yearly", "{plan}");
    }
    // Two plans of that name: nobody knows which.
    let two = format!("{plans}P2,gold,60,EUR,month\n");
    let world = World::new();
    world.import(&text(&two)).unwrap();
    assert_eq!(codes(&world.import(&text(&list("Gold", ""))).unwrap()), [(2, "no_amount")]);
    world.import(&text(&list("Gold", "90"))).unwrap();
    assert_eq!(world.months("2026-01-31"), ["2026-01 9000 1"]);
}

#[test]
fn the_currency_of_a_price_that_is_left_to_a_plan_by_name_is_one_that_is_used() {
    let world = World::new();
    let plans = "Plan ID,Name,Amount,Currency,Interval\nP1,Gold,1200,USD,year\n";
    world.import(&text(plans)).unwrap();
    let list = "Subscription ID,Customer ID,Plan,Start date,Price\nS5,C5,Gold,2026-01-05,\n";
    world.import(&text(list)).unwrap();
    let used = crate::store::subscription::currencies(&world.store.reader().unwrap()).unwrap();
    let used: Vec<(&str, u32)> = used.iter().map(|(code, count)| (code.code(), *count)).collect();
    assert_eq!(used, [("USD", 1)]);
}

#[test]
fn a_price_the_rows_leave_to_the_list_is_the_one_it_names_now() {
    let world = World::new();
    let plans =
        |price| format!("plan id,name,price,currency,interval\nbig,Big,{price},EUR,quarter\n");
    let list = text("customer id,price,plan,start date\nc1,,big,2025-01-01\n");
    assert_eq!(codes(&world.import(&list).unwrap()), [(2, "no_amount")]);
    world.import(&text(&plans(30))).unwrap();
    assert_eq!(world.import(&list).unwrap().new, 1);
    assert_eq!(world.months("2025-01-31"), ["2025-01 1000 1"]);
    world.import(&text(&plans(60))).unwrap();
    assert_eq!(world.months("2025-01-31"), ["2025-01 2000 1"]);
    assert_eq!(world.import(&list).unwrap().unchanged, 1, "it said no price before either");
}
