//! Whether the programme brings about what it is for.

use super::frame::Frame;
use super::{Verdict, WorksCard};
use crate::loyalty::{
    Aim, Compared, Doubt, Effect, Month, Programme, Tenure, by_tenure, effect, liability, subjects,
};
use crate::model::Ratio;
use crate::views::{Align, Cell, Column, Row, Table, raw};
use crate::voice::Voice;

/// Months of cost that are shown.
const MONTHS: usize = 6;

/// The card.
pub(super) fn card(frame: &Frame<'_>, programme: &Programme, voice: &Voice) -> WorksCard {
    let (ledger, standings) = (&frame.book.ledger, &frame.standings);
    let found = effect(&subjects(ledger, standings, &frame.then, &frame.now));
    let (tone, verdict) = verdict(frame, programme.aim, &found, voice);
    WorksCard {
        aim: aim(programme.aim, voice),
        answer: answer(tone, voice),
        verdict,
        tone,
        rows: rows(frame, &found, voice),
        note: note(&found, voice),
        tenure: tenure(frame, voice),
        cost: cost(frame, voice),
    }
}

/// "To have members stay longer"
pub(super) fn aim(aim: Aim, voice: &Voice) -> String {
    let key = match aim {
        Aim::Visits => "loyalty-aim-visits",
        Aim::Spend => "loyalty-aim-spend",
        Aim::Stay => "loyalty-aim-stay",
        Aim::Referrals => "loyalty-aim-referrals",
    };
    voice.say(key, &[])
}

fn answer(tone: Verdict, voice: &Voice) -> String {
    let key = match tone {
        Verdict::Yes => "loyalty-answer-yes",
        Verdict::No => "loyalty-answer-no",
        Verdict::Unsure => "loyalty-answer-unsure",
        Verdict::Cannot => "loyalty-answer-cannot",
    };
    voice.say(key, &[])
}

/// What the figure the programme is for says: retention for a longer stay, spend for everything
/// else that pays.
fn verdict(frame: &Frame<'_>, aim: Aim, found: &Effect, voice: &Voice) -> (Verdict, String) {
    let cannot = |key: &str| (Verdict::Cannot, voice.say(key, &[]));
    for doubt in &found.doubts {
        match doubt {
            Doubt::NoMembers => return cannot("loyalty-doubt-no-members"),
            Doubt::NoOthers => return cannot("loyalty-doubt-no-others"),
            Doubt::NoOverlap => return cannot("loyalty-doubt-no-overlap"),
            Doubt::LittleOverlap | Doubt::TooFew => {}
        }
    }
    let by_stay = aim == Aim::Stay;
    let figure = if by_stay { &found.retention } else { &found.spend };
    let Some(figure) = figure else { return cannot("loyalty-doubt-no-overlap") };
    let tone = match (figure.is_shown(), figure.difference > 0.0) {
        (true, true) => Verdict::Yes,
        (true, false) => Verdict::No,
        (false, _) => Verdict::Unsure,
    };
    let written =
        |value: f64| if by_stay { points(value, voice) } else { money(frame, value, voice) };
    let (low, high) = figure.interval.unwrap_or((figure.difference, figure.difference));
    let args = [
        ("figure", if by_stay { "stay".into() } else { "spend".into() }),
        ("difference", written(figure.difference).into()),
        ("low", written(low).into()),
        ("high", written(high).into()),
    ];
    let key = match tone {
        Verdict::Yes => "loyalty-works-yes",
        Verdict::No => "loyalty-works-no",
        Verdict::Unsure | Verdict::Cannot => "loyalty-works-unsure",
    };
    (tone, voice.say(key, &args))
}

/// "+3.1 pts" of a difference of shares.
fn points(share: f64, voice: &Voice) -> String {
    let thousandths = (share * 1000.0).round() as i64;
    match (Ratio::of(thousandths, 1000), Ratio::of(0, 1)) {
        (Some(share), Some(none)) => voice.signed_points(share, none),
        _ => voice.absent(),
    }
}

fn money(frame: &Frame<'_>, minor: f64, voice: &Voice) -> String {
    voice.signed_money(frame.money(minor.round() as i64))
}

