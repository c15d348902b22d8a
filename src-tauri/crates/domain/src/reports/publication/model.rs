//! What numbers printed in different places have to do with each other.
//!
//! Everybody has one value of each attribute, so every figure is a sum of *atoms*: numbers of people with the
//! same values throughout. Counting atoms over all attributes at once would be out of reach, and is not needed:
//! attributes that no table brings together are independent as far as a reader knows. Tables are gathered into
//! *blocks* of attributes that form a tree (an acyclic hypergraph, found by the reduction of Graham, Yu and
//! Ozsoyoglu; where it stalls, attributes in a ring become one block). Whole-number counts in the blocks of a
//! tree belong to some list of people exactly when neighbours agree on the attributes that they share (Vorob'ev
//! 1962 for the reals; for whole numbers people are matched group by group), so nothing is lost.

use std::collections::{BTreeMap, BTreeSet};

use super::figure::{Everybody, Figure};
use super::solver::{Row, System};

/// Most atoms in all.
const MOST: usize = 6000;

/// Most atoms of a block.
const MOST_OF_BLOCK: usize = 1000;

/// The tables bring so many attributes together that the check would take too long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TooLarge;

/// Figures as sums of atoms.
#[derive(Debug)]
pub(super) struct Model {
    system: System,
    sums: BTreeMap<usize, Vec<usize>>,
    /// Sums that neighbours have in common.
    ties: Vec<Tie>,
}

/// Two sums over atoms of neighbours that count the same people.
#[derive(Debug)]
struct Tie {
    here: Vec<usize>,
    there: Vec<usize>,
}

struct Block {
    attributes: Vec<String>,
    /// Groups of each attribute.
    sizes: Vec<usize>,
    first: usize,
    /// The block it hangs on, and the attributes that both have.
    parent: Option<(usize, BTreeSet<String>)>,
}

impl Model {
    /// The model of figures, each with its number, about so many people; of some attributes everybody has one of
    /// the values that figures name.
    ///
    /// # Errors
    /// [`TooLarge`] with more than [`MOST`] atoms, or [`MOST_OF_BLOCK`] in one block.
    pub(super) fn new(
        people: u32,
        everybody: &Everybody,
        figures: &BTreeMap<usize, Figure>,
    ) -> Result<Self, TooLarge> {
        let groups = groups(figures.values());
        let mut blocks = Vec::new();
        let mut atoms = 0_usize;
        for (attributes, parent) in tree(figures.values()) {
            let attributes: Vec<String> = attributes.into_iter().collect();
            let sizes: Vec<usize> = attributes
                .iter()
                .map(|one| groups[one].len() + usize::from(!everybody.has(one)))
                .collect();
            let here = sizes
                .iter()
                .try_fold(1_usize, |product, size| product.checked_mul(*size));
            let here = here.filter(|here| *here <= MOST_OF_BLOCK).ok_or(TooLarge)?;
            let first = atoms;
            atoms += here;
            if atoms > MOST {
                return Err(TooLarge);
            }
            blocks.push(Block {
                attributes,
                sizes,
                first,
                parent,
            });
        }
        let mut system = System {
            unknowns: atoms,
            rows: Vec::new(),
        };
        let mut ties = Vec::new();
        for block in &blocks {
            match &block.parent {
                Some((parent, shared)) => ties.extend(block.ties(&blocks[*parent], shared)),
                None => {
                    let terms = (block.first..block.first + block.atoms())
                        .map(|atom| (atom, 1))
                        .collect();
                    system.rows.push(Row {
                        terms,
                        sum: i64::from(people),
                    });
                }
            }
        }
        let sums = figures.iter().filter_map(|(number, figure)| {
            let holds = |block: &&Block| figure.0.keys().all(|one| block.attributes.contains(one));
            let block = blocks.iter().filter(holds).min_by_key(|block| block.atoms())?;
            Some((*number, block.sum(figure, &groups)))
        });
        let sums = sums.collect();
        Ok(Self { system, sums, ties })
    }

    /// The equations of what is known, and the unknown that stands for each of the asked figures.
    pub(super) fn system<'a>(
        &self,
        known: impl IntoIterator<Item = (&'a usize, &'a u32)>,
        asked: &[usize],
    ) -> (System, Vec<usize>) {
        let mut system = self.system.clone();
        let mut sums: BTreeMap<&[usize], i64> = BTreeMap::new();
        for (number, value) in known {
            if let Some(atoms) = self.sums.get(number) {
                sums.insert(atoms, i64::from(*value));
            }
        }
        for tie in &self.ties {
            // Neighbours that agree on a known number have nothing more to do with each other.
            match sums
                .get(&tie.here[..])
                .or_else(|| sums.get(&tie.there[..]))
                .copied()
            {
                Some(value) => {
                    sums.insert(&tie.here, value);
                    sums.insert(&tie.there, value);
                }
                None => {
                    let here = tie.here.iter().map(|atom| (*atom, 1));
                    let terms = here.chain(tie.there.iter().map(|atom| (*atom, -1))).collect();
                    system.rows.push(Row { terms, sum: 0 });
                }
            }
        }
        system.rows.extend(sums.into_iter().map(|(atoms, sum)| Row {
            terms: atoms.iter().map(|atom| (*atom, 1)).collect(),
            sum,
        }));
        let name = |number: &usize| match self.sums.get(number).map(Vec::as_slice) {
            Some([atom]) => *atom,
            Some(atoms) => system.name_sum(atoms),
            None => system.name_sum(&[]),
        };
        let unknowns = asked.iter().map(name).collect();
        (system, unknowns)
    }
}

