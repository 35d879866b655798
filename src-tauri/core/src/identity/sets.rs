//! Sets that grow together.

/// Places that belong together, each set known by one of them.
#[derive(Clone, Debug)]
pub(super) struct Sets(Vec<usize>);

impl Sets {
    /// So many places, each by itself.
    pub(super) fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    /// The place a set is known by.
    pub(super) fn of(&self, mut place: usize) -> usize {
        while self.0[place] != place {
            place = self.0[place];
        }
        place
    }

    /// Makes one of two sets.
    pub(super) fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.short(one), self.short(other));
        self.0[one.max(other)] = one.min(other);
    }

    /// As [`Sets::of`], and the way there is shorter the next time.
    fn short(&mut self, place: usize) -> usize {
        let root = self.of(place);
        let mut at = place;
        while self.0[at] != root {
            at = std::mem::replace(&mut self.0[at], root);
        }
        root
    }
}
