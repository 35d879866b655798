//! How a mapping is made: what is said explicitly, then the exporter, then guesses.

use super::guess::{self, Head};
use super::{ATTRIBUTE, Header, Mapping, MappingRequest, Origin, Style, label};
use crate::Result;
use crate::import::exporters::{self, Layout};
use crate::import::value::{DateOrder, OrderHint, SourceZone};
use crate::import::{Field, FileTrouble, Kind, Sniffed, rates};
use crate::model::Currency;
use std::collections::BTreeMap;

/// Understands a file. Fails when a field or column is named that does not exist, or nothing can
/// be made of its header; a mapping that still misses something required is given all the same
/// (see [`Mapping::check`]).
pub fn map(sniffed: &Sniffed, request: &MappingRequest) -> Result<Mapping> {
    let headers: Vec<Header> = sniffed.header.iter().map(|h| Header::new(h)).collect();
    let head = Head::new(sniffed, &headers);
    let known = exporters::recognise(&headers, request.kind);
    let kind = request.kind.or(known.map(|(_, layout)| layout.kind)).or_else(|| guess::kind(&head));
    let Some(kind) = kind else {
        return Err(FileTrouble::UnknownKind { file: sniffed.file.clone() }.into());
    };
    let exporter = known.map_or("", |(exporter, _)| exporter.name);
    let mut mapping = Mapping {
        kind,
        exporter,
        source: request.source.clone().unwrap_or_else(|| exporter.to_owned()),
        origins: BTreeMap::new(),
        confidence: BTreeMap::new(),
        attributes: Vec::new(),
        styles: Vec::new(),
        whole_amount: false,
        says: known.map_or(&[], |(_, layout)| layout.says),
        marks: Vec::new(),
        taxed: None,
        in_cents: known.is_some_and(|(_, layout)| layout.cents),
        private: Vec::new(),
        remedy: known.and_then(|(_, layout)| layout.remedy),
        maybe_cents: false,
        first_currency: None,
    };
    let mut left_out = columns(sniffed, request.leave_out.iter())?;
    mapping.apply_request(sniffed, request)?;
    if let (Some((_, layout)), false) = (known, request.map_only) {
        mapping.apply_layout(layout, &head, &left_out);
    }
    if kind == Kind::Rates && !request.map_only {
        mapping.apply_currencies(&headers, &left_out);
    }
    let private = |at: &usize| !mapping.uses(*at) && head.is_private(*at);
    mapping.private = (0..headers.len()).filter(private).collect();
    left_out.extend(&mapping.private);
    if !request.map_only {
        mapping.apply_guesses(&head, known.map(|(_, layout)| layout), &left_out);
        if known.is_none() {
            mapping.take_the_wish_for_the_end();
        }
        if kind.keeps_labels() {
            mapping.keep_attributes(sniffed, &headers, known.map(|k| k.1), &left_out);
        }
    }
    mapping.currency_of_headers(&headers);
    mapping.find_styles(&head, request.date_order, known.is_some_and(|(_, layout)| layout.utc));
    mapping.first_currency = match mapping.origins.get(&Field::Currency) {
        Some(Origin::Column(at)) => {
            sniffed.rows.iter().find_map(|r| Currency::parse(&r.cells[*at]))
        }
        Some(Origin::Constant(code)) => Currency::parse(code),
        _ => None,
    };
    mapping.maybe_cents = mapping.is_in_cents_perhaps(&head);
    Ok(mapping)
}

/// Places of columns named by their header.
fn columns<'r>(sniffed: &Sniffed, names: impl Iterator<Item = &'r String>) -> Result<Vec<usize>> {
    names.map(|name| column(sniffed, name)).collect()
}

/// The column of this number, counted from 1, where columns have no names.
fn numbered(sniffed: &Sniffed, number: &str) -> Option<usize> {
    let number: usize = number.parse().ok().filter(|_| sniffed.headless)?;
    number.checked_sub(1).filter(|at| *at < sniffed.header.len())
}

fn column(sniffed: &Sniffed, name: &str) -> Result<usize> {
    let exact = sniffed.header.iter().position(|h| h == name);
    let folded = Header::new(name).name;
    let found = exact
        .or_else(|| sniffed.header.iter().position(|header| Header::new(header).name == folded))
        .or_else(|| numbered(sniffed, name));
    found.ok_or_else(|| {
        FileTrouble::UnknownColumn { column: name.to_owned(), file: sniffed.file.clone() }.into()
    })
}

