import type { AgreementState } from '../../../registry/index.ts'
import type { DatesOf, SettledDate } from '../dates/settled-dates.ts'
import type { ReadAgreement } from '../reading.ts'
import type { StatedTie } from '../ties/tie.ts'
import { unsignedWords } from '../words/instruments.ts'
import { isOfVisit } from './agreement-dates.ts'
import { agreementsInCells } from './cell-agreements.ts'
import { quoteOf, type Told, toldOf } from './clauses.ts'
import { echoedAgreement } from './echoed-agreements.ts'
import { kindIn } from './instruments-in.ts'
import { withOpenDate } from './open-dates.ts'
import { titledAgreement } from './titled-agreements.ts'
import { agreementOpen, agreementsCounted, agreementsTold, type ToldAgreement } from './told-agreements.ts'

/** The agreements of a tie in a text, without those of other bodies. */
export function readAgreements(tie: StatedTie, datesOf: DatesOf): ReadAgreement[] {
  const inCells = tie.cells.length > 0 ? agreementsInCells(tie, datesOf) : []
  const found = toldOf(tie).flatMap((told, at, all) =>
    tie.cells.some(({ unit }) => unit === told.sentence.unit)
      ? []
      : [
          ...agreementsTold(told, tie, datesOf),
          ...agreementsCounted(told, all[at - 1], datesOf),
          ...agreementOpen(told, all[at - 1]),
        ],
  )
  const named = toldOf(tie)
  for (const [at, told] of named.entries()) {
    const echo = echoedAgreement(told, named.slice(0, at), datesOf)
    if (echo && !found.some(({ date, kind }) => date !== null && kind === echo.kind)) found.push(echo)
  }
  const titled = found.length + inCells.length === 0 ? titledAgreement(tie, named, datesOf) : null
  if (titled) found.push(titled)
  const saysItself = tie.by === 'title' && /\((?:자매|우호|결연)/.test(tie.kindWords)
  const stated = found.length + inCells.length === 0 || saysItself ? fromStatement(tie, datesOf) : []
  const told: ToldAgreement[] = [...inCells, ...found, ...stated]
  const all = told.map((each) => ofKindBefore(ofTwinning(each, named), told))
  return withoutRepeats(all.map((each) => withOpenDate(each, tie, datesOf))).map(
    ({ isDefinite: _, ...agreement }) => agreement,
  )
}

// Columns, lists and verbs (« jumelée avec ») give a kind without an instrument of their own.
function fromStatement(tie: StatedTie, datesOf: DatesOf): ReadAgreement[] {
  const { unit } = tie.stated
  const where = tie.within ?? { start: tie.stated.start, end: tie.stated.end }
  // 우한시와도 활발히 교류한다: in Korean each partner has its own clause.
  const clause = unit.plain.slice(where.start, where.end)
  const own = /자매|우호|결연|협[정약]|양해|의향|교류/u.test(clause) ? clause : inLatin(tie, clause)
  const words = tie.kindWords === '' ? own : tie.kindWords
  // A sentence that only mentions exchanges names no agreement.
  if (
    tie.by === 'sentence' &&
    /[가-힣]/.test(words) &&
    !(tie.kindWords !== '' && /우호|친선/u.test(words)) &&
    !/자매|우호 ?도시|결연|협[정약]|양해|의향/u.test(words)
  )
    return []
  const kind = kindIn(words)
  if (kind === null) return []
  const dates = datesOf(unit).filter(
    ({ start, end, edtf, isPlain }) =>
      edtf !== null &&
      (isPlain || /[가-힣]/.test(unit.plain)) &&
      start >= where.start &&
      end <= where.end &&
      !/^(?:에|으로|은|는|,)? ?\d+ ?주년/u.test(unit.plain.slice(end, end + 9)),
  )
  const rest = unit.plain.slice(where.start, where.end)
  const state: AgreementState = unsignedWords.test(rest)
    ? 'unsigned'
    : /en cours|projet|협의|추진/.test(words) || /협의 ?중|추진 ?중|논의 ?중|검토 ?중/.test(rest)
      ? 'in_talks'
      : 'signed'
  const isNone = kind === 'none'
  return [
    {
      kind,
      state: isNone ? null : state,
      date: isNone || state !== 'signed' ? null : (dateOfStatement(dates, unit.plain, tie)?.edtf ?? null),
      label: words.trim(),
      signatories: [],
      quote: quoteOf(tie.stated),
    },
  ]
}

/** « jumelée avec B (1969), C et D »: for one of several its own clause, else the words that introduce them all. */
function inLatin({ stated, within, parties }: StatedTie, clause: string): string {
  if (within === null || /[가-힣]/.test(stated.plain)) return stated.plain
  // « A, jumelée avec B, C, en relation avec D »: a clause that names both sides is complete.
  const [one, other] = parties
  if (one?.start === within.start && other && other.start > one.end && other.end <= within.end) {
    // « Sont jumelées avec des villes japonaises : A (B, 1967), C (D, 1990) »
    const lead = /^[^:;.]*:/u.exec(stated.plain.slice(0, within.start - stated.start))?.[0] ?? ''
    return kindIn(clause) === null && !/[;.]/u.test(lead) ? lead || clause : clause
  }
  return kindIn(clause) === null && !ownWords.test(clause)
    ? stated.plain.slice(0, within.start - stated.start)
    : clause
}

// « jumelée à B depuis 1964, a noué en 2003 des liens avec C »: C is not a twin.
const ownWords =
  /\b(?:liens?|relations?|cooper\p{L}*|partenariat|echanges?|collabor\p{L}*|travaill\p{L}*|aide|soutient) (?:\p{L}+ )?(?:avec|with)\b/u

/** The first date, or in a Korean sentence that of a signature: 자매도시 방문단 접견(2025. 10.) has none. */
function dateOfStatement(
  dates: readonly SettledDate[],
  plain: string,
  { by, stated, parties }: StatedTie,
): SettledDate | undefined {
  const rest = stated.plain
  // 자매도시는 장자제시(2009년)와 …: the year in the bracket of a name is that of its tie.
  const inBracket = dates.find(({ start }) =>
    parties.some(
      ({ end }) => start > end && /^ ?\([^)가-힣]{0,4}(?:[가-힣]{2,8},? ?)?$/u.test(plain.slice(end, start)),
    ),
  )
  if (inBracket && by === 'sentence') return inBracket
  const isKorean = /[가-힣]/.test(rest)
  const signed = dates.find(
    ({ end }) => isKorean && /^ ?(?:에|자로)? ?(?:체결|결연|맺|서명)/u.test(plain.slice(end, end + 8)),
  )
  if (signed) return signed
  if (!isKorean && by === 'sentence')
    return dates.find(({ end }) => !isOfVisit.test(plain.slice(end, stated.end)))
  return isKorean &&
    by === 'sentence' &&
    !/결연(?! ?\d+ ?주년)|체결|맺|서명|협[정약]|되었|됐|된|이고|입니다/u.test(rest)
    ? dates.find(({ end }) => /^부터/u.test(plain.slice(end)))
    : dates[0]
}

/** « Le jumelage a soixante ans. La charte, paraphée le 8 octobre 1960, …»: of a twinning, if the text mentions nothing else. */
function ofTwinning(agreement: ToldAgreement, told: readonly Told[]): ToldAgreement {
  const speaksOf = (words: RegExp) => told.some(({ plain }) => words.test(plain))
  // “Sister city. The agreement was concluded on 17 October 1984.”
  if (/^agreements?$/iu.test(agreement.label) && agreement.kind === 'cooperation_agreement') {
    const [isSister, isFriend] = [
      speaksOf(/\bsister (?:city|cities|town)|\btwin/),
      speaksOf(/\bfriendship (?:city|cities|town)/),
    ]
    return isSister !== isFriend ? { ...agreement, kind: isSister ? 'twinning' : 'friendship' } : agreement
  }
  const isBare =
    /^(?:charte|serment|acte)s?$/iu.test(agreement.label) && agreement.kind === 'cooperation_agreement'
  return isBare &&
    speaksOf(/jumel/) &&
    !speaksOf(/(?:charte|accord|pacte|protocole|convention|lien)s? (?:de |d')(?:amitie|cooperation)/)
    ? { ...agreement, kind: 'twinning' }
    : agreement
}

/** « une convention de partenariat … La convention a été reconduite en 2013 »: of the same kind as the one named before. */
function ofKindBefore(agreement: ToldAgreement, all: readonly ToldAgreement[]): ToldAgreement {
  if (!agreement.isDefinite || agreement.kind !== 'cooperation_agreement' || !bare.test(agreement.label))
    return agreement
  const word = agreement.label.toLowerCase().replace(/s$/u, '')
  const kinds = new Set(
    all.flatMap(({ kind, label }) =>
      kind !== 'cooperation_agreement' && label.toLowerCase().startsWith(`${word} `) ? [kind] : [],
    ),
  )
  const [kind, other] = kinds
  return kind && !other ? { ...agreement, kind } : agreement
}

const isOver = ({ state }: ReadAgreement) => state === 'denounced' || state === 'expired'
// « La convention est échue ; une nouvelle convention est en préparation. »
const isNew = (agreement: ToldAgreement, before: ReadAgreement) =>
  isOver(before) && agreement.date === null && !isOver(agreement) && !agreement.isDefinite
// « la Ville a dénoncé cet accord »
const bare = /^(?:accord|convention|texte|protocole|charte|pacte|contrat|entente|acte|agreement)s?$/iu

const yearOf = (date: string | null) => date?.match(/\d{4}/)?.[0] ?? null

/** One instrument mentioned twice is one; a mention with a date or a state says more than one without. */
function withoutRepeats(told: readonly ToldAgreement[]): ToldAgreement[] {
  const kept: ToldAgreement[] = []
  // 2008년에 결연한 …, 2008년 우호결연을 맺고: the full name gives the kind.
  const agreements = told.filter(
    (each) =>
      each.label !== '결연' ||
      !told.some(
        ({ kind, label, date }) =>
          kind === 'friendship' && label !== '결연' && yearOf(date) === yearOf(each.date),
      ),
  )
  for (const agreement of agreements.toSorted((a, b) => Number(b.date !== null) - Number(a.date !== null))) {
    const isRepeat = kept.some(
      (each) =>
        (each.kind === agreement.kind &&
          yearOf(each.date) === yearOf(agreement.date) &&
          !isNew(agreement, each)) ||
        (agreement.date === null &&
          agreement.state === 'signed' &&
          each.date !== null &&
          // « un protocole en 2013 … un jumelage deux ans après »: another one, whose day becomes a question.
          (agreement.openDate === undefined || each.kind === agreement.kind)) ||
        (agreement.date === null && agreement.state === 'denounced' && each.kind === agreement.kind) ||
        // « Le serment a été prononcé en 2013, la charte a été signée le 19 octobre »
        (yearOf(each.date) === yearOf(agreement.date) &&
          !isNew(agreement, each) &&
          (bare.test(agreement.label) || bare.test(each.label)) &&
          agreement.kind !== 'mou') ||
        (agreement.date === null && isOver(agreement) && bare.test(agreement.label)) ||
        // « la convention », « le texte »: one that was named before.
        (bare.test(agreement.label) &&
          agreement.isDefinite &&
          (each.kind === agreement.kind || agreement.state === 'signed') &&
          (agreement.date === null || yearOf(each.date) === yearOf(agreement.date))) ||
        (agreement.date === null && /^(?:textes?|documents?)$/iu.test(agreement.label)) ||
        // A bare 협약 is the 우호도시 협약 mentioned before.
        (agreement.date === null && /^협[정약]서?$/u.test(agreement.label)),
    )
    if (!isRepeat) kept.push(agreement)
  }
  const real = kept.filter(({ kind }) => kind !== 'none')
  return (real.length > 0 ? real : kept).sort((a, b) => (a.date ?? '9999').localeCompare(b.date ?? '9999'))
}
