//! The plan: what a commit of this file would do, and every problem with it.

use std::collections::HashMap;

use super::columns::{Field, Mapping};
use super::dates::{self, DateOrder, Order};
use super::matching::Known;
use super::merge::{changes, fill, overwrite};
use super::outcome::{Outcome, PersonPlan, Plan, RowPlan};
use super::reading::{self, Reader};
use super::{Choice, Draft, Group, KnownPerson, Matter, OnDuplicate, Problem, Rules};
use crate::people::letters::{fold, is_damaged};
use crate::people::{Consent, Vocabulary, full_name};
use crate::table::{Fault, Row, Table};

/// Plans the import of a table.
///
/// With `only_ready`, rows about which a choice is still open are set aside; otherwise the preselected
/// choice holds for them.
pub fn plan(
    table: &Table,
    mapping: &Mapping,
    known: &Known,
    words: &Vocabulary,
    rules: &Rules,
    only_ready: bool,
) -> Plan {
    let mut problems = Vec::new();
    let order = date_order(table, mapping, rules, &mut problems);
    let reader = Reader {
        mapping,
        words,
        rules,
        order,
    };
    let mut planner = Planner {
        table,
        reader,
        rules,
        only_ready,
        known: known.clone(),
        entries: HashMap::new(),
        plan: Plan {
            rows: Vec::new(),
            people: Vec::new(),
            problems,
            date_order: order,
        },
    };
    for row in &table.rows {
        planner.row(row);
    }
    planner.plan
}

/// The order of day and month for the whole column: decided, or settled by a value, or asked.
fn date_order(
    table: &Table,
    mapping: &Mapping,
    rules: &Rules,
    problems: &mut Vec<Problem>,
) -> Option<DateOrder> {
    let column = mapping.column(Field::Registered)?;
    let values = || table.rows.iter().map(|row| row.cell(column));
    match dates::order(values()) {
        Order::Settled(order) => Some(order),
        Order::NotNeeded => None,
        Order::Ambiguous if rules.date_order.is_some() => rules.date_order,
        Order::Ambiguous => {
            let made = rules.choice(0, Some(Field::Registered)).cloned();
            let order = match &made {
                Some(Choice::Use(word)) if word == "month-first" => Some(DateOrder::MonthFirst),
                Some(Choice::Use(word)) if word == "day-first" => Some(DateOrder::DayFirst),
                _ => None,
            };
            let unread = |value: &&str| !value.trim().is_empty() && dates::read(value, None).is_none();
            problems.push(Problem {
                place: None,
                field: Some(Field::Registered),
                matter: Matter::DateAmbiguous,
                found: values().find(unread).unwrap_or_default().to_owned(),
                choices: vec![
                    Choice::LeaveEmpty,
                    Choice::Use("month-first".to_owned()),
                    Choice::Use("day-first".to_owned()),
                ],
                chosen: made.clone().or(Some(Choice::LeaveEmpty)),
                decided: made.is_some(),
            });
            order
        }
    }
}

struct Planner<'a> {
    table: &'a Table,
    reader: Reader<'a>,
    rules: &'a Rules,
    only_ready: bool,
    known: Known,
    /// For each known person, their entry in the plan; `None` where they stand in a row that waits.
    entries: HashMap<usize, Option<usize>>,
    plan: Plan,
}

