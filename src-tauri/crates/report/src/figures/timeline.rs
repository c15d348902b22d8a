//! A project's milestones and updates along time.

use super::{Anchor, Figure, Frame, Ink, LABEL, LINE, Mark, SMALL, Scene, Table, wrapped};
use crate::ReportError;
use crate::fonts::Face;
use crate::text::measure;
use crate::words::{Date, Words};

/// A step of the project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone {
    /// What is reached.
    pub title: String,
    /// The day it is planned for.
    pub planned: Date,
    /// The day it was reached.
    pub done: Option<Date>,
}

/// A dated report on the project, drawn as a tick.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UpdateMark {
    /// The day it tells of.
    pub date: Date,
}

/// A project along time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// The milestones, in any order.
    pub milestones: Vec<Milestone>,
    /// The updates, in any order.
    pub updates: Vec<UpdateMark>,
    /// The day of the data: the line is filled up to here, and what is not done before it is late.
    pub as_of: Date,
}

impl Milestone {
    /// The day at which it is drawn: reached, or else planned.
    pub fn day(&self) -> Date {
        self.done.unwrap_or(self.planned)
    }

    /// Whether it was planned before `as_of` and is not reached.
    pub fn overdue(&self, as_of: Date) -> bool {
        self.done.is_none() && self.planned < as_of
    }
}

const AXIS: f32 = 14.0;
const GAP: f32 = 10.0;

/// Draws the figure `width` points wide. Labels that would collide are replaced by numbers, which the table
/// explains.
///
/// # Errors
/// [`ReportError::MissingGlyphs`] for a title that cannot be drawn, [`ReportError::Words`].
pub fn timeline(data: &Timeline, width: f32, words: &Words) -> Result<Figure, ReportError> {
    let mut milestones: Vec<&Milestone> = data.milestones.iter().collect();
    milestones.sort_by(|a, b| (a.day(), a.planned, &a.title).cmp(&(b.day(), b.planned, &b.title)));
    let done = milestones
        .iter()
        .filter(|milestone| milestone.done.is_some())
        .count();
    let overdue = milestones
        .iter()
        .filter(|milestone| milestone.overdue(data.as_of))
        .count();
    let title = words.with(
        "figure-timeline-title",
        &[
            ("done", done.into()),
            ("all", milestones.len().into()),
            ("overdue", overdue.into()),
        ],
    )?;
    let (scene, frames, numbered) = scene(data, &milestones, width, words)?;
    let table = table(data, &milestones, numbered, words)?;
    let mut alt = format!("{title}.");
    for row in &table.rows {
        alt.push(' ');
        alt.push_str(&row.join(", "));
        alt.push('.');
    }
    alt.push(' ');
    alt.push_str(&words.with("figure-timeline-updates", &[("count", data.updates.len().into())])?);
    Ok(Figure {
        title,
        alt,
        note: words.with(
            "figure-timeline-key",
            &[("date", words.date(data.as_of)?.as_str().into())],
        )?,
        scene,
        table,
        frames,
        numbered,
    })
}

fn state(milestone: &Milestone, as_of: Date, words: &Words) -> Result<String, ReportError> {
    match milestone.done {
        Some(done) if done > milestone.planned => {
            let late = lateness(milestone, words)?;
            words.with("report-milestone-done-late", &[("late", late.as_str().into())])
        }
        Some(_) => words.get("report-milestone-done"),
        None if milestone.overdue(as_of) => words.get("report-milestone-overdue"),
        None => words.get("report-milestone-planned"),
    }
}

/// How late a milestone is, for one that is.
fn lateness(milestone: &Milestone, words: &Words) -> Result<String, ReportError> {
    match milestone.done {
        Some(done) => {
            let days = (done - milestone.planned).num_days();
            words.with("report-milestone-late", &[("days", (days as usize).into())])
        }
        None => words.get("report-milestone-overdue"),
    }
}

fn table(
    data: &Timeline,
    milestones: &[&Milestone],
    numbered: bool,
    words: &Words,
) -> Result<Table, ReportError> {
    let mut rows = Vec::new();
    for (at, milestone) in milestones.iter().enumerate() {
        let name = if numbered {
            format!("{}. {}", at + 1, milestone.title)
        } else {
            milestone.title.clone()
        };
        let done = match milestone.done {
            Some(done) => words.date(done)?,
            None => words.get("report-no-value")?,
        };
        rows.push(vec![
            name,
            words.date(milestone.planned)?,
            done,
            state(milestone, data.as_of, words)?,
        ]);
    }
    Ok(Table {
        heads: vec![
            words.get("report-column-milestone")?,
            words.get("report-column-planned")?,
            words.get("report-column-reached")?,
            words.get("report-column-state")?,
        ],
        rows,
        numeric: Vec::new(),
    })
}

/// A milestone's words, wrapped and placed.
struct Caption {
    left: f32,
    right: f32,
    anchor: Anchor,
    x: f32,
    lines: Vec<(String, Ink)>,
}

