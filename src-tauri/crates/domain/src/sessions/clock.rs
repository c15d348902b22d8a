//! Times of the day as text, and when the time that is left changes its colour.

use chrono::{DateTime, TimeDelta, Timelike as _, Utc};

/// Minutes of a day.
const DAY: u32 = 24 * 60;

/// Minutes of the day as `HH:MM`; those after midnight count on from `00:00`.
pub fn time_text(minutes: u32) -> String {
    let minutes = minutes % DAY;
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// `08:30` or `8:30` as minutes of the day.
pub fn time_of(text: &str) -> Option<u32> {
    let (hours, minutes) = text.trim().split_once(':')?;
    let digits = |part: &str| {
        let plain = (1..=2).contains(&part.len()) && part.chars().all(|c| c.is_ascii_digit());
        plain.then(|| part.parse::<u32>().ok()).flatten()
    };
    let (hours, minutes) = (digits(hours)?, digits(minutes).filter(|_| minutes.len() == 2)?);
    (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}

/// An instant as minutes of the day of a zone, seconds left out.
pub fn local_minutes(zone: chrono_tz::Tz, at: DateTime<Utc>) -> u32 {
    let local = at.with_timezone(&zone);
    local.hour() * 60 + local.minute()
}

/// When the light of a block turns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thresholds {
    /// When a fifth is left.
    pub amber: DateTime<Utc>,
    /// When a twentieth is left.
    pub red: DateTime<Utc>,
}

/// The turns of a block of `whole` seconds that ends at `ends`.
pub fn thresholds(ends: DateTime<Utc>, whole: u32) -> Thresholds {
    let before = |share: i64| ends - TimeDelta::milliseconds(i64::from(whole) * 1_000 / share);
    Thresholds {
        amber: before(5),
        red: before(20),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amber_at_a_fifth_and_red_at_a_twentieth() {
        let ends = DateTime::UNIX_EPOCH + TimeDelta::hours(1);
        let turns = thresholds(ends, 3_000);
        assert_eq!(ends - turns.amber, TimeDelta::seconds(600));
        assert_eq!(ends - turns.red, TimeDelta::seconds(150));
        assert_eq!(thresholds(ends, 0).red, ends);
    }

    #[test]
    fn times_are_read_and_written() {
        for (text, minutes) in [
            ("08:30", Some(510)),
            (" 8:05 ", Some(485)),
            ("23:59", Some(1_439)),
            ("24:00", None),
            ("8:5", None),
            ("+8:05", None),
            ("008:05", None),
            ("8", None),
        ] {
            assert_eq!(time_of(text), minutes, "{text}");
        }
        assert_eq!(time_text(485), "08:05");
        assert_eq!(time_text(1_445), "00:05");
        let at = "2026-10-05T13:30:59Z".parse().unwrap();
        assert_eq!(local_minutes(chrono_tz::America::Chicago, at), 510);
    }
}
