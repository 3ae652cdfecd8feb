/** Where the template finds the document: a file that only the compiler sees. */
export const DOCUMENT_FILE = '/document.json';

/**
 * The one Typst source of the product. It never changes: what is printed arrives as JSON (`print-plan.ts`), so that no word of a user is
 * ever read as markup. What every document of a kind has — numbers, clock times, heads of tables — is set once while the process lives, as
 * long as nothing of a single document is in the styles around it: its title and its foot are therefore told at the end.
 */
export const template = String.raw`
#let d = json("${DOCUMENT_FILE}")
#let faces = (
  ko: ("Noto Sans KR", "Noto Sans JP"),
  ja: ("Noto Sans JP", "Noto Sans KR"),
  en: ("Noto Sans KR", "Noto Sans JP"),
)
#let black-rule = 0.9pt + black
#let hair = 0.4pt + luma(170)
#let side-bar = 1.6pt + black
#let styles = {
  let note = (size: 0.84em, fill: luma(70))
  let all = (:)
  for (lang, font) in faces {
    let face = text.with(lang: lang, font: font)
    let bold = face.with(weight: "bold")
    all += ((lang): face, (lang + "b"): bold, (lang + "n"): face.with(..note), (lang + "bn"): bold.with(..note))
  }
  all
}

#let words(parts) = for p in parts {
  if type(p) == str { p } else if type(p) == array { box(p.first()) } else if p == 0 { linebreak() } else { box(width: 0pt) }
}
#let inline(runs) = for (style, w) in runs { (styles.at(style))(if type(w) == str { w } else { words(w) }) }
// Lines of plain words are one paragraph each; only what hangs or has a bar needs a block of its own.
#let hanging(l) = {
  let body = inline(l.runs)
  if l.marker != none { body = grid(columns: (auto, 1fr), column-gutter: 0.35em, l.marker, body) }
  if l.inside { body = block(width: 100%, stroke: (left: side-bar), inset: (left: 5pt, y: 1.5pt), body) }
  block(width: 100%, body)
}
#let lines(all) = {
  for (i, l) in all.enumerate() {
    if i > 0 { parbreak() }
    if type(l) == array { inline(l) } else { hanging(l) }
  }
}
// A block that stays whole costs half of what a cell that may not break does, and looks the same.
#let content(c) = if type(c) == array { [#lines(c)] } else { block(breakable: false, width: 100%, lines(c.whole)) }
#let place-of = (start: left, center: center, end: right)

#let data-table(b) = {
  let n = b.widths.len()
  let cells(row) = if row.kind in ("plain", "break") and not row.across { row.cells.map(content) } else {
    row.cells.enumerate().map(((i, c)) => table.cell(
      colspan: if row.across { n } else { 1 },
      fill: if row.kind == "section" { luma(243) },
      align: if row.across { left } else { auto },
      stroke: if row.across { (right: none) } else if row.kind == "inside" and i == 0 { (left: side-bar) } else { (:) },
      content(c),
    ))
  }
  table(
    columns: b.widths.map(((mm, share)) => if share == 0 { mm * 1mm } else { share * 1fr }),
    align: b.aligns.map(a => place-of.at(a)),
    stroke: range(n).map(x => (y: hair, left: if x > 0 { hair }, right: if x < n - 1 { hair })),
    inset: (x: 4pt, y: 5pt),
    table.header(
      repeat: true,
      table.hline(stroke: black-rule),
      ..b.head.map(c => table.cell(fill: luma(232), align: center + horizon, inset: (x: 3pt, y: 5pt), lines(c))),
      table.hline(stroke: 0.5pt + luma(120)),
    ),
    ..for row in b.rows { if row.heads { (table.header(level: 2, repeat: true, ..cells(row)),) } else { cells(row) } },
    table.hline(stroke: black-rule),
  )
}

#let blocks(all) = for b in all {
  if b.kind == "title" {
    set text(size: if b.small { 10.5pt } else { 12pt })
    block(width: 100%, below: 1.2em, align(center, heading(level: 1, b.lines.map(inline).join(linebreak()))))
  } else if b.kind == "heading" {
    block(above: 1.4em, below: 0.7em, sticky: true, heading(level: 2, inline(b.line)))
  } else if b.kind == "facts" {
    block(below: 1.1em, grid(
      columns: (auto, 1fr), column-gutter: 0.9em, row-gutter: 0.75em,
      ..b.rows.map(((label, body)) => (inline(label), lines(body))).flatten(),
    ))
  } else if b.kind == "text" {
    align(place-of.at(b.align), block(below: 0.9em, width: 100%, lines(b.lines)))
  } else if b.kind == "parallel" {
    // Row by row, so that what says the same stands at the same height.
    let rows = calc.max(..b.columns.map(c => c.len()))
    grid(
      columns: b.columns.map(c => 1fr), column-gutter: 6mm, row-gutter: 5mm,
      ..range(rows).map(i => b.columns.map(c => if i < c.len() { blocks((c.at(i),)) })).flatten(),
    )
  } else if b.kind == "table" {
    data-table(b)
  }
}

#set document(date: auto)
#set text(lang: d.lang, font: faces.at(d.lang), size: 9.5pt, fallback: false, hyphenate: false, cjk-latin-spacing: none)
#set par(leading: 0.62em, spacing: 0.85em, justify: false)
#set block(spacing: 0.85em)
#show heading: set text(size: 1em, weight: "bold")
#show heading: set block(above: 0pt, below: 0pt)
#set page(
  paper: "a4",
  flipped: d.wide,
  margin: (x: if d.wide { 18mm } else { 20mm }, top: 24mm, bottom: 22mm),
  header: {
    set text(size: 8pt)
    grid(
      columns: (1fr, auto), align: (left + horizon, right + horizon),
      if d.copyLine != none { inline(d.copyLine) },
      d.marks.map(m => box(stroke: 0.7pt + black, inset: (x: 4pt, y: 2.5pt), inline(m))).join(h(3pt)),
    )
  },
  footer: context {
    set text(size: 6.8pt, fill: luma(60))
    for foot in query(<foot>) { block(width: 100% - 20mm, foot.value) }
    place(top + right, text(size: 9pt, fill: black, [#here().page() / #counter(page).final().first()]))
  },
)
#blocks(d.blocks)
#metadata(lines(d.foot))<foot>
#{
  set document(title: d.title)
  metadata(none)
}
`;
