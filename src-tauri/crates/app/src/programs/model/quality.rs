//! How participants took the sessions.

use nexus_domain::assessments::{Answer, Format, Kind};
use nexus_domain::reports::statistics::FEWEST;
use nexus_store::Read;
use nexus_store::programs::model::{Scope, tallies};

use super::{Quality, count};
use crate::Result;
use crate::assessments::library;

/// How sessions were taken; none below [`FEWEST`] ratings.
pub(super) fn quality(r: &Read<'_>, scope: Scope) -> Result<Option<Quality>> {
    let found = ratings(r, scope)?;
    Ok((found.ratings >= count(FEWEST)).then_some(found))
}

/// Ratings of items that ask for a reaction, of every instrument that has some.
pub(super) fn ratings(r: &Read<'_>, scope: Scope) -> Result<Quality> {
    let mut found = Quality { high: 0, ratings: 0 };
    for instrument in library::instruments(r)? {
        let reactions = instrument.items.iter().filter(|item| item.kind == Kind::Reaction);
        let keys: Vec<_> = reactions.map(|item| item.key.as_str()).collect();
        if keys.is_empty() {
            continue;
        }
        for tally in tallies(r, scope, &instrument.key, instrument.version)? {
            let Some(item) = instrument
                .item(&tally.item)
                .filter(|item| keys.contains(&item.key.as_str()))
            else {
                continue;
            };
            let scale = instrument.scale_of(item);
            if let (Format::Rating(_), Ok(Answer::Rated(value))) =
                (&item.format, Answer::from_code(&tally.code, &item.format, scale))
            {
                found.ratings += tally.count;
                if value + 1 >= scale.high {
                    found.high += tally.count;
                }
            }
        }
    }
    Ok(found)
}
