//! MRR movements by period: gains up, losses down, net as a line.

use super::frame::{Frame, Timeline};
use super::palette::Role;
use super::pen::Pen;
use super::scale::{Scale, Unit};
use super::shapes::{self, Stroke};
use super::{Chart, Said, Size};
use crate::model::{Currency, Money};
use crate::voice::Voice;

/// What moved in one period, in minor units; losses are negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Movement {
    /// New customers.
    pub new: i64,
    /// Customers who pay more.
    pub expansion: i64,
    /// Customers who returned.
    pub reactivation: i64,
    /// Customers who pay less, 0 or below.
    pub contraction: i64,
    /// Customers who left, 0 or below.
    pub churn: i64,
}

impl Movement {
    fn gains(&self) -> [(Role, i64); 3] {
        [
            (Role::New, self.new),
            (Role::Expansion, self.expansion),
            (Role::Reactivation, self.reactivation),
        ]
    }

    fn losses(&self) -> [(Role, i64); 2] {
        [(Role::Contraction, self.contraction), (Role::Churn, self.churn)]
    }

    fn net(&self) -> i64 {
        sum(&self.gains()).saturating_add(sum(&self.losses()))
    }
}

fn sum(parts: &[(Role, i64)]) -> i64 {
    parts.iter().fold(0, |sum, (_, part)| sum.saturating_add(*part))
}

/// The movement chart; its legend is the sum line above it.
#[derive(Clone, Debug)]
pub struct Movements {
    /// Its periods.
    pub timeline: Timeline,
    /// One for each period.
    pub values: Vec<Movement>,
    /// What the amounts are in.
    pub currency: Currency,
    /// Words and table.
    pub said: Said,
}

impl Movements {
    /// Draws it for this size.
    pub fn draw(self, size: Size, voice: Voice) -> Chart {
        let values = &self.values;
        if values.is_empty() {
            return Chart::empty(size, self.said);
        }
        let high = values.iter().map(|value| sum(&value.gains())).max().unwrap_or(0);
        let low = values.iter().map(|value| sum(&value.losses())).min().unwrap_or(0);
        let scale = |height| {
            Scale::from_zero(Unit::Movement(self.currency), low as f64, high as f64, height)
        };
        Frame::new(&self.timeline, size, 4.0, voice, scale).draw(self.said, |pen, frame| {
            for (place, value) in values.iter().enumerate().take(frame.slots.len()) {
                shapes::stack(pen, frame, place, &value.gains());
                shapes::stack(pen, frame, place, &value.losses());
            }
            net_line(pen, frame, values);
            if let Some((place, value)) = frame.selected.and_then(|at| Some((at, values.get(at)?)))
            {
                let net = Money::new(value.net(), self.currency);
                frame.value_label(pen, &voice.signed_money_plain(net), place, 15.0);
            }
        })
    }
}

fn net_line(pen: &Pen<'_>, frame: &Frame<'_>, values: &[Movement]) {
    let point = |(place, value): (usize, &Movement)| Some(frame.at(place, value.net() as f64));
    let points: Vec<_> = values.iter().enumerate().take(frame.slots.len()).map(point).collect();
    let crowded = frame.pitch() < 14.0;
    let outline = if crowded { 0.7 } else { 1.2 };
    shapes::line(pen, frame.slots, &points, Stroke { role: Role::Net, width: 1.5, outline });
    for (place, point) in points.iter().enumerate().filter_map(|(at, p)| Some((at, (*p)?))) {
        let chosen = frame.selected == Some(place);
        let finished = frame.slots[place].finished;
        if chosen || !finished || !crowded {
            pen.dot(point, if chosen { 4.0 } else { 2.6 }, Role::Net, finished);
        }
    }
}
