//! Each chart's drawing is a reviewed file in `tests/golden/charts`.
//! `HOLDFAST_GOLDEN=write cargo test -p holdfast-core chart` writes them anew: look at them.

use super::*;
use crate::model::{Currency, Day, Period, Ratio};
use crate::voice::{Language, Region, Voice};
use std::path::PathBuf;

const GB: Voice = Voice { language: Language::En, region: Region::Gb };
const SE: Voice = Voice { language: Language::Sv, region: Region::Se };

/// Periods from the first on; the last one is not finished.
fn timeline(first: &str, count: i32, selected: Option<&str>) -> Timeline {
    let first = Period::parse(first).unwrap();
    let slot = |n: i32| {
        let period = first.plus(n);
        Slot {
            period,
            finished: n + 1 < count,
            lines: Vec::new(),
            spoken: period.to_string(),
            list: None,
        }
    };
    let selected = selected.map(|key| Period::parse(key).unwrap());
    Timeline { slots: (0..count).map(slot).collect(), selected }
}

/// Numbers that go up and down without repeating soon, from 0 to 99.
fn noise(seed: u64) -> impl Iterator<Item = i64> {
    let mut state = seed;
    std::iter::repeat_with(move || {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from((state >> 33) % 100).unwrap()
    })
}

fn movements(first: &str, count: i32, selected: Option<&str>) -> Movements {
    let mut noise = noise(7);
    let mut next = |from: i64, per: i64| from + per * noise.next().unwrap_or(0);
    let value = |_| Movement {
        new: next(70_000, 900),
        expansion: next(5_000, 300),
        reactivation: next(-20_000, 450).max(0),
        contraction: -next(0, 90),
        churn: -next(5_000, 800),
    };
    let values = (0..count).map(value).collect();
    let timeline = timeline(first, count, selected);
    Movements { timeline, values, currency: Currency::EUR, said: Said::default() }
}

fn rate(seed: u64, count: usize, from: i64, per: i64) -> Vec<Option<Ratio>> {
    noise(seed).take(count).map(|n| Ratio::of(from + per * n, 100_000)).collect()
}

fn rates(first: &str, count: i32, selected: Option<&str>) -> Rates {
    let places = usize::try_from(count).unwrap();
    let series = vec![
        RateSeries {
            label: "This year".to_owned(),
            role: Role::Accent,
            values: rate(3, places, 97_400, 24),
        },
        RateSeries {
            label: "Year before".to_owned(),
            role: Role::Axis,
            values: rate(4, places, 97_800, 18),
        },
    ];
    let target = Some((Ratio::of(9, 10).unwrap(), "Target 90%".to_owned()));
    Rates { timeline: timeline(first, count, selected), series, target, said: Said::default() }
}

fn bars(first: &str, count: i32, selected: Option<&str>) -> Bars {
    let places = usize::try_from(count).unwrap();
    let part = |role, seed, per| {
        let values = noise(seed).take(places).map(|n| n / per).collect();
        BarPart { role, values }
    };
    let parts =
        vec![part(Role::Churn, 11, 10), part(Role::Contraction, 12, 28), part(Role::C6, 13, 60)];
    let timeline = timeline(first, count, selected);
    Bars { timeline, parts, currency: None, said: Said::default() }
}

fn areas(names: &[&str], first: &str, count: i32, selected: Option<&str>) -> Areas {
    let area = |(at, name): (usize, &&str)| {
        let base = 1_600_000 / (at as i64 + 1);
        let noise = noise(at as u64 + 20).zip(0_i64..);
        let grow = move |(n, month): (i64, i64)| base + n * base / 1500 + month * base / 90;
        let values = noise.take(usize::try_from(count).unwrap()).map(grow).collect();
        Area { label: (*name).to_owned(), values }
    };
    Areas {
        timeline: timeline(first, count, selected),
        areas: names.iter().enumerate().map(area).collect(),
        other: "Other".to_owned(),
        currency: Currency::EUR,
        said: Said::default(),
    }
}

