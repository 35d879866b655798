//! The book and the segment figures are asked of.

use crate::args::{Arguments, Scope};
use crate::stop::Stop;
use crate::{clock, place};
use holdfast_core::Error;
use holdfast_core::book::Book;
use holdfast_core::model::Day;
use holdfast_core::segment::{self, Mask};
use holdfast_core::store::{self, setting};
use holdfast_core::voice::Voice;
use std::path::Path;

/// The book of the workspace, seen from the day that was given, that the workspace fixes, or today.
/// What the files say of customers is in it where a segment may ask for it.
pub(crate) fn book(arguments: &Arguments, scope: &Scope, voice: &Voice) -> Result<Book, Stop> {
    let load = if scope.segment.is_some() { Book::load_with_attributes } else { Book::load };
    read(arguments, scope, voice, load)
}

/// The same with everything the files say of customers.
pub(crate) fn whole_book(
    arguments: &Arguments,
    scope: &Scope,
    voice: &Voice,
) -> Result<Book, Stop> {
    read(arguments, scope, voice, Book::load_with_attributes)
}

fn read(
    arguments: &Arguments,
    scope: &Scope,
    voice: &Voice,
    load: fn(&Path, Day, u64) -> holdfast_core::Result<Book>,
) -> Result<Book, Stop> {
    let path = place::existing(arguments, voice)?;
    let open = || {
        let settings = setting::read(&store::open_reading(&path)?)?;
        load(&path, clock::today(&settings.time_zone), 0)
    };
    let mut book = open().map_err(Stop::Opening)?;
    book.as_of = scope.as_of.unwrap_or(book.as_of);
    Ok(book)
}

/// The members of the segment that was given; none is everyone.
pub(crate) fn segment(book: &Book, scope: &Scope, voice: &Voice) -> Result<Option<Mask>, Stop> {
    let Some(text) = &scope.segment else { return Ok(None) };
    let mask = segment::parse(text).map_err(Error::from).and_then(|filter| book.mask(&filter));
    mask.map(Some).map_err(|error| Stop::Usage(error.message(voice)))
}
