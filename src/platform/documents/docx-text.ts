import {
  AlignmentType,
  convertMillimetersToTwip,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx'
import type { Passage, Phrase } from './sheet.ts'

export const mm = convertMillimetersToTwip
export const textWidth = 176

export interface TextStyle {
  /** Half points. */
  size?: number
  /** Twentieths of a point from line to line. */
  line?: number
  color?: string
  bold?: boolean
  align?: 'left' | 'center' | 'right'
}

export const quietStyle: TextStyle = { color: muted() }
export const footStyle: TextStyle = { size: 16, line: 205 }

/** A paragraph with exact lines, so that a page has the same height whatever fonts are at hand. */
export function paragraph(passage: Passage, style: TextStyle = {}, more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    spacing: { line: style.line ?? 262, lineRule: LineRuleType.EXACT, before: 0, after: 30 },
    alignment: alignments[style.align ?? 'left'],
    ...more,
    children: passage.map((phrase) => run(phrase, style)),
  })
}

/** Two passages on one line, the second against the right edge. */
export function tabbed(left: Passage, right: Passage): Paragraph {
  const style = { size: 17, ...quietStyle }
  return new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: mm(textWidth) }],
    spacing: { line: 240, lineRule: LineRuleType.EXACT, after: 120 },
    children: [...left.map((phrase) => run(phrase, style)), new TextRun('\t'), ...right.map((phrase) => run(phrase, style))],
  })
}

/** A language tag with its country, as Word names languages. */
export function languageOf(tag: string): string {
  return { fr: 'fr-FR', ko: 'ko-KR', en: 'en-GB' }[tag] ?? tag
}

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT }

function run(phrase: Phrase, style: TextStyle): TextRun {
  const options: IRunOptions = {
    text: phrase.text,
    ...(style.bold || phrase.emphasis === 'strong' ? { bold: true } : {}),
    ...(phrase.emphasis === 'quiet' ? { color: muted() } : style.color ? { color: style.color } : {}),
    ...(style.size ? { size: style.size } : {}),
    ...(phrase.language ? { language: { value: languageOf(phrase.language), eastAsia: 'ko-KR' } } : {}),
  }
  return new TextRun(options)
}

function muted(): string {
  return '545E6C'
}
