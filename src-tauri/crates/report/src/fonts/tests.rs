use super::*;

#[test]
fn the_fallback_covers_what_people_type() {
    for c in "Søren Łukaszewicz Nguyễn Thị Ștefan Αθήνα Жуков → ✓ ≥ ½ “”‘’–—…·×−".chars()
    {
        assert!(Face::Noto.covers(c).unwrap(), "Noto Sans lacks {c}");
        assert!(Face::NotoBold.covers(c).unwrap(), "Noto Sans SemiBold lacks {c}");
    }
    assert!(!Face::Sans.covers('ễ').unwrap());
    assert!(!Face::Noto.covers('한').unwrap());
}

#[test]
fn widths_are_whole_thousandths() {
    for face in Face::BUNDLED {
        assert_eq!(face.facts().unwrap().units_per_em, 1000, "{}", face.name());
    }
}
