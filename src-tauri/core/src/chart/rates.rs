//! Rates by period as lines. Their axis may start above zero; the view then says so.

use super::ends::{self, End};
use super::frame::{Frame, LABEL, SMALL, Timeline};
use super::palette::Role;
use super::pen::{Anchor, Finish, Paint, Pen, Point};
use super::scale::{Scale, Unit};
use super::shapes::{self, Stroke};
use super::{Chart, Said, Size, text};
use crate::model::Ratio;
use crate::voice::Voice;

/// One line with its name at its end.
#[derive(Clone, Debug)]
pub struct RateSeries {
    /// "This year"
    pub label: String,
    /// `Accent` for the one that matters, `Axis` for what it is compared with.
    pub role: Role,
    /// One for each period; absent values make gaps.
    pub values: Vec<Option<Ratio>>,
}

/// Lines of rates with their target. The first series is the one the chart is about: it has
/// points, and its selected and its lowest value are written out.
#[derive(Clone, Debug)]
pub struct Rates {
    /// Its periods.
    pub timeline: Timeline,
    /// One to three.
    pub series: Vec<RateSeries>,
    /// Where it should be, with its words: "Target 90%".
    pub target: Option<(Ratio, String)>,
    /// Words and table.
    pub said: Said,
}

impl Rates {
    /// Where the axis starts, "88%", when that is not zero.
    pub fn axis_start(&self, size: Size, voice: Voice) -> Option<String> {
        let frame = self.frame(size, voice)?;
        let low = frame.scale.low();
        (low != 0.0).then(|| frame.scale.label(low, voice))
    }

    /// Draws it for this size.
    pub fn draw(self, size: Size, voice: Voice) -> Chart {
        let Some(frame) = self.frame(size, voice) else {
            return Chart::empty(size, self.said);
        };
        frame.draw(self.said.clone(), |pen, frame| {
            let mut ends = Vec::new();
            if let Some((target, label)) = &self.target {
                let y = frame.y(percent(*target)).floor() + 0.5;
                let paint = Paint::new(Role::Target).finish(Finish::Dashed);
                pen.line(&[(frame.left, y), (frame.right, y)], 1.2, paint);
                ends.push(End { y, label: label.clone(), role: Role::Target });
            }
            let lines: Vec<_> = self.series.iter().map(|series| points(frame, series)).collect();
            for (series, points) in self.series.iter().zip(&lines).rev() {
                ends.extend(line(pen, frame, series, points));
            }
            if let Some(main) = self.series.first() {
                main_points(pen, frame, main.role, &lines[0]);
                let target = self.target.as_ref().map(|(target, _)| frame.y(percent(*target)));
                main_labels(pen, frame, main, (&lines, target), voice);
            }
            ends::draw(pen, frame, ends);
        })
    }

    /// Nothing to lay out without periods or without a single value.
    fn frame(&self, size: Size, voice: Voice) -> Option<Frame<'_>> {
        let values = self.series.iter().flat_map(|series| series.values.iter().flatten());
        let all = values.chain(self.target.iter().map(|(target, _)| target)).copied().map(percent);
        let (low, high) =
            all.fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)));
        if low > high || self.timeline.slots.is_empty() {
            return None;
        }
        let labels = self.series.iter().map(|series| &series.label);
        let labels = labels.chain(self.target.iter().map(|(_, label)| label));
        let beside = ends::room(labels, size.width);
        let scale = |height| Scale::near(Unit::Percent, low, high, height);
        Some(Frame::new(&self.timeline, size, beside, voice, scale))
    }
}

fn percent(ratio: Ratio) -> f64 {
    ratio.value() * 100.0
}

fn points(frame: &Frame<'_>, series: &RateSeries) -> Vec<Option<Point>> {
    let point = |(place, value): (usize, &Option<Ratio>)| {
        value.map(|value| frame.at(place, percent(value)))
    };
    series.values.iter().enumerate().take(frame.slots.len()).map(point).collect()
}

fn line(
    pen: &Pen<'_>,
    frame: &Frame<'_>,
    series: &RateSeries,
    points: &[Option<Point>],
) -> Option<End> {
    let is_quiet = series.role == Role::Axis;
    let width = if is_quiet { 1.3 } else { 2.0 };
    let stroke = Stroke { role: series.role, width, outline: 0.0 };
    shapes::line(pen, frame.slots, points, stroke);
    let last = points.iter().flatten().next_back()?;
    let role = if is_quiet { Role::Text3 } else { series.role };
    Some(End { y: last.1, label: series.label.clone(), role })
}

