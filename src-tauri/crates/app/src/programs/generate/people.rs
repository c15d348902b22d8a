//! Made-up people, with names, institutions and aspirations as real ones have them.

use chrono::Days;
use nexus_domain::cohorts::{Cohort, Enrolment};
use nexus_domain::ids::{EnrolmentId, PersonId};
use nexus_domain::people::{Consent, Person, SizeBand};
use nexus_store::{Write, cohorts, people};

use super::{Maker, Member};
use crate::Result;

const GIVEN: [&str; 72] = [
    "Amara",
    "Tomás",
    "Yuki",
    "Claire",
    "Devon",
    "Zsófia",
    "Marcus",
    "Priya",
    "Ingrid",
    "Luis",
    "Hannah",
    "Kofi",
    "Elena",
    "Noah",
    "Grace",
    "Samir",
    "Beatriz",
    "Owen",
    "Thu",
    "Rachel",
    "Aleksander",
    "Mele",
    "Julian",
    "Naomi",
    "Søren",
    "Łucja",
    "Jürgen",
    "Chloé",
    "İbrahim",
    "Nguyệt",
    "Ana",
    "Björn",
    "Dragana",
    "Éamon",
    "Fátima",
    "Gül",
    "Håkon",
    "Inés",
    "Jiří",
    "Katarzyna",
    "Leilani",
    "Małgorzata",
    "Niamh",
    "Oluwaseun",
    "Pádraig",
    "Quentin",
    "Renée",
    "Siobhán",
    "Takeshi",
    "Uxía",
    "Věra",
    "Wanjiru",
    "Xochitl",
    "Yolanda",
    "Zoë",
    "Ama",
    "Benedict",
    "Cora",
    "Dmitri",
    "Esperanza",
    "Finn",
    "Giulia",
    "Henrik",
    "Iris",
    "Jamal",
    "Keiko",
    "Lourdes",
    "Mateo",
    "Nadia",
    "Oscar",
    "Ruth",
    "Theo",
];
const FAMILY: [&str; 90] = [
    "Osei",
    "Herrera",
    "Nakashima",
    "O’Donovan",
    "Whitfield",
    "Kertész",
    "Bell",
    "Raman",
    "Sørensen",
    "Calderón",
    "Weiss",
    "Mensah",
    "Petrova",
    "Two Bears",
    "Lindqvist",
    "Haddad",
    "Almeida",
    "Fitzgerald",
    "Trần",
    "Stein",
    "Wójcik",
    "Fonoti",
    "Marsh",
    "Carter",
    "Łukaszewicz",
    "Nguyễn",
    "Müller",
    "Çelik",
    "Ferreira",
    "Kovačević",
    "Ó Briain",
    "García",
    "Novák",
    "Žižek",
    "Åberg",
    "Ekström",
    "Fernández",
    "Goldberg",
    "Hernández",
    "Ivanova",
    "Jiménez",
    "Kowalski",
    "Lefèvre",
    "Muñoz",
    "Nuñez",
    "Okonkwo",
    "Peña",
    "Quiñones",
    "Rossi",
    "Szabó",
    "Tanaka",
    "Ulrich",
    "Vásquez",
    "Walker",
    "Ximenes",
    "Yamamoto",
    "Zhang",
    "Abernathy",
    "Begay",
    "Castillo",
    "Dubois",
    "Eriksen",
    "Fofanah",
    "Grabowski",
    "Huang",
    "Ito",
    "Johansson",
    "Kim",
    "Lopes",
    "Mahoney",
    "Nakai",
    "Ortiz",
    "Patel",
    "Quispe",
    "Rodríguez",
    "Singh",
    "Thompson",
    "Uddin",
    "Villanueva",
    "Washington",
    "Xiong",
    "Young",
    "Zapata",
    "Andersson",
    "Brûlé",
    "Cho",
    "Đorđević",
    "Estévez",
    "Fuchs",
    "Guðmundsdóttir",
];
const TOWNS: [&str; 40] = [
    "Lakeside",
    "Dry Creek",
    "Harbor City",
    "Northfield",
    "Eastgate",
    "Riverside",
    "Hilltop",
    "Seaport",
    "Old Town",
    "Bluff County",
    "Mesa",
    "Fjordview",
    "Cedar Falls",
    "Maple Grove",
    "Stonebridge",
    "Alder",
    "Kingsport",
    "San Ysidro",
    "Pine Ridge",
    "Fairhaven",
    "Clearwater",
    "Mill Valley",
    "Westbrook",
    "Juniper",
    "Elm Park",
    "Ashland",
    "Copper Hill",
    "Grand Forks",
    "Saint-Félix",
    "Santa Inés",
    "Bay Minette",
    "Wind Lake",
    "Two Harbors",
    "Sand Point",
    "Big Timber",
    "Red Cloud",
    "Union County",
    "Oak Bluffs",
    "Cañon City",
    "Port Ángeles",
];
const REGIONS: [&str; 24] = [
    "AK", "AZ", "CA", "CT", "FL", "GA", "HI", "IA", "IL", "IN", "KY", "MA", "ME", "MI", "MN", "MO", "MT",
    "NC", "NM", "OH", "OR", "PA", "TX", "WI",
];
const ASPIRATIONS: [&str; 16] = [
    "Run a regional library system",
    "Become the society's first full-time director",
    "Head a collections department",
    "Lead a team for research support",
    "Become deputy director",
    "Build a shared repository for small archives",
    "Open a library in every neighbourhood",
    "Become associate dean",
    "Train the next keeper of the collection",
    "Win a levy and rebuild the main branch",
    "Show the value of the library to the board",
    "Lead a community archive program",
    "Become state archivist",
    "Lead information literacy for the district",
    "Open the collection to the world",
    "",
];

