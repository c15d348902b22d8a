//! A report in chapters, as a funder or a board reads it: a cover, chapters along the logic model, and an appendix that
//! says of each figure what it counts.
//!
//! Text may hold linked figures as `{key: value}` ([`nexus_domain::reports::narrative`]): they lead to their line of
//! the appendix, and in the window to the records behind them.

use nexus_domain::reports::narrative::{Piece, pieces};

use super::{Document, Paper, finish, line, small};
use crate::ReportError;
use crate::figures::{Figure, spine};
use crate::fonts::Face;
use crate::layout::content_width;
use crate::model::{Align, Block, Cell, Column, Entry, Grid, Key, Look, Prose, Report, Width};
use crate::text::{Span, Target};
use crate::words::{Date, Words};

/// What the report needs.
#[derive(Debug, Clone, PartialEq)]
pub struct Story {
    /// What kind of report it is, e.g. "Funder report".
    pub kicker: String,
    /// Its title.
    pub title: String,
    /// Lines under the title: facility, funder, period. Empty ones are left out.
    pub lines: Vec<String>,
    /// Number of the award.
    pub award: Option<String>,
    /// Whether that number stands at the top of each page.
    pub award_on_pages: bool,
    /// The day of the data.
    pub as_of: Date,
    /// What stands at the foot of each page.
    pub foot: String,
    /// Sheet size.
    pub paper: Paper,
    /// Names of the columns of the logic model, in order.
    pub columns: Vec<String>,
    /// The period that all figures are of.
    pub period: Option<String>,
    /// The chapters.
    pub chapters: Vec<Chapter>,
    /// What the figures count, in the order of the appendix; those that the report does not name are left out.
    pub definitions: Vec<Definition>,
}

/// One chapter.
#[derive(Debug, Clone, PartialEq)]
pub struct Chapter {
    /// Its heading.
    pub heading: String,
    /// The column of the logic model that it tells, from 0.
    pub column: Option<usize>,
    /// What it says.
    pub parts: Vec<Part>,
}

/// A part of a chapter. Words may hold linked figures.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// A heading within the chapter; often the finding itself.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// How to read it, and what it does not show.
    Note(String),
    /// Up to four figures: key, value, what it counts.
    Keys(Vec<(String, String, String)>),
    /// A drawing under its caption, with the key of the figure that it shows.
    Figure {
        /// What is drawn.
        figure: Figure,
        /// What it is, in a few words.
        caption: String,
        /// The key of a figure of the report.
        fact: Option<String>,
    },
    /// A table under its caption.
    Table(StoryTable),
    /// A list.
    List(Vec<String>),
    /// Somebody's words, and where they stand.
    Quote(String, String),
}

/// A table of a report.
#[derive(Debug, Clone, PartialEq)]
pub struct StoryTable {
    /// What it is, in a few words.
    pub caption: String,
    /// Heads, each with the share of the width that its column takes and whether it holds numbers.
    pub heads: Vec<(String, f32, bool)>,
    /// Rows of as many cells.
    pub rows: Vec<Vec<String>>,
}

/// What a figure counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
    /// What is counted, and how.
    pub what: String,
    /// Of how many, what is missing, which version of which instrument.
    pub base: String,
}

/// Makes the report.
///
/// # Errors
/// [`ReportError::MissingGlyphs`] names characters that no bundled font has; there is no document then.
pub fn story(input: &Story) -> Result<Document, ReportError> {
    let words = Words::english();
    let width = content_width(input.paper);
    let as_of = words.with("report-as-of", &[("date", words.date(input.as_of)?.into())])?;
    let award = input.award.as_deref();
    let award = award
        .map(|number| words.with("report-award", &[("number", number.into())]))
        .transpose()?;
    let mut blocks = vec![
        Block::Kicker(input.kicker.clone()),
        Block::Heading(1, input.title.clone()),
    ];
    for text in &input.lines {
        blocks.extend(line(&[Some(text.clone())]));
    }
    blocks.extend(line(&[award.clone(), Some(as_of.clone())]));
    let mut numbered = Numbered::default();
    for chapter in &input.chapters {
        if let Some(column) = chapter.column {
            let strip = spine(&input.columns, column, width, &words)?;
            blocks.push(Block::Heading(2, chapter.heading.clone()));
            blocks.push(Block::Figure {
                scene: strip.scene,
                alt: strip.alt,
                fact: None,
            });
        } else {
            blocks.push(Block::Heading(2, chapter.heading.clone()));
        }
        for part in &chapter.parts {
            numbered.part(&mut blocks, part, &words)?;
        }
    }
    definitions(&mut blocks, input, &words)?;
    let report = Report {
        title: input.title.clone(),
        language: words.language(),
        paper: input.paper,
        landscape: false,
        date: Some(input.as_of),
        head: award.filter(|_| input.award_on_pages),
        foot: (input.foot.clone(), as_of),
        blocks,
    };
    finish(&report, &words)
}

