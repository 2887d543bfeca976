import { expect, test } from 'vitest'
import { readSettings } from './settings.ts'

const right = {
  id: 'a',
  label: { fr: 'A' },
  issuer: 'https://id.example',
  clientId: 'x',
  clientSecret: 'hidden',
}
const read = (list: unknown) =>
  readSettings({ OIDC_PROVIDERS: typeof list === 'string' ? list : JSON.stringify(list) })

test('reads several providers, each with its defaults', () => {
  const { oidcProviders } = read([right, { ...right, id: 'b', userinfo: 'jwt' }])
  expect(
    oidcProviders.map(({ id, userinfo, trustsEmail, scopes }) => [id, userinfo, trustsEmail, scopes]),
  ).toEqual([
    ['a', 'json', false, 'openid email'],
    ['b', 'jwt', false, 'openid email'],
  ])
})

test.each([
  ['no list', 'a list in JSON'],
  [[{ ...right, issuer: 'http://id.example' }], 'issuer: an https address'],
  [[{ ...right, id: 'A b' }], 'id: small letters'],
  [[{ ...right, secret: 'x' }], 'Unrecognized key'],
  [[{ ...right, scopes: 'email' }], 'openid among them'],
  [[right, right], 'each id once'],
])('says in one line what is wrong, without the secret: %j', (list, said) => {
  expect(() => read(list)).toThrow(said)
  expect(() => read(list)).not.toThrow('hidden')
})
