//! What is put in, and what is done.

use std::collections::BTreeMap;

use nexus_domain::people::Role;
use nexus_domain::programs::inputs::show_hours;
use nexus_report::documents::story::Part as Told;

use super::Teller;
use crate::Result;
use crate::reports::gather::count;

/// More sessions than these are told cohort by cohort.
const SESSIONS: usize = 30;

impl Teller<'_> {
    pub(super) fn inputs(&self) -> Result<Vec<Told>> {
        let gathered = &self.prepared.gathered;
        let mut parts = Vec::new();
        parts.extend(self.keys(&[
            ("carriers", "story-key-carriers"),
            ("hours-given", "story-key-hours"),
            ("partners", "story-key-partners"),
            ("modules", "story-key-modules"),
        ])?);
        let mut loads: BTreeMap<&str, (Role, u32, u32, u32)> = BTreeMap::new();
        let mut people: BTreeMap<&str, std::collections::BTreeSet<_>> = BTreeMap::new();
        for hours in &gathered.hours {
            let key = hours.role.key();
            let load = loads.entry(key).or_insert((hours.role, 0, 0, 0));
            people.entry(key).or_default().insert(hours.person);
            (load.2, load.3) = (load.2 + hours.planned, load.3 + hours.given);
        }
        for (key, load) in &mut loads {
            load.1 = count(people.get(key).map_or(0, std::collections::BTreeSet::len));
        }
        if !loads.is_empty() {
            let rows = loads.into_values().map(|(role, people, planned, given)| {
                let role = self.words.get(&format!("story-role-{}", role.key()))?;
                Ok(vec![
                    role,
                    people.to_string(),
                    show_hours(planned),
                    show_hours(given),
                ])
            });
            let heads = [
                ("story-head-role", 2.0, false),
                ("story-head-people", 1.0, true),
                ("story-head-planned", 1.2, true),
                ("story-head-given", 1.2, true),
            ];
            parts.push(self.table("story-hours", &heads, rows.collect::<Result<_>>()?)?);
        }
        if !gathered.partners.is_empty() {
            let partners = gathered
                .partners
                .iter()
                .map(|partner| match partner.part.as_str() {
                    "" => partner.name.clone(),
                    part => format!("{}: {part}", partner.name),
                });
            parts.push(Told::Heading(self.words.get("story-partners")?));
            parts.push(Told::List(partners.collect()));
        }
        if parts.is_empty() {
            parts.push(self.none("story-inputs-none")?);
        }
        Ok(parts)
    }

    pub(super) fn activities(&self) -> Result<Vec<Told>> {
        let gathered = &self.prepared.gathered;
        let mut parts = Vec::new();
        parts.extend(self.keys(&[
            ("held", "story-key-held"),
            ("attendance", "story-key-attendance"),
            ("joint", "story-key-joint"),
            ("projects", "story-key-projects"),
        ])?);
        let held: Vec<_> = gathered
            .sessions
            .iter()
            .filter(|session| session.ended.is_some())
            .collect();
        if held.is_empty() {
            parts.push(self.none("story-activities-none")?);
        } else if held.len() <= SESSIONS {
            let rows = held.iter().map(|session| {
                Ok(vec![
                    self.words.date(session.date)?,
                    session.title.clone(),
                    session.came.to_string(),
                ])
            });
            let heads = [
                ("story-head-day", 1.4, false),
                ("story-head-session", 3.4, false),
                ("story-head-came", 0.8, true),
            ];
            parts.push(self.table("story-sessions", &heads, rows.collect::<Result<_>>()?)?);
        } else {
            let rows = gathered.cohorts.iter().map(|cohort| {
                let own: Vec<_> = held
                    .iter()
                    .filter(|session| session.cohort == cohort.id)
                    .collect();
                let came: u32 = own.iter().map(|session| session.came).sum();
                vec![cohort.name.clone(), own.len().to_string(), came.to_string()]
            });
            let heads = [
                ("story-head-cohort", 3.4, false),
                ("story-head-sessions", 1.0, true),
                ("story-head-came", 1.0, true),
            ];
            parts.push(self.table("story-sessions", &heads, rows.collect())?);
        }
        parts.extend(
            self.told
                .sentence("story-bridges", &["bridges"])?
                .filter(|_| gathered.work.bridges > 0)
                .map(Told::Text),
        );
        Ok(parts)
    }
}
