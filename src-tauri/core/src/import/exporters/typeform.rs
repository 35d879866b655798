//! Typeform, the results of a form, today's and older ones. Questions are columns; a response that
//! was only `started` is none.

use super::{Exporter, Layout, Mark, Means, Words};
use crate::import::{Field as F, Kind};

pub(super) const TYPEFORM: Exporter =
    Exporter { name: "typeform", title: "Typeform", prefixes: &[], layouts: &[RESPONSES] };

const RESPONSES: Layout = Layout {
    kind: Kind::Answers,
    all: &["#", "submit date"],
    any: &["network id", "response type", "start date"],
    fields: &[
        (F::Id, &["#"]),
        (F::Customer, &["customer id", "account id", "user id"]),
        (F::Email, &["email", "email address"]),
        (F::Date, &["submit date"]),
    ],
    marks: &[Mark {
        column: "response type",
        words: Words::Not(&["completed", ""]),
        means: Means::Aside,
    }],
    asks: true,
    ..Layout::NEW
};
