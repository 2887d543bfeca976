import type { ReportBlock } from './report.ts'
import type { Passage } from './sheet.ts'
import { cutToWidth, textWidth } from './text-width.ts'
import { element, escapeXml } from './xml.ts'

/** A drawing of this file, in SVG without styles, scripts or ids, so that a page may hold several among its own elements. */
export interface Chart {
  readonly svg: string
  /** In pixels. */
  readonly width: number
  readonly height: number
  readonly title: string
  readonly description: string
  readonly language: string
}

/** What each chart says, in `language` (BCP 47). It shows nothing that is not in the table beside it, which the caller adds. */
interface ChartWords {
  language: string
  title: string
  /** For people who do not see it: the figures that matter, in a sentence or two. */
  description: string
  /** How a value is written; its digits when left out. */
  format?: (value: number) => string
}

export interface BarChart extends ChartWords {
  /** One to four, each with a pattern of its own; their names are shown where there are several. Values are from 0. */
  series: readonly string[]
  /** A value for each series; null where nobody reported it. */
  rows: readonly { label: string; values: readonly (number | null)[] }[]
  /** The words in the place of a bar that nobody reported. */
  unknown: string
}

export interface TrendChart extends ChartWords {
  /** Null, like a year that is missing between two others, is a year that nobody reported: the line stays open there. */
  points: readonly { year: number; value: number | null }[]
  /** What those years are called. */
  unknown: string
}

export interface ShareBars extends ChartWords {
  /** One to four parts of each whole, each with a pattern of its own. */
  parts: readonly string[]
  rows: readonly { label: string; values: readonly number[] }[]
}

/** Bars from the left, each with its number at its end; those of several series stand beneath each other in each row. */
export function barChart({ series, rows, unknown, format = String, ...words }: BarChart): Chart {
  const values = rows.flatMap((row) => row.values.filter((value) => value !== null))
  const most = Math.max(1, ...values)
  const room = width - 8 - Math.max(0, ...values.map((value) => widthOf(format(value))))
  const marks = series.length > 1 ? new Marks().legend(series) : new Marks()
  for (const row of rows) {
    marks.lines(row.label)
    for (const [index, value] of row.values.entries()) {
      const long = ((value ?? 0) / most) * room
      if (value === null) marks.text(0, marks.y + 10, unknown, 'muted')
      else marks.bar(index, 0, long).text(long + 6, marks.y + 10, format(value))
      marks.y += barHeight + 3
    }
    marks.y += 8
  }
  return drawn(words, marks)
}

/** A value for each year, joined by a line that is open where nobody reported; as many numbers as have room stand at their points. */
export function trendChart({ points, unknown, format = String, ...words }: TrendChart): Chart {
  const known = new Map(points.flatMap(({ year, value }) => (value === null ? [] : [[year, value] as const])))
  const years = points.map(({ year }) => year)
  const first = Math.min(...years)
  const all = years.length === 0 ? [] : range(first, Math.max(...years))
  const step = (width - 2 * trendEdge) / Math.max(1, all.length - 1)
  const most = Math.max(1, ...known.values())
  const x = (year: number) => trendEdge + (year - first) * step
  const y = (year: number) => trendBase - ((known.get(year) ?? 0) / most) * (trendBase - trendTop)
  const marks = new Marks()
  for (const year of all.filter((each) => !known.has(each))) {
    const [from, to] = [Math.max(0, x(year) - step / 2), Math.min(width, x(year) + step / 2)]
    marks.hatch(from, trendTop, to - from, trendBase - trendTop, 'edge')
  }
  marks.line(`M0 ${trendBase}H${width}`, 'ink')
  for (const year of all.filter((each) => known.has(each) && known.has(each - 1)))
    marks.line(`M${at(x(year - 1))} ${at(y(year - 1))}L${at(x(year))} ${at(y(year))}`, 'one', 2)
  const isEnd = (year: number) => !known.has(year - 1) || !known.has(year + 1)
  const seen = all.filter((each) => known.has(each))
  for (const year of seen) marks.dot(x(year), y(year))
  const bestFirst = seen.toSorted(
    (a, b) => Number(isEnd(b)) - Number(isEnd(a)) || Math.abs(b - first) - Math.abs(a - first),
  )
  for (const { label, centre, year } of spread(bestFirst, (each) => format(known.get(each) ?? 0), x))
    marks.text(centre, y(year) - 8, label, 'ink', 'middle')
  const every = [1, 2, 5, 10, 20, 50].find((count) => step * count >= 40) ?? 100
  const named = [...all.slice(0, 1), ...all.slice(-1), ...all.filter((year) => year % every === 0)]
  for (const { label, centre } of spread(named, String, x))
    marks.text(centre, trendBase + 16, label, 'muted', 'middle')
  marks.y = trendBase + 24
  if (known.size < all.length) {
    marks.hatch(0, marks.y + 2, 22, barHeight, 'edge').text(28, marks.y + 12, unknown, 'muted')
    marks.y += lineHeight + 6
  }
  return drawn(words, marks)
}

