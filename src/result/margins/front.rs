//! The most points that come of raising so many criteria to their maximum, for each number of them.
//!
//! In: criteria with what they have and can have, one by one; then such fronts, as they come together. Out: a front: with each number of
//! criteria the most points, and which ones. Exact for sums, choices of the best or the weakest, and caps, because each step of a front
//! is the best of its number and more points below never make less above. Not for: what is enough, which `climb` says.

use crate::base::points::Points;
use crate::result::margins::gather::{Gathered, meant};

/// Criteria, by their position.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks(Vec<u64>);

/// So many criteria, raised.
#[derive(Clone, Debug)]
pub(super) struct Rung {
    /// How many.
    pub(super) count: usize,
    /// What comes of it.
    pub(super) points: Points,
    /// Which.
    pub(super) raised: Marks,
}

/// Steps of rising counts and points; the first is what comes without raising any, or with the fewest that are enough.
#[derive(Clone, Debug)]
pub(super) struct Front(Vec<Rung>);

impl Marks {
    fn one(position: usize) -> Self {
        let (word, bit) = (position / 64, position % 64);
        let mut words = vec![0; word + 1];
        if let Some(last) = words.last_mut() {
            *last = 1 << bit;
        }
        Marks(words)
    }

    /// Those of both.
    pub(super) fn join(&mut self, other: &Marks) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (own, more) in self.0.iter_mut().zip(&other.0) {
            *own |= more;
        }
    }

    fn contains(&self, other: &Marks) -> bool {
        let mut joined = self.clone();
        joined.join(other);
        joined == *self
    }

    /// Whether one is among them.
    pub(super) fn has(&self, position: usize) -> bool {
        let word = self.0.get(position / 64).copied().unwrap_or_default();
        word & (1 << (position % 64)) != 0
    }
}

impl Front {
    /// A criterion at this position that has points and can have more.
    pub(super) fn of(position: usize, now: Points, most: Points) -> Self {
        let mut steps = vec![Rung {
            count: 0,
            points: now,
            raised: Marks::default(),
        }];
        if most > now {
            steps.push(Rung {
                count: 1,
                points: most,
                raised: Marks::one(position),
            });
        }
        Front(steps)
    }

    /// Its steps.
    pub(super) fn steps(&self) -> &[Rung] {
        &self.0
    }

    /// Only the steps that come to so many points; `None` where none does.
    pub(super) fn at_least(mut self, points: Points) -> Option<Self> {
        self.0.retain(|step| meant(step.points) >= points);
        (!self.0.is_empty()).then_some(self)
    }

    /// The most points.
    pub(super) fn most(&self) -> Points {
        self.0.last().map(|step| step.points).unwrap_or_default()
    }

    /// Those of all these steps that give more than any of fewer criteria.
    fn rising(mut steps: Vec<Rung>) -> Self {
        steps.sort_by(|one, other| {
            let count = one.count.cmp(&other.count);
            count.then_with(|| other.points.cmp(&one.points))
        });
        let mut kept: Vec<Rung> = Vec::new();
        for step in steps {
            if kept.last().is_none_or(|last| step.points > last.points) {
                kept.push(step);
            }
        }
        Front(kept)
    }

    /// Whether each step raises one criterion more than the one before, and gives no more than that one gave: then sums are a matter
    /// of taking the largest steps first.
    fn is_simple(&self) -> bool {
        let mut gain = None;
        self.0.windows(2).all(|pair| {
            let [one, next] = pair else { return false };
            let more = next.points - one.points;
            let falls = gain.is_none_or(|before| more <= before);
            gain = Some(more);
            falls && next.count == one.count + 1 && next.raised.contains(&one.raised)
        })
    }

    /// The sum with another, whatever the two are.
    fn with(&self, other: &Front) -> Front {
        let mut best: Vec<Option<(Points, usize, usize)>> = Vec::new();
        for (at, one) in self.0.iter().enumerate() {
            for (beside, two) in other.0.iter().enumerate() {
                let (count, points) = (one.count + two.count, one.points + two.points);
                if best.len() <= count {
                    best.resize(count + 1, None);
                }
                if let Some(known) = best.get_mut(count)
                    && known.is_none_or(|(most, ..)| points > most)
                {
                    *known = Some((points, at, beside));
                }
            }
        }
        let step = |(count, found): (usize, Option<(Points, usize, usize)>)| {
            let (points, at, beside) = found?;
            let mut raised = self.0.get(at)?.raised.clone();
            raised.join(&other.0.get(beside)?.raised);
            Some(Rung {
                count,
                points,
                raised,
            })
        };
        Front::rising(best.into_iter().enumerate().filter_map(step).collect())
    }

