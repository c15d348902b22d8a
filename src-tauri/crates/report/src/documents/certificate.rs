//! The certificate of completion, one sheet on its long side.

use super::{Document, Paper, finish, line, small};
use crate::ReportError;
use crate::model::{Block, Report};
use crate::words::{Date, Words};

/// What the certificate needs.
#[derive(Debug, Clone, PartialEq)]
pub struct Certificate {
    /// The person's name.
    pub name: String,
    /// Name of the program.
    pub program: String,
    /// Display name of the cohort.
    pub cohort: Option<String>,
    /// Name of the facility that ran it.
    pub facility: String,
    /// First and last day, as far as they are known.
    pub period: Option<(Date, Date)>,
    /// Sessions attended, of all that were held.
    pub sessions: Option<(u32, u32)>,
    /// Hours of training, with at most one decimal, e.g. "36.5".
    pub hours: Option<String>,
    /// The day it is given; `None` leaves a line to write it on.
    pub date: Option<Date>,
    /// Who signs: a line for each, with name and office under it; an empty name leaves the line bare.
    pub signed_by: Vec<Signature>,
    /// Who paid for it and the like, in small type.
    pub acknowledgement: Option<String>,
    /// Sheet size.
    pub paper: Paper,
}

/// Somebody who signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// Name.
    pub name: String,
    /// Office, e.g. "Director".
    pub office: Option<String>,
}

/// Makes the certificate.
///
/// # Errors
/// [`ReportError::MissingGlyphs`] names characters that no bundled font has; there is no document then.
pub fn certificate(input: &Certificate) -> Result<Document, ReportError> {
    let words = Words::english();
    let mut blocks = vec![
        Block::Kicker(words.get("report-certificate-kicker")?),
        Block::Display(input.name.clone()),
        Block::Lead(words.with(
            "report-certificate-text",
            &[
                ("program", input.program.as_str().into()),
                ("facility", input.facility.as_str().into()),
            ],
        )?),
    ];
    let period = input.period.map(|(first, last)| {
        let (first, last) = (words.date(first)?, words.date(last)?);
        words.with(
            "report-statements-period",
            &[("first", first.into()), ("last", last.into())],
        )
    });
    let sessions = input.sessions.map(|(attended, held)| {
        let args = [("attended", attended.into()), ("held", held.into())];
        words.with("report-certificate-sessions", &args)
    });
    let hours = input.hours.as_deref();
    let hours = hours.map(|hours| words.with("report-certificate-hours", &[("hours", hours.into())]));
    blocks.extend(line(&[input.cohort.clone(), period.transpose()?]));
    blocks.extend(line(&[sessions.transpose()?, hours.transpose()?]));
    let date = match input.date {
        Some(date) => (words.date(date)?, words.get("report-certificate-date")?),
        None => (String::new(), words.get("report-certificate-date")?),
    };
    let signed = input.signed_by.iter().map(|one| {
        let under = [Some(one.name.clone()), one.office.clone()];
        let under: Vec<String> = under
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .collect();
        (String::new(), under.join(", "))
    });
    blocks.extend(input.acknowledgement.as_deref().map(small));
    blocks.push(Block::Signatures(signed.chain([date]).collect()));
    let report = Report {
        title: words.with(
            "report-certificate-title",
            &[("name", input.name.as_str().into())],
        )?,
        language: words.language(),
        paper: input.paper,
        landscape: true,
        date: input.date,
        head: None,
        // A certificate has no running foot: it is one sheet.
        foot: (String::new(), String::new()),
        blocks,
    };
    finish(&report, &words)
}

/// Makes a pile of certificates in one file, a sheet for each.
///
/// # Errors
/// As [`certificate`]; [`ReportError::Write`] for an empty pile.
pub fn certificates(inputs: &[Certificate]) -> Result<Document, ReportError> {
    let mut pile: Option<Document> = None;
    for input in inputs {
        let sheet = certificate(input)?;
        match &mut pile {
            Some(pile) => pile.append(sheet),
            None => pile = Some(sheet),
        }
    }
    pile.ok_or_else(|| ReportError::Write {
        reason: "expected a certificate, found none".to_owned(),
    })
}
