import { barChart } from '../../../platform/documents/charts.ts'
import type { ReportBlock } from '../../../platform/documents/report.ts'
import type { Passage } from '../../../platform/documents/sheet.ts'
import { kindInWords } from '../../directory/index.ts'
import { statuses } from '../../registry/index.ts'
import type { FactBody, FactTie } from '../facts.ts'
import { type Print, tally } from './print.ts'

/** The most ties of the annex; facts.json has the others. */
export const mostTies = 500

/** On what the situation of a tie rests: a word, a dated exchange, or nothing since a year (null: nothing dated at all). */
type Standing =
  | { kind: 'stated'; status: FactTie['status']; on: string }
  | { kind: 'exchange'; year: string }
  | { kind: 'silence'; since: string | null }

/**
 * Silence is never a state: what our rule alone computed is told by its year. So is a state that somebody stated, and that an exchange
 * belied before the silence.
 */
export function standingOf({ basis, stated, lastExchangeOn }: FactTie): Standing {
  const isBelied = stated?.status === 'dormant' && lastExchangeOn !== null && lastExchangeOn > stated.on
  if (basis === 'stated' && stated !== null && !isBelied) return { kind: 'stated', ...stated }
  if (basis === 'exchangeSince' && lastExchangeOn !== null)
    return { kind: 'exchange', year: lastExchangeOn.slice(0, 4) }
  const last = [lastExchangeOn, stated?.on].flatMap((day) => day ?? []).toSorted()
  return { kind: 'silence', since: last.at(-1)?.slice(0, 4) ?? null }
}

/** The situation of a tie in words, with its day where it has one. */
function standingWords(print: Print, standing: Standing): string {
  const { t } = print
  if (standing.kind === 'silence') return silenceWords(print, standing.since)
  if (standing.kind === 'exchange') return t('reports.print.standing.exchange', { year: standing.year })
  const status = t(`ui.status.${standing.status}`)
  const { day, thresholds } = print.facts
  const isOld = Temporal.PlainDate.from(standing.on).add({ years: thresholds.activeYears }).toString() < day
  return t(`reports.print.standing.${isOld ? 'statedLong' : 'stated'}`, {
    status,
    day: print.day(standing.on),
  })
}

function silenceWords({ t }: Print, year: string | null): string {
  return year === null ? t('reports.print.standing.nothing') : t('reports.print.standing.silence', { year })
}

/** The ties by their state, each with that on which it rests; what nobody said is counted apart. */
export function situationBlocks(print: Print): ReportBlock[] {
  const { t, facts } = print
  const { ties, thresholds } = facts
  if (ties.length === 0) return [print.section('ties'), print.paragraph(t('reports.print.ties.none'))]
  const listed = ties.filter((tie) => tie.listed)
  const count = (kind: Standing['kind']) => listed.filter((tie) => standingOf(tie).kind === kind).length
  const groups = [...Map.groupBy(ties, (tie) => orderOf(standingOf(tie)))].toSorted(
    ([a], [b]) => Number(a > b) - Number(a < b),
  )
  return [
    print.section('ties'),
    print.paragraph(
      t('reports.print.ties.lead', {
        listed: listed.length,
        beside: ties.length - listed.length,
        stated: count('stated'),
        exchange: count('exchange'),
        silent: count('silence'),
      }),
    ),
    ...print.table(
      ['situation', 'basis', 'listed', 'beside'],
      groups.map(([, same]) => [
        ...same.slice(0, 1).flatMap((tie) => situationWords(print, standingOf(tie))),
        ...counts(print, same),
      ]),
      [5, 5, 2, 2],
    ),
    print.note(
      t('reports.print.ties.silence', { active: thresholds.activeYears, slow: thresholds.slowYears }),
    ),
  ]
}

// Rows of the table: what is stated, then what exchanges show, then silence, the longest last.
function orderOf(standing: Standing): string {
  if (standing.kind === 'stated') return `1 ${statuses.indexOf(standing.status)}`
  if (standing.kind === 'exchange') return '2'
  return standing.since === null ? '4' : `3 ${9999 - Number(standing.since)}`
}

function situationWords(print: Print, standing: Standing): [string, string] {
  const { t } = print
  const { activeYears: years } = print.facts.thresholds
  if (standing.kind === 'stated') return [t(`ui.status.${standing.status}`), t('reports.print.basis.stated')]
  if (standing.kind === 'exchange')
    return [t('reports.print.ties.alive'), t('reports.print.basis.exchange', { years })]
  return [silenceWords(print, standing.since), t('reports.print.basis.silence')]
}

/** How many are of listed ties, and how many of others. */
function counts(print: Print, all: readonly { listed: boolean }[]): [string, string] {
  const listed = all.filter((each) => each.listed).length
  return [print.number(listed), print.number(all.length - listed)]
}