/// Counts figures and tables for their captions.
#[derive(Default)]
struct Numbered {
    figures: usize,
    tables: usize,
}

impl Numbered {
    fn part(&mut self, blocks: &mut Vec<Block>, part: &Part, words: &Words) -> Result<(), ReportError> {
        match part {
            Part::Heading(text) => blocks.push(Block::Heading(3, text.clone())),
            Part::Text(text) => blocks.extend(paragraphs(Look::Body, text)),
            Part::Note(text) => blocks.extend(paragraphs(Look::Small, text)),
            Part::Keys(keys) => blocks.extend(keys.chunks(4).map(|keys| {
                let keys = keys.iter().map(|(key, value, label)| Key {
                    value: value.clone(),
                    label: label.clone(),
                    fact: Some(key.clone()).filter(|key| !key.is_empty()),
                });
                Block::Keys(keys.collect())
            })),
            Part::Figure {
                figure,
                caption,
                fact,
            } => {
                self.figures += 1;
                let caption = captioned("story-figure", self.figures, caption, words)?;
                let drawn = Block::Figure {
                    scene: figure.scene.clone(),
                    alt: figure.alt.clone(),
                    fact: fact.clone(),
                };
                blocks.push(Block::Captioned(caption, Box::new(drawn)));
                if !figure.note.is_empty() {
                    blocks.push(small(figure.note.clone()));
                }
                if figure.numbered {
                    blocks.push(super::twin(&figure.table, &[3.0]));
                }
            }
            Part::Table(table) => {
                self.tables += 1;
                let caption = captioned("story-table", self.tables, &table.caption, words)?;
                blocks.push(Block::Captioned(caption, Box::new(Block::Table(grid(table)))));
            }
            Part::List(texts) => {
                let entries = texts.iter().map(|text| Entry {
                    parts: vec![linked(Look::Body, text)],
                });
                blocks.push(Block::List(entries.collect()));
            }
            Part::Quote(text, source) => blocks.push(Block::Quote(text.clone(), source.clone())),
        }
        Ok(())
    }
}

fn captioned(id: &str, number: usize, caption: &str, words: &Words) -> Result<String, ReportError> {
    let number = number.to_string();
    words.with(
        id,
        &[("number", number.as_str().into()), ("caption", caption.into())],
    )
}

/// Paragraphs of a text that people wrote; a blank line parts them.
fn paragraphs(look: Look, text: &str) -> impl Iterator<Item = Block> {
    text.split("\n\n")
        .map(str::trim)
        .filter(|paragraph| !paragraph.is_empty())
        .map(move |paragraph| Block::Text(linked(look, paragraph)))
}

/// Words with their linked figures.
fn linked(look: Look, text: &str) -> Prose {
    let spans = pieces(text).into_iter().flat_map(|piece| match piece {
        Piece::Words(words) => super::with_addresses(Face::Sans, words),
        Piece::Figure { key, value } => {
            vec![Span::new(Face::Sans, value).to(Target::Fact(key.to_owned()))]
        }
    });
    Prose {
        spans: spans.collect(),
        look,
    }
}

fn grid(table: &StoryTable) -> Grid {
    let columns = table.heads.iter().map(|(head, share, numeric)| Column {
        head: head.clone(),
        width: Width::Share(*share),
        align: if *numeric { Align::Right } else { Align::Left },
    });
    let cell = |text: &String| Cell {
        parts: vec![linked(Look::Label, text)],
        ringed: false,
    };
    Grid {
        columns: columns.collect(),
        rows: table
            .rows
            .iter()
            .map(|row| row.iter().map(cell).collect())
            .collect(),
        row_head: 0,
        row_height: 0.0,
        tight: true,
        chart: None,
    }
}

