//! Exporters whose files we know: one small declarative file each. Columns are found by name,
//! never by place; columns may be missing and others may be there.

mod stripe;

use super::map::Header;
use super::{Field, Kind};

/// A program that writes files we know.
pub(super) struct Exporter {
    /// As the store and the CLI call it.
    pub(super) name: &'static str,
    /// As it calls itself.
    pub(super) title: &'static str,
    /// What its keys of customers and of subscriptions begin with.
    pub(super) prefixes: &'static [&'static str],
    /// What it writes.
    pub(super) layouts: &'static [Layout],
}

/// One kind of file of an exporter. Names are as [`Header::name`] gives them: lower case, single
/// spaces, without `(UTC)`.
pub(super) struct Layout {
    /// What its rows are.
    pub(super) kind: Kind,
    /// It is this layout when all of these are there,
    pub(super) all: &'static [&'static str],
    /// and one of these.
    pub(super) any: &'static [&'static str],
    /// Where a field is found: the first name that is there.
    pub(super) fields: &'static [(Field, &'static [&'static str])],
    /// Fields made of two columns with something between.
    pub(super) joined: &'static [(Field, [&'static str; 2], char)],
    /// Columns that are nobody's business, or noise; the others are kept as attributes.
    pub(super) left_out: &'static [&'static str],
}

/// Every exporter.
pub(super) const ALL: [&Exporter; 1] = [&stripe::STRIPE];

/// The exporter and layout a header belongs to, of this kind where one is asked for.
pub(super) fn recognise(
    header: &[Header],
    kind: Option<Kind>,
) -> Option<(&'static Exporter, &'static Layout)> {
    let has = |name: &&str| header.iter().any(|h| h.name == *name);
    ALL.into_iter().find_map(|exporter| {
        let layout = exporter.layouts.iter().find(|layout| {
            kind.is_none_or(|kind| kind == layout.kind)
                && layout.all.iter().all(has)
                && layout.any.iter().any(has)
        })?;
        Some((exporter, layout))
    })
}
