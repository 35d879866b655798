//! How a mapping is made: what is said explicitly, then the exporter, then guesses.

mod guesses;
mod known;
mod scale;
mod styles;
mod sums;

use super::guess::{self, Head};
use super::{ATTRIBUTE, Header, Mapping, MappingRequest, Origin};
use crate::Result;
use crate::import::exporters;
use crate::import::{Field, FileTrouble, Kind, Sniffed};
use crate::model::Currency;
use std::collections::BTreeMap;

/// Understands a file. Fails when a field or column is named that does not exist, or nothing can
/// be made of its header; a mapping that still misses something required is given all the same
/// (see [`Mapping::check`]).
pub fn map(sniffed: &Sniffed, request: &MappingRequest) -> Result<Mapping> {
    let headers: Vec<Header> = sniffed.header.iter().map(|h| Header::new(h)).collect();
    let head = Head::new(sniffed, &headers);
    let known = exporters::recognise(&headers, request.kind);
    let kind = request.kind.or(known.map(|(_, layout)| layout.kind)).or_else(|| guess::kind(&head));
    let Some(kind) = kind else {
        return Err(FileTrouble::UnknownKind { file: sniffed.file.clone() }.into());
    };
    let exporter = known.map_or("", |(exporter, _)| exporter.name);
    let mut mapping = Mapping {
        kind,
        exporter,
        source: request.source.clone().unwrap_or_else(|| exporter.to_owned()),
        origins: BTreeMap::new(),
        confidence: BTreeMap::new(),
        attributes: Vec::new(),
        styles: Vec::new(),
        whole_amount: false,
        says: known.map_or(&[], |(_, layout)| layout.says),
        marks: Vec::new(),
        taxed: None,
        in_cents: known.is_some_and(|(_, layout)| layout.cents),
        private: Vec::new(),
        remedy: known.and_then(|(_, layout)| layout.remedy),
        maybe_cents: false,
        first_currency: None,
    };
    let mut left_out = columns(sniffed, request.leave_out.iter())?;
    mapping.apply_request(sniffed, request)?;
    if let (Some((_, layout)), false) = (known, request.map_only) {
        mapping.apply_layout(layout, &head, &left_out);
    }
    if kind == Kind::Rates && !request.map_only {
        mapping.apply_currencies(&headers, &left_out);
    }
    let private = |at: &usize| !mapping.uses(*at) && head.is_private(*at);
    mapping.private = (0..headers.len()).filter(private).collect();
    left_out.extend(&mapping.private);
    if kind == Kind::Answers && !request.map_only {
        left_out.extend(mapping.apply_scales(sniffed, &head, &left_out));
    }
    if !request.map_only {
        mapping.apply_guesses(&head, known.map(|(_, layout)| layout), &left_out);
        if known.is_none() {
            mapping.take_the_wish_for_the_end();
            mapping.settle_sums(sniffed, &head, &left_out);
        }
        if kind.keeps_labels() {
            mapping.keep_attributes(sniffed, &headers, known.map(|k| k.1), &left_out);
        }
    }
    mapping.currency_of_headers(&headers);
    mapping.find_styles(&head, request.date_order, known.is_some_and(|(_, layout)| layout.utc));
    mapping.first_currency = match mapping.origins.get(&Field::Currency) {
        Some(Origin::Column(at)) => {
            sniffed.rows.iter().find_map(|r| Currency::parse(&r.cells[*at]))
        }
        Some(Origin::Constant(code)) => Currency::parse(code),
        _ => None,
    };
    mapping.maybe_cents = mapping.is_in_cents_perhaps(&head);
    Ok(mapping)
}

/// Places of columns named by their header.
fn columns<'r>(sniffed: &Sniffed, names: impl Iterator<Item = &'r String>) -> Result<Vec<usize>> {
    names.map(|name| column(sniffed, name)).collect()
}

/// The column of this number, counted from 1, where columns have no names.
fn numbered(sniffed: &Sniffed, number: &str) -> Option<usize> {
    let number: usize = number.parse().ok().filter(|_| sniffed.headless)?;
    number.checked_sub(1).filter(|at| *at < sniffed.header.len())
}

fn column(sniffed: &Sniffed, name: &str) -> Result<usize> {
    let exact = sniffed.header.iter().position(|h| h == name);
    let folded = Header::new(name).name;
    let found = exact
        .or_else(|| sniffed.header.iter().position(|header| Header::new(header).name == folded))
        .or_else(|| numbered(sniffed, name));
    found.ok_or_else(|| {
        let (column, file) = (name.to_owned(), sniffed.file.clone());
        FileTrouble::UnknownColumn { column, file, known: sniffed.header.clone() }.into()
    })
}

impl Mapping {
    fn apply_request(&mut self, sniffed: &Sniffed, request: &MappingRequest) -> Result<()> {
        for (name, header) in &request.map {
            let column = column(sniffed, header)?;
            if let Some(name) = self.label_of(name) {
                self.attributes.push((name.to_owned(), column));
                continue;
            }
            let field = self.field(name)?;
            self.put(field, Origin::Column(column), 1.0);
        }
        for (name, value) in &request.set {
            let field = self.field(name)?;
            self.put(field, Origin::Constant(value.trim().to_owned()), 1.0);
        }
        Ok(())
    }

    /// What a request calls a label: `attribute.NAME`, or any name that is no field's.
    fn label_of<'n>(&self, name: &'n str) -> Option<&'n str> {
        let explicit = name.strip_prefix(ATTRIBUTE).filter(|name| !name.trim().is_empty());
        let label = explicit.or_else(|| Field::from_code(name).is_none().then_some(name));
        label.filter(|_| self.kind.keeps_labels())
    }

    fn field(&self, name: &str) -> Result<Field> {
        let field = Field::from_code(name).filter(|field| self.kind.fields().contains(field));
        field.ok_or_else(|| {
            FileTrouble::UnknownField { field: name.to_owned(), kind: self.kind }.into()
        })
    }

    fn put(&mut self, field: Field, origin: Origin, confidence: f64) {
        self.origins.insert(field, origin);
        self.confidence.insert(field, confidence);
    }

    pub(in crate::import) fn uses(&self, column: usize) -> bool {
        let by_field = self.origins.values().any(|origin| origin.columns().contains(&column));
        by_field || self.attributes.iter().any(|(_, at)| *at == column)
    }
}
