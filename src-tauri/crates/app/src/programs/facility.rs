//! The facility's own facts: its name on paper, the time zone of its sessions.

use nexus_domain::people::letters::tidy;
use nexus_store::programs;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::{SetupInput, check};
use crate::{App, AppError, Done, Result};

/// A field of the facility.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum FacilityField {
    /// Its name.
    Name,
    /// Its time zone, as IANA names it. Sessions that were planned keep theirs.
    Zone,
}

/// The facility's own facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FacilityView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its time zone.
    pub zone: String,
}

fn missing() -> AppError {
    AppError::NotFound {
        what: "facility",
        key: String::new(),
    }
}

/// The facility.
///
/// # Errors
/// [`AppError::NotFound`] before it was set up; those of the store.
pub fn facility(app: &App) -> Result<FacilityView> {
    let found = app.ws().read(programs::facility)?.ok_or_else(missing)?;
    Ok(FacilityView {
        id: found.id.to_string(),
        name: found.name,
        zone: found.zone.name().to_owned(),
    })
}

/// Changes one field of the facility.
///
/// # Errors
/// [`AppError::Invalid`] for an empty name or an unknown zone; those of the store.
pub fn facility_edit(app: &App, field: FacilityField, value: &str) -> Result<Done<()>> {
    let now = facility(app)?;
    let mut input = SetupInput {
        facility: now.name,
        zone: now.zone,
    };
    *match field {
        FacilityField::Name => &mut input.facility,
        FacilityField::Zone => &mut input.zone,
    } = tidy(value);
    let (name, zone) = check(&input)?;
    app.act("programs.facility", &name, |w| {
        let mut facility = programs::facility(w)?.ok_or_else(missing)?;
        match field {
            FacilityField::Name => facility.name.clone_from(&name),
            FacilityField::Zone => facility.zone = zone,
        }
        Ok(programs::put_facility(w, &facility)?)
    })
}
