# Sessions: the list, the agenda as planned, agendas from text.

## Steps

step-sessions-create = new session { $detail }
step-sessions-edit = change to { $detail }
step-sessions-remove = taking away { $detail }
step-sessions-import = agenda of { $detail }
step-sessions-block-add = new block { $detail }
step-sessions-block-edit = change to { $detail }
step-sessions-block-move = moving { $detail }
step-sessions-block-remove = taking out { $detail }
step-sessions-start = start of { $detail }
step-sessions-next = next block of { $detail }
step-sessions-more = change of time in { $detail }
step-sessions-pause = pause of { $detail }
step-sessions-resume = going on with { $detail }
step-sessions-end = end of { $detail }
step-sessions-reopen = taking up { $detail } again
step-sessions-shift = later times of { $detail }
step-sessions-shrink = shorter blocks of { $detail }
step-sessions-drop = leaving out optional blocks of { $detail }
step-sessions-mark = attendance of { $detail }
step-sessions-mark-rest = rest present at { $detail }
step-sessions-walk-in = walk-in { $detail }
step-sessions-note = note in { $detail }
step-sessions-note-correct = correction of a note in { $detail }
step-sessions-note-remove = taking away a note in { $detail }
