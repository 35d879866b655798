//! Answers remembered for the few values a column repeats.

/// What was found out for each value of a cell. Made for a handful of values: it is searched from
/// the start, and forgets everything when there are too many.
pub(super) struct Memo<T> {
    seen: Vec<(Box<[u8]>, T)>,
}

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self { seen: Vec::new() }
    }
}

impl<T: Copy> Memo<T> {
    /// The answer for a cell, found out by `find` the first time.
    #[inline]
    pub(super) fn of(&mut self, cell: &[u8], find: impl FnOnce(&[u8]) -> T) -> T {
        if let Some((_, answer)) = self.seen.iter().find(|(value, _)| &**value == cell) {
            return *answer;
        }
        if self.seen.len() >= 64 {
            self.seen.clear();
        }
        let answer = find(cell);
        self.seen.push((cell.into(), answer));
        answer
    }
}
