//! Bringing a file to the format of this version, in one transaction.

use rusqlite::Connection;

use crate::log::{self, triggers};
use crate::schema::Schema;
use crate::{Result, StoreError};

/// The format of a file: how many migrations it has seen.
pub(crate) fn format(connection: &Connection) -> Result<u32> {
    Ok(connection.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Runs the migrations that are due. Triggers are dropped first, because a rebuilt table would lose
/// them silently, and made again from the catalogue. Older steps can no longer be undone.
///
/// # Errors
/// [`StoreError::Newer`] for a file of a later version, which is left untouched; what SQLite reports.
pub(crate) fn run(connection: &mut Connection, schema: &Schema) -> Result<()> {
    let (found, known) = (format(connection)?, schema.format());
    if found > known {
        return Err(StoreError::Newer { found, known });
    }
    if found == known {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    triggers::drop_all(&transaction)?;
    for migration in &schema.migrations[found as usize..] {
        tracing::info!(name = migration.name, "migration");
        transaction.execute_batch(migration.sql)?;
    }
    triggers::create_all(&transaction, &schema.catalogue)?;
    log::retry_pending(&transaction, &schema.catalogue)?;
    schema.catalogue.derive(&transaction, None)?;
    let mut broken = transaction.prepare("PRAGMA foreign_key_check")?;
    if broken.exists([])? {
        return Err(StoreError::Corrupt {
            detail: "a migration left a dangling reference".to_owned(),
        });
    }
    drop(broken);
    triggers::check(&transaction, &schema.catalogue)?;
    log::end_undo(&transaction)?;
    transaction.pragma_update(None, "user_version", known)?;
    transaction.commit()?;
    Ok(())
}
