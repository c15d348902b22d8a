//! What keeps an instrument from being asked.

/// What makes an instrument unusable.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A text that must not be empty is.
    #[error("{field}: expected text, found none")]
    Empty {
        /// The field.
        field: &'static str,
    },
    /// The version is zero.
    #[error("version: expected 1 or more, found 0")]
    Version,
    /// The scale has no two points, or points that are not one key each.
    #[error("scale: expected two or more points between 1 and 9, found {low} to {high}")]
    Scale {
        /// Lowest point found.
        low: u8,
        /// Highest point found.
        high: u8,
    },
    /// Words for some points only.
    #[error("scale: expected {expected} words or none, found {found}")]
    Labels {
        /// Number of points.
        expected: usize,
        /// Number of words.
        found: usize,
    },
    /// No items.
    #[error("items: expected at least one, found none")]
    NoItems,
    /// Two parts of a list share a key.
    #[error("{list}: expected every id once, found {key:?} twice")]
    Twice {
        /// The list.
        list: String,
        /// The key.
        key: String,
    },
    /// A key that cannot stand in a code or in the head of a column.
    #[error("{list}: expected an id of at most 60 letters a to z, digits, - _ and ., found {found:?}")]
    Key {
        /// The list.
        list: String,
        /// The key found.
        found: String,
    },
    /// More choices than there are letters on paper.
    #[error("{item}, choices: expected at most 25, found {found}")]
    Choices {
        /// Key of the item.
        item: String,
        /// Number of choices.
        found: usize,
    },
    /// An item names a section that is not there.
    #[error("{item}, section: expected a section of this instrument, found {found:?}")]
    NoSection {
        /// Key of the item.
        item: String,
        /// What it names.
        found: String,
    },
    /// The items of a section are not together, or the sections are in another order than their items.
    #[error(
        "{item}, section: expected the items of a section together and sections in their order, found {found:?}"
    )]
    Scattered {
        /// Key of the item.
        item: String,
        /// The section it names.
        found: String,
    },
    /// Bounds of a number the wrong way round.
    #[error("{item}: expected a highest number of at least {low}, found {high}")]
    Bounds {
        /// Key of the item.
        item: String,
        /// The lowest.
        low: String,
        /// The highest.
        high: String,
    },
    /// An item is asked after answers that cannot come.
    #[error("{item}, shown_if: expected {expected}, found {found:?}")]
    Condition {
        /// Key of the item.
        item: String,
        /// What may stand there.
        expected: &'static str,
        /// What stands there.
        found: String,
    },
}
