//! WooCommerce Subscriptions, its importer-exporter.
//!
//! Times are UTC, `0` is no date. The total of an order holds tax and shipping, which are no MRR.
//! `pending-cancel` still pays until `end_date`; `on-hold` waits for a payment.

use super::{Exporter, Layout, Part};
use crate::import::{Field as F, Kind};

pub(super) const WOOCOMMERCE: Exporter = Exporter {
    name: "woocommerce",
    title: "WooCommerce",
    prefixes: &[],
    layouts: &[SUBSCRIPTIONS],
};

const SUBSCRIPTIONS: Layout = Layout {
    kind: Kind::Subscriptions,
    all: &["subscription status", "billing period", "order total"],
    any: &["subscription id", "billing interval", "order currency"],
    fields: &[
        (F::Id, &["subscription id"]),
        (F::Customer, &["customer id"]),
        (F::Email, &["billing email"]),
        (F::Country, &["billing country"]),
        (F::Currency, &["order currency"]),
        (F::Interval, &["billing period"]),
        (F::IntervalCount, &["billing interval"]),
        (F::Amount, &["order total"]),
        (F::Status, &["subscription status"]),
        (F::Start, &["start date"]),
        (F::TrialEnd, &["trial end date"]),
        (F::PeriodStart, &["last payment date"]),
        (F::PeriodEnd, &["next payment date"]),
        (F::CancelRequested, &["cancelled date"]),
        (F::Ended, &["end date"]),
    ],
    joined: &[(F::Name, ["billing first name", "billing last name"], ' ')],
    parts: &[(F::Plan, "order items", Part { begin: "name:", end: "|;" })],
    less: &["order tax", "order shipping", "order shipping tax"],
    utc: true,
    ..Layout::NEW
};
