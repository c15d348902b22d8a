//! What is shown of the library: the list, one definition, what two of its contents differ in.

use std::collections::{BTreeMap, BTreeSet};

use nexus_domain::assessments::library::{
    Content, Definition, DefinitionKind, HeadField, Part, PartDifference, PartField, Problem,
    difference as differing,
};
use nexus_domain::assessments::{Framework, Instrument};
use nexus_domain::curriculum;
use nexus_domain::versions::{VersionState, next_number};
use nexus_store::assessments::library as rows;
use nexus_store::{Read, people};

use super::kept::Kept;
use super::life::{chosen_version, content, of_kind, problems, stored};
use super::shelf::{self, Published, each_number_once};
use super::views::*;
use super::{framework_of, unknown};
use crate::assessments::SheetPreview;
use crate::{App, AppError, Result};

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// The frameworks and instruments of the program and of the coalition.
///
/// # Errors
/// Those of the store.
pub fn list(app: &App) -> Result<LibraryView> {
    app.ws().read(|r| {
        let used = Used::of(r)?;
        Ok(LibraryView {
            instruments: lines::<Instrument>(r, &used)?,
            frameworks: lines::<Framework>(r, &used)?,
        })
    })
}

/// Where definitions are used.
struct Used {
    /// Cohorts by key of the instrument: the real ones, and those of a sample.
    cohorts: BTreeMap<String, [BTreeSet<String>; 2]>,
    /// Instruments by key of the framework, in any version in force.
    frameworks: BTreeMap<String, BTreeSet<String>>,
}

impl Used {
    fn of(r: &Read<'_>) -> Result<Self> {
        let mut used = Self {
            cohorts: BTreeMap::new(),
            frameworks: BTreeMap::new(),
        };
        for (instrument, cohort, sample) in rows::asked(r)? {
            let of = used.cohorts.entry(instrument).or_default();
            of[usize::from(sample)].insert(cohort.to_string());
        }
        for instrument in super::instruments_in_force(r)? {
            if let Some((key, _)) = instrument.framework {
                used.frameworks.entry(key).or_default().insert(instrument.key);
            }
        }
        Ok(used)
    }

    fn count(&self, kind: DefinitionKind, key: &str) -> u32 {
        let none = BTreeSet::new();
        count(match kind {
            DefinitionKind::Instrument => self.cohorts.get(key).map_or(&none, |[real, _]| real).len(),
            DefinitionKind::Framework => self.frameworks.get(key).unwrap_or(&none).len(),
        })
    }
}

fn lines<T: Kept>(r: &Read<'_>, used: &Used) -> Result<Vec<DefinitionLine>> {
    let drafts: BTreeMap<String, Definition> = rows::all(r, T::KIND)?
        .into_iter()
        .map(|one| (one.key.clone(), one))
        .collect();
    let mut shelves: Vec<(String, Vec<Published<T>>)> = Vec::new();
    for version in shelf::all::<T>(r)? {
        match shelves.last_mut().filter(|(key, _)| key == version.what.key()) {
            Some((_, own)) => own.push(version),
            None => shelves.push((version.what.key().to_owned(), vec![version])),
        }
    }
    let program = T::shipped()?;
    let mut found = Vec::new();
    for (key, versions) in &shelves {
        found.extend(line_of(r, key, drafts.get(key), versions, used)?);
    }
    for (key, draft) in &drafts {
        if shelves.iter().all(|(known, _)| known != key) {
            found.extend(line_of::<T>(r, key, Some(draft), &[], used)?);
        }
    }
    found.sort_by_cached_key(|line| {
        let place = program.iter().position(|(_, one)| one.key() == line.key);
        (
            place.unwrap_or(usize::MAX),
            line.title.to_lowercase(),
            line.key.clone(),
        )
    });
    Ok(found)
}

