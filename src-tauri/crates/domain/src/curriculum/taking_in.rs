//! What a module that came as a file changes here: nothing that is here is written over.

use super::{Module, ModuleText, ModuleVersion, current};
use crate::ids::{ModuleId, ModuleVersionId};

/// A module as a file carries it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// Its id.
    pub id: ModuleId,
    /// Its published versions, each number once.
    pub versions: Vec<ModuleVersion>,
    /// Its draft, if somebody works on one.
    pub draft: Option<CarriedDraft>,
}

/// A draft as a file carries it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CarriedDraft {
    /// What it says.
    pub text: ModuleText,
    /// The version that it began from.
    pub base: Option<ModuleVersionId>,
}

impl Carried {
    /// What it is called: the title of its latest version, or of its draft.
    pub fn title(&self) -> &str {
        let latest = self.versions.iter().max_by_key(|version| version.number);
        let draft = self.draft.as_ref().map(|draft| &draft.text);
        latest
            .map(|version| &version.text)
            .or(draft)
            .map_or("", |text| text.title.as_str())
    }
}

/// What is here of a module, in the bin or out of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Here {
    /// The module.
    pub module: Module,
    /// Whether it lies in the bin.
    pub in_bin: bool,
    /// Its versions, each with whether it lies in the bin.
    pub versions: Vec<(ModuleVersion, bool)>,
    /// The versions that were chosen where two texts bear one number.
    pub chosen: Vec<ModuleVersionId>,
}

/// What taking a module in would change.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Taken {
    /// The module as it is to be stored, if that is another than before.
    pub module: Option<Module>,
    /// Whether it was not here, or lay in the bin.
    pub new: bool,
    /// Versions to add, or to take out of the bin.
    pub versions: Vec<ModuleVersion>,
    /// Numbers that another text bears here: somebody has to choose.
    pub other_text: Vec<u32>,
    /// Whether a draft of the file was left out because the module is here already.
    pub draft_left: bool,
}

impl Taken {
    /// Whether everything was here already.
    pub fn is_nothing(&self) -> bool {
        self.module.is_none() && self.versions.is_empty()
    }
}

/// What taking in `carried` changes where `here` is. `sample` marks a module that the sample brings.
pub fn take_in(carried: &Carried, here: Option<&Here>, sample: bool) -> Taken {
    let Some(here) = here else {
        return Taken {
            module: Some(new_module(carried, sample)),
            new: true,
            versions: carried.versions.clone(),
            ..Taken::default()
        };
    };
    let live = || {
        here.versions
            .iter()
            .filter(|(_, in_bin)| !in_bin)
            .map(|(one, _)| one)
    };
    let mut taken = Taken {
        new: here.in_bin,
        ..Taken::default()
    };
    for version in &carried.versions {
        if live().any(|one| one.id == version.id) {
            continue;
        }
        if live().any(|one| one.number == version.number) {
            taken.other_text.push(version.number);
        }
        taken.versions.push(version.clone());
    }
    let own = Some(&here.module.text).filter(|_| here.module.drafting);
    taken.draft_left = carried
        .draft
        .as_ref()
        .is_some_and(|draft| Some(&draft.text) != own);
    let mut module = here.module.clone();
    if here.in_bin {
        module.sample = sample;
    }
    let all: Vec<ModuleVersion> = live().chain(&taken.versions).cloned().collect();
    if let Some(latest) = current(&all, &here.chosen).filter(|_| !module.drafting) {
        module.text = latest.text.clone();
    }
    taken.module = (here.in_bin || module != here.module).then_some(module);
    taken
}

