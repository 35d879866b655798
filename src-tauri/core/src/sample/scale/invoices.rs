//! Twelve invoices for every customer, month after month: the largest file a business has.

use super::{Key, PLANS, Scale};
use crate::model::Day;
use std::io::{self, Write};

const COLUMNS: &str =
    "Invoice ID,Customer ID,Invoice date,Period start,Period end,Plan,Amount,Tax,Currency,Status";

/// Months of invoices.
const MONTHS: u32 = 12;
/// Days of a month on which invoices are written.
const DAYS: u32 = 28;

impl Scale {
    /// Writes `invoices.csv`, header first, the oldest month first; the number of rows below it.
    pub fn write_invoices(&self, out: &mut impl Write) -> io::Result<u64> {
        writeln!(out, "{COLUMNS}")?;
        let begin = self.last_day.plus(1 - self.last_day.day_of_month().cast_signed());
        let first = |month: u32| begin.minus_months(MONTHS - month);
        for month in 0..MONTHS {
            let (this, next) = (days(first(month)), days(first(month + 1)));
            for customer in 0..self.customers {
                let at = (customer % DAYS) as usize;
                let (from, to) = (&this[at], &next[at]);
                let (key, owner) = (Key::invoice(customer, month), Key::customer(customer));
                let (plan, _, cents) = PLANS[(customer % 6) as usize];
                let tax = cents * 21 / 121;
                writeln!(
                    out,
                    "{key},{owner},{from},{from},{to},{plan},{}.{:02},{}.{:02},eur,{}",
                    cents / 100,
                    cents % 100,
                    tax / 100,
                    tax % 100,
                    status(customer, month),
                )?;
            }
        }
        Ok(u64::from(self.customers) * u64::from(MONTHS))
    }
}

fn status(customer: u32, month: u32) -> &'static str {
    match (customer + 7 * month) % 100 {
        0 => "void",
        1..4 => "open",
        _ => "paid",
    }
}

/// The days of a month from its first on, as text.
fn days(first: Day) -> Vec<String> {
    (0..DAYS).map(|n| first.plus(n.cast_signed()).to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustc_hash::FxHashSet;

    #[test]
    fn every_customer_has_twelve_invoices_of_his_own() {
        let scale = Scale::of(100);
        let mut file = Vec::new();
        assert_eq!(scale.write_invoices(&mut file).unwrap(), 1_200);
        let file = String::from_utf8(file).unwrap();
        let columns = COLUMNS.split(',').count();
        assert!(file.lines().all(|line| line.split(',').count() == columns));
        let keys: FxHashSet<&str> = file.lines().filter_map(|l| l.split(',').next()).collect();
        assert_eq!(keys.len(), 1_201);
        let first = file.lines().nth(1).unwrap();
        assert!(
            first.contains(",2025-11-01,2025-11-01,2025-12-01,starter,29.00,5.03,eur,"),
            "{first}"
        );
        assert!(file.lines().last().unwrap().contains(",2026-10-16,2026-10-16,2026-11-16,"));
    }
}