fn line_of<T: Kept>(
    r: &Read<'_>,
    key: &str,
    row: Option<&Definition>,
    versions: &[Published<T>],
    used: &Used,
) -> Result<Option<DefinitionLine>> {
    let current = versions
        .iter()
        .find(|one| one.state == VersionState::Current)
        .or(versions.last());
    let drafting = row.filter(|one| one.drafting);
    let head = match (current, drafting) {
        (None, None) => return Ok(None),
        (None, Some(draft)) => (draft.head.title.clone(), draft.head.licence.clone(), false),
        (Some(one), _) => {
            let head = one.what.content().head;
            (head.title, head.licence, head.locked)
        }
    };
    let size = match (current, drafting) {
        (Some(one), _) => one.what.size(),
        (None, Some(draft)) => T::of(&content(r, draft)?, key, 1).size(),
        (None, None) => 0,
    };
    Ok(Some(DefinitionLine {
        id: T::id(key).to_string(),
        kind: T::KIND,
        key: key.to_owned(),
        title: head.0,
        size: count(size),
        state: match (current, drafting) {
            (None, _) => DefinitionState::Draft,
            (Some(_), Some(_)) => DefinitionState::Redrafted,
            (Some(_), None) => DefinitionState::Published,
        },
        version: current.map(|one| one.what.number()),
        shipped: current.is_some_and(|one| one.shipped),
        locked: head.2,
        undecided: versions.iter().any(|one| one.state == VersionState::Undecided),
        used: used.count(T::KIND, key),
        licence: head.1,
        sample: row.is_some_and(|one| one.sample),
    }))
}

/// A framework or an instrument with its draft, its versions, and where it is used.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn view(app: &App, kind: DefinitionKind, key: &str) -> Result<DefinitionView> {
    app.ws().read(|r| of_kind!(kind, T => view_of::<T>(r, key)))
}

fn view_of<T: Kept>(r: &Read<'_>, key: &str) -> Result<DefinitionView> {
    let kind = T::KIND;
    let row = match stored(r, kind, key) {
        Ok(row) => Some(row),
        Err(AppError::NotFound { .. }) => None,
        Err(error) => return Err(error),
    };
    let versions = shelf::versions::<T>(r, key)?;
    let line = line_of(r, key, row.as_ref(), &versions, &Used::of(r)?)?.ok_or_else(|| unknown(kind, key))?;
    let uses = if kind == DefinitionKind::Instrument {
        rows::uses(r, key)?
    } else {
        Vec::new()
    };
    let used = |version: &Published<T>| {
        let asked = |one: &&rows::InstrumentUse| match one.definition {
            Some(id) => id == version.id,
            None => version.shipped && one.version == version.what.number(),
        };
        let cohorts: BTreeSet<_> = uses
            .iter()
            .filter(asked)
            .filter(|one| !one.sample)
            .map(|one| one.cohort)
            .collect();
        count(cohorts.len())
    };
    let draft = match row.as_ref().filter(|row| row.drafting) {
        Some(row) => Some(draft_of(r, row, &versions)?),
        None => None,
    };
    let mut shown = Vec::with_capacity(versions.len());
    for version in versions.iter().rev() {
        shown.push(DefinitionVersionView {
            id: version.id.to_string(),
            number: version.what.number(),
            published: version.published.map(|day| day.to_string()),
            shipped: version.shipped,
            state: version.state,
            used: used(version),
            content: content_view(r, &version.what.content())?,
        });
    }
    let words = people::vocabulary(r)?;
    Ok(DefinitionView {
        line,
        draft,
        versions: shown,
        uses: uses.into_iter().map(use_view).collect(),
        instruments: if kind == DefinitionKind::Framework {
            naming(r, key)?
        } else {
            Vec::new()
        },
        frameworks: if kind == DefinitionKind::Instrument {
            choices(r)?
        } else {
            Vec::new()
        },
        levels: words.levels.into_iter().map(|term| term.name).collect(),
        sectors: words.sectors.into_iter().map(|term| term.name).collect(),
    })
}

fn use_view(one: rows::InstrumentUse) -> DefinitionUse {
    DefinitionUse {
        cohort: one.cohort.to_string(),
        name: one.name,
        mark: one.mark,
        moment: one.moment,
        version: one.version,
        sheets: one.sheets,
        sample: one.sample,
    }
}

