//! A stage for one journey: its own display, window manager, driver and home of the app. All of it listens
//! on the loopback only and ends with the journey, however it ends.

mod again;
mod terms;

use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::error::{CmdError, ErrorStatus};
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

use terms::Terms;
pub use terms::can_withhold;

/// How long a screen may take on a slow machine before the journey gives up.
const PATIENCE: Duration = Duration::from_secs(30);

/// How many windows may be open. Each has a display of its own, so none takes the focus of another; more of them than
/// processors would only wait for each other.
const STAGES: usize = 2;

/// The stages that stand.
static STANDING: (Mutex<usize>, Condvar) = (Mutex::new(0), Condvar::new());

/// The right to build a stage, given back with it.
struct Turn;

impl Turn {
    fn take() -> Self {
        let (standing, fewer) = &STANDING;
        let mut standing = standing.lock().unwrap_or_else(PoisonError::into_inner);
        while *standing >= STAGES {
            standing = fewer.wait(standing).unwrap_or_else(PoisonError::into_inner);
        }
        *standing += 1;
        Self
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let (standing, fewer) = &STANDING;
        *standing.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        fewer.notify_one();
    }
}

/// A process that ends with the stage.
struct Process(Child);

impl Drop for Process {
    /// Asks first: the driver then ends the one that it started, which would go on otherwise and hold on to
    /// whatever it inherited.
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = Command::new("kill").arg(self.0.id().to_string()).status();
        for _ in 0..200 {
            if !matches!(self.0.try_wait(), Ok(None)) {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The stage. Fields end in this order: driver, window manager, display, folder.
pub struct Stage {
    processes: Vec<Process>,
    screen: String,
    pub folder: tempfile::TempDir,
    _turn: Turn,
}

/// The window of one journey.
pub struct Window {
    pub client: Client,
    name: &'static str,
    stage: Stage,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A file of the fixtures.
pub fn fixture(name: &str) -> PathBuf {
    root().join("tests/fixtures").join(name)
}

/// Where pictures go: the folder that `NEXUS_TOUR_OUT` names, or `target/journeys`.
pub fn pictures() -> PathBuf {
    let folder =
        std::env::var_os("NEXUS_TOUR_OUT").map_or_else(|| root().join("target/journeys"), PathBuf::from);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}

impl Stage {
    fn build() -> (Self, String) {
        let turn = Turn::take();
        let folder = tempfile::tempdir().unwrap();
        // Each is ended with the stage, also where the next one cannot be started.
        let display = Command::new("Xvfb")
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1280x800x24",
                "-nolisten",
                "tcp",
            ])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is installed by cargo xtask test");
        let mut display = Process(display);
        let mut number = String::new();
        BufReader::new(display.0.stdout.take().unwrap())
            .read_line(&mut number)
            .unwrap();
        let screen = format!(":{}", number.trim());
        let manager = Command::new("openbox")
            .env("DISPLAY", &screen)
            .env("HOME", folder.path())
            .stderr(Stdio::null())
            .spawn()
            .expect("openbox is installed by cargo xtask test");
        let manager = Process(manager);
        let (driver, address) = Self::driver(&screen, folder.path(), &Terms::default());
        let stage = Self {
            processes: vec![Process(driver), manager, display],
            screen,
            folder,
            _turn: turn,
        };
        (stage, address)
    }

    /// Starts the driver, which starts the app; and says where it listens.
    fn driver(screen: &str, folder: &Path, terms: &Terms) -> (Child, String) {
        let (port, native) = (free_port().to_string(), free_port().to_string());
        let driver = terms
            .command(&root().join("target/tools/bin/tauri-driver"))
            .args(["--port", &port, "--native-port", &native])
            .env("DISPLAY", screen)
            .env("NEXUS_HOME", folder.join("home"))
            .env("NEXUS_KEY_FILE", folder.join("key"))
            .env("NEXUS_DIALOG_ANSWERS", folder.join("answers"))
            .env("XDG_RUNTIME_DIR", folder)
            .env("GDK_BACKEND", "x11")
            // Without it WebKitGTK 2.50 may never answer when it is asked for a picture.
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "0")
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .env_remove("WAYLAND_DISPLAY")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("tauri-driver is installed by cargo xtask test");
        (driver, format!("http://127.0.0.1:{port}"))
    }
}

/// Waits a moment if something could not be used because it was just being drawn anew, or a message lay over it.
///
/// # Panics
/// On any other failure, and when patience ends.
async fn wait_for_drawing(start: std::time::Instant, what: &str, error: &CmdError) {
    let drawing = matches!(error, CmdError::Standard(told)
        if matches!(told.error, ErrorStatus::ElementNotInteractable | ErrorStatus::StaleElementReference
            | ErrorStatus::ElementClickIntercepted));
    assert!(drawing && start.elapsed() < PATIENCE, "{what}: {error:?}");
    tokio::time::sleep(Duration::from_millis(50)).await;
}

impl Window {
    /// Opens the app on an empty home.
    pub async fn open(name: &'static str) -> Self {
        Self::open_program(name, env!("CARGO_BIN_EXE_nexus-facilitator").as_ref(), |_| {}).await
    }

