//! One customer's part in the programme.

use super::frame::{Frame, counted};
use super::{LoyaltyPersonView, LoyaltyQuery, ledger};
use crate::book::Book;
use crate::loyalty::{Account, Entry, Source, What, cost_of};
use crate::model::Day;
use crate::views::{Align, Cell, Choice, Column, Row, Table};
use crate::voice::Voice;
use crate::{Error, Result};

/// Days ahead within which points that end are named.
const AHEAD: i32 = 90;

/// His tier, his balance and every movement of it, whom he brought.
///
/// # Errors
/// `NoSuchCustomer` when there is none (any more).
pub fn loyalty_person(book: &Book, customer: i64, voice: &Voice) -> Result<LoyaltyPersonView> {
    let at = book.ledger.find(customer).ok_or(Error::NoSuchCustomer)?;
    let frame = Frame::new(book, &LoyaltyQuery::default())?;
    let account = frame.points.account(at, frame.day);
    let referrals = book.referrals()?;
    let brought = referrals.brought(at).map(|one| choice(&frame, one.referred));
    let by = referrals.brought_by(at).map(|one| choice(&frame, one.referrer));
    Ok(LoyaltyPersonView {
        revision: book.revision,
        running: frame.programme.is_some(),
        mark: account.tier.and_then(|tier| frame.mark(tier)),
        balance: balance(&frame, &account, voice),
        facts: facts(&frame, &account, voice),
        statement: statement(&frame, &account, voice)?,
        brought: brought.collect::<Result<_>>()?,
        by: by.transpose()?,
    })
}

fn choice(frame: &Frame<'_>, customer: u32) -> Result<Choice> {
    Ok(Choice {
        key: format!("/customers/{}", frame.book.ledger.customers.id[customer as usize]),
        label: frame.book.directory()?.person(customer).name.to_owned(),
    })
}

/// "1,240 points, worth €12.40"
fn balance(frame: &Frame<'_>, account: &Account, voice: &Voice) -> String {
    let points = counted("loyalty-points", account.balance, voice);
    match frame.programme.filter(|_| account.balance > 0) {
        None => points,
        Some(programme) => {
            let worth = voice.money_cents(frame.money(cost_of(programme, account.balance)));
            voice.say("loyalty-worth", &[("points", points.into()), ("money", worth.into())])
        }
    }
}

fn facts(frame: &Frame<'_>, account: &Account, voice: &Voice) -> Vec<(String, String)> {
    let mut facts = Vec::new();
    let mut add = |key: &str, text: String| facts.push((voice.say(key, &[]), text));
    if account.tier.is_some() {
        add("loyalty-column-counted", frame.measured(account.measure, voice));
    }
    if let Some(next) = account.next
        && let Some(mark) = frame.mark(next.tier)
    {
        let args =
            [("measure", frame.measured(next.missing, voice).into()), ("tier", mark.name.into())];
        add("loyalty-fact-next", voice.say("loyalty-to-tier", &args));
    }
    if let Some(down) = account.down
        && let Some(mark) = frame.mark(down.to)
    {
        let args = [("tier", mark.name.into()), ("day", voice.day(down.on).into())];
        add("loyalty-fact-down", voice.say("loyalty-comes-down", &args));
    }
    if account.pending > 0 {
        add("loyalty-fact-pending", counted("loyalty-points", account.pending, voice));
    }
    let soon = account.expiring.iter().filter(|(day, _)| day.0 <= frame.day.0 + AHEAD);
    for (day, points) in soon.take(3) {
        let points = counted("loyalty-points", *points, voice);
        let args = [("points", points.into()), ("day", voice.day(*day).into())];
        add("loyalty-fact-ending", voice.say("loyalty-ends-on", &args));
    }
    facts
}

/// Every movement, newest first.
fn statement(frame: &Frame<'_>, account: &Account, voice: &Voice) -> Result<Table> {
    let column = |key: &str, align| Column {
        key: key.to_owned(),
        label: voice.say(&format!("loyalty-column-{key}"), &[]),
        align,
        sortable: false,
    };
    let mut rows = Vec::new();
    for (at, entry) in account.statement.iter().enumerate().rev() {
        rows.push(Row {
            key: at.to_string(),
            cells: vec![
                Cell::text(voice.day(entry.day)),
                Cell::text(words(frame, entry, voice)?),
                Cell::text(voice.signed_count(entry.points)),
                Cell::text(voice.count(entry.balance)),
            ],
            open: None,
        });
    }
    Ok(Table {
        columns: vec![
            column("day", Align::Start),
            column("what", Align::Start),
            column("points", Align::End),
            column("balance", Align::End),
        ],
        count: rows.len(),
        rows,
        total: None,
    })
}

/// What happened, in the words of the programme.
fn words(frame: &Frame<'_>, entry: &Entry, voice: &Voice) -> Result<String> {
    let named = |key: &str, customer: u32| -> Result<String> {
        let name = frame.book.directory()?.person(customer).name.to_owned();
        Ok(voice.say(key, &[("name", name.into())]))
    };
    let dated = |key: &str, day: Day| voice.say(key, &[("day", voice.day(day).into())]);
    let say = |key: &str| Ok(voice.say(key, &[]));
    match entry.what {
        What::Expired { earned } => Ok(dated("loyalty-what-expired", earned)),
        What::Reversed { paid, .. } => Ok(dated("loyalty-what-reversed", paid)),
        What::Opened { .. } => say("loyalty-what-opened"),
        What::Adjusted { of } => {
            let known = frame.points.adjustments.iter().find(|(id, _)| *id == i64::from(of));
            let reason = known.map_or_else(String::new, |(_, it)| it.reason.clone());
            Ok(voice.say("loyalty-adjusted-for", &[("reason", reason.into())]))
        }
        What::Redeemed { of } => {
            let known = frame.points.redemptions.iter().find(|(id, _)| *id == i64::from(of));
            let what = known.map_or_else(String::new, |(_, it)| ledger::what(frame.offer, it));
            Ok(voice.say("loyalty-what-redeemed", &[("what", what.into())]))
        }
        What::Earned(source) => match source {
            Source::Visit => say("loyalty-what-visit"),
            Source::Payment { .. } => say("loyalty-what-payment"),
            Source::Month => say("loyalty-what-month"),
            Source::Brought { whom } => named("loyalty-what-brought", whom),
            Source::WasBrought { by } => named("loyalty-what-was-brought", by),
            Source::Birthday => say("loyalty-what-birthday"),
            Source::Anniversary => say("loyalty-what-anniversary"),
        },
    }
}
