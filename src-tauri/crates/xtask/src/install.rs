//! Installing what is missing, and saying so.

use std::path::Path;

use crate::shell::{Failure, Result, answers, cargo, command, npm, root, run};

/// Debian packages that building, driving and looking at the app need.
const PACKAGES: &[&str] = &[
    "build-essential",
    "dbus",
    "file",
    "imagemagick",
    "libayatana-appindicator3-dev",
    "librsvg2-dev",
    "libssl-dev",
    "libwebkit2gtk-4.1-dev",
    "libxdo-dev",
    "openbox",
    "pkg-config",
    "poppler-utils",
    "qpdf",
    "webkit2gtk-driver",
    "xdotool",
    "xvfb",
];

/// The WebDriver server in front of the app.
const DRIVER: (&str, &str) = ("tauri-driver", "2.1.0");

/// Packages of the system. On Debian and its kin they are installed; elsewhere the list is told.
///
/// # Errors
/// When a package is missing and cannot be installed.
pub fn system() -> Result<()> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    if !answers("dpkg-query", &["--version"]) {
        println!("Not a Debian system: these packages, or what they are called here, must be there:");
        println!("  {}", PACKAGES.join(" "));
        return Ok(());
    }
    let missing: Vec<&str> = PACKAGES
        .iter()
        .copied()
        .filter(|package| !is_installed(package))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("Installing packages of the system: {}", missing.join(" "));
    let is_root = command("id", &["-u"])
        .output()
        .is_ok_and(|out| out.stdout.starts_with(b"0\n"));
    let apt = |arguments: &[&str]| {
        let mut all = vec!["apt-get"];
        all.extend(arguments);
        let (program, rest) = if is_root {
            ("apt-get", &all[1..])
        } else {
            ("sudo", &all[..])
        };
        let mut command = command(program, rest);
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    run(&mut apt(&["update", "-qq"]))?;
    let mut install = vec!["install", "-y", "-qq", "--no-install-recommends"];
    install.extend(&missing);
    run(&mut apt(&install))
}

fn is_installed(package: &str) -> bool {
    command("dpkg-query", &["-W", "-f", "${db:Status-Status}", package])
        .output()
        .is_ok_and(|out| out.status.success() && out.stdout.starts_with(b"installed"))
}

/// The libraries of the user interface, when the lock file changed since they were installed.
///
/// # Errors
/// When npm fails.
pub fn ui() -> Result<()> {
    let (lock, stamp) = (
        root().join("ui/package-lock.json"),
        root().join("ui/node_modules/.installed"),
    );
    let wanted = read(&lock)?;
    if std::fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    run(&mut npm(&["ci", "--no-audit", "--no-fund"]))?;
    std::fs::write(&stamp, wanted).map_err(|source| Failure::File { path: stamp, source })
}

/// Builds the user interface into `ui/dist`, which the app embeds.
///
/// # Errors
/// When the build fails.
pub fn build_ui() -> Result<()> {
    run(&mut npm(&["run", "build"]))
}

/// The types that cross to the window, written anew.
///
/// # Errors
/// When the shell does not compile.
pub fn bindings() -> Result<()> {
    run(cargo(&["test", "--test", "it", "bindings::"]).env("NEXUS_WRITE_BINDINGS", "1"))
}

/// The WebDriver server, into `target/tools`.
///
/// # Errors
/// When it cannot be built.
pub fn driver() -> Result<()> {
    let (name, version) = DRIVER;
    let tools = root().join("target/tools");
    let (place, stamp) = (
        tools.to_string_lossy().into_owned(),
        tools.join("tauri-driver.version"),
    );
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == version) {
        return Ok(());
    }
    run(&mut cargo(&[
        "install",
        name,
        "--version",
        version,
        "--locked",
        "--force",
        "--root",
        &place,
    ]))?;
    std::fs::write(&stamp, version).map_err(|source| Failure::File { path: stamp, source })
}

fn read(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).map_err(|source| Failure::File {
        path: path.to_owned(),
        source,
    })
}
