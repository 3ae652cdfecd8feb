/**
 * The one Typst source of the product. It never changes: what is printed arrives as JSON in `sys.inputs`, so that no word of a user is
 * ever read as markup. Korean breaks between words, Japanese where kinsoku allows it, each run in the face of its own language.
 */
export const template = String.raw`
#let d = json(bytes(sys.inputs.at("document")))
#let faces = (
  ko: ("Noto Sans KR", "Noto Sans JP"),
  ja: ("Noto Sans JP", "Noto Sans KR"),
  en: ("Noto Sans KR", "Noto Sans JP"),
)
#let wide = d.paper == "landscape"
// Millimetres of text across a page, and of one Korean syllable.
#let full = if wide { 261 } else { 170 }
#let syllable = 3.36
#let rule = 0.5pt + luma(120)
#let hair = 0.4pt + luma(170)

// Where a long word of Latin letters may break; no letter of its own is printed.
#let pieces(s) = if "\u{200b}" in s { s.split("\u{200b}").map(part => [#part]).join(box(width: 0pt)) } else { [#s] }

// A Korean word stays on one line while it can be expected to fit there; three bytes are about as wide as one syllable.
#let words(s, most) = {
  for (i, w) in s.split(" ").enumerate() {
    if i > 0 { " " }
    if w.len() > 3 and w.len() <= most * 3 { box(pieces(w)) } else { pieces(w) }
  }
}
#let run(r, most, first: false) = {
  // What begins a line and fits into it needs no care for its words.
  let body = if r.lang == "ko" and not (first and r.text.len() <= most * 2) {
    r.text.split("\n").map(part => words(part, most)).join(linebreak())
  } else {
    r.text.split("\n").map(pieces).join(linebreak())
  }
  if r.at("whole", default: false) == true { body = box(r.text) }
  let tone = r.at("tone", default: none)
  let face = text.with(lang: r.lang, font: faces.at(r.lang))
  if r.at("strong", default: false) == true { face = face.with(weight: "bold") }
  if tone == none { face(body) } else { face(size: 0.84em, fill: luma(70), body) }
}
#let inline(l, most) = l.runs.enumerate().map(((i, r)) => run(r, most, first: i == 0)).join()
#let line(l, most) = {
  let body = inline(l, most)
  let marker = l.at("marker", default: none)
  if marker != none { body = grid(columns: (auto, 1fr), column-gutter: 0.35em, marker, body) }
  if l.at("inside", default: false) == true {
    block(width: 100%, stroke: (left: 1.6pt + black), inset: (left: 5pt, y: 1.5pt), body)
  } else { body }
}
// Lines of plain words are one paragraph each; only what hangs or has a bar needs a block of its own.
#let lines(all, most) = {
  for (i, l) in all.enumerate() {
    let plain = l.at("marker", default: none) == none and l.at("inside", default: false) != true
    if i > 0 { parbreak() }
    if plain { inline(l, most) } else { block(width: 100%, line(l, most)) }
  }
}
#let size-of(cell) = cell.lines.map(l => l.runs.map(r => r.text.len()).sum(default: 0)).sum(default: 0)
#let width(c) = if "mm" in c.width { c.width.mm * 1mm } else { c.width.share * 1fr }

#let data-table(b) = {
  let n = b.columns.len()
  let fixed = b.columns.map(c => c.width.at("mm", default: 0)).sum()
  let shares = b.columns.map(c => c.width.at("share", default: 0)).sum()
  let mm(c) = c.width.at("mm", default: (full - fixed) * c.width.at("share", default: 0) / calc.max(shares, 1))
  let most(i) = calc.floor((mm(b.columns.at(i)) - 4) / syllable) - 1
  let at(i) = b.columns.at(i).at("align", default: "start")
  let aligned(i, body) = if at(i) == "center" { align(center, body) } else if at(i) == "end" { align(right, body) } else { body }
  let head = b.head.enumerate().map(((i, c)) => table.cell(
    fill: luma(232), align: center + horizon, inset: (x: 3pt, y: 5pt), lines(c.lines, most(i)),
  ))
  let body(row) = {
    let whole = row.cells.len() == 1 and n > 1
    let fill = if row.kind == "section" { luma(243) } else { none }
    let broken = row.cells.map(size-of).fold(0, calc.max) > 900
    row.cells.enumerate().map(((i, c)) => table.cell(
      colspan: if whole { n } else { 1 },
      fill: fill,
      breakable: broken,
      stroke: if whole { (right: none) } else if row.kind == "inside" and i == 0 { (left: 1.6pt + black) } else { (:) },
      if whole { lines(c.lines, 40) } else { aligned(i, lines(c.lines, most(i))) },
    ))
  }
  let cells = ()
  for row in b.rows {
    let heads = row.kind == "section" and row.cells.map(size-of).fold(0, calc.max) < 400
    if heads { cells.push(table.header(level: 2, repeat: true, ..body(row))) } else { cells += body(row) }
  }
  table(
    columns: b.columns.map(width),
    stroke: (x, y) => (
      top: if y == 0 { 0.9pt + black } else { hair },
      bottom: if y == 0 { rule } else { hair },
      left: if x > 0 { hair }, right: if x < n - 1 { hair },
    ),
    inset: (x: 4pt, y: 5pt),
    table.header(repeat: true, ..head),
    ..cells,
    table.hline(stroke: 0.9pt + black),
  )
}

#let blocks(all, most) = for b in all {
  if b.kind == "title" {
    set text(size: if most < 30 { 10.5pt } else { 12pt })
    block(width: 100%, below: 1.2em, align(center, heading(level: 1, b.lines.map(l => inline(l, 99)).join(linebreak()))))
  } else if b.kind == "heading" {
    block(above: 1.4em, below: 0.7em, sticky: true, heading(level: 2, inline(b.line, most)))
  } else if b.kind == "facts" {
    block(below: 1.1em, grid(
      columns: (auto, 1fr), column-gutter: 0.9em, row-gutter: 0.75em,
      ..b.rows.map(r => (inline(r.label, 99), lines(r.lines, most))).flatten(),
    ))
  } else if b.kind == "text" {
    align(if b.align == "end" { right } else if b.align == "center" { center } else { left }, block(below: 0.9em, width: 100%, lines(b.lines, most)))
  } else if b.kind == "parallel" {
    // Row by row, so that what says the same stands at the same height.
    let rows = calc.max(..b.columns.map(c => c.blocks.len()))
    let at(c, i) = if i < c.blocks.len() { blocks((c.blocks.at(i),), 16) }
    grid(
      columns: b.columns.map(c => 1fr), column-gutter: 6mm, row-gutter: 5mm,
      ..range(rows).map(i => b.columns.map(c => at(c, i))).flatten(),
    )
  } else if b.kind == "table" {
    data-table(b)
  }
}

#let plain(l) = l.runs.map(r => r.text).join()
#set document(title: plain(d.title), date: auto)
#set text(lang: d.lang, font: faces.at(d.lang), size: 9.5pt, fallback: false, hyphenate: false, cjk-latin-spacing: none)
#set par(leading: 0.62em, spacing: 0.85em, justify: false)
#set block(spacing: 0.85em)
#show heading: set text(size: 1em, weight: "bold")
#show heading: set block(above: 0pt, below: 0pt)
#set page(
  paper: "a4",
  flipped: wide,
  margin: (x: if wide { 18mm } else { 20mm }, top: 24mm, bottom: 22mm),
  header: {
    set text(size: 8pt)
    grid(
      columns: (1fr, auto), align: (left + horizon, right + horizon),
      if d.copyLine != none { inline(d.copyLine, 99) },
      d.marks.map(m => box(stroke: 0.7pt + black, inset: (x: 4pt, y: 2.5pt), inline(m, 99))).join(h(3pt)),
    )
  },
  footer: context {
    set text(size: 6.8pt, fill: luma(60))
    grid(
      columns: (1fr, auto), column-gutter: 4mm, align: (left + top, right + top),
      lines(d.foot, 99),
      text(size: 9pt, fill: black, [#counter(page).display() / #counter(page).final().first()]),
    )
  },
)
#blocks(d.blocks, 40)
`;
