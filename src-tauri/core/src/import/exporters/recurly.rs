//! Recurly, Exports: accounts, subscriptions and their history, churned subscriptions, cancellation
//! flows, invoices and their summary, transactions.
//!
//! Times carry the site's zone as an abbreviation. `canceled` still pays until `expires_at`;
//! `expired` is over. The recurring amount is for all units and add-ons together. The interval is
//! only in the history: elsewhere the price list or the plan's name tells it.
//!
//! What winning an account cost stands in the list of accounts: read as costs, that is an entry of the
//! month the account began. The summary of invoices has no service periods, so it is no MRR.
//!
//! A row of an invoice is one of its lines; only those of a plan or an add-on recur. A version of
//! the history holds from its start on; what the one in use says of its end counts. Authorizations
//! move no money, and a void payment was never taken.

use super::{Exporter, Layout, Mark, Means, Words};
use crate::import::{Field as F, Kind};
use crate::model::Status;

pub(super) const RECURLY: Exporter = Exporter {
    name: "recurly",
    title: "Recurly",
    prefixes: &[],
    layouts: &[HISTORY, SUBSCRIPTIONS, ACCOUNTS, COSTS, FLOWS, INVOICES, SUMMARY, TRANSACTIONS],
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

const COSTS: Layout = Layout {
    kind: Kind::Costs,
    all: &["account code", "account acquisition cost"],
    any: &["account acquisition currency", "account created at"],
    fields: &[
        (F::Id, &["account code"]),
        (F::Period, &["account created at"]),
        (F::Amount, &["account acquisition cost"]),
        (F::Currency, &["account acquisition currency"]),
    ],
    marks: &[Mark {
        column: "account acquisition cost",
        words: Words::Of(&["", "0", "0_00"]),
        means: Means::Aside,
    }],
    ..Layout::NEW
};

const HISTORY: Layout = Layout {
    kind: Kind::PlanChanges,
    all: &["subscription uuid", "account code", "version started at"],
    any: &["version uuid", "version state", "version total recurring amount"],
    fields: &[
        (F::Customer, &["account code"]),
        (F::Subscription, &["subscription uuid"]),
        (F::Date, &["version started at"]),
        (F::Status, &["subscription state"]),
        (F::Plan, &["plan code", "plan name"]),
        (F::Amount, &["version subscription unit amount", "version unit amount"]),
        (F::Currency, &["subscription currency"]),
        (F::Interval, &["version plan interval unit"]),
        (F::IntervalCount, &["version plan interval length"]),
        (F::Quantity, &["version subscription quantity", "version quantity"]),
        (F::Ended, &["subscription expires at"]),
    ],
    whole: &["version total recurring amount"],
    says: &[("canceled", Status::NonRenewing)],
    marks: &[
        Mark {
            column: "version in trial",
            words: Words::Of(&["y", "yes", "true"]),
            means: Means::Is(Status::Trialing),
        },
        Mark { column: "version state", words: Words::Of(&["inactive"]), means: Means::GoesOn },
    ],
    ..Layout::NEW
};

const FLOWS: Layout = Layout {
    kind: Kind::Cancellations,
    all: &["session id", "session date", "account code"],
    any: &["response text", "response number"],
    fields: &[
        (F::Customer, &["account code"]),
        (F::Subscription, &["subscription uuid"]),
        (F::Date, &["session date"]),
        (F::Reason, &["response text", "response number"]),
    ],
    ..Layout::NEW
};

const INVOICES: Layout = Layout {
    kind: Kind::Invoices,
    all: &["account code", "invoice number"],
    any: &["line item origin", "adjustment origin"],
    fields: &[
        (F::Id, &["line item uuid", "adjustment uuid", "uuid"]),
        (F::Customer, &["account code"]),
        (F::Subscription, &["subscription id", "subscription uuid"]),
        (F::Date, &["date", "billed date", "invoice billed date"]),
        (F::PeriodStart, &["line item start date", "adjustment start at"]),
        (F::PeriodEnd, &["line item end date", "adjustment end at"]),
        (F::Plan, &["plan code", "line item product code", "adjustment plan code"]),
        (F::Amount, &["line item total", "adjustment total"]),
        (F::Currency, &["currency", "adjustment currency"]),
        (F::Status, &["status", "invoice state"]),
    ],
    marks: &[
        Mark {
            column: "line item origin",
            words: Words::Not(&["plan", "add_on"]),
            means: Means::Once,
        },
        Mark {
            column: "adjustment origin",
            words: Words::Not(&["plan", "add_on"]),
            means: Means::Once,
        },
        // What makes a negative invoice nothing is nobody's debt.
        Mark {
            column: "line item origin",
            words: Words::Of(&["carryforward"]),
            means: Means::Aside,
        },
    ],
    taxed: &["tax rate"],
    ..Layout::NEW
};

const SUMMARY: Layout = Layout {
    kind: Kind::Invoices,
    all: &["account code", "invoice number", "billed date"],
    any: &["due on", "closed at", "net terms"],
    fields: &[
        (F::Id, &["id", "invoice number"]),
        (F::Customer, &["account code"]),
        (F::Date, &["billed date"]),
        (F::Amount, &["total", "invoice total"]),
        (F::Currency, &["currency"]),
        (F::Tax, &["vat amount", "tax amount", "tax"]),
        (F::Discount, &["discount"]),
        (F::Status, &["status"]),
    ],
    ..Layout::NEW
};

const TRANSACTIONS: Layout = Layout {
    kind: Kind::Payments,
    all: &["account code", "transaction id", "type", "amount", "status"],
    any: &["message", "test", "cc type", "failure type", "vat number"],
    fields: &[
        (F::Id, &["transaction id"]),
        (F::Customer, &["account code"]),
        (F::Invoice, &["invoice number"]),
        (F::Date, &["date"]),
        (F::Amount, &["amount"]),
        (F::Currency, &["currency"]),
        (F::Status, &["status"]),
        (F::Failure, &["failure type", "message"]),
    ],
    marks: &[
        Mark {
            column: "type",
            words: Words::Of(&["authorization", "verify"]),
            means: Means::Aside,
        },
        Mark { column: "status", words: Words::Of(&["void"]), means: Means::Aside },
        Mark { column: "type", words: Words::Of(&["refund"]), means: Means::Back },
    ],
    ..Layout::NEW
};
