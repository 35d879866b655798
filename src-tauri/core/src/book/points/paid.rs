//! What subscriptions cost, each amount once.
//!
//! An invoice and the charge that pays it are the same money. So, customer by customer: his paid
//! invoices where he has any, without their tax; else his charges; else what the ledger says he pays. Where invoices count, charges only tell what was given
//! back, and what was paid of an invoice its file still calls open. It was given back on the day its
//! file says; what nobody dates, as most disputes, on the day of its charge. It is worth what it was
//! when it was paid, whatever rates do since.

use super::deeds::{Of, Owners, Rows};
use crate::Result;
use crate::ledger::{Ledger, Prices};
use crate::loyalty::{Deed, Fact, Payment, Spans, ledger_payments};
use crate::model::{Currency, Day, Money, round_div};
use crate::store::{Connection, paid};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash, Hasher};

/// An invoice its charges are looked up by.
struct Invoiced {
    of: u32,
    day: Day,
    gross: Money,
    /// Without tax.
    net: i64,
    is_paid: bool,
}

/// Customers whose payments are taken from the ledger at once.
const AT_ONCE: usize = 4_096;

/// Everything paid for subscriptions up to a day, in parts.
pub(super) fn subscriptions(
    conn: &Connection,
    ledger: &Ledger,
    prices: &Prices,
    owners: &Owners,
    until: Day,
) -> Result<Vec<Rows>> {
    let mut told = Told {
        rows: Rows::new(),
        invoices: FxHashMap::default(),
        by: vec![By::Ledger; ledger.len()],
        prices,
    };
    paid::invoices(conn, |invoice| {
        if let Some(customer) = owners.of(invoice.account) {
            told.invoice(customer, &invoice);
        }
        Ok(())
    })?;
    paid::payments(conn, |payment| {
        if let Some(customer) = owners.of(payment.account) {
            told.payment(customer, &payment);
        }
        Ok(())
    })?;
    let Told { rows, by, .. } = told;
    let present = Spans::present(ledger);
    let unsaid: Vec<u32> =
        (0..).zip(&by).filter(|(_, by)| **by == By::Ledger).map(|(customer, _)| customer).collect();
    let paid = unsaid.par_chunks(AT_ONCE).map(|some| -> Rows {
        let each = some.iter().map(|at| (*at, ledger_payments(ledger, &present, *at, until)));
        each.flat_map(|(at, paid)| paid.into_iter().map(move |fact| (at, fact))).collect()
    });
    let mut parts: Vec<Rows> = paid.collect();
    parts.push(rows);
    Ok(parts)
}

/// What tells of a customer what he pays.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Ledger,
    Charges,
    Invoices,
}

struct Told<'a> {
    rows: Rows,
    /// By customer and number.
    invoices: FxHashMap<(u32, u64), Invoiced>,
    /// By customer.
    by: Vec<By>,
    prices: &'a Prices,
}

impl Told<'_> {
    fn invoice(&mut self, customer: u32, invoice: &paid::Invoice<'_>) {
        let of = Of::Invoice.number(invoice.id);
        let net = invoice.amount.minor - invoice.tax;
        if invoice.is_paid {
            self.by[customer as usize] = By::Invoices;
            self.paid(customer, invoice.day, of, (net, invoice.amount.currency));
        }
        if !invoice.key.is_empty() {
            let (day, gross, is_paid) = (invoice.day, invoice.amount, invoice.is_paid);
            let invoiced = Invoiced { of, day, gross, net, is_paid };
            self.invoices.insert((customer, hash(invoice.key)), invoiced);
        }
    }

    fn payment(&mut self, customer: u32, payment: &paid::Payment<'_>) {
        let paid::Payment { day, amount: Money { minor, currency }, refunded, .. } = *payment;
        let back_on = payment.refunded_on.unwrap_or(day).max(day);
        let invoiced = self.invoices.get(&(customer, hash(payment.invoice)));
        let invoiced = invoiced.filter(|_| !payment.invoice.is_empty());
        match (invoiced, self.by[customer as usize]) {
            (Some(one), _) if one.is_paid => {
                let whole = if one.gross.currency == currency { one.gross.minor } else { minor };
                let share = round_div(i128::from(one.net) * i128::from(refunded), whole.into());
                let (of, from, money) = (one.of, one.day, (share, one.gross.currency));
                let days = (day.max(from), back_on.max(from));
                self.given_back(customer, days, of, money);
            }
            (None, By::Invoices) => {
                if let Some(amount @ 1..) = self.worth(day, (refunded, currency)) {
                    let deed = Deed::Returned { amount };
                    self.rows.push((customer, Fact { day: back_on, deed }));
                }
            }
            (Some(_), by) | (None, by) => {
                if by == By::Ledger {
                    self.by[customer as usize] = By::Charges;
                }
                let of = Of::Payment.number(payment.id);
                self.paid(customer, day, of, (minor, currency));
                self.given_back(customer, (day, back_on), of, (refunded, currency));
            }
        }
    }

    fn worth(&self, day: Day, (minor, currency): (i64, Currency)) -> Option<i64> {
        self.prices.exchange(Money::new(minor, currency), day)
    }

    fn paid(&mut self, customer: u32, day: Day, of: u32, money: (i64, Currency)) {
        let deed = match self.worth(day, money) {
            Some(amount @ 1..) => Deed::Paid { by: Payment::Subscription, of, amount, visits: 0 },
            Some(amount @ ..=-1) => Deed::Returned { amount: amount.saturating_neg() },
            Some(0) | None => return,
        };
        self.rows.push((customer, Fact { day, deed }));
    }

    /// Of a payment of the first day something was given back on the second.
    fn given_back(
        &mut self,
        customer: u32,
        (paid, day): (Day, Day),
        of: u32,
        money: (i64, Currency),
    ) {
        if let Some(amount @ 1..) = self.worth(paid, money) {
            self.rows.push((customer, Fact { day, deed: Deed::Refunded { of, amount } }));
        }
    }
}

fn hash(key: &str) -> u64 {
    let mut hasher = FxHasher::default();
    key.hash(&mut hasher);
    hasher.finish()
}
