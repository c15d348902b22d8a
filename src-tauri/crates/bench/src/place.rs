//! The workspaces that are measured: a sample of the chosen size and an empty one, thrown away at the end.

use std::path::{Path, PathBuf};

use nexus_app::programs::generate::{MADE_UP_AT, Scale, generate};
use nexus_app::programs::{SetupInput, set_up};
use nexus_app::settings::{self, Home, Unlock};
use nexus_app::{App, Clock};

use crate::{Failure, Result};

/// How much data is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// One cohort.
    S,
    /// 600 people.
    M,
    /// 20,000 people.
    L,
}

impl Size {
    /// The size of this letter.
    pub fn of(letter: &str) -> Option<Self> {
        match letter {
            "S" => Some(Self::S),
            "M" => Some(Self::M),
            "L" => Some(Self::L),
            _ => None,
        }
    }

    /// Its letter.
    pub fn letter(self) -> &'static str {
        match self {
            Self::S => "S",
            Self::M => "M",
            Self::L => "L",
        }
    }
}

/// Where the workspaces lie.
pub struct Place {
    folder: tempfile::TempDir,
    /// How they open.
    pub key: Unlock,
}

impl Place {
    /// Makes both workspaces.
    pub fn make(size: Size) -> Result<Self> {
        let folder = tempfile::tempdir().map_err(|source| Failure::File {
            path: std::env::temp_dir(),
            source,
        })?;
        let key = Unlock::KeyFile(folder.path().join("key"));
        let place = Self { folder, key };
        eprintln!("making the sample of size {}", size.letter());
        place.new_workspace(&place.empty(), 1)?;
        let app = place.new_workspace(&place.full(), 2)?;
        match size {
            Size::S => generate(&app, Scale::S, 1, |_| {})?,
            Size::M => generate(&app, Scale::M, 1, |_| {})?,
            Size::L => generate(&app, Scale::L, 1, |done| {
                if done % 100 == 0 {
                    eprintln!("{done} of {} cohorts", Scale::L.cohorts);
                }
            })?,
        }
        Ok(place)
    }

    fn new_workspace(&self, path: &Path, seed: u64) -> Result<App> {
        let workspace = settings::create(path, &self.key)?;
        let app = App::seeded(workspace, "Bench", Clock::Fixed(MADE_UP_AT), seed);
        let setup = SetupInput {
            facility: "Bench".to_owned(),
            zone: "America/Chicago".to_owned(),
        };
        set_up(&app, &setup)?;
        Ok(app)
    }

    /// A workspace without people.
    pub fn empty(&self) -> PathBuf {
        self.folder.path().join("empty.nexus")
    }

    /// The sample.
    pub fn full(&self) -> PathBuf {
        self.folder.path().join("full.nexus")
    }

    /// A file beside them.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The folder of the app's own files.
    pub fn home(&self) -> Home {
        Home::at(&self.file("home"))
    }

    /// The key file of both.
    pub fn key_file(&self) -> PathBuf {
        self.folder.path().join("key")
    }

    /// The sample, open to write.
    pub fn open(&self) -> Result<App> {
        let workspace = settings::open(&self.home(), &self.full(), &self.key)?;
        Ok(App::new(workspace, "Bench", Clock::Device))
    }
}