/// The appendix.
fn definitions(blocks: &mut Vec<Block>, input: &Story, words: &Words) -> Result<(), ReportError> {
    let named = named(input);
    let told: Vec<&Definition> = input
        .definitions
        .iter()
        .filter(|one| named.contains(one.key.as_str()))
        .collect();
    if told.is_empty() {
        return Ok(());
    }
    blocks.push(Block::PageBreak);
    blocks.push(Block::Heading(2, words.get("story-definitions")?));
    blocks.push(small(words.get("story-definitions-how")?));
    if let Some(period) = &input.period {
        let args = [("period", period.as_str().into())];
        blocks.push(small(words.with("story-definitions-period", &args)?));
    }
    let heads = [
        ("story-definition-figure", 2.0, Align::Left),
        ("story-definition-value", 1.1, Align::Right),
        ("story-definition-what", 3.2, Align::Left),
        ("story-definition-base", 2.6, Align::Left),
    ];
    let mut columns = Vec::new();
    for (id, share, align) in heads {
        columns.push(Column {
            head: words.get(id)?,
            width: Width::Share(share),
            align,
        });
    }
    let above = words.get("story-same-as-above")?;
    let cell = |text: &str| Cell {
        parts: vec![Prose::plain(Look::Small, text)],
        ringed: false,
    };
    let mut rows = Vec::new();
    let mut before: Option<&Definition> = None;
    for one in told {
        let name = Prose {
            spans: vec![Span::new(Face::Sans, one.name.clone()).defining(one.key.clone())],
            look: Look::Small,
        };
        let name = Cell {
            parts: vec![name],
            ringed: false,
        };
        let same = |of: fn(&Definition) -> &String| {
            before.is_some_and(|before| of(before) == of(one) && !of(one).is_empty())
        };
        let what = if same(|one| &one.what) { &above } else { &one.what };
        let base = if same(|one| &one.base) { &above } else { &one.base };
        rows.push(vec![name, cell(&one.value), cell(what), cell(base)]);
        before = Some(one);
    }
    blocks.push(Block::Table(Grid {
        columns,
        rows,
        row_head: 0,
        row_height: 0.0,
        tight: true,
        chart: None,
    }));
    Ok(())
}

/// Keys of the figures that the report names somewhere.
fn named(input: &Story) -> std::collections::BTreeSet<&str> {
    let mut named = std::collections::BTreeSet::new();
    let mut look = |text| {
        named.extend(pieces(text).into_iter().filter_map(|piece| match piece {
            Piece::Figure { key, .. } => Some(key),
            Piece::Words(_) => None,
        }));
    };
    let mut keys = Vec::new();
    for part in input.chapters.iter().flat_map(|chapter| &chapter.parts) {
        match part {
            Part::Heading(_) | Part::Quote(..) => {}
            Part::Text(text) | Part::Note(text) => look(text),
            Part::List(texts) => texts.iter().for_each(|text| look(text)),
            Part::Table(table) => table.rows.iter().flatten().for_each(|text| look(text)),
            Part::Keys(all) => keys.extend(all.iter().map(|(key, ..)| key.as_str())),
            Part::Figure { fact, .. } => keys.extend(fact.as_deref()),
        }
    }
    named.extend(keys);
    named
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told() -> Story {
        let definition = |key: &str| Definition {
            key: key.to_owned(),
            name: format!("Name of {key}"),
            value: "24".to_owned(),
            what: "People enrolled".to_owned(),
            base: "n = 24".to_owned(),
        };
        Story {
            kicker: "Funder report".to_owned(),
            title: "Prairie State cohort".to_owned(),
            lines: vec!["Prairie State training facility".to_owned()],
            award: Some("RE-00".to_owned()),
            award_on_pages: true,
            as_of: Date::from_ymd_opt(2027, 6, 18).unwrap(),
            foot: "Prairie State cohort".to_owned(),
            paper: Paper::Letter,
            columns: ["Inputs", "Activities"].map(str::to_owned).into(),
            period: Some("1 September 2026 to 18 June 2027".to_owned()),
            chapters: vec![Chapter {
                heading: "Who took part".to_owned(),
                column: Some(1),
                parts: vec![
                    Part::Text("We reached {enrolled: 24} leaders.\n\nAll of them came.".to_owned()),
                    Part::Keys(vec![("held".to_owned(), "3".to_owned(), "sessions".to_owned())]),
                ],
            }],
            definitions: vec![definition("enrolled"), definition("held"), definition("lessons")],
        }
    }

    #[test]
    fn numbers_can_be_followed_and_only_those_named_are_defined() {
        let document = story(&told()).unwrap();
        let pages = document.pages();
        let spots: Vec<&str> = pages
            .iter()
            .flat_map(|page| &page.spots)
            .map(|spot| spot.key.as_str())
            .collect();
        assert!(
            spots.contains(&"enrolled") && spots.contains(&"held"),
            "{spots:?}"
        );
        let all: String = pages.iter().map(|page| page.words.as_str()).collect();
        assert!(all.contains("Name of enrolled") && all.contains("Name of held"));
        assert_eq!(
            document.pages_before("What the figures count"),
            document.page_count() - 1
        );
        assert_eq!(document.pages_before("No such heading"), document.page_count());
        assert!(!all.contains("Name of lessons"));
        assert!(!all.contains('{'));
    }
}
