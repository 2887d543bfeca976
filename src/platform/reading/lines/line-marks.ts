/** What comes before the words of a line: a number, a letter, a bullet. */
export interface LineMark {
  /** The way of marking; equal ones are of one rank: `1.`, `1.1`, `가)`, `□`. */
  style: string
  kind: 'number' | 'bullet' | 'heading' | 'box' | 'note'
  /** Its place in its sequence, from 1. */
  number: number
  /** Units of the mark and of the space after it. */
  length: number
}

const korean = '가나다라마바사아자차카타파하'
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮'
const wideRoman = 'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ'

interface Reading {
  pattern: RegExp
  read(match: RegExpExecArray): Omit<LineMark, 'length'> | null
}

const numbered = (style: string, number: number): Omit<LineMark, 'length'> => ({
  style,
  kind: 'number',
  number,
})

const readings: Reading[] = [
  // A date begins like a number with parts: 2017. 7. 7.
  { pattern: /^\d{4}\.\s?\d{1,2}\./u, read: () => null },
  {
    pattern: /^((?:\d{1,2}\.){1,4}\d{1,2})\.?\s+(?=\P{Ll})/u,
    read: ([, parts = '']) =>
      numbered(`1${'.1'.repeat(parts.split('.').length - 1)}`, Number(parts.split('.').at(-1))),
  },
  {
    pattern: /^(\d{1,2})(\.|\)|\s?[-–—]|°|º)\s*(?=\p{L}|[«"“(])(?!\p{L}{1,2}\d)/u,
    read: ([, number, end = '']) => numbered(`1${end.trim()}`, Number(number)),
  },
  { pattern: /^\((\d{1,2})\)\s*/u, read: ([, number]) => numbered('(1)', Number(number)) },
  { pattern: /^([①-⑮])\s*/u, read: ([, sign = '']) => numbered('①', circled.indexOf(sign) + 1) },
  { pattern: /^([Ⅰ-Ⅹ])\s*[.)]?\s*/u, read: ([, sign = '']) => numbered('Ⅰ', wideRoman.indexOf(sign) + 1) },
  {
    pattern: /^(?=[XVI])((?:X{0,3})(?:IX|IV|V?I{0,3}))\s?([.)–—-]|\s-)\s*(?=\p{L})/u,
    read: ([, roman = '']) => (roman === '' ? null : numbered('I', romanNumber(roman))),
  },
  {
    // « C. J. » signs a mail.
    pattern: /^([A-H])([.)]|\s[-–—])\s+(?=\p{L})(?!\p{Lu}\.$)/u,
    read: ([, letter = '', end = '']) => numbered(`A${end.trim()}`, letter.charCodeAt(0) - 64),
  },
  { pattern: /^([a-h])\)\s*/u, read: ([, letter = '']) => numbered('a)', letter.charCodeAt(0) - 96) },
  {
    pattern: /^([가나다라마바사아자차카타파하])([.)])\s+/u,
    read: ([, letter = '', end = '']) => numbered(`가${end}`, korean.indexOf(letter) + 1),
  },
  {
    pattern: /^제\s?(\d{1,3})\s?(장|절|조|편|부)(?=$|[\s(:.])/u,
    read: ([, number, rank = '']) => ({ style: `제${rank}`, kind: 'heading', number: Number(number) }),
  },
  {
    pattern:
      /^(article|chapitre|titre|partie|section|annexe|chapter|part|annex|point)\s+(\d{1,3}|premier|1er|[IVX]{1,5}|[A-H])(?=$|[\s.:–—-])/iu,
    read: ([, word = '', number = '']) => ({
      style: word.toLowerCase(),
      kind: 'heading',
      number: /^\d+$/.test(number) ? Number(number) : /^[IVX]+$/.test(number) ? romanNumber(number) : 1,
    }),
  },
  {
    pattern: /^[□■◆◇▣◈❑❏▢]\s*/u,
    read: ([sign = '']) => ({ style: '□', kind: 'box', number: sign.trim() === '' ? 0 : 1 }),
  },
  { pattern: /^(?:※|☞|주\))\s*/u, read: () => ({ style: '※', kind: 'note', number: 1 }) },
  { pattern: /^([○◯●ㅇ◦⚪❍◎⊙◉⦁▲△▼▽])\s*(?=\S)/u, read: () => ({ style: '○', kind: 'bullet', number: 1 }) },
  {
    pattern: /^([•·‧∙▪▫►▶▷▸▹➢➤➔➜→⇒✓✔❖‣⁃ㆍ])\s*(?=\S)/u,
    read: ([, sign = '']) => ({ style: sign, kind: 'bullet', number: 1 }),
  },
  { pattern: /^([-–—*+o])\s+(?=\S)/u, read: ([, sign = '']) => ({ style: sign, kind: 'bullet', number: 1 }) },
  { pattern: /^([-–—*])(?=\p{L})/u, read: ([, sign = '']) => ({ style: sign, kind: 'bullet', number: 1 }) },
]

/** The mark at the beginning of a line, or null. */
export function readMark(text: string): LineMark | null {
  for (const { pattern, read } of readings) {
    const match = pattern.exec(text)
    if (!match) continue
    const mark = read(match)
    if (!mark) return null
    return { ...mark, length: mark.kind === 'heading' ? 0 : match[0].length }
  }
  return null
}

function romanNumber(roman: string): number {
  const values = [...roman].map((letter) => ({ I: 1, V: 5, X: 10 })[letter] ?? 0)
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0)
}
