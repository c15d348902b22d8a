//! The curriculum: a module from its first word to its second version, into an agenda, to another facility and back.

use fantoccini::Locator;
use serde_json::Value;

use crate::hands::{closed, fill, hush, press_in_dialog};
use crate::scenes::{facility, new_cohort, sample};
use crate::stage::Window;

/// The list of modules.
async fn curriculum(window: &Window) {
    window.press("Curriculum").await;
    window.ready("curriculum").await;
}

fn exported(window: &Window, name: &str) -> Value {
    let bytes = std::fs::read(window.file(name)).unwrap();
    serde_json::from_slice(&bytes).unwrap()
}

#[tokio::test]
async fn a_module_goes_from_draft_to_its_second_version_and_into_an_agenda() {
    let window = sample("curriculum").await;
    curriculum(&window).await;
    window.says("Cross-sector speed consulting").await;
    window.accessible("list").await;
    window.choose("Drafts 1").await;
    window.says("Saying no upwards").await;
    window.choose("All 8").await;
    window.write("Search modules", "juggling").await;
    window.says("No module here matches").await;
    window.write("Search modules", "risk").await;
    window.write("Search modules", "feedback").await;
    window.press("Giving and taking feedback").await;
    window.ready("module").await;
    window.says("Where it was used").await;
    window.says("Institute, day 1").await;
    window.accessible("published").await;
    window.press("v1").await;
    window.says("Version 2 took its place").await;
    window.accessible("superseded").await;
    window.press("Compare").await;
    window.ready("module-differences").await;
    window.says("say the same in both").await;
    window.find(Locator::Css("[data-field='notes'] ins")).await;
    window.accessible("differences").await;
    window.press("Back to the module").await;
    window.ready("module").await;

    curriculum(&window).await;
    window.key("n").await;
    window.says("What it is called on an agenda").await;
    window.accessible("new").await;
    press_in_dialog(&window, "Make the module").await;
    window.says("expected a title").await;
    window.write("Title", "What I will stop doing").await;
    press_in_dialog(&window, "Make the module").await;
    window.ready("module").await;
    window
        .says("Before it can be published it needs: Purpose, Minutes, Facilitator notes")
        .await;
    window.accessible("draft-empty").await;
    fill(
        &window,
        "Purpose",
        "People name one thing that they give up, and who will notice.",
    )
    .await;
    fill(&window, "Minutes", "30").await;
    fill(
        &window,
        "Facilitator notes",
        "Alone, in writing.\nThen tell the person next to you.",
    )
    .await;
    window.choose("Self-Awareness").await;
    fill(&window, "Licence", "CC BY 4.0").await;
    fill(&window, "Source", "Ana Souza").await;
    window
        .gone(Locator::XPath(
            "//*[contains(text(), 'Before it can be published')]",
        ))
        .await;
    window.accessible("draft").await;
    window.press("Publish version 1").await;
    window.says("can never be changed afterwards").await;
    window.accessible("publish").await;
    press_in_dialog(&window, "Publish version 1").await;
    window.says("This text does not change any more").await;
    closed(&window).await;

    window.press("Begin version 2 from this one").await;
    window.says("Draft of version 2, begun from version 1").await;
    window.says("says what the current version says").await;
    fill(
        &window,
        "Facilitator notes",
        "Alone, in writing.\nThen tell the whole table.",
    )
    .await;
    window
        .gone(Locator::XPath(
            "//*[contains(text(), 'says what the current version says')]",
        ))
        .await;
    window.press("Publish version 2").await;
    press_in_dialog(&window, "Publish version 2").await;
    window.says("Superseded").await;
    closed(&window).await;
    window.control('z').await;
    window.says("Draft of version 2, begun from version 1").await;
    window.look("undone").await;
    window.press("Publish version 2").await;
    press_in_dialog(&window, "Publish version 2").await;
    window.says("Superseded").await;
    closed(&window).await;

    window.press("Cohorts").await;
    window.ready("start").await;
    window.press("SC").await;
    window.ready("cohort").await;
    window.press("Sessions").await;
    window.ready("sessions").await;
    let second = Locator::XPath("//th[starts-with(normalize-space(.), 'Institute, day 2')]");
    window.find(second).await.click().await.unwrap();
    window.ready("session").await;
    window.says("from Leading without the title v1").await;
    window.press("Add from the curriculum").await;
    window.says("People name one thing").await;
    window.accessible("picker").await;
    window.write("Search modules", "stop doing").await;
    let add = "//dialog//button[@aria-label='Add What I will stop doing']";
    window.find(Locator::XPath(add)).await.click().await.unwrap();
    window.says("from What I will stop doing v2").await;
    closed(&window).await;
    window.accessible("agenda").await;
    window.press("from What I will stop doing v2").await;
    window.ready("module").await;
    window.says("Institute, day 2").await;
    window.close().await;
}

