//! A report on screen: its very pages, what was withheld and why, and what stands in the way of issuing it.

use nexus_domain::reports::narrative::{plain, token, words as count_words};
use nexus_domain::reports::publication::{Audience, Reason};
use nexus_domain::reports::{About, Issued, ReportKind, superseded};
use nexus_report::words::Words;
use nexus_store::{Read, attachment, cohorts, reports, sessions};

use super::gather::count;
use super::made::{Made, MadeSection};
use super::views::*;
use super::which::{Which, WhichReport, all_templates};
use super::wording::Told;
use crate::{App, Result, Task};

/// The reports of a cohort and its program.
///
/// # Errors
/// [`crate::AppError::NotFound`]; those of the store.
pub fn overview(app: &App, cohort: &str) -> Result<ReportsView> {
    let id = crate::cohorts::read_id(cohort)?;
    app.ws().read(|r| {
        let cohort = cohorts::by_id(r, id)?;
        let added = reports::templates(r)?;
        let templates = all_templates(r)?.into_iter().map(|template| TemplateLine {
            added: added.contains_key(&template.key),
            key: template.key,
            name: template.name,
            source: template.source,
        });
        let members = cohorts::members(r, id)?.into_iter();
        let sessions = sessions::of_cohort(r, id)?.into_iter().zip(1..);
        let thresholds = reports::thresholds(r)?;
        Ok(ReportsView {
            program: nexus_store::programs::by_id(r, cohort.program)?.name,
            templates: templates.collect(),
            people: members
                .map(|(enrolment, person)| ReportChoice {
                    id: person.id.to_string(),
                    mark: nexus_domain::cohorts::participant_code(&cohort.prefix, enrolment.number),
                    name: person.name(),
                })
                .collect(),
            sessions: sessions
                .map(|(session, number)| ReportChoice {
                    id: session.id.to_string(),
                    mark: format!("S{number}"),
                    name: session.title,
                })
                .collect(),
            issued: issued(r, cohort.program, None)?,
            thresholds: Audience::ALL
                .map(|audience| ThresholdLine {
                    audience,
                    people: thresholds.of(audience),
                })
                .to_vec(),
        })
    })
}

/// Issued reports about a program and its cohorts, the latest first; those about the same as `which` say so.
pub(super) fn issued(
    r: &Read<'_>,
    program: nexus_domain::ids::ProgramId,
    which: Option<&Which>,
) -> Result<Vec<IssuedLine>> {
    let all = superseded(reports::issues(r, program)?);
    let title = |id| {
        let one = all.iter().find(|one: &&Issued| one.issue.id == id)?;
        Some(format!("{} ({})", one.issue.title, one.issue.issued.date_naive()))
    };
    let mut lines = Vec::new();
    for one in &all {
        let issue = &one.issue;
        let cohort = match issue.scope.cohort {
            Some(id) => cohorts::by_id(r, id)
                .map(|cohort| cohort.mark)
                .unwrap_or_default(),
            None => String::new(),
        };
        lines.push(IssuedLine {
            id: issue.id.to_string(),
            kind: issue.kind,
            title: issue.title.clone(),
            cohort,
            audience: issue.audience,
            to: issue.to.clone(),
            as_of: issue.as_of.to_string(),
            issued: issue.issued.to_rfc3339(),
            author: issue.author.clone(),
            pages: issue.pages,
            size: issue.file.size,
            hash: issue.file.hash.chars().take(12).collect(),
            here: attachment::is_here(r, &issue.file)?,
            reason: issue.reason.clone(),
            superseded_by: one.superseded_by.and_then(title).unwrap_or_default(),
            same: which.is_some_and(|which| {
                which.kind == issue.kind && which.scope == issue.scope && which.about == issue.about
            }),
        });
    }
    Ok(lines)
}

/// A report as it would be issued now, with its pages. `task` is told of each cohort that is read.
///
/// # Errors
/// [`crate::AppError::NotFound`], [`crate::AppError::Report`] when a name has a letter that no font draws,
/// [`crate::AppError::Stopped`]; those of the store.
pub fn preview(app: &App, which: &WhichReport, task: &Task) -> Result<ReportView> {
    app.ws().read(|r| {
        let which = which.read(r)?;
        let made = Made::make(app, r, &which, task)?;
        view(r, &which, &made)
    })
}

fn view(r: &Read<'_>, which: &Which, made: &Made) -> Result<ReportView> {
    let words = Words::english();
    let thresholds = reports::thresholds(r)?;
    let told = made.prepared.as_ref().map(|prepared| Told {
        facts: &prepared.all,
        words: &words,
        period: prepared.gathered.period(),
    });
    let name = |key: &str| -> Result<String> {
        let fact = made.prepared.as_ref().and_then(|prepared| prepared.all.get(key));
        Ok(match (fact, &told) {
            (Some(fact), Some(told)) => told.definition(fact)?.name,
            _ => key.to_owned(),
        })
    };
    let mut sections = Vec::new();
    for one in &made.sections {
        sections.push(section(one, &name)?);
    }
    let mark = match which.scope.cohort {
        Some(id) => cohorts::by_id(r, id)?.mark,
        None => nexus_store::programs::by_id(r, which.scope.program)?.name,
    };
    Ok(ReportView {
        title: made.title.clone(),
        mark,
        as_of: made.as_of.to_string(),
        audience: which.draft.audience,
        audiences: which
            .kind
            .audiences()
            .iter()
            .map(|audience| ThresholdLine {
                audience: *audience,
                people: thresholds.of(*audience),
            })
            .collect(),
        sheet: which.draft.sheet,
        can_be_whole: matches!(which.kind, ReportKind::Funder | ReportKind::Statements),
        pages: made.document.pages(),
        withheld: withheld(made, &words, &name)?,
        differing: made
            .publication()
            .map_or(0, |publication| count(publication.differing.len())),
        problems: problems(made, which, &words)?,
        issued: match which.about {
            About::Everybody => issued(r, which.scope.program, Some(which))?,
            _ => issued(r, which.scope.program, Some(which))?
                .into_iter()
                .filter(|line| line.same)
                .collect(),
        },
        figures: figures(made, &words)?,
        sections,
    })
}

