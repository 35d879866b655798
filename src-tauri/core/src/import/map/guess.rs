//! Which column means what, from names and cells. What is said explicitly comes before.

use super::super::value::Decimals;
use super::super::{Field, Kind, Sniffed, facts, rates};
use super::content::Column;
use super::roots::{Spoken, spoken};
use super::{Header, question, sense, shades, words};
use std::borrow::Cow;

/// Below this a guess is worth nothing.
const LEAST: f64 = 0.4;

/// A column, the field it probably stands for, and how surely (0 to 1).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Guess {
    pub(super) column: usize,
    pub(super) field: Field,
    pub(super) confidence: f64,
}

/// The head of a file, ready to be guessed from.
pub(super) struct Head<'h> {
    pub(super) headers: &'h [Header],
    pub(super) columns: Vec<Column<'h>>,
    /// What the words of each header say.
    spoken: Vec<Spoken>,
}

impl<'h> Head<'h> {
    pub(super) fn new(sniffed: &'h Sniffed, headers: &'h [Header]) -> Self {
        let column =
            |at: usize| Column::new(sniffed.rows.iter().map(move |r| r.cells[at].as_str()));
        let spoken = headers.iter().map(|header| spoken(&header.name)).collect();
        Self { headers, columns: (0..headers.len()).map(column).collect(), spoken }
    }

    /// The best use of the columns for a kind, each column and field once; `taken` are not free.
    pub(super) fn guess(&self, kind: Kind, taken: impl Fn(usize, Field) -> bool) -> Vec<Guess> {
        let mut candidates = Vec::new();
        for (column, header) in self.headers.iter().enumerate() {
            for &field in kind.fields() {
                let confidence = self.confidence(kind, column, header, field);
                if confidence >= LEAST && !taken(column, field) {
                    candidates.push(Guess { column, field, confidence });
                }
            }
        }
        // Stable: of equals the column further left.
        candidates.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
        let mut chosen: Vec<Guess> = Vec::new();
        for guess in candidates {
            if chosen.iter().all(|c| c.column != guess.column && c.field != guess.field) {
                chosen.push(guess);
            }
        }
        chosen
    }

    /// A field in minor units whose cells have decimals is one in major units.
    pub(super) fn in_its_units(&self, field: Field, column: usize) -> Field {
        let decimals = || self.columns[column].decimals() != Decimals::Unknown;
        match field {
            Field::AmountMinor if decimals() => Field::Amount,
            Field::MrrMinor if decimals() => Field::Mrr,
            field => field,
        }
    }

    /// About a person, and no figure needs it.
    pub(super) fn is_private(&self, column: usize) -> bool {
        super::private::is_private(&self.headers[column], &self.columns[column])
    }

    /// A key of its own beside the key of a customer: the rows are no customers.
    fn is_about_rows_of_others(&self) -> bool {
        let kind = Kind::Subscriptions;
        self.has(kind, Field::Id) && self.has(kind, Field::Customer)
    }

    /// Key or address of a customer, and his name, by names that are on a list.
    fn names_customers(&self) -> bool {
        let has = |field| self.has(Kind::Customers, field);
        (has(Field::Id) || has(Field::Email)) && (has(Field::Name) || has(Field::Company))
    }

    /// Whether the key of a list, or the address where it has none, comes again in a tenth of its rows.
    fn stands_again(&self, guesses: &[Guess]) -> bool {
        let of = |field| guesses.iter().find(|guess| guess.field == field);
        let key = of(Field::Id).or_else(|| of(Field::Email));
        key.is_some_and(|key| self.columns[key.column].comes_again() > 0.1)
    }

    /// "Account" beside "Account ID" is what the account is called.
    fn has_key_beside(&self, column: usize) -> bool {
        let name = &self.headers[column].name;
        words::may_be_title(name)
            && self.headers.iter().any(|other| words::is_key_of(&other.name, name))
    }

    /// Whether the words of a column speak of files of this kind, and of more columns than not.
    fn is_spoken_of(&self, kind: Kind) -> bool {
        let known =
            || self.guess(kind, |_, _| false).iter().filter(|g| g.confidence >= 0.5).count();
        self.spoken.iter().any(|spoken| sense::tells(kind, spoken))
            && known() * 2 >= self.headers.len()
    }

    /// Whether a column is there that only files of this kind have, by its whole name or its words.
    fn is_told(&self, kind: Kind) -> bool {
        self.is_named(kind) || self.is_spoken_of(kind) || self.is_billing(kind)
    }

    /// The same by a name that is on a list.
    fn is_named(&self, kind: Kind) -> bool {
        let asks = |name: &str| kind == Kind::Answers && question::is_of_nps(name);
        let tells = |name: &str| kind.tells().contains(&name) || asks(name);
        self.headers.iter().any(|header| tells(&header.name))
    }

