//! What a file would become, from its head alone: within a second, whatever its size.

mod choices;
mod meaning;
mod notices;

use super::cause::ProblemCause;
use super::input::Input;
use super::map::{Mapping, MappingRequest, label, map, settle};
use super::problem::Problem;
use super::records::Records;
use super::validate::Reader;
use super::{Field, FileTrouble, Kind, Sniffed, sniff};
use crate::shown::{Notice, Table};
use crate::task::Cancel;
use crate::voice::Voice;
use crate::{Error, Result};
use serde::Serialize;
use ts_rs::TS;

pub use choices::ImportOption;
pub(super) use notices::of_run as notices_of_run;

/// Rows of the head that are checked.
const CHECKED: usize = 1_000;
/// Cells shown of a column.
const SAMPLES: usize = 3;
/// A guess surer than this needs no look.
const SURE: f64 = 0.85;

/// The head of a file beside its meaning.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ImportPreview {
    /// Name of the file.
    pub file: String,
    /// "1,284 rows, 312 kB, UTF-8, comma, dates in UTC"
    pub dress: String,
    /// What its rows are; absent when nothing tells and the user has to say.
    pub kind: Option<Kind>,
    /// `stripe`, or empty.
    pub exporter: String,
    /// Kinds to choose from.
    pub kinds: Vec<ImportChoice>,
    /// Fields of this kind to choose from.
    pub fields: Vec<ImportChoice>,
    /// One for each column of the file.
    pub columns: Vec<PreviewColumn>,
    /// Columns with a meaning that needs no look.
    pub sure: usize,
    /// Columns with a meaning that should be looked at.
    pub look: usize,
    /// How its dates are read, where that is open.
    pub date_order: Option<ImportOption>,
    /// Whose keys it holds, where no exporter claims it.
    pub source: Option<ImportOption>,
    /// Required fields without a column: Import has to wait for them.
    pub missing: Vec<ImportChoice>,
    /// The first rows as they were understood.
    pub first: Table,
    /// Problems of the rows in the head.
    pub problems: Vec<Problem>,
    /// The same by what is wrong.
    pub causes: Vec<ProblemCause>,
    /// What the file cannot answer, and what was assumed.
    pub notices: Vec<Notice>,
}

/// Something to choose, with its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ImportChoice {
    /// `amount_minor`
    pub code: String,
    /// "Price in cents"
    pub label: String,
}

/// A column of the file and what it means.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct PreviewColumn {
    /// Its header, each one different.
    pub header: String,
    /// First cells that are not blank.
    pub samples: Vec<String>,
    /// The field it stands for; absent when it is kept as an attribute or not read.
    pub field: Option<String>,
    /// It is kept as an attribute of the customer.
    pub attribute: bool,
    /// The name it would be kept under, where this kind of file keeps attributes.
    pub label: Option<String>,
    /// "Price, read as €79.00" or "Keep as label “region”"
    pub meaning: String,
    /// 0 to 1; 0 for a column that is not read.
    pub confidence: f64,
    /// It needs no look.
    pub sure: bool,
    /// "sure", "please look"; empty for a column that is not read.
    pub verdict: String,
}

/// Looks at the head of a file as `request` says. Fails on what stops a whole file; a file whose
/// kind or columns are not understood is shown all the same, to be mapped.
pub fn preview_head(
    input: &Input,
    request: &MappingRequest,
    context: &super::Context,
    voice: &Voice,
) -> Result<ImportPreview> {
    let sniffed = sniff(input)?;
    let mut preview = blank(&sniffed, voice);
    let mut mapping = match map(&sniffed, request) {
        Ok(mapping) => mapping,
        Err(Error::File(FileTrouble::UnknownKind { .. })) => {
            preview.dress = dress(input, &sniffed, None, voice);
            return Ok(preview);
        }
        Err(error) => return Err(error),
    };
    let undecided = settle(&mut mapping);
    preview.dress = dress(input, &sniffed, Some(&mapping), voice);
    preview.kind = Some(mapping.kind);
    preview.exporter = mapping.exporter.to_owned();
    preview.fields = mapping.kind.fields().iter().map(|field| choice(*field, voice)).collect();
    preview.missing = mapping.missing().into_iter().map(|field| choice(field, voice)).collect();
    preview.notices = notices::of_mapping(&sniffed, &mapping, &undecided, context, voice);
    choices::put(&mut preview, &sniffed, &mapping, request, voice);
    if preview.missing.is_empty() {
        let setting = context.setting(Default::default());
        let mut reader = Reader::new(&sniffed, &mapping, setting);
        let records = Records::rows(input, &sniffed)?;
        let first = meaning::read(records, &mut reader, &mapping, voice)?;
        preview.first = first;
        let header = &sniffed.header;
        let column = |field| mapping.column_of(field, header).unwrap_or_default();
        preview.problems = reader.problems().say(voice, column);
        preview.causes = reader.problems().causes(voice, column);
    }
    let read = meaning::Reading::new(&mapping, context, voice);
    preview.columns = columns(&sniffed, &mapping, &read, voice);
    let read = |sure| move |column: &&PreviewColumn| column.confidence > 0.0 && column.sure == sure;
    preview.sure = preview.columns.iter().filter(read(true)).count();
    preview.look = preview.columns.iter().filter(read(false)).count();
    Ok(preview)
}

