
#[cfg(test)]
mod tests {
    use nexus_report::documents::Paper;
    use nexus_report::documents::participant::{ParticipantSummary, participant_summary};

    use super::*;

    #[test]
    fn every_name_has_all_its_letters_on_paper() {
        let summary = ParticipantSummary {
            cohort: super::super::PLACES.join(", "),
            facility: TOWNS.join(", "),
            award: None,
            code: "N01".to_owned(),
            name: FAMILY[0].to_owned(),
            identity: GIVEN.into_iter().chain(FAMILY).map(str::to_owned).collect(),
            coach: None,
            as_of: chrono::NaiveDate::default(),
            paper: Paper::A4,
            ratings: None,
            stands_out: Vec::new(),
            project: None,
            attendance: Vec::new(),
            lessons: Vec::new(),
            next_steps: Vec::new(),
            coach_notes: Vec::new(),
        };
        assert!(participant_summary(&summary).is_ok_and(|bytes| bytes.starts_with(b"%PDF")));
    }
}