/** Each row is a whole, as wide as the chart, divided in its parts; their numbers stand beneath, each behind the pattern of its part. */
export function shareBars({ parts, rows, format = String, ...words }: ShareBars): Chart {
  const marks = new Marks().legend(parts)
  for (const { label, values } of rows) {
    marks.lines(label)
    const whole = values.reduce((sum, value) => sum + value, 0)
    if (whole === 0) marks.outline(0, width, 'edge')
    let from = 0
    for (const [index, value] of values.entries()) {
      marks.bar(index, from, whole === 0 ? 0 : (value / whole) * width)
      from += whole === 0 ? 0 : (value / whole) * width
    }
    marks.y += barHeight + 5
    marks.legend(values.map(format), 12)
  }
  return drawn(words, marks)
}

/** The chart as a block of a report; `picture` is its place among the pictures, where its file is (`chartBytes`). */
export function chartBlock(chart: Chart, picture: number): ReportBlock {
  const { title, description, width, height, language } = chart
  const said = (text: string): Passage => [{ text, language }]
  const alternative = said(`${title}. ${description}`)
  return { kind: 'picture', picture, alternative, caption: said(title), width, height }
}

/** The chart as a file, for the process that draws documents. */
export function chartBytes({ svg }: Chart): Uint8Array {
  return new TextEncoder().encode(svg)
}

/** Whether the chart was drawn by this file: no other SVG may stand among the elements of a page. */
export function isOwnChart(chart: Chart): boolean {
  return own.has(chart)
}

const own = new WeakSet<Chart>()

// As wide as a phone has room for: words keep their size there, and are 10 points high in a document.
const width = 360
const [fontSize, lineHeight, barHeight] = [12, 17, 12]
const [trendTop, trendBase, trendEdge] = [22, 150, 18]

/** As `tokens.css` names them; a page replaces them by its classes. */
const colours = { ink: '#1c2430', muted: '#545e6c', edge: '#7d838c', one: '#1f4b8f', two: '#b3402e' }
type Tone = keyof typeof colours

/** Elements of a drawing; `y` is where the next ones go. */
class Marks {
  y = 0
  readonly svg: string[] = []

  text(x: number, y: number, words: string, tone: Tone = 'ink', anchor: 'middle' | null = null): this {
    const place = { x: at(x), y: at(y), 'text-anchor': anchor }
    this.svg.push(element('text', { ...place, ...filled(tone) }, [escapeXml(words)]))
    return this
  }

  /** A label of one or two lines. */
  lines(label: string): this {
    for (const line of linesOf(label)) {
      this.text(0, this.y + 12, line)
      this.y += lineHeight
    }
    return this
  }

  line(d: string, tone: Tone, strokeWidth = 1): this {
    const stroke = { fill: 'none', stroke: colours[tone], 'stroke-width': String(strokeWidth) }
    this.svg.push(element('path', { d, class: `line-${tone}`, ...stroke, 'stroke-linecap': 'round' }))
    return this
  }

  dot(x: number, y: number): this {
    this.svg.push(element('circle', { cx: at(x), cy: at(y), r: '3.5', ...filled('one') }))
    return this
  }

  outline(x: number, long: number, tone: Tone): this {
    if (long <= 1) return this
    return this.line(
      `M${at(x + 0.5)} ${at(this.y + 0.5)}h${at(long - 1)}v${barHeight - 1}h${at(1 - long)}z`,
      tone,
    )
  }

