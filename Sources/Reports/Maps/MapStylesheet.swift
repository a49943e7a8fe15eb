/// What the pages of maps add to the common style.
enum MapStylesheet {
  static let css: HTML = """
    figure.map{margin:28px 0 0;padding:0;break-inside:avoid}
    figure.map svg{display:block;max-width:100%;height:auto;margin:6px auto}
    figure.map h3{margin:0 0 2px;font-size:17px}
    figure.map .finding{font-weight:700;margin:2px 0 4px}
    figure.map figcaption{text-align:left}
    .missing{border:1px dashed #9fb0c6;padding:14px 16px;color:var(--soft)}
    details{margin:6px 0}
    summary{cursor:pointer;color:var(--blue);font-size:14px}
    button{font:inherit;font-size:14px;color:var(--blue);background:none;border:1px solid var(--line);\
    padding:1px 10px;cursor:pointer}
    .live{overflow-x:auto}
    nav.toc{columns:3;font-size:14px;margin:16px 0;padding:10px 18px;border:1px solid var(--line)}
    nav.toc a{color:var(--blue);display:block;text-decoration:none}
    table.data{font-size:13px}
    ul.nodes{list-style:none;padding-left:0;margin:4px 0}
    .standing{display:inline-block;min-width:2em;text-align:center;border-radius:3px;padding:0 6px}
    .s强{background:#9dc08b}.s弱{background:#f1d9a6}.s缺{background:#e3e6ea}
    @media screen and (max-width:720px){nav.toc{columns:1}}
    @media print{button,details.more{display:none}nav.toc{columns:3;font-size:9pt}\
    figure.map svg{max-height:150mm}}
    """
}
