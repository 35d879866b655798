//! What the columns of money are to each other: the amount without its tax, less a discount, of one
//! line of an invoice, for a year. Names alone often leave that open; rows that add up tell it.

use super::super::guess::Head;
use super::super::{Mapping, Origin, shades};
use crate::import::value::{Number, trim};
use crate::import::{Field, Kind, Sniffed};
use std::collections::BTreeMap;

impl Mapping {
    pub(super) fn settle_sums(&mut self, sniffed: &Sniffed, head: &Head<'_>, left_out: &[usize]) {
        let rows = Rows { sniffed, head };
        match self.kind {
            Kind::Invoices => {
                self.take_what_is_paid(&rows, left_out);
                self.leave_tax_where_there_is_none(&rows);
                self.tell_lines_apart(&rows);
            }
            Kind::Subscriptions | Kind::PlanChanges | Kind::Plans => {
                self.take_off_discounts(&rows, left_out);
                self.take_the_interval_of_the_price(&rows);
            }
            _ => {}
        }
    }

    /// The column a field was guessed to be; none where somebody said so.
    fn guessed(&self, field: Field) -> Option<usize> {
        let guessed = self.confidence.get(&field).is_some_and(|sure| *sure < 1.0);
        match self.origins.get(&field) {
            Some(Origin::Column(at)) if guessed => Some(*at),
            _ => None,
        }
    }

    /// Amount and tax, or amount less discount, that come to a third column: that is what is paid.
    fn take_what_is_paid(&mut self, rows: &Rows<'_>, left_out: &[usize]) {
        let Some(amount) = self.guessed(Field::Amount) else { return };
        let (tax, discount) = (self.guessed(Field::Tax), self.guessed(Field::Discount));
        let free = |at: &usize| !left_out.contains(at) && !self.uses(*at);
        let parts = [(discount, tax, "less"), (discount, None, "less"), (tax, None, "more")];
        let sum = (0..rows.sniffed.header.len()).filter(free).find(|total| {
            parts.iter().any(|(part, tax, way)| {
                let Some(part) = part else { return false };
                let sign = if *way == "less" { -1 } else { 1 };
                let terms = [(amount, 1), (*part, sign)];
                let tax = tax.map(|tax| (tax, 1));
                rows.add_up(&[&terms[..], tax.as_slice()].concat(), *total)
            })
        });
        if let Some(total) = sum {
            let sure = self.confidence.get(&Field::Amount).copied().unwrap_or(0.6);
            self.put(Field::Amount, Origin::Column(total), sure);
        }
    }

    /// Tax is taken off an amount, so not where that holds none.
    fn leave_tax_where_there_is_none(&mut self, rows: &Rows<'_>) {
        let net = |at: usize| shades::is_net(&rows.head.headers[at].name);
        if self.guessed(Field::Tax).is_some() && self.guessed(Field::Amount).is_some_and(net) {
            self.origins.remove(&Field::Tax);
            self.confidence.remove(&Field::Tax);
        }
    }

    /// Rows of one invoice with other amounts are its lines: the number of the invoice does not tell
    /// them apart.
    fn tell_lines_apart(&mut self, rows: &Rows<'_>) {
        let (Some(id), Some(amount)) = (self.guessed(Field::Id), self.guessed(Field::Amount))
        else {
            return;
        };
        let lines: Vec<usize> = (0..rows.sniffed.header.len())
            .filter(|at| shades::is_line(&rows.head.headers[*at].name))
            .collect();
        if lines.is_empty() || !rows.differ(id, amount) {
            return;
        }
        let own = lines.into_iter().find(|at| {
            *at != id
                && shades::is_key(&rows.head.headers[*at].name)
                && !rows.head.columns[*at].repeats()
        });
        self.origins.remove(&Field::Id);
        let sure = self.confidence.remove(&Field::Id).unwrap_or(0.6);
        if let Some(own) = own {
            self.put(Field::Id, Origin::Column(own), sure);
        }
    }

    /// A discount in money comes off the price; where there may be several units nobody knows of which.
    fn take_off_discounts(&mut self, rows: &Rows<'_>, left_out: &[usize]) {
        let several = self.origins.contains_key(&Field::Quantity);
        let Some(amount) = self.guessed(Field::Amount).filter(|_| !several) else { return };
        let is = |at: &usize| {
            !left_out.contains(at)
                && !self.uses(*at)
                && shades::is_discount(&rows.head.headers[*at].name)
                && rows.head.columns[*at].fits(Field::Discount) > 0.9
        };
        if let Some(discount) = (0..rows.sniffed.header.len()).find(is) {
            let sure = self.confidence.get(&Field::Amount).copied().unwrap_or(0.6);
            self.put(Field::Amount, Origin::Less(amount, vec![discount]), sure.min(0.8));
        }
    }

    /// `Price per year` says how often it is paid where no column does.
    fn take_the_interval_of_the_price(&mut self, rows: &Rows<'_>) {
        let open = [Field::Interval, Field::IntervalCount, Field::Mrr, Field::MrrMinor];
        if open.iter().any(|field| self.origins.contains_key(field)) {
            return;
        }
        let amount = self.origins.get(&Field::Amount).or(self.origins.get(&Field::AmountMinor));
        let at = amount.and_then(|origin| origin.columns().first().copied());
        let every = at.and_then(|at| shades::every(&rows.head.headers[at].name));
        if let Some(every) = every {
            self.put(Field::Interval, Origin::Constant(every.to_owned()), 0.8);
        }
    }
}

/// The first rows of the file.
struct Rows<'r> {
    sniffed: &'r Sniffed,
    head: &'r Head<'r>,
}

impl Rows<'_> {
    /// A cell in hundredths; an empty one is nothing.
    fn money(&self, row: usize, at: usize) -> Option<i64> {
        let cell = trim(self.sniffed.rows[row].cells[at].as_bytes());
        if cell.is_empty() {
            return Some(0);
        }
        Number::read(cell, self.head.columns[at].decimals())?.minor(2)
    }

    /// Whether these columns come to another one in every row, and each counts in some row.
    fn add_up(&self, terms: &[(usize, i64)], total: usize) -> bool {
        let rows = 0..self.sniffed.rows.len();
        let counts = |(at, _): &(usize, i64)| {
            rows.clone().any(|row| self.money(row, *at).is_some_and(|money| money != 0))
        };
        let sums = |row: usize| -> Option<bool> {
            let parts = terms.iter().map(|(at, sign)| Some(sign * self.money(row, *at)?));
            Some(parts.sum::<Option<i64>>()? == self.money(row, total)?)
        };
        terms.iter().all(counts) && rows.clone().all(|row| sums(row) == Some(true))
    }

    /// Whether rows with one key have different amounts.
    fn differ(&self, key: usize, amount: usize) -> bool {
        let mut known: BTreeMap<&str, &str> = BTreeMap::new();
        self.sniffed.rows.iter().any(|row| {
            let (key, amount) = (row.cells[key].trim(), row.cells[amount].trim());
            !key.is_empty() && *known.entry(key).or_insert(amount) != amount
        })
    }
}
