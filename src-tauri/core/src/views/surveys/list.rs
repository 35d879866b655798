//! Lists of answers, comments and people to ask: behind every number of the survey pages, with
//! exactly its count.

use super::frame::{Frame, answers_words, count, read};
use super::lines::answers;
use super::{SurveyQuery, asked, follow, wishes};
use crate::book::Book;
use crate::chart::Role;
use crate::model::{Day, Money};
use crate::survey::{Kind, View, WaveKey};
use crate::views::{Align, Cell, Column, ListView, PageRequest, Query, Row, Table, raw};
use crate::voice::{Arg, Voice};
use crate::{Error, Result};
use std::cmp::Ordering;

/// The most rows one answer holds, and how many one that asks for no number.
const MOST: u32 = 500;
const USUAL: u32 = 100;

/// One row of such a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Line {
    /// Tells it from the others.
    pub(super) key: String,
    pub(super) customer: Option<u32>,
    /// Score as it is shown, and the colour of its group.
    pub(super) score: Option<(u8, Role)>,
    /// Said with a cancellation instead of a score.
    pub(super) cancelled: bool,
    pub(super) comment: String,
    pub(super) day: Option<Day>,
    /// Days since the time before, for who was asked too often.
    pub(super) after: Option<i32>,
    /// What the customer counts for.
    pub(super) mrr: i64,
}

/// A list with its words.
pub(super) struct Lines {
    pub(super) title: String,
    pub(super) fields: &'static [Field],
    pub(super) lines: Vec<Line>,
    /// Whether the lines are customers; answers otherwise.
    pub(super) are_customers: bool,
}

/// A column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Field {
    Customer,
    /// Score and words in one: in a narrow place both stay in sight.
    Said,
    Comment,
    Day,
    Asked,
    After,
    Mrr,
}

impl Field {
    fn key(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Said => "said",
            Self::Comment => "comment",
            Self::Day => "day",
            Self::Asked => "asked",
            Self::After => "after",
            Self::Mrr => "mrr",
        }
    }

    fn align(self) -> Align {
        match self {
            Self::After | Self::Mrr => Align::End,
            Self::Customer | Self::Said | Self::Comment | Self::Day | Self::Asked => Align::Start,
        }
    }
}

pub(super) const ANSWERS: &[Field] = &[Field::Customer, Field::Said, Field::Day, Field::Mrr];
pub(super) const DUE: &[Field] = &[Field::Customer, Field::Asked, Field::Mrr];
pub(super) const OFTEN: &[Field] = &[Field::Customer, Field::Asked, Field::After, Field::Mrr];

/// Whether a list of this name is one of these.
pub fn is_ours(name: &str) -> bool {
    let kinds = ["answers:", "theme:", "wish:", "follow:", "asked:"];
    kinds.iter().any(|kind| name.starts_with(kind))
}

