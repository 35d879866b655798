//! What is counted of what was imported: undone, joined, parted, given back.

use super::*;

#[test]
fn an_import_undone_after_its_points_were_spent_leaves_a_debt_that_later_points_fill() {
    let world = World::with_programme();
    let purchases = world.bought(&[("zoe", "2025-02-01", "100"), ("bob", "2025-02-01", "100")]);
    world.redeem("zoe", 80, Some("2025-03-01")).unwrap();
    world.workspace.undo(Some(purchases), today()).unwrap().unwrap();
    assert_eq!((world.balance("zoe"), world.balance("bob")), (-80, 0));
    let listed = world.book().loyalty(true).unwrap();
    let debts: Vec<_> = listed.members.into_iter().flatten().filter(|it| it.balance < 0).collect();
    assert_eq!((debts.len(), &*debts[0].key, debts[0].balance), (1, "zoe", -80));
    assert_eq!(listed.points.outstanding, -80);
    assert_eq!(listed.liability, 0, "nobody pays us");
    let refused = world.redeem("zoe", 1, None).unwrap_err();
    assert!(refused.message(&Voice::default()).contains("80"), "{refused:?}");
    world.bought(&[("zoe", "2025-09-01", "50")]);
    assert_eq!(world.balance("zoe"), -30);
    assert_eq!(code(world.redeem("zoe", 1, None)), "short_of_points");
    world.bought(&[("zoe", "2025-10-01", "50")]);
    assert_eq!(world.balance("zoe"), 20);
    world.redeem("zoe", 20, None).unwrap();
    world.workspace.redo(Some(purchases), today()).unwrap().unwrap();
    assert_eq!(world.balance("zoe"), 100);
    world.is_as_read_again();
}

#[test]
fn customers_who_become_one_have_their_points_together_and_part_with_their_own() {
    let world = World::with_programme();
    world.bought(&[("zoe", "2025-02-01", "300"), ("bob", "2025-02-01", "250")]);
    world.redeem("bob", 40, None).unwrap();
    let all = vec![world.id("zoe"), world.id("bob")];
    let joined = Decided::Customers { all: all.clone(), one: all.clone() };
    world.workspace.decide(&joined, NOW, today()).unwrap();
    assert_eq!((world.balance("zoe"), world.balance("bob")), (510, 510));
    assert_eq!(world.tier("bob").as_deref(), Some("Silver"));
    world.redeem("bob", 500, None).unwrap();
    assert_eq!(world.balance("zoe"), 10);
    world.is_as_read_again();
    world.workspace.decide(&Decided::Split { account: all[1] }, NOW, today()).unwrap();
    // What was redeemed together stands with the account it was written for.
    assert_eq!((world.balance("zoe"), world.balance("bob")), (-200, 210));
    assert_eq!(world.tier("zoe").as_deref(), Some("Bronze"));
    world.is_as_read_again();
}

#[test]
fn an_invoice_and_its_charge_are_the_same_money_and_what_is_given_back_takes_its_points() {
    let world = World::new();
    let mut both = rules();
    both.earn.spend = Spend::Both;
    world.set("2025-01-01", both);
    // Nothing but the ledger: nine euros a month since January 2025, fifteen months.
    assert_eq!(world.balance("bob"), 15 * 9);
    world.import(Kind::Payments, "id,customer,invoice,date,amount\nP-1,bob,,2025-01-01,50\n");
    assert_eq!(world.balance("bob"), 50, "charges where there are any");
    world.import(
        Kind::Invoices,
        "Invoice number,Customer,Date,Total,Tax,Status\n\
         R-1,zoe,2025-02-01,121,21,paid\nR-2,zoe,2025-03-01,60.50,10.50,open\n",
    );
    assert_eq!(
        world.balance("zoe"),
        9 + 100,
        "January by the ledger, then what was paid, without tax"
    );
    world.import(
        Kind::Payments,
        "id,customer,invoice,date,amount,refunded\n\
         P-2,zoe,R-1,2025-02-03,121,0\nP-3,zoe,R-2,2025-03-09,60,0\n",
    );
    assert_eq!(
        world.balance("zoe"),
        9 + 149,
        "the charge of the open one counts without its part of the tax, that of the other not"
    );
    world.import(
        Kind::Payments,
        "id,customer,invoice,date,amount,refunded\nP-2,zoe,R-1,2025-02-03,121,60.50\n",
    );
    assert_eq!(world.balance("zoe"), 9 + 99, "half of it was given back");
    world.is_as_read_again();
}

#[test]
fn what_is_given_back_counts_from_the_day_its_file_says() {
    let world = World::new();
    let mut both = rules();
    both.earn.spend = Spend::Both;
    world.set("2025-01-01", both);
    let csv = "id,customer,date,amount,amount refunded,refund date,status\n\
               P-1,zoe,2025-02-01,100,40,2025-04-10,paid\n\
               P-2,zoe,2025-03-01,30,30,,refunded\n";
    world.import(Kind::Payments, csv);
    let book = world.book();
    let customer = book.ledger.find(world.id("zoe")).unwrap();
    let on = |day: &str| book.points().unwrap().account(customer, Day::parse(day).unwrap()).balance;
    assert_eq!((on("2025-03-01"), on("2025-04-09"), on("2025-04-10")), (109, 109, 69));
    // A later file that knows the day corrects it.
    world.import(Kind::Payments, &csv.replace(",,refunded", ",2025-05-01,refunded"));
    let book = world.book();
    let on = |day: &str| book.points().unwrap().account(customer, Day::parse(day).unwrap()).balance;
    assert_eq!((on("2025-03-01"), on("2025-04-30"), on("2025-05-01")), (139, 99, 69));
    world.is_as_read_again();
}