/// The instruments that name a framework: those in force, and drafts.
fn naming(r: &Read<'_>, key: &str) -> Result<Vec<FrameworkUse>> {
    let mut found = Vec::new();
    for instrument in super::instruments_in_force(r)? {
        if let Some((_, version)) = instrument.framework.filter(|(own, _)| own == key) {
            found.push(FrameworkUse {
                key: instrument.key,
                title: instrument.title,
                version: Some(instrument.version),
                framework: version,
            });
        }
    }
    for draft in rows::all(r, DefinitionKind::Instrument)?
        .into_iter()
        .filter(|one| one.drafting)
    {
        if let Some((_, version)) = draft.head.framework.filter(|(own, _)| own == key) {
            found.push(FrameworkUse {
                key: draft.key,
                title: draft.head.title,
                version: None,
                framework: version,
            });
        }
    }
    Ok(found)
}

/// The published frameworks, to choose from.
fn choices(r: &Read<'_>) -> Result<Vec<FrameworkChoice>> {
    let all = each_number_once(shelf::all::<Framework>(r)?).into_iter();
    let choice = |one: Published<Framework>| FrameworkChoice {
        value: format!("{}@{}", one.what.key, one.what.version),
        title: one.what.title,
        version: one.what.version,
        competencies: one
            .what
            .competencies
            .into_iter()
            .map(|competency| CompetencyName {
                key: competency.key,
                name: competency.name,
            })
            .collect(),
    };
    Ok(all.map(choice).collect())
}

fn draft_of<T: Kept>(r: &Read<'_>, row: &Definition, versions: &[Published<T>]) -> Result<DefinitionDraft> {
    let content = content(r, row)?;
    let current = versions.iter().find(|one| one.state == VersionState::Current);
    Ok(DefinitionDraft {
        problems: problems(r, row, &content)?
            .into_iter()
            .map(|problem| problem_view(&content, problem))
            .collect(),
        changed: current.is_none_or(|one| !differing(&one.what.content(), &content).is_nothing()),
        from: row.base,
        number: next_number(versions.iter().map(|one| one.what.number())),
        content: content_view(r, &content)?,
    })
}

fn problem_view(content: &Content, problem: Problem) -> DefinitionProblem {
    let part = content.parts.iter().find(|part| Some(part.id) == problem.part);
    DefinitionProblem {
        part: problem.part.map(|id| id.to_string()).unwrap_or_default(),
        name: part.map(named).unwrap_or_default(),
        matter: problem.matter,
        found: problem.found,
        version: problem.version,
    }
}

/// What a part is called: by its words, or by its key where it has none.
fn named(part: &Part) -> String {
    if part.text.is_empty() {
        part.key.clone()
    } else {
        part.text.clone()
    }
}

fn content_view(r: &Read<'_>, content: &Content) -> Result<DefinitionContent> {
    let head = &content.head;
    let framework = framework_of(r, head.framework.as_ref())?;
    Ok(DefinitionContent {
        title: head.title.clone(),
        instructions: head.instructions.clone(),
        framework: head.value(HeadField::Framework),
        framework_title: framework
            .as_ref()
            .map(|one| one.title.clone())
            .unwrap_or_default(),
        low: head.low,
        high: head.high,
        labels: head.labels.clone(),
        licence: head.licence.clone(),
        source: head.source.clone(),
        locked: head.locked,
        parts: content
            .parts
            .iter()
            .map(|part| part_view(part, framework.as_ref()))
            .collect(),
    })
}

fn part_view(part: &Part, framework: Option<&Framework>) -> DefinitionPartView {
    let lines = |text: &str| text.lines().map(str::to_owned).collect();
    let competency = framework.and_then(|framework| framework.competency(&part.about));
    DefinitionPartView {
        id: part.id.to_string(),
        kind: part.kind,
        key: part.key.clone(),
        parent: part.parent.clone(),
        text: part.text.clone(),
        words: part.words.clone(),
        about: part.about.clone(),
        about_name: competency.map(|one| one.name.clone()).unwrap_or_default(),
        measures: part.measures.clone(),
        format: part.format.clone(),
        scale: part.value(PartField::Scale),
        labels: lines(&part.labels),
        low: part.value(PartField::Low),
        high: part.value(PartField::High),
        unit: part.unit.clone(),
        shown_if: part.shown_if.clone(),
        levels: lines(&part.levels),
        sectors: lines(&part.sectors),
    }
}