/// Retention and spend of members beside those of the others like them.
fn rows(frame: &Frame<'_>, found: &Effect, voice: &Voice) -> Table {
    let percent = |share: f64| {
        let share = Ratio::of((share * 1000.0).round() as i64, 1000);
        share.map_or_else(|| voice.absent(), |share| voice.percent(share, 1))
    };
    let amount = |minor: f64| voice.money(frame.money(minor.round() as i64));
    let row = |key: &str,
               of: &Compared,
               plain: &dyn Fn(f64) -> String,
               signed: &dyn Fn(f64) -> String| {
        let between = of.interval.map_or_else(
            || voice.absent(),
            |(low, high)| {
                let args = [("low", signed(low).into()), ("high", signed(high).into())];
                voice.say("loyalty-between", &args)
            },
        );
        let cells = vec![
            Cell::text(voice.say(&format!("loyalty-figure-{key}"), &[])),
            Cell::text(plain(of.members)),
            Cell::text(plain(of.others)),
            Cell::text(signed(of.difference)),
            Cell::text(between),
        ];
        Row { key: key.to_owned(), cells, open: None }
    };
    let kept =
        found.retention.as_ref().map(|of| row("kept", of, &percent, &|it| points(it, voice)));
    let spend =
        found.spend.as_ref().map(|of| row("spend", of, &amount, &|it| money(frame, it, voice)));
    let rows: Vec<Row> = kept.into_iter().chain(spend).collect();
    table(["figure", "members", "others", "difference", "interval"], rows, voice)
}

fn note(found: &Effect, voice: &Voice) -> String {
    let count = |count: i64| crate::voice::Arg::from(voice.count(count));
    if found.matched_members == 0 {
        return voice.say("loyalty-match", &[]);
    }
    let args = [
        ("members", count(found.members)),
        ("matched", count(found.matched_members)),
        ("others", count(found.matched_others)),
    ];
    let mut said = vec![voice.say("loyalty-matched", &args)];
    for doubt in &found.doubts {
        match doubt {
            Doubt::TooFew => said.push(voice.say("loyalty-doubt-few", &[])),
            Doubt::LittleOverlap => said.push(voice.say("loyalty-doubt-little", &[])),
            Doubt::NoMembers | Doubt::NoOthers | Doubt::NoOverlap => {}
        }
    }
    said.join(" ")
}

/// Customers of over three years beside those of under six months.
fn tenure(frame: &Frame<'_>, voice: &Voice) -> Table {
    let (long, new) = by_tenure(&frame.book.ledger, &frame.standings, &frame.now);
    let row = |key: &str, of: &Tenure| {
        let each = |sum: i64| {
            let count = i64::try_from(of.customers.len()).unwrap_or(i64::MAX);
            match Ratio::of(sum, count) {
                None => Cell::text(voice.absent()),
                Some(each) => {
                    let money = frame.money(each.scaled(1));
                    Cell::number(voice.money_cents(money), raw::money(money))
                }
            }
        };
        let count = i64::try_from(of.customers.len()).unwrap_or(i64::MAX);
        let cells = vec![
            Cell::text(voice.say(&format!("loyalty-tenure-{key}"), &[])),
            Cell {
                list: (count > 0).then(|| frame.list(&format!("tenure-{key}"))),
                ..Cell::text(voice.count(count))
            },
            each(of.mrr),
            each(of.paid),
        ];
        Row { key: key.to_owned(), cells, open: None }
    };
    let rows = vec![row("long", &long), row("new", &new)];
    table(["group", "customers", "mrr-each", "paid-each"], rows, voice)
}

/// What the programme cost by month, the newest first.
fn cost(frame: &Frame<'_>, voice: &Voice) -> Table {
    let money = |minor: i64| {
        let money = frame.money(minor);
        Cell::number(voice.money(money), raw::money(money))
    };
    let row = |month: &Month| {
        let rules = frame.offer.on(month.month.last().min(frame.day));
        let points = rules.map_or(0, |rules| liability(rules, month.points.earned));
        let benefits = rules.map_or(0, |rules| benefits(rules, month));
        let cells = vec![
            Cell::text(voice.period_short(month.month)),
            Cell::text(voice.count(month.points.earned)),
            money(points),
            money(benefits),
            money(points + benefits),
        ];
        Row { key: month.month.to_string(), cells, open: None }
    };
    let rows: Vec<Row> = frame.standings.months.iter().rev().take(MONTHS).map(row).collect();
    table(["month", "issued", "points-cost", "benefits-cost", "cost"], rows, voice)
}

/// What the benefits of a month's members cost; those nobody gave a cost cost nothing here.
fn benefits(rules: &Programme, month: &Month) -> i64 {
    let tiers = rules.tiers.iter().zip(month.members);
    tiers.map(|(tier, members)| tier.benefits_cost.unwrap_or(0).saturating_mul(members)).sum()
}

fn table<const N: usize>(heads: [&str; N], rows: Vec<Row>, voice: &Voice) -> Table {
    let column = |(at, key): (usize, &str)| Column {
        key: key.to_owned(),
        label: voice.say(&format!("loyalty-column-{key}"), &[]),
        align: if at == 0 { Align::Start } else { Align::End },
        sortable: false,
    };
    let columns = heads.into_iter().enumerate().map(column).collect();
    Table { columns, count: rows.len(), rows, total: None }
}