/// A page of the list of this name: `answers:NPS:2026-Q1:all:class=detractors`, `theme:price`,
/// `wish:3`, `follow:detractors`, `asked:due:nps`.
///
/// # Errors
/// `NoSuchList` for a name that is none of these.
pub fn answers_list(
    book: &Book,
    query: &Query,
    name: &str,
    page: &PageRequest,
    voice: &Voice,
) -> Result<ListView> {
    let found = find(book, query, name, voice)?;
    let found = found.ok_or_else(|| Error::NoSuchList { list: name.to_owned() })?;
    let Lines { title, fields, mut lines, are_customers } = found;
    let directory = book.directory()?;
    let needle = page.search.trim().to_lowercase();
    if !needle.is_empty() {
        lines.retain(|line| {
            line.customer.is_some_and(|customer| directory.matches(customer, &needle))
                || line.comment.to_lowercase().contains(&needle)
        });
    }
    sort(&mut lines, fields, page, book)?;
    let sum: i64 = lines.iter().map(|line| line.mrr).sum();
    let limit = if page.limit == 0 { USUAL } else { page.limit.min(MOST) };
    let sight = lines.iter().skip(page.offset as usize).take(limit as usize);
    let rows: Vec<Row> = sight.map(|line| row(line, fields, book, voice)).collect::<Result<_>>()?;
    let money = Money::new(sum, book.ledger.currency);
    let heads = if are_customers {
        let text = voice.count(count(lines.len()));
        voice.say("total-customers", &[("count", Arg::from(lines.len())), ("text", text.into())])
    } else {
        answers_words(lines.len(), voice)
    };
    let mut total = vec![Cell::default(); fields.len()];
    if let [first, .., last] = total.as_mut_slice() {
        *first = Cell::text(heads.clone());
        *last = Cell::number(voice.money(money), raw::money(money));
    }
    let head = |field: &Field| Column {
        key: field.key().to_owned(),
        label: voice.say(&format!("column-{}", field.key()), &[]),
        align: field.align(),
        sortable: true,
    };
    let sorted = page.sort.as_deref().filter(|key| fields.iter().any(|field| field.key() == *key));
    let subtitle = [("customers", heads.into()), ("mrr", voice.money(money).into())];
    Ok(ListView {
        revision: book.revision,
        title,
        subtitle: voice.say("list-subtitle", &subtitle),
        sum,
        tabs: Vec::new(),
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

fn find(book: &Book, query: &Query, name: &str, voice: &Voice) -> Result<Option<Lines>> {
    let parts: Vec<&str> = name.split(':').collect();
    match parts.as_slice() {
        ["answers", survey, wave, view, what] => {
            let view = View::ALL.into_iter().find(|known| known.name() == *view);
            let ask = SurveyQuery {
                survey: Some(read(survey)),
                wave: Some(read(wave)),
                view: view.unwrap_or_default(),
            };
            if book.answers()?.survey(&read(survey)).is_none() {
                return Ok(None);
            }
            let mut frame = Frame::new(book, query, &ask)?;
            // Also one that has no answers yet: nothing is behind its numbers.
            frame.wave = WaveKey::named(&read(wave));
            Ok(answers(&frame, what, voice))
        }
        ["theme", key] => follow::theme_lines(book, key, voice),
        ["wish", id] => match id.parse() {
            Ok(id) => wishes::wish_lines(book, id, voice),
            Err(_) => Ok(None),
        },
        ["follow", "detractors"] => Ok(Some(Lines {
            title: voice.say("list-detractors", &[]),
            fields: ANSWERS,
            lines: follow::detractors(book)?,
            are_customers: true,
        })),
        ["asked", what, kind] => match (*what, Kind::from_code(kind)) {
            ("due", Some(kind)) => asked::due_lines(book, kind, voice).map(Some),
            ("often", Some(kind)) => asked::often_lines(book, kind, voice).map(Some),
            _ => Ok(None),
        },
        _ => Ok(None),
    }
}

fn sort(lines: &mut [Line], fields: &[Field], page: &PageRequest, book: &Book) -> Result<()> {
    let directory = book.directory()?;
    let named = page.sort.as_deref();
    let Some(field) = named.and_then(|key| fields.iter().find(|field| field.key() == key)) else {
        return Ok(());
    };
    let rank = |line: &Line| line.customer.map_or(u32::MAX, |at| directory.rank_of(at));
    let order = |a: &Line, b: &Line| match field {
        Field::Customer => Ordering::Equal,
        Field::Said => {
            let said = |line: &Line| (line.score.map(|(score, _)| score), line.comment.clone());
            said(a).cmp(&said(b))
        }
        Field::Comment => a.comment.cmp(&b.comment),
        Field::Day | Field::Asked => a.day.cmp(&b.day),
        Field::After => a.after.cmp(&b.after),
        Field::Mrr => a.mrr.cmp(&b.mrr),
    };
    lines.sort_by(|a, b| {
        let order = order(a, b).then_with(|| {
            if *field == Field::Customer { rank(a).cmp(&rank(b)) } else { Ordering::Equal }
        });
        let order = if page.descending { order.reverse() } else { order };
        order.then_with(|| rank(a).cmp(&rank(b))).then_with(|| a.key.cmp(&b.key))
    });
    Ok(())
}

fn row(line: &Line, fields: &[Field], book: &Book, voice: &Voice) -> Result<Row> {
    let directory = book.directory()?;
    let name = line.customer.map_or_else(
        || voice.say("anonymous", &[]),
        |customer| directory.person(customer).name.to_owned(),
    );
    let money = Money::new(line.mrr, book.ledger.currency);
    let cell = |field: &Field| match field {
        Field::Customer => Cell::text(&name),
        Field::Said => said(line, voice),
        Field::Comment if line.comment.is_empty() => Cell::text(voice.absent()),
        Field::Comment => Cell::text(&line.comment),
        Field::Day => Cell::text(line.day.map_or_else(|| voice.absent(), |day| voice.day(day))),
        Field::Asked => {
            Cell::text(line.day.map_or_else(|| voice.say("asked-never", &[]), |day| voice.day(day)))
        }
        Field::After => Cell::text(line.after.map_or_else(
            || voice.absent(),
            |days| voice.say("asked-after", &[("days", voice.count(days.into()).into())]),
        )),
        Field::Mrr if line.customer.is_none() => Cell::text(voice.absent()),
        Field::Mrr => Cell::number(voice.money(money), raw::money(money)),
    };
    let id = line.customer.map(|customer| book.ledger.customers.id[customer as usize]);
    Ok(Row {
        key: line.key.clone(),
        cells: fields.iter().map(cell).collect(),
        open: id.map(|id| format!("/customers/{id}")),
    })
}

/// "6 “Too many clicks.”", "9", "cancelled “...”"
fn said(line: &Line, voice: &Voice) -> Cell {
    let score = match line.score {
        Some((score, _)) => voice.count(score.into()),
        None if line.cancelled => voice.say("said-cancelled", &[]),
        None => String::new(),
    };
    let words =
        if line.comment.is_empty() { String::new() } else { format!("“{}”", line.comment) };
    let parts = [score, words].into_iter().filter(|part| !part.is_empty());
    let text = parts.collect::<Vec<_>>().join(" ");
    Cell {
        role: line.score.map(|(_, role)| role.name().to_owned()),
        ..Cell::text(if text.is_empty() { voice.absent() } else { text })
    }
}
