//! Which columns a list has, how they are written and sorted.

use super::super::churn::reason_words;
use super::super::frame::{Frame, country};
use super::super::loyalty::mark;
use super::super::raw;
use super::super::{Align, Cell, Column, PageRequest, Row};
use super::rows::Entry;
use crate::book::Directory;
use crate::chart::Role;
use crate::ledger::Ledger;
use crate::model::Day;
use crate::voice::Voice;
use std::cmp::Ordering;

/// One column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// His name.
    Customer,
    /// Mail address.
    Email,
    /// Country.
    Country,
    /// Plan.
    Plan,
    /// Tier of the loyalty programme.
    Tier,
    /// First paying day.
    Since,
    /// Day of the movement.
    Day,
    /// Pays, paused, left.
    Status,
    /// Which movement or role.
    Kind,
    /// Why he left.
    Reason,
    /// MRR before.
    From,
    /// MRR after.
    To,
    /// The signed change.
    Change,
    /// What exchange rates did to it: often less than one unit, so with cents.
    Effect,
    /// What he counts for.
    Mrr,
    /// What was lost with him.
    Lost,
}

impl Field {
    fn key(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Email => "email",
            Self::Country => "country",
            Self::Plan => "plan",
            Self::Tier => "tier",
            Self::Since => "since",
            Self::Day => "day",
            Self::Status => "status",
            Self::Kind => "kind",
            Self::Reason => "reason",
            Self::From => "from",
            Self::To => "to",
            Self::Change | Self::Effect => "change",
            Self::Mrr => "mrr",
            Self::Lost => "lost",
        }
    }

    fn align(self) -> Align {
        match self {
            Self::From | Self::To | Self::Change | Self::Effect | Self::Mrr | Self::Lost => {
                Align::End
            }
            _ => Align::Start,
        }
    }
}

/// The columns of a list; the last one holds the amount that is summed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns(pub(super) &'static [Field]);

impl Columns {
    /// Whether this is one of them.
    pub(super) fn has(self, field: Field) -> bool {
        self.0.contains(&field)
    }

    /// The heads.
    pub(super) fn heads(self, voice: &Voice) -> Vec<Column> {
        let head = |field: &Field| Column {
            key: field.key().to_owned(),
            label: voice.say(&format!("column-{}", field.key()), &[]),
            align: field.align(),
            sortable: true,
        };
        self.0.iter().map(head).collect()
    }

    /// What an entry adds to the sum.
    pub(super) fn amount(self, entry: &Entry) -> i64 {
        entry.amount
    }

    /// One row of finished text.
    pub(super) fn row(
        self,
        frame: &Frame<'_>,
        directory: &Directory,
        entry: &Entry,
        voice: &Voice,
    ) -> Row {
        let id = frame.book.ledger.customers.id[entry.customer as usize];
        Row {
            key: format!("{id}:{}", entry.role),
            cells: self
                .0
                .iter()
                .map(|field| cell(*field, frame, directory, entry, voice))
                .collect(),
            open: Some(format!("/customers/{id}")),
        }
    }

    /// The sum row: how many at the start, how much at the end.
    pub(super) fn total(self, heads: String, sum: i64, frame: &Frame<'_>, voice: &Voice) -> Row {
        let mut cells = vec![Cell::default(); self.0.len()];
        if let [first, .., last] = cells.as_mut_slice() {
            *first = Cell::text(heads);
            let text = match self.0.last() {
                Some(Field::Change | Field::Effect) => voice.signed_money(frame.money(sum)),
                _ => voice.money(frame.money(sum)),
            };
            *last = Cell::number(text, raw::money(frame.money(sum)));
        }
        Row { key: "total".to_owned(), cells, open: None }
    }

    /// Key of the column that is summed.
    pub(super) fn last_key(self) -> &'static str {
        self.0.last().map_or("", |field| field.key())
    }

    /// Brings the entries in the order asked for, and whether one was; without one the list's own
    /// order stands.
    pub(super) fn sort(
        self,
        entries: &mut [Entry],
        page: &PageRequest,
        directory: &Directory,
        ledger: &Ledger,
    ) -> bool {
        let Some(field) =
            page.sort.as_deref().and_then(|key| self.0.iter().find(|field| field.key() == key))
        else {
            return false;
        };
        let compare = |a: &Entry, b: &Entry| {
            let order = order(*field, a, b, directory, ledger);
            let order = if page.descending { order.reverse() } else { order };
            // Equal ones stand by name, so that pages never overlap.
            order.then_with(|| directory.rank_of(a.customer).cmp(&directory.rank_of(b.customer)))
        };
        entries.sort_unstable_by(compare);
        true
    }
}

