import type { FastifyInstance } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { addDocumentsApi } from './api/api.ts'
import { addSuggestionsApi } from './suggestions/api.ts'
import { addVersionsApi } from './versions/api.ts'

/** Changes and suggestions by programs, and earlier changes. */
export function addContributionsApi(app: FastifyInstance, application: Application): void {
  for (const add of [addDocumentsApi, addVersionsApi, addSuggestionsApi]) add(app, application)
}
