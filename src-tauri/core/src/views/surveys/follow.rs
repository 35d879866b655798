//! Follow-up: detractors who still pay, what comments are about, what customers miss, and whom to
//! ask next.

use super::charts::role;
use super::frame::{Frame, count};
use super::list::{ANSWERS, Line, Lines};
use super::wishes::feature_row;
use super::{CommentRow, FollowView, SurveyQuery, ThemeRow, asked};
use crate::Result;
use crate::book::{Answers, Book, Comment, Feedback};
use crate::chart::Role;
use crate::model::Money;
use crate::store::theme::Said;
use crate::survey::{Answer, BUILT_IN, Class, Kind, latest};
use crate::views::Query;
use crate::voice::{Arg, Voice};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// How many comments a page shows.
const COMMENTS: usize = 60;

/// Whom to call, what they say, what they miss, whom to ask next; `theme` chooses the comments.
///
/// # Errors
/// Those of reading.
pub fn following_up(
    book: &Book,
    query: &Query,
    ask: &SurveyQuery,
    theme: Option<&str>,
    voice: &Voice,
) -> Result<FollowView> {
    let frame = Frame::new(book, query, ask)?;
    let (answers, feedback) = (book.answers()?, book.feedback()?);
    let unhappy = unhappy(book, answers);
    let paying = unhappy.iter().filter(|answer| mrr(book, answer.customer) > 0).count();
    let gone = unhappy.len() - paying;
    let chosen = theme.and_then(|key| feedback.theme_place(key));
    let about: Vec<&Comment> = feedback
        .comments
        .iter()
        .rev()
        .filter(|comment| comment.day <= book.as_of)
        .filter(|comment| chosen.is_none_or(|place| comment.themes.contains(&place)))
        .collect();
    let shown = about.iter().take(COMMENTS);
    let comments = shown.map(|comment| comment_row(book, answers, feedback, comment, voice));
    Ok(FollowView {
        revision: book.revision,
        ask: frame.bar(paying, voice),
        detractors: "follow:detractors".to_owned(),
        gone: (gone > 0).then(|| {
            let args = [("count", Arg::from(gone)), ("text", voice.count(count(gone)).into())];
            voice.say("follow-gone", &args)
        }),
        themes: themes(book, answers, feedback, voice),
        themes_note: themes_note(&frame, voice),
        comments: comments.collect::<Result<_>>()?,
        comment_count: about.len(),
        features: feedback
            .features
            .iter()
            .map(|feature| feature_row(book, feedback, feature, voice))
            .collect::<Result<_>>()?,
        asking: asked::card(book, frame.kind(), voice)?,
    })
}

/// What a customer pays today; nothing without one.
pub(super) fn mrr(book: &Book, customer: Option<u32>) -> i64 {
    customer.map_or(0, |customer| book.ledger.worth_on(customer, book.as_of).mrr)
}

/// Of each customer his last NPS answer, whatever the survey, where it is a detractor's.
fn unhappy<'a>(book: &Book, answers: &'a Answers) -> Vec<&'a Answer> {
    let is_nps = |answer: &&Answer| {
        let kind = answers.surveys[answer.survey as usize].kind;
        kind == Kind::Nps && answer.is_scored() && answer.customer.is_some()
    };
    let known = answers.rows.iter().filter(|answer| answer.day <= book.as_of);
    let last = latest(known.filter(is_nps));
    last.into_iter().filter(|answer| answer.class() == Some(Class::Detractor)).collect()
}

/// Detractors who still pay, the largest first.
pub(super) fn detractors(book: &Book) -> Result<Vec<Line>> {
    let lines = unhappy(book, book.answers()?).into_iter().filter_map(|answer| {
        let mrr = mrr(book, answer.customer);
        (mrr > 0).then(|| Line {
            key: format!("answer-{}", answer.id),
            customer: answer.customer,
            score: answer.score.map(|score| (score, Role::Detractor)),
            cancelled: false,
            comment: answer.comment.as_deref().unwrap_or_default().to_owned(),
            day: Some(answer.day),
            after: None,
            mrr,
        })
    });
    let mut lines: Vec<Line> = lines.collect();
    lines.sort_by_key(|line| (Reverse(line.mrr), line.day));
    Ok(lines)
}

/// What a theme is called.
fn theme_words(feedback: &Feedback, place: usize, voice: &Voice) -> String {
    match BUILT_IN.get(place) {
        Some(theme) => voice.say(&format!("theme-{}", theme.key), &[]),
        None => feedback
            .own_themes
            .get(place - BUILT_IN.len())
            .map_or_else(String::new, |theme| theme.name.clone()),
    }
}

/// Score and colour of who made a comment; a cancellation has neither.
fn score_of(answers: &Answers, comment: &Comment) -> Option<(u8, Role)> {
    let (survey, score) = comment.answer?;
    let survey = answers.surveys.get(survey as usize)?;
    score.map(|score| (score, role(survey, score)))
}

