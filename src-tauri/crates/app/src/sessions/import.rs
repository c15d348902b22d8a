//! Agendas from text: what an import would make, and making it.

use std::path::Path;

use nexus_domain::ids::{BlockId, CohortId, SessionId};
use nexus_domain::people::letters::same;
use nexus_domain::sessions::agenda::{Agenda, read};
use nexus_domain::sessions::{Block, Run, Session, link, times};
use nexus_interop::plain::{PlainError, plain_text};
use nexus_store::{Write, cohorts, sessions};

use super::{AgendaPreview, AgendaProblemView, BlockView, block_view, competencies, count, day, invalid};
use crate::{App, AppError, Done, Result, foreign};

/// Largest agenda, in bytes.
const LIMIT: u64 = 1_000_000;

/// The text of a file: UTF-8, UTF-16 or Windows-1252, at most 1 MB.
///
/// # Errors
/// [`AppError::Io`]; [`AppError::Unusable`] for a file that is too large, empty or no text.
pub fn agenda_file(path: &Path) -> Result<String> {
    let most = format!("at most {LIMIT} (1 MB) are read");
    let bytes = foreign::read(path, LIMIT, &most)?;
    plain_text(&bytes).map_err(|error| AppError::Unusable {
        file: foreign::file_name(path),
        reason: match error {
            PlainError::Empty => "empty",
            PlainError::WrongKind { .. } => "wrong-kind",
            PlainError::NotText { .. } => "not-text",
        },
        found: error.to_string(),
    })
}

/// What an agenda says and what is the matter with it.
///
/// # Errors
/// [`AppError::Unusable`] for text of more than 1 MB; those of the store.
pub fn preview(app: &App, text: &str) -> Result<AgendaPreview> {
    let agenda = read_checked(text)?;
    let names = app.ws().read(competencies::names)?;
    let blocks = blocks(&agenda, &names, |line| {
        BlockId(uuid::Uuid::from_u128(u128::from(line)))
    });
    let starts = agenda.lines.first().map_or(0, |first| first.start);
    let slots = times(starts, &blocks);
    let mut unknown: Vec<String> = Vec::new();
    for line in &agenda.lines {
        for name in link(&line.competencies, &names).unknown {
            if !unknown.contains(&name) {
                unknown.push(name);
            }
        }
    }
    let blocks = blocks.iter().zip(slots).zip(&agenda.lines);
    Ok(AgendaPreview {
        title: agenda.title,
        facility: agenda.facility,
        zone: agenda.zone.map(|zone| zone.name().to_owned()),
        blocks: blocks
            .map(|((block, slot), line)| BlockView {
                id: line.line.to_string(),
                ..block_view(block, slot)
            })
            .collect(),
        problems: agenda
            .problems
            .into_iter()
            .map(|problem| AgendaProblemView {
                line: problem.line,
                matter: problem.matter,
                left_out: problem.matter.leaves_out(),
                found: problem.found,
            })
            .collect(),
        unknown_competencies: unknown,
    })
}

/// Makes a session of an agenda, as one step of undo.
///
/// # Errors
/// [`AppError::Unusable`] for an agenda without a usable line; [`AppError::Invalid`] for a day that is none, or
/// if the cohort has a session of this title on this day; [`AppError::NotFound`]; those of the store.
pub fn import(app: &App, cohort: &str, date: &str, text: &str) -> Result<Done<String>> {
    let cohort = crate::cohorts::read_id(cohort)?;
    let agenda = read_checked(text)?;
    if agenda.lines.is_empty() {
        return Err(AppError::Unusable {
            file: "agenda".to_owned(),
            reason: "no-blocks",
            found: match agenda.problems.first() {
                Some(problem) => format!(
                    "no line of it is a block; line {} says {:?}",
                    problem.line, problem.found
                ),
                None => "no line of it is a block".to_owned(),
            },
        });
    }
    let date = day(&agenda.title, date)?;
    let title = if agenda.title.is_empty() {
        format!("Session of {date}")
    } else {
        agenda.title.clone()
    };
    app.act("sessions.import", &title, |w| {
        cohorts::by_id(w, cohort)?;
        let known = sessions::of_cohort(w, cohort)?;
        if known
            .iter()
            .any(|other| other.date == date && same(&other.title, &title))
        {
            let found = date.to_string();
            return Err(invalid(
                &title,
                "date",
                &found,
                "a day without a session of this title",
            ));
        }
        Ok(store(app, w, cohort, date, &title, &agenda)?.0.to_string())
    })
}

/// Stores an agenda as a session, within an action.
pub(super) fn store(
    app: &App,
    w: &Write<'_>,
    cohort: CohortId,
    date: chrono::NaiveDate,
    title: &str,
    agenda: &Agenda,
) -> Result<(SessionId, Vec<Block>)> {
    let zone = agenda.zone.map_or("", |zone| zone.name());
    let (place, zone) = super::defaults(w, &agenda.facility, zone)?;
    let session = Session {
        id: SessionId(app.new_id()),
        cohort,
        title: title.to_owned(),
        place,
        zone,
        date,
        starts: agenda.lines.first().map_or(0, |first| first.start),
        began: None,
        ended: None,
    };
    sessions::put(w, &session)?;
    let blocks = blocks(agenda, &competencies::names(w)?, |_| BlockId(app.new_id()));
    for (at, block) in blocks.iter().enumerate() {
        sessions::add_block(w, session.id, count(at), block, &Run::default())?;
    }
    Ok((session.id, blocks))
}

fn blocks(agenda: &Agenda, names: &[String], id: impl Fn(u32) -> BlockId) -> Vec<Block> {
    let lines = agenda.lines.iter();
    lines
        .map(|line| Block {
            competencies: link(&line.competencies, names).names,
            ..line.block(id(line.line))
        })
        .collect()
}

fn read_checked(text: &str) -> Result<Agenda> {
    let found = text.len();
    if u64::try_from(found).unwrap_or(u64::MAX) > LIMIT * 2 {
        return Err(AppError::Unusable {
            file: "agenda".to_owned(),
            reason: "too-large",
            found: format!("it has {found} bytes, and at most {LIMIT} are read"),
        });
    }
    Ok(read(text))
}
