//! Businesses of any size as Stripe's CSV exports, for benchmarks: plain, streaming, the same on
//! every machine. N customers, 1.3 N subscriptions, keys in no order, most of the columns Stripe
//! offers. Less lifelike than the sample; large enough to feel what a million customers cost.

mod invoices;

use super::dice::{Dice, Topic};
use crate::model::Day;
use std::fmt::{self, Write as _};
use std::io::{self, Write};

/// How large a business to write.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Scale {
    /// Customers; there are 1.3 times as many subscriptions.
    pub customers: u32,
    /// Months up to `last_day` in which they begin.
    pub months: u32,
    /// Nothing in the files is later, save the ends of billing periods.
    pub last_day: Day,
}

const SUBSCRIPTION_COLUMNS: &str = "id,Customer ID,Customer Description,Customer Email,Plan,Quantity,\
Currency,Interval,Amount,Status,Created (UTC),Start Date (UTC),Current Period Start (UTC),\
Current Period End (UTC),Trial Start (UTC),Trial End (UTC),Canceled At (UTC),Ended At (UTC),\
Cancellation Reason,Customer Name";

const CUSTOMER_COLUMNS: &str = "id,Description,Email,Name,Created (UTC),Delinquent,\
Card Address Country,Card Exp Month,Card Exp Year,Plan,Status,Currency,Total Spend,Payment Count";

/// Plan, interval, price in cents.
const PLANS: [(&str, &str, u32); 6] = [
    ("starter", "month", 2_900),
    ("starter-yearly", "year", 29_000),
    ("team", "month", 7_900),
    ("team-yearly", "year", 79_000),
    ("business", "month", 18_900),
    ("business-yearly", "year", 189_000),
];

const COUNTRIES: [&str; 12] =
    ["NL", "DE", "SE", "BE", "GB", "FR", "US", "DK", "NO", "FI", "IE", "AT"];

const REASONS: [&str; 6] =
    ["too_expensive", "unused", "missing_features", "switched_service", "payment_failed", ""];

/// One subscription of the file.
#[derive(Debug)]
struct Row {
    plan: usize,
    quantity: u32,
    start: Day,
    trial: bool,
    status: &'static str,
    requested: Option<Day>,
    ended: Option<Day>,
    reason: &'static str,
}

impl Scale {
    /// So many customers over 60 months up to 20 November 2026.
    pub fn of(customers: u32) -> Self {
        Self { customers, months: 60, last_day: Day(20_777) }
    }

    /// How many subscriptions there are.
    pub fn subscriptions(&self) -> u64 {
        (0..self.customers).map(|n| u64::from(self.held_by(n))).sum()
    }

    /// Writes `subscriptions.csv`, header first; the number of rows below it.
    pub fn write_subscriptions(&self, out: &mut impl Write) -> io::Result<u64> {
        writeln!(out, "{SUBSCRIPTION_COLUMNS}")?;
        let days = Days::new(self);
        let mut rows = 0;
        for customer in 0..self.customers {
            for n in 0..self.held_by(customer) {
                self.write_subscription(customer, n, &days, out)?;
                rows += 1;
            }
        }
        Ok(rows)
    }

    /// Writes `customers.csv`, header first; the number of rows below it.
    pub fn write_customers(&self, out: &mut impl Write) -> io::Result<u64> {
        writeln!(out, "{CUSTOMER_COLUMNS}")?;
        let days = Days::new(self);
        for customer in 0..self.customers {
            let row = self.row(customer, 0);
            let country = country(customer);
            let (key, since) = (Key::customer(customer), days.text(row.start));
            let (month, year) = (customer % 12 + 1, 2027 + customer % 4);
            writeln!(
                out,
                "{key},,{key}@example.com,Customer {customer},{since},false,{country},{month},\
                 {year},{},{},eur,0.00,0",
                PLANS[row.plan].0, row.status
            )?;
        }
        Ok(u64::from(self.customers))
    }

    /// Three customers of ten hold two subscriptions.
    fn held_by(&self, customer: u32) -> u32 {
        1 + u32::from(matches!(customer % 10, 0 | 3 | 6))
    }

    fn row(&self, customer: u32, n: u32) -> Row {
        let index = u64::from(customer) << 1 | u64::from(n);
        let mut dice = Dice::new(1, Topic::Scale, index);
        let first = self.first_day();
        let start = Day(dice.between(first.0, self.last_day.0));
        let lives = dice.between(1, 2_600);
        let ended = Some(start.plus(lives)).filter(|end| *end <= self.last_day);
        let status = match (ended, dice.below(100)) {
            (Some(_), _) => "canceled",
            (None, 0) => "past_due",
            (None, _) => "active",
        };
        Row {
            plan: dice.below(6) as usize,
            quantity: 1 + dice.below(4),
            start,
            trial: lives > 14 && dice.chance(3_000),
            status,
            requested: ended.map(|end| end.plus(-dice.between(0, lives.min(20))).max(start)),
            ended,
            reason: ended.map_or("", |_| dice.pick(&REASONS)),
        }
    }

