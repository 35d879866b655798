//! The core from outside.

mod direction;
