//! Plans by number, and what is known of each.

use super::super::value::interval_in_name;
use crate::model::{Currency, Interval};
use rustc_hash::FxHashMap;

/// What the price list of the workspace says of a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::import) struct PlanRecord {
    /// Price for one interval and one unit, in minor units.
    pub(in crate::import) amount: Option<i64>,
    /// Of the price.
    pub(in crate::import) currency: Option<Currency>,
    /// How often it is paid.
    pub(in crate::import) interval: Option<Interval>,
}

/// The price list by key.
pub(in crate::import) type PlanRecords = FxHashMap<String, PlanRecord>;

/// What is known of a plan a row names.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    /// The price list's record.
    pub(super) record: PlanRecord,
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
            record: self.records.get(&name).copied().unwrap_or_default(),
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

    /// The cell that named a plan first.
    pub(super) fn name(&self, number: u32) -> Option<&[u8]> {
        self.names.get(number as usize).map(|name| &**name)
    }

    pub(super) fn take_new(&mut self) -> Vec<String> {
        std::mem::take(&mut self.new)
    }
}
