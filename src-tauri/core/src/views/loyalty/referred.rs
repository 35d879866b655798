//! Who brought whom, and what became of it.

use super::frame::Frame;
use super::lines::{Line, Lines, line, people};
use super::list::Field;
use super::{LoyaltyQuery, ReferralsView, tiers};
use crate::Result;
use crate::book::Book;
use crate::loyalty::{Kept, Referral, Referrals, brought, promoters_to_ask, referrals, success};
use crate::model::{Day, Ratio};
use crate::survey::Class;
use crate::views::{Align, Cell, Column, Part, Row, Table, raw};
use crate::voice::Voice;
use std::collections::{BTreeMap, BTreeSet};

/// Who referred most, as many as a card shows.
const SHOWN: usize = 10;

/// Referrals up to the day.
struct Referred {
    /// The first of each customer, by day.
    firsts: Vec<Referral>,
    /// Who has become a customer by one: since when.
    came: BTreeMap<u32, Day>,
    /// Those of them who are customers on the day.
    there: BTreeSet<u32>,
}

impl Referred {
    fn of(frame: &Frame<'_>) -> Result<Self> {
        let all = &frame.book.referrals()?.all;
        let known = all.iter().filter(|one| one.day <= frame.day);
        let firsts: Vec<Referral> = known.copied().collect();
        let came: BTreeMap<u32, Day> = firsts
            .iter()
            .filter_map(|one| Some((one.referred, success(&frame.book.ledger, one, frame.day)?)))
            .collect();
        let there = came.keys().copied().filter(|it| frame.is_there(*it, frame.day)).collect();
        Ok(Self { firsts, came, there })
    }

    /// By who referred: whom, and when.
    fn by(&self) -> BTreeMap<u32, Vec<(u32, Day)>> {
        let mut by: BTreeMap<u32, Vec<(u32, Day)>> = BTreeMap::new();
        for one in &self.firsts {
            by.entry(one.referrer).or_default().push((one.referred, one.day));
        }
        by
    }
}

/// The page of referrals.
///
/// # Errors
/// What SQLite gives.
pub fn loyalty_referrals(book: &Book, ask: &LoyaltyQuery, voice: &Voice) -> Result<ReferralsView> {
    let frame = Frame::new(book, ask)?;
    let referred = Referred::of(&frame)?;
    let promoters = promoters(&frame, &referred)?.len();
    let value = count(promoters);
    Ok(ReferralsView {
        revision: book.revision,
        top: frame.bar(voice),
        notices: Vec::new(),
        figures: figures(&frame, &referred, voice),
        formula: formula(&frame, &referred, voice),
        referrers: referrers(&frame, &referred, voice)?,
        beside: beside(&frame, &referred, voice),
        promoters: part(&frame, "promoters", value, voice.count(value), voice),
    })
}

