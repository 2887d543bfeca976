import type { Chart } from '../../../platform/documents/charts.ts'
import type { Report, ReportBlock } from '../../../platform/documents/report.ts'
import type { Passage } from '../../../platform/documents/sheet.ts'
import type { Messages } from '../../../platform/i18n/catalogue.ts'
import { type InterfaceLanguage, interfaceLanguages } from '../../../platform/i18n/languages.ts'
import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import type { ReportPart } from '../../../platform/records/report-part.ts'
import { changeWords } from '../difference/change-words.ts'
import { isOpen, movingTables } from '../difference/compare.ts'
import { changeKinds, type FactChange, type ReportFacts } from '../facts.ts'
import {
  coverageBlocks,
  decisionBlocks,
  disputeBlocks,
  lineBlocks,
  methodBlocks,
  partBlocks,
} from './coverage.ts'
import { exchangeBlocks, outcomeBlocks } from './exchanges.ts'
import { Print } from './print.ts'
import {
  agreementBlocks,
  agreementWords,
  annexBlocks,
  lookingBlocks,
  reciprocityBlocks,
  situationBlocks,
  standingOf,
  subjectBlocks,
} from './ties.ts'

/** Which edition is drawn: `digest` is that of its facts, `address` where its page is. */
export interface Drawn {
  number: number
  digest: string
  address: string
}

/** Words of other features that the report prints: closed lists, and those by which the facts name what changed. */
const printed = [
  ...['reports.print.', 'reports.letter.', 'reports.ministry.', 'outcomes.held.', 'outcomes.result.'],
  ...[
    'registry.agreementKind.',
    'registry.agreementState.',
    'registry.confirmation.short.',
    'registry.field.',
    'registry.intention.',
  ],
  ...['agenda.actor.', 'agenda.eventKind.', 'agenda.firmness.', 'agenda.state.', 'directory.kind.'],
  ...['minutes.decisionState.', 'networks.theme.', 'ui.status.', 'ui.text.'],
]

/** The sources (ICU) of all words that the layout may print, by language and key, to be frozen with the facts. */
export function layoutWords({
  messages,
  reportParts,
}: {
  messages: readonly Messages[]
  reportParts: readonly ReportPart[]
}): ReportFacts['words'] {
  const titles = new Set<string>(reportParts.map(({ title }) => title))
  return Object.fromEntries(
    interfaceLanguages.map((language) => [
      language,
      Object.fromEntries(
        messages
          .flatMap((part) => Object.entries(part[language]))
          .filter(([key]) => titles.has(key) || printed.some((prefix) => key.startsWith(prefix))),
      ),
    ]),
  )
}

