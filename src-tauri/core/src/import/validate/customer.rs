//! A row of a list of customers.

use super::super::problem::Code;
use super::super::records::Record;
use super::super::value::DateOrder;
use super::{Field, Kept, Reader, Stamp, assign, decoded};
use crate::model::{Account, Day};

/// A customer as his source describes him.
#[derive(Clone, Debug, Default)]
pub(in crate::import) struct CustomerRow {
    /// Line of the file.
    pub(in crate::import) line: u64,
    /// The facts.
    pub(in crate::import) facts: Account,
    buffer: String,
}

impl Reader<'_> {
    /// Reads a record into `row`, whose buffers are used again.
    pub(in crate::import) fn customer_row(
        &mut self,
        record: &Record<'_>,
        row: &mut CustomerRow,
    ) -> Kept<()> {
        self.begin(record)?;
        row.line = record.line;
        let (facts, buffer) = (&mut row.facts, &mut row.buffer);
        self.customer(record, Field::Id, &mut facts.key)?;
        let texts = [
            (Field::Name, &mut facts.name),
            (Field::Email, &mut facts.email),
            (Field::Company, &mut facts.company),
            (Field::Country, &mut facts.country),
            (Field::Tags, &mut facts.tags),
        ];
        for (field, slot) in texts {
            self.text(record, field, buffer);
            assign(slot, buffer);
        }
        // A company without a person's name goes by its own.
        if let (true, Some(company)) = (facts.name.is_none(), &facts.company) {
            let company = company.clone();
            assign(&mut facts.name, &company);
        }
        facts.created = self.detail(record, Field::Created);
        facts.birthday = self.detail(record, Field::Birthday);
        facts.card_expires = self.card_expires(record);
        self.attributes(record, facts);
        Ok(())
    }

    /// A date a customer can do without: when it cannot be read it stays empty.
    fn detail(&mut self, record: &Record<'_>, field: Field) -> Option<Day> {
        let (cell, style) = self.cells.styled(record, field);
        match Stamp::read(cell, style.order.unwrap_or(DateOrder::DayFirst)) {
            Ok(stamp) => stamp.map(|stamp| self.zones.local(stamp, style.zone).day),
            Err(_) => {
                self.warn(Code::BadDetail, Some(field), cell);
                None
            }
        }
    }

    /// The last day of the month on a card: `11/26`, `4/2027`, `2027-04`, or a whole date.
    pub(super) fn card_expires(&mut self, record: &Record<'_>) -> Option<Day> {
        let cell = self.cells.any(record, Field::CardExpires);
        if cell.is_empty() {
            return None;
        }
        let day = month_end(&cell).or_else(|| {
            Stamp::read(&cell, DateOrder::DayFirst).ok().flatten().map(|stamp| stamp.day)
        });
        if day.is_none() {
            self.warn(Code::BadDetail, Some(Field::CardExpires), &cell);
        }
        day
    }

    fn attributes(&self, record: &Record<'_>, facts: &mut Account) {
        let mut count = 0;
        for (name, cell) in self.cells.attributes(*record) {
            let value = decoded(cell);
            match facts.attributes.get_mut(count) {
                Some((old_name, old_value)) => {
                    old_name.clear();
                    old_name.push_str(name);
                    old_value.clear();
                    old_value.push_str(&value);
                }
                None => facts.attributes.push((name.to_owned(), value.into_owned())),
            }
            count += 1;
        }
        facts.attributes.truncate(count);
    }
}

fn month_end(cell: &[u8]) -> Option<Day> {
    let text = std::str::from_utf8(cell).ok()?;
    let (a, b) = text.split_once(['/', '-', ' '])?;
    let (month, year) = if a.len() == 4 { (b, a) } else { (a, b) };
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if !matches!((month.len(), year.len()), (1 | 2, 2 | 4)) || !digits(month) || !digits(year) {
        return None;
    }
    let short = year.len() == 2;
    let year: i32 = year.parse().ok()?;
    let first = Day::from_ymd(if short { 2000 + year } else { year }, month.parse().ok()?, 1)?;
    Some(first.plus_months(1).plus(-1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_is_valid_to_the_end_of_its_month() {
        let end = |cell: &str| month_end(cell.as_bytes()).map(|day| day.to_string());
        assert_eq!(end("11/26"), Some("2026-11-30".into()));
        assert_eq!(end("2/2028"), Some("2028-02-29".into()));
        assert_eq!(end("2027-04"), Some("2027-04-30".into()));
        assert_eq!(end("13/26"), None);
        assert_eq!(end("04/27/2027"), None);
    }
}