fn count(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn part(frame: &Frame<'_>, key: &str, value: i64, text: String, voice: &Voice) -> Part {
    Part {
        key: key.to_owned(),
        label: voice.say(&format!("loyalty-referral-{key}"), &[]),
        value,
        text,
        raw: None,
        role: None,
        list: Some(frame.list(key)),
    }
}

fn figures(frame: &Frame<'_>, referred: &Referred, voice: &Voice) -> Vec<Part> {
    let found = brought(&frame.book.ledger, &referred.firsts, frame.day);
    let (referrers, came) = (count(referred.by().len()), count(referred.came.len()));
    let money = frame.money(found.mrr);
    let Kept { came: before, kept } = found.kept;
    let viral = viral(frame, referred).viral_coefficient();
    let viral = viral.map_or_else(|| voice.absent(), |it| voice.decimal(it, 2));
    vec![
        part(frame, "referrers", referrers, voice.count(referrers), voice),
        part(frame, "referred", came, voice.count(came), voice),
        Part {
            raw: Some(raw::money(money)),
            ..part(frame, "referred-there", found.mrr, voice.money(money), voice)
        },
        Part {
            raw: found.kept.rate().map(raw::percent),
            ..part(frame, "referred-kept", kept, share(kept, before, voice), voice)
        },
        Part { list: None, ..part(frame, "viral", 0, viral, voice) },
    ]
}

fn share(kept: i64, came: i64, voice: &Voice) -> String {
    if came == 0 { voice.absent() } else { voice.share(kept, came, 1) }
}

/// Invitations per customer x conversion (metrics.md 10), over all that is known.
fn viral(frame: &Frame<'_>, referred: &Referred) -> Referrals {
    referrals(&frame.book.ledger, &referred.firsts, Day::MIN, frame.day)
}

fn formula(frame: &Frame<'_>, referred: &Referred, voice: &Voice) -> String {
    let found = viral(frame, referred);
    let (Some(each), Some(converted), Some(viral)) =
        (found.invitations_per_customer(), found.conversion(), found.viral_coefficient())
    else {
        return voice.say("loyalty-viral-none", &[]);
    };
    let args = [
        ("each", voice.decimal(each, 2).into()),
        ("converted", voice.percent(converted, 0).into()),
        ("viral", voice.decimal(viral, 2).into()),
    ];
    voice.say("loyalty-viral-formula", &args)
}

fn referrers(frame: &Frame<'_>, referred: &Referred, voice: &Voice) -> Result<Table> {
    let directory = frame.book.directory()?;
    let column = |key: &str, align| Column {
        key: key.to_owned(),
        label: voice.say(&format!("loyalty-column-{key}"), &[]),
        align,
        sortable: false,
    };
    let mut all: Vec<(u32, usize, i64)> = referred
        .by()
        .into_iter()
        .map(|(referrer, whom)| {
            let came = whom.iter().filter(|(it, _)| referred.came.contains_key(it)).count();
            let there = whom.iter().filter(|(it, _)| referred.there.contains(it));
            (referrer, came, there.map(|(it, _)| frame.mrr(*it)).sum())
        })
        .collect();
    all.sort_by_key(|(referrer, came, mrr)| {
        (std::cmp::Reverse((*came, *mrr)), directory.rank_of(*referrer))
    });
    let row = |(referrer, came, mrr): &(u32, usize, i64)| {
        let id = frame.book.ledger.customers.id[*referrer as usize];
        let money = frame.money(*mrr);
        Row {
            key: id.to_string(),
            cells: vec![
                Cell::text(directory.person(*referrer).name),
                Cell {
                    list: (*came > 0).then(|| frame.list(&format!("brought-by-{id}"))),
                    ..Cell::text(voice.count(count(*came)))
                },
                Cell::number(voice.money(money), raw::money(money)),
            ],
            open: Some(format!("/customers/{id}")),
        }
    };
    let rows: Vec<Row> = all.iter().take(SHOWN).map(row).collect();
    Ok(Table {
        columns: vec![
            column("referrer", Align::Start),
            column("brought", Align::End),
            column("brought-mrr", Align::End),
        ],
        count: rows.len(),
        rows,
        total: None,
    })
}

/// Referred customers beside the others: what they pay and spend, whether they stay.
fn beside(frame: &Frame<'_>, referred: &Referred, voice: &Voice) -> Table {
    let column = |key: &str, align| Column {
        key: key.to_owned(),
        label: voice.say(&format!("loyalty-column-{key}"), &[]),
        align,
        sortable: false,
    };
    let found = brought(&frame.book.ledger, &referred.firsts, frame.day);
    let money = |sum: i64, of: usize| match Ratio::of(sum, count(of)) {
        None => Cell::text(voice.absent()),
        Some(each) => {
            let money = frame.money(each.scaled(1));
            Cell::number(voice.money_cents(money), raw::money(money))
        }
    };
    let row = |key: &str, were: bool, kept: Kept| {
        let all = frame.customers().filter(|it| frame.is_there(*it, frame.day));
        let there: Vec<u32> = all.filter(|it| referred.came.contains_key(it) == were).collect();
        let mrr: i64 = there.iter().map(|customer| frame.mrr(*customer)).sum();
        let spend: i64 = there.iter().map(|at| frame.standings.rows[*at as usize].spent_12).sum();
        Row {
            key: key.to_owned(),
            cells: vec![
                Cell::text(voice.say(&format!("loyalty-{key}"), &[])),
                Cell::text(voice.count(count(there.len()))),
                money(mrr, there.len()),
                Cell::text(share(kept.kept, kept.came, voice)),
                money(spend, there.len()),
            ],
            open: None,
        }
    };
    let rows = vec![row("were-referred", true, found.kept), row("came-alone", false, found.others)];
    Table {
        columns: vec![
            column("group", Align::Start),
            column("customers", Align::End),
            column("mrr-each", Align::End),
            column("kept", Align::End),
            column("spend-each", Align::End),
        ],
        count: rows.len(),
        rows,
        total: None,
    }
}

/// Customers whose last answer was a promoter's and who have not referred anybody.
fn promoters(frame: &Frame<'_>, referred: &Referred) -> Result<Vec<u32>> {
    let classes = tiers::classes(frame)?;
    let promoters = frame.customers().filter(|it| classes[*it as usize] == Some(Class::Promoter));
    Ok(promoters_to_ask(&frame.book.ledger, &referred.firsts, promoters, frame.day))
}

/// The lists behind the numbers of this page; `None` where none is called so.
pub(super) fn lines(frame: &Frame<'_>, kind: &str, voice: &Voice) -> Result<Option<Lines>> {
    let referred = Referred::of(frame)?;
    let with = |customer: u32, day: Option<Day>| Line {
        day,
        ..line(frame, customer, frame.mrr(customer))
    };
    let lines: Vec<Line> = match kind {
        "referrers" => {
            let first = |whom: &[(u32, Day)]| whom.iter().map(|(_, day)| *day).min();
            referred.by().iter().map(|(by, whom)| with(*by, first(whom))).collect()
        }
        "referred" => referred.came.iter().map(|(it, day)| with(*it, Some(*day))).collect(),
        "referred-there" => {
            let there = referred.there.iter();
            there.map(|it| with(*it, referred.came.get(it).copied())).collect()
        }
        // As retention of the referred counts them: there twelve months after they came.
        "referred-kept" => {
            let is_kept = |(it, day): &(&u32, &Day)| {
                let after = day.plus_months(12);
                after <= frame.day && frame.is_there(**it, after)
            };
            let kept = referred.came.iter().filter(is_kept);
            kept.map(|(it, day)| with(*it, Some(*day))).collect()
        }
        "promoters" => {
            let lines = promoters(frame, &referred)?.into_iter().map(|it| with(it, None)).collect();
            let title = voice.say("loyalty-list-promoters", &[]);
            // Nothing has happened to them yet: there is no day to show.
            let fields = &[Field::Customer, Field::Tier, Field::Mrr];
            return Ok(Some(Lines { fields, ..people(title, lines) }));
        }
        _ => {
            let id = kind.strip_prefix("brought-by-").and_then(|id| id.parse().ok());
            let Some(by) = id.and_then(|id| frame.book.ledger.find(id)) else { return Ok(None) };
            let name = frame.book.directory()?.person(by).name.to_owned();
            let whom = referred.by().remove(&by).unwrap_or_default();
            let came = whom.iter().filter(|(it, _)| referred.came.contains_key(it));
            let lines = came.map(|(it, day)| with(*it, Some(*day))).collect();
            let title = voice.say("loyalty-list-brought", &[("name", name.into())]);
            return Ok(Some(people(title, lines)));
        }
    };
    Ok(Some(people(voice.say(&format!("loyalty-list-{kind}"), &[]), lines)))
}
