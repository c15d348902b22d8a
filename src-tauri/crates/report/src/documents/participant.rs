//! The participant summary: two pages that a participant takes home.

use super::{finish, led, line, small, twin};
use crate::ReportError;
use crate::documents::Paper;
use crate::figures::{
    AttendanceMark, AttendanceStatus, Dumbbell, Figure, Milestone, Timeline, UpdateMark, attendance_strip,
    dumbbell, dumbbell_strips, tally, timeline,
};
use crate::layout::content_width;
use crate::model::{Align, Block, Cell, Chart, Column, Entry, Grid, Look, Prose, Report, Width};
use crate::words::{Date, Words};

/// Everything the summary says about one person in one cohort.
#[derive(Debug, Clone, PartialEq)]
pub struct ParticipantSummary {
    /// Display name of the cohort, e.g. "Prairie State cohort, 2026–27".
    pub cohort: String,
    /// Name of the facility that runs it.
    pub facility: String,
    /// Number of the award that pays for the program; stands at the top of each page.
    pub award: Option<String>,
    /// Participant code, e.g. "N01".
    pub code: String,
    /// The person's name.
    pub name: String,
    /// Sector, level, institution and the like, in the order they are shown.
    pub identity: Vec<String>,
    /// The coach's name.
    pub coach: Option<String>,
    /// The day of the data: the last change that the summary shows.
    pub as_of: Date,
    /// Sheet size.
    pub paper: Paper,
    /// Ratings; `None` while there is no sheet.
    pub ratings: Option<Dumbbell>,
    /// Sentences that people wrote about the ratings.
    pub stands_out: Vec<String>,
    /// The project.
    pub project: Option<ProjectSummary>,
    /// The cohort's sessions in order of date.
    pub attendance: Vec<AttendanceMark>,
    /// Lessons applied, the latest first.
    pub lessons: Vec<Lesson>,
    /// Next steps in the participant's words.
    pub next_steps: Vec<NextStep>,
    /// The coach's notes that are meant for the participant.
    pub coach_notes: Vec<CoachNote>,
}

/// A project, as the summary shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct ProjectSummary {
    /// Its title.
    pub title: String,
    /// One or two sentences: the problem and who benefits.
    pub sentence: Option<String>,
    /// Status in plain words, e.g. "On course".
    pub status: Option<String>,
    /// Its milestones.
    pub milestones: Vec<Milestone>,
    /// Its updates, the latest first. All are drawn as ticks, the first three are printed.
    pub updates: Vec<ProjectUpdate>,
}

/// A dated update.
#[derive(Debug, Clone, PartialEq)]
pub struct ProjectUpdate {
    /// The day it tells of.
    pub date: Date,
    /// What was written.
    pub text: String,
    /// Pieces of evidence attached.
    pub evidence: u32,
}

/// Something learnt in the program and used at work.
#[derive(Debug, Clone, PartialEq)]
pub struct Lesson {
    /// What changed.
    pub what: String,
    /// The session or block it came from.
    pub source: Option<String>,
    /// The competency it belongs to.
    pub competency: Option<String>,
}

/// Something the participant means to do.
#[derive(Debug, Clone, PartialEq)]
pub struct NextStep {
    /// The step.
    pub text: String,
    /// By when.
    pub due: Option<Date>,
}

/// A coach's note.
#[derive(Debug, Clone, PartialEq)]
pub struct CoachNote {
    /// The day it was written.
    pub date: Date,
    /// Who wrote it.
    pub author: String,
    /// The words.
    pub text: String,
}

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

