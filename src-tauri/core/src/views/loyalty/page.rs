//! The loyalty pages as they cross to the window.

use crate::chart::Chart;
use crate::loyalty::Programme;
use crate::store::reward::RewardKind;
use crate::views::{Choice, Direction, Notice, Part, SumLine, Table, TierMark};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// From which day the programme is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct LoyaltyQuery {
    /// A day that is past, `2026-06-30`; the last one without.
    pub day: Option<String>,
    /// Width of the page's content in CSS pixels; 1024 without.
    pub width: Option<u32>,
}

/// What stands at the top of every loyalty page.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct LoyaltyBar {
    /// What members know the programme by; empty while there is none.
    pub name: String,
    /// The day it is looked at, `2026-11-20`.
    pub day: String,
    /// "20 Nov 2026"
    pub day_words: String,
    /// The last day that can be looked at.
    pub last: String,
    /// Whether another day than the last was chosen.
    pub past: bool,
}

/// How many of a tier are still there after twelve months.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct KeptBar {
    /// Of a hundred.
    pub share: f64,
    /// Where the target stands, of a hundred; absent where none is set.
    pub target: Option<f64>,
    /// "87.7% kept in 12 months"
    pub text: String,
    /// "228 of 260"
    pub of: String,
    /// Those who were there twelve months before.
    pub list: String,
}

/// A tier with its members.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct TierCard {
    /// Bars and word.
    pub mark: TierMark,
    /// "from 500 points"
    pub from: String,
    /// "354", and who they are.
    pub members: Part,
    /// "€13,543 MRR"
    pub mrr: String,
    /// The same in full.
    pub mrr_raw: String,
    /// Absent where nobody was in it twelve months before.
    pub kept: Option<KeptBar>,
    /// "NPS +35", or why there is none.
    pub nps: String,
    /// "€1,204 spent each in 12 months"
    pub spend: String,
    /// What members of it get, in the owner's words.
    pub benefits: String,
}

/// A customer who changes his tier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct MoveRow {
    /// `/customers/12`
    pub open: String,
    /// Who.
    pub name: String,
    /// Where he is.
    pub from: TierMark,
    /// Where he goes.
    pub to: TierMark,
    /// "2,984"
    pub value: String,
    /// "16 points to go", "on 1 Dec 2026": when he moved, or will
    pub remark: String,
}

/// Who moves one way in a month.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct MoveSet {
    /// `moved-up`, `moved-down`, `this-up`, `this-down`, `next-up`, `next-down`
    pub key: String,
    /// "Up in November"
    pub label: String,
    /// How many, and who.
    pub count: Part,
    /// The first of them.
    pub rows: Vec<MoveRow>,
    /// Said where there are none.
    pub none: String,
}

/// What the points come to.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct LiabilityCard {
    /// "October 2026, 100 points = €1"
    pub sub: String,
    /// Start + earned - redeemed - expired ... = end.
    pub sum: SumLine,
    /// Points outstanding at the end of each month.
    pub chart: Chart,
    /// "227,720 ÷ 100 × €1 × 72% expected to be redeemed ="
    pub formula: String,
    /// "€1,640"
    pub result: String,
    /// The same in full.
    pub result_raw: String,
    /// "Breakage 28%: points nobody is expected to redeem"
    pub breakage: String,
    /// Points that end within the next 30 days, and whose.
    pub ending: Part,
    /// Those below zero, and who they are; absent where nobody is.
    pub negative: Option<Part>,
    /// The month of the sum, `2026-10`.
    pub month: String,
}

/// What the rule editor starts from.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct RulesCard {
    /// The rules in force, or those that are to come.
    pub programme: Programme,
    /// First day of those, `2026-12-01`; empty before the first.
    pub from: String,
    /// "in force since 1 Dec 2025"
    pub since: String,
    /// The day new rules are applied from unless another is chosen.
    pub next: String,
    /// Every version, newest first: its first day and words.
    pub versions: Vec<Choice>,
    /// Currency the amounts are in: `EUR`.
    pub currency: String,
}

/// What the comparison comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export)]
pub enum Verdict {
    /// Members do better than chance would have it.
    Yes,
    /// They do worse.
    No,
    /// The difference is within what chance gives.
    Unsure,
    /// There are too few to compare, or nobody to compare with.
    Cannot,
}

/// Whether the programme does what it is for.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct WorksCard {
    /// "To have members stay longer"
    pub aim: String,
    /// "Members stay longer: 3.1 points more, between 0.4 and 5.8."
    pub verdict: String,
    /// Whether it does.
    pub tone: Verdict,
    /// "Yes", "Not shown", "Cannot be told"
    pub answer: String,
    /// Members beside those like them, measure by measure.
    pub rows: Table,
    /// How they were matched, and how many had no match.
    pub note: String,
    /// Customers of over three years beside those of under six months.
    pub tenure: Table,
    /// What it cost by month.
    pub cost: Table,
}

