//! Putting items in order, with a point for each neighbouring pair that stands as it should.

use super::{Invalid, Mark, Outcome, Reason, Response, Score};
use crate::id::{OptionId, Text};
use crate::wire::wire_struct;

/// An item to be put in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its name, in the responses of learners.
    pub id: OptionId,
    /// What the learner reads.
    pub text: Text,
    /// Why it stands where it stands.
    pub because: Text,
}

/// Items in their right order, and the order in which they are first shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ordering {
    /// The items, in the right order; at least two.
    pub items: Vec<Item>,
    /// The ids of all items in the order in which they are first shown.
    pub shown: Vec<OptionId>,
}

impl Ordering {
    /// Marks an order: one point for each item directly followed by the one that should follow it.
    pub fn mark(&self, response: &Response) -> Mark {
        let order = match response {
            Response::Unsure => return Mark::Unsure,
            Response::Chosen(chosen) if chosen.is_empty() => return Mark::Unanswered,
            Response::Filled(parts) if parts.is_empty() => return Mark::Unanswered,
            Response::Chosen(_) | Response::Filled(_) => return Mark::Invalid(Invalid::WrongKind),
            Response::Ordered(order) => order,
        };
        if !self.is_permutation(order) {
            return Mark::Invalid(Invalid::UnknownOption);
        }
        let follows =
            |pair: &[OptionId]| self.items.windows(2).any(|right| pair.iter().eq(right.iter().map(|i| &i.id)));
        let points = order.windows(2).filter(|pair| follows(pair)).count();
        Mark::Scored(Score::new(points, self.items.len().saturating_sub(1)))
    }

    /// The response with every item in its place.
    pub fn right_response(&self) -> Response {
        Response::Ordered(self.items.iter().map(|item| item.id.clone()).collect())
    }

    /// What is said of each item, in the right order. A point is a pair of neighbours: it is said of the second of them,
    /// and of the first item of all if it stands first.
    pub fn reasons(&self, response: &Response) -> Vec<Reason> {
        let order: &[OptionId] = match response {
            Response::Ordered(order) => order,
            Response::Chosen(_) | Response::Filled(_) | Response::Unsure => &[],
        };
        let is_in_place = |n: usize, item: &Item| {
            let before = n.checked_sub(1).and_then(|before| self.items.get(before));
            match before {
                None => order.first() == Some(&item.id),
                Some(before) => order.windows(2).any(|pair| pair.iter().eq([&before.id, &item.id])),
            }
        };
        let reason = |(n, item): (usize, &Item)| Reason {
            part: item.id.clone(),
            text: item.text.clone(),
            outcome: if is_in_place(n, item) { Outcome::Right } else { Outcome::Missed },
            given: None,
            right: None,
            clue: None,
            because: item.because.clone(),
        };
        self.items.iter().enumerate().map(reason).collect()
    }

    /// Whether `order` names each item once.
    pub fn is_permutation(&self, order: &[OptionId]) -> bool {
        order.len() == self.items.len() && self.items.iter().all(|item| order.contains(&item.id))
    }

    /// The item of that name.
    pub fn item(&self, id: &OptionId) -> Option<&Item> {
        self.items.iter().find(|item| item.id == *id)
    }

    /// `order` with the item at `from` taken out and put in at `to`; unchanged where there is no such place.
    pub fn moved(order: &[OptionId], from: usize, to: usize) -> Vec<OptionId> {
        let mut order = order.to_vec();
        if from < order.len() && to < order.len() {
            let item = order.remove(from);
            order.insert(to, item);
        }
        order
    }
}

wire_struct!(Item { id, text, because });
wire_struct!(Ordering { items, shown });

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::sorted::SortedMap;

    fn ordering(n: usize) -> Ordering {
        let item = |n: usize| Item {
            id: OptionId::from(format!("i{n}").as_str()),
            text: "text".into(),
            because: "because".into(),
        };
        let items: Vec<Item> = (0..n).map(item).collect();
        let shown = items.iter().rev().map(|item| item.id.clone()).collect();
        Ordering { items, shown }
    }

    fn order(places: &[usize]) -> Vec<OptionId> {
        places.iter().map(|n| OptionId::from(format!("i{n}").as_str())).collect()
    }

    #[track_caller]
    fn check(places: &[usize], points: usize, of: usize) {
        let mark = ordering(places.len()).mark(&Response::Ordered(order(places)));
        assert_eq!(mark, Mark::Scored(Score::new(points, of)), "{places:?}");
    }

    #[test]
    fn each_neighbouring_pair_in_order_is_a_point() {
        check(&[0, 1, 2, 3], 3, 3);
        check(&[1, 2, 3, 0], 2, 3);
        check(&[0, 2, 1, 3], 0, 3);
        check(&[3, 2, 1, 0], 0, 3);
        check(&[2, 3, 0, 1], 2, 3);
    }

    #[test]
    fn an_order_that_lacks_or_repeats_an_item_is_invalid() {
        for places in [vec![0, 1], vec![0, 0, 1], vec![0, 1, 7]] {
            let mark = ordering(3).mark(&Response::Ordered(order(&places)));
            assert_eq!(mark, Mark::Invalid(Invalid::UnknownOption), "{places:?}");
        }
    }

    #[test]
    fn an_order_not_touched_is_unanswered() {
        assert_eq!(ordering(3).mark(&Response::nothing()), Mark::Unanswered);
        assert_eq!(ordering(3).mark(&Response::Filled(SortedMap::default())), Mark::Unanswered);
    }

    #[test]
    fn parts_filled_in_are_no_order() {
        let filled = Response::Filled([(OptionId::from("i0"), "text".into())].into_iter().collect());
        assert_eq!(ordering(3).mark(&filled), Mark::Invalid(Invalid::WrongKind));
    }

    proptest! {
        #[test]
        fn only_the_right_order_earns_everything(
            places in (2usize..7).prop_flat_map(|n| Just((0..n).collect::<Vec<_>>()).prop_shuffle())
        ) {
            let score = ordering(places.len()).mark(&Response::Ordered(order(&places))).score();
            prop_assert_eq!(score.map(Score::is_full), Some(places.is_sorted()));
        }

        #[test]
        fn moving_an_item_keeps_every_item(n in 2usize..7, from in 0usize..9, to in 0usize..9) {
            let moved = Ordering::moved(&ordering(n).shown, from, to);
            prop_assert!(ordering(n).is_permutation(&moved));
        }
    }
}
