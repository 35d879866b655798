//! What other rules would come to today: members of each tier, who moves, what it costs.

use super::frame::{Frame, mark, role};
use super::{LoyaltyQuery, PreviewRow, PreviewView, ShareBar, SharePart};
use crate::book::{Book, Offer};
use crate::loyalty::{
    Draft, Group, Membership, MonthlyCost, Preview, Programme, Spans, Tier, Version, preview,
    same_tier,
};
use crate::model::{Day, Ratio};
use crate::segment;
use crate::views::Direction;
use crate::voice::{Arg, Voice};
use crate::{Error, Result};

/// Months a first programme counts back unless another day is chosen.
const BACK: u32 = 12;

/// What these rules would come to. `from` is the day a first programme begins.
///
/// # Errors
/// What SQLite gives.
pub fn loyalty_preview(
    book: &Book,
    programme: &Programme,
    from: Option<&str>,
    voice: &Voice,
) -> Result<PreviewView> {
    let frame = Frame::new(book, &LoyaltyQuery::default())?;
    let from = from.and_then(Day::parse);
    let drops = from.and_then(|from| drops(frame.offer, from, voice));
    Ok(PreviewView { drops, ..of(&frame, programme, from, voice)? })
}

/// Which rules rules from this day on would take the place of, in words: those that were to hold from
/// a later day. Rules of the day itself are rewritten.
pub fn drops(offer: &Offer, from: Day, voice: &Voice) -> Option<String> {
    let later = offer.versions.iter().filter(|version| version.from > from);
    let days: Vec<String> = later.map(|version| voice.day(version.from)).collect();
    let count = days.len();
    (count > 0).then(|| {
        let args = [("count", Arg::from(count)), ("days", days.join(", ").into())];
        voice.say("loyalty-drops", &args)
    })
}

/// The first of the month twelve months before: customers are given credit for their last year.
pub(super) fn usual_start(today: Day) -> Day {
    let back = today.minus_months(BACK);
    Day::from_ymd(back.year(), back.month(), 1).unwrap_or(back)
}

pub(super) fn of(
    frame: &Frame<'_>,
    programme: &Programme,
    from: Option<Day>,
    voice: &Voice,
) -> Result<PreviewView> {
    if let Some(why) = unsound(frame, programme, voice) {
        return Ok(PreviewView { unsound: Some(why), ..PreviewView::default() });
    }
    let found = play(frame, programme, from)?;
    let rows = programme.tiers.iter().enumerate();
    let members: i64 = found.then.iter().map(|group| group.members).sum();
    let of = [("count", Arg::from(members)), ("text", voice.count(members).into())];
    Ok(PreviewView {
        unsound: None,
        of: voice.say("loyalty-preview-of", &of),
        rows: rows.map(|row| self::row(frame, programme, row, &found, voice)).collect(),
        moving: frame.programme.map_or_else(String::new, |_| moving(&found, voice)),
        cost: cost(frame, &found, voice),
        shares: shares(frame, programme, &found, voice),
        drops: None,
    })
}

/// Why rules cannot be played, in words.
pub(super) fn unsound(frame: &Frame<'_>, programme: &Programme, voice: &Voice) -> Option<String> {
    if let Some(why) = programme.unsound() {
        return Some(Error::UnsoundProgramme(why).failure(voice).message);
    }
    spans(frame, programme).err().map(|error| error.failure(voice).message)
}

/// Who belongs to the segment some rules name, and when; none where they name none.
pub(super) fn spans(frame: &Frame<'_>, programme: &Programme) -> Result<Option<Spans>> {
    match &programme.members {
        Membership::Everybody | Membership::Joined => Ok(None),
        Membership::Segment(text) => {
            let mask = frame.book.mask_of_members(&segment::parse(text)?)?;
            Ok(Some(Spans::of_segment(&frame.book.ledger, &mask)))
        }
    }
}

fn play(frame: &Frame<'_>, programme: &Programme, from: Option<Day>) -> Result<Preview> {
    let from = from.unwrap_or_else(|| usual_start(frame.day));
    let draft = Draft {
        version: Version { from, programme: programme.clone() },
        segment: spans(frame, programme)?,
    };
    let mrr: Vec<i64> = frame.customers().map(|customer| frame.mrr(customer)).collect();
    let (rules, facts) = (&frame.points.rules, &frame.points.facts);
    Ok(preview(rules, facts, &frame.standings, &mrr, draft))
}

