//! Plain text of whatever encoding.

use crate::table::{self, TableError, text};

/// Why a file holds no text. Nothing of it was used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlainError {
    /// The file holds nothing, or only white space.
    #[error("the file is empty; expected text")]
    Empty,
    /// The file is of another kind.
    #[error("the file is {found}; expected plain text")]
    WrongKind {
        /// What it looks like.
        found: &'static str,
    },
    /// The bytes are no text: a NUL or too many control characters.
    #[error("line {line} holds bytes that are no text; expected plain text")]
    NotText {
        /// First line that is no text.
        line: u32,
    },
}

/// The text of a file: UTF-8, UTF-16 or Windows-1252, found from the bytes themselves.
///
/// # Errors
/// [`PlainError`].
pub fn plain_text(bytes: &[u8]) -> Result<String, PlainError> {
    if bytes.starts_with(b"PK\x03\x04") {
        return Err(PlainError::WrongKind {
            found: "an Office document or an archive",
        });
    }
    if let Some(found) = table::other_kind(bytes) {
        return Err(PlainError::WrongKind { found });
    }
    let (_, text) = text::decode(bytes);
    if text.trim().is_empty() {
        return Err(PlainError::Empty);
    }
    text::refuse_binary(&text).map_err(|error| PlainError::NotText {
        line: match error {
            TableError::NotText { line } => line,
            _ => 1,
        },
    })?;
    Ok(text.into_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn text_is_read_in_every_usual_encoding_and_other_kinds_are_named() {
        let utf16: Vec<u8> = "é 09:00".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(plain_text("é 09:00".as_bytes()).as_deref(), Ok("é 09:00"));
        assert_eq!(
            plain_text(&[b"\xff\xfe".as_slice(), &utf16].concat()).as_deref(),
            Ok("é 09:00")
        );
        assert_eq!(plain_text(b"\xe9 09:00").as_deref(), Ok("é 09:00"));
        assert_eq!(plain_text(b" \n"), Err(PlainError::Empty));
        assert_eq!(plain_text(b"a\n\0\0"), Err(PlainError::NotText { line: 2 }));
        for file in [b"%PDF-1.7".as_slice(), b"PK\x03\x04docx"] {
            assert!(matches!(plain_text(file), Err(PlainError::WrongKind { .. })));
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let _ = plain_text(&bytes);
        }
    }
}
