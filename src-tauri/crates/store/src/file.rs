//! The file on the disk: whether it can be a workspace at all, who may write, and connections to it.
//! Nothing here changes a file that it refuses.

use std::fs::{File, OpenOptions};
use std::io::Read as _;
use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::key::WorkspaceKey;
use crate::schema::Schema;
use crate::{Result, StoreError, migrate};

/// Marks the file as ours in its header: "NxF1".
const APPLICATION_ID: i32 = 0x4e78_4631;

/// Ends of the names of files that SQLite keeps beside a database and that belong to its content.
pub(crate) const COMPANIONS: [&str; 3] = ["-wal", "-shm", "-journal"];

/// The file whose name has something more at its end.
pub(crate) fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}

/// A failure at a file, told apart as far as somebody acts on the difference.
pub(crate) fn io(path: &Path) -> impl Fn(std::io::Error) -> StoreError + '_ {
    move |source| match source.kind() {
        std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => StoreError::ReadOnly,
        std::io::ErrorKind::StorageFull
        | std::io::ErrorKind::QuotaExceeded
        | std::io::ErrorKind::FileTooLarge => StoreError::DiskFull,
        std::io::ErrorKind::NotFound => StoreError::Missing {
            path: path.to_owned(),
        },
        _ => StoreError::Io {
            path: path.to_owned(),
            source,
        },
    }
}

/// Claims the right to write; released when the file is closed, by a crash too.
pub(crate) fn lock(path: &Path) -> Result<File> {
    let place = beside(path, ".lock");
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&place)
        .map_err(io(&place))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(std::fs::TryLockError::WouldBlock) => Err(StoreError::Busy),
        Err(std::fs::TryLockError::Error(source)) => Err(StoreError::Io { path: place, source }),
    }
}

/// Tells files apart that cannot be a workspace, before anything opens them as one.
pub(crate) fn sniff(path: &Path) -> Result<()> {
    let not_ours = |found| {
        Err(StoreError::NotOurs {
            path: path.to_owned(),
            found,
        })
    };
    let metadata = std::fs::metadata(path).map_err(io(path))?;
    if metadata.is_dir() {
        return not_ours("a folder");
    }
    if !metadata.is_file() {
        return not_ours("not a file with contents");
    }
    let mut first = Vec::with_capacity(16);
    File::open(path)
        .and_then(|file| file.take(16).read_to_end(&mut first))
        .map_err(io(path))?;
    match first.as_slice() {
        [] => not_ours("an empty file"),
        b"SQLite format 3\0" => not_ours("an unencrypted database"),
        [b'P', b'K', 3, 4, ..] => not_ours("a ZIP archive or office document"),
        [b'%', b'P', b'D', b'F', ..] => not_ours("a PDF"),
        _ if metadata.len() < 4_096 => not_ours("a file shorter than one page"),
        _ => Ok(()),
    }
}

/// Opens a connection with the key, checked against the first page.
pub(crate) fn connect(path: &Path, key: &WorkspaceKey, flags: OpenFlags) -> Result<Connection> {
    crate::key::set_up();
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    unlock(connection, path, key)
}

fn unlock(connection: Connection, path: &Path, key: &WorkspaceKey) -> Result<Connection> {
    // A file that is refused keeps what a crash left in its log: closing would write that into it.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, has_log(path))?;
    // What SQLCipher would print of a wrong key or a damaged page is told by the errors below.
    connection.execute_batch("PRAGMA cipher_log_level = NONE")?;
    connection.execute_batch(&key.pragma())?;
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    match connection.query_row("SELECT COUNT(*) FROM sqlite_schema", [], |row| {
        row.get::<_, i64>(0)
    }) {
        Ok(_) => {}
        Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::NotADatabase) => {
            return Err(not_opened(path));
        }
        Err(error) => return Err(error.into()),
    }
    connection.set_prepared_statement_cache_capacity(256);
    // A page that fell out of the cache (32 MB) has to be decrypted again.
    connection.execute_batch(
        "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; \
         PRAGMA recursive_triggers = ON; PRAGMA foreign_keys = OFF; PRAGMA trusted_schema = OFF; \
         PRAGMA cache_size = -32768;",
    )?;
    Ok(connection)
}

