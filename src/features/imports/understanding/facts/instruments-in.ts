import type { AgreementKind } from '../../../registry/index.ts'
import { instruments } from '../words/instruments.ts'
import { koreanKindIn } from '../words/korean-instruments.ts'
import type { Told } from './clauses.ts'

/** An agreement named in a sentence. */
export interface Instrument {
  kind: AgreementKind
  start: number
  end: number
  label: string
}

/** The agreements that a clause names, in reading order, without overlaps. */
export function instrumentsIn({ sentence, start, end, plain }: Told): Instrument[] {
  const found: Instrument[] = []
  for (const [kind, pattern] of instruments) {
    for (const match of plain.matchAll(pattern)) {
      const at = { start: start + match.index, end: start + match.index + match[0].length }
      if (found.some((each) => at.start < each.end && each.start < at.end)) continue
      if (kind !== 'none' && isNegated.test(plain.slice(Math.max(0, match.index - 24), match.index))) continue
      if (ofBody.test(plain.slice(match.index + match[0].length))) continue
      if (ofOther.test(plain.slice(Math.max(0, match.index - 50), match.index))) continue
      const label = sentence.unit.passage.text.slice(at.start, at.end)
      const sealed = kind === 'cooperation_agreement' ? sealing.exec(plain.slice(0, match.index)) : null
      found.push({ kind: sealed ? (sealed[1] ? 'friendship' : 'twinning') : kind, ...at, label })
    }
  }
  found.sort((a, b) => a.start - b.start)
  // « un deuxième plus spécifique en 2009 » has the kind of the one before.
  const before = found[0]
  if (before) {
    for (const match of plain.matchAll(renewed)) {
      const at = start + match.index
      if (at > before.end && at < end)
        found.push({ ...before, start: at, end: at + match[0].length, label: before.label })
    }
    for (const match of plain.matchAll(
      /\b(?:un|une|le|la) (?:deuxieme|seconde?|autre|troisieme|nouveau|nouvelle|derniere?)\b(?! (?:fois|volet|temps|phase|edition|delegation|mission|annee|accord|convention|protocole|texte|charte|jumelage|pacte|memorandum))/gu,
    )) {
      const at = start + match.index
      if (at > before.start && at < end)
        found.push({ ...before, start: at, end: at + match[0].length, label: before.label })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

// « signée le 3 mai 2011, renouvelée le 16 mai 2017 »: with its own day, the renewal is another one.
const renewed =
  /(?<!\b(?:pas|jamais|non|point|plus) (?:ete )?)\b(?:renouvelee?s?|reconduite?s?|renewed)(?= (?:par avenant |by amendment |pour \p{L}+ ans |for \p{L}+ years )?(?:en|le|in|on) (?:\d|janv|fevr|mars|avr|mai|juin|juil|aout|sept|octo|nove|dece|[a-z]+ \d{4}))/gu

// « scellé leur amitié par un protocole », « se sont jumelées par une convention »
const sealing =
  /(?<!(?:complet|doubl|remplac|enrichi|assorti|prolong)\p{L}* (?:le |la |l'|ce |cette |notre |leur |son )?)(?:\b(amitie)|jumel\p{L}*)[^.;:]{0,40} (?:par|dans|au moyen d'|au bas d'|through|by|with) ?(?:un|une|l'|la|le|a|an)? ?$/u
// “Sister Cities Commission”
const ofBody =
  /^ (?:commission|committee|association|board|officer|office|program(?:me)?|network|weekend|society)\b/
// « comité de jumelage », « la fête du jumelage »
const ofOther =
  /\b(?:comites?|associations?|commissions?|soirees?|fetes?|week-ends?|semaines?|repas|galas?|salles?|places?|rues?|ronds?-points?|squares?|panneaux?|budget|stand|responsables?|presidente?s?|membres?|benevoles|delegation|bulletin|adhesion|amis|services?|chargee?s?|deleguee?s?|adjointe?s?|referente?s?|journees?|jardins?|appariements?)(?: \p{L}+)? (?:de |du |des |d'|au |aux |a )(?:la |le |l'|nos |leurs? )?$/u

// « un pacte d'amitié, et non un jumelage », « plutôt qu'un jumelage »
const isNegated =
  /(?:\bet non|\bnon pas|plutot qu'|\bpas|\bmoins|\bni|au lieu d'|rather than|\bnot|jamais eu (?:de|d')) ?(?:un|une|la|le|d'un|d'une|qu'un|qu'une|a|the)? ?$/

/** The kind in the words of a column or a title, or null. */
export function kindIn(words: string): AgreementKind | null {
  if (/[가-힣]/.test(words) && !/[a-z]{4}/.test(words)) return koreanKindIn(words)
  for (const [kind, pattern] of instruments) {
    const isSaid = Array.from(words.matchAll(pattern)).some(
      ({ index }) => !ofOther.test(words.slice(Math.max(0, index - 50), index)),
    )
    if (isSaid) return kind
  }
  return null
}