#[tokio::test]
async fn a_file_brings_what_is_new_and_never_writes_over_what_is_here() {
    let window = Window::open("curriculum-file").await;
    facility(&window).await;
    new_cohort(&window).await;
    curriculum(&window).await;
    window.says("can be trained well again").await;
    window.accessible("none").await;

    let file = window.file("from-elsewhere.json");
    let shipped = include_str!("../../assets/sample/curriculum.json");
    std::fs::write(&file, shipped).unwrap();
    window.answer(&file);
    window.press("Import a file").await;
    window.says("8 modules are new").await;
    window.accessible("brings").await;
    press_in_dialog(&window, "Take it in").await;
    closed(&window).await;
    window.says("Cross-sector speed consulting").await;

    window.answer(&file);
    window.press("Import a file").await;
    window.says("here already, to the letter").await;
    press_in_dialog(&window, "Close").await;
    closed(&window).await;

    for (name, text, why) in [
        ("cut.json", &shipped[..5_000], "line"),
        (
            "newer.json",
            "{\"format\": \"nexus-curriculum\", \"version\": 7}",
            "has version 7 of the format",
        ),
        (
            "twice.json",
            &shipped.replace(
                "0192c5e0a1b27c038d3e4f5061728394",
                "0192c5e0a1b27c018d3e4f5061728394",
            ),
            "stands here twice, first in module 1",
        ),
    ] {
        let path = window.file(name);
        std::fs::write(&path, text).unwrap();
        window.answer(&path);
        window.press("Import a file").await;
        window.says(&format!("{name} cannot be used")).await;
        window.says(why).await;
    }
    window.look("refused").await;

    let out = window.file("ours.json");
    window.answer(&out);
    window.press("Export all").await;
    window.says("8 modules with 8 published versions are in").await;
    let mut theirs = exported(&window, "ours.json");
    let version = &mut theirs["modules"][1]["versions"][1];
    version["text"]["notes"] = "Show it once yourself.\nThen in pairs, never in threes.".into();
    version.as_object_mut().unwrap().remove("id");
    let file = window.file("theirs.json");
    std::fs::write(&file, theirs.to_string()).unwrap();
    window.answer(&file);
    window.press("Import a file").await;
    window
        .says("One version has another text than the one here")
        .await;
    window.accessible("another-text").await;
    press_in_dialog(&window, "Take it in").await;
    closed(&window).await;
    window
        .says("One module has two texts under the same number")
        .await;
    window.accessible("to-decide").await;
    window.answer(&window.file("no.json"));
    window.press("Export all").await;
    window.says("expected a choice between them first").await;

    window.press("Giving and taking feedback").await;
    window.ready("module").await;
    window.press("v2 B").await;
    window.says("two facilities published apart").await;
    window.accessible("undecided").await;
    window.press("Let this text count").await;
    window.says("Set aside").await;
    window.accessible("decided").await;
    hush(&window).await;
    window.press("Remove module").await;
    window.ready("curriculum").await;
    window.says("Agendas keep their blocks").await;
    window.control('z').await;
    window.says("Giving and taking feedback").await;
    window.control('k').await;
    window.type_here("speed consult").await;
    window
        .find(Locator::XPath(
            "//dialog//*[contains(., 'Cross-sector speed consulting')]",
        ))
        .await;
    window.look("palette").await;
    window.close().await;
}
