# Reports on screen: what can be made, its pages before they are handed out, writing, and what was issued.

screen-reports = Reports
reports-all = All reports
reports-kinds = What can be made
reports-open = Open
reports-open-of = Open: { $kind }
reports-open-template = { $kind }: { $template }
reports-pick = Choose…
reports-pick-session = { $kind }: session
reports-pick-person = { $kind }: participant
reports-no-sessions = There is no session yet.
reports-no-people = Nobody is in this cohort yet.
reports-no-kind = There is no report of this kind.
reports-as-of = Data as of { $date }

reports-kind-funder = Funder report
reports-about-funder = What the program was given, did and achieved, along its logic model. For funders and boards.
reports-kind-statements = Performance statements
reports-about-statements = How many participants chose each answer to the statements that a funder counts. For the funder’s own form.
reports-kind-cohort = Cohort report
reports-about-cohort = How one cohort went, from who came to what changed. For those who run it.
reports-kind-session = Session summary
reports-about-session = Who came, the agenda as it ran, what was decided. For the team and those who missed it.
reports-kind-coach = Coach brief
reports-about-coach = Each participant with their project and what waits for a reply. For a coach before a meeting; it names people.
reports-kind-participant = Participant summary
reports-about-participant = Self-assessment, attendance, project and lessons of one participant. For that participant only.
reports-kind-certificate = Certificate of completion
reports-about-certificate = That somebody took part, with sessions and hours, to be signed. For that participant.

## Everybody of a cohort

reports-everybody = Everybody…
reports-everybody-of = { $kind }: everybody
reports-everybody-hint =
    { $count ->
        [one] Makes 1 file and keeps a copy of it in the archive.
       *[other] Makes up to { $count } files and keeps a copy of each in the archive.
    }
reports-everybody-zip = As a zip file…
reports-everybody-folder = Into a folder…
reports-everybody-file = { $cohort } { $kind }
reports-everybody-made =
    { $count ->
        [0] Nothing was made.
        [one] 1 report was made.
       *[other] { $count } reports were made.
    }
reports-everybody-left-out = These could not be made:

## Papers that are printed elsewhere

reports-papers = Papers
reports-papers-text = Papers to work with are printed where the work is:
reports-papers-session = agendas and sign-in sheets
reports-papers-forms = paper forms
reports-papers-model = the sheet of the logic model

## Archive

reports-archive = Archive
reports-archive-none = Nothing was issued yet. What you export from a preview is kept here, byte for byte.
reports-archive-find = Search the archive
reports-archive-all = Show all { $count }
reports-pages-count =
    { $count ->
        [one] 1 page
       *[other] { $count } pages
    }
reports-issued-to = { $at }, { $author }, to { $to }
reports-issued-at = { $at }, { $author }
reports-issued-line = { $title }, { $day }
reports-issued-line-to = { $title }, { $day }, to { $to }
reports-hash = First signs of the SHA-256 hash of its bytes
reports-corrects = Corrects an earlier one: { $reason }
reports-superseded = Superseded by { $by }
reports-in-force = In force
reports-save = Save a copy
reports-save-of = Save a copy of { $title }
reports-saved = Saved as { $file }
reports-away = Not on this laptop yet
reports-remove = Remove
reports-remove-of = Remove { $title }
reports-remove-title = Remove this report?
reports-remove-text = Only if it never left the house. Later reports are no longer checked with it, so that two of them together could tell what one keeps back. It goes to the bin; an undo brings it back.
reports-remove-yes = Remove it

## Templates

reports-templates = Templates
reports-template-add = Add a template
reports-template-files = Template
reports-template-added = The template is there.
reports-template-own = Added at this facility.

## Thresholds

reports-thresholds = Smallest groups
reports-thresholds-text = A number that stands for fewer people than this is withheld, and so are others that would give it away. From 3 to 50. The help (F1) says what these numbers are for.
reports-audience-public = Public
reports-audience-funder = Funder
reports-audience-coach = Coach
reports-audience-internal = This facility
reports-audience-participant = Participant
reports-groups = groups of { $people } or more
reports-own-data = their own data only

## Preview: the pages