fn spark(values: &[f64], unfinished: bool, target: Option<f64>) -> Spark {
    let values = values.iter().copied().map(Some).collect();
    Spark { values, unfinished, target, said: Said::default() }
}

fn step(day: &str, mrr: i64, label: &str) -> Step {
    Step {
        day: Day::parse(day).unwrap(),
        mrr,
        label: label.to_owned(),
        title: day.to_owned(),
        lines: Vec::new(),
        spoken: label.to_owned(),
    }
}

fn steps(steps: Vec<Step>) -> Steps {
    let until = Day::parse("2026-11-20").unwrap();
    Steps { steps, until, currency: Currency::EUR, said: Said::default() }
}

fn golden(name: &str, chart: &Chart) {
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap());
    let folder = root.join("../../tests/golden/charts");
    let path = folder.join(format!("{name}.svg"));
    if std::env::var_os("HOLDFAST_GOLDEN").is_some() {
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(&path, &chart.svg).unwrap();
    }
    let reviewed = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(reviewed == chart.svg, "{name}.svg is drawn differently from the reviewed file");
}

#[test]
fn movements_are_drawn_as_reviewed() {
    let wide = Size::new(645, 304);
    golden("movements", &movements("2025-11", 13, Some("2026-10")).draw(wide, GB));
    golden("movements-sv", &movements("2025-11", 13, Some("2026-07")).draw(wide, SE));
    golden(
        "movements-60",
        &movements("2021-12", 60, Some("2026-10")).draw(Size::new(600, 226), GB),
    );
}

#[test]
fn rates_are_drawn_as_reviewed() {
    let wide = Size::new(640, 230);
    golden("rates", &rates("2025-05", 19, Some("2026-10")).draw(wide, GB));
    let mut gaps = rates("2026-01", 9, None);
    for place in [0, 1, 4, 6] {
        gaps.series[0].values[place] = None;
    }
    golden("rates-gaps", &gaps.draw(wide, GB));
    golden("rates-36", &rates("2023-12", 36, Some("2026-03")).draw(Size::new(600, 230), SE));
}

#[test]
fn bars_are_drawn_as_reviewed() {
    golden("bars", &bars("2025-06", 18, Some("2026-07")).draw(Size::new(992, 140), GB));
    golden("bars-36", &bars("2023-12", 36, Some("2026-07")).draw(Size::new(600, 140), GB));
}

#[test]
fn balances_are_drawn_as_reviewed() {
    let values: Vec<i64> = noise(11)
        .take(13)
        .scan(140_000, |sum, n| {
            Some({
                *sum += n * 120;
                *sum
            })
        })
        .collect();
    let drawn = |values: Vec<i64>, size| {
        let timeline = timeline("2025-11", 13, Some("2026-10"));
        Balances { timeline, values, said: Said::default() }.draw(size, GB)
    };
    golden("balances", &drawn(values, Size::new(520, 140)));
    golden("balances-below-zero", &drawn(vec![-40, -10, 20, 35], Size::new(300, 110)));
}

#[test]
fn areas_are_drawn_as_reviewed() {
    let plans = ["Business", "Team", "Starter"];
    let wide = Size::new(604, 230);
    golden("areas", &areas(&plans, "2025-11", 13, Some("2026-10")).draw(wide, GB));
    let many = ["Enterprise", "Business", "Team", "Starter", "Legacy", "Solo", "Free", "Trial"];
    golden("areas-many", &areas(&many, "2023-12", 36, Some("2026-10")).draw(wide, GB));
}

#[test]
fn sparks_are_drawn_as_reviewed() {
    let size = Size::new(172, 28);
    let rising = [24.0, 22.0, 19.0, 19.5, 17.0, 14.0, 12.0, 11.0, 9.0, 8.0, 6.0].map(|n: f64| -n);
    golden("spark", &spark(&rising, true, None).draw(size));
    golden("spark-target", &spark(&[84.0, 86.0, 85.0, 83.0, 84.0], false, Some(85.0)).draw(size));
}

