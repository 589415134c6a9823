//! A file that cannot be read as a whole, and what the person who exported it can do.

use std::io;

use crate::csv_rows::{FIELD_BYTES_MAX, FIELDS_MAX, ROW_BYTES_MAX};
use crate::one_roster::ROWS_MAX;
use crate::source::SET_BYTES_MAX;
use crate::zip_set::{ZIP_FILES_MAX, ZIP_RATIO_MAX};

/// Why a whole file, or a whole set of files, was refused. Rows that came before it do not count.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs, reason = "each sentence says what its variant and fields mean")]
pub enum Refused {
    #[error("{file} cannot be read: {source}")]
    Unreadable { file: String, source: io::Error },
    #[error("{file} is empty; expected a first line with the names of the columns")]
    Empty { file: String },
    #[error("{file} is UTF-16 or UTF-32; export it again as 'CSV UTF-8'")]
    Utf16 { file: String },
    #[error(
        "{file} line {line} is not UTF-8 (it may be Windows-1252 or Latin-1); export it again as 'CSV UTF-8'"
    )]
    NotUtf8 { file: String, line: u64 },
    #[error(
        "{file} line {line} holds a NUL byte, so it is no text or UTF-16; export it again as 'CSV UTF-8'"
    )]
    NulByte { file: String, line: u64 },
    #[error("{file} is a zip or an Excel workbook and no CSV; save it as 'CSV UTF-8'")]
    Workbook { file: String },
    #[error(
        "{file} line {line} opens a quotation mark that is never closed; the file may be cut off, export it again"
    )]
    OpenQuote { file: String, line: u64 },
    #[error(
        "{file} line {line} has a field of more than {FIELD_BYTES_MAX} bytes; look for a missing quotation mark"
    )]
    FieldTooLong { file: String, line: u64 },
    #[error("{file} line {line} has more than {ROW_BYTES_MAX} bytes or {FIELDS_MAX} fields; it is no table")]
    RowTooLong { file: String, line: u64 },
    #[error("{file} has more than {ROWS_MAX} rows; export one school year, or fewer schools at a time")]
    TooManyRows { file: String },
    #[error("{file} separates its columns by {separator}; export it with commas")]
    Separator { file: String, separator: &'static str },
    #[error("{file} has no column {columns}; the first line must name the columns")]
    MissingColumns { file: String, columns: String },
    #[error("{file} has the column {column} twice; take one out")]
    ColumnTwice { file: String, column: String },
    #[error(
        "{file} has no column whose name is a date written as {form}; the map says that it has one for each date"
    )]
    NoDates { file: String, form: String },
    #[error("{file} is no calendar that can be read ({reason}); export it again as iCalendar (.ics)")]
    BrokenCalendar { file: String, reason: String },
    #[error("{file} is missing; a OneRoster set needs orgs.csv and users.csv")]
    MissingFile { file: &'static str },
    #[error("{file} is missing here; it lies in the folder '{folder}' inside, so name that folder")]
    InnerFolder { file: &'static str, folder: String },
    #[error(
        "roles.csv is missing; OneRoster 1.2 says there who is a student, so export it too, or choose 1.1"
    )]
    MissingRoles,
    #[error("{file} is a single file; a OneRoster set is a folder or a zip with orgs.csv and users.csv")]
    NotASet { file: String },
    #[error("{file} stands in the set twice; take one out")]
    FileTwice { file: String },
    #[error(
        "manifest.csv says OneRoster {version}; 1.1 and 1.2 are read, so choose one of them in the export"
    )]
    Version { version: String },
    #[error("manifest.csv says '{mode}' of {file}; expected bulk, delta or absent")]
    Mode { file: String, mode: String },
    #[error("{file} is a link to another place; put the file itself there")]
    Link { file: String },
    #[error("the zip holds OneRoster files in more than one folder ({folders}); put one set only into it")]
    ZipFolders { folders: String },
    #[error(
        "{file} and its companions are larger than {SET_BYTES_MAX} bytes; export fewer schools at a time"
    )]
    SetTooLarge { file: String },
    #[error("{file} is no zip that can be read ({reason}); make it again without a password, with 'deflate'")]
    BrokenZip { file: String, reason: String },
    #[error("the zip has more than {ZIP_FILES_MAX} files; put the OneRoster files only into it")]
    ZipTooManyFiles,
    #[error("{file} in the zip swells to more than {ZIP_RATIO_MAX} times its size; refused")]
    ZipBomb { file: String },
    #[error("the zip holds the path '{name}', which leads out of the zip; refused")]
    ZipPath { name: String },
}
