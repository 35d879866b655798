//! Who is on a list of answers: those behind one number of a survey's page.

use super::charts::role;
use super::frame::{Frame, read, wave_words};
use super::groups::By;
use super::item_words;
use super::list::{ANSWERS, Field, Line, Lines};
use super::money::follows;
use crate::survey::{Answer, Class, Kind, latest};
use crate::voice::Voice;

/// An answer as a row; what it counts for is what its customer paid on its day.
fn line(frame: &Frame<'_>, answer: &Answer) -> Line {
    let described = &frame.answers.surveys[answer.survey as usize];
    Line {
        key: format!("answer-{}", answer.id),
        customer: answer.customer,
        score: answer.score.map(|score| (score, role(described, score))),
        cancelled: false,
        comment: answer.comment.as_deref().unwrap_or_default().to_owned(),
        day: Some(answer.day),
        after: None,
        mrr: answer.customer.map_or(0, |customer| frame.mrr(customer, answer.day)),
    }
}

fn class(name: &str) -> Option<Class> {
    Class::ALL.into_iter().find(|class| class.name() == name)
}

/// The answers that meet a condition, newest first.
pub(super) fn answers(frame: &Frame<'_>, what: &str, voice: &Voice) -> Option<Lines> {
    let survey = frame.described()?;
    let (kind, value) = what.split_once('=').unwrap_or((what, ""));
    let scored = || frame.here();
    let mut words = String::new();
    let rows: Vec<&Answer> = match kind {
        "scored" => scored(),
        "itemed" => frame.itemed(&frame.wave),
        "score" => {
            let score: u8 = value.parse().ok()?;
            words = voice.say("survey-score", &[("score", voice.count(score.into()).into())]);
            scored().into_iter().filter(|answer| answer.score == Some(score)).collect()
        }
        "class" => {
            let class = class(value)?;
            words = voice.say(&format!("class-{}", class.name()), &[]);
            scored().into_iter().filter(|answer| answer.class() == Some(class)).collect()
        }
        "item" => {
            let at: usize = value.parse().ok()?;
            words = item_words(survey.items.get(at)?, voice);
            let is_given = |answer: &&Answer| answer.items.get(at).copied().flatten().is_some();
            frame.itemed(&frame.wave).into_iter().filter(is_given).collect()
        }
        "paying" => {
            let class = class(value)?;
            words = voice.say(
                "list-paying-class",
                &[("class", voice.say(&format!("class-{}", class.name()), &[]).into())],
            );
            return Some(Lines {
                lines: paying(frame, class),
                are_customers: true,
                ..lines(frame, survey.kind, &words, Vec::new(), voice)
            });
        }
        "left" => {
            let (months, name) = value.split_once('+')?;
            let (months, class) = (months.parse().ok()?, class(name)?);
            return Some(left(frame, months, class, voice));
        }
        by => {
            let by = By::ALL.into_iter().find(|known| known.name() == by)?;
            let group = read(value);
            words = by.words(&group, voice);
            let is_in = |answer: &&Answer| by.of(frame, answer).as_deref() == Some(&group);
            scored().into_iter().filter(is_in).collect()
        }
    };
    Some(lines(frame, survey.kind, &words, rows, voice))
}

fn lines(frame: &Frame<'_>, kind: Kind, words: &str, rows: Vec<&Answer>, voice: &Voice) -> Lines {
    let args = [
        ("kind", voice.say(&format!("survey-kind-{}", kind.code()), &[]).into()),
        ("wave", wave_words(&frame.wave, voice).into()),
        ("what", words.into()),
    ];
    let title = if words.is_empty() { "list-answers" } else { "list-answers-of" };
    let mut lines: Vec<Line> = rows.into_iter().map(|answer| line(frame, answer)).collect();
    lines.reverse();
    Lines { title: voice.say(title, &args), fields: ANSWERS, lines, are_customers: false }
}

/// Of each customer his last answer of the wave, where it is of this class and he still pays.
fn paying(frame: &Frame<'_>, class: Class) -> Vec<Line> {
    let last = latest(frame.here());
    let of_class = last.into_iter().filter(|answer| answer.class() == Some(class));
    let today = frame.book.as_of;
    let paying = of_class.filter_map(|answer| {
        let mrr = frame.mrr(answer.customer?, today);
        (mrr > 0).then(|| Line { mrr, ..line(frame, answer) })
    });
    let mut lines: Vec<Line> = paying.collect();
    lines.sort_by_key(|line| std::cmp::Reverse(line.mrr));
    lines
}

/// The answers of a class whose months are over, who left first.
fn left(frame: &Frame<'_>, months: u32, class: Class, voice: &Voice) -> Lines {
    let at = Class::ALL.iter().position(|known| *known == class).unwrap_or_default();
    let [detractors, passives, promoters] = follows(frame, months);
    let found = [detractors, passives, promoters].into_iter().nth(at).unwrap_or_default();
    let mut left = found.left.clone();
    // One answer is one line: of those of a customer who left as many have left as he gave.
    let lines = found.answered.iter().enumerate().map(|(at, customer)| {
        let gone = left.iter().position(|known| known == customer);
        if let Some(gone) = gone {
            left.swap_remove(gone);
        }
        Line {
            key: format!("left-{at}"),
            customer: Some(*customer),
            comment: voice.say(if gone.is_some() { "followed-left" } else { "followed-here" }, &[]),
            cancelled: gone.is_some(),
            mrr: frame.mrr(*customer, frame.book.as_of),
            ..Line::default()
        }
    });
    let mut lines: Vec<Line> = lines.collect();
    lines.sort_by_key(|line| (!line.cancelled, std::cmp::Reverse(line.mrr)));
    lines.iter_mut().for_each(|line| line.cancelled = false);
    let args = [
        ("class", voice.say(&format!("class-{}", class.name()), &[]).into()),
        ("months", voice.count(months.into()).into()),
    ];
    Lines {
        title: voice.say("list-followed", &args),
        fields: &[Field::Customer, Field::Comment, Field::Mrr],
        lines,
        are_customers: false,
    }
}
