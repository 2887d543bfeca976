import { beforeAll, describe, expect, test } from 'vitest'
import { buildMeeting } from '../../../../test/support/build-meeting.ts'
import type { BuiltNetwork } from '../../../../test/support/build-network.ts'
import { findReference } from '../../../../test/support/build-organisation.ts'
import { original } from '../../../../test/support/build-texts.ts'
import { openKeptGroup } from '../../../../test/support/open-kept-group.ts'
import type { TestApp } from '../../../../test/support/open-test-app.ts'
import { readDocxPart, readDocxText } from '../../../../test/support/read-docx.ts'
import { canReadPdf, readPdf } from '../../../../test/support/read-pdf.ts'
import type { SignedIn } from '../../../../test/support/sign-in.ts'

let testApp: TestApp
let network: BuiltNetwork
let keeper: SignedIn
let path: string
beforeAll(async () => {
  ;({ testApp, network, keeper } = await openKeptGroup())
  const limoges = await findReference(testApp.context, 'limoges')
  const meeting = await buildMeeting(testApp.context, network, {
    isHeld: true,
    slug: 'automne',
    title: {
      fr: { text: 'Réunion d’automne', state: 'original' },
      ko: { text: '가을 회의', state: 'reviewed' },
    },
    place: original('Hôtel de ville'),
    points: [{ title: original('Budget'), rapporteur: '', plannedMinutes: null }],
    sections: [
      {
        title: original('Budget'),
        text: original(
          'Mme Claire Martin présente le **budget** <b>&</b> [la page](https://limoges.fr/a?b=1&c=2).\n\n- un\n- deux',
        ),
        level: 2,
      },
      { title: original('Détail'), text: original('> Une phrase.\n\n1. premier'), level: 4 },
      { title: original('Vide'), text: {}, level: 2 },
    ],
    participants: ['Claire Martin', 'Jean Durand'].map((name) => ({
      name,
      function: original('Adjointe au maire'),
      organisationId: limoges.id,
      organisationWords: '',
      presence: 'present',
      representedBy: '',
      isNamed: name === 'Claire Martin',
    })),
    decisions: [
      {
        text: original('Voter le budget'),
        saidBy: original('Le groupe'),
        state: 'decided',
        horizon: '2027-03-01',
        knownOn: '2026-11-01',
      },
    ],
  })
  path = meeting.path
  await keeper.post(`/fr/${path}/text/final`, { number: '2026-7', sure: 'yes' })
  return testApp.close
})

describe('minutes as a PDF', () => {
  test.skipIf(!canReadPdf)(
    'are tagged, in both scripts, with contents and as many pages as they take',
    async () => {
      const answer = await testApp.get(`/ko/${path}/minutes.pdf`)
      expect(answer.statusCode).toBe(200)
      const { facts, text } = readPdf(answer.rawPayload)
      expect(facts).toMatchObject({ Tagged: 'yes', Title: '가을 회의 – 회의록' })
      for (const words of [
        '목차',
        '가을 회의',
        '결정 사항',
        'Voter le budget',
        'Claire Martin',
        '제2026-7호',
        'SHA-256',
      ])
        expect(text, words).toContain(words)
      expect(text).not.toContain('Jean Durand')
      expect(answer.rawPayload.includes('/Outlines')).toBe(true)
    },
  )
})

test('minutes as a Word file have real headings and a field for the contents', async () => {
  const answer = await testApp.get(`/fr/${path}/minutes.docx`)
  const document = readDocxPart(answer.rawPayload, 'word/document.xml')
  expect(document).toMatch(/<w:pStyle w:val="Heading1"\/>/)
  expect(document).toContain('TOC \\h \\o &quot;1-3&quot;')
  expect(readDocxText(answer.rawPayload)).toContain('Mme Claire Martin présente le budget')
})

describe('minutes in Akoma Ntoso', () => {
  const read = async () => (await testApp.get(`/fr/${path}/minutes.xml`)).body

  test('identify the meeting and declare everybody that they point to, and nobody whom they hide', async () => {
    const xml = await read()
    expect(xml).toContain('<FRBRuri value="/akn/fr/debate/minutes/2026-11-12/automne"/>')
    expect(xml).toContain('<docNumber>2026-7</docNumber>')
    const declared = new Set([...xml.matchAll(/<TLC\w+ eId="([^"]+)"/g)].map(([, id]) => id))
    const pointed = [...xml.matchAll(/ (?:refersTo|as|source)="#([^"]+)"|FRBRauthor href="#([^"]+)"/g)].map(
      ([, one, two]) => one ?? two,
    )
    expect(pointed.length).toBeGreaterThan(6)
    expect(pointed.filter((id) => !declared.has(id))).toEqual([])
    expect(xml).toContain('showAs="Claire Martin"')
    expect(xml).not.toContain('Jean Durand')
  })

  test('are well formed, whatever the text holds', async () => {
    const xml = await read()
    const open: string[] = []
    for (const [, close, name = '', empty] of xml.matchAll(/<(\/?)([A-Za-z]\w*)[^>]*?(\/?)>/g)) {
      if (empty) continue
      if (close) expect(open.pop()).toBe(name)
      else open.push(name)
    }
    expect(open).toEqual([])
    expect(xml).toContain('&lt;b&gt;&amp;&lt;/b&gt;')
    expect(xml).toContain('<a href="https://limoges.fr/a?b=1&amp;c=2">la page</a>')
  })
})

test('there is no file of minutes that may not be read', async () => {
  const other = await buildMeeting(testApp.context, network, {
    isHeld: true,
    sections: [{ title: original('Budget'), text: original('Secret'), level: 2 }],
  })
  for (const format of ['pdf', 'docx', 'xml'])
    expect((await testApp.get(`/fr/${other.path}/minutes.${format}`)).statusCode, format).toBe(404)
  expect((await keeper.get(`/fr/${other.path}/minutes.xml`)).statusCode).toBe(200)
})