#[test]
fn steps_are_drawn_as_reviewed() {
    let changes = vec![
        step("2025-01-19", 18_900, ""),
        step("2025-06-02", 14_900, "−€40"),
        step("2026-09-12", 20_400, "+€55"),
        step("2026-09-20", 21_900, "+€15"),
    ];
    golden("steps", &steps(changes).draw(Size::new(600, 150), GB));
}

#[test]
fn a_chart_without_periods_is_empty_and_has_no_marks() {
    let size = Size::new(600, 200);
    let charts = [
        movements("2026-01", 0, None).draw(size, GB),
        rates("2026-01", 0, None).draw(size, GB),
        bars("2026-01", 0, None).draw(size, GB),
        areas(&[], "2026-01", 0, None).draw(size, GB),
        spark(&[], false, None).draw(size),
        spark(&[], true, None).draw(size),
        steps(Vec::new()).draw(size, GB),
    ];
    for chart in charts {
        assert!(chart.marks.is_empty());
        assert_eq!((chart.width, chart.height), (600, 200));
    }
}

#[test]
fn every_number_of_periods_and_every_size_can_be_drawn() {
    for (width, height) in [(0, 0), (120, 40), (600, 200), (4000, 2000)] {
        let size = Size::new(width, height);
        for count in [1, 2, 13, 300] {
            let places = usize::try_from(count).unwrap();
            for selected in [None, Some("2020-01"), Some("1999-01")] {
                let first = "2020-01";
                assert_eq!(movements(first, count, selected).draw(size, GB).marks.len(), places);
                assert_eq!(rates(first, count, selected).draw(size, GB).marks.len(), places);
                assert_eq!(bars(first, count, selected).draw(size, GB).marks.len(), places);
                let areas = areas(&["A", "B"], first, count, selected);
                assert_eq!(areas.draw(size, GB).marks.len(), places);
            }
        }
        let level = spark(&[1.0], true, None).draw(size);
        assert!(level.svg.contains("circle"));
        steps(vec![step("2026-11-20", 0, "")]).draw(size, GB);
    }
}

#[test]
fn other_grains_have_their_own_ticks() {
    let chart = bars("2025-Q2", 7, None).draw(Size::new(600, 140), GB);
    assert!(chart.svg.contains(">Q2 2025<") && chart.svg.contains(">Q1 2026<"));
    let weeks = bars("2026-W01", 20, None).draw(Size::new(600, 140), GB);
    assert_eq!(weeks.marks[0].key, "2026-W01");
    assert_eq!(weeks.marks[0].title, "week 1, 2026");
}

#[test]
fn marks_lie_side_by_side_over_the_whole_height() {
    let chart = movements("2025-11", 13, None).draw(Size::new(645, 304), GB);
    for pair in chart.marks.windows(2) {
        assert!((pair[0].x + pair[0].width - pair[1].x).abs() < 0.11);
    }
    assert!(chart.marks.iter().all(|mark| mark.y == 0.0 && mark.height == 304.0));
    assert_eq!(chart.marks[2].key, "2026-01");
    assert_eq!(chart.marks[2].title, "January 2026");
}

#[test]
fn more_than_six_plans_become_five_and_the_rest() {
    let many = ["A", "B", "C", "D", "E", "F", "G"];
    let mut few = areas(&many[..6], "2026-01", 6, None);
    let chart = areas(&many, "2026-01", 6, None).draw(Size::new(900, 600), GB);
    assert!(chart.svg.contains(">Other<") && !chart.svg.contains(">F<"));
    few.areas[0].values = vec![0; 6];
    let without = few.draw(Size::new(900, 600), GB);
    assert!(!without.svg.contains(">A<"), "a plan nobody pays has no area");
}

