import type { LightMyRequestResponse } from 'fastify'
import { addPerson, setOperator } from '../../src/features/people/persons.commands.ts'
import { giveRole } from '../../src/features/people/roles.commands.ts'
import { beginSession } from '../../src/features/people/sessions/commands.ts'
import { cookieName, signToken } from '../../src/features/people/sessions/session-cookie.ts'
import type { Role } from '../../src/platform/context/actor.ts'
import type { TestApp } from './open-test-app.ts'

let made = 0

export interface SignInOptions {
  /** The role that the person holds in `networkId`, for `organisationIds`; none when left out. */
  role?: Role
  networkId?: string
  organisationIds?: string[]
  isOperator?: boolean
  name?: string
  address?: string
  /** Of their mails: French when left out. */
  language?: string
}

export interface SignedIn {
  personId: string
  address: string
  /** The header that a browser of this person sends. */
  cookie: string
  get(url: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  /** Sends a form, as the page of this site that holds it would. */
  post(
    url: string,
    form?: Record<string, string | string[]>,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>
}

/** Makes a person with a role and a real session; answers a browser that is signed in. */
export async function signIn(testApp: TestApp, options: SignInOptions = {}): Promise<SignedIn> {
  const { context, application } = testApp
  const { role, networkId, organisationIds = [], isOperator = false } = options
  const name = options.name ?? `Person ${++made}`
  const address = options.address ?? `person-${++made}@mairie.example`
  const personId = await addPerson(context, { address, name, language: options.language ?? 'fr' })
  if (isOperator) await setOperator(context, personId, true)
  if (role && networkId) await giveRole(context, networkId, { personId, role, organisationIds })
  const token = await beginSession(context, { personId, isOperator, method: 'link', userAgent: 'a test' })
  const value = encodeURIComponent(signToken(application.secret, token))
  return { personId, address, ...browserOf(testApp, `${cookieName(application.settings.baseUrl)}=${value}`) }
}

/** A browser that sends this cookie, or none, with its requests and forms. */
export function browserOf(testApp: TestApp, cookie = ''): Pick<SignedIn, 'cookie' | 'get' | 'post'> {
  const own: Record<string, string> = cookie === '' ? {} : { cookie }
  return {
    cookie,
    get: (url, headers = {}) => testApp.get(url, { ...own, ...headers }),
    post: (url, form = {}, headers = {}) =>
      testApp.app.inject({
        method: 'POST',
        url,
        payload: bodyOf(form),
        headers: {
          accept: 'text/html',
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
          ...own,
          ...headers,
        },
      }),
  }
}

function bodyOf(form: Record<string, string | string[]>): string {
  const pairs = Object.entries(form).flatMap(([name, value]) =>
    [value].flat().map((each): [string, string] => [name, each]),
  )
  return new URLSearchParams(pairs).toString()
}
