//! The first rows as they were understood, in the user's formats.

use super::super::facts::{self, Read};
use super::super::map::Mapping;
use super::super::problem::{interval_code, spoken_interval};
use super::super::records::{Record, Records};
use super::super::validate::{
    ChangeRow, CustomerRow, FactRow, PlanRow, RateRow, Reader, SubscriptionRow,
};
use super::super::value::{DateOrder, Number, Stamp, Zones, category, recoded, text};
use super::super::{Context, Field, Kind};
use super::CHECKED;
use crate::Result;
use crate::model::{Day, Money, Terms};
use crate::shown::{Align, Cell, Column, Row, Table};
use crate::store::fact::Value;
use crate::voice::Voice;
use rust_decimal::Decimal;

/// Rates of a row that are shown.
const SOME: usize = 4;
/// Rows of the table.
const SHOWN: usize = 8;

/// Checks the rows of the head and gives the first of them as they were understood. A row with a
/// problem shows its cells as they are.
pub(super) fn read(
    mut records: Records<'_>,
    reader: &mut Reader<'_>,
    mapping: &Mapping,
    voice: &Voice,
) -> Result<Table> {
    let fields = mapping.kind.fields().iter().copied();
    let fields: Vec<Field> = fields.filter(|f| mapping.origins.contains_key(f)).collect();
    let column = |field: &Field| Column {
        key: field.code().to_owned(),
        label: voice.say(&field.label_key(), &[]),
        align: if field.is_number() { Align::End } else { Align::Start },
        sortable: false,
    };
    let mut table = Table { columns: fields.iter().map(column).collect(), ..Table::default() };
    let mut rows = Rows::default();
    let mut checked = 0;
    while let (true, Some(record)) = (checked < CHECKED, records.next()?) {
        if record.is_blank() {
            continue;
        }
        checked += 1;
        let said = rows.say(reader, &record, mapping.kind, &fields, voice);
        if table.rows.len() < SHOWN {
            let key = record.line.to_string();
            table.rows.push(Row { key, cells: said, open: None });
        }
    }
    table.count = checked;
    Ok(table)
}

#[derive(Default)]
struct Rows {
    subscription: SubscriptionRow,
    customer: CustomerRow,
    change: ChangeRow,
    plan: PlanRow,
    fact: FactRow,
    rate: RateRow,
}

impl Rows {
    fn say(
        &mut self,
        reader: &mut Reader<'_>,
        record: &Record<'_>,
        kind: Kind,
        fields: &[Field],
        voice: &Voice,
    ) -> Vec<Cell> {
        let read = match kind {
            Kind::Subscriptions => reader.subscription(record, &mut self.subscription),
            Kind::Customers => reader.customer_row(record, &mut self.customer),
            Kind::PlanChanges => reader.change(record, &mut self.change),
            Kind::Plans => reader.plan(record, &mut self.plan),
            Kind::Rates => reader.rate(record, &mut self.rate),
            _ => reader.fact(record, &mut self.fact),
        };
        let said = |field: &Field| {
            let understood = match kind {
                _ if read.is_err() => None,
                Kind::Subscriptions => subscription(reader, &self.subscription, *field, voice),
                Kind::Customers => customer(&self.customer, *field, voice),
                Kind::PlanChanges => change(reader, &self.change, *field, voice),
                Kind::Plans => plan(&self.plan, *field, voice),
                Kind::Rates => rate(&self.rate, *field, voice),
                kind => fact(kind, &self.fact, *field, voice),
            };
            Cell::text(understood.unwrap_or_else(|| text(&reader.cell(record, *field))))
        };
        fields.iter().map(said).collect()
    }
}

/// What is not the cell itself; `None` where the cell says it all.
fn subscription(
    reader: &Reader<'_>,
    row: &SubscriptionRow,
    field: Field,
    voice: &Voice,
) -> Option<String> {
    let facts = &row.facts;
    match field {
        Field::Start => Some(voice.day(facts.start)),
        Field::TrialStart => Some(day(facts.trial_start, voice)),
        Field::TrialEnd => Some(day(facts.trial_end, voice)),
        Field::PeriodStart => Some(day(facts.period_start, voice)),
        Field::PeriodEnd => Some(day(facts.period_end, voice)),
        Field::CancelRequested => Some(day(facts.cancel_requested, voice)),
        Field::Ended => Some(day(facts.ended, voice)),
        Field::PastDueSince => Some(day(facts.past_due_since, voice)),
        Field::PausedOn => Some(day(facts.paused_on, voice)),
        field => terms(reader, &facts.terms, field, voice),
    }
}

fn change(reader: &Reader<'_>, row: &ChangeRow, field: Field, voice: &Voice) -> Option<String> {
    match field {
        Field::Date => Some(voice.day(row.facts.day)),
        field => terms(reader, &row.facts.terms, field, voice),
    }
}

fn customer(row: &CustomerRow, field: Field, voice: &Voice) -> Option<String> {
    match field {
        Field::Created => Some(day(row.facts.created, voice)),
        Field::Birthday => Some(day(row.facts.birthday, voice)),
        Field::CardExpires => Some(day(row.facts.card_expires, voice)),
        _ => None,
    }
}

