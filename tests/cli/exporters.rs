//! Files of the exporters we know lead to the same figures: one small business, told by each.

use crate::program::{Desk, fixture, text};
use serde_json::Value;
use std::path::PathBuf;

/// MRR and customers at the end of the months in which something happened. Cem asks in June 2025
/// to cancel a year paid until March 2026; Dora leaves in June; Elin's trial ends in July.
const TOLD: [(&str, i64, i64); 6] = [
    ("2025-05", 14_400, 4),
    ("2025-06", 11_500, 3),
    ("2025-07", 14_400, 4),
    ("2026-02", 14_400, 4),
    ("2026-03", 11_500, 3),
    ("2026-04", 11_500, 3),
];

fn figures(desk: &Desk) -> Vec<(String, i64, i64)> {
    let all =
        desk.json(&["metrics", "--from", "2025-05", "--to", "2026-04", "--as-of", "2026-04-30"]);
    let of = |period: &Value| {
        let number = |name: &str| period[name].as_i64().unwrap();
        let name = period["period"].as_str().unwrap().to_owned();
        (name, number("mrr_end"), number("customers_end"))
    };
    all.as_array().unwrap().iter().map(of).collect()
}

fn holds(file: &str) {
    let desk = Desk::with_workspace();
    let done = desk.json(&["import", text(&fixture(file))])[0].clone();
    assert_eq!(done["skipped"], 0, "{file}: {}", done["problems"]);
    let figures = figures(&desk);
    for (period, mrr, customers) in TOLD {
        let found = figures.iter().find(|(name, ..)| name == period).unwrap();
        assert_eq!((found.1, found.2), (mrr, customers), "{file} {period}");
    }
}

#[test]
fn every_exporter_of_subscriptions_tells_the_same_business() {
    for file in [
        "recurly/subscriptions.csv",
        "recurly/subscriptions_history.csv",
        "chargebee/subscriptions_api.csv",
        "chargebee/subscriptions_export.csv",
        "chargebee/subscriptions_bracketed.csv",
        "chargebee/report.csv",
        "woocommerce/subscriptions.csv",
        "woocommerce/subscriptions_short.csv",
        "chartmogul/subscriptions.csv",
        "chartmogul/mrr_movements.csv",
        "chartmogul/subscription_events.csv",
        "stripe/warehouse.csv",
    ] {
        holds(file);
    }
}

#[test]
fn a_list_of_cancellations_ends_what_events_began() {
    let desk = Desk::with_workspace();
    desk.import("chartmogul/subscription_events.csv").expect_code(0);
    desk.import("chartmogul/cancellations.csv").expect_code(0);
    let figures = figures(&desk);
    assert_eq!(figures.last().unwrap(), &("2026-04".to_owned(), 8_600, 2));
}

#[test]
fn the_lines_of_invoices_that_recur_are_mrr_less_their_tax() {
    // A year of 348 and a month of 57; neither setup, credit nor trial recurs.
    let recurly = [("2025-01", 2_900), ("2025-02", 8_600), ("2025-03", 8_600)];
    let chartmogul = [("2025-01", 2_900), ("2025-02", 8_600)];
    // A month of 29 and a year of 1,200, each with tax on top.
    let unnamed = [("2026-01", 12_900), ("2026-02", 12_900)];
    for (file, months) in [
        ("recurly/invoices.csv", &recurly[..]),
        ("chartmogul/line_items_joined.csv", &chartmogul[..]),
        ("other/facturen.csv", &unnamed[..]),
    ] {
        let desk = Desk::with_workspace();
        desk.import(file).expect_code(0);
        for (month, mrr) in months {
            let arguments = ["metrics", "--from", month, "--to", month, "--as-of", "2026-02-28"];
            assert_eq!(desk.json(&arguments)[0]["mrr_end"], *mrr, "{file} {month}");
        }
    }
}

/// A packed copy of fixtures.
fn zipped(desk: &Desk, files: &[&str]) -> PathBuf {
    use std::io::Write;
    let path = desk.path("export.zip");
    let mut zip = zip::ZipWriter::new(std::fs::File::create(&path).unwrap());
    for file in files {
        let name = file.rsplit('/').next().unwrap();
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(&std::fs::read(fixture(file)).unwrap()).unwrap();
    }
    zip.finish().unwrap();
    path
}

#[test]
fn an_archive_is_several_imports() {
    let desk = Desk::with_workspace();
    let path = zipped(&desk, &["recurly/accounts.csv", "recurly/subscriptions.csv"]);
    let done = desk.json(&["import", text(&path)]);
    let told: Vec<&str> =
        done.as_array().unwrap().iter().filter_map(|i| i["file"].as_str()).collect();
    assert_eq!(told, ["accounts.csv", "subscriptions.csv"]);
    assert_eq!(done[0]["kind"], "customers");
    assert_eq!(figures(&desk)[0].1, 14_400);
    let names = desk.json(&["customers", "--as-of", "2026-04-30"]);
    assert!(names.to_string().contains("Nordlys Yoga") || names.to_string().contains("Ann Ek"));
    desk.run(&["import", text(&path), "--rejects", "left.csv"]).expect_code(2);
}

#[test]
fn dates_that_can_be_read_both_ways_are_read_as_told() {
    let start = |order: &[&str]| {
        let desk = Desk::with_workspace();
        let file = desk.path("list.csv");
        std::fs::write(&file, "customer id,amount,start date\na,9.00,03/04/2025\n").unwrap();
        desk.json(&[&["import", text(&file)], order].concat());
        desk.json(&["customers", "--as-of", "2025-12-31"])[0]["first_paid"].clone()
    };
    assert_eq!(start(&["--dates", "month-first"]), "2025-03-04");
    assert_eq!(start(&["--dates", "day-first"]), "2025-04-03");
}
