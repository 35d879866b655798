//! Vtiger: contacts and organizations. Related records stand as `Accounts::::Name`.

use super::{Exporter, Layout, Part};
use crate::import::{Field as F, Kind};

pub(super) const VTIGER: Exporter = Exporter {
    name: "vtiger",
    title: "Vtiger",
    prefixes: &[],
    layouts: &[CONTACTS, ORGANIZATIONS],
};

const CONTACTS: Layout = Layout {
    kind: Kind::Customers,
    all: &["first name", "last name", "organization name"],
    any: &["primary email", "secondary email", "assigned to", "contact number"],
    fields: &[
        (F::Id, &["contact number", "contact id"]),
        (F::Email, &["primary email", "email"]),
        (F::Country, &["mailing country", "other country"]),
        (F::Created, &["created time"]),
    ],
    joined: &[(F::Name, ["first name", "last name"], ' ')],
    parts: &[(F::Company, "organization name", Part { begin: "::::", end: "" })],
    left_out: &["secondary email", "modified time", "last modified by", "salutation"],
    ..Layout::NEW
};

const ORGANIZATIONS: Layout = Layout {
    kind: Kind::Customers,
    all: &["organization name"],
    any: &["organization number", "account number", "assigned to", "member of"],
    fields: &[
        (F::Id, &["organization number", "account number", "organization name"]),
        (F::Email, &["primary email", "email"]),
        (F::Country, &["billing country", "shipping country"]),
        (F::Created, &["created time"]),
    ],
    parts: &[(F::Name, "organization name", Part { begin: "", end: "" })],
    left_out: &["secondary email", "modified time", "last modified by"],
    ..Layout::NEW
};
