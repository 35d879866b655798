//! The small drawing under a figure: where it comes from, at a glance.

use super::palette::Role;
use super::pen::{Finish, Paint, Pen, Point, drawing};
use super::{Chart, Said, Size};

/// A figure over the periods before, without axes, labels or marks.
#[derive(Clone, Debug)]
pub struct Spark {
    /// Oldest first; absent values make gaps.
    pub values: Vec<Option<f64>>,
    /// Whether the last value is of a period that is not finished.
    pub unfinished: bool,
    /// Where it should be.
    pub target: Option<f64>,
    /// Words and table.
    pub said: Said,
}

/// Room around the line, so that its point is not cut.
const MARGIN: f64 = 4.0;

impl Spark {
    /// Draws it for this size; 172 by 28 is usual.
    pub fn draw(self, size: Size) -> Chart {
        let size = size.at_least(16, 12);
        let points = self.points(size);
        if points.iter().flatten().next().is_none() {
            return Chart::empty(size, self.said);
        }
        let finished = points.len() - usize::from(self.unfinished);
        let svg = drawing(size.width, size.height, |pen| {
            for run in points[..finished].split(Option::is_none) {
                area(pen, run, f64::from(size.height));
            }
            if let Some(target) = self.target {
                let y = self.height(target, size);
                let dotted = Paint::new(Role::Target).finish(Finish::Dotted);
                pen.line(&[(0.0, y), (f64::from(size.width), y)], 1.0, dotted);
            }
            for run in points[..finished].split(Option::is_none) {
                let run: Vec<_> = run.iter().copied().flatten().collect();
                pen.line(&run, 1.5, Role::Accent);
            }
            let last = points[..finished].iter().rev().find_map(|point| *point);
            let tail: Vec<_> =
                last.into_iter().chain(points[finished..].iter().copied().flatten()).collect();
            pen.line(&tail, 1.5, Paint::new(Role::Accent).finish(Finish::Dotted));
            match (last, tail.last()) {
                (Some(last), _) => pen.dot(last, 2.4, Role::Accent, true),
                (None, Some(only)) => pen.dot(*only, 2.4, Role::Accent, false),
                (None, None) => {}
            }
        });
        let Size { width, height } = size;
        Chart {
            svg,
            width,
            height,
            marks: Vec::new(),
            summary: self.said.summary,
            table: self.said.table,
        }
    }

    fn points(&self, size: Size) -> Vec<Option<Point>> {
        let pitch = (f64::from(size.width) - 2.0 * MARGIN)
            / self.values.len().saturating_sub(1).max(1) as f64;
        let point = |(at, value): (usize, &Option<f64>)| {
            value.map(|value| (MARGIN + at as f64 * pitch, self.height(value, size)))
        };
        self.values.iter().enumerate().map(point).collect()
    }

    /// From lowest to highest over the whole height; a level line in the middle.
    fn height(&self, value: f64, size: Size) -> f64 {
        let all = self.values.iter().flatten().chain(&self.target);
        let (low, high) = all
            .fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(*value), high.max(*value)));
        let room = f64::from(size.height) - 2.0 * MARGIN;
        let share = if high > low { (high - value) / (high - low) } else { 0.5 };
        MARGIN + room * share
    }
}

fn area(pen: &Pen<'_>, run: &[Option<Point>], floor: f64) {
    let mut shape: Vec<Point> = run.iter().copied().flatten().collect();
    if let (Some(first), Some(last)) = (shape.first().copied(), shape.last().copied()) {
        shape.extend([(last.0, floor), (first.0, floor)]);
        pen.polygon(&shape, Paint::new(Role::Accent).alpha(0.09));
    }
}
