//! MRR by plan as areas on top of each other, the total as a line on top.

use super::ends::{self, End};
use super::frame::{Frame, SMALL, Timeline};
use super::palette::Role;
use super::pen::{Anchor, Finish, Paint, Pen, Point};
use super::scale::{Scale, Unit};
use super::shapes::{self, Stroke};
use super::{Chart, Said, Size, text};
use crate::model::{Currency, Money};
use crate::voice::Voice;

/// More areas than this cannot be told apart: the smallest become one.
const MOST: usize = 6;
/// An area this thick has room for its name.
const NAME_HEIGHT: f64 = 15.0;
/// How much of its colour an unfinished period keeps.
const UNFINISHED: f64 = 0.45;

/// One area.
#[derive(Clone, Debug)]
pub struct Area {
    /// "Team"
    pub label: String,
    /// One for each period, in minor units, not negative.
    pub values: Vec<i64>,
}

/// MRR by plan.
#[derive(Clone, Debug)]
pub struct Areas {
    /// Its periods.
    pub timeline: Timeline,
    /// In any order: the largest at the end is drawn at the bottom.
    pub areas: Vec<Area>,
    /// Name of the rest when there are more than six: "Other".
    pub other: String,
    /// What the amounts are in.
    pub currency: Currency,
    /// Words and table.
    pub said: Said,
}

impl Areas {
    /// Draws it for this size.
    pub fn draw(self, size: Size, voice: Voice) -> Chart {
        let places = self.timeline.slots.len();
        if places == 0 {
            return Chart::empty(size, self.said);
        }
        let areas = at_most_six(self.areas, self.other, places);
        let layers = layers(&areas, places);
        let totals = layers.last().map_or_else(|| vec![0; places], |layer| layer.upper.clone());
        let high = totals.iter().copied().max().unwrap_or(0) as f64;
        let currency = self.currency;
        let scale = |height| Scale::from_zero(Unit::Money(currency), 0.0, high, height);
        let inside = Frame::new(&self.timeline, size, 4.0, voice, scale);
        let named = layers
            .iter()
            .zip(&areas)
            .all(|(layer, area)| name_place(&inside, layer, &area.label).is_some());
        let frame = if named {
            inside
        } else {
            let beside = ends::room(areas.iter().map(|area| &area.label), size.width);
            Frame::new(&self.timeline, size, beside, voice, scale)
        };
        frame.draw(self.said, |pen, frame| {
            for (at, layer) in layers.iter().enumerate() {
                fill(pen, frame, layer, alpha(at, layers.len()));
            }
            for layer in layers.iter().take(layers.len().saturating_sub(1)) {
                pen.line(&edge(frame, &layer.upper), 1.0, Role::Surface);
            }
            if !named {
                let names = layers.iter().zip(&areas).map(|(layer, area)| end(frame, layer, area));
                ends::draw(pen, frame, names.collect());
            }
            for (layer, area) in layers.iter().zip(&areas) {
                if named {
                    name(pen, frame, layer, &area.label);
                }
                if let Some(label) = chosen_value(frame, area, self.currency, voice) {
                    value(pen, frame, layer, &label);
                }
            }
            let total = |place| Money::new(totals[place], self.currency);
            total_line(pen, frame, &totals, |place| voice.money(total(place)));
        })
    }
}

/// One area between the sums below and above it.
struct Layer {
    lower: Vec<i64>,
    upper: Vec<i64>,
}

/// The largest at the end first; what is more than six becomes one.
fn at_most_six(mut areas: Vec<Area>, other: String, places: usize) -> Vec<Area> {
    for area in &mut areas {
        area.values.resize(places, 0);
    }
    areas.retain(|area| area.values.iter().any(|value| *value > 0));
    areas.sort_by_key(|area| std::cmp::Reverse(area.values.last().copied()));
    if areas.len() > MOST {
        let rest = areas.split_off(MOST - 1);
        let sum =
            |place| rest.iter().fold(0_i64, |sum, area| sum.saturating_add(area.values[place]));
        areas.push(Area { label: other, values: (0..places).map(sum).collect() });
    }
    areas
}

fn layers(areas: &[Area], places: usize) -> Vec<Layer> {
    let mut lower = vec![0_i64; places];
    let layer = |area: &Area| {
        let sum = |(low, value): (&i64, &i64)| low.saturating_add((*value).max(0));
        let upper: Vec<i64> = lower.iter().zip(&area.values).map(sum).collect();
        Layer { lower: std::mem::replace(&mut lower, upper.clone()), upper }
    };
    areas.iter().map(layer).collect()
}

/// One hue, lighter towards the top.
fn alpha(at: usize, of: usize) -> f64 {
    let share = at as f64 / of.saturating_sub(1).max(1) as f64;
    (100.0 * (0.36 - 0.26 * share)).round() / 100.0
}

