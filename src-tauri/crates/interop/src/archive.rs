//! Several files in one: a zip archive that is the same for the same files.

use std::io::{Cursor, Write as _};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The bytes of an archive of these files, each with its name. They are stored as they are: what is put in here is
/// compressed already.
///
/// # Errors
/// [`ZipError`] for a name that stands twice, or more than an archive holds.
pub fn archive<'f>(files: impl IntoIterator<Item = (&'f str, &'f [u8])>) -> Result<Vec<u8>, ZipError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in files {
        archive.start_file(name, stored)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn files_come_out_as_they_went_in_and_equal_files_are_equal_bytes() {
        let files = [("N01 summary.pdf", &b"one"[..]), ("N02 summary.pdf", &b"two"[..])];
        let bytes = archive(files).unwrap();
        assert_eq!(bytes, archive(files).unwrap());
        let mut read = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        read.by_name("N02 summary.pdf")
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        assert_eq!((read.len(), text.as_str()), (2, "two"));
        assert!(archive([("a", &b""[..]), ("a", &b""[..])]).is_err());
    }
}
