import type { DatesOf, SettledDate } from '../dates/settled-dates.ts'
import type { ReadAgreement } from '../reading.ts'
import type { StatedTie } from '../ties/tie.ts'
import { koreanKindIn } from '../words/korean-instruments.ts'
import { isMostlyHangul } from '../words/scripts.ts'
import { datesOfInstruments, eachInTurn } from './agreement-dates.ts'
import { isDatedDirectly, isDayOfEnd, isSigned, isTold, stateOf } from './agreement-state.ts'
import { quoteOf, type Told } from './clauses.ts'
import { type Instrument, instrumentsIn } from './instruments-in.ts'
import { koreanAgreements } from './korean-agreements.ts'
import { labelledAgreements } from './labelled-dates.ts'
import { betweenBodies, isOfThirdBodies } from './third-bodies.ts'

/** An agreement as a sentence mentions it: « la convention » may be one named before. */
export type ToldAgreement = ReadAgreement & { isDefinite?: boolean }

/** The agreements of a tie in a sentence. */
export function agreementsTold(told: Told, tie: StatedTie, datesOf: DatesOf): ToldAgreement[] {
  const { sentence } = told
  if (isMostlyHangul(told.plain)) {
    const inside = datesOf(sentence.unit).filter(({ start, end }) => start >= told.start && end <= told.end)
    const labelled = labelledAgreements(told, tie, datesOf)
    return labelled.length > 0 ? labelled : koreanAgreements(told, inside).map((each) => ofHeading(each, tie))
  }
  const named = instrumentsIn(told).filter(
    ({ end, kind }) =>
      kind === 'none' ||
      !betweenBodies.test(sentence.unit.plain.slice(end, told.end)) ||
      /\b(?:villes|communes) /.test(told.plain),
  )
  if (named.length === 0 || isOfThirdBodies(told, tie)) return []
  const all = datesOf(sentence.unit)
  // « samedi, trois cents personnes fêtaient le jumelage »: on such a day only a verb of signing means a signature.
  const isFeast = feast.test(told.plain) && !isSigning.test(told.plain)
  const dates = all.filter(
    ({ start, end, isPlain }) => start >= told.start && end <= told.end && (isPlain || !isFeast),
  )
  // « Il s'est déplacé en 2016. … Ce déplacement s'est conclu par la signature … »
  const before =
    dates.length === 0 && tie.within === null
      ? all.filter(({ end, edtf }) => end <= told.start && edtf !== null).at(-1)
      : undefined
  const dated = datesOfInstruments(named, dates, sentence.unit.plain)
  const inTurn = eachDated(named, dates, sentence.unit.plain)
  if (inTurn.length > 0)
    return inTurn.map(({ kind, label, date }) => ({
      kind,
      state: 'signed',
      date,
      label,
      signatories: [],
      quote: quoteOf(sentence),
    }))
  return named.flatMap((instrument, at): ToldAgreement[] => {
    const next = named[at + 1]
    const from = at === 0 ? told.start : instrument.start
    const segment = sentence.unit.plain.slice(from, next?.start ?? told.end)
    const state =
      stateOf(instrument, segment, told.plain, told.start) ??
      // « Premier accord en 2007, second accord, limité à la pêche, en 2012 »
      (dated.has(instrument) &&
      (isTold.test(segment) ||
        (at > 0 && isTold.test(sentence.unit.plain.slice(told.start, instrument.start))) ||
        (at > 0 && dated.has(named[at - 1] ?? instrument)) ||
        eachInTurn.test(told.plain) ||
        // « Oran (Algérie) – 2003, accord de coopération », an item of a list
        (tie.by === 'list' && told.plain.length < 90 && !isOpen.test(told.plain)) ||
        // « Un accord d'amitié, d'abord, en 1996. »
        (instrument.start - told.start < 16 && !isOpen.test(told.plain)))
        ? 'signed'
        : null)
    if (
      state === null ||
      (state === 'in_talks' && renewal.test(sentence.unit.plain.slice(told.start, instrument.start)))
    )
      return []
    const isYearOf = ({ start }: { start: number }) => dates.some(({ end }) => end + 1 === start)
    const isOver = state === 'expired' || state === 'denounced'
    const { plain } = sentence.unit
    const isDirect =
      (isDatedDirectly(plain.slice(instrument.end, told.end)) &&
        !isDayOfEnd(
          plain.slice(Math.max(told.start, instrument.start - 90), instrument.start),
          plain.slice(instrument.end, told.end),
        )) ||
      // “from its 2006 friendship agreement”
      dates.some(({ end, edtf }) => edtf === dated.get(instrument) && end + 1 === instrument.start)
    // « Ce jumelage marche bien : les pompiers s'entraînent, une exposition a circulé en 2014 »: the year of something else.
    const isAfar =
      instrument.kind === 'twinning' &&
      !isDirect &&
      !isSigned.test(segment) &&
      dates.some(
        ({ edtf, start }) =>
          edtf === dated.get(instrument) &&
          start > instrument.end &&
          /[:;]|[^,]{60}/u.test(plain.slice(instrument.end, start)),
      )
    // The date beside an agreement that has ended is that of its end, unless it belongs to its name.
    const own =
      (state === 'signed' && !isAfar) || (isOver && (isDirect || isYearOf(instrument)))
        ? (dated.get(instrument) ?? null)
        : null
    const date =
      own ?? (state === 'signed' && at === 0 && isSigning.test(segment) ? (before?.edtf ?? null) : null)
    const isSaid = instrument.kind === 'none' || date !== null || state !== 'signed' || isSigned.test(segment)
    if (!isSaid && instrument.kind !== 'twinning') return []
    return [
      {
        kind: instrument.kind,
        state: instrument.kind === 'none' ? null : state,
        date: instrument.kind === 'none' ? null : date,
        label: instrument.label,
        signatories: [],
        quote: quoteOf(sentence),
        isDefinite: definite.test(
          sentence.unit.plain.slice(Math.max(0, instrument.start - 14), instrument.start),
        ),
      },
    ]
  })
}

