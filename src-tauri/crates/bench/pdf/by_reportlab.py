"""Sets a summary for each person of a file with ReportLab and prints what it cost."""

import io
import json
import resource
import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, sys.argv[1])
from reportlab.lib.colors import HexColor, white  # noqa: E402
from reportlab.lib.pagesizes import letter  # noqa: E402
from reportlab.lib.styles import ParagraphStyle  # noqa: E402
from reportlab.pdfbase import pdfmetrics  # noqa: E402
from reportlab.pdfbase.ttfonts import TTFont  # noqa: E402
from reportlab.pdfgen.canvas import Canvas  # noqa: E402
from reportlab.platypus import (  # noqa: E402
    Flowable,
    HRFlowable,
    ListFlowable,
    ListItem,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

INK, QUIET, OUTLINE = HexColor("#1f1b16"), HexColor("#544c42"), HexColor("#6b6256")
ACCENT, HAIR = HexColor("#1f4e5f"), HexColor("#c9c0b0")
FACES = {
    "Serif": "SourceSerif4-Regular.ttf",
    "SerifBold": "SourceSerif4-Semibold.ttf",
    "Sans": "AtkinsonHyperlegibleNext-Regular.ttf",
    "SansBold": "AtkinsonHyperlegibleNext-SemiBold.ttf",
    "Mono": "AtkinsonHyperlegibleMono-Regular.ttf",
}


def style(name, font, size, leading, **more):
    return ParagraphStyle(name, fontName=font, fontSize=size, leading=leading, textColor=INK, **more)


H1 = style("h1", "SerifBold", 22, 27, spaceBefore=6, spaceAfter=3)
H2 = style("h2", "SerifBold", 14, 18, spaceBefore=17, spaceAfter=4)
H3 = style("h3", "SansBold", 10.5, 15, spaceBefore=12, spaceAfter=2)
BODY = style("body", "Sans", 10.5, 15, spaceBefore=6)
LABEL = style("label", "Sans", 10, 14, spaceBefore=6)
CELL = style("cell", "Sans", 10, 14)
FIGURE = style("figure", "SerifBold", 18, 23)
VOICE = style("voice", "Serif", 11, 15.5, leftIndent=14, spaceBefore=8)
SMALL = style("small", "Sans", 8.5, 12, spaceBefore=5)
SOURCE = style("source", "Sans", 8.5, 12, leftIndent=14)
SMALL.textColor = SOURCE.textColor = QUIET
KICKER = style("kicker", "Mono", 8.5, 12, spaceBefore=22)
KICKER.textColor = QUIET
WIDTH = letter[0] - 132


def day(iso):
    when = date.fromisoformat(iso)
    return f"{when.day} {when:%B %Y}"


class Dumbbell(Flowable):
    """Ring, line and dot of one row."""

    def __init__(self, before, after):
        super().__init__()
        self.before, self.after = before, after
        self.width, self.height = 132, 14

    def draw(self):
        canvas, middle = self.canv, 7

        def place(value):
            return 6 + (value - 1) / 4 * 120

        canvas.setStrokeColor(HAIR)
        canvas.setLineWidth(0.75)
        for point in range(1, 6):
            canvas.line(place(point), -2, place(point), 16)
        before, after = place(self.before), place(self.after)
        ring, dot = (5.6, 3.2) if before == after else (3.9, 4.2)
        canvas.setStrokeColor(ACCENT)
        canvas.setLineWidth(1.5)
        canvas.line(before, middle, after, middle)
        canvas.setStrokeColor(OUTLINE)
        canvas.setLineWidth(1.4)
        canvas.setFillColor(white)
        canvas.circle(before, middle, ring, stroke=1, fill=1)
        canvas.setFillColor(ACCENT)
        canvas.circle(after, middle, dot, stroke=0, fill=1)


class Scale(Flowable):
    """The numbers over the dumbbells."""

    def __init__(self):
        super().__init__()
        self.width, self.height = 132, 10

    def draw(self):
        self.canv.setFont("Sans", 8)
        self.canv.setFillColor(QUIET)
        for point in range(1, 6):
            self.canv.drawCentredString(6 + (point - 1) / 4 * 120, 1, str(point))


class Attendance(Flowable):
    """A box and words per session."""

    def __init__(self, sessions):
        super().__init__()
        self.sessions = sessions
        self.width, self.height = WIDTH, 28

    def draw(self):
        canvas, room = self.canv, WIDTH / len(self.sessions)
        for at, one in enumerate(self.sessions):
            x, there = at * room + 1, one["status"] == "present"
            canvas.setStrokeColor(ACCENT)
            canvas.setFillColor(ACCENT if there else white)
            canvas.setLineWidth(1.2)
            canvas.rect(x, 11, 16, 16, stroke=1, fill=1)
            canvas.setFillColor(white if there else ACCENT)
            canvas.setFont("SansBold", 9)
            canvas.drawCentredString(x + 8, 16, one["status"][0].upper())
            canvas.setFont("Sans", 9)
            canvas.setFillColor(INK)
            canvas.drawString(x + 23, 19, one["title"])
            canvas.setFillColor(QUIET)
            canvas.drawString(x + 23, 7.5, f"{day(one['date'])}, {one['status']}")


class Line(Flowable):
    """Milestones and updates along time."""

    def __init__(self, project, as_of):
        super().__init__()
        self.project, self.as_of = project, as_of
        self.width, self.height = WIDTH, 56

    def draw(self):
        canvas, axis = self.canv, 42
        days = [date.fromisoformat(one["day"]).toordinal() for one in self.project["milestones"]]
        first, last = min(days), max(*days, min(days) + 1)

        def place(iso):
            return 6 + (date.fromisoformat(iso).toordinal() - first) / (last - first) * (WIDTH - 12)

        canvas.setStrokeColor(OUTLINE)
        canvas.setLineWidth(1)
        canvas.line(0, axis, WIDTH, axis)
        canvas.setStrokeColor(ACCENT)
        canvas.setLineWidth(2.5)
        canvas.line(0, axis, place(self.as_of), axis)
        canvas.setLineWidth(1.2)
        for update in self.project["updates"]:
            canvas.line(place(update["date"]), axis + 2.5, place(update["date"]), axis + 8)
        for one in self.project["milestones"]:
            x = place(one["day"])
            canvas.setStrokeColor(OUTLINE)
            canvas.setLineWidth(1.4)
            canvas.setFillColor(ACCENT if one["done"] else white)
            canvas.circle(x, axis, 4.4, stroke=0 if one["done"] else 1, fill=1)
            middle = min(max(x, 43), WIDTH - 43)
            canvas.setFont("Sans", 9)
            canvas.setFillColor(INK)
            canvas.drawCentredString(middle, axis - 17, one["title"])
            canvas.setFont("Sans", 8)
            canvas.setFillColor(QUIET)
            canvas.drawCentredString(middle, axis - 28, day(one["day"]))


class Numbered(Canvas):
    """Knows at the end how many pages there are."""

    person = None

    def __init__(self, *arguments, **named):
        super().__init__(*arguments, **named)
        self.saved = []

    def showPage(self):
        self.saved.append(dict(self.__dict__))
        self._startPage()

    def save(self):
        for at, page in enumerate(self.saved):
            self.__dict__.update(page)
            self.setFont("Sans", 8.5)
            self.setFillColor(QUIET)
            self.drawString(66, letter[1] - 36, f"Award {self.person['award']}")
            self.setStrokeColor(HAIR)
            self.setLineWidth(0.6)
            self.line(66, 42, letter[0] - 66, 42)
            self.drawString(66, 26, self.person["cohort"])
            self.drawCentredString(letter[0] / 2, 26, f"Data as of {day(self.person['as_of'])}")
            self.drawRightString(letter[0] - 66, 26, f"{at + 1} of {len(self.saved)}")
            super().showPage()
        super().save()


def ratings(person):
    heads = ["Competency", "", "Baseline", "End", "Change"]
    rows = [[Paragraph(f'<font name="SansBold" size="8.5">{head}</font>', CELL) for head in heads]]
    rows[0][1] = Scale()
    for row in person["ratings"]:
        change = row["after"] - row["before"]
        sign = f"+{change}" if change > 0 else str(change).replace("-", "−")
        face = "SansBold" if change else "Sans"
        rows.append(
            [
                Paragraph(row["name"], CELL),
                Dumbbell(row["before"], row["after"]),
                str(row["before"]),
                str(row["after"]),
                Paragraph(f'<para align="right"><font name="{face}">{sign}</font></para>', CELL),
            ]
        )
    looks = [
        ("FONT", (0, 0), (-1, -1), "Sans", 10, 14),
        ("ALIGN", (2, 0), (-1, -1), "RIGHT"),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, OUTLINE),
        ("LINEBELOW", (0, -1), (-1, -1), 0.6, HAIR),
    ]
    wide = WIDTH - 132 - 3 * 56
    return Table(rows, [wide, 132, 56, 56, 56], style=TableStyle(looks), repeatRows=1)


