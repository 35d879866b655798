//! Recurly's history, invoices, transactions and cancellation flows.

use super::*;

fn imported(file: &str) -> (World, ImportSummary) {
    let world = World::new();
    let done = world.import(&fixture(file)).unwrap();
    (world, done)
}

fn log(world: &World) -> Vec<String> {
    world.rows(
        "SELECT subscription, date(day * 86400, 'unixepoch'), status, amount, quantity
         FROM plan_change ORDER BY subscription, day, id",
    )
}

#[test]
fn a_version_holds_from_its_start_and_the_one_in_use_says_when_it_ends() {
    let (world, done) = imported("recurly/subscriptions_history.csv");
    assert_eq!(counts(&done), (12, 12, 0, 0, 0), "{:?}", done.problems);
    assert_eq!(
        log(&world),
        [
            // Asked to end in April, but went on before that: nothing ended.
            "7d1a01|2025-01-15|active|2900|1",
            "7d1a01|2025-03-01|non_renewing|2900|1",
            "7d1a01|2025-03-20|active|2900|1",
            "7d1a02|2025-02-01|active|1900|2",
            "7d1a02|2025-05-10|active|1900|3",
            "7d1a03|2025-03-10|active|34800|1",
            "7d1a03|2025-06-20|non_renewing|34800|1",
            "7d1a03|2026-03-10|expired|34800|1",
            "7d1a04|2025-02-01|active|2900|1",
            "7d1a04|2025-05-05|non_renewing|2900|1",
            "7d1a04|2025-06-01|expired|2900|1",
            "7d1a05|2025-06-20|trialing|2900|1",
            "7d1a05|2025-07-04|active|2900|1",
        ]
    );
}

const VERSIONS: &str = "subscription_uuid,account_code,version_uuid,version_started_at,\
                        version_state,subscription_state,subscription_expires_at,\
                        version_total_recurring_amount,subscription_currency\n";

#[test]
fn an_end_that_becomes_known_later_is_new_and_the_rest_is_not() {
    let world = World::new();
    let row = |state: &str, end: &str| {
        text(&format!("{VERSIONS}s,a,v1,2025-01-01,active,{state},{end},29,EUR\n"))
    };
    assert_eq!(counts(&world.import(&row("active", "")).unwrap()), (1, 1, 0, 0, 0));
    assert_eq!(counts(&world.import(&row("active", "2025-04-01")).unwrap()), (1, 1, 0, 0, 0));
    assert_eq!(counts(&world.import(&row("active", "2025-04-01")).unwrap()), (1, 0, 0, 1, 0));
    assert_eq!(log(&world), ["s|2025-01-01|active|2900|1", "s|2025-04-01|expired|2900|1"]);
}

#[test]
fn an_end_that_lies_ahead_is_none_until_it_has_come() {
    let world = World::new();
    let row = |rest: &str| text(&format!("{VERSIONS}s,a,v1,2025-09-01,{rest},29,EUR\n"));
    let ends = row("active,canceled,2025-12-01");
    world.import(&ends).unwrap();
    assert_eq!(log(&world), ["s|2025-09-01|non_renewing|2900|1"]);
    let a_month_later = |input: &Input| {
        let options = Options { now: NOW + 30 * 86_400, ..Options::default() };
        let (request, cancel) = (MappingRequest::default(), Cancel::default());
        run(&world.store, input, &request, &options, &english(), &cancel, &mut |_| {}).unwrap()
    };
    // He stayed: the version was followed by another one.
    let stayed = a_month_later(&row("inactive,canceled,2025-12-01"));
    assert_eq!(counts(&stayed), (1, 0, 0, 1, 0));
    assert_eq!(counts(&a_month_later(&ends)), (1, 1, 0, 0, 0));
    assert_eq!(log(&world).last().unwrap(), "s|2025-12-01|expired|2900|1");
}

#[test]
fn where_a_row_begins_an_end_is_none_in_any_order_of_rows() {
    let header = "customer,subscription,date,status,mrr,until\n";
    let rows = ["a,s,2025-01-01,active,10,2025-03-01\n", "a,s,2025-03-01,active,20,\n"];
    let request = MappingRequest {
        kind: Some(Kind::PlanChanges),
        map: vec![("ended".into(), "until".into())],
        ..MappingRequest::default()
    };
    for order in [[0, 1], [1, 0]] {
        let world = World::new();
        let csv = format!("{header}{}{}", rows[order[0]], rows[order[1]]);
        let done = world.import_as(&text(&csv), &request, &Options::default()).unwrap();
        assert_eq!((counts(&done), codes(&done)), ((2, 2, 0, 0, 0), vec![]));
        let last = world.rows(
            "SELECT date(day * 86400, 'unixepoch'), status, mrr FROM plan_change
             ORDER BY day, second, id",
        );
        assert_eq!(last.last().unwrap(), "2025-03-01|active|2000", "{order:?}");
    }
}

