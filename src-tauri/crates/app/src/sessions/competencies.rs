//! The competencies that an agenda can name, and how they show.

use nexus_store::Read;

use super::CompetencyLook;
use crate::Result;
use crate::assessments::library::frameworks_in_force;

/// Names of all competencies, in the order of a sheet; a name that two frameworks share once.
pub(crate) fn names(r: &Read<'_>) -> Result<Vec<String>> {
    let mut names: Vec<String> = Vec::new();
    for framework in frameworks_in_force(r)? {
        for competency in framework.competencies {
            if !names.contains(&competency.name) {
                names.push(competency.name);
            }
        }
    }
    Ok(names)
}

/// What to look for in a room that works on these: what the competency is like from the middle of the
/// scale upwards, in the general wording.
pub(super) fn looks(r: &Read<'_>, named: &[String]) -> Result<Vec<CompetencyLook>> {
    let frameworks = frameworks_in_force(r)?;
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
