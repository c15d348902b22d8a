# The library: instruments and frameworks, their drafts and versions.

screen-library = Instruments
library-mark = What is asked, and the competencies it is about
library-instrument = Instrument
library-framework = Framework
library-instruments = Instruments
library-frameworks = Frameworks
library-all = All instruments
library-import = Import…
library-export = Export…
library-copy = Copy…
library-preview = Preview
library-create = Create
library-new-instrument = New instrument
library-new-framework = New framework
library-search = Find an instrument or framework
library-show = Show
library-show-all = All { $count }
library-show-published = Published { $count }
library-show-drafts = Drafts { $count }
library-shown = { $shown } of { $all } shown
library-no-match = Nothing here fits.
library-undecided =
    { $count ->
        [one] Two contents bear the same version. Look at both and choose one.
       *[other] { $count } have two contents under one version. Look at them and choose.
    }
library-file-kind = Instrument or framework
library-file-name = { $key }, version { $number }.json
library-exported = Version { $number } was written to { $file }

## The list

library-field-title = Title
library-field-licence = Licence
library-field-source = Source
library-field-instructions = Instructions
library-field-framework = Framework
library-field-scale = Scale
library-field-labels = Words of the points
library-field-locked = Locked
library-field-items = Items
library-field-competencies = Competencies
library-field-low = Lowest point
library-field-high = Highest point
library-state = State
library-size = Contents
library-used = Used
library-sample = Sample
library-shipped = Ships with the program
library-locked = Locked
library-locked-long = Locked: it can only be copied
library-number = v{ $number }
library-items =
    { $count ->
        [one] { $count } item
       *[other] { $count } items
    }
library-competencies =
    { $count ->
        [one] { $count } competency
       *[other] { $count } competencies
    }
library-used-cohorts =
    { $count ->
        [0] not used yet
        [one] in { $count } cohort
       *[other] in { $count } cohorts
    }
library-used-instruments =
    { $count ->
        [0] named by none
        [one] named by { $count } instrument
       *[other] named by { $count } instruments
    }
library-sheets =
    { $count ->
        [one] { $count } sheet
       *[other] { $count } sheets
    }
library-state-draft = Draft
library-state-published = Published
library-state-redrafted = Next version in draft

## One of them

library-draft = Draft
library-open-draft = Open draft
library-redraft = Begin version { $number }
library-publish = Publish version { $number }
library-discard = Give up the draft
library-remove = Remove
library-removed = { $title } is in the bin
library-discarded = The draft of { $title } was given up
library-version = Version { $number }
library-versions = Versions
library-versions-none = Nothing is published yet.
library-version-published = published { $day }
library-version-current = In force
library-version-superseded = Superseded
library-version-undecided = To be decided
library-version-set-aside = Set aside
library-frozen = Published { $day }, frozen
library-frozen-shipped = Ships with the program, frozen
library-choose = Choose this one
library-choose-lead = Another content was published as version { $number } somewhere else. Choose the one that counts; what was asked with either stays readable.
library-chosen = This content counts as version { $number } now
library-compare = Compare
library-left = Left
library-right = Right
library-differences = Side by side
library-back = Back
library-same = Both say the same.
library-parts-same =
    { $count ->
        [one] { $count } part is the same on both sides.
       *[other] { $count } parts are the same on both sides.
    }
library-line-missing = nothing
library-change-added = added
library-change-removed = taken out
library-change-moved = moved
library-change-changed = changed
library-part-section = Section
library-part-item = Item
library-part-choice = Choice
library-part-group = Group
library-part-context = Context
library-part-competency = Competency
library-part-anchor = Anchor
library-cell-text = Words
library-cell-words = Words below
library-cell-about = Competency
library-cell-measures = Measures
library-cell-format = Answer
library-cell-scale = Scale
library-cell-labels = Words of the points
library-cell-low = Lowest
library-cell-high = Highest
library-cell-unit = Unit
library-cell-shown-if = Asked if
library-cell-levels = Levels
library-cell-sectors = Sectors
library-uses = Used by
library-uses-none = No cohort is asked it yet.
library-named-by = Named by
library-named-none = No instrument names it.
library-names-version = names version { $number }
library-scale = { $low } to { $high }
library-scale-own = own scale { $scale }
library-bounds = { $low } to { $high }
library-framework-missing = { $framework }, which is not here

## Copying and publishing

library-copy-title = Copy { $title }
library-copy-of = { $title }, our own
library-copy-lead = The copy gets an id of its own and can be changed. Answers to the one and to the other are never mixed.
library-copy-do = Copy
library-publish-title = Publish version { $number }
library-publish-instrument = A published version never changes. Cohorts that are asked now stay with their version; occasions that are planned from now on get this one.
library-publish-framework = A published version never changes. Instruments that name an earlier version stay with it until their own next version.
library-published = { $title } is published as version { $number }

## A file

library-import-title = { $file }
library-import-new = It is not here yet.
library-import-version = This version is not here yet.
library-import-same = Everything of it is here already.
library-import-other-content = This version number bears another content here. Both are kept until you choose one.
library-import-needs = It names the framework { $framework }, which is not here. Import that too, so that its competencies have words.
library-import-do = Import
library-imported = { $title }, version { $number }, is here

## A draft

