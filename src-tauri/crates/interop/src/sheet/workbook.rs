//! A workbook for spreadsheets: typed cells under a bold first row that stays in sight and can be filtered.

use chrono::{DateTime, Datelike as _, NaiveDate, Timelike as _, Utc};
use nexus_domain::reports::sheet::{Kind, Sheet, Value};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet};

use super::{SheetError, Step, on};

/// Rows of data that a sheet holds: one less than the format allows, for the heads.
pub const ROWS: usize = 1_048_575;
/// Characters that a cell holds.
pub const TEXT: usize = 32_767;
/// The longest name of a sheet, in characters.
const NAME: usize = 31;
/// The narrowest and the widest column, in characters.
const WIDTHS: (usize, usize) = (6, 60);
/// Rows that are looked at for the width of a column.
const LOOKED_AT: usize = 200;

/// A workbook whose cells are set and whose bytes are not made yet.
pub struct Book(Workbook);

impl Book {
    /// Sets the cells of some tables, a sheet each. `made` stands in the file as the instant of its making, so that the
    /// same data gives the same bytes.
    ///
    /// Text is stored as text and never as a formula. A day before 1900, which no spreadsheet counts, is text.
    ///
    /// # Errors
    /// [`SheetError::TooManyRows`], [`SheetError::TooLong`], [`SheetError::Stopped`].
    pub fn new(sheets: &[&Sheet], made: DateTime<Utc>, step: &mut Step<'_>) -> Result<Self, SheetError> {
        let mut book = Workbook::new();
        let made = instant(made).unwrap_or(ExcelDateTime::from_ymd(1900, 1, 1)?);
        book.set_properties(&DocProperties::new().set_creation_datetime(&made));
        let looks = Looks::new();
        let (mut names, mut rows) = (Vec::new(), 0);
        for sheet in sheets {
            let name = name(&sheet.title, &names);
            let page = book.add_worksheet();
            page.set_name(&name)?;
            names.push(name);
            fill(page, sheet, &looks, &mut rows, step)?;
        }
        Ok(Self(book))
    }

    /// The bytes of the file.
    ///
    /// # Errors
    /// [`SheetError::Workbook`].
    pub fn bytes(mut self) -> Result<Vec<u8>, SheetError> {
        Ok(self.0.save_to_buffer()?)
    }
}

/// How cells look.
struct Looks {
    head: Format,
    day: Format,
    moment: Format,
    /// Of words in several lines.
    lines: Format,
}

impl Looks {
    fn new() -> Self {
        let top = || Format::new().set_align(FormatAlign::Top);
        Self {
            head: top().set_bold().set_text_wrap(),
            day: top().set_num_format("yyyy-mm-dd"),
            moment: top().set_num_format("yyyy-mm-dd hh:mm:ss"),
            lines: top().set_text_wrap(),
        }
    }
}

fn fill(
    page: &mut Worksheet,
    sheet: &Sheet,
    looks: &Looks,
    before: &mut usize,
    step: &mut Step<'_>,
) -> Result<(), SheetError> {
    let (rows, width) = (sheet.rows(), sheet.columns.len());
    if rows.len() > ROWS {
        return Err(SheetError::TooManyRows {
            sheet: sheet.title.clone(),
            found: rows.len(),
            limit: ROWS,
        });
    }
    for (at, column) in (0u16..).zip(&sheet.columns) {
        let place = Place {
            sheet,
            row: 0,
            column: &column.head,
        };
        page.write_string_with_format(0, at, place.fits(&column.head)?, &looks.head)?;
        page.set_column_width(at, column_width(sheet, at.into()))?;
    }
    for (line, row) in (1u32..).zip(rows) {
        on(step, *before)?;
        *before += 1;
        for ((at, column), value) in (0u16..).zip(&sheet.columns).zip(row) {
            let place = Place {
                sheet,
                row: line as usize,
                column: &column.head,
            };
            put(page, (line, at), value, looks, &place)?;
        }
    }
    page.set_freeze_panes(1, 0)?;
    if let (Ok(last), Ok(right)) = (u32::try_from(rows.len()), u16::try_from(width))
        && right > 0
    {
        page.autofilter(0, 0, last, right - 1)?;
    }
    Ok(())
}

