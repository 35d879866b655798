//! Kinds that are plain facts: what comes in, once, and goes out again.

use super::*;
use crate::import::{Kind, map, sniff};

/// A file of a kind with one row altered, and what the store keeps of it. The second row of kinds
/// without a key is there twice: real twins stay two.
struct Case {
    kind: Kind,
    csv: &'static str,
    /// One row with other values, and how many rows of such a file are new and changed.
    altered: (&'static str, (i64, i64)),
    sql: &'static str,
    kept: &'static [&'static str],
}

const CASES: &[Case] = &[
    Case {
        kind: Kind::Invoices,
        csv: "Invoice number,Customer,Date,Period start,Period end,Plan,Total,Tax,Currency,Status\n\
              R-1,cus_1,2025-03-01,2025-03-01,2025-04-01,pro,\"€ 1.210,00\",\"210,00\",EUR,Paid\n\
              R-2,cus_2,2025-03-04,,,,\"29,00\",,EUR,openstaand\n",
        altered: (
            "Invoice number,Customer,Date,Total,Status\nR-2,cus_2,2025-03-04,\"29,00\",betaald\n",
            (0, 1),
        ),
        sql: "SELECT i.key, a.key, day, period_end, p.key, i.amount, i.currency, tax, status, quantity
              FROM invoice i JOIN account a ON a.id = account LEFT JOIN plan p ON p.id = plan",
        kept: &[
            "R-1|cus_1|20148|20179|pro|121000|EUR|21000|paid|1",
            "R-2|cus_2|20151|||2900|EUR||open|1",
        ],
    },
    Case {
        kind: Kind::Payments,
        csv: "Charge ID;Customer ID;Payment date;Amount;Amount refunded;Status;Failure reason\n\
              ch_1;cus_1;03.03.2025;1.210,00;0;Paid;\n\
              ch_2;cus_2;28.12.2025;29,00;;Failed;card_declined\n",
        altered: (
            "Charge ID;Customer ID;Payment date;Amount;Amount refunded;Status\n\
             ch_1;cus_1;03.03.2025;1.210,00;10,00;Paid\n",
            (0, 1),
        ),
        sql: "SELECT p.key, a.key, day, amount, refunded, status, failure
              FROM payment p JOIN account a ON a.id = account",
        kept: &["ch_1|cus_1|20150|121000|0|paid|", "ch_2|cus_2|20450|2900|0|failed|card_declined"],
    },
    Case {
        kind: Kind::Events,
        csv: "Customer,Timestamp,Event,Detail\n\
              cus_1,2025-03-03 10:00,login,\ncus_2,2025-03-04,feature,reports\n\
              cus_2,2025-03-04,feature,reports\n",
        altered: ("Customer,Timestamp,Event,Detail\ncus_2,2025-03-04,feature,export\n", (1, 0)),
        sql: "SELECT a.key, day, kind, detail FROM event JOIN account a ON a.id = account",
        kept: &["cus_1|20150|login|", "cus_2|20151|feature|reports", "cus_2|20151|feature|reports"],
    },
    Case {
        kind: Kind::Tickets,
        csv: "Ticket ID,Email,Opened,Closed,Priority,Subject\n\
              7,Zoe@Example.com,2025-03-03,2025-03-05,high,Invoice is wrong\n",
        altered: ("Ticket ID,Email,Opened,Closed\n7,zoe@example.com,2025-03-03,2025-03-06\n", (0, 1)),
        sql: "SELECT t.key, a.key, opened, closed, priority, subject
              FROM ticket t JOIN account a ON a.id = account",
        kept: &["7|zoe@example.com|20150|20152|high|Invoice is wrong"],
    },
    Case {
        kind: Kind::Cancellations,
        csv: "klantnummer;opzegdatum;opzegreden;toelichting\n\
              12;3-3-2025;te duur;\"Wij stoppen; helaas\"\n13;25-3-2025;;\n13;25-3-2025;;\n",
        altered: ("klantnummer;opzegdatum;opzegreden\n13;25-3-2025;te duur\n", (1, 0)),
        sql: "SELECT a.key, day, reason, comment FROM cancellation JOIN account a ON a.id = account",
        kept: &["12|20150|te duur|Wij stoppen; helaas", "13|20172||", "13|20172||"],
    },
    Case {
        kind: Kind::Answers,
        csv: "Respondent ID,Email,Date,Score,Comment\n\
              1,zoe@example.com,2025-03-03,10 - extremely likely,Fine\n2,,2025-03-04,7,\n\
              3,,2025-03-04,11,Too many buttons\n",
        altered: ("Respondent ID,Email,Date,Score\n2,,2025-03-04,8\n", (0, 1)),
        sql: "SELECT b.key, a.key, survey, day, score, comment
              FROM answer b LEFT JOIN account a ON a.id = account",
        kept: &[
            "1|zoe@example.com|NPS|20150|10|Fine",
            "2||NPS|20151|7|",
            "3||NPS|20151||Too many buttons",
        ],
    },
    Case {
        kind: Kind::Purchases,
        csv: "Customer,Visit date,Amount,Visits\ncus_1,2025-03-03,12.50,1\ncus_2,2025-03-04,8.00,2\n\
              cus_2,2025-03-04,8.00,2\n",
        altered: ("Customer,Visit date,Amount,Visits\ncus_2,2025-03-04,9.00,2\n", (1, 0)),
        sql: "SELECT a.key, day, amount, currency, visits
              FROM purchase JOIN account a ON a.id = account",
        kept: &["cus_1|20150|1250|EUR|1", "cus_2|20151|800|EUR|2", "cus_2|20151|800|EUR|2"],
    },
    Case {
        kind: Kind::Referrals,
        csv: "Referrer,Referred,Date\ncus_1,cus_2,2025-03-03\n",
        altered: ("Referrer,Referred,Date\ncus_3,cus_2,2025-03-03\n", (0, 1)),
        sql: "SELECT a.key, b.key, day FROM referral
              JOIN account a ON a.id = referrer JOIN account b ON b.id = referred",
        kept: &["cus_1|cus_2|20150"],
    },
    Case {
        kind: Kind::Members,
        csv: "Customer,Member since,Points balance\ncus_1,2025-03-03,120\ncus_2,,80\n",
        altered: ("Customer,Member since,Points balance\ncus_1,2025-03-03,150\n", (0, 1)),
        sql: "SELECT account.key, joined, left_on, opening, opening_on FROM member
              JOIN account ON account.id = account",
        kept: &["cus_1|20150||120|", "cus_2|||80|"],
    },
    Case {
        kind: Kind::Costs,
        csv: "Month,Marketing spend\n2025-02,1200\n2025-03,900.50\n",
        altered: ("Month,Marketing spend\n2025-03,950\n", (0, 1)),
        sql: "SELECT period, amount, currency FROM cost",
        kept: &["2025-02|120000|EUR", "2025-03|90050|EUR"],
    },
    Case {
        kind: Kind::Plans,
        csv: "Plan code,Plan name,Price,Interval\npro,Pro,29.00,month\npro-y,Pro yearly,290.00,year\n",
        altered: ("Plan code,Price\npro,35.00\n", (0, 1)),
        sql: "SELECT key, name, amount, currency, unit, unit_count FROM plan",
        kept: &["pro|Pro|2900|EUR|month|1", "pro-y|Pro yearly|29000|EUR|year|1"],
    },
];

