//! Names in every script: what is bundled, what can be installed, and what other programs read of it.
//!
//! What is installed stays for the whole process, so these tests have one of their own.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod reading;
mod samples;

use std::sync::Once;

use nexus_report::ReportError;
use nexus_report::documents::Paper;
use nexus_report::documents::agenda::agenda;
use nexus_report::documents::participant::{NextStep, participant_summary};
use nexus_report::documents::sign_in::{Attendee, SignInSheet, sign_in_sheet};
use nexus_report::fonts::{Unusable, install};
use nexus_report::soundness::check;
use proptest::prelude::*;
use reading::{file, flat, pdf, run, text};
use samples::{bare, day_plan, sheet};

const HAN: &[u8] = include_bytes!("fonts/Han.ttf");
const HANGUL: &[u8] = include_bytes!("fonts/Hangul.otf");

/// Both fonts, once.
fn installed() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let han = install(HAN).unwrap();
        assert!(han.adds > 80, "{han:?}");
        let hangul = install(HANGUL).unwrap();
        assert_eq!(hangul.name, "NotoSansCJKkr-Regular");
    });
}

fn refusal(bytes: &[u8]) -> Unusable {
    match install(bytes) {
        Err(ReportError::UnusableFont(why)) => why,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_font_is_installed_once_and_what_is_none_is_refused() {
    installed();
    assert_eq!(install(HAN).unwrap(), install(HAN).unwrap());
    assert_eq!(refusal(b"not a font"), Unusable::NotAFont);
    assert_eq!(refusal(&HAN[..400]), Unusable::Uncuttable);
    let bundled = include_bytes!("../../../../assets/fonts/NotoSans-Regular.ttf");
    assert_eq!(refusal(bundled), Unusable::NothingNew);
}

#[test]
fn a_font_that_may_not_be_embedded_is_refused() {
    let mut bytes = HAN.to_vec();
    let record = bytes.windows(4).position(|window| window == b"OS/2").unwrap();
    let place = u32::from_be_bytes(bytes[record + 8..record + 12].try_into().unwrap()) as usize;
    bytes[place + 9] = 2;
    assert_eq!(refusal(&bytes), Unusable::Forbidden);
}

/// Names that people have, in scripts that are bundled or installed.
const NAMES: [&str; 12] = [
    "Søren Łukaszewicz",
    "Nguyễn Thị Minh Khai",
    "Ελένη Παπαδοπούλου",
    "Олександра Шевченко",
    "ليلى الحسن",
    "محمد عبد الله الأنصاري",
    "שרה כהן",
    "דוד בן־גוריון",
    "王伟",
    "李娜 (Anna Li)",
    "김민지",
    "José 陈静",
];

#[test]
fn names_of_every_script_are_printed_and_can_be_copied_out() {
    installed();
    for name in NAMES {
        let mut input = bare();
        input.name = name.to_owned();
        input.next_steps = vec![NextStep {
            text: format!("Meet {name} on Tuesday."),
            due: None,
        }];
        let bytes = pdf(participant_summary(&input));
        assert_eq!(check(&bytes), [], "{name}");
        let file = file(&bytes);
        run("qpdf", &["--check", "FILE"], &file.path);
        let said = flat(&text(&file)).replace(MARKS, "");
        let there: Vec<Vec<char>> = said.split(' ').map(letters).collect();
        for word in name.split(' ') {
            assert!(there.contains(&letters(word)), "{word:?} is missing in {said:?}");
        }
    }
}

/// A word by its letters. The file gives the letters of an Arabic ligature in order of reading (ISO 32000-1, 9.10.3);
/// `pdftotext` turns them around together with the glyphs.
fn letters(word: &str) -> Vec<char> {
    let mut letters: Vec<char> = word.chars().collect();
    letters.sort_unstable();
    letters
}

/// Marks of direction that `pdftotext` puts around what is read from right to left.
const MARKS: [char; 4] = ['\u{202A}', '\u{202B}', '\u{202C}', '\u{200F}'];

/// With `NEXUS_REPORT_SAMPLES=FOLDER`, leaves documents in many scripts there for a pair of eyes.
#[test]
fn samples_to_look_at() {
    let Ok(folder) = std::env::var("NEXUS_REPORT_SAMPLES") else {
        return;
    };
    installed();
    let mut input = bare();
    input.name = "ليلى الحسن".into();
    let steps = NAMES.iter().map(|name| (*name).to_owned()).chain([
        "أنهيتُ تسجيل 240 صندوقًا في الأرشيف (Archive 2027) وسأعرض النتائج على مجلس الإدارة في الربيع القادم."
            .into(),
        "סיימתי לקטלג 240 תיבות בארכיון (Archive 2027), ואציג את התוצאות לדירקטוריון באביב הבא.".into(),
    ]);
    input.next_steps = steps.map(|text| NextStep { text, due: None }).collect();
    let mut plan = day_plan();
    plan.purpose = Some("שלום לכולם: היום נלמד על ארכיונים. مرحبا بكم".into());
    plan.blocks[0].title = "ترحيب وتعارف".into();
    let mut list = sheet(0);
    list.people = NAMES
        .iter()
        .map(|name| Attendee {
            code: "N01".into(),
            name: (*name).to_owned(),
            institution: Some("دار الوثائق".into()),
        })
        .collect();
    let made = [
        ("scripts-participant", participant_summary(&input)),
        ("scripts-agenda", agenda(&plan)),
        ("scripts-sign-in", sign_in_sheet(&list)),
    ];
    for (name, document) in made {
        let path = std::path::Path::new(&folder).join(format!("{name}.pdf"));
        std::fs::write(path, pdf(document)).unwrap();
    }
}

/// A name of up to some 60 characters in one script.
fn name() -> impl Strategy<Value = String> {
    let words = |letters: &'static str, most: usize| {
        let word = format!("[{letters}]{{1,12}}");
        let word = prop::string::string_regex(&word).unwrap();
        prop::collection::vec(word, 1..=most).prop_map(|words| words.join(" "))
    };
    prop_oneof![
        words("A-Za-zøéßłșũ", 5),
        words("Α-ΡΣ-Ωα-ω", 5),
        words("А-Яа-яїєґ", 5),
        words("ạảấầẩẫậắằẳẵặẹẻẽếềểễệ", 5),
        // Without lam, which makes ligatures: see `letters`.
        words("ابتثجحخدذرزسشصضطظعغفقكمنهوي", 5),
        words("א-ת", 5),
        words("王伟李娜张敏刘洋陈静杨丽赵强黄磊周杰吴芳徐明孙鹏", 3),
        words("김민지이서준박도윤최하은정수현", 3),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// Whoever is on the list is on the sheet, in every script, however long the list and the names are.
    #[test]
    fn no_row_of_a_sheet_is_lost(names in prop::collection::vec(name(), 1..500), a4 in any::<bool>()) {
        installed();
        let mut input: SignInSheet = sheet(0);
        input.head.paper = if a4 { Paper::A4 } else { Paper::Letter };
        input.spare_rows = 0;
        input.people = names.iter().enumerate().map(|(at, name)| Attendee {
            code: format!("N{at:03}"),
            name: name.clone(),
            institution: None,
        }).collect();
        let bytes = pdf(sign_in_sheet(&input));
        prop_assert_eq!(check(&bytes), []);
        // Lines of one name follow each other in the text; a name that needs two lines is compared by its letters.
        let said: String = text(&file(&bytes)).replace(MARKS, "").split_whitespace().collect();
        for (at, name) in names.iter().enumerate() {
            let letters: String = name.split_whitespace().collect();
            prop_assert!(said.contains(&letters), "row {at}: {name:?} is missing");
            let code = format!("N{at:03}");
            prop_assert!(said.contains(&code));
        }
    }
}
