//! Shopify, the list of customers, today's and the older one.
//!
//! Keys, phones and zips begin with an apostrophe, which our reading takes off.

use super::{Exporter, Layout};
use crate::import::{Field as F, Kind};

pub(super) const SHOPIFY: Exporter =
    Exporter { name: "shopify", title: "Shopify", prefixes: &[], layouts: &[CUSTOMERS] };

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
