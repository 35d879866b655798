//! Whom to ask next, and who was asked too often: each kind of survey by itself.

use super::AskingCard;
use super::follow::mrr;
use super::frame::count;
use super::list::{DUE, Line, Lines, OFTEN};
use crate::Result;
use crate::book::{Answers, Book};
use crate::model::Day;
use crate::survey::{Asking, Kind, asking};
use crate::voice::Voice;
use std::cmp::Reverse;
use std::collections::HashSet;

/// The card of a kind of survey.
pub(super) fn card(book: &Book, kind: Kind, voice: &Voice) -> Result<AskingCard> {
    let answers = book.answers()?;
    let asked = askings(book, answers, kind);
    let number = |is: fn(&Asking) -> bool| {
        voice.count(count(asked.iter().filter(|(_, asking)| is(asking)).count()))
    };
    Ok(AskingCard {
        kind: voice.say(&format!("survey-kind-{}", kind.code()), &[]),
        rule: answers.rule,
        due: number(|asking| asking.due),
        due_list: format!("asked:due:{}", kind.code()),
        too_often: number(|asking| asking.too_often.is_some()),
        too_often_list: format!("asked:often:{}", kind.code()),
    })
}

/// Every customer of today with what the rule says of him and surveys of this kind.
fn askings(book: &Book, answers: &Answers, kind: Kind) -> Vec<(u32, Asking)> {
    let is_of = |survey: u32| answers.surveys[survey as usize].kind == kind;
    let mut days: Vec<Vec<Day>> = vec![Vec::new(); book.ledger.len()];
    let mut was_asked = |customer: u32, day: Day| {
        if let Some(days) = days.get_mut(customer as usize) {
            days.push(day);
        }
    };
    let mut invited: HashSet<(i64, u32)> = HashSet::new();
    for wave in answers.waves.iter().filter(|wave| is_of(wave.survey)) {
        for (customer, day) in &wave.invited {
            was_asked(*customer, *day);
            invited.insert((wave.id, *customer));
        }
    }
    for row in answers.rows.iter().filter(|row| is_of(row.survey)) {
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
    kind: Kind,
    chosen: impl Fn(&Asking) -> Option<(Option<Day>, Option<i32>)>,
) -> Result<Vec<Line>> {
    let found =
        askings(book, book.answers()?, kind).into_iter().filter_map(|(customer, asking)| {
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
pub(super) fn due_lines(book: &Book, kind: Kind, voice: &Voice) -> Result<Lines> {
    let lines = people(book, kind, |asking| asking.due.then_some((asking.last, None)))?;
    let title = titled("list-due", kind, voice);
    Ok(Lines { title, fields: DUE, lines, are_customers: true })
}

/// Who was asked too often, the largest first.
pub(super) fn often_lines(book: &Book, kind: Kind, voice: &Voice) -> Result<Lines> {
    let lines = people(book, kind, |asking| {
        asking.too_often.map(|asked| (Some(asked.on), Some(asked.after)))
    })?;
    let title = titled("list-often", kind, voice);
    Ok(Lines { title, fields: OFTEN, lines, are_customers: true })
}

/// "NPS: due for a survey"
fn titled(key: &str, kind: Kind, voice: &Voice) -> String {
    let kind = voice.say(&format!("survey-kind-{}", kind.code()), &[]);
    voice.say(key, &[("kind", kind.into())])
}
