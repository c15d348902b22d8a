//! Installing what is missing, and saying so.

use std::path::{Path, PathBuf};

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

/// Debian packages that install what the bench holds the product's documents beside.
const PYTHON: &[&str] = &["python3", "python3-pip"];

/// What the product's documents are held beside, from the Python Package Index.
const MAKERS: &[&str] = &["reportlab==5.1.0", "typst==0.15.2"];

/// Packages of the system. On Debian and its kin they are installed; elsewhere the list is told.
///
/// # Errors
/// When a package is missing and cannot be installed.
pub fn system() -> Result<()> {
    packages(PACKAGES)
}

fn packages(wanted: &[&str]) -> Result<()> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    if !answers("dpkg-query", &["--version"]) {
        println!("Not a Debian system: these packages, or what they are called here, must be there:");
        println!("  {}", wanted.join(" "));
        return Ok(());
    }
    let missing: Vec<&str> = wanted
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

/// Other makers of PDF, into `target/tools`. Gives their folder, or nothing where they cannot be had: the bench then
/// says that it could not compare.
pub fn makers() -> Option<PathBuf> {
    let place = root().join("target/tools/makers");
    let (stamp, wanted) = (place.join("installed"), MAKERS.join(" "));
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Some(place);
    }
    let python = || answers("python3", &["-m", "pip", "--version"]);
    let install = || {
        if !python() {
            packages(PYTHON)?;
        }
        let target = place.to_string_lossy().into_owned();
        let pip = [
            "-m",
            "pip",
            "install",
            "--quiet",
            "--upgrade",
            "--target",
            &target,
        ];
        run(command("python3", &pip).args(MAKERS))?;
        std::fs::write(&stamp, &wanted).map_err(|source| Failure::File {
            path: stamp.clone(),
            source,
        })
    };
    match install() {
        Ok(()) => Some(place),
        Err(error) => {
            println!("No other maker of PDF to compare with: {error}");
            None
        }
    }
}

fn read(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).map_err(|source| Failure::File {
        path: path.to_owned(),
        source,
    })
}
