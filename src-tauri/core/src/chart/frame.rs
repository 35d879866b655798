//! What all charts over periods share: where things stand, grid, axis labels, the selected
//! period's band, and the marks.

use super::pen::{Anchor, Finish, Paint, Pen, Point, drawing};
use super::scale::Scale;
use super::{Chart, Mark, MarkLine, Role, Said, Size, text, ticks};
use crate::model::Period;
use crate::voice::Voice;
use plotters::coord::CoordTranslate;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;

/// Size of labels beside the data.
pub(super) const SMALL: f64 = 11.0;
/// Size of the label of the selected period.
pub(super) const LABEL: f64 = 12.0;
/// Above the plot: room for the selected period's label.
const HEAD: f64 = 22.0;
/// Below the plot: the labels of the time axis.
const FOOT: f64 = 25.0;

/// One period of a chart.
#[derive(Clone, Debug)]
pub struct Slot {
    /// Which; its words and its key come from it.
    pub period: Period,
    /// Unfinished periods are hatched, dashed and hollow.
    pub finished: bool,
    /// The figures shown on hover.
    pub lines: Vec<MarkLine>,
    /// "July 2026, 14 customers lost, 11 voluntary"
    pub spoken: String,
    /// The customers behind it.
    pub list: Option<String>,
}

/// The periods of a chart, oldest first.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    /// One for each value of the series.
    pub slots: Vec<Slot>,
    /// Tinted, with its value written out.
    pub selected: Option<Period>,
}

/// Places and scale of one drawing.
pub(super) struct Frame<'a> {
    size: Size,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
    pub(super) scale: Scale,
    pub(super) voice: Voice,
    pub(super) slots: &'a [Slot],
    /// The selected one by its place.
    pub(super) selected: Option<usize>,
    space: Cartesian2d<RangedCoordf64, RangedCoordf64>,
}

impl<'a> Frame<'a> {
    /// Lays out a drawing; `scale` is made for the height it is given, and `beside` is the room
    /// for labels at line ends.
    pub(super) fn new(
        timeline: &'a Timeline,
        size: Size,
        beside: f64,
        voice: Voice,
        scale: impl FnOnce(f64) -> Scale,
    ) -> Self {
        let size = size.at_least(120, 80);
        let (top, bottom) = (HEAD, f64::from(size.height) - FOOT);
        let scale = scale(bottom - top);
        let widest = |widest: f64, line| widest.max(text::width(&scale.label(line, voice), SMALL));
        let left = (scale.lines().fold(0.0, widest) + 14.0).max(30.0).ceil();
        let right = (f64::from(size.width) - beside.max(4.0)).max(left + 20.0);
        let tenth = |pixels: f64| (pixels * super::pen::FACTOR).round() as i32;
        let space = Cartesian2d::new(
            0.0..timeline.slots.len().max(1) as f64,
            scale.low()..scale.high(),
            (tenth(left)..tenth(right), tenth(bottom)..tenth(top)),
        );
        let selected = timeline
            .selected
            .and_then(|selected| timeline.slots.iter().position(|slot| slot.period == selected));
        let slots = &timeline.slots;
        Self { size, left, right, top, bottom, scale, voice, slots, selected, space }
    }

    /// Where a value of a place stands; `place` 0.5 is the middle of the first.
    fn point(&self, place: f64, value: f64) -> Point {
        let (x, y) = self.space.translate(&(place, value));
        (f64::from(x) / super::pen::FACTOR, f64::from(y) / super::pen::FACTOR)
    }

    /// The middle of a place.
    pub(super) fn x(&self, place: usize) -> f64 {
        self.point(place as f64 + 0.5, self.scale.low()).0
    }

    /// The height of a value.
    pub(super) fn y(&self, value: f64) -> f64 {
        self.point(0.0, value).1
    }

    /// The point of a value in the middle of its place.
    pub(super) fn at(&self, place: usize, value: f64) -> Point {
        self.point(place as f64 + 0.5, value)
    }

    /// Room to the right of the plot.
    pub(super) fn beside(&self) -> f64 {
        f64::from(self.size.width) - self.right
    }

