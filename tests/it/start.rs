//! What the program does before its window, seen in its log.

#[cfg(target_os = "linux")]
#[test]
fn the_web_view_gets_a_renderer_that_draws_everywhere_unless_the_person_chose_one() {
    for (chosen, gets) in [(None, "1"), (Some("0"), "0")] {
        let home = tempfile::tempdir().unwrap();
        let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_nexus-facilitator"));
        program
            .env("NEXUS_HOME", home.path())
            .env("GDK_BACKEND", "x11")
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("WEBKIT_DISABLE_DMABUF_RENDERER");
        if let Some(value) = chosen {
            program.env("WEBKIT_DISABLE_DMABUF_RENDERER", value);
        }
        let ended = program.output().unwrap();
        assert!(!ended.status.success(), "there is no display to open a window on");
        let log = std::fs::read_dir(home.path().join("logs"))
            .unwrap()
            .next()
            .unwrap()
            .unwrap();
        let log = std::fs::read_to_string(log.path()).unwrap();
        let line = log
            .lines()
            .find(|line| line.contains("WEBKIT_DISABLE_DMABUF_RENDERER"));
        assert!(
            line.is_some_and(|line| line.contains(&format!("value={gets}"))),
            "{log}"
        );
    }
}
