//! The distribution of a survey's answers, and its score from wave to wave.

use super::card::{between, margin, points};
use super::frame::{Frame, count, wave_words};
use crate::chart::{Chart, Distribution, MarkLine, Place, Role, Said, Size, WavePoint, Waves};
use crate::model::Ratio;
use crate::survey::{
    Answer, Class, Kind, NpsScore, Survey, WaveKey, change, effort, loyalty_index, satisfaction,
    tally,
};
use crate::views::{Align, Cell, Column, Part, Row, Table};
use crate::voice::Voice;

/// How many waves a chart shows.
const SHOWN: usize = 12;

/// The colour of an answer on the scale of a survey.
pub(super) fn role(survey: &Survey, value: u8) -> Role {
    match survey.kind {
        Kind::Nps => {
            let score = NpsScore::try_from(i64::from(value));
            class_role(score.map_or(Class::Detractor, NpsScore::class))
        }
        Kind::Csat if survey.scale.is_top_two(value) => Role::Promoter,
        Kind::Ces | Kind::Own | Kind::Cli if survey.scale.is_above_middle(value) => Role::Promoter,
        Kind::Csat | Kind::Ces | Kind::Own | Kind::Cli => Role::Passive,
    }
}

/// The colour of a group.
pub(super) fn class_role(class: Class) -> Role {
    match class {
        Class::Promoter => Role::Promoter,
        Class::Passive => Role::Passive,
        Class::Detractor => Role::Detractor,
    }
}

/// How many gave which answer.
pub(super) fn distribution(
    frame: &Frame<'_>,
    survey: &Survey,
    scored: &[&Answer],
    size: Size,
    voice: &Voice,
) -> Chart {
    let mut counts = [0_i64; 256];
    for score in scored.iter().filter_map(|answer| answer.score) {
        counts[usize::from(score)] += 1;
    }
    let bar = |value: u8| {
        let (label, found) = (voice.count(value.into()), counts[usize::from(value)]);
        let list = frame.list(&format!("score={value}"));
        let args = [("score", label.as_str().into()), ("answers", voice.count(found).into())];
        let spoken = voice.say("survey-bar", &args);
        let answers = voice.say("column-answers", &[]);
        let role = role(survey, value);
        let place = Place {
            key: value.to_string(),
            title: voice.say("survey-score", &[("score", label.as_str().into())]),
            lines: vec![MarkLine::new(role, answers, voice.count(found)).list(list.clone())],
            label,
            spoken,
            list: Some(list),
        };
        (place, role, found)
    };
    let bars: Vec<_> = survey.scale.answers().map(bar).collect();
    let table = two_columns(
        ["column-score", "column-answers"],
        bars.iter().map(|(place, _, found)| {
            let found = Cell { list: place.list.clone(), ..Cell::text(voice.count(*found)) };
            (place.key.clone(), vec![Cell::text(&place.label), found])
        }),
        voice,
    );
    let all = voice.count(count(scored.len()));
    let summary = voice.say("chart-distribution", &[("answers", all.into())]);
    Distribution { bars, said: Said { summary, table } }.draw(size, *voice)
}

/// "27 detractors", "41 passives", "79 promoters": the legend, each with its list.
pub(super) fn classes(frame: &Frame<'_>, scored: &[&Answer], voice: &Voice) -> Vec<Part> {
    let tally = tally(scored.iter().copied());
    let part = |class: Class| {
        let value = tally.class(class);
        Part {
            key: class.name().to_owned(),
            label: voice.say(&format!("class-{}", class.name()), &[]),
            value,
            text: voice.count(value),
            raw: None,
            role: Some(class_role(class).name().to_owned()),
            list: Some(frame.list(&format!("class={}", class.name()))),
        }
    };
    Class::ALL.map(part).to_vec()
}

/// One wave's score, as far as it can be shown.
struct Scored {
    value: Option<f64>,
    interval: Option<(f64, f64)>,
    text: String,
    beside: String,
    answers: usize,
}

fn scored(frame: &Frame<'_>, survey: &Survey, wave: &WaveKey, voice: &Voice) -> Scored {
    let none = |answers| Scored {
        value: None,
        interval: None,
        text: voice.absent(),
        beside: String::new(),
        answers,
    };
    if !survey.has_score() {
        let itemed = frame.itemed(wave);
        let index = loyalty_index(&survey.items, itemed.iter().copied());
        return match index.score {
            None => none(0),
            Some(score) => plain(score, voice.decimal(score, 1), itemed.len()),
        };
    }
    let rows = frame.scored(wave);
    let scores = || rows.iter().filter_map(|answer| answer.score);
    match survey.kind {
        Kind::Nps | Kind::Cli => {
            let tally = tally(rows.iter().copied());
            match tally.score().zip(tally.interval()) {
                None => none(rows.len()),
                Some((score, interval)) => Scored {
                    value: Some(score.value() * 100.0),
                    interval: Some((interval.low, interval.high)),
                    text: points(score, voice),
                    beside: format!("{} ({})", margin(&interval, voice), between(&interval, voice)),
                    answers: rows.len(),
                },
            }
        }
        Kind::Csat => match satisfaction(survey.scale, scores()).share() {
            None => none(rows.len()),
            Some(share) => Scored {
                value: Some(share.value() * 100.0),
                ..plain(share, voice.percent(share, 0), rows.len())
            },
        },
        Kind::Ces | Kind::Own => match effort(survey.scale, scores()).mean() {
            None => none(rows.len()),
            Some(mean) => plain(mean, voice.decimal(mean, 1), rows.len()),
        },
    }
}

