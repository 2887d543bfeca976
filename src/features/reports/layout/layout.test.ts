import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { drawnDigests, fullFacts } from '../../../../test/support/draw-report.ts'
import { readDocxText } from '../../../../test/support/read-docx.ts'
import { canReadPdf, readPdf, readPdfObjects, readPdfStructure } from '../../../../test/support/read-pdf.ts'
import { factBody, factId, factTie, reportFacts } from '../../../../test/support/report-facts.ts'
import { printable } from '../../../platform/documents/printable.ts'
import { renderReportDocx } from '../../../platform/documents/render-report-docx.ts'
import { renderReportPdf } from '../../../platform/documents/render-report-pdf.ts'
import { renderReportText } from '../../../platform/documents/render-report-text.ts'
import { interfaceLanguages } from '../../../platform/i18n/languages.ts'
import type { ReportFacts } from '../facts.ts'
import { layoutReport } from './layout.ts'
import { standingOf } from './ties.ts'

const drawn = {
  number: 2,
  digest: 'b'.repeat(64),
  address: 'https://entente.example.org/fr/france-coree/reports/2',
}
const textOf = (facts: ReportFacts, language: (typeof interfaceLanguages)[number] = 'fr') =>
  renderReportText(layoutReport(facts, language, drawn).report)

