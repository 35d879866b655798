//! What a file cannot answer, and what was assumed: said before the import.

use super::super::map::{Mapping, Origin};
use super::super::rates::{Direction, Quoted};
use super::super::validate::discount_shares;
use super::super::value::{DateOrder, Decimals, Number, rating, trim};
use super::super::{Context, Encoding, Field, Header, Kind, Sniffed, exporters};
use crate::shown::{Notice, NoticeTone};
use crate::voice::{Arg, Voice};

/// A notice of the catalogue: code `no_ended`, sentence `import-notice-no-ended`.
fn notice(code: &str, tone: NoticeTone, args: &[(&str, Arg)], voice: &Voice) -> Notice {
    let text = voice.say(&format!("import-notice-{}", code.replace('_', "-")), args);
    Notice { code: code.to_owned(), tone, text, link: None }
}

/// What header and head already tell.
pub(in crate::import) fn of_mapping(
    sniffed: &Sniffed,
    mapping: &Mapping,
    undecided: &[Field],
    context: &Context,
    voice: &Voice,
) -> Vec<Notice> {
    let has = |field| mapping.origins.contains_key(&field);
    let mut notices = Vec::new();
    let list = mapping.kind == Kind::Subscriptions;
    if let Some(name) = mapping.remedy.filter(|_| !mapping.missing().is_empty()) {
        let text = voice.say(&format!("remedy-{name}"), &[]);
        notices.push(Notice {
            code: "remedy".to_owned(),
            tone: NoticeTone::Warn,
            text,
            link: None,
        });
    }
    let mut add = |code, tone, args: &[(&str, Arg)]| notices.push(notice(code, tone, args, voice));
    if mapping.kind == Kind::Customers && is_of(sniffed, Kind::Costs) {
        add("also_costs", NoticeTone::Info, &[]);
    }
    if sniffed.before > 0 {
        let line = sniffed.header_line.to_string();
        add("lines_above", NoticeTone::Info, &[("line", line.into())]);
    }
    if sniffed.below > 0 {
        let line = (sniffed.header_line + 1).to_string();
        add("lines_below", NoticeTone::Info, &[("line", line.into())]);
    }
    if list && !has(Field::Ended) && !has(Field::CancelRequested) {
        add("no_ended_column", NoticeTone::Warn, &[]);
    }
    if list && !has(Field::Id) {
        add("no_key", NoticeTone::Warn, &[]);
    }
    if !undecided.is_empty() {
        let columns: Vec<String> =
            undecided.iter().filter_map(|f| mapping.column_of(*f, &sniffed.header)).collect();
        let orders = undecided.iter().filter_map(|field| match mapping.origins.get(field) {
            Some(Origin::Column(at)) => mapping.styles[*at].order,
            _ => None,
        });
        let order = orders.map(DateOrder::code).next().unwrap_or_default();
        let args = [("columns", columns.join(", ").into()), ("order", order.into())];
        add("date_order", NoticeTone::Warn, &args);
    }
    let is_amount =
        |field: &Field| field.is_money() || matches!(field, Field::AmountMinor | Field::MrrMinor);
    let unnamed = mapping.origins.keys().any(is_amount) && !has(Field::Currency);
    if mapping.kind == Kind::Rates {
        let quoted = Quoted::of(mapping, context.currency);
        let code = match quoted.direction {
            Direction::Worth => "rates_worth",
            Direction::Buys => "rates_buys",
        };
        add(code, NoticeTone::Warn, &[("base", quoted.base.code().into())]);
    } else if unnamed && !amounts_name_it(sniffed, mapping) {
        let code = context.currency.code();
        add("currency_assumed", NoticeTone::Info, &[("currency", code.into())]);
    }
    if list && !has(Field::Interval) && !has(Field::IntervalCount) && needs_interval(mapping) {
        add("interval_assumed", NoticeTone::Warn, &[]);
    }
    if list && let Some(column) = with_tax(sniffed, mapping) {
        add("with_tax", NoticeTone::Warn, &[("column", column.into())]);
    }
    if let Some(at) = discount_shares(sniffed, mapping) {
        add("discount_shares", NoticeTone::Warn, &[("column", (&*sniffed.header[at]).into())]);
    }
    if let Some((column, top)) = short_scale(sniffed, mapping) {
        let args = [("column", column.into()), ("top", top.to_string().into())];
        add("short_scale", NoticeTone::Warn, &args);
    }
    if mapping.maybe_cents {
        add("maybe_cents", NoticeTone::Warn, &[]);
    }
    if !mapping.private.is_empty() {
        let names: Vec<&str> =
            mapping.private.iter().map(|at| sniffed.header[*at].as_str()).collect();
        add("private", NoticeTone::Info, &[("columns", names.join(", ").into())]);
    }
    if matches!(sniffed.encoding, Encoding::Windows1252 | Encoding::Other(_)) {
        let name = sniffed.encoding.name();
        add("old_encoding", NoticeTone::Info, &[("encoding", name.into())]);
    }
    notices
}

