//! Plans by number, and what is known of each.

use super::super::value::interval_in_name;
use crate::model::{Interval, Listed, PlanRecords};
use rustc_hash::FxHashMap;

/// What is known of a plan a row names.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    /// What the price list says.
    pub(super) listed: Listed,
    /// The interval its name speaks of.
    pub(super) named: Option<Interval>,
    /// A guess from its name was reported.
    pub(super) reported: bool,
}

/// Plans met in the file, numbered from 0 in the order they came.
pub(super) struct Plans {
    records: PlanRecords,
    numbers: FxHashMap<Box<[u8]>, u32>,
    known: Vec<Known>,
    names: Vec<Box<[u8]>>,
    new: Vec<String>,
}

impl Plans {
    pub(super) fn new(records: PlanRecords) -> Self {
        let (known, names, new) = (Vec::new(), Vec::new(), Vec::new());
        Self { records, numbers: FxHashMap::default(), known, names, new }
    }

    /// The number of a plan.
    #[inline]
    pub(super) fn number(&mut self, cell: &[u8]) -> u32 {
        if let Some(number) = self.numbers.get(cell) {
            return *number;
        }
        let name = super::decoded(cell).into_owned();
        let number = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
        self.known.push(Known {
            listed: self.records.listed(&name),
            named: interval_in_name(&name),
            reported: false,
        });
        self.numbers.insert(cell.into(), number);
        self.names.push(cell.into());
        self.new.push(name);
        number
    }

    pub(super) fn known(&mut self, number: u32) -> Option<&mut Known> {
        self.known.get_mut(number as usize)
    }

    /// What the price list says of the plan of a row's terms.
    pub(super) fn listed(&self, number: Option<i64>) -> Listed {
        let known = number.and_then(|number| self.known.get(usize::try_from(number).ok()?));
        known.map_or(Listed::default(), |known| known.listed)
    }

    /// The cell that named a plan first.
    pub(super) fn name(&self, number: u32) -> Option<&[u8]> {
        self.names.get(number as usize).map(|name| &**name)
    }

    pub(super) fn take_new(&mut self) -> Vec<String> {
        std::mem::take(&mut self.new)
    }
}
