//! Fuzz targets, each one line. With a nightly compiler and cargo-fuzz they are what it drives; with any
//! compiler they are programs that run so many cases from a seed, made of the fixtures:
//!
//! ```text
//! cargo run -p holdfast-fuzz --bin fuzz-parse -- 100000 7     so many cases, of this seed
//! cargo +nightly fuzz run --fuzz-dir tests/fuzz fuzz-parse    until it is stopped
//! ```
//! A case that panics or takes over a second ends it with the bytes that did it.

mod cases;

pub use cases::{Piece, from_seed};

/// The program of a target: which piece of a file it takes, and what it runs.
#[macro_export]
macro_rules! target {
    ($piece:expr, $run:path) => {
        #[cfg(fuzzing)]
        libfuzzer_sys::fuzz_target!(|bytes: &[u8]| $run(bytes));

        #[cfg(not(fuzzing))]
        fn main() -> std::process::ExitCode {
            holdfast_fuzz::from_seed($piece, $run)
        }
    };
}
