import type { Chart } from '../../../platform/documents/charts.ts'
import type { Report } from '../../../platform/documents/report.ts'
import type { Passage } from '../../../platform/documents/sheet.ts'
import type { Messages } from '../../../platform/i18n/catalogue.ts'
import { type InterfaceLanguage, interfaceLanguages } from '../../../platform/i18n/languages.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { ReportPart } from '../../../platform/records/report-part.ts'
import { countryName } from '../../directory/index.ts'
import type { ReportFacts } from '../facts.ts'
import {
  coverageBlocks,
  decisionBlocks,
  disputeBlocks,
  lineBlocks,
  methodBlocks,
  partBlocks,
} from './coverage.ts'
import { exchangeBlocks, outcomeBlocks } from './exchanges.ts'
import { changeLines, newsBlocks } from './news.ts'
import { Print } from './print.ts'
import {
  agreementBlocks,
  annexBlocks,
  lookingBlocks,
  reciprocityBlocks,
  situationBlocks,
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
  const { t } = print.reader
  const group = chooseName(facts.network.name, language).text
  const title = t('reports.print.title', { number: String(number) })
  const day = t('reports.print.onDay', { day: print.day(facts.day) })
  const blocks = [
    print.note(t('reports.print.head.digest')),
    // As a link it is left whole, to be copied.
    print.note([{ text: digest, href: `${address}/manifest.json` }]),
    ...newsBlocks(print),
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
      { label: t('reports.print.head.day'), passage: print.words(print.day(facts.day)) },
      {
        label: t('reports.print.head.countries'),
        passage: print.list(print.countries.map((country) => countryName(print.reader, country))),
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
