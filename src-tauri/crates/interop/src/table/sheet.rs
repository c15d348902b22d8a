//! XLSX workbooks, read cell by cell so that a sheet with one value in its last corner costs nothing.

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use nexus_domain::table::{Place, Row, Source, Table};

use super::{HeaderScore, Limits, Room, TableError, check_width, split, table, text::cut_long};

pub(super) fn read(bytes: &[u8], score: HeaderScore<'_>, limits: &Limits) -> Result<Table, TableError> {
    check_archive(bytes, limits)?;
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let names: Vec<String> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut best: Option<(u32, usize, Row, Vec<Row>)> = None;
    for (index, name) in names.iter().enumerate() {
        let rows = rows(&mut workbook, name, limits)?;
        let Some((points, header, body)) = split(rows, score) else {
            continue;
        };
        if best.as_ref().is_none_or(|(most, ..)| points > *most) {
            best = Some((points, index, header, body));
        }
    }
    let (_, index, header, body) = best.ok_or(TableError::Empty)?;
    let mut others = names;
    let sheet = others.remove(index);
    Ok(table(Source::Workbook { sheet, others }, header, body))
}

/// A zip that is no workbook, or unpacks to too much, is refused before anything is unpacked.
fn check_archive(bytes: &[u8], limits: &Limits) -> Result<(), TableError> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| TableError::Damaged {
        reason: error.to_string(),
    })?;
    let mut unpacked = 0u64;
    for index in 0..archive.len() {
        // A part is read no further than the size that is said of it here.
        let part = archive.by_index_raw(index).map_err(|error| TableError::Damaged {
            reason: error.to_string(),
        })?;
        unpacked = unpacked.saturating_add(part.size());
    }
    if unpacked > limits.unpacked {
        return Err(TableError::TooBig {
            found: unpacked,
            limit: limits.unpacked,
        });
    }
    let has = |name: &str| archive.index_for_name(name).is_some();
    if has("xl/workbook.xml") {
        return Ok(());
    }
    let found = if has("word/document.xml") {
        "a Word document"
    } else if has("ppt/presentation.xml") {
        "a presentation"
    } else if has("xl/workbook.bin") {
        "a binary workbook (save it as .xlsx)"
    } else if has("content.xml") {
        "an OpenDocument file (save it as .xlsx or CSV)"
    } else {
        "an archive"
    };
    Err(TableError::WrongKind { found })
}

fn damaged(error: XlsxError) -> TableError {
    TableError::Damaged {
        reason: error.to_string(),
    }
}

fn rows(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str, limits: &Limits) -> Result<Vec<Row>, TableError> {
    let mut reader = workbook.worksheet_cells_reader(name).map_err(damaged)?;
    let mut rows: Vec<Row> = Vec::new();
    let mut room = Room::new(limits);
    while let Some(cell) = reader.next_cell_with_formula_metadata().map_err(damaged)? {
        let value = text_of(&cell.value);
        if value.trim().is_empty() {
            continue;
        }
        let (at, column) = cell.pos;
        if at >= limits.rows {
            return Err(TableError::TooManyRows { limit: limits.rows });
        }
        check_width(column as usize + 1, at + 1, limits)?;
        // Rows may come in any order in a damaged file; the place in `rows` is the row number.
        while rows.len() <= at as usize {
            room.take(1)?;
            rows.push(blank(rows.len() as u32 + 1));
        }
        let row = &mut rows[at as usize];
        if let Some(more) = (column as usize + 1)
            .checked_sub(row.cells.len())
            .filter(|more| *more > 0)
        {
            room.take(more)?;
            row.cells.resize(column as usize + 1, String::new());
        }
        row.cells[column as usize] = value;
        if cell.formula.is_some() {
            row.formulas.push(column);
        }
    }
    for row in &mut rows {
        row.fault = cut_long(&mut row.cells, limits);
    }
    Ok(rows)
}

fn blank(record: u32) -> Row {
    Row {
        place: Place { record, line: record },
        cells: Vec::new(),
        fault: None,
        formulas: Vec::new(),
    }
}

/// The value as a person would type it: whole numbers without a fraction, dates as ISO.
fn text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::DateTime(moment) => date_text(*moment),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
    }
}

/// `2026-09-14`, with ` 09:30` where the cell has a time; a bare time or a duration is `09:30`.
fn date_text(moment: ExcelDateTime) -> String {
    let (year, month, day, hour, minute, _, _) = moment.to_ymd_hms_milli();
    let serial = moment.as_f64();
    if moment.is_duration() {
        let minutes = (serial * 1440.0).round().clamp(0.0, 1e9) as u64;
        return format!("{:02}:{:02}", minutes / 60, minutes % 60);
    }
    if (0.0..1.0).contains(&serial) {
        return format!("{hour:02}:{minute:02}");
    }
    if serial.fract() == 0.0 {
        return format!("{year:04}-{month:02}-{day:02}");
    }
    format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}")
}
