//! Who is in a cohort: sector by level, as codes.

use super::Table;
use crate::ReportError;
use crate::words::Words;

/// People by two properties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mix {
    /// The rows' names, e.g. sectors, in their order.
    pub sectors: Vec<String>,
    /// The columns' names, e.g. levels, in their order.
    pub levels: Vec<String>,
    /// One entry per person: sector and level by position in the lists above, and the participant code.
    pub people: Vec<(usize, usize, String)>,
}

/// Sector × level with the codes of the people in each cell, and a total per row and column.
///
/// # Errors
/// [`ReportError::Words`].
pub fn mix_table(mix: &Mix, words: &Words) -> Result<Table, ReportError> {
    let mut heads = vec![words.get("report-column-sector")?];
    heads.extend(mix.levels.iter().cloned());
    heads.push(words.get("report-column-total")?);
    let codes = |sector: usize, level: usize| {
        let here = mix.people.iter().filter(|(s, l, _)| (*s, *l) == (sector, level));
        here.map(|(_, _, code)| code.as_str()).collect::<Vec<_>>()
    };
    let mut rows = Vec::new();
    for (at, sector) in mix.sectors.iter().enumerate() {
        let mut row = vec![sector.clone()];
        row.extend((0..mix.levels.len()).map(|level| codes(at, level).join(" ")));
        row.push(mix.people.iter().filter(|(s, ..)| *s == at).count().to_string());
        rows.push(row);
    }
    let mut total = vec![words.get("report-column-total")?];
    let per_level = |level| {
        mix.people
            .iter()
            .filter(|(_, l, _)| *l == level)
            .count()
            .to_string()
    };
    total.extend((0..mix.levels.len()).map(per_level));
    total.push(mix.people.len().to_string());
    rows.push(total);
    let numeric = vec![heads.len() as u32 - 1];
    Ok(Table { heads, rows, numeric })
}
