//! Evidence: words, an address or a file that supports what an update says. Nothing of it is ever run or fetched.

use crate::ids::{EvidenceId, ProjectId, UpdateId};
use crate::people::letters::hidden_character;

/// The largest file that can be attached, in bytes: 10 MB.
pub const LARGEST: u64 = 10 * 1024 * 1024;
/// A file is kept in pieces of this many bytes, the last one shorter: 4 MiB.
pub const CHUNK: usize = 4 * 1024 * 1024;
/// The longest address, in characters.
const LONGEST_LINK: usize = 2_000;
/// The longest name of a file that is handed out, in characters, its ending included.
const LONGEST_NAME: usize = 100;

/// What evidence can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum EvidenceKind {
    /// Words.
    Text,
    /// An address on the web, or of a mailbox.
    Link,
    /// A file kept in the workspace.
    File,
}

impl EvidenceKind {
    /// The word under which it is stored.
    pub fn key(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Link => "link",
            Self::File => "file",
        }
    }

    /// The kind of this word.
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Text, Self::Link, Self::File]
            .into_iter()
            .find(|kind| kind.key() == key)
    }
}

/// One piece of evidence. It is never edited, only taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Its id.
    pub id: EvidenceId,
    /// The project.
    pub project: ProjectId,
    /// The update that it supports; none if it supports the project as a whole.
    pub about: Option<UpdateId>,
    /// What it is, in a few words; the name of a file.
    pub title: String,
    /// The evidence itself.
    pub content: Content,
}

/// The matter of a piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Words.
    Text(String),
    /// An address that [`check_link`] let pass.
    Link(String),
    /// A file.
    File(Attachment),
}

impl Content {
    /// What it is.
    pub fn kind(&self) -> EvidenceKind {
        match self {
            Self::Text(_) => EvidenceKind::Text,
            Self::Link(_) => EvidenceKind::Link,
            Self::File(_) => EvidenceKind::File,
        }
    }
}

/// A file that is kept in pieces, each known by its hash. Hashes are BLAKE3, written in hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Hash of the whole file.
    pub hash: String,
    /// Its size in bytes.
    pub size: u32,
    /// Its media type, as its name tells.
    pub media: String,
    /// Hashes of its pieces of [`CHUNK`] bytes, in order; none for an empty file.
    pub chunks: Vec<String>,
}

/// An address that is not one, or not of a kind that can be shown without harm.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected an address that begins with https://, http:// or mailto:, found {found:?}")]
pub struct BadLink {
    /// The text found, at most 80 characters of it.
    pub found: String,
}

/// Checks an address: one of three schemes, something after it, no spaces and nothing hidden.
///
/// # Errors
/// [`BadLink`] with the text found.
pub fn check_link(text: &str) -> Result<String, BadLink> {
    let link = text.trim();
    let bad = || BadLink {
        found: link.chars().take(80).collect(),
    };
    let (scheme, rest) = link.split_once(':').ok_or_else(bad)?;
    let target = match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => rest.strip_prefix("//").ok_or_else(bad)?,
        "mailto" => Some(rest).filter(|rest| rest.contains('@')).ok_or_else(bad)?,
        _ => return Err(bad()),
    };
    let plain = !link
        .chars()
        .any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"'));
    let starts = target.starts_with(|c: char| c.is_alphanumeric() || c == '[');
    if plain && starts && hidden_character(link).is_none() && link.chars().count() <= LONGEST_LINK {
        Ok(link.to_owned())
    } else {
        Err(bad())
    }
}

