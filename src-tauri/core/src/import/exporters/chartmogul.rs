//! ChartMogul: the templates of its CSV import, MRR movements and subscriptions.
//!
//! Amounts are in cents. A movement holds the MRR of the customer after it. The MRR of a
//! subscription stays at its last value when it is cancelled: the status says that it is over. The
//! amount of a subscription event is for all units; a scheduled event counts from its effective
//! date on. A template of invoices holds no amounts, and one of their lines or transactions no
//! customers: they can be read where somebody joined them, and say what is missing where not.

use super::{Exporter, Layout, Mark, Means, Part, Words};
use crate::import::{Field as F, Kind};
use crate::model::Status;

pub(super) const CHARTMOGUL: Exporter = Exporter {
    name: "chartmogul",
    title: "ChartMogul",
    prefixes: &[],
    layouts: &[
        MOVEMENTS,
        EVENTS,
        SUBSCRIPTIONS,
        CUSTOMERS,
        PLANS,
        LINE_ITEMS,
        TRANSACTIONS,
        INVOICES,
        CANCELLATIONS,
    ],
};

const MOVEMENTS: Layout = Layout {
    kind: Kind::PlanChanges,
    all: &["date", "movement type", "mrr"],
    any: &["mrr movement", "customer external id"],
    fields: &[
        (F::Customer, &["customer external id", "customer uuid"]),
        (F::Date, &["date"]),
        (F::Status, &["movement type"]),
        (F::Plan, &["plan external id"]),
        (F::MrrMinor, &["mrr"]),
        (F::Currency, &["currency code", "currency"]),
        (F::Quantity, &["active subscription quantity"]),
    ],
    utc: true,
    ..Layout::NEW
};

const EVENTS: Layout = Layout {
    kind: Kind::PlanChanges,
    all: &["customer external id", "event type", "amount in cents"],
    any: &["subscription external id", "subscription set external id"],
    fields: &[
        (F::Customer, &["customer external id"]),
        (F::Subscription, &["subscription external id"]),
        (F::Date, &["effective date", "date"]),
        (F::Status, &["event type"]),
        (F::Plan, &["plan external id"]),
        (F::Currency, &["currency"]),
        (F::Quantity, &["quantity"]),
    ],
    whole: &["amount in cents"],
    says: &[
        ("subscription_start", Status::Active),
        ("subscription_start_scheduled", Status::Active),
        ("subscription_updated", Status::Active),
        ("subscription_update_scheduled", Status::Active),
        ("subscription_cancelled", Status::Canceled),
        ("subscription_cancellation_scheduled", Status::Canceled),
    ],
    utc: true,
    ..Layout::NEW
};

const SUBSCRIPTIONS: Layout = Layout {
    kind: Kind::Subscriptions,
    all: &["customer subscription id", "mrr"],
    any: &["customer external ids", "customer uuid"],
    fields: &[
        (F::Id, &["customer subscription id"]),
        (F::Customer, &["customer uuid"]),
        (F::Name, &["customer name"]),
        (F::Email, &["customer email", "primary contact email"]),
        (F::Country, &["customer country"]),
        (F::Plan, &["plan name"]),
        (F::Quantity, &["quantity"]),
        (F::Currency, &["currency"]),
        (F::Interval, &["interval unit"]),
        (F::IntervalCount, &["interval count"]),
        (F::MrrMinor, &["mrr"]),
        (F::Status, &["status", "subscription status"]),
        (F::Start, &["start date", "started at", "subscription start date"]),
        (F::Ended, &["end date", "ended at", "cancelled at", "subscription end date"]),
    ],
    parts: &[(F::Customer, "customer external ids", Part { begin: "", end: "|" })],
    utc: true,
    ..Layout::NEW
};

const CUSTOMERS: Layout = Layout {
    kind: Kind::Customers,
    all: &["external id", "name"],
    any: &["lead created at", "free trial started at"],
    fields: &[
        (F::Id, &["external id"]),
        (F::Name, &["name"]),
        (F::Email, &["email"]),
        (F::Company, &["company"]),
        (F::Country, &["country"]),
        (F::Created, &["lead created at"]),
    ],
    utc: true,
    ..Layout::NEW
};

const PLANS: Layout = Layout {
    kind: Kind::Plans,
    all: &["name", "interval count", "interval unit"],
    any: &["plan id"],
    fields: &[
        (F::Id, &["plan id"]),
        (F::Name, &["name"]),
        (F::Interval, &["interval unit"]),
        (F::IntervalCount, &["interval count"]),
    ],
    ..Layout::NEW
};

const INVOICES: Layout = Layout {
    kind: Kind::Invoices,
    all: &["customer external id", "invoice external id", "invoiced date"],
    any: &["due date", "currency"],
    fields: &[
        (F::Id, &["invoice external id"]),
        (F::Customer, &["customer external id"]),
        (F::Date, &["invoiced date"]),
        (F::Currency, &["currency"]),
        (F::Status, &["status"]),
    ],
    utc: true,
    remedy: Some("chartmogul-invoices"),
    ..Layout::NEW
};

const LINE_ITEMS: Layout = Layout {
    kind: Kind::Invoices,
    all: &["invoice external id", "amount in cents", "service period start"],
    any: &["service period end", "subscription external id"],
    fields: &[
        (F::Id, &["external id"]),
        (F::Customer, &["customer external id"]),
        (F::Subscription, &["subscription external id"]),
        (F::Date, &["invoiced date", "service period start"]),
        (F::PeriodStart, &["service period start"]),
        (F::PeriodEnd, &["service period end"]),
        (F::Plan, &["plan", "plan external id"]),
        (F::AmountMinor, &["amount in cents"]),
        (F::Currency, &["currency"]),
        (F::Tax, &["tax amount"]),
        (F::Discount, &["discount amount"]),
        (F::Quantity, &["quantity"]),
    ],
    marks: &[Mark { column: "type", words: Words::Of(&["one_time"]), means: Means::Once }],
    cents: true,
    utc: true,
    remedy: Some("chartmogul-lines"),
    // What its bookkeeping calls a line.
    left_out: &["account code"],
    ..Layout::NEW
};

const TRANSACTIONS: Layout = Layout {
    kind: Kind::Payments,
    all: &["invoice external id", "external id", "type", "result"],
    any: &["amount in cents", "date"],
    fields: &[
        (F::Id, &["external id"]),
        (F::Customer, &["customer external id"]),
        (F::Invoice, &["invoice external id"]),
        (F::Date, &["date"]),
        (F::AmountMinor, &["amount in cents"]),
        (F::Currency, &["currency"]),
        (F::Status, &["result"]),
    ],
    marks: &[Mark { column: "type", words: Words::Of(&["refund"]), means: Means::Back }],
    cents: true,
    utc: true,
    remedy: Some("chartmogul-transactions"),
    ..Layout::NEW
};

const CANCELLATIONS: Layout = Layout {
    kind: Kind::PlanChanges,
    all: &["subscription external id", "customer external id", "date"],
    any: &["invoice external id", "event order"],
    fields: &[
        (F::Customer, &["customer external id"]),
        (F::Subscription, &["subscription external id"]),
        (F::Date, &["date"]),
    ],
    set: &[(F::Status, "canceled")],
    utc: true,
    ..Layout::NEW
};
