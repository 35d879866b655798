//! What is read of an open workspace at one moment, all of it immutable.
//!
//! A command takes one book at its start and uses it to the end; a write builds the next one.

mod answers;
mod directory;
mod feedback;
mod image;
mod labels;
mod late;
mod load;
mod points;
mod postings;
mod reckoned;
mod roll;
#[cfg(test)]
mod tests;

use crate::Result;
use crate::ledger::{Attribute, Ledger};
use crate::loyalty::Standings;
use crate::model::Day;
use crate::store::Settings;
use image::Place;
use late::Late;
use load::Told;
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

pub use answers::{ASKING, Answers, Wave};
pub use directory::{Directory, Person};
pub use feedback::{Comment, Feedback, Wish};
pub use points::{
    Introductions, Loyal, LoyaltyFigures, MemberFigures, Offer, PointFigures, Points, TierFigures,
};
pub(crate) use points::{SPLICED, Touched};
pub use reckoned::Reckoned;
pub use roll::RollEntry;

/// The state of a workspace at one revision, seen from one day.
#[derive(Clone, Debug)]
pub struct Book {
    /// Counts the writes since the workspace was opened: figures and the lists behind them belong
    /// together when it is the same.
    pub revision: u64,
    /// The day everything is seen from; its state is included.
    pub as_of: Day,
    /// Name, currency, time zone, rules and targets.
    pub settings: Settings,
    /// Customers and what they were worth when.
    pub ledger: Arc<Ledger>,
    path: PathBuf,
    directory: Arc<Late<Directory>>,
    labels: Arc<Late<Vec<Attribute>>>,
    answers: Arc<Late<Answers>>,
    feedback: Arc<Late<Feedback>>,
    offer: Arc<Late<Offer>>,
    referrals: Arc<Late<Introductions>>,
    points: Arc<Late<Points>>,
    standings: Arc<OnceLock<Arc<Standings>>>,
    days: Arc<points::Days>,
    shelf: Arc<reckoned::Shelf>,
    postings: Arc<postings::Shelf>,
    /// Where an image of it has to be kept, and of which moment.
    image: Option<(Place, u64)>,
}

impl Book {
    /// Reads the whole book of a workspace file, a large one on two threads. Of what the files say
    /// of customers it holds the country.
    ///
    /// # Errors
    /// What SQLite gives; `Damaged` where something stored makes no sense.
    pub fn load(path: &Path, today: Day, revision: u64) -> Result<Self> {
        Self::read(path, today, revision, Told::Country, None)
    }

    /// The same with all the files say of customers, for filters that ask for it.
    ///
    /// # Errors
    /// As [`Book::load`].
    pub fn load_with_attributes(path: &Path, today: Day, revision: u64) -> Result<Self> {
        Self::read(path, today, revision, Told::Everything, None)
    }

    /// As [`Book::load`], from the image in this folder where it is that of this moment. The folder
    /// is the program's own and only its owner's.
    ///
    /// # Errors
    /// As [`Book::load`].
    pub fn open(path: &Path, today: Day, revision: u64, images: &Path) -> Result<Self> {
        Self::read(path, today, revision, Told::Country, Some(Place::of(path, images)))
    }

    fn read(
        path: &Path,
        today: Day,
        revision: u64,
        told: Told,
        image: Option<Place>,
    ) -> Result<Self> {
        let reader = || crate::store::open_reading(path);
        let loaded = load::load(path, &reader()?, &mut reader()?, told, image.as_ref())?;
        Ok(Self {
            revision,
            as_of: loaded.settings.as_of.unwrap_or(today),
            settings: loaded.settings,
            ledger: Arc::new(loaded.ledger),
            path: path.to_owned(),
            directory: Arc::default(),
            labels: Arc::default(),
            answers: Arc::default(),
            feedback: Arc::default(),
            offer: Arc::default(),
            referrals: Arc::default(),
            points: Arc::default(),
            standings: Arc::default(),
            days: Arc::default(),
            shelf: Arc::default(),
            postings: Arc::default(),
            image: image.filter(|_| !loaded.from_image).map(|place| (place, loaded.moment)),
        })
    }

    /// Keeps an image of the book, so that it opens faster the next time: where it was opened with
    /// a folder for them, is large and was not itself read from one.
    ///
    /// # Errors
    /// Those of writing; the book is as good without.
    pub fn keep_image(&self) -> std::io::Result<()> {
        match &self.image {
            Some((place, moment)) => place.write(&self.ledger, *moment),
            None => Ok(()),
        }
    }

