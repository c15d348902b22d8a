//! Notes that say by their first word what they are.

/// What a note is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteKind {
    /// Something that was decided.
    Decision,
    /// Something to keep.
    Keep,
    /// Something to change.
    Change,
    /// Anything else.
    Plain,
}

/// What a note is, and its words without the first: `Decision: move the test page to Friday`.
pub fn note_kind(text: &str) -> (NoteKind, &str) {
    let Some((word, rest)) = text.split_once(':') else {
        return (NoteKind::Plain, text.trim());
    };
    let kind = match word.trim().to_lowercase().as_str() {
        "decision" | "decided" => NoteKind::Decision,
        "keep" => NoteKind::Keep,
        "change" => NoteKind::Change,
        _ => return (NoteKind::Plain, text.trim()),
    };
    (kind, rest.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_word_says_what_a_note_is() {
        for (text, kind, words) in [
            (
                "Decision: move it to Friday",
                NoteKind::Decision,
                "move it to Friday",
            ),
            ("KEEP : the walk", NoteKind::Keep, "the walk"),
            ("change:room", NoteKind::Change, "room"),
            ("Late: ten minutes", NoteKind::Plain, "Late: ten minutes"),
            (" no word ", NoteKind::Plain, "no word"),
        ] {
            assert_eq!(note_kind(text), (kind, words));
        }
    }
}
