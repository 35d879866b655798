//! Exporters whose files we know: one small declarative file each. Columns are found by name,
//! never by place; columns may be missing and others may be there. The README says how to add one.

mod braintree;
mod chargebee;
mod chartmogul;
mod delighted;
mod google_forms;
mod hubspot;
mod mark;
mod maxio;
mod pipedrive;
mod recurly;
mod shopify;
mod stripe;
mod surveymonkey;
mod typeform;
mod vtiger;
mod woocommerce;

use super::map::{Header, question};
use super::{Field, Kind};
use crate::model::Status;
pub(super) use mark::{Mark, Means, Words};

/// Every exporter; of two that could have written a file the first.
pub(super) const ALL: [&Exporter; 15] = [
    &stripe::STRIPE,
    &recurly::RECURLY,
    &chartmogul::CHARTMOGUL,
    &chargebee::CHARGEBEE,
    &braintree::BRAINTREE,
    &maxio::MAXIO,
    &woocommerce::WOOCOMMERCE,
    &shopify::SHOPIFY,
    &typeform::TYPEFORM,
    &surveymonkey::SURVEYMONKEY,
    &delighted::DELIGHTED,
    &hubspot::HUBSPOT,
    &pipedrive::PIPEDRIVE,
    &vtiger::VTIGER,
    &google_forms::GOOGLE_FORMS,
];

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
    /// What stands before every name in some versions: `subscription ` of `subscription[id]`.
    pub(super) prefixes: &'static [&'static str],
    /// Where a field is found: the first name that is there. A field in minor units whose cells
    /// have decimals is taken in major units.
    pub(super) fields: &'static [(Field, &'static [&'static str])],
    /// Fields made of two columns with something between.
    pub(super) joined: &'static [(Field, [&'static str; 2], char)],
    /// Text that stands in the first of two columns or, where that is empty, in the second.
    pub(super) either: &'static [(Field, [&'static str; 2])],
    /// Fields that are only a part of their cell.
    pub(super) parts: &'static [(Field, &'static str, Part)],
    /// Columns that are contained in the amount and do not recur, or are tax.
    pub(super) less: &'static [&'static str],
    /// The amount when it is for all units together; it wins over one in `fields`.
    pub(super) whole: &'static [&'static str],
    /// Statuses that mean something else here than elsewhere.
    pub(super) says: &'static [(&'static str, Status)],
    /// Words of a column that change how the row is read.
    pub(super) marks: &'static [Mark],
    /// Fields that are the same in every row.
    pub(super) set: &'static [(Field, &'static str)],
    /// The rate of the tax that the amount holds: `0.21`, `21`.
    pub(super) taxed: &'static [&'static str],
    /// Every amount is in minor units, also those beside the price.
    pub(super) cents: bool,
    /// Questions are names of columns: those for scores and comments are found by their words, and
    /// there is one at least.
    pub(super) asks: bool,
    /// The zone of times that name none, where the exporter always writes the same.
    pub(super) utc: bool,
    /// What to do where a column is missing that this exporter writes elsewhere: `remedy-NAME` of the
    /// catalogue.
    pub(super) remedy: Option<&'static str>,
    /// Columns that are nobody's business, or noise; the others are kept as attributes.
    pub(super) left_out: &'static [&'static str],
}

/// A part of a cell: what stands between a mark and one of these bytes. Without the mark it is the
/// whole cell up to the end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Part {
    /// `name:`
    pub begin: &'static str,
    /// `|;`
    pub end: &'static str,
}

impl Layout {
    /// A layout to begin from: `Layout { kind: ..., ..Layout::NEW }`.
    const NEW: Self = Self {
        kind: Kind::Customers,
        all: &[],
        any: &[],
        prefixes: &[],
        fields: &[],
        joined: &[],
        either: &[],
        parts: &[],
        less: &[],
        whole: &[],
        says: &[],
        marks: &[],
        set: &[],
        taxed: &[],
        cents: false,
        asks: false,
        utc: false,
        remedy: None,
        left_out: &[],
    };

    /// Whether a header goes by this name here.
    pub(super) fn is(&self, header: &Header, name: &str) -> bool {
        let bare = || self.prefixes.iter().filter_map(|p| header.name.strip_prefix(p));
        header.name == name || bare().any(|bare| bare == name)
    }

    /// Whether a column is nobody's business here, or noise.
    pub(super) fn leaves(&self, header: &Header) -> bool {
        self.left_out.iter().any(|name| self.is(header, name))
    }

    fn fits(&self, header: &[Header], kind: Option<Kind>) -> bool {
        let has = |name: &&str| header.iter().any(|h| self.is(h, name));
        kind.is_none_or(|kind| kind == self.kind)
            && self.all.iter().all(has)
            && self.any.iter().any(has)
            && (!self.asks || header.iter().any(|header| question::is_asked(&header.name)))
    }
}

/// The exporter and layout a header belongs to, of this kind where one is asked for.
pub(super) fn recognise(
    header: &[Header],
    kind: Option<Kind>,
) -> Option<(&'static Exporter, &'static Layout)> {
    ALL.into_iter().find_map(|exporter| {
        let layout = exporter.layouts.iter().find(|layout| layout.fits(header, kind))?;
        Some((exporter, layout))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_layout_is_written_in_names_as_headers_give_them() {
        for layout in ALL.iter().flat_map(|exporter| exporter.layouts) {
            let names = layout.fields.iter().flat_map(|(_, names)| names.iter().copied());
            let parts = layout.parts.iter().map(|(_, name, _)| *name);
            let joined = layout.joined.iter().flat_map(|(_, names, _)| names.iter().copied());
            let either = layout.either.iter().flat_map(|(_, names)| names.iter().copied());
            let marks = layout.marks.iter().map(|mark| mark.column);
            let [all, any, out] = [layout.all, layout.any, layout.left_out];
            let lists = [all, any, out, layout.less, layout.whole, layout.taxed];
            let all =
                names.chain(parts).chain(joined).chain(either).chain(marks).chain(lists.concat());
            for name in all {
                assert_eq!(Header::new(name).name, name);
            }
            let set = layout.set.iter().map(|(field, _)| field);
            for field in layout.fields.iter().map(|(field, _)| field).chain(set) {
                assert!(layout.kind.fields().contains(field), "{field:?}");
            }
            assert!(!layout.any.is_empty());
        }
    }
}
