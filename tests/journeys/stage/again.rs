//! Starting the app anew on the same home, after it was closed or killed.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::terms::{Terms, allow_writing};
use super::{Process, Stage, Window};

/// How long an app may take to end after its driver.
const LEFT_BEHIND: std::time::Duration = std::time::Duration::from_secs(5);

impl Window {
    /// Closes the window, does something to its files, and starts the app again.
    pub async fn reopen(self, meanwhile: impl FnOnce()) -> Self {
        self.reopen_on(Terms::Free, meanwhile).await
    }

    /// As [`Window::reopen`], with a folder that can only be read until [`Window::allow_writing`].
    pub async fn reopen_read_only(self, folder: &Path) -> Self {
        self.reopen_on(Terms::ReadOnly(folder.to_owned()), || ()).await
    }

    /// Lets the app write to that folder again.
    pub fn allow_writing(&self, folder: &Path) {
        allow_writing(self.stage.app().expect("the app runs"), folder);
    }

    /// As [`Window::reopen`], with a folder on a small disk of its own, which [`Window::fill`] fills.
    pub async fn reopen_on_small_disk(self, folder: &Path) -> Self {
        self.reopen_on(Terms::SmallDisk(folder.to_owned()), || ()).await
    }

    async fn reopen_on(self, terms: Terms, meanwhile: impl FnOnce()) -> Self {
        let Self { client, name, stage } = self;
        client.close().await.unwrap();
        stage.again(name, terms, meanwhile).await
    }

    /// Kills the app as a power cut would, and starts it again.
    pub async fn kill(self) -> Self {
        let Self { client, name, stage } = self;
        let pid = stage.app().expect("the app runs").to_string();
        let killed = Command::new("kill").args(["-9", &pid]).status().unwrap();
        assert!(killed.success());
        // Its driver has nobody to talk to any more.
        drop(client);
        stage.again(name, Terms::Free, || ()).await
    }

    /// Leaves no room in a folder, as the app sees it; gives the file to remove for room again.
    pub fn fill(&self, folder: &Path) -> PathBuf {
        let app = self.stage.app().expect("the app runs");
        let inside = folder.strip_prefix("/").expect("a whole path");
        let filler = Path::new("/proc")
            .join(app.to_string())
            .join("root")
            .join(inside)
            .join("filler");
        let mut file = std::fs::File::create(&filler).unwrap();
        let full = std::io::copy(&mut std::io::repeat(7), &mut file).unwrap_err();
        assert_eq!(full.kind(), std::io::ErrorKind::StorageFull);
        filler
    }
}

impl Stage {
    async fn again(mut self, name: &'static str, terms: Terms, meanwhile: impl FnOnce()) -> Window {
        // The driver comes first; ending it ends the app if that still runs.
        self.processes.remove(0);
        let start = std::time::Instant::now();
        while let Some(app) = self.app() {
            // A driver that had no time to end it leaves it behind.
            if start.elapsed() > LEFT_BEHIND {
                let _ = Command::new("kill").args(["-9", &app.to_string()]).status();
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        meanwhile();
        let (driver, address) = Self::driver(&self.screen, self.folder.path(), &terms);
        self.processes.insert(0, Process(driver));
        Window::connect(
            self,
            address,
            name,
            env!("CARGO_BIN_EXE_nexus-facilitator").as_ref(),
        )
        .await
    }

    /// The process of this stage's app: the one with our program and our home.
    fn app(&self) -> Option<u32> {
        let program = PathBuf::from(env!("CARGO_BIN_EXE_nexus-facilitator"))
            .canonicalize()
            .ok();
        let home = format!("NEXUS_HOME={}", self.folder.path().join("home").display());
        let processes = std::fs::read_dir("/proc").unwrap().flatten();
        processes
            .filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok())
            .find(|pid| {
                let place = PathBuf::from(format!("/proc/{pid}"));
                let is_ours = std::fs::read(place.join("environ"))
                    .is_ok_and(|text| text.split(|byte| *byte == 0).any(|line| line == home.as_bytes()));
                is_ours && std::fs::read_link(place.join("exe")).ok() == program
            })
    }
}
