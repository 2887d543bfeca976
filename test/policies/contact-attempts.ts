import { buildContact } from '../support/build-contact.ts'
import { type Attempt, type Browser, group, type PolicyFixture } from './policy-fixture.ts'

const contacts = `${group}/contacts`
const address = 'unmistakable@limoges.example'
const name = 'Solange Unmistakable'

/** A post of Limoges with a holder whose data may all be read on both sides. */
async function openPost({ testApp, networkId, limogesId }: PolicyFixture): Promise<string> {
  const network = { id: networkId, slug: 'france-coree' }
  const { path } = await buildContact(testApp.context, network, limogesId, {
    name: { fr: name },
    email: address,
  })
  return `/fr/${path}`
}

const shows =
  (fixture: PolicyFixture, what: string, at: (post: string) => string) => async (browser: Browser) => {
    const answer = await browser.get(at(await openPost(fixture)))
    return { answer, isDone: answer.body.includes(what) }
  }

export const readPosts = (fixture: PolicyFixture, browser: Browser): Promise<Attempt> =>
  shows(fixture, name, () => contacts)(browser)

export const readAddresses = (fixture: PolicyFixture, browser: Browser): Promise<Attempt> =>
  shows(fixture, address, (post) => post)(browser)

export const exportContacts = (fixture: PolicyFixture, browser: Browser): Promise<Attempt> =>
  shows(fixture, address, () => `${contacts}/export.csv`)(browser)

export async function describeProcessing(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const controller = fixture.newWord()
  const answer = await browser.post(`${contacts}/processing/edit`, {
    controller,
    'purpose.fr.text': 'Organiser les échanges',
    legalBasis: 'public_interest',
    retentionMonths: '24',
  })
  return { answer, isDone: (await fixture.keeper.get(`${contacts}/processing`)).body.includes(controller) }
}

export async function changePost(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const post = await openPost(fixture)
  const word = fixture.newWord()
  const answer = await browser.post(`${post}/edit`, {
    'function.fr.text': word,
    kind: 'elected',
    position: '1',
  })
  return { answer, isDone: (await fixture.keeper.get(post)).body.includes(word) }
}

export async function addPost(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const word = fixture.newWord()
  const countOf = async () => {
    const rows = await fixture.testApp.context.database
      .selectFrom('contacts_post')
      .select('function')
      .execute()
    return rows.filter((row) => row.function.fr?.text === word).length
  }
  const send = (organisation: string) =>
    browser.post(`${contacts}/new`, {
      'organisation.name': organisation,
      'function.fr.text': word,
      kind: 'elected',
      position: '1',
    })
  // A caller who speaks for another authority adds its contacts: one of the two is theirs.
  const first = await send('Limoges')
  const answer = first.statusCode === 422 ? await send('Tours') : first
  return { answer, isDone: (await countOf()) === 1 }
}

export async function readTrades(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const post = await openPost(fixture)
  await fixture.testApp.context.database
    .updateTable('contacts_post')
    .set({ trades: ['parks'] })
    .where('post_id', '=', post.split('/').at(-1) ?? '')
    .execute()
  const answer = await browser.get('/api/v1/networks/france-coree/trades')
  return { answer, isDone: answer.body.includes('"limoges"') }
}
