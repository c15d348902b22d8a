"""Sets a summary for each person of a file with Typst and prints what it cost."""

import json
import resource
import sys
from pathlib import Path

sys.path.insert(0, sys.argv[1])
import typst  # noqa: E402

tools, people, fonts, keep = sys.argv[1:5]
template = Path(__file__).with_name("summary.typ")
compiler = typst.Compiler(str(template), font_paths=[fonts], ignore_system_fonts=True)
size = 0
for at, person in enumerate(json.loads(Path(people).read_text(encoding="utf-8"))):
    document = compiler.compile(format="pdf", sys_inputs={"person": json.dumps(person)})
    size += len(document)
    if at == 0 and keep:
        Path(keep).write_bytes(document)
used = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({"seconds": used.ru_utime + used.ru_stime, "megabytes": used.ru_maxrss / 1024, "bytes": size}))
