import { buildContact } from '../support/build-contact.ts'
import { type Attempt, type Browser, group, type PolicyGround } from './policy-ground.ts'

const contacts = `${group}/contacts`
const address = 'unmistakable@limoges.example'
const name = 'Solange Unmistakable'

/** A post of Limoges with somebody in it, of whom all may be read on both sides. */
async function openPost({ house, networkId, limogesId }: PolicyGround): Promise<string> {
  const network = { id: networkId, slug: 'france-coree' }
  const { path } = await buildContact(house.context, network, limogesId, {
    name: { fr: name },
    email: address,
  })
  return `/fr/${path}`
}

const shows =
  (ground: PolicyGround, what: string, at: (post: string) => string) => async (browser: Browser) => {
    const answer = await browser.get(at(await openPost(ground)))
    return { answer, isDone: answer.body.includes(what) }
  }

export const readPosts = (ground: PolicyGround, browser: Browser): Promise<Attempt> =>
  shows(ground, name, () => contacts)(browser)

export const readAddresses = (ground: PolicyGround, browser: Browser): Promise<Attempt> =>
  shows(ground, address, (post) => post)(browser)

export const exportContacts = (ground: PolicyGround, browser: Browser): Promise<Attempt> =>
  shows(ground, address, () => `${contacts}/export.csv`)(browser)

export async function describeProcessing(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  const controller = ground.newWord()
  const answer = await browser.post(`${contacts}/processing/edit`, {
    controller,
    'purpose.fr.text': 'Organiser les échanges',
    legalBasis: 'public_interest',
    retentionMonths: '24',
  })
  return { answer, isDone: (await ground.keeper.get(`${contacts}/processing`)).body.includes(controller) }
}

export async function changePost(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  const post = await openPost(ground)
  const word = ground.newWord()
  const answer = await browser.post(`${post}/edit`, {
    'function.fr.text': word,
    kind: 'elected',
    position: '1',
  })
  return { answer, isDone: (await ground.keeper.get(post)).body.includes(word) }
}

export async function addPost(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  const word = ground.newWord()
  const countOf = async () => {
    const rows = await ground.house.context.database.selectFrom('contacts_post').select('function').execute()
    return rows.filter((row) => row.function.fr?.text === word).length
  }
  const send = (organisation: string) =>
    browser.post(`${contacts}/new`, {
      'organisation.name': organisation,
      'function.fr.text': word,
      kind: 'elected',
      position: '1',
    })
  // Whoever speaks for another authority adds its contacts: one of both is theirs.
  const first = await send('Limoges')
  const answer = first.statusCode === 422 ? await send('Tours') : first
  return { answer, isDone: (await countOf()) === 1 }
}
