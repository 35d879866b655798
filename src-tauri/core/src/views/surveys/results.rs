//! Waves: what a survey comes to, by whom, and what it means for the money.

use super::card::{card, index_card};
use super::charts::{classes, distribution, trend, two_columns, verdict};
use super::frame::{Frame, count};
use super::holds::holds;
use super::{SurveyQuery, SurveysView, follow, groups, item_words, money, usual_question};
use crate::Result;
use crate::book::Book;
use crate::chart::Size;
use crate::model::Period;
use crate::survey::{Answer, Kind, Survey, loyalty_index};
use crate::views::frame::Frame as Periods;
use crate::views::{Cell, Notice, NoticeTone, Query, Table, charts as page};
use crate::voice::{Language, Voice};

/// Height of the charts, in CSS pixels.
const DISTRIBUTION: u32 = 150;
const TREND: u32 = 170;

/// What a survey comes to.
///
/// # Errors
/// Those of reading.
pub fn surveys(
    book: &Book,
    query: &Query,
    ask: &SurveyQuery,
    voice: &Voice,
) -> Result<SurveysView> {
    let periods = Periods::new(book, query)?;
    let frame = Frame::new(book, query, ask)?;
    let follow = follow::detractors(book)?.len();
    let described = frame.described();
    let (scored, itemed) = (frame.here(), frame.itemed(&frame.wave));
    let with_score = described.filter(|survey| survey.has_score());
    let is_nps = with_score.is_some_and(|survey| survey.kind == Kind::Nps);
    let half = page::half_or_full(&periods);
    let questions = described.map(|survey| survey.questions.clone()).unwrap_or_default();
    let kind = frame.kind();
    let (survey_holds, wave_holds) = holds(&frame, voice);
    Ok(SurveysView {
        revision: book.revision,
        bar: periods.bar(voice),
        ask: frame.bar(follow, voice),
        notices: notices(&frame, &scored, &itemed, voice),
        score: with_score.map(|survey| card(&frame, survey, &scored, voice)),
        index: described
            .filter(|survey| !survey.items.is_empty())
            .map(|survey| index_card(&frame, survey, &itemed, voice)),
        classes: if is_nps { classes(&frame, &scored, voice) } else { Vec::new() },
        distribution: with_score.map(|survey| {
            distribution(&frame, survey, &scored, Size::new(half, DISTRIBUTION), voice)
        }),
        trend: described.map(|survey| trend(&frame, survey, Size::new(half, TREND), voice)),
        verdict: described.and_then(|survey| verdict(&frame, survey, voice)),
        items: described.and_then(|survey| items(&frame, survey, &itemed, voice)),
        groups: match with_score {
            Some(survey) if !scored.is_empty() => groups::groups(&frame, survey, &scored, voice),
            _ => Vec::new(),
        },
        following: is_nps.then(|| money::following(&frame, voice)),
        paying: is_nps.then(|| money::paying(&frame, &scored, voice)),
        questions: questions.map(Option::unwrap_or_default),
        usual_questions: Language::ALL
            .map(|language| usual_question(kind, &Voice::new(language, voice.region))),
        survey_holds,
        wave_holds,
        wave_has_days: frame.days().is_some(),
        days: days(&frame),
    })
}

/// First and last day of the wave: its own, or those of the quarter it is called like.
pub(super) fn days(frame: &Frame<'_>) -> (String, String) {
    let quarter = || frame.wave.quarter().map(|quarter: Period| (quarter.first(), quarter.last()));
    frame
        .days()
        .or_else(quarter)
        .map_or_else(Default::default, |(first, last)| (first.to_string(), last.to_string()))
}

fn notices(
    frame: &Frame<'_>,
    scored: &[&Answer],
    itemed: &[&Answer],
    voice: &Voice,
) -> Vec<Notice> {
    // Where there is no survey at all the page has nothing else to show and says so itself.
    if frame.survey.is_none() || !scored.is_empty() || !itemed.is_empty() {
        return Vec::new();
    }
    vec![Notice {
        code: "no_answers".to_owned(),
        tone: NoticeTone::Info,
        text: voice.say("notice-no-answers", &[]),
        link: Some(("/surveys/enter".to_owned(), voice.say("notice-no-answers-link", &[]))),
    }]
}

/// The items of the index with their means, each with the answers behind it.
fn items(frame: &Frame<'_>, survey: &Survey, itemed: &[&Answer], voice: &Voice) -> Option<Table> {
    if survey.items.is_empty() {
        return None;
    }
    let index = loyalty_index(&survey.items, itemed.iter().copied());
    let row = |(at, item): (usize, &crate::survey::Item)| {
        let given =
            itemed.iter().filter(|answer| answer.items.get(at).copied().flatten().is_some());
        let answers = Cell {
            list: Some(frame.list(&format!("item={at}"))),
            ..Cell::text(voice.count(count(given.count())))
        };
        let mean = index.items.get(at).copied().flatten();
        let mean = mean.map_or_else(|| voice.absent(), |mean| voice.decimal(mean, 1));
        let scale = format!("{}–{}", item.scale.low, item.scale.high);
        let cells =
            vec![Cell::text(item_words(item, voice)), Cell::text(scale), answers, Cell::text(mean)];
        (item.key.code(), cells)
    };
    let heads = ["column-item", "column-scale", "column-answers", "column-mean"];
    Some(two_columns(heads, survey.items.iter().enumerate().map(row), voice))
}
