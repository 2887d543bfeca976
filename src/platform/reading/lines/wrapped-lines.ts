import type { Run } from '../text-runs.ts'
import { runAt } from '../text-runs.ts'
import { readMark } from './line-marks.ts'
import { sliceRuns, type TextLine } from './text-line.ts'

/** The width at which the lines of a text were broken; infinite when each line is a paragraph of its own. */
export function wrapWidth(lines: readonly TextLine[]): number {
  const widths = lines
    .filter((_, index) => {
      const next = lines[index + 1]
      return next && !next.isApart && !readMark(next.text)
    })
    .map(({ right }) => right)
    .sort((a, b) => a - b)
  const width = widths[Math.floor(widths.length * 0.9)] ?? Number.POSITIVE_INFINITY
  const isTyped = lines.every(({ size }) => size === undefined)
  return isTyped && width > 170 ? Number.POSITIVE_INFINITY : isTyped ? Math.max(40, width) : width
}

/** Whether a line goes on with the next one, which no mark begins. */
export function goesOn(line: TextLine, next: TextLine, width: number): boolean {
  if (next.isApart || isKeyValue(next.text) || line.right < width * 0.5) return false
  if (/\p{L}[-\u00ad]$/u.test(line.text) || /^[\p{Ll}),;»]/u.test(next.text)) return true
  if (isUnfinished(line.text)) return true
  if (isKeyValue(line.text) && line.right < width * 0.9) return false
  return line.right >= width * (/[.!?…:;]$/u.test(line.text) ? 0.88 : 0.75)
}

// No sentence ends with such a word, wherever its line was broken.
const isUnfinished = (text: string) =>
  /(?:,|(?<!\p{L})(?:de|du|des|d’|l’|un|une|la|le|les|et|ou|à|au|aux|en|par|pour|sur|dans|avec|the|of|and|to|for|with|및))$/u.test(
    text,
  )

/** `Lieu : Tours`, `일시: 2017. 7. 7.`: a line of its own, whatever follows. */
export function isKeyValue(text: string): boolean {
  return /^\P{Ll}[^:.;]{0,38}?\s?:\s+\S/u.test(text)
}

/** The runs of several lines, a space between them; words that a line end cut are joined again. */
export function joinLines(lines: readonly (readonly Run[])[], isKnown: (word: string) => boolean): Run[] {
  const joined: Run[] = []
  for (const [index, runs] of lines.entries()) {
    const next = lines[index + 1]
    if (!next) {
      joined.push(...runs)
      continue
    }
    const text = textOf(runs)
    const [first = '', second = ''] = [
      /[\p{L}\p{M}’'-]+(?=[-\u00ad]$)/u.exec(text.slice(-60))?.[0],
      /^[\p{L}\p{M}’'-]{1,60}/u.exec(textOf(next))?.[0],
    ]
    const isCut = first !== '' && second !== ''
    const [syllables = '', others = ''] = [
      /[가-힣]+$/u.exec(text.slice(-30))?.[0],
      /^[가-힣]+/u.exec(textOf(next))?.[0],
    ]
    // 우호교 | 류), 있 | 음: Hangul is cut anywhere; no word has one syllable and a sign after it.
    const isCutHangul =
      syllables !== '' &&
      others !== '' &&
      (/^[가-힣][.,)]/u.test(textOf(next)) || isKnown(syllables + others))
    if (isCut && (text.endsWith('\u00ad') || !keepsHyphen(first, second, isKnown))) {
      joined.push(...sliceRuns(runs, 0, text.length - 1))
    } else if (isCut || isCutHangul || /\d[-–]$/.test(text)) joined.push(...runs)
    else joined.push(...runs, spaceAfter(runs))
  }
  return joined
}

const textOf = (runs: readonly Run[]) => runs.map(({ text }) => text).join('')

function spaceAfter(runs: readonly Run[]): Run {
  const end = runs.at(-1)?.end ?? -1
  return end < 0 ? { text: ' ', at: [], end: -1 } : runAt(' ', end)
}

const firstParts =
  /(?:^|[-’'])(?:saint|sainte|vice|sous|ex|non|mi|demi|semi|quasi|avant|après|contre|peut|rendez|celui|celle|ceux|celles|à|au|par|ci|là|grand|petit|haut|bas|franco|anglo|sino|russo|germano|est|ouest|nord|sud|chef|compte|co|pro|anti|socio|savoir|porte|groupe|elle|lui|eux|moi|soi)$/iu
const secondParts =
  /^(?:ci|là|dire|même|mêmes|être|vous|il|elle|ils|elles|on|t-|je|tu|nous|le|la|les|lui|leur|moi|dessus|dessous|delà|devant|pays|rendu|rendus|lieu|lieux|faire|président|présidente|maire)(?!\p{L})/iu

// The word as found elsewhere in the text decides; else a capital, and the compounds of every day.
function keepsHyphen(first: string, second: string, isKnown: (word: string) => boolean): boolean {
  const [whole, compound] = [isKnown(first + second), isKnown(`${first}-${second}`)]
  if (whole !== compound) return compound
  return /^\P{Ll}/u.test(second) || firstParts.test(first) || secondParts.test(second)
}
