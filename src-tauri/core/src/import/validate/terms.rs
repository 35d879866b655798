//! What is paid for: plan, price, interval, quantity, discount (metrics.md 2).

use super::super::problem::{Code, interval_code};
use super::super::records::Record;
use super::super::value::{Decimals, Number, is_nothing};
use super::{Field, Kept, Reader};
use crate::model::{Interval, Listed, Terms, Unit};

impl Reader<'_> {
    /// The terms of a row. The plan is its number among the plans of the file. `free` says that a
    /// row may do without any amount, because it pays nothing anyway.
    pub(super) fn terms(&mut self, record: &Record<'_>, free: bool) -> Kept<Terms> {
        let paid = self.paid(record)?;
        let plan = match self.cells.plain(record, Field::Plan) {
            [] => None,
            cell => Some(self.plans.number(cell)),
        };
        let (interval, listed) = self.interval(record, plan)?;
        let quantity = self.quantity(record)?;
        let discount = self.discount(record)?;
        let mut terms = Terms {
            plan: plan.map(i64::from),
            amount: paid.amount,
            mrr: paid.mrr,
            currency: paid.currency,
            interval,
            listed,
            quantity,
            discount,
        };
        if self.whole_amount {
            for_one_unit(&mut terms);
        }
        if terms.amount.is_none() && terms.mrr.is_none() && !free {
            self.price_of_plan(record, plan)?;
        }
        if let Some(price) = terms.mrr.or(terms.amount).filter(|price| *price < 0) {
            let field = if terms.mrr.is_some() { Field::Mrr } else { Field::Amount };
            let field = if self.cells.has(field) { field } else { minor_of(field) };
            let cell = self.cells.plain(record, field);
            let value =
                if cell.is_empty() { price.to_string().into_bytes() } else { cell.to_vec() };
            self.warn(Code::BelowZero, Some(field), &value);
        }
        Ok(terms)
    }

    /// A row without any price leaves it to the price list, which has to have one.
    fn price_of_plan(&mut self, record: &Record<'_>, plan: Option<u32>) -> Kept<()> {
        if self.plans.listed(plan.map(i64::from)).price.is_some() {
            return Ok(());
        }
        let asked = [Field::Amount, Field::AmountMinor, Field::Mrr, Field::MrrMinor];
        let field = asked.into_iter().find(|f| self.cells.has(*f)).unwrap_or(Field::Amount);
        Err(self.reject(Code::NoAmount, Some(field), self.cells.plain(record, field)))
    }

    /// Discounts are shares of one.
    pub(in crate::import) fn reads_shares(&self) -> bool {
        self.discount_shares
    }

    /// What the price list of the workspace says of the plan of terms that were read here.
    pub(in crate::import) fn listed(&self, terms: &Terms) -> Listed {
        self.plans.listed(terms.plan)
    }

    /// The billing interval, and whether it is left to the price list. Where the file leaves out unit
    /// or count, that decides, whenever it comes; without one a word in the plan's name that is a whole
    /// multiple of the unit given (reported as a guess), else it is one of the unit; one month without
    /// any.
    pub(super) fn interval(
        &mut self,
        record: &Record<'_>,
        plan: Option<u32>,
    ) -> Kept<(Interval, bool)> {
        let cell = self.cells.plain(record, Field::Interval);
        let given = match cell {
            [] => None,
            cell => match self.intervals.of(cell, super::super::value::interval) {
                Some(given) => Some(given),
                None if is_nothing(cell) => None,
                None => return Err(self.reject(zero_or_bad(cell), Some(Field::Interval), cell)),
            },
        };
        let count = self.interval_count(record)?;
        match (given, count) {
            (Some((base, _)), Some(count)) => {
                let count = base.count.saturating_mul(count);
                Ok((Interval { unit: base.unit, count }, false))
            }
            (Some((base, true)), None) => Ok((base, false)),
            (Some((base, false)), None) => Ok((self.filled_in(plan, base), true)),
            (None, None) => Ok((self.filled_in(plan, Interval::MONTH), true)),
            (None, Some(count)) => {
                let listed = self.plans.listed(plan.map(i64::from)).interval;
                let unit = listed.map_or(Unit::Month, |interval| interval.unit);
                Ok((Interval { unit, count }, false))
            }
        }
    }

    fn interval_count(&mut self, record: &Record<'_>) -> Kept<Option<u32>> {
        let cell = self.cells.plain(record, Field::IntervalCount);
        if cell.is_empty() {
            return Ok(None);
        }
        let count = Number::read(cell, Decimals::Unknown).and_then(Number::whole);
        match count.and_then(|count| u32::try_from(count).ok()) {
            Some(0) => Err(self.reject(Code::ZeroInterval, Some(Field::IntervalCount), cell)),
            None if is_nothing(cell) => Ok(None),
            None => Err(self.reject(Code::BadInterval, Some(Field::IntervalCount), cell)),
            count => Ok(count),
        }
    }

    /// The interval of a plan whose row gives only a unit, where no price list names one.
    fn filled_in(&mut self, plan: Option<u32>, base: Interval) -> Interval {
        let line = self.line;
        let Some(known) = plan.and_then(|plan| self.plans.known(plan)) else { return base };
        let Some(named) = known.named.filter(|named| is_multiple(*named, base)) else {
            return base;
        };
        if named == base || known.reported || known.listed.interval.is_some() {
            return named;
        }
        known.reported = true;
        let name = plan.and_then(|plan| self.plans.name(plan)).unwrap_or_default();
        let spoken = || interval_code(named);
        self.problems.add_with(line, Code::IntervalGuessed, Some(Field::Plan), name, spoken);
        named
    }

    fn quantity(&mut self, record: &Record<'_>) -> Kept<u32> {
        let cell = self.cells.plain(record, Field::Quantity);
        if cell.is_empty() || is_nothing(cell) {
            return Ok(1);
        }
        let quantity = Number::read(cell, Decimals::Unknown).and_then(Number::whole);
        // Large enough for anybody, and safe to multiply with a price.
        let quantity = quantity.and_then(|n| u32::try_from(n).ok()).filter(|n| *n <= 100_000_000);
        quantity.ok_or_else(|| self.reject(Code::BadQuantity, Some(Field::Quantity), cell))
    }

    /// A recurring discount in hundredths of a percent. A percent sign says so in a column of shares,
    /// too.
    fn discount(&mut self, record: &Record<'_>) -> Kept<u32> {
        let (cell, style) = self.cells.styled(record, Field::DiscountPercent);
        if cell.is_empty() || is_nothing(cell) {
            return Ok(0);
        }
        let share = self.discount_shares && !cell.contains(&b'%');
        let exponent = if share { 4 } else { 2 };
        let hundredths = Number::read(cell, style.decimals).and_then(|n| n.minor(exponent));
        let discount = hundredths.and_then(|n| u32::try_from(n).ok()).filter(|n| *n <= 10_000);
        discount.ok_or_else(|| self.reject(Code::BadDiscount, Some(Field::DiscountPercent), cell))
    }
}

