//! `cargo xtask bench`: what the product costs, as ratios against named baselines measured in the same run.

use std::path::Path;

use crate::install;
use crate::shell::{Failure, Result, cargo, root, run as shell};

/// Measures a release build on the sample of a size and leaves the result in `target/bench`.
///
/// # Errors
/// When something cannot be built, or the bench ends early. Slowness is no error.
pub fn run(size: &str) -> Result<()> {
    if !["S", "M", "L"].contains(&size) {
        return Err(Failure::Other(format!("no size {size}; there are S, M and L")));
    }
    let out = root().join("target/bench");
    std::fs::create_dir_all(&out).map_err(|source| Failure::File {
        path: out.clone(),
        source,
    })?;
    let lines = out.join("window.json");
    window(size, &lines)?;
    let lines = lines.to_string_lossy().into_owned();
    let makers = install::makers().map(|place| place.to_string_lossy().into_owned());
    let mut options = vec!["--size", size, "--with", &lines];
    if let Some(makers) = &makers {
        options.extend(["--tools", makers]);
    }
    start(&options)
}

/// Starts the app and a bare window in a virtual display, and leaves what was measured in a file.
fn window(size: &str, lines: &Path) -> Result<()> {
    install::system()?;
    install::ui()?;
    install::build_ui()?;
    install::driver()?;
    let release = ["--release", "--locked", "--features", "bare"];
    let mut build = vec!["build", "--example", "bare"];
    build.extend(release);
    shell(&mut cargo(&build))?;
    let mut test = vec!["test", "--test", "journeys"];
    test.extend(release);
    test.extend(["--", "--ignored", "start::"]);
    let mut test = cargo(&test);
    shell(test.env("NEXUS_BENCH_SIZE", size).env("NEXUS_BENCH_LINES", lines))
}

/// Measures a little of everything on the smallest sample in the build at hand, as the tests do too: it must run, print
/// every line and count right.
///
/// # Errors
/// As [`run`].
pub fn smoke() -> Result<()> {
    let test = ["test", "--workspace", "--locked", "--test", "smoke"];
    shell(cargo(&test).args(["--", "--nocapture"]))
}

fn start(options: &[&str]) -> Result<()> {
    let out = root().join("target/bench");
    let run = [
        "run",
        "--quiet",
        "--locked",
        "--release",
        "--package",
        "nexus-bench",
        "--",
    ];
    shell(cargo(&run).args(options).arg("--out").arg(&out))?;
    println!("The result is in {}", out.display());
    Ok(())
}
