//! What was made can be changed: facility, program with its award, cohort, sectors and levels, roles; and what
//! was removed comes back.

use std::path::PathBuf;
use std::process::Command;

use fantoccini::Locator;
use fantoccini::key::Key;

use crate::stage::Window;

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/rosters")
        .join(name)
}

/// Writes over what stands in a field and leaves it, as a person does.
async fn rewrite(window: &Window, label: &str, text: &str) {
    let field = window.field(label).await;
    field.click().await.unwrap();
    let all = format!("{}a{}", char::from(Key::Control), char::from(Key::Null));
    field.send_keys(&all).await.unwrap();
    field
        .send_keys(&format!("{text}{}", char::from(Key::Tab)))
        .await
        .unwrap();
}

async fn xpath(window: &Window, place: &str) {
    window.find(Locator::XPath(place)).await.click().await.unwrap();
}

async fn visit(window: &Window, address: &str, screen: &str) {
    let script = format!("location.hash = {address:?}");
    window.client.execute(&script, vec![]).await.unwrap();
    window.ready(screen).await;
}

async fn cohort_address(window: &Window) -> String {
    let hash = window
        .client
        .execute("return location.hash", vec![])
        .await
        .unwrap();
    hash.as_str().unwrap().to_owned()
}

/// A facility of one's own with one cohort. Gives the address of the cohort.
async fn facility(window: &Window) -> String {
    crate::scenes::facility(window).await;
    window.press("New cohort").await;
    window.write("Name", "Prairie cohort").await;
    window.press("Make the cohort").await;
    window.ready("cohort").await;
    cohort_address(window).await
}

async fn import(window: &Window, cohort: &str) {
    visit(window, &format!("{cohort}/roster"), "roster").await;
    window.answer(&fixture("roster.csv"));
    window.press("Choose a file").await;
    window.says("Check before anything is added").await;
    window.ready("roster").await;
}

#[tokio::test]
async fn a_program_its_award_and_its_cohort_are_changed() {
    let window = Window::open("programs").await;
    let cohort = facility(&window).await;
    import(&window, &cohort).await;
    window.press("Add all 24").await;
    window.says("24 people are new").await;

    window.press("Settings").await;
    window.ready("settings").await;
    rewrite(&window, "Name of the facility", "Riverbend training centre").await;
    window.says("Riverbend training centre").await;
    let zone = window.field("Time zone of its sessions").await;
    zone.select_by_value("Pacific/Honolulu").await.unwrap();
    window.says("Undo change to Riverbend training centre").await;
    window.accessible("settings").await;

    window.press("Cohorts").await;
    window.ready("start").await;
    window.accessible("start").await;
    window.press("About the program").await;
    window.ready("program").await;
    rewrite(&window, "Name", "Leading from where you are").await;
    window.says("Leading from where you are").await;
    let why = "Small institutions lose their directors faster than they prepare new ones.";
    rewrite(&window, "Situation", why).await;
    rewrite(&window, "Funder", "IMLS").await;
    rewrite(&window, "Number", "RE-31-26-0042").await;
    rewrite(&window, "First day", "1 Oct 2026").await;
    rewrite(&window, "Last day", "30 Sep 2026").await;
    window.says("expected a day from 2026-10-01").await;
    rewrite(&window, "Last day", "30 Sep 2028").await;
    window.says("Last day of the award: – →").await;
    window.says(why).await;
    window.accessible("program").await;
    window.press("Remove program").await;
    window.says("it still has cohorts (1)").await;
    window.look("program-in-use").await;

    window.press("Cohorts").await;
    window.ready("start").await;
    window.press("New program").await;
    window.write("Name", "Emerging archivists").await;
    window.press("Make the program").await;
    window.ready("program").await;
    window.press("Cohorts").await;
    window.ready("start").await;
    window.says("No cohort yet").await;
    window.look("start-programs").await;

    visit(&window, &format!("{cohort}/details"), "cohort-details").await;
    rewrite(&window, "Name", "Prairie State cohort, 2026–27").await;
    rewrite(&window, "Short mark", "PSC 26–27").await;
    rewrite(&window, "First day", "5 Oct 2026").await;
    rewrite(&window, "Last day", "20 May 2027").await;
    window.says("They stay: 24 codes").await;
    window.says("Last day: – →").await;
    window.accessible("cohort-details").await;
    let program = window.field("Program").await;
    program.select_by_label("Emerging archivists").await.unwrap();
    window
        .says("Program: Leading from where you are → Emerging archivists")
        .await;
    window.control('z').await;
    shows_program(&window, "Leading from where you are").await;

    visit(&window, &format!("{cohort}/people"), "people").await;
    xpath(&window, "//tr[@data-row='0']/th").await;
    window.ready("person").await;
    let pdf = window.file("N01.pdf");
    window.answer(&pdf);
    window.press("Save summary as PDF").await;
    window.until("the summary is there", || pdf.exists()).await;
    let words = Command::new("pdftotext").arg(&pdf).arg("-").output().unwrap();
    let words = String::from_utf8(words.stdout).unwrap();
    assert!(words.contains("RE-31-26-0042"), "{words}");
    assert!(words.contains("Riverbend training centre"), "{words}");

    visit(&window, &format!("{cohort}/details"), "cohort-details").await;
    window.press("Remove the cohort").await;
    window.ready("start").await;
    window.says("is in the bin").await;
    window.control('z').await;
    window.says("24 people").await;
    window.close().await;
}

