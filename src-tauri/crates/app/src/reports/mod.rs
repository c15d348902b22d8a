//! Reports: documents made of what is stored, byte for byte the same for the same data, and what was issued of them.
//!
//! `gather` reads everything that a report is made of from the lists that the screens show. `tables` and `facts` turn
//! it into counts and figures, of which the rules of publication leave what may be printed (`prepared`). `sections`
//! tell them chapter by chapter, `made` puts the chapters in the order of a template, `preview` shows the pages,
//! `issues` hands them out. The documents themselves are those of `nexus-report`. `data` is for other programs.

mod batch;
mod behind;
pub mod data;
mod drafts;
mod facts;
mod gather;
mod issues;
mod made;
mod participant;
mod prepared;
mod preview;
mod sections;
mod single;
mod statements;
mod tables;
mod views;
mod which;
mod wording;

pub use batch::{BatchView, batch};
pub use behind::behind;
pub use drafts::{choose, refresh, template_add, template_remove, threshold_set, write};
pub use issues::{Loose, issue, issued_remove, issued_save, loose};
pub(crate) use participant::last_change;
pub use participant::{participant, save_participant};
pub use preview::{overview, preview};
pub use views::*;
pub use which::WhichReport;

pub use nexus_domain::reports::ReportKind;
pub use nexus_domain::reports::publication::Audience;