fn main_points(pen: &Pen<'_>, frame: &Frame<'_>, role: Role, points: &[Option<Point>]) {
    let crowded = frame.pitch() < 14.0;
    for (place, point) in points.iter().enumerate().filter_map(|(at, p)| Some((at, (*p)?))) {
        let chosen = frame.selected == Some(place);
        let finished = frame.slots[place].finished;
        let before = place.checked_sub(1).and_then(|before| points[before]);
        let alone = before.is_none() && points.get(place + 1).is_none_or(Option::is_none);
        if chosen || !finished || alone || !crowded {
            pen.dot(point, if chosen { 4.2 } else { 2.4 }, role, finished);
        }
    }
}

/// The selected value and the lowest one, clear of the lines and of the height of the target.
fn main_labels(
    pen: &Pen<'_>,
    frame: &Frame<'_>,
    series: &RateSeries,
    (lines, target): (&[Vec<Option<Point>>], Option<f64>),
    voice: Voice,
) {
    let points = &lines[0];
    let written = |place: usize| Some(voice.percent(*series.values.get(place)?.as_ref()?, 1));
    let value = |place: usize| Some((place, (*points.get(place)?)?, written(place)?));
    let selected = frame.selected.and_then(value);
    if let Some((place, point, label)) = &selected {
        let half = text::width(label, LABEL) / 2.0;
        frame.value_label(pen, label, *place, clear_base(frame, lines, *point, half));
    }
    let lowest = lowest(frame, points).and_then(|(place, point)| Some((point, written(place)?)));
    if let Some((point, label)) = lowest
        && selected.is_none_or(|(_, at, _)| (at.0 - point.0).abs() > 56.0)
        && let Some(base) = below(frame, point, target)
    {
        let paint = Paint::new(Role::Text2).finish(Finish::Medium);
        pen.text(&label, (point.0, base), Anchor::Middle, SMALL, paint);
    }
}

/// The base line of a small label below its point: farther away where the target's line would run
/// through it, none where there is no room.
fn below(frame: &Frame<'_>, point: Point, target: Option<f64>) -> Option<f64> {
    let struck = |base: &f64| target.is_some_and(|y| y > base - SMALL && y < base + 3.0);
    let places = [point.1 + 18.0, point.1 + 30.0];
    places.into_iter().find(|base| *base < frame.bottom && !struck(base))
}

/// The base line of a label above or below its point: where fewer lines run through it, above
/// when both are as good. A little farther away when neither is free.
fn clear_base(frame: &Frame<'_>, lines: &[Vec<Option<Point>>], point: Point, half: f64) -> f64 {
    let places = [point.1 - 10.0, point.1 + 20.0, point.1 - 22.0, point.1 + 32.0];
    let inside = |base: &f64| *base >= 13.0 && *base < frame.bottom;
    let crossed = |base: f64| -> usize {
        let (from, to) = ((point.0 - half, base - LABEL), (point.0 + half, base + 2.0));
        lines.iter().map(|line| crossings(line, from, to)).sum()
    };
    places.into_iter().filter(inside).min_by_key(|base| crossed(*base)).unwrap_or(point.1 - 10.0)
}

/// How many pieces of a line run through a box.
fn crossings(line: &[Option<Point>], from: Point, to: Point) -> usize {
    let runs_through = |pair: &&[Option<Point>]| {
        let (Some(a), Some(b)) = (pair[0], pair[1]) else { return false };
        let height = |x: f64| a.1 + (b.1 - a.1) * ((x - a.0) / (b.0 - a.0)).clamp(0.0, 1.0);
        let (left, right) = (height(from.0.max(a.0)), height(to.0.min(b.0)));
        a.0 < to.0 && b.0 > from.0 && left.min(right) < to.1 && left.max(right) > from.1
    };
    line.windows(2).filter(runs_through).count()
}

/// The lowest finished point, if the line falls and rises at all.
fn lowest(frame: &Frame<'_>, points: &[Option<Point>]) -> Option<(usize, Point)> {
    let finished = |place: &usize| frame.slots[*place].finished;
    let places =
        (0..points.len()).filter(finished).filter_map(|place| Some((place, points[place]?)));
    let (place, point) = places.clone().max_by(|a, b| a.1.1.total_cmp(&b.1.1))?;
    let flat = places.clone().all(|(_, other)| point.1 - other.1 < 4.0);
    (!flat).then_some((place, point))
}
