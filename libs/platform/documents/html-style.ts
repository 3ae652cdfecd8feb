import type { PrintableDocument } from './document-model.js';

/** Style of the printed page. Faces by language, as the same sign is drawn otherwise in Korea and Japan; those of the reader's system. */
export function printStyle({ paper, foot }: Pick<PrintableDocument, 'paper' | 'foot'>): string {
  const width = paper === 'landscape' ? 261 : 170;
  return `
@page{size:A4 ${paper};margin:20mm 18mm 18mm;@bottom-left{content:"${words(foot)}";width:80%;font:6.8pt sans-serif}@bottom-right{content:counter(page) " / " counter(pages);font:9pt sans-serif}}
*{box-sizing:border-box}
body{max-width:${width}mm;margin:8mm auto;padding:0 4mm;font:9.5pt/1.5 "Noto Sans KR","Malgun Gothic","Apple SD Gothic Neo",sans-serif;color:#000;background:#fff}
:lang(ko){font-family:"Noto Sans KR","Malgun Gothic","Apple SD Gothic Neo",sans-serif;word-break:keep-all;overflow-wrap:break-word}
:lang(ja){font-family:"Noto Sans JP","Yu Gothic","Hiragino Sans",Meiryo,sans-serif;word-break:normal;line-break:strict;overflow-wrap:break-word}
:lang(en){font-family:"Noto Sans KR","Helvetica Neue",Arial,sans-serif;word-break:normal;overflow-wrap:break-word}
p{margin:0 0 .2em}
header{display:flex;justify-content:space-between;gap:1em;align-items:baseline;font-size:8pt}
header ul{display:flex;gap:1mm;margin:0 .5mm 0 auto;padding:0;list-style:none}
header li{border:.7pt solid;padding:.3mm 1.5mm}
h1{font-size:14pt;line-height:1.4;text-align:center;margin:4mm 0 5mm}
h2{font-size:10.5pt;margin:6mm 0 2mm;break-after:avoid}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.6mm 3mm;margin:0 0 4mm}
dt{color:#333}dd{margin:0}
.parallel{display:grid;grid-auto-flow:column;grid-auto-columns:1fr;gap:6mm}
table{width:100%;border-collapse:collapse;table-layout:fixed;border-top:.9pt solid;border-bottom:.9pt solid;margin:0 0 4mm}
thead{display:table-header-group}
th,td{border:.4pt solid #aaa;padding:1.4mm;vertical-align:top;text-align:left;font-weight:inherit}
tr>:first-child{border-left:0}tr>:last-child{border-right:0}
thead th{background:#e8e8e8;text-align:center;vertical-align:middle;font-weight:700;border-bottom:.5pt solid #777}
tr{break-inside:avoid}
tr.section th{background:#f3f3f3;font-weight:700;break-after:avoid}
tr.break td{color:#333}
tr.inside>:first-child,p.inside{border-left:1.6pt solid #000}
p.inside{padding:.4mm 0 .4mm 1.6mm}
p.marked{display:grid;grid-template-columns:max-content 1fr;column-gap:.4em}
.center{text-align:center}.end{text-align:right}
.whole{white-space:nowrap}
.note,.mark{font-size:.84em;color:#444}
footer{margin-top:4mm;border-top:.4pt solid #aaa;padding-top:1mm;font-size:6.8pt;color:#444;overflow-wrap:anywhere}
@media screen and (max-width:700px){.parallel{display:block}main{overflow-x:auto}table{min-width:160mm}}
@media print{body{max-width:none;margin:0;padding:0}}
`;
}

/** The foot as a string of CSS: every sign that is not a digit or a Latin letter by its number, so that none can end the string. */
function words(foot: PrintableDocument['foot']): string {
  const text = foot.map((line) => line.runs.map((run) => run.text).join('')).join(' ');
  return text.replace(/[^0-9a-zA-Z]/gu, (letter) => `\\${(letter.codePointAt(0) ?? 32).toString(16)} `);
}
