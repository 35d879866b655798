//! What money counts as, once each: an examiner's cases.

use super::*;

fn of_both() -> World {
    let world = World::new();
    let mut both = rules();
    both.earn.spend = Spend::Both;
    world.set("2025-01-01", both);
    world
}

const INVOICES: &str = "id,customer,date,amount,currency,tax,status\n";
const CHARGES: &str = "id,customer,invoice,date,amount\n";

#[test]
fn a_refund_that_is_a_row_of_its_own_takes_its_points() {
    for invoice in ["I1", ""] {
        let world = of_both();
        world.import(Kind::Invoices, &format!("{INVOICES}I1,zoe,2025-01-01,100,EUR,0,paid\n"));
        let charges =
            format!("{CHARGES}H1,zoe,I1,2025-02-03,100\nH2,zoe,{invoice},2025-03-03,-40\n");
        world.import(Kind::Payments, &charges);
        assert_eq!(world.balance("zoe"), 60);
    }
}

#[test]
fn an_invoice_changes_nothing_that_was_paid_before_it() {
    let world = of_both();
    let months = (1..=6).map(|month| format!("H{month},zoe,,2025-0{month}-01,100\n"));
    world.import(Kind::Payments, &(CHARGES.to_owned() + &months.collect::<String>()));
    assert_eq!((world.balance("zoe"), world.balance("bob")), (600, 15 * 9));
    let invoices = format!(
        "{INVOICES}I1,zoe,2025-07-05,100,EUR,0,paid\nI2,bob,2025-07-05,100,EUR,0,paid\n\
         I3,cid,2025-01-05,0,EUR,0,paid\n"
    );
    world.import(Kind::Invoices, &invoices);
    assert_eq!(world.balance("zoe"), 700, "charges up to the first invoice");
    assert_eq!(world.balance("bob"), 6 * 9 + 100, "months that are over by then");
    assert_eq!(world.balance("cid"), 15 * 9, "an invoice over nothing tells of nothing");
}

#[test]
fn a_month_that_is_billed_when_it_is_over_counts_once() {
    let world = of_both();
    let invoices = "id,customer,date,period start,period end,amount,currency,tax,status\n\
                    I1,bob,2025-02-01,2025-01-01,2025-02-01,9,EUR,0,paid\n";
    world.import(Kind::Invoices, invoices);
    assert_eq!(world.balance("bob"), 9);
}

#[test]
fn what_is_given_back_is_taken_off_its_own_kind_and_is_no_visit() {
    let world = World::with_programme();
    world.bought(&[("zoe", "2025-02-01", "100"), ("zoe", "2025-02-06", "-100")]);
    assert_eq!(world.balance("zoe"), 0);
    let mut visits = rules();
    (visits.earn.per_amount, visits.earn.per_visit) = (None, 5);
    world.set("2025-01-01", visits);
    assert_eq!(world.balance("zoe"), 5);
}

#[test]
fn tax_earns_nothing_whether_the_invoice_is_called_paid_or_open() {
    for status in ["paid", "open"] {
        let world = of_both();
        let invoices = format!("{INVOICES}I1,zoe,2025-02-01,121,EUR,21,{status}\n");
        world.import(Kind::Invoices, &invoices);
        world.import(Kind::Payments, &format!("{CHARGES}H1,zoe,I1,2025-02-03,121\n"));
        assert_eq!(world.balance("zoe"), 9 + 100, "{status}: January by the ledger");
    }
}

#[test]
fn who_leaves_and_joins_again_on_one_day_stays_and_what_he_brought_ends_by_the_rules() {
    let world = World::new();
    world.set(
        "2025-01-01",
        Programme { members: Membership::Joined, expiry: Expiry::Each(12), ..rules() },
    );
    let members = "customer,joined,left on,opening\nzoe,2025-01-05,2025-03-01,\nzoe,2025-03-01,,\n\
                   bob,2024-06-01,,700\ncid,2025-03-01,2025-02-01,\n";
    world.import(Kind::Members, members);
    let late = ["zoe", "cid"].map(|who| (who, "2025-10-01", "100"));
    world.bought(&late);
    assert_eq!((world.balance("zoe"), world.balance("cid")), (100, 0));
    assert_eq!(world.balance("bob"), 0, "a year after the programme's first day");
}
