//! Evidence under an outcome: added, corrected, taken away, never rewritten.

use std::path::Path;

use nexus_domain::ids::{CohortId, OutcomeEvidenceId, PersonId};
use nexus_domain::outcomes::{Evidence, EvidenceFile, Outcome};
use nexus_domain::projects::{LARGEST, media_of};
use nexus_store::{Write, attachment, cohorts, outcomes};

use super::find;
use super::reading::today;
use super::views::OutcomeEvidenceInput;
use crate::foreign::{self, file_name};
use crate::input::{id, id_or_none, line, lines, past_day, required};
use crate::{App, AppError, Done, Result};

/// Files evidence under an outcome.
///
/// # Errors
/// [`AppError::Invalid`] without words or for a day to come; [`AppError::NotFound`], also for a person who is not in
/// the cohort; those of the store.
pub fn add_evidence(app: &App, outcome: &str, input: &OutcomeEvidenceInput) -> Result<Done<String>> {
    let outcome = find(app, outcome)?;
    let file = read_file(input)?;
    app.act("outcomes.evidence-add", &outcome.title, |w| {
        put(app, w, &outcome, input, file.as_ref(), None)
    })
}

/// Puts other words in the place of a piece of evidence; the earlier ones are kept and no longer count.
///
/// # Errors
/// As [`add_evidence`].
pub fn correct_evidence(app: &App, evidence: &str, input: &OutcomeEvidenceInput) -> Result<Done<String>> {
    let (before, outcome) = find_evidence(app, evidence)?;
    let file = read_file(input)?;
    app.act("outcomes.evidence-correct", &outcome.title, |w| {
        put(app, w, &outcome, input, file.as_ref(), Some(before.id))
    })
}

/// Takes a piece of evidence into the bin, with the earlier wordings that it stands for.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn remove_evidence(app: &App, evidence: &str) -> Result<Done<()>> {
    let (evidence, outcome) = find_evidence(app, evidence)?;
    app.act("outcomes.evidence-remove", &outcome.title, |w| {
        // An earlier wording that another piece corrects too stays hidden behind that one.
        let all = outcomes::evidence(w, outcome.program)?;
        outcomes::set_evidence_deleted(w, evidence.id, true)?;
        let mut gone = vec![evidence.id];
        let mut next = evidence.corrects;
        while let Some(earlier) = next.filter(|earlier| !gone.contains(earlier)) {
            if all
                .iter()
                .any(|one| one.corrects == Some(earlier) && !gone.contains(&one.id))
            {
                break;
            }
            let Some(row) = all.iter().find(|one| one.id == earlier) else {
                break;
            };
            outcomes::set_evidence_deleted(w, earlier, true)?;
            gone.push(earlier);
            next = row.corrects;
        }
        Ok(())
    })
}

/// Writes a copy of the file of evidence to a place of the person's choice. It is neither opened nor run.
///
/// # Errors
/// [`AppError::NotFound`] for evidence without a file, or a file that is not on this laptop; [`AppError::Io`]; those of
/// the store.
pub fn save_evidence(app: &App, evidence: &str, to: &Path) -> Result<()> {
    let (found, _) = find_evidence(app, evidence)?;
    let file = found.file.ok_or_else(|| missing("file", evidence))?;
    let bytes = app.ws().read(|r| attachment::bytes(r, &file.content))?;
    foreign::write(to, &bytes)
}

/// The name and the bytes of a file that is to be kept; read before the step begins, so that nobody waits for it who
/// writes.
fn read_file(input: &OutcomeEvidenceInput) -> Result<Option<(String, Vec<u8>)>> {
    if input.file.is_empty() {
        return Ok(None);
    }
    let path = Path::new(&input.file);
    let most = format!("at most {LARGEST} (10 MB) can be attached");
    Ok(Some((file_name(path), foreign::read(path, LARGEST, &most)?)))
}

fn find_evidence(app: &App, evidence: &str) -> Result<(Evidence, Outcome)> {
    let id: OutcomeEvidenceId = id("evidence", evidence)?;
    app.ws().read(|r| {
        let evidence = outcomes::evidence_by_id(r, id)?;
        let outcome = outcomes::by_id(r, evidence.outcome)?;
        Ok((evidence, outcome))
    })
}

fn put(
    app: &App,
    w: &Write<'_>,
    outcome: &Outcome,
    input: &OutcomeEvidenceInput,
    file: Option<&(String, Vec<u8>)>,
    corrects: Option<OutcomeEvidenceId>,
) -> Result<String> {
    let place = &outcome.title;
    let cohort: Option<CohortId> = id_or_none("cohort", &input.cohort)?;
    let person: Option<PersonId> = id_or_none("participant", &input.person)?;
    if let Some(cohort) = cohort
        && cohorts::by_id(w, cohort)?.program != outcome.program
    {
        return Err(missing("cohort", &input.cohort));
    }
    // Whoever left the cohort since stays named in a correction, and its file stays.
    let (kept, kept_file) = match corrects {
        Some(before) => {
            let before = outcomes::evidence_by_id(w, before)?;
            (before.person, before.file.filter(|_| !input.without_file))
        }
        None => (None, None),
    };
    let file = match file {
        Some((name, bytes)) => Some(EvidenceFile {
            name: name.clone(),
            content: attachment::keep(w, bytes, media_of(name))?,
        }),
        None => kept_file,
    };
    if let Some(person) = person.filter(|person| Some(*person) != kept) {
        let members = match cohort {
            Some(cohort) => cohorts::members(w, cohort)?,
            None => Vec::new(),
        };
        if !members.iter().any(|(_, member)| member.id == person) {
            return Err(missing("participant", &input.person));
        }
    }
    let evidence = Evidence {
        id: OutcomeEvidenceId(app.new_id()),
        outcome: outcome.id,
        cohort,
        person,
        date: past_day(place, "day", &input.date, today(app, w)?)?,
        what: required(
            place,
            "what happened",
            lines(place, "what happened", &input.what)?,
            "what happened",
        )?,
        witness: line(place, "who can confirm it", &input.witness)?,
        link: line(place, "where more can be read", &input.link)?,
        file,
        quote: input.quote,
        author: app.author(),
        corrects,
    };
    outcomes::add_evidence(w, &evidence)?;
    Ok(evidence.id.to_string())
}

fn missing(what: &'static str, key: &str) -> AppError {
    AppError::NotFound {
        what,
        key: key.to_owned(),
    }
}
