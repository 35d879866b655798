//! Invoices while they are brought together: 24 bytes each, so that those of a million customers
//! need few passes over their table. What they say besides account and period they share with many
//! others, and it is kept once.

use super::rows::InvoiceRow;
use crate::model::{Currency, Day};
use rustc_hash::FxHashMap;

/// Invoices of some accounts, in any order.
#[derive(Debug, Default)]
pub struct Paid {
    /// Counted from here, accounts fit into 32 bits.
    first: i64,
    rows: Vec<Row>,
    prices: Vec<Price>,
    numbers: FxHashMap<Price, u32>,
}

/// In the order they are brought together in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Row {
    account: u32,
    subscription: u64,
    from: i32,
    to: i32,
    price: u32,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
struct Price {
    plan: Option<i64>,
    amount: i64,
    currency: Currency,
    quantity: u32,
}

impl Paid {
    /// Of accounts from this id on; those of one part lie close together.
    pub fn from(first: i64) -> Self {
        Self { first, ..Self::default() }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Takes one in.
    pub fn push(&mut self, invoice: &InvoiceRow) {
        let InvoiceRow { plan, amount, currency, quantity, .. } = *invoice;
        let price = Price { plan, amount, currency, quantity };
        let next = u32::try_from(self.prices.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(price).or_insert(next);
        if number == next {
            self.prices.push(price);
        }
        self.rows.push(Row {
            account: u32::try_from(invoice.account - self.first).unwrap_or(u32::MAX),
            subscription: invoice.subscription,
            from: invoice.from.0,
            to: invoice.to.0,
            price: number,
        });
    }

    /// All of them by account, subscription, period and price.
    pub(super) fn sorted(mut self) -> impl Iterator<Item = InvoiceRow> {
        drop(self.numbers);
        let mut order: Vec<u32> = (0..).take(self.prices.len()).collect();
        order.sort_unstable_by_key(|number| self.prices[*number as usize]);
        let mut place = vec![0; order.len()];
        (0..).zip(&order).for_each(|(at, number)| place[*number as usize] = at);
        self.rows.iter_mut().for_each(|row| row.price = place[row.price as usize]);
        self.rows.sort_unstable();
        self.rows.into_iter().map(move |row| {
            let Price { plan, amount, currency, quantity } =
                self.prices[order[row.price as usize] as usize];
            InvoiceRow {
                account: self.first + i64::from(row.account),
                subscription: row.subscription,
                from: Day(row.from),
                to: Day(row.to),
                plan,
                amount,
                currency,
                quantity,
            }
        })
    }
}
