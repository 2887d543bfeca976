import { type Attempt, type Browser, group, type PolicyFixture } from './policy-fixture.ts'

const list = `${group}/newsletter/subscribers`

export async function addReader(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const address = `${fixture
    .newWord()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')}@lecteurs.example`
  const answer = await browser.post(`${list}/new`, {
    address,
    words: 'Case cochée sur la feuille de présence',
    givenOn: '2017-07-07',
    language: 'fr',
    country: 'FR',
    frequency: 'issue',
  })
  const page = await fixture.keeper.get(`${list}?q=${address}`)
  return { answer, isDone: page.body.includes(`<bdi>${address}</bdi>`) }
}
