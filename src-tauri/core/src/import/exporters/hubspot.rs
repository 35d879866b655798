//! HubSpot: contacts, companies and deals. The spelling of its headers varies, and any property of the
//! portal may be there: it is kept as an attribute.

use super::{Exporter, Layout, Mark, Means, Part, Words};
use crate::import::{Field as F, Kind};

pub(super) const HUBSPOT: Exporter = Exporter {
    name: "hubspot",
    title: "HubSpot",
    prefixes: &[],
    layouts: &[CONTACTS, COMPANIES, DEALS],
};

const CONTACTS: Layout = Layout {
    kind: Kind::Customers,
    all: &["email", "first name", "last name"],
    any: &["contact owner", "lifecycle stage", "marketing contact status", "lead status"],
    fields: &[
        (F::Id, &["record id", "contact id", "record id contact"]),
        (F::Email, &["email"]),
        (F::Company, &["associated company", "company name", "company"]),
        (F::Country, &["country region", "country"]),
        (F::Created, &["create date"]),
    ],
    joined: &[(F::Name, ["first name", "last name"], ' ')],
    left_out: &["marketing contact status", "last activity date", "last modified date"],
    ..Layout::NEW
};

const COMPANIES: Layout = Layout {
    kind: Kind::Customers,
    all: &["record id", "company name"],
    any: &["company owner", "company domain name", "industry", "lifecycle stage"],
    fields: &[
        (F::Id, &["record id"]),
        (F::Name, &["company name"]),
        (F::Country, &["country region", "country"]),
        (F::Created, &["create date"]),
    ],
    left_out: &["last activity date", "last modified date"],
    ..Layout::NEW
};

/// Of several companies of a deal the first, which is its primary one.
const FIRST: Part = Part { begin: "", end: ";" };

/// A deal that was won is a purchase of its company. Stages are free labels: one that does not say
/// that it is won is left out, by name. Whose it is stands in a column that has to be asked for.
const DEALS: Layout = Layout {
    kind: Kind::Purchases,
    all: &["record id", "deal name", "deal stage"],
    any: &["amount", "close date", "deal owner"],
    fields: &[
        (F::Id, &["record id"]),
        (F::Date, &["close date"]),
        (F::Amount, &["amount"]),
        (F::Currency, &["currency", "deal currency"]),
    ],
    parts: &[
        (F::Customer, "associated company ids", FIRST),
        (F::Customer, "associated company", FIRST),
        (F::Customer, "associated contact ids", FIRST),
        (F::Customer, "associated contact", FIRST),
    ],
    marks: &[Mark {
        column: "deal stage",
        words: Words::Without(&["won", "gewonnen", "vunn"]),
        means: Means::Aside,
    }],
    remedy: Some("hubspot-deals"),
    ..Layout::NEW
};
