//! Shapes several charts draw: hatched boxes, stacked bars, lines with gaps and unfinished ends.

use super::frame::{Frame, Slot};
use super::palette::Role;
use super::pen::{Finish, Paint, Pen, Point};

/// Distance of hatch stripes and their thickness, measured along the edge.
const STRIPE: (f64, f64) = (4.0, 1.5);

/// A box of diagonal stripes, clipped to it.
pub(super) fn hatch(pen: &Pen<'_>, from: Point, to: Point, role: Role) {
    // Stripes run along x + y = constant, counted from a fixed origin: they go on from one part
    // of a stack to the next.
    let mut start = ((from.0 + from.1) / STRIPE.0).floor() * STRIPE.0;
    while start < to.0 + to.1 {
        pen.polygon(&stripe(from, to, start, start + STRIPE.1), role);
        start += STRIPE.0;
    }
}

/// The part of a box where `low <= x + y <= high`.
fn stripe(from: Point, to: Point, low: f64, high: f64) -> Vec<Point> {
    let corners = vec![from, (to.0, from.1), to, (from.0, to.1)];
    let above_low = clip(&corners, |(x, y)| x + y - low);
    clip(&above_low, |(x, y)| high - x - y)
}

/// The part of a convex shape where `inside` is not negative; `inside` is linear.
fn clip(shape: &[Point], inside: impl Fn(Point) -> f64) -> Vec<Point> {
    let mut kept = Vec::with_capacity(shape.len() + 2);
    for (at, &point) in shape.iter().enumerate() {
        let next = shape[(at + 1) % shape.len()];
        let (here, there) = (inside(point), inside(next));
        if here >= 0.0 {
            kept.push(point);
        }
        if (here < 0.0) != (there < 0.0) {
            let share = here / (here - there);
            kept.push((point.0 + (next.0 - point.0) * share, point.1 + (next.1 - point.1) * share));
        }
    }
    kept
}

/// A bar of parts on top of each other from zero, away from it in the direction of their sign.
/// Every part keeps one pixel distance to the next; one that is not nought is at least a pixel.
pub(super) fn stack(pen: &Pen<'_>, frame: &Frame<'_>, place: usize, parts: &[(Role, i64)]) {
    let (left, right) = frame.bar(place);
    let finished = frame.slots[place].finished;
    let mut total = 0_i64;
    for &(role, part) in parts.iter().filter(|(_, part)| *part != 0) {
        let before = frame.y(total as f64).round();
        total = total.saturating_add(part);
        let after = frame.y(total as f64).round();
        let (mut upper, mut lower) = (before.min(after), before.max(after));
        if lower - upper > 1.0 {
            // The gap lies at the side of zero: sums keep their true end.
            if part > 0 { lower -= 1.0 } else { upper += 1.0 }
        } else if part > 0 {
            upper = lower - 1.0;
        } else {
            lower = upper + 1.0;
        }
        if finished {
            pen.rect((left, upper), (right, lower), role);
        } else {
            hatch(pen, (left, upper), (right, lower), role);
        }
    }
}

/// Look of a line.
#[derive(Clone, Copy)]
pub(super) struct Stroke {
    pub(super) role: Role,
    pub(super) width: f64,
    /// Room on both sides that parts it from what it crosses.
    pub(super) outline: f64,
}

/// A line through the values that exist: gaps where they do not, dotted towards unfinished ones.
pub(super) fn line(pen: &Pen<'_>, slots: &[Slot], points: &[Option<Point>], stroke: Stroke) {
    let runs = runs(slots, points);
    if stroke.outline > 0.0 {
        for (run, _) in &runs {
            pen.line(run, stroke.width + 2.0 * stroke.outline, Role::Surface);
        }
    }
    for (run, finished) in &runs {
        let finish = if *finished { Finish::Plain } else { Finish::Dotted };
        pen.line(run, stroke.width, Paint::new(stroke.role).finish(finish));
    }
}

/// Connected points of one finish.
fn runs(slots: &[Slot], points: &[Option<Point>]) -> Vec<(Vec<Point>, bool)> {
    let mut runs: Vec<(Vec<Point>, bool)> = Vec::new();
    let mut previous: Option<Point> = None;
    for (slot, point) in slots.iter().zip(points) {
        if let (Some(from), Some(to)) = (previous, *point) {
            match runs.last_mut() {
                Some((run, finished))
                    if run.last() == Some(&from) && *finished == slot.finished =>
                {
                    run.push(to);
                }
                _ => runs.push((vec![from, to], slot.finished)),
            }
        }
        previous = *point;
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stripes_stay_inside_their_box() {
        let (from, to) = ((3.0, 2.0), (10.0, 30.0));
        for start in 0..45 {
            let low = f64::from(start);
            for (x, y) in stripe(from, to, low, low + 1.5) {
                assert!((3.0..=10.0).contains(&x) && (2.0..=30.0).contains(&y));
                assert!(x + y >= low - 1e-9 && x + y <= low + 1.5 + 1e-9);
            }
        }
        assert!(stripe(from, to, 50.0, 52.0).is_empty());
    }
}
