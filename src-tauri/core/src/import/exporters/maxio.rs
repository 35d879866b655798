//! Maxio, formerly Chargify: the list of customers. Times carry their offset. The headers of its
//! other exports are not known here: they come through the guesses.

use super::{Exporter, Layout};
use crate::import::{Field as F, Kind};

pub(super) const MAXIO: Exporter =
    Exporter { name: "maxio", title: "Maxio", prefixes: &[], layouts: &[CUSTOMERS] };

const CUSTOMERS: Layout = Layout {
    kind: Kind::Customers,
    all: &["id", "first name", "last name", "organization", "reference"],
    any: &["created at", "address 2"],
    fields: &[
        (F::Id, &["id"]),
        (F::Email, &["email"]),
        (F::Company, &["organization"]),
        (F::Country, &["country"]),
        (F::Created, &["created at"]),
    ],
    joined: &[(F::Name, ["first name", "last name"], ' ')],
    left_out: &[
        "updated at",
        "verified",
        "portal invite last sent at",
        "portal invite last accepted at",
    ],
    ..Layout::NEW
};
