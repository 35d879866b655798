//! Points outstanding from month to month, and what they will probably cost.

use super::LiabilityCard;
use super::frame::Frame;
use crate::chart::{Balances, Chart, MarkLine, Role, Said, Size, Slot, Timeline};
use crate::loyalty::Movements;
use crate::loyalty::{
    Month, Programme, Qualifier, SOON, expected_breakage, liability, observed_breakage,
};
use crate::model::{Period, Ratio};
use crate::views::{Align, Cell, Column, Part, Row, SumLine, Table, raw};
use crate::voice::Voice;

/// Months a chart shows.
const SHOWN: usize = 13;
/// Its height.
const HEIGHT: u32 = 130;
/// Room a card takes around its chart.
const CARD: u32 = 34;
/// Below this width of the page two columns become one; the window's styles have the same number.
const NARROW: u32 = 860;
const GUTTER: u32 = 16;

/// The kinds of movement in the order of a sum, with their signs.
const KINDS: [(&str, i64); 5] =
    [("earned", 1), ("adjusted", 1), ("redeemed", -1), ("expired", -1), ("reversed", -1)];

fn part_of(points: &Movements, kind: &str) -> i64 {
    match kind {
        "earned" => points.earned,
        "adjusted" => points.adjusted,
        "redeemed" => points.redeemed,
        "expired" => points.expired,
        _ => points.reversed,
    }
}

/// The card, with the sum of this month; the last finished one without.
pub(super) fn card(
    frame: &Frame<'_>,
    programme: &Programme,
    month: Option<&str>,
    voice: &Voice,
) -> Option<LiabilityCard> {
    let months = &frame.standings.months;
    let named = month.and_then(Period::parse);
    let named = months.iter().position(|it| Some(it.month) == named);
    let finished = months.iter().rposition(|it| it.finished);
    let at = named.or(finished).or(months.len().checked_sub(1))?;
    let here = &months[at];
    let cost = cost_words(frame, programme, voice);
    let result = frame.money(liability(programme, here.outstanding));
    Some(LiabilityCard {
        sub: voice.say(
            "loyalty-liability-sub",
            &[("month", voice.period(here.month).into()), ("cost", cost.clone().into())],
        ),
        sum: sum(frame, at, voice),
        chart: chart(frame, programme, here.month, voice),
        formula: formula(frame, programme, here.outstanding, voice),
        result: voice.money(result),
        result_raw: raw::money(result),
        breakage: breakage(frame, programme, voice),
        ending: ending(frame, voice),
        negative: negative(frame, voice),
        month: here.month.to_string(),
    })
}

/// What the liability comes of; where more points are owed than outstanding, what that means.
fn formula(frame: &Frame<'_>, programme: &Programme, outstanding: i64, voice: &Voice) -> String {
    if outstanding < 0 {
        let owed = frame.in_measure(Qualifier::Points, outstanding.saturating_neg(), voice);
        return voice.say("loyalty-liability-owed", &[("points", owed.into())]);
    }
    let args = [
        ("points", voice.count(outstanding).into()),
        ("per", voice.count(programme.cost.points.into()).into()),
        ("amount", voice.money_cents(frame.money(programme.cost.amount.into())).into()),
        ("share", share(programme, voice).into()),
    ];
    voice.say("loyalty-liability-formula", &args)
}

/// "72%"
pub(super) fn share(programme: &Programme, voice: &Voice) -> String {
    let share = Ratio::of(programme.expected_redemption, 1000);
    share.map_or_else(|| voice.absent(), |share| voice.percent(share, 0))
}

/// "100 points = €1.00"
fn cost_words(frame: &Frame<'_>, programme: &Programme, voice: &Voice) -> String {
    let points = frame.in_measure(Qualifier::Points, programme.cost.points.into(), voice);
    format!("{points} = {}", voice.money_cents(frame.money(programme.cost.amount.into())))
}

fn sum(frame: &Frame<'_>, at: usize, voice: &Voice) -> SumLine {
    let months = &frame.standings.months;
    let here = &months[at];
    let before = at.checked_sub(1).map_or(0, |at| months[at].outstanding);
    let end = |key: &str, month: Period, value: i64, list: Option<String>| Part {
        key: key.to_owned(),
        label: voice.say("loyalty-end-of", &[("month", voice.month_short(month).into())]),
        value,
        text: voice.count(value),
        raw: None,
        role: None,
        list,
    };
    let parts = KINDS.iter().filter_map(|(kind, sign)| {
        let value = part_of(&here.points, kind) * sign;
        let is_always = matches!(*kind, "earned" | "redeemed" | "expired");
        (value != 0 || is_always).then(|| Part {
            key: (*kind).to_owned(),
            label: voice.say(&format!("loyalty-{kind}"), &[]),
            value,
            text: voice.signed_count(value),
            raw: None,
            role: None,
            list: Some(frame.list(&format!("{kind}={}", here.month))),
        })
    });
    let month_before = here.month.plus(-1);
    SumLine {
        start: end("start", month_before, before, None),
        parts: parts.collect(),
        end: end("end", here.month, here.outstanding, at_end(frame, here)),
    }
}

