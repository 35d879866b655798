//! What subscriptions cost, each amount once.
//!
//! An invoice and the charge that pays it are the same money. So, customer by customer: from the first
//! day a paid invoice is for on his invoices, without their tax; before it, from his first charge on,
//! his charges; before that what the ledger says he pays, as far as the month is over by then. What is
//! known later changes what came before by one period at most. Where invoices count, charges only tell
//! what was given back, and what was paid of an invoice its file still calls open. It was given back on
//! the day its file says; what nobody dates, as most disputes, on the day of its charge. It is worth
//! what it was when it was paid, whatever rates do since.

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

impl Invoiced {
    /// The part of an amount of it that is no tax; of another currency it is a part of `whole`.
    fn without_tax(&self, amount: i64, currency: Currency, whole: i64) -> i64 {
        let whole = if self.gross.currency == currency { self.gross.minor } else { whole.abs() };
        round_div(i128::from(self.net) * i128::from(amount), whole.into())
    }
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
        invoiced: vec![Day::NEVER; ledger.len()],
        charged: vec![Day::NEVER; ledger.len()],
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
    let Told { rows, invoiced, charged, .. } = told;
    let present = Spans::present(ledger);
    let firsts = invoiced.iter().zip(&charged).map(|(invoiced, charged)| *invoiced.min(charged));
    let firsts: Vec<(u32, Day)> = (0..).zip(firsts).collect();
    let paid = firsts.par_chunks(AT_ONCE).map(|some| -> Rows {
        let each = some.iter().map(|(at, first)| {
            let paid = ledger_payments(ledger, &present, *at, until);
            (*at, paid.into_iter().filter(|fact| fact.day.plus_months(1) <= *first))
        });
        each.flat_map(|(at, paid)| paid.map(move |fact| (at, fact))).collect()
    });
    let mut parts: Vec<Rows> = paid.collect();
    parts.push(rows);
    Ok(parts)
}

struct Told<'a> {
    rows: Rows,
    /// By customer and number.
    invoices: FxHashMap<(u32, u64), Invoiced>,
    /// By customer the first day that his invoices were for that were paid, and his first charge.
    invoiced: Vec<Day>,
    charged: Vec<Day>,
    prices: &'a Prices,
}

impl Told<'_> {
    fn invoice(&mut self, customer: u32, invoice: &paid::Invoice<'_>) {
        let of = Of::Invoice.number(invoice.id);
        let net = invoice.amount.minor - invoice.tax;
        if invoice.is_paid {
            let first = &mut self.invoiced[customer as usize];
            *first = if net > 0 { (*first).min(invoice.from) } else { *first };
            self.paid(customer, invoice.day, of, (net, invoice.amount.currency));
        }
        if !invoice.key.is_empty() {
            let (day, gross, is_paid) = (invoice.day, invoice.amount, invoice.is_paid);
            let invoiced = Invoiced { of, day, gross, net, is_paid };
            self.invoices.insert((customer, hash(invoice.key)), invoiced);
        }
    }

    fn payment(&mut self, customer: u32, payment: &paid::Payment<'_>) {
        let paid::Payment { day, amount: Money { minor, currency }, mut refunded, .. } = *payment;
        let mut back_on = payment.refunded_on.unwrap_or(day).max(day);
        // A row of its own for what was given back.
        let is_refund = minor < 0;
        if is_refund {
            (refunded, back_on) = (minor.saturating_neg(), day);
        }
        let invoiced = self.invoices.get(&(customer, hash(payment.invoice)));
        let invoiced = invoiced.filter(|_| !payment.invoice.is_empty());
        let by_invoices = self.invoiced[customer as usize] <= day;
        match invoiced {
            Some(one) if one.is_paid => {
                let (of, from) = (one.of, one.day);
                let money = (one.without_tax(refunded, currency, minor), one.gross.currency);
                self.given_back(customer, (day.max(from), back_on.max(from)), of, money);
            }
            None if by_invoices || is_refund => {
                if let Some(amount @ 1..) = self.worth(day, (refunded, currency)) {
                    let deed = Deed::Returned { by: Payment::Subscription, amount };
                    self.rows.push((customer, Fact { day: back_on, deed }));
                }
            }
            one => {
                let net = |minor: i64| match one {
                    Some(one) if one.gross.currency == currency => {
                        one.without_tax(minor, currency, minor)
                    }
                    _ => minor,
                };
                let (paid, back) = (net(if is_refund { 0 } else { minor }), net(refunded));
                let of = Of::Payment.number(payment.id);
                if paid > 0 {
                    let first = &mut self.charged[customer as usize];
                    *first = (*first).min(day);
                }
                self.paid(customer, day, of, (paid, currency));
                if is_refund {
                    self.paid(customer, day, of, (back.saturating_neg(), currency));
                } else {
                    self.given_back(customer, (day, back_on), of, (back, currency));
                }
            }
        }
    }

    fn worth(&self, day: Day, (minor, currency): (i64, Currency)) -> Option<i64> {
        self.prices.exchange(Money::new(minor, currency), day)
    }

    fn paid(&mut self, customer: u32, day: Day, of: u32, money: (i64, Currency)) {
        let deed = match self.worth(day, money) {
            Some(amount @ 1..) => Deed::Paid { by: Payment::Subscription, of, amount, visits: 0 },
            Some(amount @ ..=-1) => {
                Deed::Returned { by: Payment::Subscription, amount: amount.saturating_neg() }
            }
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