    /// The sum of simple ones: their largest steps first.
    fn sum_of_simple(all: &[Front]) -> Front {
        let mut last = Rung {
            count: 0,
            points: Points::ZERO,
            raised: Marks::default(),
        };
        let mut gains: Vec<(Points, &Marks)> = Vec::new();
        for front in all {
            if let Some(first) = front.0.first() {
                last.count += first.count;
                last.points = last.points + first.points;
                last.raised.join(&first.raised);
            }
            gains.extend(front.0.windows(2).filter_map(|pair| {
                let [one, next] = pair else { return None };
                Some((next.points - one.points, &next.raised))
            }));
        }
        gains.sort_by_key(|(gain, _)| std::cmp::Reverse(*gain));
        let mut steps = vec![last.clone()];
        for (gain, raised) in gains {
            last.count += 1;
            last.points = last.points + gain;
            last.raised.join(raised);
            steps.push(last.clone());
        }
        Front(steps)
    }
}

impl Gathered for Front {
    fn plus(all: Vec<Self>) -> Self {
        let (simple, others): (Vec<Front>, Vec<Front>) =
            all.into_iter().partition(Front::is_simple);
        let sum = Front::sum_of_simple(&simple);
        others.iter().fold(sum, |sum, other| sum.with(other))
    }

    fn best(all: Vec<Self>) -> Self {
        Front::rising(all.into_iter().flat_map(|front| front.0).collect())
    }

    fn weakest(all: Vec<Self>) -> Self {
        let points = all.iter().flat_map(|front| &front.0);
        let mut goals: Vec<Points> = points.map(|step| step.points).collect();
        goals.sort_unstable();
        goals.dedup();
        let steps = goals.into_iter().map_while(|goal| {
            let mut whole: Option<Rung> = None;
            for front in &all {
                let at = front.0.partition_point(|step| step.points < goal);
                let step = front.0.get(at)?;
                whole = Some(match whole {
                    None => step.clone(),
                    Some(mut whole) => {
                        whole.count += step.count;
                        whole.points = whole.points.min(step.points);
                        whole.raised.join(&step.raised);
                        whole
                    }
                });
            }
            whole
        });
        Front::rising(steps.collect())
    }

    fn capped(self, most: Points) -> Self {
        let steps = self.0.into_iter().map(|step| Rung {
            points: step.points.min(most),
            ..step
        });
        Front::rising(steps.collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn front(position: usize, now: i64, most: i64) -> Front {
        Front::of(position, Points::from(now), Points::from(most))
    }

    fn steps(front: &Front) -> Vec<(usize, String)> {
        let steps = front.steps().iter();
        steps
            .map(|step| (step.count, step.points.to_string()))
            .collect()
    }

    fn said(steps: &[(usize, &str)]) -> Vec<(usize, String)> {
        let steps = steps.iter();
        steps
            .map(|(count, points)| (*count, (*points).to_string()))
            .collect()
    }

    #[test]
    fn sums_take_the_largest_first() {
        let sum = Front::plus(vec![front(0, 1, 3), front(1, 0, 10), front(2, 4, 4)]);
        assert_eq!(steps(&sum), said(&[(0, "5"), (1, "15"), (2, "17")]));
        let last = sum.steps().last().map(|step| step.raised.clone());
        let last = last.unwrap_or_default();
        assert_eq!([0, 1, 2].map(|at| last.has(at)), [true, true, false]);
    }

    #[test]
    fn the_weakest_of_several_needs_all_of_them() {
        let weakest = Front::weakest(vec![front(0, 1, 10), front(1, 1, 8), front(2, 5, 10)]);
        assert_eq!(steps(&weakest), said(&[(0, "1"), (2, "5"), (3, "8")]));
        // Two of the three, and no single one, bring four points; beside it a criterion of three.
        let sum = Front::plus(vec![weakest, front(3, 0, 3)]);
        let expected = [(0, "1"), (1, "4"), (2, "5"), (3, "8"), (4, "11")];
        assert_eq!(steps(&sum), said(&expected));
    }

    #[test]
    fn no_more_counts_than_the_best_or_a_cap() {
        let best = Front::best(vec![front(0, 2, 6), front(1, 4, 5)]);
        assert_eq!(steps(&best), said(&[(0, "4"), (1, "6")]));
        let sum = Front::plus(vec![front(0, 2, 6), front(1, 4, 5)]);
        assert_eq!(
            steps(&sum.capped(Points::from(9))),
            said(&[(0, "6"), (1, "9")])
        );
    }

    #[test]
    fn positions_beyond_a_word_are_kept_apart() {
        let sum = Front::plus(vec![front(3, 0, 1), front(67, 0, 2), front(640, 0, 3)]);
        let raised = sum.steps().get(2).map(|step| step.raised.clone());
        let raised = raised.unwrap_or_default();
        assert_eq!([3, 67, 640].map(|at| raised.has(at)), [false, true, true]);
    }
}
