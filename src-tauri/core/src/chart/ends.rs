//! Names at the ends of lines and areas, pushed apart where they would touch.

use super::frame::{Frame, SMALL};
use super::palette::Role;
use super::pen::{Anchor, Finish, Paint, Pen};
use super::text;

/// Least distance of two base lines.
const APART: f64 = 14.0;
/// Between the plot and the names.
const GAP: f64 = 6.0;

/// A name and the height it belongs to.
pub(super) struct End {
    pub(super) y: f64,
    pub(super) label: String,
    pub(super) role: Role,
}

/// The room names need beside the plot, at most a third of the drawing.
pub(super) fn room<'a>(labels: impl Iterator<Item = &'a String>, width: u32) -> f64 {
    let widest = labels.map(|label| text::width(label, SMALL)).fold(0.0, f64::max);
    (widest + GAP + 4.0).min(f64::from(width) / 3.0)
}

/// Writes the names to the right of the plot.
pub(super) fn draw(pen: &Pen<'_>, frame: &Frame<'_>, mut ends: Vec<End>) {
    ends.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut above = frame.top - APART;
    for end in &mut ends {
        end.y = end.y.max(above + APART);
        above = end.y;
    }
    let mut below = frame.bottom + APART;
    for end in ends.iter_mut().rev() {
        end.y = end.y.min(below - APART);
        below = end.y;
    }
    let room = frame.beside() - GAP;
    for end in ends {
        let paint = Paint::new(end.role).finish(Finish::Medium);
        let label = text::fitted(&end.label, SMALL, room);
        pen.text(&label, (frame.right + GAP, end.y + 4.0), Anchor::Start, SMALL, paint);
    }
}
