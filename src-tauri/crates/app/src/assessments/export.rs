//! Responses of a cohort as a table for other programs, and a second table that says what its columns mean.
//!
//! One row a sheet that counts, one column an item, over all versions: nothing is renamed and nothing is left out.

use std::path::Path;

use nexus_domain::assessments::import::ABOUT_HEADS;
use nexus_domain::assessments::{Condition, Format, Instrument, Item, Moment, Occasion, Response, Test};
use nexus_domain::cohorts::Cohort;
use nexus_domain::ids::CohortId;
use nexus_interop::csv_out;
use nexus_store::{Read, assessments, cohorts};

use super::{ResponsesExport, count, library, versions};
use crate::{App, AppError, Result, foreign};

/// Heads of the table of columns.
const DICTIONARY: [&str; 15] = [
    "column",
    "instrument",
    "version",
    "title",
    "section",
    "text",
    "kind",
    "competency",
    "format",
    "values",
    "low",
    "high",
    "unit",
    "asked if",
    "licence and source",
];

/// Writes the sheets of a cohort that count, those of one instrument or of all, and beside them the table of what
/// the columns mean: `NAME-dictionary.csv`.
///
/// # Errors
/// [`AppError::NotFound`], also where nothing was ever asked; [`AppError::Io`]; those of the store.
pub fn export(app: &App, cohort: &str, instrument: Option<&str>, to: &Path) -> Result<ResponsesExport> {
    let tables = app.ws().read(|r| Tables::read(r, cohort, instrument))?;
    let stem = to.file_stem().unwrap_or_default().to_string_lossy();
    let beside = to.with_file_name(format!("{stem}-dictionary.csv"));
    foreign::write(to, &csv_out::write(&tables.rows))?;
    foreign::write(&beside, &csv_out::write(&tables.dictionary))?;
    Ok(ResponsesExport {
        sheets: count(tables.rows.len().saturating_sub(1)),
        items: count(tables.items),
        dictionary: foreign::file_name(&beside),
    })
}

/// Both tables.
struct Tables {
    rows: Vec<Vec<String>>,
    dictionary: Vec<Vec<String>>,
    items: usize,
}

/// What one instrument adds to the tables.
pub(crate) struct Asked {
    versions: Vec<Instrument>,
    /// All versions that were asked, as one.
    pub union: Instrument,
    occasions: Vec<Occasion>,
}

/// Every instrument that a cohort was ever asked, by key.
pub(crate) fn every_asked(r: &Read<'_>, cohort: CohortId) -> Result<Vec<Asked>> {
    let occasions = assessments::occasions(r, cohort)?;
    asked_of(r, &keys(&occasions), &occasions)
}

fn asked_of(r: &Read<'_>, keys: &[String], occasions: &[Occasion]) -> Result<Vec<Asked>> {
    keys.iter().map(|key| Asked::read(r, key, occasions)).collect()
}

