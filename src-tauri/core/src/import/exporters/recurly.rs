//! Recurly, Exports: accounts, subscriptions, churned subscriptions.
//!
//! Times carry the site's zone as an abbreviation. `canceled` still pays until `expires_at`;
//! `expired` is over. The recurring amount is for all units and add-ons together. The interval is
//! not in these files: the price list or the plan's name tells it.

use super::{Exporter, Layout};
use crate::import::{Field as F, Kind};
use crate::model::Status;

pub(super) const RECURLY: Exporter = Exporter {
    name: "recurly",
    title: "Recurly",
    prefixes: &[],
    layouts: &[SUBSCRIPTIONS, ACCOUNTS],
};

const SUBSCRIPTIONS: Layout = Layout {
    kind: Kind::Subscriptions,
    all: &["uuid", "account code", "plan code", "state"],
    any: &["total recurring amount", "unit amount"],
    fields: &[
        (F::Id, &["uuid"]),
        (F::Customer, &["account code"]),
        (F::Email, &["email"]),
        (F::Plan, &["plan code", "plan name"]),
        (F::Quantity, &["quantity"]),
        (F::Currency, &["currency"]),
        (F::Amount, &["unit amount"]),
        (F::Status, &["state"]),
        (F::Start, &["activated at", "current period started at"]),
        (F::TrialStart, &["trial started at"]),
        (F::TrialEnd, &["trial ends at"]),
        (F::PeriodStart, &["current period started at"]),
        (F::PeriodEnd, &["current period ends at"]),
        (F::CancelRequested, &["canceled at"]),
        (F::Ended, &["expires at"]),
        (F::PausedOn, &["paused at"]),
        (F::CancelReason, &["expiration reason"]),
    ],
    whole: &["total recurring amount"],
    says: &[("canceled", Status::NonRenewing)],
    ..Layout::NEW
};

const ACCOUNTS: Layout = Layout {
    kind: Kind::Customers,
    all: &["account code", "account email"],
    any: &["account created at", "account company name", "account has billing info"],
    fields: &[
        (F::Id, &["account code"]),
        (F::Email, &["account email"]),
        (F::Company, &["account company name"]),
        (F::Country, &["account country", "billing country"]),
        (F::Created, &["account created at"]),
    ],
    joined: &[(F::Name, ["account first name", "account last name"], ' ')],
    left_out: &[
        "account first name",
        "account last name",
        "account username",
        "account has billing info",
        "account accept language",
        "account invoice template",
        "modified at",
        "account balance",
        "vat number",
    ],
    ..Layout::NEW
};