fn new_module(carried: &Carried, sample: bool) -> Module {
    let latest = current(&carried.versions, &[]);
    let (text, base) = match (&carried.draft, latest) {
        (Some(draft), _) => (draft.text.clone(), draft.base),
        (None, Some(version)) => (version.text.clone(), None),
        (None, None) => (ModuleText::default(), None),
    };
    Module {
        id: carried.id,
        text,
        drafting: carried.draft.is_some(),
        base,
        sample,
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::curriculum::{VersionState, standings};

    const ID: ModuleId = ModuleId(Uuid::from_u128(1));

    fn text(title: &str) -> ModuleText {
        ModuleText {
            title: title.to_owned(),
            ..ModuleText::default()
        }
    }

    fn version(number: u32, title: &str) -> ModuleVersion {
        ModuleVersion::new(ID, number, NaiveDate::default(), text(title))
    }

    fn carried(versions: Vec<ModuleVersion>, draft: Option<&str>) -> Carried {
        let draft = draft.map(|title| CarriedDraft {
            text: text(title),
            base: None,
        });
        Carried {
            id: ID,
            versions,
            draft,
        }
    }

    /// What is here after it was taken in.
    fn after(taken: &Taken, here: Option<&Here>) -> Here {
        let module = taken
            .module
            .clone()
            .or_else(|| here.map(|here| here.module.clone()));
        let mut versions = here.map(|here| here.versions.clone()).unwrap_or_default();
        for version in &taken.versions {
            versions.retain(|(one, _)| one.id != version.id);
            versions.push((version.clone(), false));
        }
        Here {
            module: module.unwrap(),
            in_bin: here.is_some_and(|here| here.in_bin) && taken.module.is_none(),
            versions,
            chosen: here.map(|here| here.chosen.clone()).unwrap_or_default(),
        }
    }

    #[test]
    fn another_text_under_a_number_is_added_beside_and_never_over_it() {
        let here = after(&take_in(&carried(vec![version(1, "a")], None), None, false), None);
        let taken = take_in(&carried(vec![version(1, "b")], None), Some(&here), false);
        assert_eq!(taken.other_text, [1]);
        let here = after(&taken, Some(&here));
        let versions: Vec<_> = here.versions.iter().map(|(one, _)| one.clone()).collect();
        assert_eq!(standings(&versions, &[]), [VersionState::Undecided; 2]);
        assert_eq!(
            here.module.text.title, "a",
            "nothing counts before somebody chose"
        );
    }

    #[test]
    fn a_draft_comes_with_a_new_module_and_never_takes_the_place_of_another() {
        let first = take_in(&carried(vec![], Some("theirs")), None, true);
        let here = after(&first, None);
        assert!(here.module.drafting && here.module.sample && !first.draft_left);
        let again = take_in(&carried(vec![], Some("other")), Some(&here), false);
        assert!(again.is_nothing() && again.draft_left);
        let later = take_in(&carried(vec![version(1, "theirs")], None), Some(&here), false);
        assert_eq!(later.versions.len(), 1);
        assert_eq!(after(&later, Some(&here)).module.text.title, "theirs");
    }

    #[test]
    fn what_lies_in_the_bin_comes_back() {
        let file = carried(vec![version(1, "a"), version(2, "b")], None);
        let mut here = after(&take_in(&file, None, true), None);
        here.in_bin = true;
        here.versions.iter_mut().for_each(|(_, in_bin)| *in_bin = true);
        let taken = take_in(&file, Some(&here), false);
        assert!(taken.new && taken.versions.len() == 2);
        assert!(!taken.module.clone().unwrap().sample, "it is no sample any more");
        assert!(take_in(&file, Some(&after(&taken, Some(&here))), false).is_nothing());
    }

    proptest! {
        #[test]
        fn taking_in_twice_changes_nothing_the_second_time_and_keeps_what_was_there(
            mine in proptest::collection::btree_map(1u32..4, "[ab]", 0..4),
            theirs in proptest::collection::btree_map(1u32..4, "[abc]", 0..4),
            my_draft in proptest::option::of("[a-c]"), their_draft in proptest::option::of("[a-c]"),
        ) {
            let list = |all: &std::collections::BTreeMap<u32, String>| {
                all.iter().map(|(number, title)| version(*number, title)).collect::<Vec<_>>()
            };
            let before = after(&take_in(&carried(list(&mine), my_draft.as_deref()), None, false), None);
            let file = carried(list(&theirs), their_draft.as_deref());
            let taken = take_in(&file, Some(&before), false);
            let now = after(&taken, Some(&before));
            for one in &before.versions {
                prop_assert!(now.versions.contains(one));
            }
            for one in &file.versions {
                prop_assert!(now.versions.iter().any(|(other, _)| other == one));
            }
            if before.module.drafting {
                prop_assert_eq!(&now.module.text, &before.module.text);
            }
            prop_assert!(take_in(&file, Some(&now), false).is_nothing());
        }
    }
}
