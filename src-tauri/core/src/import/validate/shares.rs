//! Discounts that are shares of one: `0.25` for 25 %.

use super::super::map::{Mapping, Origin};
use super::super::value::{Number, is_nothing, trim};
use super::super::{Field, Sniffed};

/// The column of discounts whose cells in the head of the file all lie between 0 and 1, one of them
/// strictly: nobody gives discounts of a quarter of one percent. A percent sign says what is meant.
pub(in crate::import) fn discount_shares(sniffed: &Sniffed, mapping: &Mapping) -> Option<usize> {
    let Some(Origin::Column(at)) = mapping.origins.get(&Field::DiscountPercent) else {
        return None;
    };
    let decimals = mapping.styles.get(*at)?.decimals;
    let cells = sniffed.rows.iter().map(|row| trim(row.cells[*at].as_bytes()));
    let mut between = false;
    for cell in cells.filter(|cell| !cell.is_empty() && !is_nothing(cell)) {
        let number = Number::read(cell, decimals).filter(|_| !cell.contains(&b'%'));
        let millionths = number.and_then(|number| number.minor(6))?;
        if !(0..=1_000_000).contains(&millionths) {
            return None;
        }
        between |= !matches!(millionths, 0 | 1_000_000);
    }
    between.then_some(*at)
}