    /// Distance from place to place.
    pub(super) fn pitch(&self) -> f64 {
        (self.right - self.left) / self.slots.len().max(1) as f64
    }

    /// The sides of a bar, on whole pixels so that its edges are sharp.
    pub(super) fn bar(&self, place: usize) -> (f64, f64) {
        let pitch = self.pitch();
        let share = if pitch < 20.0 { 0.7 } else { 0.5 };
        let width = (pitch * share).clamp(1.0, 36.0).round();
        let from = (self.x(place) - width / 2.0).round();
        (from, from + width)
    }

    /// The whole drawing: band and grid below what `draw` adds, labels of the time axis above.
    pub(super) fn draw(self, said: Said, draw: impl FnOnce(&Pen<'_>, &Self)) -> Chart {
        let svg = drawing(self.size.width, self.size.height, |pen| {
            self.band(pen);
            grid(pen, self.scale, (self.left, self.right), self.voice, |value| self.y(value));
            draw(pen, &self);
            self.time_axis(pen);
        });
        let Size { width, height } = self.size;
        let marks = (0..self.slots.len()).map(|place| self.mark(place)).collect();
        Chart { svg, width, height, marks, summary: said.summary, table: said.table }
    }

    fn band(&self, pen: &Pen<'_>) {
        if let Some(place) = self.selected {
            let (middle, half) = (self.x(place), self.pitch() * 0.48);
            let from = ((middle - half).round(), 1.0);
            let to = ((middle + half).round(), f64::from(self.size.height) - 1.0);
            pen.rect(from, to, Role::Selection);
        }
    }

    fn time_axis(&self, pen: &Pen<'_>) {
        let place = |(place, slot): (usize, &Slot)| (self.x(place), slot.period);
        let places: Vec<_> = self.slots.iter().enumerate().map(place).collect();
        let range = (0.0, f64::from(self.size.width));
        let base = f64::from(self.size.height) - 8.0;
        for tick in ticks::of(&places, self.selected, range, self.voice) {
            let paint = if Some(tick.place) == self.selected {
                Paint::new(Role::Text).finish(Finish::Strong)
            } else {
                Paint::new(Role::AxisText)
            };
            pen.text(&tick.text, (tick.x, base), Anchor::Middle, ticks::SIZE, paint);
        }
    }

    /// The value of the selected place, in the middle above `y` and inside the drawing.
    pub(super) fn value_label(&self, pen: &Pen<'_>, label: &str, place: usize, y: f64) {
        let half = text::width(label, LABEL) / 2.0;
        let x = self.x(place).min(f64::from(self.size.width) - half).max(half);
        let strong = Paint::new(Role::Text).finish(Finish::Strong);
        pen.text(label, (x, y.max(13.0)), Anchor::Middle, LABEL, strong);
    }

    fn mark(&self, place: usize) -> Mark {
        let slot = &self.slots[place];
        let edge = |place: f64| self.point(place, self.scale.low()).0;
        let (from, to) = (edge(place as f64), edge(place as f64 + 1.0));
        Mark {
            key: slot.period.to_string(),
            x: from,
            y: 0.0,
            width: ((to - from) * 10.0).round() / 10.0,
            height: f64::from(self.size.height),
            title: self.voice.period(slot.period),
            lines: slot.lines.clone(),
            spoken: slot.spoken.clone(),
            list: slot.list.clone(),
        }
    }
}

/// Horizontal lines with their labels; the one at zero is stronger.
pub(super) fn grid(
    pen: &Pen<'_>,
    scale: Scale,
    (left, right): (f64, f64),
    voice: Voice,
    y: impl Fn(f64) -> f64,
) {
    for value in scale.lines() {
        // Half a pixel: a line of one pixel then covers exactly one row.
        let height = y(value).floor() + 0.5;
        let role = if value == 0.0 { Role::Axis } else { Role::Grid };
        pen.line(&[(left, height), (right, height)], 1.0, role);
        let label = scale.label(value, voice);
        pen.text(&label, (left - 8.0, height + 4.0), Anchor::End, SMALL, Role::AxisText);
    }
}
