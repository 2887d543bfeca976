import { openDatabase } from '../../src/platform/database/open-database.ts'
import { readSettings } from '../../src/platform/settings/settings.ts'
import { languages, pageAddresses } from '../browser/addresses.ts'
import { openAddress } from '../browser/open-address.ts'
import { openBrowser, screens } from '../browser/open-browser.ts'
import { startSite } from '../browser/start-site.ts'
import { openVisitors, type Visitors } from '../browser/visitors.ts'
import type { Question } from './answers.ts'

const group = '/:language/france-coree'
// Of each kind of record: a form of another’s record, whose change becomes a suggestion, and of an own one.
const edited: Record<string, { other: string; own: string }> = {
  cooperation: {
    other: `${group}/cooperations/lille-daegu/edit/summary`,
    own: `${group}/cooperations/limoges-icheon/edit/summary`,
  },
  organisation: {
    other: `${group}/organisations/tours/edit/about`,
    own: `${group}/organisations/limoges/edit/about`,
  },
  event: {
    other: `${group}/agenda/nantes-franco-japonais-2017/edit/about`,
    own: `${group}/agenda/icheon-festival-ceramique-2017/edit/about`,
  },
}
const feeds = [
  '/sitemap.xml',
  '/robots.txt',
  '/.well-known/security.txt',
  '/api/v1/openapi.json',
  '/metrics',
  ...['ics', 'rss', 'atom', 'json'].flatMap((kind) =>
    languages.map((each) => `/${each}/france-coree/agenda.${kind}`),
  ),
  ...languages.map((each) => `/${each}/france-coree/newsletter.rss`),
]

/** Fills a demonstration with what visitors make of it, and returns what can be asked of it afterwards. */
export async function fillSite(data: string): Promise<Question[]> {
  const site = await startSite({ DATA_DIR: data })
  const browser = await openBrowser()
  const visitors = openVisitors(browser, { url: site.url, folder: data }, screens.wide)
  const visited: Question[] = []
  const forms = { ...edited }
  let token = ''
  try {
    for (const [at, address] of pageAddresses.entries()) {
      const page = await visitors.pageOf(address.as)
      try {
        await openAddress(visitors, address, languages[at % 3] ?? 'fr')
      } catch (error) {
        console.log(
          `not reached: ${address.name}: ${error instanceof Error ? error.message.split('\n')[0] : error}`,
        )
        continue
      }
      const path = page.url().slice(site.url.length)
      const cookies = await page.context().cookies()
      const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
      if (address.name === 'token-made') token = (await page.locator('.secret').textContent())?.trim() ?? ''
      if (address.name === 'wish-own') {
        const form = `${path.split('?')[0]}/edit/about`
        forms.wish = { own: form, other: form }
      }
      for (const language of languages)
        visited.push({
          name: `${address.name} ${language}`,
          path: path.replace(/^\/(?:fr|ko|en)(?=[/?]|$)/, `/${language}`),
          ...(address.as ? { as: address.as } : cookie ? { cookie } : {}),
        })
    }
    for (const [kind, each] of Object.entries(forms)) await editRecord(visitors, kind, each)
    visited.push(...(await askedByPrograms(site.url, token)), ...feeds.map((path) => ({ name: path, path })))
  } finally {
    await visitors.close()
    await browser.close()
    await site.stop()
  }
  return [...visited, ...(await sentLinks(data))]
}

/** Leaves a version of one record, and a suggestion and a draft of another record, or by another person of that one. */
async function editRecord(visitors: Visitors, kind: string, { other, own }: { other: string; own: string }) {
  const stranger = other === own ? 'partner' : 'member'
  for (const [form, seat, saves] of [
    [own, 'member', true],
    [other, stranger, true],
    [other, stranger, false],
  ] as const) {
    const page = await visitors.pageOf(seat)
    await page.goto(visitors.site + form.replace(':language', 'fr'))
    const text = page.locator('main form textarea').first()
    await text.fill(`${await text.inputValue()} (${kind})`)
    const reason = page.locator('textarea[name=reason], input[name=reason]')
    if ((await reason.count()) > 0) await reason.first().fill('Archives du service')
    if (saves) {
      await page.locator('main form .form-actions .primary').first().click()
      await page.waitForLoadState()
    } else await page.locator('.autosave').filter({ hasText: /\d/ }).first().waitFor()
  }
}

/** What programs read: every operation that needs only a group and the first of its list. */
async function askedByPrograms(site: string, token: string): Promise<Question[]> {
  const { paths } = await (await fetch(`${site}/api/v1/openapi.json`)).json()
  const questions: Question[] = []
  for (const path of Object.keys(paths).sort()) {
    if (paths[path].get === undefined) continue
    const filled = await fillPath(site, path)
    for (const query of filled?.includes('/search') ? ['?q=daegu', '?q='] : ['', '?limit=3', '?lang=ko'])
      if (filled) {
        const asked = { name: `/api/v1${filled}${query}`, path: `/api/v1${filled}${query}` }
        questions.push(asked, { ...asked, name: `${asked.name} of a member`, token })
      }
  }
  return questions
}

async function fillPath(site: string, path: string): Promise<string | null> {
  let filled = path.replace('{network}', 'france-coree')
  while (filled.includes('{')) {
    const list = filled.slice(0, filled.indexOf('/{'))
    const answer = await fetch(`${site}/api/v1${list}?limit=1`)
    const found = answer.ok ? (await answer.json()).items?.[0] : undefined
    const value = found?.slug ?? found?.id
    if (value === undefined) return null
    filled = filled.replace(/\{[^}]+\}/, value)
  }
  return filled
}

/** The first link of each kind of mail that was sent. */
async function sentLinks(data: string): Promise<Question[]> {
  const database = await openDatabase(readSettings({ DATA_DIR: data }))
  try {
    const mails = await database.connection
      .selectFrom('platform_mail')
      .select(['kind', 'body'])
      .orderBy('mail_id')
      .execute()
    const links = new Map<string, string>()
    for (const { kind, body } of mails)
      for (const [, path] of JSON.stringify(body ?? '').matchAll(/https?:\/\/localhost:\d+(\/[^"\\\s]*)/g))
        if (path) links.set(`${kind} ${path.replace(/\?.*|[\w-]{16,}.*/, '')}`, path)
    const counts = []
    for (const table of ['contributions_version', 'contributions_suggestion'] as const) {
      const rows = await database.connection
        .selectFrom(table)
        .select(['record_kind', ({ fn }) => fn.countAll<string>().as('count')])
        .groupBy('record_kind')
        .execute()
      counts.push(`${table}: ${rows.map((row) => `${row.record_kind} ${row.count}`).join(', ')}`)
    }
    const drafts = await database.connection.selectFrom('contributions_draft').select('form').execute()
    console.log(
      [
        ...counts,
        `drafts: ${drafts.map(({ form }) => form).join(', ')}`,
        `links: ${[...links.keys()].join(', ')}`,
      ].join('\n'),
    )
    return [...links].map(([name, path]) => ({ name: `link ${name}`, path }))
  } finally {
    await database.close()
  }
}
