//! The points month by month, what was typed in, and what there is to redeem.

use super::frame::Frame;
use super::{EntryRow, LoyaltyLedgerView, LoyaltyQuery, RewardRow, liability};
use crate::Result;
use crate::book::{Book, Offer};
use crate::loyalty::Qualifier;
use crate::model::Day;
use crate::store::account;
use crate::store::redemption::Redemption;
use crate::store::reward::{Reward, RewardKind};
use crate::views::Table;
use crate::voice::Voice;

/// Entries a page shows.
const SHOWN: usize = 200;

/// The ledger of points.
///
/// # Errors
/// What SQLite gives.
pub fn loyalty_ledger(book: &Book, ask: &LoyaltyQuery, voice: &Voice) -> Result<LoyaltyLedgerView> {
    let frame = Frame::new(book, ask)?;
    let months = frame.programme.map_or_else(Table::default, |programme| {
        let mut table = liability::table(&frame, programme, &frame.standings.months, voice);
        table.rows.reverse();
        table
    });
    Ok(LoyaltyLedgerView {
        revision: book.revision,
        top: frame.bar(voice),
        notices: Vec::new(),
        months,
        entries: entries(&frame, voice)?,
        rewards: rewards(&frame, voice),
        running: !frame.offer.versions.is_empty(),
        currency: book.ledger.currency.code().to_owned(),
    })
}

/// Something typed in, before it is put into words.
struct Typed {
    day: Day,
    /// Tells redemptions from adjustments: both are counted from 1.
    key: String,
    id: i64,
    account: i64,
    what: String,
    points: i64,
}

/// What was typed in up to the day, newest first.
fn entries(frame: &Frame<'_>, voice: &Voice) -> Result<Vec<EntryRow>> {
    let redeemed = frame.points.redemptions.iter().map(|(id, one)| Typed {
        day: one.day,
        key: format!("redeemed-{id}"),
        id: *id,
        account: one.account,
        what: what(frame.offer, one),
        points: -one.points,
    });
    let adjusted = frame.points.adjustments.iter().map(|(id, one)| Typed {
        day: one.day,
        key: format!("adjusted-{id}"),
        id: *id,
        account: one.account,
        what: voice.say("loyalty-adjusted-for", &[("reason", one.reason.as_str().into())]),
        points: one.points,
    });
    let mut all: Vec<Typed> = redeemed.chain(adjusted).filter(|it| it.day <= frame.day).collect();
    all.sort_by_key(|one| std::cmp::Reverse((one.day, one.id)));
    let (conn, directory) = (frame.book.reader()?, frame.book.directory()?);
    let mut rows = Vec::new();
    for typed in all.into_iter().take(SHOWN) {
        let stored = account::by_id(&conn, typed.account)?;
        let Some(at) = stored.and_then(|it| frame.book.ledger.find(it.customer)) else { continue };
        rows.push(EntryRow {
            key: typed.key,
            day: voice.day(typed.day),
            open: format!("/customers/{}", frame.book.ledger.customers.id[at as usize]),
            name: directory.person(at).name.to_owned(),
            what: typed.what,
            points: voice.signed_count(typed.points),
        });
    }
    Ok(rows)
}

/// What a redemption was for: the reward's name, or the words typed in.
pub(super) fn what(offer: &Offer, redemption: &Redemption) -> String {
    let reward = redemption.reward.and_then(|id| offer.reward(id)).map(|it| it.name.clone());
    reward.or_else(|| redemption.what.clone()).unwrap_or_default()
}

fn rewards(frame: &Frame<'_>, voice: &Voice) -> Vec<RewardRow> {
    let row = |reward: &Reward| {
        let is_it = |it: &&(i64, Redemption)| it.1.reward == Some(reward.id);
        let redeemed = frame.points.redemptions.iter().filter(is_it).count();
        let points = frame.in_measure(Qualifier::Points, reward.points, voice);
        RewardRow {
            id: reward.id,
            choice: format!("{}, {points}", reward.name),
            name: reward.name.clone(),
            points: voice.count(reward.points),
            value: reward.points,
            kind: reward.kind,
            kind_words: kind_words(reward.kind, voice),
            cost: reward
                .worth
                .map_or_else(|| voice.absent(), |worth| voice.money_cents(frame.money(worth))),
            worth: reward.worth,
            redeemed: voice.count(i64::try_from(redeemed).unwrap_or(i64::MAX)),
            retired: reward.retired,
        }
    };
    frame.offer.rewards.iter().map(row).collect()
}

fn kind_words(kind: RewardKind, voice: &Voice) -> String {
    let key = match kind {
        RewardKind::FreeMonth => "loyalty-free-month",
        RewardKind::Discount => "loyalty-discount",
        RewardKind::EarlyAccess => "loyalty-early-access",
        RewardKind::Gift => "loyalty-gift",
    };
    voice.say(key, &[])
}
