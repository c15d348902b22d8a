//! Attendance of a whole cohort: one stacked bar per session.

use super::bars::{self, BAR, Pattern};
use super::marks::row_height;
use super::{Anchor, Figure, Frame, Ink, LABEL, Mark, SMALL, Scene, Table, names, widest, wrapped};
use crate::ReportError;
use crate::words::{Date, Words};

/// How many were there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionCount {
    /// The session's day.
    pub date: Date,
    /// The session's title.
    pub session: String,
    /// There from the start.
    pub present: u32,
    /// There, but not from the start.
    pub late: u32,
    /// Not there.
    pub absent: u32,
    /// Not there, and had said so.
    pub excused: u32,
    /// Expected, and nobody noted whether they were there.
    pub unmarked: u32,
}

impl SessionCount {
    /// Whoever was there.
    pub fn there(&self) -> u32 {
        self.present + self.late
    }

    /// Whoever was expected.
    pub fn expected(&self) -> u32 {
        self.there() + self.absent + self.excused + self.unmarked
    }

    fn parts(&self) -> [(u32, Pattern); 5] {
        let counts = [self.present, self.late, self.absent, self.excused, self.unmarked];
        std::array::from_fn(|at| (counts[at], PATTERNS[at]))
    }
}

const PATTERNS: [Pattern; 5] = [
    Pattern::Solid(Ink::After),
    Pattern::Hatched {
        ink: Ink::Late,
        step: 4.0,
        rising: true,
    },
    Pattern::Hatched {
        ink: Ink::Before,
        step: 2.4,
        rising: false,
    },
    Pattern::Hatched {
        ink: Ink::Before,
        step: 7.0,
        rising: false,
    },
    Pattern::Open(true),
];

const WORDS: [&str; 5] = [
    "report-attendance-present",
    "report-attendance-late",
    "report-attendance-absent",
    "report-attendance-excused",
    "report-attendance-expected",
];

/// Draws the figure `width` points wide, sessions in their order.
///
/// # Errors
/// [`ReportError::MissingGlyphs`] for a title that cannot be drawn, [`ReportError::Words`].
pub fn cohort_attendance(
    sessions: &[SessionCount],
    width: f32,
    words: &Words,
) -> Result<Figure, ReportError> {
    let table = table(sessions, words)?;
    let there: u32 = sessions.iter().map(SessionCount::there).sum();
    let expected: u32 = sessions.iter().map(SessionCount::expected).sum();
    let args = [
        ("sessions", sessions.len().into()),
        ("there", there.into()),
        ("expected", expected.into()),
    ];
    let title = words.with("figure-cohort-attendance-title", &args)?;
    let mut alt = format!("{title}.");
    for row in &table.rows {
        let cells = row.iter().zip(&table.heads).skip(2);
        let said: Vec<String> = cells.map(|(cell, head)| format!("{head} {cell}")).collect();
        alt.push_str(&format!(" {}, {}: {}.", row[0], row[1], said.join(", ")));
    }
    let (scene, frames) = scene(sessions, width, words)?;
    Ok(Figure {
        title,
        alt,
        note: words.get("figure-cohort-attendance-key")?,
        scene,
        table,
        frames,
        numbered: false,
    })
}

fn table(sessions: &[SessionCount], words: &Words) -> Result<Table, ReportError> {
    let mut heads = vec![
        words.get("report-column-session")?,
        words.get("report-column-date")?,
    ];
    for id in WORDS {
        heads.push(words.sentence(&words.get(id)?));
    }
    let mut rows = Vec::new();
    for session in sessions {
        let mut row = vec![session.session.clone(), words.date(session.date)?];
        row.extend(session.parts().map(|(count, _)| count.to_string()));
        rows.push(row);
    }
    let numeric = (2..heads.len()).map(|at| at as u32).collect();
    Ok(Table { heads, rows, numeric })
}

fn scene(sessions: &[SessionCount], width: f32, words: &Words) -> Result<(Scene, Vec<Frame>), ReportError> {
    let mut marks = Vec::new();
    if sessions.is_empty() {
        return Ok((
            Scene {
                width,
                height: 0.0,
                marks,
            },
            Vec::new(),
        ));
    }
    let mut entries = Vec::new();
    for (at, id) in WORDS.into_iter().enumerate() {
        if sessions.iter().any(|session| session.parts()[at].0 > 0) {
            entries.push((PATTERNS[at], words.get(id)?));
        }
    }
    let named: Vec<(Pattern, &str)> = entries.iter().map(|(one, name)| (*one, name.as_str())).collect();
    let mut y = bars::key(&mut marks, &named, width)? + 6.0;
    let dates = sessions
        .iter()
        .map(|session| words.short_date(session.date))
        .collect::<Result<Vec<_>, _>>()?;
    let sums = sessions
        .iter()
        .map(|session| {
            let args = [
                ("part", session.there().into()),
                ("whole", session.expected().into()),
            ];
            words.with("report-participant-key-of", &args)
        })
        .collect::<Result<Vec<_>, _>>()?;
    let date = widest(dates.iter().map(String::as_str), SMALL)? + 8.0;
    let titles = sessions.iter().map(|session| session.session.as_str());
    let left = widest(titles, LABEL)?.min(width * 0.34);
    let right = widest(sums.iter().map(String::as_str), LABEL)?;
    let from = date + left + 10.0;
    let full = (width - right - 10.0 - from).max(20.0);
    let most = sessions
        .iter()
        .map(SessionCount::expected)
        .max()
        .unwrap_or(0)
        .max(1);
    let mut frames = Vec::new();
    for ((session, date_text), sum) in sessions.iter().zip(dates).zip(sums) {
        let lines = wrapped(&session.session, LABEL, left + 0.5)?;
        let height = row_height(lines.len());
        let middle = y + height / 2.0;
        marks.push(Mark::label(
            0.0,
            middle + 3.0,
            date_text,
            Anchor::Start,
            Ink::Quiet,
            SMALL,
        ));
        marks.extend(names(lines, date, middle, Anchor::Start));
        let parts: Vec<(f32, Pattern, String)> = session
            .parts()
            .into_iter()
            .map(|(count, pattern)| (full * count as f32 / most as f32, pattern, count.to_string()))
            .collect();
        bars::bar(&mut marks, (from, middle - BAR / 2.0), &parts)?;
        marks.push(Mark::label(
            width,
            middle + 3.0,
            sum,
            Anchor::End,
            Ink::Text,
            LABEL,
        ));
        frames.push(Frame {
            x: 0.0,
            y,
            width,
            height,
        });
        y += height;
    }
    let height = y + 1.0;
    Ok((Scene { width, height, marks }, frames))
}
