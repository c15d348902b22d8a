//! Files made to be printed or looked at. They lie in a folder of the app's own, readable by its owner
//! alone, which is swept at the start and at the end; what a person exports lies where they put it.

use std::path::{Path, PathBuf};

use super::Home;
use crate::{AppError, Result};

const FOLDER: &str = "prints";
/// Longer names do not fit every file system.
const LONGEST: usize = 100;
/// Endings of files that programs show and do not run.
const SHOWN: &[&str] = &[
    "csv", "docx", "gif", "jpeg", "jpg", "md", "mp3", "mp4", "odp", "ods", "odt", "pdf", "png", "pptx",
    "txt", "webp", "xlsx",
];
/// Names that Windows keeps for devices.
const DEVICES: &[&str] = &["con", "prn", "aux", "nul"];

impl Home {
    /// The folder of files made to be printed, made if it is not there.
    ///
    /// # Errors
    /// [`AppError::Io`].
    pub fn prints(&self) -> Result<PathBuf> {
        let path = self.folder(FOLDER)?;
        owner_only(&path).map_err(|source| AppError::Io {
            path: path.clone(),
            source,
        })?;
        Ok(path)
    }

    /// A place in that folder for a file called `name`, as far as a file can be; an earlier one stays.
    ///
    /// # Errors
    /// [`AppError::Io`].
    pub fn print_place(&self, name: &str) -> Result<PathBuf> {
        let folder = self.prints()?;
        let name = file_name(name);
        let (stem, ending) = match name.rsplit_once('.') {
            Some((stem, ending)) => (stem.to_owned(), format!(".{ending}")),
            None => (name.clone(), String::new()),
        };
        let others = (2..).map(|count| format!("{stem} ({count}){ending}"));
        let mut places = std::iter::once(name.clone())
            .chain(others)
            .map(|name| folder.join(name));
        Ok(places
            .find(|path| !path.exists())
            .unwrap_or_else(|| folder.join(&name)))
    }

    /// The file at `path` if it lies in that folder and is of a kind that programs show and do not run.
    ///
    /// # Errors
    /// [`AppError::Io`] when it is not there.
    pub fn print_to_show(&self, path: &Path) -> Result<Option<PathBuf>> {
        let real = |path: &Path| {
            path.canonicalize().map_err(|source| AppError::Io {
                path: path.to_owned(),
                source,
            })
        };
        let (folder, file) = (real(&self.prints()?)?, real(path)?);
        let fit = file.parent() == Some(&folder) && file.is_file() && is_shown(&file);
        Ok(fit.then_some(file))
    }

    /// Takes away every file made to be printed. One that a program still holds stays until the next time.
    pub fn sweep_prints(&self) {
        let folder = self.root().join(FOLDER);
        let Ok(entries) = std::fs::read_dir(&folder) else {
            return;
        };
        for entry in entries.flatten() {
            if let Err(error) = std::fs::remove_file(entry.path()) {
                tracing::warn!(%error, "a printed file stays for now");
            }
        }
    }
}

/// Whether a file of this name is of a kind that programs show and do not run.
pub(crate) fn is_shown(name: &Path) -> bool {
    let ending = name.extension().unwrap_or_default().to_string_lossy();
    SHOWN.contains(&ending.to_lowercase().as_str())
}

/// `name` as every system takes it for a file: no folders, no signs with a meaning, not hidden, not endless.
fn file_name(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| {
            if c.is_control() || "/\\:*?\"<>|".contains(c) {
                '-'
            } else {
                c
            }
        })
        .collect();
    let trim = |text: &str| {
        text.trim_matches(|c: char| c == '.' || c.is_whitespace())
            .to_owned()
    };
    let plain = trim(&plain);
    let is_ending =
        |text: &str| (1..=8).contains(&text.len()) && text.chars().all(|c| c.is_ascii_alphanumeric());
    let (stem, ending) = match plain.rsplit_once('.').filter(|(_, ending)| is_ending(ending)) {
        Some((stem, ending)) => (stem, format!(".{ending}")),
        None => (plain.as_str(), String::new()),
    };
    let mut stem = trim(&stem.chars().take(LONGEST).collect::<String>());
    if stem.is_empty() || DEVICES.contains(&stem.to_lowercase().as_str()) {
        stem = "file".to_owned();
    }
    stem + &ending
}

#[cfg(unix)]
fn owner_only(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))
}

/// Elsewhere a new folder takes the access list of the person's own folder.
#[cfg(not(unix))]
fn owner_only(_folder: &Path) -> std::io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_become_names_of_files() {
        for (given, wanted) in [
            ("N01 summary.pdf", "N01 summary.pdf"),
            ("../../etc/passwd", "-..-etc-passwd"),
            ("C:\\Windows\\x.pdf", "C--Windows-x.pdf"),
            ("  .hidden", "hidden"),
            ("Søren Łukaszewicz.pdf", "Søren Łukaszewicz.pdf"),
            ("CON.pdf", "file.pdf"),
            ("", "file"),
            ("...", "file"),
        ] {
            assert_eq!(file_name(given), wanted);
        }
    }

    #[test]
    fn a_second_print_does_not_take_the_place_of_the_first() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(folder.path());
        let first = home.print_place("sheet.pdf").unwrap();
        std::fs::write(&first, "1").unwrap();
        let second = home.print_place("sheet.pdf").unwrap();
        assert_eq!(second.file_name().unwrap(), "sheet (2).pdf");
        home.sweep_prints();
        assert!(!first.exists());
        assert_eq!(home.print_place("sheet.pdf").unwrap(), first);
    }

    #[test]
    fn only_documents_in_the_folder_are_shown() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(&folder.path().join("home"));
        let outside = folder.path().join("outside.pdf");
        let program = home.print_place("run.sh").unwrap();
        let sheet = home.print_place("sheet.PDF").unwrap();
        for file in [&outside, &program, &sheet] {
            std::fs::write(file, "").unwrap();
        }
        assert_eq!(
            home.print_to_show(&sheet).unwrap(),
            Some(sheet.canonicalize().unwrap())
        );
        assert_eq!(home.print_to_show(&outside).unwrap(), None);
        assert_eq!(home.print_to_show(&program).unwrap(), None);
        let round_about = home.prints().unwrap().join("../../outside.pdf");
        assert_eq!(home.print_to_show(&round_about).unwrap(), None);
        assert!(home.print_to_show(&folder.path().join("nothing.pdf")).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn the_folder_is_for_its_owner_alone_and_a_link_out_of_it_is_not_followed() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(&folder.path().join("home"));
        let prints = home.prints().unwrap();
        assert_eq!(
            std::fs::metadata(&prints).unwrap().permissions().mode() & 0o777,
            0o700
        );
        let outside = folder.path().join("outside.pdf");
        std::fs::write(&outside, "").unwrap();
        let link = prints.join("link.pdf");
        std::os::unix::fs::symlink(&outside, &link).unwrap();
        assert_eq!(home.print_to_show(&link).unwrap(), None);
        home.sweep_prints();
        assert!(outside.exists() && !link.exists());
    }

    proptest! {
        #[test]
        fn any_name_gives_a_file_in_the_folder(name in any::<String>()) {
            let plain = file_name(&name);
            let path = Path::new(&plain);
            prop_assert_eq!(path.components().count(), 1);
            prop_assert_eq!(path.file_name().unwrap().to_string_lossy(), plain.as_str());
            prop_assert!(plain.chars().count() <= LONGEST + 9);
        }
    }
}