    /// Opens a program in a folder that was prepared for it.
    pub async fn open_program(name: &'static str, application: &Path, prepare: impl FnOnce(&Path)) -> Self {
        let (stage, address) = Stage::build();
        prepare(stage.folder.path());
        Self::connect(stage, address, name, application).await
    }

    async fn connect(stage: Stage, address: String, name: &'static str, application: &Path) -> Self {
        let mut wanted = serde_json::Map::new();
        wanted.insert("tauri:options".to_owned(), json!({ "application": application }));
        let mut tries = 0;
        let client = loop {
            let connected = ClientBuilder::new(HttpConnector::new())
                .capabilities(wanted.clone())
                .connect(&address)
                .await;
            match connected {
                Ok(client) => break client,
                // The driver needs a moment until it listens.
                Err(_) if tries < 50 => {
                    tries += 1;
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
                Err(error) => panic!("no window: {error}"),
            }
        };
        Self { client, name, stage }
    }

    /// Gives the next answer to a file dialog.
    pub fn answer(&self, path: &Path) {
        std::fs::write(
            self.stage.folder.path().join("answers"),
            format!("{}\n", path.display()),
        )
        .unwrap();
    }

    /// A file in the folder of this journey.
    pub fn file(&self, name: &str) -> PathBuf {
        self.stage.folder.path().join(name)
    }

    /// Waits until a screen has what it shows.
    pub async fn ready(&self, screen: &str) {
        let mark = format!("[data-ready='{screen}']");
        self.find(Locator::Css(&mark)).await;
    }

    /// Waits for an element.
    pub async fn find(&self, place: Locator<'_>) -> Element {
        match self.client.wait().at_most(PATIENCE).for_element(place).await {
            Ok(element) => element,
            Err(error) => {
                self.look("failed").await;
                panic!("{place:?}: {error}\n{}", self.text().await);
            }
        }
    }

    /// All words on the screen.
    pub async fn text(&self) -> String {
        let text = self
            .client
            .execute("return document.body.innerText", vec![])
            .await
            .unwrap();
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the screen says something.
    pub async fn says(&self, words: &str) {
        let script = format!("//*[contains(normalize-space(.), {words:?})]");
        self.find(Locator::XPath(&script)).await;
    }

    /// Presses the button, or follows the link, whose words begin so.
    pub async fn press(&self, words: &str) {
        let place = format!("//*[(self::button or self::a) and starts-with(normalize-space(.), {words:?})]");
        let start = std::time::Instant::now();
        while let Err(error) = self.find(Locator::XPath(&place)).await.click().await {
            wait_for_drawing(start, words, &error).await;
        }
    }

    /// Writes into the field with this label, in place of what stood there.
    pub async fn write(&self, label: &str, text: &str) {
        let start = std::time::Instant::now();
        while let Err(error) = self.field(label).await.clear().await {
            wait_for_drawing(start, label, &error).await;
        }
        self.field(label).await.send_keys(text).await.unwrap();
    }

    /// The field with this label.
    pub async fn field(&self, label: &str) -> Element {
        let place = format!("//label[starts-with(normalize-space(.), {label:?})]");
        let id = self
            .find(Locator::XPath(&place))
            .await
            .attr("for")
            .await
            .unwrap()
            .expect("a label of a field");
        self.find(Locator::Id(&id)).await
    }

    /// Presses a letter with Control while the page, not a field, has the focus.
    pub async fn control(&self, letter: char) {
        self.key(&format!("{}{letter}", char::from(Key::Control))).await;
    }

    /// Presses a key while the page, not a field, has the focus.
    pub async fn key(&self, key: &str) {
        let blur = "document.activeElement && document.activeElement.blur()";
        self.client.execute(blur, vec![]).await.unwrap();
        self.find(Locator::Css("body"))
            .await
            .send_keys(key)
            .await
            .unwrap();
    }

    /// Presses keys one after the other, wherever the focus is.
    pub async fn strike(&self, keys: &str) {
        let pressed = keys
            .chars()
            .fold(KeyActions::new("keys".to_owned()), |actions, value| {
                actions
                    .then(KeyAction::Down { value })
                    .then(KeyAction::Up { value })
            });
        self.client.perform_actions(pressed).await.unwrap();
    }

    /// Waits until an element is no longer there.
    pub async fn gone(&self, place: Locator<'_>) {
        let start = std::time::Instant::now();
        while self.client.find(place).await.is_ok() {
            assert!(
                start.elapsed() < PATIENCE,
                "{place:?} stays\n{}",
                self.text().await
            );
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Types where the focus is.
    pub async fn type_here(&self, text: &str) {
        let focused = self.client.active_element().await.unwrap();
        focused.send_keys(text).await.unwrap();
    }

    /// Takes the radio button or box whose words are these.
    pub async fn choose(&self, words: &str) {
        let place = format!("//label[normalize-space(.) = {words:?}]");
        let start = std::time::Instant::now();
        while let Err(error) = self.find(Locator::XPath(&place)).await.click().await {
            wait_for_drawing(start, words, &error).await;
        }
    }

    /// Waits until something is so that no screen shows.
    pub async fn until(&self, what: &str, so: impl Fn() -> bool) {
        let start = std::time::Instant::now();
        while !so() {
            assert!(
                start.elapsed() < PATIENCE,
                "in vain: {what}\n{}",
                self.text().await
            );
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Leaves a picture of the screen.
    pub async fn look(&self, what: &str) {
        let folder =
            std::env::var_os("NEXUS_TOUR_OUT").map_or_else(|| root().join("target/journeys"), PathBuf::from);
        std::fs::create_dir_all(&folder).unwrap();
        let picture = self.client.screenshot().await.unwrap();
        std::fs::write(folder.join(format!("{}-{what}.png", self.name)), picture).unwrap();
    }

    /// Looks at the screen in light and dark, and holds it against the rules of WCAG 2.2 AA.
    pub async fn accessible(&self, what: &str) {
        for theme in ["light", "dark", "contrast"] {
            // A colour on its way from one theme to the next is that of neither.
            let set = format!(
                "const done = arguments[0];
                document.documentElement.dataset.theme = '{theme}';
                requestAnimationFrame(() => {{
                  for (const moving of document.getAnimations()) moving.finish();
                  requestAnimationFrame(() => done());
                }});"
            );
            self.client.execute_async(&set, vec![]).await.unwrap();
            self.look(&format!("{what}-{theme}")).await;
            let found = self.axe().await;
            assert!(found.is_empty(), "{what}, {theme}:\n{}", found.join("\n"));
        }
        self.client
            .execute("document.documentElement.dataset.theme = 'light'", vec![])
            .await
            .unwrap();
    }

    async fn axe(&self) -> Vec<String> {
        let library = root().join("ui/node_modules/axe-core/axe.min.js");
        let library = std::fs::read_to_string(library).expect("axe-core is installed by cargo xtask test");
        self.client
            .execute(&format!("{library}\n;window.axe = window.axe || axe;"), vec![])
            .await
            .unwrap();
        let script = "const done = arguments[arguments.length - 1];
            axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(
              (result) => done(result.passes.length === 0 ? ['no rule was checked'] : result.violations.map((rule) => rule.id + ': ' + rule.nodes.map((node) =>
                node.target.join(' ') + ' (' + node.failureSummary.replace(/\\s+/g, ' ') + ')').join('; '))),
              (error) => done(['axe: ' + error]));";
        let found = self.client.execute_async(script, vec![]).await.unwrap();
        let list = found.as_array().expect("a list of violations");
        list.iter()
            .map(|line| line.as_str().unwrap_or_default().to_owned())
            .collect()
    }

    /// Closes the window.
    pub async fn close(self) {
        self.client.close().await.unwrap();
    }
}
