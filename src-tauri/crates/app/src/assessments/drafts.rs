//! Sheets that are being answered or typed: kept on this laptop within a second, forgotten once they are saved.
//!
//! A draft is a JSON array with a code for each item; a text that is empty stands for an item not yet reached.

use std::collections::HashMap;

use nexus_domain::ids::{OccasionId, PersonId};
use nexus_store::{Read, Write, draft};

use crate::Result;

/// Where the rows of the grid are kept; the id of the person follows.
pub(super) fn grid_place(occasion: OccasionId) -> String {
    format!("sheet:{occasion}:")
}

/// Where the second typing of rows is kept; the id of the person follows.
pub(super) fn second_place(occasion: OccasionId) -> String {
    format!("sheet-again:{occasion}:")
}

/// Where the form of one person is kept. It is apart from the grid: a participant's half-answered form is
/// nobody else's to read.
pub(super) fn form_place(occasion: OccasionId, person: PersonId) -> String {
    format!("form:{occasion}:{person}")
}

/// The codes of a draft; nothing for a text that is none.
pub(super) fn codes(text: &str) -> Vec<String> {
    serde_json::from_str(text).unwrap_or_default()
}

/// The draft of one person's form.
pub(super) fn of_form(r: &Read<'_>, occasion: OccasionId, person: PersonId) -> Result<Vec<String>> {
    let found = draft::get(r, &form_place(occasion, person))?;
    Ok(found.map(|draft| codes(&draft.value)).unwrap_or_default())
}

/// The rows that somebody began to type, by id of the person.
pub(super) fn of_grid(r: &Read<'_>, occasion: OccasionId) -> Result<HashMap<String, Vec<String>>> {
    below(r, &grid_place(occasion))
}

/// The second typing of rows, by id of the person.
pub(super) fn of_second(r: &Read<'_>, occasion: OccasionId) -> Result<HashMap<String, Vec<String>>> {
    below(r, &second_place(occasion))
}

/// The forms that participants left half-way, by id of the person.
pub(super) fn of_forms(r: &Read<'_>, occasion: OccasionId) -> Result<HashMap<String, Vec<String>>> {
    below(r, &format!("form:{occasion}:"))
}

fn below(r: &Read<'_>, place: &str) -> Result<HashMap<String, Vec<String>>> {
    let found = draft::starting_with(r, place)?.into_iter();
    let read = found.filter_map(|draft| {
        let person = draft.place.strip_prefix(place)?.to_owned();
        let codes = codes(&draft.value);
        (!codes.is_empty()).then_some((person, codes))
    });
    Ok(read.collect())
}

/// Forgets the drafts of a sheet that is saved.
pub(super) fn clear(w: &Write<'_>, occasion: OccasionId, person: PersonId, paper: bool) -> Result<()> {
    let place = if paper {
        format!("{}{person}", grid_place(occasion))
    } else {
        form_place(occasion, person)
    };
    Ok(draft::clear(w, &place)?)
}

/// Forgets every draft of one person at an occasion.
pub(crate) fn clear_all(w: &Write<'_>, occasion: OccasionId, person: PersonId) -> Result<()> {
    for place in [
        format!("{}{person}", grid_place(occasion)),
        format!("{}{person}", second_place(occasion)),
        form_place(occasion, person),
    ] {
        draft::clear(w, &place)?;
    }
    Ok(())
}
