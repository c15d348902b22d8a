//! What a funder wants to read, in which order: data, because funders differ and change.

use std::collections::BTreeSet;

/// The order of a report, its limits and what has to be written into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// What tells it from others, e.g. `imls`.
    pub key: String,
    /// Its name on screen.
    pub name: String,
    /// Where the order comes from.
    pub source: String,
    /// Whether the number of the award stands at the top of each page.
    pub award_on_pages: bool,
    /// Most pages the funder takes; none without a limit.
    pub pages: Option<u32>,
    /// The sections in order.
    pub sections: Vec<Section>,
}

/// One section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// What tells it from the other sections, e.g. `overview`: texts are kept under it.
    pub key: String,
    /// Its heading.
    pub heading: String,
    /// What the program puts in by itself.
    pub part: Part,
    /// What people are asked to write; none where they write nothing.
    pub ask: Option<Ask>,
}

/// What people are asked to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// What belongs there, in a sentence or two.
    pub hint: String,
    /// Most words; none without a limit.
    pub words: Option<u32>,
    /// Whether the report is not complete without it.
    pub needed: bool,
}

/// What stands in a section without anybody writing it. The six columns of the logic model are its spine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Only what people write.
    Words,
    /// The need that the program answers.
    Situation,
    /// What is put in.
    Inputs,
    /// What was done.
    Activities,
    /// Who took part.
    Participation,
    /// What changed by the end.
    Short,
    /// What was applied at work.
    Medium,
    /// What came of it in time.
    Long,
    /// Statements with their answers by option.
    Statements,
    /// The instruments that were asked, and how.
    Instruments,
}

impl Part {
    /// Every part, in the order of the logic model.
    pub const ALL: [Self; 10] = [
        Self::Words,
        Self::Situation,
        Self::Inputs,
        Self::Activities,
        Self::Participation,
        Self::Short,
        Self::Medium,
        Self::Long,
        Self::Statements,
        Self::Instruments,
    ];

    /// The parts that are columns of the logic model, in order.
    pub const SPINE: [Self; 6] = [
        Self::Inputs,
        Self::Activities,
        Self::Participation,
        Self::Short,
        Self::Medium,
        Self::Long,
    ];

    /// The word for it in files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Situation => "situation",
            Self::Inputs => "inputs",
            Self::Activities => "activities",
            Self::Participation => "participation",
            Self::Short => "short",
            Self::Medium => "medium",
            Self::Long => "long",
            Self::Statements => "statements",
            Self::Instruments => "instruments",
        }
    }

    /// The part of this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.key() == key)
    }

    /// Its place among the columns of the logic model.
    pub fn column(self) -> Option<usize> {
        Self::SPINE.iter().position(|part| *part == self)
    }
}

/// A template that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadTemplate {
    /// A key or a name is missing, or too long.
    #[error("{place}: expected 1 to {limit} signs, found {found:?}")]
    Text {
        /// Where.
        place: String,
        /// What stands there.
        found: String,
        /// Most signs.
        limit: usize,
    },
    /// No sections, or too many.
    #[error("expected 1 to {} sections, found {found}", Template::MOST)]
    Sections {
        /// How many there are.
        found: usize,
    },
    /// Two sections have the same key, or the program would put the same in twice.
    #[error("section {at}: expected each {what} once, found {found:?} again")]
    Twice {
        /// Which section, from 1.
        at: usize,
        /// `key` or `part`.
        what: &'static str,
        /// What stands there again.
        found: String,
    },
    /// Nothing can stand in a section.
    #[error("section {at}: expected something to ask for, or a part other than words")]
    Empty {
        /// Which section, from 1.
        at: usize,
    },
    /// A limit that no text keeps.
    #[error("section {at}: expected a limit of 10 to 20000 words, found {found}")]
    Limit {
        /// Which section, from 1.
        at: usize,
        /// The limit.
        found: u32,
    },
}