fn scene(
    data: &Timeline,
    milestones: &[&Milestone],
    width: f32,
    words: &Words,
) -> Result<(Scene, Vec<Frame>, bool), ReportError> {
    let days = milestones.iter().map(|milestone| milestone.day());
    let all: Vec<Date> = days
        .chain(data.updates.iter().map(|update| update.date))
        .collect();
    let first = all.iter().copied().min().unwrap_or(data.as_of);
    let last = all.iter().copied().max().unwrap_or(data.as_of).max(first);
    let span = ((last - first).num_days() as f32).max(1.0);
    let place = |date: Date| {
        let share = (date - first).num_days() as f32 / span;
        6.0 + share.clamp(0.0, 1.0) * (width - 12.0)
    };

    let mut marks = vec![Mark::line(0.0, AXIS, width, AXIS, Ink::Before, 1.0)];
    let today = if data.as_of >= last {
        width
    } else {
        place(data.as_of)
    };
    if data.as_of >= first {
        marks.push(Mark::line(0.0, AXIS, today, AXIS, Ink::After, 2.5));
    }
    for update in &data.updates {
        let x = place(update.date);
        marks.push(Mark::line(x, AXIS - 8.0, x, AXIS - 2.5, Ink::After, 1.2));
    }
    for milestone in milestones {
        let x = place(milestone.day());
        match milestone.done {
            Some(_) => marks.push(Mark::dot(x, AXIS, 4.4, Ink::After)),
            None if milestone.overdue(data.as_of) => marks.push(Mark::Circle {
                x,
                y: AXIS,
                r: 4.1,
                ink: Ink::Late,
                fill: Ink::Paper,
                weight: 1.6,
            }),
            None => marks.push(Mark::ring(x, AXIS, 4.1)),
        }
    }

    let mut captions = Vec::new();
    for milestone in milestones {
        captions.push(caption(
            milestone,
            place(milestone.day()),
            width,
            milestones.len(),
            data,
            words,
        )?);
    }
    let collide = captions.windows(2).any(|pair| pair[0].right + GAP > pair[1].left);
    let mut height = AXIS + 12.0;
    if collide {
        let mut free = f32::NEG_INFINITY;
        for (at, milestone) in milestones.iter().enumerate() {
            let number = (at + 1).to_string();
            let half = measure(Face::Sans, &number, SMALL)? / 2.0;
            let x = place(milestone.day());
            // Days too close to number apart: the table gives the order.
            if x - half > free {
                marks.push(Mark::label(
                    x,
                    AXIS + 16.0,
                    number,
                    Anchor::Middle,
                    Ink::Text,
                    SMALL,
                ));
                free = x + half + 1.0;
            }
        }
        height = AXIS + 22.0;
    } else {
        for caption in captions {
            let count = caption.lines.len();
            for (at, (text, ink)) in caption.lines.into_iter().enumerate() {
                let size = if at + 1 == count { SMALL } else { LABEL };
                let y = AXIS + 17.0 + LINE * at as f32;
                marks.push(Mark::label(caption.x, y, text, caption.anchor, ink, size));
                height = height.max(y + 4.0);
            }
        }
    }
    let frame = |milestone: &&Milestone| Frame {
        x: place(milestone.day()) - 6.0,
        y: AXIS - 6.0,
        width: 12.0,
        height: 12.0,
    };
    let frames = milestones.iter().map(frame).collect();
    Ok((Scene { width, height, marks }, frames, collide))
}

fn caption(
    milestone: &Milestone,
    x: f32,
    width: f32,
    count: usize,
    data: &Timeline,
    words: &Words,
) -> Result<Caption, ReportError> {
    let room = (width / count.max(1) as f32 - GAP).clamp(54.0, 130.0);
    let mut lines: Vec<(String, Ink)> = wrapped(&milestone.title, LABEL, room)?
        .into_iter()
        .map(|line| (line, Ink::Text))
        .collect();
    let late = milestone.overdue(data.as_of) || milestone.done.is_some_and(|done| done > milestone.planned);
    let date = words.short_date(milestone.day())?;
    let date = match late {
        true => format!("{date}, {}", lateness(milestone, words)?),
        false => date,
    };
    lines.push((date, if late { Ink::Late } else { Ink::Quiet }));
    let mut wide = 0.0_f32;
    for (text, _) in &lines {
        wide = wide.max(measure(Face::Sans, text, LABEL)?);
    }
    let (anchor, left) = if x - wide / 2.0 < 0.0 {
        (Anchor::Start, 0.0)
    } else if x + wide / 2.0 > width {
        (Anchor::End, width - wide)
    } else {
        (Anchor::Middle, x - wide / 2.0)
    };
    let at = match anchor {
        Anchor::Start => left,
        Anchor::Middle => x,
        Anchor::End => width,
    };
    Ok(Caption {
        left,
        right: left + wide,
        anchor,
        x: at,
        lines,
    })
}
