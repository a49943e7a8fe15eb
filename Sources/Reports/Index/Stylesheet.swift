/// The page's style: one column on a telephone, A4 on paper, no colour as the only mark.
enum Stylesheet {
  static let css: HTML = """
    :root{--ink:#1b2430;--soft:#566273;--line:#d5dbe3;--fill:#f3f6fa;--blue:#1f4e8c;--amber:#a34e00}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%}
    body{margin:0;background:#fff;color:var(--ink);font:16px/1.65 "Noto Sans CJK SC",\
    "Source Han Sans SC","思源黑体","Microsoft YaHei","PingFang SC",sans-serif}
    main{max-width:1080px;margin:0 auto;padding:28px 28px 40px}
    header{border-bottom:3px solid var(--blue);padding-bottom:14px}
    .strip{display:flex;justify-content:space-between;gap:16px;color:var(--soft);font-size:14px}
    .mark{border:1px solid var(--amber);color:var(--amber);padding:0 8px;border-radius:2px;\
    white-space:nowrap;align-self:flex-start}
    h1{font-size:30px;line-height:1.35;margin:8px 0 2px}
    h2{font-size:20px;line-height:1.4;margin:36px 0 8px;padding-left:10px;\
    border-left:5px solid var(--blue)}
    h3{font-size:16px;margin:20px 0 6px}
    p{margin:6px 0}
    .note{color:var(--soft);font-size:14px}
    .hero{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,6fr);gap:32px;\
    align-items:center;margin-top:20px}
    .value{font-size:80px;line-height:1.05;font-weight:700;color:var(--blue);\
    font-variant-numeric:tabular-nums;margin:0}
    .value small{font-size:24px;font-weight:400;color:var(--ink);margin-left:10px}
    .verdict{font-size:19px;margin:12px 0 0}
    figure{margin:0}
    figcaption{font-size:14px;color:var(--soft);text-align:center}
    .changes{border:1px solid var(--line);padding:4px 0}
    .changes img{display:block;width:100%;max-width:640px;height:auto;margin:0 auto}
    .note a{color:var(--blue)}
    .path{display:block;width:100%;height:auto}
    .path text{font-size:15px;fill:var(--soft)}
    .path .grid{stroke:#e6eaf0}
    .path .axis{stroke:#8793a3}
    .path .plan{fill:none;stroke:var(--amber);stroke-width:2.5;stroke-dasharray:7 5}
    .path circle.target{fill:#fff;stroke:var(--amber);stroke-width:2.5}
    .path text.target{fill:var(--amber);font-weight:700;font-size:16px}
    .path circle.actual{fill:var(--blue)}
    .path text.actual{fill:var(--blue);font-weight:700;font-size:17px}
    dl.figures{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:12px;margin:24px 0 0}
    dl.figures div{background:var(--fill);border-top:2px solid var(--blue);padding:10px 14px 12px}
    dl.figures dt{font-size:14px;color:var(--soft)}
    dl.figures dd{margin:0}
    dl.figures dd.large{font-size:27px;line-height:1.35;font-weight:700;\
    font-variant-numeric:tabular-nums;white-space:nowrap}
    dl.figures dd.large small{font-size:15px;font-weight:400;margin-left:3px}
    dl.figures dd.note{overflow-wrap:anywhere;line-height:1.5}
    ul.findings{margin:20px 0 0;padding:12px 20px 12px 38px;border:1px solid var(--line)}
    ul.findings li{margin:2px 0}
    .alert{margin:20px 0 0;padding:10px 16px;border:2px solid var(--amber);font-weight:700}
    .scroll{overflow-x:auto;margin:10px 0}
    table{border-collapse:collapse;width:100%;font-size:15px;line-height:1.5}
    th,td{padding:6px 10px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
    thead th{background:var(--fill);border-bottom:2px solid #9fb0c6;font-weight:700;\
    vertical-align:bottom}
    tbody th{font-weight:400}
    tfoot td,tfoot th{font-weight:700;border-top:2px solid #9fb0c6;border-bottom:0}
    .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    .c{text-align:center}
    thead th.c{white-space:nowrap}
    .k,.topic{white-space:nowrap}
    .any{overflow-wrap:anywhere}
    .mono{font-family:"Noto Sans Mono CJK SC",Consolas,monospace;font-size:13px;\
    overflow-wrap:anywhere}
    .dot{color:var(--blue)}
    .nodot{color:#c3ccd7}
    td.barcell{width:24%;min-width:90px;vertical-align:middle}
    .bar{display:block;width:100%;height:12px}
    .bar rect{fill:var(--blue)}
    .bar .rail{fill:#e9eef4}
    .chosen,.chosen th{font-weight:700}
    .failed{color:#a40000;font-weight:700}
    footer{margin-top:40px;padding-top:12px;border-top:1px solid var(--line);font-size:14px;\
    color:var(--soft)}
    footer a{color:var(--blue)}
    @media screen and (max-width:720px){
    main{padding:16px 16px 28px}
    h1{font-size:23px}
    h2{font-size:18px;margin-top:30px}
    .hero{grid-template-columns:minmax(0,1fr);gap:16px}
    .value{font-size:60px}
    .value small{font-size:19px}
    .verdict{font-size:17px}
    dl.figures{grid-template-columns:repeat(2,minmax(0,1fr));gap:8px}
    dl.figures div{padding:8px 10px}
    dl.figures dd.large{font-size:22px}
    ul.findings{padding:10px 12px 10px 30px}
    table{font-size:14px}
    td.barcell,th.barcell,td.minor,th.minor{display:none}
    th,td{padding:5px 4px}
    thead th,thead th.c,thead th.wrap,.topic{white-space:normal}
    .topic{min-width:5em}
    }
    @page{size:A4;margin:15mm 14mm 17mm;\
    @bottom-right{content:"第 " counter(page) " 页，共 " counter(pages) " 页";\
    font:9pt "Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#566273}\
    @bottom-left{content:"内部使用";\
    font:9pt "Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#566273}}
    @media print{
    *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
    body{font-size:10.5pt;line-height:1.5}
    main{max-width:none;padding:0}
    h1{font-size:20pt}
    h2{font-size:13.5pt;margin:18pt 0 5pt;break-after:avoid}
    h3{font-size:11pt;break-after:avoid}
    .hero{grid-template-columns:minmax(0,5fr) minmax(0,6fr);gap:18pt;margin-top:10pt}
    .value{font-size:52pt}
    .value small{font-size:15pt}
    .verdict{font-size:12.5pt}
    .note,footer,figcaption,.strip,dl.figures dt{font-size:9pt}
    dl.figures{grid-template-columns:repeat(4,minmax(0,1fr));gap:7pt;margin-top:12pt}
    dl.figures dd.large{font-size:17pt}
    dl.figures dd.large small{font-size:9.5pt}
    ul.findings{margin-top:12pt}
    table{font-size:9.5pt}
    .mono{font-size:8pt}
    th,td{padding:3.5pt 6pt}
    .scroll{overflow:visible;margin:6pt 0}
    .changes img{width:auto;max-width:100%;max-height:190mm}
    thead{display:table-header-group}
    tfoot{display:table-row-group}
    tr,li,p,figure,header,.hero,dl.figures,ul.findings,.keep{break-inside:avoid}
    h2,h3,.lead,thead{break-after:avoid}
    tbody tr:first-child,tbody tr:nth-last-child(2){break-after:avoid}
    tfoot,p.after,footer{break-before:avoid}
    p{orphans:3;widows:3}
    }

    """
}
