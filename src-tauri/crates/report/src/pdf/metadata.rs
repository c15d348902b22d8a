//! Title, language, dates and the file's id.

use lopdf::{Document, Object, Stream, StringFormat, dictionary};

use super::tags::unwritable;
use crate::ReportError;
use crate::page::Laid;

const PRODUCER: &str = "Nexus Facilitator";

/// Adds what a viewer and a validator read before the pages.
///
/// # Errors
/// [`ReportError::Write`] if the document has no catalogue.
pub fn add(file: &mut Document, laid: &Laid) -> Result<(), ReportError> {
    // Structure attributes and Unicode names need 1.7; the library writes 1.3.
    file.version = "1.7".to_owned();
    let packet = Stream::new(
        dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
        xmp(laid).into_bytes(),
    )
    .with_compression(false);
    let packet = file.add_object(packet);
    let catalog = file.catalog_mut().map_err(unwritable)?;
    catalog.set("Metadata", Object::Reference(packet));
    catalog.set(
        "Lang",
        Object::String(laid.language.as_bytes().to_vec(), StringFormat::Literal),
    );
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.remove(b"PageLayout");

    let mut info = dictionary! {
        "Title" => lopdf::text_string(&laid.title),
        "Creator" => lopdf::text_string(PRODUCER),
        "Producer" => lopdf::text_string(PRODUCER),
    };
    if let Some(date) = laid.date {
        let stamp = Object::string_literal(date.format("D:%Y%m%d000000Z").to_string());
        info.set("CreationDate", stamp.clone());
        info.set("ModDate", stamp);
    }
    match file.trailer.get(b"Info").and_then(Object::as_reference) {
        Ok(id) => file.set_object(id, info),
        Err(_) => {
            let id = file.add_object(info);
            file.trailer.set("Info", Object::Reference(id));
        }
    }
    let id = Object::String(fingerprint(file).to_vec(), StringFormat::Hexadecimal);
    file.trailer.set("ID", Object::Array(vec![id.clone(), id]));
    Ok(())
}

/// A hash of everything in the file.
fn fingerprint(file: &Document) -> [u8; 16] {
    let mut hasher = blake3::Hasher::new();
    for (id, object) in &file.objects {
        hasher.update(&id.0.to_be_bytes());
        match object {
            Object::Stream(stream) => {
                hasher.update(&stream.content);
            }
            other => {
                hasher.update(format!("{other:?}").as_bytes());
            }
        }
    }
    let mut out = [0; 16];
    out.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
    out
}

fn xmp(laid: &Laid) -> String {
    let title = escaped(&laid.title);
    let language = laid.language;
    let dates = laid.date.map_or_else(String::new, |date| {
        let stamp = date.format("%Y-%m-%dT00:00:00Z");
        format!("<xmp:CreateDate>{stamp}</xmp:CreateDate><xmp:ModifyDate>{stamp}</xmp:ModifyDate>")
    });
    format!(
        r#"<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<dc:format>application/pdf</dc:format>
<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>{dates}
<pdf:Producer>{PRODUCER}</pdf:Producer>
</rdf:Description>
{EXTENSION}
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"#,
        bom = '\u{FEFF}',
    )
}

/// PDF/A wants every property explained that it does not know itself (ISO 19005-2, 6.6.2.3.3): the mark of PDF/UA.
const EXTENSION: &str = r#"<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"#;

/// Text for XML: without the controls that XML 1.0 cannot hold.
fn escaped(text: &str) -> String {
    let text: String = text
        .chars()
        .filter(|c| !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}'))
        .collect();
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
