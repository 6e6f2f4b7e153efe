//! How a page travels from the prerenderer to the program: nested JSON lists without keys.
//!
//! Both sides are built together, so nothing is promised to anyone: fields are known by their place. A derived
//! `Deserialize` for these types weighed a hundred kilobytes of the program; this weighs a tenth, and the pages are
//! shorter. What is *kept* on a device has keys and versions: see `learner::saved`.

use std::rc::Rc;

use crate::id::Text;

/// A value on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing: an option that is not there.
    Nothing,
    /// A whole number.
    Number(u64),
    /// A text.
    Text(Text),
    /// A list.
    List(Vec<Value>),
    /// Values by name. Only what is kept on a device has names: see `learner::saved`.
    Map(Vec<(Text, Value)>),
}

/// Something that can travel.
pub trait Wire: Sized {
    /// It, on its way.
    fn to_wire(&self) -> Value;
    /// It, arrived. What is missing or of the wrong kind is replaced by something empty, and noted.
    fn from_wire(value: Value, receipt: &mut Receipt) -> Self;
}

/// Whether all that was sent has arrived.
///
/// Noting what is missing, instead of turning back at once, halves the weight of reading: there is no way out of the
/// middle of a thing, and so nothing half-made to clear away.
#[derive(Debug, Default)]
pub struct Receipt {
    has_gaps: bool,
}

impl Receipt {
    /// What was found; else what stands in for it, and a note.
    pub fn or<T>(&mut self, found: Option<T>, stand_in: T) -> T {
        self.has_gaps |= found.is_none();
        found.unwrap_or(stand_in)
    }
}

/// The thing that a value is; `None` if the value is no such thing.
pub fn arrived<T: Wire>(value: Value) -> Option<T> {
    let mut receipt = Receipt::default();
    let thing = T::from_wire(value, &mut receipt);
    (!receipt.has_gaps).then_some(thing)
}

/// The values of a list, one after the other.
#[derive(Debug)]
pub struct Values(std::vec::IntoIter<Value>);

impl Values {
    /// Opens a list.
    pub fn of(value: Value, receipt: &mut Receipt) -> Self {
        Self(receipt.or(value.into_list(), Vec::new().into_iter()))
    }

    /// The next value as what it is taken for.
    pub fn take<T: Wire>(&mut self, receipt: &mut Receipt) -> T {
        let value = self.next(receipt);
        T::from_wire(value, receipt)
    }

    #[inline(never)]
    fn next(&mut self, receipt: &mut Receipt) -> Value {
        receipt.or(self.0.next(), Value::Nothing)
    }
}

impl Value {
    /// The values of a list.
    pub fn into_list(self) -> Option<std::vec::IntoIter<Self>> {
        match self {
            Self::List(list) => Some(list.into_iter()),
            Self::Nothing | Self::Number(_) | Self::Text(_) | Self::Map(_) => None,
        }
    }

    /// The number.
    pub fn into_number(self) -> Option<u64> {
        match self {
            Self::Number(number) => Some(number),
            Self::Nothing | Self::Text(_) | Self::List(_) | Self::Map(_) => None,
        }
    }

    /// The text.
    pub fn into_text(self) -> Option<Text> {
        match self {
            Self::Text(text) => Some(text),
            Self::Nothing | Self::Number(_) | Self::List(_) | Self::Map(_) => None,
        }
    }

    /// The values by name; none if it is no map.
    pub fn into_map(self) -> Option<Vec<(Text, Self)>> {
        match self {
            Self::Map(map) => Some(map),
            Self::Nothing | Self::Number(_) | Self::Text(_) | Self::List(_) => None,
        }
    }
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl Wire for $number {
            fn to_wire(&self) -> Value {
                Value::Number(u64::from(*self))
            }

            fn from_wire(value: Value, receipt: &mut Receipt) -> Self {
                receipt.or(value.into_number().and_then(|number| number.try_into().ok()), 0)
            }
        }
    )*};
}

numbers!(u8, u16, u32, u64);

impl Wire for bool {
    fn to_wire(&self) -> Value {
        Value::Number(u64::from(*self))
    }

    fn from_wire(value: Value, receipt: &mut Receipt) -> Self {
        u64::from_wire(value, receipt) == 1
    }
}

