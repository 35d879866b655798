//! Stripe, Dashboard > Export: default, all and custom columns, older names included.
//!
//! Times are UTC and say so in the header, amounts are decimals for one unit. The default list of
//! subscriptions leaves out cancelled ones. `Canceled At` is when the button was pressed, `Ended
//! At` when it was over.

use super::{Exporter, Layout};
use crate::import::{Field as F, Kind};

pub(super) const STRIPE: Exporter = Exporter {
    name: "stripe",
    title: "Stripe",
    prefixes: &["cus_", "sub_"],
    layouts: &[WAREHOUSE, SUBSCRIPTIONS, CUSTOMERS, INVOICES, PAYMENTS],
};

/// What the customer said, or else whether a payment failed or somebody asked for the end.
const FEEDBACK: [(F, [&str; 2]); 3] = [
    (F::CancelReason, ["cancellation details feedback", "cancellation details reason"]),
    (F::CancelReason, ["cancellation details feedback", "cancellation reason"]),
    (F::CancelReason, ["cancellation feedback", "cancellation reason"]),
];

const SUBSCRIPTIONS: Layout = Layout {
    kind: Kind::Subscriptions,
    all: &["id", "customer id", "status"],
    any: &["interval", "current period start", "current period end"],
    fields: &[
        (F::Id, &["id"]),
        (F::Customer, &["customer id"]),
        (F::Name, &["customer name", "customer description"]),
        (F::Email, &["customer email"]),
        (F::Country, &["country (metadata)"]),
        (F::Plan, &["plan", "plan name", "plan nickname", "product", "plan id"]),
        (F::Quantity, &["quantity"]),
        (F::Currency, &["currency"]),
        (F::Interval, &["interval"]),
        (F::IntervalCount, &["interval count"]),
        (F::Amount, &["amount"]),
        (F::Status, &["status"]),
        (F::Start, &["start date", "start", "created"]),
        (F::TrialStart, &["trial start"]),
        (F::TrialEnd, &["trial end"]),
        (F::PeriodStart, &["current period start"]),
        (F::PeriodEnd, &["current period end"]),
        (F::AtPeriodEnd, &["cancel at period end"]),
        (F::CancelRequested, &["canceled at", "cancelled at"]),
        (F::Ended, &["ended at"]),
        (
            F::CancelReason,
            &["cancellation details feedback", "cancellation feedback", "cancellation reason"],
        ),
    ],
    either: &FEEDBACK,
    ..Layout::NEW
};

const CUSTOMERS: Layout = Layout {
    kind: Kind::Customers,
    all: &["id", "email", "created"],
    any: &["card id", "delinquent", "total spend", "payment count", "account balance"],
    fields: &[
        (F::Id, &["id"]),
        (F::Name, &["name", "description"]),
        (F::Email, &["email"]),
        (F::Country, &["card address country", "country (metadata)", "card issue country"]),
        (F::Created, &["created"]),
    ],
    joined: &[(F::CardExpires, ["card exp month", "card exp year"], '/')],
    left_out: &[
        "card id",
        "card name",
        "card address line1",
        "card address line2",
        "card address city",
        "card address state",
        "card address zip",
        "card avs line1 status",
        "card avs zip status",
        "card cvc status",
        "card fingerprint",
        "card last4",
        "card tokenization method",
        "card type",
        "tax location recognized",
    ],
    ..Layout::NEW
};

/// What `Period Start` and `Period End` of an invoice span is the time usage was counted, not what is
/// paid for: that stands with its lines.
const INVOICES: Layout = Layout {
    kind: Kind::Invoices,
    all: &["id", "customer", "subscription", "total"],
    any: &["amount due", "amount paid", "tax percent", "finalized at"],
    fields: &[
        (F::Id, &["id"]),
        (F::Customer, &["customer", "customer id"]),
        (F::Subscription, &["subscription"]),
        (F::Date, &["date", "created"]),
        (F::PeriodStart, &["minimum line item period start"]),
        (F::PeriodEnd, &["maximum line item period end"]),
        (F::Amount, &["total"]),
        (F::Currency, &["currency"]),
        (F::Tax, &["tax"]),
        (F::Discount, &["total discount amount"]),
        (F::Status, &["status"]),
    ],
    ..Layout::NEW
};

const PAYMENTS: Layout = Layout {
    kind: Kind::Payments,
    all: &["id", "amount", "amount refunded", "customer id"],
    any: &["captured", "seller message", "statement descriptor"],
    fields: &[
        (F::Id, &["id"]),
        (F::Customer, &["customer id"]),
        (F::Email, &["customer email"]),
        (F::Invoice, &["invoice id"]),
        (F::Date, &["created date", "created"]),
        (F::Amount, &["amount"]),
        (F::Currency, &["currency"]),
        (F::Status, &["status"]),
        (F::Refunded, &["amount refunded"]),
        (F::RefundedOn, &["refunded date"]),
        (F::Failure, &["decline reason", "failure message", "seller message"]),
    ],
    joined: &[(F::CardExpires, ["card exp month", "card exp year"], '/')],
    ..Layout::NEW
};

/// Tables a warehouse keeps of the API: names of the API, amounts in cents, one price a row.
const WAREHOUSE: Layout = Layout {
    kind: Kind::Subscriptions,
    all: &["customer id", "current period end", "unit amount"],
    any: &["recurring interval", "price recurring interval", "plan interval", "cancel at"],
    fields: &[
        (F::Id, &["subscription id", "id"]),
        (F::Customer, &["customer id"]),
        (F::Plan, &["price nickname", "plan nickname", "price id", "plan id"]),
        (F::Quantity, &["quantity"]),
        (F::Currency, &["currency"]),
        (F::Interval, &["recurring interval", "price recurring interval", "plan interval"]),
        (
            F::IntervalCount,
            &["recurring interval count", "price recurring interval count", "plan interval count"],
        ),
        (F::AmountMinor, &["unit amount"]),
        (F::Status, &["status"]),
        (F::Start, &["start date", "created"]),
        (F::TrialStart, &["trial start"]),
        (F::TrialEnd, &["trial end"]),
        (F::PeriodStart, &["current period start"]),
        (F::PeriodEnd, &["current period end"]),
        (F::AtPeriodEnd, &["cancel at period end"]),
        (F::CancelRequested, &["canceled at"]),
        (F::Ended, &["ended at"]),
        (F::CancelReason, &["cancellation details feedback", "cancellation reason"]),
    ],
    either: &FEEDBACK,
    utc: true,
    ..Layout::NEW
};
