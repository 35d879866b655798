//! Scores and money: what became of who answered, and what the classes pay.

use super::charts::{class_role, two_columns};
use super::frame::{Frame, count};
use crate::survey::{Answer, Class, Following, following as followed, latest};
use crate::views::{Cell, Table};
use crate::voice::Voice;

/// The months after an answer that are looked at.
pub(super) const MONTHS: [u32; 3] = [3, 6, 12];

/// Answers of the survey with customer, day and score, of every wave: as the classes are followed.
pub(super) fn follows(frame: &Frame<'_>, months: u32) -> [Following; 3] {
    let rows = frame.waves.iter().flat_map(|wave| frame.scored(wave));
    let scores = rows.filter_map(|answer| Some((answer.customer?, answer.day, answer.class()?)));
    followed(&frame.book.ledger, frame.book.as_of, months, scores)
}

fn class_cell(class: Class, voice: &Voice) -> Cell {
    Cell {
        role: Some(class_role(class).name().to_owned()),
        ..Cell::text(voice.say(&format!("class-{}", class.name()), &[]))
    }
}

/// Of each class how many had left 3, 6 and 12 months after their answer.
pub(super) fn following(frame: &Frame<'_>, voice: &Voice) -> Table {
    let found = MONTHS.map(|months| follows(frame, months));
    let rows = Class::ALL.iter().enumerate().rev().map(|(at, class)| {
        let cell = |(months, classes): (&u32, &[Following; 3])| {
            let Following { answered, left } = &classes[at];
            let text = voice.share(count(left.len()), count(answered.len()), 0);
            let list = frame.list(&format!("left={months}+{}", class.name()));
            Cell { list: (!answered.is_empty()).then_some(list), ..Cell::text(text) }
        };
        let mut cells = vec![class_cell(*class, voice)];
        cells.extend(MONTHS.iter().zip(&found).map(cell));
        (class.name().to_owned(), cells)
    });
    let heads = ["column-class", "column-left-3", "column-left-6", "column-left-12"];
    two_columns(heads, rows, voice)
}

/// Of each customer who answered in the wave his last answer: what the classes pay today.
pub(super) fn paying(frame: &Frame<'_>, scored: &[&Answer], voice: &Voice) -> Table {
    let last = latest(scored.iter().copied());
    let today = frame.book.as_of;
    let rows = Class::ALL.iter().rev().map(|class| {
        let is_class = |answer: &&&Answer| answer.class() == Some(*class);
        let customers = last.iter().filter(is_class).filter_map(|answer| answer.customer);
        let paid: Vec<i64> =
            customers.map(|customer| frame.mrr(customer, today)).filter(|mrr| *mrr > 0).collect();
        let list = Some(frame.list(&format!("paying={}", class.name())));
        let sum = frame.money(paid.iter().sum());
        let cells = vec![
            class_cell(*class, voice),
            Cell { list, ..Cell::text(voice.count(count(paid.len()))) },
            Cell::text(voice.money(sum)),
        ];
        (class.name().to_owned(), cells)
    });
    two_columns(["column-class", "column-customers", "column-mrr-today"], rows, voice)
}
