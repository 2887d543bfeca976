import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type StandInAssistant, startAssistant } from '../../../../../test/support/assistant-server.ts'
import { buildNetwork } from '../../../../../test/support/build-network.ts'
import { factsOf, frenchMinutes, readTexts, sendText } from '../../../../../test/support/import-text.ts'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { signIn } from '../../../../../test/support/sign-in.ts'
import { AssistantTrouble, askAssistant } from './ask.ts'

let assistant: StandInAssistant
let testApp: TestApp
beforeAll(async () => {
  assistant = await startAssistant()
  testApp = await openTestApp({
    settings: { ASSISTANT_URL: assistant.url, ASSISTANT_KEY: 'a-secret-key', ASSISTANT_MODEL: 'small' },
  })
})
afterAll(async () => {
  await testApp.close()
  await assistant.close()
})
beforeEach(() => {
  assistant.asked.length = 0
  assistant.answer({ content: '{"facts":[]}' })
})

async function importText(words = frenchMinutes, allow = true) {
  const network = await buildNetwork(testApp.context)
  const coordinator = await signIn(testApp, { role: 'coordinator', networkId: network.id })
  const address = await sendText(
    testApp,
    coordinator,
    network.slug,
    { name: 'CR.md', bytes: words },
    allow ? { assistant: '1' } : {},
  )
  await readTexts(testApp)
  return { network, coordinator, address }
}

const suggested = async (address: string) =>
  (await factsOf(testApp, address)).filter(({ suggestedBy }) => suggestedBy === 'assistant')

it('names the host to which a text would be sent, and sends nothing unless somebody lets it', async () => {
  const network = await buildNetwork(testApp.context)
  const coordinator = await signIn(testApp, { role: 'coordinator', networkId: network.id })
  const page = await coordinator.get(`/fr/${network.slug}/imports/new`)
  expect(page.body).toContain(`Envoyer ce texte à ${new URL(assistant.url).host}`)
  expect(page.body).not.toContain('a-secret-key')
  await importText(frenchMinutes, false)
  expect(assistant.asked).toEqual([])
})

it('adds what it suggests with its sentence, marked and never sure', async () => {
  assistant.answer({
    content: JSON.stringify({
      facts: [
        {
          part: 'theme',
          parties: ['Limoges', 'Icheon'],
          theme: 'remembrance_peace',
          quote: 'une délégation d’Icheon a visité le musée de la porcelaine'.replace('’', "'"),
        },
        {
          part: 'agreement',
          parties: ['Tours', 'Sejong'],
          kind: 'mou',
          state: 'in_talks',
          date: '2026',
          quote: 'La ville de Tours recherche un partenaire coréen',
        },
      ],
    }),
  })
  const { coordinator, address } = await importText()
  const facts = await suggested(address)
  expect(facts.map(({ value, isSure }) => [value.part, isSure])).toEqual([
    ['theme', false],
    ['tie', false],
    ['agreement', false],
  ])
  const page = await coordinator.get(address)
  expect(page.body).toContain('proposé par l’assistant')
  await coordinator.post(`${address}/decisions`, { sure: 'text' })
  expect((await suggested(address)).map(({ decision }) => decision)).toEqual([null, null, null])
  // A person may accept it like any other.
  const [theme] = facts
  await coordinator.post(`${address}/decisions`, { accept: theme?.id ?? '' })
  expect((await suggested(address))[0]?.decision).toBe('accepted')
  const [sent] = assistant.asked
  expect(sent?.authorization).toBe('Bearer a-secret-key')
  expect(JSON.parse(sent?.body ?? '{}')).toMatchObject({ model: 'small', temperature: 0 })
})

it('drops what has no sentence in the text, and counts it', async () => {
  assistant.answer({
    content: JSON.stringify({
      facts: [
        {
          part: 'theme',
          parties: ['Limoges', 'Icheon'],
          theme: 'sport',
          quote: 'Les deux villes organisent un marathon.',
        },
        {
          part: 'theme',
          parties: ['Limoges', 'Icheon'],
          theme: 'no such theme',
          quote: 'La ville de Limoges',
        },
        { part: 'theme', parties: ['Limoges', 'Icheon'], theme: 'sport', quote: 'La' },
      ],
    }),
  })
  const { coordinator, address } = await importText()
  expect(await suggested(address)).toEqual([])
  expect((await coordinator.get(address)).body).toContain('3 propositions de l’assistant ont été écartées')
})

it('leaves what the reader has found as it is', async () => {
  const { address: without } = await importText(frenchMinutes, false)
  const read = (await factsOf(testApp, without)).map(({ value }) => value)
  assistant.answer({
    content: JSON.stringify({
      facts: [
        {
          part: 'agreement',
          parties: ['Limoges', 'Icheon'],
          kind: 'twinning',
          state: 'denounced',
          date: '2015',
          quote: 'ont signé un accord de jumelage le 22 avril 2015',
        },
      ],
    }),
  })
  const { address } = await importText()
  expect((await factsOf(testApp, address)).map(({ value }) => value)).toEqual(read)
})

it.each([
  ['answers no JSON', 'nonsense'],
  ['answers another shape', { content: '[1, 2]' }],
  ['answers words', { content: 'I cannot do that' }],
  ['fails', { status: 500 }],
  ['answers more than anybody reads', 'huge'],
] as const)('can be reviewed all the same when the assistant %s', async (_what, answer) => {
  assistant.answer(answer)
  const { coordinator, address } = await importText()
  expect((await factsOf(testApp, address)).length).toBeGreaterThan(8)
  const page = await coordinator.get(address)
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('L’assistant n’a pas répondu comme il le devait')
})

it('gives up on one that does not answer', async () => {
  assistant.answer('hang')
  const settings = { url: assistant.url, key: null, model: 'small' }
  const call = askAssistant(settings, { task: 'Read', words: 'Limoges' }, 50)
  await expect(call).rejects.toBeInstanceOf(AssistantTrouble)
})

it('sends a long text in portions of whole passages', async () => {
  const told = Array.from(
    { length: 80 },
    (_, at) => `Passage ${at} : ${'les jardins de la ville '.repeat(8)}.`,
  )
  await importText(`# Réunion\n\n${told.join('\n\n')}`)
  expect(assistant.asked.length).toBeGreaterThan(1)
  const words = assistant.asked.map(({ body }) => String(JSON.parse(body).messages[1].content))
  expect(Math.max(...words.map(({ length }) => length))).toBeLessThan(7_000)
  expect(words.join('\n')).toContain('Passage 79')
})
