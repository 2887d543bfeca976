import { withBoxes } from './printable.ts'
import type { Sheet } from './sheet.ts'
import { colourParts, wordParts } from './template-parts.ts'
import { compileTypst, exportPdf, placesOf } from './typst.ts'

// Word sets its tables a little higher, and Malgun Gothic is wider than Pretendard: what fits here enlarged fits there.
const margin = (language: string) => (language === 'ko' ? 1.08 : 1.05)
// 11.5 to 10 points: short notes are set larger before long ones are shortened.
const usualScales = [1.15, 1.07, 1]

export interface Fit {
  /** The place in the list. */
  chosen: number
  /** How much larger than 10 points its text may be. */
  scale: number
}

/**
 * The first sheet that fits on one page with room to spare, in a list where each is shorter than the one before, and
 * the size at which it does. Throws when even the last is too long.
 */
export function chooseFitting(
  sheets: readonly Sheet[],
  picture: Uint8Array | null = null,
  scales: readonly number[] = usualScales,
): Fit {
  const shorter = sheets.slice(1).map((_, index) => ({ chosen: index + 1, scale: 1 }))
  const tries: Fit[] = [...scales.map((scale) => ({ chosen: 0, scale })), ...shorter]
  const fits = (at: number) => {
    const { chosen, scale } = tries[at] ?? { chosen: sheets.length, scale: 1 }
    const sheet = sheets[chosen]
    return sheet !== undefined && compile(sheet, scale * margin(sheet.language), picture).numOfPages === 1
  }
  // Most fit at once, nearly all the others at the smallest size; the rest is a search by halves.
  const smallest = scales.length - 1
  let [tooLong, fitting] = fits(0)
    ? [-1, 0]
    : smallest > 0 && fits(smallest)
      ? [0, smallest]
      : [smallest, tries.length]
  while (fitting - tooLong > 1) {
    const middle = Math.floor((tooLong + fitting) / 2)
    if (fits(middle)) fitting = middle
    else tooLong = middle
  }
  const found = tries[fitting]
  if (!found) throw new Error('Even the shortest sheet takes more than one page')
  return found
}

/** The sheet as a tagged PDF; see `exportPdf`. */
export function renderPdf(sheet: Sheet, scale: number, picture: Uint8Array | null = null): Uint8Array {
  return exportPdf((missing) => {
    const document = compile(withBoxes(sheet, missing), scale, picture)
    if (document.numOfPages !== 1) throw new Error(`The sheet takes ${document.numOfPages} pages`)
    return document
  })
}

/** Of each list of a bundle the first sheet that fits on a page at 10 points: all first ones are tried at once, for most fit. */
export function fitBundle(bundle: readonly Sheet[][]): Sheet[] {
  const whole = bundle.flatMap(([first]) => first ?? [])
  const [first] = whole
  if (!first) throw new Error('There is no sheet to draw')
  const document = compileBundle(first, whole, margin(first.language))
  const starts = [...placesOf(document, '<start>').map(({ page }) => page), document.numOfPages + 1]
  return bundle.flatMap((forms, at) => {
    const isFit = starts[at + 1] === (starts[at] ?? 0) + 1
    return forms[isFit ? 0 : chooseFitting(forms, null, [1]).chosen] ?? []
  })
}

/** Sheets as one tagged PDF, a page each, all at 10 points; what the file says of itself is the first one’s. */
export function renderBundlePdf(sheets: readonly Sheet[], title: string): Uint8Array {
  return exportPdf((missing) => {
    const shown = withBoxes(sheets, missing)
    return compileBundle({ ...shown[0], title }, shown, 1)
  })
}

function compileBundle(file: Partial<Sheet>, sheets: readonly Sheet[], scale: number) {
  const inputs = { sheet: JSON.stringify(file), sheets: JSON.stringify(sheets), scale: String(scale) }
  const pages = sheets.map((_, at) => `#[#let sheet = json(bytes(sys.inputs.sheets)).at(${at})${sheetBody}]`)
  return compileTypst(sheetFile + pages.join(''), inputs)
}

