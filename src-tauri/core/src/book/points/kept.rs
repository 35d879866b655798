//! What was worked out over everybody on days that were asked for last. A few are kept: going back
//! and forth between two days, or scrolling through a list, is not to replay everybody each time.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// A value that is worked out by whoever asks first; who asks meanwhile waits for it.
pub(super) type Slot<V> = Arc<OnceLock<Arc<V>>>;

/// Slots by key, the latest first.
#[derive(Debug)]
pub(in super::super) struct Kept<K, V>(Mutex<Vec<(K, Slot<V>)>>);

impl<K, V> Default for Kept<K, V> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Copy + PartialEq, V> Kept<K, V> {
    /// The slot of a key. Of the others so many of the latest stay that there are no more than
    /// `most`.
    pub(super) fn slot(&self, key: K, most: usize) -> Slot<V> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match kept.iter().position(|(known, _)| *known == key) {
            Some(at) => kept[..=at].rotate_right(1),
            None => {
                kept.truncate(most.saturating_sub(1));
                kept.insert(0, (key, Slot::default()));
            }
        }
        kept.first().map(|(_, slot)| Arc::clone(slot)).unwrap_or_default()
    }

    /// The same after something changed: what `next` makes of each value; where that is none it is
    /// worked out anew when it is asked for.
    pub(super) fn after(&self, next: impl Fn(K, &Arc<V>) -> Option<Arc<V>>) -> Self {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = kept.iter().filter_map(|(key, slot)| Some((*key, slot.get()?)));
        let next = known.filter_map(|(key, value)| {
            let value = next(key, value)?;
            Some((key, Slot::new(OnceLock::from(value))))
        });
        Self(Mutex::new(next.collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ones_asked_for_last_stay() {
        let kept: Kept<u32, u32> = Kept::default();
        let ask = |key: u32| {
            let mut is_new = false;
            kept.slot(key, 3).get_or_init(|| {
                is_new = true;
                Arc::new(key * 10)
            });
            is_new
        };
        assert_eq!([1, 2, 3, 1, 4, 1, 2].map(ask), [true, true, true, false, true, false, true]);
    }

    #[test]
    fn what_a_change_touches_is_made_anew_and_the_rest_is_shared() {
        let kept: Kept<u32, u32> = Kept::default();
        for key in [1, 2, 3] {
            kept.slot(key, 3).get_or_init(|| Arc::new(key * 10));
        }
        let next = kept.after(|key, value| match key {
            1 => None,
            2 => Some(Arc::new(**value + 1)),
            _ => Some(Arc::clone(value)),
        });
        let held = |kept: &Kept<u32, u32>, key| kept.slot(key, 3).get().map(|value| **value);
        assert_eq!([1, 2, 3].map(|key| held(&next, key)), [None, Some(21), Some(30)]);
        assert_eq!([1, 2, 3].map(|key| held(&kept, key)), [Some(10), Some(20), Some(30)]);
    }
}
