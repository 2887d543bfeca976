import { beforeAll, describe, expect, it } from 'vitest'
import { buildCooperation } from '../../../../test/support/build-cooperation.ts'
import { findReference } from '../../../../test/support/build-organisation.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { canReadPdf, readPdf } from '../../../../test/support/read-pdf.ts'
import { lookUpNetwork } from '../../networks/index.ts'
import { writeAgreement } from '../../registry/index.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true, now: '2026-12-02T08:00:00Z' })
  return testApp.close
})

const page = (asked: string, language = 'fr') => `/${language}/france-coree/brief/legal-path${asked}`
const seen = async (asked: string, language = 'fr') =>
  pageWords((await testApp.get(page(asked, language))).body)
const program = async (asked: string) => testApp.get(`/api/v1/networks/france-coree/legal-path?${asked}`)
const tours = '?kind=friendship&parties=tours,sejong&on=2026-12-02'

/** A tie of the group with one agreement, signed on a day. */
async function addTie(slug: string, steps: { state: 'approved' | 'signed'; on: string }[]) {
  const { context } = testApp
  const network = await lookUpNetwork(context, 'france-coree')
  if (!network) throw new Error('No network')
  const parties = [await findReference(context, 'tours'), await findReference(context, 'icheon')]
  const { id } = await buildCooperation(context, network.id, { slug, parties, listed: false })
  await writeAgreement(
    context,
    { id, networkId: network.id },
    {
      kind: 'twinning',
      title: { fr: { text: 'Jumelage', state: 'original' } },
      parties: parties.map((party) => ({ organisationId: party.id })),
      steps: steps.map((step) => ({ ...step, knownOn: '2016-01-01' })),
      position: 0,
      knownOn: '2016-01-01',
    },
  )
}

describe('the page', () => {
  it('says in each language what each side does, the reader’s side first', async () => {
    const asked = '?kind=twinning&parties=limoges,icheon&on=2015-04-22'
    for (const [language, told] of [
      ['fr', ['Limoges – Icheon : jumelage, 22 avril 2015', 'art. 39 (1) 10, décret d’application, art. 37']],
      [
        'ko',
        ['이천 – 리모주: 자매결연, 2015년 4월 22일', '지방자치법 제39조제1항제10호, 시행령 제37조(자매결연)'],
      ],
      ['en', ['twinning, 22 April 2015', 'Local Autonomy Act (Korea), art. 39 (1) 10', 'To be checked']],
    ] as const) {
      const words = await seen(asked, language)
      for (const each of told) expect(words, `${language} ${each}`).toContain(each)
      expect(words).not.toContain('제47조')
    }
    expect(await seen('?kind=twinning&parties=limoges,icheon&on=2026-12-02')).toContain('친선결연')
  })

  it('sends a friendship to the ordinance of the Korean authority', async () => {
    expect(await seen(tours)).toContain('voir l’ordonnance locale ( 조례 ) de Sejong')
    expect(await seen(tours)).toContain('Sejong a un statut particulier')
  })

  it('says what to choose, and takes names and days as people say them', async () => {
    expect(await seen('')).toContain('Dites de quel acte il s’agit')
    const typed = new URLSearchParams({
      kind: 'friendship',
      'first.name': 'Tours',
      'second.name': 'Sejong',
      on: '2 décembre 2026',
      with: 'money',
    })
    const answer = await testApp.get(page(`?${typed}`))
    expect(answer.statusCode).toBe(302)
    expect(answer.headers.location).toBe(page(`${tours}&with=money`.replace(',', '%2C')))
    expect(await seen(`${tours}&with=money`)).toContain('Montant prévisionnel')
  })

  it.each([
    ['?kind=friendship&parties=tours,sejong&on=2017-02-31', 'Cette date n’existe pas', 'value="2017-02-31"'],
    ['?kind=pact&parties=tours,sejong&on=2017-02-01', 'Choisissez la nature de l’acte', 'value="Tours"'],
    ['?kind=mou&parties=tours,tours&on=2017-02-01', 'Choisissez deux organismes différents', 'value="Tours"'],
    ['?kind=mou&parties=tours,xqzzqx&on=2017-02-01', 'L’autre côté', 'value="xqzzqx"'],
    ['?kind=mou&parties=tours&on=2017-02-01', 'L’autre côté', 'value="Tours"'],
  ])('keeps what was typed and says what is wrong with %s', async (asked, told, kept) => {
    const answer = await testApp.get(page(asked))
    expect(answer.statusCode).toBe(400)
    expect(pageWords(answer.body)).toContain(told)
    expect(answer.body).toContain(kept)
    expect((await testApp.get(page(asked).replace('legal-path', 'legal-path.pdf'))).statusCode).toBe(404)
  })

  it.skipIf(!canReadPdf)('is kept as one page of A4 with both sides, however much there is', async () => {
    const all = `${tours}&with=money&with=event&with=private&with=state`
    for (const language of ['fr', 'ko', 'en']) {
      const { rawPayload } = await testApp.get(page(all, language).replace('legal-path', 'legal-path.pdf'))
      const { text, facts } = readPdf(rawPayload)
      expect(facts).toMatchObject({ Pages: '1' })
      for (const told of ['제47조', 'L.2131-6', '조례']) expect(text, `${language} ${told}`).toContain(told)
    }
  })
})

