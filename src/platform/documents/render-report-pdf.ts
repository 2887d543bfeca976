import { withBoxes } from './printable.ts'
import { drawnBlocks, type Report, type ReportBlock } from './report.ts'
import { colourParts, wordParts } from './template-parts.ts'
import type { Measure } from './typesetting.ts'
import { compileTypst, exportPdf, isWholePicture, placesOf } from './typst.ts'

const mostPages = 400

/** The report as a tagged PDF with bookmarks, of any length; see `exportPdf`. The alternative replaces a picture that cannot be read. */
export function renderReportPdf(report: Report, pictures: readonly Uint8Array[] = []): Uint8Array {
  const readable = readableReport(report, pictures)
  return exportPdf((missing) => {
    const shown = withBoxes(readable.report, missing)
    const document = compileTypst(reportTemplate, { report: JSON.stringify(shown) }, readable.pictures)
    if (document.numOfPages > mostPages) throw new Error(`The report takes ${document.numOfPages} pages`)
    return document
  })
}

/** The report with the pictures that can be shown: words take the place of the others; see `drawnBlocks`. */
export function readableReport(
  report: Report,
  pictures: readonly Uint8Array[],
): { report: Report; pictures: Uint8Array[] } {
  const isWhole = pictures.map(isWholePicture)
  const blocks = drawnBlocks(report.blocks).map((block): ReportBlock => {
    if (block.kind !== 'picture' || isWhole[block.picture]) return block
    const { alternative, caption } = block
    const dash = caption.length > 0 ? [{ text: ' – ' }] : []
    return { kind: 'note', passage: [{ text: '[' }, ...alternative, ...dash, ...caption, { text: ']' }] }
  })
  return {
    report: { ...report, blocks },
    pictures: pictures.map((bytes, index) => (isWhole[index] ? bytes : new Uint8Array())),
  }
}

/** The first of these reports that takes no more than so many pages; the last where none does, or where there is no limit. */
export function chooseReport(
  reports: readonly Report[],
  mostPages: number | null,
  pictures: readonly Uint8Array[],
): { report: Report; chosen: number } {
  const fits = (report: Report) =>
    mostPages === null || compileReport(report, pictures).numOfPages <= mostPages
  // Most fit whole: the others are searched by halves, for each is shorter than the one before.
  let [tooLong, fitting] = reports[0] && fits(reports[0]) ? [-1, 0] : [0, reports.length - 1]
  while (fitting - tooLong > 1) {
    const middle = Math.floor((tooLong + fitting) / 2)
    const report = reports[middle]
    if (report && fits(report)) fitting = middle
    else tooLong = middle
  }
  const report = reports[fitting]
  if (!report) throw new Error('There is no report to draw')
  return { report, chosen: fitting }
}

// Points: the height of A4, and of a close setting its margins and what one of its lines takes.
const [sheetHeight, closeMargin, closeLine] = [841.89, 39.69, 13.3]

/** How many pages a close report fills, and in lines. */
export function measureReport(report: Report, pictures: readonly Uint8Array[] = []): Measure {
  const document = compileReport(report, pictures)
  const [end] = placesOf(document, '<end>')
  if (!end) throw new Error('The document has no end')
  const room = sheetHeight - 2 * closeMargin
  return {
    filled: Math.round((end.page - 1 + (end.y - closeMargin) / room) * 100) / 100,
    lines: Math.floor(room / closeLine),
  }
}

function compileReport(report: Report, pictures: readonly Uint8Array[]) {
  return compileTypst(reportTemplate, { report: JSON.stringify(report) }, pictures)
}

