//! Who belongs to a segment, and when.

/// Membership, worked out once and then asked for every state by every metric.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mask {
    /// Who belongs to it in any state, ascending.
    pub(super) members: Vec<u32>,
    /// By customer: 1 for those.
    pub(super) customers: Vec<u8>,
    /// By state: 1 where one of them belongs to it; none where membership never changes. What
    /// stands at states of others has no meaning.
    pub(super) states: Option<Vec<u8>>,
    /// By trial, in the order of the ledger.
    pub(super) trials: Vec<u8>,
}

impl Mask {
    /// Who belongs to it in any state, ascending.
    pub fn members(&self) -> &[u32] {
        &self.members
    }

    /// By state of a member whether he belongs to it there; none where he always does.
    pub(crate) fn states(&self) -> Option<&[u8]> {
        self.states.as_deref()
    }

    /// Whether a customer belongs to it in any state.
    #[inline]
    pub fn has_customer(&self, customer: u32) -> bool {
        self.customers[customer as usize] != 0
    }

    /// Whether a customer belongs to it in this state of his.
    #[inline]
    pub fn has(&self, customer: u32, state: usize) -> bool {
        self.has_customer(customer) && self.states.as_ref().is_none_or(|is| is[state] != 0)
    }

    /// Whether the trial at this place of the ledger's list belongs to it.
    pub fn has_trial(&self, trial: usize) -> bool {
        self.trials[trial] != 0
    }
}