fn themes(book: &Book, answers: &Answers, feedback: &Feedback, voice: &Voice) -> Vec<ThemeRow> {
    let known: Vec<&Comment> =
        feedback.comments.iter().filter(|comment| comment.day <= book.as_of).collect();
    let role_of = |comment: &Comment| score_of(answers, comment).map_or(Role::C6, |(_, role)| role);
    let of_theme = |place: usize| {
        let about: Vec<&Comment> =
            known.iter().copied().filter(|comment| comment.themes.contains(&place)).collect();
        (place, about)
    };
    let mut found: Vec<(usize, Vec<&Comment>)> =
        (0..feedback.theme_count()).map(of_theme).collect();
    found.sort_by_key(|(place, about)| (Reverse(about.len()), *place));
    let most = found.first().map_or(0, |(_, about)| about.len()).max(1);
    let row = |(place, about): (usize, Vec<&Comment>)| {
        let roles = [Role::Detractor, Role::Passive, Role::Promoter, Role::C6];
        let of_role = |wanted: Role| about.iter().filter(|it| role_of(it) == wanted).count();
        let bar = |role: Role| {
            let share = of_role(role) as f64 / most as f64 * 100.0;
            (role.name().to_owned(), (share * 10.0).round() / 10.0)
        };
        let customers: BTreeSet<u32> = about.iter().filter_map(|it| it.customer).collect();
        let sum: i64 = customers.into_iter().map(|customer| mrr(book, Some(customer))).sum();
        let key = feedback.theme_key(place).unwrap_or_default();
        ThemeRow {
            label: theme_words(feedback, place, voice),
            count: voice.count(about.len() as i64),
            bars: roles.map(bar).to_vec(),
            detractors: voice.count(of_role(Role::Detractor) as i64),
            mrr: voice.money(Money::new(sum, book.ledger.currency)),
            list: format!("theme:{key}"),
            key,
        }
    };
    found.into_iter().map(row).collect()
}

/// "78 of 147 gave words"
fn themes_note(frame: &Frame<'_>, voice: &Voice) -> String {
    let here: Vec<&Answer> = frame.of_wave(&frame.wave).collect();
    let with_words = here.iter().filter(|answer| answer.comment.is_some()).count();
    let args = [
        ("part", voice.count(with_words as i64).into()),
        ("whole", voice.count(here.len() as i64).into()),
    ];
    voice.say("follow-words", &args)
}

fn comment_row(
    book: &Book,
    answers: &Answers,
    feedback: &Feedback,
    comment: &Comment,
    voice: &Voice,
) -> Result<CommentRow> {
    let directory = book.directory()?;
    let score = score_of(answers, comment);
    let day = voice.day(comment.day);
    let when = match (comment.said, score) {
        (Said::Cancellation(_), _) => voice.say("said-cancelled-on", &[("day", day.into())]),
        (Said::Answer(_), Some((score, _))) => {
            let score = voice.count(score.into());
            voice.say("said-score-on", &[("score", score.into()), ("day", day.into())])
        }
        (Said::Answer(_), None) => day,
    };
    let key = match comment.said {
        Said::Answer(id) => format!("answer-{id}"),
        Said::Cancellation(id) => format!("cancellation-{id}"),
    };
    let asks = feedback.requests.iter().filter(|wish| wish.request.said == Some(comment.said));
    Ok(CommentRow {
        key,
        text: comment.text.to_string(),
        name: comment.customer.map_or_else(
            || voice.say("anonymous", &[]),
            |customer| directory.person(customer).name.to_owned(),
        ),
        open: comment.customer.map(|customer| address(book, customer)),
        when,
        role: score.map(|(_, role)| role.name().to_owned()),
        themes: comment.themes.iter().filter_map(|place| feedback.theme_key(*place)).collect(),
        features: asks.map(|wish| wish.request.feature).collect(),
    })
}

fn address(book: &Book, customer: u32) -> String {
    format!("/customers/{}", book.ledger.customers.id[customer as usize])
}

/// The comments about a theme, newest first; a customer's MRR counts once.
pub(super) fn theme_lines(book: &Book, key: &str, voice: &Voice) -> Result<Option<Lines>> {
    let (answers, feedback) = (book.answers()?, book.feedback()?);
    let Some(place) = feedback.theme_place(key) else { return Ok(None) };
    let about = feedback
        .comments
        .iter()
        .rev()
        .filter(|comment| comment.day <= book.as_of && comment.themes.contains(&place));
    let mut seen = BTreeSet::new();
    let line = |comment: &Comment| {
        let first = comment.customer.is_some_and(|customer| seen.insert(customer));
        Line {
            key: format!("{:?}", comment.said),
            customer: comment.customer,
            score: score_of(answers, comment),
            cancelled: matches!(comment.said, Said::Cancellation(_)),
            comment: comment.text.to_string(),
            day: Some(comment.day),
            after: None,
            mrr: if first { mrr(book, comment.customer) } else { 0 },
        }
    };
    let lines = about.map(line).collect();
    let title = theme_words(feedback, place, voice);
    Ok(Some(Lines { title, fields: ANSWERS, lines, are_customers: false }))
}
