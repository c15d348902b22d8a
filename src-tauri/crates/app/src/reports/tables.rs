//! The tables of counts that a report would print, and what of them it may.
//!
//! All reports of a program are checked together: its places are the universe, a cohort is a part of it.

use std::collections::{BTreeMap, BTreeSet};

use nexus_domain::assessments::{Instrument, Item, Moment};
use nexus_domain::ids::EnrolmentId;
use nexus_domain::reports::publication::{Axis, BadTable, Category, Kind, Table, Universe};

use super::gather::{Answered, Gathered, Mark, Place, Sheets, count};
use crate::assessments::INSTRUMENT;

/// The attribute that names a cohort.
const COHORT: &str = "cohort";
/// Stands for people of whom something is not known.
pub(super) const UNKNOWN: &str = "-";

/// How somebody's ratings went, over all competencies.
const WAYS: [&str; 3] = ["up", "same", "down"];

/// What the tables are about, and the tables.
pub(super) struct Wanted {
    /// The people.
    pub universe: Universe,
    /// The tables.
    pub tables: Vec<Table>,
}

/// The key of the table of answers to one item.
pub(super) fn answers_key(instrument: &str, moment: Moment, item: &str) -> String {
    format!("answers/{instrument}/{}/{item}", moment.key())
}

/// The key of the table of which way one competency went.
pub(super) fn moved_key(item: &str) -> String {
    format!("moved/{item}")
}

/// Options of an item: what is stored, and what it is called.
pub(super) fn options(instrument: &Instrument, item: &Item) -> Vec<(u8, String)> {
    let choices = item.format.choices();
    if choices.is_empty() {
        let points = instrument.scale_of(item).points();
        return points
            .map(|(point, label)| match label.is_empty() {
                true => (point, point.to_string()),
                false => (point, label.to_owned()),
            })
            .collect();
    }
    (0..)
        .zip(choices.iter().map(|choice| choice.text.clone()))
        .collect()
}

impl Wanted {
    /// Every table that a report of this kind could print.
    pub fn of(gathered: &Gathered) -> Self {
        let mut universe = Universe::of(&gathered.program.id.to_string(), gathered.universe);
        universe.parts.insert(COHORT.to_owned());
        let mut wanted = Self {
            universe,
            tables: Vec::new(),
        };
        wanted.people(gathered);
        for answered in &gathered.answers {
            wanted.answers(answered);
        }
        wanted.changes(gathered);
        if let Some(cohort) = gathered.scope.cohort {
            let within = BTreeMap::from([(COHORT.to_owned(), BTreeSet::from([cohort.to_string()]))]);
            for table in &mut wanted.tables {
                table.within.clone_from(&within);
            }
        }
        // A table without people says nothing, and one without rows cannot be.
        wanted
            .tables
            .retain(|table| !table.rows.categories.is_empty() && table.respondents() > 0);
        wanted
    }

    fn people(&mut self, gathered: &Gathered) {
        let places = &gathered.places;
        let of = |test: &dyn Fn(&Place) -> bool| count(places.iter().filter(|place| test(place)).count());
        let two = |key: &str, yes: u32| {
            let axis = Axis::of(key, &["yes", "no"]);
            Table::one_way(key, Kind::Enrolment, axis, &[yes, count(places.len()) - yes])
        };
        self.tables.push(two("came", of(&|place| place.came)));
        self.tables.push(two("completed", of(&|place| place.completed)));
        self.tables.push(two("withdrew", of(&Place::withdrew)));
        self.tables
            .push(two("surveyed", count(both_times(gathered).len())));
        let (sectors, levels) = (sectors(gathered), levels(gathered));
        for (attribute, axis) in [("sector", &sectors), ("level", &levels)] {
            let counts: Vec<u32> = axis
                .categories
                .iter()
                .map(|one| of(&|place| one.values.contains(&value(place, attribute))))
                .collect();
            self.tables
                .push(Table::one_way(attribute, Kind::Enrolment, axis.clone(), &counts));
        }
        let cell = |row: &Category, column: &Category| {
            of(&|place| {
                row.values.contains(&value(place, "sector")) && column.values.contains(&value(place, "level"))
            })
        };
        let counts = sectors
            .categories
            .iter()
            .map(|row| levels.categories.iter().map(|column| cell(row, column)).collect());
        let counts: Vec<Vec<u32>> = counts.collect();
        if !sectors.categories.is_empty() && !levels.categories.is_empty() {
            self.tables.push(Table::two_way(
                "sector-level",
                Kind::CrossTable,
                sectors,
                levels,
                counts,
            ));
        }
    }

    /// Answers by option, each item at each moment.
    fn answers(&mut self, answered: &Answered) {
        let key = &answered.instrument.key;
        for (moment, sheets) in &answered.moments {
            for item in answered
                .instrument
                .items
                .iter()
                .filter(|item| Answered::has_options(item))
            {
                let options = options(&answered.instrument, item);
                let table = answers_key(key, *moment, &item.key);
                let categories = options.iter().map(|(point, label)| Category {
                    label: label.clone(),
                    values: BTreeSet::from([point.to_string()]),
                });
                let axis = Axis {
                    attribute: table.clone(),
                    categories: categories.collect(),
                };
                let counts: Vec<u32> = options
                    .iter()
                    .map(|(point, _)| {
                        count(
                            sheets
                                .of(&item.key)
                                .filter(|(_, mark)| *mark == Mark::Option(*point))
                                .count(),
                        )
                    })
                    .collect();
                self.tables
                    .push(Table::one_way(&table, Kind::Options, axis, &counts));
            }
        }
    }

