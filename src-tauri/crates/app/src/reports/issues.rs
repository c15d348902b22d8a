//! Issuing reports: the file that a person takes away, and the copy that is kept of it, with everything that later
//! reports have to be checked with.

use std::path::Path;

use chrono::NaiveDate;
use nexus_domain::ids::IssueId;
use nexus_domain::reports::publication::Audience;
use nexus_domain::reports::{Issue, IssueFault, ReportKind, superseded};
use nexus_report::words::Words;
use nexus_store::{attachment, cohorts, programs, reports};

use super::gather::count;
use super::made::{Made, last_day};
use super::preview::problems;
use super::views::IssueInput;
use super::which::{Which, WhichReport};
use crate::input::{id, id_or_none, invalid, line};
use crate::{App, AppError, Done, Result, Task, foreign};

/// What the bytes of a report are.
const MEDIA: &str = "application/pdf";

/// Writes a report as PDF to a file of the person's choice, and keeps what was issued.
///
/// # Errors
/// [`AppError::Invalid`] while something stands in the way (a section that is needed and empty, a text that is too
/// long, figures that changed since they were written), and for a report that cannot take the place of another;
/// [`AppError::Report`], [`AppError::Stopped`], [`AppError::Io`]; those of the store.
pub fn issue(app: &App, which: &WhichReport, input: &IssueInput, task: &Task) -> Result<Done<String>> {
    let ready = Ready::make(app, which, task)?;
    foreign::write(input.path.as_ref(), &ready.bytes)?;
    ready.keep(app, input)
}

/// A report that is made without being issued, e.g. for another program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loose {
    /// Its PDF.
    pub bytes: Vec<u8>,
    /// What would stand in the way of issuing it, as sentences.
    pub problems: Vec<String>,
}

/// The bytes of a report, for these readers if they are named, with this day on it if it is. Nothing is kept.
///
/// # Errors
/// [`AppError::NotFound`], [`AppError::Invalid`] for readers that a report of this kind is not made for,
/// [`AppError::Report`]; those of the store.
pub fn loose(
    app: &App,
    which: &WhichReport,
    audience: Option<Audience>,
    as_of: Option<NaiveDate>,
) -> Result<Loose> {
    app.ws().read(|r| {
        let mut which = which.read(r)?;
        if let Some(audience) = audience {
            which.choose(audience)?;
        }
        let as_of = match as_of {
            Some(day) => day,
            None => last_day(r)?,
        };
        let made = Made::make_of(app, r, &which, as_of, &Task::unwatched())?;
        Ok(Loose {
            bytes: made.document.pdf()?,
            problems: problems(&made, &which, &Words::english())?,
        })
    })
}

/// A report whose bytes are made.
pub(super) struct Ready {
    which: Which,
    made: Made,
    pub bytes: Vec<u8>,
}

impl Ready {
    /// Makes a report and its bytes; nothing is written.
    pub fn make(app: &App, which: &WhichReport, task: &Task) -> Result<Self> {
        app.ws().read(|r| {
            let which = which.read(r)?;
            let made = Made::make(app, r, &which, task)?;
            if let Some(problem) = problems(&made, &which, &Words::english())?.into_iter().next() {
                return Err(invalid(
                    &made.title,
                    "section",
                    &problem,
                    "a report in which nothing stands in the way",
                ));
            }
            let bytes = made.document.pdf()?;
            Ok(Self { which, made, bytes })
        })
    }

    /// Keeps what was issued.
    pub fn keep(self, app: &App, input: &IssueInput) -> Result<Done<String>> {
        let to = line("report", "to", &input.to)?;
        let reason = line("report", "reason", &input.reason)?;
        let supersedes: Option<IssueId> = id_or_none("issue", &input.supersedes)?;
        let detail = self.made.title.clone();
        app.act("reports.issue", &detail, |w| {
            let zone = programs::facility(w)?.map_or(chrono_tz::UTC, |facility| facility.zone);
            let issue = Issue {
                id: IssueId(app.new_id()),
                scope: self.which.scope,
                about: self.which.about,
                kind: self.which.kind,
                title: self.made.title.clone(),
                audience: self.which.draft.audience,
                to,
                as_of: self.made.as_of,
                issued: app.now().with_timezone(&zone).fixed_offset(),
                author: app.author(),
                file: attachment::keep(w, &self.bytes, MEDIA)?,
                pages: count(self.made.document.page_count()),
                supersedes,
                reason,
                publication: self.made.publication().cloned(),
            };
            let others = superseded(reports::issues(w, issue.scope.program)?);
            issue
                .check_place(&others)
                .map_err(|fault| misplaced(fault, input))?;
            reports::add_issue(w, &issue)?;
            Ok(issue.id.to_string())
        })
    }
}

fn misplaced(fault: IssueFault, input: &IssueInput) -> AppError {
    let (field, found) = match fault {
        IssueFault::NoReason => ("reason", ""),
        IssueFault::Another | IssueFault::Superseded => ("supersedes", input.supersedes.as_str()),
    };
    invalid("report", field, found, &fault.to_string())
}

/// Writes a report that was issued once more, byte for byte.
///
/// # Errors
/// [`AppError::NotFound`], also when its bytes are on another laptop; [`AppError::Io`].
pub fn issued_save(app: &App, issue: &str, to: &Path) -> Result<()> {
    let issue: IssueId = id("issue", issue)?;
    let bytes = app.ws().read(|r| {
        let issue = reports::issue(r, issue)?;
        Ok::<_, AppError>(attachment::bytes(r, &issue.file)?)
    })?;
    foreign::write(to, &bytes)
}

/// Takes an issued report into the bin, as one that was issued by mistake and never left the house: later reports are
/// no longer checked with it.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn issued_remove(app: &App, issue: &str) -> Result<Done<()>> {
    let issue: IssueId = id("issue", issue)?;
    let title = app.ws().read(|r| reports::issue(r, issue))?.title;
    app.act("reports.withdraw", &title, |w| {
        Ok(reports::set_issue_deleted(w, issue, true)?)
    })
}

/// The names under which the reports of everybody in a cohort are filed, with the report of each.
pub(super) fn everybody(app: &App, cohort: &str, kind: ReportKind) -> Result<Vec<(String, WhichReport)>> {
    let id = crate::cohorts::read_id(cohort)?;
    app.ws().read(|r| {
        let found = cohorts::by_id(r, id)?;
        let members = cohorts::members(r, id)?.into_iter();
        Ok(members
            .filter(|(enrolment, _)| kind != ReportKind::Certificate || enrolment.left.is_none())
            .map(|(enrolment, person)| {
                let code = nexus_domain::cohorts::participant_code(&found.prefix, enrolment.number);
                let which = WhichReport {
                    cohort: cohort.to_owned(),
                    whole: false,
                    kind,
                    template: String::new(),
                    about: person.id.to_string(),
                };
                (format!("{code} {}", kind.key()), which)
            })
            .collect())
    })
}
