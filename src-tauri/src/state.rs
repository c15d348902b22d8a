//! What the commands share: the home of the app and the workspace that is open.

use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock};

use nexus_app::settings::{self, Home, Preferences};
use nexus_app::{App, AppError, ChangedView, Clock, Done, Workspace};
use tauri::AppHandle;
use tauri_specta::Event as _;

use crate::bindings::Changed;
use crate::error::{Answer, CommandError};

/// The state of the shell.
pub struct Shell {
    home: Home,
    app: RwLock<Option<Arc<App>>>,
    /// Why the workspace of the last time could not be opened.
    refused: RwLock<Option<CommandError>>,
}

impl Shell {
    /// Nothing open yet.
    pub fn new(home: Home) -> Self {
        Self {
            home,
            app: RwLock::new(None),
            refused: RwLock::new(None),
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
        match settings::open(
            Path::new(place),
            &settings::by_itself(&self.home, Path::new(place)),
        ) {
            Ok(workspace) => self.take(workspace, &preferences.author),
            Err(error) => self.refuse(Some(error.into())),
        }
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
