//! Content handed to components: compared by identity.

use std::ops::Deref;
use std::rc::Rc;

/// A piece of the page, shared. Two are equal if they are one and the same: content never changes while it is shown,
/// and comparing lessons word by word on every render would take time and code.
pub(crate) struct Shared<T>(Rc<T>);

impl<T> Shared<T> {
    /// Shares what a page holds.
    pub(crate) fn of(content: &Rc<T>) -> Self {
        Self(Rc::clone(content))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
