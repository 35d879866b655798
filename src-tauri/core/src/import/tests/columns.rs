//! Columns that look like the right one and are not: an examiner's files, with figures by hand.

use super::*;

/// The last month's MRR and customers after importing this.
fn month(csv: &str, today: &str) -> String {
    let world = World::new();
    world.import(&text(csv)).unwrap();
    world.months(today).pop().unwrap_or_default()
}

#[test]
fn tax_is_not_taken_off_an_amount_without_it() {
    let own = "Factuurnummer;Debiteur;Factuurdatum;Periode van;Periode tot;Bedrag excl. btw;BTW;\
        Totaal incl. btw;Status\nF1;K1;01-01-2026;01-01-2026;31-01-2026;1.050,00;220,50;1.270,50;\
        Betaald\n";
    assert_eq!(month(own, "2026-01-31"), "2026-01 105000 1");
    for money in [
        "Amount excl. VAT,VAT,Amount incl. VAT",
        "Amount (ex VAT),VAT amount,Amount (inc VAT)",
        "Amount (net),Tax,Amount due",
        "Prijs excl. btw,Btw,Te betalen",
        "Amount,VAT,Total",
        "Nettobelopp,Moms,Att betala",
        "Belopp exkl. moms,Momsbelopp,Belopp inkl. moms",
        "Net,VAT,Gross",
        "Subtotal,Tax,Total",
        "Amount,VAT %,Total",
        "Bedrag ex. BTW,BTW %,Totaalbedrag excl",
    ] {
        let cells = if money.contains('%') { "100,21,100" } else { "100,21,121" };
        let csv = format!(
            "Invoice no,Customer ID,Date,Period start,Period end,{money},Status\n\
             F1,C1,2026-01-01,2026-01-01,2026-02-01,{cells},paid\n"
        );
        assert_eq!(month(&csv, "2026-01-31"), "2026-01 10000 1", "{money}");
    }
}

#[test]
fn of_an_invoice_the_amount_of_the_line_counts_and_every_line() {
    let head = "Invoice no,Customer ID,Date,Period start,Period end";
    let row = "F1,C1,2026-01-01,2026-01-01,2026-02-01";
    for (money, cells, worth) in [
        ("Quantity,Unit price,Amount", "3,10.00,30.00", "3000"),
        ("Quantity,Unit price,Line total", "3,10.00,30.00", "3000"),
        ("Amount,Discount,Total", "100,20,80", "8000"),
    ] {
        let csv = format!("{head},{money},Status\n{row},{cells},paid\n");
        assert_eq!(month(&csv, "2026-01-31"), format!("2026-01 {worth} 1"), "{money}");
    }
    let lines = "Line ID,Invoice ID,Customer ID,Invoice date,Period start,Period end,Description,\
        Amount,Currency\n1,F1,C1,2026-01-01,2026-01-01,2026-02-01,Base,100.00,EUR\n\
        2,F1,C1,2026-01-01,2026-01-01,2026-02-01,Seats,20.00,EUR\n";
    assert_eq!(month(lines, "2026-01-31"), "2026-01 12000 1");
    let world = World::new();
    world.import(&text(lines)).unwrap();
    assert_eq!(world.import(&text(lines)).unwrap().unchanged, 2);
}

#[test]
fn of_old_and_new_the_new_one_counts() {
    for (plan, old, new) in [
        ("Pakket", "Old price", "New price"),
        ("Plan", "Oude prijs", "Nieuwe prijs"),
        ("Plan", "Gammalt pris", "Nytt pris"),
        ("Plan", "Previous MRR", "New MRR"),
        ("Plan", "Oude MRR", "Nieuwe MRR"),
        ("Plan", "MRR before", "MRR after"),
    ] {
        for columns in [[old, new], [new, old]] {
            let cells = |was: &str, is: &str| {
                if columns[0] == old { format!("{was},{is}") } else { format!("{is},{was}") }
            };
            let csv = format!(
                "Customer ID,Change date,{plan},{}\nK1,2026-01-05,Basis,{}\nK1,2026-03-15,Pro,{}\n\
                 K2,2026-02-05,Pro,{}\n",
                columns.join(","),
                cells("0", "10.00"),
                cells("10.00", "30.00"),
                cells("0", "30.00"),
            );
            assert_eq!(month(&csv, "2026-03-31"), "2026-03 6000 2", "{columns:?}");
        }
    }
    let plans = "Customer ID,Date,From plan,To plan,Price\nK1,2026-01-05,,Basis,10\n\
                 K1,2026-03-15,Basis,Pro,30\n";
    let world = World::new();
    world.import(&text(plans)).unwrap();
    assert_eq!(world.rows("SELECT key FROM plan ORDER BY id"), ["Basis", "Pro"]);
}

