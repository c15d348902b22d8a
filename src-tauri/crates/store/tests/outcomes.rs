//! Outcomes and what hangs on them: two copies that exchange their logs agree.
#![allow(clippy::unwrap_used)]

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use nexus_domain::assessments::Moment;
use nexus_domain::cohorts::Cohort;
use nexus_domain::ids::{CohortId, IndicatorId, OutcomeEvidenceId, ProgramId};
use nexus_domain::outcomes::{
    Evidence, Indicator, MOMENTS, QuoteConsent, current, defaults, doubles, standard,
};
use nexus_domain::programs::Program;
use nexus_store::{
    ActionMeta, OpenOptions, StoreError, Workspace, WorkspaceKey, Write, cohorts, outcomes, programs,
};
use proptest::prelude::*;
use uuid::Uuid;

const PROGRAM: ProgramId = ProgramId(Uuid::from_u128(1));
const COHORT: CohortId = CohortId(Uuid::from_u128(2));

fn workspace() -> (tempfile::TempDir, Workspace) {
    let folder = tempfile::tempdir().unwrap();
    let key = WorkspaceKey::random().unwrap();
    let ws = Workspace::create(&folder.path().join("w.nexus"), &key, &OpenOptions::WRITE).unwrap();
    (folder, ws)
}

fn at(second: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::seconds(second)
}

fn day(number: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 5, number).unwrap()
}

fn evidence(number: u128, outcome: usize, corrects: Option<u128>) -> Evidence {
    Evidence {
        id: OutcomeEvidenceId(Uuid::from_u128(number)),
        outcome: defaults(PROGRAM)[outcome].id,
        cohort: Some(COHORT),
        person: None,
        date: day(4),
        what: format!("It happened {number}"),
        witness: "The county librarian".into(),
        file: None,
        link: "https://example.org".into(),
        quote: QuoteConsent::No,
        author: "ana".into(),
        corrects: corrects.map(|id| OutcomeEvidenceId(Uuid::from_u128(id))),
    }
}

fn begin(w: &Write<'_>) -> Result<(), StoreError> {
    programs::put(
        w,
        &Program {
            id: PROGRAM,
            name: "Program".into(),
            situation: String::new(),
            criteria: Vec::new(),
            award: None,
            sample: false,
        },
    )?;
    cohorts::put(
        w,
        &Cohort {
            id: COHORT,
            program: PROGRAM,
            name: "Cohort".into(),
            mark: "C".into(),
            prefix: "N".into(),
            starts: None,
            ends: Some(day(1)),
        },
    )?;
    for outcome in defaults(PROGRAM) {
        outcomes::put(w, &outcome)?;
    }
    Ok(())
}

