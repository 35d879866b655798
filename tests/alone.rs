//! The real window where time is what is tested. A binary of its own, because cargo runs these one
//! after the other: nothing else of the tests runs beside it.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a failure in here is a failed test"
)]

#[path = "window/busy.rs"]
mod busy;
#[expect(
    dead_code,
    unused_imports,
    reason = "made for the journeys of e2e.rs; this needs a few of its words"
)]
#[path = "window/driver/mod.rs"]
mod driver;
