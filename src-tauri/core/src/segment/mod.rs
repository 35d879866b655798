//! Segments: sets of customers chosen by what is known of them (metrics.md 3, EXPR of cli.md).
//!
//! Text is [`parse`]d to a [`Filter`]; a filter becomes the [`Mask`] of a book, which every metric
//! takes. A customer's plan and MRR are those of each of his states; who has left keeps the plan of
//! his last day. Cohort, country and whatever the files brought do not change.

mod column;
mod evaluate;
mod fault;
mod filter;
mod mask;
mod node;
mod parse;

pub use fault::{Fault, Problem};
pub use filter::{Filter, Is, Relation, Test, Value};
pub use mask::Mask;
pub use parse::parse;
