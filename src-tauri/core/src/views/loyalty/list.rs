//! Lists of customers behind every number of the loyalty pages, with exactly its count and sum.

use super::LoyaltyQuery;
use super::frame::Frame;
use super::lines::{Line, Lines, Sum, find};
use crate::book::Book;
use crate::views::{Align, Cell, Column, ListTab, ListView, PageRequest, Row, Table, raw};
use crate::voice::{Arg, Voice};
use crate::{Error, Result};

/// The most rows one answer holds, and how many one that asks for no number.
const MOST: u32 = 500;
const USUAL: u32 = 100;

/// A column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Field {
    Customer,
    Tier,
    /// Points in his balance.
    Balance,
    /// What counts for a tier.
    Counted,
    /// What is missing to the next tier.
    Missing,
    /// Points that end soon.
    Ending,
    /// When something happens to him.
    Day,
    /// What he pays a month: summed.
    Mrr,
    /// What he counts for in points: summed.
    Points,
}

impl Field {
    fn key(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Tier => "tier",
            Self::Balance => "balance",
            Self::Counted => "counted",
            Self::Missing => "missing",
            Self::Ending => "ending",
            Self::Day => "day",
            Self::Mrr => "mrr",
            Self::Points => "points",
        }
    }

    fn label(self, voice: &Voice) -> String {
        let key = match self {
            Self::Customer => "column-customer",
            Self::Mrr => "column-mrr",
            Self::Day => "column-day",
            Self::Tier => "loyalty-column-tier",
            Self::Balance => "loyalty-column-balance",
            Self::Counted => "loyalty-column-counted",
            Self::Missing => "loyalty-column-missing",
            Self::Ending => "loyalty-column-ending",
            Self::Points => "loyalty-column-points",
        };
        voice.say(key, &[])
    }

    fn align(self) -> Align {
        match self {
            Self::Customer | Self::Tier | Self::Day => Align::Start,
            Self::Balance
            | Self::Counted
            | Self::Missing
            | Self::Ending
            | Self::Mrr
            | Self::Points => Align::End,
        }
    }
}

/// Whether a list of this name is one of these.
pub fn is_ours(name: &str) -> bool {
    name.starts_with("loyalty:")
}

/// A page of the list of this name: `loyalty:2026-11-20:tier=2`, `loyalty:2026-11-20:ending`.
///
/// # Errors
/// `NoSuchList` for a name that is none of these.
pub fn loyalty_list(
    book: &Book,
    name: &str,
    page: &PageRequest,
    voice: &Voice,
) -> Result<ListView> {
    let none = || Error::NoSuchList { list: name.to_owned() };
    let rest = name.strip_prefix("loyalty:").ok_or_else(none)?;
    let (day, what) = rest.split_once(':').ok_or_else(none)?;
    let ask = LoyaltyQuery { day: Some(day.to_owned()), ..LoyaltyQuery::default() };
    let frame = Frame::new(book, &ask)?;
    let Lines { title, fields, mut lines, sum: what_sum } =
        find(&frame, what, voice)?.ok_or_else(none)?;
    let directory = book.directory()?;
    let needle = page.search.trim().to_lowercase();
    if !needle.is_empty() {
        lines.retain(|line| directory.matches(line.customer, &needle));
    }
    sort(&mut lines, fields, page, &frame)?;
    let sum: i64 = lines.iter().map(|line| line.amount).sum();
    let limit = if page.limit == 0 { USUAL } else { page.limit.min(MOST) };
    let sight = lines.iter().skip(page.offset as usize).take(limit as usize);
    let rows: Vec<Row> =
        sight.map(|line| row(line, fields, &frame, voice)).collect::<Result<_>>()?;
    let text = voice.count(i64::try_from(lines.len()).unwrap_or(i64::MAX));
    let heads =
        voice.say("total-customers", &[("count", Arg::from(lines.len())), ("text", text.into())]);
    let mut total = vec![Cell::default(); fields.len()];
    let amount = amount(&frame, what_sum, sum, voice);
    let subtitle = match what_sum {
        Sum::Mrr => {
            let args = [("customers", heads.as_str().into()), ("mrr", amount.text.as_str().into())];
            voice.say("list-subtitle", &args)
        }
        Sum::Points => {
            let args =
                [("customers", heads.as_str().into()), ("points", amount.text.as_str().into())];
            voice.say("loyalty-list-points", &args)
        }
    };
    if let [first, .., last] = total.as_mut_slice() {
        *first = Cell::text(heads);
        *last = amount;
    }
    let head = |field: &Field| Column {
        key: field.key().to_owned(),
        label: field.label(voice),
        align: field.align(),
        sortable: true,
    };
    let sorted = page.sort.as_deref().filter(|key| fields.iter().any(|field| field.key() == *key));
    Ok(ListView {
        revision: book.revision,
        title,
        subtitle,
        sum,
        tabs: Vec::<ListTab>::new(),
        sort: sorted.map(str::to_owned),
        descending: sorted.is_some() && page.descending,
        table: Table {
            columns: fields.iter().map(head).collect(),
            rows,
            total: Some(Row { key: "total".to_owned(), cells: total, open: None }),
            count: lines.len(),
        },
    })
}

