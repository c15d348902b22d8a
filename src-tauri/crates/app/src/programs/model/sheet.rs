//! The figures of the logic model in words, column by column: for the screen and for paper.

use std::path::Path;

use nexus_domain::outcomes::OutcomeTerm;
use nexus_domain::programs::inputs::show_hours;
use nexus_report::documents::Paper;
use nexus_report::documents::logic_model::{LogicModel, ModelColumn, ModelLine, logic_model};
use nexus_report::words::Words;
use nexus_store::programs;

use super::{FigureLine, ModelColumnView, ModelView, Quality, Share, ShareLine, model};
use crate::{App, AppError, Result};

/// What a figure is made of: name, value, arguments of its words.
struct Said<'w>(&'w Words);

impl Said<'_> {
    /// A figure whose words are `report-model-<name>`.
    fn figure(&self, name: &str, count: u32, detail: String) -> Result<FigureLine> {
        let value = match count {
            0 => self.0.get("report-model-none")?,
            count => count.to_string(),
        };
        Ok(FigureLine {
            name: name.to_owned(),
            value,
            label: self.counted(&format!("report-model-{name}"), count)?,
            detail,
        })
    }

    fn counted(&self, id: &str, count: u32) -> Result<String> {
        Ok(self.0.with(id, &[("count", count.into())])?)
    }

    fn column(&self, name: &str, lines: Vec<FigureLine>, shares: Vec<ShareLine>) -> Result<ModelColumnView> {
        Ok(ModelColumnView {
            name: name.to_owned(),
            head: self.0.get(&format!("report-model-{name}"))?,
            lines,
            shares,
        })
    }

    fn share(&self, share: &Share) -> Result<ShareLine> {
        let name = match share.name.as_str() {
            "" => self.0.get("report-model-unknown")?,
            name => name.to_owned(),
        };
        Ok(ShareLine {
            name,
            mark: share.mark.clone(),
            value: share.count.to_string(),
        })
    }
}

/// The columns of a model.
pub(super) fn columns(view: &ModelView) -> Result<Vec<ModelColumnView>> {
    let words = Words::english();
    let said = Said(&words);
    let (put_in, activities, people, short) =
        (&view.inputs, &view.activities, &view.participation, &view.short);
    let length = |list: &[String]| u32::try_from(list.len()).unwrap_or(u32::MAX);
    let hours = match put_in.load.planned + put_in.load.given {
        0 => String::new(),
        _ => words.with(
            "report-model-carriers-detail",
            &[
                ("given", show_hours(put_in.load.given).into()),
                ("planned", show_hours(put_in.load.planned).into()),
            ],
        )?,
    };
    let came = words.with(
        "report-model-leaders-detail",
        &[
            ("came", people.came.into()),
            ("institutions", people.institutions.into()),
            ("withdrew", people.withdrew.into()),
        ],
    )?;
    let came = match people.enrolments == people.leaders {
        true => came,
        false => words.with(
            "report-model-leaders-enrolments",
            &[("count", people.enrolments.into()), ("detail", came.into())],
        )?,
    };
    let shares = people
        .sectors
        .iter()
        .chain(&people.levels)
        .map(|share| said.share(share));
    Ok(vec![
        said.column(
            "inputs",
            vec![
                said.figure("carriers", put_in.carriers, hours)?,
                said.figure(
                    "facilities",
                    length(&put_in.facilities),
                    put_in.facilities.join(", "),
                )?,
                said.figure("partners", length(&put_in.partners), put_in.partners.join(", "))?,
                said.figure(
                    "instruments",
                    put_in.instruments,
                    match put_in.shared {
                        0 => String::new(),
                        shared => said.counted("report-model-instruments-detail", shared)?,
                    },
                )?,
                said.figure(
                    "modules",
                    put_in.modules,
                    words.get("report-model-modules-detail")?,
                )?,
            ],
            Vec::new(),
        )?,
        said.column(
            "activities",
            vec![
                said.figure(
                    "projects",
                    activities.projects,
                    said.counted("report-model-projects-detail", activities.lessons)?,
                )?,
                said.figure(
                    "held",
                    activities.held,
                    said.counted("report-model-held-detail", activities.sessions)?,
                )?,
                said.figure("joint", activities.joint, words.get("report-model-joint-detail")?)?,
                said.figure(
                    "bridges",
                    activities.bridges,
                    words.get("report-model-bridges-detail")?,
                )?,
                said.figure("criteria", activities.criteria, String::new())?,
            ],
            Vec::new(),
        )?,
        said.column(
            "participation",
            vec![said.figure("leaders", people.leaders, came)?],
            shares.collect::<Result<_>>()?,
        )?,
        short_term(&said, short)?,
        later(&said, "medium", view, OutcomeTerm::Medium)?,
        later(&said, "long", view, OutcomeTerm::Long)?,
    ])
}

