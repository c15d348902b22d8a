//! An agenda as people write it: a heading with facility and zone, then a line for each block.
//!
//! A line is a time, the title up to the first ` (`, in parentheses the minutes and/or `locked`, then
//! optionally competencies in square brackets, then optionally the word `optional`.

use super::{Block, time_of};
use crate::ids::BlockId;
use crate::people::letters::tidy;

/// Longest line that is looked at; no agenda needs more.
const LIMIT: usize = 1_000;

/// Most blocks that are read; no day has more.
const MOST: usize = 200;

/// What an agenda says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Agenda {
    /// The title of the session.
    pub title: String,
    /// The facility named in the heading.
    pub facility: String,
    /// The zone named in the heading.
    pub zone: Option<chrono_tz::Tz>,
    /// The blocks, in the order of the lines.
    pub lines: Vec<AgendaLine>,
    /// What could not be read, or does not add up.
    pub problems: Vec<AgendaProblem>,
}

/// One block of an agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaLine {
    /// Where it stands, from 1.
    pub line: u32,
    /// Start, in minutes of the day.
    pub start: u32,
    /// Title.
    pub title: String,
    /// Minutes; none for a point in time.
    pub minutes: Option<u32>,
    /// Whether nothing may move it.
    pub locked: bool,
    /// Whether it can be left out when time is short.
    pub optional: bool,
    /// Competencies, as written.
    pub competencies: Vec<String>,
}

impl AgendaLine {
    /// The line as a block.
    pub fn block(&self, id: BlockId) -> Block {
        Block {
            id,
            title: self.title.clone(),
            minutes: self.minutes,
            locked: self.locked.then_some(self.start),
            optional: self.optional,
            competencies: self.competencies.clone(),
            instructions: String::new(),
            module: None,
        }
    }
}

/// Something about a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaProblem {
    /// Where, from 1.
    pub line: u32,
    /// What is the matter.
    pub matter: AgendaMatter,
    /// What was found.
    pub found: String,
}

/// What is the matter with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum AgendaMatter {
    /// It does not begin with a time from 00:00 to 23:59; the line is left out.
    NoTime,
    /// It has no title; the line is left out.
    NoTitle,
    /// What stands in the parentheses is neither minutes (1 to 1,440) nor `locked`; the line is left out.
    NoMinutes,
    /// The zone of the heading is unknown; the facility's own is used.
    UnknownZone,
    /// The block before does not end when this one, which is not locked, starts; the times are computed anew.
    DoesNotFollow,
    /// It starts before the block before it; the line is left out.
    GoesBack,
    /// It is longer than a thousand characters; the line is left out.
    TooLong,
    /// There is no heading; the session is named after its day.
    NoHeading,
    /// There are more than two hundred lines with a time; the line is left out.
    TooMany,
}

impl AgendaMatter {
    /// Whether the line is left out.
    pub fn leaves_out(self) -> bool {
        !matches!(self, Self::UnknownZone | Self::DoesNotFollow | Self::NoHeading)
    }
}

/// Reads an agenda. Every good line is kept, whatever the others say.
pub fn read(text: &str) -> Agenda {
    let mut agenda = Agenda::default();
    let mut expected: Option<u32> = None;
    for (at, line) in text.lines().enumerate() {
        let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
        let mut tell = |matter, found: &str| {
            let found = found.chars().take(120).collect();
            agenda.problems.push(AgendaProblem {
                line: number,
                matter,
                found,
            });
        };
        if line.chars().count() > LIMIT {
            tell(AgendaMatter::TooLong, line);
            continue;
        }
        let plain = tidy(line);
        if plain.is_empty() {
            continue;
        }
        if let Some(heading) = plain.strip_prefix('#') {
            if !agenda.title.is_empty() {
                continue;
            }
            if let Err(zone) = read_heading(heading.trim_start_matches('#').trim(), &mut agenda) {
                agenda.problems.push(AgendaProblem {
                    line: number,
                    matter: AgendaMatter::UnknownZone,
                    found: zone,
                });
            }
            continue;
        }
        match read_line(number, &plain) {
            Err(matter) => tell(matter, &plain),
            Ok(block)
                if agenda
                    .lines
                    .last()
                    .is_some_and(|before| before.start > block.start) =>
            {
                tell(AgendaMatter::GoesBack, &plain);
            }
            Ok(_) if agenda.lines.len() == MOST => tell(AgendaMatter::TooMany, &plain),
            Ok(block) => {
                if !block.locked && expected.is_some_and(|expected| expected != block.start) {
                    tell(AgendaMatter::DoesNotFollow, &plain);
                }
                expected = Some(block.start + block.minutes.unwrap_or(0));
                agenda.lines.push(block);
            }
        }
    }
    if agenda.title.is_empty() && !agenda.lines.is_empty() {
        let problem = AgendaProblem {
            line: 1,
            matter: AgendaMatter::NoHeading,
            found: String::new(),
        };
        agenda.problems.insert(0, problem);
    }
    agenda
}

/// `Institute, day 1 (Prairie State training facility, America/Chicago)`; gives back an unknown zone.
fn read_heading(text: &str, agenda: &mut Agenda) -> Result<(), String> {
    let (title, rest) = text.rsplit_once(" (").unwrap_or((text, ""));
    agenda.title = title.trim().to_owned();
    let inside = rest.trim_end_matches(')');
    let (facility, zone) = inside.rsplit_once(", ").unwrap_or((inside, ""));
    agenda.facility = facility.trim().to_owned();
    if zone.is_empty() {
        return Ok(());
    }
    agenda.zone = zone.trim().parse().ok();
    if agenda.zone.is_some() {
        Ok(())
    } else {
        Err(zone.trim().to_owned())
    }
}

