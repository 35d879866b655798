//! What the window and the CLI show: metrics in the user's words.
//! One file per view; the only place where numbers become words.

mod page;
mod query;
mod shown;

pub use page::{
    ChurnView, CohortCell, CohortRow, CohortsView, CustomerView, ExplainView, Fraction,
    FractionTerm, ListTab, ListView, OverviewView, PageRequest, RetentionView, RevenueView,
    SubscriptionCard,
};
pub use query::{Bar, Choice, Compare, Query};

pub use shown::{
    Align, Cell, Change, Column, Direction, ExplainRef, Figure, Goal, Notice, NoticeTone, Part,
    Row, SumLine, Table,
};
