//! CSV files into facts: sniff, map, validate, apply.
//!
//! ```text
//! sniff      encoding, delimiter, header, first rows; errors that stop a whole file
//! map        which column means what: said explicitly, by exporter, by guess
//! validate   a row into typed facts, or a problem with line, column and value
//! apply      one transaction: new, changed, unchanged, skipped; parsing on one thread, writing
//!            on the other
//! ```
//! The preview runs the same code over the head of a file, and then over all of it with a rollback.

mod apply;
mod archive;
mod cause;
mod context;
mod csv_line;
mod dress;
mod exporters;
mod facts;
mod field;
#[cfg(any(test, feature = "fuzz"))]
pub mod fuzz;
pub mod hand;
mod input;
mod kind;
mod map;
pub mod memory;
mod past;
mod preview;
mod problem;
mod queue;
mod rates;
mod records;
mod sniff;
mod strict;
mod summary;
#[cfg(test)]
mod tests;
mod trouble;
mod validate;
mod value;

pub use apply::{Options, run};
pub use archive::{open, open_one};
pub use cause::ProblemCause;
pub use context::Context;
pub use dress::{Dress, ImportDress};
pub use field::Field;
pub use input::Input;
pub use kind::Kind;
use map::Header;
pub use map::{Mapping, MappingRequest, Origin, Part, Style, map};
pub use past::{
    ImportPart, ImportProblems, ImportRows, UndoCount, UndoLook, import_page, import_problems,
    import_rows, undo_look,
};
pub use preview::{
    ImportChoice, ImportConstant, ImportOption, ImportPreview, PreviewColumn, preview, preview_head,
};
pub use problem::{Code, Problem, Severity};
pub use queue::{QueuedTable, kind, sorted, table, turn};
pub use records::{Dialect, Quote};
pub use sniff::{Encoding, HeadRow, Sniffed, sniff, sniff_as};
pub use summary::{ImportSummary, history, instant};
pub use trouble::{FileTrouble, Limit};
pub use value::{DateOrder, Decimals, SourceZone};
