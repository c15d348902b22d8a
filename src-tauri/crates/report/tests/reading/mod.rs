//! Our files as other programs read them.
#![allow(dead_code, reason = "not every test asks for everything")]

use std::path::{Path, PathBuf};
use std::process::Command;

use nexus_report::ReportError;
use nexus_report::documents::Document;

/// A PDF file in a folder of its own.
pub struct File {
    _folder: tempfile::TempDir,
    pub path: PathBuf,
}

/// Writes a PDF file.
pub fn file(bytes: &[u8]) -> File {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.pdf");
    std::fs::write(&path, bytes).unwrap();
    File {
        _folder: folder,
        path,
    }
}

/// What a program says about a file, which stands for the word FILE.
pub fn run(program: &str, arguments: &[&str], path: &Path) -> String {
    let mut command = Command::new(program);
    for argument in arguments {
        command.arg(if *argument == "FILE" {
            path.as_os_str()
        } else {
            argument.as_ref()
        });
    }
    let output = command
        .output()
        .unwrap_or_else(|error| panic!("{program}: {error}"));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{program} {arguments:?}: {text}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    text
}

/// The bytes of a document.
pub fn pdf(made: Result<Document, ReportError>) -> Vec<u8> {
    made.and_then(|document| document.pdf()).unwrap()
}

/// The words of a file, as they are copied out of it.
pub fn text(file: &File) -> String {
    run("pdftotext", &["-enc", "UTF-8", "FILE", "-"], &file.path)
}

/// The structure of a file with its words.
pub fn structure(file: &File) -> String {
    run("pdfinfo", &["-struct-text", "FILE"], &file.path)
}

/// Words without the line breaks that layout put between them.
pub fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Number of pages.
pub fn pages(file: &File) -> usize {
    let info = run("pdfinfo", &["FILE"], &file.path);
    let line = info.lines().find(|line| line.starts_with("Pages:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}
