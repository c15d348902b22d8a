//! The command line, exactly: other programs hold on to it.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use nexus_app::programs::ReachBy;
use nexus_app::reports::data::{DataFormat, DataKind};
use nexus_domain::assessments::Moment;
use nexus_domain::reports::publication::Audience;

/// Leadership training at a facility, from a terminal.
#[derive(Parser)]
#[command(name = "nexus", version, arg_required_else_help = true)]
pub struct Arguments {
    /// The workspace file.
    #[arg(long, value_name = "FILE", global = true)]
    pub workspace: Option<PathBuf>,
    /// The file that holds the key.
    #[arg(long, value_name = "K", env = "NEXUS_KEY_FILE", global = true)]
    pub key_file: Option<PathBuf>,
    /// A file whose first line is the passphrase.
    #[arg(long, value_name = "F", global = true, conflicts_with = "key_file")]
    pub passphrase_file: Option<PathBuf>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Makes a workspace for a facility.
    Init {
        /// Name of the facility.
        #[arg(long, value_name = "NAME")]
        facility: String,
        /// Its time zone, e.g. America/Chicago.
        #[arg(long, value_name = "Z")]
        zone: String,
    },
    /// Takes a file in.
    Import {
        #[command(subcommand)]
        what: Import,
    },
    /// Makes a document.
    Report {
        #[command(subcommand)]
        what: Report,
    },
    /// Writes a file for others.
    Export {
        #[command(subcommand)]
        what: Export,
    },
    /// Prints what is stored.
    Show {
        #[command(subcommand)]
        what: Show,
    },
    /// Puts the sample into the workspace, beside what is there.
    Sample {
        /// How much of it: S the sample cohort, M 600 people, L 20,000 people.
        #[arg(long, value_enum, default_value = "S")]
        size: Size,
        /// The same seed gives the same people with the same ids; S also depends on the day.
        #[arg(long, value_name = "N")]
        seed: Option<u64>,
    },
    /// Reads every page, compares every row with the log and looks for the rows that others name.
    Verify,
    /// Copies of the whole workspace.
    Backup {
        #[command(subcommand)]
        what: Backup,
    },
}

#[derive(Subcommand)]
pub enum Backup {
    /// Makes one and prints its id.
    Make,
    /// Lists them as JSON, the newest first; the workspace may be damaged or gone.
    List,
    /// Puts one in the place of the workspace, which is kept beside it under another name.
    Restore {
        /// Its id.
        id: String,
    },
    /// Puts the key slots of the newest one beside a workspace that lost its own.
    Keys,
}

#[derive(Subcommand)]
pub enum Import {
    /// A list of participants, CSV or XLSX.
    Roster(Roster),
    /// Ratings by participant code, CSV or XLSX.
    Responses(Responses),
    /// The plan of a session, as text.
    Agenda(Agenda),
    /// Modules of the curriculum, as another facility exported them.
    Curriculum {
        /// The file.
        file: PathBuf,
        /// Only says what would be done.
        #[arg(long)]
        dry_run: bool,
    },
    /// A published version of an instrument.
    Instrument(Definition),
    /// A published version of a framework.
    Framework(Definition),
}

#[derive(Args)]
pub struct Definition {
    /// The file.
    pub file: PathBuf,
    /// Only says what would be done.
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Args)]
pub struct Version {
    /// Its id, e.g. competency-self-assessment.
    pub id: String,
    /// Number of the version; the one in force if left out.
    #[arg(long, value_name = "N")]
    pub number: Option<u32>,
    /// Where to write it.
    #[arg(long, value_name = "F")]
    pub out: PathBuf,
}

#[derive(Subcommand)]
pub enum Export {
    /// The modules of the curriculum with their published versions and drafts, as JSON.
    Curriculum {
        /// Where to write it.
        #[arg(long, value_name = "F")]
        out: PathBuf,
        /// Title or id of the one module to write; all of them if left out.
        #[arg(long, value_name = "M")]
        module: Option<String>,
    },
    /// The sheets of a cohort that count, as CSV, with a second file beside it that says what the columns mean.
    Responses {
        /// Name or mark of the cohort.
        #[arg(long, value_name = "C")]
        cohort: String,
        /// Key of the one instrument to write; all of them if left out.
        #[arg(long, value_name = "ID")]
        instrument: Option<String>,
        /// Where to write it.
        #[arg(long, value_name = "F")]
        out: PathBuf,
    },
    /// A published version of an instrument, as JSON.
    Instrument(Version),
    /// A published version of a framework, as JSON.
    Framework(Version),
    /// One table of a cohort or of all cohorts; the roster has names, the others codes.
    Data {
        /// The table: people, attendance, responses and so on.
        #[arg(long, value_name = "TABLE", value_parser = table)]
        what: DataKind,
        #[command(flatten)]
        options: DataFile,
    },
    /// All tables as a workbook, or every record as it is stored as JSON Lines.
    All(DataFile),
}

