//! Revenue: MRR by plan, movements, what an average customer pays.

use super::figure::figure_at;
use super::frame::Frame;
use super::{Figure, Query, RevenueView, charts, metric, sum};
use crate::Result;
use crate::book::Book;
use crate::chart::Size;
use crate::model::Period;
use crate::voice::Voice;

/// Height of the charts, in CSS pixels.
const MRR: u32 = 200;
const MOVEMENTS: u32 = 216;

/// The revenue view; `month` is the period that was opened.
///
/// # Errors
/// An attribute the segment names that nobody has.
pub fn revenue(
    book: &Book,
    query: &Query,
    month: Option<&str>,
    voice: &Voice,
) -> Result<RevenueView> {
    let frame = Frame::new(book, query)?;
    let selected = frame.selected(month);
    let width = charts::full(&frame);
    Ok(RevenueView {
        revision: book.revision,
        bar: frame.bar(voice),
        notices: frame.notices(voice),
        figures: figures(&frame, selected, voice),
        mrr: charts::mrr_by_plan(&frame, selected, Size::new(width, MRR), voice),
        sum: sum::movements(&frame, selected, voice),
        movements: charts::movements(&frame, selected, Size::new(width, MOVEMENTS), voice),
    })
}

/// ARPA, ASP, quick ratio, ARR, committed MRR.
fn figures(frame: &Frame<'_>, period: Period, voice: &Voice) -> Vec<Figure> {
    let mut figures =
        [&metric::ARPA, &metric::ASP, &metric::QUICK_RATIO, &metric::ARR, &metric::COMMITTED]
            .map(|metric| figure_at(frame, metric, period, voice));
    let Some(now) = frame.at(period) else {
        return figures.into();
    };
    let money = |minor| voice.money(frame.money(minor));
    let over = |above: String, below: String| {
        voice.say("figure-over", &[("above", above.into()), ("below", below.into())])
    };
    let notes = [
        over(money(now.mrr_end), voice.count(now.customers_end)),
        over(money(now.new), voice.count(now.customers_new)),
        over(money(now.new + now.expansion + now.reactivation), money(now.contraction + now.churn)),
        voice.say("figure-arr-note", &[]),
        voice.say(
            "figure-committed-note",
            &[(
                "difference",
                voice.signed_money(frame.money(now.committed_mrr - now.mrr_end)).into(),
            )],
        ),
    ];
    for (figure, note) in figures.iter_mut().zip(notes) {
        // A figure that is absent says why instead.
        figure.note.get_or_insert(note);
    }
    figures.into()
}