#[test]
fn every_kind_is_known_by_its_columns() {
    for case in CASES {
        let sniffed = sniff(&text(case.csv)).unwrap();
        let mapping = map(&sniffed, &MappingRequest::default()).unwrap();
        assert_eq!(mapping.kind, case.kind, "{}", case.csv);
    }
}

#[test]
fn every_kind_comes_in_once_is_corrected_by_a_later_file_and_goes_out_again() {
    for case in CASES {
        let world = World::new();
        let empty = world.everything();
        let request = MappingRequest { kind: Some(case.kind), ..MappingRequest::default() };
        let import =
            |csv: &str| world.import_as(&text(csv), &request, &Options::default()).unwrap();
        let rows = case.kept.len() as i64;
        let first = import(case.csv);
        assert_eq!(counts(&first), (rows, rows, 0, 0, 0), "{:?} {:?}", case.kind, first.problems);
        assert_eq!(world.rows(case.sql), case.kept);
        let whole = world.everything();
        assert_eq!(counts(&import(case.csv)), (rows, 0, 0, rows, 0), "{:?}", case.kind);
        assert_eq!(world.everything(), whole, "{:?}", case.kind);

        let (new, changed) = case.altered.1;
        let altered = import(case.altered.0);
        assert_eq!(counts(&altered), (1, new, changed, 0, 0), "{:?}", case.kind);
        assert_ne!(world.everything(), whole);
        world.store.undo(altered.import.unwrap()).unwrap();
        assert_eq!(world.everything(), whole, "{:?}", case.kind);
        world.store.undo(first.import.unwrap()).unwrap();
        assert_eq!(world.everything(), empty, "{:?}", case.kind);
        assert_eq!(counts(&import(case.csv)), (rows, rows, 0, 0, 0), "{:?}", case.kind);
    }
}

#[test]
fn of_two_rows_of_one_key_the_later_counts_and_the_same_file_then_changes_nothing() {
    let world = World::new();
    let csv = "Invoice number,Customer,Date,Total,Status\nR-1,c,2025-03-01,10,open\n\
               R-1,c,2025-03-01,10,paid\n";
    let first = world.import(&text(csv)).unwrap();
    assert_eq!(counts(&first), (2, 1, 0, 0, 1));
    assert_eq!(first.problems[0].code, "superseded");
    assert_eq!(world.rows("SELECT status FROM invoice"), ["paid"]);
    assert_eq!(counts(&world.import(&text(csv)).unwrap()), (2, 0, 0, 1, 1));
}

#[test]
fn keys_of_two_sources_are_two_invoices() {
    let world = World::new();
    let csv = "Invoice number,Customer,Date,Total\n1,c,2025-03-01,10\n";
    for (source, new) in [("one", 1), ("two", 1), ("one", 0)] {
        let source = Some(source.to_owned());
        let request = MappingRequest { source, ..MappingRequest::default() };
        let done = world.import_as(&text(csv), &request, &Options::default()).unwrap();
        assert_eq!(done.new, new);
    }
}

#[test]
fn what_cannot_be_read_is_said_with_its_line() {
    let world = World::new();
    let csv = "Charge ID,Customer,Date,Amount,Status\n1,c,2025-03-01,ten,paid\n\
               2,c,,10,paid\n3,c,2025-03-01,,paid\n4,c,2025-03-01,10,perhaps\n5,,2025-03-01,10,paid\n\
               6,c,2025-03-01,10,paid\n";
    let done = world.import(&text(csv)).unwrap();
    let found: Vec<(u64, &str)> =
        done.problems.iter().map(|one| (one.line, one.code.as_str())).collect();
    let expected = [
        (2, "bad_amount"),
        (3, "no_day"),
        (4, "amount_missing"),
        (5, "bad_state"),
        (6, "no_customer"),
    ];
    assert_eq!(found, expected);
    assert_eq!(counts(&done), (6, 1, 0, 0, 5));
}