/// Who has the points outstanding at the end of a month, or today where it is not over.
fn at_end(frame: &Frame<'_>, month: &Month) -> Option<String> {
    let day = month.month.last().min(frame.day);
    Some(format!("loyalty:{day}:balance"))
}

fn chart(frame: &Frame<'_>, programme: &Programme, selected: Period, voice: &Voice) -> Chart {
    let months = &frame.standings.months;
    let shown = &months[months.len().saturating_sub(SHOWN)..];
    let slot = |month: &Month| {
        let mut lines = vec![MarkLine::new(
            Role::Accent,
            voice.say("loyalty-outstanding", &[]),
            voice.count(month.outstanding),
        )];
        lines.extend(KINDS.iter().filter_map(|(kind, sign)| {
            let value = part_of(&month.points, kind) * sign;
            let label = voice.say(&format!("loyalty-{kind}"), &[]);
            (value != 0).then(|| MarkLine::new(Role::Axis, label, voice.signed_count(value)))
        }));
        let said: Vec<String> =
            lines.iter().map(|line| format!("{} {}", line.label, line.text)).collect();
        Slot {
            period: month.month,
            finished: month.finished,
            spoken: format!("{}: {}", voice.period(month.month), said.join(", ")),
            list: at_end(frame, month),
            lines,
        }
    };
    let timeline = Timeline { slots: shown.iter().map(slot).collect(), selected: Some(selected) };
    let outstanding = shown.last().map_or(0, |month| month.outstanding);
    let summary = voice.say("loyalty-chart", &[("points", voice.count(outstanding).into())]);
    let said = Said { summary, table: table(frame, programme, shown, voice) };
    let width = if frame.width < NARROW {
        frame.width - CARD
    } else {
        (frame.width - GUTTER) * 9 / 16 - CARD
    };
    let values = shown.iter().map(|month| month.outstanding).collect();
    Balances { timeline, values, said }.draw(Size::new(width, HEIGHT), *voice)
}

/// Month by month, the newest last.
pub(super) fn table(
    frame: &Frame<'_>,
    programme: &Programme,
    months: &[Month],
    voice: &Voice,
) -> Table {
    let keys = ["month", "start"].into_iter().chain(KINDS.iter().map(|(kind, _)| *kind));
    let keys: Vec<&str> = keys.chain(["end", "liability"]).collect();
    let column = |(at, key): (usize, &&str)| Column {
        key: (*key).to_owned(),
        label: voice.say(&format!("loyalty-column-{key}"), &[]),
        align: if at == 0 { Align::Start } else { Align::End },
        sortable: false,
    };
    let row = |month: &Month| {
        let start = month.outstanding - month.points.sum();
        let parts = KINDS.iter().map(|(kind, sign)| {
            let value = part_of(&month.points, kind) * sign;
            let list = frame.list(&format!("{kind}={}", month.month));
            let text = if value == 0 { voice.count(0) } else { voice.signed_count(value) };
            Cell { list: (value != 0).then_some(list), ..Cell::text(text) }
        });
        let cost = frame.money(liability(programme, month.outstanding));
        let mut cells =
            vec![Cell::text(voice.period_short(month.month)), Cell::text(voice.count(start))];
        cells.extend(parts);
        cells.push(Cell {
            list: at_end(frame, month),
            ..Cell::text(voice.count(month.outstanding))
        });
        cells.push(Cell::number(voice.money(cost), raw::money(cost)));
        Row { key: month.month.to_string(), cells, open: None }
    };
    let rows: Vec<Row> = months.iter().map(row).collect();
    Table {
        columns: keys.iter().enumerate().map(column).collect(),
        count: rows.len(),
        rows,
        total: None,
    }
}

/// Breakage expected, and the one observed where points have come to their end.
fn breakage(frame: &Frame<'_>, programme: &Programme, voice: &Voice) -> String {
    let mut all = Movements::default();
    frame.standings.months.iter().for_each(|month| all.add(&month.points));
    let expected =
        expected_breakage(programme).map_or_else(|| voice.absent(), |it| voice.percent(it, 0));
    match observed_breakage(&all) {
        None => voice.say("loyalty-breakage", &[("expected", expected.into())]),
        Some(observed) => {
            let observed = voice.percent(observed, 0);
            let args = [("expected", expected.into()), ("observed", observed.into())];
            voice.say("loyalty-breakage-observed", &args)
        }
    }
}

fn ending(frame: &Frame<'_>, voice: &Voice) -> Part {
    let value: i64 = frame.standings.rows.iter().map(|row| row.ending).sum();
    Part {
        key: "ending".to_owned(),
        label: voice.say("loyalty-ending", &[("days", voice.count(SOON.into()).into())]),
        value,
        text: voice.count(value),
        raw: None,
        role: None,
        list: Some(frame.list("ending")),
    }
}

fn negative(frame: &Frame<'_>, voice: &Voice) -> Option<Part> {
    let below = frame.standings.rows.iter().filter(|row| row.balance < 0).count();
    let value = i64::try_from(below).unwrap_or(i64::MAX);
    (value > 0).then(|| Part {
        key: "negative".to_owned(),
        label: voice.say("loyalty-negative", &[]),
        value,
        text: voice.count(value),
        raw: None,
        role: None,
        list: Some(frame.list("negative")),
    })
}
