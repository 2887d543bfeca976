import type { LightMyRequestResponse } from 'fastify'
import { expect, vi } from 'vitest'
import { listOrganisationsBySlug } from '../../src/features/directory/index.ts'
import { multipartBody } from './multipart.ts'
import type { TestApp } from './open-test-app.ts'
import { type SignedIn, signIn } from './sign-in.ts'

export const importsAddress = '/fr/france-coree/imports'

export interface TableImporter {
  coordinator: SignedIn
  networkId: string
  /** Sends a file as a person would. */
  send(
    browser: Pick<SignedIn, 'cookie'>,
    text: string,
    name?: string,
    kind?: string,
  ): Promise<LightMyRequestResponse>
  /** Sends a table and waits until it was checked; returns the address of its page. */
  begin(text: string, name?: string, kind?: string): Promise<string>
  /** The page of an import, with plain spaces. */
  read(page: string): Promise<string>
  /** Sends a form of an import; returns its page once no work is under way. */
  act(page: string, part: string, fields?: Record<string, string>): Promise<string>
  /** Answers questions by their keys; returns the page once the table was checked again. */
  answer(page: string, answers: Record<string, string>): Promise<string>
}

/** A coordinator of the demonstration who imports tables; of the organisations with these addresses, or of none. */
export async function openImporter(testApp: TestApp, ...slugs: string[]): Promise<TableImporter> {
  const { network_id: networkId } = await testApp.context.database
    .selectFrom('networks_network')
    .select('network_id')
    .where('slug', '=', 'france-coree')
    .executeTakeFirstOrThrow()
  const organisations = slugs.length === 0 ? [] : await listOrganisationsBySlug(testApp.context, slugs)
  const organisationIds = organisations.map(({ id }) => id)
  const coordinator = await signIn(testApp, { role: 'coordinator', networkId, organisationIds })
  const read = async (page: string) => plain((await coordinator.get(page)).body)
  const settled = async (page: string): Promise<string> => {
    await vi.waitFor(async () => expect((await coordinator.get(page)).headers.refresh).toBeUndefined(), {
      timeout: 15_000,
      interval: 50,
    })
    return read(page)
  }
  const send: TableImporter['send'] = async (browser, text, name = 'liens.csv', kind = '') => {
    const { payload, headers } = await multipartBody({ kind }, [{ field: 'file', name, bytes: text }])
    return testApp.app.inject({
      method: 'POST',
      url: importsAddress,
      payload,
      headers: { ...headers, accept: 'text/html', 'sec-fetch-site': 'same-origin', cookie: browser.cookie },
    })
  }
  const act: TableImporter['act'] = async (page, part, fields = {}) => {
    const answer = await coordinator.post(`${page}/${part}`, fields)
    expect(answer.statusCode).toBe(303)
    return settled(page)
  }
  return {
    coordinator,
    networkId,
    send,
    read,
    begin: async (text, name, kind) => {
      const answer = await send(coordinator, text, name, kind)
      expect(answer.statusCode).toBe(303)
      const page = String(answer.headers.location)
      await settled(page)
      return page
    },
    act,
    answer: (page, answers) => {
      const fields = Object.entries(answers).flatMap(([key, answer], number) => [
        [`spelling.${number}`, key],
        [`answer.${number}`, answer],
      ])
      return act(page, 'answers', Object.fromEntries(fields))
    },
  }
}

function plain(body: string): string {
  return body.replaceAll(/[\u00a0\u202f]/g, ' ')
}
