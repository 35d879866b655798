//! Charts over named places instead of periods: a score's distribution, a survey's waves.

use super::frame::{SMALL, grid};
use super::palette::Role;
use super::pen::{Anchor, Finish, Paint, Pen, Point, drawing};
use super::scale::{Scale, Unit};
use super::{Chart, Mark, MarkLine, Said, Size, text};
use crate::voice::Voice;

/// Above the plot: room for a value above the highest bar.
const HEAD: f64 = 18.0;
/// Below it: the names of the places.
const FOOT: f64 = 24.0;

/// One place of such a chart.
#[derive(Clone, Debug, Default)]
pub struct Place {
    /// What it stands for: `9`, `2026-Q1`.
    pub key: String,
    /// Below it: "9", "Q1 2026".
    pub label: String,
    /// Heading of the hover label.
    pub title: String,
    /// The figures shown on hover.
    pub lines: Vec<MarkLine>,
    /// "Score 9, 38 promoters"
    pub spoken: String,
    /// The customers behind it.
    pub list: Option<String>,
}

/// Bars of counts side by side: how many gave each score.
#[derive(Clone, Debug)]
pub struct Distribution {
    /// Place, colour and count, the lowest first.
    pub bars: Vec<(Place, Role, i64)>,
    /// Words and table.
    pub said: Said,
}

/// A score in a wave, with where it probably lies.
#[derive(Clone, Debug)]
pub struct WavePoint {
    /// Which wave.
    pub place: Place,
    /// The score; absent where there is none to show.
    pub value: Option<f64>,
    /// Ends of its interval.
    pub interval: Option<(f64, f64)>,
    /// Whether the wave is over.
    pub finished: bool,
}

/// A score from wave to wave with its margins.
#[derive(Clone, Debug)]
pub struct Waves {
    /// Oldest first.
    pub points: Vec<WavePoint>,
    /// Which place is the one the page is about.
    pub selected: Option<usize>,
    /// Whether scores have a sign: those of NPS, from -100 to 100.
    pub signed: bool,
    /// Words and table.
    pub said: Said,
}

/// Where places and values stand.
struct Layout {
    size: Size,
    left: f64,
    right: f64,
    bottom: f64,
    scale: Scale,
    count: usize,
}

impl Layout {
    fn new(size: Size, count: usize, left: f64, scale: impl FnOnce(f64) -> Scale) -> Self {
        let size = size.at_least(120, 80);
        let (right, bottom) = (f64::from(size.width) - 4.0, f64::from(size.height) - FOOT);
        Self { size, left, right, bottom, scale: scale(bottom - HEAD), count }
    }

    fn pitch(&self) -> f64 {
        (self.right - self.left) / self.count.max(1) as f64
    }

    fn x(&self, place: usize) -> f64 {
        self.left + (place as f64 + 0.5) * self.pitch()
    }

    fn y(&self, value: f64) -> f64 {
        let share = (value - self.scale.low()) / (self.scale.high() - self.scale.low());
        self.bottom - share * (self.bottom - HEAD)
    }

    /// The names below, as many as there is room for; that of the selected place always.
    fn names(&self, pen: &Pen<'_>, labels: &[&str], selected: Option<usize>) {
        let widest = labels.iter().map(|label| text::width(label, SMALL)).fold(0.0, f64::max);
        let every = ((widest + 8.0) / self.pitch()).ceil().max(1.0) as usize;
        let last = labels.len().saturating_sub(1);
        let kept = selected.unwrap_or(last);
        for (place, label) in labels.iter().enumerate() {
            let is_kept = place == kept;
            if !is_kept && (place.abs_diff(kept) % every != 0) {
                continue;
            }
            let paint = if selected == Some(place) {
                Paint::new(Role::Text).finish(Finish::Strong)
            } else {
                Paint::new(Role::AxisText)
            };
            let half = text::width(label, SMALL) / 2.0;
            let x = self.x(place).min(f64::from(self.size.width) - half).max(half);
            pen.text(label, (x, self.bottom + 16.0), Anchor::Middle, SMALL, paint);
        }
    }

    fn chart(self, svg: String, places: impl Iterator<Item = Place>, said: Said) -> Chart {
        let pitch = self.pitch();
        let mark = |(at, place): (usize, Place)| Mark {
            key: place.key,
            x: ((self.x(at) - pitch / 2.0) * 10.0).round() / 10.0,
            y: 0.0,
            width: (pitch * 10.0).round() / 10.0,
            height: f64::from(self.size.height),
            title: place.title,
            lines: place.lines,
            spoken: place.spoken,
            list: place.list,
        };
        let marks = places.enumerate().map(mark).collect();
        let Size { width, height } = self.size;
        Chart { svg, width, height, marks, summary: said.summary, table: said.table }
    }
}