/// Makes the summary.
///
/// # Errors
/// [`ReportError::MissingGlyphs`] names characters that no bundled font has; nothing is written then.
pub fn participant_summary(input: &ParticipantSummary) -> Result<Vec<u8>, ReportError> {
    let words = Words::english();
    let width = content_width(input.paper);
    let mut blocks = Vec::new();
    opening(&mut blocks, input, &words)?;
    ratings(&mut blocks, input, width, &words)?;
    if input.ratings.is_some() || input.project.is_some() {
        blocks.push(Block::PageBreak);
    }
    project(&mut blocks, input, width, &words)?;
    attendance(&mut blocks, input, width, &words)?;
    lessons(&mut blocks, input, &words)?;
    steps(&mut blocks, input, &words)?;
    notes(&mut blocks, input, &words)?;
    let as_of = words.date(input.as_of)?;
    let report = Report {
        title: words.with("participant-title", &[("name", input.name.as_str().into())])?,
        language: words.language(),
        paper: input.paper,
        date: Some(input.as_of),
        head: award(input, &words)?,
        foot: (
            input.cohort.clone(),
            words.with("report-as-of", &[("date", as_of.into())])?,
        ),
        blocks,
    };
    finish(&report, &words)
}

fn award(input: &ParticipantSummary, words: &Words) -> Result<Option<String>, ReportError> {
    let number = input.award.as_deref();
    number
        .map(|number| words.with("report-award", &[("number", number.into())]))
        .transpose()
}

fn opening(blocks: &mut Vec<Block>, input: &ParticipantSummary, words: &Words) -> Result<(), ReportError> {
    blocks.push(Block::Kicker(words.get("participant-kicker")?));
    blocks.push(Block::Heading(1, input.name.clone()));
    let code = words.with("participant-code", &[("code", input.code.as_str().into())])?;
    blocks.extend(line(&[Some(code), Some(input.identity.join(" · "))]));
    let coach = input.coach.as_deref();
    let coach = coach
        .map(|name| words.with("participant-coach", &[("name", name.into())]))
        .transpose()?;
    blocks.extend(line(&[
        Some(input.cohort.clone()),
        Some(input.facility.clone()),
        coach,
    ]));
    if let Some(award) = award(input, words)? {
        blocks.push(small(award));
    }
    blocks.push(Block::Keys(keys(input, words)?));
    Ok(())
}

fn keys(input: &ParticipantSummary, words: &Words) -> Result<Vec<(String, String)>, ReportError> {
    let of = |part: usize, whole: usize| {
        words.with(
            "participant-key-of",
            &[("part", part.into()), ("whole", whole.into())],
        )
    };
    let held = input
        .attendance
        .iter()
        .filter(|mark| mark.status != AttendanceStatus::Expected);
    let there = held.clone().filter(|mark| mark.status.attended()).count();
    let held = held.count();
    let mut keys = Vec::new();
    if held > 0 {
        keys.push((of(there, held)?, words.get("participant-key-sessions")?));
    }
    if let Some(ratings) = input.ratings.as_ref().filter(|ratings| ratings.after.is_some()) {
        let count = tally(&ratings.rows);
        keys.push((
            of(count.up, count.paired())?,
            words.get("participant-key-competencies")?,
        ));
    }
    if let Some(project) = input
        .project
        .as_ref()
        .filter(|project| !project.milestones.is_empty())
    {
        let done = project
            .milestones
            .iter()
            .filter(|milestone| milestone.done.is_some())
            .count();
        keys.push((
            of(done, project.milestones.len())?,
            words.get("participant-key-milestones")?,
        ));
    }
    let lessons = input.lessons.len();
    let label = words.with("participant-key-lessons", &[("count", lessons.into())])?;
    keys.push((lessons.to_string(), label));
    Ok(keys)
}

