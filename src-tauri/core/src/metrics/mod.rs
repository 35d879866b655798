//! One metric per file: its definition, source (metrics.md) and edge cases in the module's words,
//! pure functions over the [`Ledger`](crate::ledger::Ledger) of a [`Scope`].
//!
//! Every figure of a period comes from [`figures`]; how one is computed, and the
//! customers behind it, from [`explain`].

mod by_plan;
mod calendar;
mod churn_kinds;
mod cohorts;
mod exchange;
#[cfg(test)]
mod exchange_vectors;
pub mod explain;
mod figures;
mod flows;
mod kept_revenue;
#[cfg(test)]
mod laws;
mod lists;
mod movements;
mod mrr_churn;
mod per_customer;
mod quick_ratio;
pub mod retention;
mod scope;
mod sweep;
mod trials;
mod triangle;
mod value;
#[cfg(test)]
mod vectors;
mod walk;

pub use by_plan::{PlanMrr, mrr_by_plan};
pub use churn_kinds::{ByKind, Loss, churn_kinds};
pub use cohorts::{Against, Cell, Cohort, Cohorts, Mean, Measure, Triangle, cohorts};
pub use figures::{Behind, PeriodFigures, figures};
pub use kept_revenue::{Kept, grr, nrr};
pub use lists::{Leaving, Member, Moved, Revalued, churned, cohort_members, moved, revalued};
pub use movements::{Flow, Kind, Movements, movements};
pub use mrr_churn::{gross_mrr_churn, net_mrr_churn};
pub use per_customer::{arpa, arr, asp};
pub use quick_ratio::quick_ratio;
pub use scope::Scope;
pub use trials::Trials;
pub use value::{Value, lifetime_value};
