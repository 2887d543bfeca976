import { beforeAll, describe, expect, it } from 'vitest'
import { buildCooperation } from '../../../../test/support/build-cooperation.ts'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { buildOrganisation } from '../../../../test/support/build-organisation.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { readDocxText } from '../../../../test/support/read-docx.ts'
import { canReadPdf, readPdf } from '../../../../test/support/read-pdf.ts'
import { writeEvent } from '../../agenda/events/index.ts'
import { themes } from '../../networks/index.ts'
import { writeAgreement } from '../agreements/commands.ts'

let testApp: TestApp
let address = ''
const knownOn = '2017-07-07'
const sentence = (at: number) =>
  `La phrase numéro ${at} dit ce que les deux villes ont fait ensemble cette année-là.`
const original = (fr: string) => ({ fr: { text: fr, state: 'original' as const } })

beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none', settings: { NOW: '2017-07-08' } })
  address = await buildCrowdedTie()
  return testApp.close
})

describe.skipIf(!canReadPdf)('a note with far more to say than a page has room for', () => {
  it.each(['fr', 'ko', 'en'])(
    'stays on one page in %s, and says how much it leaves out',
    async (language) => {
      const { text, facts } = readPdf((await testApp.get(`/${language}${address}/note.pdf`)).rawPayload)
      expect(facts.Pages).toBe('1')
      expect(text).toMatch({ fr: /et \d+ autres/, ko: /외 \d+건/, en: /and \d+ more/ }[language] ?? /never/)
    },
  )

  it('keeps what one must know before speaking, and cuts no sentence', async () => {
    const { text } = readPdf((await testApp.get(`/fr${address}/note.pdf`)).rawPayload)
    expect(text).toContain('En sommeil – Rien ne s’est passé depuis')
    const summary = /En bref (.*) Les parties/.exec(text)?.[1] ?? ''
    const shown = summary.split(/(?<=\.) /)
    expect(shown.length).toBeGreaterThan(0)
    expect(shown).toEqual(shown.map((_, at) => sentence(at + 1)))
  })

  it('describes an authority of each side however many there are', async () => {
    const { text } = readPdf((await testApp.get(`/fr${address}/note.pdf`)).rawPayload)
    expect(text).toMatch(/Nature commune .*ville \(si\)/)
  })

  it('leaves out the same in Word', async () => {
    const pdf = readPdf((await testApp.get(`/fr${address}/note.pdf`)).rawPayload)
    const docx = readDocxText((await testApp.get(`/fr${address}/note.docx`)).rawPayload)
    const shown = (text: string) =>
      [...new Set(text.match(/(?:phrase|échange|accord|perspective|acteur) n?u?m?é?r?o? ?\d+/g))].sort()
    expect(shown(docx)).toEqual(shown(pdf.text))
  })
})

describe.skipIf(!canReadPdf)('a note of names that nobody expects', () => {
  it.each([
    ['markup', '#panic("non") $x$ *y* _z_ \\u{41} @a <b> `c` [d] {e} // f'],
    ['a word without an end', 'Llanfair'.repeat(60)],
    ['signs that no font has', 'a\u{f1234}b\u{10fffd}c'],
    ['both directions', '\u202eabc\u202c الرباط'],
    ['marks alone', '\u0301\u0301\u200d\ufe0f'],
    ['nothing that shows', '\u200b\u200b'],
  ])('is drawn with %s', async (_, name) => {
    const network = await buildNetwork(testApp.context, { name: { fr: name } })
    const parties = [
      await buildOrganisation(testApp.context, { name: { fr: name, ko: name } }),
      await buildOrganisation(testApp.context, {
        country: 'KR',
        kind: 'gun',
        name: { fr: `X ${name}`, ko: name },
      }),
    ]
    const { slug } = await buildCooperation(testApp.context, network.id, { parties, summary: original(name) })
    for (const format of ['pdf', 'docx']) {
      const answer = await testApp.get(`/fr/${network.slug}/cooperations/${slug}/note.${format}`)
      expect(answer.statusCode).toBe(200)
      if (format === 'pdf') expect(readPdf(answer.rawPayload).facts.Pages).toBe('1')
    }
  })

  it('shows markup in a name as it is written', async () => {
    const network = await buildNetwork(testApp.context)
    const parties = [await buildOrganisation(testApp.context, { name: { fr: '#let a = $b$ \\' } })]
    const { slug } = await buildCooperation(testApp.context, network.id, { parties })
    const answer = await testApp.get(`/fr/${network.slug}/cooperations/${slug}/note.pdf`)
    expect(readPdf(answer.rawPayload).text).toContain('#let a = $b$ \\')
  })
})

async function buildCrowdedTie(): Promise<string> {
  const { context } = testApp
  const network = await buildNetwork(context)
  const many = (count: number) => Array.from({ length: count }, (_, at) => at + 1)
  const french = await Promise.all(
    many(6).map((at) =>
      buildOrganisation(context, { name: { fr: `Ville française au nom assez long ${at}` } }),
    ),
  )
  const korean = await buildOrganisation(context, {
    country: 'KR',
    kind: 'si',
    level: 2,
    name: { fr: 'Ville coréenne', ko: '한국의 도시' },
  })
  const actors = await Promise.all(
    many(12).map((at) =>
      buildOrganisation(context, { kind: 'association', name: { fr: `acteur numéro ${at}` } }),
    ),
  )
  const tie = await buildCooperation(context, network.id, {
    parties: [...french, korean],
    summary: original(many(30).map(sentence).join(' ')),
    since: '1999',
    standings: [
      {
        status: 'dormant',
        intention: 'reactivate',
        reason: original('Rien ne s’est passé depuis longtemps'),
        saidById: null,
        statedOn: knownOn,
        knownOn,
      },
    ],
    themes: themes.map((theme) => ({ theme, wished: false, knownOn })),
    actors: actors.map((organisation) => ({
      organisation,
      role: original('un rôle qui demande plusieurs mots'),
      knownOn,
    })),
    prospects: many(20).map((at) => ({
      text: original(`Une perspective numéro ${at}, assez longue pour une ligne`),
      horizon: null,
      knownOn,
    })),
  })
  for (const at of many(16)) {
    await writeEvent(context, network.id, {
      slug: `exchange-${at}`,
      kind: 'mission',
      title: original(`Un échange numéro ${at} entre les deux villes et leurs écoles d’art`),
      when: `20${String(at % 17).padStart(2, '0')}`,
      state: 'past',
      organisations: [],
      cooperationIds: [tie.id],
      knownOn,
    })
    await writeAgreement(
      context,
      { id: tie.id, networkId: network.id },
      {
        kind: 'mou',
        title: original(`Un accord numéro ${at} sur beaucoup de sujets`),
        parties: [],
        position: at,
        knownOn,
        steps: [{ state: 'signed', on: `20${String(at % 17).padStart(2, '0')}-05-02`, knownOn }],
      },
    )
  }
  return `/${network.slug}/cooperations/${tie.slug}`
}
