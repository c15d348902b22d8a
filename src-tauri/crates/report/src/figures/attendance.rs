//! Attendance, one box per session.

use super::{Anchor, Figure, Frame, Ink, LABEL, Mark, SMALL, Scene, Table, wrapped};
use crate::ReportError;
use crate::words::{Date, Words};

/// Whether somebody was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AttendanceStatus {
    /// The session is to come.
    ToCome,
    /// The session was held, and nobody noted whether they were there.
    Expected,
    /// There.
    Present,
    /// There, but not from the start.
    Late,
    /// Not there.
    Absent,
    /// Not there, and had said so.
    Excused,
}

/// One person at one session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttendanceMark {
    /// The session's day.
    pub date: Date,
    /// The session's title.
    pub session: String,
    /// Whether the person was there.
    pub status: AttendanceStatus,
    /// For a late one: the local time of arrival, e.g. "14:41".
    pub arrived: Option<String>,
}

impl AttendanceStatus {
    /// Whether it counts as having been there.
    pub fn attended(self) -> bool {
        matches!(self, Self::Present | Self::Late)
    }

    /// Whether anything is noted.
    pub fn noted(self) -> bool {
        !matches!(self, Self::ToCome | Self::Expected)
    }
}

impl AttendanceMark {
    fn word(&self, words: &Words) -> Result<String, ReportError> {
        match (self.status, &self.arrived) {
            (AttendanceStatus::ToCome, _) => words.get("report-attendance-to-come"),
            (AttendanceStatus::Expected, _) => words.get("report-attendance-expected"),
            (AttendanceStatus::Present, _) => words.get("report-attendance-present"),
            (AttendanceStatus::Late, Some(time)) => {
                words.with("report-attendance-late-at", &[("time", time.as_str().into())])
            }
            (AttendanceStatus::Late, None) => words.get("report-attendance-late"),
            (AttendanceStatus::Absent, _) => words.get("report-attendance-absent"),
            (AttendanceStatus::Excused, _) => words.get("report-attendance-excused"),
        }
    }
}

const SIDE: f32 = 16.0;
const STEP: f32 = 46.0;
const LINE: f32 = 44.0;
/// With at most this many sessions there is room for their titles.
const NAMED: usize = 4;

/// Draws a strip of boxes, `width` points wide, as many lines as it needs.
///
/// # Errors
/// [`ReportError::MissingGlyphs`], [`ReportError::Words`].
pub fn attendance_strip(
    sessions: &[AttendanceMark],
    width: f32,
    words: &Words,
) -> Result<Figure, ReportError> {
    let held: Vec<&AttendanceMark> = sessions.iter().filter(|mark| mark.status.noted()).collect();
    let there = held.iter().filter(|mark| mark.status.attended()).count();
    let late = held
        .iter()
        .filter(|mark| mark.status == AttendanceStatus::Late)
        .count();
    let title = words.with(
        "figure-attendance-title",
        &[
            ("there", there.into()),
            ("held", held.len().into()),
            ("late", late.into()),
        ],
    )?;
    let mut rows = Vec::new();
    for mark in sessions {
        rows.push(vec![
            mark.session.clone(),
            words.date(mark.date)?,
            mark.word(words)?,
        ]);
    }
    let mut alt = format!("{title}.");
    for row in &rows {
        alt.push(' ');
        alt.push_str(&row.join(", "));
        alt.push('.');
    }
    let (scene, frames) = scene(sessions, width, words)?;
    Ok(Figure {
        title,
        alt,
        note: words.get("figure-attendance-key")?,
        scene,
        frames,
        table: Table {
            heads: vec![
                words.get("report-column-session")?,
                words.get("report-column-date")?,
                words.get("report-column-attendance")?,
            ],
            rows,
            numeric: Vec::new(),
        },
        numbered: false,
    })
}

fn scene(sessions: &[AttendanceMark], width: f32, words: &Words) -> Result<(Scene, Vec<Frame>), ReportError> {
    if sessions.len() <= NAMED {
        return named(sessions, width, words);
    }
    let per_line = ((width / STEP).floor() as usize).max(1);
    let (mut marks, mut frames) = (Vec::new(), Vec::new());
    for (at, mark) in sessions.iter().enumerate() {
        let x = (at % per_line) as f32 * STEP + 1.0;
        let y = (at / per_line) as f32 * LINE + 1.0;
        frames.push(Frame {
            x,
            y,
            width: STEP - 10.0,
            height: LINE - 14.0,
        });
        square(&mut marks, mark, x, y, words)?;
        let date = words.short_date(mark.date)?;
        marks.push(Mark::label(
            x,
            y + SIDE + 11.0,
            date,
            Anchor::Start,
            Ink::Quiet,
            SMALL,
        ));
    }
    let lines = sessions.len().div_ceil(per_line);
    let scene = Scene {
        width,
        height: (lines as f32 * LINE - 12.0).max(0.0),
        marks,
    };
    Ok((scene, frames))
}

/// A few sessions: each with its title and the word for what happened.
fn named(sessions: &[AttendanceMark], width: f32, words: &Words) -> Result<(Scene, Vec<Frame>), ReportError> {
    let room = width / sessions.len().max(1) as f32;
    let mut marks = Vec::new();
    let mut height = 0.0_f32;
    for (at, mark) in sessions.iter().enumerate() {
        let left = at as f32 * room + 1.0;
        square(&mut marks, mark, left, 1.0, words)?;
        let text = left + SIDE + 7.0;
        let free = room - SIDE - 20.0;
        let when = format!("{}, {}", words.short_date(mark.date)?, mark.word(words)?);
        let mut y = 9.0;
        for (words, ink) in [(mark.session.as_str(), Ink::Text), (when.as_str(), Ink::Quiet)] {
            for line in wrapped(words, LABEL, free)? {
                marks.push(Mark::label(text, y, line, Anchor::Start, ink, LABEL));
                height = height.max(y + 4.0);
                y += 11.5;
            }
        }
    }
    let frame = |at| Frame {
        x: at as f32 * room,
        y: 0.0,
        width: room,
        height,
    };
    let frames = (0..sessions.len()).map(frame).collect();
    Ok((Scene { width, height, marks }, frames))
}

/// The box with the letter.
fn square(
    marks: &mut Vec<Mark>,
    mark: &AttendanceMark,
    x: f32,
    y: f32,
    words: &Words,
) -> Result<(), ReportError> {
    let (ink, fill, letter) = match mark.status {
        AttendanceStatus::ToCome | AttendanceStatus::Expected => (Ink::Grid, Ink::Paper, None),
        AttendanceStatus::Present => (
            Ink::After,
            Ink::After,
            Some(("report-letter-present", Ink::Paper)),
        ),
        AttendanceStatus::Late => (Ink::Late, Ink::Paper, Some(("report-letter-late", Ink::Late))),
        AttendanceStatus::Absent => (
            Ink::Before,
            Ink::Before,
            Some(("report-letter-absent", Ink::Paper)),
        ),
        AttendanceStatus::Excused => (
            Ink::Before,
            Ink::Paper,
            Some(("report-letter-excused", Ink::Text)),
        ),
    };
    marks.push(Mark::Box {
        x,
        y,
        width: SIDE,
        height: SIDE,
        ink,
        fill,
        weight: 1.2,
        dashed: mark.status == AttendanceStatus::Excused,
    });
    if let Some((id, ink)) = letter {
        let middle = x + SIDE / 2.0;
        let label = Mark::label(middle, y + 11.4, words.get(id)?, Anchor::Middle, ink, LABEL);
        marks.push(label.bold());
    }
    Ok(())
}