/// Makes an amount for all units one for each. Where it cannot be divided (an add-on is in it) it
/// is one unit of the whole, so that no cent is lost.
fn for_one_unit(terms: &mut Terms) {
    let quantity = i64::from(terms.quantity);
    match terms.amount {
        Some(amount) if quantity > 1 && amount % quantity == 0 => {
            terms.amount = Some(amount / quantity);
        }
        Some(_) => terms.quantity = 1,
        None => {}
    }
}

/// The same in minor units.
fn minor_of(field: Field) -> Field {
    if field == Field::Mrr { Field::MrrMinor } else { Field::AmountMinor }
}

/// `0 months` names a unit, so it is the count that is wrong.
fn zero_or_bad(cell: &[u8]) -> Code {
    let number = cell.iter().take_while(|b| b.is_ascii_digit());
    let zero = number.clone().count() > 0 && number.clone().all(|b| *b == b'0');
    if zero { Code::ZeroInterval } else { Code::BadInterval }
}

/// Whether `named` is a whole number of `base`.
fn is_multiple(named: Interval, base: Interval) -> bool {
    let size = |interval: Interval| match interval.unit {
        Unit::Day => (false, interval.count),
        Unit::Week => (false, interval.count.saturating_mul(7)),
        Unit::Month => (true, interval.count),
        Unit::Year => (true, interval.count.saturating_mul(12)),
    };
    let ((named_months, named), (base_months, base)) = (size(named), size(base));
    named_months == base_months && base > 0 && named.is_multiple_of(base)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_counts_when_it_is_a_multiple_of_the_unit() {
        let interval = |unit, count| Interval { unit, count };
        assert!(is_multiple(interval(Unit::Month, 3), Interval::MONTH));
        assert!(is_multiple(interval(Unit::Year, 1), Interval::MONTH));
        assert!(is_multiple(interval(Unit::Year, 2), interval(Unit::Year, 1)));
        assert!(is_multiple(interval(Unit::Week, 1), interval(Unit::Day, 1)));
        assert!(!is_multiple(interval(Unit::Week, 1), Interval::MONTH));
        assert!(!is_multiple(interval(Unit::Month, 3), interval(Unit::Year, 1)));
    }
}
