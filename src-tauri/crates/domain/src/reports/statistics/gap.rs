//! How people see themselves beside how others see them, and who of the others stays unnamed.

/// Fewest raters of an anonymous group whose mean is shown.
pub const FEWEST_RATERS: usize = 3;

/// Ratings that one group of raters (peers, direct reports, the supervisor) gave a person for one competency.
#[derive(Debug, Clone, PartialEq)]
pub struct RaterGroup {
    /// What the group is called.
    pub name: String,
    /// Were its raters promised that nobody learns who said what?
    pub anonymous: bool,
    /// One rating, or mean of ratings, for each rater.
    pub ratings: Vec<f64>,
}

/// The mean of a group that may be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupMean {
    /// What the group is called.
    pub name: String,
    /// Its raters.
    pub raters: usize,
    /// The mean of their ratings.
    pub mean: f64,
}

/// A person's own rating of a competency beside those of others.
#[derive(Debug, Clone, PartialEq)]
pub struct Gap {
    /// The own rating.
    pub own: f64,
    /// Raters behind `others`.
    pub raters: usize,
    /// Mean of all ratings of the groups that are shown, each rater counting once.
    pub others: f64,
    /// `others` less `own`: above zero, others see more than the person does.
    pub difference: f64,
    /// The groups that are shown.
    pub groups: Vec<GroupMean>,
    /// Groups with too few raters. They are in no number above: a total that held them would give them away.
    pub dropped: Vec<String>,
}

/// The gap of one person and one competency; none where no group may be shown.
///
/// An anonymous group needs [`FEWEST_RATERS`]. For a whole cohort, make a [`super::Sample`] of the differences.
pub fn gap(own: f64, groups: &[RaterGroup]) -> Option<Gap> {
    let shown = |group: &&RaterGroup| {
        !group.ratings.is_empty() && (!group.anonymous || group.ratings.len() >= FEWEST_RATERS)
    };
    let kept: Vec<&RaterGroup> = groups.iter().filter(shown).collect();
    let raters: usize = kept.iter().map(|group| group.ratings.len()).sum();
    if raters == 0 {
        return None;
    }
    let mean = |ratings: &[f64]| ratings.iter().sum::<f64>() / ratings.len() as f64;
    let others = kept.iter().flat_map(|group| &group.ratings).sum::<f64>() / raters as f64;
    let dropped = groups
        .iter()
        .filter(|group| !group.ratings.is_empty() && !shown(group));
    Some(Gap {
        own,
        raters,
        others,
        difference: others - own,
        groups: kept
            .iter()
            .map(|group| GroupMean {
                name: group.name.clone(),
                raters: group.ratings.len(),
                mean: mean(&group.ratings),
            })
            .collect(),
        dropped: dropped.map(|group| group.name.clone()).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(name: &str, anonymous: bool, ratings: &[f64]) -> RaterGroup {
        RaterGroup {
            name: name.to_owned(),
            anonymous,
            ratings: ratings.to_vec(),
        }
    }

    #[test]
    fn a_thin_group_is_in_no_number() {
        let peers = group("peers", true, &[3.0, 4.0, 5.0]);
        let supervisor = group("supervisor", false, &[2.0]);
        let thin = |ratings: &[f64]| {
            gap(
                3.0,
                &[peers.clone(), supervisor.clone(), group("reports", true, ratings)],
            )
        };
        let found = thin(&[1.0, 1.0]).unwrap();
        assert_eq!((found.raters, found.others, found.difference), (4, 3.5, 0.5));
        assert_eq!(found.dropped, ["reports"]);
        // Whatever the two said, nothing changes.
        assert_eq!(thin(&[5.0, 5.0]).unwrap(), found);
        assert_eq!(thin(&[5.0, 5.0, 5.0]).unwrap().groups.len(), 3);
        assert_eq!(gap(3.0, &[group("peers", true, &[1.0, 2.0])]), None);
    }
}