/// How an instrument looks to those who answer it; an empty id stands for the draft.
///
/// # Errors
/// [`AppError::NotFound`], [`AppError::Report`] for words that cannot be printed; those of the store.
pub fn sheet(app: &App, key: &str, version: &str) -> Result<SheetPreview> {
    app.ws().read(|r| {
        let instrument = if version.is_empty() {
            let draft = stored(r, DefinitionKind::Instrument, key)?;
            let numbers = shelf::versions::<Instrument>(r, key)?;
            let number = next_number(numbers.iter().map(|one| one.what.version));
            content(r, &draft)?.instrument(key, number)
        } else {
            let versions = shelf::versions::<Instrument>(r, key)?;
            chosen_version(&versions, key, version)?.what.clone()
        };
        let framework = super::framework(r, &instrument)?;
        crate::assessments::paper::preview_of(&instrument, framework.as_ref())
    })
}

/// What two contents of a definition differ in; an empty id stands for the draft.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn difference(
    app: &App,
    kind: DefinitionKind,
    key: &str,
    left: &str,
    right: &str,
) -> Result<DefinitionDifference> {
    app.ws()
        .read(|r| of_kind!(kind, T => difference_of::<T>(r, key, left, right)))
}

fn difference_of<T: Kept>(r: &Read<'_>, key: &str, left: &str, right: &str) -> Result<DefinitionDifference> {
    let versions = shelf::versions::<T>(r, key)?;
    let side = |id: &str| -> Result<(DefinitionSide, Content)> {
        if id.is_empty() {
            let draft = stored(r, T::KIND, key)?;
            let side = DefinitionSide {
                id: String::new(),
                number: None,
                state: None,
            };
            return Ok((side, content(r, &draft)?));
        }
        let version = chosen_version(&versions, key, id)?;
        let side = DefinitionSide {
            id: version.id.to_string(),
            number: Some(version.what.number()),
            state: Some(version.state),
        };
        Ok((side, version.what.content()))
    };
    let ((left, before), (right, after)) = (side(left)?, side(right)?);
    let found = differing(&before, &after);
    let same = found.parts.iter().filter(|part| part.is_same()).count();
    let head = found
        .head
        .into_iter()
        .map(|(field, before, after)| DefinitionHeadChange {
            field,
            lines: side_by_side(&before, &after),
        });
    let parts = found.parts.into_iter().filter(|part| !part.is_same());
    Ok(DefinitionDifference {
        title: after.head.title.clone(),
        left,
        right,
        head: head.collect(),
        parts: parts.filter_map(part_change).collect(),
        same: count(same),
    })
}

fn part_change(change: PartDifference) -> Option<DefinitionPartChange> {
    let own = change.right.as_ref().or(change.left.as_ref())?;
    let fields = change.fields.iter().map(|field| {
        let value = |part: &Option<Part>| part.as_ref().map(|part| part.value(*field)).unwrap_or_default();
        DefinitionFieldChange {
            field: *field,
            lines: side_by_side(&value(&change.left), &value(&change.right)),
        }
    });
    Some(DefinitionPartChange {
        kind: own.kind,
        key: own.key.clone(),
        parent: own.parent.clone(),
        fields: fields.collect(),
        left: change.left.as_ref().map(named),
        right: change.right.as_ref().map(named),
        moved: change.moved,
    })
}

fn side_by_side(before: &str, after: &str) -> Vec<DefinitionDiffLine> {
    let lines = curriculum::difference(before, after).into_iter();
    lines
        .map(|line| DefinitionDiffLine {
            left: line.left,
            right: line.right,
        })
        .collect()
}
