//! The competencies that an agenda can name, and how they show.

use nexus_domain::assessments::Framework;
use nexus_interop::instruments::shipped_frameworks;

use super::CompetencyLook;
use crate::{AppError, Result};

fn frameworks() -> Result<Vec<Framework>> {
    // The files are part of the program; tests keep this from happening.
    shipped_frameworks().map_err(|error| AppError::Unusable {
        file: "assets".to_owned(),
        reason: "damaged",
        found: error.to_string(),
    })
}

/// Names of all competencies, in the order of a sheet.
pub(crate) fn names() -> Result<Vec<String>> {
    let frameworks = frameworks()?;
    let competencies = frameworks.iter().flat_map(|framework| &framework.competencies);
    Ok(competencies.map(|competency| competency.name.clone()).collect())
}

/// What to look for in a room that works on these: what the competency is like from the middle of the
/// scale upwards, in the general wording.
pub(super) fn looks(named: &[String]) -> Result<Vec<CompetencyLook>> {
    let frameworks = frameworks()?;
    let looks = named.iter().map(|name| {
        let mut known = frameworks.iter().flat_map(|framework| &framework.competencies);
        let anchors = known
            .find(|competency| competency.name == *name)
            .map_or(&[][..], |competency| &competency.general);
        let good = anchors.iter().skip(anchors.len() / 2);
        CompetencyLook {
            name: name.clone(),
            look_for: good.map(|anchor| anchor.text.clone()).collect(),
        }
    });
    Ok(looks.collect())
}
