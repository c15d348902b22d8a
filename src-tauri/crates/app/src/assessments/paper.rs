//! The form on paper: blank, for one participant, or a pile of them for the whole cohort.

use std::path::Path;

use nexus_domain::assessments::{Framework, Instrument, Occasion};
use nexus_domain::cohorts::Cohort;
use nexus_domain::people::Vocabulary;
use nexus_report::documents::Paper;
use nexus_report::documents::paper_form::{FormItem, PaperForm, paper_forms};
use nexus_report::words::Words;
use nexus_store::{assessments, cohorts};

use super::sheets::{find, items, points};
use super::{ItemView, Member, Whose, occasion_id};
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
    let bytes = paper_forms(&forms)?;
    crate::foreign::write(to, &bytes)
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
        let instrument = self.instrument;
        let moment = words.get(&format!("report-moment-{}", self.occasion.moment.key()))?;
        let contexts = member.as_ref().map_or_else(Vec::new, |member| {
            super::contexts(self.framework, self.words, &member.enrolment)
        });
        let item = |item: ItemView| FormItem {
            text: item.text,
            anchors: item
                .anchors
                .into_iter()
                .map(|one| (one.point, one.text))
                .collect(),
        };
        let scale = points(instrument).into_iter().map(|one| (one.point, one.text));
        Ok(PaperForm {
            instrument: instrument.title.clone(),
            version: instrument.version.to_string(),
            occasion: words.sentence(&moment),
            cohort: self.cohort.name.clone(),
            code: member.map(|member| member.code),
            date: self.occasion.opens,
            instructions: Some(instrument.instructions.clone()),
            scale: scale.collect(),
            items: items(instrument, self.framework, &contexts)
                .into_iter()
                .map(item)
                .collect(),
            licence: Some(instrument.licence.clone()),
            source: Some(instrument.source.clone()),
            paper: Paper::Letter,
        })
    }
}
