//! `cargo xtask soak`: the tests that kill processes, over and over with new seeds, for as long as wanted.

use std::time::{Duration, Instant};

use crate::shell::{Failure, Result, cargo, watch};

/// Kills of each test in one round.
const ROUND: u64 = 200;

/// How long to go on.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Plan {
    /// Ends after so many kills.
    kills: u64,
    /// Ends after so much time, whichever comes first.
    time: Option<Duration>,
    /// The first seed; each round has the next one.
    seed: u64,
}

impl Plan {
    fn read(words: &[&str]) -> Result<Self> {
        let mut plan = Self {
            kills: 10_000,
            time: None,
            seed: 1,
        };
        let (mut hours, mut kills) = (None, None);
        for pair in words.chunks(2) {
            let [name, value] = pair else {
                return Err(Failure::Other(format!("{} needs a value", pair[0])));
            };
            let wrong = || Failure::Other(format!("{name} needs a number, not {value}"));
            match *name {
                "--kills" => kills = Some(value.parse().map_err(|_| wrong())?),
                "--hours" => {
                    let read = value.parse::<f64>().ok().filter(|hours| *hours > 0.0);
                    hours = Some(read.ok_or_else(wrong)?);
                }
                "--seed" => plan.seed = value.parse().map_err(|_| wrong())?,
                _ => {
                    return Err(Failure::Other(format!(
                        "no option {name}; there are --kills, --hours, --seed"
                    )));
                }
            }
        }
        plan.time = hours.map(|hours| Duration::from_secs_f64(hours * 3_600.0));
        // Hours alone mean: as many kills as fit.
        plan.kills = kills.unwrap_or(if plan.time.is_some() { u64::MAX } else { plan.kills });
        Ok(plan)
    }
}

/// Kills processes while they type, import, migrate, back up and put back, until the plan is fulfilled.
///
/// # Errors
/// When something was lost or is not sound; the seed to try it again is named.
pub fn run(words: &[&str]) -> Result<()> {
    let plan = Plan::read(words)?;
    let (start, mut done, mut seed) = (Instant::now(), 0u64, plan.seed);
    while done < plan.kills && plan.time.is_none_or(|time| start.elapsed() < time) {
        let each = ROUND.min(plan.kills - done);
        println!(
            "\n=== seed {seed}: {done} kills so far, {} minutes",
            start.elapsed().as_secs() / 60
        );
        let mut round = 0;
        let mut tests = cargo(&[
            "test",
            "--locked",
            "-p",
            "nexus-store",
            "-p",
            "nexus-app",
            "-p",
            "nexus-cli",
            "--test",
            "kill",
            "--",
            "--nocapture",
        ]);
        tests
            .env("NEXUS_KILLS", each.to_string())
            .env("NEXUS_SEED", seed.to_string());
        watch(&mut tests, |line| round += kills(line)).map_err(|error| {
            Failure::Other(format!(
                "{error}\ntry again with: cargo xtask soak --kills {each} --seed {seed}"
            ))
        })?;
        if round == 0 {
            return Err(Failure::Other("no test killed anything".to_owned()));
        }
        done += round;
        seed += 1;
    }
    println!(
        "\n{done} kills in {} minutes: nothing was lost",
        start.elapsed().as_secs() / 60
    );
    Ok(())
}

/// The number of kills in a line such as `8 kills during an import: …`.
fn kills(line: &str) -> u64 {
    line.split_once(" kills ")
        .and_then(|(count, _)| count.rsplit(' ').next()?.parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plan_is_read_and_wrong_words_are_named() {
        let plan = |words: &[&str]| Plan::read(words);
        let usual = plan(&[]).unwrap();
        assert_eq!((usual.kills, usual.time, usual.seed), (10_000, None, 1));
        let hours = plan(&["--hours", "2", "--seed", "9"]).unwrap();
        assert_eq!((hours.kills, hours.seed), (u64::MAX, 9));
        assert_eq!(hours.time, Some(Duration::from_secs(7_200)));
        assert_eq!(plan(&["--kills", "50"]).unwrap().kills, 50);
        for words in [
            &["--kills"][..],
            &["--kills", "many"],
            &["--hours", "-1"],
            &["--days", "1"],
        ] {
            assert!(plan(words).is_err(), "{words:?}");
        }
    }

    #[test]
    fn kills_are_counted() {
        assert_eq!(kills("8 kills during an import: 4 left nobody, 4 everybody"), 8);
        assert_eq!(
            kills("test a_migration ... 200 kills during a migration: 3 of"),
            200
        );
        assert_eq!(kills("test result: ok. 1 passed"), 0);
    }
}