library-draft-first = Draft of version { $number }
library-draft-from = Draft of version { $number }, begun from version { $from }
library-draft-saved = Every field is saved by itself
library-unchanged = The draft still says what the version in force says.
library-instructions-hint = What people read before the first item
library-framework-hint = Where its competencies and anchors come from
library-framework-none = None
library-labels-hint = One a line, the lowest first; or none at all
library-licence-hint = For example CC BY 4.0
library-source-hint = Who made it, and from what
library-locked-hint = Lock it once it is published: others may copy it, nobody may change it
library-problems =
    { $count ->
        [one] One thing has to be put right before it can be published:
       *[other] { $count } things have to be put right before it can be published:
    }
library-problem-title = It has no title.
library-problem-licence = It says no licence.
library-problem-source = It says no source.
library-problem-no-items = It has no items.
library-problem-no-competencies = It has no competencies.
library-problem-text = Words are missing.
library-problem-empty-section = The section has no items.
library-problem-no-choices = There is nothing to choose from.
library-problem-labels = A scale has a word for each point, or none; found { $found }.
library-problem-bounds = The lowest number, { $found }, is above the highest.
library-problem-not-earlier = It is to be asked after { $found }, which does not come before it.
library-problem-no-such-answer = It is to be asked after an answer that cannot be given: { $found }.
library-problem-no-competency = The framework has no competency { $found }.
library-problem-no-framework = The framework { $found } is not here.
library-problem-no-group = It is in no group.
library-problem-other-format = Version { $version } asks it as { $found }. Answers must keep their meaning: take it out and add a new item instead.
library-problem-other-scale = Version { $version } has the points { $found }. Answers must keep their meaning: take it out and add a new item instead.
library-problem-choice-gone = Version { $version } has the choice { $found }. Choices may be added and reworded, not taken out.
library-problem-other-unit = Version { $version } counts { $found }. Answers must keep their meaning: take it out and add a new item instead.
library-problem-other = { $found }

## Items

library-items-none = No items yet. Add the first one below.
library-item-text = Item
library-item-new = New item
library-item-add = Add item
library-item-for = Competency without an item
library-item-for-add = Add item for it
library-item-remove = Take the item out
library-item-format = Answer
library-item-measures = Measures
library-item-about = Competency
library-item-about-none = None
library-item-scale = Own scale
library-item-scale-hint = For example 1 4; empty for { $low } to { $high }
library-item-low = Lowest number
library-item-high = Highest number
library-item-unit = Unit
library-section-title = Section
library-section-new = New section
library-section-add = Add section
library-section-words = Text below the heading
library-section-remove = Take the heading out
library-grip = Move { $text }
library-details = More of { $text }
library-move-up = Move up
library-move-down = Move down
library-moved-up = Moved up
library-moved-down = Moved down
library-format-rating = Rating
library-format-one = One choice
library-format-several = Several choices
library-format-number = Number
library-format-text = A line of text
library-format-long-text = Open text
library-measures-reaction = Reaction
library-measures-learning = Learning
library-measures-behaviour = Behaviour
library-measures-results = Results
library-choices = Choices
library-choice = Choice { $number }
library-choice-new = New choice
library-choice-add = Add choice
library-choice-up = Move { $text } up
library-choice-down = Move { $text } down
library-choice-remove = Take { $text } out
library-if = Asked if
library-if-item = After
library-if-always = Always
library-if-test = The answer there
library-if-value = Number
library-if-values = Answers
library-test-answered = is given
library-test-is = is one of
library-test-is-not = is none of
library-test-at-least = is at least
library-test-at-most = is at most
library-if-answered = Asked if “{ $item }” is answered
library-if-is = Asked if “{ $item }” is { $values }
library-if-is-not = Asked if “{ $item }” is not { $values }
library-if-at-least = Asked if “{ $item }” is at least { $values }
library-if-at-most = Asked if “{ $item }” is at most { $values }

## Competencies

library-contexts = Contexts
library-contexts-hint = Where several fit a person, the first counts
library-context-new = New context
library-context-add = Add context
library-context-everybody = Everybody
library-context-levels = Levels of { $context }
library-context-sectors = Sectors of { $context }
library-groups = Groups
library-group = Group
library-group-new = New group
library-group-add = Add group
library-group-first = Add a group first; competencies stand in groups.
library-part-name = Name
library-competencies-none = No competencies yet.
library-competency-name = Competency
library-competency-new = New competency
library-competency-add = Add competency
library-competency-means = What it means
library-competency-remove = Take the competency out
library-general = Everybody
library-point = Point
library-anchors-of = What { $competency } looks like
library-anchor-of = Point { $point }, { $context }
library-anchors =
    { $count ->
        [one] { $count } anchor
       *[other] { $count } anchors
    }

## Steps

step-assessments-library-create = new definition { $detail }
step-assessments-library-edit = change to { $detail }
step-assessments-library-redraft = beginning the next draft of { $detail }
step-assessments-library-discard = giving up the draft of { $detail }
step-assessments-library-publish = publishing { $detail }
step-assessments-library-choose = choosing a version of { $detail }
step-assessments-library-remove = removing { $detail }
step-assessments-library-copy = copying to { $detail }
step-assessments-library-import = importing { $detail }
step-assessments-library-add = adding to { $detail }
step-assessments-library-part = change in { $detail }
step-assessments-library-anchor = anchor in { $detail }
step-assessments-library-move = move in { $detail }
step-assessments-library-take-out = taking a part out of { $detail }
