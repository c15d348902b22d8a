//! What the columns of a roster mean: guessed from their names, corrected by a person, remembered.

use crate::people::letters::fold;

/// A field of a roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum Field {
    /// Given name.
    Given,
    /// Family name.
    Family,
    /// Given and family name in one.
    FullName,
    /// E-mail address.
    Email,
    /// Institution.
    Institution,
    /// Sector.
    Sector,
    /// Position title.
    Position,
    /// Career level.
    Level,
    /// State, province or other region.
    Region,
    /// Size of the institution.
    Size,
    /// Consent to share answers.
    Consent,
    /// Day of registration.
    Registered,
    /// Aspiration.
    Aspiration,
}

impl Field {
    /// Every field, in the order of a form.
    pub const ALL: [Self; 13] = [
        Self::Given,
        Self::Family,
        Self::FullName,
        Self::Email,
        Self::Institution,
        Self::Sector,
        Self::Position,
        Self::Level,
        Self::Region,
        Self::Size,
        Self::Consent,
        Self::Registered,
        Self::Aspiration,
    ];

    /// The word for it in files (`--map`) and messages.
    pub fn key(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Family => "family",
            Self::FullName => "full-name",
            Self::Email => "email",
            Self::Institution => "institution",
            Self::Sector => "sector",
            Self::Position => "position",
            Self::Level => "level",
            Self::Region => "region",
            Self::Size => "size",
            Self::Consent => "consent",
            Self::Registered => "registered",
            Self::Aspiration => "aspiration",
        }
    }

    /// The field of this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.key() == key)
    }

    /// Names under which the column arrives, folded.
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Given => &[
                "first name",
                "given name",
                "forename",
                "first",
                "given",
                "vorname",
                "given names",
            ],
            Self::Family => &[
                "last name",
                "family name",
                "surname",
                "last",
                "nachname",
                "family names",
            ],
            Self::FullName => &["name", "full name", "participant", "participant name"],
            Self::Email => &["e mail", "email", "mail", "e mail address", "email address"],
            Self::Institution => &[
                "institution",
                "organization",
                "organisation",
                "employer",
                "library",
                "workplace",
                "institution name",
            ],
            Self::Sector => &[
                "type of institution",
                "institution type",
                "sector",
                "type",
                "type of library",
            ],
            Self::Position => &["position title", "position", "title", "job title", "role", "job"],
            Self::Level => &["career level", "level", "seniority", "career stage"],
            Self::Region => &[
                "state province",
                "state",
                "province",
                "region",
                "state or province",
                "country",
                "location",
            ],
            Self::Size => &[
                "staff fte",
                "staff",
                "fte",
                "institution size",
                "size",
                "number of staff",
                "employees",
            ],
            Self::Consent => &[
                "consent",
                "consent to share",
                "may we share your answers with the coalition",
                "share answers",
                "data sharing",
            ],
            Self::Registered => &[
                "registered on",
                "registered",
                "registration date",
                "date registered",
                "date",
                "timestamp",
            ],
            Self::Aspiration => &["aspiration", "aspirations", "career goal", "goal", "goals"],
        }
    }

    /// Words inside a longer column name that give the field away.
    fn hints(self) -> &'static [&'static str] {
        match self {
            Self::Consent => &["consent", "share", "permission", "agree"],
            Self::Email => &["email", "e mail"],
            Self::Registered => &["registered", "registration"],
            Self::Given => &["first name", "given name"],
            Self::Family => &["last name", "family name", "surname"],
            Self::Sector => &["type of institution", "sector"],
            Self::Institution => &["institution", "organization", "organisation", "employer"],
            Self::Level => &["level"],
            Self::Position => &["title", "position"],
            Self::Size => &["staff", "fte", "size"],
            Self::Region => &["state", "province", "region"],
            Self::Aspiration => &["aspiration", "career goal"],
            Self::FullName => &["full name"],
        }
    }
}

/// Which field each column fills; a column without one is not read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mapping(pub Vec<Option<Field>>);

impl Mapping {
    /// Guesses from the names of the columns; each field is given once, exact names first.
    pub fn guess(header: &[String]) -> Self {
        let folded: Vec<String> = header.iter().map(|name| fold(name)).collect();
        let mut fields: Vec<Option<Field>> = vec![None; header.len()];
        for exact in [true, false] {
            for (column, name) in folded.iter().enumerate() {
                if fields[column].is_some() || name.is_empty() {
                    continue;
                }
                let free = |field: &Field| !fields.contains(&Some(*field));
                let fits = |field: &Field| {
                    if exact {
                        field.names().contains(&name.as_str())
                    } else {
                        let padded = format!(" {name} ");
                        field
                            .hints()
                            .iter()
                            .any(|hint| padded.contains(&format!(" {hint} ")))
                    }
                };
                let order = std::iter::once(Field::Consent).chain(Field::ALL);
                fields[column] = order.filter(free).find(fits);
            }
        }
        Self(fields)
    }

    /// The column (from 0) of a field.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.0.iter().position(|mapped| *mapped == Some(field))
    }

    /// True when a name can be read.
    pub fn has_name(&self) -> bool {
        [Field::Given, Field::Family, Field::FullName]
            .into_iter()
            .any(|field| self.column(field).is_some())
    }

    /// Fields that more than one column claims.
    pub fn claimed_twice(&self) -> Vec<Field> {
        Field::ALL
            .into_iter()
            .filter(|field| self.0.iter().filter(|mapped| **mapped == Some(*field)).count() > 1)
            .collect()
    }
}

/// How well these cells would do as the header of a roster: how many of them name a column exactly.
pub fn header_score(cells: &[String]) -> u32 {
    let named = |cell: &String| {
        let name = fold(cell);
        Field::ALL
            .iter()
            .any(|field| field.names().contains(&name.as_str()))
    };
    cells.iter().filter(|cell| named(cell)).count() as u32
}

/// The name of a column under which its mapping is remembered.
pub fn remembered_name(header: &str) -> String {
    fold(header)
}
