import { beforeAll, describe, expect, test } from 'vitest'
import { findReference } from '../support/build-organisation.ts'
import { fieldsOf } from '../support/form-fields.ts'
import { readMailbox } from '../support/mailbox.ts'
import { browserOf, type SignedIn } from '../support/sign-in.ts'
import { type FurnishedNetwork, group, openFurnishedNetwork, tie } from './furnished-network.ts'

const markup = `<img src=x onerror=alert(1)>"'><script>alert(2)</script>{{7*7}}`
/** Forms of it that no page may contain: inside an attribute, a tag or a script it would run. */
const live = /<img src=x|<script>alert|onerror=alert\(1\)>"/

let fixture: FurnishedNetwork
/** Addresses at which something that was typed is shown. */
const shown = new Set<string>()
/** The status of each form. */
const sent: [string, number][] = []

const limoges = `${group}/organisations/limoges`

beforeAll(async () => {
  fixture = await openFurnishedNetwork()
  await fillEverything()
  return fixture.testApp.close
})

async function send(
  browser: Pick<SignedIn, 'post'>,
  address: string,
  form: Record<string, string | string[]>,
): Promise<number> {
  const answer = await browser.post(address, form)
  sent.push([address.replaceAll(/[\w-]{30,}/g, '…'), answer.statusCode])
  // A refused form is rendered again, as it was typed.
  if (answer.body !== '') expect(answer.body).not.toMatch(live)
  if (answer.headers.location) shown.add(String(answer.headers.location).split('#')[0] ?? '')
  return answer.statusCode
}

