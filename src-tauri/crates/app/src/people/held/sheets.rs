//! Sheets and projects in words.

use super::said::{Said, joined, row};
use super::views::*;
use crate::Result;

/// A sheet: its title with version, moment, day and state, and a row for each answer.
pub(super) fn sheet(said: &Said<'_>, sheet: &HeldSheet) -> Result<(String, Vec<HeldRow>)> {
    let version = said.0.with(
        "report-instrument-version",
        &[
            ("instrument", sheet.title.as_str().into()),
            ("version", sheet.version.into()),
        ],
    )?;
    let moment = said.get(&format!("report-moment-{}", sheet.moment.key()))?;
    let state = match sheet.state {
        HeldState::Counts => String::new(),
        HeldState::Replaced => said.get("report-held-replaced")?,
        HeldState::Unfinished => said.get("report-held-unfinished")?,
    };
    let answered = match sheet.answered.as_ref().or(sheet.entered.as_ref()) {
        Some(day) => said.day(day)?,
        None => String::new(),
    };
    let mode = match sheet.mode.as_str() {
        "" => String::new(),
        mode => said.get(&format!("report-held-means-{mode}"))?,
    };
    let rows = said.all(&sheet.answers, answer)?;
    Ok((joined(&[&version, &moment, &answered, &mode, &state]), rows))
}

fn answer(said: &Said<'_>, one: &HeldAnswer) -> Result<HeldRow> {
    let words = match (one.words.as_str(), one.code.as_bytes().first()) {
        ("", Some(b'0')) => said.get("report-rating-blank")?,
        ("", Some(b'-')) => said.get("report-rating-declined")?,
        ("", Some(b'~')) => said.get("report-rating-not-shown")?,
        ("", Some(b'?')) => joined(&[&said.get("report-rating-unreadable")?, &one.code[1..]]),
        (words, _) => words.to_owned(),
    };
    let label = match one.text.as_str() {
        "" => one.item.clone(),
        text => text.to_owned(),
    };
    Ok(row(label, words))
}

/// A project: its charter, milestones, updates and evidence.
pub(super) fn project(said: &Said<'_>, project: &HeldProject) -> Result<(String, Vec<HeldRow>)> {
    let title = said
        .0
        .with("report-held-project", &[("title", project.title.as_str().into())])?;
    let agreed = said.on("report-held-day", project.agreed.as_ref())?;
    let others = match project.others {
        0 => String::new(),
        count => said.0.with("report-held-others", &[("count", count.into())])?,
    };
    let mut rows = said.fields(&[
        ("problem", &project.problem),
        ("beneficiaries", &project.beneficiaries),
        ("institution", &project.institution),
        ("success", &project.success),
        ("agreed", &agreed),
        ("others", &others),
    ])?;
    rows.extend(said.all(&project.milestones, |said, one: &HeldMilestone| {
        Ok(HeldRow {
            label: said.get("report-column-milestone")?,
            text: one.title.clone(),
            detail: joined(&[
                &said.on("report-held-by", Some(&one.due))?,
                &said.get(&format!("report-held-milestone-{}", one.state.key()))?,
                &said.on("report-held-done", one.done.as_ref())?,
            ]),
        })
    })?);
    rows.extend(said.all(&project.updates, |said, one: &HeldUpdate| {
        Ok(HeldRow {
            label: said.day(&one.date)?,
            text: one.text.clone(),
            detail: joined(&[
                &said.get(&format!("report-project-{}", one.status.key()))?,
                &said.replaced(one.replaced)?,
            ]),
        })
    })?);
    rows.extend(said.all(&project.evidence, |said, one: &HeldEvidence| {
        let size = match one.size {
            Some(bytes) => said.0.with("report-held-file", &[("bytes", bytes.into())])?,
            None => String::new(),
        };
        Ok(HeldRow {
            label: said.get("report-held-evidence")?,
            text: one.title.clone(),
            detail: joined(&[&one.value, &size]),
        })
    })?);
    // A project of which only the title is written has a row too.
    if rows.is_empty() {
        rows = vec![row(
            said.get("report-participant-project")?,
            project.title.as_str(),
        )];
    }
    Ok((title, rows))
}