fn read_line(line: u32, text: &str) -> Result<AgendaLine, AgendaMatter> {
    let time = text.split(' ').next().unwrap_or_default();
    let rest = &text[time.len()..];
    let start = time_of(time).ok_or(AgendaMatter::NoTime)?;
    let (title, details) = match rest.split_once(" (") {
        Some((title, details)) => (title, Some(details)),
        None => (rest, None),
    };
    if title.trim().is_empty() {
        return Err(AgendaMatter::NoTitle);
    }
    let (inside, after) = match details {
        Some(details) => details.split_once(')').ok_or(AgendaMatter::NoMinutes)?,
        None => ("", ""),
    };
    let (mut minutes, mut locked) = (None, false);
    for part in inside.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        if part.eq_ignore_ascii_case("locked") {
            locked = true;
        } else {
            minutes = Some(read_minutes(part).ok_or(AgendaMatter::NoMinutes)?);
        }
    }
    if minutes.is_none() && !locked {
        return Err(AgendaMatter::NoMinutes);
    }
    let (brackets, last) = match after
        .trim()
        .strip_prefix('[')
        .and_then(|rest| rest.split_once(']'))
    {
        Some((inside, rest)) => (inside, rest),
        None => ("", after),
    };
    let competencies = brackets
        .split(',')
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty());
    Ok(AgendaLine {
        line,
        start,
        title: title.trim().to_owned(),
        minutes,
        locked,
        optional: last.trim().eq_ignore_ascii_case("optional"),
        competencies: competencies.collect(),
    })
}

/// `45 min`, `45 minutes` or `45`.
fn read_minutes(text: &str) -> Option<u32> {
    let number = text
        .trim_end_matches(|c: char| c.is_alphabetic() || c == '.')
        .trim();
    let word = text[number.len()..].trim().trim_end_matches('.');
    let known = ["", "m", "min", "mins", "minute", "minutes"].contains(&word.to_lowercase().as_str());
    number
        .parse()
        .ok()
        .filter(|minutes| known && (1..=1_440).contains(minutes))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SAMPLE: &str = include_str!("../../../../../tests/fixtures/agenda.md");

    #[test]
    fn the_sample_is_13_blocks_and_the_close() {
        let agenda = read(SAMPLE);
        assert_eq!(agenda.problems, []);
        assert_eq!(
            (agenda.title.as_str(), agenda.zone),
            ("Institute, day 1", Some(chrono_tz::America::Chicago))
        );
        assert_eq!(agenda.facility, "Prairie State training facility");
        let timed = agenda.lines.iter().filter(|line| line.minutes.is_some()).count();
        assert_eq!((timed, agenda.lines.len()), (13, 14));
        let locked: Vec<_> = agenda
            .lines
            .iter()
            .filter(|line| line.locked)
            .map(|line| line.start)
            .collect();
        assert_eq!(locked, [750, 1005], "lunch and the close");
        let optional: Vec<_> = agenda
            .lines
            .iter()
            .filter(|line| line.optional)
            .map(|line| &*line.title)
            .collect();
        assert_eq!(optional, ["Cross-sector speed consulting"]);
        let feedback = agenda.lines.iter().find(|line| line.start == 640).unwrap();
        assert_eq!(
            feedback.competencies,
            ["Communicating Effectively", "Developing Others"]
        );
    }

    #[test]
    fn bad_lines_are_named_and_good_ones_kept() {
        let text = "# Day (Hall, Mars/Olympus)\n9:00 Welcome (20 min)\nlunch (60 min)\n25:00 Late (5 min)\n09:20 (10 min)\n\
                    09:20 Talk (soon)\n09:20 Walk (40 minutes) [A] optional\n08:00 Early (5 min)\n10:30 Break (15 min)\n";
        let agenda = read(text);
        assert_eq!(
            agenda.lines.iter().map(|line| &*line.title).collect::<Vec<_>>(),
            ["Welcome", "Walk", "Break"]
        );
        let found: Vec<_> = agenda
            .problems
            .iter()
            .map(|problem| (problem.line, problem.matter))
            .collect();
        assert_eq!(
            found,
            [
                (1, AgendaMatter::UnknownZone),
                (3, AgendaMatter::NoTime),
                (4, AgendaMatter::NoTime),
                (5, AgendaMatter::NoTitle),
                (6, AgendaMatter::NoMinutes),
                (8, AgendaMatter::GoesBack),
                (9, AgendaMatter::DoesNotFollow),
            ]
        );
    }

    #[test]
    fn an_agenda_without_a_heading_and_one_without_an_end_are_read() {
        let bare = read("09:00 Welcome (20 min)");
        assert_eq!(
            (bare.lines.len(), bare.problems[0].matter),
            (1, AgendaMatter::NoHeading)
        );
        let long = read(&format!("# Day\n{}", "09:00 Again (5 min)\n".repeat(205)));
        let left_out = long.problems.iter().filter(|problem| problem.matter.leaves_out());
        assert_eq!((long.lines.len(), left_out.count()), (200, 5));
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_panic(text in "\\PC*") {
            read(&text);
        }

        #[test]
        fn lines_made_of_the_pieces_are_read_without_a_panic(
            parts in proptest::collection::vec("(09:00|[0-9]:|\\(|\\)|\\[|\\]|min|locked|optional| |é|\n|,|#|[0-9]+)", 0..60),
        ) {
            let agenda = read(&parts.concat());
            prop_assert!(agenda.lines.windows(2).all(|pair| pair[0].start <= pair[1].start));
        }
    }
}
