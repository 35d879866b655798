//! Who belongs to a segment, and when.

/// Membership, worked out once and then asked for every state by every metric.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mask {
    /// By customer: 1 for who belongs to it in any state (in all of them, where `states` is none).
    pub(super) customers: Vec<u8>,
    /// By state: 1 where he belongs to it; none where membership never changes.
    pub(super) states: Option<Vec<u8>>,
    /// By trial, in the order of the ledger.
    pub(super) trials: Vec<u8>,
}

impl Mask {
    /// Whether a customer belongs to it in any state.
    #[inline]
    pub fn has_customer(&self, customer: u32) -> bool {
        self.customers[customer as usize] != 0
    }

    /// Whether a customer belongs to it in this state of his.
    #[inline]
    pub fn has(&self, customer: u32, state: usize) -> bool {
        match &self.states {
            Some(states) => states[state] != 0,
            None => self.customers[customer as usize] != 0,
        }
    }

    /// Whether the trial at this place of the ledger's list belongs to it.
    pub fn has_trial(&self, trial: usize) -> bool {
        self.trials[trial] != 0
    }
}
