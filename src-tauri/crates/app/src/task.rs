//! Long work that says how far it is and can be stopped.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::{AppError, Result};

/// Who is told how far the work is: steps done, and steps in all.
type Tell = dyn Fn(u32, u32) + Send + Sync;

/// A piece of long work: it calls [`Task::step`] often enough that stopping it takes no visible time.
#[derive(Clone, Default)]
pub struct Task {
    stopped: Arc<AtomicBool>,
    tell: Option<Arc<Tell>>,
}

impl Task {
    /// Work that nobody watches and nobody stops.
    pub fn unwatched() -> Self {
        Self::default()
    }

    /// Work whose progress `tell` is given: steps done, and steps in all.
    pub fn watched(tell: impl Fn(u32, u32) + Send + Sync + 'static) -> Self {
        Self {
            stopped: Arc::default(),
            tell: Some(Arc::new(tell)),
        }
    }

    /// Asks the work to end at its next step.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// Goes on, unless somebody asked the work to end.
    ///
    /// # Errors
    /// [`AppError::Stopped`] once somebody did.
    pub fn check(&self) -> Result<()> {
        if self.stopped.load(Ordering::Relaxed) {
            return Err(AppError::Stopped);
        }
        Ok(())
    }

    /// So much is done.
    ///
    /// # Errors
    /// [`AppError::Stopped`] once somebody asked for it: the work gives up and leaves nothing behind.
    pub fn step(&self, done: u32, of: u32) -> Result<()> {
        self.check()?;
        if let Some(tell) = &self.tell {
            tell(done, of);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    #[test]
    fn work_ends_at_the_step_after_it_was_stopped() {
        let told = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&told);
        let task = Task::watched(move |done, of| log.lock().unwrap().push((done, of)));
        let hand = task.clone();
        assert!(task.step(1, 3).is_ok());
        hand.stop();
        assert!(matches!(task.step(2, 3), Err(AppError::Stopped)));
        assert_eq!(*told.lock().unwrap(), [(1, 3)]);
    }
}
