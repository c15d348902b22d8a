//! Long work.

use tauri::State;

use crate::error::Answer;
use crate::tasks::Tasks;

/// Stops the task of this name, if it is still under way.
#[tauri::command]
#[specta::specta]
pub async fn task_stop(tasks: State<'_, Tasks>, name: String) -> Answer<()> {
    tasks.stop(&name);
    Ok(())
}