    /// Which way ratings went: of each competency, and of all of them by sector and by level.
    fn changes(&mut self, gathered: &Gathered) {
        let Some((answered, before, after)) = compared(gathered) else {
            return;
        };
        let mut sums: BTreeMap<EnrolmentId, i32> = BTreeMap::new();
        for item in &answered.instrument.items {
            let pairs = pairs(before, after, &item.key);
            let way = |way: i32| count(pairs.iter().filter(|(_, by)| by.signum() == way).count());
            let key = moved_key(&item.key);
            let axis = Axis::of(&key, &WAYS);
            self.tables.push(Table::one_way(
                &key,
                Kind::Options,
                axis,
                &[way(1), way(0), way(-1)],
            ));
            for (place, by) in pairs {
                *sums.entry(place).or_default() += by;
            }
        }
        let places: BTreeMap<EnrolmentId, &Place> =
            gathered.places.iter().map(|place| (place.id, place)).collect();
        for (attribute, axis) in [("sector", sectors(gathered)), ("level", levels(gathered))] {
            let rows = axis.categories.iter().map(|one| {
                [1, 0, -1].map(|way| {
                    let here = sums.iter().filter(|(id, by)| {
                        let place = places.get(id);
                        by.signum() == way
                            && place.is_some_and(|place| one.values.contains(&value(place, attribute)))
                    });
                    count(here.count())
                })
            });
            let counts: Vec<Vec<u32>> = rows.map(|row| row.to_vec()).collect();
            if axis.categories.is_empty() {
                continue;
            }
            let key = format!("change-by-{attribute}");
            let ways = Axis::of("change", &WAYS);
            self.tables
                .push(Table::two_way(&key, Kind::AnswersByAttribute, axis, ways, counts));
        }
    }
}

impl Place {
    /// Whether they left for good without going on elsewhere.
    pub fn withdrew(&self) -> bool {
        self.left == Some(nexus_domain::cohorts::Leaving::Withdrawn)
    }
}

fn value(place: &Place, attribute: &str) -> String {
    let id = match attribute {
        "sector" => place.sector.map(|id| id.to_string()),
        _ => place.level.map(|id| id.to_string()),
    };
    id.unwrap_or_else(|| UNKNOWN.to_owned())
}

/// The sectors that people come from, in the order of the list; those without one last.
pub(super) fn sectors(gathered: &Gathered) -> Axis {
    let terms = gathered.vocabulary.sectors.iter();
    axis(
        gathered,
        "sector",
        terms.map(|term| (term.id.to_string(), &term.name)),
    )
}

/// The career levels, alike.
pub(super) fn levels(gathered: &Gathered) -> Axis {
    let terms = gathered.vocabulary.levels.iter();
    axis(
        gathered,
        "level",
        terms.map(|term| (term.id.to_string(), &term.name)),
    )
}

fn axis<'t>(gathered: &Gathered, attribute: &str, terms: impl Iterator<Item = (String, &'t String)>) -> Axis {
    let there: BTreeSet<String> = gathered
        .places
        .iter()
        .map(|place| value(place, attribute))
        .collect();
    let mut categories: Vec<Category> = terms
        .map(|(id, name)| Category {
            label: name.clone(),
            values: BTreeSet::from([id]),
        })
        .collect();
    let known: BTreeSet<String> = categories.iter().flat_map(|one| one.values.clone()).collect();
    let rest: BTreeSet<String> = there.difference(&known).cloned().collect();
    if !rest.is_empty() {
        categories.push(Category {
            label: String::new(),
            values: rest,
        });
    }
    Axis {
        attribute: attribute.to_owned(),
        categories,
    }
}

/// The instrument whose baseline and end are compared, where there are both.
pub(super) fn compared(gathered: &Gathered) -> Option<(&Answered, &Sheets, &Sheets)> {
    let answered = gathered
        .answers
        .iter()
        .find(|answered| answered.instrument.key == INSTRUMENT)?;
    let before = answered.moments.get(&Moment::Baseline)?;
    let after = answered.moments.get(&Moment::End)?;
    Some((answered, before, after))
}

/// Places with a sheet at baseline and at the end.
pub(super) fn both_times(gathered: &Gathered) -> BTreeSet<EnrolmentId> {
    let Some((_, before, after)) = compared(gathered) else {
        return BTreeSet::new();
    };
    let before: BTreeSet<EnrolmentId> = before.places.iter().copied().collect();
    let own: BTreeSet<EnrolmentId> = gathered.places.iter().map(|place| place.id).collect();
    let after = after.places.iter().copied();
    after
        .filter(|id| before.contains(id) && own.contains(id))
        .collect()
}

/// By how many points each place that rated an item twice went up.
pub(super) fn pairs(before: &Sheets, after: &Sheets, item: &str) -> Vec<(EnrolmentId, i32)> {
    let first: BTreeMap<EnrolmentId, u8> = before
        .of(item)
        .filter_map(|(id, mark)| Some((id, mark.point()?)))
        .collect();
    after
        .of(item)
        .filter_map(|(id, mark)| Some((id, i32::from(mark.point()?) - i32::from(*first.get(&id)?))))
        .collect()
}

/// A table that cannot be right is a fault of the program, not of the person.
impl From<BadTable> for crate::AppError {
    fn from(bad: BadTable) -> Self {
        Self::Invalid {
            place: "report".to_owned(),
            field: "table".to_owned(),
            found: bad.to_string(),
            expected: "counts that fit the people of the program".to_owned(),
        }
    }
}
