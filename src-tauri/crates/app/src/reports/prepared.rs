//! A report about a program or cohort, ready to be told: what was gathered, which figures may be printed, and why the
//! others may not.

use nexus_domain::programs::Scope;
use nexus_domain::reports::facts::Facts;
use nexus_domain::reports::publication::{Audience, Names, Publication, Quote, publish};
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
    /// Quotes that may not be printed.
    pub silent: u32,
    quotable: Vec<usize>,
}

impl Prepared {
    /// Gathers, counts, and decides what may be printed beside everything that was issued before.
    pub fn read(r: &Read<'_>, scope: Scope, audience: Audience, task: &Task) -> Result<Self> {
        let gathered = Gathered::read(r, scope, task)?;
        let wanted = Wanted::of(&gathered);
        task.check()?;
        let earlier = reports::issues(r, scope.program)?;
        let earlier: Vec<Publication> = earlier
            .into_iter()
            .filter(|issue| issue.about == About::Everybody && issue.kind != ReportKind::Participant)
            .filter_map(|issue| issue.publication)
            .collect();
        let thresholds = reports::thresholds(r)?;
        let publication = publish(&wanted.universe, &wanted.tables, audience, &thresholds, &earlier)?;
        task.check()?;
        let all = facts(&gathered)?;
        let open = all.open(&publication);
        let (quotable, silent) = quotable(&gathered, task)?;
        Ok(Self {
            silent,
            quotable,
            gathered,
            audience,
            publication,
            all,
            open,
        })
    }

    /// Words that may be quoted, the latest first.
    pub fn quotes(&self) -> impl Iterator<Item = &Said> {
        self.quotable.iter().filter_map(|at| self.gathered.said.get(*at))
    }
}

/// How many quotes are looked at between two steps of the task.
const AT_ONCE: usize = 200;

/// Places of the words that may be quoted, the latest first, and how many may not.
fn quotable(gathered: &Gathered, task: &Task) -> Result<(Vec<usize>, u32)> {
    let names = gathered.names.iter();
    let names = Names::of(names.map(|(given, family)| (given.as_str(), family.as_str())));
    let (mut open, mut silent) = (Vec::new(), 0);
    let said = gathered.said.iter().enumerate();
    for (at, said) in said.filter(|(_, said)| !said.text.trim().is_empty()) {
        if at % AT_ONCE == 0 {
            task.check()?;
        }
        let quote = Quote {
            text: &said.text,
            consent: said.consent,
        };
        match names.check(quote) {
            Ok(()) => open.push((said.date, &said.id, at)),
            Err(_) => silent += 1,
        }
    }
    open.sort_unstable_by(|one, other| other.cmp(one));
    Ok((open.into_iter().map(|(_, _, at)| at).collect(), silent))
}
