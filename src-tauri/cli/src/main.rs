//! Holdfast from a terminal.
fn main() {}
