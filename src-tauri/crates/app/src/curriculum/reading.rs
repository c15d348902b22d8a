//! What is shown of the curriculum: the list, one module, what two of its texts differ in.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use nexus_domain::curriculum::{self as rules, Module, ModuleField, ModuleText, ModuleVersion, VersionState};
use nexus_domain::ids::{ModuleId, ModuleVersionId, SessionId};
use nexus_store::{Read, curriculum, programs};

use super::views::*;
use super::{module_id, published, states, version_id};
use crate::sessions::competency_names;
use crate::{App, AppError, Result};

/// In which sessions versions and modules were used.
struct Used {
    versions: BTreeMap<ModuleVersionId, BTreeSet<SessionId>>,
    modules: BTreeMap<ModuleId, BTreeSet<SessionId>>,
}

impl Used {
    fn of(r: &Read<'_>) -> Result<Self> {
        let (mut versions, mut modules): (BTreeMap<_, BTreeSet<_>>, BTreeMap<_, BTreeSet<_>>) =
            Default::default();
        for (module, version, session) in curriculum::uses_by_version(r)? {
            versions.entry(version).or_default().insert(session);
            modules.entry(module).or_default().insert(session);
        }
        Ok(Self { versions, modules })
    }
}

fn count(length: Option<usize>) -> u32 {
    u32::try_from(length.unwrap_or(0)).unwrap_or(u32::MAX)
}

fn line(module: &Module, versions: &[(ModuleVersion, VersionState)], used: &Used) -> ModuleLine {
    let current = versions.iter().find(|(_, state)| *state == VersionState::Current);
    let text = current.map_or(&module.text, |(version, _)| &version.text);
    ModuleLine {
        id: module.id.to_string(),
        title: text.title.clone(),
        purpose: text.purpose.clone(),
        minutes: text.minutes,
        competencies: text.competencies.clone(),
        state: match (module.drafting, versions.is_empty()) {
            (true, true) => ModuleState::Draft,
            (true, false) => ModuleState::Redrafted,
            (false, _) => ModuleState::Published,
        },
        version: current.map(|(version, _)| version.number),
        used: count(used.modules.get(&module.id).map(BTreeSet::len)),
        undecided: versions
            .iter()
            .any(|(_, state)| *state == VersionState::Undecided),
        sample: module.sample,
    }
}

/// A module with its versions and where they stand.
type Shelved = (Module, Vec<(ModuleVersion, VersionState)>);

/// Every module with its versions and where they stand.
fn shelf(r: &Read<'_>) -> Result<Vec<Shelved>> {
    let chosen = curriculum::all_chosen(r)?;
    let mut by_module: BTreeMap<ModuleId, Vec<ModuleVersion>> = BTreeMap::new();
    for version in curriculum::all_versions(r)? {
        by_module.entry(version.module).or_default().push(version);
    }
    let modules = curriculum::all(r)?.into_iter().map(|module| {
        let versions = by_module.remove(&module.id).unwrap_or_default();
        let states = rules::standings(&versions, &chosen);
        (module, versions.into_iter().zip(states).collect())
    });
    Ok(modules.collect())
}

/// The modules of the coalition.
///
/// # Errors
/// Those of the store.
pub fn list(app: &App) -> Result<CurriculumView> {
    app.ws().read(|r| {
        let used = Used::of(r)?;
        let shelf = shelf(r)?;
        let mut modules: Vec<_> = shelf
            .iter()
            .map(|(module, versions)| line(module, versions, &used))
            .collect();
        modules.sort_by_cached_key(|line| (line.title.to_lowercase(), line.id.clone()));
        Ok(CurriculumView { modules })
    })
}

/// One module.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn view(app: &App, module: &str) -> Result<ModuleView> {
    let id = module_id(module)?;
    app.ws().read(|r| whole(r, id))
}

/// Every module with all that is known of it, for other programs.
///
/// # Errors
/// Those of the store.
pub fn records(app: &App) -> Result<Vec<ModuleView>> {
    app.ws().read(|r| {
        let modules = curriculum::all(r)?.into_iter();
        modules.map(|module| whole(r, module.id)).collect()
    })
}

fn whole(r: &Read<'_>, id: ModuleId) -> Result<ModuleView> {
    let (module, mut versions, used) = (curriculum::by_id(r, id)?, states(r, id)?, Used::of(r)?);
    let line = line(&module, &versions, &used);
    let facility = programs::facility(r)?.map(|facility| facility.name);
    let draft = draft(&module, &versions);
    versions.reverse();
    Ok(ModuleView {
        draft: draft.filter(|_| module.drafting),
        versions: versions
            .into_iter()
            .map(|(version, state)| ModuleVersionView {
                id: version.id.to_string(),
                number: version.number,
                published: version.published.to_string(),
                state,
                used: count(used.versions.get(&version.id).map(BTreeSet::len)),
                text: text_view(version.text),
            })
            .collect(),
        uses: curriculum::uses(r, id)?.into_iter().map(use_view).collect(),
        lessons: curriculum::lessons(r, id)?.into_iter().map(lesson_view).collect(),
        facility: facility.unwrap_or_default(),
        known_competencies: competency_names(r)?,
        line,
    })
}