fn order(field: Field, a: &Entry, b: &Entry, directory: &Directory, ledger: &Ledger) -> Ordering {
    match field {
        Field::Customer => directory.rank_of(a.customer).cmp(&directory.rank_of(b.customer)),
        Field::Email => directory.person(a.customer).email.cmp(directory.person(b.customer).email),
        Field::Country => country_code(ledger, a.customer).cmp(country_code(ledger, b.customer)),
        Field::Plan => a.plan.cmp(&b.plan),
        Field::Tier => a.tier.cmp(&b.tier),
        Field::Since | Field::Day => a.day.cmp(&b.day),
        Field::Status => a.status.cmp(&b.status),
        Field::Kind => a.role.cmp(b.role),
        Field::Reason => a.reason.cmp(&b.reason),
        Field::From => a.from.cmp(&b.from),
        Field::To => a.to.cmp(&b.to),
        Field::Change | Field::Effect | Field::Mrr | Field::Lost => a.amount.cmp(&b.amount),
    }
}

fn cell(
    field: Field,
    frame: &Frame<'_>,
    directory: &Directory,
    entry: &Entry,
    voice: &Voice,
) -> Cell {
    let ledger = &frame.book.ledger;
    let money =
        |minor| Cell::number(voice.money(frame.money(minor)), raw::money(frame.money(minor)));
    let day = |day: Day| if day == Day::NEVER { voice.absent() } else { voice.day(day) };
    let text = match field {
        Field::Customer => directory.person(entry.customer).name.to_owned(),
        Field::Email => directory.person(entry.customer).email.to_owned(),
        Field::Country => country(country_code(ledger, entry.customer), voice),
        Field::Plan => match ledger.plans.get(entry.plan as usize).map(String::as_str) {
            None | Some("") => voice.absent(),
            Some(name) => name.to_owned(),
        },
        Field::Tier => return tier(frame, entry.tier, voice),
        Field::Since | Field::Day => day(entry.day),
        Field::Status => voice.say(&format!("status-{}", entry.status.name()), &[]),
        Field::Kind => return kind(entry.role, voice),
        Field::Reason => reason_words(frame, entry.reason, voice),
        Field::From => return money(entry.from),
        Field::To => return money(entry.to),
        Field::Change => {
            let text = voice.signed_money(frame.money(entry.amount));
            return Cell { text, ..money(entry.amount) };
        }
        Field::Effect => {
            let text = voice.signed_money_cents(frame.money(entry.amount));
            return Cell { text, ..money(entry.amount) };
        }
        Field::Mrr | Field::Lost => return money(entry.amount),
    };
    Cell::text(text)
}

/// A tier by its place.
fn tier(frame: &Frame<'_>, place: Option<u8>, voice: &Voice) -> Cell {
    let found = || {
        let tiers = &frame.book.programme().ok()?.tiers;
        let place = usize::from(place?);
        Some(mark(tiers.get(place)?, place, tiers.len()))
    };
    found().map_or_else(|| Cell::text(voice.absent()), Cell::tier)
}

/// A movement with its colour; a role in a formula has none.
fn kind(role: &'static str, voice: &Voice) -> Cell {
    let colour = match role {
        "movement-new" => Some(Role::New),
        "movement-expansion" => Some(Role::Expansion),
        "movement-reactivation" => Some(Role::Reactivation),
        "movement-contraction" => Some(Role::Contraction),
        "movement-churn" => Some(Role::Churn),
        _ => None,
    };
    let role_name = colour.map(|role| role.name().to_owned());
    Cell { role: role_name, ..Cell::text(voice.say(role, &[])) }
}

/// His country as the sources name it; empty for none.
fn country_code(ledger: &Ledger, customer: u32) -> &str {
    let countries = ledger.attribute("country");
    let code = countries.and_then(|one| one.values.get(one.codes[customer as usize] as usize));
    code.map_or("", String::as_str)
}
