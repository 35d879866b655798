//! Enter: the form, and what the wave comes to while answers are typed in.

use super::card::{card, index_card};
use super::charts::{classes, distribution, role, trend, verdict};
use super::frame::{Frame, count, wave_words};
use super::{
    EnterView, ItemRow, Person, RecentAnswer, ScoreKey, SurveyQuery, follow, item_words, question,
};
use crate::book::Book;
use crate::chart::Size;
use crate::model::Money;
use crate::survey::{Answer, Kind, Survey, loyalty_index};
use crate::surveys::AnswerEntry;
use crate::views::frame::Frame as Periods;
use crate::views::{Query, charts as page};
use crate::voice::Voice;
use crate::{Error, Result};
use std::collections::BTreeSet;

/// How many answers, and people to ask, the page shows.
const RECENT: usize = 8;
const QUEUE: usize = 60;
/// Height of the charts, in CSS pixels.
const DISTRIBUTION: u32 = 116;
const TREND: u32 = 150;

/// The form, and what the wave comes to.
///
/// # Errors
/// Those of reading.
pub fn entering(book: &Book, query: &Query, ask: &SurveyQuery, voice: &Voice) -> Result<EnterView> {
    // Who types answers in types them all: the segment at the top is for reading.
    let everyone = Query { plans: Vec::new(), countries: Vec::new(), ..query.clone() };
    let frame = Frame::of_today(book, &everyone, ask)?;
    let width = page::nine_twentieths(&Periods::new(book, &everyone)?);
    let described = frame.described();
    let nps = Survey::implied("NPS", true, false);
    let survey = described.unwrap_or(&nps);
    let (scored, itemed) = (frame.here(), frame.itemed(&frame.wave));
    let has_score = survey.has_score();
    let waiting = waiting(&frame);
    let invited = frame.invited(&frame.wave);
    let answered = invited.map(|invited| invited - count(waiting.len()));
    let size = |height| Size::new(width, height);
    Ok(EnterView {
        revision: book.revision,
        ask: frame.bar(follow::detractors(book)?.len(), voice),
        question: question(survey, voice),
        ends: (
            voice.say(&format!("question-{}-low", survey.kind.code()), &[]),
            voice.say(&format!("question-{}-high", survey.kind.code()), &[]),
        ),
        keys: if has_score { keys(survey) } else { Vec::new() },
        items: items(survey, &itemed, voice),
        queue: waiting
            .iter()
            .take(QUEUE)
            .map(|customer| person_of(&frame, *customer, voice))
            .collect::<Result<_>>()?,
        waiting: waiting.len(),
        progress: match answered.zip(invited) {
            Some((answered, invited)) => voice.part_of(answered, invited),
            None => String::new(),
        },
        done: answered
            .zip(invited)
            .map(|(done, all)| (done as f64 / all as f64 * 1_000.0).round() / 10.0),
        score: has_score.then(|| card(&frame, survey, &scored, voice)),
        index: (!survey.items.is_empty()).then(|| index_card(&frame, survey, &itemed, voice)),
        classes: if survey.kind == Kind::Nps {
            classes(&frame, &scored, voice)
        } else {
            Vec::new()
        },
        distribution: has_score
            .then(|| distribution(&frame, survey, &scored, size(DISTRIBUTION), voice)),
        trend: described.map(|survey| trend(&frame, survey, size(TREND), voice)),
        verdict: described.and_then(|survey| verdict(&frame, survey, voice)),
        recent: recent(&frame, survey, voice)?,
    })
}

fn keys(survey: &Survey) -> Vec<ScoreKey> {
    let key = |value| ScoreKey { value, role: role(survey, value).name().to_owned() };
    survey.scale.answers().map(key).collect()
}

fn items(survey: &Survey, itemed: &[&Answer], voice: &Voice) -> Vec<ItemRow> {
    let index = loyalty_index(&survey.items, itemed.iter().copied());
    let row = |(item, mean): (&crate::survey::Item, &Option<crate::model::Ratio>)| ItemRow {
        label: item_words(item, voice),
        low: item.scale.low,
        high: item.scale.high,
        mean: mean.map_or_else(|| voice.absent(), |mean| voice.decimal(mean, 1)),
    };
    survey.items.iter().zip(&index.items).map(row).collect()
}

