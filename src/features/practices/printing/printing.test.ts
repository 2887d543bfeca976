import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { original } from '../../../../test/support/build-texts.ts'
import { publishPractice } from '../../../../test/support/publish-practice.ts'
import { readDocxText } from '../../../../test/support/read-docx.ts'
import { canReadPdf, readPdf } from '../../../../test/support/read-pdf.ts'
import { openWishing, type WishingFixture } from '../../../../test/support/wishes.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { insertPractice } from '../sheets/commands.ts'
import { emptyPractice, type PracticeDocument } from '../sheets/fields.ts'

const group = 'france-coree/practices'
const languages = ['fr', 'ko', 'en'] as const

let fixture: WishingFixture
beforeAll(async () => {
  fixture = await openWishing()
})
afterAll(() => fixture.close())

async function publish(given: Partial<PracticeDocument>): Promise<string> {
  const context = { ...fixture.testApp.context, today: '2017-07-01' }
  const holderId = await fixture.organisationId('limoges')
  const id = await inTransaction(context, (inside) =>
    insertPractice(inside, fixture.networkId, {
      ...{ ...emptyPractice, holderId, themes: ['crafts_ceramics'], knownOn: context.today },
      ...{ failedSaid: 'said', failed: original('Rien ici.'), publication: 'published', ...given },
    }),
  )
  const { slug } = await context.database
    .selectFrom('practices_sheet')
    .select('slug')
    .where('sheet_id', '=', id)
    .executeTakeFirstOrThrow()
  return slug
}

const sentence = (what: string) => (at: number) =>
  `La phrase ${at} sur ${what} dit tout ce que la ville a appris cette année-là de ses artistes.`
const korean = (at: number) => `${at}번째 문장은 시가 그해 도예가들과 함께 배운 점을 자세히 설명합니다.`
const many = (count: number, write: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => write(at + 1)).join(' ')
const inAll = (fr: string, ko: string, en: string) => ({
  fr: { text: fr, state: 'original' as const },
  ko: { text: ko, state: 'reviewed' as const },
  en: { text: en, state: 'reviewed' as const },
})

/** A sheet whose texts are as long as its forms let them be. */
async function publishFull() {
  const text = (what: string, signs: number) =>
    inAll(
      many(60, sentence(what)).slice(0, signs),
      many(90, korean).slice(0, signs),
      many(60, sentence(what)).slice(0, signs),
    )
  const partners = ['icheon', 'nantes', 'suncheon', 'rouen', 'daegu', 'lille']
  return publish({
    title: inAll(
      'T'.repeat(70).replaceAll('TTTTTTT', 'Un four '),
      '이천 가마 '.repeat(12),
      'A kiln '.repeat(20),
    ),
    problem: text('le problème', 1500),
    done: text('le travail', 3000),
    failed: text('les échecs', 1500),
    partners: await Promise.all(partners.map(async (slug) => ({ id: await fixture.organisationId(slug) }))),
    themes: ['crafts_ceramics', 'culture', 'education', 'parks_and_gardens', 'energy', 'water'],
    costSaid: 'said',
    costAmount: 12_000,
    costYear: 2016,
    costCovers: text('le coût', 300),
    results: Array.from({ length: 30 }, () => ({
      ...{ id: crypto.randomUUID(), measure: text('les résultats', 300), on: '2016' },
      evidence: 'https://limoges.example/bilan',
    })),
    transfers: ['FR', 'KR'].map((id) => ({
      ...{ id, needs: text('les besoins', 600), hinders: text('les obstacles', 600) },
    })),
  })
}

