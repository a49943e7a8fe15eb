"""Draws every Vega-Lite specification of a folder as SVG, and writes the script that makes them interactive.

usage: render_charts.py SPECIFICATIONS DRAWINGS FONTS

SPECIFICATIONS  a folder tree with *.vl.json
DRAWINGS        the folder that gets one .svg a specification, under the same path, and vega.js
FONTS           the one folder that fonts are taken from

Nothing is loaded from the network: specifications carry their data. Ends with 1 and one line a failure.
"""

import concurrent.futures
import json
import os
import pathlib
import sys

import vl_convert


def draw(job) -> str | None:
    """Draws one specification; gives why it could not."""
    path, out = job
    try:
        specification = json.loads(path.read_text(encoding="utf-8"))
        drawing = vl_convert.vegalite_to_svg(specification, allowed_base_urls=[])
    except Exception as error:  # one chart that cannot be drawn must not take the others with it
        return f"{path.name}: {str(error).splitlines()[0]}"
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(drawing, encoding="utf-8")
    return None


def main() -> int:
    source, target = (pathlib.Path(argument) for argument in sys.argv[1:3])
    fonts = sys.argv[3]
    jobs = [
        (path, target / path.relative_to(source).with_suffix("").with_suffix(".svg"))
        for path in sorted(source.rglob("*.vl.json"))
    ]
    workers = min(2, os.cpu_count() or 1)
    with concurrent.futures.ProcessPoolExecutor(
        workers, initializer=vl_convert.register_font_directory, initargs=(fonts,)
    ) as pool:
        failures = [line for line in pool.map(draw, jobs, chunksize=8) if line]
    for line in failures:
        print(line, file=sys.stderr)
    (target / "vega.js").write_text(vl_convert.javascript_bundle(), encoding="utf-8")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