impl Planner<'_> {
    fn row(&mut self, row: &Row) {
        if let Some(matter) = self.no_person(row) {
            let cells = row.cells.iter().map(|cell| cell.trim());
            let found: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
            self.note(row, None, matter, &found.join(" "), Vec::new());
            return self.done(row, Outcome::LeftOut, false);
        }
        if row.fault == Some(Fault::UnclosedQuote) {
            self.note(
                row,
                None,
                Matter::UnclosedQuote,
                row.cells.last().map_or("", String::as_str),
                vec![Choice::LeaveOut],
            );
            return self.done(row, Outcome::SetAside, true);
        }
        let first = self.plan.problems.len();
        let shifted = self.extra_cells(row);
        let mut draft = reading::read(&self.reader, row, &mut self.plan.problems);
        let left_out = self.rules.choice(row.place.record, None) == Some(&Choice::LeaveOut);
        if full_name(&draft.given, &draft.family).is_empty() {
            self.note(
                row,
                None,
                Matter::NameMissing,
                &draft.email.clone(),
                vec![Choice::LeaveOut],
            );
            return self.done(row, Outcome::SetAside, true);
        }
        if shifted || left_out {
            return self.done(row, Outcome::SetAside, shifted && !left_out);
        }
        let outcome = self.person(row, &mut draft, first);
        let waits = self.waits_since(first);
        self.done(row, outcome, waits);
    }

    /// Blank, totals and repeated header rows.
    fn no_person(&self, row: &Row) -> Option<Matter> {
        if row.is_blank() {
            return Some(Matter::BlankRow);
        }
        if row.cells == self.table.header.cells {
            return Some(Matter::HeaderAgain);
        }
        let mut filled = row
            .cells
            .iter()
            .map(|cell| fold(cell))
            .filter(|cell| !cell.is_empty());
        let first = filled.next().unwrap_or_default();
        let sums = [
            "total",
            "totals",
            "grand total",
            "sum",
            "count",
            "summe",
            "gesamt",
            "subtotal",
        ];
        let only_numbers = filled.all(|cell| cell.replace(' ', "").parse::<f64>().is_ok());
        (sums.contains(&first.as_str()) && only_numbers).then_some(Matter::TotalsRow)
    }

    fn extra_cells(&mut self, row: &Row) -> bool {
        let columns = self.table.header.cells.len();
        if row.cells.len() <= columns {
            return false;
        }
        let matter = Matter::ExtraCells {
            found: row.cells.len() as u32,
            columns: columns as u32,
        };
        let extra = row.cells[columns..].join(" ");
        let choices = vec![Choice::LeaveOut, Choice::AsFound];
        self.note(row, None, matter, &extra, choices) == Some(Choice::LeaveOut)
    }

    /// Finds the person and merges the row into what is known of them; `first` is the row's first problem.
    fn person(&mut self, row: &Row, draft: &mut Draft, first: usize) -> Outcome {
        // An address of somebody with another name says nothing about who this is.
        if !self.known.is_address_of(draft) {
            self.check_email(row, None, draft);
        }
        let found = self.known.find(draft);
        self.check_email(row, found, draft);
        let Some(at) = found else {
            return self.new_person(row, draft, first);
        };
        let known = self.known.get(at).clone();
        if self.entries.get(&at) == Some(&None) {
            // The earlier row of this person waits, so this one does too.
            self.duplicate(row, &known, draft);
            return Outcome::SetAside;
        }
        let fields = known.differing(draft);
        let choice = if fields.is_empty() {
            Choice::Keep
        } else {
            self.duplicate(row, &known, draft).unwrap_or(Choice::Keep)
        };
        if choice == Choice::NewPerson {
            return self.new_person(row, draft, first);
        }
        let waits = self.only_ready && self.waits_since(first);
        let take = choice == Choice::Update && !waits;
        let set_aside = waits || (!fields.is_empty() && !take);
        let mut facts = known.facts.clone();
        if !set_aside {
            self.note_damage_kept(row, &known.facts, draft);
            fill(&mut facts, draft);
        }
        if take {
            overwrite(&mut facts, draft, &fields);
        }
        self.narrow_consent(row, &mut facts, draft.consent);
        let entry = self.entry(at, row);
        let changed = changes(&known.facts, &facts);
        for field in changed {
            let list = &mut self.plan.people[entry].changed;
            if known.id.is_some() && !list.contains(&field) {
                list.push(field);
            }
        }
        self.plan.people[entry].facts = facts.clone();
        self.known.set_facts(at, facts);
        if set_aside {
            Outcome::SetAside
        } else {
            Outcome::Person(entry)
        }
    }

    /// An address that belongs to somebody else is not taken.
    fn check_email(&mut self, row: &Row, not: Option<usize>, draft: &mut Draft) {
        let Some(owner) = self.known.email_owner(&draft.email, not) else {
            return;
        };
        let same_stored = not.is_some_and(|at| self.known.get(at).facts.email == draft.email);
        if same_stored {
            return;
        }
        let matter = Matter::EmailTaken {
            name: full_name(&owner.facts.given, &owner.facts.family),
            row: owner.record,
        };
        let column = self.reader.mapping.column(Field::Email);
        let found = column.map_or("", |column| row.cell(column)).to_owned();
        let choices = vec![Choice::LeaveEmpty, Choice::Use(String::new())];
        self.note(row, Some(Field::Email), matter, &found, choices);
        draft.email = String::new();
    }

    fn new_person(&mut self, row: &Row, draft: &mut Draft, first: usize) -> Outcome {
        // Another person of an address that is taken gets none.
        if self.known.email_owner(&draft.email, None).is_some() {
            draft.email = String::new();
        }
        reading::flag_damage(row, self.rules, draft, &mut self.plan.problems);
        if let Some(other) = self.known.namesake(draft) {
            let institution = other.facts.institution.clone();
            let found = full_name(&draft.given, &draft.family);
            self.note(
                row,
                Some(Field::FullName),
                Matter::NameKnown { institution },
                &found,
                Vec::new(),
            );
        }
        let record = row.place.record;
        let at = self.known.add(KnownPerson {
            id: None,
            facts: draft.clone(),
            also: Vec::new(),
            enrolled: false,
            record: Some(record),
        });
        if self.only_ready && self.waits_since(first) {
            self.entries.insert(at, None);
            return Outcome::SetAside;
        }
        let entry = self.plan.people.len();
        self.plan.people.push(PersonPlan {
            person: None,
            facts: draft.clone(),
            changed: Vec::new(),
            enrol: true,
            record,
        });
        self.entries.insert(at, Some(entry));
        Outcome::Person(entry)
    }

    /// The entry of a known person, made when the file first names them.
    fn entry(&mut self, at: usize, row: &Row) -> usize {
        if let Some(Some(entry)) = self.entries.get(&at) {
            return *entry;
        }
        let known = self.known.get(at);
        let entry = self.plan.people.len();
        self.plan.people.push(PersonPlan {
            person: known.id,
            facts: known.facts.clone(),
            changed: Vec::new(),
            enrol: !known.enrolled,
            record: row.place.record,
        });
        self.entries.insert(at, Some(entry));
        entry
    }

    /// Names a person who is known with other values; the answer says what to do.
    fn duplicate(&mut self, row: &Row, known: &KnownPerson, draft: &Draft) -> Option<Choice> {
        let fields = known.differing(draft);
        let matter = match known.record {
            Some(first) => Matter::DuplicateRow { first, fields },
            None => Matter::DiffersFromStored {
                name: full_name(&known.facts.given, &known.facts.family),
                fields,
            },
        };
        let name = full_name(&draft.given, &draft.family);
        let found = [name.as_str(), &draft.email, &draft.institution];
        let found = found.into_iter().filter(|part| !part.is_empty());
        let found = found.collect::<Vec<_>>().join(", ");
        let mut choices = vec![Choice::Keep, Choice::Update, Choice::NewPerson];
        choices.rotate_left(match self.rules.on_duplicate {
            OnDuplicate::Keep => 0,
            OnDuplicate::Update => 1,
            OnDuplicate::New => 2,
        });
        let chosen = self.note(row, None, matter, &found, choices);
        if let Some(problem) = self.plan.problems.last_mut() {
            // The buttons keep one order, whatever is preselected.
            problem.choices = vec![Choice::Keep, Choice::Update, Choice::NewPerson];
        }
        chosen
    }

    fn note_damage_kept(&mut self, row: &Row, stored: &Draft, draft: &Draft) {
        let pairs = [
            (Field::Given, &draft.given, &stored.given),
            (Field::Family, &draft.family, &stored.family),
            (Field::Institution, &draft.institution, &stored.institution),
            (Field::Position, &draft.position, &stored.position),
        ];
        for (field, found, kept) in pairs {
            if is_damaged(found) && !kept.is_empty() && found != kept {
                let stored = kept.clone();
                self.note(
                    row,
                    Some(field),
                    Matter::DamagedKept { stored },
                    found,
                    Vec::new(),
                );
            }
        }
    }

    /// Consent follows a person only towards less: a file never widens it.
    fn narrow_consent(&mut self, row: &Row, facts: &mut Draft, found: Consent) {
        let word = found.key();
        if facts.consent.widens_to(found) {
            self.note(
                row,
                Some(Field::Consent),
                Matter::ConsentNotWidened,
                word,
                Vec::new(),
            );
        } else if facts.consent == Consent::Yes && found == Consent::No {
            self.note(
                row,
                Some(Field::Consent),
                Matter::ConsentNarrowed,
                word,
                Vec::new(),
            );
            facts.consent = Consent::No;
        } else if facts.consent == Consent::NotAnswered {
            facts.consent = found;
        }
    }

    fn note(
        &mut self,
        row: &Row,
        field: Option<Field>,
        matter: Matter,
        found: &str,
        choices: Vec<Choice>,
    ) -> Option<Choice> {
        let problem = self.rules.problem(row.place, field, matter, found, choices);
        let chosen = problem.chosen.clone();
        self.plan.problems.push(problem);
        chosen
    }

    /// True when a problem noted since then still waits for a choice.
    fn waits_since(&self, first: usize) -> bool {
        self.plan.problems[first..]
            .iter()
            .any(|problem| problem.group() == Group::Decide && !problem.decided)
    }

    fn done(&mut self, row: &Row, outcome: Outcome, waits: bool) {
        self.plan.rows.push(RowPlan {
            place: row.place,
            outcome,
            waits,
        });
    }
}
