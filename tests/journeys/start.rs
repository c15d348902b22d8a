//! How long the app takes to its first screen and how much memory it takes, against a bare window of Tauri.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use nexus_app::programs::generate::{MADE_UP_AT, Scale, generate};
use nexus_app::programs::{SetupInput, set_up};
use nexus_app::settings::{Home, Preferences, Unlock, create};
use nexus_app::{App, Clock, sample};
use serde_json::json;

use crate::stage::Window;

/// What one start took.
#[derive(Debug, Clone, Copy)]
struct Started {
    /// Milliseconds from the start of the process until the first screen stood there.
    millis: f64,
    /// Megabytes of the process and all that it started, shared pages divided among those who share them.
    megabytes: f64,
}

#[tokio::test]
#[ignore = "measures; cargo xtask bench runs it"]
async fn starting_and_memory_against_a_bare_window() {
    let app = PathBuf::from(env!("CARGO_BIN_EXE_nexus-facilitator"));
    let bare = app.parent().unwrap().join("examples/bare");
    let prepared = Prepared::make();
    let (mut own, mut of_bare) = (Vec::new(), Vec::new());
    for _ in 0..5 {
        own.push(start(&app, "start", |folder| prepared.lay(folder)).await);
        of_bare.push(start(&bare, "bare", |_| {}).await);
    }
    let line = |what: &str, unit: &str, of: fn(&Started) -> f64| {
        json!({
            "group": "the window", "what": what, "against": "a bare window of Tauri", "unit": unit,
            "value": median(&own, of), "baseline": median(&of_bare, of), "goal": null,
        })
    };
    let lines = json!([
        line("from the start to the first screen", "ms", |started| started
            .millis),
        line("memory of all its processes", "MB", |started| started.megabytes),
    ]);
    println!("{lines:#}");
    if let Some(path) = std::env::var_os("NEXUS_BENCH_LINES") {
        std::fs::write(path, lines.to_string()).unwrap();
    }
}

fn median(all: &[Started], of: fn(&Started) -> f64) -> f64 {
    let mut values: Vec<f64> = all.iter().map(of).collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// A workspace with a sample of the size that the bench asks for, made once.
struct Prepared(tempfile::TempDir);

const FILES: [&str; 3] = ["bench.nexus", "bench.keys", "key"];

impl Prepared {
    fn make() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let key = Unlock::KeyFile(folder.path().join("key"));
        let workspace = create(&folder.path().join("bench.nexus"), &key).unwrap();
        let app = App::seeded(workspace, "Bench", Clock::Fixed(MADE_UP_AT), 2);
        let setup = SetupInput {
            facility: "Bench".to_owned(),
            zone: "America/Chicago".to_owned(),
        };
        set_up(&app, &setup).unwrap();
        match std::env::var("NEXUS_BENCH_SIZE").as_deref() {
            Ok("L") => generate(&app, Scale::L, 1, |_| {}).unwrap(),
            Ok("M") => generate(&app, Scale::M, 1, |_| {}).unwrap(),
            _ => drop(sample::fill(&app).unwrap()),
        }
        Self(folder)
    }

    /// Lays a copy of it into the home of a window.
    fn lay(&self, folder: &Path) {
        let home = Home::at(&folder.join("home"));
        let workspaces = home.folder("workspaces").unwrap();
        for file in FILES {
            let to = if file == "key" { folder } else { &workspaces };
            std::fs::copy(self.0.path().join(file), to.join(file)).unwrap();
        }
        let path = workspaces.join("bench.nexus");
        let preferences = Preferences {
            author: "Bench".to_owned(),
            workspace: Some(path.to_string_lossy().into_owned()),
            ..home.preferences().unwrap()
        };
        home.remember(&preferences).unwrap();
    }
}

async fn start(program: &Path, screen: &str, prepare: impl FnOnce(&Path)) -> Started {
    let window = Window::open_program("start", program, prepare).await;
    window.ready(screen).await;
    let script = "const done = arguments[arguments.length - 1];
        const look = () => {
          const [mark] = performance.getEntriesByType('mark').filter((mark) => mark.name.startsWith('ready:'));
          if (mark) done(performance.timeOrigin + mark.startTime);
          else requestAnimationFrame(look);
        };
        look();";
    let ready = window.client.execute_async(script, vec![]).await.unwrap();
    let processes = Processes::now();
    let root = processes.of(program).expect("the program runs");
    let started = Started {
        millis: ready.as_f64().unwrap() - processes.started(root),
        megabytes: processes.memory(root),
    };
    window.close().await;
    started
}

/// The processes of this system at a moment.
struct Processes {
    /// Parent by process.
    parents: BTreeMap<u32, u32>,
}

impl Processes {
    fn now() -> Self {
        let mut parents = BTreeMap::new();
        for entry in std::fs::read_dir("/proc").unwrap() {
            let name = entry.unwrap().file_name();
            let Some(id) = name.to_str().and_then(|name| name.parse().ok()) else {
                continue;
            };
            if let Some(parent) = field(id, 4) {
                parents.insert(id, parent as u32);
            }
        }
        Self { parents }
    }

    /// The youngest process of a program.
    fn of(&self, program: &Path) -> Option<u32> {
        let program = program.canonicalize().unwrap();
        let runs = |id: &&u32| std::fs::read_link(format!("/proc/{id}/exe")).is_ok_and(|exe| exe == program);
        self.parents.keys().rev().find(runs).copied()
    }

    /// When a process started, in milliseconds since 1970.
    fn started(&self, id: u32) -> f64 {
        let uptime = std::fs::read_to_string("/proc/uptime").unwrap();
        let now = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap()
            .as_secs_f64();
        let uptime: f64 = uptime.split(' ').next().unwrap().parse().unwrap();
        let ticks = field(id, 22).unwrap() as f64;
        (now - (uptime - ticks / 100.0)) * 1_000.0
    }

    /// Memory of a process and all that it started, in megabytes.
    fn memory(&self, root: u32) -> f64 {
        let mut kilobytes = 0.0;
        let mut open = vec![root];
        while let Some(id) = open.pop() {
            let rollup = std::fs::read_to_string(format!("/proc/{id}/smaps_rollup")).unwrap_or_default();
            let own = rollup.lines().find_map(|line| line.strip_prefix("Pss:"));
            let own = own.and_then(|own| own.trim().strip_suffix(" kB")?.trim().parse::<f64>().ok());
            kilobytes += own.unwrap_or(0.0);
            open.extend(
                self.parents
                    .iter()
                    .filter(|(_, parent)| **parent == id)
                    .map(|(id, _)| *id),
            );
        }
        kilobytes / 1_024.0
    }
}

/// A field of what the system tells of a process, counted from 1 as `man 5 proc` does; 4 is the parent, 22 the
/// start in hundredths of a second since the system started.
fn field(id: u32, number: usize) -> Option<u64> {
    let line = std::fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    let (_, rest) = line.rsplit_once(") ")?;
    rest.split(' ').nth(number - 3)?.parse().ok()
}
