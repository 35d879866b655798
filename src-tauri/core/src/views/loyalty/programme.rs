//! The page of the programme.

use super::frame::Frame;
use super::{LoyaltyQuery, LoyaltyView, RulesCard, liability, moves, preview, ready, tiers, works};
use crate::Result;
use crate::book::Book;
use crate::loyalty::Version;
use crate::model::{Day, Grain, Period};
use crate::views::{Choice, Notice, NoticeTone};
use crate::voice::Voice;

/// Tiers, who moves, points, rules, whether it works. `month` is the one of the sum of points.
///
/// # Errors
/// What SQLite gives.
pub fn loyalty(
    book: &Book,
    ask: &LoyaltyQuery,
    month: Option<&str>,
    voice: &Voice,
) -> Result<LoyaltyView> {
    let frame = Frame::new(book, ask)?;
    let programme = frame.programme;
    let is_new = frame.offer.versions.is_empty();
    // Each looks at everybody; there are two of them for a machine of two cores.
    let (mine, works) = rayon::join(
        || -> Result<_> {
            let moves = programme.map(|_| moves::sets(&frame, voice)).transpose()?;
            Ok((tiers::cards(&frame, voice)?, moves.unwrap_or_default()))
        },
        || programme.map(|it| works::card(&frame, it, voice)),
    );
    let (tiers, moves) = mine?;
    Ok(LoyaltyView {
        revision: book.revision,
        top: frame.bar(voice),
        notices: notices(&frame, voice),
        aim: programme.map_or_else(String::new, |it| works::aim(it.aim, voice)),
        tiers,
        moves,
        points: programme.and_then(|it| liability::card(&frame, it, month, voice)),
        rules: rules(&frame, voice),
        works,
        ready: if is_new { ready::ready(&frame, voice)? } else { Vec::new() },
        start: preview::usual_start(book.as_of).to_string(),
        currency: book.ledger.currency.code().to_owned(),
    })
}

/// What has to be said: a programme that has not begun.
fn notices(frame: &Frame<'_>, voice: &Voice) -> Vec<Notice> {
    let first = frame.offer.versions.first();
    let ahead = first.filter(|version| version.from > frame.day).map(|version| {
        let text = voice.say("loyalty-not-begun", &[("day", voice.day(version.from).into())]);
        Notice { code: "not_begun".to_owned(), tone: NoticeTone::Info, text, link: None }
    });
    ahead.into_iter().collect()
}

/// The newest rules, whether they hold already or are to come.
fn rules(frame: &Frame<'_>, voice: &Voice) -> Option<RulesCard> {
    let newest = frame.offer.versions.last()?;
    let words = |version: &Version| {
        let day = voice.day(version.from);
        let key = if version.from > frame.book.as_of {
            "loyalty-rules-to-come"
        } else {
            "loyalty-rules-since"
        };
        voice.say(key, &[("day", day.into())])
    };
    let choice =
        |version: &Version| Choice { key: version.from.to_string(), label: words(version) };
    Some(RulesCard {
        programme: newest.programme.clone(),
        from: newest.from.to_string(),
        since: words(newest),
        next: next_month(frame.book.as_of).max(newest.from).to_string(),
        versions: frame.offer.versions.iter().rev().map(choice).collect(),
        currency: frame.book.ledger.currency.code().to_owned(),
    })
}

/// The first day of the next month.
fn next_month(today: Day) -> Day {
    Period::of(Grain::Month, today).plus(1).first()
}
