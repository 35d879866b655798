//! What somebody found who never saw this code: files that were read wrongly without a word.

use super::*;

#[test]
fn who_is_called_by_address_in_one_file_is_the_customer_who_has_it_in_another() {
    // Orders of a shop name no key, its list of customers does.
    let world = World::new();
    let orders = "Name,Email,Financial Status,Currency,Total,Created at,Lineitem name,Id\n\
                  #1,Ann@e.example,paid,EUR,45.00,2025-05-01 12:00:00 +0200,Mat,'55\n\
                  #2,bo@e.example,paid,EUR,5.00,2025-05-01 12:00:00 +0200,Mat,'56\n";
    let customers = "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Total Spent,\
                     Total Orders,Tax Exempt\n\
                     '721,Ann,Ek,ann@e.example,yes,45.00,1,no\n\
                     '722,Bo,Ek,bo@e.example,yes,5.00,1,no\n\
                     '723,Bo,Holm,bo@e.example,yes,0,0,no\n";
    for order in [[orders, customers], [customers, orders]] {
        let world = World::new();
        order.iter().for_each(|file| assert_eq!(world.import(&text(file)).unwrap().errors, 0));
        let sql = "SELECT count(DISTINCT customer) FROM account WHERE email LIKE 'ann@%'";
        assert_eq!(world.rows(sql), ["1"]);
        // Two customers of the list have the other address: that is asked.
        let sql = "SELECT count(DISTINCT customer) FROM account WHERE email LIKE 'bo@%'";
        assert_eq!(world.rows(sql), ["3"]);
        let questions = crate::accounts::questions(&world.store.reader().unwrap()).unwrap();
        assert_eq!(questions.len(), 1);
        assert_eq!(questions[0].mail, "bo@e.example");
    }
    world.import(&text(customers)).unwrap();
    assert_eq!(world.rows("SELECT count(DISTINCT customer) FROM account"), ["3"]);
}

#[test]
fn what_is_over_keeps_the_price_it_had_where_its_monthly_amount_is_nothing_now() {
    let world = World::new();
    let list = "subscription id,customer id,status,mrr,price,plan,start date,end date\n\
                s1,c1,active,29,29,Pro,2025-01-01,\n\
                s2,c2,cancelled,0,29,Pro,2025-01-01,2025-06-01\n\
                s3,c3,cancelled,0,,Pro,2025-01-01,2025-06-01\n\
                s4,c4,cancelled,0,0,Free,2025-01-01,2025-06-01\n";
    let done = world.import(&text(list)).unwrap();
    assert_eq!(codes(&done), [(4, "price_gone")]);
    let sql = "SELECT key, amount, mrr FROM subscription ORDER BY key";
    assert_eq!(world.rows(sql), ["s1|2900|2900", "s2|2900|", "s3||", "s4|0|0"]);
    let april = |world: &World| world.months("2025-04-30").pop().unwrap();
    assert_eq!(april(&world), "2025-04 5800 2");
    // With the price list it is known.
    world.import(&text("plan id,price\nPro,31\n")).unwrap();
    assert_eq!(april(&world), "2025-04 8900 3");
    assert_eq!(codes(&world.import(&text(list)).unwrap()), []);
}

#[test]
fn a_price_below_zero_is_said() {
    let world = World::new();
    let list = "subscription id,customer id,mrr,start date\ns1,c1,(29.00),2025-01-01\n";
    let done = world.import(&text(list)).unwrap();
    assert_eq!(codes(&done), [(2, "below_zero")]);
    assert_eq!(done.problems[0].value, "(29.00)");
}

#[test]
fn a_row_of_totals_is_shown_by_what_it_says() {
    let world = World::new();
    let list = "customer id,plan,mrr,start date\nc1,Pro,29,2025-01-01\n,Total,29,\n";
    let done = world.import(&text(list)).unwrap();
    assert_eq!((codes(&done), &*done.problems[0].value), (vec![(3, "total_row")], "Total"));
}

#[test]
fn a_deal_of_several_companies_is_one_of_the_first() {
    let world = World::new();
    let deals = "Record ID,Deal Name,Deal Stage,Close Date,Amount,Associated Company IDs\n\
                 1,Two,Closed won,2026-02-08 10:00,300,9002;9001\n";
    world.import(&text(deals)).unwrap();
    assert_eq!(world.rows("SELECT key FROM account"), ["9002"]);
}

