//! JSON Lines: one object a line, UTF-8, each with the version of the format and its kind.

use std::io::Write;

use nexus_domain::reports::sheet::{Column, Missing, Sheet, Value};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{SheetError, Step, on};

/// The version of the format, which every line bears.
pub const SCHEMA: u32 = 1;

/// Writes one object as a line.
///
/// # Errors
/// [`SheetError::Json`], [`SheetError::Io`].
pub fn json_line(out: &mut dyn Write, object: &impl Serialize) -> Result<(), SheetError> {
    let mut line = serde_json::to_vec(object)?;
    line.push(b'\n');
    out.write_all(&line)?;
    Ok(())
}

/// Writes the rows of a table: `{"schema":1,"kind":"people","code":"N01",…}`. What is unknown is `null`; why an answer is
/// missing stands in an object, e.g. `{"missing":"declined"}`.
///
/// # Errors
/// [`SheetError::Stopped`], [`SheetError::Io`], [`SheetError::Json`] for a number that is none.
pub fn json_lines(sheet: &Sheet, out: &mut dyn Write, step: &mut Step<'_>) -> Result<(), SheetError> {
    for (at, cells) in sheet.rows().iter().enumerate() {
        on(step, at)?;
        let row = Row {
            kind: &sheet.key,
            columns: &sheet.columns,
            cells,
        };
        json_line(out, &row)?;
    }
    Ok(())
}

struct Row<'a> {
    kind: &'a str,
    columns: &'a [Column],
    cells: &'a [Value],
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.columns.len() + 2))?;
        map.serialize_entry("schema", &SCHEMA)?;
        map.serialize_entry("kind", self.kind)?;
        for (column, cell) in self.columns.iter().zip(self.cells) {
            map.serialize_entry(&column.key, &Cell(cell))?;
        }
        map.end()
    }
}

struct Cell<'a>(&'a Value);

impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Whole(number) => serializer.serialize_i64(*number),
            Value::Number(number) => serializer.serialize_f64(*number),
            Value::Flag(so) => serializer.serialize_bool(*so),
            Value::Missing(Missing::Unknown) => serializer.serialize_none(),
            Value::Missing(missing) => {
                let mut map = serializer.serialize_map(None)?;
                map.serialize_entry("missing", missing.key())?;
                if let Missing::Unreadable(found) = missing {
                    map.serialize_entry("found", found)?;
                }
                map.end()
            }
            value => serializer.serialize_str(&value.text()),
        }
    }
}
