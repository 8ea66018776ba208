// What the page looks like whatever the form: colours by day, by night and on paper, the narrow page, the controls.

/** The part of the style sheet that no layout changes. */
export const base = `:root{
color-scheme:light dark;
--desk:#e9e6df;--paper:#fff;--ink:#161513;--muted:#5a564e;--line:#8d887d;--accent:#8f1d14;--focus:#1a56c4;
--edge:rgb(0 0 0/.28);--gap:#ffe9a8;--on-gap:#3d2e00;--bar-0:#8192a6;--bar-1:#1d4f7c;--bar-2:#b0562a;--bar-3:#5a6b2d;
--justify:start;--leading:1.14
}
@media screen and (prefers-color-scheme:dark){:root{
--desk:#101214;--paper:#1a1d20;--ink:#ebe8e1;--muted:#b5b0a5;--line:#666a6e;--accent:#f3a993;--focus:#8ab4ff;
--edge:rgb(255 255 255/.3);--gap:#5c4600;--on-gap:#fff1cc;--bar-0:#74859a;--bar-1:#7db7ee;--bar-2:#e39b6c;--bar-3:#aebf72
}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--desk);color:var(--ink);font-family:var(--font);overflow-wrap:break-word}
p,h1,h2,h3,h4,ul,dl,dd,figure{margin:0;padding:0}
h1,h2{font-size:inherit;font-weight:inherit}
h2,h3,h4{break-after:avoid}
h1 span:not(.unbroken,.blank),h2 span:not(.unbroken,.blank),.appendix-rule{display:block}
h1 span,h2 span,caption>span,figcaption>span{text-wrap:balance}
ul{list-style:none}
cite{font-style:inherit}
q{quotes:none}
.sheet{background:var(--paper);padding:1.25rem 1rem 2rem;margin:0 auto}
.sheet+.sheet{margin-top:1rem}
.unbroken{white-space:nowrap}
.letterhead,.signature{display:grid;gap:0 1rem}
.stamp{grid-column:1/-1}
.stamp span{display:inline-block;border:1.5pt solid var(--accent);color:var(--accent);padding:1pt 8pt;letter-spacing:.04em}
.letterhead>div+div{margin-top:6pt}
.signature{margin-top:12pt;row-gap:18pt;break-inside:avoid}
.blank{border-bottom:1px dotted}
.gap{background:var(--gap);color:var(--on-gap);padding:0 .2em}
.figure{font:inherit;font-weight:inherit;color:inherit;letter-spacing:inherit;text-align:inherit;text-indent:0;background:none;border:0;border-radius:2px;margin:0;padding:0;cursor:pointer;user-select:text;-webkit-user-select:text;text-decoration:underline dotted var(--accent) 1.5px;text-underline-offset:.22em}
.figure:hover{text-decoration-style:solid}
td .figure{padding:3pt 0 3pt 6pt;margin:-3pt 0;text-decoration-color:var(--line);text-decoration-thickness:1px}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
.table,.chart{margin:6pt 0 9pt}
.scroll{overflow-x:auto;padding:1px;container-type:inline-size}
table{width:100%;border-collapse:collapse;table-layout:fixed}
caption>span,figcaption>span{display:block}
caption{text-align:start}
caption>span{position:sticky;left:0;width:100cqi}
.notes{margin-top:3pt}
.table th,.table td,.chart th,.chart td{border-style:solid;border-color:var(--line);vertical-align:middle;margin:0}
tbody th,tfoot th{font-weight:inherit}
tbody th[scope=rowgroup]{font-weight:700}
.table .left,.chart .left{text-align:left}
.table .center{text-align:center}
.table .right,.chart .right{text-align:right;font-variant-numeric:tabular-nums lining-nums}
.bars{display:block;margin:3pt 0;overflow:visible;fill:var(--ink)}
.bars text{font-size:var(--chart-size,11pt)}
.bars line{stroke:var(--ink);stroke-width:1}
.absent{fill:var(--muted);color:var(--muted);font-style:italic}
.bars .part{stroke:var(--paper);stroke-width:1}
.bars .line-0{stroke:var(--bar-0);stroke-width:2.5}
.bars .line-1{stroke:var(--bar-1);stroke-width:2.5}
.bars .line-2{stroke:var(--bar-2);stroke-width:2.5}
.bars .line-3{stroke:var(--bar-3);stroke-width:2.5}
.bar-0{fill:var(--bar-0)}
.bar-1{fill:var(--bar-1)}
.bar-2{fill:var(--bar-2)}
.bar-3{fill:var(--bar-3)}
summary{cursor:pointer;color:var(--muted);padding:4pt 0;font-size:12pt}
.files{max-width:210mm;margin:0 auto;padding:1rem;font-size:12pt}
.files a{color:var(--accent);display:inline-block;padding:3pt 0}
[popover]{color:var(--ink);background:var(--paper);border:1px solid var(--line);border-top:3px solid var(--accent);padding:.8rem 1rem;font:12pt/1.45 var(--font);max-width:min(26rem,100vw);box-shadow:0 6px 24px rgb(0 0 0/.25)}
[popover] dl{margin-top:.5rem}
[popover] dt{color:var(--muted);font-size:11pt}
[popover] dd+dt{margin-top:.35rem}
[popover] button{font:inherit;color:inherit;background:none;border:1px solid var(--line);border-radius:3px;padding:.2rem .8rem;margin-top:.7rem;cursor:pointer}
.source-number{font-weight:700;font-size:15pt}
@media screen and (max-width:899px){
.scroll{background:linear-gradient(to right,var(--paper) 40%,transparent) 0/36px 100% local,linear-gradient(to left,var(--paper) 40%,transparent) 100%/36px 100% local,linear-gradient(to right,var(--edge),transparent) 0/12px 100%,linear-gradient(to left,var(--edge),transparent) 100%/12px 100%;background-repeat:no-repeat}
.table tbody th[scope=row]{position:sticky;left:0;background:var(--paper);box-shadow:inset -1px 0 var(--line)}
.letterhead p:has(+.s-motto-2){font-size:min(13pt,4.2vw)}
}
@media (max-width:899px){
[popover]{inset:auto 0 0;width:100%;max-width:none;margin:0;border-width:3px 0 0;max-height:60vh;overflow:auto}
}
@media screen and (min-width:900px){
:root{--justify:justify;--leading:1}
.sheet{margin-block:1.5rem;box-shadow:0 1px 10px rgb(0 0 0/.18)}
.letterhead>div+div{margin-top:0}
.letterhead,.signature{grid-template-columns:var(--columns)}
@supports (position-area:bottom){
[popover]{inset:auto;margin:6px;position-area:bottom;position-try-fallbacks:flip-block}
}
}
@media print{
:root{color-scheme:light;--desk:#fff;--ink:#000;--line:#000;--accent:#000;--justify:justify;--leading:1}
.letterhead>div+div{margin-top:0}
.letterhead,.signature{grid-template-columns:var(--columns)}
.sheet{padding:0}
.appendix{break-before:page}
.landscape{page:landscape}
.scroll{overflow:visible;container-type:normal}
caption>span{position:static;width:auto}
thead{display:table-header-group}
tfoot{display:table-row-group}
tr,caption,figcaption,.bars{break-inside:avoid}
caption,figcaption,thead,tr:has(th[scope=rowgroup]){break-after:avoid}
tfoot tr,.notes{break-before:avoid}
.gap{background:none;color:#000;outline:1px dashed}
.figure{text-decoration:none}
td .figure{padding:0;margin:0}
.signature{break-before:avoid}
details,.files,aside{display:none}
}`