fn short_term(said: &Said<'_>, short: &super::ShortTerm) -> Result<ModelColumnView> {
    let words = said.0;
    let value = match short.compared {
        0 => words.get("report-model-none")?,
        compared => words.with(
            "report-model-higher",
            &[("higher", short.higher.into()), ("compared", compared.into())],
        )?,
    };
    let mut lines = vec![FigureLine {
        name: "higher".to_owned(),
        value,
        label: words.get("report-model-higher-label")?,
        detail: said.counted("report-model-higher-detail", short.paired)?,
    }];
    if let Some(quality) = short.quality {
        lines.push(FigureLine {
            name: "quality".to_owned(),
            value: words.with("report-model-percent", &[("share", percent(quality).into())])?,
            label: words.get("report-model-quality")?,
            detail: words.with(
                "report-model-quality-detail",
                &[("high", quality.high.into()), ("ratings", quality.ratings.into())],
            )?,
        });
    }
    lines.push(said.figure("reused", short.reused, String::new())?);
    if let Some(effort) = short.per_participant {
        lines.push(FigureLine {
            name: "effort".to_owned(),
            value: format!("{effort:.2}"),
            label: words.get("report-model-effort")?,
            detail: String::new(),
        });
    }
    let core = short.core.iter().map(|change| {
        Ok(ShareLine {
            name: change.name.clone(),
            mark: String::new(),
            value: words.with(
                "report-model-change",
                &[("up", change.up.into()), ("down", change.down.into())],
            )?,
        })
    });
    said.column("short", lines, core.collect::<Result<_>>()?)
}

/// The share of high ratings in whole percent, rounded half up.
fn percent(quality: Quality) -> u32 {
    (quality.high * 200 + quality.ratings) / (quality.ratings * 2)
}

/// Outcomes of one term: how much evidence there is for each.
fn later(said: &Said<'_>, name: &str, view: &ModelView, term: OutcomeTerm) -> Result<ModelColumnView> {
    let of_term = view.outcomes.iter().filter(|outcome| outcome.term == term);
    let pieces = of_term.clone().map(|outcome| outcome.evidence).sum();
    let mut lines = vec![said.figure("evidence", pieces, String::new())?];
    if term == OutcomeTerm::Long {
        lines.push(said.figure("indicators", view.indicators, String::new())?);
    }
    let shares = of_term.map(|outcome| {
        Ok(ShareLine {
            name: outcome.title.clone(),
            mark: String::new(),
            value: match outcome.evidence {
                0 => said.0.get("report-model-none")?,
                pieces => pieces.to_string(),
            },
        })
    });
    said.column(name, lines, shares.collect::<Result<_>>()?)
}

/// Writes the model on one sheet to a file of the person's choice.
///
/// # Errors
/// As [`model`]; [`AppError::Report`], [`AppError::Io`].
pub fn model_print(app: &App, program: &str, cohort: Option<&str>, to: &Path) -> Result<()> {
    let view = model(app, program, cohort)?;
    let id = crate::programs::read_id(program)?;
    let award = app.ws().read(|r| programs::by_id(r, id))?.award;
    let day = |text: &str| {
        text.parse().map_err(|_| AppError::NotFound {
            what: "day",
            key: text.to_owned(),
        })
    };
    let revision = match &view.revision {
        Some(line) => Some((line.number, day(&line.date)?, line.remark.clone())),
        None => None,
    };
    let cohort = view.cohort.as_ref();
    let input = LogicModel {
        cohort: cohort
            .and_then(|id| view.cohorts.iter().find(|one| one.id == *id))
            .map(|one| one.name.clone()),
        program: view.program.name,
        award: award
            .map(|award| award.number)
            .filter(|number| !number.is_empty()),
        date: day(&view.as_of)?,
        revision,
        situation: view.situation,
        columns: view.columns.into_iter().map(printed).collect(),
        paper: Paper::Letter,
    };
    let bytes = logic_model(&input)?.pdf()?;
    crate::foreign::write(to, &bytes)
}

fn printed(column: ModelColumnView) -> ModelColumn {
    ModelColumn {
        head: column.head,
        lines: column
            .lines
            .into_iter()
            .map(|line| ModelLine {
                value: line.value,
                label: line.label,
                detail: line.detail,
            })
            .collect(),
        shares: column
            .shares
            .into_iter()
            .map(|share| (share.name, share.value))
            .collect(),
    }
}
