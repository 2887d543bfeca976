import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { organisationsOf } from '../../../platform/context/actor.ts'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { fieldError } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { emptyOf } from '../../../platform/records/fields/field.ts'
import { personalErrors } from '../../../platform/records/fields/public-text.ts'
import { notFound } from '../../../platform/refusal.ts'
import { formOf } from '../../../ui/form/record-fields.tsx'
import { chosenId } from '../../directory/index.ts'
import {
  addNetworkAction,
  addNetworkForm,
  listOrganisationRefs,
  OrganisationChoice,
  valuesOfChoice,
} from '../../directory/picking/index.ts'
import { backToSheet, loadSheetForm, type PracticeRequest } from '../frame.tsx'
import { paths } from '../paths.ts'
import { mayDeclareUses } from '../policy.ts'
import { confirmUse, declareUse, removeUse } from './commands.ts'
import { listUses, type PracticeUse, useFields } from './queries.ts'

const form = formOf(useFields, ['state', 'since', 'reason', 'changed', 'outcome', 'evidence'])

/** How an authority says that it took a practice up, and how the other one confirms it. */
export function addUseRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const place = '/:language/:network/practices/:slug/uses/:use'
  addNetworkForm(pages, place, {
    open: loadUseForm,
    title: 'practices.use.form.title',
    lead: 'practices.use.form.lead',
    submit: 'practices.use.form.save',
    isOnce: true,
    width: 'reading',
    pickers: ['taker'],
    path: ({ practice, use }) => `/practices/${practice.slug}/uses/${use?.id ?? 'new'}`,
    back: (visit) => backToSheet(visit),
    values: ({ reader, use, taker }) => ({
      ...valuesOfChoice(reader, 'taker', taker),
      ...(use ? form.values({ reader, document: use }) : {}),
    }),
    schema: (visit) => form.schema(asCall(visit)),
    fields: (visit, _form, choices) => (
      <>
        <OrganisationChoice
          call={{ ...visit, form: null }}
          choices={choices}
          name="taker"
          label={visit.reader.t('practices.use.taker')}
          required
        />
        {form.form(asCall(visit))}
      </>
    ),
    save: async ({ writing, network, practice, ...visit }, typed, choices) => {
      const organisationId = chosenId(choices, 'taker')
      const isSilent = typed.state === 'given_up' && Object.keys(typed.reason).length === 0
      const reasonBox = `reason.${network.languages[0] ?? 'en'}.text`
      const errors = [
        ...(organisationId === practice.holder.id
          ? [fieldError('taker.name', 'practices.use.error.ownPractice')]
          : []),
        ...personalErrors(typed),
        ...(isSilent ? [fieldError(reasonBox, 'practices.use.error.reason')] : []),
      ]
      if (organisationId === null || errors.length > 0) return errors
      await declareUse(writing, practice, { ...typed, organisationId })
      return paths.today(visit.reader, network.slug, practice.slug, '#uses')
    },
  })
  for (const [step, take] of Object.entries({ confirmation: confirmUse, removal: removeUse }))
    addNetworkAction(pages, `${place}/${step}`, {
      open: async (visit) => {
        const loaded = await loadUseForm(visit)
        return { ...loaded, use: loaded.use ?? notFound('use') }
      },
      schema: () => z.object({}),
      again: () => notFound('use'),
      save: async ({ writing, reader, network, practice, use }) => {
        await take(writing, practice, use)
        return paths.today(reader, network.slug, practice.slug, '#uses')
      },
    })
}

interface UseRequest extends PracticeRequest {
  /** Null for a new one. */
  use: PracticeUse | null
  /** Who took it up, as far as that is known. */
  taker: PracticeUse['taker'] | undefined
}

/** A use by its id; with `new`, the one that the reader’s own authority said before, or none. */
async function loadUseForm(visit: Visit): Promise<UseRequest> {
  const loaded = await loadSheetForm(visit)
  const { writing, network, practice } = loaded
  if (!mayDeclareUses(writing.actor, network.id) || practice.publication !== 'published') notFound('uses')
  const id = parameterOf(visit.request.params, 'use')
  const uses = await listUses(writing, practice.id)
  if (id !== 'new') {
    const use = uses.find((each) => each.id === id) ?? notFound('use')
    return { ...loaded, use, taker: use.taker }
  }
  const own = organisationsOf(writing.actor, network.id, ['member']).filter(
    (each) => each !== practice.holder.id,
  )
  const [taker] = (await listOrganisationRefs(writing, own.slice(0, 1))).values()
  return { ...loaded, use: uses.find((each) => each.taker.id === taker?.id) ?? null, taker }
}

const asCall = ({ reader, network, use }: UseRequest) => ({
  ...{ reader, network, document: use ?? emptyOf(useFields) },
})