    /// The same book on another day: the ledger does not depend on it. What is paid a month is known
    /// up to the day, so points are read again.
    #[must_use]
    pub fn on(&self, today: Day) -> Self {
        let as_of = self.settings.as_of.unwrap_or(today);
        if as_of == self.as_of {
            return self.clone();
        }
        let (points, standings, days) = (Arc::default(), Arc::default(), Arc::default());
        Self { as_of, points, standings, days, shelf: Arc::default(), ..self.clone() }
    }

    /// How many customers there are on the day everything is seen from.
    pub fn customers_today(&self) -> i64 {
        let there = |customer: &u32| {
            let state = self.ledger.state_on(*customer, self.as_of);
            state.is_some_and(|state| self.ledger.states.is_present(state))
        };
        let all = 0..u32::try_from(self.ledger.len()).unwrap_or(u32::MAX);
        i64::try_from(all.filter(there).count()).unwrap_or(i64::MAX)
    }

    /// Names, mail addresses and keys; read when they are first asked for.
    pub fn directory(&self) -> Result<&Directory> {
        self.directory.get_or_read(|| Directory::load(&self.reader()?, &self.ledger))
    }

    /// Takes over which rows are whose from the book before a write that touched only these tables,
    /// and everybody's points where none of them is theirs: reading a large table again for one
    /// record would be felt.
    #[must_use]
    pub fn after(self, before: &Self, touched: &[&str]) -> Self {
        let postings = Arc::new(before.postings.without(touched));
        if before.as_of != self.as_of || touched.iter().any(|it| points::SOURCES.contains(it)) {
            return Self { postings, ..self };
        }
        let (points, standings) = (Arc::clone(&before.points), Arc::clone(&before.standings));
        let (offer, referrals) = (Arc::clone(&before.offer), Arc::clone(&before.referrals));
        let days = Arc::clone(&before.days);
        Self { postings, offer, referrals, points, standings, days, ..self }
    }

    /// Ids of the rows of a table that name one of these accounts in this column, by id. Who asks
    /// first has the whole table read for him; which rows are whose is read on a thread of its own
    /// meanwhile, for everybody after him.
    ///
    /// # Errors
    /// What SQLite gives.
    pub fn rows_of(
        &self,
        table: &'static str,
        column: &'static str,
        of: &[i64],
    ) -> Result<Vec<i64>> {
        let (slot, asked) = self.postings.slot(table, column);
        let mut ids: Vec<i64> = Vec::new();
        if let Some(postings) = slot.get() {
            ids.extend(of.iter().flat_map(|account| postings.of(*account)));
        } else {
            let conn = self.reader()?;
            for account in of {
                ids.extend(crate::store::record::ids_of(&conn, table, column, *account)?);
            }
            if !asked {
                let shelf = Arc::clone(&self.postings);
                std::thread::spawn(move || shelf.read(&slot, &conn, table, column));
            }
        }
        ids.sort_unstable();
        Ok(ids)
    }

    /// Surveys and answers; read when they are first asked for.
    pub fn answers(&self) -> Result<&Answers> {
        self.answers.get_or_read(|| Answers::load(&self.reader()?, &self.ledger))
    }

    /// Comments with their themes, and features that are missed; read when first asked for.
    pub fn feedback(&self) -> Result<&Feedback> {
        self.feedback.get_or_read(|| Feedback::load(&self.reader()?, &self.ledger, self.answers()?))
    }

    /// The next book after something was written of surveys and answers alone: of one answer, or of
    /// whatever. Money, names and figures stay the ones they were.
    ///
    /// # Errors
    /// What SQLite gives.
    pub fn with_answers(&self, answer: Option<i64>) -> Result<Self> {
        let next = Self {
            revision: self.revision + 1,
            answers: Arc::default(),
            feedback: Arc::default(),
            ..self.clone()
        };
        if let (Some(id), Some(known)) = (answer, self.answers.get()) {
            let answers = known.with(&self.reader()?, &self.ledger, id)?;
            next.answers.set(answers);
        }
        Ok(next)
    }

    /// A connection for what the book does not hold in memory, such as one customer's page.
    pub fn reader(&self) -> Result<Connection> {
        crate::store::open_reading(&self.path)
    }
}
