//! What a person has said about a file, remembered for the next one with the same columns.
//!
//! One setting a set of columns: its key is a fingerprint of their names, whatever their order. It
//! belongs to the import that confirmed it, so taking that back forgets it, too.

use super::map::{ATTRIBUTE, Header, Mapping, Origin, map};
use super::{Input, Kind, MappingRequest, Sniffed, sniff, sniff_as};
use crate::model::Day;
use crate::store::setting;
use crate::voice::Voice;
use crate::{Error, Result};
use rusqlite::{Connection, Transaction};
use serde::{Deserialize, Serialize};
use siphasher::sip128::{Hasher128, SipHasher13};
use std::hash::Hasher;
use ts_rs::TS;

/// Before the fingerprint, in the key of a setting.
const PREFIX: &str = "mapping ";

/// What is remembered of a set of columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remembered {
    /// The day it was last confirmed, as its number.
    pub day: i32,
    /// The file it was confirmed for.
    pub file: String,
    /// What its rows are.
    pub kind: Kind,
    /// How many columns it has.
    pub columns: usize,
    /// What was said.
    pub request: MappingRequest,
}

/// A request with what was remembered, and where that came from.
#[derive(Clone, Debug, Default)]
pub struct Recalled {
    /// Nothing more is to be recalled for it.
    pub request: MappingRequest,
    /// What filled it; none where nothing was known of these columns.
    pub from: Option<Remembered>,
}

/// Fills what a request leaves open with what was said of the same columns before. What does not
/// fit any more is passed over.
pub fn recall(conn: &Connection, input: &Input, request: &MappingRequest) -> Result<Recalled> {
    let asked = MappingRequest { fresh: true, ..request.clone() };
    let nothing = || Recalled { request: asked.clone(), from: None };
    if request.fresh || request.map_only || !setting::any_with(conn, PREFIX)? {
        return Ok(nothing());
    }
    let key = key(&sniff(input)?);
    // One that another version of the program wrote and nobody can read is none.
    let known = setting::get::<Remembered>(conn, &key).ok().flatten();
    let Some(known) = known.filter(|known| asked.kind.is_none_or(|kind| kind == known.kind)) else {
        return Ok(nothing());
    };
    let filled = fill(&asked, &known);
    let fits = sniff_as(input, &filled.dress).and_then(|sniffed| map(&sniffed, &filled)).is_ok();
    Ok(if fits { Recalled { request: filled, from: Some(known) } } else { nothing() })
}

/// What is said now beats what was said before.
fn fill(asked: &MappingRequest, known: &Remembered) -> MappingRequest {
    let before = &known.request;
    let field = |name: &str| asked.map.iter().chain(&asked.set).any(|(field, _)| field == name);
    let column = |name: &str| {
        asked.map.iter().any(|(_, header)| header == name)
            || asked.leave_out.iter().any(|h| h == name)
    };
    let mut filled = MappingRequest { kind: Some(known.kind), ..asked.clone() };
    let free = |pair: &&(String, String)| !field(&pair.0) && !column(&pair.1);
    filled.map.extend(before.map.iter().filter(free).cloned());
    filled.set.extend(before.set.iter().filter(|(name, _)| !field(name)).cloned());
    filled.leave_out.extend(before.leave_out.iter().filter(|name| !column(name)).cloned());
    filled.date_order = asked.date_order.or(before.date_order);
    filled.source = asked.source.clone().or_else(|| before.source.clone());
    if asked.dress == super::Dress::default() {
        filled.dress = before.dress.clone();
    }
    filled
}

/// Remembers how a file was read. Of a known exporter's file only what was said about it: the
/// exporter knows the rest better. Columns without names are no columns to be known again.
pub(super) fn remember(
    tx: &Transaction<'_>,
    input: &Input,
    sniffed: &Sniffed,
    mapping: &Mapping,
    request: &MappingRequest,
    day: Day,
) -> Result<()> {
    if request.dress.headless {
        return Ok(());
    }
    let plain = request.dress == super::Dress::default();
    let key = if plain { key(sniffed) } else { key(&sniff(input)?) };
    let bare = MappingRequest { fresh: request.fresh, ..MappingRequest::default() };
    if *request == bare && !mapping.exporter.is_empty() {
        return setting::remove(tx, &key);
    }
    let confirmed = Remembered {
        day: day.0,
        file: sniffed.file.clone(),
        kind: mapping.kind,
        columns: sniffed.header.len(),
        request: MappingRequest { fresh: false, ..confirmed(sniffed, mapping, request) },
    };
    setting::put(tx, &key, &confirmed)
}

/// The mapping as somebody would have to say it.
fn confirmed(sniffed: &Sniffed, mapping: &Mapping, request: &MappingRequest) -> MappingRequest {
    if !mapping.exporter.is_empty() {
        return request.clone();
    }
    let header = &sniffed.header;
    let plain = mapping.origins.iter().filter_map(|(field, origin)| match origin {
        Origin::Column(at) => Some((field.code().to_owned(), header[*at].clone())),
        _ => None,
    });
    let labels = mapping
        .attributes
        .iter()
        .map(|(name, at)| (format!("{ATTRIBUTE}{name}"), header[*at].clone()));
    let unused = (0..header.len()).filter(|at| !mapping.uses(*at));
    MappingRequest {
        kind: Some(mapping.kind),
        map: plain.chain(labels).collect(),
        leave_out: unused.map(|at| header[at].clone()).collect(),
        ..request.clone()
    }
}

/// Everything that is remembered: (key, what), the newest first.
pub fn all(conn: &Connection) -> Result<Vec<(String, Remembered)>> {
    let mut found: Vec<(String, Remembered)> = setting::all_with(conn, PREFIX)?;
    found.sort_by(|(_, a), (_, b)| (b.day, &a.file).cmp(&(a.day, &b.file)));
    Ok(found)
}

/// Forgets what is remembered under a key of [`all`].
///
/// # Errors
/// `Unexpected` for a key that is none of them.
pub fn forget(tx: &Transaction<'_>, key: &str) -> Result<()> {
    if !key.starts_with(PREFIX) {
        return Err(Error::Unexpected("no mapping".to_owned()));
    }
    setting::remove(tx, key)
}

/// The same for the same names in any order, in every version of the program: SipHash-1-3 with a
/// zero key, 128 bits.
fn key(sniffed: &Sniffed) -> String {
    let mut names: Vec<String> = sniffed.header.iter().map(|h| Header::new(h).name).collect();
    names.sort_unstable();
    let mut hasher = SipHasher13::new();
    for name in names {
        hasher.write(name.as_bytes());
        hasher.write_u8(0xFF);
    }
    format!("{PREFIX}{:032x}", hasher.finish128().as_u128())
}

/// What is remembered of a set of columns, for the list in Settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct RememberedMapping {
    /// What it is forgotten by.
    pub key: String,
    /// The file it was confirmed for.
    pub file: String,
    /// "subscriptions, 12 columns, 3 Nov 2026"
    pub about: String,
}

/// The list for Settings, the newest first.
pub fn list(conn: &Connection, voice: &Voice) -> Result<Vec<RememberedMapping>> {
    let line = |(key, known): (String, Remembered)| {
        let args = [
            ("kind", voice.say(&format!("kind-{}", known.kind.code()), &[]).into()),
            ("n", known.columns.into()),
            ("count", voice.count(i64::try_from(known.columns).unwrap_or(i64::MAX)).into()),
            ("day", voice.day(Day(known.day)).into()),
        ];
        RememberedMapping { key, file: known.file, about: voice.say("import-mapping-about", &args) }
    };
    Ok(all(conn)?.into_iter().map(line).collect())
}