/// Keys of the instruments of some occasions, each once.
fn keys(occasions: &[Occasion]) -> Vec<String> {
    let mut keys: Vec<String> = occasions.iter().map(|one| one.instrument.clone()).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

impl Tables {
    fn read(r: &Read<'_>, cohort: &str, instrument: Option<&str>) -> Result<Self> {
        let cohort = cohorts::by_id(r, crate::cohorts::read_id(cohort)?)?;
        let mut occasions = assessments::occasions(r, cohort.id)?;
        occasions.retain(|one| instrument.is_none_or(|key| one.instrument == key));
        let keys = keys(&occasions);
        if keys.is_empty() {
            return Err(AppError::NotFound {
                what: "instrument",
                key: instrument.unwrap_or_default().to_owned(),
            });
        }
        let all = asked_of(r, &keys, &occasions)?;
        let alone = all.len() == 1;
        let heads = std::iter::once("code").chain(ABOUT_HEADS).map(str::to_owned);
        let columns = all.iter().flat_map(|asked| {
            let items = asked.union.items.iter();
            items.map(|item| column(alone, &asked.union, item))
        });
        let mut tables = Self {
            rows: vec![heads.chain(columns).collect()],
            dictionary: vec![DICTIONARY.map(str::to_owned).to_vec()],
            items: all.iter().map(|asked| asked.union.items.len()).sum(),
        };
        tables.dictionary.extend(about());
        for asked in &all {
            tables.dictionary.extend(asked.dictionary(alone));
        }
        for (at, asked) in all.iter().enumerate() {
            let before: usize = all[..at].iter().map(|other| other.union.items.len()).sum();
            for sheet in asked.sheets(r, &cohort)? {
                let mut row = vec![
                    sheet.code,
                    asked.union.key.clone(),
                    sheet.version.map(|number| number.to_string()).unwrap_or_default(),
                    sheet.moment.key().to_owned(),
                    sheet.response.mode.key().to_owned(),
                    sheet
                        .response
                        .answered
                        .map(|day| day.to_string())
                        .unwrap_or_default(),
                ];
                // Items of other instruments are no part of this sheet.
                row.resize(row.len() + before, String::new());
                let items = asked.union.items.iter();
                row.extend(items.map(|item| sheet.response.answer(&item.key).cell()));
                row.resize(tables.rows[0].len(), String::new());
                tables.rows.push(row);
            }
        }
        Ok(tables)
    }
}

/// A sheet that counts.
pub(crate) struct Counting {
    /// Participant code; empty for somebody who is not in the cohort.
    pub code: String,
    /// Name of the participant, or empty.
    pub name: String,
    /// The version that was asked.
    pub version: Option<u32>,
    /// The moment at which it was asked.
    pub moment: Moment,
    /// The sheet itself.
    pub response: Response,
}

impl Asked {
    fn read(r: &Read<'_>, key: &str, occasions: &[Occasion]) -> Result<Self> {
        let own = occasions.iter().filter(|one| one.instrument == key);
        let occasions: Vec<Occasion> = own.cloned().collect();
        let (union, _) = versions::asked_at(r, &occasions)?.ok_or_else(|| AppError::NotFound {
            what: "instrument",
            key: key.to_owned(),
        })?;
        let mut found: Vec<Instrument> = Vec::new();
        for occasion in &occasions {
            let asked = library::asked(r, occasion)?;
            if !found.contains(&asked) {
                found.push(asked);
            }
        }
        found.sort_by_key(|one| one.version);
        Ok(Self {
            versions: found,
            union,
            occasions,
        })
    }

    /// The sheets that count, by moment and code.
    pub fn sheets(&self, r: &Read<'_>, cohort: &Cohort) -> Result<Vec<Counting>> {
        let members = super::members(r, cohort)?;
        let mut found = Vec::new();
        for moment in Moment::ALL {
            let own = self.occasions.iter().filter(|one| one.moment == moment);
            let own: Vec<Occasion> = own.cloned().collect();
            let sheets = versions::counting(r, &own)?.into_iter().map(|response| {
                let member = members.iter().find(|one| one.person.id == response.subject);
                let occasion = own.iter().find(|one| one.id == response.occasion);
                Counting {
                    code: member.map(|one| one.code.clone()).unwrap_or_default(),
                    name: member.map(|one| one.person.name()).unwrap_or_default(),
                    version: occasion.map(|one| one.version),
                    moment,
                    response,
                }
            });
            let mut sheets: Vec<Counting> = sheets.collect();
            sheets.sort_by(|one, two| one.code.cmp(&two.code));
            found.extend(sheets);
        }
        Ok(found)
    }

    /// The words of an item in every version, the newest first, each once.
    pub fn wordings(&self, item: &str) -> Vec<&str> {
        let mut words: Vec<&str> = Vec::new();
        for version in self.versions.iter().rev() {
            if let Some(found) = version.item(item).map(|item| item.text.as_str())
                && !words.contains(&found)
            {
                words.push(found);
            }
        }
        words
    }

    /// A line for each column and version that has it: what was asked, in the words of that version.
    fn dictionary(&self, alone: bool) -> Vec<Vec<String>> {
        let columns = self.union.items.iter().flat_map(|item| {
            let versions = self.versions.iter();
            versions.filter_map(move |version| {
                let own = version.item(&item.key)?;
                let (values, [low, high, unit]) = values(version, own);
                let section = own.section.as_deref().and_then(|key| version.section(key));
                Some(vec![
                    column(alone, version, own),
                    version.key.clone(),
                    version.version.to_string(),
                    version.title.clone(),
                    section.map(|one| one.title.clone()).unwrap_or_default(),
                    own.text.clone(),
                    own.kind.key().to_owned(),
                    own.competency.clone().unwrap_or_default(),
                    own.format.kind().key().to_owned(),
                    values,
                    low,
                    high,
                    unit,
                    own.shown_if.as_ref().map(condition).unwrap_or_default(),
                    format!("{} · {}", version.licence, version.source),
                ])
            })
        });
        columns.collect()
    }
}

/// The head of an item's column: its key, with that of its instrument where the table holds several.
fn column(alone: bool, instrument: &Instrument, item: &Item) -> String {
    if alone {
        item.key.clone()
    } else {
        format!("{}:{}", instrument.key, item.key)
    }
}

/// What the columns that are no items mean, and the marks that are no answers.
fn about() -> Vec<Vec<String>> {
    let line = |column: &str, text: &str| {
        let mut line = vec![String::new(); DICTIONARY.len()];
        column.clone_into(&mut line[0]);
        text.clone_into(&mut line[5]);
        line
    };
    vec![
        line("code", "Participant code"),
        line("instrument", "Key of the instrument"),
        line("version", "Version that was asked"),
        line("moment", "Moment in the program"),
        line("mode", "laptop, paper or file"),
        line("answered", "Day of the answers, where known"),
        line("(empty)", "Left blank"),
        line("–", "Declined"),
        line("~", "Not asked"),
        line("?…", "Unreadable, with what was found"),
    ]
}

/// What may stand in the cells of an item: each code with its words; and the ends and unit of a number.
pub(crate) fn values(instrument: &Instrument, item: &Item) -> (String, [String; 3]) {
    let none = || [String::new(), String::new(), String::new()];
    match &item.format {
        Format::Rating(_) => {
            let scale = instrument.scale_of(item);
            let points = scale.points().map(|(point, text)| match text {
                "" => point.to_string(),
                text => format!("{point} = {text}"),
            });
            let ends = [scale.low.to_string(), scale.high.to_string(), String::new()];
            (points.collect::<Vec<_>>().join("; "), ends)
        }
        Format::One(choices) | Format::Several(choices) => {
            let named = choices.iter().map(|one| format!("{} = {}", one.key, one.text));
            (named.collect::<Vec<_>>().join("; "), none())
        }
        Format::Number { low, high, unit } => {
            let end = |end: &Option<nexus_domain::assessments::Decimal>| {
                end.as_ref().map(ToString::to_string).unwrap_or_default()
            };
            (String::new(), [end(low), end(high), unit.clone()])
        }
        Format::Text { .. } => (String::new(), none()),
    }
}

/// A condition by keys and codes.
fn condition(condition: &Condition) -> String {
    let item = &condition.item;
    match &condition.test {
        Test::Answered => format!("{item} is answered"),
        Test::Is(codes) => format!("{item} is one of: {}", codes.join(", ")),
        Test::IsNot(codes) => format!("{item} is none of: {}", codes.join(", ")),
        Test::AtLeast(least) => format!("{item} is at least {least}"),
        Test::AtMost(most) => format!("{item} is at most {most}"),
    }
}