impl Wire for Text {
    fn to_wire(&self) -> Value {
        Value::Text(self.clone())
    }

    fn from_wire(value: Value, receipt: &mut Receipt) -> Self {
        value.into_text().unwrap_or_else(|| receipt.or(None, Self::from("")))
    }
}

impl<T: Wire> Wire for Rc<T> {
    fn to_wire(&self) -> Value {
        T::to_wire(self)
    }

    fn from_wire(value: Value, receipt: &mut Receipt) -> Self {
        Self::new(T::from_wire(value, receipt))
    }
}

impl<T: Wire> Wire for Option<T> {
    fn to_wire(&self) -> Value {
        self.as_ref().map_or(Value::Nothing, T::to_wire)
    }

    fn from_wire(value: Value, receipt: &mut Receipt) -> Self {
        (value != Value::Nothing).then(|| T::from_wire(value, receipt))
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn to_wire(&self) -> Value {
        Value::List(self.iter().map(T::to_wire).collect())
    }

    fn from_wire(value: Value, receipt: &mut Receipt) -> Self {
        let list = Values::of(value, receipt).0;
        let mut things = Self::with_capacity(list.len());
        for value in list {
            things.push(T::from_wire(value, receipt));
        }
        things
    }
}

impl<A: Wire, B: Wire> Wire for (A, B) {
    fn to_wire(&self) -> Value {
        Value::List(vec![self.0.to_wire(), self.1.to_wire()])
    }

    fn from_wire(value: Value, receipt: &mut Receipt) -> Self {
        let mut list = Values::of(value, receipt);
        (list.take(receipt), list.take(receipt))
    }
}

/// What a variant that is not known is taken for: the first, with nothing in it. That it is not so is noted.
#[inline(never)]
pub(crate) fn first_variant(receipt: &mut Receipt) -> Value {
    receipt.or(None, Value::List(vec![Value::Number(0), Value::Nothing]))
}

/// Lets structs travel as the list of their fields, in the order given.
macro_rules! wire_struct {
    ($name:ident { $($field:ident),* $(,)? }) => {
        impl crate::wire::Wire for $name {
            fn to_wire(&self) -> crate::wire::Value {
                crate::wire::Value::List(vec![$(crate::wire::Wire::to_wire(&self.$field)),*])
            }

            fn from_wire(value: crate::wire::Value, receipt: &mut crate::wire::Receipt) -> Self {
                let mut list = crate::wire::Values::of(value, receipt);
                Self { $($field: list.take(receipt)),* }
            }
        }
    };
}

/// Lets enums without data travel as the number of their variant.
macro_rules! wire_names {
    ($name:ident { $($variant:ident),* $(,)? }) => {
        impl crate::wire::Wire for $name {
            fn to_wire(&self) -> crate::wire::Value {
                crate::wire::Value::Number(*self as u64)
            }

            fn from_wire(value: crate::wire::Value, receipt: &mut crate::wire::Receipt) -> Self {
                let all = [$(Self::$variant),*];
                let number = <u64 as crate::wire::Wire>::from_wire(value, receipt);
                let [first, ..] = all;
                receipt.or(all.into_iter().find(|variant| *variant as u64 == number), first)
            }
        }
    };
}

/// Lets enums whose variants hold one thing each travel as a number, given, and the thing.
macro_rules! wire_enum {
    ($name:ident { $($number:literal => $variant:ident),* $(,)? }) => {
        impl crate::wire::Wire for $name {
            fn to_wire(&self) -> crate::wire::Value {
                let (number, thing) = match self {
                    $(Self::$variant(thing) => ($number, crate::wire::Wire::to_wire(thing)),)*
                };
                crate::wire::Value::List(vec![crate::wire::Value::Number(number), thing])
            }

            fn from_wire(value: crate::wire::Value, receipt: &mut crate::wire::Receipt) -> Self {
                let mut list = crate::wire::Values::of(value, receipt);
                match list.take::<u64>(receipt) {
                    $($number => Self::$variant(list.take(receipt)),)*
                    _ => Self::from_wire(crate::wire::first_variant(receipt), receipt),
                }
            }
        }
    };
}

pub(crate) use {wire_enum, wire_names, wire_struct};