fn plain(value: Ratio, text: String, answers: usize) -> Scored {
    Scored { value: Some(value.value()), interval: None, text, beside: String::new(), answers }
}

/// The score from wave to wave.
pub(super) fn trend(frame: &Frame<'_>, survey: &Survey, size: Size, voice: &Voice) -> Chart {
    let here = frame.waves.iter().position(|wave| *wave == frame.wave);
    let to = here.map_or(frame.waves.len(), |at| (at + 1).max(SHOWN.min(frame.waves.len())));
    let shown = &frame.waves[to.saturating_sub(SHOWN)..to];
    let found: Vec<(&WaveKey, Scored)> =
        shown.iter().map(|wave| (wave, scored(frame, survey, wave, voice))).collect();
    let kind = voice.say(&format!("survey-kind-{}", survey.kind.code()), &[]);
    let point = |(wave, scored): &(&WaveKey, Scored)| {
        let title = wave_words(wave, voice);
        let mut lines = vec![MarkLine::new(Role::Accent, kind.clone(), scored.text.clone())];
        if !scored.beside.is_empty() {
            let label = voice.say("column-interval", &[]);
            lines.push(MarkLine::new(Role::Axis, label, scored.beside.clone()));
        }
        let answers = voice.count(count(scored.answers));
        lines.push(MarkLine::new(Role::Axis, voice.say("column-answers", &[]), answers));
        let said: Vec<String> =
            lines.iter().map(|line| format!("{} {}", line.label, line.text)).collect();
        WavePoint {
            value: scored.value,
            interval: scored.interval,
            finished: frame.is_finished(wave),
            place: Place {
                key: wave.to_string(),
                label: wave
                    .quarter()
                    .map_or_else(|| wave.to_string(), |quarter| voice.period_short(quarter)),
                spoken: format!("{title}: {}", said.join(", ")),
                title,
                lines,
                list: None,
            },
        }
    };
    let points: Vec<WavePoint> = found.iter().map(point).collect();
    let table = two_columns(
        ["column-wave", "column-score", "column-interval", "column-answers"],
        found.iter().map(|(wave, scored)| {
            let cells = [
                wave_words(wave, voice),
                scored.text.clone(),
                scored.beside.clone(),
                voice.count(count(scored.answers)),
            ];
            (wave.to_string(), cells.map(Cell::text).to_vec())
        }),
        voice,
    );
    let now = found.iter().find(|(wave, _)| **wave == frame.wave);
    let args = [
        ("wave", wave_words(&frame.wave, voice).into()),
        ("score", now.map_or_else(|| voice.absent(), |(_, it)| it.text.clone()).into()),
    ];
    let said = Said { summary: voice.say("chart-waves", &args), table };
    let selected = shown.iter().position(|wave| *wave == frame.wave);
    Waves { points, selected, signed: survey.kind == Kind::Nps, said }.draw(size, *voice)
}

/// What has become of the score since the wave before, and whether that is shown to be real.
pub(super) fn verdict(frame: &Frame<'_>, survey: &Survey, voice: &Voice) -> Option<String> {
    if survey.kind != Kind::Nps {
        return None;
    }
    let before = frame.before(&frame.wave)?;
    let (then, now) = (tally(frame.scored(before)), tally(frame.here()));
    let change = change(&then, &now)?;
    let key = match (change.is_shown(), change.by.num().signum()) {
        (None, _) => "verdict-none",
        (Some(true), 1) => "verdict-rise",
        (Some(true), _) => "verdict-fall",
        (Some(false), _) => "verdict-unsure",
    };
    let args =
        [("wave", wave_words(before, voice).into()), ("change", points(change.by, voice).into())];
    Some(voice.say(key, &args))
}

/// A table of finished text whose first column holds words and the others numbers.
pub(super) fn two_columns<const N: usize>(
    heads: [&str; N],
    rows: impl Iterator<Item = (String, Vec<Cell>)>,
    voice: &Voice,
) -> Table {
    let column = |(at, key): (usize, &str)| Column {
        key: key.trim_start_matches("column-").to_owned(),
        label: voice.say(key, &[]),
        align: if at == 0 { Align::Start } else { Align::End },
        sortable: false,
    };
    let rows: Vec<Row> = rows.map(|(key, cells)| Row { key, cells, open: None }).collect();
    let columns = heads.into_iter().enumerate().map(column).collect();
    Table { columns, count: rows.len(), rows, total: None }
}