/** Every form that a record has, found as a person finds them: from its overview. */
async function formsOf(place: string): Promise<string[]> {
  const { body } = await fixture.member.get(`${place}/edit`)
  return [...new Set([...body.matchAll(/href="([^"]*\/edit\/[^"?#]*)/g)].map(([, address = '']) => address))]
}

async function fillRecord(place: string): Promise<void> {
  const { member } = fixture
  for (const form of await formsOf(place)) {
    const fields = await fieldsOf(member, form)
    const free = Object.keys(fields).filter((name) => isFree(name, fields[name]))
    const sendFilled = async (names: string[]) =>
      send(member, form, {
        ...(await fieldsOf(member, form)),
        ...Object.fromEntries(names.map((name) => [name, markup])),
        reason: `Source ${markup}`,
      })
    // All at once; and each alone where the form came back: one field that refuses markup must not spare the others.
    if ((await sendFilled(free)) !== 303) for (const name of free) await sendFilled([name])
    shown.add(form)
  }
  for (const page of ['', '/edit', '/history', '/history/2', '/history/3?with=1']) shown.add(place + page)
}

// Codes and choices are of the form's own making; what people write is empty, or has a letter.
function isFree(name: string, value: string | string[] | undefined): boolean {
  return !/^(base|seen|organisation|action|next)$|original$|reviewed$/.test(name) && typeof value === 'string'
}

async function fillEverything(): Promise<void> {
  const { testApp, member, coordinator, ids, secrets } = fixture
  await fillRecord(tie)
  await fillRecord(limoges)
  const partner = (await findReference(testApp.context, 'icheon')).id
  const anybody = browserOf(testApp)
  const typed: [Pick<SignedIn, 'post'>, string, Record<string, string | string[]>][] = [
    [
      member,
      `${group}/cooperations/new`,
      { 'parties.0.name': markup, 'summary.fr.text': markup, reason: markup },
    ],
    [
      member,
      `${group}/organisations/new`,
      {
        'name.fr': markup,
        country: 'FR',
        kind: 'association',
        url: markup,
        reason: markup,
        action: 'anyway',
      },
    ],
    [
      anybody,
      `${tie}/correction`,
      { words: markup, source: markup, name: markup, address: 'markup@reader.example' },
    ],
    [anybody, `${secrets.correction}/confirmation`, {}],
    [anybody, `${secrets.correction}/messages`, { text: markup }],
    [member, `${group}/contributions/${ids.suggestion}/messages`, { text: markup }],
    [
      coordinator,
      `${group}/contributions/${ids.suggestion}/decision`,
      { decision: 'declined', because: markup },
    ],
    [member, `${tie}/confirmation`, { stance: 'disputed', words: markup }],
    [anybody, secrets.confirmation, { stance: 'disputed', words: markup, said_as: markup }],
    [
      coordinator,
      `${tie}/confirmation/requests`,
      { organisation: partner, address: 'markup@icheon.example', name: markup, language: 'fr' },
    ],
    [
      coordinator,
      `${group}/contacts/${ids.post}/edit`,
      { 'function.fr.text': markup, kind: 'elected', position: '1' },
    ],
    [
      coordinator,
      `${group}/contacts/processing/edit`,
      {
        controller: markup,
        'purpose.fr.text': markup,
        'recipients.fr.text': markup,
        legalBasis: 'public_interest',
        retentionMonths: '24',
      },
    ],
    [
      coordinator,
      `${group}/people/invitations`,
      { address: 'markup@city.example', name: markup, role: 'reader', language: 'fr', words: markup },
    ],
    [coordinator, `${group}/people/roles/${ids.role}/end`, { endsOn: '2030-01-01', reason: markup }],
    [
      member,
      '/fr/account/tokens',
      { tokenName: markup, network: 'france-coree', scopes: 'read', days: '30' },
    ],
    [member, '/fr/account/profile', { name: markup, language: 'fr' }],
  ]
  for (const [browser, address, form] of typed) await send(browser, address, form)
  const holder = await fieldsOf(coordinator, `${group}/contacts/${ids.post}/holder`)
  for (const name of ['name', 'romanised', 'salutation.fr', 'provenanceNote'])
    await send(coordinator, `${group}/contacts/${ids.post}/holder`, { ...holder, [name]: markup })
  for (const path of [
    '',
    '/cooperations',
    '/organisations',
    '/activity',
    '/contributions',
    '/contributions?view=held',
    '/contributions?view=decided',
    `/contributions/${ids.suggestion}`,
    '/contacts',
    '/contacts/processing',
    `/contacts/${ids.post}`,
    '/people',
    '/outbox',
    '/translations',
    `/search?q=${encodeURIComponent(markup)}`,
  ])
    shown.add(group + path)
  for (const path of [
    secrets.correction,
    secrets.confirmation,
    `${tie}/confirmation`,
    '/fr/account',
    '/fr/account/data',
  ])
    shown.add(path)
}

test('enough of it was taken for the pages to be worth a look', () => {
  const taken = sent.filter(([, status]) => status === 303 || status === 200)
  expect(taken.length).toBeGreaterThan(25)
  expect(sent.filter(([, status]) => status >= 500)).toEqual([])
})

describe('markup that somebody typed', () => {
  test('stands as text on every page that shows it, to whoever sees it', async () => {
    const { testApp, member, coordinator } = fixture
    let times = 0
    for (const address of shown)
      for (const browser of [coordinator, member, browserOf(testApp)]) {
        const { body, statusCode, headers } = await browser.get(address)
        if (statusCode >= 400 || !String(headers['content-type']).includes('html')) continue
        expect([address, body.match(live)?.[0]]).toEqual([address, undefined])
        times += body.split('&lt;img src=x').length - 1
      }
    expect(times).toBeGreaterThan(100)
  })

  test('stands as text in every mail, as it leaves and in the outbox', async () => {
    const mails = await readMailbox(fixture.testApp)
    expect(mails.filter(({ text }) => text.includes('onerror')).length).toBeGreaterThan(5)
    for (const { id } of mails)
      for (const page of [`${group}/outbox/${id}`, `${group}/outbox/${id}/html`]) {
        const { body } = await fixture.coordinator.get(page)
        expect([page, body.match(live)?.[0]]).toEqual([page, undefined])
      }
    expect(mails.filter(({ subject, to }) => /[\r\n]/.test(subject + to))).toEqual([])
  })

  test('is data to programs, and never a page', async () => {
    const { testApp, coordinator } = fixture
    const api = '/api/v1/networks/france-coree'
    for (const address of [`${api}/cooperations/limoges-icheon`, `${api}/organisations/limoges`]) {
      const { headers, body } = await testApp.get(address, { accept: 'application/json' })
      expect(headers['content-type']).toMatch(/^application\/(problem\+)?json/)
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(body).toContain('onerror')
    }
    for (const [file, type] of [
      ['contacts/export.csv', 'text/csv'],
      ['contacts/export.vcf', 'text/vcard'],
    ]) {
      const { headers } = await coordinator.get(`${group}/${file}`)
      expect(headers['content-type']).toContain(type)
      expect(headers['content-disposition']).toMatch(/^attachment/)
    }
  })
})