/// Endings of files that some system runs, or opens in a program that runs what is in them.
const RUN: &[&str] = &[
    "app",
    "appimage",
    "bash",
    "bat",
    "chm",
    "cmd",
    "com",
    "command",
    "cpl",
    "csh",
    "deb",
    "desktop",
    "dll",
    "dmg",
    "docm",
    "exe",
    "fish",
    "gadget",
    "hta",
    "htm",
    "html",
    "inf",
    "iso",
    "jar",
    "js",
    "jse",
    "ksh",
    "lnk",
    "mjs",
    "mht",
    "mhtml",
    "msc",
    "msi",
    "msix",
    "msp",
    "osx",
    "out",
    "pif",
    "pkg",
    "pl",
    "pptm",
    "ps1",
    "psm1",
    "py",
    "pyc",
    "pyw",
    "rb",
    "reg",
    "rpm",
    "run",
    "scf",
    "scr",
    "sct",
    "settingcontent-ms",
    "sh",
    "shs",
    "svg",
    "sys",
    "terminal",
    "url",
    "vb",
    "vbe",
    "vbs",
    "webloc",
    "workflow",
    "ws",
    "wsc",
    "wsf",
    "wsh",
    "xhtml",
    "xla",
    "xlam",
    "xlsm",
    "xht",
    "xll",
    "zsh",
];
/// Names that Windows keeps for devices, whatever their ending.
const DEVICES: &[&str] = &[
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
    "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// A name under which a file can be handed out on every system: no folders, no hidden or reserved characters,
/// and `.txt` after an ending that some system would run.
pub fn harmless_name(title: &str) -> String {
    let plain: String = title
        .chars()
        .map(|c| match c {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '-',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .filter(|c| !c.is_control() && hidden_character(c.encode_utf8(&mut [0; 4])).is_none())
        .collect();
    let plain = plain.trim_matches(|c: char| c == '.' || c.is_whitespace());
    let is_ending = |text: &str| {
        (1..=20).contains(&text.chars().count()) && text.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    let (stem, ending) = match plain.rsplit_once('.') {
        Some((stem, ending)) if is_ending(ending) => (stem, format!(".{ending}")),
        _ => (plain, String::new()),
    };
    let device = stem.split('.').next().unwrap_or_default().trim().to_lowercase();
    let stem = match stem {
        "" => "file".to_owned(),
        _ if DEVICES.contains(&device.as_str()) => format!("file {stem}"),
        _ => stem.to_owned(),
    };
    let stem: String = stem.chars().take(LONGEST_NAME - 25).collect();
    let name = format!(
        "{}{ending}",
        stem.trim_end_matches(|c: char| c == '.' || c.is_whitespace())
    );
    match name.rsplit_once('.') {
        Some((_, ending)) if RUN.contains(&ending.to_lowercase().as_str()) => format!("{name}.txt"),
        _ => name,
    }
}

/// Endings and what they say a file is.
const MEDIA: &[(&str, &str)] = &[
    ("pdf", "application/pdf"),
    ("doc", "application/msword"),
    (
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("rtf", "application/rtf"),
    ("txt", "text/plain"),
    ("md", "text/markdown"),
    ("csv", "text/csv"),
    ("xls", "application/vnd.ms-excel"),
    (
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ("ppt", "application/vnd.ms-powerpoint"),
    (
        "pptx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ),
    ("odp", "application/vnd.oasis.opendocument.presentation"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("gif", "image/gif"),
    ("webp", "image/webp"),
    ("heic", "image/heic"),
    ("tif", "image/tiff"),
    ("tiff", "image/tiff"),
    ("mp3", "audio/mpeg"),
    ("m4a", "audio/mp4"),
    ("wav", "audio/wav"),
    ("ogg", "audio/ogg"),
    ("mp4", "video/mp4"),
    ("mov", "video/quicktime"),
    ("eml", "message/rfc822"),
    ("zip", "application/zip"),
];

/// The media type that the name of a file tells; what nothing is known of is a series of bytes.
pub fn media_of(name: &str) -> &'static str {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    ending
        .and_then(|ending| MEDIA.iter().find(|(known, _)| *known == ending))
        .map_or("application/octet-stream", |(_, media)| media)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn addresses_of_three_schemes_pass_as_they_are() {
        for link in [
            "https://example.org/minutes?page=3#top",
            "http://192.168.8.20:8787/",
            "HTTPS://Example.org",
            "mailto:board@example.org?subject=Minutes",
            "https://bücher.example/straße",
        ] {
            assert_eq!(check_link(&format!("  {link}\n")), Ok(link.to_owned()));
        }
    }

    #[test]
    fn other_addresses_are_refused_with_what_was_found() {
        for link in [
            "",
            "example.org",
            "www.example.org",
            "javascript:alert(1)",
            "JavaScript://example.org/%0aalert(1)",
            "file:///etc/passwd",
            "data:text/html,hello",
            "vbscript:x",
            "https:example.org",
            "https://",
            "https:///path",
            "mailto:",
            "mailto:nobody",
            "https://example.org/with space",
            "https://example.org/\u{202e}gpj.exe",
            "https://example.org/\u{0}",
            "https://example.org/\"onclick=",
        ] {
            let found = check_link(link);
            assert_eq!(
                found,
                Err(BadLink {
                    found: link.trim().to_owned()
                }),
                "{link:?}"
            );
        }
        let long = format!("https://example.org/{}", "a".repeat(LONGEST_LINK));
        assert_eq!(check_link(&long).unwrap_err().found.chars().count(), 80);
    }

    #[test]
    fn files_are_handed_out_under_harmless_names() {
        for (title, name) in [
            ("Board minutes, 9 April.pdf", "Board minutes, 9 April.pdf"),
            ("survey", "survey"),
            ("../../.bashrc", "-..-.bashrc"),
            ("C:\\temp\\run.exe", "C--temp-run.exe.txt"),
            ("invoice.pdf.js", "invoice.pdf.js.txt"),
            ("photo\u{202e}gpj.EXE", "photogpj.EXE.txt"),
            ("page.html", "page.html.txt"),
            ("con.pdf", "file con.pdf"),
            ("NUL", "file NUL"),
            ("...", "file"),
            ("", "file"),
            ("name. . .", "name"),
            ("Minutes, No. 9 April", "Minutes, No. 9 April"),
            ("Größenübersicht 中文.xlsx", "Größenübersicht 中文.xlsx"),
        ] {
            assert_eq!(harmless_name(title), name, "{title:?}");
        }
    }

    #[test]
    fn the_ending_tells_the_media_type() {
        assert_eq!(media_of("Minutes.PDF"), "application/pdf");
        assert_eq!(media_of("minutes"), "application/octet-stream");
        assert_eq!(media_of("x.unknown"), "application/octet-stream");
    }

    proptest! {
        #[test]
        fn any_title_gives_a_name_that_every_system_takes(title in any::<String>()) {
            let name = harmless_name(&title);
            prop_assert!(!name.is_empty() && name.chars().count() <= LONGEST_NAME, "{name:?}");
            prop_assert!(!name.starts_with(['.', ' ']) && !name.ends_with(['.', ' ']), "{name:?}");
            prop_assert!(name.chars().all(|c| !c.is_control() && !"/\\:*?\"<>|".contains(c)), "{name:?}");
            let ending = name.rsplit('.').next().unwrap_or_default().to_lowercase();
            prop_assert!(!name.contains('.') || !RUN.contains(&ending.as_str()), "{name:?}");
        }

        #[test]
        fn any_text_is_an_address_or_is_refused(text in any::<String>()) {
            if let Ok(link) = check_link(&text) {
                let lower = link.to_lowercase();
                prop_assert!(["http://", "https://", "mailto:"].iter().any(|start| lower.starts_with(start)));
            }
        }
    }
}
