import type { ActivityKind } from '../../../registry/index.ts'
import { isComing, type SettledDate } from '../dates/settled-dates.ts'
import type { ReadActivity, ReadAgreement, ReadCooperation } from '../reading.ts'
import type { StatedTie } from '../ties/tie.ts'
import { activityWords } from '../words/activity-words.ts'
import { clauseAt, quoteOf, type Told, toldOf } from './clauses.ts'
import { koreanActivities, yearOfSection } from './korean-activities.ts'
import type { DatesOf } from './told-agreements.ts'

/** What a text tells of visits, festivals and other exchanges of a tie. */
export function readActivities(
  tie: StatedTie,
  agreements: readonly ReadAgreement[],
  since: ReadCooperation['since'],
  datesOf: DatesOf,
  textDay: string | null,
): ReadActivity[] {
  return toldOf(tie).flatMap((told) => fromSentence(told, tie, agreements, since, datesOf, textDay))
}

function fromSentence(
  told: Told,
  tie: StatedTie,
  agreements: readonly ReadAgreement[],
  since: ReadCooperation['since'],
  datesOf: DatesOf,
  textDay: string | null,
): ReadActivity[] {
  const { sentence } = told
  const { plain, passage } = sentence.unit
  const dates = datesOf(sentence.unit).filter(({ start, end }) => start >= told.start && end <= told.end)
  if (/[가-힣]/.test(told.plain) && tie.cells.every(({ unit }) => unit !== sentence.unit))
    return fromKorean(told, dates, textDay, (date) => isOtherFact(plain, date, told, agreements, since))
  const dated = dates.flatMap((date, at): ReadActivity[] => {
    const { edtf } = date
    if (edtf === null || isDateline(plain, date)) return []
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
    const kind =
      kindOf(around) ??
      kindOf(plain.slice(clause.start, clause.end)) ??
      (cell ? kindOf(plain.slice(told.start, told.end)) : null) ??
      (isDone.test(around) ? 'other' : null)
    if (kind === null) return []
    return [
      {
        title: titleOf(passage.text.slice(clause.start, clause.end)),
        kind,
        date: edtf,
        state: stateOf(edtf, plain, date, textDay),
        quote: quoteOf(sentence),
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
): ReadActivity[] {
  const { sentence } = told
  const { plain, passage } = sentence.unit
  const found = koreanActivities(told, dates, kindOf).flatMap(({ date, start, end, kind }): ReadActivity[] =>
    date.edtf === null || isOther(date)
      ? []
      : [
          {
            title: titleOf(passage.text.slice(start, end)),
            kind,
            date: date.edtf,
            state: stateOf(date.edtf, plain, date, textDay),
            quote: quoteOf(sentence),
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
    },
  ]
}

// The date of a signature or of a beginning is told there, and an anniversary, a birth or a law is none of the tie’s exchanges.
function isOtherFact(
  plain: string,
  { start, end, edtf }: SettledDate,
  told: Told,
  agreements: readonly ReadAgreement[],
  since: ReadCooperation['since'],
): boolean {
  const isAgreement = agreements.some(
    ({ date, quote }) =>
      date === edtf && quote.passage === told.sentence.unit.index && quote.start === told.sentence.start,
  )
  if (isAgreement) return true
  const before = plain.slice(Math.max(told.start, start - 60), start)
  // « C'était le 13 juin 1992 », of what was told before.
  if (/^(?:c'etait|c'est|it was|that was) (?:le |en |on |in )?$/.test(before)) return true
  // The same told again, as a letter in two languages does.
  if (
    agreements.some(({ date }) => date === edtf) &&
    /sign|conclu|convention|accord|intention|jumel|pacte|charte/.test(before)
  )
    return true
  if (
    since?.date === (edtf ?? '').split('/')[0] &&
    /commenc|debut|began|begun|started|nou(?:e|a)/.test(before)
  )
    return true
  const lead = plain.slice(Math.max(told.start, start - 90), start)
  if (isEndOrVote.test(lead) || /^(?:a )?ce jour/.test(plain.slice(start, end))) return true
  const isStart =
    since !== null &&
    since.date === (edtf ?? '').split('/')[0] &&
    since.quote.passage === told.sentence.unit.index &&
    since.quote.start === told.sentence.start
  if (
    isStart &&
    !/(?:organis|festival|semaine|delegation|\bmission|expos|accueil|축제|방문단|대표단|참가|방문|열린|개최|공연|견학|파견|초청|음악회|회의)/.test(
      plain.slice(Math.max(told.start, start - 220), end + 60),
    )
  )
    return true
  const near = plain.slice(Math.max(told.start, start - 40), end + 24)
  if (
    /\b(?:aucun|aucune|plus d'|plus aucun|no (?:exchange|contact|visit))\b[^.;]{0,60}(?:depuis|since)[^.;]{0,10}$/.test(
      plain.slice(Math.max(told.start, start - 90), start),
    )
  )
    return true
  return (
    /(?:\b(?:jusqu'(?:en|a|au)|avant|d'ici|echeance|valable|duree|expire|budget|pour la periode|plan|programme|conventions?|accords?|elue?s?|nommee?s?|loi|decret|fondee?s?|fusion|creee?s?|genocide|seisme|guerre|population)\b|까지|만료|설립|창설|출범)[^.;]{0,24}$/.test(
      plain.slice(Math.max(told.start, start - 34), start),
    ) || /수교 ?\d|population|habitants/.test(near)
  )
}

// « a mis fin en 2013 », « a été dénoncé en 2004 », « le conseil a délibéré en juin »: nothing that the two did together.
const isEndOrVote =
  /(?:mis fin|pris fin|denoncee?s?|rompue?s?|resiliee?s?|s'eteindre|tourne la page|plus rien|wound up|terminated|lapsed|approuve\w*|delibere\w*|\bvote[ed]?\b|adopte)\b[^.;]{0,50}$/
// Something was done on that day, whatever it was.
const isDone =
  /\b(?:programmee?s?|prevue?s?)\b|\b(?:a|ont|sera|seront|aura|ira|iront|doit|devra|devrait|viendra|viendront|has|have|will|was|were) (?:\w+ment )?(?:ete |be |been )?\w{3,}/

function kindOf(words: string): ActivityKind | null {
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
