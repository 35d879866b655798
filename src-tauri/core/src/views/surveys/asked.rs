//! Whom to ask next, and who was asked too often.

use super::follow::mrr;
use super::list::{DUE, Line, Lines, OFTEN};
use crate::Result;
use crate::book::{Answers, Book};
use crate::model::Day;
use crate::survey::{Asking, asking};
use crate::voice::Voice;
use std::cmp::Reverse;
use std::collections::HashSet;

/// Every customer of today with what the rule says of him.
pub(super) fn askings(book: &Book, answers: &Answers) -> Vec<(u32, Asking)> {
    let mut days: Vec<Vec<Day>> = vec![Vec::new(); book.ledger.len()];
    let mut was_asked = |customer: u32, day: Day| {
        if let Some(days) = days.get_mut(customer as usize) {
            days.push(day);
        }
    };
    for wave in &answers.waves {
        wave.invited.iter().for_each(|(customer, day)| was_asked(*customer, *day));
    }
    let invited: HashSet<(i64, u32)> = answers
        .waves
        .iter()
        .flat_map(|wave| wave.invited.iter().map(|(customer, _)| (wave.id, *customer)))
        .collect();
    for row in &answers.rows {
        let Some(customer) = row.customer else { continue };
        // Who was invited was asked then, not on the day he answered.
        let wave = answers.wave(row.survey, &row.wave);
        if wave.is_none_or(|wave| !invited.contains(&(wave.id, customer))) {
            was_asked(customer, row.day);
        }
    }
    let today = book.as_of;
    let is_there = |customer: &u32| {
        let state = book.ledger.state_on(*customer, today);
        state.is_some_and(|state| book.ledger.states.is_present(state))
    };
    let all = 0..u32::try_from(book.ledger.len()).unwrap_or(u32::MAX);
    let of = |customer: u32| (customer, asking(answers.rule, today, &days[customer as usize]));
    all.filter(is_there).map(of).collect()
}

fn people(
    book: &Book,
    chosen: impl Fn(&Asking) -> Option<(Option<Day>, Option<i32>)>,
) -> Result<Vec<Line>> {
    let found = askings(book, book.answers()?).into_iter().filter_map(|(customer, asking)| {
        let (day, after) = chosen(&asking)?;
        Some(Line {
            key: format!("customer-{customer}"),
            customer: Some(customer),
            day,
            after,
            mrr: mrr(book, Some(customer)),
            ..Line::default()
        })
    });
    let mut lines: Vec<Line> = found.collect();
    lines.sort_by_key(|line| Reverse(line.mrr));
    Ok(lines)
}

/// Who is due, the largest first.
pub(super) fn due_lines(book: &Book, voice: &Voice) -> Result<Lines> {
    let lines = people(book, |asking| asking.due.then_some((asking.last, None)))?;
    Ok(Lines { title: voice.say("list-due", &[]), fields: DUE, lines, are_customers: true })
}

/// Who was asked too often, the largest first.
pub(super) fn often_lines(book: &Book, voice: &Voice) -> Result<Lines> {
    let lines =
        people(book, |asking| asking.too_often.map(|asked| (Some(asked.on), Some(asked.after))))?;
    Ok(Lines { title: voice.say("list-often", &[]), fields: OFTEN, lines, are_customers: true })
}
