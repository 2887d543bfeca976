import { type AuthorityMention, isHome } from '../names/authority-mention.ts'
import type { Mentions } from '../names/find-mentions.ts'
import type { Outline, Sentence, Unit } from '../outline.ts'
import { isOnlyProposed } from './both-sides.ts'
import { isDenied, neverLess } from './denials.ts'
import { isPlaceOnly } from './group-roles.ts'
import { groupsOf } from './groups.ts'
import { isInterested } from './interested-title.ts'
import { isDateline } from './owners.ts'
import type { Subjects } from './subjects.ts'
import { areTwoSides, isSameParty, type StatedTie } from './tie.ts'

/**
 * Ties that no construction states but the text implies: a sentence about an agreement or a twinning that names one authority
 * abroad, or follows one that did, in a text about one authority at home. Only for authorities without another tie.
 */
export function centralTies(
  outline: Outline,
  mentions: Mentions,
  subjects: Subjects,
  told: readonly Sentence[],
  known: readonly StatedTie[],
): StatedTie[] {
  const weights = weigh(outline, mentions)
  const found: StatedTie[] = []
  const isTied = (party: AuthorityMention) =>
    [...known, ...found].some(({ parties }) => parties.some((each) => isSameParty(each, party)))
  for (const sentence of told) {
    if (!tells(sentence) || isOnlyProposed(sentence) || isInterested(sentence.unit.section)) continue
    const partner =
      partnerIn(sentence, mentions, weights) ?? partnerBefore(sentence, outline, mentions, weights)
    if (!partner || isTied(partner)) continue
    const side = sideOf(sentence, partner, mentions, subjects, weights)
    if (side)
      found.push({
        parties: [side, partner],
        stated: sentence,
        told: [sentence],
        by: 'sentence',
        within: null,
        kindWords: '',
        cells: [],
        isBeside: false,
      })
  }
  return found
}

const isKorean = ({ text }: Sentence) => /[가-힣]/.test(text)

/** Whether a sentence states that a bond exists: its kind, and that it came about. */
const tells = (sentence: Sentence) =>
  isKorean(sentence)
    ? koreanTie.test(sentence.text) && !koreanDoubt.test(sentence.text)
    : instrument.test(sentence.plain) &&
      settled.test(sentence.plain) &&
      !doubt.test(sentence.plain.replace(neverLess, ' '))
const instrument =
  /\bjumel|\baccords?\b|\bconventions?\b|protocole|\bpactes?\b|\bchartes?\b|memorandum|lettre d'intention|d'amitie|partenariat|villes? (?:soe?urs?|partenaires?|amies?)|cooperation|\btwin|sister (?:city|cities|town)|friendship|agreement|partnership/u
const settled =
  /\bsign\p{L}*|scell|conclu|paraph|ratifi|\bnou(?:ee?s?|er|ent|ait)\b|\bunit\b|\bunissent\b|\bli(?:ee?s?|ent|ait)\b|depuis|since|\bfet(?:e|ent|era|eront|ait)|celebr|annivers|\bjumelee?s?\b|renouvel|apposed|appose|twinned|names to|denonc|debut|commenc|pris fin|acheve|expir|reconduit|\b(?:19|20)\d\d\b/u
const doubt =
  /cherch|voudr|aimerai|souhait|interess|\bpas\b|\bni\b|aucun|jamais|\bnot\b|\bno\b|never|\?|looking for|would like|seek|envisag|propos|university|start-up|universite|lycee|college|\becole/u
const koreanTie =
  /(?:자매|우호|협약|협정|양해각서|의향서|결연)[^.]*(?:체결|맺|서명|결연|\d{4})|\d{4}[^.]*(?:자매결연|우호|협약|협정|양해각서|결연)/u
const koreanDoubt =
  /희망|제안|논의|무산|청했|청하|청한|거절|거부|사양|보류|결렬|취소|검토|추진|없|아니|않|못|모색|바라|요청|대학|학교|상공회의소|\?|예정|계획/u

interface Weight {
  mention: AuthorityMention
  times: number
}

/** How often a text names each authority; titles and first words count more, and datelines do not count. */
function weigh(outline: Outline, { authorities }: Mentions): Weight[] {
  const weights: Weight[] = []
  for (const [unit, own] of authorities)
    for (const mention of own) {
      if (isDateline(unit, mention.start)) continue
      const times = unit.passage.kind === 'title' || unit === outline.name || unit.index < 2 ? 2 : 1
      const known = weights.find((each) => isSameParty(each.mention, mention))
      if (known) known.times += times
      else weights.push({ mention, times })
    }
  return weights.sort((a, b) => b.times - a.times)
}

