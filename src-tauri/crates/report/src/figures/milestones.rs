//! Many projects along one line of time: a row each, a mark per milestone.

use super::marks::row_height;
use super::{
    Anchor, Figure, Frame, Ink, LABEL, Mark, Milestone, SMALL, Scene, Table, names, widest, wrapped,
};
use crate::ReportError;
use crate::text::measure;
use crate::words::{Date, Words};
use chrono::{Datelike, Months};

/// One project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectRow {
    /// Its title.
    pub title: String,
    /// Its milestones, in any order.
    pub milestones: Vec<Milestone>,
}

/// The projects of a cohort.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MilestoneStrip {
    /// The projects, in the order they are shown.
    pub projects: Vec<ProjectRow>,
    /// The day of the data: what is not done before it is late.
    pub as_of: Date,
}

/// How far a project is.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    done: usize,
    overdue: usize,
    planned: usize,
}

impl Counts {
    fn of(milestones: &[Milestone], as_of: Date) -> Self {
        let mut counts = Self::default();
        for milestone in milestones {
            match milestone.done {
                Some(_) => counts.done += 1,
                None if milestone.overdue(as_of) => counts.overdue += 1,
                None => counts.planned += 1,
            }
        }
        counts
    }

    fn all(self) -> usize {
        self.done + self.overdue + self.planned
    }
}

const HEAD: f32 = 16.0;

/// Draws the figure `width` points wide.
///
/// # Errors
/// [`ReportError::MissingGlyphs`] for a title that cannot be drawn, [`ReportError::Words`].
pub fn milestone_strip(data: &MilestoneStrip, width: f32, words: &Words) -> Result<Figure, ReportError> {
    let mut sum = Counts::default();
    let mut rows = Vec::new();
    for project in &data.projects {
        let counts = Counts::of(&project.milestones, data.as_of);
        sum.done += counts.done;
        sum.overdue += counts.overdue;
        sum.planned += counts.planned;
        let numbers = [counts.done, counts.overdue, counts.planned].map(|count| count.to_string());
        let mut row = vec![project.title.clone()];
        row.extend(numbers);
        rows.push(row);
    }
    let args = [
        ("projects", data.projects.len().into()),
        ("done", sum.done.into()),
        ("all", sum.all().into()),
        ("overdue", sum.overdue.into()),
    ];
    let title = words.with("figure-strip-title", &args)?;
    let mut alt = format!("{title}.");
    for row in &rows {
        let args = [
            ("project", row[0].as_str().into()),
            ("done", row[1].as_str().into()),
            ("overdue", row[2].as_str().into()),
            ("planned", row[3].as_str().into()),
        ];
        alt.push(' ');
        alt.push_str(&words.with("figure-strip-alt", &args)?);
    }
    let (scene, frames) = scene(data, width, words)?;
    let date = words.date(data.as_of)?;
    Ok(Figure {
        title,
        alt,
        note: words.with("figure-strip-key", &[("date", date.as_str().into())])?,
        scene,
        table: Table {
            heads: vec![
                words.get("figure-strip-project")?,
                words.sentence(&words.get("report-milestone-done")?),
                words.sentence(&words.get("report-milestone-overdue")?),
                words.sentence(&words.get("report-milestone-planned")?),
            ],
            rows,
            numeric: vec![1, 2, 3],
        },
        frames,
        numbered: false,
    })
}

fn scene(data: &MilestoneStrip, width: f32, words: &Words) -> Result<(Scene, Vec<Frame>), ReportError> {
    let titles = data.projects.iter().map(|project| project.title.as_str());
    let left = widest(titles, LABEL)?.min(width * 0.36);
    let mut sums = Vec::new();
    for project in &data.projects {
        let counts = Counts::of(&project.milestones, data.as_of);
        let args = [("part", counts.done.into()), ("whole", counts.all().into())];
        sums.push(words.with("report-participant-key-of", &args)?);
    }
    let right = widest(sums.iter().map(String::as_str), LABEL)?;
    let (from, to) = (left + 18.0, width - right - 18.0);
    let all = data.projects.iter().flat_map(|project| &project.milestones);
    let days = || all.clone().map(Milestone::day);
    let first = days().min().unwrap_or(data.as_of).min(data.as_of);
    let last = days().max().unwrap_or(data.as_of).max(data.as_of);
    let span = ((last - first).num_days() as f32).max(1.0);
    let place = |day: Date| from + (day - first).num_days() as f32 / span * (to - from);

    let (mut body, mut frames) = (Vec::new(), Vec::new());
    let mut y = HEAD;
    for (project, sum) in data.projects.iter().zip(sums) {
        let lines = wrapped(&project.title, LABEL, left.max(1.0) + 0.5)?;
        let height = row_height(lines.len());
        let middle = y + height / 2.0;
        body.extend(names(lines, 0.0, middle, Anchor::Start));
        body.push(Mark::line(from, middle, to, middle, Ink::Grid, 0.75));
        let mut milestones: Vec<&Milestone> = project.milestones.iter().collect();
        // What needs a look lies on top.
        milestones.sort_by_key(|milestone| (milestone.overdue(data.as_of), milestone.day()));
        body.extend(milestones.iter().map(|milestone| {
            let x = place(milestone.day());
            match milestone.done {
                Some(_) => Mark::dot(x, middle, 3.9, Ink::After),
                None if milestone.overdue(data.as_of) => square(x, middle),
                None => Mark::ring(x, middle, 3.6),
            }
        }));
        body.push(Mark::label(
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
    let mut marks = months((first, last), (from, to), (HEAD - 3.0, y), &place, words)?;
    let today = place(data.as_of);
    marks.push(Mark::Line {
        x1: today,
        y1: HEAD - 3.0,
        x2: today,
        y2: y,
        ink: Ink::Quiet,
        weight: 0.75,
        dashed: true,
    });
    marks.append(&mut body);
    let height = y + 1.0;
    Ok((Scene { width, height, marks }, frames))
}

/// An overdue milestone: another shape, not only another colour.
fn square(x: f32, y: f32) -> Mark {
    Mark::Box {
        x: x - 3.4,
        y: y - 3.4,
        width: 6.8,
        height: 6.8,
        ink: Ink::Late,
        fill: Ink::Paper,
        weight: 1.6,
        dashed: false,
    }
}

/// Names of months over the rows, as many as have room, with lines down to the last row.
fn months(
    (first, last): (Date, Date),
    (from, to): (f32, f32),
    (top, bottom): (f32, f32),
    place: &impl Fn(Date) -> f32,
    words: &Words,
) -> Result<Vec<Mark>, ReportError> {
    let mut marks = Vec::new();
    let mut month = first.with_day(1).unwrap_or(first);
    let mut free = from - 1.0;
    while month <= last {
        let x = place(month);
        if x >= from - 0.5 {
            let name = words.get(&format!("report-month-short-{}", month.month()))?;
            // January and the first one say the year.
            let label = if marks.is_empty() || month.month() == 1 {
                format!("{name} {}", month.year())
            } else {
                name
            };
            let wide = measure(crate::fonts::Face::Sans, &label, SMALL)?;
            if x >= free && x + wide <= to + 16.0 {
                marks.push(Mark::line(x, top, x, bottom, Ink::Grid, 0.6));
                marks.push(Mark::label(x, 8.5, label, Anchor::Start, Ink::Quiet, SMALL));
                free = x + wide + 6.0;
            }
        }
        match month.checked_add_months(Months::new(1)) {
            Some(next) => month = next,
            None => break,
        }
    }
    Ok(marks)
}