  /** A bar of a series or part: filled, hatched, dotted or empty, whatever the colours of a printer. */
  bar(pattern: number, x: number, long: number): this {
    const tone = (['one', 'two', 'ink', 'edge'] as const)[pattern]
    if (tone === undefined) throw new Error('A chart has four patterns')
    if (pattern === 0) {
      const size = { width: at(long), height: String(barHeight) }
      this.svg.push(element('rect', { x: at(x), y: at(this.y), ...size, ...filled(tone) }))
      return this
    }
    if (pattern === 1) this.hatch(x, this.y, long, barHeight, tone)
    if (pattern === 2) this.dots(x, long, tone)
    return this.outline(x, long, tone)
  }

  /** Lines at 45 degrees: patterns of SVG are not drawn by every program. */
  hatch(x: number, y: number, wide: number, high: number, tone: Tone): this {
    const lines = range(1, Math.ceil((wide + high) / 4) - 1).map((count) => {
      const far = count * 4
      const [fromX, fromY] = [Math.max(0, far - high), Math.min(far, high)]
      const [toX, toY] = [Math.min(far, wide), Math.max(0, far - wide)]
      return `M${at(x + fromX)} ${at(y + fromY)}L${at(x + toX)} ${at(y + toY)}`
    })
    return lines.length === 0 ? this : this.line(lines.join(''), tone)
  }

  dots(x: number, long: number, tone: Tone): this {
    const points = range(1, Math.floor((long - 1) / 4)).flatMap((column) =>
      [3.5, 8.5].map((down) => `M${at(x + column * 4 - 1)} ${at(this.y + down)}h.01`),
    )
    return points.length === 0 ? this : this.line(points.join(''), tone, 1.6)
  }

  /** The pattern of each series or part with its words, as many on a line as have room. */
  legend(all: readonly string[], wide = 22): this {
    let x = 0
    for (const [index, each] of all.entries()) {
      const shown = cutToWidth(each, fontSize, width - wide - 6)
      if (x > 0 && x + wide + 6 + widthOf(shown) > width) {
        x = 0
        this.y += lineHeight
      }
      this.bar(index, x, wide).text(x + wide + 6, this.y + 10, shown, 'muted')
      x += wide + 6 + widthOf(shown) + 14
    }
    this.y += lineHeight + 6
    return this
  }
}

function filled(tone: Tone) {
  return { class: tone, fill: colours[tone] }
}

function drawn({ language, title, description }: ChartWords, marks: Marks): Chart {
  const height = Math.ceil(marks.y)
  const size = { width: String(width), height: String(height), viewBox: `0 0 ${width} ${height}` }
  const font = {
    'font-family': 'Pretendard, Malgun Gothic, Arial, sans-serif',
    'font-size': String(fontSize),
  }
  const svg = element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', ...size, ...font, role: 'img', lang: language },
    [element('title', {}, [escapeXml(title)]), element('desc', {}, [escapeXml(description)]), ...marks.svg],
  )
  const chart = { svg, width, height, title, description, language }
  own.add(chart)
  return chart
}

/** Those years, in this order, whose labels have room beside the ones before them. */
function spread(years: readonly number[], write: (year: number) => string, x: (year: number) => number) {
  const placed: { year: number; label: string; centre: number; half: number }[] = []
  for (const year of years) {
    const label = write(year)
    const half = widthOf(label) / 2
    const centre = Math.min(Math.max(half, x(year)), width - half)
    const isFree = placed.every((other) => Math.abs(centre - other.centre) > half + other.half + 5)
    if (isFree) placed.push({ year, label, centre, half })
  }
  return placed
}

/** The label on one line, or two: the second is cut where it would be too long. */
function linesOf(label: string): string[] {
  const words = label.split(' ')
  let first = words.shift() ?? ''
  while (words[0] !== undefined && widthOf(`${first} ${words[0]}`) <= width) first += ` ${words.shift()}`
  return [first, words.join(' ')].filter(Boolean).map((line) => cutToWidth(line, fontSize, width))
}

function widthOf(text: string): number {
  return textWidth(text, fontSize)
}

/** A place in a drawing, to a tenth of a pixel. */
function at(place: number): string {
  return String(Math.round(place * 10) / 10)
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}
