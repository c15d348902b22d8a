//! What the commands share: the home of the app and the workspace that is open.

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use nexus_app::settings::{self, Home, OpenInput, OpenedView, Preferences, RestoredView, SecretInput};
use nexus_app::{App, AppError, ChangedView, Clock, Done, Workspace};
use tauri::AppHandle;
use tauri_specta::Event as _;

use crate::bindings::Changed;
use crate::error::{Answer, CommandError};

/// How long a step that still runs may take until the workspace is put aside.
const PATIENCE: Duration = Duration::from_secs(20);

/// The state of the shell.
pub struct Shell {
    home: Home,
    app: RwLock<Option<Arc<App>>>,
    /// Why the workspace of the last time could not be opened.
    refused: RwLock<Option<CommandError>>,
    /// Why the last backup could not be made.
    backup_problem: RwLock<Option<CommandError>>,
    /// Asks for the backup of the day.
    backups: Sender<()>,
}

impl Shell {
    /// Nothing open yet. Each message to `backups` asks for the backup of the day.
    pub fn new(home: Home, backups: Sender<()>) -> Self {
        Self {
            home,
            app: RwLock::new(None),
            refused: RwLock::new(None),
            backup_problem: RwLock::new(None),
            backups,
        }
    }

    /// The home of the app.
    pub fn home(&self) -> &Home {
        &self.home
    }

    /// Opens the workspace of the last time, and remembers why if that is refused.
    pub fn reopen(&self, preferences: &Preferences) {
        let Some(place) = &preferences.workspace else {
            return;
        };
        let place = Path::new(place);
        match settings::open(&self.home, place, &settings::by_itself(&self.home, place)) {
            Ok(workspace) => self.take_on(workspace, &preferences.author),
            Err(error) => self.refuse(Some(error.into())),
        }
    }

    /// Opens the workspace that somebody chose.
    pub fn open(&self, input: &OpenInput) -> Answer<OpenedView> {
        let (workspace, opened) = settings::open_chosen(&self.home, input)?;
        self.take_on(workspace, &self.home.preferences()?.author);
        Ok(opened)
    }

    /// Takes an open workspace and has its backup of the day made.
    fn take_on(&self, workspace: Workspace, author: &str) {
        self.take(workspace, author);
        // Without the thread of the backups there is nobody to ask, and the program is ending.
        let _ = self.backups.send(());
    }

    /// The workspace that is open, or was the last time.
    pub fn place(&self) -> Answer<PathBuf> {
        if let Ok(app) = self.app() {
            return Ok(app.ws().path().to_owned());
        }
        let last = self.home.preferences()?.workspace;
        last.map(PathBuf::from)
            .ok_or_else(|| CommandError::new("no-workspace", ""))
    }

    /// Puts a backup in the place of the workspace and opens it. `secret` is needed where none is open.
    pub fn restore(&self, id: &str, secret: Option<&SecretInput>) -> Answer<RestoredView> {
        let (home, place) = (&self.home, self.place()?);
        let with = secret.map(|secret| secret.unlock(home, &place));
        let open = self.app().ok();
        let key = match (&open, &with) {
            (Some(app), _) => app.ws().key().clone(),
            (None, Some(with)) => settings::unlock_backup(home, &place, id, with)?,
            (None, None) => settings::unlock_backup(home, &place, id, &settings::by_itself(home, &place))?,
        };
        let now = open.as_ref().map_or_else(|| Clock::Device.now(), |app| app.now());
        let was_open = open.is_some();
        drop(open);
        self.close()?;
        let restored = settings::restore(home, &place, id, &key, with.as_ref(), now);
        // Whether or not a backup is there now, a workspace that was open is open again.
        if restored.is_ok() || was_open {
            let workspace = settings::open_with(home, &place, &key)?;
            self.take_on(workspace, &home.preferences()?.author);
        }
        Ok(restored?)
    }

    /// Closes the open workspace once every step that works on it is done.
    pub fn close(&self) -> Answer<()> {
        let taken = self.app.write().unwrap_or_else(PoisonError::into_inner).take();
        let Some(mut app) = taken else {
            return Ok(());
        };
        let start = Instant::now();
        loop {
            app = match Arc::try_unwrap(app) {
                Ok(_) => return Ok(()),
                Err(app) => app,
            };
            if start.elapsed() > PATIENCE {
                *self.app.write().unwrap_or_else(PoisonError::into_inner) = Some(app);
                return Err(CommandError::new("workspace-working", ""));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Why the last backup could not be made.
    pub fn backup_problem(&self) -> Option<CommandError> {
        let problem = self.backup_problem.read();
        problem.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Remembers how the last backup went.
    pub fn backup_went(&self, problem: Option<CommandError>) {
        *self
            .backup_problem
            .write()
            .unwrap_or_else(PoisonError::into_inner) = problem;
    }

    /// Closes what is open, if anything is, and opens the workspace of the last time anew.
    pub fn again(&self) -> Answer<()> {
        self.close()?;
        self.reopen(&self.home.preferences()?);
        Ok(())
    }

    fn refuse(&self, error: Option<CommandError>) {
        *self.refused.write().unwrap_or_else(PoisonError::into_inner) = error;
    }

    /// Why the workspace of the last time could not be opened.
    pub fn refused(&self) -> Option<CommandError> {
        self.refused
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Puts an open workspace in place of the one before.
    pub fn take(&self, workspace: Workspace, author: &str) {
        let app = App::new(workspace, author, Clock::Device);
        *self.app.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(app));
        self.refuse(None);
    }

    /// The open workspace.
    pub fn app(&self) -> Answer<Arc<App>> {
        let open = self.app.read().unwrap_or_else(PoisonError::into_inner).clone();
        open.ok_or_else(|| CommandError::new("no-workspace", ""))
    }

    /// Reads off the window's thread.
    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&App) -> Result<T, AppError> + Send + 'static,
    ) -> Answer<T> {
        let app = self.app()?;
        blocking(move || work(&app).map_err(CommandError::from)).await
    }

    /// Writes off the window's thread, and tells every screen what changed.
    pub async fn act<T: Send + 'static>(
        &self,
        window: &AppHandle,
        work: impl FnOnce(&App) -> Result<Done<T>, AppError> + Send + 'static,
    ) -> Answer<T> {
        let done = self.read(work).await?;
        tell(window, done.changed);
        Ok(done.value)
    }
}

/// Runs `work` where waiting does no harm.
pub async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Answer<T> + Send + 'static) -> Answer<T> {
    match tauri::async_runtime::spawn_blocking(work).await {
        Ok(answer) => answer,
        Err(error) => Err(CommandError::new("panicked", &error.to_string())),
    }
}

/// Tells every screen what changed.
pub fn tell(window: &AppHandle, changed: ChangedView) {
    if changed.tables.is_empty() {
        return;
    }
    if let Err(error) = Changed(changed).emit(window) {
        tracing::error!(%error, "screens could not be told of a change");
    }
}
