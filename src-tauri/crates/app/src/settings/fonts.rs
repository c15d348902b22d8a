//! Fonts for names that no bundled font draws, such as Chinese, Japanese and Korean ones: files in a folder of the app,
//! used by every workspace on this laptop.

use std::path::Path;

use nexus_report::fonts::install;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::Home;
use crate::{AppError, Result, foreign};

const FOLDER: &str = "fonts";
/// Largest font file.
const LARGEST: u64 = 64 * 1024 * 1024;
/// Endings of font files.
const ENDINGS: [&str; 3] = ["ttf", "otf", "ttc"];

/// A font that was added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FontLine {
    /// Its file.
    pub file: String,
    /// Its name; empty for a file that is no usable font.
    pub name: String,
    /// How many characters can be printed with it that could not be printed before.
    pub adds: u32,
    /// Why it is of no use; empty if it is.
    pub problem: String,
}

impl Home {
    /// The fonts that were added, by file. They are made ready for printing; a damaged one says so.
    ///
    /// # Errors
    /// [`AppError::Io`].
    pub fn fonts(&self) -> Result<Vec<FontLine>> {
        let folder = self.folder(FOLDER)?;
        let failed = |source| AppError::Io {
            path: folder.clone(),
            source,
        };
        let mut files: Vec<_> = std::fs::read_dir(&folder)
            .map_err(failed)?
            .collect::<std::io::Result<Vec<_>>>()
            .map_err(failed)?
            .into_iter()
            .map(|entry| entry.path())
            .filter(|path| is_font(path))
            .collect();
        files.sort();
        files.iter().map(|path| line(path)).collect()
    }

    /// Makes the fonts that were added ready for printing. One that cannot be used is told in the log and in the
    /// settings; names that need it are refused with the characters that are missing.
    pub fn ready_fonts(&self) {
        match self.fonts() {
            Ok(fonts) => {
                let dropped = fonts.iter().filter(|font| !font.problem.is_empty()).count();
                if dropped > 0 {
                    tracing::warn!(dropped, "fonts cannot be used; the settings say why");
                }
            }
            Err(error) => tracing::warn!(code = error.code(), "the fonts that were added could not be read"),
        }
    }

    /// Adds a font: it is checked, copied, and ready at once.
    ///
    /// # Errors
    /// [`AppError::Unusable`] says why it is of no use; [`AppError::Io`].
    pub fn font_add(&self, file: &Path) -> Result<FontLine> {
        let bytes = foreign::read(file, LARGEST, "64 MB")?;
        let name = foreign::file_name(file);
        let unusable = |found: String| AppError::Unusable {
            file: name.clone(),
            reason: "font",
            found,
        };
        if !is_font(file) {
            return Err(unusable(
                "expected a file that ends in .ttf, .otf or .ttc".to_owned(),
            ));
        }
        let installed = install(&bytes).map_err(|error| unusable(error.to_string()))?;
        foreign::write(&self.folder(FOLDER)?.join(&name), &bytes)?;
        Ok(FontLine {
            file: name,
            name: installed.name,
            adds: u32::try_from(installed.adds).unwrap_or(u32::MAX),
            problem: String::new(),
        })
    }

    /// Takes a font away. What is open goes on with it until the program is closed.
    ///
    /// # Errors
    /// [`AppError::NotFound`]; [`AppError::Io`].
    pub fn font_remove(&self, file: &str) -> Result<()> {
        let known = self.fonts()?.into_iter().find(|font| font.file == file);
        let font = known.ok_or_else(|| AppError::NotFound {
            what: "font",
            key: file.to_owned(),
        })?;
        let path = self.folder(FOLDER)?.join(&font.file);
        std::fs::remove_file(&path).map_err(|source| AppError::Io { path, source })
    }
}

fn is_font(path: &Path) -> bool {
    let ending = path
        .extension()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase();
    ENDINGS.contains(&ending.as_str())
}

fn line(path: &Path) -> Result<FontLine> {
    let bytes = foreign::read(path, LARGEST, "64 MB")?;
    let file = foreign::file_name(path);
    Ok(match install(&bytes) {
        Ok(installed) => FontLine {
            file,
            name: installed.name,
            adds: u32::try_from(installed.adds).unwrap_or(u32::MAX),
            problem: String::new(),
        },
        Err(error) => FontLine {
            file,
            name: String::new(),
            adds: 0,
            problem: error.to_string(),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_no_font_is_refused_and_a_damaged_one_in_the_folder_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(&folder.path().join("home"));
        assert_eq!(home.fonts().unwrap(), []);
        let file = folder.path().join("noto.ttf");
        std::fs::write(&file, b"no font at all").unwrap();
        let refused = home.font_add(&file);
        assert!(
            matches!(&refused, Err(AppError::Unusable { reason: "font", .. })),
            "{refused:?}"
        );
        assert_eq!(home.fonts().unwrap(), []);
        std::fs::write(home.folder(FOLDER).unwrap().join("old.ttf"), b"damaged").unwrap();
        std::fs::write(home.folder(FOLDER).unwrap().join("readme.txt"), b"none").unwrap();
        let fonts = home.fonts().unwrap();
        assert_eq!((fonts.len(), fonts[0].file.as_str()), (1, "old.ttf"));
        assert!(!fonts[0].problem.is_empty());
        home.font_remove("old.ttf").unwrap();
        assert!(matches!(
            home.font_remove("../home"),
            Err(AppError::NotFound { .. })
        ));
        assert_eq!(home.fonts().unwrap(), []);
    }
}
