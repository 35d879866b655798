//! Typed text into typed facts, by the readers of files.

use super::super::map::{Mapping, Origin, Style};
use super::super::problem::{Code, Found};
use super::super::records::{Dialect, Record};
use super::super::validate::{ChangeRow, CustomerRow, FactRow, PlanRow, Reader, SubscriptionRow};
use super::super::value::DateOrder;
use super::super::{Encoding, Field, Kind, Sniffed};
use super::form::ATTRIBUTE;
use super::{Hand, RecordWrong};
use crate::model::{Account, Plan, PlanChange, PlanRecords, Subscription};
use crate::voice::{Region, Voice};
use std::collections::BTreeMap;

/// What was typed, read.
#[derive(Debug)]
pub(super) enum Row {
    Customer(Account),
    Subscription(Box<Subscription>),
    Change(Box<PlanChange>, u128),
    Plan(Plan),
    Fact(FactRow),
}

/// What is typed into a form.
pub(super) struct Typed<'a> {
    pub(super) kind: Kind,
    /// Name of a field to its text.
    pub(super) values: &'a BTreeMap<String, String>,
    /// Whose keys these are.
    pub(super) source: &'a str,
    /// The price list.
    pub(super) plans: PlanRecords,
    pub(super) hand: &'a Hand,
}

/// Two cells in front that are always there keep a record from looking like a line of totals or a
/// remark below a table.
const FRONT: [&str; 2] = ["·", "·"];

impl Typed<'_> {
    /// Reads everything; what is wrong with every field at once.
    pub(super) fn read(&self) -> Result<Row, Vec<RecordWrong>> {
        let names: Vec<&String> = self.values.keys().collect();
        let mut cells: Vec<&str> = self.values.values().map(|text| text.trim()).collect();
        let mapping = self.mapping(&names);
        let mut wrong: Vec<RecordWrong> = Vec::new();
        loop {
            let (row, found) = self.once(&mapping, &cells);
            let before = wrong.len();
            for found in found.iter().filter(|found| is_wrong(found.code)) {
                let name = found.field.map(|field| self.shown(field)).unwrap_or_default();
                if wrong.iter().all(|known| known.name != name) {
                    let message = message(found, &self.hand.voice);
                    wrong.push(RecordWrong { name: name.clone(), message });
                }
                // With a text that can be read the reader comes to the fields after it.
                if let Some(at) = names.iter().position(|known| **known == name) {
                    cells[at] = filler(&name);
                }
            }
            match row {
                Some(row) if wrong.is_empty() => return Ok(row),
                _ if wrong.len() == before => return Err(wrong),
                _ => {}
            }
        }
    }

    /// The field of the form a problem is shown at.
    fn shown(&self, field: Field) -> String {
        let typed = |field: Field| self.values.contains_key(field.code());
        match field {
            Field::AmountMinor | Field::Mrr | Field::MrrMinor if !typed(field) => {
                Field::Amount.code().to_owned()
            }
            Field::IntervalCount => Field::Interval.code().to_owned(),
            Field::Id if self.kind == Kind::Plans => Field::Name.code().to_owned(),
            field => field.code().to_owned(),
        }
    }

    fn once(&self, mapping: &Mapping, cells: &[&str]) -> (Option<Row>, Vec<Found>) {
        let (mut out, mut ends) = (String::new(), Vec::new());
        for cell in FRONT.iter().chain(cells) {
            out.push_str(cell);
            ends.push(out.len());
        }
        let record = Record::of(out.as_bytes(), &ends);
        let setting = self.hand.context.setting(self.plans.clone());
        let mut reader = Reader::new(&table(ends.len()), mapping, setting);
        let row = self.row(&mut reader, &record);
        (row, reader.into_problems().into_found())
    }

    fn row(&self, reader: &mut Reader<'_>, record: &Record<'_>) -> Option<Row> {
        Some(match self.kind {
            Kind::Customers => {
                let mut row = CustomerRow::default();
                reader.customer_row(record, &mut row).ok()?;
                Row::Customer(row.facts)
            }
            Kind::Subscriptions => {
                let mut row = SubscriptionRow::default();
                reader.subscription(record, &mut row).ok()?;
                Row::Subscription(Box::new(row.facts))
            }
            Kind::PlanChanges => {
                let mut row = ChangeRow::default();
                reader.change(record, &mut row).ok()?;
                Row::Change(Box::new(row.facts), row.hash)
            }
            Kind::Plans => {
                let mut row = PlanRow::default();
                reader.plan(record, &mut row).ok()?;
                Row::Plan(row.facts)
            }
            _ => {
                let mut row = FactRow::default();
                reader.fact(record, &mut row).ok()?;
                Row::Fact(row)
            }
        })
    }

    fn mapping(&self, names: &[&String]) -> Mapping {
        let at = |place: usize| place + FRONT.len();
        let field = |(place, name): (usize, &&String)| {
            Some((Field::from_code(name)?, Origin::Column(at(place))))
        };
        let label = |(place, name): (usize, &&String)| {
            Some((name.strip_prefix(ATTRIBUTE)?.to_owned(), at(place)))
        };
        let order = match self.hand.voice.region {
            Region::Us => DateOrder::MonthFirst,
            Region::Gb | Region::Nl | Region::Se => DateOrder::DayFirst,
        };
        let style = Style { order: Some(order), ..Style::default() };
        Mapping {
            kind: self.kind,
            exporter: "",
            source: self.source.to_owned(),
            origins: names.iter().enumerate().filter_map(field).collect(),
            confidence: BTreeMap::new(),
            attributes: names.iter().enumerate().filter_map(label).collect(),
            styles: vec![style; at(names.len())],
            whole_amount: false,
            marks: Vec::new(),
            taxed: None,
            in_cents: false,
            says: &[],
            private: Vec::new(),
            remedy: None,
            maybe_cents: false,
            first_currency: None,
        }
    }
}

/// A text any reader takes for this field.
fn filler(name: &str) -> &'static str {
    match Field::from_code(name) {
        Some(field) if field.is_date() => "2000-01-01",
        Some(field) if field.is_money() => "1",
        Some(Field::Name | Field::Reason | Field::Period) => "2000-01",
        _ => "",
    }
}

/// A form as a file of one row: only its width is ever asked for.
fn table(width: usize) -> Sniffed {
    Sniffed {
        file: String::new(),
        encoding: Encoding::Utf8,
        dialect: Dialect::of(b','),
        header: vec![String::new(); width],
        header_line: 1,
        before: 0,
        below: 0,
        rows: Vec::new(),
        complete: true,
        headless: false,
        row_estimate: 1,
    }
}

/// Whether somebody who types is asked to type otherwise. A file's row is taken without a detail
/// that cannot be read; what was typed is never thrown away in silence.
fn is_wrong(code: Code) -> bool {
    use super::super::problem::Severity;
    code.severity() == Severity::Error
        || matches!(code, Code::BadDetail | Code::BadRating | Code::NoEnd)
}

fn message(found: &Found, voice: &Voice) -> String {
    let field = found.field.map(|field| voice.say(&field.label_key(), &[])).unwrap_or_default();
    let args = [("value", found.value.as_str().into()), ("field", field.into())];
    match found.code {
        Code::BadDetail => voice.say("problem-bad-date", &args),
        Code::BadRating => voice.say("hand-bad-rating", &args),
        Code::NoEnd => voice.say("hand-no-end", &[]),
        Code::NoAmount => voice.say("hand-no-amount", &[]),
        _ => found.clone().say(voice, String::new()).message,
    }
}