fn act<T>(ws: &Workspace, second: i64, work: impl FnOnce(&Write<'_>) -> Result<T, StoreError>) -> T {
    let meta = ActionMeta {
        author: "ana",
        kind: "test",
        detail: "",
        now: at(second),
    };
    ws.transact(&meta, work).unwrap().0
}

#[test]
fn everything_comes_out_as_it_went_in() {
    let (_folder, ws) = workspace();
    let indicator = Indicator {
        id: IndicatorId(Uuid::from_u128(9)),
        program: PROGRAM,
        institution: "Carter Library".into(),
        name: "Visits".into(),
        value: "12 %".into(),
        date: day(7),
        source: "Survey".into(),
    };
    let mut follow_up = standard(COHORT, Moment::FollowUpWeeks);
    follow_up.done = Some(day(30));
    act(&ws, 1, |w| {
        begin(w)?;
        outcomes::add_evidence(w, &evidence(20, 3, None))?;
        outcomes::put_indicator(w, &indicator)?;
        outcomes::put_follow_up(w, &follow_up)
    });
    ws.read(|r| {
        assert_eq!(outcomes::of_program(r, PROGRAM)?, defaults(PROGRAM));
        assert_eq!(outcomes::evidence(r, PROGRAM)?, [evidence(20, 3, None)]);
        assert_eq!(
            outcomes::evidence_by_id(r, evidence(20, 3, None).id)?,
            evidence(20, 3, None)
        );
        assert_eq!(
            outcomes::indicators(r, PROGRAM)?,
            std::slice::from_ref(&indicator)
        );
        assert_eq!(outcomes::follow_ups(r, COHORT)?, std::slice::from_ref(&follow_up));
        let counts: Vec<u32> = outcomes::counts(r, PROGRAM, None)?
            .iter()
            .map(|one| one.1)
            .collect();
        assert_eq!(counts, [0, 0, 0, 1, 0, 0, 0, 0, 0]);
        Ok::<_, StoreError>(())
    })
    .unwrap();
    // Evidence is never rewritten.
    let meta = ActionMeta {
        author: "ana",
        kind: "test",
        detail: "",
        now: at(2),
    };
    let again = ws.transact(&meta, |w| {
        let mut other = evidence(20, 3, None);
        other.what = "Something else".into();
        outcomes::add_evidence(w, &other)
    });
    assert!(matches!(again, Err(StoreError::Sql(_))), "{again:?}");
    // Of a program in the bin nothing is found.
    act(&ws, 3, |w| programs::set_deleted(w, PROGRAM, true));
    ws.read(|r| {
        assert!(outcomes::of_program(r, PROGRAM)?.is_empty());
        assert!(outcomes::evidence(r, PROGRAM)?.is_empty());
        assert_eq!(outcomes::indicator_count(r, PROGRAM)?, 0);
        Ok::<_, StoreError>(())
    })
    .unwrap();
}

#[derive(Debug, Clone)]
enum Deed {
    Title(usize, u8),
    Remove(usize),
    Evidence(u8, usize, Option<u8>),
    FollowUp(usize, Option<u32>),
    Undo,
    Redo,
    Meet,
}

fn deed() -> impl Strategy<Value = (usize, Deed)> {
    let what = prop_oneof![
        (0..3usize, 0..4u8).prop_map(|(which, words)| Deed::Title(which, words)),
        (0..3usize).prop_map(Deed::Remove),
        (0..4u8, 0..3usize, proptest::option::of(0..4u8)).prop_map(|(a, b, c)| Deed::Evidence(a, b, c)),
        (0..3usize, proptest::option::of(1..28u32)).prop_map(|(a, b)| Deed::FollowUp(a, b)),
        Just(Deed::Undo),
        Just(Deed::Redo),
        Just(Deed::Meet),
    ];
    (0..2usize, what)
}

fn perform(w: &Write<'_>, who: usize, deed: &Deed) -> Result<(), StoreError> {
    let own = |which: u8| 1000 + who as u128 * 100 + u128::from(which);
    match deed {
        Deed::Title(which, words) => {
            let mut outcome = defaults(PROGRAM)[*which].clone();
            outcome.title = format!("Words {words}");
            outcomes::put(w, &outcome)
        }
        Deed::Remove(which) => outcomes::set_deleted(w, defaults(PROGRAM)[*which].id, true),
        Deed::Evidence(which, outcome, corrects) => {
            match outcomes::add_evidence(w, &evidence(own(*which), *outcome, corrects.map(own))) {
                // It is there already, or in the bin after an undo; there it is left.
                Err(StoreError::Sql(_)) => Ok(()),
                other => other,
            }
        }
        Deed::FollowUp(which, done) => {
            let mut follow_up = standard(COHORT, MOMENTS[*which]);
            follow_up.done = done.map(day);
            outcomes::put_follow_up(w, &follow_up)
        }
        Deed::Undo | Deed::Redo | Deed::Meet => Ok(()),
    }
}

fn send(from: &Workspace, to: &Workspace, turn: usize) {
    let (actions, mut rows) = from.export_log(0).unwrap();
    if !rows.is_empty() {
        let by = turn % rows.len();
        rows.rotate_left(by);
    }
    for parcel in rows.chunks(5).rev() {
        to.apply_log(&actions, parcel).unwrap();
    }
    to.apply_log(&actions, &rows).unwrap();
}

fn shown(ws: &Workspace) -> String {
    ws.read(|r| {
        Ok::<_, StoreError>(format!(
            "{:?} {:?} {:?}",
            outcomes::counts(r, PROGRAM, None)?,
            outcomes::evidence(r, PROGRAM)?,
            outcomes::follow_ups(r, COHORT)?,
        ))
    })
    .unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn two_copies_that_exchange_their_logs_show_the_same(
        deeds in proptest::collection::vec(deed(), 1..30),
    ) {
        let ((_one, a), (_two, b)) = (workspace(), workspace());
        act(&a, 1, begin);
        send(&a, &b, 0);
        let copies = [&a, &b];
        let authors = ["cleo", "ben"];
        for (second, (who, deed)) in deeds.iter().enumerate() {
            let now = at(second as i64 + 2);
            match deed {
                Deed::Undo => drop(copies[*who].undo(authors[*who], now).unwrap()),
                Deed::Redo => drop(copies[*who].redo(authors[*who], now).unwrap()),
                Deed::Meet => send(copies[*who], copies[1 - *who], second),
                deed => {
                    let meta = ActionMeta { author: authors[*who], kind: "test", detail: "", now };
                    copies[*who].transact(&meta, |w| perform(w, *who, deed)).unwrap();
                }
            }
        }
        send(&a, &b, 3);
        send(&b, &a, 5);
        prop_assert_eq!(shown(&a), shown(&b));
        for copy in copies {
            prop_assert!(copy.check().unwrap().is_sound());
        }
    }
}

#[test]
fn two_laptops_that_start_a_program_have_one_list_and_see_each_other_s_correction() {
    let ((_one, a), (_two, b)) = (workspace(), workspace());
    act(&a, 1, |w| {
        begin(w)?;
        outcomes::add_evidence(w, &evidence(20, 0, None))
    });
    act(&b, 2, |w| {
        for outcome in defaults(PROGRAM) {
            outcomes::put(w, &outcome)?;
        }
        Ok(())
    });
    send(&a, &b, 0);
    act(&a, 3, |w| outcomes::add_evidence(w, &evidence(21, 0, Some(20))));
    act(&b, 4, |w| outcomes::add_evidence(w, &evidence(22, 0, Some(20))));
    send(&b, &a, 0);
    send(&a, &b, 0);
    for copy in [&a, &b] {
        copy.read(|r| {
            assert_eq!(outcomes::of_program(r, PROGRAM)?.len(), 9);
            let left = current(outcomes::evidence(r, PROGRAM)?);
            assert_eq!(doubles(&left).len(), 2);
            Ok::<_, StoreError>(())
        })
        .unwrap();
    }
}
