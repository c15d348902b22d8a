//! Writing files for people, and reading files of others: never a folder or a device, never more than a file of its kind can hold.

use std::fs::File;
use std::io::{BufWriter, ErrorKind, Read as _, Write};
use std::path::{Path, PathBuf};

use nexus_domain::people::letters;

use crate::{AppError, Result};

/// The name of a file without its folders, in one line.
pub(crate) fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    letters::tidy(&name.to_string_lossy())
}

/// Writes a file where a person asked for it.
///
/// # Errors
/// [`AppError::Io`] with its place.
pub(crate) fn write(to: &Path, bytes: &[u8]) -> Result<()> {
    std::fs::write(to, bytes).map_err(|source| AppError::Io {
        path: to.to_owned(),
        source,
    })
}

/// A file that is being written: it goes, unless it was finished.
struct Part(PathBuf);

impl Drop for Part {
    fn drop(&mut self) {
        // Where it cannot be removed, it cannot be helped: its name says what it is.
        let _ = std::fs::remove_file(&self.0);
    }
}

/// Writes a file where a person asked for it, whole or not at all: `work` writes to `NAME.part`, which takes the place
/// of a file of that name once it is complete.
///
/// # Errors
/// Those of `work`; [`AppError::Io`].
pub(crate) fn write_whole<T>(to: &Path, work: impl FnOnce(&mut dyn Write) -> Result<T>) -> Result<T> {
    let failed = |source| AppError::Io {
        path: to.to_owned(),
        source,
    };
    let mut name = to.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = Part(to.with_file_name(name));
    let mut out = BufWriter::new(File::create(&part.0).map_err(failed)?);
    let value = work(&mut out)?;
    let file = out.into_inner().map_err(|error| failed(error.into_error()))?;
    file.sync_all().map_err(failed)?;
    drop(file);
    std::fs::rename(&part.0, to).map_err(failed)?;
    // Nothing is left of that name to be removed.
    std::mem::forget(part);
    Ok(value)
}

/// The bytes of a file that has at most `limit` of them; `most` says so in words after "it has 12 bytes, and". Its size is
/// looked at first, so that a huge one is refused at once.
///
/// # Errors
/// [`AppError::Io`] where there is no file; [`AppError::Unusable`] for one that is too large, a folder, not a
/// file with contents, or cannot be read.
pub(crate) fn read(path: &Path, limit: u64, most: &str) -> Result<Vec<u8>> {
    let unusable = |reason, found: String| AppError::Unusable {
        file: file_name(path),
        reason,
        found,
    };
    let too_large = |size: u64| unusable("too-large", format!("it has {size} bytes, and {most}"));
    let unreadable = |source: std::io::Error| match source.kind() {
        ErrorKind::NotFound => AppError::Io {
            path: path.to_owned(),
            source,
        },
        _ => unusable("unreadable", format!("it cannot be read ({source})")),
    };
    let about = std::fs::metadata(path).map_err(unreadable)?;
    if about.is_dir() {
        return Err(unusable("folder", "it is a folder".to_owned()));
    }
    if !about.is_file() {
        return Err(unusable(
            "not-a-file",
            "it is not a file with contents".to_owned(),
        ));
    }
    if about.len() > limit {
        return Err(too_large(about.len()));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(unreadable)?;
    // It may have grown since.
    file.take(limit + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    match bytes.len() as u64 {
        size if size > limit => Err(too_large(size)),
        _ => Ok(bytes),
    }
}

/// As [`read`] for a file that is to hold a table.
pub(crate) fn read_table(path: &Path) -> Result<Vec<u8>> {
    let limit = nexus_interop::table::Limits::default().bytes;
    let most = format!("at most {limit} ({} MB) are read", limit / 1_000_000);
    read(path, limit, &most)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(path: &Path) -> &'static str {
        match read(path, 10, "at most 10 are read") {
            Err(AppError::Unusable { reason, .. }) => reason,
            other => panic!("{}: {other:?}", path.display()),
        }
    }

    #[test]
    fn a_file_is_written_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("data.csv");
        std::fs::write(&file, b"before").unwrap();
        let stopped = write_whole(&file, |out| {
            out.write_all(b"half").unwrap();
            Err::<(), _>(AppError::Stopped)
        });
        assert!(matches!(stopped, Err(AppError::Stopped)));
        assert_eq!(std::fs::read(&file).unwrap(), b"before");
        write_whole(&file, |out| {
            out.write_all(b"after").unwrap();
            Ok(())
        })
        .unwrap();
        assert_eq!(std::fs::read(&file).unwrap(), b"after");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_has_no_end_or_is_too_large_is_refused_before_it_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        std::fs::write(&file, b"0123456789").unwrap();
        assert_eq!(read(&file, 10, "").unwrap(), b"0123456789");
        std::fs::write(&file, b"0123456789a").unwrap();
        assert_eq!(refusal(&file), "too-large");
        assert_eq!(refusal(folder.path()), "folder");
        #[cfg(unix)]
        assert_eq!(refusal(Path::new("/dev/zero")), "not-a-file");
        let missing = read(&folder.path().join("none"), 10, "");
        assert!(matches!(missing, Err(AppError::Io { .. })));
    }
}
