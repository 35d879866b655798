//! Pipedrive: people, organizations and deals that were won, in English. Its headers are translated with the user's
//! language; other languages come through the guesses.

use super::{Exporter, Layout, Mark, Means, Part, Words};
use crate::import::{Field as F, Kind};

pub(super) const PIPEDRIVE: Exporter = Exporter {
    name: "pipedrive",
    title: "Pipedrive",
    prefixes: &[],
    layouts: &[DEALS, PEOPLE, ORGANIZATIONS],
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

/// A deal that was won is a purchase of its organization, whatever is sold; what is paid every month
/// comes with a list of subscriptions.
const DEALS: Layout = Layout {
    kind: Kind::Purchases,
    all: &["deal title", "deal value", "deal status"],
    any: &["deal organization", "deal contact person"],
    fields: &[
        (F::Id, &["deal id"]),
        (F::Customer, &["deal organization", "deal contact person"]),
        (F::Date, &["deal won time", "deal expected close date"]),
        (F::Amount, &["deal value"]),
        (F::Currency, &["deal currency of value", "deal currency"]),
    ],
    either: &[(F::Customer, ["deal organization", "deal contact person"])],
    marks: &[Mark { column: "deal status", words: Words::Not(&["won"]), means: Means::Aside }],
    ..Layout::NEW
};