#[derive(Args)]
pub struct DataFile {
    /// Name or mark of the cohort; all cohorts if left out.
    #[arg(long, value_name = "C")]
    pub cohort: Option<String>,
    /// The kind of file: csv, xlsx or jsonl.
    #[arg(long, value_name = "FORMAT", value_parser = data_format)]
    pub format: DataFormat,
    /// Where to write it.
    #[arg(long, value_name = "F")]
    pub out: PathBuf,
    /// Names of people too, not codes alone.
    #[arg(long)]
    pub names: bool,
    /// Samples too, among all cohorts.
    #[arg(long, conflicts_with = "cohort")]
    pub with_sample: bool,
}

fn table(text: &str) -> Result<DataKind, String> {
    let found = DataKind::tables().find(|kind| kind.key() == text);
    found.ok_or_else(|| {
        let known: Vec<_> = DataKind::tables().map(DataKind::key).collect();
        format!("expected one of {}", known.join(", "))
    })
}

fn data_format(text: &str) -> Result<DataFormat, String> {
    DataFormat::from_key(text).ok_or_else(|| "expected csv, xlsx or jsonl".to_owned())
}

#[derive(Args)]
pub struct Agenda {
    /// The file.
    pub file: PathBuf,
    /// Name or mark of the cohort.
    #[arg(long, value_name = "C")]
    pub cohort: String,
    /// The day of the session, YYYY-MM-DD.
    #[arg(long, value_name = "DATE")]
    pub date: chrono::NaiveDate,
}

#[derive(Args)]
pub struct Responses {
    /// The file.
    pub file: PathBuf,
    /// Name or mark of the cohort.
    #[arg(long, value_name = "C")]
    pub cohort: String,
    /// Id of the instrument, e.g. competency-self-assessment.
    #[arg(long, value_name = "ID")]
    pub instrument: String,
    /// The moment: baseline, end and so on.
    #[arg(long, value_name = "MOMENT", value_parser = moment)]
    pub occasion: Moment,
    /// What to do with a second sheet of the same person.
    #[arg(long, value_enum, default_value = "refuse")]
    pub on_second: OnSecond,
    /// Only says what would be done.
    #[arg(long)]
    pub dry_run: bool,
}

fn reach_by(text: &str) -> Result<ReachBy, String> {
    match text {
        "sector" => Ok(ReachBy::Sector),
        "level" => Ok(ReachBy::Level),
        "size" => Ok(ReachBy::Size),
        "region" => Ok(ReachBy::Region),
        _ => Err("expected sector, level, size or region".to_owned()),
    }
}

fn moment(text: &str) -> Result<Moment, String> {
    let known = || {
        let keys: Vec<_> = Moment::ALL.iter().map(|moment| moment.key()).collect();
        format!("expected one of {}", keys.join(", "))
    };
    Moment::from_key(text).ok_or_else(known)
}

#[derive(Clone, Copy, ValueEnum)]
pub enum OnSecond {
    /// The first stands.
    Refuse,
    /// The second corrects it.
    Correct,
}

