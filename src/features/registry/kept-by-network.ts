import type { FastifyContextConfig } from 'fastify'
import { parameterOf } from '../../platform/http/page-request.ts'

/** Keeps a page while neither its network nor the directory has changed; `parameters` are all that it reads. */
export function keptByNetwork(parameters: readonly string[]): NonNullable<FastifyContextConfig['kept']> {
  return { parameters, scope: (request) => parameterOf(request.params, 'network') ?? null }
}