#[test]
fn a_change_log_that_calls_its_plans_subscriptions_has_one_of_each_customer() {
    for plan in ["Abonnement", "Nieuw abonnement", "Subscription", "Abonnemang"] {
        let csv = format!(
            "Customer ID,Date,{plan},Price,Interval\nK1,2026-01-05,Basis,10.00,monthly\n\
             K1,2026-03-15,Pro,30.00,monthly\n"
        );
        assert_eq!(month(&csv, "2026-03-31"), "2026-03 3000 1", "{plan}");
    }
    let keyed = "Customer ID,Date,Subscription,Plan,Price\nK1,2026-01-05,S1,Basis,10\n\
                 K1,2026-01-05,S2,Pro,30\n";
    assert_eq!(month(keyed, "2026-01-31"), "2026-01 4000 1");
}

#[test]
fn the_end_of_a_trial_is_none_of_the_subscription() {
    for end in [
        "End of trial",
        "Trial ends",
        "Trial until",
        "Trial expires",
        "Trial period end",
        "Einddatum proefperiode",
        "Proefperiode tot",
        "Einde proef",
        "Provperiod slutar",
        "Provperiod till",
    ] {
        let csv = format!(
            "Subscription ID,Customer ID,Plan,Price,Interval,Status,Start date,{end}\n\
             S1,C1,P,10.00,monthly,active,2026-01-05,2026-02-04\n\
             S3,C3,P,10.00,monthly,active,2026-01-05,\n"
        );
        assert_eq!(month(&csv, "2026-01-31"), "2026-01 1000 1", "{end}");
        assert_eq!(month(&csv, "2026-02-28"), "2026-02 2000 2", "{end}");
    }
}

#[test]
fn a_price_of_one_seat_is_paid_for_each_and_one_for_a_year_once() {
    let paid = |price: &str| {
        let csv =
            format!("Customer,Plan,Seats,{price},Start date,End date\nA,Pro,3,12.00,2025-01-01,\n");
        month(&csv, "2025-01-31")
    };
    for price in ["Monthly price per seat", "Prijs per gebruiker per maand", "Price per seat"] {
        assert_eq!(paid(price), "2025-01 3600 1", "{price}");
    }
    for price in ["Price per year", "Annual fee", "Prijs per jaar", "Årspris"] {
        assert_eq!(paid(price), "2025-01 300 1", "{price}");
    }
    assert_eq!(paid("Kwartaalprijs"), "2025-01 1200 1");
    assert_eq!(paid("Weekly price"), "2025-01 15600 1");
}

#[test]
fn a_discount_in_money_is_no_percentage() {
    for (head, cell) in
        [("Discount amount", "10.00"), ("Korting (EUR)", "10"), ("Discount", "€ 10.00")]
    {
        let csv = format!(
            "Subscription ID,Customer ID,Plan,Price,{head},Interval,Start date,End date\n\
             S1,C1,P,200.00,{cell},monthly,2026-01-05,\n"
        );
        assert_eq!(month(&csv, "2026-01-31"), "2026-01 19000 1", "{head}");
    }
    let percent = "Subscription ID,Customer ID,Plan,Price,Discount,Interval,Start date,End date\n\
                   S1,C1,P,200.00,10,monthly,2026-01-05,\n";
    assert_eq!(month(percent, "2026-01-31"), "2026-01 18000 1");
}

#[test]
fn bills_and_payments_without_a_number_are_no_subscriptions() {
    let bills = "Customer ID,Date,Period start,Period end,Amount,Status\n\
        C1,2026-01-15,2026-01-15,2026-02-15,10.00,paid\n\
        C1,2026-02-15,2026-02-15,2026-03-15,10.00,paid\n\
        C1,2026-03-15,2026-03-15,2026-04-15,10.00,paid\n";
    assert_eq!(month(bills, "2026-03-31"), "2026-03 1000 1");
    let world = World::new();
    let payments =
        "Customer,Date,Amount,Status\nC1,2026-01-15,10.00,paid\nC1,2026-03-15,10.00,failed\n";
    assert_eq!(world.import(&text(payments)).unwrap().kind, "payments");
    let orders = "Order number,Customer,Date,Total,Status\n1,C1,2026-01-05,10,paid\n\
                  2,C2,2026-01-06,12,paid\n";
    assert_eq!(world.import(&text(orders)).unwrap().kind, "purchases");
}

#[test]
fn what_a_plan_is_called_is_no_customers_name() {
    let world = World::new();
    let list = "Subscription ID,Customer ID,Plan ID,Plan name,Price,Start date,End date\n\
                S1,C1,P1,Gold,10,2026-01-05,\n";
    world.import(&text(list)).unwrap();
    assert_eq!(world.rows("SELECT ifnull(name, '') FROM account"), [""]);
}
