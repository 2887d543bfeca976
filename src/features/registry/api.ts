import type { FastifyInstance } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { addCooperationsApi } from './cooperations/api.ts'
import { addExportsApi } from './exports/api.ts'
import { addMembersApi } from './group/members/api.ts'
import { addOrganisationsApi } from './organisations/api.ts'
import { addSearchApi } from './search/api.ts'

/** A network’s registry for programs, one folder a noun. */
export function addRegistryApi(app: FastifyInstance, application: Application): void {
  for (const add of [addCooperationsApi, addExportsApi, addMembersApi, addOrganisationsApi, addSearchApi])
    add(app, application)
}
