//! Shopify: customers, today's list and the older one, and orders.
//!
//! Keys, phones and zips begin with an apostrophe, which our reading takes off. An order has one row
//! a line item, and what is about the whole order stands on the first of them only; some tools
//! repeat it, which its key tells.

use super::{Exporter, Layout, Mark, Means, Words};
use crate::import::{Field as F, Kind};

pub(super) const SHOPIFY: Exporter =
    Exporter { name: "shopify", title: "Shopify", prefixes: &[], layouts: &[CUSTOMERS, ORDERS] };

const CUSTOMERS: Layout = Layout {
    kind: Kind::Customers,
    all: &["first name", "last name", "email", "total spent", "total orders"],
    any: &["accepts email marketing", "accepts marketing", "tax exempt"],
    fields: &[
        (F::Id, &["customer id", "id"]),
        (F::Email, &["email"]),
        (F::Company, &["default address company", "company"]),
        (F::Country, &["default address country code", "country code", "country"]),
        (F::Tags, &["tags"]),
    ],
    joined: &[(F::Name, ["first name", "last name"], ' ')],
    left_out: &[
        "accepts email marketing",
        "accepts sms marketing",
        "accepts marketing",
        "tax exempt",
        "country",
        "province",
        "province code",
        "default address city",
        "city",
    ],
    ..Layout::NEW
};

const ORDERS: Layout = Layout {
    kind: Kind::Purchases,
    all: &["name", "financial status", "total"],
    any: &["lineitem name", "lineitem quantity", "lineitem price"],
    fields: &[
        (F::Id, &["id", "name"]),
        (F::Email, &["email"]),
        (F::Date, &["created at", "paid at"]),
        (F::Amount, &["total"]),
        (F::Currency, &["currency"]),
    ],
    less: &["refunded amount", "outstanding balance"],
    marks: &[
        Mark { column: "financial status", words: Words::Of(&[""]), means: Means::Continues },
        Mark {
            column: "financial status",
            words: Words::Of(&["pending", "authorized", "voided", "expired"]),
            means: Means::Aside,
        },
    ],
    ..Layout::NEW
};
