import { features } from '../../src/features/index.ts'
import type { FactBody, FactExchange, FactTie, ReportFacts } from '../../src/features/reports/facts.ts'
import { readMinistries } from '../../src/features/reports/ministries/ministry-data.ts'
import { createCatalogue } from '../../src/platform/i18n/catalogue.ts'
import type { InterfaceLanguage } from '../../src/platform/i18n/languages.ts'
import type { Reader } from '../../src/platform/i18n/reader.ts'
import { uiMessages } from '../../src/ui/messages/index.ts'

/** An id that says in a test what it is of: the same for the same name. */
export function factId(name: string): string {
  const hex = Buffer.from(name).toString('hex').padEnd(32, '0').slice(-32)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-')
}

/** A body called by its name in French and Korean; its id is that of its French name. */
export function factBody(fr: string, ko: string, given: Partial<FactBody>): FactBody {
  return {
    id: factId(fr),
    country: 'KR',
    kind: 'si',
    name: { fr, ko, en: fr },
    shortName: {},
    codes: {},
    region: null,
    ...given,
  }
}

/** A listed tie of which nothing more is known; its id is that of its slug. */
export function factTie(slug: string, parties: string[], given: Partial<FactTie> = {}): FactTie {
  return {
    id: factId(slug),
    slug,
    listed: true,
    parties: parties.map(factId),
    actors: [],
    since: null,
    themes: [],
    confirmation: 'claimed',
    status: 'dormant',
    basis: 'nothingKnown',
    intention: null,
    stated: null,
    lastExchange: given.lastExchangeOn ?? null,
    lastExchangeOn: null,
    knownOn: '2017-07-07',
    lastKnownOn: '2017-07-07',
    agreements: [],
    evidence: [],
    disputes: [],
    ...given,
  }
}

/** An agreement of a tie that came to a state. */
export function factAgreement(
  kind: FactTie['agreements'][number]['kind'],
  on: string | null,
  state: FactTie['agreements'][number]['steps'][number]['state'] = 'signed',
): FactTie['agreements'][number] {
  return {
    id: factId(`${kind} ${on}`),
    parentId: null,
    kind,
    title: {},
    bodies: [],
    steps: [{ state, on, knownOn: '2017-07-07' }],
    evidence: [],
  }
}

/** An exchange of ties that took place on a day. */
export function factExchange(
  slug: string,
  ties: string[],
  day: string,
  given: Partial<FactExchange> = {},
): FactExchange {
  return {
    id: factId(slug),
    slug,
    kind: 'meeting',
    title: {},
    when: day,
    startsOn: day,
    endsOn: day,
    state: 'past',
    firmness: null,
    isUnheard: false,
    tieIds: ties.map(factId),
    holders: [],
    place: null,
    knownOn: day,
    asked: [],
    answers: [],
    evidence: [],
    ...given,
  }
}

/** What a body said of an exchange that was held. */
export function factAnswer(
  body: string,
  given: Partial<FactExchange['answers'][number]>,
): FactExchange['answers'][number] {
  return {
    bodyId: factId(body),
    held: 'held',
    movedTo: null,
    actors: [],
    results: [],
    sentence: {},
    url: '',
    money: null,
    saidAs: '',
    knownOn: '2017-07-07',
    ...given,
  }
}

/** The facts of an empty first report of a group of France and Korea, on the day of the demonstration, unless something else is given. */
export function reportFacts(given: Partial<ReportFacts> = {}): ReportFacts {
  const day = given.day ?? '2017-07-08'
  return {
    layout: 1,
    network: {
      id: factId('france-coree'),
      slug: 'france-coree',
      name: { fr: 'Groupe-pays Corée', ko: '프랑스·대한민국 그룹', en: 'Korea country group' },
      site: 'https://entente.example.org',
      countries: ['FR', 'KR'],
      languages: ['fr', 'ko', 'en'],
    },
    from: '2016-01-01',
    to: day,
    day,
    bodies: [],
    sources: [],
    ties: [],
    exchanges: [],
    heldYears: [],
    reciprocity: [],
    looking: [],
    decisions: [],
    lines: [],
    coverage: [],
    parity: [],
    parts: [],
    news: null,
    thresholds: { activeYears: 3, slowYears: 6, answerDays: 60 },
    ministries: readMinistries(['FR', 'KR'], day),
    words: {},
    ...given,
  }
}

const catalogue = createCatalogue([uiMessages, ...features.map(({ messages }) => messages)])

/** A reader of a report in all words of this release. */
export function factReader(language: InterfaceLanguage): Reader {
  return { language, interfaceLanguage: language, t: catalogue(language), today: '2017-07-08', now: null }
}
