//! What is held about a person in words, section by section: for the screen and for paper.

use chrono::NaiveDate;
use nexus_domain::cohorts::Leaving;
use nexus_domain::people::{Consent, Role, SizeBand};
use nexus_domain::programs::inputs::show_hours;
use nexus_report::words::Words;

use super::sheets;
use super::views::*;
use crate::Result;

/// A page in words.
pub(super) fn page(view: &HeldView) -> Result<HeldPage> {
    let words = Words::english();
    let said = Said(&words);
    let mut sections = Vec::new();
    for (at, record) in view.records.iter().enumerate() {
        let rows = said.record(record)?;
        let title = match at {
            0 => "report-held-record",
            _ => "report-held-record-other",
        };
        said.add(&mut sections, 2, words.get(title)?, rows);
    }
    let rows = said.all(&view.consents, Said::consent)?;
    said.add(&mut sections, 2, words.get("report-held-consents")?, rows);
    for cohort in &view.cohorts {
        said.cohort(&mut sections, cohort)?;
    }
    let rows = said.all(&view.hours, Said::hours)?;
    said.add(&mut sections, 2, words.get("report-held-hours")?, rows);
    let rows = said.all(&view.outcomes, Said::outcome)?;
    said.add(&mut sections, 2, words.get("report-held-outcomes")?, rows);
    let rows = said.all(&view.issued, |said, one: &HeldIssue| {
        Ok(HeldRow {
            label: said.day(&one.issued)?,
            text: one.title.clone(),
            detail: said.on("report-held-data", Some(&one.as_of))?,
        })
    })?;
    said.add(&mut sections, 2, words.get("report-held-issued")?, rows);
    let rows = said.all(&view.changes, Said::change)?;
    said.add(&mut sections, 2, words.get("report-held-changes")?, rows);
    let name = view
        .records
        .first()
        .map(|one| format!("{} {}", one.given, one.family));
    Ok(HeldPage {
        name: name.unwrap_or_default().trim().to_owned(),
        facility: view.facility.clone(),
        as_of: view.as_of.clone(),
        lead: words.with("report-held-lead", &[("facility", view.facility.as_str().into())])?,
        left_out: words.get("report-held-left-out")?,
        sections,
    })
}

/// The words in which it is said.
pub(super) struct Said<'w>(pub &'w Words);

