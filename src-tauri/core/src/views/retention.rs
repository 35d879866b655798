//! Retention: rates with their formula, and the cohort triangle.

use super::cohorts::{self, CohortRate};
use super::figure::figure_at;
use super::frame::Frame;
use super::{Query, RetentionView, charts, fraction, metric};
use crate::Result;
use crate::book::Book;
use crate::chart::Size;
use crate::metrics::Measure;
use crate::voice::Voice;

/// Height of the chart, in CSS pixels.
const HEIGHT: u32 = 240;

/// The retention view; `month` is the period that was opened.
///
/// # Errors
/// An attribute the segment names that nobody has.
pub fn retention(
    book: &Book,
    query: &Query,
    month: Option<&str>,
    measure: Measure,
    rate: CohortRate,
    voice: &Voice,
) -> Result<RetentionView> {
    let frame = Frame::new(book, query)?;
    let selected = frame.selected(month);
    let size = Size::new(charts::two_thirds(&frame), HEIGHT);
    // The triangle beside the drawing: a second core halves the wait.
    let ((drawn, axis_note), cohorts) = rayon::join(
        || {
            let rates = charts::retention(&frame, selected, true, voice);
            let note = rates
                .axis_start(size, *voice)
                .map(|value| voice.say("chart-axis-from", &[("value", value.into())]));
            (rates.draw(size, *voice), note)
        },
        || cohorts::triangle(&frame, measure, rate, voice),
    );
    let figures =
        [&metric::CHURN, &metric::GROSS_CHURN, &metric::NET_CHURN, &metric::NRR, &metric::GRR];
    Ok(RetentionView {
        revision: book.revision,
        bar: frame.bar(voice),
        notices: frame.notices(voice),
        figures: figures.map(|metric| figure_at(&frame, metric, selected, voice)).into(),
        rate: drawn,
        axis_note,
        fractions: fraction::retentions(&frame, selected, voice),
        cohorts,
    })
}