/** The only authority abroad that the sentence names, if it may be a side. */
function partnerIn(
  sentence: Sentence,
  { authorities }: Mentions,
  weights: readonly Weight[],
): AuthorityMention | null {
  const groups = groupsOf(sentence, authorities.get(sentence.unit) ?? [])
  const abroad = groups.filter(({ members }) => members.some((each) => !isAtHome(each, weights)))
  const [group, other] = abroad
  const [partner, second] = group?.members.filter((each) => !isAtHome(each, weights)) ?? []
  if (!group || !partner || other || second) return null
  if (isDenied(sentence, group) || isNamesake(partner, weights) || calledSo.test(group.before)) return null
  const times = weights.find(({ mention }) => isSameParty(mention, partner))?.times ?? 0
  if (!isKorean(sentence) && isPlaceOnly(group) && times < 2) return null
  return partner
}

/** « dans quelle ville japonaise Vitré », « l’école Khouma »: something named after it. */
const calledSo = /(?:ecole|lycee|college|salle|rue|place|avenue|quai|hotel|parc|stade|festival|musee) ?$/u
const isNamesake = (partner: AuthorityMention, weights: readonly Weight[]) =>
  weights.some(({ mention }) => isAtHome(mention, weights) && mention.name === partner.name)

/** The country of the home side that the text is about. */
const homeOf = (weights: readonly Weight[]) =>
  weights.find(({ mention }) => isHome(mention))?.mention.country ?? weights[0]?.mention.country ?? null
const isAtHome = ({ country }: AuthorityMention, weights: readonly Weight[]) => country === homeOf(weights)

/** « Les maires ont signé une convention », « ce jumelage date de 1979 »: the only authority abroad that was named just before. */
function partnerBefore(
  sentence: Sentence,
  { units }: Outline,
  { authorities }: Mentions,
  weights: readonly Weight[],
): AuthorityMention | null {
  const { unit } = sentence
  if (isKorean(sentence) || !impliesBoth.test(sentence.plain)) return null
  const isInSentence = (each: AuthorityMention) => each.start >= sentence.start && each.end <= sentence.end
  if ((authorities.get(unit) ?? []).some((each) => isInSentence(each) && !isAtHome(each, weights)))
    return null
  const before = units.slice(Math.max(0, unit.index - 2), unit.index).filter(isOfSection(unit))
  const scopes = [
    (authorities.get(unit) ?? []).filter(({ end }) => end <= sentence.start),
    ...before.toReversed().map((each) => authorities.get(each) ?? []),
    unit.section.title ? (authorities.get(unit.section.title) ?? []) : [],
  ]
  const scope = scopes.find((own) => own.some((each) => !isAtHome(each, weights)))
  const [partner, ...others] = distinct(scope?.filter((each) => !isAtHome(each, weights)) ?? [])
  // « LAKEWOOD (WASHINGTON STATE), USA »: the first name in a title; the others give its location.
  const isOne = others.length === 0 || (scope === scopes.at(-1) && (partner?.start ?? 9) < 4)
  return partner && isOne && !isNamesake(partner, weights) ? partner : null
}

const isOfSection =
  ({ section }: Unit) =>
  (each: Unit) =>
    each.section === section && each.passage.kind !== 'row'

// Something that two authorities share, without naming them.
const impliesBoth =
  /\b(?:les|nos|ces|leurs) (?:deux|maires|villes|communes|collectivites|municipalites)\b|\b(?:leur|notre|ce|cette|ces|cet|le|la|l'|un|une|l’|this|the|a|an|our|their) ?(?:[\p{L}' ]{0,24} )?(?:jumelage|serment|accord|convention|pacte|charte|protocole|memorandum|partenariat|cooperation|amitie|liens?|twinning|agreement|partnership|friendship)\b|\bjumelee?s?\b|twinned/u

function sideOf(
  sentence: Sentence,
  partner: AuthorityMention,
  { authorities }: Mentions,
  subjects: Subjects,
  weights: readonly Weight[],
): AuthorityMention | null {
  const facing = (all: readonly AuthorityMention[]) =>
    distinct(all.filter((each) => areTwoSides(each, partner) && isAtHome(each, weights)))
  const own = (authorities.get(sentence.unit) ?? []).filter(({ end }) => end <= sentence.end)
  const [inside, another] = facing(own.filter(({ start }) => start >= sentence.start))
  const main = weights.find(({ mention }) => isAtHome(mention, weights) && areTwoSides(mention, partner))
  if (inside && !another) return inside
  if (inside && another) return null
  const [before, more] = facing(own.filter(({ end }) => end <= sentence.start))
  if (before && !more) return before
  const [subject] = facing(subjects.of(sentence))
  if (subject) return subject
  const next = weights.find(
    ({ mention }) => mention !== main?.mention && isAtHome(mention, weights) && areTwoSides(mention, partner),
  )
  return main && (!next || main.times >= next.times * 2) ? main.mention : null
}

function distinct(all: readonly AuthorityMention[]): AuthorityMention[] {
  return all.filter((each, at) => all.findIndex((one) => isSameParty(one, each)) === at)
}
