//! One row → what it says about a person, with everything that was read with care.

use super::columns::{Field, Mapping};
use super::dates::{self, DateOrder};
use super::{Choice, Draft, Matter, Problem, Rules};
use crate::people::letters::{fold, hidden_character, is_damaged, repaired, tidy};
use crate::people::{Consent, Reading, SizeBand, Term, Vocabulary, full_name};
use crate::table::Row;

/// Characters that a value of a roster may have.
const LONGEST: usize = 300;

/// What is needed to read a row.
pub(super) struct Reader<'a> {
    pub mapping: &'a Mapping,
    pub words: &'a Vocabulary,
    pub rules: &'a Rules,
    pub order: Option<DateOrder>,
}

/// Reads one row; problems are pushed in the order of the fields.
pub(super) fn read(reader: &Reader<'_>, row: &Row, problems: &mut Vec<Problem>) -> Draft {
    let mut one = One {
        reader,
        row,
        problems,
    };
    let (given, family) = one.names();
    Draft {
        given,
        family,
        email: one.email(),
        institution: one.line(Field::Institution),
        sector: one.word(Field::Sector, &reader.words.sectors),
        position: one.line(Field::Position),
        level: one.word(Field::Level, &reader.words.levels),
        region: one.line(Field::Region),
        size: one.size(),
        aspiration: one.line(Field::Aspiration),
        consent: one.consent(),
        registered: one.registered(),
    }
}

struct One<'a> {
    reader: &'a Reader<'a>,
    row: &'a Row,
    problems: &'a mut Vec<Problem>,
}

impl One<'_> {
    fn raw(&self, field: Field) -> &str {
        let value = self
            .reader
            .mapping
            .column(field)
            .map_or("", |column| self.row.cell(column));
        // Our own exports put an apostrophe before what a spreadsheet would run.
        match value.strip_prefix('\'') {
            Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
            _ => value,
        }
    }

    fn report(&mut self, field: Field, matter: Matter, found: &str, choices: Vec<Choice>) -> Option<Choice> {
        let rules = self.reader.rules;
        let problem = rules.problem(self.row.place, Some(field), matter, found, choices);
        let chosen = problem.chosen.clone();
        self.problems.push(problem);
        chosen
    }

    /// A tidied line of text, with what was odd about it.
    fn line(&mut self, field: Field) -> String {
        let raw = self.raw(field).to_owned();
        let mut value = tidy(&raw);
        let letters = value.chars().count();
        if letters > LONGEST {
            let start: String = raw.chars().take(60).collect();
            let limit = LONGEST as u32;
            self.report(field, Matter::TooLong { limit }, &start, Vec::new());
            return String::new();
        }
        if let Some(hidden) = hidden_character(&raw) {
            let code = format!("U+{:04X}", u32::from(hidden));
            self.report(field, Matter::HiddenCharacter { code }, &raw, Vec::new());
        }
        if raw.trim().contains(['\n', '\r']) {
            let read = value.clone();
            self.report(field, Matter::OneLine { read }, &raw, Vec::new());
        }
        if value.starts_with(['=', '@', '+']) || (value.starts_with('-') && value.len() > 1) {
            self.report(field, Matter::LooksLikeFormula, &raw, Vec::new());
        }
        let column = self.reader.mapping.column(field).map(|column| column as u32);
        if column.is_some_and(|column| self.row.formulas.contains(&column)) {
            self.report(field, Matter::FromFormula, &raw, Vec::new());
        }
        if let Some(Choice::Use(typed)) = self.reader.rules.choice(self.row.place.record, Some(field)) {
            value = tidy(typed);
        }
        value
    }

    fn names(&mut self) -> (String, String) {
        let (given, family) = if self.reader.mapping.column(Field::FullName).is_some()
            && self.reader.mapping.column(Field::Family).is_none()
        {
            let full = self.line(Field::FullName);
            split_name(&full)
        } else {
            (self.line(Field::Given), self.line(Field::Family))
        };
        if !(looks_like_family(&given) && !family.is_empty() && !looks_like_family(&family)) {
            return (given, family);
        }
        let read = full_name(&family, &given);
        let found = format!("{given}, {family}");
        let swapped = Choice::Use(read.clone());
        let choices = vec![swapped, Choice::AsFound];
        match self.report(Field::Given, Matter::NamesSwapped { read }, &found, choices) {
            Some(Choice::AsFound) => (given, family),
            _ => (family, given),
        }
    }

    fn email(&mut self) -> String {
        let typed = match self
            .reader
            .rules
            .choice(self.row.place.record, Some(Field::Email))
        {
            Some(Choice::Use(typed)) => Some(typed.trim().to_lowercase()),
            _ => None,
        };
        let raw = self.raw(Field::Email).to_owned();
        let found = tidy(&raw).to_lowercase();
        if let Some(typed) = typed.filter(|typed| is_email(typed)) {
            return typed;
        }
        if found.is_empty() {
            if self.reader.mapping.column(Field::Email).is_some() {
                let ask = vec![Choice::LeaveEmpty, Choice::Use(String::new())];
                self.report(Field::Email, Matter::EmailMissing, "", ask);
            }
            return String::new();
        }
        if !is_email(&found) {
            let ask = vec![Choice::LeaveEmpty, Choice::Use(String::new())];
            self.report(Field::Email, Matter::EmailBad, &raw, ask);
            return String::new();
        }
        found
    }

    fn word<Id: Copy + PartialEq>(&mut self, field: Field, terms: &[Term<Id>]) -> Option<Id> {
        let raw = self.raw(field).to_owned();
        if raw.trim().is_empty() {
            return None;
        }
        let name = |id: Id| {
            terms
                .iter()
                .find(|term| term.id == id)
                .map(|term| term.name.clone())
        };
        let choose = |id: &Id| Choice::Use(name(*id).unwrap_or_default());
        let words = terms.len() as u32;
        let others = |taken: &[Id]| -> Vec<Choice> {
            terms
                .iter()
                .filter(|term| !taken.contains(&term.id))
                .map(|term| Choice::Use(term.name.clone()))
                .collect()
        };
        let chosen = match Term::read(terms, &raw) {
            Reading::Known(id) => return Some(id),
            Reading::Guess(id) => {
                let read = name(id).unwrap_or_default();
                let mut choices = vec![choose(&id), Choice::LeaveEmpty];
                choices.extend(others(&[id]));
                self.report(field, Matter::WordGuessed { read }, &raw, choices)
            }
            Reading::Several(ids) => {
                let mut choices: Vec<Choice> = ids.iter().map(choose).collect();
                choices.push(Choice::LeaveEmpty);
                self.report(field, Matter::WordSeveral { words }, &raw, choices)
            }
            Reading::Unknown => {
                let mut choices = vec![Choice::LeaveEmpty];
                choices.extend(others(&[]));
                self.report(field, Matter::WordUnknown { words }, &raw, choices)
            }
        };
        match chosen {
            Some(Choice::Use(word)) => terms.iter().find(|term| term.name == word).map(|term| term.id),
            _ => None,
        }
    }

    fn size(&mut self) -> Option<SizeBand> {
        let raw = self.raw(Field::Size).to_owned();
        if raw.trim().is_empty() {
            return None;
        }
        let band = SizeBand::read(&raw);
        if band.is_some() {
            return band;
        }
        let mut choices = vec![Choice::LeaveEmpty];
        choices.extend(SizeBand::ALL.map(|band| Choice::Use(band.key().to_owned())));
        match self.report(Field::Size, Matter::SizeUnknown, &raw, choices) {
            Some(Choice::Use(key)) => SizeBand::from_key(&key),
            _ => None,
        }
    }

    fn consent(&mut self) -> Consent {
        let raw = self.raw(Field::Consent).to_owned();
        let word = fold(&raw);
        match word.as_str() {
            "" => Consent::NotAnswered,
            "yes" | "y" | "true" | "1" | "x" | "ja" | "oui" | "si" | "agree" | "i agree" => Consent::Yes,
            "no" | "n" | "false" | "0" | "nein" | "non" | "disagree" | "i do not agree" => Consent::No,
            _ => {
                self.report(Field::Consent, Matter::ConsentUnclear, &raw, Vec::new());
                Consent::NotAnswered
            }
        }
    }

    fn registered(&mut self) -> Option<chrono::NaiveDate> {
        let raw = self.raw(Field::Registered).to_owned();
        if raw.trim().is_empty() {
            return None;
        }
        let day = dates::read(&raw, self.reader.order);
        if day.is_none() && dates::read(&raw, Some(DateOrder::MonthFirst)).is_none()
            || (day.is_none() && self.reader.order.is_some())
        {
            self.report(Field::Registered, Matter::DateUnreadable, &raw, Vec::new());
        }
        day
    }
}

