//! The cell of a field in a record, as the mapping says.

use super::super::Field;
use super::super::map::{Mapping, Origin, Style};
use super::super::records::Record;
use super::super::value::trim;
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

    /// The trimmed cell of a field; empty where there is none. Of two joined columns the first.
    #[inline]
    pub(super) fn plain<'r>(&self, record: &Record<'r>, field: Field) -> &'r [u8]
    where
        'm: 'r,
    {
        match self.origins[field as usize] {
            None => &[],
            Some(Origin::Column(at) | Origin::Joined(at, ..)) => trim(record.get(*at)),
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
            Some(Origin::Column(at)) => self.styles[*at],
            _ => Style::default(),
        };
        (self.plain(record, field), style)
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
