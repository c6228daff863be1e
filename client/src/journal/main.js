/** The journal's own pages: how it begins, opens, changes its words, and on which phones it is. */
