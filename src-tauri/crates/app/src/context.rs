//! The open workspace with the person who uses it and the clock: what every use-case works on.

use std::sync::{Mutex, PoisonError, RwLock};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use nexus_domain::seed::Seed;
use nexus_store::{ActionMeta, Read, Workspace, Write, programs};
use uuid::Uuid;

use crate::programs::Finder;
use crate::{AppError, Done, Result};

/// Where the time comes from.
#[derive(Debug, Clone, Copy)]
pub enum Clock {
    /// The clock of the device.
    Device,
    /// One instant, for tests and sample data.
    Fixed(DateTime<Utc>),
}

impl Clock {
    /// The present instant.
    pub fn now(self) -> DateTime<Utc> {
        match self {
            Self::Device => Utc::now(),
            Self::Fixed(instant) => instant,
        }
    }
}

/// Where the ids of new records come from.
enum Ids {
    /// The clock and the randomness of the device.
    Device,
    /// A seed; each id is a millisecond younger than the one before.
    Seeded(Mutex<(Seed, DateTime<Utc>)>),
}

/// An open workspace, who uses it, and the clock.
pub struct App {
    workspace: Workspace,
    author: RwLock<String>,
    clock: Clock,
    finder: Finder,
    ids: Ids,
}

impl App {
    /// Takes over an open workspace for a person.
    pub fn new(workspace: Workspace, author: &str, clock: Clock) -> Self {
        Self {
            workspace,
            author: RwLock::new(author.to_owned()),
            clock,
            finder: Finder::default(),
            ids: Ids::Device,
        }
    }

    /// As [`App::new`], but ids follow from a seed, so that the same work makes the same records. Never for
    /// what a person enters: two facilities with the same seed would make the same ids.
    pub fn seeded(workspace: Workspace, author: &str, clock: Clock, seed: u64) -> Self {
        let app = Self::new(workspace, author, clock);
        let first = app.now();
        Self {
            ids: Ids::Seeded(Mutex::new((Seed::new(seed), first))),
            ..app
        }
    }

    /// The workspace.
    pub fn ws(&self) -> &Workspace {
        &self.workspace
    }

    /// The person whose actions these are.
    pub fn author(&self) -> String {
        self.author.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Lets another person go on; their undo starts with their own actions.
    pub fn set_author(&self, name: &str) {
        name.clone_into(&mut self.author.write().unwrap_or_else(PoisonError::into_inner));
    }

    /// What was read to find records.
    pub(crate) fn finder(&self) -> &Finder {
        &self.finder
    }

    /// The present instant.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// The present day at the facility.
    ///
    /// # Errors
    /// Those of the store.
    pub fn today(&self, r: &Read<'_>) -> Result<NaiveDate> {
        let zone = programs::facility(r)?.map_or(chrono_tz::UTC, |facility| facility.zone);
        Ok(self.now().with_timezone(&zone).date_naive())
    }

    /// An id for a new record.
    pub fn new_id(&self) -> Uuid {
        match &self.ids {
            Ids::Device => Uuid::now_v7(),
            Ids::Seeded(ids) => {
                let (seed, at) = &mut *ids.lock().unwrap_or_else(PoisonError::into_inner);
                *at += TimeDelta::milliseconds(1);
                seed.id(*at)
            }
        }
    }

    /// Runs `work` as one action: one step of undo, one refresh.
    ///
    /// `kind` is `<feature>.<verb>`, whose words are the message `action-<feature>-<verb>`; `detail`
    /// helps to recognise the step.
    ///
    /// # Errors
    /// Those of `work` and of the store; nothing is kept then.
    pub fn act<T>(
        &self,
        kind: &'static str,
        detail: &str,
        work: impl FnOnce(&Write<'_>) -> Result<T>,
    ) -> Result<Done<T>> {
        let author = self.author();
        let meta = ActionMeta {
            author: &author,
            kind,
            detail,
            now: self.now(),
        };
        let (value, changed) = self.workspace.transact::<T, AppError>(&meta, work)?;
        Ok(Done {
            value,
            changed: changed.into(),
        })
    }
}