def listed(paragraphs):
    items = [ListItem(one, leftIndent=14, bulletColor=INK) for one in paragraphs]
    return ListFlowable(items, bulletType="bullet", start="•", bulletFontName="Sans", leftIndent=14)


def kicker(words):
    return [Paragraph(words.upper(), KICKER), HRFlowable(width="100%", thickness=0.8, color=INK)]


def summary(person):
    project = person["project"]
    story = kicker("Participant summary")
    story += [
        Paragraph(person["name"], H1),
        Paragraph(f"Participant {person['code']} · {' · '.join(person['identity'])}", LABEL),
        Paragraph(f"{person['cohort']} · {person['facility']} · Coach: {person['coach']}", LABEL),
        Paragraph(f"Award {person['award']}", SMALL),
        Spacer(1, 12),
        HRFlowable(width="100%", thickness=0.6, color=HAIR),
        Table([[[Paragraph(value, FIGURE), Paragraph(label, SMALL)] for value, label in person["keys"]]]),
        HRFlowable(width="100%", thickness=0.6, color=HAIR),
        Paragraph(person["finding"], H2),
        ratings(person),
        Paragraph(person["note"], SMALL),
        Paragraph(person["attended"], H2),
        Attendance(person["sessions"]),
        PageBreak(),
    ]
    story += kicker("Project")
    story += [
        Paragraph(project["title"], H2),
        Paragraph(project["sentence"], BODY),
        Paragraph(person["reached"], H3),
        Line(project, person["as_of"]),
        Paragraph(person["line"], SMALL),
        Paragraph("Latest updates", H3),
        listed(
            Paragraph(f'<font name="SansBold">{day(one["date"])}</font> {one["text"]}', BODY)
            for one in project["updates"]
        ),
        Paragraph("Lessons applied", H2),
        listed(
            [
                Paragraph(f'<font name="SansBold">{one["what"]}</font>', BODY),
                Paragraph(f"From {one['source']}, on {one['competency']}", SMALL),
            ]
            for one in person["lessons"]
        ),
        Paragraph("Next steps", H2),
        listed(Paragraph(f"By {day(one['due'])}: {one['text']}", BODY) for one in person["steps"]),
        Paragraph("From the coach", H2),
    ]
    for note in person["notes"]:
        story += [Paragraph(note["text"], VOICE), Paragraph(f"{note['author']}, {day(note['date'])}", SOURCE)]
    out = io.BytesIO()
    template = SimpleDocTemplate(
        out,
        pagesize=letter,
        leftMargin=60,
        rightMargin=60,
        topMargin=52,
        bottomMargin=58,
        title=f"{person['name']}: participant summary",
        lang="en-US",
    )
    template.build(story, canvasmaker=type("Canvas", (Numbered,), {"person": person}))
    return out.getvalue()


tools, people, fonts, keep = sys.argv[1:5]
for face, file in FACES.items():
    pdfmetrics.registerFont(TTFont(face, str(Path(fonts, file))))
size = 0
for at, person in enumerate(json.loads(Path(people).read_text(encoding="utf-8"))):
    document = summary(person)
    size += len(document)
    if at == 0 and keep:
        Path(keep).write_bytes(document)
used = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({"seconds": used.ru_utime + used.ru_stime, "megabytes": used.ru_maxrss / 1024, "bytes": size}))
