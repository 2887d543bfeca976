import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { listRolesOf } from '../../src/features/people/queries.ts'
import { endRole } from '../../src/features/people/roles.commands.ts'
import { makeToken } from '../../src/features/people/tokens/commands.ts'
import { type Role, roles, type Scope, scopes } from '../../src/platform/context/actor.ts'
import type { TestApp } from './open-test-app.ts'
import { type SignedIn, signIn } from './sign-in.ts'

export interface Program {
  secret: string
  owner: SignedIn
  get(path: string): Promise<LightMyRequestResponse>
  /** Sends JSON: an object, or a text as it is. */
  send(
    method: 'POST' | 'PUT' | 'PATCH',
    path: string,
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>
}

interface ProgramOptions {
  networkId: string
  role?: Role
  organisationIds?: string[]
  scopes?: readonly Scope[]
}

/** A program with a token of a new person who holds a role; paths follow /api/v1. */
export async function openProgram(testApp: TestApp, options: ProgramOptions): Promise<Program> {
  const { networkId, role = 'coordinator', organisationIds = [] } = options
  const owner = await signIn(testApp, { role, networkId, organisationIds })
  const { personId } = owner
  const made = await makeToken(
    {
      ...testApp.context,
      actor: {
        kind: 'person',
        personId,
        name: 'Owner',
        isOperator: false,
        holdings: roles.map((each) => ({ networkId, role: each, organisationIds })),
        scopes: null,
      },
    },
    testApp.application,
    { personId, networkId, name: 'A program', scopes: options.scopes ?? scopes, days: 30 },
  )
  if (made === 'tooMany') throw new Error('Too many tokens')
  return { owner, ...programWith(testApp, made.secret) }
}

/** Ends every role of a person, as a coordinator would. */
export async function endRolesOf({ context }: TestApp, personId: string): Promise<void> {
  for (const { id, networkId } of await listRolesOf(context, personId)) await endRole(context, networkId, id)
}

/** What sends this token, whatever it is. */
export function programWith(testApp: TestApp, secret: string): Omit<Program, 'owner'> {
  const authorization = `Bearer ${secret}`
  const inject = (options: InjectOptions) => testApp.app.inject(options)
  return {
    secret,
    get: (path) => inject({ method: 'GET', url: `/api/v1${path}`, headers: { authorization } }),
    send: (method, path, body, headers = {}) =>
      inject({
        method,
        url: `/api/v1${path}`,
        payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
        headers: { authorization, 'content-type': 'application/json', ...headers },
      }),
  }
}
