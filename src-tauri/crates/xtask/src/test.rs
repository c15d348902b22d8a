//! Everything that must hold, step by step, with a summary at the end.

use std::process::Command;
use std::time::Instant;

use crate::install;
use crate::shell::{self, Failure, Result, cargo, npm, watch};

struct Step {
    name: &'static str,
    what: &'static str,
    run: fn() -> Result<Option<u32>>,
}

const STEPS: &[Step] = &[
    Step {
        name: "install",
        what: "what building and testing need",
        run: || uncounted(install::system().and_then(|()| install::ui())),
    },
    Step {
        name: "fmt",
        what: "format of the Rust code",
        run: || uncounted(shell::run(&mut cargo(&["fmt", "--all", "--check"]))),
    },
    Step {
        name: "ui",
        what: "types, lints and tests of the user interface, and its build",
        run: ui,
    },
    Step {
        name: "clippy",
        what: "lints of the Rust code",
        run: || {
            uncounted(shell::run(&mut cargo(&[
                "clippy",
                "--workspace",
                "--all-targets",
                // They are no part of the targets that `cargo test` runs by itself.
                "--test",
                "journeys",
                "--locked",
                "--",
                "-D",
                "warnings",
            ])))
        },
    },
    Step {
        name: "rust",
        what: "unit, property and integration tests, and the bench in little",
        run: rust,
    },
    Step {
        name: "journeys",
        what: "journeys through the real window",
        run: journeys,
    },
];

fn uncounted(result: Result<()>) -> Result<Option<u32>> {
    result.map(|()| None)
}

/// Runs all steps, or those named; a failed step does not keep the later ones from running, so that
/// one look tells everything.
///
/// # Errors
/// Names the steps that failed.
fn run_steps(steps: &[&Step]) -> Result<()> {
    let mut told = Vec::new();
    for step in steps {
        println!("\n=== {}: {}", step.name, step.what);
        let start = Instant::now();
        let result = (step.run)();
        if let Err(error) = &result {
            println!("{}: {error}", step.name);
        }
        told.push((step.name, start.elapsed().as_secs(), result));
        if told
            .last()
            .is_some_and(|(name, _, result)| *name == "install" && result.is_err())
        {
            break;
        }
    }
    println!("\n=== summary");
    for (name, seconds, result) in &told {
        let count = match result {
            Ok(Some(count)) => format!("ok, {count} tests"),
            Ok(None) => "ok".to_owned(),
            Err(_) => "FAILED".to_owned(),
        };
        println!("{name:10} {seconds:5} s  {count}");
    }
    let failed: Vec<_> = told
        .iter()
        .filter(|(_, _, result)| result.is_err())
        .map(|(name, ..)| *name)
        .collect();
    if failed.is_empty() {
        return Ok(());
    }
    Err(Failure::Other(format!("failed: {}", failed.join(", "))))
}

/// `cargo xtask test`.
///
/// # Errors
/// Names the steps that failed, or a step that does not exist.
pub fn run(only: Option<&str>) -> Result<()> {
    let Some(only) = only else {
        return run_steps(&STEPS.iter().collect::<Vec<_>>());
    };
    let find = |name: &str| {
        STEPS.iter().find(|step| step.name == name).ok_or_else(|| {
            let known: Vec<_> = STEPS.iter().map(|step| step.name).collect();
            Failure::Other(format!("no step {name}; there are {}", known.join(", ")))
        })
    };
    run_steps(&only.split(',').map(find).collect::<Result<Vec<_>>>()?)
}

fn rust() -> Result<Option<u32>> {
    counted(&mut cargo(&["test", "--workspace", "--locked", "--no-fail-fast"]))
}

/// Runs tests of cargo and counts those that ran; none at all is a failure.
fn counted(command: &mut Command) -> Result<Option<u32>> {
    let mut count = 0;
    watch(command, |line| count += passed(line))?;
    match count {
        0 => Err(Failure::Other("no test ran".to_owned())),
        count => Ok(Some(count)),
    }
}

/// Runs the journeys one after the other: two at a time are quicker, and wait for each other on a slow machine.
fn journeys() -> Result<Option<u32>> {
    install::driver()?;
    counted(&mut cargo(&[
        "test",
        "--locked",
        "--test",
        "journeys",
        "--",
        "--test-threads",
        "1",
    ]))
}

/// The number of tests in a line such as `test result: ok. 12 passed; 0 failed; …`.
fn passed(line: &str) -> u32 {
    line.strip_prefix("test result: ")
        .and_then(|rest| rest.split_once(". "))
        .and_then(|(_, rest)| rest.split(' ').next())
        .and_then(|count| count.parse().ok())
        .unwrap_or(0)
}

fn ui() -> Result<Option<u32>> {
    install::build_ui()?;
    for script in ["check", "lint"] {
        shell::run(&mut npm(&["run", script]))?;
    }
    let mut count = 0;
    watch(&mut npm(&["run", "test"]), |line| count += vitest_passed(line))?;
    match count {
        0 => Err(Failure::Other("no test ran".to_owned())),
        count => Ok(Some(count)),
    }
}

/// The text without the sequences that colour it on a terminal.
fn plain(line: &str) -> String {
    let mut parts = line.split('\u{1b}');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        text + part.split_once('m').map_or("", |(_, rest)| rest)
    })
}

/// The number of tests in vitest's line such as `Tests  12 passed (12)`.
fn vitest_passed(line: &str) -> u32 {
    let line = plain(line);
    let mut words = line.split_whitespace();
    if words.next() != Some("Tests") {
        return 0;
    }
    let words: Vec<&str> = words.collect();
    words
        .windows(2)
        .find(|pair| pair[1] == "passed")
        .and_then(|pair| pair[0].parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_that_ran_are_counted() {
        assert_eq!(
            passed("test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured"),
            12
        );
        assert_eq!(passed("test result: FAILED. 11 passed; 1 failed; 0 ignored"), 11);
        assert_eq!(passed("test log::tests::x ... ok"), 0);
        assert_eq!(vitest_passed("      Tests  7 passed (7)"), 7);
        assert_eq!(vitest_passed("      Tests  1 failed | 6 passed (7)"), 6);
        assert_eq!(
            vitest_passed("\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[32m92 passed\u{1b}[39m (92)"),
            92
        );
        assert_eq!(vitest_passed(" Test Files  2 passed (2)"), 0);
    }
}