fn edge(frame: &Frame<'_>, sums: &[i64]) -> Vec<Point> {
    sums.iter().enumerate().map(|(place, sum)| frame.at(place, *sum as f64)).collect()
}

fn fill(pen: &Pen<'_>, frame: &Frame<'_>, layer: &Layer, alpha: f64) {
    let (lower, upper) = (edge(frame, &layer.lower), edge(frame, &layer.upper));
    let finished = frame.slots.iter().take_while(|slot| slot.finished).count();
    let shape = |from: usize, to: usize| -> Vec<Point> {
        let there = upper[from..to].iter();
        there.chain(lower[from..to].iter().rev()).copied().collect()
    };
    if finished > 1 {
        pen.polygon(&shape(0, finished), Paint::new(Role::Accent).alpha(alpha));
    }
    let from = finished.saturating_sub(1);
    if from + 1 < frame.slots.len() {
        let paint = Paint::new(Role::Accent).alpha((alpha * UNFINISHED * 100.0).round() / 100.0);
        pen.polygon(&shape(from, frame.slots.len()), paint);
    }
}

/// Room of a layer over some places: top and bottom of the widest level strip inside it.
fn strip(frame: &Frame<'_>, layer: &Layer, from: usize, to: usize) -> Option<(f64, f64)> {
    let places = from..=to.min(frame.slots.len().checked_sub(1)?);
    let top = places.clone().map(|place| frame.y(layer.upper[place] as f64));
    let bottom = places.map(|place| frame.y(layer.lower[place] as f64));
    let strip = (top.fold(f64::MIN, f64::max), bottom.fold(f64::MAX, f64::min));
    (strip.1 - strip.0 >= NAME_HEIGHT).then_some(strip)
}

fn base((top, bottom): (f64, f64)) -> f64 {
    (top + bottom) / 2.0 + 4.0
}

/// Where the name of an area stands inside it: as far left as it fits, in the left half.
fn name_place(frame: &Frame<'_>, layer: &Layer, label: &str) -> Option<Point> {
    let reach = (text::width(label, SMALL) + 10.0) / frame.pitch();
    let fits = |from: usize| Some((from, strip(frame, layer, from, from + reach.ceil() as usize)?));
    let last = (frame.slots.len() as f64 / 2.0 - reach).max(0.0) as usize;
    let (place, strip) = (0..=last).find_map(fits)?;
    Some((frame.x(place) + 10.0, base(strip)))
}

fn name(pen: &Pen<'_>, frame: &Frame<'_>, layer: &Layer, label: &str) {
    if let Some(point) = name_place(frame, layer, label) {
        let paint = Paint::new(Role::Text2).finish(Finish::Medium);
        pen.text(label, point, Anchor::Start, SMALL, paint);
    }
}

/// The name of an area beside it, for drawings where not all of them have room inside.
fn end(frame: &Frame<'_>, layer: &Layer, area: &Area) -> End {
    let height = |sums: &[i64]| sums.last().map_or(frame.bottom, |sum| frame.y(*sum as f64));
    let y = (height(&layer.lower) + height(&layer.upper)) / 2.0;
    End { y, label: area.label.clone(), role: Role::Text2 }
}

fn chosen_value(
    frame: &Frame<'_>,
    area: &Area,
    currency: Currency,
    voice: Voice,
) -> Option<String> {
    Some(voice.money(Money::new(*area.values.get(frame.selected?)?, currency)))
}

/// What an area is worth in the selected period, left of it, clear of the names.
fn value(pen: &Pen<'_>, frame: &Frame<'_>, layer: &Layer, label: &str) {
    let Some(place) = frame.selected else { return };
    let reach = (text::width(label, SMALL) + 10.0) / frame.pitch();
    let from = place as f64 - reach;
    if from >= frame.slots.len() as f64 / 2.0
        && let Some(strip) = strip(frame, layer, from.floor() as usize, place)
    {
        let point = (frame.x(place) - 9.0, base(strip));
        pen.text(label, point, Anchor::End, SMALL, Role::Text2);
    }
}

fn total_line(pen: &Pen<'_>, frame: &Frame<'_>, totals: &[i64], written: impl Fn(usize) -> String) {
    let points: Vec<_> = edge(frame, totals).into_iter().map(Some).collect();
    let stroke = Stroke { role: Role::Accent, width: 2.0, outline: 0.0 };
    shapes::line(pen, frame.slots, &points, stroke);
    for (place, point) in points.iter().enumerate().filter_map(|(at, p)| Some((at, (*p)?))) {
        let finished = frame.slots[place].finished;
        let chosen = frame.selected == Some(place);
        if chosen || !finished || points.len() == 1 {
            pen.dot(point, if chosen { 4.0 } else { 2.6 }, Role::Accent, finished);
        }
        if chosen {
            frame.value_label(pen, &written(place), place, point.1 - 10.0);
        }
    }
}
