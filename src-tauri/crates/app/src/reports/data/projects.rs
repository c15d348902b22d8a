//! Tables of projects and what hangs on them.

use std::collections::BTreeMap;

use nexus_domain::cohorts::{Cohort, participant_code};
use nexus_domain::projects::{EvidenceKind, MilestoneState, ProjectStatus};
use nexus_domain::reports::sheet::{Sheet, Value};
use nexus_store::{StoreError, cohorts, people, projects as rows};

use super::Source;
use super::columns::{Col, as_day, code, day, flag, joined, maybe_day, text, whole, word};
use crate::Result;
use crate::projects::{EvidenceView, ProjectView, every};

/// The columns with which every table of projects begins.
fn first() -> Vec<Col> {
    vec![text("cohort"), text("project_id"), text("project")]
}

fn with(more: impl IntoIterator<Item = Col>) -> Vec<Col> {
    first().into_iter().chain(more).collect()
}

/// The cells with which every row of projects begins.
fn begin(cohort: &Cohort, project: &ProjectView) -> Vec<Value> {
    vec![
        cohort.mark.as_str().into(),
        project.line.id.as_str().into(),
        project.line.title.as_str().into(),
    ]
}

/// Adds rows of every project of a cohort.
fn each(
    source: &Source<'_>,
    cohort: &Cohort,
    sheet: &mut Sheet,
    cells: impl Fn(&ProjectView) -> Vec<Vec<Value>>,
) -> Result<()> {
    for project in every(source.app, source.r, cohort.id)? {
        for more in cells(&project) {
            let mut row = begin(cohort, &project);
            row.extend(more);
            sheet.push(row);
        }
    }
    Ok(())
}

pub(super) fn project_columns() -> Vec<Col> {
    with([
        text("codes"),
        text("names"),
        text("institution"),
        day("agreed"),
        code("status", ProjectStatus::ALL),
        day("last_update"),
        whole("quiet").of("days"),
        flag("stale"),
        whole("reached"),
        whole("milestones"),
        text("next_milestone"),
        day("next_due"),
        text("problem"),
        text("beneficiaries"),
        text("sponsor"),
        text("success"),
    ])
}

pub(super) fn projects(source: &Source<'_>, cohort: &Cohort, sheet: &mut Sheet) -> Result<()> {
    each(source, cohort, sheet, |project| {
        let line = &project.line;
        let codes = line.people.iter().map(|one| one.code.as_str());
        vec![vec![
            joined(codes.filter(|code| !code.is_empty())),
            joined(line.people.iter().map(|one| &one.name)),
            line.institution.as_str().into(),
            maybe_day(line.agreed.as_ref()),
            word(&line.status),
            maybe_day(line.last.as_ref()),
            line.days.into(),
            line.stale.into(),
            line.reached.into(),
            line.milestones.into(),
            line.next
                .as_ref()
                .map_or(Value::NONE, |next| next.title.as_str().into()),
            maybe_day(line.next.as_ref().map(|next| &next.due)),
            project.problem.as_str().into(),
            project.beneficiaries.as_str().into(),
            project.sponsor.as_str().into(),
            project.success.as_str().into(),
        ]]
    })
}

pub(super) fn milestone_columns() -> Vec<Col> {
    with([
        text("milestone"),
        day("due"),
        day("done"),
        code("milestone_state", MilestoneState::ALL),
        flag("overdue"),
    ])
}

pub(super) fn milestones(source: &Source<'_>, cohort: &Cohort, sheet: &mut Sheet) -> Result<()> {
    each(source, cohort, sheet, |project| {
        let rows = project.milestones.iter().map(|one| {
            vec![
                one.title.as_str().into(),
                as_day(&one.due),
                maybe_day(one.done.as_ref()),
                word(&one.state),
                one.overdue.into(),
            ]
        });
        rows.collect()
    })
}

pub(super) fn update_columns() -> Vec<Col> {
    with([
        day("date"),
        code("status", ProjectStatus::ALL),
        text("update"),
        text("author"),
        flag("corrected"),
        flag("double"),
        whole("evidence_count"),
    ])
}