fn draft(module: &Module, versions: &[(ModuleVersion, VersionState)]) -> Option<ModuleDraftView> {
    let plain: Vec<_> = versions.iter().map(|(version, _)| version.clone()).collect();
    let current = versions.iter().find(|(_, state)| *state == VersionState::Current);
    let base = plain.iter().find(|version| Some(version.id) == module.base);
    Some(ModuleDraftView {
        from: base.map(|version| version.number),
        number: rules::next_number(&plain),
        missing: module.text.missing(),
        changed: current.is_none_or(|(version, _)| version.text != module.text),
        text: text_view(module.text.clone()),
    })
}

fn text_view(text: ModuleText) -> ModuleTextView {
    ModuleTextView {
        title: text.title,
        purpose: text.purpose,
        minutes: text.minutes,
        competencies: text.competencies,
        materials: text.materials,
        notes: text.notes,
        application: text.application,
        licence: text.licence,
        source: text.source,
    }
}

fn use_view(one: curriculum::ModuleUse) -> ModuleUseView {
    ModuleUseView {
        version: one.number,
        block: one.block,
        session: one.session.to_string(),
        title: one.session_title,
        date: one.date.to_string(),
        place: one.place,
        cohort: one.cohort.to_string(),
        mark: one.mark,
        sample: one.sample,
    }
}

fn lesson_view(one: curriculum::ModuleLesson) -> ModuleLessonView {
    ModuleLessonView {
        project: one.project.to_string(),
        title: one.title,
        cohort: one.cohort.to_string(),
        what: one.what,
        date: one.date.to_string(),
    }
}

/// The modules that can become a block, by title: the current version of each.
///
/// # Errors
/// Those of the store.
pub fn choices(app: &App) -> Result<Vec<ModuleChoice>> {
    app.ws().read(|r| {
        let mut found = Vec::new();
        for (module, versions) in shelf(r)? {
            let current = versions
                .into_iter()
                .find(|(_, state)| *state == VersionState::Current);
            found.extend(current.map(|(version, _)| ModuleChoice {
                version: version.id.to_string(),
                number: version.number,
                title: version.text.title,
                purpose: version.text.purpose,
                minutes: version.text.minutes,
                competencies: version.text.competencies,
                sample: module.sample,
            }));
        }
        found.sort_by_cached_key(|one| one.title.to_lowercase());
        Ok::<_, AppError>(found)
    })
}

/// What two texts of a module differ in; an empty id stands for the draft.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn difference(app: &App, module: &str, left: &str, right: &str) -> Result<ModuleDifference> {
    let id = module_id(module)?;
    app.ws().read(|r| {
        let module = curriculum::by_id(r, id)?;
        let states = states(r, id)?;
        let side = |key: &str| -> Result<(DifferenceSide, ModuleText)> {
            if key.is_empty() {
                return Ok((side(None, None), module.text.clone()));
            }
            let version = published(r, id, version_id(key)?)?;
            let state = states.iter().find(|(one, _)| one.id == version.id);
            Ok((side(Some(&version), state.map(|(_, state)| *state)), version.text))
        };
        let ((left, before), (right, after)) = (side(left)?, side(right)?);
        let fields = ModuleField::ALL.map(|field| {
            let (before, after) = (before.value(field), after.value(field));
            let lines = rules::difference(&before, &after).into_iter();
            FieldDifference {
                field,
                same: before == after,
                lines: lines
                    .map(|line| DifferenceLine {
                        left: line.left,
                        right: line.right,
                    })
                    .collect(),
            }
        });
        Ok(ModuleDifference {
            title: module.text.title.clone(),
            left,
            right,
            fields: fields.into(),
        })
    })
}

fn side(version: Option<&ModuleVersion>, state: Option<VersionState>) -> DifferenceSide {
    DifferenceSide {
        id: version.map(|version| version.id.to_string()).unwrap_or_default(),
        number: version.map(|version| version.number),
        published: version.map(|version| day(version.published)),
        state,
    }
}

fn day(day: NaiveDate) -> String {
    day.to_string()
}

/// What the blocks of sessions were made from, with what has become of it since.
pub(crate) struct Usable {
    current: BTreeMap<ModuleId, u32>,
}

impl Usable {
    pub fn of(r: &Read<'_>) -> Result<Self> {
        let shelf = shelf(r)?.into_iter();
        let current = shelf.filter_map(|(module, versions)| {
            let current = versions.iter().find(|(_, state)| *state == VersionState::Current);
            current.map(|(version, _)| (module.id, version.number))
        });
        Ok(Self {
            current: current.collect(),
        })
    }

    /// Number of the version to use today.
    pub fn current(&self, module: ModuleId) -> Option<u32> {
        self.current.get(&module).copied()
    }
}
