//! Rows into typed facts, or problems with line, column and value.
//!
//! A reader keeps everything that repeats: statuses, currencies, intervals and plans are looked up
//! once a value, days and time zones once a day. On the way of a good row nothing is allocated
//! but what its facts must own, and their buffers are used again.

mod amount;
mod beside;
mod cells;
mod change;
mod customer;
mod fact;
mod memo;
mod plans;
mod price;
mod rate;
mod said;
mod shares;
mod subscription;
mod terms;

pub(super) use change::{ChangeRow, END, End};
pub(super) use customer::CustomerRow;
pub(super) use fact::FactRow;
pub(super) use price::PlanRow;
pub(super) use rate::RateRow;
pub(super) use shares::discount_shares;
pub(super) use subscription::SubscriptionRow;

use super::facts::{self, Facts};
use super::map::{Mapping, Style};
use super::problem::{Code, Problems};
use super::rates::Quoted;
use super::records::Record;
use super::value::{DateOrder, Moment, SourceZone, Stamp, Zones, decoded, is_nothing, trim};
use super::{Field, Sniffed};
use crate::model::{Currency, Day, PlanRecords, Status};
use cells::Cells;
use chrono_tz::Tz;
use memo::Memo;
use plans::Plans;
use rustc_hash::FxHashMap;
use said::{Marks, Said};
use siphasher::sip128::{Hasher128, SipHasher13};
use std::borrow::Cow;
use std::hash::Hasher;

/// A row was left out; its problem is noted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rejected {
    /// It can be corrected; else it was no row at all.
    pub(super) correctable: bool,
    /// It counts as one that was left out.
    pub(super) is_row: bool,
}

type Kept<T> = Result<T, Rejected>;

/// What a reader must know besides the file.
#[derive(Clone, Debug)]
pub(super) struct Setting {
    /// Days are civil dates of this zone.
    pub(super) zone: Tz,
    /// What amounts are in where the file does not say.
    pub(super) currency: Currency,
    /// The day of the import.
    pub(super) today: Day,
    /// The price list.
    pub(super) plans: PlanRecords,
}

/// Reads the rows of one file.
pub(super) struct Reader<'m> {
    cells: Cells<'m>,
    /// Whose keys these are.
    source: &'m str,
    header: Vec<String>,
    zones: Zones,
    today: Day,
    default_currency: (Currency, u32),
    whole_amount: bool,
    /// How rates are meant.
    quoted: Quoted,
    /// How rows are read, where they are plain facts.
    facts: Option<&'static Facts>,
    marks: Marks<'m>,
    said: Said,
    taxed: Option<usize>,
    in_cents: bool,
    /// Discounts are shares of one.
    discount_shares: bool,
    /// The state the row being read is in.
    state: &'static str,
    says: &'static [(&'static str, Status)],
    statuses: Memo<Option<Status>>,
    /// The words of columns that hold one of a few.
    words: FxHashMap<Field, Memo<Option<&'static str>>>,
    /// Buffers of texts, to be used again.
    spare: Vec<String>,
    currencies: Memo<Option<(Currency, u32)>>,
    intervals: Memo<Option<(crate::model::Interval, bool)>>,
    /// Zones that a column of their own names.
    named_zones: Memo<Option<SourceZone>>,
    plans: Plans,
    problems: Problems,
    /// Line of the record being read.
    line: u64,
}

impl<'m> Reader<'m> {
    pub(super) fn new(sniffed: &Sniffed, mapping: &'m Mapping, setting: Setting) -> Self {
        Self {
            cells: Cells::new(mapping),
            source: &mapping.source,
            header: sniffed.header.clone(),
            zones: Zones::new(setting.zone),
            today: setting.today,
            default_currency: (setting.currency, setting.currency.exponent()),
            whole_amount: mapping.whole_amount,
            quoted: Quoted::of(mapping, setting.currency),
            facts: facts::of(mapping.kind),
            marks: Marks::new(&mapping.marks),
            said: Said::default(),
            taxed: mapping.taxed,
            in_cents: mapping.in_cents,
            discount_shares: discount_shares(sniffed, mapping).is_some(),
            state: "",
            says: mapping.says,
            statuses: Memo::default(),
            words: FxHashMap::default(),
            spare: Vec::new(),
            currencies: Memo::default(),
            intervals: Memo::default(),
            named_zones: Memo::default(),
            plans: Plans::new(setting.plans),
            problems: Problems::default(),
            line: 0,
        }
    }

    /// Names of the plans met since the last call, in the order of their numbers.
    pub(super) fn new_plans(&mut self) -> Vec<String> {
        self.plans.take_new()
    }

    /// What was found wrong.
    pub(super) fn into_problems(self) -> Problems {
        self.problems
    }

