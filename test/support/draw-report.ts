import { features } from '../../src/features/index.ts'
import type { FactChange, ReportFacts } from '../../src/features/reports/facts.ts'
import { changeKinds } from '../../src/features/reports/facts.ts'
import { drawFiles, engineOf, typesetter } from '../../src/features/reports/files/draw-files.ts'
import { manifestOf, sha256Of } from '../../src/features/reports/files/manifest.ts'
import { layoutWords } from '../../src/features/reports/layout/layout.ts'
import { canonicalText, digestOf } from '../../src/platform/editions/frozen-facts.ts'
import { createCatalogue } from '../../src/platform/i18n/catalogue.ts'
import { uiMessages } from '../../src/ui/messages/index.ts'
import {
  factAgreement,
  factAnswer,
  factBody,
  factExchange,
  factId,
  factTie,
  reportFacts,
} from './report-facts.ts'

const messages = [uiMessages, ...features.map((feature) => feature.messages)]
/** The words that a report of this release freezes. */
export const frozenWords = layoutWords({
  messages,
  reportParts: features.flatMap((feature) => feature.reportParts?.(createCatalogue(messages)) ?? []),
})

/** Facts with something in every part of a report: silent ties, answers that differ, contradictions, a second edition. */
export function fullFacts(given: Partial<ReportFacts> = {}): ReportFacts {
  const text = (fr: string, state: 'original' | 'machine' = 'original') => ({ fr: { text: fr, state } })
  const change = (kind: FactChange['change'], field: string): FactChange => ({
    about: {
      kind: 'tie',
      id: factId('lille-daegu'),
      tieId: factId('lille-daegu'),
      name: { fr: 'Lille – Daegu' },
    },
    field,
    change: kind,
    before: { kind: 'words', keys: ['reports.print.change.silence.slow'] },
    after: { kind: 'date', edtf: '2019' },
    why: text('Journal'),
    by: 'secrétariat',
    knownOn: '2019-11-08',
    evidence: [],
  })
  const silent = { status: 'dormant', basis: 'noExchangeSince', lastExchangeOn: '2019-11-08' } as const
  return reportFacts({
    day: '2026-12-02',
    to: '2026-12-02',
    bodies: [
      factBody('Limoges', '리모주', { country: 'FR', kind: 'commune' }),
      factBody('Lille', '릴', { country: 'FR', kind: 'commune' }),
      factBody('Icheon', '이천', {}),
      factBody('Daegu', '대구', { kind: 'metropolitan_city' }),
    ],
    sources: [
      {
        slug: 'journal',
        kind: 'press',
        title: text('Journal'),
        publisher: 'Presse',
        url: 'https://example.org/a',
      },
    ],
    ties: [
      factTie('limoges-icheon', ['Limoges', 'Icheon'], {
        ...{ status: 'active', basis: 'exchangeSince', lastExchangeOn: '2025-09-18', since: '2010' },
        agreements: [factAgreement('twinning', '2015-04-22'), factAgreement('none', null, 'draft')],
        themes: ['culture', 'crafts_ceramics'],
        disputes: [
          {
            subjectId: factId('limoges-icheon'),
            field: 'since',
            values: [
              { value: '2009-10', source: 'journal', rank: 'normal' },
              { value: text('vers 2010', 'machine'), source: null, rank: 'preferred' },
            ],
          },
        ],
      }),
      factTie('lille-daegu', ['Lille', 'Daegu'], silent),
      factTie('lille-icheon', ['Lille', 'Icheon'], {
        ...silent,
        status: 'slow',
        lastExchangeOn: '2021-05-01',
      }),
      factTie('limoges-daegu', ['Limoges', 'Daegu'], {
        listed: false,
        status: 'dormant',
        basis: 'nothingKnown',
      }),
    ],
    exchanges: [
      factExchange('festival', ['limoges-icheon'], '2025-09-18', {
        title: text('Festival 𤨒 🎏 한국', 'machine'),
        holders: [factId('Limoges')],
        asked: [
          { bodyId: factId('Limoges'), askedOn: '2025-10-20', answeredOn: '2025-10-22' },
          { bodyId: factId('Icheon'), askedOn: '2025-10-20', answeredOn: '2025-10-23' },
          { bodyId: factId('Daegu'), askedOn: '2025-10-20', answeredOn: null },
          { bodyId: factId('Lille'), askedOn: null, answeredOn: null },
        ],
        answers: [
          factAnswer('Limoges', {
            results: ['project', 'publication'],
            actors: [
              { kind: 'elected', count: 3 },
              { kind: 'press', count: null },
            ],
            sentence: text('Un projet commun.'),
            url: 'https://example.org/projet',
            money: { amount: 5000, currency: 'EUR', year: 2025 },
            saidAs: 'chargé de mission',
          }),
          factAnswer('Icheon', { results: ['nothing'], held: 'moved', movedTo: '2025-09-20' }),
        ],
      }),
      factExchange('plan', ['lille-daegu'], '2027-05-01', {
        title: text('Mission'),
        state: 'planned',
        firmness: 'hope',
      }),
      factExchange('lost', ['lille-daegu'], '2017-10-01', {
        title: text('Colloque'),
        state: 'planned',
        isUnheard: true,
      }),
    ],
    heldYears: [
      { year: 2015, count: 1 },
      { year: 2025, count: 1 },
    ],
    reciprocity: [
      {
        countries: ['FR', 'KR'],
        visits: { there: 3, back: 9 },
        unknownVisits: 1,
        expectations: { there: 0, back: 2 },
        texts: { there: 0, back: 0 },
      },
    ],
    looking: [{ bodyId: factId('Daegu'), themes: ['tourism'], isOwnWord: true }],
    decisions: [
      {
        ...{ id: factId('decision'), slug: 'decision', text: text('Tenir un agenda'), state: 'decided' },
        meeting: { title: text('Réunion de Tours'), heldOn: '2017-07-07' },
        actions: { open: 1, done: 2, dropped: 0 },
      },
    ],
    lines: [
      {
        ...{ bodyId: factId('Limoges'), askedOn: '2026-11-01', answeredOn: '2026-11-03', stance: 'disputed' },
        ...{ words: { fr: 'Le jumelage est de 2015.' }, lastKnownOn: '2025-09-18' },
      },
      {
        ...{ bodyId: factId('Daegu'), askedOn: '2026-11-01', answeredOn: null, stance: null },
        ...{ words: {}, lastKnownOn: null },
      },
    ],
    coverage: [
      { table: 'ties', field: 'since', known: 1, of: 3, lastKnownOn: '2017-07-07' },
      { table: 'bodies', field: 'name/ko', known: 4, of: 4, lastKnownOn: null },
      { table: 'outcomes', field: 'money', known: 0, of: 0, lastKnownOn: null },
    ],
    parity: [{ language: 'ko', counts: { original: 2, machine: 5 }, total: 9 }],
    news: {
      silent: { ties: 2, exchanges: 0 },
      former: { number: 1, day: '2017-07-08', digest: 'a'.repeat(64) },
      counts: { ties: { old: 3, added: 1, removed: 0, present: 4 } },
      changes: { new: 1, changed: 1, corrected: 0, removed: 0, time: 2, renamed: 0 },
      first: changeKinds.map((kind) => change(kind, kind === 'time' ? 'status' : 'agreement/signed')),
    },
    words: frozenWords,
    ...given,
  })
}

/** The digests of all files of the full facts, and the manifest of these. */
export async function drawnDigests(): Promise<Record<string, string>> {
  const facts = fullFacts()
  const edition = { number: 2, digest: digestOf(facts), baseUrl: 'https://entente.example.org' }
  const files = []
  for await (const { name, mediaType, bytes } of drawFiles(facts, edition))
    files.push({ name, mediaType, sizeBytes: bytes.length, sha256: sha256Of(bytes) })
  typesetter.close()
  const manifest = manifestOf({ ...edition, network: facts.network.slug, engine: engineOf() }, files)
  const digests = files.map(({ name, sha256 }) => [name, sha256])
  return Object.fromEntries([...digests, ['manifest.json', sha256Of(Buffer.from(canonicalText(manifest)))]])
}

if (import.meta.main) console.info(JSON.stringify(await drawnDigests()))
