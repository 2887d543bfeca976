import { expect } from 'vitest'
import type { Trade } from '../../src/features/contacts/index.ts'
import type { OrganisationRef } from '../../src/features/directory/index.ts'
import { giveAnswer } from '../../src/features/questions/answering/commands.ts'
import { draftQuestion } from '../../src/features/questions/asking/commands.ts'
import { lookUpQuestion } from '../../src/features/questions/questions/queries.ts'
import { followQuestions } from '../../src/features/questions/routing/follow.commands.ts'
import { buildContact } from './build-contact.ts'
import { type BuiltNetwork, buildNetwork } from './build-network.ts'
import { buildOrganisation, findReference } from './build-organisation.ts'
import { original } from './build-texts.ts'
import { fieldsOf } from './form-fields.ts'
import { type ReadMail, readMailbox } from './mailbox.ts'
import { openTestApp, type TestApp } from './open-test-app.ts'
import { type SignedIn, signIn } from './sign-in.ts'

/** What Suncheon asks, in Korean. */
export const parkQuestion = {
  question: '정원박람회가 끝난 뒤 시민공원을 어떻게 관리하고 있습니까?',
  tried: '자원봉사자에게 맡겨 보았으나 오래가지 못했습니다.',
  neededBy: '',
}

export interface QuestionFixture {
  testApp: TestApp
  network: BuiltNetwork
  suncheon: OrganisationRef
  nantes: OrganisationRef
  /** Speaks for Suncheon, in Korean. */
  asker: SignedIn
  coordinator: SignedIn
  close(): Promise<void>
}

/** A group in which Suncheon may ask; on Monday 4 September 2017, at ten in Seoul, unless said otherwise. */
export async function openAsking(
  now = '2017-09-04T01:00:00Z',
  settings: Record<string, string> = {},
): Promise<QuestionFixture> {
  const testApp = await openTestApp({ directory: 'none', now, settings })
  const network = await buildNetwork(testApp.context)
  const suncheon = await buildOrganisation(testApp.context, {
    ...{ slug: 'suncheon', country: 'KR', kind: 'si', level: 2, name: { ko: '순천시', fr: 'Suncheon' } },
  })
  const nantes = await buildOrganisation(testApp.context, { slug: 'nantes', name: { fr: 'Nantes' } })
  const asker = await signIn(testApp, {
    ...{ role: 'member', networkId: network.id, organisationIds: [suncheon.id] },
    ...{ address: 'desk@suncheon.example', language: 'ko' },
  })
  const coordinator = await signIn(testApp, { role: 'coordinator', networkId: network.id })
  return { testApp, network, suncheon, nantes, asker, coordinator, close: testApp.close }
}

/** Somebody who agreed to be asked, by their post; returns the id of their contact. */
export async function addPeer(
  { testApp: { context }, network }: Pick<QuestionFixture, 'testApp' | 'network'>,
  organisation: OrganisationRef,
  { address, trades = ['parks'], language = 'fr' }: { address: string; trades?: Trade[]; language?: string },
): Promise<string> {
  const { postId } = await buildContact(context, network, organisation.id, {
    ...{
      name: { fr: `Nom ${address}` },
      email: address,
      languages: [language],
      residence: organisation.country,
    },
  })
  await context.database.updateTable('contacts_post').set({ trades }).where('post_id', '=', postId).execute()
  const { contact_id: contactId } = await context.database
    .selectFrom('contacts_holding')
    .select('contact_id')
    .where('post_id', '=', postId)
    .executeTakeFirstOrThrow()
  await context.database
    .insertInto('contacts_statement')
    .values({
      ...{ contact_id: contactId, decision: 'yes', decided_at: '2017-07-07T10:00:00Z', until: '2018-07-07' },
      ...{ languages: [language], abroad_version: 'test', abroad_at: '2017-07-07T10:00:00Z' },
    })
    .execute()
  return contactId
}

/** Writes a question and asks it; returns the address of its page. */
export async function ask(
  { network, asker }: Pick<QuestionFixture, 'network' | 'asker'>,
  given: Record<string, string | string[]> = {},
  sending: Record<string, string | string[]> = {},
): Promise<string> {
  const form = `/ko/${network.slug}/questions/new`
  const answer = await asker.post(form, { ...(await fieldsOf(asker, form)), ...parkQuestion, ...given })
  expect([answer.statusCode, answer.headers.location]).toEqual([303, expect.stringMatching(/\/send$/)])
  const page = String(answer.headers.location)
  const sent = await asker.post(page, {
    ...{ themes: ['parks_and_gardens'], trade: 'parks', visibility: 'group' },
    ...sending,
  })
  expect(sent.statusCode, sent.body.match(/class="field-error"[^>]*>([\s\S]*?)<\/p>/)?.[1]).toBe(303)
  return page.replace(/\/send$/, '')
}

/** A question of an authority of the demonstration that was asked before the day on which it opens, for everybody to read; and its answer. */
export async function publishQuestion(
  { context: real }: Pick<TestApp, 'context'>,
  networkId: string,
  text = 'Comment les ateliers partagent-ils un four ?',
): Promise<{ id: string; slug: string; answer: string }> {
  const context = { ...real, today: '2017-07-01' }
  const [asker, peer] = [await findReference(context, 'limoges'), await findReference(context, 'icheon')]
  const { id, slug } = await draftQuestion(context, {
    ...{
      networkId,
      askerId: asker.id,
      via: 'page',
      language: 'fr',
      themes: ['crafts_ceramics'],
      trade: 'crafts',
    },
    ...{ question: original(text), tried: {}, neededBy: null },
  })
  await context.database
    .updateTable('questions_question')
    .set({ asked_at: context.clock.now().toString(), is_public: true })
    .where('question_id', '=', id)
    .execute()
  const question = await lookUpQuestion(context, id)
  if (question === null) throw new Error('The question was not written')
  const answer = await giveAnswer(context, question, {
    ...{ organisationId: peer.id, askedId: null, via: 'page', signed: 'Atelier municipal' },
    words: original('Par un planning affiché.'),
  })
  await context.database
    .updateTable('questions_answer')
    .set({ may_publish: true })
    .where('answer_id', '=', answer)
    .execute()
  return { id, slug, answer }
}

/** Moves the clock, and follows all questions; returns the mails that this wrote. */
export async function follow({ testApp }: Pick<QuestionFixture, 'testApp'>, at: string): Promise<ReadMail[]> {
  const before = (await readMailbox(testApp)).length
  testApp.clock.moveTo(at)
  const failed: unknown[] = []
  const log = {
    error: ({ err }: { err: unknown }) => failed.push(err),
  } as unknown as TestApp['application']['log']
  await followQuestions({ ...testApp.application, log })
  expect(failed).toEqual([])
  return (await readMailbox(testApp)).slice(before)
}

/** The path of the link in a mail. */
export const linkIn = (mail: ReadMail | undefined): string => new URL(mail?.links[0] ?? '').pathname
