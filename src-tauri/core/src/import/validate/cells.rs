//! The cell of a field in a record, as the mapping says.

use super::super::Field;
use super::super::map::{Mapping, Origin, Part, Style};
use super::super::records::Record;
use super::super::value::trim;
use crate::model::Currency;
use std::borrow::Cow;

/// The mapping, laid out to be asked a million times.
pub(super) struct Cells<'m> {
    origins: Vec<Option<&'m Origin>>,
    styles: &'m [Style],
    attributes: &'m [(String, usize)],
}

impl<'m> Cells<'m> {
    pub(super) fn new(mapping: &'m Mapping) -> Self {
        let origins = Field::ALL.iter().map(|field| mapping.origins.get(field)).collect();
        let (styles, attributes) = (&mapping.styles[..], &mapping.attributes[..]);
        Self { origins, styles, attributes }
    }

    pub(super) fn has(&self, field: Field) -> bool {
        self.origins[field as usize].is_some()
    }

    /// Whether one column (or a value for every row) gives a field.
    pub(super) fn has_column(&self, field: Field) -> bool {
        self.origins[field as usize].is_some_and(|origin| !matches!(origin, Origin::ByCurrency(_)))
    }

    /// The column of a field that is one.
    pub(super) fn column(&self, field: Field) -> Option<usize> {
        match self.origins[field as usize] {
            Some(Origin::Column(at)) => Some(*at),
            _ => None,
        }
    }

    /// The trimmed cell of a field; empty where there is none. Of two joined columns the first.
    #[inline]
    pub(super) fn plain<'r>(&self, record: &Record<'r>, field: Field) -> &'r [u8]
    where
        'm: 'r,
    {
        match self.origins[field as usize] {
            None | Some(Origin::ByCurrency(_)) => &[],
            Some(Origin::Column(at) | Origin::Joined(at, ..) | Origin::Less(at, _)) => {
                trim(record.get(*at))
            }
            Some(Origin::Either(all)) => {
                let cells = all.iter().map(|at| trim(record.get(*at)));
                cells.into_iter().find(|cell| !cell.is_empty()).unwrap_or_default()
            }
            Some(Origin::Part(at, part)) => trim(part_of(record.get(*at), *part)),
            Some(Origin::Constant(value)) => value.as_bytes(),
        }
    }

    /// The trimmed cell with the style of its column.
    #[inline]
    pub(super) fn styled<'r>(&self, record: &Record<'r>, field: Field) -> (&'r [u8], Style)
    where
        'm: 'r,
    {
        let style = match self.origins[field as usize] {
            Some(Origin::Column(at) | Origin::Less(at, _)) => self.styles[*at],
            _ => Style::default(),
        };
        (self.plain(record, field), style)
    }

    /// The trimmed cells of a field that has a column for each currency, with their style.
    pub(super) fn by_currency<'r>(
        &self,
        record: Record<'r>,
        field: Field,
    ) -> impl Iterator<Item = (Currency, &'r [u8], Style)> + use<'m, 'r> {
        let all = match self.origins[field as usize] {
            Some(Origin::ByCurrency(all)) => all.as_slice(),
            _ => &[],
        };
        let styles = self.styles;
        all.iter().map(move |(at, currency)| (*currency, trim(record.get(*at)), styles[*at]))
    }

    /// What is taken off a field: cells with the style of their column.
    pub(super) fn less<'r>(
        &self,
        record: Record<'r>,
        field: Field,
    ) -> impl Iterator<Item = (&'r [u8], Style)> + use<'m, 'r> {
        let less = match self.origins[field as usize] {
            Some(Origin::Less(_, less)) => less.as_slice(),
            _ => &[],
        };
        let styles = self.styles;
        less.iter().map(move |at| (trim(record.get(*at)), styles[*at]))
    }

    /// The trimmed cell, joined of two columns where the mapping says so.
    pub(super) fn any<'r>(&self, record: &Record<'r>, field: Field) -> Cow<'r, [u8]>
    where
        'm: 'r,
    {
        let Some(Origin::Joined(a, b, by)) = self.origins[field as usize] else {
            return Cow::Borrowed(self.plain(record, field));
        };
        match (trim(record.get(*a)), trim(record.get(*b))) {
            (first, []) => Cow::Borrowed(first),
            ([], second) => Cow::Borrowed(second),
            (first, second) => {
                let mut joined = first.to_vec();
                joined.extend(by.encode_utf8(&mut [0; 4]).as_bytes());
                joined.extend(second);
                Cow::Owned(joined)
            }
        }
    }

    /// Name and trimmed cell of every attribute, sorted by name, empty cells left out.
    pub(super) fn attributes<'r>(
        &self,
        record: Record<'r>,
    ) -> impl Iterator<Item = (&'m str, &'r [u8])> + use<'m, 'r> {
        let attributes = self.attributes;
        attributes.iter().filter_map(move |(name, at)| {
            let cell = trim(record.get(*at));
            (!cell.is_empty()).then_some((name.as_str(), cell))
        })
    }
}

/// What stands between the marks; without the first one, from the beginning.
fn part_of(cell: &[u8], part: Part) -> &[u8] {
    let begin = part.begin.as_bytes();
    let at = memchr::memmem::find(cell, begin).map_or(0, |at| at + begin.len());
    let rest = &cell[at..];
    let end = rest.iter().position(|b| part.end.as_bytes().contains(b)).unwrap_or(rest.len());
    &rest[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_cell() {
        let of = |cell: &'static str, begin, end| {
            std::str::from_utf8(part_of(cell.as_bytes(), Part { begin, end })).unwrap()
        };
        let items = "product_id:1|name:Foo|quantity:4|total:38.00;product_id:2|name:Bar";
        assert_eq!(of(items, "name:", "|;"), "Foo");
        assert_eq!(of("Accounts::::Acme & Co", "::::", ""), "Acme & Co");
        assert_eq!(of("c1|c2", "", "|"), "c1");
        assert_eq!(of("plain", "::::", ""), "plain");
    }
}