/// Where a text stands, for those who are told that it is too long.
struct Place<'a> {
    sheet: &'a Sheet,
    row: usize,
    column: &'a str,
}

impl Place<'_> {
    fn fits<'t>(&self, text: &'t str) -> Result<&'t str, SheetError> {
        // A character beyond the first plane counts as two.
        let found = text.encode_utf16().count();
        if found <= TEXT {
            return Ok(text);
        }
        Err(SheetError::TooLong {
            sheet: self.sheet.title.clone(),
            row: self.row,
            column: self.column.to_owned(),
            found,
            limit: TEXT,
        })
    }
}

fn put(
    page: &mut Worksheet,
    (row, column): (u32, u16),
    value: &Value,
    looks: &Looks,
    place: &Place<'_>,
) -> Result<(), SheetError> {
    let dated = match value {
        Value::Day(at) => day(*at).map(|at| (at, &looks.day)),
        Value::Moment(at) => instant(*at).map(|at| (at, &looks.moment)),
        _ => None,
    };
    if let Some((at, look)) = dated {
        page.write_datetime_with_format(row, column, at, look)?;
        return Ok(());
    }
    match value {
        // Exact up to 2^53, far beyond what is counted here.
        Value::Whole(number) => page.write_number(row, column, *number as f64)?,
        Value::Number(number) => page.write_number(row, column, *number)?,
        Value::Flag(so) => page.write_boolean(row, column, *so)?,
        other => match other.text() {
            text if text.is_empty() => page,
            text if text.contains('\n') => {
                page.write_string_with_format(row, column, place.fits(&text)?, &looks.lines)?
            }
            text => page.write_string(row, column, place.fits(&text)?)?,
        },
    };
    Ok(())
}

/// A day as spreadsheets count them; none before 1900 and after 9999.
fn day(day: NaiveDate) -> Option<ExcelDateTime> {
    let (year, month, of_month) = (day.year(), day.month(), day.day());
    let year = u16::try_from(year)
        .ok()
        .filter(|year| (1900..=9999).contains(year))?;
    ExcelDateTime::from_ymd(year, u8::try_from(month).ok()?, u8::try_from(of_month).ok()?).ok()
}

/// An instant to the second, in UTC.
fn instant(at: DateTime<Utc>) -> Option<ExcelDateTime> {
    let (hour, minute, second) = (at.hour(), at.minute(), at.second());
    day(at.date_naive())?
        .and_hms(
            u16::try_from(hour).ok()?,
            u8::try_from(minute).ok()?,
            u8::try_from(second).ok()?,
        )
        .ok()
}

/// A name that a sheet can have and that no other has.
fn name(title: &str, taken: &[String]) -> String {
    let plain: String = title
        .chars()
        .map(|letter| match letter {
            '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'' => ' ',
            letter if letter.is_control() => ' ',
            letter => letter,
        })
        .collect();
    let plain = match plain.trim() {
        "" => "Data",
        plain => plain,
    };
    let cut = |room: usize| plain.chars().take(room).collect::<String>().trim().to_owned();
    let is_taken = |name: &String| {
        taken
            .iter()
            .any(|other| other.to_lowercase() == name.to_lowercase())
    };
    let numbered = (2u32..).map(|number| {
        let number = format!(" {number}");
        cut(NAME - number.len()) + &number
    });
    let mut names = std::iter::once(cut(NAME)).chain(numbered);
    names.find(|name| !is_taken(name)).unwrap_or_default()
}

/// How wide a column is, in characters: as wide as what stands in its first rows, within bounds.
fn column_width(sheet: &Sheet, at: usize) -> f64 {
    let (least, most) = WIDTHS;
    let column = &sheet.columns[at];
    let head = column.head.chars().count();
    let of = |value: &Value| match column.kind {
        Kind::Day => 10,
        Kind::Moment => 19,
        _ => {
            let text = value.text();
            text.lines().map(|line| line.chars().count()).max().unwrap_or(0)
        }
    };
    let cells = sheet.rows().iter().take(LOOKED_AT).map(|row| of(&row[at]));
    let widest = cells.chain([head.min(24)]).max().unwrap_or(least);
    // Room for the arrow of the filter.
    (widest.clamp(least, most) + 3) as f64
}
