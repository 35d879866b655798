//! What is left open is guessed; what nobody asks for is kept as a label of a customer.

use super::super::guess::Head;
use super::super::{Header, Mapping, Origin, label};
use crate::import::exporters::Layout;
use crate::import::{Field, Kind, Sniffed};

impl Mapping {
    /// Guesses for what is still open. Of a known exporter's file only what must be there and what
    /// it asks: its other columns are known not to be what their names may suggest.
    pub(super) fn apply_guesses(
        &mut self,
        head: &Head<'_>,
        known: Option<&Layout>,
        left_out: &[usize],
    ) {
        let missing = self.missing();
        let open = |field: Field| match known {
            None => true,
            Some(layout) => {
                missing.contains(&field)
                    || (layout.asks && (field.is_asked() || field == Field::Email))
            }
        };
        let noise =
            |column: usize| known.is_some_and(|layout| layout.leaves(&head.headers[column]));
        let taken = |column: usize, field: Field| {
            left_out.contains(&column)
                || noise(column)
                || self.uses(column)
                || self.origins.contains_key(&field)
                || !open(field)
        };
        for guess in head.guess(self.kind, taken) {
            self.put(guess.field, Origin::Column(guess.column), guess.confidence);
        }
        self.join_names(head, left_out);
    }

    /// A first and a last name are a name.
    fn join_names(&mut self, head: &Head<'_>, left_out: &[usize]) {
        const FIRST: [&str; 5] = ["first name", "firstname", "given name", "voornaam", "förnamn"];
        const LAST: [&str; 6] =
            ["last name", "lastname", "surname", "family name", "achternaam", "efternamn"];
        let find = |names: &[&str]| {
            let at = head.headers.iter().position(|h| names.contains(&h.name.as_str()))?;
            let names_someone = self.origins.get(&Field::Name) == Some(&Origin::Column(at));
            (!left_out.contains(&at) && (names_someone || !self.uses(at))).then_some(at)
        };
        let open = matches!(self.kind, Kind::Customers | Kind::Subscriptions)
            && self.confidence.get(&Field::Name).is_none_or(|sure| *sure < 0.9);
        if let (true, Some(first), Some(last)) = (open, find(&FIRST), find(&LAST)) {
            self.put(Field::Name, Origin::Joined(first, last, ' '), 0.9);
        }
    }

    /// Where the day of cancelling is all a list says of leaving (no end, no status, no billing
    /// period), it is the end: read as a wish alone, nobody would ever have left.
    pub(super) fn take_the_wish_for_the_end(&mut self) {
        use Field::{AtPeriodEnd, CancelRequested, Ended, PeriodEnd, Status};
        let says_more = [Ended, Status, AtPeriodEnd, PeriodEnd];
        let guessed = self.confidence.get(&CancelRequested).is_some_and(|sure| *sure < 1.0);
        if guessed && !says_more.iter().any(|field| self.origins.contains_key(field)) {
            self.confidence.remove(&CancelRequested);
            if let Some(origin) = self.origins.remove(&CancelRequested) {
                self.put(Ended, origin, 0.6);
            }
        }
    }

    /// Every other column of a customer file is an attribute under its own name.
    pub(super) fn keep_attributes(
        &mut self,
        sniffed: &Sniffed,
        headers: &[Header],
        layout: Option<&Layout>,
        left_out: &[usize],
    ) {
        for (column, header) in headers.iter().enumerate() {
            let noise = layout.is_some_and(|layout| layout.leaves(header));
            let unnamed = sniffed.header[column].starts_with('(');
            if noise || unnamed || left_out.contains(&column) || self.uses(column) {
                continue;
            }
            let shown = sniffed.header[column].as_str();
            let bare = label(shown);
            let twice = self.attributes.iter().any(|(name, _)| name == bare);
            let name = if twice { shown } else { bare };
            self.attributes.push((name.to_owned(), column));
        }
        self.attributes.sort();
    }
}