fn plan(row: &PlanRow, field: Field, voice: &Voice) -> Option<String> {
    let facts = &row.facts;
    match field {
        Field::Amount | Field::AmountMinor => {
            let price = facts.amount.zip(facts.currency);
            price.map(|(minor, currency)| voice.money_cents(Money::new(minor, currency)))
        }
        Field::Interval => facts.interval.map(|i| spoken_interval(voice, &interval_code(i))),
        _ => None,
    }
}

/// Rates as they are kept: what one unit is worth in the workspace's currency.
fn rate(row: &RateRow, field: Field, voice: &Voice) -> Option<String> {
    let some = row.rates.iter().take(SOME);
    let listed = |texts: Vec<String>| {
        let more = if row.rates.len() > SOME { " …" } else { "" };
        Some(texts.join(" · ") + more)
    };
    match field {
        Field::Date => Some(voice.day(row.day)),
        Field::Currency => listed(some.map(|(currency, _)| currency.to_string()).collect()),
        // All its digits are kept; these are enough to see whether it is the right one.
        Field::Rate => listed(some.map(|(_, rate)| short(*rate).to_string()).collect()),
        _ => None,
    }
}

fn short(rate: Decimal) -> Decimal {
    rate.round_sf(6).unwrap_or(rate).normalize()
}

/// Days and amounts as they are kept; everything else is the cell itself.
fn fact(kind: Kind, row: &FactRow, field: Field, voice: &Voice) -> Option<String> {
    let columns = facts::of(kind)?.columns;
    let at = columns.iter().position(|(_, read)| read.fields().contains(&field))?;
    let (Value::Whole(number), Some((_, read))) = (row.values.get(at)?, columns.get(at)) else {
        return None;
    };
    match read {
        Read::Day(_) | Read::MaybeDay(_) | Read::CardEnd => {
            Some(voice.day(Day(i32::try_from(*number).ok()?)))
        }
        Read::Price | Read::Money(_) | Read::MoneyOrNone(_) => {
            Some(voice.money_cents(Money::new(*number, row.currency?)))
        }
        _ => None,
    }
}

fn terms(reader: &Reader<'_>, terms: &Terms, field: Field, voice: &Voice) -> Option<String> {
    let listed = reader.listed(terms);
    let money = |money: Option<Money>| money.map(|money| voice.money_cents(money));
    match field {
        Field::Amount | Field::AmountMinor => {
            let price =
                terms.price(&listed).filter(|_| terms.mrr.is_none() || terms.amount.is_some());
            Some(money(price).unwrap_or_default())
        }
        Field::Mrr | Field::MrrMinor => {
            let mrr = terms.mrr.map(|minor| Money::new(minor, terms.currency));
            Some(money(mrr).unwrap_or_default())
        }
        Field::Interval => Some(spoken_interval(voice, &interval_code(terms.interval(&listed)))),
        Field::Currency => Some(terms.currency.code().to_owned()),
        Field::DiscountPercent if reader.reads_shares() => {
            let decimals = if terms.discount.is_multiple_of(100) { 0 } else { 2 };
            Some(voice.share(terms.discount.into(), 10_000, decimals))
        }
        _ => None,
    }
}

fn day(day: Option<Day>, voice: &Voice) -> String {
    day.map(|day| voice.day(day)).unwrap_or_default()
}

/// Says what a column means, with its first cell as it is read.
pub(super) struct Reading<'r> {
    mapping: &'r Mapping,
    context: &'r Context,
    voice: &'r Voice,
}

impl<'r> Reading<'r> {
    pub(super) fn new(mapping: &'r Mapping, context: &'r Context, voice: &'r Voice) -> Self {
        Self { mapping, context, voice }
    }

    /// "Price, read as €79.00"
    pub(super) fn meaning(&self, field: Field, at: usize, sample: Option<&String>) -> String {
        let label = self.voice.say(&field.label_key(), &[]);
        let cell = sample.map(String::as_bytes).unwrap_or_default();
        let style = self.mapping.styles[at];
        let read = if field.is_date() {
            let stamp = Stamp::read(cell, style.order.unwrap_or(DateOrder::DayFirst));
            let moment = |stamp| Zones::new(self.context.zone).local(stamp, style.zone);
            stamp.ok().flatten().map(|stamp| self.voice.day(moment(stamp).day))
        } else if field.is_money() {
            let number = Number::read(cell, style.decimals);
            number.and_then(|number| self.amount(number))
        } else if field == Field::Score {
            let category = if style.recoded { recoded(cell) } else { category(cell) };
            category.map(|category| self.voice.say(&format!("nps-{}", category.code()), &[]))
        } else {
            None
        };
        match read {
            None => label,
            Some(read) => {
                let args = [("field", label.into()), ("read", read.into())];
                self.voice.say("import-read-as", &args)
            }
        }
    }

    /// In the currency of the first row, else that of a sign beside it, else the workspace's.
    fn amount(&self, number: Number) -> Option<String> {
        let own = self.context.currency;
        let currency = self.mapping.first_currency.or_else(|| number.beside(own)).unwrap_or(own);
        let minor = number.minor(currency.exponent())?;
        Some(self.voice.money_cents(Money::new(minor, currency)))
    }
}