/// The tier everybody would have.
pub(super) fn tiers(frame: &Frame<'_>, programme: &Programme) -> Result<Vec<Option<u8>>> {
    let found = play(frame, programme, None)?;
    let kept = |tier: u8| same_tier(frame.tiers(), &programme.tiers, tier);
    let rows = frame.standings.rows.iter().map(|row| row.tier.map(kept));
    let mut then: Vec<Option<u8>> = rows.collect();
    for moved in &found.moved {
        if let Some(slot) = then.get_mut(moved.customer as usize) {
            *slot = moved.to;
        }
    }
    Ok(then)
}

/// Who is in the tier now that these rules call so; none where none is.
fn now_of<'p>(frame: &Frame<'_>, found: &'p Preview, tier: &Tier) -> Option<(usize, &'p Group)> {
    let name = |tier: &Tier| tier.name.trim().to_lowercase();
    let at = frame.tiers().iter().position(|own| name(own) == name(tier))?;
    Some((at, found.now.get(at)?))
}

fn row(
    frame: &Frame<'_>,
    programme: &Programme,
    (at, tier): (usize, &Tier),
    found: &Preview,
    voice: &Voice,
) -> PreviewRow {
    let then = found.then.get(at).copied().unwrap_or_default();
    let now = now_of(frame, found, tier);
    let change = now.map(|(_, now)| then.members - now.members);
    let rules = serde_json::to_string(programme).unwrap_or_default();
    PreviewRow {
        mark: mark(tier, at, programme.tiers.len()),
        now: now.map_or_else(|| voice.absent(), |(_, now)| voice.count(now.members)),
        now_list: now.map(|(place, _)| frame.list(&format!("tier={place}"))),
        then: voice.count(then.members),
        then_list: Some(frame.list(&format!("draft={at}:{rules}"))),
        change: match change {
            None => voice.absent(),
            Some(0) => voice.count(0),
            Some(change) => voice.signed_count(change),
        },
        direction: match change {
            None | Some(0) => Direction::Flat,
            Some(1..) => Direction::Up,
            Some(_) => Direction::Down,
        },
        mrr: voice.money(frame.money(then.mrr)),
    }
}

/// "41 move up. 3 move down."
fn moving(found: &Preview, voice: &Voice) -> String {
    let some = |key: &str, is_up: bool| {
        let count = found.moved.iter().filter(|moved| moved.is_up == is_up).count();
        let text = voice.count(i64::try_from(count).unwrap_or(i64::MAX));
        (count > 0).then(|| voice.say(key, &[("count", Arg::from(count)), ("text", text.into())]))
    };
    let said = [some("loyalty-move-up", true), some("loyalty-move-down", false)];
    let said: Vec<String> = said.into_iter().flatten().collect();
    if said.is_empty() { voice.say("loyalty-nobody-moves", &[]) } else { said.join(" ") }
}

/// What benefits and points cost a month, and how much of it is new.
fn cost(frame: &Frame<'_>, found: &Preview, voice: &Voice) -> String {
    let money = |minor: i64| voice.money(frame.money(minor));
    let MonthlyCost { benefits, points } = found.cost_then;
    let all = benefits + points;
    let args = [
        ("all", money(all).into()),
        ("benefits", money(benefits).into()),
        ("points", money(points).into()),
    ];
    let said = voice.say("loyalty-cost-then", &args);
    let more = all - found.cost_now.benefits - found.cost_now.points;
    if frame.programme.is_none() || more == 0 {
        return said;
    }
    let key = if more > 0 { "loyalty-cost-more" } else { "loyalty-cost-less" };
    format!("{said} {}", voice.say(key, &[("money", money(more.abs()).into())]))
}

/// Shares of MRR now and then; only then where there is no programme.
fn shares(
    frame: &Frame<'_>,
    programme: &Programme,
    found: &Preview,
    voice: &Voice,
) -> Vec<ShareBar> {
    let then = |label| share_bar(label, &programme.tiers, &found.then, voice);
    if frame.programme.is_none() {
        return vec![then("column-mrr")];
    }
    vec![share_bar("loyalty-now", frame.tiers(), &found.now, voice), then("loyalty-then")]
}

fn share_bar(label: &str, tiers: &[Tier], groups: &[Group], voice: &Voice) -> ShareBar {
    let all: i64 = groups.iter().map(|group| group.mrr).sum();
    let part = |(tier, group): (&Tier, &Group)| {
        let share = Ratio::of(group.mrr, all);
        let text = share.map_or_else(|| voice.absent(), |share| voice.percent(share, 0));
        SharePart {
            role: role(tier.colour).to_owned(),
            share: share.map_or(0.0, |share| (share.value() * 1000.0).round() / 10.0),
            text: format!("{} {text}", tier.name),
        }
    };
    ShareBar { label: voice.say(label, &[]), parts: tiers.iter().zip(groups).map(part).collect() }
}