/// Reads the whole file for what only all rows can tell, so that the run has nothing left to ask.
pub(super) fn decide(
    input: &Input,
    sniffed: &Sniffed,
    mapping: &mut Mapping,
    cancel: &Cancel,
) -> Result<Vec<Field>> {
    super::map::look_through(input, sniffed, mapping, cancel)?;
    Ok(settle(mapping))
}

fn blank(sniffed: &Sniffed, voice: &Voice) -> ImportPreview {
    let kind = |kind: &Kind| ImportChoice {
        code: kind.code().to_owned(),
        label: voice.say(&format!("kind-{}", kind.code()), &[]),
    };
    let column = |at: usize| PreviewColumn {
        header: sniffed.header[at].clone(),
        samples: samples(sniffed, at),
        field: None,
        attribute: false,
        label: None,
        sure: true,
        meaning: voice.say("import-not-read", &[]),
        confidence: 0.0,
        verdict: String::new(),
    };
    ImportPreview {
        file: sniffed.file.clone(),
        dress: String::new(),
        kind: None,
        exporter: String::new(),
        kinds: Kind::ALL.iter().map(kind).collect(),
        fields: Vec::new(),
        columns: (0..sniffed.header.len()).map(column).collect(),
        sure: 0,
        look: 0,
        date_order: None,
        source: None,
        missing: Vec::new(),
        first: Table::default(),
        problems: Vec::new(),
        causes: Vec::new(),
        notices: Vec::new(),
    }
}

fn choice(field: Field, voice: &Voice) -> ImportChoice {
    ImportChoice { code: field.code().to_owned(), label: voice.say(&field.label_key(), &[]) }
}

fn samples(sniffed: &Sniffed, at: usize) -> Vec<String> {
    let cells = sniffed.rows.iter().map(|row| row.cells[at].as_str());
    let shown = cells.filter(|cell| !cell.is_empty()).take(SAMPLES);
    shown.map(|cell| cell.chars().take(60).collect()).collect()
}

fn columns(
    sniffed: &Sniffed,
    mapping: &Mapping,
    read: &meaning::Reading<'_>,
    voice: &Voice,
) -> Vec<PreviewColumn> {
    let mut columns = blank(sniffed, voice).columns;
    for column in columns.iter_mut().filter(|_| mapping.kind.keeps_labels()) {
        column.label = Some(label(&column.header).to_owned());
    }
    for (field, origin) in &mapping.origins {
        let confidence = mapping.confidence.get(field).copied().unwrap_or(1.0);
        for at in origin.columns() {
            let column = &mut columns[at];
            column.field = Some(field.code().to_owned());
            column.meaning = read.meaning(*field, at, column.samples.first());
            column.confidence = confidence;
            column.sure = confidence >= SURE;
            column.verdict = verdict(confidence, voice);
        }
    }
    for at in &mapping.private {
        columns[*at].meaning = voice.say("import-private", &[]);
    }
    for (name, at) in &mapping.attributes {
        let column = &mut columns[*at];
        column.attribute = true;
        column.meaning = voice.say("import-attribute", &[("name", name.as_str().into())]);
        column.confidence = 1.0;
        column.verdict = verdict(1.0, voice);
    }
    columns
}

fn verdict(confidence: f64, voice: &Voice) -> String {
    let key = match confidence {
        SURE.. => "import-sure",
        0.6.. => "import-likely",
        _ => "import-look",
    };
    voice.say(key, &[])
}

/// "1,284 rows, 312 kB, UTF-8, comma, dates in UTC, amounts with comma decimals"
fn dress(input: &Input, sniffed: &Sniffed, mapping: Option<&Mapping>, voice: &Voice) -> String {
    let rows = i64::try_from(sniffed.row_estimate).unwrap_or(i64::MAX);
    let count = voice.count(if sniffed.complete { rows } else { rounded(rows) });
    let mut parts = vec![
        if sniffed.complete {
            voice.say("import-rows", &[("n", rows.into()), ("count", count.into())])
        } else {
            voice.say("import-rows-about", &[("count", count.into())])
        },
        size(input.size, voice),
        sniffed.encoding.name().to_owned(),
    ];
    let delimiter = match sniffed.dialect.delimiter {
        b';' => "import-semicolon",
        b'\t' => "import-tab",
        b'|' => "import-bar",
        _ => "import-comma",
    };
    parts.push(voice.say(delimiter, &[]));
    let any = |is: fn(&super::Style) -> bool| mapping.is_some_and(|m| m.styles.iter().any(is));
    if any(|style| style.zone == Some(super::value::SourceZone::UTC)) {
        parts.push(voice.say("import-dates-utc", &[]));
    }
    if any(|style| style.decimals == super::Decimals::Comma) {
        parts.push(voice.say("import-decimal-comma", &[]));
    }
    parts.join(", ")
}

/// Two digits of an estimate.
fn rounded(rows: i64) -> i64 {
    let step = 10_i64.pow(rows.max(1).ilog10().saturating_sub(1));
    rows / step * step
}

fn size(bytes: u64, voice: &Voice) -> String {
    let bytes = i64::try_from(bytes).unwrap_or(i64::MAX);
    match bytes {
        0..1_000 => format!("{} B", voice.count(bytes)),
        1_000..1_000_000 => format!("{} kB", voice.count(bytes / 1_000)),
        _ => format!("{} MB", voice.count(bytes / 1_000_000)),
    }
}
