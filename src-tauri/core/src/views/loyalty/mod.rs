//! Loyalty: the programme, its members, its points, who brought whom.

mod conditions;
mod frame;
mod ledger;
mod liability;
mod lines;
mod list;
mod members;
mod moves;
mod page;
mod person;
mod preview;
mod programme;
mod ready;
mod referred;
mod segment;
mod simulate;
#[cfg(test)]
mod tests;
mod tiers;
mod works;

pub(in crate::views) use frame::mark;
pub use ledger::loyalty_ledger;
pub use list::{is_ours, loyalty_list};
pub use members::loyalty_members;
pub use page::{
    EntryRow, KeptBar, LiabilityCard, LoyaltyBar, LoyaltyLedgerView, LoyaltyMembersView,
    LoyaltyPersonView, LoyaltyQuery, LoyaltyView, MoveRow, MoveSet, PreviewRow, PreviewView,
    ReadyProgramme, ReferralsView, RewardRow, RulesCard, ShareBar, SharePart, SimulationView,
    TierCard, Verdict, WorksCard,
};
pub use person::loyalty_person;
pub use preview::{drops, loyalty_preview};
pub use programme::loyalty;
pub use referred::loyalty_referrals;
pub use segment::{SegmentAttribute, SegmentQuery, SegmentView, loyalty_segment};
pub use simulate::loyalty_simulate;