it.each(interfaceLanguages)('draws every part in %s, in frozen words alone', (language) => {
  const text = textOf(fullFacts(), language)
  expect(text).toContain(drawn.digest)
  expect(text).not.toMatch(/undefined|NaN|reports\.print|\[object/)
  // How anybody verifies it without this software.
  expect(text.split('\n')).toContainEqual(expect.stringMatching(/^\W*sha256sum facts\.json$/))
  // Answers that differ stand beside each other; « nothing » is an answer.
  const [row = ''] = text.split('\n').filter((line) => line.includes('Festival') && line.includes('EUR'))
  expect(row.split(' | ')).toHaveLength(3)
})

it('never prints as a state what silence alone computed, and says since when there is no news', () => {
  const states = { fr: /en sommeil|au ralenti/, ko: /휴면|저조/, en: /dormant|\bslow\b/ }
  const since = {
    fr: 'dernière nouvelle datée : 2019',
    ko: '최근 소식: 2019년',
    en: 'last dated news: 2019',
  }
  for (const language of interfaceLanguages) {
    const text = textOf(fullFacts(), language)
    expect(text).not.toMatch(states[language])
    expect(text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')).toContain(since[language])
  }
  const stated = { status: 'dormant', on: '2017-07-07' } as const
  const said = { stated, status: 'dormant', basis: 'stated' } as const
  expect(standingOf(factTie('a', [], said))).toEqual({ kind: 'stated', ...stated })
  // An exchange since belies what was stated.
  const later = factTie('a', [], { ...said, lastExchangeOn: '2018-01-01' })
  expect(standingOf(later)).toEqual({ kind: 'silence', since: '2018' })
  const facts = fullFacts()
  expect(
    textOf({ ...facts, ties: facts.ties.map((tie) => ({ ...tie, ...said, lastExchangeOn: null })) }),
  ).toContain('en sommeil – déclaration du 7 juillet 2017')
})

it('throws on a word that was not frozen, and needs no word of this release', () => {
  const { fr, ko, en } = fullFacts().words
  const { 'reports.print.title': _, ...others } = fr ?? {}
  expect(() => textOf(fullFacts({ words: { fr: others, ko: ko ?? {}, en: en ?? {} } }))).toThrow(
    'reports.print.title',
  )
  const frozen = fullFacts({ words: { fr: { ...fr, 'reports.print.title': 'Rapport {number} d’alors' } } })
  expect(textOf(frozen)).toContain('Rapport 2 d’alors')
  const parts = [{ key: 'a.b', title: 'calls.nothing.frozen', rows: [{ label: {}, count: 1 }] }]
  expect(() => textOf(fullFacts({ parts }))).toThrow('calls.nothing.frozen')
})

it('draws a report without ties, and of 501 says where the last one is', () => {
  const { words } = fullFacts()
  expect(textOf(reportFacts({ words }))).toContain('Aucune coopération n’est enregistrée')
  const ties = Array.from({ length: 501 }, (_, index) => factTie(`tie-${index}`, ['Limoges', 'Icheon']))
  const text = textOf(fullFacts({ ties, exchanges: [], news: null }))
  expect(text).toContain('les 500 premières coopérations sur 501')
  expect(text.split('\n').filter((line) => line.startsWith('Limoges – Icheon |'))).toHaveLength(500)
})

it.runIf(canReadPdf)(
  'has tags, an order, languages, heads of tables and alternatives for another reader of PDF',
  () => {
    const { report, pictures } = layoutReport(fullFacts(), 'fr', drawn)
    const pdf = renderReportPdf(printable(report), pictures)
    const { facts, text } = readPdf(pdf)
    expect(facts).toMatchObject({ Tagged: 'yes', Title: expect.stringContaining('Rapport n° 2') })
    // No font has the hanja or the carp; the rest is there.
    expect(text).toContain('Festival □ □ 한국')
    const structure = readPdfStructure(pdf)
    expect(structure.match(/^ *H2 /gm)?.length).toBeGreaterThan(10)
    expect(structure.match(/^ *TH\b/gm)?.length).toBeGreaterThan(20)
    const objects = readPdfObjects(pdf)
    expect(new Set(objects.match(/\/Alt ?<[0-9A-F]+>/g)).size).toBe(pictures.length)
    expect(objects).toMatch(/\/Lang ?\(ko/)
    const order = [
      'Ce qui est nouveau',
      'Accords par nature',
      'Résultats des',
      'Couverture',
      'Méthode',
      'Annexe',
    ]
    const places = order.map((title) => structure.indexOf(title))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
  },
)

it('counts the levels of a country that has five, and one that has none', () => {
  const kinds = ['region', 'departement', 'metropole', 'communaute_communes', 'commune']
  const bodies = [
    ...kinds.map((kind) => factBody(kind, kind, { country: 'FR', kind })),
    factBody('Monaco', '모나코', { country: 'MC', kind: 'municipality' }),
  ]
  const ties = kinds.map((kind) => factTie(`with-${kind}`, [kind, 'Monaco']))
  const full = fullFacts({ bodies, ties, exchanges: [], lines: [], looking: [], news: null })
  const text = textOf({ ...full, network: { ...full.network, countries: ['FR', 'MC'] } })
  const [, france = '', monaco = ''] = text.split(/^.*Niveaux\s*: .*$/m)
  expect(france).toContain('1 | région, département, métropole, communauté de communes, commune')
  expect(monaco).toMatch(/^5 \| /m)
})

it('of bodies says what is missing alone, and names the language of a name', () => {
  const coverage = [
    { table: 'bodies' as const, field: 'name/ko', known: 3, of: 4, lastKnownOn: null },
    { table: 'bodies' as const, field: 'codes', known: 4, of: 4, lastKnownOn: null },
  ]
  const text = textOf(fullFacts({ coverage }))
  expect(text).toContain('nom (coréen)')
  expect(text).not.toContain('code officiel')
})

it('prints the figures that it has: open points, answers that are waited for, each tie once, nobody’s visits', () => {
  const { ties, exchanges } = fullFacts()
  const [tie] = ties
  if (!tie) throw new Error('no tie')
  const dispute = (rank: 'preferred' | 'normal') => ({
    ...{ subjectId: tie.id, field: 'since' },
    values: [{ value: '1989', source: null, rank }],
  })
  const asked = [
    { bodyId: tie.parties[0] ?? '', askedOn: '2026-11-30', answeredOn: null },
    { bodyId: tie.parties[1] ?? '', askedOn: '2026-08-30', answeredOn: null },
  ]
  const text = textOf(
    fullFacts({
      ties: [
        {
          ...tie,
          parties: [...tie.parties, factId('Daegu')],
          disputes: [dispute('normal'), dispute('preferred')],
        },
        ...ties.slice(1),
      ],
      exchanges: exchanges.map((each, at) => ({ ...each, answers: [], asked: at === 0 ? asked : [] })),
      reciprocity: [
        {
          ...{ countries: ['FR', 'KR'], visits: { there: 0, back: 0 }, unknownVisits: 2 },
          ...{ expectations: { there: 0, back: 1 }, texts: { there: 0, back: 0 } },
        },
      ],
    }),
  ).replace(/[\u00a0\u202f]/g, ' ')
  expect(text).toContain('Points encore ouverts : 1.')
  expect(text).toContain('retenu une valeur : 1 ;')
  expect(text).toContain('délai de 60 jours : 1 ; sans réponse dans ce délai : 1.')
  expect(text).toContain('Visites et missions | non renseigné | non renseigné')
  expect(text).toContain('Attentes adressées à l’autre côté | 0 | 1')
  // A tie with two Korean cities counts once for them.
  const korea = text.split('Niveaux : République de Corée')[1]?.split('##')[0] ?? ''
  const counts = [...korea.matchAll(/^(\d+) \|/gm)].map(([, count]) => Number(count))
  expect(Math.max(...counts)).toBeLessThanOrEqual(ties.filter(({ listed }) => listed).length)
})

it('says in Word what it says in PDF', async () => {
  const { report, pictures } = layoutReport(fullFacts(), 'ko', drawn)
  const words = readDocxText(Buffer.from(await renderReportDocx(printable(report), pictures)))
  for (const word of ['양국 정부 제출 보고서 제2호', '최근 소식: 2019년', '부록'])
    expect(words).toContain(word)
})

it('makes the same bytes of every file, and of the manifest, in another process, zone and locale', async () => {
  const env = { ...process.env, TZ: 'Asia/Seoul', LC_ALL: 'ko_KR.UTF-8', LANG: 'ko_KR.UTF-8' }
  const said = execFileSync(process.execPath, ['--import', 'tsx', 'test/support/draw-report.ts'], {
    env,
    encoding: 'utf8',
  })
  const own = await drawnDigests()
  expect(Object.keys(own)).toHaveLength(12)
  expect(JSON.parse(said)).toEqual(own)
}, 120_000)
