//! A score with its margin and the sum behind it.

use super::frame::{Frame, answers_words};
use super::{Gauge, ScoreCard};
use crate::model::Ratio;
use crate::survey::{
    Answer, Interval, Kind, Survey, Tally, effort, loyalty_index, response_rate, satisfaction,
    tally, weighted,
};
use crate::voice::Voice;

/// Below so many answers the band alone is shown.
pub(super) const FEW: i64 = 10;

/// The score of some answers.
pub(super) fn card(
    frame: &Frame<'_>,
    survey: &Survey,
    scored: &[&Answer],
    voice: &Voice,
) -> ScoreCard {
    let invited = frame.invited(&frame.wave);
    let answered = i64::try_from(scored.len()).unwrap_or(i64::MAX);
    let rate = invited.and_then(|invited| Some((response_rate(answered, invited)?, invited)));
    let response = rate.map(|(rate, invited)| {
        let args =
            [("rate", voice.percent(rate, 0).into()), ("invited", voice.count(invited).into())];
        voice.say("survey-response", &args)
    });
    let card = ScoreCard {
        title: voice.say(&format!("survey-kind-{}", survey.kind.code()), &[]),
        answers: answers_words(scored.len(), voice),
        response,
        list: frame.list("scored"),
        ..ScoreCard::default()
    };
    match survey.kind {
        Kind::Nps => nps(card, &tally(scored.iter().copied()), frame, scored, voice),
        Kind::Cli => card,
        Kind::Csat => csat(card, survey, scored, voice),
        Kind::Ces | Kind::Own => mean(card, survey, scored, voice),
    }
}

fn nps(
    card: ScoreCard,
    tally: &Tally,
    frame: &Frame<'_>,
    scored: &[&Answer],
    voice: &Voice,
) -> ScoreCard {
    let Some((score, interval)) = tally.score().zip(tally.interval()) else { return card };
    let enough = tally.answers() >= FEW;
    let formula = [
        ("promoters", voice.count(tally.promoters()).into()),
        ("detractors", voice.count(tally.detractors()).into()),
        ("answers", voice.count(tally.answers()).into()),
        ("score", tenths(score, voice).into()),
    ];
    let weights = scored
        .iter()
        .filter_map(|answer| Some((answer.class()?, frame.mrr(answer.customer?, answer.day))));
    let weighted = weighted(weights);
    ScoreCard {
        headline: enough.then(|| points(score, voice)),
        margin: Some(margin(&interval, voice)),
        between: Some(between(&interval, voice)),
        gauge: Some(gauge(&interval, enough.then_some(score), voice)),
        formula: Some(voice.say("survey-nps-formula", &formula)),
        few: (!enough).then(|| voice.say("survey-few", &[])),
        weighted: weighted.score().filter(|_| enough).map(|score| {
            let args = [
                ("score", points(score, voice).into()),
                ("mrr", voice.money(frame.money(weighted.mrr())).into()),
            ];
            voice.say("survey-weighted", &args)
        }),
        ..card
    }
}

fn csat(card: ScoreCard, survey: &Survey, scored: &[&Answer], voice: &Voice) -> ScoreCard {
    let found = satisfaction(survey.scale, scored.iter().filter_map(|answer| answer.score));
    let formula = [
        ("part", voice.count(found.top_two).into()),
        ("answers", voice.count(found.answers).into()),
        ("from", voice.count(i64::from(survey.scale.high) - 1).into()),
        ("to", voice.count(survey.scale.high.into()).into()),
    ];
    ScoreCard {
        headline: found.share().filter(|_| found.answers >= FEW).map(|it| voice.percent(it, 0)),
        formula: found.share().map(|_| voice.say("survey-csat-formula", &formula)),
        few: few(found.answers, voice),
        ..card
    }
}

fn mean(card: ScoreCard, survey: &Survey, scored: &[&Answer], voice: &Voice) -> ScoreCard {
    let found = effort(survey.scale, scored.iter().filter_map(|answer| answer.score));
    let formula = [
        ("sum", voice.count(found.sum).into()),
        ("answers", voice.count(found.answers).into()),
        ("share", voice.share(found.agreeing, found.answers, 0).into()),
    ];
    ScoreCard {
        headline: found.mean().filter(|_| found.answers >= FEW).map(|it| voice.decimal(it, 1)),
        formula: found.mean().map(|_| voice.say("survey-mean-formula", &formula)),
        few: few(found.answers, voice),
        ..card
    }
}

/// The loyalty index of the answers that gave items.
pub(super) fn index_card(
    frame: &Frame<'_>,
    survey: &Survey,
    itemed: &[&Answer],
    voice: &Voice,
) -> ScoreCard {
    let index = loyalty_index(&survey.items, itemed.iter().copied());
    ScoreCard {
        title: voice.say("survey-kind-cli", &[]),
        answers: answers_words(itemed.len(), voice),
        headline: index.score.filter(|_| index.answers >= FEW).map(|it| voice.decimal(it, 0)),
        few: few(index.answers, voice),
        formula: index.score.map(|score| {
            voice.say("survey-cli-formula", &[("score", voice.decimal(score, 1).into())])
        }),
        list: frame.list("itemed"),
        ..ScoreCard::default()
    }
}

fn few(answers: i64, voice: &Voice) -> Option<String> {
    (0 < answers && answers < FEW).then(|| voice.say("survey-few-plain", &[]))
}

/// "+35"
pub(super) fn points(score: Ratio, voice: &Voice) -> String {
    voice.signed_count(score.scaled(100))
}

/// "35.4"
fn tenths(score: Ratio, voice: &Voice) -> String {
    Ratio::of(score.scaled(1_000), 10).map_or_else(String::new, |it| voice.decimal(it, 1))
}

/// "± 12"
pub(super) fn margin(interval: &Interval, voice: &Voice) -> String {
    format!("± {}", voice.count(interval.margin.round() as i64))
}

/// "+23 to +48"
pub(super) fn between(interval: &Interval, voice: &Voice) -> String {
    let end = |value: f64| voice.signed_count(value.round() as i64);
    voice.say(
        "survey-between",
        &[("low", end(interval.low).into()), ("high", end(interval.high).into())],
    )
}

/// Where the score and its band stand on the way from -100 to 100, in percent of its length.
pub(super) fn gauge(interval: &Interval, score: Option<Ratio>, voice: &Voice) -> Gauge {
    let place = |value: f64| ((value + 100.0) / 2.0 * 10.0).round() / 10.0;
    Gauge {
        low: place(interval.low),
        high: place(interval.high),
        at: score.map(|score| place(score.value() * 100.0)),
        ticks: [-100, -50, 0, 50, 100].map(|tick| voice.signed_count(tick)).to_vec(),
        spoken: between(interval, voice),
    }
}
