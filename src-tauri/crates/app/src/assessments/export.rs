//! Responses of a cohort as a table for other programs, and a second table that says what its columns mean.
//!
//! One row a sheet that counts, one column an item, over all versions: nothing is renamed and nothing is left out.

use std::path::Path;

use nexus_domain::assessments::import::ABOUT_HEADS;
use nexus_domain::assessments::{Condition, Format, Instrument, Item, Moment, Occasion, Response, Test};
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
struct Asked {
    versions: Vec<Instrument>,
    union: Instrument,
    occasions: Vec<Occasion>,
}

impl Tables {
    fn read(r: &Read<'_>, cohort: &str, instrument: Option<&str>) -> Result<Self> {
        let cohort = cohorts::by_id(r, crate::cohorts::read_id(cohort)?)?;
        let mut occasions = assessments::occasions(r, cohort.id)?;
        occasions.retain(|one| instrument.is_none_or(|key| one.instrument == key));
        let mut keys: Vec<String> = occasions.iter().map(|one| one.instrument.clone()).collect();
        keys.sort_unstable();
        keys.dedup();
        if keys.is_empty() {
            return Err(AppError::NotFound {
                what: "instrument",
                key: instrument.unwrap_or_default().to_owned(),
            });
        }
        let all = keys.iter().map(|key| Asked::read(r, key, &occasions));
        let all: Vec<Asked> = all.collect::<Result<_>>()?;
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
        let members = super::members(r, &cohort)?;
        for (at, asked) in all.iter().enumerate() {
            let before: usize = all[..at].iter().map(|other| other.union.items.len()).sum();
            for moment in Moment::ALL {
                let own = asked.occasions.iter().filter(|one| one.moment == moment);
                let own: Vec<Occasion> = own.cloned().collect();
                let mut sheets: Vec<(String, Response)> = versions::counting(r, &own)?
                    .into_iter()
                    .map(|sheet| {
                        let member = members.iter().find(|one| one.person.id == sheet.subject);
                        (member.map(|one| one.code.clone()).unwrap_or_default(), sheet)
                    })
                    .collect();
                sheets.sort_by(|one, two| one.0.cmp(&two.0));
                for (code, sheet) in sheets {
                    let occasion = own.iter().find(|one| one.id == sheet.occasion);
                    let mut row = vec![
                        code,
                        asked.union.key.clone(),
                        occasion.map(|one| one.version.to_string()).unwrap_or_default(),
                        moment.key().to_owned(),
                        sheet.mode.key().to_owned(),
                        sheet.answered.map(|day| day.to_string()).unwrap_or_default(),
                    ];
                    // Items of other instruments are no part of this sheet.
                    row.resize(row.len() + before, String::new());
                    row.extend(
                        asked
                            .union
                            .items
                            .iter()
                            .map(|item| sheet.answer(&item.key).cell()),
                    );
                    row.resize(tables.rows[0].len(), String::new());
                    tables.rows.push(row);
                }
            }
        }
        Ok(tables)
    }
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
fn values(instrument: &Instrument, item: &Item) -> (String, [String; 3]) {
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