function compile(sheet: Sheet, scale: number, picture: Uint8Array | null) {
  const inputs = { sheet: JSON.stringify(sheet), scale: String(scale) }
  return compileTypst(sheetFile + sheetBody, inputs, picture ? [picture] : [])
}

/** What a file says of itself when a sheet begins it: once in a document, before anything else. */
export const sheetFile = `
#let sheet = json(bytes(sys.inputs.sheet))
${colourParts}
#set document(
  title: sheet.title, author: sheet.author, description: sheet.subject,
  date: datetime(year: int(sheet.day.slice(0, 4)), month: int(sheet.day.slice(5, 7)), day: int(sheet.day.slice(8, 10))),
)
`

/**
 * The Typst source of every sheet, after `sheetFile`. The content comes as JSON in `sys.inputs.sheet` and is shown as strings, so that
 * no text a person wrote is ever read as markup; `sys.inputs.scale` enlarges text and spaces (1 = 10 pt).
 */
export const sheetBody = `
#let unit = 1pt * float(sys.inputs.scale)
#let isKorean = language(sheet.language) == "ko"
#let (gutter, when) = if isKorean { (75 * unit, 88 * unit) } else { (86 * unit, 94 * unit) }

#set page(paper: "a4", margin: (x: 17mm, top: 13mm, bottom: 12mm))
#set text(font: "Pretendard", size: 10 * unit, fill: ink, lang: language(sheet.language), hyphenate: not isKorean, costs: (hyphenation: 250%, runt: 200%))
#set par(leading: 0.58em, spacing: 0.58em, justify: false, linebreaks: "optimized")
#set list(marker: text(fill: muted)[–], indent: 0pt, body-indent: 0.45em, spacing: 0.62em)
#set table(stroke: none, inset: 0pt)

#let quietSize = 1em
${wordParts}
#let dash(pattern, length) = {
  let plain(from, to, dash) = place(line(start: (from, 0pt), end: (to, 0pt), stroke: (paint: ink, thickness: 1.4pt, dash: dash)))
  let middle = length / 2
  let bar(x) = place(line(start: (x, -4pt), end: (x, 4pt), stroke: 1.4pt + ink))
  if pattern == "longDashes" { plain(0pt, length, (array: (9pt, 3.5pt))) }
  else if pattern == "dashes" { plain(0pt, length, (array: (3.6pt, 3.6pt))) }
  else if pattern == "dots" { plain(0pt, length, (array: ("dot", 2.8pt))) }
  else if pattern == "dotsThenSolid" { plain(0pt, middle, (array: ("dot", 2.8pt))) + plain(middle, length, none) }
  else if pattern == "barred" { plain(0pt, middle - 4pt, none) + plain(middle + 4pt, length, none) + bar(middle - 2pt) + bar(middle + 2pt) }
  else if pattern == "broken" { plain(0pt, middle - 5pt, none) + plain(middle + 5pt, length, none) }
  else { plain(0pt, length, none) }
}
#let tie(pattern, length) = pdf.artifact(box(width: length, height: 7pt, {
  let dot = 6.4pt
  let at(x, fill, stroke) = place(dx: x, dy: 3.5pt - dot / 2, circle(radius: dot / 2, fill: fill, stroke: stroke))
  place(dx: dot, dy: 3.5pt, box(dash(pattern, length - 2 * dot)))
  at(0pt, one, none)
  if pattern == "openEnd" { at(length - dot, white, 1.2pt + ink) } else { at(length - dot, two, none) }
}))

#let side(names, end) = align(end, { set par(leading: 0.62em); for (index, name) in names.enumerate() {
  if index > 0 { linebreak() }
  text(size: if names.len() > 1 { 15 * unit } else { 19 * unit }, weight: 600, hyphenate: false, passage(name.main))
  if name.own.len() > 0 { if names.len() > 1 { h(0.35em) } else { linebreak() }; text(size: 12 * unit, weight: 400, fill: muted, hyphenate: false, passage(name.own)) }
}})
#let words(it) = text(size: 9 * unit, weight: 400, fill: muted, it)
#let wide(it, most) = calc.min(measure(it).width + 0.2mm, most)
#let heading-line(it) = if it.line == none { side(it.left, left) } else {
  let middle = layout(room => align(center, stack(spacing: 4 * unit, words(kept(it.line.above)), tie(it.line.pattern, room.width), words(kept(it.line.below)))))
  grid(
    columns: if it.right.len() == 0 { (wide(side(it.left, left), 100mm), 66mm) } else { (wide(side(it.left, left), 68mm), 1fr, wide(side(it.right, right), 68mm)) },
    column-gutter: 5mm, align: horizon,
    side(it.left, left), middle, ..if it.right.len() == 0 { () } else { (side(it.right, right),) },
  )
}

#show heading.where(level: 1): it => block(above: 14 * unit, below: 13 * unit, width: 100%, text(size: 10 * unit, weight: 400, it.body))
#show heading.where(level: 2): it => text(size: 9.2 * unit, weight: 600, fill: one, hyphenate: false, it.body)

#let entry(it) = (
  if "line" in it { tie(it.line, 9mm) + h(1.4mm) + passage(it.lead) } else { passage(it.lead) },
  passage(it.passage),
)
#let facts(it) = { set text(hyphenate: false); table(
  columns: (gutter,) + (1fr,) * it.columns.len(), column-gutter: 3mm, row-gutter: 0.62em,
  table.header(heading(level: 2, kept(it.title)), ..it.columns.map(passage).map(strong)),
  ..it.rows.map(row => (text(fill: muted, kept(row.label)), ..row.cells.map(passage))).flatten(),
) }
#let content(it) = {
  if it.kind == "prose" { for each in it.passages { par(passage(each)) } }
  else if it.kind == "points" { list(..it.points.map(passage)) }
  else {
    let lead = if it.entries.any(each => "line" in each) { when + 12 * unit } else { when }
    grid(columns: (lead, 1fr), column-gutter: 3mm, row-gutter: 0.62em, ..it.entries.map(entry).flatten())
  }
}
#let part(it) = block(width: 100%, above: 7.2 * unit, below: 7.2 * unit, stroke: (top: 0.5pt + rule), inset: (top: 6.8 * unit), if it.kind == "table" {
  facts(it)
} else {
  grid(columns: (gutter, 1fr), column-gutter: 3mm, heading(level: 2, kept(it.title)), content(it))
})

#{
  set text(size: 8.6 * unit, fill: muted)
  grid(columns: (1fr, auto), column-gutter: 5mm, passage(sheet.kicker), passage(sheet.aside))
}
#context [#metadata((page: here().page(), y: 0)) <start>#heading(level: 1, heading-line(sheet.heading))]
#if "picture" in sheet {
  let it = sheet.picture
  let lang = language(it.alternative.first().at("language", default: sheet.language))
  grid(
    columns: (auto, 1fr), column-gutter: 4mm, align: bottom,
    text(lang: lang, image("picture-0", width: calc.min(84mm, it.width / it.height * 46mm), alt: it.alternative.map(each => each.text).join())),
    text(size: 8.6 * unit, fill: muted, passage(it.caption)),
  )
}
#for each in sheet.parts { part(each) }
#block(width: 100%, above: 8 * unit, stroke: (top: 0.5pt + rule), inset: (top: 6 * unit), {
  set text(size: 8 * unit, fill: muted)
  set par(leading: 0.5em, spacing: 0.55em)
  for each in sheet.foot { par(passage(each)) }
})
`
