### Words of reports in chapters: what the program says of its figures by itself.
### Arguments that end in -text hold a linked figure; those of the same name without it decide the form of a word.

story-figure = Figure { $number }. { $caption }
story-table = Table { $number }. { $caption }
story-spine = Logic model, part { $place } of { $of }: { $name }
story-definitions = What the figures count
story-definitions-how = Each figure of this report with what it counts, of how many, and what is missing. Where a dash stands, a number is withheld because it stands for too few people or would give such a number away.
story-definition-figure = Figure
story-definition-value = Value
story-definition-what = What is counted
story-definition-base = Of what
