//! The sections of the participant summary.

use super::ParticipantSummary;
use crate::ReportError;
use crate::documents::{led, small, twin};
use crate::figures::{
    Dumbbell, Figure, Timeline, UpdateMark, attendance_strip, dumbbell, dumbbell_strips, timeline,
};
use crate::model::{Align, Block, Cell, Chart, Column, Entry, Grid, Look, Prose, Width};
use crate::words::Words;

/// Updates that are printed; the others are ticks on the line.
const UPDATES: usize = 3;
/// Width of the dumbbells between the names and the numbers.
const CHART: f32 = 132.0;
/// Height of one dumbbell.
const STRIP: f32 = 18.0;
/// Width of a column of ratings; "unreadable" fits.
const NUMBER: f32 = 52.0;
/// Sessions that the strip can name; more are listed in a table.
const NAMED: usize = 4;

/// The ratings: finding, dumbbells in their table, how to read them, what stands out.
pub(super) fn ratings(
    blocks: &mut Vec<Block>,
    input: &ParticipantSummary,
    width: f32,
    words: &Words,
) -> Result<(), ReportError> {
    let Some(ratings) = &input.ratings else {
        blocks.push(Block::Heading(2, words.get("report-participant-ratings")?));
        blocks.push(Block::Text(Prose::plain(
            Look::Body,
            words.get("report-participant-ratings-none")?,
        )));
        return Ok(());
    };
    let whole = dumbbell(ratings, width, words)?;
    blocks.push(Block::Heading(2, whole.title.clone()));
    blocks.push(Block::Table(chart_table(&whole, ratings)));
    blocks.push(small(whole.note.clone()));
    if !input.stands_out.is_empty() {
        blocks.push(Block::Heading(2, words.get("report-participant-stands-out")?));
        let entries = input
            .stands_out
            .iter()
            .map(|text| entry(vec![Prose::plain(Look::Body, text)]));
        blocks.push(Block::List(entries.collect()));
    }
    Ok(())
}

/// The ratings' table with the dumbbells in a column of their own, after the names.
fn chart_table(figure: &Figure, ratings: &Dumbbell) -> Grid {
    let (head, strips) = dumbbell_strips(ratings, CHART, STRIP);
    let free = Column {
        head: String::new(),
        width: Width::Points(CHART),
        align: Align::Left,
    };
    let mut columns: Vec<Column> = figure
        .table
        .heads
        .iter()
        .enumerate()
        .map(|(at, head)| Column {
            head: head.clone(),
            width: if at == 0 {
                Width::Share(1.0)
            } else {
                Width::Points(NUMBER)
            },
            align: if at == 0 { Align::Left } else { Align::Right },
        })
        .collect();
    columns.insert(1, free);
    let rows = figure.table.rows.iter().map(|row| {
        let mut cells: Vec<Cell> = row.iter().map(Cell::text).collect();
        if let Some(change) = cells
            .last_mut()
            .filter(|_| row.last().is_some_and(|text| moved(text)))
        {
            change.parts = row
                .last()
                .map(|text| Prose::bold(Look::Label, text))
                .into_iter()
                .collect();
        }
        cells.insert(1, Cell::default());
        cells
    });
    Grid {
        columns,
        rows: rows.collect(),
        row_head: 0,
        row_height: STRIP,
        tight: true,
        chart: Some(Chart {
            column: 1,
            alt: figure.alt.clone(),
            fact: None,
            head,
            strips,
        }),
    }
}

/// Whether a change is one: it bears a sign.
fn moved(change: &str) -> bool {
    change.starts_with(['+', '−'])
}

fn figure(figure: &Figure) -> Block {
    Block::Figure {
        scene: figure.scene.clone(),
        alt: figure.alt.clone(),
        fact: None,
    }
}

fn entry(parts: Vec<Prose>) -> Entry {
    Entry { parts }
}