impl Said<'_> {
    /// Adds a section, unless there is nothing in it; one of level 2 may stand over others.
    pub fn add(&self, sections: &mut Vec<HeldSection>, level: u8, title: String, rows: Vec<HeldRow>) {
        if !rows.is_empty() {
            sections.push(HeldSection { level, title, rows });
        }
    }

    pub fn all<T>(&self, list: &[T], say: impl Fn(&Self, &T) -> Result<HeldRow>) -> Result<Vec<HeldRow>> {
        list.iter().map(|one| say(self, one)).collect()
    }

    pub fn get(&self, id: &str) -> Result<String> {
        Ok(self.0.get(id)?)
    }

    /// A day in words; what is none as it stands.
    pub fn day(&self, text: &str) -> Result<String> {
        match text.get(..10).and_then(|day| day.parse::<NaiveDate>().ok()) {
            Some(day) => Ok(self.0.date(day)?),
            None => Ok(text.to_owned()),
        }
    }

    /// Words around a day, if there is one.
    pub fn on(&self, id: &str, day: Option<&String>) -> Result<String> {
        match day {
            Some(day) => Ok(self.0.with(id, &[("day", self.day(day)?.into())])?),
            None => Ok(String::new()),
        }
    }

    /// Fields with something in them, each under its name.
    pub fn fields(&self, fields: &[(&str, &str)]) -> Result<Vec<HeldRow>> {
        let there = fields.iter().filter(|(_, text)| !text.is_empty());
        there
            .map(|(name, text)| Ok(row(self.get(&format!("report-held-field-{name}"))?, *text)))
            .collect()
    }

    fn record(&self, record: &HeldRecord) -> Result<Vec<HeldRow>> {
        let mut rows = self.fields(&[
            ("given", &record.given),
            ("family", &record.family),
            ("email", &record.email),
        ])?;
        rows.extend(self.facts(&record.facts)?);
        let consent = match record.consent {
            Consent::NotAnswered => String::new(),
            answer => self.get(&format!("report-held-sharing-{}", answer.key()))?,
        };
        let roles = self.roles(&record.roles)?;
        let joined = self.on("report-held-joined", record.joined.as_ref())?;
        rows.extend(self.fields(&[("roles", &roles), ("consent", &consent), ("joined", &joined)])?);
        Ok(rows)
    }

    fn facts(&self, facts: &HeldFacts) -> Result<Vec<HeldRow>> {
        let size = match facts.size {
            Some(size) => self.size(size)?,
            None => String::new(),
        };
        self.fields(&[
            ("institution", &facts.institution),
            ("position", &facts.position),
            ("region", &facts.region),
            ("sector", &facts.sector),
            ("level", &facts.level),
            ("size", &size),
            ("aspiration", &facts.aspiration),
        ])
    }

    fn size(&self, size: SizeBand) -> Result<String> {
        self.get(&format!("report-held-size-{}", size.key()))
    }

    fn roles(&self, roles: &[Role]) -> Result<String> {
        let named = roles
            .iter()
            .map(|role| self.get(&format!("report-held-role-{}", role.key())));
        Ok(named.collect::<Result<Vec<_>>>()?.join(", "))
    }

    fn cohort(&self, sections: &mut Vec<HeldSection>, cohort: &HeldCohort) -> Result<()> {
        let period = [&cohort.starts, &cohort.ends].map(|day| day.as_deref().unwrap_or_default());
        let period = match period {
            ["", ""] => String::new(),
            [starts, ends] => format!("{} – {}", self.day(starts)?, self.day(ends)?),
        };
        let mut rows = self.fields(&[("program", &cohort.program), ("period", &period)])?;
        for place in &cohort.places {
            rows.extend(self.fields(&[("code", &place.code)])?);
            rows.extend(self.facts(&place.facts)?);
            let registered = self.on("report-held-day", place.registered.as_ref())?;
            let since = self.on("report-held-since", place.since.as_ref())?;
            rows.extend(self.fields(&[("registered", &registered), ("since", &since)])?);
            for departure in &place.departures {
                rows.push(self.departure(departure)?);
            }
        }
        self.add(sections, 2, cohort.name.clone(), rows);
        let marks = self.all(&cohort.attendance, Self::mark)?;
        self.add(sections, 3, self.get("report-participant-attendance")?, marks);
        for sheet in &cohort.sheets {
            let (title, rows) = sheets::sheet(self, sheet)?;
            self.add(sections, 3, title, rows);
        }
        for project in &cohort.projects {
            let (title, rows) = sheets::project(self, project)?;
            self.add(sections, 3, title, rows);
        }
        let lessons = self.all(&cohort.lessons, |said, one: &HeldLesson| {
            Ok(HeldRow {
                label: said.day(&one.date)?,
                text: one.what.clone(),
                detail: joined(&[&one.competency, &one.project]),
            })
        })?;
        self.add(sections, 3, self.get("report-participant-lessons")?, lessons);
        let steps = self.all(&cohort.next_steps, |said, one: &HeldStep| {
            Ok(HeldRow {
                label: match &one.due {
                    Some(_) => said.on("report-held-by", one.due.as_ref())?,
                    None => said.get("report-held-no-day")?,
                },
                text: one.text.clone(),
                detail: said.on("report-held-done", one.done.as_ref())?,
            })
        })?;
        self.add(sections, 3, self.get("report-participant-steps")?, steps);
        Ok(())
    }

    fn departure(&self, left: &HeldDeparture) -> Result<HeldRow> {
        let (way, answers) = match left.way {
            Leaving::Withdrawn => (
                self.get("report-held-withdrew")?,
                self.get(&format!("report-held-answers-{}", left.answers.key()))?,
            ),
            Leaving::Moved => (
                self.0
                    .with("report-held-moved", &[("cohort", left.onward.as_str().into())])?,
                String::new(),
            ),
        };
        let back = self.on("report-held-back", left.returned.as_ref())?;
        Ok(HeldRow {
            label: self.day(&left.day)?,
            text: joined(&[&way, &left.reason]),
            detail: joined(&[&answers, &back]),
        })
    }

    fn mark(&self, mark: &HeldMark) -> Result<HeldRow> {
        let text = match &mark.arrived {
            Some(time) => self
                .0
                .with("report-attendance-late-at", &[("time", time.as_str().into())])?,
            None => self.get(&format!("report-attendance-{}", mark.mark.key()))?,
        };
        Ok(HeldRow {
            label: self.day(&mark.date)?,
            text: joined(&[&mark.session, &text]),
            detail: match mark.walk_in {
                true => self.get("report-held-walk-in")?,
                false => String::new(),
            },
        })
    }

    fn consent(&self, one: &HeldConsent) -> Result<HeldRow> {
        let answer = match one.answer {
            Some(answer) => self.get(&format!("report-held-consent-{}", answer.key()))?,
            None => self.get("report-held-consent-none")?,
        };
        let means = match one.means {
            Some(means) => self.get(&format!("report-held-means-{}", means.key()))?,
            None => self.get("report-held-means-record")?,
        };
        Ok(HeldRow {
            label: self.day(&one.day)?,
            text: joined(&[&one.name, &answer]),
            detail: joined(&[&means, &one.wording]),
        })
    }

    fn hours(&self, one: &HeldHours) -> Result<HeldRow> {
        let figures = self.0.with(
            "report-held-hours-line",
            &[
                ("given", show_hours(one.given).into()),
                ("planned", show_hours(one.planned).into()),
            ],
        )?;
        let day = self.on("report-held-day", one.date.as_ref())?;
        Ok(HeldRow {
            label: self.roles(&[one.role])?,
            text: joined(&[&one.what, &figures]),
            detail: joined(&[&day, &one.program, &one.cohort]),
        })
    }

    fn outcome(&self, one: &HeldOutcome) -> Result<HeldRow> {
        let quote = self.get(&format!("report-held-quote-{}", one.quote.key()))?;
        let replaced = self.replaced(one.replaced)?;
        Ok(HeldRow {
            label: self.day(&one.date)?,
            text: one.what.clone(),
            detail: joined(&[
                &one.outcome,
                &one.program,
                &one.link,
                &one.file,
                &quote,
                &replaced,
            ]),
        })
    }

    /// That a correction took the place of something.
    pub fn replaced(&self, replaced: bool) -> Result<String> {
        match replaced {
            true => self.get("report-held-replaced"),
            false => Ok(String::new()),
        }
    }

    fn change(&self, one: &HeldChange) -> Result<HeldRow> {
        let mut parts = Vec::new();
        if one.created {
            parts.push(self.get("report-held-created")?);
        }
        for field in &one.fields {
            let name = self.get(&format!("report-held-field-{}", field.field))?;
            let [before, after] = [&field.before, &field.after].map(|text| match text.as_str() {
                "" => "–",
                text => text,
            });
            parts.push(format!("{name}: {before} → {after}"));
        }
        Ok(HeldRow {
            label: self.day(&one.at)?,
            text: parts.join("; "),
            detail: String::new(),
        })
    }
}

/// A row of a field.
pub(super) fn row(label: String, text: impl Into<String>) -> HeldRow {
    HeldRow {
        label,
        text: text.into(),
        detail: String::new(),
    }
}

/// What there is of some parts, between middle dots.
pub(super) fn joined(parts: &[&str]) -> String {
    let there = parts.iter().filter(|part| !part.is_empty());
    there.copied().collect::<Vec<_>>().join(" · ")
}
