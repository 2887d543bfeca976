import { type Outline, sectionsAbove, type Unit } from '../outline.ts'
import type { DateMention } from './date-mention.ts'
import { findDates, settleDate } from './find-dates.ts'

export type DatesOf = (unit: Unit) => readonly SettledDate[]

/** A date with its EDTF. */
export interface SettledDate {
  start: number
  end: number
  /** Null if what it refers to is not known. */
  edtf: string | null
  /** Complete in itself, without reference to another date. */
  isPlain: boolean
}

/** The dates of a text, those that refer to others settled: « deux ans après », 지난해. */
export function settleDates(outline: Outline, textDay: string | null): ReadonlyMap<Unit, SettledDate[]> {
  const named = namedPeriods(outline)
  const yearOfColumn = yearsOfColumns(outline)
  const aboveOf = (unit: Unit) => (/[가-힣]/u.test(unit.plain) ? yearAbove(outline, unit) : null)
  return new Map(
    outline.units.map((unit) => {
      let toldBefore: string | null = null
      let lastEnd = -1
      const told = findDates(unit.plain).filter(({ start }) => !isOfText(unit.plain, start))
      const settled = told.map((mention): SettledDate => {
        const saidYear = yearBefore(unit.plain, lastEnd, mention, toldBefore)
        lastEnd = mention.end
        const ofColumn = inYear(mention, yearOfColumn(unit, mention.start))
        const isFeast = feast.test(unit.plain.slice(Math.max(0, mention.start - 30), mention.start))
        const ofTitle =
          toldBefore === null && mention.relative?.to === 'year' ? inYear(mention, aboveOf(unit)) : null
        const edtf =
          ofColumn ?? saidYear ?? ofTitle ?? settle(mention, unit, isFeast ? null : toldBefore, textDay)
        if (edtf !== null && !isWithinBracket(unit.plain, mention)) toldBefore = edtf
        return { start: mention.start, end: mention.end, edtf, isPlain: mention.relative === null }
      })
      return [unit, [...settled, ...periodsIn(unit, named, settled)].sort((a, b) => a.start - b.start)]
    }),
  )
}

// A month or day without its year, where the head of its column gives one.
const inYear = ({ relative }: DateMention, year: string | null) =>
  year !== null && relative?.to === 'year' && relative.side === null
    ? relative.pattern.replace('XXXX', year)
    : null

/** 올해 35주년을 맞아 10월 …: in a Korean clause, a month after a year is of that year. */
function yearBefore(plain: string, from: number, { start, end, relative }: DateMention, told: string | null) {
  if (relative?.to !== 'year' || relative.side !== null || told === null || from < 0) return null
  const gap = plain.slice(from, start)
  const year = /^\d{4}/u.exec(told)?.[0]
  // 2009년 체결한 협약에 따라 3월 전문가 파견: the month is not of the year of signature.
  if (/(?:체결|서명|교환|결연)(?:한|했던|하였던) |(?:맺은|맺었던|나눈) |에 따라/u.test(gap)) return null
  // 자매결연(1973. 7. 27.) 50주년 기념식을 7월: of the year of the anniversary.
  if (feast.test(gap) && /[)]/u.test(gap)) return null
  const isOneClause =
    /[가-힣]/u.test(gap) &&
    gap.length < 40 &&
    !/[.;:]|(?:했|하였|었|았|됐|되었)(?:고|으며|으나|지만)/u.test(gap)
  return year && isOneClause && !isComing(plain, { start, end })
    ? relative.pattern.replace('XXXX', year)
    : null
}

function settle(
  mention: DateMention,
  unit: Unit,
  toldBefore: string | null,
  textDay: string | null,
): string | null {
  if (mention.edtf !== null) return mention.edtf
  // « neuf ans après une première visite en 2016 »: counted from the year that follows.
  if (mention.relative?.to === 'told' && mention.relative.years > 0) {
    const from =
      /^ ?(?:qu'|que )?(?:une?|la|le|l'|leur|son|sa|the|a) ?[^.;,]{3,46} (?:de|en|in|of) ((?:19|20)\d\d)\b/u.exec(
        unit.plain.slice(mention.end),
      )?.[1]
    if (from) return String(Number(from) + mention.relative.years)
  }
  // « Trentième anniversaire en 2021 : une délégation sera reçue du 3 au 6 mai. »
  const year = toldBefore?.slice(0, 4) ?? ''
  if (
    mention.relative?.to === 'year' &&
    mention.relative.side === null &&
    textDay !== null &&
    year > textDay.slice(0, 4) &&
    new RegExp(`${year}[^.;]{0,90}$`, 'u').test(unit.plain.slice(0, mention.start))
  )
    return mention.relative.pattern.replace('XXXX', year)
  // 5월 제주포럼: without a sign that it is over, a month in a Korean text is of the text's own year.
  const isOpen =
    mention.relative?.to === 'year' &&
    mention.relative.side === null &&
    /[가-힣]/.test(unit.plain) &&
    textDay !== null
  if (
    isOpen &&
    mention.relative?.to === 'year' &&
    !pastTense.test(unit.plain.slice(mention.end, mention.end + 80)) &&
    !isComing(unit.plain, mention)
  )
    return mention.relative.pattern.replace('XXXX', textDay.slice(0, 4))
  return mention.relative && settleDate(mention.relative, toldBefore, textDay, !isComing(unit.plain, mention))
}

// « publié le 20 mai 2024 », “updated 3 May 2021”: the day of the page.
const isOfText = (plain: string, at: number) =>
  /\b(?:publie|paru|poste|mise? a jour|mise? en ligne|actualise|modifie|updated|published|posted)e?s?(?: le| on| :)? ?(?:\p{L}+ )?$/u.test(
    plain.slice(Math.max(0, at - 40), at),
  )

