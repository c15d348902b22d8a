//! A report about a program or cohort, ready to be told: what was gathered, which figures may be printed, and why the
//! others may not.

use nexus_domain::programs::Scope;
use nexus_domain::reports::facts::Facts;
use nexus_domain::reports::publication::{Audience, Publication, Quote, check_quote, publish};
use nexus_domain::reports::{About, ReportKind};
use nexus_store::{Read, reports};

use super::facts::facts;
use super::gather::{Gathered, Said};
use super::tables::Wanted;
use crate::{Result, Task};

/// Everything a report is told from.
pub(super) struct Prepared {
    /// What was gathered.
    pub gathered: Gathered,
    /// Who reads it.
    pub audience: Audience,
    /// What of the tables may be printed.
    pub publication: Publication,
    /// Every figure, for those who make the report.
    pub all: Facts,
    /// Those that may be printed.
    pub open: Facts,
}

impl Prepared {
    /// Gathers, counts, and decides what may be printed beside everything that was issued before.
    pub fn read(r: &Read<'_>, scope: Scope, audience: Audience, task: &Task) -> Result<Self> {
        let gathered = Gathered::read(r, scope, task)?;
        let wanted = Wanted::of(&gathered);
        let earlier = reports::issues(r, scope.program)?;
        let earlier: Vec<Publication> = earlier
            .into_iter()
            .filter(|issue| issue.about == About::Everybody && issue.kind != ReportKind::Participant)
            .filter_map(|issue| issue.publication)
            .collect();
        let thresholds = reports::thresholds(r)?;
        let publication = publish(&wanted.universe, &wanted.tables, audience, &thresholds, &earlier)?;
        let all = facts(&gathered)?;
        let open = all.open(&publication);
        Ok(Self {
            gathered,
            audience,
            publication,
            all,
            open,
        })
    }

    /// Words that may be quoted, the latest first, and how many may not.
    pub fn quotes(&self) -> (Vec<&Said>, u32) {
        let names: Vec<(&str, &str)> = self
            .gathered
            .names
            .iter()
            .map(|(given, family)| (given.as_str(), family.as_str()))
            .collect();
        let mut kept = 0;
        let mut open: Vec<&Said> = Vec::new();
        for said in self
            .gathered
            .said
            .iter()
            .filter(|said| !said.text.trim().is_empty())
        {
            let quote = Quote {
                text: &said.text,
                consent: said.consent,
            };
            match check_quote(quote, &names) {
                Ok(()) => open.push(said),
                Err(_) => kept += 1,
            }
        }
        open.sort_by(|one, other| (other.date, &other.id).cmp(&(one.date, &one.id)));
        (open, kept)
    }
}
