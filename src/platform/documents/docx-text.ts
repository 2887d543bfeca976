import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  ExternalHyperlink,
  ImageRun,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import type { Passage, Phrase } from './sheet.ts'

export const mm = (millimetres: number) => Math.round(convertMillimetersToTwip(millimetres))
/** Width of the text, in millimetres. */
export const textWidth = 176
export const quiet = '545E6C'

/** Fonts that offices of both countries have: every Windows since 8 carries Malgun Gothic. */
export const fonts = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: 'Malgun Gothic' }

export interface TextStyle {
  /** Points. */
  size?: number
  /** Points of quiet words. */
  quiet?: number
  /** Points from line to line. */
  line?: number
  color?: string
  bold?: boolean
  align?: 'left' | 'center' | 'right'
}

/** Paragraphs and runs at one scale. */
export class DocxText {
  readonly scale: number
  readonly #usual: number | undefined

  /** `usual`: the points of what says no other size, where the document’s own are another. */
  constructor(scale: number, usual?: number) {
    this.scale = scale
    this.#usual = usual
  }

  halfPoints(points: number): number {
    return Math.round(points * this.scale * 2)
  }

  twips(points: number): number {
    return Math.round(points * this.scale * 20)
  }

  /** A paragraph with exact lines, so that a page has the same height whatever fonts the reader has. */
  paragraph(passage: Passage, style: TextStyle = {}, more: IParagraphOptions = {}): Paragraph {
    return new Paragraph({
      spacing: this.#lines(style.line ?? 13),
      // Word would separate digits from the Hangul after them: 2017 년.
      autoSpaceEastAsianText: false,
      alignment: alignments[style.align ?? 'left'],
      ...more,
      children: passage.map((phrase) => this.#phrase(phrase, style)),
    })
  }

  /** The runs of a passage, at the size of the paragraph's style. */
  runs(passage: Passage, style: TextStyle = {}): (TextRun | ExternalHyperlink)[] {
    return passage.map((phrase) => this.#phrase(phrase, style))
  }

  /** A point of a list, its dash hanging in the margin. */
  point(passage: Passage): Paragraph {
    return new Paragraph({
      spacing: this.#lines(13),
      autoSpaceEastAsianText: false,
      indent: { left: this.twips(9), hanging: this.twips(9) },
      children: [
        new TextRun({ children: ['–', new Tab()] }),
        ...passage.map((phrase) => this.#phrase(phrase, {})),
      ],
    })
  }

  /** Two passages on one line, the second against the right edge. */
  tabbed(left: Passage, right: Passage): Paragraph {
    const style = { size: 8.5, color: quiet }
    return new Paragraph({
      tabStops: [{ type: TabStopType.RIGHT, position: mm(textWidth) }],
      spacing: { line: this.twips(12), lineRule: LineRuleType.EXACT, after: this.twips(6) },
      children: [
        ...left.map((phrase) => this.#phrase(phrase, style)),
        new TextRun({ children: [new Tab()] }),
        ...right.map((phrase) => this.#phrase(phrase, style)),
      ],
    })
  }

  /** A thin line across the page; also keeps two tables from merging. */
  rule(): Paragraph {
    return new Paragraph({
      spacing: { line: this.twips(4.5), lineRule: LineRuleType.EXACT, before: this.twips(3), after: 0 },
      border: { top: { style: BorderStyle.SINGLE, size: 4, space: 1, color: 'C9C5BC' } },
      children: [],
    })
  }

  #lines(points: number) {
    return { line: this.twips(points), lineRule: LineRuleType.EXACT, before: 0, after: this.twips(0.6) }
  }

  #phrase(phrase: Phrase, style: TextStyle): TextRun | ExternalHyperlink {
    const color = phrase.emphasis === 'quiet' ? quiet : style.color
    const size = (phrase.emphasis === 'quiet' ? style.quiet : undefined) ?? style.size ?? this.#usual
    const run = new TextRun({
      text: phrase.text,
      ...(style.bold || phrase.emphasis === 'strong' ? { bold: true } : {}),
      ...(color ? { color } : {}),
      ...(size ? { size: this.halfPoints(size) } : {}),
      ...(phrase.language ? { language: { value: languageOf(phrase.language), eastAsia: 'ko-KR' } } : {}),
    })
    return phrase.href ? new ExternalHyperlink({ link: phrase.href, children: [run] }) : run
  }
}

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT }

/** A language tag with its country, as Word names languages. */
export function languageOf(tag: string): string {
  return { fr: 'fr-FR', ko: 'ko-KR', en: 'en-GB' }[tag] ?? tag
}

/** A picture (PNG, JPEG, SVG) as large as both sides allow, in pixels of Word, with its alternative text. */
export function imageOf(
  { alternative, width, height }: { alternative: Passage; width: number; height: number },
  bytes: Uint8Array,
  most: { width: number; height: number },
): ImageRun {
  const spoken = alternative.map(({ text }) => text).join('')
  const shown = Math.round(Math.min(most.width, (width / height) * most.height))
  const own = {
    transformation: { width: shown, height: Math.round((shown * height) / width) },
    altText: { name: spoken, title: spoken, description: spoken },
  }
  if (bytes[0] === '<'.charCodeAt(0))
    return new ImageRun({ type: 'svg', data: bytes, fallback: { type: 'png', data: nothing }, ...own })
  return new ImageRun({ type: bytes[0] === 0x89 ? 'png' : 'jpg', data: bytes, ...own })
}

// Programs from before 2016 show no SVG; this is their picture, a transparent dot, beside the alternative text and the table of a chart.
const nothing = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR4nGNgAAIAAAUAAXpeqz8AAAAASUVORK5CYII=',
  'base64',
)