    fn write_subscription(
        &self,
        customer: u32,
        n: u32,
        days: &Days,
        out: &mut impl Write,
    ) -> io::Result<()> {
        let row = self.row(customer, n);
        let (plan, interval, cents) = PLANS[row.plan];
        let (key, owner) = (Key::subscription(customer, n), Key::customer(customer));
        let start = days.text(row.start);
        let (from, to) = period(&row, interval, self.last_day);
        let (from, to) = (days.text(from), days.text(to));
        let trial = if row.trial { (start, days.text(row.start.plus(14))) } else { ("", "") };
        let text = |day: Option<Day>| day.map_or("", |day| days.text(day));
        writeln!(
            out,
            "{key},{owner},,{owner}@example.com,{plan},{},eur,{interval},{}.{:02},{},{start},\
             {start},{from},{to},{},{},{},{},{},Customer {customer}",
            row.quantity,
            cents / 100,
            cents % 100,
            row.status,
            trial.0,
            trial.1,
            text(row.requested),
            text(row.ended),
            row.reason
        )
    }

    fn first_day(&self) -> Day {
        self.last_day.minus_months(self.months)
    }
}

/// A country, the earlier ones of the list more often.
fn country(customer: u32) -> &'static str {
    let mut dice = Dice::new(2, Topic::Scale, u64::from(customer));
    COUNTRIES[dice.below(12).min(dice.below(12)) as usize]
}

/// The billing period of the last day, or the one it ended with. Thirty days or 365: enough here.
fn period(row: &Row, interval: &str, last: Day) -> (Day, Day) {
    let length = if interval == "year" { 365 } else { 30 };
    let until = row.ended.unwrap_or(last);
    let from = row.start.plus((until.0 - row.start.0) / length * length);
    (from, from.plus(length))
}

/// A key as Stripe makes them: unique and in no order.
struct Key(&'static str, u64);

impl Key {
    fn customer(customer: u32) -> Self {
        Self("cus_", Dice::scatter(u64::from(customer) << 2))
    }

    fn subscription(customer: u32, n: u32) -> Self {
        Self("sub_", Dice::scatter(u64::from(customer) << 2 | u64::from(n + 1)))
    }

    fn invoice(customer: u32, month: u32) -> Self {
        Self("in_", Dice::scatter(1 << 40 | u64::from(customer) << 4 | u64::from(month)))
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const LETTERS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
        let letter = |n: u32| char::from(LETTERS[(self.1 >> (5 * n) & 31) as usize]);
        f.write_str(self.0)?;
        (0..13).try_for_each(|n| f.write_char(letter(n)))
    }
}

/// Every day of the files as text, made once.
struct Days {
    first: Day,
    texts: Vec<String>,
}

impl Days {
    fn new(scale: &Scale) -> Self {
        let (first, last) = (scale.first_day(), scale.last_day.plus(366));
        let texts = (first.0..=last.0).map(|n| format!("{} 00:00", Day(n))).collect();
        Self { first, texts }
    }

    fn text(&self, day: Day) -> &str {
        let at = usize::try_from(day.0 - self.first.0).unwrap_or(usize::MAX);
        self.texts.get(at).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustc_hash::FxHashSet;

    #[test]
    fn a_thousand_customers_hold_thirteen_hundred_subscriptions() {
        let scale = Scale::of(1_000);
        let (mut file, mut again) = (Vec::new(), Vec::new());
        assert_eq!(scale.write_subscriptions(&mut file).unwrap(), 1_300);
        assert_eq!(scale.subscriptions(), 1_300);
        scale.write_subscriptions(&mut again).unwrap();
        assert_eq!(file, again);
        let file = String::from_utf8(file).unwrap();
        let columns = SUBSCRIPTION_COLUMNS.split(',').count();
        assert!(file.lines().all(|line| line.split(',').count() == columns));
        let keys: FxHashSet<&str> = file.lines().filter_map(|l| l.split(',').next()).collect();
        assert_eq!(keys.len(), 1_301);
        let ended = file.lines().filter(|l| l.contains(",canceled,")).count();
        assert!((400..900).contains(&ended), "{ended}");
    }

    #[test]
    fn the_customers_of_both_files_are_the_same() {
        let scale = Scale::of(50);
        let (mut file, mut subscriptions) = (Vec::new(), Vec::new());
        assert_eq!(scale.write_customers(&mut file).unwrap(), 50);
        scale.write_subscriptions(&mut subscriptions).unwrap();
        let column = |file: &[u8], n: usize| -> FxHashSet<String> {
            let lines = std::str::from_utf8(file).unwrap().lines().skip(1);
            lines.map(|l| l.split(',').nth(n).unwrap().to_owned()).collect()
        };
        assert_eq!(column(&file, 0), column(&subscriptions, 1));
        let columns = CUSTOMER_COLUMNS.split(',').count();
        assert!(String::from_utf8(file).unwrap().lines().all(|l| l.split(',').count() == columns));
    }
}
