//! Files in the shapes Stripe exports.

use super::*;

#[test]
fn the_full_list_of_subscriptions_comes_in_as_it_stands() {
    let world = World::new();
    let summary = world.import(&fixture("stripe/subscriptions_all.csv")).unwrap();
    assert_eq!(counts(&summary), (22, 22, 0, 0, 0));
    assert_eq!((summary.kind.as_str(), summary.exporter.as_str()), ("subscriptions", "stripe"));
    assert_eq!(summary.import, Some(1));
    assert_eq!(summary.at, "2025-11-20T09:31:00Z");
    assert_eq!(summary.mapping["customer"], "Customer ID");
    assert_eq!(summary.mapping["ended"], "Ended At (UTC)");
    assert_eq!(summary.notices, []);
    let history = history(&world.store.reader().unwrap()).unwrap();
    assert_eq!((history.len(), history[0].new, &*history[0].at), (1, 22, &*summary.at));
    assert_eq!(history[0].mapping, summary.mapping);
    let facts = world.facts().join("\n");
    // 594.00 a quarter for two: the word in the plan's name tells the interval.
    assert!(facts.contains("|pro-quarterly|297000||SEK|month|3|3|0|canceled|"), "{facts}");
    assert!(facts.contains("|1500||JPY|month|1|1|0|active|"), "{facts}");
    assert!(facts.contains("|too_expensive|"), "{facts}");
    let guessed = summary.problems.iter().find(|p| p.code == "interval_guessed").unwrap();
    assert_eq!(guessed.severity, Severity::Guess);
    assert!(guessed.message.contains("every 3 months"), "{}", guessed.message);
}

#[test]
fn the_default_list_says_that_it_leaves_out_who_left() {
    let world = World::new();
    let summary = world.import(&fixture("stripe/subscriptions_default.csv")).unwrap();
    assert_eq!(counts(&summary), (20, 20, 0, 0, 0));
    assert_eq!(summary.notices[0].code, "no_ended_column");
    let listed = crate::store::import_row::lists_without_ended(&world.store.reader().unwrap());
    assert_eq!(listed.unwrap(), ["subscriptions_default.csv"]);
    // 23:30 UTC on 5 January is 6 January in Amsterdam.
    let first = crate::model::Day::parse("2024-01-06").unwrap().0;
    let starts = world.rows("SELECT start FROM subscription WHERE key = 'sub_Fx001'");
    assert_eq!(starts, [first.to_string()]);
}

#[test]
fn both_lists_of_customers_complete_the_accounts() {
    let world = World::new();
    world.import(&fixture("stripe/subscriptions_all.csv")).unwrap();
    let all = world.import(&fixture("stripe/customers_all.csv")).unwrap();
    assert_eq!(counts(&all), (20, 0, 20, 0, 0));
    let account = world.rows(
        "SELECT name, country, attributes ->> 'segment', attributes ->> 'Card Last4', card_expires
         FROM account WHERE key = 'cus_Fx001'",
    );
    let end = crate::model::Day::parse("2026-01-31").unwrap().0;
    assert_eq!(account, [format!("Nordlys Yoga|SE|horeca||{end}")]);
    let default = world.import(&fixture("stripe/customers_default.csv")).unwrap();
    assert_eq!(default.new, 0);
    let country = world.rows("SELECT country FROM account WHERE key = 'cus_Fx001'");
    assert_eq!(country, ["SE"], "a list without the column leaves it alone");
}

#[test]
fn the_order_of_files_does_not_matter_for_what_they_agree_on() {
    let files = ["stripe/subscriptions_all.csv", "stripe/customers_all.csv"];
    let (one, other) = (World::new(), World::new());
    for file in files {
        one.import(&fixture(file)).unwrap();
    }
    for file in files.iter().rev() {
        other.import(&fixture(file)).unwrap();
    }
    assert_eq!(one.facts(), other.facts());
}

#[test]
fn a_later_list_changes_what_changed_and_nothing_else() {
    let world = World::new();
    world.import(&fixture("stripe/subscriptions_all.csv")).unwrap();
    let later = std::fs::read_to_string(fixtures().join("stripe/subscriptions_all.csv"))
        .unwrap()
        .replace("1,sek,month,290.00,active,2024-01-05", "2,sek,month,290.00,active,2024-01-05");
    let summary = world.import(&text(&later)).unwrap();
    assert_eq!(counts(&summary), (22, 0, 1, 21, 0));
    let quantity = world.rows("SELECT quantity FROM subscription WHERE key = 'sub_Fx001'");
    assert_eq!(quantity, ["2"]);
}

#[test]
fn the_default_list_after_the_full_one_keeps_what_it_does_not_know() {
    let world = World::new();
    world.import(&fixture("stripe/subscriptions_all.csv")).unwrap();
    let before = world.rows("SELECT count(*), count(ended), count(trial_end) FROM subscription");
    let summary = world.import(&fixture("stripe/subscriptions_default.csv")).unwrap();
    assert_eq!((summary.new, summary.skipped), (0, 0));
    let after = world.rows("SELECT count(*), count(ended), count(trial_end) FROM subscription");
    assert_eq!(before, after);
}

#[test]
fn invoices_and_payments_come_with_the_keys_of_their_customers() {
    let world = World::new();
    world.import(&fixture("stripe/invoices_all.csv")).unwrap();
    let payments = world.import(&fixture("stripe/payments_default.csv")).unwrap();
    assert_eq!((payments.kind.as_str(), payments.exporter.as_str()), ("payments", "stripe"));
    let sql = "SELECT p.key, a.key, invoice, p.amount, refunded, status, failure
               FROM payment p JOIN account a ON a.id = account";
    let expected = [
        "ch_2001|cus_ann|in_1001|3509|0|paid|",
        "ch_2002|cus_ann|in_1004|3509|1000|refunded|",
        "ch_2003|cus_bob|in_1002|13920|0|failed|insufficient_funds",
    ];
    assert_eq!(world.rows(sql), expected);
    // 2025-06-05
    let back = "SELECT key, refunded_on FROM payment WHERE refunded_on IS NOT NULL";
    assert_eq!(world.rows(back), ["ch_2002|20244"]);
    // The default list of invoices knows no period: what the other one said of it stays.
    let again = world.import(&fixture("stripe/invoices_default.csv")).unwrap();
    assert_eq!(counts(&again), (3, 2, 0, 1, 0));
    let periods = "SELECT count(period_start) FROM invoice WHERE key = 'in_1001'";
    assert_eq!(world.rows(periods), ["1"]);
}
