import { parseEdtf } from './edtf-date.ts'
import { readEnglish } from './english-said.ts'
import { readFrench } from './french-said.ts'
import { readKorean } from './korean-said.ts'
import { exactly, type ReadSaid, readNumeric, type Said } from './said.ts'

export interface SaidDate {
  edtf: string
  /** The typed words, where EDTF alone says less: « début juin 2017 ». */
  words: string | null
}

export interface SaidDateReading extends SaidDate {
  /** The year that was not typed and is taken from the day of reference. */
  assumedYear: number | null
}

/**
 * Reads a date as people write it, in French, Korean or English whatever the language of the page, in digits (the day before
 * the month) or in EDTF. A date without a year takes that of `today` (an ISO day), or is refused without one. Null for what is
 * no date: `très prochainement`, the 30th of February, a year of two digits.
 */
export function readSaidDate(text: string, language: string, today?: string): SaidDateReading | null {
  const typed = text.trim().replace(/\s+/g, ' ')
  if (typed === '' || typed.length > longest) return null
  const whole = read(typed, language)
  if (whole) return { edtf: whole.edtf, words: whole.isExact ? null : typed, assumedYear: null }
  if (today === undefined || /\d{4}/.test(typed) || !namesPartOfYear.test(plainly(typed))) return null
  const year = today.slice(0, 4)
  const withYear = /\p{Script=Hangul}/u.test(typed) ? `${year}년 ${typed}` : `${typed} ${year}`
  const said = read(withYear, language)
  return said && { edtf: said.edtf, words: said.isExact ? null : withYear, assumedYear: Number(year) }
}

const longest = 100

// Without it, « vers » would be read as « vers 2017 ».
const namesPartOfYear =
  /(?:^|[^a-z])(?:jan|fev|feb|mar|avr|apr|ma[iy]|jui|jun|jul|aou|aug|sep|oct|nov|dec|printemps|ete|automne|hiver|spring|summer|autumn|fall|winter|[1-4]\w* (?:tri|sem|quar|half)|(?:premier|deuxieme|second|troisieme|quatrieme|dernier) (?:tri|sem)|(?:first|second|third|fourth|last) (?:quar|half))|\d월|봄|여름|가을|겨울|분기|반기/

function read(typed: string, language: string): Said | null {
  const text = plainly(typed)
  for (const readIt of readers(language)) {
    const said = readIt(text)
    if (said && !('problem' in parseEdtf(said.edtf))) return said
  }
  return null
}

function readers(language: string): ReadSaid[] {
  const spoken: Record<string, ReadSaid> = { fr: readFrench, ko: readKorean, en: readEnglish }
  const own = spoken[language.slice(0, 2)]
  return [readAsEdtf, readNumeric, ...(own ? [own] : []), readFrench, readKorean, readEnglish]
}

const readAsEdtf: ReadSaid = (text) => {
  const edtf = text.toUpperCase()
  return /^[\dX.~?%/-]+$/.test(edtf) && !('problem' in parseEdtf(edtf)) ? exactly(edtf) : null
}

/** Small letters without accents, one kind of space, dash and apostrophe; Hangul stays whole. */
function plainly(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’‘ʼ´`]/g, "'")
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[∼〜～]/g, '~')
    .replace(/[«»“”"]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<=[a-z]{3}|[a-z] \d{4})[.]$/, '')
}
