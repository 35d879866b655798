//! Delighted and tools whose lists look like its API: a score, a comment, seconds since 1970. Other
//! surveys than NPS have other scales, so their scores are not these.

use super::{Exporter, Layout, Mark, Means, Words};
use crate::import::{Field as F, Kind};

pub(super) const DELIGHTED: Exporter =
    Exporter { name: "delighted", title: "Delighted", prefixes: &[], layouts: &[RESPONSES] };

const RESPONSES: Layout = Layout {
    kind: Kind::Answers,
    all: &["score", "comment"],
    any: &["survey type", "permalink", "person properties", "person email"],
    fields: &[
        (F::Id, &["id", "response id"]),
        (F::Customer, &["person properties customer id", "customer id"]),
        (F::Email, &["person email", "email"]),
        (F::Date, &["created at", "response date", "updated at"]),
        (F::Score, &["score"]),
        (F::Comment, &["comment"]),
    ],
    marks: &[Mark { column: "survey type", words: Words::Not(&["nps", ""]), means: Means::Aside }],
    utc: true,
    ..Layout::NEW
};
