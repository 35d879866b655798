//! Series -> drawing. The only place that knows plotters.
//!
//! Every chart is a struct of its series with their words; `draw` makes the [`Chart`] for a size.
//! Colours are roles: `var(--mv-new)` in the window, [`with_colours`] for files.

mod areas;
mod balances;
mod bars;
mod columns;
mod ends;
mod frame;
mod movements;
mod palette;
mod pen;
mod rates;
mod scale;
mod shapes;
mod spark;
mod steps;
mod text;
mod ticks;
mod writer;

#[cfg(test)]
mod tests;

use serde::Serialize;
use ts_rs::TS;

use crate::shown::Table;

pub use areas::{Area, Areas};
pub use balances::Balances;
pub use bars::{BarPart, Bars};
pub use columns::{Distribution, Place, WavePoint, Waves};
pub use frame::{Slot, Timeline};
pub use movements::{Movement, Movements};
pub use palette::{Role, Theme, with_colours};
pub use rates::{RateSeries, Rates};
pub use spark::Spark;
pub use steps::{Step, Steps};

/// Size of a drawing in CSS pixels.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Size {
    /// From left to right.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

impl Size {
    /// A size of CSS pixels.
    pub fn new(width: u32, height: u32) -> Self {
        Self { width, height }
    }

    /// Drawings smaller than this would have no room for their axes; larger ones than a wall of
    /// screens are not drawn either.
    fn at_least(self, width: u32, height: u32) -> Self {
        Self { width: self.width.clamp(width, 20_000), height: self.height.clamp(height, 20_000) }
    }
}

/// What a chart says besides its drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    /// The chart in one spoken sentence.
    pub summary: String,
    /// The same data as a table.
    pub table: Table,
}

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

impl Chart {
    /// A chart without data: nothing drawn, the view says why.
    fn empty(size: Size, said: Said) -> Self {
        let size = size.at_least(1, 1);
        let svg = pen::drawing(size.width, size.height, |_| {});
        let Said { summary, table } = said;
        Self { svg, width: size.width, height: size.height, marks: Vec::new(), summary, table }
    }
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
    /// The customers behind it, as the `list` command takes it.
    pub list: Option<String>,
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
    /// The same for other programs, in full: "1207.86". Absent where the text has nothing rounded.
    pub raw: Option<String>,
    /// The customers behind this figure alone.
    pub list: Option<String>,
}

impl MarkLine {
    /// A figure under its name.
    pub fn new(role: Role, label: String, text: String) -> Self {
        Self { role: role.name().to_owned(), label, text, raw: None, list: None }
    }

    /// With the number in full.
    #[must_use]
    pub fn raw(self, raw: impl Into<Option<String>>) -> Self {
        Self { raw: raw.into(), ..self }
    }

    /// With the customers behind it.
    #[must_use]
    pub fn list(self, list: String) -> Self {
        Self { list: Some(list), ..self }
    }
}