/// The programme: tiers, who moves, points, rules, whether it works.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct LoyaltyView {
    /// State of the book it came from.
    pub revision: u64,
    /// Name and day.
    pub top: LoyaltyBar,
    /// What has to be said.
    pub notices: Vec<Notice>,
    /// "To have members stay longer"; empty while there is no programme.
    pub aim: String,
    /// From the lowest; empty while there is no programme.
    pub tiers: Vec<TierCard>,
    /// Up and down: this month so far, in the rest of it, and in the next.
    pub moves: Vec<MoveSet>,
    /// Absent while there is no programme.
    pub points: Option<LiabilityCard>,
    /// Absent while there is no programme.
    pub rules: Option<RulesCard>,
    /// Absent while there is no programme.
    pub works: Option<WorksCard>,
    /// Programmes to start from; empty once there is one.
    pub ready: Vec<ReadyProgramme>,
    /// The day a first programme counts from unless another is chosen.
    pub start: String,
    /// Currency the amounts are in: `EUR`.
    pub currency: String,
}

/// A programme to start from.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ReadyProgramme {
    /// `visits`, `spend`
    pub key: String,
    /// "Points for what they pay"
    pub title: String,
    /// What it does, in a sentence.
    pub say: String,
    /// Its rules.
    pub programme: Programme,
    /// What it would give on what is imported.
    pub preview: PreviewView,
}

/// A tier now and with other rules.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct PreviewRow {
    /// Bars and word of the other rules.
    pub mark: TierMark,
    /// "211"; "–" where there is no such tier now.
    pub now: String,
    /// Who they are now.
    pub now_list: Option<String>,
    /// "170"
    pub then: String,
    /// Who they would be.
    pub then_list: Option<String>,
    /// "−41"
    pub change: String,
    /// Which way.
    pub direction: Direction,
    /// "€13,951"
    pub mrr: String,
}

/// Shares of MRR by tier, as one bar.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ShareBar {
    /// "Now"
    pub label: String,
    /// Each tier's part.
    pub parts: Vec<SharePart>,
}

/// One tier's part of a bar.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SharePart {
    /// Colour role without `--`.
    pub role: String,
    /// Of a hundred.
    pub share: f64,
    /// "Gold 37%"
    pub text: String,
}

/// What other rules would come to today.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct PreviewView {
    /// Why they cannot be played, in words; everything else is empty then.
    pub unsound: Option<String>,
    /// "on today's 641 customers"
    pub of: String,
    /// Tier by tier.
    pub rows: Vec<PreviewRow>,
    /// "41 customers move up, 3 move down."
    pub moving: String,
    /// "Benefits cost about €98 more a month; points outstanding would cost €1,640."
    pub cost: String,
    /// Shares of MRR now and then; one bar while there is no programme.
    pub shares: Vec<ShareBar>,
    /// "The rules that were to hold from 1 Jan 2027 are dropped."; absent where none are.
    pub drops: Option<String>,
}

/// Another programme played over the past, beside the present one.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SimulationView {
    /// Why it cannot be played, in words.
    pub unsound: Option<String>,
    /// What the twelve months come to in a sentence.
    pub say: String,
    /// Month by month: members per tier, points issued, cost, liability, beside the present rules.
    pub table: Table,
}

/// The points month by month, what was redeemed and adjusted, and what there is to redeem.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct LoyaltyLedgerView {
    /// State of the book it came from.
    pub revision: u64,
    /// Name and day.
    pub top: LoyaltyBar,
    /// What has to be said.
    pub notices: Vec<Notice>,
    /// Start, earned, redeemed, expired, adjusted, reversed, end.
    pub months: Table,
    /// What was typed in, newest first.
    pub entries: Vec<EntryRow>,
    /// What points can be redeemed for.
    pub rewards: Vec<RewardRow>,
    /// Whether there is a programme at all.
    pub running: bool,
    /// Currency the amounts are in: `EUR`.
    pub currency: String,
}

/// A redemption or an adjustment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct EntryRow {
    /// Tells it from the others.
    pub key: String,
    /// "20 Nov 2026"
    pub day: String,
    /// `/customers/12`
    pub open: String,
    /// Who.
    pub name: String,
    /// "Free month", "Opening balance", "Adjusted: goodwill"
    pub what: String,
    /// "−1,000"
    pub points: String,
}

/// Something points can be redeemed for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct RewardRow {
    /// Number in the store.
    #[ts(type = "number")]
    pub id: i64,
    /// "Free month"
    pub name: String,
    /// "1,000"
    pub points: String,
    /// The same as a number.
    #[ts(type = "number")]
    pub value: i64,
    /// "Free month, 1,000 points"
    pub choice: String,
    /// What sort it is.
    pub kind: RewardKind,
    /// "Free month"
    pub kind_words: String,
    /// "€49"; "–" where nobody said.
    pub cost: String,
    /// The same in minor units.
    #[ts(type = "number | null")]
    pub worth: Option<i64>,
    /// How often it was redeemed.
    pub redeemed: String,
    /// No longer offered.
    pub retired: bool,
}

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
