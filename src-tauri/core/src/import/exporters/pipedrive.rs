//! Pipedrive: people and organizations, in English. Its headers are translated with the user's
//! language; other languages come through the guesses.

use super::{Exporter, Layout, Part};
use crate::import::{Field as F, Kind};

pub(super) const PIPEDRIVE: Exporter = Exporter {
    name: "pipedrive",
    title: "Pipedrive",
    prefixes: &[],
    layouts: &[PEOPLE, ORGANIZATIONS],
};

const PEOPLE: Layout = Layout {
    kind: Kind::Customers,
    all: &["person name"],
    any: &["person email (work)", "person email", "person organization", "person owner"],
    fields: &[
        (F::Id, &["person id"]),
        (F::Name, &["person name"]),
        (F::Email, &["person email (work)", "person email", "person email (other)"]),
        (F::Company, &["person organization"]),
        (F::Created, &["person person created", "person created", "person add time"]),
        (F::Tags, &["person labels", "person label"]),
    ],
    left_out: &[
        "person email (home)",
        "person email (other)",
        "person total activities",
        "person done activities",
        "person next activity date",
        "person last activity date",
    ],
    ..Layout::NEW
};

const ORGANIZATIONS: Layout = Layout {
    kind: Kind::Customers,
    all: &["organization name"],
    any: &["organization id", "organization owner", "organization people", "organization labels"],
    fields: &[
        (F::Id, &["organization id", "organization name"]),
        (F::Country, &["organization country of address", "organization country"]),
        (F::Created, &["organization organization created", "organization created"]),
        (F::Tags, &["organization labels", "organization label"]),
    ],
    parts: &[(F::Name, "organization name", Part { begin: "", end: "" })],
    left_out: &["organization total activities", "organization done activities"],
    ..Layout::NEW
};
