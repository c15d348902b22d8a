//! Attached files inside the workspace, in pieces of 4 MiB that are known by what is in them.
//!
//! Pieces are local and never logged: the row that refers to a file carries their hashes, so that it can travel
//! before them. The same piece is kept once, however many rows name it; none is dropped while an undo may ask.

use nexus_domain::projects::{Attachment, CHUNK};
use rusqlite::{OptionalExtension, params};

use crate::{Read, Result, StoreError, Write};

/// Keeps the bytes of a file and says how to find them again.
///
/// # Errors
/// What SQLite reports.
pub fn keep(w: &Write<'_>, bytes: &[u8], media: &str) -> Result<Attachment> {
    let mut chunks = Vec::new();
    for piece in bytes.chunks(CHUNK) {
        let hash = name(piece);
        w.sql()
            .prepare_cached("INSERT INTO chunk (hash, bytes) VALUES (?1, ?2) ON CONFLICT (hash) DO NOTHING")?
            .execute(params![hash, piece])?;
        chunks.push(hash);
    }
    Ok(Attachment {
        hash: name(bytes),
        size: u32::try_from(bytes.len()).unwrap_or(u32::MAX),
        media: media.to_owned(),
        chunks,
    })
}

/// Whether every piece of a file is on this device.
///
/// # Errors
/// What SQLite reports.
pub fn is_here(r: &Read<'_>, file: &Attachment) -> Result<bool> {
    let mut find = r.sql().prepare_cached("SELECT 1 FROM chunk WHERE hash = ?1")?;
    for hash in &file.chunks {
        if !find.exists([hash])? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The bytes of a file, checked against its hash.
///
/// # Errors
/// [`StoreError::NotFound`] when a piece is not on this device, [`StoreError::Corrupt`] when the bytes are not
/// those that were kept.
pub fn bytes(r: &Read<'_>, file: &Attachment) -> Result<Vec<u8>> {
    let mut whole = Vec::with_capacity(file.size as usize);
    let mut find = r
        .sql()
        .prepare_cached("SELECT bytes FROM chunk WHERE hash = ?1")?;
    for hash in &file.chunks {
        let piece: Option<Vec<u8>> = find.query_row([hash], |row| row.get(0)).optional()?;
        whole.extend(piece.ok_or_else(|| StoreError::NotFound {
            what: "chunk",
            id: hash.clone(),
        })?);
    }
    if name(&whole) == file.hash {
        Ok(whole)
    } else {
        Err(StoreError::Corrupt {
            detail: format!("attached file {} is not what was kept", file.hash),
        })
    }
}

/// The name of some bytes: BLAKE3 in hexadecimal digits.
fn name(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}
