//! Segments: sets of customers chosen by what is known of them (metrics.md 3, cli.md EXPR).

mod mask;

pub use mask::Mask;