/// Who is invited to the wave and has not answered, in the order of the invitations.
fn waiting(frame: &Frame<'_>) -> Vec<u32> {
    let wave = frame.survey.and_then(|survey| frame.answers.wave(survey, &frame.wave));
    let answered: BTreeSet<u32> =
        frame.of_wave(&frame.wave).filter_map(|answer| answer.customer).collect();
    let invited =
        wave.into_iter().flat_map(|wave| wave.invited.iter().map(|(customer, _)| *customer));
    invited.filter(|customer| !answered.contains(customer)).collect()
}

/// One customer to ask, by number.
///
/// # Errors
/// `NoSuchCustomer`.
pub fn person(book: &Book, ask: &SurveyQuery, customer: i64, voice: &Voice) -> Result<Person> {
    let frame = Frame::new(book, &Query::default(), ask)?;
    let dense = book.ledger.find(customer).ok_or(Error::NoSuchCustomer)?;
    person_of(&frame, dense, voice)
}

/// "Team, €79 MRR, last time 8 in Q2 2026"
fn person_of(frame: &Frame<'_>, customer: u32, voice: &Voice) -> Result<Person> {
    let (book, ledger) = (frame.book, &frame.book.ledger);
    let mut parts = Vec::new();
    if let Some(state) = ledger.state_on(customer, book.as_of) {
        let plan = &ledger.plans[ledger.states.plan[state] as usize];
        parts.extend((!plan.is_empty()).then(|| plan.clone()));
        let mrr = Money::new(ledger.worth_on(customer, book.as_of).mrr, ledger.currency);
        parts.push(voice.say("person-mrr", &[("mrr", voice.money(mrr).into())]));
    }
    let mine = |row: &&Answer| {
        row.customer == Some(customer) && Some(row.survey) == frame.survey && row.score.is_some()
    };
    if let Some(last) = frame.answers.rows.iter().rev().find(mine) {
        let args = [
            (
                "score",
                last.score.map_or_else(String::new, |score| voice.count(score.into())).into(),
            ),
            ("wave", wave_words(&last.wave, voice).into()),
        ];
        parts.push(voice.say("person-last", &args));
    }
    Ok(Person {
        customer: ledger.customers.id[customer as usize],
        name: book.directory()?.person(customer).name.to_owned(),
        detail: parts.join(", "),
    })
}

/// The last answers entered into the wave, newest first.
fn recent(frame: &Frame<'_>, survey: &Survey, voice: &Voice) -> Result<Vec<RecentAnswer>> {
    let mut rows: Vec<&Answer> = frame.of_wave(&frame.wave).collect();
    rows.sort_by_key(|answer| std::cmp::Reverse(answer.id));
    let all = rows.len();
    let entered = rows.into_iter().take(RECENT).enumerate();
    entered.map(|(at, answer)| entered_row(frame, survey, answer, all - at, voice)).collect()
}

fn entered_row(
    frame: &Frame<'_>,
    survey: &Survey,
    answer: &Answer,
    number: usize,
    voice: &Voice,
) -> Result<RecentAnswer> {
    let directory = frame.book.directory()?;
    let id = answer.customer.map(|customer| frame.book.ledger.customers.id[customer as usize]);
    let role = answer.score.map(|score| role(survey, score));
    let class = answer.class().filter(|_| survey.kind == Kind::Nps);
    let comment = answer.comment.as_deref().unwrap_or_default();
    Ok(RecentAnswer {
        id: answer.id,
        number: voice.count(count(number)),
        name: answer.customer.map_or_else(
            || voice.say("anonymous", &[]),
            |customer| directory.person(customer).name.to_owned(),
        ),
        open: id.map(|id| format!("/customers/{id}")),
        score: answer.score.map_or_else(|| voice.absent(), |score| voice.count(score.into())),
        role: role.map(|role| role.name().to_owned()),
        class: class
            .map_or_else(String::new, |class| voice.say(&format!("one-of-{}", class.name()), &[])),
        comment: comment.to_owned(),
        entry: AnswerEntry {
            id: Some(answer.id),
            survey: survey.name.clone(),
            wave: Some(answer.wave.to_string()),
            customer: id,
            day: Some(answer.day.to_string()),
            score: answer.score.map(i64::from),
            items: answer.items.iter().map(|value| value.map(i64::from)).collect(),
            comment: comment.to_owned(),
        },
    })
}
