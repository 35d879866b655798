//! Labels of the time axis: as many as fit, January always among them, the year where it begins.

use super::text;
use crate::model::{Grain, Period};
use crate::voice::Voice;

/// Size of axis labels.
pub(super) const SIZE: f64 = 11.0;
/// Least room between two labels.
const GAP: f64 = 7.0;

/// One label below the time axis.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tick {
    /// Which of the places it belongs to.
    pub(super) place: usize,
    pub(super) x: f64,
    pub(super) text: String,
}

impl Tick {
    fn reach(&self) -> (f64, f64) {
        let half = text::width(&self.text, SIZE) / 2.0;
        (self.x - half, self.x + half)
    }

    fn touches(&self, other: &Self) -> bool {
        let (from, to) = self.reach();
        let (other_from, other_to) = other.reach();
        from < other_to + GAP && other_from < to + GAP
    }
}

/// The labels of these places, from `left` to `right`; `chosen` always has one.
pub(super) fn of(
    places: &[(f64, Period)],
    chosen: Option<usize>,
    (left, right): (f64, f64),
    voice: Voice,
) -> Vec<Tick> {
    let Some(grain) = places.first().map(|(_, period)| period.grain()) else {
        return Vec::new();
    };
    let fitting = steps(grain).find_map(|step| {
        let labels = every(step, places, (left, right), voice);
        labels.windows(2).all(|pair| !pair[0].touches(&pair[1])).then_some(labels)
    });
    let mut labels = fitting.unwrap_or_default();
    if let Some(place) = chosen.filter(|chosen| *chosen < places.len())
        && labels.iter().all(|tick| tick.place != place)
    {
        let period = places[place].1;
        let short = tick(place, places, (left, right), voice.month_short(period));
        let long = tick(place, places, (left, right), voice.tick(period, true));
        // Pushing the label away that bears the year, it bears the year itself.
        let ends_in_year = |tick: &&Tick| tick.text == voice.tick(places[tick.place].1, true);
        let hides_year = labels.iter().filter(ends_in_year).any(|other| other.touches(&short));
        let own = if hides_year { long } else { short };
        labels.retain(|other| !other.touches(&own));
        labels.push(own);
    }
    labels
}

/// How many periods from label to label, from one to many. Steps divide the year, so that with
/// every one of them January has a label.
fn steps(grain: Grain) -> impl Iterator<Item = i32> {
    let within_year: &[i32] = match grain {
        Grain::Week => &[1, 2, 4, 8, 13, 26],
        Grain::Month => &[1, 2, 3, 6],
        Grain::Quarter => &[1, 2],
        Grain::Year => &[],
    };
    let year = match grain {
        Grain::Week => 52,
        Grain::Month => 12,
        Grain::Quarter => 4,
        Grain::Year => 1,
    };
    let years = [1, 2, 5, 10, 20, 50].map(|years| years * year);
    within_year.iter().copied().chain(years)
}

fn every(step: i32, places: &[(f64, Period)], range: (f64, f64), voice: Voice) -> Vec<Tick> {
    let shown = places
        .iter()
        .enumerate()
        .filter(|(_, (_, period))| period.index().rem_euclid(step) == 0)
        .map(|(place, _)| place);
    let mut labels: Vec<Tick> = Vec::new();
    let mut year = None;
    for place in shown {
        let period = places[place].1;
        let begins = year.replace(period.last().year()) != Some(period.last().year());
        let label = tick(place, places, range, voice.tick(period, begins));
        // A first month shortly before January leaves the year to January.
        if labels.len() == 1 && begins && labels[0].touches(&label) {
            let first = labels[0].place;
            labels[0] = tick(first, places, range, voice.month_short(places[first].1));
        }
        labels.push(label);
    }
    labels
}

fn tick(place: usize, places: &[(f64, Period)], (left, right): (f64, f64), text: String) -> Tick {
    let half = text::width(&text, SIZE) / 2.0;
    let x = places[place].0.min(right - half).max(left + half);
    Tick { place, x, text }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(first: &str, count: i32, pitch: f64, chosen: Option<usize>) -> Vec<String> {
        let first = Period::parse(first).unwrap();
        let place = |n: i32| (40.0 + f64::from(n) * pitch, first.plus(n));
        let places: Vec<_> = (0..count).map(place).collect();
        let range = (0.0, 60.0 + f64::from(count) * pitch);
        let ticks = of(&places, chosen, range, Voice::default());
        ticks.into_iter().map(|tick| tick.text).collect()
    }

    #[test]
    fn the_year_stands_on_the_first_label_and_on_january() {
        let wide = labels("2025-11", 4, 46.0, None);
        assert_eq!(wide, ["Nov 2025", "Dec", "Jan 2026", "Feb"]);
    }

    #[test]
    fn a_december_leaves_the_year_to_the_january_beside_it() {
        assert_eq!(labels("2025-12", 3, 46.0, None), ["Dec", "Jan 2026", "Feb"]);
    }

    #[test]
    fn labels_thin_out_and_keep_january() {
        let narrow = labels("2025-06", 18, 20.0, None);
        assert_eq!(narrow, ["Jul 2025", "Oct", "Jan 2026", "Apr", "Jul", "Oct"]);
        assert_eq!(labels("2024-03", 36, 9.0, None)[..2], ["Jul", "Jan 2025"]);
    }

    #[test]
    fn the_selected_month_pushes_its_neighbours_away() {
        let chosen = labels("2025-06", 18, 20.0, Some(11));
        assert_eq!(chosen, ["Jul 2025", "Oct", "Jan 2026", "Jul", "Oct", "May"]);
        let in_february = labels("2025-06", 18, 20.0, Some(8));
        assert_eq!(in_february, ["Jul 2025", "Oct", "Jul", "Oct", "Feb 2026"]);
    }

    #[test]
    fn every_grain_and_any_number_has_labels_that_stand_apart() {
        for first in ["2020-01", "2020-Q3", "2020", "2020-W03"] {
            for count in [1, 2, 13, 60, 300] {
                for pitch in [2.0, 9.0, 46.0] {
                    assert!(!labels(first, count, pitch, Some(0)).is_empty());
                }
            }
        }
    }
}