const feast = /\) ?\d{1,3} ?주년[^.]{0,20}$/u
const pastTense = /[가-힣](?:했|었|았|였|됐|렸|갔|왔|났|졌)/u

const isWithinBracket = (plain: string, { start, end }: DateMention) =>
  plain[start - 1] === '(' && plain[end] === ')' && plain.length > 400

/** Whether the words around a date are about the future. */
export function isComing(plain: string, { start, end }: { start: number; end: number }): boolean {
  const before =
    plain
      .slice(Math.max(0, start - 90), start)
      .split(koreanPast)
      .at(-1) ?? ''
  const after = plain.slice(end, end + 60).split(koreanPast)[0] ?? ''
  const around = `${before.slice(before.search(/[^;.]*$/))}${plain.slice(start, end)}${/^[^;.]*/.exec(after)?.[0] ?? ''}`
  return /(?:\b(?:prevue?s?|prochaine?s?|sera|seront|aura|auront|devra|devrait|devraient|doit|doivent|ira|iront|viendra|accueillera|organisera|se tiendra|se tiendront|se rendra|envisage|projet|avant fin|(?:convenu|decide|entendu) que|planned|will|is to|due to|d'ici|(?<!\b(?:s'est|se sont|ont|a ete|s'etait|depuis) [^.;]{0,60})a partir d[ue]|espere|celebrent?|fetent?|fetons|celebrons|compte(?:nt)? [a-z]{2,}(?:er|ir|re)|(?!opera\b|camera\b|libera\b)[a-z]{3,}(?:era|eront|erons|ira|iront|irons|dra|dront|drons))\b)|예정|계획|할 것|추진할|개최한다|열린다|(?<!계)기로 (?:했|하였|함|합의|결정|약속|뜻)|고자 (?:합|한|함)|키로 (?:함|했|하)|(?:[가-힣]연다|온다|보낸다|떠난다|찾는다|파견한다|초청한다|방문한다|전시한다|참가한다|선보인다|공연한다)$/.test(
    around,
  )
}

// 2019년 7월 대표단이 방문했고 2024년 11월 재개 예정: each Korean date has the verb of its own clause.
const koreanPast =
  /(?<=[했였었았됐렸왔갔])(?:고|으며|으나|지만|는데),? |(?<=[가-힣)]), ?(?=(?:19|20)\d\d(?:년|\.))/u

/** « l’Année Croisée … en 2015 – 2016 »: a name in capitals with its years, wherever it comes first. */
function namedPeriods({ units }: Outline): Map<string, string> {
  const found = new Map<string, string>()
  for (const unit of units) {
    for (const match of unit.plain.matchAll(
      /\b(annee[s]? croisee[s]?|saison [a-z-]+|crossed year)[^.;]{0,40}?(\d{4})(?: ?[-/] ?(\d{4}))?/gu,
    )) {
      const [, name = '', from = '', to] = match
      if (!found.has(name)) found.set(name, to ? `${from}/${to}` : from)
    }
  }
  return found
}

function periodsIn(
  unit: Unit,
  named: ReadonlyMap<string, string>,
  settled: readonly SettledDate[],
): SettledDate[] {
  return [...named].flatMap(([name, edtf]) => {
    const start = unit.plain.indexOf(name)
    const isDated = settled.some(
      (each) =>
        Math.abs(each.start - start) < 70 &&
        !/[.;]/.test(unit.plain.slice(Math.min(each.start, start), Math.max(each.start, start))),
    )
    return start < 0 || isDated ? [] : [{ start, end: start + name.length, edtf, isPlain: false }]
  })
}

/** 2022년 주요 실적: the year that the head of a column gives to the months in its cells, by a place in a row; null if it gives none. */
function yearsOfColumns({ units }: Outline): (unit: Unit, at: number) => string | null {
  const heads = new Map<number, Unit>()
  for (const unit of units) {
    const { table } = unit.passage
    if (table !== null && !heads.has(table)) heads.set(table, unit)
  }
  return ({ passage }, at) => {
    const head = passage.table === null ? undefined : heads.get(passage.table)
    const column = passage.cells.findIndex(({ start, end }) => start <= at && at < end)
    return /(?<!\d)((?:19|20)\d\d)(?!\d)/u.exec(head?.passage.cells[column]?.text ?? '')?.[1] ?? null
  }
}

const longest = 60
const tells = /실적|계획|추진|교류|사업|행사|동향|소식|일정|성과|활동/u
const yearOf = /((?:19|20)\d\d) ?년(?:도)?(?!부터|까지| ?이후)/gu

/** □ 2023년 주요 실적, above 대표단 파견(9월): the year that a Korean point or title gives to everything beneath it; null if none does. */
function yearAbove({ units }: Outline, unit: Unit): string | null {
  const points: Unit[] = []
  let { level } = unit.passage
  if (unit.passage.kind === 'item')
    for (const each of units.slice(0, units.indexOf(unit)).toReversed()) {
      if (each.passage.kind !== 'item') break
      if (each.passage.level >= level) continue
      level = each.passage.level
      points.push(each)
    }
  const titles = sectionsAbove(unit.section).flatMap(({ title }) => (title && title !== unit ? [title] : []))
  for (const { plain } of [...points, ...titles]) {
    const [year, other] = Array.from(plain.matchAll(yearOf), ([, said = '']) => said)
    if (year && !other && plain.length < longest && tells.test(plain)) return year
  }
  return null
}