#[test]
fn only_lines_of_a_plan_or_an_add_on_have_a_service_period() {
    let (world, done) = imported("recurly/invoices.csv");
    assert_eq!(counts(&done), (9, 8, 0, 0, 1));
    let rows = world.rows(
        "SELECT i.key, a.key, i.amount, tax, period_start IS NOT NULL, period_end - period_start,
           i.status
         FROM invoice i JOIN account a ON a.id = account ORDER BY i.key",
    );
    assert_eq!(
        rows,
        [
            "li-1|ann|42108|7308|1|365|paid",
            "li-2|ann|6050|1050|0||paid",
            "li-3|bo|5100||1|28|paid",
            "li-4|bo|600||1|28|paid",
            "li-5|bo|5100||1|31|open",
            "li-6|bo|600||1|31|open",
            "li-7|bo|-1000||0||open",
            "li-8|cem|0||0||paid",
        ]
    );
}

#[test]
fn refunds_go_back_failures_say_why_and_what_moved_no_money_is_left_out() {
    let (world, done) = imported("recurly/transactions.csv");
    assert_eq!(counts(&done), (6, 4, 0, 0, 2));
    let left: Vec<(&str, &str)> =
        done.problems.iter().map(|one| (one.code.as_str(), one.value.as_str())).collect();
    assert_eq!(left, [("aside", "authorization"), ("aside", "void")]);
    let rows = world.rows(
        "SELECT p.key, a.key, invoice, amount, refunded, status, failure
         FROM payment p JOIN account a ON a.id = account ORDER BY p.key",
    );
    assert_eq!(
        rows,
        [
            "t-1|ann|1001|42108|0|paid|",
            "t-2|ann|1001|0|10000|refunded|",
            "t-3|bo|1003|5700|0|failed|expired_card",
            "t-4|bo|1003|4700|0|paid|",
        ]
    );
}

#[test]
fn the_days_of_a_cancellation_flow_are_read_as_the_file_tells() {
    let (world, done) = imported("recurly/cancellation_flows.csv");
    assert!(done.notices.iter().all(|notice| notice.code != "date_order"));
    let rows = world.rows(
        "SELECT a.key, date(day * 86400, 'unixepoch'), subscription, reason
         FROM cancellation JOIN account a ON a.id = account ORDER BY day",
    );
    assert_eq!(
        rows,
        [
            "dora|2025-05-05|7d1a04|Too expensive, for what it does",
            "cem|2025-06-20|7d1a03|",
            "finn|2025-10-02|7d1a06|My free trial or special offer expired",
            "gio|2025-12-11|7d1a07|We went out of business",
        ]
    );
    // No day past the twelfth: nothing decides, and it is asked.
    let csv = "session_id,session_date,subscription_uuid,account_code,plan_code,response_text,\
               response_number,position\nc,02/10/2025 15:25 UTC,s,finn,pro,Price,004,1\n";
    let done = World::new().import(&text(csv)).unwrap();
    assert!(done.notices.iter().any(|notice| notice.code == "date_order"));
}

#[test]
fn what_winning_an_account_cost_is_a_cost_of_the_month_it_began() {
    let world = World::new();
    let file = fixture("recurly/accounts.csv");
    let people = world.import(&file).unwrap();
    assert!(people.notices.iter().any(|notice| notice.code == "also_costs"));
    let request = MappingRequest { kind: Some(Kind::Costs), ..MappingRequest::default() };
    let done = world.import_as(&file, &request, &Options::default()).unwrap();
    assert_eq!(done.new + done.skipped, people.rows, "{:?}", done.problems);
    let costs = world.rows("SELECT key, period, amount, currency FROM cost ORDER BY key LIMIT 2");
    assert_eq!(costs, ["ann|2025-01|1250|EUR", "bo|2025-01|1250|EUR"]);
    let again = world.import_as(&file, &request, &Options::default()).unwrap();
    assert_eq!((again.new, again.unchanged), (0, done.new));
}

#[test]
fn a_summary_of_invoices_is_what_was_billed_and_no_mrr() {
    let (world, done) = imported("recurly/invoices_summary.csv");
    assert_eq!(counts(&done), (4, 4, 0, 0, 0), "{:?}", done.problems);
    let sql = "SELECT key, amount, tax, discount, status, period_start FROM invoice ORDER BY key";
    assert_eq!(
        world.rows(sql),
        [
            "5f01|48158|8358|0|paid|",
            "5f02|5100|0|600|paid|",
            "5f03|5700|0|0|open|",
            "5f04|3509|609|0|void|"
        ]
    );
}
