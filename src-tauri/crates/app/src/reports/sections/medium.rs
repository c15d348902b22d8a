//! What was applied at work, what came of it in time, and what was asked.

use std::collections::BTreeSet;

use nexus_domain::assessments::{Format, Moment};
use nexus_domain::outcomes::OutcomeTerm;
use nexus_domain::projects::ProjectStatus;
use nexus_domain::reports::statistics::alpha;
use nexus_report::documents::story::Part as Told;

use super::Teller;
use crate::Result;
use crate::reports::gather::{Answered, OutcomeWork, Said, Source, count};
use crate::reports::tables::compared;

/// So many quotes stand in a chapter.
const QUOTES: usize = 3;
/// So many pieces of evidence stand under one outcome.
const EVIDENCE: usize = 5;

impl Teller<'_> {
    pub(super) fn medium(&self) -> Result<Vec<Told>> {
        let work = &self.prepared.gathered.work;
        let mut parts = Vec::new();
        parts.extend(self.keys(&[
            ("projects", "story-key-projects"),
            ("finished", "story-key-finished"),
            ("reached", "story-key-reached"),
            ("lessons", "story-key-lessons"),
        ])?);
        parts.extend(
            self.told
                .sentence("story-milestones", &["reached", "milestones"])?
                .map(Told::Text),
        );
        if !work.projects.is_empty() {
            let mut rows = Vec::new();
            for status in ProjectStatus::ALL.into_iter().map(Some).chain([None]) {
                let here = work
                    .projects
                    .iter()
                    .filter(|project| project.status == status)
                    .count();
                let id = status.map_or("story-status-none".to_owned(), |status| {
                    format!("story-status-{}", status.key())
                });
                if here > 0 {
                    rows.push(vec![self.words.get(&id)?, here.to_string()]);
                }
            }
            let heads = [
                ("story-head-status", 3.0, false),
                ("story-head-projects", 1.0, true),
            ];
            parts.push(self.table("story-projects", &heads, rows)?);
        }
        parts.extend(self.outcomes(OutcomeTerm::Medium)?);
        parts.extend(self.quotes()?);
        Ok(parts)
    }

    pub(super) fn long(&self) -> Result<Vec<Told>> {
        let mut parts = self.outcomes(OutcomeTerm::Long)?;
        let indicators = &self.prepared.gathered.work.indicators;
        if !indicators.is_empty() {
            let rows = indicators.iter().map(|one| {
                Ok(vec![
                    one.institution.clone(),
                    one.name.clone(),
                    one.value.clone(),
                    self.words.date(one.date)?,
                    one.source.clone(),
                ])
            });
            let heads = [
                ("story-head-institution", 1.8, false),
                ("story-head-counted", 1.8, false),
                ("story-head-value", 1.0, true),
                ("story-head-day", 1.2, false),
                ("story-head-source", 1.8, false),
            ];
            parts.push(self.table("story-indicators", &heads, rows.collect::<Result<_>>()?)?);
        }
        if parts.is_empty() {
            parts.push(self.none("story-long-none")?);
        }
        Ok(parts)
    }

    /// The outcomes of a term, each with its evidence. What is told of a person stands here without their name, or not.
    fn outcomes(&self, term: OutcomeTerm) -> Result<Vec<Told>> {
        let work = &self.prepared.gathered.work;
        let own: Vec<&OutcomeWork> = work
            .outcomes
            .iter()
            .filter(|outcome| outcome.term == term)
            .collect();
        let mut rows = Vec::new();
        for outcome in &own {
            let key = format!("evidence/{}", outcome.id);
            rows.push(vec![outcome.title.clone(), self.told.linked(&key)?]);
        }
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let heads = [
            ("story-head-outcome", 4.0, false),
            ("story-head-evidence", 1.0, true),
        ];
        let mut parts = vec![self.table("story-outcomes", &heads, rows)?];
        let open: BTreeSet<&str> = self.prepared.quotes().map(|said| said.id.as_str()).collect();
        let mut list = Vec::new();
        for outcome in own {
            let told = outcome
                .evidence
                .iter()
                .filter(|evidence| open.contains(format!("evidence/{}", evidence.id).as_str()));
            for evidence in told.take(EVIDENCE) {
                let day = self.words.date(evidence.date)?;
                list.push(format!("{day}: {}", evidence.what));
            }
        }
        if !list.is_empty() {
            parts.push(Told::Heading(self.words.get("story-evidence-told")?));
            parts.push(Told::List(list));
        }
        Ok(parts)
    }

    /// Lessons and answers that may be quoted.
    fn quotes(&self) -> Result<Vec<Told>> {
        let kept = self.prepared.silent;
        let own = self.prepared.quotes();
        let own = own.filter(|said| !matches!(said.source, Source::Evidence(_)));
        let mut parts = Vec::new();
        for said in own.take(QUOTES) {
            parts.push(Told::Quote(said.text.clone(), self.origin(said)?));
        }
        if !parts.is_empty() && kept > 0 {
            let args = [("count", kept.into())];
            parts.push(Told::Note(self.words.with("story-quotes-kept", &args)?));
        }
        Ok(parts)
    }

    fn origin(&self, said: &Said) -> Result<String> {
        let day = self.words.date(said.date)?;
        let args = |asked: &str| [("day", day.as_str().into()), ("asked", asked.to_owned().into())];
        Ok(match &said.source {
            Source::Lesson => self.words.with("story-quote-lesson", &args(""))?,
            Source::Evidence(outcome) => self.words.with("story-quote-evidence", &args(outcome))?,
            Source::Answer(item) => self.words.with("story-quote-answer", &args(item))?,
        })
    }

    pub(super) fn instruments(&self) -> Result<Vec<Told>> {
        let answers = &self.prepared.gathered.answers;
        if answers.is_empty() {
            return Ok(vec![self.none("story-instruments-none")?]);
        }
        let mut rows = Vec::new();
        for answered in answers {
            for (moment, sheets) in &answered.moments {
                rows.push(vec![
                    self.named(answered)?,
                    self.words.get(&format!("report-moment-{}", moment.key()))?,
                    sheets.expected.to_string(),
                    count(sheets.places.len()).to_string(),
                ]);
            }
        }
        let heads = [
            ("story-head-instrument", 3.4, false),
            ("story-head-when", 1.4, false),
            ("story-head-expected", 1.0, true),
            ("story-head-sheets", 1.0, true),
        ];
        let mut parts = vec![self.table("story-instruments", &heads, rows)?];
        let sources = answers
            .iter()
            .filter(|answered| !answered.instrument.source.is_empty())
            .map(|answered| {
                let instrument = &answered.instrument;
                format!(
                    "{}: {} ({})",
                    instrument.title, instrument.source, instrument.licence
                )
            });
        parts.push(Told::List(sources.collect()));
        parts.extend(self.consistency()?.map(Told::Note));
        parts.push(Told::Note(self.words.get("story-method")?));
        Ok(parts)
    }

    /// How well the ratings of the self-assessment hang together, at each end.
    fn consistency(&self) -> Result<Option<String>> {
        let Some((answered, before, after)) = compared(&self.prepared.gathered) else {
            return Ok(None);
        };
        let rated: Vec<_> = answered
            .instrument
            .items
            .iter()
            .filter(|item| matches!(item.format, Format::Rating(_)))
            .collect();
        let mut list = Vec::new();
        for (moment, sheets) in [(Moment::Baseline, before), (Moment::End, after)] {
            let mut people = vec![Vec::with_capacity(rated.len()); sheets.places.len()];
            for item in &rated {
                for (person, (_, mark)) in people.iter_mut().zip(sheets.of(&item.key)) {
                    person.push(mark.given().value());
                }
            }
            let found = alpha(&people);
            if let Some(value) = found.value {
                list.push(self.words.with(
                    "story-alpha-one",
                    &[
                        ("alpha", format!("{value:.2}").into()),
                        (
                            "moment",
                            self.words.get(&format!("report-moment-{}", moment.key()))?.into(),
                        ),
                        ("n", found.complete.into()),
                    ],
                )?);
            }
        }
        if list.is_empty() {
            return Ok(None);
        }
        let args = [("items", rated.len().into()), ("list", list.join(", ").into())];
        Ok(Some(self.words.with("story-alpha", &args)?))
    }

    /// An instrument with the versions that were asked.
    pub(super) fn named(&self, answered: &Answered) -> Result<String> {
        let versions: Vec<String> = answered.versions.iter().map(u32::to_string).collect();
        let versions = versions.join(", ");
        let args = [
            ("instrument", answered.instrument.title.as_str().into()),
            ("version", versions.as_str().into()),
        ];
        Ok(self.words.with("report-instrument-version", &args)?)
    }
}