impl Template {
    /// Most sections.
    pub const MOST: usize = 40;

    /// Can a report be made with it?
    ///
    /// # Errors
    /// The first [`BadTemplate`].
    pub fn check(&self) -> Result<(), BadTemplate> {
        text("key", &self.key, 60)?;
        text("name", &self.name, 120)?;
        if self.sections.is_empty() || self.sections.len() > Self::MOST {
            return Err(BadTemplate::Sections {
                found: self.sections.len(),
            });
        }
        let (mut keys, mut parts) = (BTreeSet::new(), BTreeSet::new());
        for (section, at) in self.sections.iter().zip(1..) {
            text(&format!("section {at}, key"), &section.key, 60)?;
            text(&format!("section {at}, heading"), &section.heading, 120)?;
            let twice = |what, found: &str| BadTemplate::Twice {
                at,
                what,
                found: found.to_owned(),
            };
            if !keys.insert(&section.key) {
                return Err(twice("key", &section.key));
            }
            if section.part != Part::Words && !parts.insert(section.part) {
                return Err(twice("part", section.part.key()));
            }
            match &section.ask {
                None if section.part == Part::Words => return Err(BadTemplate::Empty { at }),
                Some(Ask {
                    words: Some(found), ..
                }) if !(10..=20_000).contains(found) => {
                    return Err(BadTemplate::Limit { at, found: *found });
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// A section by its key.
    pub fn section(&self, key: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.key == key)
    }
}

fn text(place: &str, found: &str, limit: usize) -> Result<(), BadTemplate> {
    let fits = !found.trim().is_empty() && found.chars().count() <= limit;
    fits.then_some(()).ok_or_else(|| BadTemplate::Text {
        place: place.to_owned(),
        found: found.chars().take(limit).collect(),
        limit,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn template() -> Template {
        let section = |key: &str, part, ask| Section {
            key: key.to_owned(),
            heading: key.to_owned(),
            part,
            ask,
        };
        let ask = Ask {
            hint: "Need, audience, design".to_owned(),
            words: Some(150),
            needed: true,
        };
        Template {
            key: "plain".to_owned(),
            name: "Plain".to_owned(),
            source: String::new(),
            award_on_pages: true,
            pages: None,
            sections: vec![
                section("overview", Part::Words, Some(ask)),
                section("who", Part::Participation, None),
            ],
        }
    }

    #[test]
    fn a_template_is_checked_section_by_section() {
        assert_eq!(template().check(), Ok(()));
        let broken = |break_it: fn(&mut Template)| {
            let mut template = template();
            break_it(&mut template);
            template.check().unwrap_err().to_string()
        };
        assert_eq!(
            broken(|t| t.name = "  ".to_owned()),
            "name: expected 1 to 120 signs, found \"  \""
        );
        assert_eq!(
            broken(|t| t.sections.clear()),
            "expected 1 to 40 sections, found 0"
        );
        assert_eq!(
            broken(|t| t.sections[1].key = "overview".to_owned()),
            "section 2: expected each key once, found \"overview\" again"
        );
        assert_eq!(
            broken(|t| t.sections[0].part = Part::Participation),
            "section 2: expected each part once, found \"participation\" again"
        );
        assert_eq!(
            broken(|t| t.sections[0].ask = None),
            "section 1: expected something to ask for, or a part other than words"
        );
        let limit = |t: &mut Template| {
            if let Some(ask) = &mut t.sections[0].ask {
                ask.words = Some(3);
            }
        };
        assert_eq!(
            broken(limit),
            "section 1: expected a limit of 10 to 20000 words, found 3"
        );
    }

    #[test]
    fn parts_keep_their_words_and_the_spine_its_order() {
        for part in Part::ALL {
            assert_eq!(Part::from_key(part.key()), Some(part));
        }
        assert_eq!(Part::Short.column(), Some(3));
        assert_eq!(Part::Words.column(), None);
    }
}
