//! HubSpot: contacts and companies. The spelling of its headers varies, and any property of the
//! portal may be there: it is kept as an attribute.

use super::{Exporter, Layout};
use crate::import::{Field as F, Kind};

pub(super) const HUBSPOT: Exporter =
    Exporter { name: "hubspot", title: "HubSpot", prefixes: &[], layouts: &[CONTACTS, COMPANIES] };

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
