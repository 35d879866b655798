//! MRR of one customer over the days: level between changes.

use super::frame::{LABEL, SMALL, grid};
use super::palette::Role;
use super::pen::{Anchor, Finish, Paint, Pen, Point, drawing};
use super::scale::{Scale, Unit};
use super::{Chart, Mark, MarkLine, Said, Size, text, ticks};
use crate::model::{Currency, Day, Grain, Period};
use crate::voice::Voice;

/// From this day on the customer pays this much.
#[derive(Clone, Debug)]
pub struct Step {
    /// The day of the change; the first one is the start.
    pub day: Day,
    /// MRR from that day on, in minor units; 0 when the customer left.
    pub mrr: i64,
    /// What stands above it where there is room: "+€15".
    pub label: String,
    /// Heading on hover: "12 Sep 2026".
    pub title: String,
    /// The figures shown on hover.
    pub lines: Vec<MarkLine>,
    /// "12 September 2026, expansion, 15 euros more, now 204"
    pub spoken: String,
}

/// MRR of one customer.
#[derive(Clone, Debug)]
pub struct Steps {
    /// Its changes, oldest first, each on its own day.
    pub steps: Vec<Step>,
    /// The last day shown: the as-of date.
    pub until: Day,
    /// What the amounts are in.
    pub currency: Currency,
    /// Words and table.
    pub said: Said,
}

/// Places of this drawing.
struct Plot {
    size: Size,
    scale: Scale,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    first: Day,
    until: Day,
}

impl Plot {
    fn x(&self, day: Day) -> f64 {
        let days = |day: Day| f64::from(day.0) - f64::from(self.first.0);
        let share = days(day).max(0.0) / days(self.until).max(1.0);
        self.left + (self.right - self.left) * share.min(1.0)
    }

    fn y(&self, value: f64) -> f64 {
        let share = (value - self.scale.low()) / (self.scale.high() - self.scale.low());
        self.bottom - (self.bottom - self.top) * share
    }
}

impl Steps {
    /// Draws it for this size.
    pub fn draw(self, size: Size, voice: Voice) -> Chart {
        let Some(plot) = self.plot(size.at_least(120, 80), voice) else {
            return Chart::empty(size, self.said);
        };
        let Size { width, height } = plot.size;
        let svg = drawing(width, height, |pen| {
            grid(pen, plot.scale, (plot.left, plot.right), voice, |value| plot.y(value));
            self.line(pen, &plot);
            self.labels(pen, &plot);
            month_labels(pen, &plot, voice);
        });
        let marks = marks(self.steps, &plot);
        Chart { svg, width, height, marks, summary: self.said.summary, table: self.said.table }
    }

    fn plot(&self, size: Size, voice: Voice) -> Option<Plot> {
        let first = self.steps.first()?.day;
        let high = self.steps.iter().map(|step| step.mrr).max()? as f64;
        let (top, bottom) = (22.0, f64::from(size.height) - 25.0);
        let scale = Scale::from_zero(Unit::Money(self.currency), 0.0, high, bottom - top);
        let widest = |widest: f64, line| widest.max(text::width(&scale.label(line, voice), SMALL));
        let left = (scale.lines().fold(0.0, widest) + 14.0).ceil();
        let right = (f64::from(size.width) - 8.0).max(left + 20.0);
        Some(Plot { size, scale, left, right, top, bottom, first, until: self.until.max(first) })
    }

    /// The corners of the line, day by day.
    fn corners(&self, plot: &Plot) -> Vec<Point> {
        let mut corners: Vec<Point> = Vec::with_capacity(self.steps.len() * 2 + 1);
        for step in &self.steps {
            let (x, y) = (plot.x(step.day), plot.y(step.mrr as f64));
            if let Some((_, before)) = corners.last().copied() {
                corners.push((x, before));
            }
            corners.push((x, y));
        }
        if let Some((_, last)) = corners.last().copied() {
            corners.push((plot.x(plot.until), last));
        }
        corners
    }

    fn line(&self, pen: &Pen<'_>, plot: &Plot) {
        let corners = self.corners(plot);
        let mut area = corners.clone();
        area.extend([(plot.x(plot.until), plot.bottom), (plot.left, plot.bottom)]);
        pen.polygon(&area, Paint::new(Role::Accent).alpha(0.09));
        pen.line(&corners, 2.0, Role::Accent);
        for step in self.steps.iter().skip(1) {
            pen.dot((plot.x(step.day), plot.y(step.mrr as f64)), 3.0, Role::Accent, true);
        }
    }

    /// Above a rise and below a fall, clear of the line. Newest first: where two labels would
    /// touch, the newer one stays.
    fn labels(&self, pen: &Pen<'_>, plot: &Plot) {
        let mut free = f64::from(plot.size.width);
        let before = |at: usize| at.checked_sub(1).map_or(0, |before| self.steps[before].mrr);
        let labelled = self.steps.iter().enumerate().filter(|(_, step)| !step.label.is_empty());
        for (at, step) in labelled.rev() {
            let half = text::width(&step.label, SMALL) / 2.0;
            let x = plot.x(step.day).min(f64::from(plot.size.width) - half).max(plot.left + half);
            if x + half <= free {
                free = x - half - 6.0;
                let level = plot.y(step.mrr as f64);
                let above = step.mrr >= before(at) || level + 18.0 > plot.bottom;
                let y = if above { (level - 9.0).max(LABEL) } else { level + 18.0 };
                let paint = Paint::new(Role::Text2).finish(Finish::Medium);
                pen.text(&step.label, (x, y), Anchor::Middle, SMALL, paint);
            }
        }
    }
}

/// Each change owns the days until the next one, as far as there is room to point at.
fn marks(steps: Vec<Step>, plot: &Plot) -> Vec<Mark> {
    let starts: Vec<f64> = steps.iter().map(|step| plot.x(step.day)).collect();
    let tenths = |pixels: f64| (pixels * 10.0).round() / 10.0;
    let mark = |(at, step): (usize, Step)| {
        let end = starts.get(at + 1).copied().unwrap_or(plot.right);
        Mark {
            key: step.day.to_string(),
            x: tenths(starts[at]),
            y: 0.0,
            width: tenths((end - starts[at]).max(1.0)),
            height: f64::from(plot.size.height),
            title: step.title,
            lines: step.lines,
            spoken: step.spoken,
            list: None,
        }
    };
    steps.into_iter().enumerate().map(mark).collect()
}

/// The months that begin inside the plot, at their first day.
fn month_labels(pen: &Pen<'_>, plot: &Plot, voice: Voice) {
    let first = Period::of(Grain::Month, plot.first);
    let last = Period::of(Grain::Month, plot.until);
    let places: Vec<_> = first.until(last).map(|month| (plot.x(month.first()), month)).collect();
    let range = (plot.left - 12.0, f64::from(plot.size.width));
    let base = f64::from(plot.size.height) - 8.0;
    for tick in ticks::of(&places, None, range, voice) {
        pen.text(&tick.text, (tick.x, base), Anchor::Middle, ticks::SIZE, Role::AxisText);
    }
}
