//! Series -> drawing. The only place that knows plotters.

use serde::Serialize;
use ts_rs::TS;

use crate::views::Table;

/// A drawing with a button for each of its marks and the table behind it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Chart {
    /// SVG in role colours (`var(--mv-new)`): text nodes, no scripts, no styles.
    pub svg: String,
    /// Width of the drawing and of the coordinates of its marks, in CSS pixels.
    pub width: u32,
    /// Height likewise.
    pub height: u32,
    /// What can be pointed at, in the order of the arrow keys.
    pub marks: Vec<Mark>,
    /// What the chart says, in one spoken sentence.
    pub summary: String,
    /// The same data as a table.
    pub table: Table,
}

/// One place of a chart that can be hovered, focused and opened.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Mark {
    /// What it stands for: `2026-03`.
    pub key: String,
    /// Box over the drawing, in CSS pixels from its top left corner.
    pub x: f64,
    /// See `x`.
    pub y: f64,
    /// See `x`.
    pub width: f64,
    /// See `x`.
    pub height: f64,
    /// Heading of the hover label: "July 2026".
    pub title: String,
    /// The figures at this place.
    pub lines: Vec<MarkLine>,
    /// Spoken: "July 2026, 14 customers lost, 11 voluntary".
    pub spoken: String,
}

/// One figure of a mark.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct MarkLine {
    /// Colour role without `--`: `mv-new`.
    pub role: String,
    /// "New"
    pub label: String,
    /// "€1,208"
    pub text: String,
}
