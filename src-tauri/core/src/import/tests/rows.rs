//! Payments, purchases and invoices of several exporters as the store keeps them.

use super::*;

fn rows(file: &str, sql: &str) -> Vec<String> {
    let world = World::new();
    let done = world.import(&fixture(file)).unwrap();
    assert_eq!(done.errors, 0, "{file}: {:?}", done.problems);
    world.rows(sql)
}

const PAYMENTS: &str = "SELECT p.key, a.key, date(day * 86400, 'unixepoch'), amount, p.currency,
    refunded, status, failure
  FROM payment p JOIN account a ON a.id = account ORDER BY p.key";

#[test]
fn an_order_is_one_purchase_whatever_it_holds() {
    let world = World::new();
    let done = world.import(&fixture("shopify/orders.csv")).unwrap();
    // The second line of an order is no row of its own; an order never paid is none.
    assert_eq!(counts(&done), (4, 3, 0, 0, 1));
    let sql = "SELECT p.key, a.key, date(day * 86400, 'unixepoch'), amount, p.currency, visits
               FROM purchase p JOIN account a ON a.id = account ORDER BY p.key";
    let kept = [
        "5501|ann@nordlys.example|2025-05-01|4500|EUR|1",
        "5502|bo@hetlam.example|2025-05-03|2000|EUR|1",
        "5503|cem@studio.example|2025-05-05|0|EUR|1",
    ];
    assert_eq!(world.rows(sql), kept);
}

#[test]
fn an_order_whose_cells_a_tool_repeats_is_counted_once() {
    let world = World::new();
    let header = "Name,Email,Financial Status,Currency,Total,Created at,Lineitem name\n";
    let row =
        |item: &str| format!("#7,a@a.example,paid,EUR,45.00,2025-05-01 12:00:00 +0200,{item}\n");
    world.import(&text(&format!("{header}{}{}", row("Mat"), row("Towel")))).unwrap();
    assert_eq!(world.rows("SELECT key, amount FROM purchase"), ["#7|4500"]);
}

#[test]
fn payments_of_stripe_in_the_columns_of_three_ages() {
    assert_eq!(
        rows("stripe/payments_all.csv", PAYMENTS),
        [
            "ch_3001|cus_ann|2024-06-07|1500|USD|0|paid|",
            "ch_3002|cus_ann|2024-07-01|1500|USD|1500|refunded|",
            "ch_3003|cus_bob|2024-07-07|1200|JPY|0|failed|The bank returned the decline code \
             `insufficient_funds`.",
        ]
        .map(|row| row.replace("  ", " "))
    );
    assert_eq!(
        rows("stripe/payments_older.csv", PAYMENTS)[0],
        "ch_1001|cus_ann|2021-05-02|3509|EUR|0|paid|"
    );
    assert_eq!(
        rows("stripe/payments_2014.csv", PAYMENTS),
        [
            "ch_0901|cus_old1|2014-03-02|1900|EUR|0|paid|",
            "ch_0902|cus_old2|2014-03-03|1900|EUR|1900|refunded|",
        ]
    );
}

#[test]
fn a_zone_in_a_column_of_its_own_moves_the_day_and_a_credit_goes_back() {
    assert_eq!(
        rows("braintree/transactions.csv", PAYMENTS),
        [
            // 17:30 in Los Angeles is half past two in Amsterdam.
            "bt1|ann|2025-02-01|2900|EUR|0|paid|",
            "bt2|bo|2025-02-01|5700|EUR|0|failed|Insufficient Funds",
            "bt3|ann|2025-02-14|0|EUR|900|refunded|",
        ]
    );
}

#[test]
fn templates_in_cents_with_their_customers_joined() {
    let sql = "SELECT i.key, a.key, i.amount, tax, period_end - period_start, quantity
               FROM invoice i JOIN account a ON a.id = account ORDER BY i.key";
    let kept = ["l-1|ann|42108|7308|365|1", "l-2|ann|6050|1050||1", "l-3|bo|5700|0|28|3"];
    assert_eq!(rows("chartmogul/line_items_joined.csv", sql), kept);
    assert_eq!(
        rows("chartmogul/transactions_joined.csv", PAYMENTS),
        [
            "tr-1|ann|2025-01-15|48158|EUR|0|paid|",
            "tr-2|ann|2025-02-01|0|EUR|6050|refunded|",
            "tr-3|bo|2025-02-01|5700|EUR|0|failed|",
        ]
    );
}

#[test]
fn a_template_that_lacks_half_of_it_says_what() {
    let csv = "Customer external ID,Invoice external ID,Invoiced date,Due date,Currency\n\
               ann,i-1,2025-01-15,2025-01-29,EUR\n";
    let refused = World::new().import(&text(csv)).err().unwrap();
    assert_eq!(refused.code(), "wrong_columns");
    let said = refused.message(&english());
    assert!(said.contains("invoices") && said.contains("Price"), "{said}");
}

#[test]
fn without_a_status_a_reason_of_failure_says_that_it_failed() {
    let world = World::new();
    let csv = "Charge ID,Customer,Date,Amount,Failure reason\n1,a,2025-01-01,10,\n\
               2,a,2025-02-01,10,card_declined\n";
    world.import(&text(csv)).unwrap();
    let kept = ["paid|", "failed|card_declined"];
    assert_eq!(world.rows("SELECT status, failure FROM payment ORDER BY key"), kept);
}

#[test]
fn a_refund_that_failed_is_no_failed_payment() {
    let world = World::new();
    let csv = "account_code,transaction_id,type,amount,currency,date,status,message,test\n\
               a,t1,refund,-10,EUR,2025-01-01,success,,FALSE\n\
               a,t2,refund,10,EUR,2025-01-02,declined,,FALSE\n";
    let done = world.import(&text(csv)).unwrap();
    assert_eq!((counts(&done), codes(&done)), ((2, 1, 0, 0, 1), vec![(3, "aside")]));
    assert_eq!(world.rows("SELECT amount, refunded, status FROM payment"), ["0|1000|refunded"]);
}

#[test]
fn the_reason_of_an_end_is_what_was_said_or_else_that_a_payment_failed() {
    let sql = "SELECT a.key, cancel_reason FROM subscription s JOIN account a ON a.id = account
               WHERE cancel_reason IS NOT NULL ORDER BY a.key";
    assert_eq!(rows("stripe/warehouse.csv", sql), ["cem|too_expensive", "dora|payment_failed"]);
}

#[test]
fn a_deal_that_was_won_is_a_purchase_of_its_organization_or_its_person() {
    let sql = "SELECT a.key, date(day * 86400, 'unixepoch'), amount
               FROM purchase p JOIN account a ON a.id = account ORDER BY day";
    let kept = [
        "Nordlys Yoga|2025-01-15|34800",
        "Bakkerij Het Lam|2025-02-01|120000",
        "Elin Berg|2025-03-05|15000",
    ];
    assert_eq!(rows("pipedrive/deals.csv", sql), kept);
}

#[test]
fn a_currency_is_assumed_only_where_there_are_amounts() {
    let assumed = |csv: &str| {
        let done = World::new().import(&text(csv)).unwrap();
        done.notices.iter().any(|notice| notice.code == "currency_assumed")
    };
    assert!(!assumed("Name,Interval count,Interval unit,Plan ID\nPro,1,month,pro\n"));
    assert!(assumed("Plan code,Plan name,Price,Interval\npro,Pro,29.00,month\n"));
}
