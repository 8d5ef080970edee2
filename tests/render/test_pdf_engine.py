"""WeasyPrint's quick import: without gcc or fontTools, and the real thing as soon as it is needed."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from resumekit.render.pdf_engine import KNOWN_VERSIONS

ROOT = Path(__file__).parents[2]


def run(program: str) -> str:
    """What a program prints in a process of its own; what it writes to standard error fails the test."""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.stderr == ""
    return done.stdout.strip()


def test_the_version_in_use_is_one_whose_import_is_known():
    assert version("weasyprint") in KNOWN_VERSIONS


def test_a_page_is_set_without_font_tools_and_without_starting_a_program():
    program = """
import sys
started = []
sys.addaudithook(lambda event, args: started.append(args[0]) if event in ("subprocess.Popen", "os.posix_spawn") else None)
from tests.render.flows import two_pages
from resumekit.render.pdf import write_pdf
from resumekit.themes.theme import find_theme
assert write_pdf(two_pages(), find_theme("modern")).pages == 2
print([name for name in sys.modules if name.startswith("fontTools")], started if sys.platform == "linux" else [])
"""

    assert run(program) == "[] []"


def test_font_tools_come_as_soon_as_they_are_used():
    program = """
from resumekit.render.pdf_engine import engine
engine()
import weasyprint.pdf.fonts as pdf
import weasyprint.text.fonts as text
from weasyprint.pdf.fonts import subset as early
early.Options
import fontTools.subset, fontTools.ttLib, fontTools.ttLib.ttFont, fontTools.ttLib.woff2, fontTools.varLib.instancer
assert pdf.subset is fontTools.subset
assert pdf.TTFont is text.TTFont is fontTools.ttLib.TTFont
assert pdf.TTLibError is fontTools.ttLib.TTLibError
assert pdf.ttFont is fontTools.ttLib.ttFont
assert text.woff2 is fontTools.ttLib.woff2
assert pdf.instantiateVariableFont is fontTools.varLib.instancer.instantiateVariableFont
print("real")
"""

    assert run(program) == "real"


def test_the_quick_import_leaves_the_interpreter_as_it_was():
    program = """
import ctypes.util
find = ctypes.util.find_library
from resumekit.render.pdf_engine import engine
engine()
assert ctypes.util.find_library is find
import fontTools.ttLib
assert fontTools.ttLib.__file__
print("as it was")
"""

    assert run(program) == "as it was"


def test_without_pango_the_error_says_how_to_install_it():
    program = """
import sys
from cffi import FFI
# What a computer without Pango does when WeasyPrint asks for it.
def absent(self, name, flags=0):
    raise OSError(f"cannot load library {name!r}")
FFI.dlopen = absent
from resumekit.errors import MissingPartError
from resumekit.render.pdf_engine import engine
try:
    engine()
except MissingPartError as error:
    print("Pango" in str(error), "install" in str(error), "Every other format works" in str(error))
from resumekit.render.html import write_html
from resumekit.themes.theme import find_theme
from tests.render.flows import two_pages
print(len(write_html(two_pages(), find_theme("plain"))) > 1000)
"""

    assert run(program) == "True True True\nTrue"
