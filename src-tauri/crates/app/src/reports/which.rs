//! Which report is meant: its kind, what it is about, and the template it follows.

use nexus_domain::ids::{PersonId, SessionId};
use nexus_domain::programs::Scope;
use nexus_domain::reports::publication::Audience;
use nexus_domain::reports::template::Template;
use nexus_domain::reports::{About, Draft, ReportKind};
use nexus_interop::templates::{self, TemplateError};
use nexus_store::{Read, cohorts, reports};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::input::{id, invalid};
use crate::{AppError, Result};

/// Which report is meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct WhichReport {
    /// Id of the cohort.
    pub cohort: String,
    /// About the whole program instead, all of its cohorts.
    pub whole: bool,
    /// Its kind.
    pub kind: ReportKind,
    /// Key of the template; empty for the first, and for kinds that have none.
    pub template: String,
    /// Id of the person or session that it is about; empty where it is about everybody.
    pub about: String,
}

/// The same, read.
pub(super) struct Which {
    pub scope: Scope,
    pub kind: ReportKind,
    pub about: About,
    /// The order of its chapters, for kinds that have chapters.
    pub template: Option<Template>,
    /// What was chosen for it.
    pub draft: Draft,
}

impl WhichReport {
    pub(super) fn read(&self, r: &Read<'_>) -> Result<Which> {
        let cohort = cohorts::by_id(r, crate::cohorts::read_id(&self.cohort)?)?;
        let about = match (self.kind, self.about.as_str()) {
            (ReportKind::Participant | ReportKind::Certificate, person) => {
                About::Person(id::<PersonId>("person", person)?)
            }
            (ReportKind::Session, session) => About::Session(id::<SessionId>("session", session)?),
            _ => About::Everybody,
        };
        let whole = self.whole && matches!(self.kind, ReportKind::Funder | ReportKind::Statements);
        let scope = Scope {
            program: cohort.program,
            cohort: (!whole).then_some(cohort.id),
        };
        let template = match self.kind {
            ReportKind::Funder => Some(find(r, &self.template)?),
            ReportKind::Cohort => Some(templates::of_cohort().map_err(shipped)?),
            _ => None,
        };
        let key = template.as_ref().map_or("", |template| template.key.as_str());
        let begun = Draft::begun(scope, self.kind, key);
        Ok(Which {
            scope,
            kind: self.kind,
            about,
            draft: reports::draft(r, begun.id)?.unwrap_or(begun),
            template,
        })
    }
}

impl Which {
    /// Makes it for these readers.
    pub(super) fn choose(&mut self, audience: Audience) -> Result<()> {
        let known = self.kind.audiences();
        if !known.contains(&audience) {
            let known: Vec<&str> = known.iter().map(|one| one.key()).collect();
            return Err(invalid("report", "audience", audience.key(), &known.join(", ")));
        }
        self.draft.audience = audience;
        Ok(())
    }
}

/// A template by its key; the first of them for none.
fn find(r: &Read<'_>, key: &str) -> Result<Template> {
    let mut all = all_templates(r)?;
    if key.is_empty() {
        return Ok(all.swap_remove(0));
    }
    all.into_iter()
        .find(|template| template.key == key)
        .ok_or_else(|| AppError::NotFound {
            what: "template",
            key: key.to_owned(),
        })
}

/// The templates that ship, then those that were added. An added one with the key of a shipped one takes its place.
pub(super) fn all_templates(r: &Read<'_>) -> Result<Vec<Template>> {
    let mut all = templates::shipped().map_err(shipped)?;
    for content in reports::templates(r)?.into_values() {
        let added = templates::template(content.as_bytes()).map_err(shipped)?;
        match all.iter_mut().find(|one| one.key == added.key) {
            Some(one) => *one = added,
            None => all.push(added),
        }
    }
    Ok(all)
}

/// A template that was kept or is part of the program and cannot be read is damaged.
fn shipped(error: TemplateError) -> AppError {
    nexus_store::StoreError::Corrupt {
        detail: format!("template: {error}"),
    }
    .into()
}
