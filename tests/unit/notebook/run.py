"""Runs the code of notebooks, given as JSON on standard input, and prints those that fail, as JSON."""

import io
import json
import sys
import traceback
from contextlib import redirect_stdout

failed = []
checked = 0
for notebook in json.load(sys.stdin):
    scope = {"__name__": "__main__"}
    said = io.StringIO()
    cell = ""
    try:
        with redirect_stdout(said):
            for cell in notebook["cells"]:
                exec(compile(cell, notebook["name"], "exec"), scope)
    except BaseException:
        failed.append({"name": notebook["name"], "why": traceback.format_exc(limit=3), "cell": cell})
    checked += said.getvalue().count("right: ")
print(json.dumps({"failed": failed, "checked": checked}))