/// Why the key does not open a file: it is text of somebody's, or else it has another key.
fn not_opened(path: &Path) -> StoreError {
    let mut first = Vec::with_capacity(4_096);
    let read = File::open(path).and_then(|file| file.take(4_096).read_to_end(&mut first));
    let is_text = |byte: &u8| matches!(byte, b'\t' | b'\n' | b'\r' | b' '..=b'~');
    // Random bytes are letters in three of eight cases.
    if read.is_ok() && first.iter().filter(|byte| is_text(byte)).count() * 10 > first.len() * 7 {
        return StoreError::NotOurs {
            path: path.to_owned(),
            found: "a text",
        };
    }
    StoreError::WrongKey {
        path: path.to_owned(),
    }
}

fn has_log(path: &Path) -> bool {
    std::fs::metadata(beside(path, "-wal")).is_ok_and(|log| log.len() > 0)
}

/// Refuses a file that is write-protected. Nothing is made beside it.
fn writable(path: &Path) -> Result<()> {
    OpenOptions::new()
        .write(true)
        .open(path)
        .map(drop)
        .map_err(io(path))
}

/// Opens a connection that may write.
pub(crate) fn connect_writer(path: &Path, key: &WorkspaceKey, schema: &Schema) -> Result<Connection> {
    writable(path)?;
    let connection = connect(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    check_ours(&connection, path, schema)?;
    Ok(connection)
}

/// Makes the file of a new workspace.
pub(crate) fn connect_new(path: &Path, key: &WorkspaceKey) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let connection = connect(path, key, flags)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    Ok(connection)
}

/// The file is accepted: what a crash left in its log may go into it again.
pub(crate) fn accept(connection: &Connection) -> Result<()> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    Ok(())
}

/// Opens a connection that only reads, from a write-protected stick too.
pub(crate) fn connect_reader(path: &Path, key: &WorkspaceKey) -> Result<Connection> {
    let protected = matches!(writable(path), Err(StoreError::ReadOnly)) && !has_log(path);
    let opened = if protected {
        connect_unchanging(path, key)
    } else {
        connect(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE)
    };
    let connection = match opened {
        Err(StoreError::ReadOnly) if !has_log(path) => connect_unchanging(path, key)?,
        other => other?,
    };
    connection.pragma_update(None, "query_only", true)?;
    Ok(connection)
}

/// Where the file cannot be written to, or none can be made beside it: it is read as it stands, alone.
fn connect_unchanging(path: &Path, key: &WorkspaceKey) -> Result<Connection> {
    use std::fmt::Write as _;
    let whole = std::path::absolute(path).map_err(io(path))?;
    let mut address = String::from(if cfg!(windows) { "file:/" } else { "file:" });
    for byte in whole.to_str().ok_or(StoreError::ReadOnly)?.bytes() {
        match byte {
            b'\\' if cfg!(windows) => address.push('/'),
            b'/' | b':' | b'.' | b'-' | b'_' => address.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => address.push(char::from(byte)),
            _ => {
                let _ = write!(address, "%{byte:02x}");
            }
        }
    }
    address.push_str("?immutable=1");
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    crate::key::set_up();
    let connection = Connection::open_with_flags(address, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    unlock(connection, path, key)
}

/// Refuses a file that opens with the key but is not a workspace of this version or an earlier one.
pub(crate) fn check_ours(connection: &Connection, path: &Path, schema: &Schema) -> Result<()> {
    let id: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let found = migrate::format(connection)?;
    if id != APPLICATION_ID || found == 0 {
        return Err(StoreError::NotOurs {
            path: path.to_owned(),
            found: "another program's database",
        });
    }
    if found > schema.format() {
        return Err(StoreError::Newer {
            found,
            known: schema.format(),
        });
    }
    Ok(())
}

/// Makes sure that new names in a folder outlive a power cut.
#[cfg(unix)]
pub(crate) fn sync_folder(of: &Path) -> Result<()> {
    let folder = of
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    File::open(folder)
        .and_then(|folder| folder.sync_all())
        .map_err(io(of))
}

/// Elsewhere the file system keeps its own journal of names.
#[cfg(not(unix))]
pub(crate) fn sync_folder(_of: &Path) -> Result<()> {
    Ok(())
}
