//! What a file would become, from its head alone: within a second, whatever its size.

mod choices;
mod constants;
mod meaning;
mod notices;

use super::cause::ProblemCause;
use super::input::Input;
use super::map::{Mapping, MappingRequest, label, map, settle};
use super::problem::Problem;
use super::records::Records;
use super::validate::Reader;
use super::{
    Context, Field, FileTrouble, ImportDress, Kind, Sniffed, dress as said, memory, sniff_as,
};
use crate::model::{Day, PlanRecords};
use crate::shown::{Notice, Table};
use crate::store::setting;
use crate::task::Cancel;
use crate::voice::Voice;
use crate::{Error, Result};
use rusqlite::Connection;
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
    /// How it is written, to be put right where that was not found out.
    pub written: ImportDress,
    /// Fields without a column, which may have one value for every row.
    pub constants: Vec<ImportConstant>,
    /// The request it answers, with what was remembered of these columns.
    pub request: MappingRequest,
    /// "As you mapped it on 3 Nov 2026 (list.csv)", where something was remembered.
    pub remembered: Option<String>,
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

/// A field that may have one value for every row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ImportConstant {
    /// `currency`
    pub code: String,
    /// "Currency"
    pub label: String,
    /// The value somebody gave.
    pub value: Option<String>,
    /// Values to choose from; none where any text will do.
    pub choices: Vec<ImportChoice>,
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

/// Looks at the head of a file as `request` says, and as was said of the same columns before.
pub fn preview(
    conn: &Connection,
    input: &Input,
    request: &MappingRequest,
    now: i64,
    voice: &Voice,
) -> Result<ImportPreview> {
    let recalled = memory::recall(conn, input, request)?;
    let context = Context::of(&setting::read(conn)?, now);
    let plans = |source: &str| super::apply::plan_records(conn, source);
    let mut preview = head(input, &recalled.request, &context, &plans, voice)?;
    preview.remembered = recalled.from.map(|from| remembered(&from, voice));
    Ok(preview)
}

/// "As you mapped it on 3 Nov 2026 (list.csv)"
pub(super) fn remembered(from: &memory::Remembered, voice: &Voice) -> String {
    let args = [("day", voice.day(Day(from.day)).into()), ("file", from.file.as_str().into())];
    voice.say("import-remembered", &args)
}

/// Looks at the head of a file as `request` says, beside no price list. Fails on what stops a whole
/// file; a file whose kind or columns are not understood is shown all the same, to be mapped.
pub fn preview_head(
    input: &Input,
    request: &MappingRequest,
    context: &super::Context,
    voice: &Voice,
) -> Result<ImportPreview> {
    head(input, request, context, &|_| Ok(PlanRecords::default()), voice)
}

/// The same, with the price list of the source the file turns out to be of.
fn head(
    input: &Input,
    request: &MappingRequest,
    context: &super::Context,
    plans: &dyn Fn(&str) -> Result<PlanRecords>,
    voice: &Voice,
) -> Result<ImportPreview> {
    let sniffed = sniff_as(input, &request.dress)?;
    let mut preview = blank(&sniffed, request, voice);
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
    preview.constants = constants::of(&mapping, request, voice);
    super::apply::check_constants(&mapping)?;
    choices::put(&mut preview, &sniffed, &mapping, request, voice);
    if preview.missing.is_empty() {
        let setting = context.setting(plans(&mapping.source)?);
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

fn blank(sniffed: &Sniffed, request: &MappingRequest, voice: &Voice) -> ImportPreview {
    let kind = |kind: &Kind| ImportChoice {
        code: kind.code().to_owned(),
        label: voice.say(&format!("kind-{}", kind.code()), &[]),
    };
    ImportPreview {
        file: sniffed.file.clone(),
        dress: String::new(),
        kind: None,
        exporter: String::new(),
        kinds: Kind::ALL.iter().map(kind).collect(),
        fields: Vec::new(),
        columns: blank_columns(sniffed, voice),
        sure: 0,
        look: 0,
        date_order: None,
        source: None,
        written: request.dress.options(sniffed, voice),
        constants: Vec::new(),
        request: request.clone(),
        remembered: None,
        missing: Vec::new(),
        first: Table::default(),
        problems: Vec::new(),
        causes: Vec::new(),
        notices: Vec::new(),
    }
}

fn blank_columns(sniffed: &Sniffed, voice: &Voice) -> Vec<PreviewColumn> {
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
    (0..sniffed.header.len()).map(column).collect()
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
    let mut columns = blank_columns(sniffed, voice);
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
        voice.size(input.size),
        sniffed.encoding.name().to_owned(),
    ];
    parts.push(voice.say(said::delimiter_key(sniffed.dialect.delimiter), &[]));
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
