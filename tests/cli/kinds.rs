//! Files of every large kind, of as many rows as one likes: what is killed in the middle has to be
//! long enough to be caught there.

use crate::program::Desk;
use std::fmt::Write as _;
use std::path::PathBuf;

/// A kind of file: what it is called, its header, and row `n` of it.
pub(crate) struct Sort {
    pub(crate) name: &'static str,
    /// As `--as` names it.
    pub(crate) kind: &'static str,
    /// Its table in the workspace.
    pub(crate) table: &'static str,
    header: &'static str,
    row: fn(&mut String, i64),
}

impl Sort {
    /// Writes a file of so many rows.
    pub(crate) fn file(&self, desk: &Desk, rows: i64) -> PathBuf {
        let mut csv = format!("{}\n", self.header);
        (0..rows).for_each(|row| (self.row)(&mut csv, row));
        desk.file(&format!("{}.csv", self.name), csv)
    }
}

/// The first is a change log.
pub(crate) const SORTS: [Sort; 8] = [
    Sort {
        name: "log",
        kind: "plan-changes",
        table: "plan_change",
        header: "customer,date,status,plan,mrr,currency",
        row: |csv, row| {
            let (customer, date) = (row / 3, date(row % 3, row));
            let mrr = 10 + row % 90;
            writeln!(csv, "c{customer},{date},active,Plan {},{mrr}.00,EUR", row % 7).unwrap();
        },
    },
    Sort {
        name: "subscriptions",
        kind: "subscriptions",
        table: "subscription",
        header: "id,customer id,plan,amount,currency,interval,status,start date",
        row: |csv, row| {
            let date = date(row % 12, row);
            writeln!(csv, "s{row},c{},pro,{}.00,EUR,month,active,{date}", row / 2, 5 + row % 50)
                .unwrap();
        },
    },
    Sort {
        name: "customers",
        kind: "customers",
        table: "account",
        header: "customer id,name,email,country",
        row: |csv, row| writeln!(csv, "k{row},Customer {row},k{row}@example.com,NL").unwrap(),
    },
    Sort {
        name: "invoices",
        kind: "invoices",
        table: "invoice",
        header: "Invoice number,Customer,Date,Period start,Period end,Total,Status",
        row: |csv, row| {
            let (from, to) = (date(row % 11, row), date(row % 11 + 1, row));
            writeln!(csv, "R-{row},c{},{from},{from},{to},{}.50,paid", row % 900, row % 70)
                .unwrap();
        },
    },
    Sort {
        name: "payments",
        kind: "payments",
        table: "payment",
        header: "Charge ID,Customer ID,Payment date,Amount,Amount refunded,Status",
        row: |csv, row| {
            let date = date(row % 12, row);
            writeln!(csv, "ch_{row},c{},{date},{}.00,0,Paid", row % 900, 3 + row % 60).unwrap();
        },
    },
    Sort {
        name: "answers",
        kind: "answers",
        table: "answer",
        header: "Respondent ID,Email,Date,Score,Comment",
        row: |csv, row| {
            let date = date(row % 12, row);
            writeln!(csv, "{row},k{row}@example.com,{date},{},fine {}", row % 11, row % 5).unwrap();
        },
    },
    // Without keys, and with twins.
    Sort {
        name: "events",
        kind: "events",
        table: "event",
        header: "Customer,Timestamp,Event,Detail",
        row: |csv, row| {
            let date = date(row % 3, row);
            writeln!(csv, "c{},{date},login,from {}", row % 300, row % 4).unwrap();
        },
    },
    Sort {
        name: "tickets",
        kind: "tickets",
        table: "ticket",
        header: "Ticket ID,Customer,Opened,Closed,Priority,Subject",
        row: |csv, row| {
            let (opened, closed) = (date(row % 11, row), date(row % 11 + 1, row));
            writeln!(csv, "{row},c{},{opened},{closed},high,Question {row}", row % 900).unwrap();
        },
    },
];

/// A day of 2025.
fn date(month: i64, row: i64) -> String {
    format!("2025-{:02}-{:02}", month + 1, row % 28 + 1)
}