/// The column of a price that says of itself that tax is in it.
fn with_tax<'s>(sniffed: &'s Sniffed, mapping: &Mapping) -> Option<&'s str> {
    const WITH: [&str; 9] = [
        "incl",
        "including",
        "inclusive",
        "inclusief",
        "inkl",
        "inklusive",
        "gross",
        "bruto",
        "brutto",
    ];
    let money = mapping.origins.iter().filter(|(field, _)| field.is_money());
    let names = money.flat_map(|(_, origin)| origin.columns()).map(|at| &*sniffed.header[at]);
    let says = |name: &str| {
        let lower = name.to_lowercase();
        lower.split(|c: char| !c.is_alphanumeric()).any(|word| WITH.contains(&word))
    };
    names.into_iter().find(|name| says(name))
}

/// Answers that all would be of detractors, because the scale of their column ends at 5: its name,
/// and the highest answer in it.
fn short_scale<'s>(sniffed: &'s Sniffed, mapping: &Mapping) -> Option<(&'s str, i64)> {
    let Some(Origin::Column(at)) = mapping.origins.get(&Field::Score) else { return None };
    if mapping.styles[*at].recoded {
        return None;
    }
    let number = |cell: &str| {
        let number = Number::read(rating(trim(cell.as_bytes()))?, Decimals::Unknown)?;
        number.whole()
    };
    let answers = sniffed.rows.iter().filter_map(|row| number(&row.cells[*at]));
    let (count, top) = answers.fold((0, 0), |(n, top), answer| (n + 1, answer.max(top)));
    (count >= 3 && (2..=5).contains(&top)).then(|| (sniffed.header[*at].as_str(), top))
}

/// Whether an exporter's file holds this kind, too.
fn is_of(sniffed: &Sniffed, kind: Kind) -> bool {
    let headers: Vec<Header> = sniffed.header.iter().map(|name| Header::new(name)).collect();
    exporters::recognise(&headers, Some(kind)).is_some()
}

/// Whether every amount of the first rows has a sign of its currency beside it.
fn amounts_name_it(sniffed: &Sniffed, mapping: &Mapping) -> bool {
    let columns = mapping.origins.iter().filter(|(field, _)| field.is_money());
    let columns: Vec<usize> = columns.flat_map(|(_, origin)| origin.columns()).collect();
    let cells = sniffed.rows.iter().flat_map(|row| columns.iter().map(|at| (*at, &row.cells[*at])));
    let mut amounts = cells
        .filter_map(|(at, cell)| {
            Number::read(cell.as_bytes().trim_ascii(), mapping.styles[at].decimals)
        })
        .peekable();
    amounts.peek().is_some()
        && amounts.all(|amount| amount.currency.is_some() || amount.sign.is_some())
}

/// The price is for an interval; a monthly amount is not.
fn needs_interval(mapping: &Mapping) -> bool {
    let has = |field| mapping.origins.contains_key(&field);
    !has(Field::Mrr) && !has(Field::MrrMinor)
}

/// What is left to say after all rows were read: the first list of ours that leaves out cancelled
/// subscriptions says so here, whatever its columns promised.
pub(in crate::import) fn of_run(
    sniffed: &Sniffed,
    mapping: &Mapping,
    undecided: &[Field],
    context: &Context,
    has_ended: bool,
    voice: &Voice,
) -> Vec<Notice> {
    let mut notices = of_mapping(sniffed, mapping, undecided, context, voice);
    if !has_ended && notices.iter().all(|notice| notice.code != "no_ended_column") {
        notices.insert(0, notice("no_ended", NoticeTone::Warn, &[], voice));
    }
    notices
}
