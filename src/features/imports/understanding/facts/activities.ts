import type { EventKind } from '../../../agenda/events/index.ts'
import { type DatesOf, isComing, type SettledDate } from '../dates/settled-dates.ts'
import type { ReadActivity, ReadAgreement, ReadCooperation } from '../reading.ts'
import type { StatedTie } from '../ties/tie.ts'
import { activityWords } from '../words/activity-words.ts'
import { clauseAt, quoteOf, type Told, toldOf } from './clauses.ts'
import { isOfPlan, isSaidCloser, koreanActivities, yearOfSection } from './korean-activities.ts'
import { isOtherFact } from './no-activity.ts'
import { closestDates, onceEach } from './same-activity.ts'

type FoundActivity = ReadActivity & { isRelative: boolean }

/** The visits, festivals and other exchanges of a tie in a text. */
export function readActivities(
  tie: StatedTie,
  agreements: readonly ReadAgreement[],
  since: ReadCooperation['since'],
  datesOf: DatesOf,
  textDay: string | null,
): ReadActivity[] {
  const rows = new Set(tie.told.flatMap(({ unit }) => (unit.passage.kind === 'row' ? [unit.index] : [])))
  const found = toldOf(tie).flatMap((told, at, all) => {
    const next = all[at + 1]
    return fromSentence(told, tie, agreements, since, datesOf, textDay).filter(
      ({ date }) => !isSaidCloser(date, next, next ? datesOf(next.sentence.unit) : []),
    )
  })
  // The programme of a visit with given days: no row of it is an exchange of its own.
  const journeys = found.flatMap(({ date, quote }) =>
    date?.includes('/') && !rows.has(quote.passage) ? [date.split('/')] : [],
  )
  const isOfJourney = ({ date, quote }: FoundActivity) =>
    rows.has(quote.passage) &&
    journeys.some(([from = '', to = '']) => date !== null && date >= from && date <= to)
  return onceEach(found.filter((each) => !isOfJourney(each)))
}

