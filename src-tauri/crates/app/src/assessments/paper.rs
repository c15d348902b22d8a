//! The form on paper: blank, for one participant, or a pile of them for the whole cohort.

use std::path::Path;

use nexus_domain::assessments::{Choice, Format, Framework, Instrument, Item, LETTERS, Occasion};
use nexus_domain::cohorts::Cohort;
use nexus_domain::people::Vocabulary;
use nexus_report::documents::Paper;
use nexus_report::documents::paper_form::{FormAnswer, FormItem, PaperForm, paper_form, paper_forms};
use nexus_report::words::Words;
use nexus_store::{assessments, cohorts};

use super::sheets::find;
use super::{Member, SheetPreview, Whose, items, library, occasion_id, sections, skips};
use crate::{App, AppError, Result};

/// Writes forms on paper to a file of the person's choice, each in the wording of its participant's context.
///
/// # Errors
/// [`AppError::NotFound`], also when nobody is left to print for; [`AppError::Report`], [`AppError::Io`]; those
/// of the store.
pub fn print(app: &App, occasion: &str, whose: &Whose, to: &Path) -> Result<()> {
    let id = occasion_id(occasion)?;
    let forms = app.ws().read(|r| {
        let occasion = assessments::occasion(r, id)?;
        let instrument = super::library::asked(r, &occasion)?;
        let framework = super::library::framework(r, &instrument)?;
        let cohort = cohorts::by_id(r, occasion.cohort)?;
        let members = super::members(r, &cohort)?;
        let chosen: Vec<Option<Member>> = match whose {
            Whose::Blank => vec![None],
            Whose::One { person } => vec![Some(find(members, person)?)],
            Whose::Everybody => members.into_iter().map(Some).collect(),
            Whose::Missing => {
                let missing = super::line(r, &occasion, &members)?.missing;
                let without = |member: &Member| {
                    let person = member.person.id.to_string();
                    missing.iter().any(|one| one.person == person)
                };
                members.into_iter().filter(without).map(Some).collect()
            }
        };
        let form = Form {
            occasion: &occasion,
            cohort: &cohort,
            instrument: &instrument,
            framework: framework.as_ref(),
            words: &super::vocabulary(r)?,
        };
        chosen
            .into_iter()
            .map(|member| form.of(member))
            .collect::<Result<Vec<_>>>()
    })?;
    if forms.is_empty() {
        return Err(AppError::NotFound {
            what: "participant",
            key: String::new(),
        });
    }
    let bytes = paper_forms(&forms)?.pdf()?;
    crate::foreign::write(to, &bytes)
}

/// How a published version of an instrument looks on screen and on paper.
///
/// # Errors
/// [`AppError::NotFound`], [`AppError::Report`]; those of the store.
pub fn sheet_preview(app: &App, key: &str, version: u32) -> Result<SheetPreview> {
    app.ws().read(|r| {
        let instrument = library::instrument(r, key, version)?;
        let framework = library::framework(r, &instrument)?;
        preview_of(&instrument, framework.as_ref())
    })
}

/// How an instrument looks on screen and on paper, a draft included.
///
/// # Errors
/// [`AppError::Report`] for words that cannot be printed.
pub(super) fn preview_of(instrument: &Instrument, framework: Option<&Framework>) -> Result<SheetPreview> {
    let form = form(instrument, framework, &[])?;
    Ok(SheetPreview {
        title: instrument.title.clone(),
        version: instrument.version,
        instructions: instrument.instructions.clone(),
        licence: instrument.licence.clone(),
        source: instrument.source.clone(),
        sections: sections(instrument),
        items: items(instrument, framework, &[]),
        pages: paper_form(&form)?.pages(),
    })
}

/// A form of an instrument that belongs to nobody yet.
fn form(instrument: &Instrument, framework: Option<&Framework>, contexts: &[String]) -> Result<PaperForm> {
    let words = Words::english();
    let views = items(instrument, framework, contexts);
    let mut items = Vec::with_capacity(views.len());
    for (at, (item, view)) in instrument.items.iter().zip(views).enumerate() {
        let before = at.checked_sub(1).and_then(|before| instrument.items.get(before));
        let section = item.section.as_deref();
        let begins = section.filter(|_| before.and_then(|before| before.section.as_deref()) != section);
        let section = begins.and_then(|key| instrument.section(key));
        items.push(FormItem {
            text: view.text,
            anchors: view
                .anchors
                .into_iter()
                .map(|one| (one.point, one.text))
                .collect(),
            answer: answer(instrument, item, &words)?,
            section: section.map(|one| (one.title.clone(), one.text.clone())),
            hint: skips::hint(instrument, at, &words)?,
        });
    }
    Ok(PaperForm {
        instrument: instrument.title.clone(),
        version: instrument.version.to_string(),
        occasion: String::new(),
        cohort: String::new(),
        code: None,
        date: None,
        instructions: Some(instrument.instructions.clone()).filter(|text| !text.trim().is_empty()),
        items,
        licence: Some(instrument.licence.clone()),
        source: Some(instrument.source.clone()),
        paper: Paper::Letter,
    })
}

/// How an item is answered on paper.
fn answer(instrument: &Instrument, item: &Item, words: &Words) -> Result<FormAnswer> {
    let lettered = |choices: &[Choice]| {
        let pairs = LETTERS.chars().zip(choices);
        pairs
            .map(|(letter, choice)| (letter, choice.text.clone()))
            .collect()
    };
    Ok(match &item.format {
        Format::Rating(_) => {
            let points = instrument.scale_of(item).points();
            FormAnswer::Rating(points.map(|(point, text)| (point, text.to_owned())).collect())
        }
        Format::One(choices) => FormAnswer::One(lettered(choices)),
        Format::Several(choices) => FormAnswer::Several(lettered(choices)),
        Format::Number { low, high, unit } => FormAnswer::Number {
            unit: unit.clone(),
            bounds: match (low, high) {
                (Some(low), Some(high)) => words.with(
                    "report-form-bounds",
                    &[("low", low.as_str().into()), ("high", high.as_str().into())],
                )?,
                (Some(low), None) => words.with("report-form-at-least", &[("low", low.as_str().into())])?,
                (None, Some(high)) => words.with("report-form-at-most", &[("high", high.as_str().into())])?,
                (None, None) => String::new(),
            },
        },
        Format::Text { long } => FormAnswer::Lines { long: *long },
    })
}

/// What all forms of an occasion share.
struct Form<'a> {
    occasion: &'a Occasion,
    cohort: &'a Cohort,
    instrument: &'a Instrument,
    framework: Option<&'a Framework>,
    words: &'a Vocabulary,
}

impl Form<'_> {
    fn of(&self, member: Option<Member>) -> Result<PaperForm> {
        let words = Words::english();
        let moment = words.get(&format!("report-moment-{}", self.occasion.moment.key()))?;
        let contexts = member.as_ref().map_or_else(Vec::new, |member| {
            super::contexts(self.framework, self.words, &member.enrolment)
        });
        Ok(PaperForm {
            occasion: words.sentence(&moment),
            cohort: self.cohort.name.clone(),
            code: member.map(|member| member.code),
            date: self.occasion.opens,
            ..form(self.instrument, self.framework, &contexts)?
        })
    }
}
