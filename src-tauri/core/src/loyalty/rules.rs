//! The rules of every day, ready to be played.

use super::members::Spans;
use super::programme::{Membership, Programme, Qualifier, Version};
use crate::model::Day;

/// Every version of a programme with who belongs to the segments it names, the earliest first.
/// Before the first there is no programme and nobody is a member.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    played: Vec<Played>,
    pub(super) needs: Needs,
}

/// One version, ready to be played.
#[derive(Clone, Debug)]
pub(super) struct Played {
    pub(super) from: Day,
    pub(super) programme: Programme,
    /// When who belongs to the segment of its members; none where they are of no segment.
    pub(super) segment: Option<Spans>,
}

/// What has to be followed because some version asks for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Needs {
    /// By measure, in the order of `Qualifier`.
    pub(super) measures: [bool; 4],
    /// Full months as a customer.
    pub(super) months: bool,
    pub(super) birthdays: bool,
    pub(super) anniversaries: bool,
}

impl Rules {
    /// Versions in any order; of two from one day the later one in the list holds. `spans` tells
    /// who belongs to a segment, and when.
    ///
    /// # Errors
    /// What `spans` gives.
    pub fn new<E>(
        versions: Vec<Version>,
        mut spans: impl FnMut(&str) -> Result<Spans, E>,
    ) -> Result<Self, E> {
        let mut played: Vec<Played> = Vec::with_capacity(versions.len());
        for Version { from, programme } in versions {
            let segment = match &programme.members {
                Membership::Segment(filter) => Some(spans(filter)?),
                Membership::Everybody | Membership::Joined => None,
            };
            played.retain(|other| other.from != from);
            played.push(Played { from, programme, segment });
        }
        played.sort_by_key(|version| version.from);
        let needs = Needs::of(&played);
        Ok(Self { played, needs })
    }

    /// Versions of which none names a segment; one that does has no members.
    pub fn plain(versions: Vec<Version>) -> Self {
        let nobody = |_: &str| Ok::<_, std::convert::Infallible>(Spans::default());
        match Self::new(versions, nobody) {
            Ok(rules) => rules,
            Err(never) => match never {},
        }
    }

    /// The programme of a day; none before the first version.
    pub fn on(&self, day: Day) -> Option<&Programme> {
        self.place_on(day).map(|at| &self.played[at].programme)
    }

    /// The first day there is a programme.
    pub fn first(&self) -> Option<Day> {
        self.played.first().map(|version| version.from)
    }

    /// The same with another version from a day on, of members of these spans where it names a
    /// segment. What was to hold from a later day is dropped.
    #[must_use]
    pub fn with(&self, version: Version, segment: Option<Spans>) -> Self {
        let mut played = self.played.clone();
        played.retain(|other| other.from < version.from);
        played.push(Played { from: version.from, programme: version.programme, segment });
        let needs = Needs::of(&played);
        Self { played, needs }
    }

    pub(super) fn place_on(&self, day: Day) -> Option<usize> {
        self.played.partition_point(|version| version.from <= day).checked_sub(1)
    }

    pub(super) fn played(&self) -> &[Played] {
        &self.played
    }
}

impl Needs {
    fn of(played: &[Played]) -> Self {
        let mut needs = Self::default();
        for Played { programme, .. } in played {
            let measure = programme.qualification.measure;
            needs.measures[measure as usize] = true;
            needs.months |= programme.earn.per_month > 0 || measure == Qualifier::Months;
            needs.birthdays |= programme.earn.birthday > 0;
            needs.anniversaries |= programme.earn.anniversary > 0;
        }
        needs
    }
}