reports-pages = Pages
reports-page = Page { $page } of { $of }
reports-previous = Previous page
reports-next = Next page
reports-fit-page = Fit page
reports-fit-width = Fit width
reports-larger = Larger
reports-smaller = Smaller
reports-sheet-at = { $sheet }, { $percent } %
reports-making = Making the pages
reports-make = Make the pages
reports-stopped = Stopped. No pages were made.
reports-stopped-old = Stopped. These pages are older than what is stored now.
reports-spots = Numbers on this page
reports-spots-count =
    { $count ->
        [one] 1 number on this page
       *[other] { $count } numbers on this page
    }
reports-spots-hint = Each leads to the records that it was counted from.
reports-figure = { $name }: { $value }
reports-figure-other = A figure that stands for itself

## Preview: what is behind a figure

reports-behind = What is behind it
reports-behind-records =
    { $count ->
        [0] No record
        [one] 1 record
       *[other] { $count } records
    }
reports-behind-shown = { $shown } of { $count } shown
reports-record-person = Participant
reports-record-session = Session
reports-record-project = Project
reports-record-results = Results
reports-record-outcomes = Outcomes
reports-record-inputs = Partners and hours
reports-record-curriculum = Curriculum

## Preview: choices

reports-choices = Choices for this report
reports-for-whom = For whom
reports-scope = About
reports-scope-cohort = This cohort
reports-scope-program = Whole program
reports-sheet = Paper
reports-sheet-letter = Letter
reports-sheet-a4 = A4
reports-sections = Sections
reports-sections-of =
    { $pages ->
        [one] { $included } of { $all }, 1 page
       *[other] { $included } of { $all }, { $pages } pages
    }
reports-words =
    { $words ->
        [0] no words yet
        [one] 1 word
       *[other] { $words } words
    }
reports-words-of = { $words } of { $most } words
reports-words-over =
    { $count ->
        [one] – one too many
       *[other] – { $count } too many
    }
reports-problems =
    { $count ->
        [one] One thing stands in the way
       *[other] { $count } things stand in the way
    }
reports-withheld = Withheld, and why
reports-withheld-all = Full list
reports-withheld-hint = How many numbers of each table are not printed. The report shows a dash and never says which of these reasons it is.
reports-differing =
    { $count ->
        [one] One issued report does not agree with the records of today, so that the two could not be checked together.
       *[other] { $count } issued reports do not agree with the records of today, so that they could not be checked together.
    }

## Writing

reports-write = Write
reports-write-of = Write: { $section }
reports-write-done = Back to the pages
reports-write-none = Nothing is written in this section.
reports-reads = How it will read
reports-reads-nothing = Nothing is written yet.
reports-figures = Figures to put in
reports-figures-hint = They stay linked: when a figure changes, you are told. Only what may be printed for these readers is here.
reports-figures-find = Search figures
reports-figures-found =
    { $count ->
        [one] 1 figure
       *[other] { $count } figures
    }
reports-figures-none = No figure is called that.
reports-put = Put in
reports-put-of = Put in { $name }: { $value }
reports-stale-count =
    { $count ->
        [one] 1 figure changed
       *[other] { $count } figures changed
    }
reports-stale-line = { $name }: was { $written }, is { $now }
reports-stale-gone = { $name }: was { $written }, is gone or may not be printed
reports-stale-hint = The words around them stay yours: read the sentence again.
reports-refresh = Use the figures of today

## Export

reports-export = Export PDF…
reports-export-note =
    { $pages ->
        [one] Tagged for screen readers, 1 page. The same data makes the same file.
       *[other] Tagged for screen readers, { $pages } pages. The same data makes the same file.
    }
reports-export-title = Export PDF
reports-export-hint = The file is yours. A copy is kept in the archive, and later reports are checked with it.
reports-export-choose = Choose the file…
reports-exporting = Making the file
reports-file = { $name } { $kind }.pdf
reports-to = To whom
reports-to-hint = A person or an office; it stands in the archive only
reports-supersedes = In place of
reports-supersedes-hint = An issued report that this one corrects. It is kept and marked.
reports-supersedes-none = No earlier report
reports-reason = Why
reports-reason-hint = What was wrong or has changed
reports-issued = Issued: { $file }

## The bin

table-report-issue =
    { $count ->
        [one] 1 issued report
       *[other] { $count } issued reports
    }
