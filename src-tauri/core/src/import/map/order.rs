//! The order of dates like 03/04/2025, decided for each column by all of its values.

use super::super::input::Input;
use super::super::records::Records;
use super::super::value::{DateOrder, OrderHint, Stamp, trim};
use super::super::{Field, Sniffed};
use super::{Mapping, Origin};
use crate::Result;
use crate::task::Cancel;

/// Decides the columns whose cells have not told: by the other date columns, then by the order in which
/// the rows go from day to day, then day first. Gives those that stayed open, to ask about.
pub(in crate::import) fn settle(mapping: &mut Mapping) -> Vec<Field> {
    let dates = dates(mapping);
    let mut told = mapping.styles.iter().filter_map(|style| style.order);
    let first = told.next();
    let common = first.filter(|first| told.all(|order| order == *first));
    let open = dates.iter().filter(|(_, at)| is_open(mapping, *at));
    let mut leans = open.filter_map(|(_, at)| mapping.styles[*at].leans);
    let first = leans.next();
    let likely = first.filter(|first| leans.all(|order| order == *first));
    let mut undecided = Vec::new();
    for (field, at) in dates {
        if is_open(mapping, at) {
            if common.is_none() {
                undecided.push(field);
            }
            mapping.styles[at].order = common.or(likely).or(Some(DateOrder::default()));
        }
    }
    undecided
}

/// Reads the file for the columns its head left open, if there are any.
pub(in crate::import) fn look_through(
    input: &Input,
    sniffed: &Sniffed,
    mapping: &mut Mapping,
    cancel: &Cancel,
) -> Result<()> {
    let dates = dates(mapping);
    if sniffed.complete || !dates.iter().any(|(_, at)| is_open(mapping, *at)) {
        return Ok(());
    }
    read_all(input, sniffed, mapping, &dates, cancel)
}

fn is_open(mapping: &Mapping, at: usize) -> bool {
    mapping.styles[at].either && mapping.styles[at].order.is_none()
}

fn dates(mapping: &Mapping) -> Vec<(Field, usize)> {
    let dates = mapping.origins.iter().filter(|(field, _)| field.is_date());
    let columns = dates.filter_map(|(field, origin)| match origin {
        Origin::Column(at) => Some((*field, *at)),
        Origin::Joined(..)
        | Origin::Either(..)
        | Origin::Part(..)
        | Origin::Less(..)
        | Origin::ByCurrency(_)
        | Origin::Constant(_) => None,
    });
    columns.collect()
}

/// Looks at the cells of the open columns until each has told or the file ends.
fn read_all(
    input: &Input,
    sniffed: &Sniffed,
    mapping: &mut Mapping,
    dates: &[(Field, usize)],
    cancel: &Cancel,
) -> Result<()> {
    let mut open: Vec<usize> = dates.iter().map(|(_, at)| *at).collect();
    open.retain(|at| mapping.styles[*at].order.is_none());
    let mut records = Records::rows(input, sniffed)?;
    let mut rows = 0_u32;
    while let (false, Some(record)) = (open.is_empty(), records.next()?) {
        rows = rows.wrapping_add(1);
        if rows.is_multiple_of(4096) {
            cancel.check()?;
        }
        open.retain(|at| {
            let style = &mut mapping.styles[*at];
            match Stamp::hint(trim(record.get(*at))) {
                OrderHint::Silent => {}
                OrderHint::Either => style.either = true,
                OrderHint::Told(order) => style.order = Some(order),
            }
            style.order.is_none()
        });
    }
    Ok(())
}