#[derive(Args)]
pub struct Roster {
    /// The file.
    pub file: PathBuf,
    /// Name or mark of the cohort; made where it is missing.
    #[arg(long, value_name = "C")]
    pub cohort: String,
    /// A JSON object from column names to fields.
    #[arg(long, value_name = "M.json")]
    pub map: Option<PathBuf>,
    /// What to do with known people whose values differ.
    #[arg(long, value_enum, default_value = "keep")]
    pub on_duplicate: OnDuplicate,
    /// Where to write the rows that were set aside.
    #[arg(long, value_name = "OUT.csv")]
    pub rejects: Option<PathBuf>,
    /// Only says what would be done.
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Size {
    /// One cohort of 24 people.
    #[value(name = "S")]
    Small,
    /// 25 cohorts of 24 people.
    #[value(name = "M")]
    Middle,
    /// 800 cohorts of 25 people.
    #[value(name = "L")]
    Large,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum OnDuplicate {
    /// Keep what is stored; the row is set aside.
    Keep,
    /// Take the row's values.
    Update,
    /// Make another person of the row.
    New,
}

#[derive(Subcommand)]
pub enum Report {
    /// The summary of one participant, as PDF.
    Participant {
        /// Participant code, e.g. N01.
        code: String,
        /// Name or mark of the cohort.
        #[arg(long, value_name = "C")]
        cohort: String,
        /// Where to write it.
        #[arg(long, value_name = "F")]
        out: PathBuf,
        /// The date it bears; that of the last change if left out.
        #[arg(long, value_name = "DATE")]
        as_of: Option<chrono::NaiveDate>,
    },
    /// The report for the funder of a program, along the logic model.
    Funder(Told),
    /// The statements that funders count, by option.
    Statements(Told),
    /// The report about a cohort.
    Cohort(Told),
    /// What a coach reads before meeting the people of a cohort.
    Coach(Told),
    /// The summary of one session.
    Session {
        /// Its number in the cohort, by date, from 1.
        number: u32,
        /// The rest.
        #[command(flatten)]
        told: Told,
    },
    /// The certificate of one participant.
    Certificate {
        /// Participant code, e.g. N01.
        code: String,
        /// The rest.
        #[command(flatten)]
        told: Told,
    },
}

/// A report about a cohort or its program.
#[derive(Args)]
pub struct Told {
    /// Name or mark of the cohort.
    #[arg(long, value_name = "C")]
    pub cohort: String,
    /// Where to write it.
    #[arg(long, value_name = "F")]
    pub out: PathBuf,
    /// About the whole program, all of its cohorts.
    #[arg(long)]
    pub whole: bool,
    /// Key of the template of a funder: plain, imls, lsta, or one that was added.
    #[arg(long, value_name = "K", default_value = "")]
    pub template: String,
    /// Who reads it: public, funder, coach or internal.
    #[arg(long, value_name = "A", value_parser = audience)]
    pub audience: Option<Audience>,
    /// The date it bears; that of the last change if left out.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<chrono::NaiveDate>,
}

fn audience(text: &str) -> Result<Audience, String> {
    Audience::from_key(text).ok_or_else(|| {
        let known = Audience::ALL.map(Audience::key).join(", ");
        format!("expected one of {known}")
    })
}

#[derive(Subcommand)]
pub enum Show {
    /// A cohort at a glance.
    Cohort {
        /// Name or mark of the cohort.
        #[arg(long, value_name = "C")]
        cohort: String,
        /// As JSON, the only form there is.
        #[arg(long, required = true)]
        json: bool,
    },
    /// The people of a cohort.
    People {
        /// Name or mark of the cohort.
        #[arg(long, value_name = "C")]
        cohort: String,
        /// As JSON, the only form there is.
        #[arg(long, required = true)]
        json: bool,
    },
    /// Everything that is held about one person, over all cohorts.
    Person {
        /// Participant code, e.g. N01.
        code: String,
        /// Name or mark of a cohort in which they are.
        #[arg(long, value_name = "C")]
        cohort: String,
        /// As JSON, the only form there is.
        #[arg(long, required = true)]
        json: bool,
    },
    /// The sessions of a cohort: agenda, run, attendance and notes.
    Session {
        /// Name or mark of the cohort.
        #[arg(long, value_name = "C")]
        cohort: String,
        /// As JSON, the only form there is.
        #[arg(long, required = true)]
        json: bool,
    },
    /// The modules of the curriculum: drafts, versions, and where they were used.
    Curriculum {
        /// As JSON, the only form there is.
        #[arg(long, required = true)]
        json: bool,
    },
    /// The instruments: drafts, versions, and where they are used.
    Instruments {
        /// As JSON, the only form there is.
        #[arg(long, required = true)]
        json: bool,
    },
    /// The frameworks: drafts, versions, and the instruments that name them.
    Frameworks {
        /// As JSON, the only form there is.
        #[arg(long, required = true)]
        json: bool,
    },
    /// What comes after a program: outcomes with their evidence, figures of institutions, follow-ups.
    Outcomes {
        /// Name of the program.
        #[arg(long, value_name = "P")]
        program: String,
        /// As JSON, the only form there is.
        #[arg(long, required = true)]
        json: bool,
    },
    /// Baseline and end of an instrument, item by item.
    Statistics {
        /// Name or mark of the cohort.
        #[arg(long, value_name = "C")]
        cohort: String,
        /// Id of the instrument.
        #[arg(long, value_name = "ID", default_value = "competency-self-assessment")]
        instrument: String,
        /// As JSON, the only form there is.
        #[arg(long, required = true)]
        json: bool,
    },
    /// The logic model of a program with its figures; of one cohort where that is named.
    Model {
        /// Name of the program.
        #[arg(long, value_name = "P")]
        program: String,
        /// Name or mark of the cohort.
        #[arg(long, value_name = "C")]
        cohort: Option<String>,
        /// As JSON, the only form there is.
        #[arg(long, required = true)]
        json: bool,
    },
    /// Whom a program reaches: enrolments, and of them those who came, by two facts.
    Reach {
        /// Name of the program.
        #[arg(long, value_name = "P")]
        program: String,
        /// Name or mark of the cohort.
        #[arg(long, value_name = "C")]
        cohort: Option<String>,
        /// What the rows are.
        #[arg(long, value_name = "FACT", default_value = "sector", value_parser = reach_by)]
        rows: ReachBy,
        /// What the columns are.
        #[arg(long, value_name = "FACT", default_value = "level", value_parser = reach_by)]
        columns: ReachBy,
        /// As JSON, the only form there is.
        #[arg(long, required = true)]
        json: bool,
    },
    /// What a program is given: partners and hours.
    Inputs {
        /// Name of the program.
        #[arg(long, value_name = "P")]
        program: String,
        /// As JSON, the only form there is.
        #[arg(long, required = true)]
        json: bool,
    },
}
