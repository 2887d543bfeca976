import type { ReadAgreement, ReadCooperation } from '../reading.ts'
import type { StatedTie } from '../ties/tie.ts'
import { type DatesOf } from './agreements.ts'
import { quoteOf, toldOf } from './clauses.ts'

const about =
  /jumel|partenari|cooper|lien|relation|echange|contact|collabor|travail|amitie|coopere|rencontr|accord|convention|twin|partner|link|friend|exchange|교류|협력|자매|우호|결연|인연|왕래|관계/
const begins =
  /(?:remont\w+ a|commenc\w+|debut\w*|initi\w+|engagee?s? (?:en|depuis|des)|nee?s? (?:en|d'|de|lors)|lancee?s?|noue\w*|entam\w+|premiers? (?:contacts?|echanges?|liens?|pas)|premiere (?:fois|rencontre|delegation|visite)|ouvert\w* (?:en|le)|dat\w+ (?:de|du)|marque le debut|began|begun|started|dates? (?:back|from)|first (?:contact|exchange|visit)|시작|처음|첫|물꼬|출발|비롯|맺어)/
const sinceWords = /\b(?:depuis|des|since)(?: le| l'annee| l'an| le mois de| la)? $/
const notSince = /(?:festival|semaine|concours|association|atelier|cours|exposition|fonds|directeur|maire|presid|chaque annee|ans? apres)[^,.;]{0,40}(?:depuis|since) $/

/** Since when a tie exists: the earliest that the text says of its beginning, or its first signed agreement. */
export function readStart(tie: StatedTie, agreements: readonly ReadAgreement[], datesOf: DatesOf): ReadCooperation['since'] {
  const said = toldOf(tie).flatMap(({ sentence, start, end }) => {
    const dates = datesOf(sentence.unit).filter((date) => date.start >= start && date.end <= end)
    const { plain } = sentence.unit
    return dates.flatMap(({ edtf, start: at, end: stop }) => {
      if (edtf === null) return []
      const before = plain.slice(Math.max(start, at - 110), at)
      const after = plain.slice(stop, Math.min(end, stop + 40))
      const isSince = (sinceWords.test(before) && !notSince.test(before) && about.test(plain.slice(start, end))) || /^ ?(?:년)?(?:부터|이래|이후)(?! ?(?:매년|격년))/.test(after)
      const isBeginning = begins.test(before.slice(-70)) || (/[가-힣]/.test(plain) && begins.test(after))
      const isMeant = isSince ? about.test(plain.slice(start, end)) : isBeginning && about.test(plain.slice(Math.max(start, at - 140), stop + 60))
      return isMeant && !/(?:anniversaire|주년)/.test(plain.slice(at, stop + 20)) ? [{ date: firstOf(edtf), quote: quoteOf(sentence) }] : []
    })
  })
  const signed = agreements.flatMap(({ date, state, quote, kind }) =>
    date !== null && kind !== 'none' && state !== 'in_talks' ? [{ date: firstOf(date), quote }] : [],
  )
  const earliest = [...said, ...signed].sort((a, b) => a.date.localeCompare(b.date))[0]
  return earliest ?? null
}

const firstOf = (edtf: string) => edtf.split('/')[0] ?? edtf