fn amount(frame: &Frame<'_>, what: Sum, value: i64, voice: &Voice) -> Cell {
    match what {
        Sum::Points => Cell::text(voice.count(value)),
        Sum::Mrr => {
            let money = frame.money(value);
            Cell::number(voice.money(money), raw::money(money))
        }
    }
}

fn sort(lines: &mut [Line], fields: &[Field], page: &PageRequest, frame: &Frame<'_>) -> Result<()> {
    let directory = frame.book.directory()?;
    let named = page.sort.as_deref();
    let field = named.and_then(|key| fields.iter().find(|field| field.key() == key));
    let rank = |line: &Line| directory.rank_of(line.customer);
    let order = |a: &Line, b: &Line| match field {
        // The list's own order: the highest tier first, then what counts most.
        None => {
            let own = |line: &Line| (line.tier, line.amount);
            own(b).cmp(&own(a))
        }
        Some(Field::Customer) => rank(a).cmp(&rank(b)),
        Some(Field::Tier) => a.tier.cmp(&b.tier),
        Some(Field::Balance) => a.balance.cmp(&b.balance),
        Some(Field::Counted) => a.counted.cmp(&b.counted),
        // Who has no tier above him stands last either way up.
        Some(Field::Missing) => {
            let missing = |line: &Line| line.missing.unwrap_or(i64::MAX);
            missing(a).cmp(&missing(b))
        }
        Some(Field::Ending) => a.ending.cmp(&b.ending),
        Some(Field::Day) => a.day.cmp(&b.day),
        Some(Field::Mrr | Field::Points) => a.amount.cmp(&b.amount),
    };
    lines.sort_by(|a, b| {
        let order = order(a, b);
        let order = if field.is_some() && page.descending { order.reverse() } else { order };
        order.then_with(|| rank(a).cmp(&rank(b)))
    });
    Ok(())
}

fn row(line: &Line, fields: &[Field], frame: &Frame<'_>, voice: &Voice) -> Result<Row> {
    let directory = frame.book.directory()?;
    let cell = |field: &Field| match field {
        Field::Customer => Cell::text(directory.person(line.customer).name),
        Field::Tier => line
            .tier
            .and_then(|tier| frame.mark(tier))
            .map_or_else(|| Cell::text(voice.absent()), Cell::tier),
        Field::Balance => Cell::text(voice.count(line.balance)),
        Field::Counted => Cell::number(frame.bare(line.counted, voice), frame.raw(line.counted)),
        Field::Missing => match line.missing {
            None => Cell::text(voice.absent()),
            Some(missing) => Cell::number(frame.bare(missing, voice), frame.raw(missing)),
        },
        Field::Ending => Cell::text(voice.count(line.ending)),
        Field::Day => Cell::text(line.day.map_or_else(|| voice.absent(), |day| voice.day(day))),
        Field::Mrr => amount(frame, Sum::Mrr, line.amount, voice),
        Field::Points => amount(frame, Sum::Points, line.amount, voice),
    };
    let id = frame.book.ledger.customers.id[line.customer as usize];
    Ok(Row {
        key: format!("{id}"),
        cells: fields.iter().map(cell).collect(),
        open: Some(format!("/customers/{id}")),
    })
}
