//! Stacked bars by period: customers or MRR lost, by kind.

use super::frame::{Frame, SMALL, Timeline};
use super::palette::Role;
use super::pen::{Anchor, Pen};
use super::scale::{Scale, Unit};
use super::{Chart, Said, Size, shapes, text};
use crate::model::{Currency, Money};
use crate::voice::Voice;

/// One kind of a stacked bar.
#[derive(Clone, Debug)]
pub struct BarPart {
    /// Its colour: `Churn` for voluntary, `Contraction` for involuntary, `C6` for not known.
    pub role: Role,
    /// One for each period, not negative: customers, or minor units.
    pub values: Vec<i64>,
}

/// Bars of parts, the first at the bottom.
#[derive(Clone, Debug)]
pub struct Bars {
    /// Its periods.
    pub timeline: Timeline,
    /// The kinds.
    pub parts: Vec<BarPart>,
    /// Absent where customers are counted.
    pub currency: Option<Currency>,
    /// Words and table.
    pub said: Said,
}

impl Bars {
    /// Draws it for this size.
    pub fn draw(self, size: Size, voice: Voice) -> Chart {
        let places = self.timeline.slots.len();
        if places == 0 {
            return Chart::empty(size, self.said);
        }
        let bars: Vec<Vec<(Role, i64)>> = (0..places).map(|place| self.bar(place)).collect();
        let totals: Vec<i64> = bars.iter().map(|bar| total(bar)).collect();
        let high = totals.iter().copied().max().unwrap_or(0);
        let unit = self.currency.map_or(Unit::Count, Unit::Money);
        let scale = |height| Scale::from_zero(unit, 0.0, high as f64, height);
        let written = |value: i64| match self.currency {
            Some(currency) => voice.money(Money::new(value, currency)),
            None => voice.count(value),
        };
        Frame::new(&self.timeline, size, 4.0, voice, scale).draw(self.said, |pen, frame| {
            for (place, bar) in bars.iter().enumerate() {
                shapes::stack(pen, frame, place, bar);
            }
            let labels: Vec<String> = totals.iter().copied().map(written).collect();
            value_labels(pen, frame, &totals, &labels);
        })
    }

    fn bar(&self, place: usize) -> Vec<(Role, i64)> {
        let part = |part: &BarPart| (part.role, part.values.get(place).copied().unwrap_or(0));
        self.parts.iter().map(part).collect()
    }
}

fn total(bar: &[(Role, i64)]) -> i64 {
    bar.iter().fold(0, |sum, (_, part)| sum.saturating_add(*part))
}

/// Above every bar where there is room for all of them, above the selected one always.
fn value_labels(pen: &Pen<'_>, frame: &Frame<'_>, totals: &[i64], labels: &[String]) {
    let widest = labels.iter().map(|label| text::width(label, SMALL)).fold(0.0, f64::max);
    let room = widest + 4.0 <= frame.pitch();
    for (place, (total, label)) in totals.iter().zip(labels).enumerate() {
        let y = frame.y(*total as f64) - 5.0;
        if frame.selected == Some(place) {
            frame.value_label(pen, label, place, y);
        } else if room && *total != 0 {
            pen.text(label, (frame.x(place), y), Anchor::Middle, SMALL, Role::AxisText);
        }
    }
}
