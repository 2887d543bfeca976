import { multipartBody, type SentFile } from './multipart.ts'
import type { TestApp } from './open-test-app.ts'
import type { SignedIn } from './sign-in.ts'

/** The form by which readers of France-Corée are imported, sent as its pages send it. */
export function readerImports(testApp: TestApp, coordinator: SignedIn) {
  const usual = {
    words: 'Feuille de présence de la réunion de Tours',
    givenOn: '2017-07-07',
    language: 'fr',
    country: 'FR',
  }
  return {
    words: usual.words,
    /** A list in one field, or in the several in which a page holds a long one. */
    send: async (
      files: readonly SentFile[],
      { lines = [], ...given }: { lines?: string | readonly string[]; [field: string]: unknown } = {},
    ) => {
      const fields = Object.fromEntries(
        Object.entries({ ...usual, ...given }).map(([name, value]) => [name, String(value)]),
      )
      const { payload, headers } = await multipartBody(fields, files, [lines].flat())
      return testApp.app.inject({
        method: 'POST',
        url: '/fr/france-coree/newsletter/subscribers/import',
        payload,
        headers: {
          ...headers,
          accept: 'text/html',
          'sec-fetch-site': 'same-origin',
          cookie: coordinator.cookie,
        },
      })
    },
    rowOf: (address: string) =>
      testApp.context.database
        .selectFrom('newsletter_subscription')
        .selectAll()
        .where('address', '=', address)
        .executeTakeFirst(),
  }
}

/** The value of a field that a page holds for the next step. */
export function heldValue(body: string, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''
  return value.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}