fn ratings(
    blocks: &mut Vec<Block>,
    input: &ParticipantSummary,
    width: f32,
    words: &Words,
) -> Result<(), ReportError> {
    let Some(ratings) = &input.ratings else {
        blocks.push(Block::Heading(2, words.get("participant-ratings")?));
        blocks.push(Block::Text(Prose::plain(
            Look::Body,
            words.get("participant-ratings-none")?,
        )));
        return Ok(());
    };
    let whole = dumbbell(ratings, width, words)?;
    blocks.push(Block::Heading(2, whole.title.clone()));
    blocks.push(Block::Table(chart_table(&whole, ratings)));
    blocks.push(small(whole.note.clone()));
    if !input.stands_out.is_empty() {
        blocks.push(Block::Heading(2, words.get("participant-stands-out")?));
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
        chart: Some(Chart {
            column: 1,
            alt: figure.alt.clone(),
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
    }
}

fn entry(parts: Vec<Prose>) -> Entry {
    Entry { parts }
}

fn project(
    blocks: &mut Vec<Block>,
    input: &ParticipantSummary,
    width: f32,
    words: &Words,
) -> Result<(), ReportError> {
    blocks.push(Block::Kicker(words.get("participant-project")?));
    let Some(project) = &input.project else {
        blocks.push(Block::Text(Prose::plain(
            Look::Body,
            words.get("participant-project-none")?,
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
            "participant-project-status",
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
    blocks.push(Block::Heading(3, words.get("participant-updates")?));
    let mut entries = Vec::new();
    for update in project.updates.iter().take(UPDATES) {
        let mut parts = vec![led(Look::Body, &words.date(update.date)?, &update.text)];
        if update.evidence > 0 {
            let evidence = words.with(
                "participant-update-evidence",
                &[("count", update.evidence.into())],
            )?;
            parts.push(Prose::plain(Look::Small, evidence));
        }
        entries.push(entry(parts));
    }
    blocks.push(Block::List(entries));
    Ok(())
}

fn attendance(
    blocks: &mut Vec<Block>,
    input: &ParticipantSummary,
    width: f32,
    words: &Words,
) -> Result<(), ReportError> {
    if input.attendance.is_empty() {
        blocks.push(Block::Heading(2, words.get("participant-attendance")?));
        blocks.push(Block::Text(Prose::plain(
            Look::Body,
            words.get("participant-attendance-none")?,
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

fn lessons(blocks: &mut Vec<Block>, input: &ParticipantSummary, words: &Words) -> Result<(), ReportError> {
    blocks.push(Block::Heading(2, words.get("participant-lessons")?));
    if input.lessons.is_empty() {
        blocks.push(Block::Text(Prose::plain(
            Look::Body,
            words.get("participant-lessons-none")?,
        )));
        return Ok(());
    }
    let mut entries = Vec::new();
    for lesson in &input.lessons {
        let mut parts = vec![Prose::bold(Look::Body, lesson.what.as_str())];
        let origin = match (&lesson.source, &lesson.competency) {
            (Some(source), Some(competency)) => Some(words.with(
                "participant-lesson-source",
                &[
                    ("source", source.as_str().into()),
                    ("competency", competency.as_str().into()),
                ],
            )?),
            (Some(source), None) => Some(words.with(
                "participant-lesson-source-only",
                &[("source", source.as_str().into())],
            )?),
            (None, Some(competency)) => Some(words.with(
                "participant-lesson-competency-only",
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

fn steps(blocks: &mut Vec<Block>, input: &ParticipantSummary, words: &Words) -> Result<(), ReportError> {
    blocks.push(Block::Heading(2, words.get("participant-steps")?));
    if input.next_steps.is_empty() {
        blocks.push(Block::Text(Prose::plain(
            Look::Body,
            words.get("participant-steps-none")?,
        )));
        return Ok(());
    }
    let mut entries = Vec::new();
    for step in &input.next_steps {
        let text = match step.due {
            Some(due) => words.with(
                "participant-step-due",
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

fn notes(blocks: &mut Vec<Block>, input: &ParticipantSummary, words: &Words) -> Result<(), ReportError> {
    if input.coach_notes.is_empty() {
        return Ok(());
    }
    blocks.push(Block::Heading(2, words.get("participant-coach-notes")?));
    for note in &input.coach_notes {
        let source = format!("{}, {}", note.author, words.date(note.date)?);
        blocks.push(Block::Quote(note.text.clone(), source));
    }
    Ok(())
}
