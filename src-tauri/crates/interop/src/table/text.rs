//! CSV and its cousins: encoding and delimiter are found from the bytes themselves.

use std::borrow::Cow;

use nexus_domain::table::{Encoding, Fault, Place, Row, Source, Table};

use super::{HeaderScore, Limits, Room, TableError, check_width, split, table};

/// Delimiters that are tried, the likelier first.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Bytes of the beginning from which the delimiter is guessed.
const SAMPLE: usize = 64 * 1024;

pub(super) fn read(bytes: &[u8], score: HeaderScore<'_>, limits: &Limits) -> Result<Table, TableError> {
    let (encoding, text) = decode(bytes);
    if text.trim().is_empty() {
        return Err(TableError::Empty);
    }
    refuse_binary(&text)?;
    let (text, declared, skipped) = excel_separator(&text);
    let delimiter = declared.unwrap_or_else(|| guess_delimiter(text));
    refuse_endless_line(text, delimiter, skipped, limits)?;
    let rows = parse(text, delimiter, skipped, limits)?;
    let (_, header, rows) = split(rows, score).ok_or(TableError::Empty)?;
    let source = Source::Text {
        encoding,
        delimiter: char::from(delimiter),
    };
    Ok(table(source, header, rows))
}

/// Byte order mark first, then NULs in every other byte (UTF-16 without a mark), then UTF-8, then Windows-1252.
pub(crate) fn decode(bytes: &[u8]) -> (Encoding, Cow<'_, str>) {
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return (Encoding::Utf8, String::from_utf8_lossy(rest));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return (
            Encoding::Utf16Le,
            encoding_rs::UTF_16LE.decode_without_bom_handling(rest).0,
        );
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return (
            Encoding::Utf16Be,
            encoding_rs::UTF_16BE.decode_without_bom_handling(rest).0,
        );
    }
    let sample = &bytes[..bytes.len().min(400)];
    let nuls = |odd: usize| {
        sample
            .iter()
            .skip(odd)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
            * 2
    };
    if nuls(1) * 2 > sample.len() && nuls(0) == 0 {
        return (
            Encoding::Utf16Le,
            encoding_rs::UTF_16LE.decode_without_bom_handling(bytes).0,
        );
    }
    if nuls(0) * 2 > sample.len() && nuls(1) == 0 {
        return (
            Encoding::Utf16Be,
            encoding_rs::UTF_16BE.decode_without_bom_handling(bytes).0,
        );
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => (Encoding::Utf8, Cow::Borrowed(text)),
        Err(_) if mostly_utf8(bytes) => (Encoding::Utf8, String::from_utf8_lossy(bytes)),
        Err(_) => (
            Encoding::Windows1252,
            encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0,
        ),
    }
}

/// True when a file with a few broken bytes (cut short, pasted together) is still UTF-8 rather than
/// Windows-1252: most of its non-ASCII letters are proper UTF-8 sequences.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad * 4
}

