//! Churn: who left, by period, with reasons.

use super::charts::{self, Lost};
use super::figure::figure_at;
use super::frame::Frame;
use super::raw;
use super::{Align, Cell, ChurnView, Column, Query, Row, Table, metric};
use crate::book::Book;
use crate::chart::Size;
use crate::model::Period;
use crate::voice::{Arg, Voice};
use crate::{Result, metrics};

/// Height of the charts, in CSS pixels.
const HEIGHT: u32 = 160;

/// The churn view; `month` is the period that was opened.
///
/// # Errors
/// An attribute the segment names that nobody has.
pub fn churn(book: &Book, query: &Query, month: Option<&str>, voice: &Voice) -> Result<ChurnView> {
    let frame = Frame::new(book, query)?;
    let selected = frame.selected(month);
    let size = Size::new(charts::half(&frame), HEIGHT);
    let figures = [&metric::CHURNED, &metric::CHURN, &metric::CHURNED_MRR, &metric::GROSS_CHURN];
    Ok(ChurnView {
        revision: book.revision,
        bar: frame.bar(voice),
        notices: frame.notices(voice),
        figures: figures.map(|metric| figure_at(&frame, metric, selected, voice)).into(),
        customers: charts::lost(&frame, Lost::Customers, selected, size, voice),
        mrr: charts::lost(&frame, Lost::Mrr, selected, size, voice),
        reasons: reasons(&frame, selected, voice),
        list: format!("churned:{selected}"),
    })
}

/// Reasons of the period, the one that cost most first.
fn reasons(frame: &Frame<'_>, period: Period, voice: &Voice) -> Table {
    let states = &frame.book.ledger.states;
    let mut reasons: Vec<(u32, i64, i64)> = Vec::new();
    for one in metrics::churned(&frame.scope(), period) {
        let reason = states.reason[one.state];
        match reasons.iter_mut().find(|(known, ..)| *known == reason) {
            Some((_, customers, mrr)) => {
                *customers += 1;
                *mrr += one.amount;
            }
            None => reasons.push((reason, 1, one.amount)),
        }
    }
    reasons.sort_unstable_by_key(|(reason, customers, mrr)| (-mrr, -customers, *reason));
    let column = |key: &str, align| Column {
        key: key.to_owned(),
        label: voice.say(&format!("column-{key}"), &[]),
        align,
        sortable: false,
    };
    let cells = |name: String, customers: i64, mrr: i64, list: Option<String>| {
        vec![
            Cell::text(name),
            Cell { list: list.clone(), ..Cell::text(voice.count(customers)) },
            Cell {
                list,
                ..Cell::number(voice.money(frame.money(mrr)), raw::money(frame.money(mrr)))
            },
        ]
    };
    let row = |&(reason, customers, mrr): &(u32, i64, i64)| Row {
        key: reason.to_string(),
        cells: cells(
            reason_words(frame, reason, voice),
            customers,
            mrr,
            Some(format!("churned:{period}:{reason}")),
        ),
        open: None,
    };
    let (customers, mrr) = reasons
        .iter()
        .fold((0, 0), |(heads, sum), (_, customers, mrr)| (heads + customers, sum + mrr));
    let count = [("count", Arg::from(customers)), ("text", voice.count(customers).into())];
    let total = voice.say("total-customers", &count);
    Table {
        columns: vec![
            column("reason", Align::Start),
            column("customers", Align::End),
            column("lost", Align::End),
        ],
        rows: reasons.iter().map(row).collect(),
        total: Some(Row {
            key: String::new(),
            cells: cells(total, customers, mrr, None),
            open: None,
        }),
        count: reasons.len(),
    }
}

/// A reason in the words of its source.
pub(super) fn reason_words(frame: &Frame<'_>, reason: u32, voice: &Voice) -> String {
    let known = frame.book.ledger.reasons.get(reason as usize);
    match known.map(|reason| reason.text.as_str()) {
        None | Some("") => voice.say("no-reason", &[]),
        Some(text) => text.to_owned(),
    }
}