impl Mapping {
    fn apply_request(&mut self, sniffed: &Sniffed, request: &MappingRequest) -> Result<()> {
        for (name, header) in &request.map {
            let column = column(sniffed, header)?;
            if let Some(name) = self.label_of(name) {
                self.attributes.push((name.to_owned(), column));
                continue;
            }
            let field = self.field(name)?;
            self.put(field, Origin::Column(column), 1.0);
        }
        for (name, value) in &request.set {
            let field = self.field(name)?;
            self.put(field, Origin::Constant(value.trim().to_owned()), 1.0);
        }
        Ok(())
    }

    /// What a request calls a label: `attribute.NAME`, or any name that is no field's.
    fn label_of<'n>(&self, name: &'n str) -> Option<&'n str> {
        let explicit = name.strip_prefix(ATTRIBUTE).filter(|name| !name.trim().is_empty());
        let label = explicit.or_else(|| Field::from_code(name).is_none().then_some(name));
        label.filter(|_| self.kind.keeps_labels())
    }

    fn field(&self, name: &str) -> Result<Field> {
        let field = Field::from_code(name).filter(|field| self.kind.fields().contains(field));
        field.ok_or_else(|| {
            FileTrouble::UnknownField { field: name.to_owned(), kind: self.kind }.into()
        })
    }

    fn put(&mut self, field: Field, origin: Origin, confidence: f64) {
        self.origins.insert(field, origin);
        self.confidence.insert(field, confidence);
    }

    pub(in crate::import) fn uses(&self, column: usize) -> bool {
        let by_field = self.origins.values().any(|origin| origin.columns().contains(&column));
        by_field || self.attributes.iter().any(|(_, at)| *at == column)
    }

    /// Where the day of cancelling is all a list says of leaving (no end, no status, no billing
    /// period), it is the end: read as a wish alone, nobody would ever have left.
    fn take_the_wish_for_the_end(&mut self) {
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

    /// Columns named by currencies are their rates.
    fn apply_currencies(&mut self, headers: &[Header], left_out: &[usize]) {
        let said = [Field::Currency, Field::Rate].map(|field| self.origins.contains_key(&field));
        let free = |at: &usize| !left_out.contains(at) && !self.uses(*at);
        let named = (0..headers.len()).filter(free);
        let named = named.filter_map(|at| Some((at, rates::currency(&headers[at])?)));
        let columns = named.collect::<Vec<_>>();
        if said == [false, false] && !columns.is_empty() {
            self.put(Field::Currency, Origin::ByCurrency(columns.clone()), 0.97);
            self.put(Field::Rate, Origin::ByCurrency(columns), 0.97);
        }
    }

    fn apply_layout(&mut self, layout: &Layout, head: &Head<'_>, left_out: &[usize]) {
        let free = |mapping: &Self, name: &str| {
            let at = head.headers.iter().position(|header| layout.is(header, name))?;
            // A column that is read in part may be read as a whole, too.
            let mut others = mapping.origins.values().filter(|o| !matches!(o, Origin::Part(..)));
            let used = others.any(|origin| origin.columns().contains(&at));
            (!left_out.contains(&at) && !used).then_some(at)
        };
        if let (Some(at), false) = (
            layout.whole.iter().find_map(|name| free(self, name)),
            self.origins.contains_key(&Field::Amount),
        ) {
            self.whole_amount = true;
            let minor = head.headers[at].name.ends_with("in cents");
            let field = if minor { Field::AmountMinor } else { Field::Amount };
            self.put(head.in_its_units(field, at), Origin::Column(at), 1.0);
        }
        for (field, name, part) in layout.parts {
            if let (Some(at), false) = (free(self, name), self.origins.contains_key(field)) {
                self.put(*field, Origin::Part(at, *part), 1.0);
            }
        }
        for (field, [a, b], by) in layout.joined {
            if let (Some(a), Some(b), false) =
                (free(self, a), free(self, b), self.origins.contains_key(field))
            {
                self.put(*field, Origin::Joined(a, b, *by), 1.0);
            }
        }
        for (field, [a, b]) in layout.either {
            if let (Some(a), Some(b), false) =
                (free(self, a), free(self, b), self.origins.contains_key(field))
            {
                self.put(*field, Origin::Either(a, b), 1.0);
            }
        }
        for (field, names) in layout.fields {
            let amount = matches!(field, Field::Amount | Field::AmountMinor) && self.whole_amount;
            let found = names.iter().find_map(|name| free(self, name)).filter(|_| !amount);
            let Some((at, field)) = found.map(|at| (at, head.in_its_units(*field, at))) else {
                continue;
            };
            if !self.origins.contains_key(&field) {
                self.put(field, Origin::Column(at), 1.0);
            }
        }
        for (field, value) in layout.set {
            if !self.origins.contains_key(field) {
                self.put(*field, Origin::Constant((*value).to_owned()), 1.0);
            }
        }
        let place = |name: &str| head.headers.iter().position(|header| layout.is(header, name));
        let marks = layout.marks.iter();
        self.marks = marks.filter_map(|mark| Some((place(mark.column)?, mark))).collect();
        self.taxed = layout.taxed.iter().find_map(|name| place(name));
        let less: Vec<usize> = layout.less.iter().filter_map(|name| free(self, name)).collect();
        if let (Some(Origin::Column(at)), false) =
            (self.origins.get(&Field::Amount), less.is_empty())
        {
            let origin = Origin::Less(*at, less);
            self.put(Field::Amount, origin, 1.0);
        }
    }

    /// Guesses for what is still open. Of a known exporter's file only what must be there and what
    /// it asks: its other columns are known not to be what their names may suggest.
    fn apply_guesses(&mut self, head: &Head<'_>, known: Option<&Layout>, left_out: &[usize]) {
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
        let open = self.kind == Kind::Customers
            && self.confidence.get(&Field::Name).is_none_or(|sure| *sure < 0.9);
        if let (true, Some(first), Some(last)) = (open, find(&FIRST), find(&LAST)) {
            self.put(Field::Name, Origin::Joined(first, last, ' '), 0.9);
        }
    }

    /// Every other column of a customer file is an attribute under its own name.
    fn keep_attributes(
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

    /// Whether the price may be in cents: nothing says so, and all of them look it.
    fn is_in_cents_perhaps(&self, head: &Head<'_>) -> bool {
        let two = self.first_currency.is_none_or(|currency| currency.exponent() == 2);
        let known = !self.exporter.is_empty();
        let looks = |field| match self.origins.get(&field) {
            Some(Origin::Column(at)) => head.columns[*at].looks_like_cents(),
            _ => false,
        };
        !known && two && (looks(Field::Amount) || looks(Field::Mrr))
    }

    /// A column beside the dates that says which zone they are in. The zone in a list of customers
    /// is where they live.
    fn zone_column(&self, head: &Head<'_>) -> Option<usize> {
        const NAMES: [&str; 6] =
            ["time zone", "timezone", "created timezone", "tz", "tijdzone", "tidszon"];
        let is = |at: &usize| {
            NAMES.contains(&head.headers[*at].name.as_str()) && head.columns[*at].are_zones()
        };
        (0..head.headers.len()).find(is).filter(|_| self.kind != Kind::Customers)
    }

    /// A currency in the header of an amount holds for every row, where no column names one.
    fn currency_of_headers(&mut self, headers: &[Header]) {
        let amounts = [Field::Amount, Field::Mrr, Field::AmountMinor, Field::MrrMinor];
        let named = amounts.iter().find_map(|field| match self.origins.get(field) {
            Some(Origin::Column(at)) => headers[*at].currency,
            _ => None,
        });
        if let (Some(currency), false) = (named, self.origins.contains_key(&Field::Currency)) {
            let code = currency.code().to_owned();
            self.put(Field::Currency, Origin::Constant(code), 1.0);
        }
    }

    fn find_styles(&mut self, head: &Head<'_>, asked: Option<DateOrder>, utc: bool) {
        self.styles = vec![Style::default(); head.headers.len()];
        for (style, header) in self.styles.iter_mut().zip(head.headers) {
            style.zone = header.zone.or(utc.then_some(SourceZone::UTC));
        }
        // Dates that are not read are written as those that are.
        for (style, cells) in self.styles.iter_mut().zip(&head.columns) {
            if let (OrderHint::Told(order), true) = (cells.order(), cells.are_dates()) {
                style.order = Some(order);
            }
        }
        let zones = self.zone_column(head);
        for (field, origin) in &self.origins {
            if let Origin::Less(_, less) = origin {
                for at in less {
                    self.styles[*at].decimals = head.columns[*at].decimals();
                }
            }
            if let Origin::ByCurrency(all) = origin {
                for (at, _) in all {
                    self.styles[*at].decimals = head.columns[*at].decimals();
                }
            }
            let (Origin::Column(at) | Origin::Less(at, _)) = origin else { continue };
            let (style, cells) = (&mut self.styles[*at], &head.columns[*at]);
            style.recoded = *field == Field::Score && cells.are_recoded();
            if field.is_decimal() {
                style.decimals = cells.decimals();
            }
            if field.is_date() {
                match cells.order() {
                    OrderHint::Silent => {}
                    OrderHint::Either => style.either = true,
                    OrderHint::Told(order) => style.order = Some(order),
                }
                style.order = asked.or(style.order);
                style.zone_column = zones.filter(|_| style.zone.is_none());
            }
        }
    }
}
