//! What was answered, pooled over cohorts. Items are told apart by their keys, which keep their meaning over versions;
//! moments are never mixed.

use std::collections::{BTreeMap, BTreeSet};

use nexus_domain::assessments::{Answer, Format, Instrument, Item, Moment, Response, union};
use nexus_domain::cohorts::Enrolment;
use nexus_domain::ids::{CohortId, EnrolmentId};
use nexus_domain::people::Person;
use nexus_domain::reports::facts::Asked;
use nexus_domain::reports::statistics::{Given, Why};
use nexus_store::Read;

use super::words::{Said, Source};
use crate::Result;
use crate::assessments::sittings;

/// One instrument with what was answered to it.
pub(in crate::reports) struct Answered {
    /// All its versions as one.
    pub instrument: Instrument,
    /// Numbers of the versions that were asked.
    pub versions: Vec<u32>,
    /// Cohorts that were asked.
    pub cohorts: Vec<CohortId>,
    /// Sheets by moment.
    pub moments: BTreeMap<Moment, Sheets>,
}

/// Sheets of one moment.
#[derive(Default)]
pub(in crate::reports) struct Sheets {
    /// How many were expected or got.
    pub expected: u32,
    /// Whose sheets there are.
    pub places: Vec<EnrolmentId>,
    /// What was answered to each item that is rated or chosen: by the key of the item, in the order of `places`.
    pub marks: BTreeMap<String, Vec<Mark>>,
}

/// One answer, as tables count it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::reports) enum Mark {
    /// A point of the scale, or the place of a choice from 0.
    Option(u8),
    /// None.
    Missing(Why),
}

impl Mark {
    /// A point of a scale as a number.
    pub fn given(self) -> Given {
        match self {
            Self::Option(point) => Given::Value(f64::from(point)),
            Self::Missing(why) => Given::Missing(why),
        }
    }

    /// The point or place, where there is one.
    pub fn point(self) -> Option<u8> {
        match self {
            Self::Option(point) => Some(point),
            Self::Missing(_) => None,
        }
    }

    fn of(answer: &Answer, item: &Item) -> Self {
        match answer {
            Answer::Rated(value) => Self::Option(*value),
            Answer::Chosen(keys) => {
                let choices = item.format.choices();
                let at = keys
                    .first()
                    .and_then(|key| choices.iter().position(|choice| choice.key == *key));
                at.and_then(|at| u8::try_from(at).ok())
                    .map_or(Self::Missing(Why::Unreadable), Self::Option)
            }
            other => match Given::from(other) {
                Given::Missing(why) => Self::Missing(why),
                Given::Value(_) => Self::Missing(Why::NoNumber),
            },
        }
    }
}

impl Answered {
    /// Whether an item has options that exclude each other, so that answers can be counted by option.
    pub fn has_options(item: &Item) -> bool {
        matches!(item.format, Format::Rating(_) | Format::One(_))
    }

    /// The instrument as figures name it.
    pub fn asked(&self, moments: &[Moment]) -> Asked {
        Asked {
            title: self.instrument.title.clone(),
            versions: self.versions.clone(),
            moments: moments.to_vec(),
        }
    }
}

impl Sheets {
    /// What was answered to an item by everybody with a sheet, each with their place.
    pub fn of<'s>(&'s self, item: &str) -> impl Iterator<Item = (EnrolmentId, Mark)> + use<'s> {
        let marks = self.marks.get(item).map_or(&[][..], Vec::as_slice);
        self.places.iter().copied().zip(marks.iter().copied())
    }
}

/// Collects answers cohort by cohort.
#[derive(Default)]
pub(super) struct Pool {
    of: BTreeMap<String, Answered>,
    /// Answers in words of the cohort that was taken last.
    texts: Vec<(Response, Instrument)>,
}

impl Pool {
    /// Takes what one cohort answered.
    pub fn take(&mut self, r: &Read<'_>, cohort: CohortId, members: &[(Enrolment, Person)]) -> Result<()> {
        self.texts.clear();
        for sitting in sittings(r, cohort, members)? {
            let Some(here) = union(&sitting.versions) else {
                continue;
            };
            let known = self.of.entry(sitting.instrument.clone());
            let answered = known.or_insert_with(|| Answered {
                instrument: here.clone(),
                versions: Vec::new(),
                cohorts: Vec::new(),
                moments: BTreeMap::new(),
            });
            let numbers = sitting.versions.iter().map(|version| version.version);
            let more: Vec<u32> = numbers
                .filter(|number| !answered.versions.contains(number))
                .collect();
            if !more.is_empty() {
                answered.versions.extend(more);
                answered.versions.sort_unstable();
                let both = [answered.instrument.clone(), here.clone()];
                answered.instrument = union(&both).unwrap_or(here);
            }
            if answered.cohorts.last() != Some(&cohort) {
                answered.cohorts.push(cohort);
            }
            let sheets = answered.moments.entry(sitting.moment).or_default();
            sheets.expected += sitting.expected;
            let before = sheets.places.len();
            for sheet in &sitting.sheets {
                sheets.places.push(EnrolmentId::of(cohort, sheet.subject));
            }
            for item in answered
                .instrument
                .items
                .iter()
                .filter(|item| Answered::has_options(item))
            {
                let marks = sheets.marks.entry(item.key.clone()).or_default();
                // An item that came with a later version was not on the sheets before it.
                marks.resize(before, Mark::Missing(Why::NotShown));
                marks.extend(
                    sitting
                        .sheets
                        .iter()
                        .map(|sheet| Mark::of(sheet.answer(&item.key), item)),
                );
            }
            let in_words = |item: &Item| matches!(item.format, Format::Text { .. });
            if answered.instrument.items.iter().any(in_words) {
                let whole = answered.instrument.clone();
                self.texts
                    .extend(sitting.sheets.into_iter().map(|sheet| (sheet, whole.clone())));
            }
        }
        Ok(())
    }

    /// Answers in words of the cohort that was taken last, with what their authors allow.
    pub fn words(&self, members: &[(Enrolment, Person)], said: &mut Vec<Said>) {
        let consents: BTreeMap<_, _> = members
            .iter()
            .map(|(_, person)| (person.id, person.consent))
            .collect();
        for (sheet, instrument) in &self.texts {
            let Some(consent) = consents.get(&sheet.subject) else {
                continue;
            };
            for (key, answer) in &sheet.answers {
                if let (Answer::Text(text), Some(item)) = (answer, instrument.item(key)) {
                    said.push(Said {
                        id: format!("answer/{}/{key}", sheet.id),
                        source: Source::Answer(item.text.clone()),
                        text: text.clone(),
                        consent: *consent,
                        date: sheet.answered.unwrap_or_else(|| sheet.entered.date_naive()),
                    });
                }
            }
        }
    }

    /// All of it, by title of the instrument.
    pub fn done(self) -> Vec<Answered> {
        let mut all: Vec<Answered> = self.of.into_values().collect();
        for answered in &mut all {
            let keys: BTreeSet<String> = answered
                .instrument
                .items
                .iter()
                .map(|item| item.key.clone())
                .collect();
            for sheets in answered.moments.values_mut() {
                let people = sheets.places.len();
                for key in &keys {
                    if let Some(marks) = sheets.marks.get_mut(key) {
                        marks.resize(people, Mark::Missing(Why::NotShown));
                    }
                }
            }
        }
        all.sort_by(|one, two| one.instrument.title.cmp(&two.instrument.title));
        all
    }
}