/** Agreements by kind, with the state in which each is known. */
export function agreementBlocks(print: Print): ReportBlock[] {
  const { t } = print
  const agreements = print.facts.ties.flatMap(({ listed, agreements: own }) =>
    own.map((each) => ({ ...each, listed })),
  )
  const made = agreements.filter(({ kind }) => kind !== 'none')
  const denied = agreements.length - made.length
  const listed = made.filter((each) => each.listed).length
  return [
    print.section('agreements'),
    print.paragraph(
      t('reports.print.agreements.lead', { listed, beside: made.length - listed }),
      ...(denied > 0 ? [t('reports.print.agreements.none', { count: denied })] : []),
    ),
    ...print.table(
      ['kind', 'states', 'listed', 'beside'],
      tally(made.map(({ kind }) => kind)).map(([kind]) => {
        const same = made.filter((each) => each.kind === kind)
        const states = tally(same.map(({ steps }) => stateWord(print, steps.at(-1)?.state ?? null)))
        return [
          t(`registry.agreementKind.${kind}`),
          states.map(([what, count]) => t('reports.print.list.counted', { what, count })).join(', '),
          ...counts(print, same),
        ]
      }),
      [5, 5, 2, 2],
    ),
  ]
}

function stateWord({ t }: Print, state: FactTie['agreements'][number]['steps'][number]['state'] | null) {
  return state === null ? t('reports.print.agreements.noState') : t(`registry.agreementState.${state}`)
}

/** What goes from one country to the other, and back. */
export function reciprocityBlocks(print: Print): ReportBlock[] {
  const { t, reader, facts } = print
  const title = t('reports.print.reciprocity.title')
  const pairs = facts.reciprocity.flatMap((pair) => {
    // The reader’s own side first.
    const [one, other] = pair.countries
    const isTurned = print.countries.indexOf(one) > print.countries.indexOf(other)
    const [from = '', to = ''] = (isTurned ? [other, one] : [one, other]).map((country) =>
      print.country(country),
    )
    const ways = [
      t('reports.print.reciprocity.way', { from, to }),
      t('reports.print.reciprocity.way', { from: to, to: from }),
    ]
    const rows = (['visits', 'expectations'] as const).map((kind) => {
      const { there, back } = pair[kind]
      const values: (number | null)[] = isTurned ? [back, there] : [there, back]
      // That nobody counted a visit is no zero.
      const isOpen = kind === 'visits' && there + back === 0
      return { label: t(`reports.print.reciprocity.${kind}`), values: isOpen ? [null, null] : values }
    })
    const [there = null, back = null] = rows[0]?.values ?? []
    const unknown = t('reports.print.list.unknown')
    const told = (count: number | null) => (count === null ? unknown : print.number(count))
    const chart = barChart({
      language: reader.interfaceLanguage,
      title,
      description: t('reports.print.reciprocity.described', {
        from,
        to,
        there: told(there),
        back: told(back),
      }),
      series: ways,
      rows,
      unknown,
    })
    return [
      print.chart(chart),
      ...print.titled(
        [t('reports.print.column.what'), ...ways],
        rows.map(({ label, values }) => [label, ...values.map(told)]),
        [2, 1, 1],
      ),
      print.note(t('reports.print.reciprocity.unknown', { count: pair.unknownVisits })),
    ]
  })
  return [
    print.heading(title),
    ...(pairs.length > 0 ? pairs : [print.paragraph(t('reports.print.list.nothing'))]),
  ]
}

/** On what the listed ties work, at which levels, with whom and where. */
export function subjectBlocks(print: Print): ReportBlock[] {
  const { t } = print
  const listed = print.facts.ties.filter((tie) => tie.listed)
  /** How many ties have each of what is read of their bodies; a tie with two bodies of a kind counts once. */
  const count = <K>(idsOf: (tie: FactTie) => string[], read: (body: FactBody) => K, country?: string) =>
    tally(
      listed.flatMap((tie) => [
        ...new Set(
          idsOf(tie)
            .map((id) => print.body(id))
            .filter((body) => country === undefined || body.country === country)
            .map(read),
        ),
      ]),
    )
  const partiesOf = ({ parties }: FactTie) => parties
  const ofCountries = <K extends string>(
    key: 'level' | 'region',
    read: (body: FactBody) => K,
    write: (found: K) => Passage | string,
  ) =>
    print.countries.flatMap((country) => {
      const counts = count(partiesOf, read, country)
      if (counts.length === 0) return []
      const title = t(`reports.print.subjects.${key}`, { country: print.country(country) })
      return [
        print.heading(title, 2),
        ...print.countTable(
          key,
          counts.map(([found, ties]) => [write(found), ties]),
        ),
      ]
    })
  const kindOf = ({ kind }: FactBody) => kind
  const actors = count((tie) => tie.actors, kindOf)
  return [
    print.section('subjects'),
    print.leading(t('reports.print.subjects.lead')),
    ...themeBlocks(print, tally(listed.flatMap((tie) => tie.themes))),
    ...ofCountries('level', kindOf, (kind) => kindInWords(t, kind)),
    ...ofCountries(
      'region',
      ({ id, region }) => region ?? id,
      (id) => print.bodyName(id),
    ),
    ...(actors.length === 0 ? [] : [print.heading(t('reports.print.subjects.actors'), 2)]),
    ...print.countTable(
      'actor',
      actors.map(([kind, ties]) => [kindInWords(t, kind), ties]),
    ),
  ]
}

