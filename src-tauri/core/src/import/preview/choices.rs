//! What a file leaves open and the user may say: the order of its dates, whose keys it holds.

use super::super::map::{Mapping, MappingRequest, Origin};
use super::super::value::{DateOrder, OrderHint, Stamp, trim};
use super::super::{Field, Kind, Sniffed, exporters};
use super::{ImportChoice, ImportPreview};
use crate::voice::Voice;

/// Something to choose of a file.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
#[ts(export)]
pub struct ImportOption {
    /// What is chosen; empty for what the file itself says.
    pub chosen: String,
    /// What there is to choose from.
    pub choices: Vec<ImportChoice>,
    /// What speaks for one of them, as a sentence.
    pub hint: Option<String>,
}

/// The orders of dates to choose from, each with what it makes of a cell; nothing where no column
/// of dates leaves it open.
fn date_order(
    sniffed: &Sniffed,
    mapping: &Mapping,
    request: &MappingRequest,
    voice: &Voice,
) -> Option<ImportOption> {
    let cell = open_cell(sniffed, mapping)?;
    let by_values =
        ImportChoice { code: String::new(), label: voice.say("import-order-told", &[]) };
    let read = |order: DateOrder| {
        let stamp = Stamp::read(cell, order).ok().flatten()?;
        let key = format!("import-order-{}", order.code().replace('_', "-"));
        let args = [
            ("cell", String::from_utf8_lossy(cell).into_owned().into()),
            ("read", voice.day(stamp.day).into()),
        ];
        Some(ImportChoice { code: order.code().to_owned(), label: voice.say(&key, &args) })
    };
    let choices = std::iter::once(by_values).chain(DateOrder::ALL.into_iter().filter_map(read));
    let chosen = request.date_order.map(DateOrder::code).unwrap_or_default().to_owned();
    Some(ImportOption { chosen, choices: choices.collect(), hint: None })
}

/// The first cell of a date column that can be read in several ways.
fn open_cell<'s>(sniffed: &'s Sniffed, mapping: &Mapping) -> Option<&'s [u8]> {
    let dates = mapping.origins.iter().filter(|(field, _)| field.is_date());
    let open = dates.filter_map(|(_, origin)| match origin {
        Origin::Column(at) if mapping.styles[*at].either => Some(*at),
        _ => None,
    });
    open.flat_map(|at| sniffed.rows.iter().map(move |row| trim(row.cells[at].as_bytes())))
        .find(|cell| Stamp::hint(cell) == OrderHint::Either)
}

/// Whose keys a file no exporter claims may hold.
fn source(sniffed: &Sniffed, mapping: &Mapping, voice: &Voice) -> Option<ImportOption> {
    let own = ImportChoice { code: String::new(), label: voice.say("import-source-own", &[]) };
    let named = exporters::ALL.map(|exporter| ImportChoice {
        code: exporter.name.to_owned(),
        label: exporter.title.to_owned(),
    });
    let choices = std::iter::once(own).chain(named).collect();
    let hint = hint(sniffed, mapping, voice);
    let chosen = mapping.source.clone();
    // Rates belong to nobody.
    let has_keys = mapping.kind != Kind::Rates;
    (mapping.exporter.is_empty() && has_keys).then_some(ImportOption { chosen, choices, hint })
}

/// Says so where keys look like those of a system nobody has named.
fn hint(sniffed: &Sniffed, mapping: &Mapping, voice: &Voice) -> Option<String> {
    let looks_like = |exporter: &&exporters::Exporter| {
        let keys = [Field::Customer, Field::Subscription, Field::Id];
        keys.iter().any(|key| match mapping.origins.get(key) {
            Some(Origin::Column(at)) => all_begin(sniffed, *at, exporter.prefixes),
            _ => false,
        })
    };
    let exporter = exporters::ALL.into_iter().find(looks_like)?;
    let args = [("source", exporter.title.into())];
    mapping.source.is_empty().then(|| voice.say("import-source-hint", &args))
}

fn all_begin(sniffed: &Sniffed, at: usize, prefixes: &[&str]) -> bool {
    let mut keys =
        sniffed.rows.iter().map(|row| row.cells[at].trim()).filter(|key| !key.is_empty());
    let begins = |key: &str| prefixes.iter().any(|prefix| key.starts_with(prefix));
    keys.next().is_some_and(begins) && keys.all(begins)
}

/// Puts the choices into a preview.
pub(super) fn put(
    preview: &mut ImportPreview,
    sniffed: &Sniffed,
    mapping: &Mapping,
    request: &MappingRequest,
    voice: &Voice,
) {
    preview.date_order = date_order(sniffed, mapping, request, voice);
    preview.source = source(sniffed, mapping, voice);
}
