"""When an article was published and modified, in the languages and calendars of the press."""