    fn confidence(&self, kind: Kind, column: usize, header: &Header, field: Field) -> f64 {
        let cells = &self.columns[column];
        let is_sum =
            field == Field::DiscountPercent && (header.currency.is_some() || cells.are_money());
        if is_sum || !shades::allow(kind, field, &header.name) {
            return 0.0;
        }
        let name = &*shades::of_change(kind, &header.name);
        let spoken = match name == header.name {
            true => Cow::Borrowed(&self.spoken[column]),
            false => Cow::Owned(spoken(name)),
        };
        // A plan taken for a key would make one subscription of all that share it, or one of each.
        let is_plan = words::may_be_plan(name)
            && match kind {
                Kind::Subscriptions => cells.repeats() || cells.are_words(),
                Kind::PlanChanges => cells.are_words() && !self.has(kind, Field::Plan),
                _ => false,
            };
        let key = if kind == Kind::PlanChanges { Field::Subscription } else { Field::Id };
        if field == Field::Country && words::may_be_country(&header.name) {
            return if cells.are_countries() { 0.6 } else { 0.0 };
        }
        let is_title = || self.has_key_beside(column);
        let named = match field {
            Field::Id | Field::Customer if is_title() => 0.0,
            Field::Name if is_title() => 0.9,
            field if field == key && is_plan => 0.0,
            Field::Plan if is_plan => words::likeness(kind, key, name),
            field => words::likeness(kind, field, name),
        };
        let sensed = sense::likeness(kind, field, &spoken);
        let sensed = sensed.max(shades::likeness(kind, field, name, &spoken));
        if named == 0.0 && sensed == 0.0 {
            return cells.alone(field);
        }
        let fits = match (field, facts::of(kind).and_then(|facts| facts.words(field))) {
            (Field::Status, Some(words)) => cells.share_of(words),
            _ => cells.fits(field),
        };
        // What only its words speak of is nothing else by its cells, and no key stands there twice.
        let doubtful = fits < 0.8
            || (field == Field::Id && cells.repeats())
            || matches!(field, Field::Id | Field::Customer if is_title() || is_plan);
        let sensed = if doubtful { 0.0 } else { sensed };
        // A column of that name full of something else is perhaps not it: worth a look.
        let named = named * fits.max(0.5);
        let sure = if named == 0.0 { cells.alone(field).max(sensed) } else { named.max(sensed) };
        sure.min(shades::most(kind, field, name))
    }

    /// Whether a column is called as a field of this kind is.
    fn has(&self, kind: Kind, field: Field) -> bool {
        self.headers.iter().any(|header| words::likeness(kind, field, &header.name) > 0.9)
    }

    /// Whether the rows are bills or payments by what stands beside each other in them, though none of
    /// their columns has a name that only those have.
    fn is_billing(&self, kind: Kind) -> bool {
        if Kind::ALL.into_iter().any(|other| self.is_named(other)) {
            return false;
        }
        let has = |field| self.has(kind, field);
        let is_list = || self.has(Kind::Subscriptions, Field::Start) || has(Field::Subscription);
        match kind {
            Kind::Invoices => {
                [Field::Date, Field::PeriodStart, Field::PeriodEnd].into_iter().all(has)
                    && !is_list()
            }
            Kind::Payments => {
                let plan = |field| self.has(Kind::PlanChanges, field);
                let more = [Field::Plan, Field::Interval, Field::Mrr, Field::Subscription];
                [Field::Date, Field::Amount].into_iter().all(has)
                    && !more.into_iter().any(plan)
                    && !self.has(Kind::Invoices, Field::PeriodStart)
                    && self.columns.iter().any(Column::says_what_became_of_money)
            }
            _ => false,
        }
    }
}

/// The kind whose fields the header names best: every known column speaks for it, everything it
/// lacks against it. `None` when hardly a column is known.
pub(super) fn kind(head: &Head<'_>) -> Option<Kind> {
    if rates::is_table(head.headers) {
        return Some(Kind::Rates);
    }
    // A file of changes or subscriptions also looks like customers: the first of equals wins.
    let order = [Kind::Subscriptions, Kind::PlanChanges, Kind::Customers];
    let facts = Kind::ALL.into_iter().filter(|kind| !order.contains(kind));
    let told = facts.filter(|kind| head.is_told(*kind)).collect::<Vec<_>>();
    let weighed = order.into_iter().chain(told.iter().copied()).rev().filter_map(|kind| {
        let guesses = head.guess(kind, |_, _| false);
        let has = |field: &Field| guesses.iter().any(|g| g.field == *field);
        let lacking = kind.required().iter().filter(|group| !group.iter().any(has)).count();
        let lacking =
            lacking + usize::from(kind == Kind::Customers && head.is_about_rows_of_others());
        let known = guesses.iter().filter(|g| g.confidence >= 0.5).count();
        // Without a date and a state hardly anything tells a change log.
        let loose = matches!(kind, Kind::Subscriptions | Kind::Customers);
        // Nobody stands in a list of customers again and again, and a key alone is no customer.
        let people = [Field::Name, Field::Email, Field::Company];
        let once =
            kind != Kind::Customers || (!head.stands_again(&guesses) && people.iter().any(has));
        let enough = once && (lacking == 0 || (known >= 2 && loose));
        // A column that only such files have says more than one many have.
        let named = !kind.tells().is_empty() && head.is_named(kind);
        let told = i64::from(named || head.is_billing(kind));
        let weight = 2 * count(known) - 3 * count(lacking) + 3 * told;
        (enough && known > 0).then_some((weight, kind))
    });
    let best = weighed.max_by_key(|(weight, _)| *weight).map(|(_, kind)| kind)?;
    // A column that only other files have, and yet no such file: whose customers these are is asked.
    let clear = best != Kind::Customers || told.is_empty() || head.names_customers();
    clear.then_some(best)
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
