//! Drawing in CSS pixels. Plotters counts whole pixels, so it is given a sheet ten times as large;
//! the writer divides again. Colours are a role and a finish packed into the three bytes of RGB.

use super::palette::Role;
use super::writer;
use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

/// How much larger than the result plotters draws.
pub(super) const FACTOR: f64 = 10.0;
/// Plotters writes font sizes divided by this.
const FONT_DIVISOR: f64 = 1.24;

/// What a colour cannot say: dashes of lines, weight of text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(super) enum Finish {
    Plain,
    /// Targets.
    Dashed,
    /// What is not finished yet.
    Dotted,
    /// Text of weight 500.
    Medium,
    /// Text of weight 600.
    Strong,
}

impl Finish {
    const ALL: [Self; 5] = [Self::Plain, Self::Dashed, Self::Dotted, Self::Medium, Self::Strong];
}

/// A role with its finish and how much of it covers what lies below.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paint {
    role: Role,
    finish: Finish,
    alpha: f64,
}

impl Paint {
    pub(super) fn new(role: Role) -> Self {
        Self { role, finish: Finish::Plain, alpha: 1.0 }
    }

    pub(super) fn finish(self, finish: Finish) -> Self {
        Self { finish, ..self }
    }

    pub(super) fn alpha(self, alpha: f64) -> Self {
        Self { alpha, ..self }
    }

    fn packed(self) -> RGBAColor {
        RGBColor(self.role as u8, self.finish as u8, 0).mix(self.alpha)
    }

    /// Reads what plotters wrote of a packed colour: `#0A0100`.
    pub(super) fn unpack(colour: &str) -> Option<(Role, Finish)> {
        let byte = |at: usize| usize::from_str_radix(colour.get(at..at + 2)?, 16).ok();
        Some((*Role::ALL.get(byte(1)?)?, *Finish::ALL.get(byte(3)?)?))
    }
}

impl From<Role> for Paint {
    fn from(role: Role) -> Self {
        Self::new(role)
    }
}

/// Where a text stands from its point.
#[derive(Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A point in CSS pixels.
pub(super) type Point = (f64, f64);

/// Draws on one sheet. Writing into memory cannot fail, so what plotters answers is not looked at.
pub(super) struct Pen<'a> {
    sheet: DrawingArea<SVGBackend<'a>, Shift>,
}

/// The SVG that `draw` makes on a sheet of this size.
pub(super) fn drawing(width: u32, height: u32, draw: impl FnOnce(&Pen<'_>)) -> String {
    // Room for most drawings: growing step by step copies it each time.
    let mut raw = String::with_capacity(48 * 1024);
    let enlarged = (width.saturating_mul(FACTOR as u32), height.saturating_mul(FACTOR as u32));
    let pen = Pen { sheet: SVGBackend::with_string(&mut raw, enlarged).into_drawing_area() };
    draw(&pen);
    let _ = pen.sheet.present();
    drop(pen);
    writer::write(&raw)
}

fn at((x, y): Point) -> (i32, i32) {
    ((x * FACTOR).round() as i32, (y * FACTOR).round() as i32)
}

fn length(pixels: f64) -> u32 {
    (pixels * FACTOR).round() as u32
}

impl Pen<'_> {
    /// A filled box; one that is flat or turned over is left out.
    pub(super) fn rect(&self, from: Point, to: Point, paint: impl Into<Paint>) {
        if to.0 > from.0 && to.1 > from.1 {
            let style = paint.into().packed().filled();
            let _ = self.sheet.draw(&Rectangle::new([at(from), at(to)], style));
        }
    }

    /// A line through points; a single point draws nothing.
    pub(super) fn line(&self, points: &[Point], width: f64, paint: impl Into<Paint>) {
        if points.len() > 1 {
            let style = paint.into().packed().stroke_width(length(width));
            let path: Vec<_> = points.iter().copied().map(at).collect();
            let _ = self.sheet.draw(&PathElement::new(path, style));
        }
    }

    /// A filled shape.
    pub(super) fn polygon(&self, points: &[Point], paint: impl Into<Paint>) {
        if points.len() > 2 {
            let path: Vec<_> = points.iter().copied().map(at).collect();
            let _ = self.sheet.draw(&Polygon::new(path, paint.into().packed()));
        }
    }

    /// A filled circle.
    pub(super) fn circle(&self, centre: Point, radius: f64, paint: impl Into<Paint>) {
        let style = paint.into().packed().filled();
        let _ = self.sheet.draw(&Circle::new(at(centre), length(radius), style));
    }

    /// Text on its base line.
    pub(super) fn text(
        &self,
        text: &str,
        base: Point,
        anchor: Anchor,
        size: f64,
        paint: impl Into<Paint>,
    ) {
        let side = match anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let style = ("Inter, system-ui", size * FACTOR * FONT_DIVISOR)
            .into_font()
            .color(&paint.into().packed())
            .pos(Pos::new(side, VPos::Bottom));
        let _ = self.sheet.draw_text(text, &style, at(base));
    }

    /// A point of a line: filled, or hollow where its period is not finished, with a rim that
    /// parts it from the line.
    pub(super) fn dot(&self, centre: Point, radius: f64, role: Role, filled: bool) {
        if filled {
            self.circle(centre, radius + 1.0, Role::Surface);
            self.circle(centre, radius, role);
        } else {
            self.circle(centre, radius + 0.5, role);
            self.circle(centre, radius - 0.9, Role::Surface);
        }
    }
}
