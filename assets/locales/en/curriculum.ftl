# The curriculum: the list of modules, one module with its draft and versions, files, and the way into an agenda.

screen-curriculum = Curriculum
curriculum-mark = Kept by the coalition
curriculum-caption = Modules of the curriculum
curriculum-none = What you train well once can be trained well again, also by others. Write a module: what people can do after it, how long it takes, and what the facilitator says.
curriculum-search = Search modules
curriculum-show = Which modules
curriculum-show-all = All { $count }
curriculum-show-published = Published { $count }
curriculum-show-drafts = Drafts { $count }
curriculum-no-match = No module here matches.
curriculum-shown =
    { $shown ->
        [one] { $shown } module of { $all }
       *[other] { $shown } modules of { $all }
    }
curriculum-undecided =
    { $count ->
        [one] One module has two texts under the same number. Choose which one counts:
       *[other] { $count } modules have two texts under the same number. Choose which ones count:
    }

## One module

module-mark = Module
module-new = New module
module-create = Make the module
module-title-hint = What it is called on an agenda
module-used = Used
module-used-times =
    { $count ->
        [0] not yet
        [one] in { $count } session
       *[other] in { $count } sessions
    }
module-minutes = { $count } min
module-state = State
module-state-draft = Draft
module-state-published = Published
module-state-redrafted = Published, next draft begun
module-number = v{ $number }
module-sample = Sample
module-remove = Remove module
module-removed = “{ $title }” is in the bin. Agendas keep their blocks.
module-all = All modules
module-export = Export

## What a module says

module-field-title = Title
module-field-purpose = Purpose
module-field-purpose-hint = What people can do after it
module-field-minutes = Minutes
module-field-competencies = Competencies
module-field-materials = Materials
module-field-materials-hint = What has to be in the room
module-field-notes = Facilitator notes
module-field-notes-hint = What you say and do. A block in an agenda begins with these words.
module-field-application = Use in the project
module-field-application-hint = How people use it on their own project
module-field-licence = Licence
module-field-licence-hint = Under which others may use it, e.g. CC BY 4.0
module-field-source = Source
module-field-source-hint = Who made it, and from what
module-empty = not written

## Draft

module-draft = Draft
module-draft-first = Draft of version { $number }
module-draft-from = Draft of version { $number }, begun from version { $from }
module-draft-saved = Each field is saved as you leave it.
module-missing = Before it can be published it needs: { $fields }.
module-unchanged = The draft says what the current version says. Change something before you publish it.
module-publish = Publish version { $number }
module-publish-title = Publish version { $number }?
module-publish-text = Its text can never be changed afterwards: agendas and other facilities rely on it. What you think of later goes into version { $next }.
module-published = Version { $number } of “{ $title }” is published.
module-discard = Give the draft up
module-discarded = The draft of “{ $title }” is gone.
module-redraft = Begin version { $number } from this one
module-open-draft = Go on with the draft

## Versions

module-versions = Versions
module-versions-none = Nothing is published yet.
module-version = Version { $number }
module-version-current = Current
module-version-superseded = Superseded
module-version-undecided = To decide
module-version-set-aside = Set aside
module-version-used =
    { $count ->
        [0] not used yet
        [one] used in { $count } session
       *[other] used in { $count } sessions
    }
module-version-published = published { $day }
module-frozen = Published { $day }. This text does not change any more.
module-newer = Version { $number } took its place.
module-compare = Compare
module-choose = Let this text count
module-chosen = Version { $number } is decided. The other text stays readable under “Set aside”.
module-undecided = Two texts bear the number { $number }: two facilities published apart. Read both, then choose which one counts. Nothing is lost, and agendas keep what they were made from.

## Where it was used

module-uses = Where it was used
module-uses-none = In no agenda yet. Open a session and take “Add from the curriculum”.
module-use-place = { $place }, { $facility }
module-lessons = What came of it
module-lessons-none = No project tells yet what changed because of it.

## Differences

differences-title = Differences
differences-left = Earlier text
differences-right = Later text
differences-same = The two texts say the same.
differences-unchanged = { $fields } say the same in both.
differences-line-missing = no such line
differences-back = Back to the module

## One file

curriculum-export-all = Export all
curriculum-file-name = curriculum.json
curriculum-file-one = { $title }.json
curriculum-exported =
    { $modules ->
        [one] One module with { $versions } published versions is in { $file }.
       *[other] { $modules } modules with { $versions } published versions are in { $file }.
    }
curriculum-import = Import a file
curriculum-kind = Curriculum
curriculum-import-title = What { $file } brings
curriculum-import-none = Everything in this file is here already, to the letter. Nothing is left to do.
curriculum-import-do = Take it in
curriculum-import-new =
    { $count ->
        [one] One module is new
       *[other] { $count } modules are new
    }
curriculum-import-versions =
    { $count ->
        [one] One new version of a module that is here
       *[other] { $count } new versions of modules that are here
    }
curriculum-import-other =
    { $count ->
        [one] One version has another text than the one here
       *[other] { $count } versions have another text than those here
    }
curriculum-import-other-lead = Both texts are kept. On the page of the module you choose which one counts.
curriculum-import-drafts =
    { $count ->
        [one] One draft is left out, because the module is here
       *[other] { $count } drafts are left out, because the modules are here
    }
curriculum-import-same =
    { $count ->
        [one] One module is here already.
       *[other] { $count } modules are here already.
    }
curriculum-imported = { $file } is taken in.

## In an agenda

block-from-curriculum = Add from the curriculum
block-module-title = Add from the curriculum
block-module-none = No module is published yet. Publish one under Curriculum, and it can become a block here.
block-module-open = Open the curriculum
block-module-added = “{ $title }” is in the agenda.
block-module-add = Add { $title }
block-origin = from { $title } v{ $number }
block-origin-gone = from { $title } v{ $number }, in the bin
block-origin-newer = v{ $number } is out

## Steps

step-curriculum-create = new module { $detail }
step-curriculum-edit = change to the module { $detail }
step-curriculum-redraft = beginning the next draft of { $detail }
step-curriculum-discard = giving up the draft of { $detail }
step-curriculum-publish = publishing { $detail }
step-curriculum-choose = choice between two texts of { $detail }
step-curriculum-remove = removing the module { $detail }
step-curriculum-import = taking in { $detail }
step-sessions-block-module = new block { $detail } from the curriculum
