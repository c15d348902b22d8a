//! What is chosen for a report, and what people write into it.

use nexus_domain::reports::narrative;
use nexus_domain::reports::publication::{Audience, BadThreshold, Thresholds};
use nexus_interop::templates::{self, LARGEST};
use nexus_store::reports;
use std::path::Path;

use super::prepared::Prepared;
use super::views::ReportChoices;
use super::which::WhichReport;
use super::wording::Told;
use crate::input::{invalid, lines};
use crate::{App, AppError, Done, Result, Task, foreign};

/// Longest text of a section, in signs.
const LONGEST: usize = 200_000;

/// Chooses for a report: who reads it, on what sheet, and which sections are printed.
///
/// # Errors
/// [`AppError::NotFound`], [`AppError::Invalid`] for readers that a report of this kind is not made for.
pub fn choose(app: &App, which: &WhichReport, chosen: &ReportChoices) -> Result<Done<()>> {
    app.act("reports.choose", which.kind.key(), |w| {
        let mut which = which.read(w)?;
        if let Some(audience) = chosen.audience {
            which.choose(audience)?;
        }
        let mut draft = which.draft;
        draft.sheet = chosen.sheet.unwrap_or(draft.sheet);
        if let Some(section) = &chosen.section {
            let known = which
                .template
                .as_ref()
                .and_then(|template| template.section(&section.key));
            if known.is_none() {
                return Err(AppError::NotFound {
                    what: "section",
                    key: section.key.clone(),
                });
            }
            match section.included {
                true => draft.left_out.remove(&section.key),
                false => draft.left_out.insert(section.key.clone()),
            };
        }
        Ok(reports::put_draft(w, &draft)?)
    })
}

/// Keeps what somebody wrote for a section; figures in it stay linked.
///
/// # Errors
/// [`AppError::NotFound`] for a section in which nothing is written, [`AppError::Invalid`] for one that is endless.
pub fn write(app: &App, which: &WhichReport, section: &str, text: &str) -> Result<Done<()>> {
    let text = lines("report", section, text)?;
    if text.chars().count() > LONGEST {
        return Err(invalid(
            "report",
            section,
            &format!("{} characters", text.chars().count()),
            &format!("at most {LONGEST} characters"),
        ));
    }
    app.act("reports.write", section, |w| {
        let which = which.read(w)?;
        let known = which
            .template
            .as_ref()
            .and_then(|template| template.section(section));
        if known.is_none_or(|section| section.ask.is_none()) {
            return Err(AppError::NotFound {
                what: "section",
                key: section.to_owned(),
            });
        }
        reports::put_draft(w, &which.draft)?;
        Ok(reports::put_text(w, which.draft.id, section, &text)?)
    })
}

/// Puts the figures of today into the text of a section. Those that are gone or may not be printed stay.
///
/// # Errors
/// As [`write`].
pub fn refresh(app: &App, which: &WhichReport, section: &str) -> Result<Done<()>> {
    let text = app.ws().read(|r| {
        let which = which.read(r)?;
        let prepared = Prepared::read(r, which.scope, which.draft.audience, &Task::unwatched())?;
        let words = nexus_report::words::Words::english();
        let told = Told {
            facts: &prepared.open,
            words: &words,
            period: prepared.gathered.period(),
        };
        let texts = reports::texts(r, which.draft.id)?;
        let text = texts.get(section).map_or("", String::as_str);
        Ok::<_, AppError>(narrative::refreshed(text, |key| told.value(key).ok().flatten()))
    })?;
    write(app, which, section, &text)
}

/// Adds the template of a file, or puts it in the place of an earlier one of the same key.
///
/// # Errors
/// [`AppError::Unusable`] names what was found and expected; [`AppError::Io`].
pub fn template_add(app: &App, file: &Path) -> Result<Done<String>> {
    let bytes = foreign::read(file, LARGEST as u64, "256 kB")?;
    let template = templates::template(&bytes).map_err(|error| AppError::Unusable {
        file: foreign::file_name(file),
        reason: "template",
        found: error.to_string(),
    })?;
    let content = templates::write_template(&template).map_err(|error| AppError::Unusable {
        file: foreign::file_name(file),
        reason: "template",
        found: error.to_string(),
    })?;
    app.act("reports.template", &template.name, |w| {
        reports::put_template(w, &template.key, &content)?;
        Ok(template.key.clone())
    })
}

/// Takes an added template away; a shipped one of the same key is back.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn template_remove(app: &App, key: &str) -> Result<Done<()>> {
    app.act("reports.template-remove", key, |w| {
        Ok(reports::remove_template(w, key)?)
    })
}

/// Sets the fewest people a number may stand for.
///
/// # Errors
/// [`AppError::Invalid`] outside 3 to 50, and for participants, who get no counts of others.
pub fn threshold_set(app: &App, audience: Audience, people: u32) -> Result<Done<()>> {
    let refused = |BadThreshold { found }| {
        let (least, most) = (Thresholds::LEAST, Thresholds::MOST);
        invalid(
            "threshold",
            audience.key(),
            &found.to_string(),
            &format!("{least} to {most}"),
        )
    };
    if audience == Audience::Participant {
        return Err(refused(BadThreshold { found: people }));
    }
    Thresholds::default().with(audience, people).map_err(refused)?;
    app.act("reports.threshold", audience.key(), |w| {
        Ok(reports::put_threshold(w, audience, people)?)
    })
}
