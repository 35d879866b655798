//! How the cells of each column are written.

use super::super::guess::Head;
use super::super::{Header, Mapping, Origin, Style};
use crate::import::value::{DateOrder, OrderHint, SourceZone};
use crate::import::{Field, Kind};

impl Mapping {
    /// Whether the price may be in cents: nothing says so, and all of them look it.
    pub(super) fn is_in_cents_perhaps(&self, head: &Head<'_>) -> bool {
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
    pub(super) fn currency_of_headers(&mut self, headers: &[Header]) {
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

    pub(super) fn find_styles(&mut self, head: &Head<'_>, asked: Option<DateOrder>, utc: bool) {
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
                    OrderHint::Either => (style.either, style.leans) = (true, cells.leans()),
                    OrderHint::Told(order) => style.order = Some(order),
                }
                style.order = asked.or(style.order);
                style.zone_column = zones.filter(|_| style.zone.is_none());
            }
        }
    }
}