// The table beneath the chart has all of them.
const mostBars = 10

function themeBlocks(print: Print, themes: [FactTie['themes'][number], number][]): ReportBlock[] {
  const { t, interfaceLanguage: language } = print.reader
  const counts = themes.map(([theme, count]): [string, number] => [t(`networks.theme.${theme}`), count])
  if (counts.length === 0) return []
  const title = t('reports.print.subjects.themes')
  const described = counts
    .slice(0, 3)
    .map(([what, count]) => t('reports.print.list.counted', { what, count }))
  return [
    print.heading(title, 2),
    print.chart(
      barChart({
        language,
        title,
        description: described.join(', '),
        series: [t('reports.print.column.ties')],
        rows: counts.slice(0, mostBars).map(([label, count]) => ({ label, values: [count] })),
        unknown: t('reports.print.list.unknown'),
      }),
    ),
    ...print.countTable('theme', counts),
  ]
}

/** Who looks for a partner, and on whose word. */
export function lookingBlocks(print: Print): ReportBlock[] {
  const { t, facts } = print
  const own = facts.looking.filter(({ isOwnWord }) => isOwnWord).length
  return [
    print.section('looking'),
    print.paragraph(t('reports.print.looking.lead', { own, told: facts.looking.length - own })),
    ...print.table(
      ['authority', 'country', 'themes', 'word'],
      facts.looking.map(({ bodyId, themes, isOwnWord }) => [
        print.bodyName(bodyId),
        print.country(print.body(bodyId).country),
        themes.map((theme) => t(`networks.theme.${theme}`)).join(', ') || '–',
        t(isOwnWord ? 'reports.print.looking.own' : 'reports.print.looking.told'),
      ]),
      [3, 2, 5, 2],
    ),
  ]
}

/** Every tie on a line, the listed ones first; of more than the most, the others are in facts.json. */
export function annexBlocks(print: Print): ReportBlock[] {
  const { t, facts } = print
  const ties = facts.ties.toSorted((a, b) => Number(b.listed) - Number(a.listed))
  return [
    print.section('annex'),
    print.paragraph(
      ties.length > mostTies
        ? t('reports.print.annex.more', { shown: mostTies, all: ties.length })
        : t('reports.print.annex.all', { count: ties.length }),
      t('reports.print.annex.claimed'),
    ),
    ...print.table(
      ['tie', 'since', 'agreements', 'situation'],
      ties
        .slice(0, mostTies)
        .map((tie) => [
          tie.listed
            ? print.tieName(tie)
            : print.sentence(print.tieName(tie), t('reports.print.annex.beside')),
          print.day(tie.since),
          agreementWords(print, tie.agreements),
          tieSituation(print, tie),
        ]),
      [4, 2, 5, 4],
      mostTies,
    ),
  ]
}

function tieSituation(print: Print, tie: FactTie): string {
  const { t } = print
  const standing = standingOf(tie)
  const heard = tie.lastKnownOn.slice(0, 4)
  return [
    standingWords(print, standing),
    // A source may speak of the tie after its last exchange.
    ...(standing.kind === 'silence' && heard > (standing.since ?? '')
      ? [t('reports.print.standing.heard', { year: heard })]
      : []),
    ...(tie.intention === null ? [] : [t(`registry.intention.${tie.intention}`)]),
    ...(tie.confirmation === 'claimed' ? [] : [t(`registry.confirmation.short.${tie.confirmation}`)]),
  ].join(', ')
}

/** What a report says of the ties of one body, a line each. */
export function tieLines(print: Print, bodyId: string): Passage[] {
  return print.facts.ties
    .filter(({ parties }) => parties.includes(bodyId))
    .map((tie) =>
      print.sentence(
        print.tieName(tie),
        `– ${agreementWords(print, tie.agreements)}${print.semicolon}${tieSituation(print, tie)}`,
      ),
    )
}

export function agreementWords(print: Print, agreements: FactTie['agreements']): string {
  const { t } = print
  return (
    agreements
      .map(({ kind, steps }) => {
        const last = steps.at(-1)
        const on = last?.on ? ` (${print.day(last.on)})` : ''
        return kind === 'none'
          ? t('registry.agreementKind.none')
          : `${t(`registry.agreementKind.${kind}`)}, ${stateWord(print, last?.state ?? null)}${on}`
      })
      .join(print.semicolon) || '–'
  )
}