/// Kinds of institution and positions of a sector, by the name that the vocabulary gives it.
fn work(sector: &str) -> ([&'static str; 3], [&'static str; 4]) {
    match sector {
        "Academic" => (
            [
                "College Library",
                "State University Library",
                "Community College Library",
            ],
            [
                "Liaison librarian",
                "Systems librarian",
                "Head of cataloguing",
                "Instruction librarian",
            ],
        ),
        "Special" => (
            ["Law Library", "Medical Library", "Institute Library"],
            ["Librarian", "Reference lead", "Manager", "Research specialist"],
        ),
        "Archival" => (
            ["Historical Society", "Records Office", "City Archives"],
            [
                "Archivist",
                "Section head",
                "Digital preservation officer",
                "Processing archivist",
            ],
        ),
        "Museum" => (
            ["Art Museum", "Museum of Rail", "Children’s Museum"],
            ["Registrar", "Curator", "Education manager", "Exhibits director"],
        ),
        _ => (
            ["Public Library", "County Library", "Library District"],
            [
                "Branch supervisor",
                "Youth services manager",
                "Outreach librarian",
                "Head of adult services",
            ],
        ),
    }
}

/// Makes people and enrols them; `first` of the whole sample have been made before.
pub(super) fn enrol(
    maker: &mut Maker<'_>,
    w: &Write<'_>,
    cohort: &Cohort,
    count: u32,
    first: u32,
) -> Result<Vec<Member>> {
    let mut members = Vec::new();
    for number in 1..=count {
        let person = person(maker, first + number);
        people::put(w, &person)?;
        let weeks = u64::from(maker.seed.below(6)) + 1;
        let registered = cohort.starts.map(|day| day - Days::new(weeks * 7));
        let enrolment = Enrolment {
            id: EnrolmentId::of(cohort.id, person.id),
            cohort: cohort.id,
            person: person.id,
            number,
            sector: person.sector,
            level: person.level,
            aspiration: person.aspiration.clone(),
            institution: person.institution.clone(),
            position: person.position.clone(),
            region: person.region.clone(),
            size: person.size,
            registered,
            also: Vec::new(),
            left: None,
            since: None,
        };
        cohorts::put_enrolment(w, &enrolment)?;
        members.push(Member { enrolment, person });
    }
    Ok(members)
}

fn person(maker: &mut Maker<'_>, number: u32) -> Person {
    let Maker { app, seed, words, .. } = maker;
    let sector = words.sectors.get(seed.below(words.sectors.len() as u32) as usize);
    // Two draws, the lower one: more people at the beginning of their careers than at the top.
    let rank = seed
        .below(words.levels.len() as u32)
        .min(seed.below(words.levels.len() as u32));
    let (institutions, positions) = work(sector.map_or("", |sector| sector.name.as_str()));
    Person {
        id: PersonId(app.new_id()),
        given: (*seed.pick(&GIVEN)).to_owned(),
        family: (*seed.pick(&FAMILY)).to_owned(),
        email: format!("made-up-{number:05}@example.org"),
        institution: format!("{} {}", seed.pick(&TOWNS), seed.pick(&institutions)),
        position: (*seed.pick(&positions)).to_owned(),
        region: (*seed.pick(&REGIONS)).to_owned(),
        sector: sector.map(|sector| sector.id),
        level: words.levels.get(rank as usize).map(|level| level.id),
        size: Some(*seed.pick(&SizeBand::ALL)),
        aspiration: (*seed.pick(&ASPIRATIONS)).to_owned(),
        consent: match seed.below(10) {
            0 => Consent::No,
            1 => Consent::NotAnswered,
            _ => Consent::Yes,
        },
        // Nobody has a role: the list of staff is one of real people.
        roles: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use nexus_report::documents::Paper;
    use nexus_report::documents::participant::{ParticipantSummary, participant_summary};

    use super::*;

    #[test]
    fn every_name_has_all_its_letters_on_paper() {
        let summary = ParticipantSummary {
            cohort: super::super::PLACES.join(", "),
            facility: TOWNS.join(", "),
            award: None,
            code: "N01".to_owned(),
            name: FAMILY[0].to_owned(),
            identity: GIVEN.into_iter().chain(FAMILY).map(str::to_owned).collect(),
            coach: None,
            as_of: chrono::NaiveDate::default(),
            paper: Paper::A4,
            ratings: None,
            stands_out: Vec::new(),
            project: None,
            attendance: Vec::new(),
            lessons: Vec::new(),
            next_steps: Vec::new(),
            coach_notes: Vec::new(),
        };
        assert!(participant_summary(&summary).is_ok_and(|document| document.page_count() > 0));
    }
}
