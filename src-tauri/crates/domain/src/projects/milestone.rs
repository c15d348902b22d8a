//! Milestones: steps of a project, in an order that its people choose.

use chrono::NaiveDate;

use crate::ids::{MilestoneId, ProjectId};

/// How far a milestone is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum MilestoneState {
    /// Not begun.
    #[default]
    Planned,
    /// Begun.
    UnderWay,
    /// Reached.
    Done,
    /// Given up: it is kept, and no longer counts.
    Dropped,
}

impl MilestoneState {
    /// Every state, in the order of a board.
    pub const ALL: [Self; 4] = [Self::Planned, Self::UnderWay, Self::Done, Self::Dropped];

    /// The word under which it is stored.
    pub fn key(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::UnderWay => "under-way",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }

    /// The state of this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.key() == key)
    }
}

/// A step of a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone {
    /// Its id.
    pub id: MilestoneId,
    /// The project.
    pub project: ProjectId,
    /// Its place in the list; two laptops may give one twice, then the id decides.
    pub position: u32,
    /// What is reached.
    pub title: String,
    /// The day it is planned for.
    pub due: NaiveDate,
    /// The day it was reached; only for one that is done.
    pub done: Option<NaiveDate>,
    /// How far it is.
    pub state: MilestoneState,
}

impl Milestone {
    /// Whether it was reached.
    pub fn reached(&self) -> bool {
        self.state == MilestoneState::Done
    }

    /// Whether it still counts as work ahead.
    pub fn open(&self) -> bool {
        matches!(self.state, MilestoneState::Planned | MilestoneState::UnderWay)
    }

    /// Whether its day has passed without it being reached.
    pub fn overdue(&self, today: NaiveDate) -> bool {
        self.open() && self.due < today
    }

    /// The day it was reached, where it was; a day left over from another state does not count.
    pub fn reached_on(&self) -> Option<NaiveDate> {
        self.done.filter(|_| self.reached())
    }

    /// Brings it to a state: one that becomes done is done today, one that no longer is has no such day.
    pub fn set_state(&mut self, state: MilestoneState, today: NaiveDate) {
        self.done = match state {
            MilestoneState::Done => Some(self.reached_on().unwrap_or(today)),
            _ => None,
        };
        self.state = state;
    }

    /// Says on which day it was reached; without a day it is under way again.
    pub fn set_done(&mut self, day: Option<NaiveDate>) {
        self.done = day;
        self.state = match day {
            Some(_) => MilestoneState::Done,
            None if self.reached() => MilestoneState::UnderWay,
            None => self.state,
        };
    }
}

/// The place of the next milestone of a list.
pub fn next_position(milestones: &[Milestone]) -> u32 {
    milestones
        .iter()
        .map(|milestone| milestone.position + 1)
        .max()
        .unwrap_or(0)
}

/// What comes next: the open milestone with the earliest day.
pub fn next_milestone(milestones: &[Milestone]) -> Option<&Milestone> {
    milestones
        .iter()
        .filter(|milestone| milestone.open())
        .min_by_key(|milestone| (milestone.due, milestone.position, milestone.id))
}

/// Moves a milestone of an ordered list one place up or down and numbers the list anew; false where it
/// cannot move, and nothing changes then.
pub fn move_milestone(milestones: &mut [Milestone], id: MilestoneId, up: bool) -> bool {
    let Some(from) = milestones.iter().position(|milestone| milestone.id == id) else {
        return false;
    };
    let to = if up { from.checked_sub(1) } else { Some(from + 1) };
    let Some(to) = to.filter(|to| *to < milestones.len()) else {
        return false;
    };
    milestones.swap(from, to);
    for (position, milestone) in (0..).zip(milestones) {
        milestone.position = position;
    }
    true
}

#[cfg(test)]
mod tests {
    use chrono::Days;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn day(number: u64) -> NaiveDate {
        NaiveDate::default() + Days::new(number)
    }

    fn milestone(id: u128, position: u32, due: u64) -> Milestone {
        Milestone {
            id: MilestoneId(Uuid::from_u128(id)),
            project: ProjectId(Uuid::from_u128(9)),
            position,
            title: String::new(),
            due: day(due),
            done: None,
            state: MilestoneState::Planned,
        }
    }

    #[test]
    fn words_and_states_belong_together() {
        for state in MilestoneState::ALL {
            assert_eq!(MilestoneState::from_key(state.key()), Some(state));
        }
    }

    #[test]
    fn a_milestone_is_overdue_the_day_after_and_never_once_done_or_dropped() {
        let mut one = milestone(1, 0, 10);
        assert!(!one.overdue(day(10)));
        assert!(one.overdue(day(11)));
        one.set_state(MilestoneState::Dropped, day(11));
        assert!(!one.overdue(day(12)));
        one.set_done(Some(day(12)));
        assert!(!one.overdue(day(13)));
        assert_eq!(
            (one.state, one.reached_on()),
            (MilestoneState::Done, Some(day(12)))
        );
    }

    #[test]
    fn a_day_that_a_merge_left_behind_does_not_count() {
        let mut one = milestone(1, 0, 10);
        one.done = Some(day(3));
        assert_eq!(one.reached_on(), None);
        one.set_state(MilestoneState::Done, day(8));
        assert_eq!(one.done, Some(day(8)));
    }

    #[test]
    fn the_next_one_is_the_earliest_that_is_open() {
        let mut list = [milestone(1, 0, 5), milestone(2, 1, 30), milestone(3, 2, 20)];
        list[0].set_state(MilestoneState::Done, day(5));
        assert_eq!(next_milestone(&list).map(|one| one.id), Some(list[2].id));
        assert_eq!(next_milestone(&list[..1]), None);
        assert_eq!((next_position(&list), next_position(&[])), (3, 0));
    }

    proptest! {
        #[test]
        fn moving_keeps_every_milestone_and_numbers_them_in_order(
            positions in proptest::collection::vec(0u32..4, 1..8),
            moves in proptest::collection::vec((0usize..8, any::<bool>()), 0..20),
        ) {
            let mut list: Vec<_> = positions
                .iter()
                .enumerate()
                .map(|(at, position)| milestone(at as u128, *position, 1))
                .collect();
            list.sort_by_key(|one| (one.position, one.id));
            for (at, up) in moves {
                let before = list.clone();
                let Some(id) = list.get(at).map(|one| one.id) else { continue };
                if move_milestone(&mut list, id, up) {
                    let places: Vec<_> = list.iter().map(|one| one.position as usize).collect();
                    prop_assert_eq!(places, (0..list.len()).collect::<Vec<_>>());
                    let mut back = list.clone();
                    prop_assert!(move_milestone(&mut back, id, !up));
                    let ids = |list: &[Milestone]| list.iter().map(|one| one.id).collect::<Vec<_>>();
                    prop_assert_eq!(ids(&back), ids(&before));
                } else {
                    prop_assert_eq!(&list, &before);
                }
            }
            let mut ids: Vec<_> = list.iter().map(|one| one.id).collect();
            ids.sort();
            ids.dedup();
            prop_assert_eq!(ids.len(), positions.len());
        }

        #[test]
        fn a_day_of_reaching_and_the_state_done_go_together(
            steps in proptest::collection::vec((0usize..4, proptest::option::of(0u64..50), any::<bool>()), 1..20),
        ) {
            let mut one = milestone(1, 0, 10);
            for (state, date, by_state) in steps {
                if by_state {
                    one.set_state(MilestoneState::ALL[state], day(7));
                } else {
                    one.set_done(date.map(day));
                }
                prop_assert_eq!(one.done.is_some(), one.reached());
            }
        }
    }
}