    /// The trimmed cell of a field as it stands in the file.
    pub(super) fn cell<'r>(&self, record: &Record<'r>, field: Field) -> Cow<'r, [u8]>
    where
        'm: 'r,
    {
        self.cells.any(record, field)
    }

    pub(super) fn problems(&self) -> &Problems {
        &self.problems
    }

    /// Begins a record: one with more cells than columns has an unquoted delimiter somewhere, so
    /// nothing stands where it should.
    fn begin(&mut self, record: &Record<'_>) -> Kept<()> {
        self.line = record.line;
        if let Some(code) = beside::beside(record, &self.header) {
            let first = record.fields().find(|cell| !trim(cell).is_empty()).unwrap_or_default();
            self.problems.add(self.line, code, None, first);
            return Err(Rejected { correctable: false, is_row: true });
        }
        let width = self.header.len();
        let extra = |at: &usize| !record.get(*at).trim_ascii().is_empty();
        if record.len() > width && (width..record.len()).any(|at| extra(&at)) {
            return Err(self.reject(Code::TooManyCells, None, record.get(width)));
        }
        self.look_at_marks(record)
    }

    fn reject(&mut self, code: Code, field: Option<Field>, value: &[u8]) -> Rejected {
        self.problems.add(self.line, code, field, value);
        Rejected { correctable: true, is_row: true }
    }

    fn warn(&mut self, code: Code, field: Option<Field>, value: &[u8]) {
        self.problems.add(self.line, code, field, value);
    }

    /// The date of a field; `None` where the cell holds none.
    fn moment(&mut self, record: &Record<'_>, field: Field) -> Kept<Option<Moment>> {
        let (cell, style) = self.cells.styled(record, field);
        match Stamp::read(cell, style.order.unwrap_or(DateOrder::DayFirst)) {
            Ok(None) => Ok(None),
            Ok(Some(stamp)) => {
                let zone = self.zone(record, style);
                Ok(Some(self.zones.local(stamp, zone)))
            }
            Err(_) => Err(self.reject(Code::BadDate, Some(field), cell)),
        }
    }

    /// The zone of a column's times, in the header or in a column of its own.
    #[inline]
    fn zone(&mut self, record: &Record<'_>, style: Style) -> Option<SourceZone> {
        match style.zone_column {
            None => style.zone,
            Some(at) => self.named_zones.of(trim(record.get(at)), SourceZone::read),
        }
    }

    fn day(&mut self, record: &Record<'_>, field: Field) -> Kept<Option<Day>> {
        Ok(self.moment(record, field)?.map(|moment| moment.day))
    }

    /// The status of the row; `None` where the cell is empty.
    fn status(&mut self, record: &Record<'_>) -> Kept<Option<Status>> {
        if self.said.status.is_some() {
            return Ok(self.said.status);
        }
        let cell = self.cells.plain(record, Field::Status);
        if cell.is_empty() {
            return Ok(None);
        }
        let says = self.says;
        match self.statuses.of(cell, |cell| super::value::status_said(cell, says)) {
            Some(status) => Ok(Some(status)),
            None if is_nothing(cell) => Ok(None),
            None => Err(self.reject(Code::BadStatus, Some(Field::Status), cell)),
        }
    }

    /// Puts the text of a field into a buffer that is used again.
    fn text(&self, record: &Record<'_>, field: Field, into: &mut String) {
        into.clear();
        into.push_str(&decoded(&self.cells.any(record, field)));
    }

    /// The key of the customer: its own cell, or the mail address where there is no such column.
    fn customer(&mut self, record: &Record<'_>, own: Field, into: &mut String) -> Kept<()> {
        if self.cells.has(own) {
            self.text(record, own, into);
        } else {
            self.text(record, Field::Email, into);
            into.make_ascii_lowercase();
        }
        if into.is_empty() {
            return Err(self.reject(Code::NoCustomer, Some(own), b""));
        }
        if is_rounded(into) {
            return Err(self.reject(Code::RoundedKey, Some(own), into.as_bytes()));
        }
        Ok(())
    }
}

/// `1.18E+10`: a long number a spreadsheet has rounded, so that many keys became one.
pub(super) fn is_rounded(key: &str) -> bool {
    if !key.as_bytes().first().is_some_and(u8::is_ascii_digit) {
        return false;
    }
    let Some((digits, power)) = key.split_once(['E', 'e']) else { return false };
    let is_digit = |c: char| c.is_ascii_digit();
    digits.chars().all(|c| is_digit(c) || matches!(c, '.' | ','))
        && power.strip_prefix('+').is_some_and(|p| !p.is_empty() && p.chars().all(is_digit))
}

/// Sets a text that may be absent, keeping its buffer.
fn assign(slot: &mut Option<String>, text: &str) {
    if text.is_empty() {
        *slot = None;
    } else {
        let kept = slot.get_or_insert_default();
        kept.clear();
        kept.push_str(text);
    }
}

/// A hash of normalised values that is the same in every version of the program: SipHash-1-3 with
/// a zero key, 128 bits.
#[derive(Default)]
struct RowHash(SipHasher13);

impl RowHash {
    fn text(&mut self, text: &str) {
        self.0.write(text.as_bytes());
        self.0.write_u8(0xFF);
    }

    fn number(&mut self, number: Option<i64>) {
        self.0.write_u8(u8::from(number.is_some()));
        self.0.write(&number.unwrap_or(0).to_le_bytes());
    }

    fn finish(&self) -> u128 {
        self.0.finish128().as_u128()
    }
}
