//! What the window and the CLI show: metrics in the user's words.
//! One file per view; the only place where numbers become words.

mod shown;

pub use shown::{
    Align, Cell, Change, Column, Direction, ExplainRef, Figure, Goal, Notice, NoticeTone, Part,
    Row, SumLine, Table,
};
