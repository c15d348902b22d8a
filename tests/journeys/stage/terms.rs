//! The terms on which the app runs: with all room on a disk that can be written to, or without.

use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is withheld from the app.
#[derive(Debug, Clone, Default)]
pub enum Terms {
    /// Nothing.
    #[default]
    Free,
    /// Writing to this folder, which lies on a disk that is only read.
    ReadOnly(PathBuf),
    /// Room: this folder lies on a disk of its own, of 4 MB. What was in it is copied there.
    SmallDisk(PathBuf),
}

impl Terms {
    /// How a program is started on these terms.
    pub fn command(&self, program: &Path) -> Command {
        match self {
            Self::Free => Command::new(program),
            Self::ReadOnly(place) => {
                let script =
                    "mount --bind \"$1\" \"$1\" && mount -o remount,ro,bind \"$1\" && shift && exec \"$@\"";
                apart(script, place, program)
            }
            Self::SmallDisk(place) => {
                let script = "cp -a \"$1\" \"$1.before\" && mount -t tmpfs -o size=4m tmpfs \"$1\" \
                    && cp -a \"$1.before/.\" \"$1\" && shift && exec \"$@\"";
                apart(script, place, program)
            }
        }
    }
}

/// Whether this machine lets a program have disks of its own. Where it does not, as in some containers, what happens
/// on a disk without room or without leave to write can only be seen elsewhere; the caller says so.
pub fn can_withhold() -> bool {
    let place = std::env::temp_dir();
    let mut command = apart(
        "mount -t tmpfs tmpfs \"$1\" && shift && exec \"$@\"",
        &place,
        Path::new("true"),
    );
    let withheld = command.status().is_ok_and(|status| status.success());
    if !withheld {
        eprintln!("NOT TESTED: this machine does not let a program have disks of its own");
    }
    withheld
}

/// Runs a program in disks of its own, which a script makes of its first argument.
fn apart(script: &str, place: &Path, program: &Path) -> Command {
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

/// Lets a process of [`Terms::ReadOnly`] write again.
pub fn allow_writing(process: u32, place: &Path) {
    let mut command = Command::new("nsenter");
    command.args(["--target", &process.to_string()]);
    if !is_superuser() {
        command.args(["--user", "--preserve-credentials"]);
    }
    let allowed = command
        .args(["--mount", "mount", "-o", "remount,rw,bind"])
        .arg(place)
        .status()
        .unwrap();
    assert!(allowed.success());
}

fn is_superuser() -> bool {
    std::fs::metadata("/proc/self").unwrap().uid() == 0
}
