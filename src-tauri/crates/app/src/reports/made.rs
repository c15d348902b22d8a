//! A report as it would be issued now: its pages, what of it is missing or stale, and what was withheld.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use nexus_domain::reports::narrative::{self, Stale};
use nexus_domain::reports::publication::{Place, Publication, Reason};
use nexus_domain::reports::template::{Part, Section, Template};
use nexus_domain::reports::{ReportKind, Sheet};
use nexus_report::documents::story::{Chapter, Part as Told, Story, story};
use nexus_report::documents::{Document, Paper};
use nexus_report::words::Words;
use nexus_store::{Read, programs, reports};

use super::prepared::Prepared;
use super::sections::Teller;
use super::which::Which;
use super::{single, statements};
use crate::{App, Result, Task};

/// A report that could be issued.
pub(super) struct Made {
    pub document: Document,
    pub title: String,
    /// The day of its data.
    pub as_of: NaiveDate,
    /// Its sections, for kinds that have some.
    pub sections: Vec<MadeSection>,
    /// What it was told from, for kinds that count people.
    pub prepared: Option<Prepared>,
    /// Quotes that may not be printed.
    pub silent: u32,
}

/// One section of it.
pub(super) struct MadeSection {
    pub section: Section,
    pub included: bool,
    pub text: String,
    pub stale: Vec<Stale>,
}

impl Made {
    /// Makes it, as of the last change.
    pub fn make(app: &App, r: &Read<'_>, which: &Which, task: &Task) -> Result<Self> {
        Self::make_of(app, r, which, last_day(r)?, task)
    }

    /// Makes it with another day on it.
    pub fn make_of(app: &App, r: &Read<'_>, which: &Which, as_of: NaiveDate, task: &Task) -> Result<Self> {
        match (&which.template, which.kind) {
            (Some(template), _) => {
                let prepared = Prepared::read(r, which.scope, which.draft.audience, task)?;
                chapters(r, which, template, prepared, as_of, task)
            }
            (None, ReportKind::Statements) => {
                let prepared = Prepared::read(r, which.scope, which.draft.audience, task)?;
                let (document, title) = statements::document(&prepared, paper(which.draft.sheet), as_of)?;
                Ok(Self::counted(document, title, as_of, prepared))
            }
            (None, _) => {
                let (document, title) = single::document(app, r, which, as_of)?;
                Ok(Self {
                    document,
                    title,
                    as_of,
                    sections: Vec::new(),
                    prepared: None,
                    silent: 0,
                })
            }
        }
    }

    fn counted(document: Document, title: String, as_of: NaiveDate, prepared: Prepared) -> Self {
        Self {
            document,
            title,
            as_of,
            sections: Vec::new(),
            silent: 0,
            prepared: Some(prepared),
        }
    }

    /// What it prints of people, to be kept with it.
    pub fn publication(&self) -> Option<&Publication> {
        self.prepared.as_ref().map(|prepared| &prepared.publication)
    }

    /// What is withheld, one line for each table and reason: key of the table, why, and how many places.
    pub fn withheld(&self) -> Vec<(String, Reason, u32)> {
        let Some(publication) = self.publication() else {
            return Vec::new();
        };
        let mut lines: BTreeMap<&str, (Reason, u32)> = BTreeMap::new();
        for one in &publication.withheld {
            let line = lines.entry(one.table.as_str()).or_insert((one.reason, 0));
            line.1 += 1;
            // What protects is there because of what is small, or because of the whole table.
            if one.place == Place::Table || one.reason == Reason::Small {
                line.0 = one.reason;
            }
        }
        lines
            .into_iter()
            .map(|(table, (reason, count))| (table.to_owned(), reason, count))
            .collect()
    }
}

pub(super) fn paper(sheet: Sheet) -> Paper {
    match sheet {
        Sheet::Letter => Paper::Letter,
        Sheet::A4 => Paper::A4,
    }
}

/// The day of the last change of anything that a report can show, in the zone of the facility.
pub(super) fn last_day(r: &Read<'_>) -> Result<NaiveDate> {
    let zone = programs::facility(r)?.map_or(chrono_tz::UTC, |facility| facility.zone);
    let last = reports::last_change(r)?;
    Ok(last.map_or(NaiveDate::default(), |at| at.with_timezone(&zone).date_naive()))
}

fn chapters(
    r: &Read<'_>,
    which: &Which,
    template: &Template,
    prepared: Prepared,
    as_of: NaiveDate,
    task: &Task,
) -> Result<Made> {
    let words = Words::english();
    let texts = reports::texts(r, which.draft.id)?;
    let (document, sections, title) = {
        let teller = Teller::new(&prepared, &words, paper(which.draft.sheet));
        let now = |key: &str| teller.told.value(key).ok().flatten();
        let sections: Vec<MadeSection> = template
            .sections
            .iter()
            .map(|section| {
                let text = texts.get(&section.key).cloned().unwrap_or_default();
                MadeSection {
                    included: !which.draft.left_out.contains(&section.key),
                    stale: narrative::stale(&text, now),
                    section: section.clone(),
                    text,
                }
            })
            .collect();
        let mut told = Vec::new();
        for section in sections.iter().filter(|section| section.included) {
            task.check()?;
            let mut parts: Vec<Told> = Vec::new();
            if !section.text.trim().is_empty() {
                parts.push(Told::Text(section.text.clone()));
            }
            parts.extend(teller.part(section.section.part)?);
            // A section in which nobody wrote anything and nothing stands by itself is not printed.
            if !parts.is_empty() {
                told.push(Chapter {
                    heading: section.section.heading.clone(),
                    column: section.section.part.column(),
                    parts,
                });
            }
        }
        let input = cover(which, template, &teller, as_of, told)?;
        (story(&input)?, sections, input.title)
    };
    Ok(Made {
        document,
        title,
        as_of,
        sections,
        silent: prepared.silent,
        prepared: Some(prepared),
    })
}

fn cover(
    which: &Which,
    template: &Template,
    teller: &Teller<'_>,
    as_of: NaiveDate,
    chapters: Vec<Chapter>,
) -> Result<Story> {
    let gathered = &teller.prepared.gathered;
    let words = teller.words;
    let award = gathered.program.award.as_ref().filter(|award| !award.is_empty());
    let mut lines = vec![match which.scope.cohort {
        Some(_) => gathered.program.name.clone(),
        None => words.with("story-cohorts", &[("count", gathered.cohorts.len().into())])?,
    }];
    lines.extend(gathered.facility.as_ref().map(|facility| facility.name.clone()));
    if let Some(award) = award.filter(|award| !award.funder.is_empty()) {
        lines.push(words.with("story-funder", &[("name", award.funder.as_str().into())])?);
    }
    lines.extend(teller.told.period()?);
    let mut columns = Vec::new();
    for part in Part::SPINE {
        columns.push(words.get(&format!("story-column-{}", part.key()))?);
    }
    Ok(Story {
        kicker: words.get(&format!("story-kicker-{}", which.kind.key()))?,
        title: gathered.title().to_owned(),
        lines,
        award: award
            .map(|award| award.number.clone())
            .filter(|number| !number.is_empty()),
        award_on_pages: template.award_on_pages,
        as_of,
        foot: gathered.title().to_owned(),
        paper: teller.paper,
        columns,
        chapters,
        period: teller.told.period()?,
        definitions: teller.told.definitions()?,
    })
}
