//! What figures and triangles come to, kept for the views that show the same ones.
//!
//! Going from Overview to Retention asks for the same figures of the same segment: they are worked
//! out once. A book never changes, so neither does what is kept here; it goes with the book.

use super::Book;
use crate::Result;
use crate::metrics::{self, Measure, PeriodFigures, Scope, Triangle};
use crate::model::{Grain, Period};
use crate::segment::{Filter, Mask};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// How many segments are kept: a few that are gone back and forth between. Each holds up to eight
/// bytes a customer.
const KEPT: usize = 4;

/// Of one segment and one length of period.
#[derive(Debug)]
pub struct Reckoned {
    /// Whose figures these are; none is everyone.
    pub members: Option<Mask>,
    /// The period of the first paying day, or of the as-of date before there is one.
    pub first: Period,
    /// The figures of every period from `first` to the one of the as-of date.
    pub figures: Vec<PeriodFigures>,
    triangles: [OnceLock<Triangle>; 3],
}

/// The last few, the latest first.
#[derive(Debug, Default)]
pub(super) struct Shelf(Mutex<Vec<Kept>>);

/// What was asked, and what it came to.
type Kept = ((Grain, Filter), Arc<Reckoned>);

impl Book {
    /// The figures of a segment by periods of one length.
    ///
    /// # Errors
    /// An attribute the filter names that nobody has.
    pub fn reckoned(&self, grain: Grain, filter: Filter) -> Result<Arc<Reckoned>> {
        let key = (grain, filter);
        if let Some(known) = self.shelf.find(&key) {
            return Ok(known);
        }
        let reckoned = Arc::new(Reckoned::new(self, grain, &key.1)?);
        self.shelf.put(key, &reckoned);
        Ok(reckoned)
    }
}

impl Reckoned {
    fn new(book: &Book, grain: Grain, filter: &Filter) -> Result<Self> {
        let everyone = filter.is_everyone();
        let members = if everyone { None } else { Some(book.mask(filter)?) };
        let start = book.ledger.first_paid.filter(|day| *day <= book.as_of).unwrap_or(book.as_of);
        let first = Period::of(grain, start);
        let last = Period::of(grain, book.as_of);
        let scope = Scope::new(&book.ledger, book.as_of).within(members.as_ref());
        let figures = metrics::figures(&scope, grain, Some(first), Some(last));
        Ok(Self { members, first, figures, triangles: Default::default() })
    }

    /// The cohorts with this measure, or customers, which every triangle holds.
    pub fn triangle(&self, book: &Book, measure: Measure) -> &Triangle {
        let place = match measure {
            Measure::Customers | Measure::NetMrr => 0,
            Measure::GrossMrr => 1,
            Measure::Seats => 2,
        };
        self.triangles[place].get_or_init(|| {
            let scope = Scope::new(&book.ledger, book.as_of).within(self.members.as_ref());
            Triangle::new(&scope, self.first.grain(), measure)
        })
    }
}

impl Shelf {
    fn find(&self, key: &(Grain, Filter)) -> Option<Arc<Reckoned>> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let at = kept.iter().position(|(known, _)| known == key)?;
        kept[..=at].rotate_right(1);
        kept.first().map(|(_, reckoned)| reckoned.clone())
    }

    fn put(&self, key: (Grain, Filter), reckoned: &Arc<Reckoned>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.truncate(KEPT - 1);
        kept.insert(0, (key, reckoned.clone()));
    }
}
