//! Members, one customer, who referred whom.

use super::LoyaltyBar;
use crate::views::{Choice, Notice, Part, Table, TierMark};
use serde::Serialize;
use ts_rs::TS;

/// The members, as a list with filters.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct LoyaltyMembersView {
    /// State of the book it came from.
    pub revision: u64,
    /// Name and day.
    pub top: LoyaltyBar,
    /// What has to be said.
    pub notices: Vec<Notice>,
    /// The list of all of them; absent while there is no programme.
    pub list: Option<String>,
    /// All, each tier, moving, expiring, negative: lists, with how many.
    pub filters: Vec<Choice>,
}

/// One customer's part in the programme.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct LoyaltyPersonView {
    /// State of the book it came from.
    pub revision: u64,
    /// Whether there is a programme.
    pub running: bool,
    /// His tier; absent where he is no member.
    pub mark: Option<TierMark>,
    /// "1,240 points to redeem, worth €12.40"
    pub balance: String,
    /// "210 points to Platinum", "valid until 12 Mar 2027"
    pub facts: Vec<(String, String)>,
    /// Every movement of his points, newest first.
    pub statement: Table,
    /// Whom he brought.
    pub brought: Vec<Choice>,
    /// Who brought him.
    pub by: Option<Choice>,
}

/// Who brought whom.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ReferralsView {
    /// State of the book it came from.
    pub revision: u64,
    /// Name and day.
    pub top: LoyaltyBar,
    /// What has to be said.
    pub notices: Vec<Notice>,
    /// Main figures: referred, their MRR, kept, viral coefficient.
    pub figures: Vec<Part>,
    /// How the viral coefficient comes about: "0.4 invitations a customer × 25% = 0.1".
    pub formula: String,
    /// Who referred most.
    pub referrers: Table,
    /// Referred customers beside the others.
    pub beside: Table,
    /// Promoters who have not referred anybody yet: the list.
    pub promoters: Part,
}