impl Distribution {
    /// Draws it for this size.
    pub fn draw(self, size: Size, voice: Voice) -> Chart {
        if self.bars.is_empty() {
            return Chart::empty(size, self.said);
        }
        let high = self.bars.iter().map(|(_, _, count)| *count).max().unwrap_or(0);
        let scale = |height| Scale::from_zero(Unit::Count, 0.0, high as f64, height);
        let layout = Layout::new(size, self.bars.len(), 4.0, scale);
        let svg = drawing(layout.size.width, layout.size.height, |pen| {
            let base = layout.bottom.floor() + 0.5;
            pen.line(&[(layout.left, base), (layout.right, base)], 1.0, Role::Axis);
            let half = (layout.pitch() * 0.4).clamp(1.0, 18.0);
            for (place, (_, role, count)) in self.bars.iter().enumerate() {
                let x = layout.x(place);
                let top = if *count == 0 {
                    layout.bottom
                } else {
                    // What is there is seen.
                    layout.y(*count as f64).min(layout.bottom - 1.5)
                };
                pen.rect(
                    ((x - half).round(), top.round()),
                    ((x + half).round(), layout.bottom.floor()),
                    *role,
                );
                let label = voice.count(*count);
                if *count > 0 && text::width(&label, SMALL) + 2.0 <= layout.pitch() {
                    pen.text(&label, (x, top - 4.0), Anchor::Middle, SMALL, Role::Text2);
                }
            }
            let labels: Vec<&str> =
                self.bars.iter().map(|(place, ..)| place.label.as_str()).collect();
            layout.names(pen, &labels, None);
        });
        layout.chart(svg, self.bars.into_iter().map(|(place, ..)| place), self.said)
    }
}

impl Waves {
    /// Draws it for this size.
    pub fn draw(self, size: Size, voice: Voice) -> Chart {
        let values = self.points.iter().filter_map(|point| point.value);
        let ends = self.points.iter().filter_map(|point| point.interval);
        let all = values.chain(ends.flat_map(|(low, high)| [low, high]));
        let (low, high) =
            all.fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)));
        if low > high {
            return Chart::empty(size, self.said);
        }
        let unit = if self.signed { Unit::Score } else { Unit::Count };
        let scale = |height| Scale::from_zero(unit, low, high, height);
        let room = Layout::new(size, 1, 0.0, scale);
        let widest =
            |widest: f64, line| widest.max(text::width(&room.scale.label(line, voice), SMALL));
        let left = (room.scale.lines().fold(0.0, widest) + 14.0).max(30.0).ceil();
        let layout = Layout::new(size, self.points.len(), left, scale);
        let svg =
            drawing(layout.size.width, layout.size.height, |pen| self.marks(pen, &layout, voice));
        layout.chart(svg, self.points.into_iter().map(|point| point.place), self.said)
    }

    fn marks(&self, pen: &Pen<'_>, layout: &Layout, voice: Voice) {
        if let Some(place) = self.selected {
            let (x, half) = (layout.x(place), (layout.pitch() * 0.48).min(40.0));
            let foot = f64::from(layout.size.height) - 1.0;
            pen.rect(((x - half).round(), 1.0), ((x + half).round(), foot), Role::Selection);
        }
        let sides = (layout.left, layout.right);
        grid(pen, layout.scale, sides, voice, |value| layout.y(value));
        for (place, point) in self.points.iter().enumerate() {
            if let Some((low, high)) = point.interval {
                let x = layout.x(place);
                pen.line(&[(x, layout.y(low)), (x, layout.y(high))], 2.0, Role::Axis);
            }
        }
        let at = |place: usize| Some((layout.x(place), layout.y(self.points[place].value?)));
        let mut before: Option<Point> = None;
        for (place, point) in self.points.iter().enumerate() {
            let Some(here) = at(place) else { continue };
            if let Some(before) = before {
                let finish = if point.finished { Finish::Plain } else { Finish::Dotted };
                pen.line(&[before, here], 2.0, Paint::new(Role::Accent).finish(finish));
            }
            before = Some(here);
        }
        for (place, point) in self.points.iter().enumerate() {
            if let Some(here) = at(place) {
                pen.dot(
                    here,
                    if self.selected == Some(place) { 4.0 } else { 3.0 },
                    Role::Accent,
                    point.finished,
                );
            }
        }
        let labels: Vec<&str> =
            self.points.iter().map(|point| point.place.label.as_str()).collect();
        layout.names(pen, &labels, self.selected);
    }
}