function fromSentence(
  told: Told,
  tie: StatedTie,
  agreements: readonly ReadAgreement[],
  since: ReadCooperation['since'],
  datesOf: DatesOf,
  textDay: string | null,
): FoundActivity[] {
  const { sentence } = told
  const { plain, passage } = sentence.unit
  const dates = closestDates(
    plain,
    datesOf(sentence.unit).filter(({ start, end }) => start >= told.start && end <= told.end),
  )
  if (/[가-힣]/.test(told.plain) && tie.cells.every(({ unit }) => unit !== sentence.unit))
    return fromKorean(told, dates, textDay, (date) => isOtherFact(plain, date, told, agreements, since))
  const dated = dates.flatMap((date, at): FoundActivity[] => {
    const { edtf } = date
    if (edtf === null || isDateline(plain, date) || (edtf === textDay && passage.text.length < 140)) return []
    const from = Math.max(told.start, dates[at - 1]?.end ?? 0)
    const to = Math.min(told.end, dates[at + 1]?.start ?? told.end)
    const cell = tie.cells.find(
      (each) => each.unit === sentence.unit && date.start >= each.start && date.end <= each.end,
    )
    const within = cell ?? told
    const clause = clauseAt(
      plain,
      date.start,
      date.end,
      Math.max(told.start, within.start),
      Math.min(told.end, within.end),
    )
    const around = plain.slice(
      Math.max(clause.start, at === 0 ? clause.start : from - 40),
      Math.min(clause.end, to + 20),
    )
    if (cell && ['date', 'since', 'kind', 'partner', 'party', 'country'].includes(cell.role)) return []
    if (isOtherFact(plain, date, told, agreements, since)) return []
    if (cell && cameToHalt.test(plain.slice(date.end, to))) return []
    const kind =
      kindOf(around) ??
      kindOf(plain.slice(clause.start, clause.end)) ??
      (cell ? kindOf(plain.slice(told.start, told.end)) : null) ??
      (isDone.test(around) ||
      (cell && isHappening(plain.slice(clause.start, clause.end))) ||
      participle.test(passage.text.slice(clause.start, clause.end))
        ? 'other'
        : null)
    if (kind === null) return []
    // « jumelée avec Winnenden (1979), Sainte-Adèle (1993) »: the year belongs to the name.
    const isOfName =
      kind === 'other' &&
      /\p{Lu}[\p{L}’'-]+ \($/u.test(passage.text.slice(0, date.start)) &&
      plain[date.end] === ')' &&
      /jumel|partenaires?\b|twinned/u.test(told.plain)
    if (isOfName) return []
    return [
      {
        title: titleOf(passage.text.slice(clause.start, clause.end)),
        kind,
        date: edtf,
        state: stateOf(edtf, plain, date, textDay),
        quote: quoteOf(sentence),
        isRelative: !date.isPlain,
      },
    ]
  })
  if (dated.length > 0 || dates.length > 0 || tie.cells.length > 0) return dated
  const kind = kindOf(told.plain)
  const isAct =
    /(?:a|ont|s'est|se sont) (?:\w+ment )?(?:ete )?(?:participe|accueilli|recu|organise|deplace|rendu|visite|expose|envoye|tenu|inaugure)|정기적|매년|chaque annee|tous les ans/.test(
      told.plain,
    )
  if (kind === null || !isAct || kind === 'other') return []
  return [
    {
      title: titleOf(passage.text.slice(told.start, told.end)),
      kind,
      date: null,
      state: isComing(plain, { start: told.start, end: told.end }) ? 'planned' : 'past',
      quote: quoteOf(sentence),
      isRelative: false,
    },
  ]
}

/** « Fort-Dauphin, le 5 septembre 2022 » above a letter. */
const isDateline = (plain: string, { start }: SettledDate) =>
  start < 50 &&
  /^[^,.;:]{2,40}, (?:le |on )?$/.test(plain.slice(0, start)) &&
  /\d/.test(plain.slice(start, start + 2))

function fromKorean(
  told: Told,
  dates: readonly SettledDate[],
  textDay: string | null,
  isOther: (date: SettledDate) => boolean,
): FoundActivity[] {
  const { sentence } = told
  const { plain, passage } = sentence.unit
  const found = koreanActivities(told, dates, kindOf).flatMap(
    ({ date, start, end, kind, told: above }): FoundActivity[] =>
      date.edtf === null || isOther(date)
        ? []
        : [
            {
              title: titleOf(above ?? passage.text.slice(start, end)),
              kind,
              date: date.edtf,
              state: isOfPlan(date.edtf, told) ? 'planned' : stateOf(date.edtf, plain, date, textDay),
              quote: quoteOf(sentence),
              isRelative: false,
            },
          ],
  )
  const kind = found.length + dates.length === 0 ? kindOf(told.plain) : null
  const year = yearOfSection(told)
  if (
    kind === null ||
    kind === 'other' ||
    (year === null && !/정기적|매년|해마다|격년/u.test(told.plain)) ||
    /없음|없다|없는|하지 않|하지 아니/u.test(told.plain)
  )
    return found
  const whole = { start: told.start, end: told.end }
  return [
    {
      title: titleOf(passage.text.slice(told.start, told.end)),
      kind,
      date: year,
      state:
        isComing(plain, whole) || /계획/u.test(sentence.unit.section.title?.plain ?? '') ? 'planned' : 'past',
      quote: quoteOf(sentence),
      isRelative: false,
    },
  ]
}

// Something was done on that day, or will be, whatever it was.
const isDone =
  /\b(?:programmee?s?|prevue?s?|attendue?s?|annoncee?s?|expected|scheduled|planned|due)\b|\b(?:a|ont|ai|avons|avait|avaient|avions|sera|seront|aura|ira|iront|doit|doivent|devra|devrait|compte|comptent|viendra|viendront|vient|has|have|had|will|was|were|is to|are to) (?:\w+ment )?(?:ete |be |been )?\w{3,}|\b\p{L}{3,}(?:era|eront|ira|iront|dra|dront|rons|erent|irent|urent)\b|\b(?:est|sont|s'est|se sont|etait|etaient|fut|furent) (?:\w+ment )?\p{L}{2,}(?:i|u|it|is|us|ie|ies|ue|ues|te|tes|ts)\b|\b(?:went|came|took|began|gave|sent|brought|built|held|mise? en (?:service|place|eau)|livraison|pose|ouverture|lancement|creation|fut|furent|ouvr\p{L}+|fonctionn\p{L}+|open(?:s|ed)?|\p{L}{3,}ed)\b/u
// « La bibliothèque, ouverte en 2003 », « centre de santé inauguré en 2013 », with their accents.
const participle =
  /\p{L}{2}(?:ées?|és?)(?!\p{L})|(?<!\p{L})(?:ouverte?s?|(?:re)?construite?s?|produite?s?|conduite?s?|mise?s?|offerte?s?|rendue?s?|tenue?s?|venue?s?|reçue?s?|bâtie?s?|bâtis|fournie?s?|remise?s?|repris|parue?s?|partie?s?)(?!\p{L})/u

// 전통 도자 교류전(2009), 중고 구급차 2대 기증: events under a date in a cell of a Korean table.
const isHappening = (words: string) =>
  /[가-힣]{3}/u.test(words.replace(/\d{2,4} ?[년월일]/gu, ' ')) &&
  !/중단|종료|해지|만료|없음|체결|서명|결연|협[정약]|목표|격상|갱신|명의/u.test(words)

// 2022년 교류 중단
const cameToHalt =
  /^(?:부터|이후|에|,)? ?(?:상호 ?)?(?:교류|왕래|사업|관계) ?(?:잠정 ?)?(?:중단|종료|보류|유보|단절)/u

function kindOf(words: string): EventKind | null {
  return activityWords.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

function stateOf(
  edtf: string,
  plain: string,
  date: SettledDate,
  textDay: string | null,
): ReadActivity['state'] {
  const first = edtf.split('/')[0]?.match(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?/)?.[0] ?? ''
  if (textDay !== null && first !== '') {
    const length = Math.min(first.length, textDay.length)
    if (first.slice(0, length) > textDay.slice(0, length)) return 'planned'
    if (first.slice(0, length) < textDay.slice(0, length)) return 'past'
  }
  return isComing(plain, date) ? 'planned' : 'past'
}

const longestTitle = 160

function titleOf(clause: string): string {
  const title = clause.replace(/\s+/g, ' ').replace(/^[\s,;:.–-]+|[\s,;:.]+$/gu, '')
  return title.length > longestTitle ? `${title.slice(0, longestTitle - 1).replace(/\s+\S*$/u, '')}…` : title
}
