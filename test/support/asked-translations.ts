import { sql } from 'kysely'
import type { TestApp } from './open-test-app.ts'
import { pageWords } from './page-words.ts'
import type { SignedIn } from './sign-in.ts'

type Browser = Pick<SignedIn, 'get' | 'post'>

/** The buttons beside texts of a page that its reader cannot read: what each sends. */
export function askButtons(body: string): { name: string; value: string }[] {
  return [...body.matchAll(/form="ask" name="(ask|end)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']) => ({ name, value }),
  )
}

/** What stands beside those texts, in words. */
export const askWords = (body: string) =>
  [...body.matchAll(/<span class="ask"[^>]*>(.*?<\/button>)<\/span>/gs)].map(([, html = '']) =>
    pageWords(html),
  )

/** Presses the buttons of a page that ask for translations; returns how many there were. */
export async function askForAll(browser: Browser, path: string): Promise<number> {
  const { body } = await browser.get(path)
  const [, slug = ''] = /^(\/[a-z-]+\/[^/]+)/.exec(path) ?? []
  const buttons = askButtons(body).filter(({ name }) => name === 'ask')
  const back = /name="back" value="([^"]*)"/.exec(body)?.[1] ?? ''
  for (const { value } of buttons) await browser.post(`${slug}/translations/requests`, { ask: value, back })
  return buttons.length
}

/** The requests of a group as stored. */
export async function listRequests({ context }: TestApp, networkId: string) {
  const { rows } = await sql<{ path: string; language: string; asked: boolean; ready: boolean }>`
    select path, language, asked_at is not null as asked, ready_at is not null as ready from translations_request
    where network_id = ${networkId} order by path, language, asked_at nulls last
  `.execute(context.database)
  return rows
}
