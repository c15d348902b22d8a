//! The colour space that the inks are meant in: sRGB, as the profile that PDF/A asks for.
//!
//! The profile is made of the published numbers: the primaries of IEC 61966-2-1 adapted to D50 (as in the sRGB
//! profile of the ICC), its transfer function, and the layout of ICC.1:2001-04 (version 2.4).

use lopdf::{Document, Object, Stream, dictionary};

use super::tags::unwritable;
use crate::ReportError;

/// Name of the condition, in the file and in the profile.
const NAME: &str = "sRGB IEC61966-2.1";
/// The white of the profile connection space, D50.
const WHITE: [f64; 3] = [0.9642, 1.0, 0.8249];
/// Red, green and blue in the profile connection space.
const PRIMARIES: [[f64; 3]; 3] = [
    [0.436_074_7, 0.222_504_5, 0.013_932_2],
    [0.385_064_9, 0.716_878_6, 0.097_104_5],
    [0.143_080_4, 0.060_616_9, 0.714_173_3],
];
/// Points of the transfer curve; between them readers draw straight lines.
const POINTS: u16 = 256;
const HEADER: usize = 128;

/// States that colours are sRGB.
///
/// # Errors
/// [`ReportError::Write`] if the document has no catalogue.
pub(super) fn add(file: &mut Document) -> Result<(), ReportError> {
    let profile = Stream::new(dictionary! { "N" => 3 }, profile());
    let profile = file.add_object(profile);
    let intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal(NAME),
        "Info" => Object::string_literal(NAME),
        "RegistryName" => Object::string_literal("http://www.color.org"),
        "DestOutputProfile" => Object::Reference(profile),
    };
    let catalog = file.catalog_mut().map_err(unwritable)?;
    catalog.set("OutputIntents", vec![Object::Dictionary(intent)]);
    Ok(())
}

/// An ICC profile of version 2: RGB to XYZ by a matrix and one curve.
fn profile() -> Vec<u8> {
    let [red, green, blue] = PRIMARIES;
    let curve = curve();
    let parts: [(&[u8; 4], Vec<u8>); 9] = [
        (b"desc", description()),
        (b"cprt", text("Made of published numbers; no rights reserved")),
        (b"wtpt", xyz(WHITE)),
        (b"rXYZ", xyz(red)),
        (b"gXYZ", xyz(green)),
        (b"bXYZ", xyz(blue)),
        (b"rTRC", curve.clone()),
        (b"gTRC", curve.clone()),
        (b"bTRC", curve),
    ];
    let mut table = word(parts.len());
    let mut data: Vec<u8> = Vec::new();
    let start = HEADER + 4 + 12 * parts.len();
    let mut before: Option<(Vec<u8>, Vec<u8>)> = None;
    for (name, part) in parts {
        table.extend(name);
        match &before {
            // The three curves are one.
            Some((place, last)) if *last == part => table.extend(place),
            _ => {
                let mut place = word(start + data.len());
                place.extend(word(part.len()));
                table.extend(&place);
                data.extend(&part);
                data.resize(data.len().next_multiple_of(4), 0);
                before = Some((place, part));
            }
        }
    }
    let mut out = header(start + data.len());
    out.extend(table);
    out.extend(data);
    out
}

fn header(size: usize) -> Vec<u8> {
    let mut out = word(size);
    out.extend([0; 4]);
    out.extend([2, 0x40, 0, 0]);
    out.extend(b"mntrRGB XYZ ");
    // The day of the standard: 18 October 1999.
    for part in [1999_u16, 10, 18, 0, 0, 0] {
        out.extend(part.to_be_bytes());
    }
    out.extend(b"acsp");
    // Platform, flags, maker, model, attributes and intent (perceptual): none named.
    out.extend([0; 28]);
    out.extend(WHITE.into_iter().flat_map(fixed));
    out.resize(HEADER, 0);
    out
}

fn word(value: usize) -> Vec<u8> {
    // Sizes within one small profile.
    u32::try_from(value).unwrap_or(u32::MAX).to_be_bytes().to_vec()
}

/// A number with 16 bits behind the point.
fn fixed(value: f64) -> [u8; 4] {
    ((value * 65_536.0).round() as i32).to_be_bytes()
}

fn xyz(value: [f64; 3]) -> Vec<u8> {
    let mut out = b"XYZ \0\0\0\0".to_vec();
    out.extend(value.into_iter().flat_map(fixed));
    out
}

fn text(words: &str) -> Vec<u8> {
    let mut out = b"text\0\0\0\0".to_vec();
    out.extend(words.as_bytes());
    out.push(0);
    out
}

/// The name, in ASCII only; the places of its Unicode and Macintosh forms are empty.
fn description() -> Vec<u8> {
    let mut out = b"desc\0\0\0\0".to_vec();
    out.extend(word(NAME.len() + 1));
    out.extend(NAME.as_bytes());
    out.push(0);
    out.extend([0; 8 + 3 + 67]);
    out
}

/// From what is stored to light (IEC 61966-2-1, 5.2).
fn curve() -> Vec<u8> {
    let mut out = b"curv\0\0\0\0".to_vec();
    out.extend(word(usize::from(POINTS)));
    for at in 0..POINTS {
        let stored = f64::from(at) / f64::from(POINTS - 1);
        let light = if stored <= 0.040_45 {
            stored / 12.92
        } else {
            ((stored + 0.055) / 1.055).powf(2.4)
        };
        out.extend(((light * 65_535.0).round() as u16).to_be_bytes());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(bytes: &[u8], at: usize) -> usize {
        u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()) as usize
    }

    #[test]
    fn every_part_of_the_profile_lies_in_it() {
        let profile = profile();
        assert_eq!(number(&profile, 0), profile.len());
        assert_eq!(&profile[36..40], b"acsp");
        for at in 0..number(&profile, HEADER) {
            let entry = HEADER + 4 + 12 * at;
            let (place, size) = (number(&profile, entry + 4), number(&profile, entry + 8));
            assert!(place % 4 == 0 && place + size <= profile.len());
            let kind = &profile[place..place + 4];
            let name = &profile[entry..entry + 4];
            let wanted: &[u8] = match name {
                b"desc" => b"desc",
                b"cprt" => b"text",
                b"rTRC" | b"gTRC" | b"bTRC" => b"curv",
                _ => b"XYZ ",
            };
            assert_eq!(kind, wanted);
        }
    }

    #[test]
    fn the_primaries_add_up_to_white() {
        for (axis, white) in WHITE.into_iter().enumerate() {
            let sum: f64 = PRIMARIES.iter().map(|primary| primary[axis]).sum();
            assert!((sum - white).abs() < 4e-4, "{axis}: {sum}");
        }
    }

    #[test]
    fn middle_grey_is_a_fifth_of_the_light() {
        let curve = curve();
        let at = 12 + 2 * 118;
        let light = u16::from_be_bytes(curve[at..at + 2].try_into().unwrap());
        assert!((f64::from(light) / 65_535.0 - 0.1812).abs() < 1e-3, "{light}");
    }
}
