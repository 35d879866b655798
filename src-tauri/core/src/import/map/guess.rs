//! Which column means what, from names and cells. What is said explicitly comes before.

use super::super::value::Decimals;
use super::super::{Field, Kind, Sniffed, rates};
use super::content::Column;
use super::{Header, question, words};

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
}

impl<'h> Head<'h> {
    pub(super) fn new(sniffed: &'h Sniffed, headers: &'h [Header]) -> Self {
        let column =
            |at: usize| Column::new(sniffed.rows.iter().map(move |r| r.cells[at].as_str()));
        Self { headers, columns: (0..headers.len()).map(column).collect() }
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
        let named = |kind, field| {
            self.headers.iter().any(|header| words::likeness(kind, field, &header.name) > 0.9)
        };
        named(Kind::Subscriptions, Field::Id) && named(Kind::Subscriptions, Field::Customer)
    }

    /// "Account" beside "Account ID" is what the account is called.
    fn has_key_beside(&self, column: usize) -> bool {
        let name = &self.headers[column].name;
        words::may_be_title(name)
            && self.headers.iter().any(|other| words::is_key_of(&other.name, name))
    }

    /// Whether a column is there that only files of this kind have.
    fn is_told(&self, kind: Kind) -> bool {
        let asks = |name: &str| kind == Kind::Answers && question::is_of_nps(name);
        let tells = |name: &str| kind.tells().contains(&name) || asks(name);
        self.headers.iter().any(|header| tells(&header.name))
    }

    fn confidence(&self, kind: Kind, column: usize, header: &Header, field: Field) -> f64 {
        let cells = &self.columns[column];
        // A plan taken for a key would make one subscription of all that share it.
        let is_plan =
            kind == Kind::Subscriptions && words::may_be_plan(&header.name) && cells.repeats();
        if field == Field::Country && words::may_be_country(&header.name) {
            return if cells.are_countries() { 0.6 } else { 0.0 };
        }
        let is_title = || self.has_key_beside(column);
        let named = match field {
            Field::Id | Field::Customer if is_title() => 0.0,
            Field::Name if is_title() => 0.9,
            Field::Id if is_plan => 0.0,
            Field::Plan if is_plan => words::likeness(kind, Field::Id, &header.name),
            field => words::likeness(kind, field, &header.name),
        };
        if named == 0.0 {
            return cells.alone(field);
        }
        // A column of that name full of something else is perhaps not it: worth a look.
        named * cells.fits(field).max(0.5)
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
    let weighed = order.into_iter().chain(told).rev().filter_map(|kind| {
        let guesses = head.guess(kind, |_, _| false);
        let has = |field: &Field| guesses.iter().any(|g| g.field == *field);
        let lacking = kind.required().iter().filter(|group| !group.iter().any(has)).count();
        let lacking =
            lacking + usize::from(kind == Kind::Customers && head.is_about_rows_of_others());
        let known = guesses.iter().filter(|g| g.confidence >= 0.5).count();
        // Without a date and a state hardly anything tells a change log.
        let loose = matches!(kind, Kind::Subscriptions | Kind::Customers);
        let enough = lacking == 0 || (known >= 2 && loose);
        // A column that only such files have says more than one many have.
        let told = i64::from(!kind.tells().is_empty());
        let weight = 2 * count(known) - 3 * count(lacking) + 3 * told;
        (enough && known > 0).then_some((weight, kind))
    });
    weighed.max_by_key(|(weight, _)| *weight).map(|(_, kind)| kind)
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
