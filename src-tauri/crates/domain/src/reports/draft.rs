//! A report that is being written: what it is about, for whom, and what is left out. There is one of a kind for each
//! program or cohort, the same on every laptop.

use std::collections::BTreeSet;

use super::ReportKind;
use super::publication::Audience;
use crate::ids::{ReportId, derived};
use crate::programs::Scope;

/// Sheet sizes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum Sheet {
    /// 8.5 × 11 in.
    #[default]
    Letter,
    /// 210 × 297 mm.
    A4,
}

impl Sheet {
    /// The word under which it is stored.
    pub fn key(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::A4 => "a4",
        }
    }

    /// The size of this word.
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Letter, Self::A4].into_iter().find(|one| one.key() == key)
    }
}

/// The choices of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its id.
    pub id: ReportId,
    /// What it is about.
    pub scope: Scope,
    /// Its kind.
    pub kind: ReportKind,
    /// Key of the template; empty for kinds that have none.
    pub template: String,
    /// Who reads it.
    pub audience: Audience,
    /// Sheet size.
    pub sheet: Sheet,
    /// Keys of the sections that are left out.
    pub left_out: BTreeSet<String>,
}

impl Draft {
    /// The report of this kind before anybody chose anything.
    pub fn begun(scope: Scope, kind: ReportKind, template: &str) -> Self {
        let cohort = scope.cohort.map_or([0; 16], |cohort| *cohort.0.as_bytes());
        let parts: [&[u8]; 4] = [
            scope.program.0.as_bytes(),
            &cohort,
            kind.key().as_bytes(),
            template.as_bytes(),
        ];
        Self {
            id: ReportId(derived("report", &parts)),
            scope,
            kind,
            template: template.to_owned(),
            audience: kind.audiences().first().copied().unwrap_or(Audience::Internal),
            sheet: Sheet::default(),
            left_out: BTreeSet::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::ids::{CohortId, ProgramId};

    #[test]
    fn a_report_is_one_row_for_its_kind_and_what_it_is_about() {
        let program = ProgramId(Uuid::from_u128(1));
        let whole = Scope {
            program,
            cohort: None,
        };
        let one = Scope {
            program,
            cohort: Some(CohortId(Uuid::from_u128(2))),
        };
        let id = |scope, kind, template| Draft::begun(scope, kind, template).id;
        let funder = id(whole, ReportKind::Funder, "imls");
        assert_eq!(funder, id(whole, ReportKind::Funder, "imls"));
        for other in [
            id(one, ReportKind::Funder, "imls"),
            id(whole, ReportKind::Funder, "lsta"),
            id(whole, ReportKind::Cohort, ""),
        ] {
            assert_ne!(funder, other);
        }
        assert_eq!(
            Draft::begun(whole, ReportKind::Funder, "imls").audience,
            Audience::Funder
        );
    }
}
