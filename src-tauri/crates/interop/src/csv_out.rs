//! Rows of text as a CSV file that people open with a spreadsheet.
//!
//! UTF-8 with a byte order mark, commas, CRLF (RFC 4180). A value that a spreadsheet would run as a formula
//! gets an apostrophe in front, as OWASP's page on CSV injection advises; [`plain`] takes it off again.

/// Characters that make a spreadsheet read a value as a formula when they stand first; East Asian ones take the wide ones too.
const FORMULA_STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// True when a spreadsheet might run this value. Plain numbers such as `-3` or `+4.5` cannot run and stay.
fn runs(value: &str) -> bool {
    let number = value.parse::<f64>().is_ok_and(f64::is_finite);
    value.starts_with(FORMULA_STARTS) && !number
}

/// The value as it may stand in an export: an apostrophe goes before anything that could run.
pub fn neutral(value: &str) -> String {
    if runs(value) {
        format!("'{value}")
    } else {
        value.to_owned()
    }
}

/// The value as it was before [`neutral`].
pub fn plain(value: &str) -> &str {
    match value.strip_prefix('\'') {
        Some(rest) if runs(rest) => rest,
        _ => value,
    }
}

/// Writes rows of text; the first row usually names the columns.
///
/// Every value goes through [`neutral`] and is quoted where it holds a comma, a quote or a line break.
pub fn write<R, C>(rows: R) -> Vec<u8>
where
    R: IntoIterator<Item = C>,
    C: IntoIterator,
    C::Item: AsRef<str>,
{
    let mut out = String::from(MARK);
    for row in rows {
        push_row(&mut out, row);
    }
    out.into_bytes()
}

/// The byte order mark with which a file begins, so that spreadsheets read it as UTF-8.
pub(crate) const MARK: char = '\u{feff}';

/// Adds a row of text with its line end.
pub(crate) fn push_row<C>(out: &mut String, row: C)
where
    C: IntoIterator,
    C::Item: AsRef<str>,
{
    for (index, value) in row.into_iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        push_value(out, &neutral(value.as_ref()));
    }
    out.push_str("\r\n");
}

fn push_value(out: &mut String, value: &str) {
    let bare = !value.contains([',', '"', '\n', '\r', ';', '\t']) && value.trim().len() == value.len();
    if bare {
        out.push_str(value);
        return;
    }
    out.push('"');
    out.push_str(&value.replace('"', "\"\""));
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_that_a_spreadsheet_might_run_is_written() {
        for value in [
            "=A1",
            "＝A1",
            "＋1+1",
            "－2+3",
            "＠SUM(1)",
            "\n=1",
            "-inf",
            "+1e999",
            "=",
            "-x",
            "'=1",
        ] {
            let text = String::from_utf8(write([[value]])).unwrap();
            let cell = text.trim_start_matches('\u{feff}').trim_start_matches('"');
            assert!(cell.starts_with('\''), "{value:?} became {text:?}");
        }
    }

    #[test]
    fn formulas_lose_their_force_and_numbers_stay() {
        let bytes = write([["=1+1", "+cmd", "-3", "@x", "\tx", "a,b", "say \"hi\""]]);
        assert_eq!(
            String::from_utf8(bytes).unwrap(),
            "\u{feff}'=1+1,'+cmd,-3,'@x,\"'\tx\",\"a,b\",\"say \"\"hi\"\"\"\r\n"
        );
    }

    proptest! {
        #[test]
        fn a_neutral_value_never_runs_and_can_be_taken_back(value in "[=+\\-@\t\n＝'a1.]{0,6}") {
            let safe = neutral(&value);
            prop_assert!(!runs(&safe));
            if !value.starts_with('\'') {
                prop_assert_eq!(plain(&safe), value.as_str());
            }
        }

        #[test]
        fn what_is_written_is_read_back(rows in prop::collection::vec(prop::collection::vec("[a-z,;\"\n ]{1,8}x", 3), 1..6)) {
            let bytes = write(rows.iter());
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&bytes[3..]);
            let back: Vec<Vec<String>> = reader
                .records()
                .map(|record| record.unwrap().iter().map(|cell| plain(cell).to_owned()).collect())
                .collect();
            prop_assert_eq!(back, rows);
        }
    }
}
