//! The competencies of an agenda, linked to the names that a framework gives them.

use crate::people::letters::fold;

/// The competencies of a block after linking.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Linked {
    /// The names: those of the framework where one is meant, otherwise as written; each once.
    pub names: Vec<String>,
    /// Those that no name of the framework is meant by, as written.
    pub unknown: Vec<String>,
}

/// Links names as written to those of a framework. Case, accents and punctuation do not matter, and of a
/// name with alternatives (`Innovation / Embracing Risk-Taking`) one is enough where it is not another's name.
pub fn link(written: &[String], known: &[String]) -> Linked {
    let mut linked = Linked::default();
    for name in written {
        let found = find(name, known);
        if found.is_none() {
            linked.unknown.push(name.clone());
        }
        let name = found.unwrap_or(name);
        if !linked.names.contains(name) {
            linked.names.push(name.clone());
        }
    }
    linked
}

fn find<'a>(written: &str, known: &'a [String]) -> Option<&'a String> {
    let wanted = fold(written);
    let whole = known.iter().find(|name| fold(name) == wanted);
    let mut parts = known
        .iter()
        .filter(|name| name.split('/').count() > 1 && name.split('/').any(|part| fold(part) == wanted));
    match (whole, parts.next(), parts.next()) {
        (Some(name), _, _) | (None, Some(name), None) => Some(name),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_linked_however_they_are_spelled_and_unknown_ones_kept() {
        let known = [
            "Influence",
            "Influencing",
            "Self-Awareness",
            "Innovation / Embracing Risk-Taking",
        ];
        let known = known.map(str::to_owned);
        let written = [
            "self awareness",
            "INFLUENCE",
            "Self-Awareness",
            "embracing risk-taking",
            "Innovation/Embracing Risk Taking",
            "Juggling",
        ];
        let linked = link(&written.map(str::to_owned), &known);
        assert_eq!(
            linked.names,
            [
                "Self-Awareness",
                "Influence",
                "Innovation / Embracing Risk-Taking",
                "Juggling"
            ]
        );
        assert_eq!(linked.unknown, ["Juggling"]);
        let twice = ["A / B", "B / C"].map(str::to_owned);
        assert_eq!(link(&["b".to_owned()], &twice).unknown, ["b"], "not guessed");
    }
}
