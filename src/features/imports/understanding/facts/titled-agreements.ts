import type { DatesOf } from '../dates/settled-dates.ts'
import { sectionsAbove } from '../outline.ts'
import type { ReadAgreement } from '../reading.ts'
import type { StatedTie } from '../ties/tie.ts'
import { quoteOf, type Told } from './clauses.ts'

const dated =
  /^[^\p{L}]*(?:date|depuis|annee|en vigueur depuis|signature|since|year|signed)(?: de (?:la )?signature)? ?:? ?$/u
const titles = /jumel|twin|sister/u

/** « # Nos jumelages », « ## Inverness », « Date : 10 février 1984 »: a page of twinnings with only the day of each. */
export function titledAgreement(
  tie: StatedTie,
  told: readonly Told[],
  datesOf: DatesOf,
): ReadAgreement | null {
  const isOfPage =
    tie.by === 'title' &&
    sectionsAbove(tie.stated.unit.section).some(({ title }) => title !== null && titles.test(title.plain))
  if (!isOfPage) return null
  for (const { sentence, start, end } of told) {
    const [day] = datesOf(sentence.unit).filter((date) => date.start >= start && date.end <= end)
    if (!day?.edtf || !dated.test(sentence.unit.plain.slice(start, day.start))) continue
    return {
      kind: 'twinning',
      state: 'signed',
      date: day.edtf,
      label: sentence.unit.passage.text.slice(start, day.end),
      signatories: [],
      quote: quoteOf(sentence),
    }
  }
  return null
}