/** « Deux conventions se sont succédé, en 2007 puis en 2014 »: one agreement for each day. */
function eachDated(named: readonly Instrument[], dates: readonly SettledDate[], plain: string) {
  const [several, second] = named
  const days = dates.filter(({ edtf, start }) => edtf !== null && several && start > several.end)
  const [first, last] = [days[0], days.at(-1)]
  if (!several || second || !first || !last || days.length < 2) return []
  const isSeveral = /(?:deux|trois|quatre|plusieurs|two|three|several) $/u.test(
    plain.slice(Math.max(0, several.start - 10), several.start),
  )
  const joined = days.every(
    ({ start }, at) =>
      at === 0 ||
      /^,? ?(?:puis|et|and|then|ensuite)? ?(?:en|le|in|on)? ?$/u.test(plain.slice(days[at - 1]?.end, start)),
  )
  const lead = plain.slice(several.end, first.start)
  if (!isSeveral || !joined || lead.length > 90 || /expir|echue|renouvel|jusqu/u.test(lead)) return []
  return days.map(({ edtf }) => ({ kind: several.kind, label: several.label, date: edtf }))
}

// « Le renouvellement de l'accord est en discussion »
const renewal =
  /\b(?:renouvellement|reconduction|prolongation|renewal|extension)(?: d[eu']| of)? ?(?:la|l'|le|cet|cette|ce|the)? ?$/u

const definite =
  /\b(?:la|le|l'|cette|cet|ce|notre|leur|ladite|the|this|that|our|their) ?(?:dite |present |presente )?$/u

/**
 * « Cela fait trois conventions. La première a été signée en 2005, la deuxième en 2010 »: the agreements that the sentence before
 * counts.
 */
export function agreementsCounted(told: Told, before: Told | undefined, datesOf: DatesOf): ReadAgreement[] {
  const [counted] = before && severalOf.test(before.plain) ? instrumentsIn(before) : []
  if (!counted || counted.kind === 'none' || !isSigned.test(told.plain)) return []
  const { plain } = told.sentence.unit
  const dates = datesOf(told.sentence.unit).filter(({ start, end }) => start >= told.start && end <= told.end)
  return Array.from(told.plain.matchAll(ordinal)).flatMap((match, at, all): ReadAgreement[] => {
    const [from, to] = [told.start + match.index, told.start + (all[at + 1]?.index ?? told.plain.length)]
    const date = dates.find(({ start, end, edtf }) => edtf !== null && start >= from && end <= to)
    const { kind, label } = counted
    return date && !/expir|echue/.test(plain.slice(from, to))
      ? [{ kind, state: 'signed', date: date.edtf, label, signatories: [], quote: quoteOf(told.sentence) }]
      : []
  })
}

/**
 * « Vous m'interrogez sur le mémorandum. Le projet nous convient ; je ne peux pas le signer »: an agreement that the sentence before
 * only names.
 */
export function agreementOpen(told: Told, before: Told | undefined): ReadAgreement[] {
  if (!before || !takenUp.test(told.plain) || instrumentsIn(told).length > 0) return []
  const [named, other] = instrumentsIn(before)
  if (!named || other || named.kind === 'none' || named.kind === 'twinning') return []
  if (isSigned.test(before.plain)) return []
  const state = notYet.test(told.plain) ? 'unsigned' : stillOpen.test(told.plain) ? 'in_talks' : null
  return state === null
    ? []
    : [
        {
          kind: named.kind,
          state,
          date: null,
          label: named.label,
          signatories: [],
          quote: quoteOf(told.sentence),
        },
      ]
}

const takenUp =
  /^\W*(?:(?:le|ce|un|son|leur) (?:projet|texte|document|brouillon)|ce dernier|celui-ci|celle-ci|il|elle|the (?:draft|text|document)|it)\b/u
const notYet =
  /\b(?:pas|jamais) (?:encore |ete |le |la |l'|pu |etre ){0,3}(?:signe|soumis|presente|vote|approuve)|not (?:yet )?(?:been )?(?:signed|submitted|approved)|\bne (?:peux|peut|pouvons) (?:donc )?(?:pas|encore)[^.;]{0,12} signer/u
const stillOpen =
  /\b(?:est|sont|reste) (?:encore |toujours )?(?:en (?:cours|discussion|negociation|preparation|relecture|traduction)|a l'etude|chez)|rien n'est (?:arrete|fait|acquis)|under (?:discussion|review|negotiation)|being (?:drafted|negotiated|discussed|translated)/u

const isOpen =
  /projet|sera\b|seront|devra|pourra|prochain|expir|echue|fin\b|denonc|rompu|renouvel|will|draft|lapsed|ended/
const severalOf =
  /\b(?:deux|trois|quatre|cinq|plusieurs|two|three|four|several) (?:[a-z]+ )?(?:conventions|accords|protocoles|chartes|agreements|memoranda)\b/
const ordinal =
  /\b(?:premiere?|deuxieme|seconde?|troisieme|quatrieme|derniere?|first|second|third|fourth|last|latest)\b/g

const feast = /bougies|anniversaire|\bnoces\b|\bfet(?:e|ent|ait|aient|er)\b|celebr|anniversary|birthday/
const isSigning =
  /(?:a|ont|est|s'est|ete) (?:\w+ )?(?:signe|conclu|paraphe|scelle)|par la signature|\bsigned\b|체결|서명|맺/

// 협정 체결 beneath 우호협력도시: the heading gives the kind.
function ofHeading(agreement: ReadAgreement, tie: StatedTie): ReadAgreement {
  const kind =
    tie.by === 'list' && /^협[정약]서?$/u.test(agreement.label.trim()) ? koreanKindIn(tie.kindWords) : null
  return kind === null ? agreement : { ...agreement, kind }
}
