import { withBoxes } from './printable.ts'
import { type Report, type ReportBlock, withoutSkippedLevels } from './report.ts'
import { colourParts, wordParts } from './template-parts.ts'
import { compileTypst, exportPdf, isWholePicture } from './typst.ts'

const mostPages = 400

/** The report as a tagged PDF with bookmarks, of any length; see `exportPdf`. The alternative replaces a picture that cannot be read. */
export function renderReportPdf(report: Report, pictures: readonly Uint8Array[] = []): Uint8Array {
  const isWhole = pictures.map(isWholePicture)
  const blocks = withoutSkippedLevels(report.blocks).map((block): ReportBlock => {
    if (block.kind !== 'picture' || isWhole[block.picture]) return block
    const { alternative, caption } = block
    const dash = caption.length > 0 ? [{ text: ' – ' }] : []
    return { kind: 'note', passage: [{ text: '[' }, ...alternative, ...dash, ...caption, { text: ']' }] }
  })
  const readable = pictures.map((bytes, index) => (isWhole[index] ? bytes : new Uint8Array()))
  return exportPdf((missing) => {
    const whole = { ...report, blocks }
    const shown = missing.size === 0 ? whole : withBoxes(whole, missing)
    const document = compileTypst(reportTemplate, { report: JSON.stringify(shown) }, readable)
    if (document.numOfPages > mostPages) throw new Error(`The report takes ${document.numOfPages} pages`)
    return document
  })
}

/** The Typst source of every report. Its content comes as JSON in `sys.inputs.report` and is shown as strings. */
const reportTemplate = `
#let report = json(bytes(sys.inputs.report))
${colourParts}
#let isKorean = language(report.language) == "ko"

#set document(
  title: report.name, author: report.author, description: report.subject,
  date: datetime(year: int(report.day.slice(0, 4)), month: int(report.day.slice(5, 7)), day: int(report.day.slice(8, 10))),
)
// Whose page it is: the last word on that up to its end.
#let head = context {
  let said = query(<head>).filter(each => each.location().page() <= here().page())
  if said.len() > 0 { text(size: 8.5pt, fill: muted, said.last().value) }
}
#set page(
  paper: "a4", margin: (x: 24mm, top: 22mm, bottom: 22mm), numbering: "1 / 1", number-align: center, header: head,
)
#set text(font: "Pretendard", size: 10.5pt, fill: ink, lang: language(report.language), hyphenate: not isKorean)
#set par(leading: 0.68em, spacing: 0.95em, justify: false, linebreaks: "optimized")
#set list(marker: text(fill: muted)[–], indent: 0pt, body-indent: 0.5em, spacing: 0.75em)
#set enum(indent: 0pt, body-indent: 0.5em, spacing: 0.75em)
#set table(stroke: none, inset: (x: 0pt, y: 4pt))

${wordParts}

#show heading: set text(weight: 600, hyphenate: false)
#show heading.where(level: 1): it => block(above: 11pt, below: 14pt, text(size: 20pt, it.body))
#show heading.where(level: 2): it => block(above: 20pt, below: 9pt, text(size: 14pt, fill: one, it.body))
#show heading.where(level: 3): it => block(above: 15pt, below: 8pt, text(size: 12pt, it.body))
#show heading.where(level: 4): it => block(above: 12pt, below: 7pt, text(size: 10.5pt, it.body))
#show outline.entry: set block(above: 0.7em)

#let facts(rows) = table(
  columns: (34mm, 1fr), column-gutter: 4mm,
  ..rows.map(row => (text(fill: muted, row.label), passage(row.passage))).flatten(),
)
#let toSign = (inset: (x: 0pt, y: 9pt), stroke: (bottom: 0.5pt + rule))
#let lined(it) = table(
  columns: it.at("widths", default: (1,) * it.columns.len()).map(each => each * 1fr), column-gutter: 4mm,
  ..if it.at("isToSign", default: false) { toSign },
  table.header(..it.columns.map(each => text(size: 9pt, fill: muted, weight: 600, each))),
  table.hline(stroke: 0.7pt + ink),
  ..it.rows.map(row => row.map(passage)).flatten(),
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
#text(size: 9pt, fill: muted, passage(report.kicker))
#heading(level: 1, outlined: false, passage(report.title))
#if report.facts.len() > 0 { facts(report.facts) }
#if report.contents != none {
  heading(level: 2, outlined: false, report.contents)
  outline(title: none, depth: 1 + report.at("contentsDepth", default: 3))
}
#for each in report.blocks { shown(each) }
#if report.foot.len() > 0 {
  block(width: 100%, above: 24pt, stroke: (top: 0.5pt + rule), inset: (top: 6pt), {
    set text(size: 8.5pt, fill: muted)
    for each in report.foot { par(passage(each)) }
  })
}
`
