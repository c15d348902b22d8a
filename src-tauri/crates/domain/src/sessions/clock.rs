//! The colour of the time that is left.

/// How much of a block is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum Light {
    /// More than a fifth.
    Calm,
    /// A fifth or less.
    Amber,
    /// A twentieth or less, or over.
    Red,
}

/// The light for `left` of `whole` seconds; `left` is negative once the block is over.
pub fn light(left: i64, whole: u32) -> Light {
    let whole = i64::from(whole);
    if left * 20 <= whole {
        Light::Red
    } else if left * 5 <= whole {
        Light::Amber
    } else {
        Light::Calm
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amber_at_a_fifth_and_red_at_a_twentieth() {
        assert_eq!(light(601, 3_000), Light::Calm);
        assert_eq!(light(600, 3_000), Light::Amber);
        assert_eq!(light(151, 3_000), Light::Amber);
        assert_eq!(light(150, 3_000), Light::Red);
        assert_eq!(light(-5, 3_000), Light::Red);
    }
}
