//! What of a row is taken into what is known.

use super::Draft;
use super::columns::Field;

/// Takes what was not known; nothing that is known is touched.
pub(super) fn fill(facts: &mut Draft, row: &Draft) {
    let text = |stored: &mut String, found: &String| {
        if stored.is_empty() {
            stored.clone_from(found);
        }
    };
    text(&mut facts.given, &row.given);
    text(&mut facts.family, &row.family);
    text(&mut facts.email, &row.email);
    text(&mut facts.institution, &row.institution);
    text(&mut facts.position, &row.position);
    text(&mut facts.region, &row.region);
    text(&mut facts.aspiration, &row.aspiration);
    facts.sector = facts.sector.or(row.sector);
    facts.level = facts.level.or(row.level);
    facts.size = facts.size.or(row.size);
    facts.registered = facts.registered.or(row.registered);
}

/// Takes the row's value in these fields (consent is not among what is taken).
pub(super) fn overwrite(facts: &mut Draft, row: &Draft, fields: &[Field]) {
    for field in fields {
        match field {
            Field::Given => facts.given.clone_from(&row.given),
            Field::Family => facts.family.clone_from(&row.family),
            Field::Email => facts.email.clone_from(&row.email),
            Field::Institution => facts.institution.clone_from(&row.institution),
            Field::Position => facts.position.clone_from(&row.position),
            Field::Region => facts.region.clone_from(&row.region),
            Field::Aspiration => facts.aspiration.clone_from(&row.aspiration),
            Field::Sector => facts.sector = row.sector,
            Field::Level => facts.level = row.level,
            Field::Size => facts.size = row.size,
            Field::Registered => facts.registered = row.registered,
            Field::FullName | Field::Consent => {}
        }
    }
}

/// The fields in which two drafts are not the same.
pub(super) fn changes(before: &Draft, after: &Draft) -> Vec<Field> {
    let pairs = [
        (Field::Given, before.given != after.given),
        (Field::Family, before.family != after.family),
        (Field::Email, before.email != after.email),
        (Field::Institution, before.institution != after.institution),
        (Field::Position, before.position != after.position),
        (Field::Region, before.region != after.region),
        (Field::Aspiration, before.aspiration != after.aspiration),
        (Field::Sector, before.sector != after.sector),
        (Field::Level, before.level != after.level),
        (Field::Size, before.size != after.size),
        (Field::Registered, before.registered != after.registered),
        (Field::Consent, before.consent != after.consent),
    ];
    pairs
        .into_iter()
        .filter_map(|(field, differs)| differs.then_some(field))
        .collect()
}
