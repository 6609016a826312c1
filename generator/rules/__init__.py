"""What must hold of content once it is readable: one rule, one function, one permanent id."""