/// The select of the program shows its name.
async fn shows_program(window: &Window, name: &str) {
    let place = format!("//select/option[. = {name:?}]");
    let option = window.find(Locator::XPath(&place)).await;
    for _ in 0..200 {
        if option.prop("selected").await.unwrap().as_deref() == Some("true") {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("{name} is not chosen");
}

#[tokio::test]
async fn words_are_taught_roles_are_given_and_the_bin_gives_back() {
    let window = Window::open("words").await;
    let cohort = facility(&window).await;
    visit(&window, "#/words", "words").await;
    window.accessible("words").await;
    xpath(
        &window,
        "//button[@aria-label='Forget the spelling univ library of Academic']",
    )
    .await;
    rewrite(&window, "Name of Public", "Community").await;
    window.find(Locator::Css("[data-word='Community']")).await;
    rewrite(&window, "Another spelling of Museum", "Archives").await;
    window.says("“Archives” already means Archival.").await;
    window.look("words-taken").await;
    let name = window.field("Name of Museum").await;
    let up = format!("{}{}", char::from(Key::Alt), char::from(Key::Up));
    name.send_keys(&up).await.unwrap();
    window
        .find(Locator::XPath(
            "//li[@data-word='Museum']/following-sibling::li[@data-word='Archival']",
        ))
        .await;
    let focus = "return document.activeElement.closest('li').dataset.word";
    let focused = window.client.execute(focus, vec![]).await.unwrap();
    assert_eq!(focused.as_str(), Some("Museum"), "the focus goes along");

    import(&window, &cohort).await;
    window.says("5 to decide").await;
    window.press("Sectors and levels…").await;
    window.ready("words").await;
    window.press("Back to the roster").await;
    window.ready("roster").await;
    window.says("5 to decide").await;
    xpath(
        &window,
        "//tr[@data-record='10']//label[normalize-space(.) = 'Academic']",
    )
    .await;
    window.press("Remember “Univ. library” as Academic").await;
    window.says("3 to decide").await;
    window.accessible("roster-learnt").await;
    window.press("Add all 24").await;
    window.says("24 people are new").await;

    visit(&window, "#/words", "words").await;
    xpath(&window, "//button[@aria-label='Remove Academic']").await;
    window.says("“Academic” stays: it stands beside people").await;
    window.says("Univ. library").await;
    window.accessible("words-used").await;

    visit(&window, &format!("{cohort}/people"), "people").await;
    xpath(&window, "//tr[@data-row='0']/th").await;
    window.ready("person").await;
    window.choose("Coach").await;
    window.says("Roles: – → Coach").await;
    window.accessible("person-roles").await;

    window.press("Staff").await;
    window.ready("staff").await;
    window.press("Add staff").await;
    window.write("Given name", "Mara").await;
    window.write("Family name", "Lindqvist").await;
    window.choose("Facilitator").await;
    window.accessible("staff-add").await;
    xpath(&window, "//dialog//button[normalize-space(.) = 'Add staff']").await;
    window.says("Mara Lindqvist").await;
    window.accessible("staff").await;
    xpath(&window, "//tr/th[normalize-space(.) = 'Mara Lindqvist']").await;
    window.ready("person").await;
    window.accessible("someone").await;
    window.press("Remove this person").await;
    window.ready("staff").await;

    visit(&window, &format!("{cohort}/details"), "cohort-details").await;
    window.press("Remove the cohort").await;
    window.ready("start").await;
    visit(&window, "#/bin", "bin").await;
    window.says("Mara Lindqvist").await;
    window.accessible("bin").await;
    xpath(&window, "//button[@aria-label='Bring back Prairie cohort']").await;
    window.says("Prairie cohort is back").await;
    window.press("Cohorts").await;
    window.ready("start").await;
    window.says("24 people").await;
    window.control('z').await;
    window.says("A cohort is a group of people").await;
    window.close().await;
}
