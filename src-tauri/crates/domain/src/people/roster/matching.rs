//! Which known person a row is: by e-mail and name, then by name and institution.

use std::collections::HashMap;

use super::columns::Field;
use super::{Draft, KnownPerson};
use crate::people::Consent;
use crate::people::full_name;
use crate::people::letters::{fold, is_damaged, may_be, repaired, same};

/// Who is known: the people of the workspace and, while a plan is made, the earlier rows of the file.
#[derive(Debug, Clone, Default)]
pub struct Known {
    people: Vec<KnownPerson>,
    by_email: HashMap<String, Vec<usize>>,
    by_name: HashMap<String, Vec<usize>>,
    by_institution: HashMap<String, Vec<usize>>,
}

impl Known {
    /// The people of a workspace.
    pub fn of(people: Vec<KnownPerson>) -> Self {
        let mut known = Self::default();
        for person in people {
            known.add(person);
        }
        known
    }

    pub(super) fn add(&mut self, person: KnownPerson) -> usize {
        let at = self.people.len();
        let mut enter = |facts: &Draft| {
            if !facts.email.is_empty() {
                let known = self.by_email.entry(facts.email.to_lowercase()).or_default();
                if known.last() != Some(&at) {
                    known.push(at);
                }
            }
            for (index, key) in [
                (&mut self.by_name, name_key(facts)),
                (&mut self.by_institution, fold(&facts.institution)),
            ] {
                let known = index.entry(key).or_default();
                if known.last() != Some(&at) {
                    known.push(at);
                }
            }
        };
        enter(&person.facts);
        for facts in &person.also {
            enter(facts);
        }
        self.people.push(person);
        at
    }

    pub(super) fn get(&self, at: usize) -> &KnownPerson {
        &self.people[at]
    }

    /// Stores what a row added; an address or institution filled in is found from now on.
    pub(super) fn set_facts(&mut self, at: usize, facts: Draft) {
        let old = &self.people[at].facts;
        if old.email.is_empty() && !facts.email.is_empty() {
            self.by_email
                .entry(facts.email.to_lowercase())
                .or_default()
                .push(at);
        }
        if old.institution != facts.institution {
            let institution = fold(&facts.institution);
            self.by_institution.entry(institution).or_default().push(at);
        }
        self.people[at].facts = facts;
    }

    /// The person that this row is, if any: of several that fit, the one with the fewest differences.
    pub(super) fn find(&self, row: &Draft) -> Option<usize> {
        let with_email = self.ids(&self.by_email, &row.email.to_lowercase());
        let with_name = self.ids(&self.by_name, &name_key(row));
        let institution = fold(&row.institution);
        let here = if institution.is_empty() {
            &[]
        } else {
            self.ids(&self.by_institution, &institution)
        };
        let by_email = with_email.iter().filter(|at| self.people[**at].is_called(row));
        let by_place = here.iter().filter(|at| self.people[**at].is_called(row));
        let by_name = with_name.iter().filter(|at| {
            let of =
                |facts: &Draft| same(&facts.institution, &row.institution) && agree(&facts.email, &row.email);
            self.people[**at].records().any(of)
        });
        by_email
            .chain(by_place)
            .chain(by_name)
            .copied()
            .min_by_key(|at| (self.people[*at].differing(row).len(), *at))
    }

    /// True when somebody of this name has this address.
    pub(super) fn is_address_of(&self, row: &Draft) -> bool {
        self.ids(&self.by_email, &row.email.to_lowercase())
            .iter()
            .any(|at| self.people[*at].is_called(row))
    }

    /// Somebody else who has this address.
    pub(super) fn email_owner(&self, email: &str, not: Option<usize>) -> Option<&KnownPerson> {
        self.ids(&self.by_email, &email.to_lowercase())
            .iter()
            .find(|at| Some(**at) != not)
            .map(|at| &self.people[*at])
    }

    /// Somebody of the same name.
    pub(super) fn namesake(&self, row: &Draft) -> Option<&KnownPerson> {
        self.ids(&self.by_name, &name_key(row))
            .first()
            .map(|at| &self.people[*at])
    }