#[test]
fn the_view_is_told_where_an_axis_starts() {
    let size = Size::new(640, 230);
    let rates = rates("2025-05", 19, None);
    assert_eq!(rates.axis_start(size, GB).as_deref(), Some("88%"));
    let half = RateSeries {
        label: String::new(),
        role: Role::Accent,
        values: vec![Ratio::of(0, 10), Ratio::of(9, 10)],
    };
    let from_zero = Rates {
        timeline: timeline("2026-01", 2, None),
        series: vec![half],
        target: None,
        said: Said::default(),
    };
    assert_eq!(from_zero.axis_start(size, GB), None);
}

#[test]
fn drawings_use_only_what_the_window_admits() {
    const ELEMENTS: [&str; 7] = ["svg", "rect", "polyline", "polygon", "circle", "text", "line"];
    let chart = movements("2025-11", 13, Some("2026-10")).draw(Size::new(645, 304), GB);
    for tag in chart.svg.split('<').skip(1).map(|piece| piece.trim_start_matches('/')) {
        let name = tag.split([' ', '>', '/']).next().unwrap();
        assert!(ELEMENTS.contains(&name), "{name}");
    }
    assert!(!chart.svg.contains("style=") && !chart.svg.contains('#'), "every colour is a role");
    assert!(!with_colours(&chart.svg, Theme::Dark).contains("var("));
}

#[test]
fn five_years_are_drawn_before_anyone_notices() {
    let draw = || movements("2021-12", 60, Some("2026-10")).draw(Size::new(1024, 304), GB);
    draw();
    let best = (0..20).map(|_| {
        let began = std::time::Instant::now();
        let chart = draw();
        assert_eq!(chart.marks.len(), 60);
        began.elapsed()
    });
    let best = best.min().unwrap();
    // An optimised build takes about 1 ms; the bound is for a busy machine and nothing
    // optimised.
    assert!(best.as_millis() < 60, "{best:?}");
}

fn place(label: &str) -> Place {
    Place { key: label.to_owned(), label: label.to_owned(), ..Place::default() }
}

#[test]
fn a_distribution_has_a_bar_for_every_score_in_the_colour_of_its_group() {
    let counts = [1, 2, 1, 2, 3, 6, 12, 15, 26, 38, 41];
    let bar = |(score, count): (usize, &i64)| {
        let role = match score {
            0..=6 => Role::Detractor,
            7..=8 => Role::Passive,
            _ => Role::Promoter,
        };
        (place(&score.to_string()), role, *count)
    };
    let bars = counts.iter().enumerate().map(bar).collect();
    let chart = Distribution { bars, said: Said::default() };
    let drawn = chart.clone().draw(Size::new(420, 130), GB);
    assert_eq!(drawn.marks.len(), 11);
    golden("distribution", &drawn);
    golden("distribution-narrow", &chart.draw(Size::new(160, 90), SE));
}

#[test]
fn waves_have_their_margins_and_the_unfinished_one_is_dotted() {
    let scores =
        [(22.0, 14.0), (27.0, 12.0), (25.0, 13.0), (31.0, 11.0), (29.0, 11.0), (35.0, 12.0)];
    let points = |names: [&str; 6]| {
        let point = |(at, (score, margin)): (usize, (f64, f64))| WavePoint {
            place: place(names[at]),
            value: (at != 2).then_some(score),
            interval: (at != 2).then_some((score - margin, score + margin)),
            finished: at < 5,
        };
        scores.into_iter().enumerate().map(point).collect::<Vec<_>>()
    };
    let waves = |names, selected, signed| Waves {
        points: points(names),
        selected,
        signed,
        said: Said::default(),
    };
    let short = ["Q3", "Q4", "Q1 2026", "Q2", "Q3", "Q4"];
    golden("waves", &waves(short, Some(5), true).draw(Size::new(420, 170), GB));
    let long = ["Spring fair 2025", "Summer 2025", "Autumn 2025", "Winter", "Summer 2026", "Now"];
    golden("waves-names", &waves(long, None, false).draw(Size::new(420, 170), SE));
    let none = Waves { points: Vec::new(), selected: None, signed: true, said: Said::default() };
    assert!(none.draw(Size::new(420, 170), GB).marks.is_empty());
}