describe('a tie', () => {
  it('shows how far its newest agreement is, with the way to its sources, and is led to from its page', async () => {
    const words = await seen('?tie=limoges-icheon&now=2026-11-25')
    expect(words).toContain('✓ Fait (signé, 22 avril 2015)')
    expect(words).toContain('La coopération et ses sources')
    const { body } = await testApp.get('/fr/france-coree/cooperations/limoges-icheon')
    expect(body).toContain('/fr/france-coree/brief/legal-path?tie=limoges-icheon')
    expect((await testApp.get(page('?tie=nowhere'))).statusCode).toBe(404)
  })

  it('signed before the vote is out of order, on the day it is known and not before', async () => {
    await addTie('late-vote', [
      { state: 'signed', on: '2015-04-22' },
      { state: 'approved', on: '2015-06-01' },
    ])
    const words = await seen('?tie=late-vote&now=2026-11-25')
    expect(words).toContain(
      '! Dans le désordre : vote après la signature (approuvé par l’assemblée, 1er juin 2015)',
    )
    expect(words).toContain('Un seul vote est enregistré')
    expect(words).toContain('Publication et transmission au préfet ? Inconnu')
    expect(words).not.toMatch(/illégal|irrégulier/i)
    expect(await seen('?tie=late-vote&now=2015-12-31')).not.toContain('Dans le désordre')
    const { sides } = (await program('tie=late-vote&now=2026-11-25')).json()
    const votes = sides.map(({ steps }: { steps: { key: string }[] }) =>
      steps.find(({ key }) => key === 'vote'),
    )
    expect(votes).toMatchObject([
      { done: 'out_of_order', evidence: '2015-06-01' },
      { done: 'out_of_order', evidence: '2015-06-01' },
    ])
  })
})

describe('the API', () => {
  it('answers both sides with articles, days and addresses', async () => {
    const { sides, ...path } = (await program('kind=twinning&parties=limoges,icheon&on=2015-04-22')).json()
    expect(path).toEqual({ on: '2015-04-22', kind: 'twinning', cautions: [] })
    expect(sides).toMatchObject([
      { country: 'FR', level: ['commune'] },
      { country: 'KR', level: ['basic'], cautions: [] },
    ])
    expect(sides[1].steps.find(({ key }: { key: string }) => key === 'vote')).toEqual({
      key: 'vote',
      required: true,
      by: 'council',
      law: {
        title: '지방자치법',
        article: '제39조제1항제10호, 시행령 제37조(자매결연)',
        from: '2007-05-11',
        until: '2022-01-12',
        url: 'https://lawmaking.go.kr/nl4lo/ls/example/suggest/2012001902',
      },
      checked: '2026-11-29',
      done: null,
      evidence: null,
      caution: null,
    })
  })

  it.each([
    ['kind=pact&parties=limoges,icheon&on=2015-04-22', '/kind'],
    ['kind=mou&parties=limoges&on=2015-04-22', '/parties'],
    ['kind=mou&parties=limoges,nowhere&on=2015-04-22', '/parties'],
    ['kind=mou&parties=limoges,icheon&on=2015-02-31', '/on'],
    ['kind=mou&parties=limoges,icheon', '/on'],
  ])('points at what is wrong in %s', async (asked, pointer) => {
    const answer = await program(asked)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([422, pointer])
  })
})