pub(super) fn updates(source: &Source<'_>, cohort: &Cohort, sheet: &mut Sheet) -> Result<()> {
    each(source, cohort, sheet, |project| {
        let rows = project.updates.iter().map(|one| {
            vec![
                as_day(&one.date),
                word(&one.status),
                one.text.as_str().into(),
                one.author.as_str().into(),
                one.corrected.into(),
                one.double.into(),
                super::count(one.evidence.len()).into(),
            ]
        });
        rows.collect()
    })
}

pub(super) fn evidence_columns() -> Vec<Col> {
    with([
        day("about_update"),
        code(
            "evidence_kind",
            [EvidenceKind::Text, EvidenceKind::Link, EvidenceKind::File],
        ),
        text("evidence"),
        text("evidence_says"),
        whole("file_size").of("bytes"),
        text("file_type"),
        flag("here"),
    ])
}

/// What supports updates, the latest first, then what supports the project as a whole.
pub(super) fn evidence(source: &Source<'_>, cohort: &Cohort, sheet: &mut Sheet) -> Result<()> {
    let row = |about: Value, one: &EvidenceView| {
        let file = one.kind == EvidenceKind::File;
        vec![
            about,
            word(&one.kind),
            one.title.as_str().into(),
            one.value.as_str().into(),
            file.then_some(one.size).into(),
            one.media.as_str().into(),
            file.then_some(one.here).into(),
        ]
    };
    each(source, cohort, sheet, |project| {
        let of_updates = project.updates.iter().flat_map(|update| {
            let about = as_day(&update.date);
            update.evidence.iter().map(move |one| row(about.clone(), one))
        });
        let general = project.evidence.iter().map(|one| row(Value::NONE, one));
        of_updates.chain(general).collect()
    })
}

pub(super) fn lesson_columns() -> Vec<Col> {
    with([
        text("code"),
        text("name"),
        day("date"),
        text("session_title"),
        text("block_title"),
        text("competency"),
        text("lesson"),
    ])
}

pub(super) fn lessons(source: &Source<'_>, cohort: &Cohort, sheet: &mut Sheet) -> Result<()> {
    let codes = Codes::of(source, cohort)?;
    each(source, cohort, sheet, |project| {
        let rows = project.lessons.iter().map(|one| {
            vec![
                codes.of_person(&one.person),
                one.person_name.as_str().into(),
                as_day(&one.date),
                one.session_title.as_str().into(),
                one.block_title.as_str().into(),
                one.competency_name.as_str().into(),
                one.what.as_str().into(),
            ]
        });
        rows.collect()
    })
}

/// Participant codes by the ids of people.
struct Codes(BTreeMap<String, String>);

impl Codes {
    fn of(source: &Source<'_>, cohort: &Cohort) -> Result<Self> {
        let members = cohorts::members(source.r, cohort.id)?;
        let codes = members.into_iter().map(|(enrolment, person)| {
            let code = participant_code(&cohort.prefix, enrolment.number);
            (person.id.to_string(), code)
        });
        Ok(Self(codes.collect()))
    }

    /// Nothing for somebody who is not in the cohort.
    fn of_person(&self, person: &str) -> Value {
        self.0.get(person).cloned().into()
    }
}

pub(super) fn step_columns() -> Vec<Col> {
    vec![
        text("cohort"),
        text("code"),
        text("name"),
        text("step"),
        day("due"),
        day("done"),
    ]
}

pub(super) fn steps(source: &Source<'_>, cohort: &Cohort, sheet: &mut Sheet) -> Result<()> {
    let codes = Codes::of(source, cohort)?;
    for step in rows::next_steps_of_cohort(source.r, cohort.id)? {
        let name = match people::by_id(source.r, step.person) {
            Ok(person) => person.name(),
            // A person in the bin keeps no name here.
            Err(StoreError::NotFound { .. }) => String::new(),
            Err(error) => return Err(error.into()),
        };
        sheet.push(vec![
            cohort.mark.as_str().into(),
            codes.of_person(&step.person.to_string()),
            name.into(),
            step.text.into(),
            step.due.into(),
            step.done.into(),
        ]);
    }
    Ok(())
}