fn section(one: &MadeSection, name: &impl Fn(&str) -> Result<String>) -> Result<ReportSection> {
    let mut stale = Vec::new();
    for figure in &one.stale {
        stale.push(StaleLine {
            name: name(&figure.key)?,
            written: figure.written.clone(),
            now: figure.now.clone(),
        });
    }
    Ok(ReportSection {
        key: one.section.key.clone(),
        heading: one.section.heading.clone(),
        included: one.included,
        ask: one.section.ask.as_ref().map(|ask| AskView {
            hint: ask.hint.clone(),
            words: ask.words,
            needed: ask.needed,
        }),
        words: count_words(&one.text),
        text: one.text.clone(),
        stale,
    })
}

/// What stands in the way of issuing it.
pub(super) fn problems(made: &Made, which: &Which, words: &Words) -> Result<Vec<String>> {
    let mut found = Vec::new();
    // The appendix that defines the figures is no part of what a funder limits.
    let pages = count(made.document.pages_before(&words.get("story-definitions")?));
    let most = which.template.as_ref().and_then(|template| template.pages);
    if let Some(most) = most.filter(|most| pages > *most) {
        let args = [("pages", pages.into()), ("most", most.into())];
        found.push(words.with("report-problem-pages", &args)?);
    }
    for one in made.sections.iter().filter(|one| one.included) {
        let heading = one.section.heading.as_str();
        let counted = count_words(&one.text);
        if let Some(ask) = &one.section.ask {
            if ask.needed && plain(&one.text).trim().is_empty() {
                found.push(words.with("report-problem-empty", &[("section", heading.into())])?);
            }
            if let Some(most) = ask.words.filter(|most| counted > *most) {
                found.push(words.with(
                    "report-problem-long",
                    &[
                        ("section", heading.into()),
                        ("words", counted.into()),
                        ("most", most.into()),
                    ],
                )?);
            }
        }
        if !one.stale.is_empty() {
            let args = [
                ("section", heading.into()),
                ("count", count(one.stale.len()).into()),
            ];
            found.push(words.with("report-problem-stale", &args)?);
        }
    }
    Ok(found)
}

fn withheld(made: &Made, words: &Words, name: &impl Fn(&str) -> Result<String>) -> Result<Vec<WithheldLine>> {
    let mut lines: Vec<WithheldLine> = Vec::new();
    for (table, reason, many) in made.withheld() {
        let line = WithheldLine {
            name: table_name(&table, words, name)?,
            count: many,
            reason: why(reason, made, words)?,
        };
        // Answers to one instrument that are withheld for one reason stand in one line.
        match lines
            .iter_mut()
            .find(|other| other.name == line.name && other.reason == line.reason)
        {
            Some(other) => other.count += many,
            None => lines.push(line),
        }
    }
    if made.silent > 0 {
        lines.push(WithheldLine {
            name: words.get("report-withheld-quotes")?,
            count: made.silent,
            reason: words.get("report-why-quotes")?,
        });
    }
    Ok(lines)
}

fn table_name(table: &str, words: &Words, name: &impl Fn(&str) -> Result<String>) -> Result<String> {
    Ok(match table.split_once('/') {
        Some(("answers", _)) => words.get("report-withheld-answers")?,
        Some(("moved", item)) => name(&format!("change/{item}"))?,
        _ => words.get(&format!("report-withheld-{table}"))?,
    })
}

fn why(reason: Reason, made: &Made, words: &Words) -> Result<String> {
    let threshold = made.publication().map_or(0, |publication| publication.threshold);
    let args = [("threshold", threshold.into())];
    Ok(match reason {
        Reason::Small => words.with("report-why-small", &args)?,
        Reason::Protects => words.get("report-why-protects")?,
        Reason::FewRespondents { respondents } => words.with(
            "report-why-few",
            &[
                ("respondents", respondents.into()),
                ("threshold", threshold.into()),
            ],
        )?,
        Reason::NothingSafe => words.get("report-why-nothing-safe")?,
        Reason::TooEntangled => words.get("report-why-entangled")?,
        Reason::OwnDataOnly => words.get("report-why-own")?,
    })
}

/// Figures that can be put into a text: those that may be printed.
fn figures(made: &Made, words: &Words) -> Result<Vec<FigureChoice>> {
    let Some(prepared) = &made.prepared else {
        return Ok(Vec::new());
    };
    let told = Told {
        facts: &prepared.open,
        words,
        period: prepared.gathered.period(),
    };
    Ok(told
        .definitions()?
        .into_iter()
        .map(|one| FigureChoice {
            token: token(&one.key, &one.value),
            key: one.key,
            name: one.name,
            value: one.value,
        })
        .collect())
}