#[test]
fn a_scale_with_a_column_for_each_answer_is_one_question() {
    let world = World::new();
    let header = "Respondent ID,Collector ID,Start Date,End Date,Email Address,\
                  How likely is it that you would recommend us?,,,,,,,,,,\n\
                  ,,,,,0 - Not at all likely,1,2,3,4,5,6,7,8,9,10 - Extremely likely\n";
    let rows = "21,4,06/13/2025 09:00:00 AM,06/13/2025 09:04:00 AM,a@e.example,,,,,,,,,,9,\n\
                22,4,06/13/2025 09:00:00 AM,06/13/2025 09:04:00 AM,b@e.example,\
                0 - Not at all likely,,,,,,,,,,\n\
                23,4,06/13/2025 09:00:00 AM,06/13/2025 09:04:00 AM,c@e.example,,,,,,,,,,,\
                10 - Extremely likely\n";
    let done = world.import(&text(&format!("{header}{rows}"))).unwrap();
    assert_eq!((done.rows, done.new, done.errors), (3, 3, 0), "{:?}", done.problems);
    assert_eq!(world.rows("SELECT score FROM answer ORDER BY id"), ["9", "0", "10"]);
    // Cells that only say that something was chosen are read as none of the answers.
    let marks = "31,4,06/13/2025 09:00:00 AM,06/13/2025 09:04:00 AM,d@e.example,,,,,,,,,,1,\n";
    let world = World::new();
    let refused = world.import(&text(&format!("{header}{marks}")));
    assert!(refused.is_err() || world.rows("SELECT score FROM answer") == [""], "{refused:?}");
}

#[test]
fn a_row_of_groups_above_the_names_completes_them() {
    let world = World::new();
    let list = "Klant,,Abonnement,,,\nNummer,Naam,Pakket,Prijs per maand,Start,Einde\n\
                1,Lam,Pro,29.50,45672.375,\n2,Hoek,Pro,29.50,45703,46022\n";
    let done = world.import(&text(list)).unwrap();
    assert_eq!((done.new, done.errors), (2, 0), "{:?}", done.problems);
    let sql = "SELECT a.key, b.start, b.ended FROM subscription b JOIN account a ON a.id = account
               ORDER BY b.id";
    assert_eq!(world.rows(sql), ["1|20103|", "2|20134|20453"]);
}

#[test]
fn what_is_no_list_of_customers_is_asked_about() {
    let world = World::new();
    let visits = "Bonnummer;Klantkaart;Datum aankoop;Totaalbedrag\n\
                  B1;K1;01-02-2026;12,50\nB2;K2;13-02-2026;15,00\nB3;K1;14-02-2026;9,95\n";
    let asked = |csv: &str| world.import(&text(csv)).unwrap_err().code().to_owned();
    assert!(["unknown_kind", "wrong_columns"].contains(&&*asked(visits)));
    let seen = "Customer,Colour\nc1,red\nc1,blue\nc2,red\n";
    assert!(["unknown_kind", "wrong_columns"].contains(&&*asked(seen)));
}

#[test]
fn dates_nobody_can_decide_are_read_in_the_order_their_rows_are_sorted_in_and_asked_about() {
    let world = World::new();
    let csv = "customer id,amount,start date\n1,9,03/11/2025\n2,9,04/02/2025\n3,9,04/05/2025\n\
               4,9,05/01/2025\n5,9,05/02/2025\n";
    let done = world.import(&text(csv)).unwrap();
    let asked = done.notices.iter().find(|notice| notice.code == "date_order").unwrap();
    assert!(asked.text.contains("month, then day"), "{}", asked.text);
    let march = crate::model::Day::parse("2025-03-11").unwrap().0.to_string();
    assert_eq!(world.rows("SELECT min(start) FROM subscription"), [march]);
}

#[test]
fn answers_of_a_shorter_scale_are_not_taken_for_detractors_without_a_word() {
    let told = |scores: &str| {
        let world = World::new();
        let rows: String = scores.split(' ').map(|s| format!("2026-01-05,c{s},{s}\n")).collect();
        let done = world.import(&text(&format!("Date,Customer,Rating\n{rows}"))).unwrap();
        done.notices.iter().any(|notice| notice.code == "short_scale")
    };
    assert!(told("5 4 3 1"));
    assert!(!told("9 4 3 1"));
}

#[test]
fn a_cost_is_of_a_month_however_it_is_written() {
    let world = World::new();
    let costs =
        "period,cost,currency\nFeb 2026,10,EUR\nQ2 2026,20,EUR\n03/2026,30,EUR\nsoon,1,EUR\n";
    let done = world.import(&text(costs)).unwrap();
    assert_eq!(codes(&done), [(5, "bad_period")]);
    assert_eq!(world.rows("SELECT period FROM cost"), ["2026-02", "2026-Q2", "2026-03"]);
}