/// The project along its line, and the latest updates.
pub(super) fn project(
    blocks: &mut Vec<Block>,
    input: &ParticipantSummary,
    width: f32,
    words: &Words,
) -> Result<(), ReportError> {
    blocks.push(Block::Kicker(words.get("report-participant-project")?));
    let Some(project) = &input.project else {
        blocks.push(Block::Text(Prose::plain(
            Look::Body,
            words.get("report-participant-project-none")?,
        )));
        return Ok(());
    };
    blocks.push(Block::Heading(2, project.title.clone()));
    if let Some(sentence) = &project.sentence {
        blocks.push(Block::Text(Prose::plain(Look::Body, sentence)));
    }
    let line = timeline(
        &Timeline {
            milestones: project.milestones.clone(),
            updates: project
                .updates
                .iter()
                .map(|update| UpdateMark { date: update.date })
                .collect(),
            as_of: input.as_of,
        },
        width,
        words,
    )?;
    let mut finding = line.title.clone();
    if let Some(status) = &project.status {
        let status = words.with(
            "report-participant-project-status",
            &[("status", status.as_str().into())],
        )?;
        finding = format!("{finding}. {status}");
    }
    blocks.push(Block::Heading(3, finding));
    if !project.milestones.is_empty() {
        blocks.push(figure(&line));
        blocks.push(small(line.note.clone()));
        if line.numbered {
            blocks.push(twin(&line.table, &[3.0, 1.6, 1.6, 2.0]));
        }
    }
    if project.updates.is_empty() {
        return Ok(());
    }
    blocks.push(Block::Heading(3, words.get("report-participant-updates")?));
    let mut entries = Vec::new();
    for update in project.updates.iter().take(UPDATES) {
        let mut parts = vec![led(Look::Body, &words.date(update.date)?, &update.text)];
        if update.evidence > 0 {
            let evidence = words.with(
                "report-participant-update-evidence",
                &[("count", update.evidence.into())],
            )?;
            parts.push(Prose::plain(Look::Small, evidence));
        }
        entries.push(entry(parts));
    }
    blocks.push(Block::List(entries));
    Ok(())
}

/// Attendance, session by session.
pub(super) fn attendance(
    blocks: &mut Vec<Block>,
    input: &ParticipantSummary,
    width: f32,
    words: &Words,
) -> Result<(), ReportError> {
    if input.attendance.is_empty() {
        blocks.push(Block::Heading(2, words.get("report-participant-attendance")?));
        blocks.push(Block::Text(Prose::plain(
            Look::Body,
            words.get("report-participant-attendance-none")?,
        )));
        return Ok(());
    }
    let strip = attendance_strip(&input.attendance, width, words)?;
    blocks.push(Block::Heading(2, strip.title.clone()));
    blocks.push(figure(&strip));
    if input.attendance.len() > NAMED {
        blocks.push(small(strip.note.clone()));
        blocks.push(twin(&strip.table, &[3.0, 1.6, 1.6]));
    }
    Ok(())
}

/// What was learnt and used at work.
pub(super) fn lessons(
    blocks: &mut Vec<Block>,
    input: &ParticipantSummary,
    words: &Words,
) -> Result<(), ReportError> {
    blocks.push(Block::Heading(2, words.get("report-participant-lessons")?));
    if input.lessons.is_empty() {
        blocks.push(Block::Text(Prose::plain(
            Look::Body,
            words.get("report-participant-lessons-none")?,
        )));
        return Ok(());
    }
    let mut entries = Vec::new();
    for lesson in &input.lessons {
        let mut parts = vec![Prose::bold(Look::Body, lesson.what.as_str())];
        let origin = match (&lesson.source, &lesson.competency) {
            (Some(source), Some(competency)) => Some(words.with(
                "report-participant-lesson-source",
                &[
                    ("source", source.as_str().into()),
                    ("competency", competency.as_str().into()),
                ],
            )?),
            (Some(source), None) => Some(words.with(
                "report-participant-lesson-source-only",
                &[("source", source.as_str().into())],
            )?),
            (None, Some(competency)) => Some(words.with(
                "report-participant-lesson-competency-only",
                &[("competency", competency.as_str().into())],
            )?),
            (None, None) => None,
        };
        parts.extend(origin.map(|origin| Prose::plain(Look::Small, origin)));
        entries.push(entry(parts));
    }
    blocks.push(Block::List(entries));
    Ok(())
}

/// What comes next.
pub(super) fn steps(
    blocks: &mut Vec<Block>,
    input: &ParticipantSummary,
    words: &Words,
) -> Result<(), ReportError> {
    blocks.push(Block::Heading(2, words.get("report-participant-steps")?));
    if input.next_steps.is_empty() {
        blocks.push(Block::Text(Prose::plain(
            Look::Body,
            words.get("report-participant-steps-none")?,
        )));
        return Ok(());
    }
    let mut entries = Vec::new();
    for step in &input.next_steps {
        let text = match step.due {
            Some(due) => words.with(
                "report-participant-step-due",
                &[
                    ("date", words.date(due)?.into()),
                    ("text", step.text.as_str().into()),
                ],
            )?,
            None => step.text.clone(),
        };
        entries.push(entry(vec![Prose::plain(Look::Body, text)]));
    }
    blocks.push(Block::List(entries));
    Ok(())
}

/// The coach's words.
pub(super) fn notes(
    blocks: &mut Vec<Block>,
    input: &ParticipantSummary,
    words: &Words,
) -> Result<(), ReportError> {
    if input.coach_notes.is_empty() {
        return Ok(());
    }
    blocks.push(Block::Heading(2, words.get("report-participant-coach-notes")?));
    for note in &input.coach_notes {
        let source = format!("{}, {}", note.author, words.date(note.date)?);
        blocks.push(Block::Quote(note.text.clone(), source));
    }
    Ok(())
}
