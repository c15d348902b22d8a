//! Starting the app anew on the same home, after it was closed or killed.

use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Process, Stage, Window};

/// The user without rights of their own.
const NOBODY: u32 = 65_534;

/// Gives a folder with all that is in it to somebody.
fn give(folder: &Path, user: u32) {
    std::os::unix::fs::chown(folder, Some(user), None).unwrap();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            give(&path, user);
        } else {
            std::os::unix::fs::lchown(&path, Some(user), None).unwrap();
        }
    }
}

impl Window {
    /// Closes the window, does something to its files, and starts the app again.
    pub async fn reopen(self, meanwhile: impl FnOnce()) -> Self {
        let Self { client, name, stage } = self;
        client.close().await.unwrap();
        stage.again(name, None, meanwhile).await
    }

    /// As [`Window::reopen`], as somebody whom permissions stop: the superuser runs the app as nobody then.
    pub async fn reopen_without_rights(self, meanwhile: impl FnOnce()) -> Self {
        let Self { client, name, stage } = self;
        client.close().await.unwrap();
        let is_superuser = std::fs::metadata("/proc/self").unwrap().uid() == 0;
        let user = is_superuser.then_some(NOBODY);
        let folder = stage.folder.path().to_owned();
        stage
            .again(name, user, || {
                if let Some(user) = user {
                    give(&folder, user);
                }
                meanwhile();
            })
            .await
    }

    /// From here on the app cannot make a file grow beyond so many bytes, as on a full disk; `unlimited` lifts it.
    pub fn limit_files(&self, bytes: &str) {
        let pid = self.stage.app().expect("the app runs").to_string();
        let limited = Command::new("prlimit")
            .args(["--pid", &pid, &format!("--fsize={bytes}:")])
            .status()
            .unwrap();
        assert!(limited.success());
    }

    /// Kills the app as a power cut would, and starts it again.
    pub async fn kill(self) -> Self {
        let Self { client, name, stage } = self;
        let pid = stage.app().expect("the app runs").to_string();
        let killed = Command::new("kill").args(["-9", &pid]).status().unwrap();
        assert!(killed.success());
        // Its driver has nobody to talk to any more.
        drop(client);
        stage.again(name, None, || ()).await
    }
}

impl Stage {
    async fn again(mut self, name: &'static str, user: Option<u32>, meanwhile: impl FnOnce()) -> Window {
        // The driver comes first; ending it ends the app if that still runs.
        self.processes.remove(0);
        while self.app().is_some() {
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        meanwhile();
        let (driver, address) = Self::driver(&self.screen, self.folder.path(), user);
        self.processes.insert(0, Process(driver));
        Window::connect(self, address, name).await
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