impl Block {
    fn atoms(&self) -> usize {
        self.sizes.iter().product()
    }

    /// The group of each attribute of an atom.
    fn groups_of(&self, atom: usize) -> Vec<usize> {
        let mut rest = atom - self.first;
        let each = self.sizes.iter().map(|size| {
            let group = rest % size;
            rest /= size;
            group
        });
        each.collect()
    }

    fn sum(&self, figure: &Figure, groups: &BTreeMap<String, Vec<BTreeSet<String>>>) -> Vec<usize> {
        let inside = |atom: &usize| {
            self.attributes
                .iter()
                .zip(self.groups_of(*atom))
                .all(|(attribute, group)| {
                    match (figure.0.get(attribute), groups[attribute].get(group)) {
                        (None, _) => true,
                        // The last group is of those with any other value.
                        (Some(_), None) => false,
                        (Some(values), Some(group)) => group.is_subset(values),
                    }
                })
        };
        (self.first..self.first + self.atoms()).filter(inside).collect()
    }

    /// What it has in common with another block.
    fn ties(&self, other: &Block, shared: &BTreeSet<String>) -> Vec<Tie> {
        let mut meeting: BTreeMap<Vec<usize>, [Vec<usize>; 2]> = BTreeMap::new();
        for (side, block) in [self, other].into_iter().enumerate() {
            for atom in block.first..block.first + block.atoms() {
                let pairs = block.attributes.iter().zip(block.groups_of(atom));
                let place = pairs
                    .filter(|(one, _)| shared.contains(*one))
                    .map(|(_, group)| group);
                meeting.entry(place.collect()).or_default()[side].push(atom);
            }
        }
        meeting
            .into_values()
            .map(|[here, there]| Tie { here, there })
            .collect()
    }
}

/// Values of each attribute that no figure tells apart, gathered; values that no figure names are left out.
fn groups<'a>(figures: impl Iterator<Item = &'a Figure>) -> BTreeMap<String, Vec<BTreeSet<String>>> {
    let mut sets: BTreeMap<&String, BTreeSet<&BTreeSet<String>>> = BTreeMap::new();
    for (attribute, values) in figures.flat_map(|figure| &figure.0) {
        sets.entry(attribute).or_default().insert(values);
    }
    let gather = |sets: BTreeSet<&BTreeSet<String>>| {
        let mut together: BTreeMap<Vec<bool>, BTreeSet<String>> = BTreeMap::new();
        for value in sets.iter().copied().flatten() {
            let signs = sets.iter().map(|set| set.contains(value)).collect();
            together.entry(signs).or_default().insert(value.clone());
        }
        together.into_values().collect()
    };
    sets.into_iter()
        .map(|(attribute, sets)| (attribute.clone(), gather(sets)))
        .collect()
}

type Branch = (BTreeSet<String>, Option<(usize, BTreeSet<String>)>);

/// Sets of attributes that hold every figure and form a tree, each with the one it hangs on.
fn tree<'a>(figures: impl Iterator<Item = &'a Figure>) -> Vec<Branch> {
    let scopes: BTreeSet<BTreeSet<String>> =
        figures.map(|figure| figure.0.keys().cloned().collect()).collect();
    let mut edges: Vec<BTreeSet<String>> = scopes.into_iter().collect();
    if edges.is_empty() {
        edges.push(BTreeSet::new());
    }
    loop {
        let all = edges.clone();
        edges.retain(|one| !all.iter().any(|other| one != other && one.is_subset(other)));
        let mut rest = edges.clone();
        let mut parents: Vec<Option<(usize, BTreeSet<String>)>> = vec![None; edges.len()];
        let mut alive: BTreeSet<usize> = (0..edges.len()).collect();
        while reduce(&mut rest, &mut parents, &mut alive) {}
        if alive.len() == 1 {
            return edges.into_iter().zip(parents).collect();
        }
        // A ring: what is left of it becomes one set, on which its members hang.
        let ring = alive.iter().flat_map(|one| rest[*one].iter().cloned()).collect();
        edges.push(ring);
    }
}

/// One step of the reduction: drops an attribute that one set alone has, or a set inside another.
fn reduce(
    rest: &mut [BTreeSet<String>],
    parents: &mut [Option<(usize, BTreeSet<String>)>],
    alive: &mut BTreeSet<usize>,
) -> bool {
    let mut homes: BTreeMap<String, usize> = BTreeMap::new();
    for attribute in alive.iter().flat_map(|one| &rest[*one]) {
        *homes.entry(attribute.clone()).or_default() += 1;
    }
    let mut changed = false;
    for one in alive.iter() {
        let before = rest[*one].len();
        rest[*one].retain(|attribute| homes[attribute] > 1);
        changed |= rest[*one].len() < before;
    }
    let inside = alive.iter().find_map(|one| {
        let holds = |other: &&usize| *other != one && rest[*one].is_subset(&rest[**other]);
        Some((*one, *alive.iter().find(holds)?))
    });
    if let Some((one, other)) = inside {
        parents[one] = Some((other, rest[one].clone()));
        alive.remove(&one);
        changed = true;
    }
    changed
}
