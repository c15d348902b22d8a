//! Reports as they were issued: to whom, when, and every byte of them. An issued report is never changed; a corrected
//! one says which it takes the place of, and why.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::ReportKind;
use super::publication::{Audience, Publication};
use crate::ids::{IssueId, PersonId, SessionId};
use crate::programs::Scope;
use crate::projects::Attachment;

/// Whom or what exactly a report of a cohort is about, where that is not all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// Everybody.
    Everybody,
    /// One participant.
    Person(PersonId),
    /// One session.
    Session(SessionId),
}

/// A report that was handed out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Its id.
    pub id: IssueId,
    /// What it is about.
    pub scope: Scope,
    /// Whom or what exactly.
    pub about: About,
    /// Its kind.
    pub kind: ReportKind,
    /// Its title.
    pub title: String,
    /// Who may read it.
    pub audience: Audience,
    /// To whom it was given, as somebody wrote it; may be empty.
    pub to: String,
    /// The day of its data.
    pub as_of: NaiveDate,
    /// When it was issued, with the offset of the laptop.
    pub issued: DateTime<FixedOffset>,
    /// Who issued it.
    pub author: String,
    /// Its bytes.
    pub file: Attachment,
    /// How many pages it has.
    pub pages: u32,
    /// The issued report that it takes the place of.
    pub supersedes: Option<IssueId>,
    /// Why it does; empty if it takes no place.
    pub reason: String,
    /// Everything of it that counts people, for the check of later reports; none where it counts nobody.
    pub publication: Option<Publication>,
}

/// An issued report in its list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    /// The report.
    pub issue: Issue,
    /// The one that took its place.
    pub superseded_by: Option<IssueId>,
}

/// Why a report cannot take the place of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IssueFault {
    /// It is of another kind, or about something else.
    #[error("expected a report of the same kind about the same people")]
    Another,
    /// Something else took its place before.
    #[error("expected a report that is still in force")]
    Superseded,
    /// Nobody said why.
    #[error("expected a reason, found none")]
    NoReason,
}

impl Issue {
    /// May this report take the place that it asks for?
    ///
    /// # Errors
    /// The first [`IssueFault`].
    pub fn check_place(&self, others: &[Issued]) -> Result<(), IssueFault> {
        let Some(id) = self.supersedes else {
            return Ok(());
        };
        let Some(old) = others.iter().find(|one| one.issue.id == id) else {
            return Err(IssueFault::Another);
        };
        let same =
            old.issue.kind == self.kind && old.issue.scope == self.scope && old.issue.about == self.about;
        if !same {
            return Err(IssueFault::Another);
        }
        if old.superseded_by.is_some() {
            return Err(IssueFault::Superseded);
        }
        (!self.reason.trim().is_empty())
            .then_some(())
            .ok_or(IssueFault::NoReason)
    }
}

/// Issued reports, the latest first, each with what took its place; where two laptops put one in the same place, the
/// later one.
pub fn superseded(mut issues: Vec<Issue>) -> Vec<Issued> {
    issues.sort_by_key(|issue| (issue.issued, issue.id));
    let places: Vec<(IssueId, IssueId)> = issues
        .iter()
        .filter_map(|issue| Some((issue.supersedes?, issue.id)))
        .collect();
    let known: BTreeSet<IssueId> = issues.iter().map(|issue| issue.id).collect();
    let taken = |id| {
        let mut by = places.iter().rev().filter(|(old, _)| *old == id);
        by.find(|(_, new)| known.contains(new)).map(|(_, new)| *new)
    };
    issues
        .into_iter()
        .rev()
        .map(|issue| Issued {
            superseded_by: taken(issue.id),
            issue,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::ids::ProgramId;

    fn issue(id: u128, supersedes: Option<u128>, reason: &str) -> Issue {
        let day = format!("2027-06-{:02}T09:00:00-05:00", id);
        Issue {
            id: IssueId(Uuid::from_u128(id)),
            scope: Scope {
                program: ProgramId(Uuid::from_u128(1)),
                cohort: None,
            },
            about: About::Everybody,
            kind: ReportKind::Funder,
            title: "Funder report".to_owned(),
            audience: Audience::Funder,
            to: "State library".to_owned(),
            as_of: NaiveDate::from_ymd_opt(2027, 6, 18).unwrap(),
            issued: DateTime::parse_from_rfc3339(&day).unwrap(),
            author: "Ana".to_owned(),
            file: Attachment {
                hash: String::new(),
                size: 0,
                media: "application/pdf".to_owned(),
                chunks: Vec::new(),
            },
            pages: 9,
            supersedes: supersedes.map(|id| IssueId(Uuid::from_u128(id))),
            reason: reason.to_owned(),
            publication: None,
        }
    }

    #[test]
    fn a_corrected_report_takes_a_place_and_the_old_one_stays() {
        let old = superseded(vec![issue(1, None, "")]);
        assert_eq!(
            issue(2, Some(1), "two sheets were late").check_place(&old),
            Ok(())
        );
        assert_eq!(
            issue(2, Some(1), " ").check_place(&old),
            Err(IssueFault::NoReason)
        );
        assert_eq!(issue(2, Some(7), "x").check_place(&old), Err(IssueFault::Another));
        let mut of_a_cohort = issue(2, Some(1), "x");
        of_a_cohort.kind = ReportKind::Cohort;
        assert_eq!(of_a_cohort.check_place(&old), Err(IssueFault::Another));

        let both = superseded(vec![issue(2, Some(1), "late"), issue(1, None, "")]);
        let by: Vec<_> = both
            .iter()
            .map(|one| {
                (
                    one.issue.id.0.as_u128(),
                    one.superseded_by.map(|id| id.0.as_u128()),
                )
            })
            .collect();
        assert_eq!(by, [(2, None), (1, Some(2))]);
        assert_eq!(
            issue(3, Some(1), "x").check_place(&both),
            Err(IssueFault::Superseded)
        );
    }
}
