import { beforeAll, describe, expect, test } from 'vitest'
import { browserOf } from '../support/sign-in.ts'
import {
  type FurnishedNetwork,
  openFurnishedNetwork,
  secretAddressesOf,
  secretNames,
} from './furnished-network.ts'
import { watchReadRoutes } from './read-routes.ts'

const routes = watchReadRoutes()
let fixture: FurnishedNetwork
beforeAll(async () => {
  fixture = await openFurnishedNetwork()
  return fixture.testApp.close
})

describe.each(secretNames)('a page whose address is a secret: %s', (name) => {
  const look = () => browserOf(fixture.testApp).get(fixture.secrets[name])

  test('tells its address to no other page', async () => {
    const { statusCode, headers } = await look()
    expect([statusCode, headers['referrer-policy']]).toEqual([200, 'no-referrer'])
    expect(headers['cache-control']).toContain('no-store')
    expect(headers['x-robots-tag'] ?? (await look()).body).toMatch(/noindex/)
  })

  test('leads to no other host, and asks none for anything', async () => {
    const { body } = await look()
    const own = new URL(fixture.testApp.application.settings.baseUrl).host
    const addresses = [...body.matchAll(/ (?:href|src|action|srcset)="([^"]*)"/g)].map(
      ([, address = '']) => address,
    )
    expect(addresses.length).toBeGreaterThan(3)
    const hosts = addresses.map((address) => new URL(address, `https://${own}`).host)
    expect(hosts.filter((host) => host !== own)).toEqual([])
  })

  test('says its secret in no address but its own', async () => {
    const { body } = await look()
    const path = fixture.secrets[name]
    const token = new URLSearchParams(path.split('?')[1]).get('token') ?? path.split('/').at(-1) ?? ''
    expect(token.length).toBeGreaterThan(20)
    const withoutLanguage = (address: string) => address.replace(/^\/(fr|ko|en)(?=\/)/, '')
    const leading = [...body.matchAll(/ (?:href|action)="([^"]*)"/g)]
      .map(([, address = '']) => new URL(address, fixture.testApp.application.settings.baseUrl))
      .filter(({ href }) => href.includes(token))
      .map(({ pathname }) => withoutLanguage(pathname))
    const [own = ''] = path.split('?')
    expect(leading.filter((pathname) => !pathname.startsWith(withoutLanguage(own)))).toEqual([])
  })

  test('is no longer what it was with one sign changed', async () => {
    const path = fixture.secrets[name]
    const at = path.lastIndexOf(path.includes('token=') ? 'token=' : '/') + 12
    const other = path[at] === 'A' ? 'B' : 'A'
    const answer = await browserOf(fixture.testApp).get(path.slice(0, at) + other + path.slice(at + 1))
    expect(answer.statusCode).toBeOneOf([404, 410])
    expect(answer.body).not.toContain('Maël Membre')
  })
})

test('no cache keeps what a secret address opens, by whatever route', async () => {
  const [unseen, kept]: [string[], string[]] = [[], []]
  for (const url of routes.filter((route) => route.includes('/:token'))) {
    const answers = secretAddressesOf(fixture, url).map((address) => browserOf(fixture.testApp).get(address))
    const shown = (await Promise.all(answers)).filter(({ statusCode }) => statusCode === 200)
    if (shown.length === 0) unseen.push(url)
    if (shown.some(({ headers }) => !String(headers['cache-control']).includes('no-store'))) kept.push(url)
  }
  expect({ unseen, kept }).toEqual({ unseen: [], kept: [] })
})
