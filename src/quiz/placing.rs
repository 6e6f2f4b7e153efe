//! Putting each item in a place: a partner each, when matching; a group for several, when sorting cards.

use super::{Invalid, Mark, Outcome, Reason, Response, Score};
use crate::id::{OptionId, Text};
use crate::wire::wire_struct;

/// A place to put items in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its name, in the responses of learners.
    pub id: OptionId,
    /// What the learner reads.
    pub text: Text,
}

/// An item to be put in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Its name, in the responses of learners.
    pub id: OptionId,
    /// What the learner reads.
    pub text: Text,
    /// The place where it belongs.
    pub place: OptionId,
    /// The words of its text that give it away.
    pub clue: Option<Text>,
    /// Why it belongs there.
    pub because: Text,
}

/// Items and places, each in the order in which they are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placing {
    /// The items; at least one.
    pub items: Vec<Placed>,
    /// The places; the place of every item is among them.
    pub places: Vec<Place>,
}

impl Placing {
    /// Marks a response: one point for each item in its place. What is not placed yet earns nothing.
    pub fn mark(&self, response: &Response) -> Mark {
        let filled = match response {
            Response::Unsure => return Mark::Unsure,
            Response::Filled(filled) => filled,
            Response::Chosen(chosen) if chosen.is_empty() => return Mark::Unanswered,
            Response::Chosen(_) | Response::Ordered(_) => return Mark::Invalid(Invalid::WrongKind),
        };
        if filled.iter().next().is_none() {
            return Mark::Unanswered;
        }
        let fits = |(item, place): &(OptionId, Text)| {
            self.items.iter().any(|known| known.id == *item)
                && self.places.iter().any(|known| *known.id.as_str() == **place)
        };
        if !filled.iter().all(fits) {
            return Mark::Invalid(Invalid::UnknownOption);
        }
        let points = self.items.iter().filter(|item| response.put(&item.id) == Some(item.place.as_str())).count();
        Mark::Scored(Score::new(points, self.items.len()))
    }

    /// The response that puts every item where it belongs.
    pub fn right_response(&self) -> Response {
        Response::Filled(self.items.iter().map(|item| (item.id.clone(), item.place.as_str().into())).collect())
    }

    /// What is said of each item.
    pub fn reasons(&self, response: &Response) -> Vec<Reason> {
        let text_of =
            |id: &str| self.places.iter().find(|place| place.id.as_str() == id).map(|place| place.text.clone());
        let reason = |item: &Placed| {
            let put = response.put(&item.id);
            let is_right = put == Some(item.place.as_str());
            Reason {
                part: item.id.clone(),
                text: item.text.clone(),
                outcome: match put {
                    None => Outcome::Missed,
                    Some(_) if is_right => Outcome::Right,
                    Some(_) => Outcome::Wrong,
                },
                given: put.and_then(text_of),
                right: text_of(item.place.as_str()),
                clue: item.clue.clone(),
                because: item.because.clone(),
            }
        };
        self.items.iter().map(reason).collect()
    }
}

wire_struct!(Place { id, text });
wire_struct!(Placed { id, text, place, clue, because });
wire_struct!(Placing { items, places });

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn placing(places_of_items: &[usize], places: usize) -> Placing {
        let item = |(n, place): (usize, &usize)| Placed {
            id: OptionId::from(format!("i{n}").as_str()),
            text: "text".into(),
            place: OptionId::from(format!("p{place}").as_str()),
            clue: None,
            because: "because".into(),
        };
        let place = |n: usize| Place { id: OptionId::from(format!("p{n}").as_str()), text: "place".into() };
        Placing {
            items: places_of_items.iter().enumerate().map(item).collect(),
            places: (0..places).map(place).collect(),
        }
    }

    fn filled(pairs: &[(&str, &str)]) -> Response {
        Response::Filled(pairs.iter().map(|(item, place)| (OptionId::from(*item), Text::from(*place))).collect())
    }

    #[test]
    fn each_item_in_its_place_is_a_point() {
        let placing = placing(&[0, 1, 1], 3);
        let mark = placing.mark(&filled(&[("i0", "p0"), ("i1", "p0"), ("i2", "p1")]));
        assert_eq!(mark, Mark::Scored(Score::new(2, 3)));
    }

    #[test]
    fn what_is_not_placed_yet_earns_nothing_and_nothing_placed_is_unanswered() {
        let placing = placing(&[0, 1], 2);
        assert_eq!(placing.mark(&filled(&[("i0", "p0")])), Mark::Scored(Score::new(1, 2)));
        assert_eq!(placing.mark(&filled(&[])), Mark::Unanswered);
        assert_eq!(placing.mark(&Response::nothing()), Mark::Unanswered);
    }

    #[test]
    fn a_place_or_an_item_that_is_gone_is_invalid() {
        let placing = placing(&[0, 1], 2);
        for pairs in [[("i0", "p7")], [("i7", "p0")]] {
            assert_eq!(placing.mark(&filled(&pairs)), Mark::Invalid(Invalid::UnknownOption));
        }
    }

    proptest! {
        #[test]
        fn only_everything_in_its_place_earns_everything(
            belongs in prop::collection::vec(0usize..3, 1..6),
            put in prop::collection::vec(0usize..3, 6),
        ) {
            let placing = placing(&belongs, 3);
            let pairs = (0..belongs.len())
                .map(|n| (OptionId::from(format!("i{n}").as_str()), Text::from(format!("p{}", put[n]))));
            let score = placing.mark(&Response::Filled(pairs.collect())).score();
            let is_right = belongs.iter().zip(&put).all(|(belongs, put)| belongs == put);
            prop_assert_eq!(score.map(Score::is_full), Some(is_right));
        }
    }
}