/** Layout 1: the report in a language, made of its facts alone. `charts` are its pictures for a page. Throws on a word that was not frozen. */
export function layoutReport(
  facts: ReportFacts,
  language: InterfaceLanguage,
  { number, digest, address }: Drawn,
): { report: Report; pictures: Uint8Array[]; charts: Chart[] } {
  const print = new Print(facts, language, number)
  const { t } = print
  const group = chooseName(facts.network.name, language).text
  const title = t('reports.print.title', { number: String(number) })
  const day = t('reports.print.onDay', { day: print.day(facts.day) })
  const blocks = [
    print.note(t('reports.print.head.digest')),
    // As a link it is left whole, to be copied.
    print.note([{ text: digest, href: `${address}/manifest.json` }]),
    ...newsBlocks(print, address),
    ...situationBlocks(print),
    ...agreementBlocks(print),
    ...exchangeBlocks(print),
    ...outcomeBlocks(print),
    ...reciprocityBlocks(print),
    ...subjectBlocks(print),
    ...lookingBlocks(print),
    ...decisionBlocks(print),
    ...disputeBlocks(print),
    ...lineBlocks(print),
    ...coverageBlocks(print),
    ...partBlocks(print),
    ...methodBlocks(print),
    ...annexBlocks(print),
  ]
  const addressees = print.countries.flatMap((country) =>
    facts.ministries.addressees
      .filter((each) => each.country === country)
      .map(({ name }) => print.words(chooseName(name, language).text)),
  )
  const report: Report = {
    language,
    title: print.words(title),
    name: `${title} – ${group}, ${day}`,
    subject: t('reports.print.subject'),
    author: group,
    day: facts.day,
    kicker: print.words(t('reports.print.subject')),
    facts: [
      { label: t('reports.print.head.period'), passage: print.words(print.day(`${facts.from}/${facts.to}`)) },
      { label: t('reports.print.head.by'), passage: print.words(group) },
      ...(addressees.length > 0
        ? [{ label: t('reports.print.head.to'), passage: print.semicolons(addressees) }]
        : []),
      { label: t('reports.print.head.day'), passage: print.words(print.day(facts.day)) },
      {
        label: t('reports.print.head.countries'),
        passage: print.list(print.countries.map((country) => print.country(country))),
      },
      { label: t('reports.print.head.address'), passage: [{ text: address, href: address }] },
    ],
    contents: null,
    head: print.head,
    blocks,
    foot: [
      print.words(t('reports.print.foot', { number: String(number), group })),
      ...(print.usedMachine ? [print.words(t('reports.print.machine'))] : []),
    ],
  }
  return { report, pictures: print.pictures, charts: print.charts }
}

/** What is new as the report writes it, a line each: of a first edition, and where nothing changed, none. */
export function newsLines(
  facts: ReportFacts,
  language: InterfaceLanguage,
  { number }: Pick<Drawn, 'number'>,
): Passage[] {
  return changeLines(new Print(facts, language, number))
}

const mostLines = 10

/** What is new in ten lines at most, and how the tables moved; of a first edition what it counts. */
function newsBlocks(print: Print, address: string): ReportBlock[] {
  const { t, facts } = print
  const { news } = facts
  if (news === null)
    return [
      print.section('news'),
      print.paragraph(t('reports.print.news.first')),
      { kind: 'list', isOrdered: false, items: firstLines(print).map((line) => print.words(line)) },
    ]
  const { number, day, digest } = news.former
  const lines = changeLines(print, { hasSources: true })
  // What only time moved is nobody’s word: it has a sentence of its own.
  const kinds = changeKinds.flatMap((kind) =>
    kind === 'time' || news.changes[kind] === 0
      ? []
      : t(`reports.print.news.${kind}`, { count: news.changes[kind] }),
  )
  const denied = facts.ties.filter(
    ({ listed, agreements }) => listed && agreements.some(({ kind }) => kind === 'none'),
  ).length
  return [
    print.section('news'),
    print.paragraph(
      t('reports.print.news.since', {
        number: String(number),
        day: print.day(day),
        changes: kinds.length > 0 ? kinds.join(', ') : t('reports.print.news.none'),
      }),
      ...(news.changes.time > 0
        ? [t('reports.print.news.time', { count: news.changes.time, ...news.silent })]
        : []),
    ),
    ...(lines.length > 0 ? [{ kind: 'list' as const, isOrdered: true, items: lines }] : []),
    ...print.table(
      ['what', 'old', 'added', 'removed', 'present'],
      movingTables.flatMap((table) => {
        const moved = news.counts[table]
        return moved === undefined
          ? []
          : [
              [
                print.word(`reports.print.table.${table}`),
                ...[moved.old, moved.added, moved.removed, moved.present].map((count) => print.number(count)),
              ],
            ]
      }),
      [4, 2, 2, 2, 2],
    ),
    ...(denied > 0 ? [print.note(t('reports.print.news.denied', { count: denied }))] : []),
    print.note(t('reports.print.news.former', { number: String(number) }), [
      { text: digest, href: `${address.replace(/\d+$/, String(number))}/manifest.json` },
    ]),
  ]
}