/// A NUL, or more than a few control characters, is no text.
pub(crate) fn refuse_binary(text: &str) -> Result<(), TableError> {
    let controls = text
        .chars()
        .take(SAMPLE)
        .filter(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
        .count();
    let nul = text.find('\0');
    let sample = text.chars().take(SAMPLE).count();
    if nul.is_none() && controls * 50 <= sample {
        return Ok(());
    }
    let at = nul.or_else(|| text.find(|c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t')));
    let line = 1 + text[..at.unwrap_or(0)].matches('\n').count() as u32;
    Err(TableError::NotText { line })
}

/// A line of hundreds of thousands of delimiters is refused before anything is made of it. Empty cells at the end
/// of a row are none of its columns, so some are let pass.
fn refuse_endless_line(text: &str, delimiter: u8, skipped: u32, limits: &Limits) -> Result<(), TableError> {
    let most = limits.columns as usize * 64;
    for (number, line) in (1 + skipped..).zip(text.split(['\n', '\r'])) {
        if line.len() <= most {
            continue;
        }
        let found = line.bytes().filter(|byte| *byte == delimiter).count();
        if found > most {
            return Err(TableError::TooManyColumns {
                record: number,
                found: u32::try_from(found).unwrap_or(u32::MAX),
                limit: limits.columns,
            });
        }
    }
    Ok(())
}

/// Excel's own first line `sep=;` names the delimiter and is no data.
/// Returns the rest, the delimiter, and how many rows were passed over.
fn excel_separator(text: &str) -> (&str, Option<u8>, u32) {
    let Some((first, rest)) = text.split_once('\n') else {
        return (text, None, 0);
    };
    match first
        .trim()
        .to_ascii_lowercase()
        .strip_prefix("sep=")
        .map(str::as_bytes)
    {
        Some([delimiter]) if DELIMITERS.contains(delimiter) => (rest, Some(*delimiter), 1),
        _ => (text, None, 0),
    }
}

/// The delimiter that cuts the greatest share of rows into the same number of cells, the more cells the better.
fn guess_delimiter(text: &str) -> u8 {
    let end = (0..=SAMPLE.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0);
    let sample = &text.as_bytes()[..end];
    let evenness = |delimiter: u8| {
        let mut reader = reader(sample, delimiter);
        let widths: Vec<usize> = reader
            .byte_records()
            .take(100)
            .filter_map(Result::ok)
            .map(|record| record.len())
            .collect();
        widths
            .iter()
            .filter(|width| **width > 1)
            .map(|width| {
                widths.iter().filter(|other| *other == width).count() * (width - 1) * 1_000 / widths.len()
            })
            .max()
            .unwrap_or(0)
    };
    let mut best = (0, DELIMITERS[0]);
    for delimiter in DELIMITERS {
        let points = evenness(delimiter);
        if points > best.0 {
            best = (points, delimiter);
        }
    }
    best.1
}

fn reader(text: &[u8], delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text)
}

/// Blank lines are rows here (the `csv` crate passes over them), so that records number as in a spreadsheet.
fn parse(text: &str, delimiter: u8, skipped: u32, limits: &Limits) -> Result<Vec<Row>, TableError> {
    let mut reader = reader(text.as_bytes(), delimiter);
    let mut record = csv::StringRecord::new();
    let mut rows: Vec<Row> = Vec::new();
    let mut room = Room::new(limits);
    let mut place = Place {
        record: 1 + skipped,
        line: 1 + skipped,
    };
    let mut start = 0;
    // The text is valid UTF-8 and reading from memory cannot fail, so an error means the end as well.
    while reader.read_record(&mut record).unwrap_or(false) {
        // The reader stops between the two bytes of a CRLF.
        let end = (reader.position().byte() as usize).min(text.len());
        let end = end + usize::from(text[..end].ends_with('\r') && text[end..].starts_with('\n'));
        let raw = &text[start..end];
        start = end;
        let body = raw.trim_start_matches(['\r', '\n']);
        let blanks = line_ends(&raw[..raw.len() - body.len()]);
        if rows.len() + blanks as usize >= limits.rows as usize {
            return Err(TableError::TooManyRows { limit: limits.rows });
        }
        for _ in 0..blanks {
            rows.push(blank(place));
            place = next(place, 1);
        }
        let used = (0..record.len()).rfind(|at| !record[*at].trim().is_empty());
        let used = used.map_or(0, |last| last + 1);
        check_width(used, place.record, limits)?;
        room.take(used + blanks as usize)?;
        let last = record.len().checked_sub(1).and_then(|last| record.get(last));
        let mut fault = unclosed(body, last).then_some(Fault::UnclosedQuote);
        let mut cells: Vec<String> = record.iter().take(used).map(str::to_owned).collect();
        if let Some(long) = cut_long(&mut cells, limits) {
            fault = fault.or(Some(long));
        }
        rows.push(Row {
            place,
            cells,
            fault,
            formulas: Vec::new(),
        });
        place = next(place, line_ends(body).max(1));
    }
    Ok(rows)
}

fn next(place: Place, lines: u32) -> Place {
    Place {
        record: place.record + 1,
        line: place.line + lines,
    }
}

fn blank(place: Place) -> Row {
    Row {
        place,
        cells: Vec::new(),
        fault: None,
        formulas: Vec::new(),
    }
}

/// Line ends of any kind: CRLF counts once.
fn line_ends(text: &str) -> u32 {
    let lone_returns = text.matches('\r').count() - text.matches("\r\n").count();
    (text.matches('\n').count() + lone_returns) as u32
}

/// True when the last value of the record was opened with a quotation mark that nothing closed.
fn unclosed(raw: &str, last: Option<&str>) -> bool {
    let odd = raw.matches('"').count() % 2 == 1;
    odd && last.is_some_and(|last| raw.ends_with(&format!("\"{}", last.replace('"', "\"\""))))
}

/// Cuts values that are too long, and says which was the first.
pub(super) fn cut_long(cells: &mut [String], limits: &Limits) -> Option<Fault> {
    let mut fault = None;
    for (column, cell) in cells.iter_mut().enumerate() {
        if cell.len() <= limits.value as usize {
            continue;
        }
        let found = cell.chars().count() as u32;
        if found > limits.value {
            *cell = cell.chars().take(limits.value as usize).collect();
            fault = fault.or(Some(Fault::LongValue {
                column: column as u32,
                found,
                limit: limits.value,
            }));
        }
    }
    fault
}
