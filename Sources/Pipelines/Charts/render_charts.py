"""Draws every Vega-Lite specification of a folder as SVG, and writes the script that makes them interactive.

usage: render_charts.py SPECIFICATIONS DRAWINGS FONTS

SPECIFICATIONS  a folder tree with *.vl.json
DRAWINGS        the folder that gets one .svg a specification, under the same path, and vega.js
FONTS           the one folder that fonts are taken from

Nothing is loaded from the network: specifications carry their data. Ends with 1 and one line a failure.
"""

import json
import pathlib
import sys

import vl_convert


def main() -> int:
    source, target, fonts = (pathlib.Path(argument) for argument in sys.argv[1:4])
    vl_convert.register_font_directory(str(fonts))
    failures = 0
    for path in sorted(source.rglob("*.vl.json")):
        try:
            specification = json.loads(path.read_text(encoding="utf-8"))
            drawing = vl_convert.vegalite_to_svg(specification, allowed_base_urls=[])
        except Exception as error:  # one chart that cannot be drawn must not take the others with it
            print(f"{path.name}: {str(error).splitlines()[0]}", file=sys.stderr)
            failures += 1
            continue
        out = target / path.relative_to(source).with_suffix("").with_suffix(".svg")
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(drawing, encoding="utf-8")
    (target / "vega.js").write_text(vl_convert.javascript_bundle(), encoding="utf-8")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
