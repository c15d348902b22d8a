//! Pages to PDF bytes.
//!
//! `printpdf` writes pages and fonts; then [`tags`] adds what it has no notion of: the structure tree, the
//! language, the outline and the metadata that PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) ask for.
//! Replacing the library would change this module only.

mod colour;
mod ink;
mod links;
mod metadata;
mod ops;
mod outline;
mod tags;
#[cfg(test)]
mod tests;

use printpdf::{PdfDocument, PdfPage, PdfSaveOptions};

use crate::ReportError;
use crate::page::Laid;

/// Writes the document. The same pages give the same bytes: ids are numbered in order, the file's own id is a
/// hash of its content, and its dates are those of the data.
///
/// # Errors
/// [`ReportError::Font`] if a bundled font cannot be cut down, [`ReportError::Write`].
pub fn write(laid: &Laid) -> Result<Vec<u8>, ReportError> {
    let fonts = ink::Fonts::of(laid)?;
    let mut document = PdfDocument::new("");
    fonts.embed(&mut document)?;
    let (width, height) = laid.size;
    let mut contents = Vec::new();
    let mut pages = Vec::new();
    for page in &laid.pages {
        let (ops, owners) = ops::page(page, &laid.tree, height, &fonts)?;
        contents.push(owners);
        let sheet = PdfPage::new(printpdf::Pt(width).into(), printpdf::Pt(height).into(), ops);
        pages.push(sheet);
    }
    document.with_pages(pages);
    let mut warnings = Vec::new();
    let options = PdfSaveOptions {
        subset_fonts: false,
        ..PdfSaveOptions::default()
    };
    let mut file = printpdf::serialize::to_lopdf_doc(&document, &options, &mut warnings);
    if let Some(warning) = warnings
        .iter()
        .find(|warning| warning.severity == printpdf::PdfParseErrorSeverity::Error)
    {
        return Err(ReportError::Write {
            reason: format!("{warning:?}"),
        });
    }
    tags::add(&mut file, laid, &contents)?;
    colour::add(&mut file)?;
    metadata::add(&mut file, laid)?;
    let mut bytes = Vec::new();
    file.compress();
    file.save_to(&mut bytes).map_err(|error| ReportError::Write {
        reason: error.to_string(),
    })?;
    Ok(bytes)
}
