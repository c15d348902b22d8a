//! The terms on which the app runs: with all rights and all room, or without.

use std::os::unix::fs::MetadataExt as _;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The user without rights of their own.
const NOBODY: u32 = 65_534;

/// What is withheld from the app.
#[derive(Debug, Clone, Default)]
pub enum Terms {
    /// Nothing.
    #[default]
    Free,
    /// Rights: permissions of files stop it, even where the superuser runs the journeys.
    NoRights,
    /// Room: this folder lies on a disk of its own, of 4 MB. What was in it is copied there.
    SmallDisk(PathBuf),
}

impl Terms {
    /// How a program is started on these terms.
    pub fn command(&self, program: &Path, folder: &Path) -> Command {
        match self {
            Self::Free => Command::new(program),
            Self::NoRights if is_superuser() => {
                give(folder, NOBODY);
                let mut command = Command::new(program);
                command
                    .uid(NOBODY)
                    .gid(NOBODY)
                    .env("HOME", folder)
                    .env("PATH", "/usr/bin:/bin");
                command
            }
            Self::NoRights => Command::new(program),
            Self::SmallDisk(place) => {
                let script = "cp -a \"$1\" \"$1.before\" && mount -t tmpfs -o size=4m tmpfs \"$1\" \
                    && cp -a \"$1.before/.\" \"$1\" && shift && exec \"$@\"";
                let mut command = Command::new("unshare");
                if !is_superuser() {
                    command.args(["--user", "--map-root-user"]);
                }
                command
                    .args(["--mount", "sh", "-c", script, "sh"])
                    .arg(place)
                    .arg(program);
                command
            }
        }
    }
}

fn is_superuser() -> bool {
    std::fs::metadata("/proc/self").unwrap().uid() == 0
}

/// Gives a folder with all that is in it to somebody.
fn give(folder: &Path, user: u32) {
    std::os::unix::fs::lchown(folder, Some(user), Some(user)).unwrap();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            give(&path, user);
        } else {
            std::os::unix::fs::lchown(&path, Some(user), Some(user)).unwrap();
        }
    }
}
