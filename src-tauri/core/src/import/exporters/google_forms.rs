//! Google Forms, its own CSV or the sheet it fills, in English, Dutch or Swedish. Questions are
//! columns, and there is no key.

use super::{Exporter, Layout};
use crate::import::{Field as F, Kind};

pub(super) const GOOGLE_FORMS: Exporter =
    Exporter { name: "google_forms", title: "Google Forms", prefixes: &[], layouts: &[RESPONSES] };

const RESPONSES: Layout = Layout {
    kind: Kind::Answers,
    all: &[],
    any: &["timestamp", "tijdstempel", "tidsstämpel"],
    fields: &[
        (F::Email, &["email address", "username", "e mailadres", "e postadress"]),
        (F::Date, &["timestamp", "tijdstempel", "tidsstämpel"]),
    ],
    asks: true,
    ..Layout::NEW
};
