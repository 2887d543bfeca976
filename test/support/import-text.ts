import type { Fact } from '../../src/features/imports/texts/facts/fact.ts'
import { listFacts } from '../../src/features/imports/texts/facts/queries.ts'
import { features } from '../../src/features/index.ts'
import { buildNetwork } from './build-network.ts'
import { multipartBody } from './multipart.ts'
import type { TestApp } from './open-test-app.ts'
import { type SignedIn, signIn } from './sign-in.ts'

/** Minutes of our own: a tie described with all its facts, another in one sentence, and an authority that looks for a partner. */
export const frenchMinutes = `# Réunion du groupe Corée

10 mars 2026, Hôtel de ville de Limoges

## Limoges – Icheon

La ville de Limoges et la ville d'Icheon ont signé un accord de jumelage le 22 avril 2015. Les échanges portent sur la céramique et sur la jeunesse. En mai 2025, une délégation d'Icheon a visité le musée de la porcelaine.

## Nantes Métropole – Suncheon

Nantes Métropole et la ville de Suncheon coopèrent depuis 2009 dans le domaine des jardins.

## Collectivités intéressées

La ville de Tours recherche un partenaire coréen pour la gastronomie.
`

/** A Korean account of the same meeting: one fact less, and one that the French minutes do not have. */
export const koreanMinutes = `# 한국 그룹 회의

2026년 3월 10일, 리모주 시청

## 리모주 – 이천

리모주시와 이천시는 2015년 4월 22일 자매결연 협정을 체결하였다. 2024년 9월 리모주시 대표단이 이천시를 방문하였다.
`

type Sender = Pick<SignedIn, 'cookie'>

/** Sends a text as the page of imports does; returns the address of its import. */
export async function sendText(
  testApp: TestApp,
  sender: Sender,
  network: string,
  file: { name: string; bytes: string | Uint8Array; type?: string },
  fields: Record<string, string> = {},
): Promise<string> {
  const { payload, headers } = await multipartBody({ text: '', ...fields }, [{ field: 'document', ...file }])
  const answer = await testApp.app.inject({
    method: 'POST',
    url: `/fr/${network}/imports/new`,
    payload,
    headers: { ...headers, accept: 'text/html', 'sec-fetch-site': 'same-origin', cookie: sender.cookie },
  })
  if (answer.statusCode !== 303) throw new Error(`The import answered ${answer.statusCode}: ${answer.body}`)
  return String(answer.headers.location)
}

/** Sends a Markdown text, and reads it as a worker does. */
export async function importWords(
  testApp: TestApp,
  sender: Sender,
  network: string,
  words: string,
): Promise<string> {
  const address = await sendText(testApp, sender, network, {
    name: 'minutes.md',
    bytes: words,
    type: 'text/markdown',
  })
  await readTexts(testApp)
  return address
}

/** Does what a worker does each minute: reads the texts that wait. */
export async function readTexts(testApp: TestApp): Promise<void> {
  await runJob(testApp, 'imports.texts')
}

/** Runs a job as its schedule does. */
export async function runJob({ application }: TestApp, name: string): Promise<void> {
  for (const job of features.flatMap((feature) => feature.jobs?.(application) ?? []))
    if (job.name === name) await job.run(null)
}

/** The present facts of an import, in the order of the text. */
export async function factsOf({ context }: TestApp, address: string): Promise<Fact[]> {
  const id = /imports\/([0-9a-f-]{36})/.exec(address)?.[1] ?? ''
  const facts = await listFacts(context, { textId: id, contradicting: [] }, 'all', {
    limit: 10_000,
    offset: 0,
  })
  return facts.toSorted((a, b) => a.position - b.position)
}

/** A group whose coordinator has imported a text, and what they decide on it. */
export async function openReview(testApp: TestApp, words = frenchMinutes) {
  const network = await buildNetwork(testApp.context)
  const coordinator = await signIn(testApp, { role: 'coordinator', networkId: network.id, name: 'Anne Roux' })
  const address = await importWords(testApp, coordinator, network.slug, words)
  return { network, coordinator, address }
}

/** Presses a button of a review. */
export function decide(
  person: Pick<SignedIn, 'post'>,
  address: string,
  form: Record<string, string | string[]>,
) {
  return person.post(`${address.split('?')[0]}/decisions`, form)
}

/** The first fact of a kind in an import, about something if given. */
export async function findFact(testApp: TestApp, address: string, part: string, about = ''): Promise<Fact> {
  const found = (await factsOf(testApp, address)).find(
    ({ value }) => value.part === part && JSON.stringify(value).includes(about),
  )
  if (!found) throw new Error(`The text states no ${part} ${about}`)
  return found
}
