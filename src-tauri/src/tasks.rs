//! Long work that the window watches and can stop. The window names each task; the name lives as long as the work.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use nexus_app::{App, AppError, Task};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, Manager as _};
use tauri_specta::Event;

use crate::error::Answer;
use crate::state::Shell;

/// The window is told no more often than this.
const BETWEEN: Duration = Duration::from_millis(80);

/// How far a task is.
#[derive(Debug, Clone, Serialize, Deserialize, Type, Event)]
pub struct Progressed {
    /// The name that the window gave it.
    pub task: String,
    /// Steps done.
    pub done: u32,
    /// Steps in all.
    pub of: u32,
}

/// The tasks that are under way.
#[derive(Default)]
pub struct Tasks(Mutex<HashMap<String, Task>>);

impl Tasks {
    /// Stops a task. One that ended meanwhile is none of our business.
    pub fn stop(&self, name: &str) {
        if let Some(task) = self.lock().get(name) {
            task.stop();
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<String, Task>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Does long work off the window's thread; the window is told under `name` how far it is.
pub async fn run<T: Send + 'static>(
    window: &AppHandle,
    name: &str,
    work: impl FnOnce(&App, &Task) -> Result<T, AppError> + Send + 'static,
) -> Answer<T> {
    let task = watched(window.clone(), name.to_owned());
    let tasks = window.state::<Tasks>();
    tasks.lock().insert(name.to_owned(), task.clone());
    let done = window.state::<Shell>().read(move |app| work(app, &task)).await;
    tasks.lock().remove(name);
    done
}

fn watched(window: AppHandle, name: String) -> Task {
    let last: Mutex<Option<Instant>> = Mutex::new(None);
    Task::watched(move |done, of| {
        let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
        let soon = last.is_some_and(|last| last.elapsed() < BETWEEN);
        if soon && done < of {
            return;
        }
        *last = Some(Instant::now());
        let told = Progressed {
            task: name.clone(),
            done,
            of,
        };
        if let Err(error) = told.emit(&window) {
            tracing::warn!(%error, "the window could not be told how far a task is");
        }
    })
}
