//! What the window and the CLI show: metrics in the user's words.
//! One file per view; the only place where numbers become words.

mod charts;
mod churn;
mod cohorts;
mod customer;
mod explain;
mod figure;
mod fraction;
mod frame;
mod health;
mod history;
mod list;
pub mod loyalty;
mod metric;
mod overview;
mod page;
mod query;
mod raw;
mod records;
mod retention;
mod revenue;
mod sum;
pub mod surveys;
mod together;

pub use churn::churn;
pub use cohorts::CohortRate;
pub use customer::customer;
pub use explain::{explain, titled};
pub use health::{HealthItem, HealthLine, HealthView, QuestionCard, health};
pub use history::{HistoryStep, HistoryView, history};
pub use list::{list, search};
pub use overview::overview;
pub use page::{
    ChurnView, CohortCell, CohortRow, CohortsView, CustomerView, ExplainView, Fraction,
    FractionTerm, ListTab, ListView, OverviewView, PageRequest, RetentionView, RevenueView,
    SubscriptionCard,
};
pub use query::{Bar, Choice, Compare, PeriodChoice, Query};
pub use records::{RecordTab, RecordsRequest, RecordsView, records};
pub use retention::retention;
pub use revenue::revenue;
pub use together::{AccountLine, Member, TogetherView, together};

pub use crate::shown::{
    Align, Cell, Change, Column, Direction, ExplainRef, Figure, Goal, Notice, NoticeTone, Part,
    Row, SumLine, Table, TierMark,
};
