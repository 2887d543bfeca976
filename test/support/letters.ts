import { features } from '../../src/features/index.ts'
import { markOfIssue, partsOf } from '../../src/features/newsletter/issues/issue.ts'
import type { LeftOut, LetterContext, LetterItem } from '../../src/platform/letters/letter-source.ts'
import { buildNetwork } from './build-network.ts'
import { buildPicture } from './build-picture.ts'
import { original } from './build-texts.ts'
import { fieldsOf } from './form-fields.ts'
import { multipartBody } from './multipart.ts'
import { openTestApp, type TestApp, type TestAppOptions } from './open-test-app.ts'
import { type SignedIn, signIn } from './sign-in.ts'

/** A picture of two pixels by three, whose data are none. */
export const tinyPicture = Uint8Array.from(buildPicture(2, 3)).fill(0, 41, 50)

/** The values sent with a picture of a letter. */
export const shownPicture = {
  'alternative.fr.text': 'Deux maires se serrent la main',
  'alternative.original': 'fr',
}

/** The application with one source of letters, whose items a test sets, and a network whose letters are edited. */
export async function openLetters(contents: TestAppOptions = {}) {
  const told = new Map<string, LetterItem[]>()
  const left = new Map<string, LeftOut[]>()
  const asked = new Map<string, (Temporal.Instant | null)[]>()
  // Items of other features are for their own tests.
  const all = [...features]
  const silent = all.map((feature) => ({ ...feature, letterSources: [] }))
  features.splice(0, all.length, ...silent, {
    name: 'told',
    messages: {
      fr: { 'told.title': 'À venir ici' },
      ko: { 'told.title': '여기 예정' },
      en: { 'told.title': 'Coming here' },
    },
    letterSources: [
      {
        key: 'told.coming',
        place: 'ahead',
        // A key of the test’s own feature.
        title: 'told.title' as 'newsletter.issues.title',
        gather: async ({ network, since }) => {
          asked.set(network.id, [...(asked.get(network.id) ?? []), since])
          return told.get(network.id) ?? []
        },
        leftOut: async ({ network }) => left.get(network.id) ?? [],
      },
    ],
  })
  const testApp = await openTestApp(contents).finally(() => features.splice(0, features.length, ...all))
  return openNetwork(testApp, { told, left, asked })
}

interface Telling {
  told: Map<string, LetterItem[]>
  left: Map<string, LeftOut[]>
  asked: Map<string, (Temporal.Instant | null)[]>
}

async function openNetwork(testApp: TestApp, telling: Telling) {
  const { told, left, asked } = telling
  const network = await buildNetwork(testApp.context)
  const letters = `${network.slug}/newsletter`
  const draft = `/fr/${letters}/draft`
  const keeper = await signIn(testApp, { role: 'coordinator', networkId: network.id })
  const chair = await signIn(testApp, { role: 'chair', networkId: network.id })
  const seenIn = async (form: string) =>
    /name="seen" value="([^"]*)"/.exec((await keeper.get(form)).body)?.[1] ?? ''
  const stateForm = async () => {
    const page = (await keeper.get(draft)).body
    const [issue] = /name="issue" value="[^"]+"/.exec(page) ?? ['']
    return { issue: issue.slice(20, -1), seen: await seenIn(draft) }
  }
  const listParts = async () => {
    const { parts } = await testApp.context.database
      .selectFrom('newsletter_issue')
      .select('parts')
      .where('network_id', '=', network.id)
      .where('state', 'in', ['draft', 'approved'])
      .executeTakeFirstOrThrow()
    return partsOf(parts).filter(({ isRemoved }) => !isRemoved)
  }
  const sendPicture = async (
    url: string,
    bytes: string | Uint8Array | null,
    fields: Record<string, string> = shownPicture,
    name = 'photo.png',
  ) => {
    const files = bytes === null ? [] : [{ field: 'picture', name, type: 'image/png', bytes }]
    const { payload, headers } = await multipartBody(fields, files)
    return testApp.app.inject({
      method: 'POST',
      url,
      payload,
      headers: { ...headers, accept: 'text/html', 'sec-fetch-site': 'same-origin', cookie: keeper.cookie },
    })
  }
  return {
    house: testApp,
    network,
    networkId: network.id,
    letters,
    keeper,
    chair,
    /** Another network of the same application. */
    another: () => openNetwork(testApp, telling),
    tell: (items: LetterItem[], networkId = network.id) => told.set(networkId, items),
    leave: (given: LeftOut[]) => left.set(network.id, given),
    /** The `since` of each query of the source. */
    sinces: () => asked.get(network.id) ?? [],
    item: (key: string, title: string): LetterItem => ({
      key,
      title: original(title),
      text: {},
      facts: { fr: ['9 octobre, Tours'], ko: ['10월 9일 투르'], en: ['9 October, Tours'] },
      credit: {},
      path: '/agenda/semaine',
      themes: [],
      organisationIds: [],
    }),
    /** The form of a button of another network’s letter. */
    stateOf: async (networkId: string, action: string) => ({
      ...(await markedState(testApp, networkId)),
      action,
    }),
    begin: () => keeper.post(draft),
    seenIn,
    stateForm,
    act: async (action: string, who: Pick<SignedIn, 'post'> = keeper) =>
      who.post(`${draft}/state`, { ...(await markedState(testApp, network.id)), action }),
    add: (kind: string, form: Record<string, string>) => keeper.post(`${draft}/new/${kind}`, form),
    sendPicture,
    addPicture: (bytes: string | Uint8Array, fields?: Record<string, string>, name?: string) =>
      sendPicture(`${draft}/new/picture`, bytes, fields, name),
    /** Sends a form as it was rendered, with these fields typed. */
    send: async (form: string, typed: Record<string, string>) =>
      keeper.post(form, { ...(await fieldsOf(keeper, form)), ...typed }),
    /** The part of the only source. */
    partId: async () => (await listParts()).find(({ kind }) => kind === 'items')?.id ?? '',
    /** The parts that editors added, in order. */
    freeParts: async () => (await listParts()).filter(({ kind }) => kind !== 'items').map(({ id }) => id),
    /** Leaves out parts by the form of ticks, as a browser sends it. */
    tickAllBut: async (...left: string[]) => {
      const listed = (await listParts()).map(({ id }) => id)
      return keeper.post(`${draft}/sections`, { listed, ticked: listed.filter((id) => !left.includes(id)) })
    },
  }
}

/** What the page of a letter in the making would send, also where it offers no such button. */
export async function markedState(
  testApp: TestApp,
  networkId: string,
): Promise<{ issue: string; seen: string }> {
  const row = await testApp.context.database
    .selectFrom('newsletter_issue')
    .select(['issue_id', 'title', 'introduction', 'parts'])
    .where('network_id', '=', networkId)
    .where('state', 'in', ['draft', 'approved'])
    .executeTakeFirst()
  if (!row) return { issue: '', seen: '' }
  return { issue: row.issue_id, seen: markOfIssue({ ...row, parts: partsOf(row.parts) }) }
}

/** What sources gather from in the demonstration, on a day that it calls today. */
export function letterFixture({ context, application }: TestApp, id: string, today: string): LetterContext {
  return {
    context: { ...context, actor: { kind: 'anonymous' }, today },
    network: { id, slug: 'france-coree', countries: ['FR', 'KR'], languages: ['fr', 'ko', 'en'] },
    translate: (language) => application.translate(language),
    since: null,
  }
}