    fn ids<'a>(&self, index: &'a HashMap<String, Vec<usize>>, key: &str) -> &'a [usize] {
        if key.is_empty() {
            return &[];
        }
        index.get(key).map_or(&[], Vec::as_slice)
    }
}

impl KnownPerson {
    fn records(&self) -> impl Iterator<Item = &Draft> {
        std::iter::once(&self.facts).chain(&self.also)
    }

    fn is_called(&self, row: &Draft) -> bool {
        self.records().any(|facts| same_name(row, facts))
    }

    /// The fields in which a row says something that no record of the person says.
    pub(super) fn differing(&self, row: &Draft) -> Vec<Field> {
        let mut fields = differing(&self.facts, row);
        for other in &self.also {
            if fields.is_empty() {
                break;
            }
            let mut said = other.clone();
            super::merge::fill(&mut said, &self.facts);
            let differs = differing(&said, row);
            fields.retain(|field| differs.contains(field));
        }
        fields
    }
}

fn agree(a: &str, b: &str) -> bool {
    a.is_empty() || b.is_empty() || a.eq_ignore_ascii_case(b)
}

/// The words of a name in any order, so that swapped names still match; garbled letters as they were meant.
fn name_key(facts: &Draft) -> String {
    let name = full_name(&facts.given, &facts.family);
    let folded = fold(&repaired(&name).unwrap_or(name));
    let mut words: Vec<&str> = folded.split(' ').collect();
    words.sort_unstable();
    words.join(" ")
}

/// True when two names are one person's, damaged letters counted as what they may have been.
pub(super) fn same_name(row: &Draft, known: &Draft) -> bool {
    if name_key(row) == name_key(known) {
        return true;
    }
    let part = |found: &str, stored: &str| {
        same(found, stored)
            || (is_damaged(found) && may_be(found, stored))
            || (is_damaged(stored) && may_be(stored, found))
    };
    let whole = |facts: &Draft| full_name(&facts.given, &facts.family);
    (part(&row.given, &known.given) && part(&row.family, &known.family))
        || (part(&row.given, &known.family) && part(&row.family, &known.given))
        || part(&whole(row), &whole(known))
}

/// The fields in which a row says something else than what is known. Empty and damaged values say nothing;
/// consent counts when both answered.
fn differing(known: &Draft, row: &Draft) -> Vec<Field> {
    let texts = [
        (Field::Given, &known.given, &row.given),
        (Field::Family, &known.family, &row.family),
        (Field::Email, &known.email, &row.email),
        (Field::Institution, &known.institution, &row.institution),
        (Field::Position, &known.position, &row.position),
        (Field::Region, &known.region, &row.region),
        (Field::Aspiration, &known.aspiration, &row.aspiration),
    ];
    let same_words = name_words(known) == name_words(row);
    let text = texts.into_iter().filter_map(|(field, stored, found)| {
        let name = matches!(field, Field::Given | Field::Family);
        let equal = match field {
            _ if name => same_words || found.to_lowercase() == stored.to_lowercase(),
            _ => same(stored, found),
        };
        let says = !stored.is_empty() && !found.is_empty() && !is_damaged(found);
        (says && !equal).then_some(field)
    });
    let others = [
        (Field::Sector, differ(&known.sector, &row.sector)),
        (Field::Level, differ(&known.level, &row.level)),
        (Field::Size, differ(&known.size, &row.size)),
        (Field::Registered, differ(&known.registered, &row.registered)),
        (
            Field::Consent,
            known.consent == Consent::No && row.consent == Consent::Yes,
        ),
    ];
    text.chain(
        others
            .into_iter()
            .filter_map(|(field, differs)| differs.then_some(field)),
    )
    .collect()
}

fn differ<T: PartialEq>(known: &Option<T>, row: &Option<T>) -> bool {
    matches!((known, row), (Some(a), Some(b)) if a != b)
}

/// The words of a name as written but for case, in any order.
fn name_words(facts: &Draft) -> Vec<String> {
    let mut words: Vec<String> = full_name(&facts.given, &facts.family)
        .to_lowercase()
        .split(' ')
        .map(str::to_owned)
        .collect();
    words.sort_unstable();
    words
}