#[test]
fn a_sign_that_contradicts_the_currency_is_said() {
    let world = World::new();
    let list = "subscription id,customer id,price,currency,start date\ns1,c1,€12,USD,2025-01-01\n\
                s2,c2,$12,EUR,2025-01-01\ns3,c3,$12,CAD,2025-01-01\ns4,c4,12 kr,NOK,2025-01-01\n";
    let done = world.import(&text(list)).unwrap();
    assert_eq!(codes(&done), [(2, "sign_differs"), (3, "sign_differs")]);
}

#[test]
fn who_brought_in_themselves_is_said() {
    let world = World::new();
    let list = "Referrer,Referred,Date\nann,bo,2026-01-05\nann,ann,2026-01-06\n";
    let done = world.import(&text(list)).unwrap();
    assert_eq!((done.new, codes(&done)), (1, vec![(3, "self_referral")]));
}

#[test]
fn json_is_called_by_its_name() {
    for json in [
        "{\"event\":\"login\",\"properties\":{\"time\":1}}\n{\"event\":\"x\",\"a\":2}\n",
        "[\n  {\"id\": 1, \"name\": \"a\"}\n]\n",
    ] {
        let world = World::new();
        assert_eq!(world.import(&text(json)).unwrap_err().code(), "json");
    }
}

#[test]
fn a_history_that_calls_every_state_by_how_it_came_out_was_paid_until_then() {
    let world = World::new();
    let history = "subscription_uuid,version_uuid,account_code,subscription_expires_at,\
        subscription_state,version_started_at,version_state,plan_code,subscription_currency,\
        version_plan_interval_unit,version_plan_interval_length,version_total_recurring_amount\n\
        u1,v1,a1,2025-04-01 10:00:00 UTC,expired,2025-02-01 10:00:00 UTC,inactive,pro,EUR,months,1,50\n\
        u1,v2,a1,2025-04-01 10:00:00 UTC,expired,2025-03-01 10:00:00 UTC,active,pro,EUR,months,1,60\n";
    let done = world.import(&text(history)).unwrap();
    assert_eq!((done.new, done.errors), (2, 0), "{:?}", done.problems);
    let day = |text| crate::model::Day::parse(text).unwrap().0;
    let expected = [
        format!("{}|active|5000", day("2025-02-01")),
        format!("{}|active|6000", day("2025-03-01")),
        format!("{}|expired|6000", day("2025-04-01")),
    ];
    assert_eq!(world.rows("SELECT day, status, amount FROM plan_change ORDER BY day"), expected);
}

#[test]
fn what_is_said_of_a_customer_is_not_taken_for_his_key() {
    let list = "Patron name,Patron e-mail,Membership level,Pledge,Charge frequency,Patron since,\
                Patron status\nAnn,a@e.example,Gold,5.00,monthly,2025-01-05,Active patron\n\
                Bo,b@e.example,Silver,50.00,annual,2025-02-05,Former patron\n\
                Cy,c@e.example,Gold,5.00,monthly,2025-03-05,Active patron\n";
    let world = World::new();
    world.import(&text(list)).unwrap();
    let keys = world.rows("SELECT key FROM account ORDER BY id");
    assert_eq!(keys, ["a@e.example", "b@e.example", "c@e.example"]);
}

#[test]
fn discounts_between_0_and_1_are_shares_where_the_whole_column_says_so() {
    let read = |cells: &str| {
        let world = World::new();
        let row = |cell: &str| format!("\"{cell}x\",c,100,2025-01-01,\"{cell}\"\n");
        let rows: String = cells.split(' ').map(row).collect();
        let csv = format!("id,customer id,amount,start date,discount\n{rows}");
        let done = world.import(&text(&csv)).unwrap();
        assert_eq!(
            (done.kind.as_str(), codes(&done)),
            ("subscriptions", Vec::new()),
            "{:?}",
            done.problems
        );
        let told = done.notices.iter().any(|notice| notice.code == "discount_shares");
        (world.rows("SELECT discount FROM subscription ORDER BY id").join(" "), told)
    };
    let is = |discounts: &str, told| (discounts.to_owned(), told);
    assert_eq!(read("0.10 0.25"), is("1000 2500", true));
    assert_eq!(read("0 0.125 1"), is("0 1250 10000", true));
    assert_eq!(read("0,10 0,25"), is("1000 2500", true));
    assert_eq!(read("0.5 10"), is("50 1000", false));
    assert_eq!(read("0 1"), is("0 100", false), "nothing says it is all of it");
    assert_eq!(read("0.5% 0.25%"), is("50 25", false));
    assert_eq!(read("25% 10"), is("2500 1000", false));
    let csv = text("id,customer id,amount,start date,discount\n1,c,100,2025-01-01,0.25\n");
    let shown = preview_head(&csv, &MappingRequest::default(), &context(), &english()).unwrap();
    assert_eq!(shown.first.rows[0].cells.last().unwrap().text, "25%");
}
