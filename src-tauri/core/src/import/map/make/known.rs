//! What the names of columns alone decide: the layout of a known exporter, a table of rates.

use super::super::guess::Head;
use super::super::{Header, Mapping, Origin};
use crate::import::exporters::Layout;
use crate::import::{Field, rates};

impl Mapping {
    /// Columns named by currencies are their rates.
    pub(super) fn apply_currencies(&mut self, headers: &[Header], left_out: &[usize]) {
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

    pub(super) fn apply_layout(&mut self, layout: &Layout, head: &Head<'_>, left_out: &[usize]) {
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
                self.put(*field, Origin::Either(vec![a, b]), 1.0);
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
}