/** The Typst source of every report, after what its file says of itself. Its content comes as JSON in `sys.inputs.report` and is shown as strings. */
export const reportBody = `
#let report = json(bytes(sys.inputs.report))
${colourParts}
#let isKorean = language(report.language) == "ko"
// Whose page it is: the last word on that up to its end.
#let head = context {
  let said = query(<head>).filter(each => each.location().page() <= here().page())
  if said.len() > 0 { text(size: 8.5pt, fill: muted, said.last().value) }
}
#let isClose = report.at("isClose", default: false)
// The lines of a close report are filled one after the other: weighing all breaks takes half the time of a drawing.
#set page(
  paper: "a4", margin: if isClose { (x: 15mm, top: 14mm, bottom: 14mm) } else { (x: 24mm, top: 22mm, bottom: 22mm) },
  numbering: "1 / 1", number-align: center, header: head, ..if isClose { (footer-descent: 20%) },
)
#set text(font: "Pretendard", size: if isClose { 9.5pt } else { 10.5pt }, fill: ink, lang: language(report.language), hyphenate: not isKorean)
#set par(leading: if isClose { 0.5em } else { 0.68em }, spacing: if isClose { 0.6em } else { 0.95em }, justify: false, linebreaks: if isClose { "simple" } else { "optimized" })
#set list(marker: text(fill: muted)[–], indent: 0pt, body-indent: 0.5em, spacing: 0.75em)
#set enum(indent: 0pt, body-indent: 0.5em, spacing: 0.75em)
#set table(stroke: none, inset: (x: 0pt, y: if isClose { 2pt } else { 4pt }))

#let quietSize = if report.at("isClose", default: false) { 8.5pt } else { 1em }
${wordParts}

#show heading: set text(weight: 600, hyphenate: false)
#show heading.where(level: 1): it => if isClose { block(above: 4pt, below: 6pt, text(size: 16pt, it.body)) } else { block(above: 11pt, below: 14pt, text(size: 20pt, it.body)) }
#show heading.where(level: 2): it => if isClose {
  block(above: 6pt, below: 3pt, width: 100%, sticky: true, stroke: (top: 0.5pt + rule), inset: (top: 4pt), text(size: 9.5pt, fill: one, it.body))
} else { block(above: 20pt, below: 9pt, text(size: 14pt, fill: one, it.body)) }
#show heading.where(level: 3): it => block(above: 15pt, below: 8pt, text(size: 12pt, it.body))
#show heading.where(level: 4): it => block(above: 12pt, below: 7pt, text(size: 10.5pt, it.body))
#show outline.entry: set block(above: 0.7em)

#let facts(rows) = table(
  columns: (34mm, 1fr), column-gutter: 4mm,
  ..rows.map(row => (text(fill: muted, hyphenate: false, kept(row.label)), passage(row.passage))).flatten(),
)
#let toSign = (inset: (x: 0pt, y: 9pt), stroke: (bottom: 0.5pt + rule))
// Rows are whole on a page, but for one that might be longer than a page.
#let isLong(cell) = cell.map(each => each.text.len()).sum(default: 0) > 800
// As high as any row, and clear of the line under the head.
#let underHead = (inset: (x: 0pt, top: 5.5pt, bottom: 2.5pt))
#let lined(it) = table(
  columns: it.at("widths", default: (1,) * it.columns.len()).map(each => each * 1fr), column-gutter: 4mm,
  align: it.at("figures", default: (false,) * it.columns.len()).map(each => if each { right } else { left }),
  ..if it.at("isToSign", default: false) { toSign } else if not isClose { underHead },
  table.header(
    ..it.columns.map(each => table.cell(inset: (x: 0pt, y: 5pt), align: bottom, text(size: 9pt, fill: muted, weight: 600, kept(each)))),
    table.hline(stroke: 0.7pt + ink),
  ),
  ..it.rows.map(row => row.map(each => table.cell(breakable: row.any(isLong), passage(each)))).flatten(),
)
// As wide as a mail of 552 pixels shows it, no higher than leaves room for words.
#let picture(it) = {
  let wide = calc.min(162mm, it.width / 552 * 162mm, it.width / it.height * 150mm)
  let spoken = it.alternative.map(each => each.text).join()
  let lang = language(it.alternative.first().at("language", default: report.language))
  block(breakable: false, above: 16pt, below: 16pt, {
    text(lang: lang, image("picture-" + str(it.picture), width: wide, alt: spoken))
    if it.caption.len() > 0 { block(above: 6pt, text(size: 9pt, fill: muted, passage(it.caption))) }
  })
}
#let spoken(it, body) = if "language" in it { text(lang: language(it.language), body) } else { body }
#let shown(it) = {
  if it.kind == "heading" { heading(level: it.level + 1, passage(it.passage)) }
  else if it.kind == "paragraph" { par(passage(it.passage)) }
  else if it.kind == "quotation" {
    block(above: 16pt, below: 16pt, inset: (left: 5mm), outset: (y: 8pt), stroke: (left: 1.2pt + rule), passage(it.passage))
  }
  else if it.kind == "note" {
    let isLeading = it.at("isLeading", default: false)
    block(above: 7pt, below: 7pt, sticky: isLeading, text(size: 9pt, fill: muted, passage(it.passage)))
  }
  else if it.kind == "picture" { picture(it) }
  else if it.kind == "list" and it.isOrdered { enum(..it.items.map(passage)) }
  else if it.kind == "list" { list(..it.items.map(passage)) }
  else if it.kind == "facts" { spoken(it, facts(it.facts)) }
  else if it.kind == "page" { pagebreak(weak: true); [#metadata(passage(it.head)) <head>] }
  else { spoken(it, lined(it)) }
}

#if "head" in report [#metadata(passage(report.head)) <head>]
#let top = {
  text(size: 9pt, fill: muted, passage(report.kicker))
  heading(level: 1, outlined: false, passage(report.title))
}
#if "code" in report {
  grid(columns: (1fr, 15mm), column-gutter: 6mm, top, image("picture-" + str(report.code.picture), width: 15mm, alt: report.code.alternative))
} else { top }
#if report.facts.len() > 0 { facts(report.facts) }
#if report.contents != none {
  heading(level: 2, outlined: false, kept(report.contents))
  outline(title: none, depth: 1 + report.at("contentsDepth", default: 3))
}
#for each in report.blocks { shown(each) }
#if report.foot.len() > 0 {
  block(width: 100%, above: if isClose { 8pt } else { 24pt }, stroke: (top: 0.5pt + rule), inset: (top: 6pt), {
    set text(size: 8.5pt, fill: muted)
    for each in report.foot { par(passage(each)) }
  })
}
#context [#metadata((page: here().page(), y: here().position().y / 1pt)) <end>]
`

const reportTemplate = `
#let report = json(bytes(sys.inputs.report))
#set document(
  title: report.name, author: report.author, description: report.subject,
  date: datetime(year: int(report.day.slice(0, 4)), month: int(report.day.slice(5, 7)), day: int(report.day.slice(8, 10))),
)
${reportBody}`
