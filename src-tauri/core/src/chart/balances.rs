//! A number that is carried from month to month, as a line over its area.

use super::frame::{Frame, Timeline};
use super::palette::Role;
use super::pen::{Paint, Pen, Point};
use super::scale::{Scale, Unit};
use super::shapes::{self, Stroke};
use super::{Chart, Said, Size};
use crate::voice::Voice;

/// How dense the area below the line is.
const ALPHA: f64 = 0.1;

/// Points outstanding at the end of each period.
#[derive(Clone, Debug)]
pub struct Balances {
    /// Its periods.
    pub timeline: Timeline,
    /// One for each period; below 0 where more was taken than there was.
    pub values: Vec<i64>,
    /// Words and table.
    pub said: Said,
}

impl Balances {
    /// Draws it for this size.
    pub fn draw(self, size: Size, voice: Voice) -> Chart {
        let Self { timeline, mut values, said } = self;
        values.resize(timeline.slots.len(), 0);
        if values.is_empty() {
            return Chart::empty(size, said);
        }
        let low = values.iter().copied().min().unwrap_or(0).min(0) as f64;
        let high = values.iter().copied().max().unwrap_or(0) as f64;
        let scale = |height| Scale::from_zero(Unit::Count, low, high, height);
        let frame = Frame::new(&timeline, size, 4.0, voice, scale);
        frame.draw(said, |pen, frame| {
            let at = |(place, value): (usize, &i64)| frame.at(place, *value as f64);
            let points: Vec<Point> = values.iter().enumerate().map(at).collect();
            area(pen, frame, &points);
            line(pen, frame, &points, |place| voice.count(values[place]));
        })
    }
}

fn area(pen: &Pen<'_>, frame: &Frame<'_>, points: &[Point]) {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return };
    let ground = frame.y(0.0);
    let corners = [(last.0, ground), (first.0, ground)];
    let shape: Vec<Point> = points.iter().copied().chain(corners).collect();
    if points.len() > 1 {
        pen.polygon(&shape, Paint::new(Role::Accent).alpha(ALPHA));
    }
}

fn line(pen: &Pen<'_>, frame: &Frame<'_>, points: &[Point], written: impl Fn(usize) -> String) {
    let there: Vec<Option<Point>> = points.iter().copied().map(Some).collect();
    let stroke = Stroke { role: Role::Accent, width: 1.8, outline: 0.0 };
    shapes::line(pen, frame.slots, &there, stroke);
    for (place, point) in points.iter().enumerate() {
        let finished = frame.slots[place].finished;
        let chosen = frame.selected == Some(place);
        if chosen || !finished || points.len() == 1 {
            pen.dot(*point, if chosen { 4.0 } else { 2.6 }, Role::Accent, finished);
        }
        if chosen {
            frame.value_label(pen, &written(place), place, point.1 - 10.0);
        }
    }
}