describe.skipIf(!canReadPdf)('a sheet on one page', () => {
  it.each(languages)(
    'stays on one page in %s however much it says, and says that it was shortened',
    async (language) => {
      const slug = await publishFull()
      const answer = await fixture.testApp.get(`/${language}/${group}/${slug}/sheet.pdf`)
      const { text, facts } = readPdf(answer.rawPayload)
      expect(facts).toMatchObject({ Pages: '1', Tagged: 'yes' })
      expect(text).toContain('[…]')
      const said = {
        fr: ['Abrégée', 'Ce qui a échoué', 'et 2'],
        ko: ['줄였으며', '외 '],
        en: ['Shortened', 'and '],
      }
      for (const words of said[language]) expect(text).toContain(words)
      const docx = readDocxText(
        (await fixture.testApp.get(`/${language}/${group}/${slug}/sheet.docx`)).rawPayload,
      )
      const signs = (words: string) => words.replaceAll(/[\s–\u200b-]/g, '')
      expect(signs(docx)).toBe(signs(text))
    },
  )

  it('cuts no text of a single sentence without saying so, and no sign in two', async () => {
    const slug = await publish({
      title: original('Une phrase sans fin'),
      problem: original('가😀'.repeat(700)),
      done: original('mot '.repeat(740)),
      failed: original('L’échec.'),
    })
    const { text, facts } = readPdf((await fixture.testApp.get(`/fr/${group}/${slug}/sheet.pdf`)).rawPayload)
    expect([facts.Pages, text.includes('\ufffd')]).toEqual(['1', false])
  })

  it('says in place what is unconfirmed, old, not translated, a machine’s, and what nobody said', async () => {
    const slug = await publish({
      title: original('Le four des résidences'),
      problem: {
        fr: { text: 'Pas de four.', state: 'original' },
        ko: { text: '가마가 없었습니다.', state: 'machine' },
      },
      done: original('La ville prête celui de l’école.\nDeux semaines par an.'),
      failed: original('Le gardien.'),
      transfers: [{ id: 'KR', needs: original('Une ordonnance locale'), hinders: {} }],
    })
    const address = (language: string) => `/${language}/${group}/${slug}/sheet.pdf`
    const read = async (language: string, day = '') =>
      readPdf((await fixture.testApp.get(`${address(language)}${day}`)).rawPayload).text
    const french = await read('fr')
    for (const words of [
      'Le four des résidences Limoges',
      'personne d’un autre pays ne l’a encore relue',
      'Vérifiée par son auteur le',
      'Coût non dit',
      'Personne ne l’a encore dit.',
      'Ce qu’il y faut : Une ordonnance locale',
      `/fr/${group}/${slug}`,
    ])
      expect(french.replaceAll(/\s/g, ' ')).toContain(words)
    expect(french).not.toContain('[…]')
    const inKorean = await read('ko')
    for (const words of [
      '제목 미번역',
      '가마가 없었습니다. (기계 번역)',
      '번역 없음. 원문(프랑스어): La ville prête',
    ])
      expect(inKorean.replaceAll(/\s/g, ' ')).toContain(words)
    expect((await read('fr', '?now=2021-01-01')).replaceAll(/\s/g, ' ')).toContain('Cette fiche est ancienne')
  })

  it('has both words side by side where a reviewer disputes it', async () => {
    const { slug } = await publishPractice(fixture.testApp, fixture.networkId)
    await fixture.testApp.context.database
      .updateTable('practices_review')
      .set({ stance: 'disputed', words: JSON.stringify(original('Le coût manque.')), said_on: '2017-07-05' })
      .execute()
    const { text } = readPdf((await fixture.testApp.get(`/fr/${group}/${slug}/sheet.pdf`)).rawPayload)
    expect(text.replaceAll(/\s/g, ' ')).toMatch(
      /Icheon.*contestée – Ce qui n’est pas clair.*Le coût manque\./,
    )
    expect(text).toContain('La ville prête celui de l’école.')
    expect(text.replaceAll(/\s/g, ' ')).toContain('adopté, 2017, pas encore confirmé par l’autre')
  })

  it('is nobody’s who may not read the sheet', async () => {
    const slug = await publish({ title: original('Une fiche à cacher') })
    for (const state of ['draft', 'withdrawn']) {
      await sql`update practices_sheet set publication = ${state} where slug = ${slug}`.execute(
        fixture.testApp.context.database,
      )
      for (const format of ['pdf', 'docx'])
        for (const browser of [fixture.testApp, fixture.other, fixture.icheon]) {
          const answer = await browser.get(`/fr/${group}/${slug}/sheet.${format}`)
          expect([state, format, answer.statusCode]).toEqual([state, format, 404])
        }
      const own = await fixture.member.get(`/fr/${group}/${slug}/sheet.pdf`)
      expect(own.statusCode).toBe(200)
      expect(readPdf(own.rawPayload).text).toContain(state === 'draft' ? 'Brouillon' : 'retirée')
    }
  })
})

describe.skipIf(!canReadPdf)('several sheets in one file', () => {
  const together = '/fr/france-coree/practices'

  it('has a page for each that the search has found, long ones shortened, and says how many it takes', async () => {
    const text = { ...original('Un tour partagé'), ko: { text: '함께 쓰는 물레', state: 'machine' as const } }
    await publish({ title: text, themes: ['sport'], failed: original('Le tour.') })
    await publish({
      title: original('Un tour long'),
      themes: ['sport'],
      done: original(many(30, sentence('le tour'))),
    })
    await publish({ title: original('Un tour caché'), themes: ['sport'], publication: 'draft' })
    const page = (await fixture.testApp.get(`${together}?theme=sport`)).body
    expect(page).toContain(`${together}.pdf?theme=sport`)
    expect(page).not.toContain('Un fichier contient')
    const pdf = readPdf((await fixture.testApp.get(`${together}.pdf?theme=sport`)).rawPayload)
    expect(pdf.facts).toMatchObject({ Pages: '2', Tagged: 'yes', Title: 'Pratiques' })
    for (const words of ['Un tour partagé', 'Un tour long']) expect(pdf.text).toContain(words)
    expect(pdf.text).not.toContain('caché')
    const inKorean = readPdf(
      (await fixture.testApp.get(`${together.replace('fr', 'ko')}.pdf?theme=sport`)).rawPayload,
    )
    expect(inKorean.text).toContain('제목 미번역')
    expect(inKorean.text).toContain('기계 번역')
    const docx = readDocxText((await fixture.testApp.get(`${together}.docx?theme=sport`)).rawPayload)
    expect(docx.match(/Ce qui a été fait/g)).toHaveLength(2)
    const own = await fixture.member.get(`${together}.pdf?theme=sport&state=draft`)
    expect(readPdf(own.rawPayload).text).toContain('caché')
    expect((await fixture.testApp.get(`${together}.pdf?theme=sport&state=draft`)).statusCode).toBe(404)
  })

  it('takes the thirty newest, and says so', async () => {
    for (let number = 0; number < 31; number++)
      await publish({ title: original(`Fiche ${number}`), themes: ['tourism'] })
    expect((await fixture.testApp.get(`${together}?theme=tourism`)).body).toContain('30 fiches au plus')
    const { facts, text } = readPdf((await fixture.testApp.get(`${together}.pdf?theme=tourism`)).rawPayload)
    expect(facts.Pages).toBe('30')
    expect([text.includes('Fiche 30'), text.includes('Fiche 0 ')]).toEqual([true, false])
  })
})
