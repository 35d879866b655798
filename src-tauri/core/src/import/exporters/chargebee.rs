//! Chargebee: the CSVs of its export archive, its reports, and tables of its API.
//!
//! `cancelled_at` is the day a subscription ended or is set to end; `non_renewing` still pays. In
//! minor units where the cells have no decimals.

use super::{Exporter, Layout};
use crate::import::{Field as F, Kind};

pub(super) const CHARGEBEE: Exporter = Exporter {
    name: "chargebee",
    title: "Chargebee",
    prefixes: &[],
    layouts: &[SUBSCRIPTIONS, CUSTOMERS],
};

const SUBSCRIPTIONS: Layout = Layout {
    kind: Kind::Subscriptions,
    all: &[],
    any: &["current term start", "current term end", "current billing term start date"],
    prefixes: &["subscriptions ", "subscription "],
    fields: &[
        (F::Id, &["id", "subscription id"]),
        (F::Customer, &["customer id", "customers id"]),
        (F::Email, &["customers email", "customer email", "email"]),
        (F::Plan, &["plan id", "item price id", "current plan", "plan name"]),
        (F::Quantity, &["plan quantity", "quantity"]),
        (F::Currency, &["currency code", "currency"]),
        (F::Interval, &["billing period unit", "billing period", "subscription billing period"]),
        (F::IntervalCount, &["billing period"]),
        (F::AmountMinor, &["plan unit price", "unit price"]),
        (F::MrrMinor, &["mrr", "subscription mrr"]),
        (F::Status, &["status"]),
        (F::Start, &["started at", "activated at", "start date", "created at", "created on"]),
        (F::TrialStart, &["trial start"]),
        (F::TrialEnd, &["trial end"]),
        (F::PeriodStart, &["current term start", "current billing term start date"]),
        (F::PeriodEnd, &["current term end", "current billing term end date"]),
        (F::Ended, &["cancelled at", "canceled on", "cancelled on"]),
        (F::PausedOn, &["pause date"]),
        (F::CancelReason, &["cancel reason code", "reason code", "cancel reason"]),
    ],
    either: &[(F::CancelReason, ["cancel reason code", "cancel reason"])],
    ..Layout::NEW
};

const CUSTOMERS: Layout = Layout {
    kind: Kind::Customers,
    all: &["id", "email"],
    any: &["auto collection", "net term days", "taxability", "billing date mode"],
    prefixes: &["customers ", "customer "],
    fields: &[
        (F::Id, &["id"]),
        (F::Email, &["email"]),
        (F::Company, &["company"]),
        (F::Country, &["billing address country", "billing addr country"]),
        (F::Created, &["created at", "created on"]),
    ],
    joined: &[(F::Name, ["first name", "last name"], ' ')],
    left_out: &[
        "auto collection",
        "net term days",
        "taxability",
        "billing date mode",
        "allow direct debit",
        "object",
        "deleted",
        "updated at",
        "resource version",
        "preferred currency code",
        "pii cleared",
        "promotional credits",
        "refundable credits",
        "excess payments",
        "unbilled charges",
    ],
    ..Layout::NEW
};
