//! Text in the forms in which it is compared and shown.