/// Reports the damaged values of a person who is new, and takes the choices made about them.
pub(super) fn flag_damage(row: &Row, rules: &Rules, draft: &mut Draft, problems: &mut Vec<Problem>) {
    let fields = [
        (Field::Given, &mut draft.given),
        (Field::Family, &mut draft.family),
        (Field::Institution, &mut draft.institution),
        (Field::Position, &mut draft.position),
    ];
    for (field, value) in fields {
        if !is_damaged(value) {
            continue;
        }
        let found = value.clone();
        let mut choices = vec![Choice::AsFound, Choice::Use(String::new())];
        if let Some(meant) = repaired(value) {
            choices.insert(0, Choice::Use(meant));
        }
        let problem = rules.problem(row.place, Some(field), Matter::DamagedLetters, &found, choices);
        if let Some(Choice::Use(better)) = &problem.chosen {
            *value = tidy(better);
        }
        problems.push(problem);
    }
}

/// `Family, Given`, or the last word (with the small words before it) as the family name.
fn split_name(full: &str) -> (String, String) {
    if let Some((family, given)) = full.split_once(',') {
        return (given.trim().to_owned(), family.trim().to_owned());
    }
    let words: Vec<&str> = full.split(' ').collect();
    let mut cut = words.len().saturating_sub(1);
    while cut > 1 && words[cut - 1].chars().next().is_some_and(char::is_lowercase) {
        cut -= 1;
    }
    (words[..cut].join(" "), words[cut..].join(" "))
}

/// Names that begin like a family name and never like a given one: O’Shaughnessy, McAllister.
fn looks_like_family(name: &str) -> bool {
    let mut chars = name.chars();
    let begins = (chars.next(), chars.next(), chars.next());
    matches!(
        begins,
        (Some('O'), Some('’' | '\'' | '‘'), Some(c)) | (Some('M'), Some('c'), Some(c)) if c.is_uppercase()
    )
}

/// One `@` with something on both sides, a dot after it, nothing that an address cannot hold.
pub(crate) fn is_email(text: &str) -> bool {
    let Some((user, host)) = text.split_once('@') else {
        return false;
    };
    let clean =
        |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, ',' | ';' | '<' | '>' | '"' | '@');
    !user.is_empty()
        && host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && text.len() <= 254
        && user.chars().all(clean)
        && host.chars().all(clean)
}