/** What changed at ten ties at most, a line each. */
function changeLines(print: Print, { hasSources = false } = {}): Passage[] {
  const { t } = print
  const groups = Map.groupBy(print.facts.news?.first ?? [], ({ about }) => about.tieId ?? about.id)
  return [...groups.values()].slice(0, mostLines).map((same) => {
    const why = hasSources
      ? [
          ...new Set(same.map(({ why: title }) => chooseText(title, print.reader.language)?.text ?? '')),
        ].filter(Boolean)
      : []
    return print.sentence(
      print.strong(t('reports.print.list.about', { what: nameOf(print, same) })),
      print.semicolons(same.map((change) => changeLine(print, change))),
      ...(why.length > 0 ? [print.quiet(`(${why.join(print.semicolon)})`)] : []),
    )
  })
}

function firstLines({ facts, t }: Print): string[] {
  const { ties, exchanges, looking, decisions, lines } = facts
  const listed = ties.filter((tie) => tie.listed)
  const agreements = listed.flatMap((tie) => tie.agreements.filter(({ kind }) => kind !== 'none'))
  const count = <T>(all: readonly T[], isCounted: (each: T) => boolean) => all.filter(isCounted).length
  return [
    t('reports.print.news.ties', { listed: listed.length, beside: ties.length - listed.length }),
    t('reports.print.news.silent', { count: count(listed, (tie) => standingOf(tie).kind === 'silence') }),
    t('reports.print.news.agreements', { count: agreements.length }),
    t('reports.print.news.held', {
      held: facts.heldYears.reduce((sum, { count: held }) => sum + held, 0),
      planned: count(exchanges, ({ state, isUnheard }) => state === 'planned' && !isUnheard),
    }),
    t('reports.print.news.unheard', { count: count(exchanges, ({ isUnheard }) => isUnheard) }),
    t('reports.print.news.looking', { count: looking.length }),
    t('reports.print.news.decisions', { count: decisions.length }),
    t('reports.print.news.disputes', {
      count: ties.flatMap(({ disputes }) => disputes).filter(isOpen).length,
    }),
    t('reports.print.news.asked', {
      asked: count(lines, ({ askedOn }) => askedOn !== null),
      answered: count(lines, ({ answeredOn }) => answeredOn !== null),
    }),
  ]
}

/** The tie that some changes are about, in full; what concerns none is called as it is. */
function nameOf(print: Print, [first]: readonly FactChange[]): string {
  const tie = print.facts.ties.find(({ id }) => id === first?.about.tieId)
  if (tie)
    return print
      .tieName(tie)
      .map(({ text }) => text)
      .join('')
  return chooseName(first?.about.name ?? {}, print.reader.language).text
}

/** A change in a few words, beneath the name of its tie: an agreement and an exchange by what they are, all else by its field. */
function changeLine(print: Print, change: FactChange): Passage {
  const { reader, facts, t } = print
  const { field, before, after } = changeWords(reader, facts.words, change)
  const { kind, id, name, tieId } = change.about
  if (kind === 'agreement') {
    const agreement = facts.ties.find((tie) => tie.id === tieId)?.agreements.find((each) => each.id === id)
    if (agreement && change.change === 'new') return print.words(agreementWords(print, [agreement]))
  }
  if (kind === 'tie' && change.change === 'new' && change.field === 'tie')
    return print.words(t('reports.print.news.newTie', { listed: after }))
  if (change.change === 'new' && change.field.startsWith('parties/'))
    return print.words(t('reports.print.news.newParty', { name: after }))
  const called = chooseName(name, reader.language).text
  const isNamed = kind === 'exchange' || kind === 'outcome'
  const moved = [before, after].filter(Boolean).join(' → ')
  const about = isNamed
    ? t('reports.print.list.about', { what: called })
    : t('reports.print.list.about', { what: field })
  const sort = change.change === 'new' ? '' : ` (${t(`reports.print.kindOfChange.${change.change}`)})`
  return print.words(`${about} ${moved}${sort}`.trim())
}
